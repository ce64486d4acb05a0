"""Checks of the words of the body: each declared one does what its list says."""

from __future__ import annotations

from collections.abc import Iterator

from chitieu.plan import TargetKind
from chitieu.provinces import ProvinceFormat
from chitieu.reading import parse_indicators, parse_plan
from chitieu.targets.reader import find_targets
from chitieu.targets.target import Bound, Change
from chitieu.testing.conformance.mismatch import Mismatch, compare
from chitieu.testing.conformance.registry import check
from chitieu.testing.conformance.subject import Subject
from chitieu.text import capitalized

__all__: list[str] = []

_GROUP = "words"
_NAME = "Tỷ lệ lao động qua đào tạo"
_BEFORE = {
    "at_least": Bound.AT_LEAST,
    "at_most": Bound.AT_MOST,
    "more_than": Bound.MORE_THAN,
    "less_than": Bound.LESS_THAN,
    "about": Bound.ABOUT,
}
_BEHIND = {"at_least_after": Bound.AT_LEAST, "at_most_after": Bound.AT_MOST}
_CHANGES = {"increase": Change.INCREASE, "decrease": Change.DECREASE}


def _target(form: ProvinceFormat, line: str, said: str) -> object:
    """Return what is said of the one target of a line: its ``bound`` or its ``change``."""
    with form.in_use():
        found = find_targets(line)
    return getattr(found[0].value, said) if len(found) == 1 else f"{len(found)} targets"


def _name(form: ProvinceFormat, line: str) -> str:
    return parse_indicators(line, form)[0].name


@check("words-bounds", group=_GROUP, needs="words.bounds", after="metadata-schema")
def bounds(subject: Subject) -> Iterator[Mismatch]:
    """Every declared word for a bound gives that bound, before its number or behind it."""
    form, words = subject.form, subject.form.words.bounds
    lines = [(f"{_NAME} {word} 50%", bound) for name, bound in _BEFORE.items() for word in getattr(words, name)]
    lines += [(f"{_NAME} đạt 50% {word}", bound) for name, bound in _BEHIND.items() for word in getattr(words, name)]
    for line, bound in lines:
        yield from compare(line, bound, _target, form, line, "bound")


@check("words-changes", group=_GROUP, needs="words.changes", after="levels-lines")
def changes(subject: Subject) -> Iterator[Mismatch]:
    """Every declared word for a change, a level or a link says of a number what its list says."""
    form, words = subject.form, subject.form.words.changes
    lines = [(f"{_NAME} {word} 50%", change) for name, change in _CHANGES.items() for word in getattr(words, name)]
    lines += [(f"{_NAME} giảm {word} 50%", Change.LEVEL) for word in words.level]
    for line, change in lines:
        yield from compare(line, change, _target, form, line, "change")
    for line in (f"{_NAME} {word} 50%" for word in words.link):
        yield from compare(line, _NAME, _name, form, line)


def _kind(form: ProvinceFormat, line: str) -> TargetKind:
    return parse_indicators(line, form)[0].kind


@check("words-assigned", group=_GROUP, needs="words.assigned", after="levels-lines")
def assigned(subject: Subject) -> Iterator[Mismatch]:
    """Every declared word for a target given from above marks the target as given."""
    form = subject.form
    for word in form.words.assigned:
        line = f"Thu ngân sách nhà nước trên địa bàn {word} 500 tỷ đồng"
        yield from compare(line, TargetKind.ASSIGNED, _kind, form, line)


@check("words-striving", group=_GROUP, needs="words.striving", after="levels-lines")
def striving(subject: Subject) -> Iterator[Mismatch]:
    """Every declared word for what the province strives for marks the target as such."""
    form = subject.form
    for word in form.words.striving:
        line = f"Thu ngân sách nhà nước trên địa bàn {word} là 500 tỷ đồng"
        yield from compare(line, TargetKind.STRIVING, _kind, form, line)


_BROKEN = """Kế hoạch này nêu rõ các công việc mà từng
đơn vị có tên dưới đây phải làm xong trong
năm nay và những năm sau đó.
I. {title}
1. Ban Điều phối chương trình nông thôn
{verb} công việc được giao tại các xã,
phường trên địa bàn tỉnh, bảo đảm đúng
tiến độ đã đề ra.
- {verb} công việc ở cơ sở.
"""
"""A copy with broken lines: only the verb tells where the heading ends."""


def _heading(form: ProvinceFormat, text: str) -> str:
    plan = parse_plan(text, form)
    return plan.assignments[0].heading if plan.assignments else "no assignment"


@check("words-verbs", group=_GROUP, needs=("words.task_verbs", "sections.tasks"), after="sections-layout")
def verbs(subject: Subject) -> Iterator[Mismatch]:
    """Every declared verb parts the heading over a task from the task, where lines are broken."""
    form = subject.form
    title = form.sections.tasks[0].upper()
    for verb in form.words.task_verbs:
        text = _BROKEN.format(title=title, verb=capitalized(verb))
        yield from compare(text, "Ban Điều phối chương trình nông thôn", _heading, form, text)
