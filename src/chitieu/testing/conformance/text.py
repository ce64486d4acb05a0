"""Checks of reading any text: every way it is encoded, places, errors, repetition, time."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from time import process_time

from chitieu.agencies.agency import Agency
from chitieu.agencies.reader import find_agencies
from chitieu.documents.references import find_references
from chitieu.errors import NotAPlanError, ParseError, SourceError
from chitieu.outline import Block
from chitieu.periods.dates import find_dates
from chitieu.periods.text import find_periods
from chitieu.plan import Plan
from chitieu.quantities.reader import find_quantities
from chitieu.targets.reader import find_targets
from chitieu.testing.conformance.hostile import texts_for
from chitieu.testing.conformance.laws import hold
from chitieu.testing.conformance.mismatch import Mismatch, compare, raised
from chitieu.testing.conformance.pieces import pieces_for
from chitieu.testing.conformance.registry import check
from chitieu.testing.conformance.subject import Subject
from chitieu.text import SourceText, Span

__all__: list[str] = []

_GROUP = "text"
_SINGLE_SPACE = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
_NO_BREAK = "\N{NO-BREAK SPACE}"
_FINDERS = (find_dates, find_periods, find_quantities, find_targets, find_references, find_agencies)
_RATIO = 8
_MOST = 24
"""Eight times the text may take twenty-four times as long: linear time gives 8, quadratic 64."""
_SMALL = 4
_RUNS = 3


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _same(subject: Subject, change: Callable[[str], str]) -> Iterator[Mismatch]:
    """Compare the plan of a text with that of the text changed."""
    text = change(subject.text)
    yield from compare(text, _plain(subject.read(subject.text)), lambda: _plain(subject.read(text)))


def _plain(plan: Plan) -> str:
    """Write a plan with nothing of how its letters are encoded."""
    lines = str(plan).replace("), ", "),\n")
    return _nfc(lines).replace(_NO_BREAK, " ")


@check("text-nfd", group=_GROUP, after="sections-layout")
def nfd(subject: Subject) -> Iterator[Mismatch]:
    """A text whose letters are decomposed (NFD) is read as the composed one (NFC)."""
    yield from _same(subject, partial(unicodedata.normalize, "NFD"))


@check("text-no-break", group=_GROUP, after="sections-layout")
def no_break(subject: Subject) -> Iterator[Mismatch]:
    """No-break spaces between words change nothing."""
    yield from _same(subject, lambda text: _SINGLE_SPACE.sub(_NO_BREAK, text))


@check("text-repeatable", group=_GROUP, after="sections-layout")
def repeatable(subject: Subject) -> Iterator[Mismatch]:
    """Reading a text again gives the same plan: no step remembers the text before."""
    first = _plain(subject.read(subject.text))
    yield from compare(subject.text, first, lambda: _plain(subject.read(subject.text)))


# --- places -------------------------------------------------------------------------------------------------


def _agencies(plan: Plan) -> Iterator[Agency]:
    for section in (*plan.assignments, *plan.implementation):
        yield from section.agencies
        for task in section.tasks:
            yield from (*task.lead, *task.cooperating)
    if plan.reporting:
        yield from plan.reporting.recipients


def _spans(plan: Plan) -> Iterator[tuple[str, Span | None, str]]:
    """Yield every place a plan keeps, with the words that must stand there (nothing where they may differ)."""
    for name, span in plan.spans.items():
        yield name, span, "" if name in ("issued", "issuer") else str(getattr(plan, name))
    for item in plan.indicators:
        yield from (("indicator", part.span, "") for part in item.walk())
    for indicator, target in plan.targets():
        yield f"target of {indicator.name}", target.span, ""
    for agency in _agencies(plan):
        yield "agency", agency.span, agency.name
    for section in (*plan.assignments, *plan.implementation):
        yield "section", section.span, ""
        yield from (("task", task.span, task.text) for task in section.tasks)
    for name in ("recipients", "appendices", "footnotes"):
        yield from ((name, part.span, "") for part in getattr(plan, name))


def _words(text: str) -> str:
    return " ".join(SourceText(text).flat.split())


@check("text-spans", group=_GROUP, after="sections-layout")
def spans(subject: Subject) -> Iterator[Mismatch]:
    """Every place in a plan is a place of its text, and what was read stands there."""
    for text in (subject.text, unicodedata.normalize("NFD", subject.text)):
        for name, span, words in _spans(subject.read(text)):
            if span is None:
                continue
            if not 0 <= span.start <= span.end <= len(text):
                yield Mismatch(text, f"{name}: a place in {len(text)} characters", f"{span.start} to {span.end}")
            elif words and _words(span.of(text)) != _words(words):
                yield Mismatch(text, f"{name}: {words}", span.of(text))


@check("text-mentions", group=_GROUP, after="metadata-schema")
def mentions(subject: Subject) -> Iterator[Mismatch]:
    """What the find functions find with the format's words stands where they say."""

    def law(text: str) -> Iterator[Mismatch]:
        with subject.form.in_use():
            for find in _FINDERS:
                for mention in find(text):
                    if mention.span.of(text) != mention.text:
                        yield Mismatch(text, mention.text, mention.span.of(text))

    yield from hold(texts_for(subject), law, subject.max_examples)


