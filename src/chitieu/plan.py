"""The plan as a value: header, indicators, work given to agencies, reporting, signature.

Everything here is frozen, compares by content (spans aside), pickles, and knows no file format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum

from attrs import field, frozen

from chitieu.periods import Period
from chitieu.references import Reference
from chitieu.reports import DueReport, ReportFrequency, ReportingSchedule
from chitieu.targets import Target
from chitieu.text import Span
from chitieu.work import Assignment, Role, Task
from chitieu.work_lists import AssignedTask, RoleMatrix, TaskOwner, WorkLists

__all__ = [
    "Appendix",
    "AssignedTask",
    "Assignment",
    "DueReport",
    "Footnote",
    "Plan",
    "PlannedIndicator",
    "Recipient",
    "Relation",
    "ReportFrequency",
    "ReportingSchedule",
    "Role",
    "RoleMatrix",
    "Signatory",
    "TargetKind",
    "Task",
    "TaskOwner",
]


class TargetKind(Enum):
    """Who set a target: one plan may hold several for one indicator."""

    PLANNED = "planned"
    """The plan's own target, nothing else said."""
    ASSIGNED = "assigned"
    """Given by a higher level (``theo dự toán Trung ương giao``)."""
    STRIVING = "striving"
    """What the province strives for beyond that (``chỉ tiêu địa phương phấn đấu``)."""


class Relation(Enum):
    """How a part of an indicator line stands to the line."""

    ITEM = "item"
    """It is the line itself."""
    PART = "part"
    """A part of the whole before it (``trong đó``)."""
    BESIDE = "beside"
    """Another indicator in the same line."""


@frozen
class PlannedIndicator:
    """An indicator of a plan with its targets.

    Attributes:
        number: the number of its line as written (``"6"``); None for parts and unnumbered lines.
        name: what is measured, as the plan says it, without the words that give the bound.
        indicator: key in the catalogue of indicators, or None.
        targets: the targets set for exactly this name; may be empty (a line of words).
        parts: indicators inside the same line, see `Relation`.
        relation: how it stands to the line it is in.
        kind: who set the targets.
        text: the line as one line; `span`: where it stands in the original text (not compared).

    >>> import chitieu as ct
    >>> item = ct.parse_indicators("3) Tỷ lệ hộ nghèo còn không quá 2,5%;")[0]
    >>> item.number, item.name, str(item.targets[0])
    ('3', 'Tỷ lệ hộ nghèo', 'không quá 2,5%')
    """

    name: str
    number: str | None = None
    indicator: str | None = None
    targets: tuple[Target, ...] = ()
    parts: tuple[PlannedIndicator, ...] = ()
    relation: Relation = Relation.ITEM
    kind: TargetKind = TargetKind.PLANNED
    text: str = ""
    span: Span | None = field(default=None, eq=False, repr=False)

    def walk(self) -> Iterator[PlannedIndicator]:
        """Yield this indicator and all its parts, depth first."""
        yield self
        for part in self.parts:
            yield from part.walk()


@frozen
class Signatory:
    """Who signed: ``TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Name``.

    Attributes:
        name: the name; `title`: the office; `authority`: the mark and the body signed for.

    >>> import chitieu as ct
    >>> ct.read_plan("examples/ke-hoach-song-hau-2026.txt").signatory.name
    'Nguyễn Văn A'
    """

    name: str
    title: str | None = None
    authority: str | None = None
    span: Span | None = field(default=None, eq=False, repr=False)

    def __str__(self) -> str:
        return self.name


@frozen
class Recipient:
    """A line of the list of recipients, as written without its dash."""

    text: str
    span: Span | None = field(default=None, eq=False, repr=False)

    def __str__(self) -> str:
        return self.text


@frozen
class Appendix:
    """An appendix the plan names.

    Attributes:
        label: its number as written (``"II"``).
        present: whether its content is in the text read.
    """

    label: str
    present: bool = False
    span: Span | None = field(default=None, eq=False, repr=False)

    def __str__(self) -> str:
        return f"Phụ lục {self.label}"


@frozen
class Footnote:
    """A note mark in the text (``[1]``) and its note, if the note was copied too."""

    mark: str
    text: str | None = None
    span: Span | None = field(default=None, eq=False, repr=False)


@frozen
class Plan(WorkLists):
    """A plan read from a document.

    Who does what, by when, is asked with the methods of `chitieu.work_lists.WorkLists`.

    Attributes:
        number: number and symbol (``370/KH-UBND``); issuer, place, issued, title: the header.
        period: the year or years the plan is for.
        bases: the documents its preamble stands on.
        indicators: the lines of indicators, in order.
        assignments: the sections of work.
        implementation: what the part on implementation asks of whom (``TỔ CHỨC THỰC HIỆN``).
        reporting: when reports are due; None if the plan does not say.
        signatory, recipients, appendices, footnotes: the end of the document.
        province: slug of the format it was read with.
        spans: where the fields of the header stand in the text; not compared.

    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> plan.number, plan.place, len(plan.indicators), len(plan.assignments)
    ('58/KH-UBND', 'Sông Hậu', 18, 13)
    """

    number: str | None = None
    issuer: str | None = None
    place: str | None = None
    issued: date | None = None
    title: str | None = None
    period: Period | None = None
    bases: tuple[Reference, ...] = ()
    indicators: tuple[PlannedIndicator, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    implementation: tuple[Assignment, ...] = ()
    reporting: ReportingSchedule | None = None
    signatory: Signatory | None = None
    recipients: tuple[Recipient, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    province: str = field(default="standard", eq=False)
    spans: Mapping[str, Span] = field(factory=dict, eq=False, repr=False)

    def targets(self) -> Iterator[tuple[PlannedIndicator, Target]]:
        """Yield every target of the indicator lines with its indicator, in order of the text."""
        for item in self.indicators:
            for indicator in item.walk():
                for target in indicator.targets:
                    yield indicator, target

    def references(self) -> tuple[Reference, ...]:
        """Return the documents the plan refers to, bases first, each identity once."""
        found: dict[tuple[object, ...], Reference] = {}
        tasks = (task for part in (*self.assignments, *self.implementation) for task in part.tasks)
        for reference in (*self.bases, *(reference for task in tasks for reference in task.references)):
            found.setdefault(reference.identity, reference)
        return tuple(found.values())
