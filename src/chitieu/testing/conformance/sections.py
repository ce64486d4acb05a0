"""Checks of the parts of a plan: each declared title, over a made-up list, is read as what it opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from attrs import evolve

from chitieu.plan import Assignment, Plan
from chitieu.testing.conformance.mismatch import Mismatch, compare, shown
from chitieu.testing.conformance.registry import check
from chitieu.testing.conformance.subject import Subject
from chitieu.testing.skeleton import INDICATORS, WORK, Skeleton, Work

__all__ = ["led", "targets_of"]

_GROUP = "sections"


def targets_of(plan: Plan) -> str:
    """List the targets of a plan with the names of their indicators, one a line."""
    return "\n".join(f"{indicator.name}: {target}" for indicator, target in plan.targets()) or "nothing"


def led(sections: tuple[Assignment, ...]) -> str:
    """List who leads and who takes part, one task a line."""
    tasks = [task for section in sections for task in section.tasks]
    return "\n".join(f"{shown(task.lead)}, with {shown(task.cooperating)}" for task in tasks) or "nothing"


_TARGETS = "\n".join(f"{name}: {target}" for name, target in INDICATORS)


def _led(work: tuple[Work, ...]) -> str:
    return "\n".join(f"{piece.lead}, with {piece.cooperating}" for piece in work)


def _all(plan: Plan) -> str:
    return f"{targets_of(plan)}\n{led(plan.assignments)}\n{led(plan.implementation)}"


_ALL = f"{_TARGETS}\n{_led(WORK)}\n{_led(WORK[:2])}"


@check("sections-layout", group=_GROUP, after="levels-lines")
def layout(subject: Subject) -> Iterator[Mismatch]:
    """A plan written in the format's own layout is read back: targets, work, who leads."""
    yield from compare(subject.text, _ALL, lambda: _all(subject.read(subject.text)))


def _titles(
    subject: Subject, plans: Iterator[tuple[str, Skeleton]], expected: str = _ALL, read: Callable[[Plan], str] = _all
) -> Iterator[Mismatch]:
    """Read the made-up plan with each title in its place."""
    whole = True
    for title, plan in plans:
        for mismatch in compare(title.upper(), expected, lambda text: read(subject.read(text)), plan.text):
            yield evolve(mismatch, input=plan.text) if whole else mismatch
            whole = False  # the plan once: with the other titles it is the same


def _with(subject: Subject, titles: tuple[str, ...], part: str) -> Iterator[tuple[str, Skeleton]]:
    """Put each title over a part of the made-up plan."""
    for title in titles:
        changed: dict[str, Any] = {part: title}
        yield title, evolve(subject.skeleton, **changed)


@check("sections-indicators", group=_GROUP, needs="sections.indicators", after="sections-layout")
def indicators(subject: Subject) -> Iterator[Mismatch]:
    """Every title for indicators opens a list of indicators."""
    yield from _titles(subject, _with(subject, subject.form.sections.indicators, "indicators_title"))


@check("sections-tasks", group=_GROUP, needs="sections.tasks", after="sections-layout")
def tasks(subject: Subject) -> Iterator[Mismatch]:
    """Every title for work opens pieces of work."""
    yield from _titles(subject, _with(subject, subject.form.sections.tasks, "tasks_title"))


@check("sections-implementation", group=_GROUP, needs="sections.implementation", after="sections-layout")
def implementation(subject: Subject) -> Iterator[Mismatch]:
    """Every title for the implementation opens it."""
    yield from _titles(subject, _with(subject, subject.form.sections.implementation, "implementation_title"))


@check("sections-aims", group=_GROUP, needs="sections.aims", after="sections-layout")
def aims(subject: Subject) -> Iterator[Mismatch]:
    """Under every title for aims, lines with targets are indicators where no other list is."""
    plans = _with(subject, subject.form.sections.aims, "indicators_title")
    yield from _titles(subject, plans, _TARGETS, targets_of)


def _extra(subject: Subject, titles: tuple[str, ...], behind: str = "") -> Iterator[tuple[str, Skeleton]]:
    """Put a part with each title before the others, with the lines of a list of indicators under it."""
    plan = subject.skeleton
    for title in titles:
        lines = (f"{plan.marker(0, 1)} {title}{behind}".upper(), *plan.indicator_lines())
        yield f"{title}{behind}", evolve(plan, before=lines, first=2)


@check("sections-results", group=_GROUP, needs="sections.results", after="sections-layout")
def results(subject: Subject) -> Iterator[Mismatch]:
    """Numbers under a title for results are no targets, even where it says of what they are results."""
    sections = subject.form.sections
    for behind in ("", *(f" {title}" for title in sections.indicators[:1])):  # KẾT QUẢ THỰC HIỆN CHỈ TIÊU
        yield from _titles(subject, _extra(subject, sections.results, behind))


@check("sections-purpose", group=_GROUP, needs="sections.purpose", after="sections-layout")
def purpose(subject: Subject) -> Iterator[Mismatch]:
    """A title for what holds neither targets nor work opens neither."""
    yield from _titles(subject, _extra(subject, subject.form.sections.purpose))
