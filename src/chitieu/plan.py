"""The plan as a value: header, indicators, work given to agencies, reporting, signature.

Everything here is frozen, compares by content (spans aside), pickles, and knows no file format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType

from attrs import field, frozen

from chitieu.agency_reader import Agency
from chitieu.periods import Due, Period
from chitieu.references import Reference
from chitieu.targets import Target
from chitieu.text import Span

__all__ = [
    "Appendix",
    "Assignment",
    "Footnote",
    "Plan",
    "PlannedIndicator",
    "Recipient",
    "Relation",
    "ReportFrequency",
    "ReportingSchedule",
    "Role",
    "Signatory",
    "TargetKind",
    "Task",
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


class Role(Enum):
    """What an agency does in a task. Values are the field's own words."""

    LEAD = "chủ trì"
    COOPERATE = "phối hợp"
    ADVISE = "tham mưu"
    MONITOR = "theo dõi"
    APPRAISE = "thẩm định"
    CONSOLIDATE = "tổng hợp"
    CARRY_OUT = "thực hiện"


@frozen
class Task:
    """A piece of work given to an agency.

    Attributes:
        text: the task as one line.
        role: what the lead does, by the first word of role in the text.
        lead: who answers for it; the agencies of the section unless the text names another.
        cooperating: who takes part.
        due: the last day, the period it must be done in, or how often (`Recurrence`); None if the text gives none.
        product: the document or thing to be delivered, where the text names it.
        targets, references: what the text holds of each.
        span: where it stands; not compared.

    >>> import chitieu as ct
    >>> task = ct.read_plan("examples/ke-hoach-song-hau-2026.txt").assignments[0].tasks[0]
    >>> task.span.start > 0
    True
    """

    text: str
    role: Role = Role.CARRY_OUT
    lead: tuple[Agency, ...] = ()
    cooperating: tuple[Agency, ...] = ()
    due: Due | None = None
    product: str | None = None
    targets: tuple[Target, ...] = ()
    references: tuple[Reference, ...] = ()
    span: Span | None = field(default=None, eq=False, repr=False)


@frozen
class Assignment:
    """A section of work: its heading, the agencies it is for, the tasks.

    Attributes:
        number: the number of the section as written; None if it has none.
        heading: the heading as one line, broken lines rejoined.
        agencies: whom the heading names; empty where sections go by field of work.
        tasks: the tasks, in order.
        span: where the section stands; not compared.

    >>> import chitieu as ct
    >>> section = ct.read_plan("examples/ke-hoach-song-hau-2026.txt").assignments[0]
    >>> len(section.agencies), len(section.tasks) > 1
    (1, True)
    """

    heading: str
    number: str | None = None
    agencies: tuple[Agency, ...] = ()
    tasks: tuple[Task, ...] = ()
    span: Span | None = field(default=None, eq=False, repr=False)


class ReportFrequency(Enum):
    """How often reports are due. Values are the words of plans."""

    MONTH = "tháng"
    QUARTER = "quý"
    HALF = "6 tháng"
    NINE_MONTHS = "9 tháng"
    YEAR = "năm"


_LAST_MONTHS: Mapping[ReportFrequency, tuple[int, ...]] = MappingProxyType(
    {
        ReportFrequency.MONTH: tuple(range(1, 13)),
        ReportFrequency.QUARTER: (3, 6, 9, 12),
        ReportFrequency.HALF: (6,),
        ReportFrequency.NINE_MONTHS: (9,),
        ReportFrequency.YEAR: (12,),
    }
)


@frozen
class ReportingSchedule:
    """When reports on the plan are due and to whom.

    Attributes:
        frequencies: how often.
        day: the day of the month named; None if the plan names none.
        before: True where the report must be in before that day (``trước ngày 15``).
        recipients: the agencies reports go to.
        text: the sentence; `span`: where it stands (not compared).

    >>> import chitieu as ct
    >>> [frequency.value for frequency in ct.read_plan("examples/ke-hoach-song-hau-2026.txt").reporting.frequencies]
    ['quý', '6 tháng', '9 tháng', 'năm']
    """

    frequencies: tuple[ReportFrequency, ...] = ()
    day: int | None = None
    before: bool = True
    recipients: tuple[Agency, ...] = ()
    text: str = ""
    span: Span | None = field(default=None, eq=False, repr=False)

    def deadlines(self, year: int) -> tuple[date, ...]:
        """Return the last days to report in a year, in order; empty if the plan names no day.

        ``trước ngày 15 tháng cuối quý`` gives the 14th of March, June, September and December.

        >>> schedule = ReportingSchedule((ReportFrequency.QUARTER, ReportFrequency.YEAR), 15)
        >>> [day.isoformat() for day in schedule.deadlines(2023)]
        ['2023-03-14', '2023-06-14', '2023-09-14', '2023-12-14']
        """
        if self.day is None:
            return ()
        months = sorted({month for often in self.frequencies for month in _LAST_MONTHS[often]})
        return tuple(date(year, month, self.day) - timedelta(days=1 if self.before else 0) for month in months)


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
class Plan:
    """A plan read from a document.

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
