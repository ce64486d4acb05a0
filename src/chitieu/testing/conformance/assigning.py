"""Checks of the ways of giving work: every declared word names the lead, or those who take part."""

from __future__ import annotations

from collections.abc import Iterator

from chitieu.testing.conformance.mismatch import Mismatch, compare, shown
from chitieu.testing.conformance.registry import check
from chitieu.testing.conformance.subject import Subject
from chitieu.text import SourceText, capitalized

__all__: list[str] = []

_GROUP = "assigning"
_WORK = "xây dựng phương án phân bổ kinh phí"
_LEAD, _HELP = "Sở Tài chính", "Sở Y tế"
_BOTH = f"lead {_LEAD}, cooperating {_HELP}"
_ONE = f"lead {_LEAD}, cooperating nothing"


def _assigned(subject: Subject, sentence: str) -> str:
    source = SourceText(sentence)
    with subject.form.in_use():
        found = subject.form.assign(source, 0, len(source.flat))
    return f"lead {shown(found.lead)}, cooperating {shown(found.cooperating)}"


def _all(subject: Subject, expected: str, sentences: Iterator[str]) -> Iterator[Mismatch]:
    for sentence in sentences:
        yield from compare(sentence, expected, _assigned, subject, sentence)


def _label(word: str) -> str:
    """Write a label the way it begins a sentence, with the one colon that stands behind it there."""
    return f"{capitalized(word.strip().rstrip(':').rstrip())}:"


@check("assigning-orders", group=_GROUP, needs="assigning.orders", after="metadata-schema")
def orders(subject: Subject) -> Iterator[Mismatch]:
    """Every declared order names the agency behind it as the lead."""
    words = subject.form.assigning.orders
    yield from _all(subject, _ONE, (f"{capitalized(word)} {_LEAD} {_WORK}." for word in words))


@check("assigning-leads", group=_GROUP, needs="assigning.leads", after="metadata-schema")
def leads(subject: Subject) -> Iterator[Mismatch]:
    """Every declared word behind an agency makes it the lead."""
    words = subject.form.assigning.leads
    yield from _all(subject, _ONE, (f"{_LEAD} {word} {_WORK}." for word in words))


@check(
    "assigning-cooperating", group=_GROUP, needs=("assigning.leads", "assigning.cooperates"), after="assigning-leads"
)
def cooperating(subject: Subject) -> Iterator[Mismatch]:
    """Every declared word before an agency makes it take part."""
    words = subject.form.assigning
    sentences = (f"{_LEAD} {words.leads[0]}, {word} với {_HELP} {_WORK}." for word in words.cooperates)
    yield from _all(subject, _BOTH, sentences)


@check("assigning-lead-labels", group=_GROUP, needs="assigning.lead_labels", after="metadata-schema")
def lead_labels(subject: Subject) -> Iterator[Mismatch]:
    """Behind every declared label stands the lead."""
    words = subject.form.assigning.lead_labels
    yield from _all(subject, _ONE, (f"{capitalized(_WORK)}. {_label(word)} {_LEAD}." for word in words))


@check(
    "assigning-cooperating-labels",
    group=_GROUP,
    needs=("assigning.lead_labels", "assigning.cooperating_labels"),
    after="assigning-lead-labels",
)
def cooperating_labels(subject: Subject) -> Iterator[Mismatch]:
    """Behind every declared label stand those who take part."""
    words = subject.form.assigning
    lead = _label(words.lead_labels[0])
    helped = map(_label, words.cooperating_labels)
    yield from _all(subject, _BOTH, (f"{capitalized(_WORK)}. {lead} {_LEAD}. {word} {_HELP}." for word in helped))


def _tasks(subject: Subject, text: str, part: str) -> str:
    """Return a part of the tasks of a plan: ``due`` or ``product``."""
    tasks = [task for section in subject.read(text).assignments for task in section.tasks]
    return shown([getattr(task, part) for task in tasks])


def _plan(subject: Subject, sentence: str) -> str:
    """Put one task under an agency."""
    plan = subject.skeleton
    lines = (f"{plan.marker(1, 1)} {_LEAD}", f"{plan.marker(plan.innermost, 1)} {sentence}")
    return "\n".join((*plan.header(), *plan.part(1, plan.tasks_title, iter(lines))))


@check("assigning-due-labels", group=_GROUP, needs="assigning.due_labels", after="sections-layout")
def due_labels(subject: Subject) -> Iterator[Mismatch]:
    """Behind every declared label stands the deadline of the task."""
    for word in subject.form.assigning.due_labels:
        sentence = f"{capitalized(_WORK)}. {_label(word)} 15/10/2024."
        yield from compare(sentence, "2024-10-15", _tasks, subject, _plan(subject, sentence), "due")


@check("assigning-product-labels", group=_GROUP, needs="assigning.product_labels", after="sections-layout")
def product_labels(subject: Subject) -> Iterator[Mismatch]:
    """Behind every declared label stands what the task is to deliver."""
    for word in subject.form.assigning.product_labels:
        sentence = f"{capitalized(_WORK)}. {_label(word)} tờ trình của Sở."
        yield from compare(sentence, "tờ trình của Sở", _tasks, subject, _plan(subject, sentence), "product")