@check("text-outline", group=_GROUP, after="levels-lines")
def outline(subject: Subject) -> Iterator[Mismatch]:
    """The blocks of an outline follow each other in the order of the text, each inside the one it is part of."""

    def law(text: str) -> Iterator[Mismatch]:
        source = SourceText(text)
        root = subject.form.outline(source).root
        yield from (Mismatch(text, "blocks in order", wrong) for wrong in _disorder(root, len(source.text)))

    yield from law(subject.text)
    yield from hold(texts_for(subject), law, subject.max_examples)


def _disorder(block: Block, limit: int) -> Iterator[str]:
    """Say where blocks are out of order or outside their text."""
    done = block.end
    for child in block.children:
        if not (done <= child.start <= child.body <= child.end <= limit):
            places = f"starts {child.start}, body {child.body}, ends {child.end}"
            yield f"{child.kind} {child.label or child.symbol}: {places}; before it {done}, text {limit}"
            return
        yield from _disorder(child, limit)
        done = max(done, child.stop)


# --- errors and time ----------------------------------------------------------------------------------------


@check("text-errors", group=_GROUP, after="levels-lines")
def errors(subject: Subject) -> Iterator[Mismatch]:
    """Whatever the text, reading it gives a plan or one of the library's errors, and nothing else escapes."""

    def law(text: str) -> Iterator[Mismatch]:
        try:
            subject.read(text)
        except (ParseError, NotAPlanError, SourceError):
            return
        except Exception as error:  # noqa: BLE001  (that is what is looked for)
            yield Mismatch(text, "a plan, or ParseError, NotAPlanError, SourceError", raised(error))

    pieces = pieces_for(subject)
    for text in (subject.text, *pieces, "\n".join(pieces)):  # for certain, before those made by chance
        broken = next(law(text), None)
        if broken is not None:
            yield broken
            return
    yield from hold(texts_for(subject), law, subject.max_examples * 2)


def _seconds(read: Callable[[], object]) -> float:
    start = process_time()
    read()
    return process_time() - start


@check("text-time", group=_GROUP, after="text-errors")
def time(subject: Subject) -> Iterator[Mismatch]:
    """Time grows with the text and no faster."""
    body = "\n".join(subject.skeleton.body()) + "\n"
    shapes = {
        "the plan again and again": (subject.text, ""),
        "one endless paragraph": (body.replace("\n", " "), subject.text),
    }
    for name, (piece, head) in shapes.items():
        ratio = _ratio(subject, head, piece)
        if ratio > _MOST:
            yield Mismatch(name, f"at most {_MOST} times as long for {_RATIO} times the text", f"{ratio:.0f} times")


def _ratio(subject: Subject, head: str, piece: str) -> float:
    """Return how much longer reading takes where a piece is repeated more often, in processor time.

    The shortest of several runs counts, as a busy machine only makes runs longer; the first long run that is
    short enough is enough.
    """
    small, large = (head + piece * count for count in (_SMALL, _SMALL * _RATIO))
    short = min(_seconds(partial(subject.read, small)) for _ in range(_RUNS))
    ratios = (_seconds(partial(subject.read, large)) / short for _ in range(2))
    ratio = math.inf
    for tried in ratios:
        ratio = min(ratio, tried)
        if ratio <= _MOST:
            break
    return ratio
