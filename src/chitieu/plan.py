"""The plan as a value: header, indicators, work given to agencies, reporting, signature.

Everything here is frozen, compares by content (spans aside), pickles, and knows no file format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum

from attrs import field, frozen

from chitieu import areas
from chitieu.areas import Area
from chitieu.documents.recipients import RecipientParty
from chitieu.documents.references import Reference
from chitieu.documents.signatures import Authority, SignedFor, signed_for
from chitieu.indicators.match import IndicatorMatch
from chitieu.periods.period import Period
from chitieu.periods.text import format_period
from chitieu.plan_html import html_table
from chitieu.targets.target import Target
from chitieu.text import Span
from chitieu.work.lists import WorkLists
from chitieu.work.ownership import TaskOwner
from chitieu.work.reports import DueReport, OwedReport, ReportFrequency, ReportingSchedule
from chitieu.work.tasks import AssignedTask, Assignment, Role, RoleMatrix, Task

__all__ = [
    "Appendix",
    "AssignedTask",
    "Assignment",
    "DueReport",
    "Footnote",
    "OwedReport",
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
        indicator: key in the catalogue of indicators, or None where no record is meant with enough confidence.
        match: the record the name was taken for, with the confidence and the reason, also where it was not enough for
            the key; not compared.
        targets: the targets set for exactly this name; may be empty (a line of words).
        parts: indicators inside the same line, see `Relation`.
        relation: how it stands to the line it is in.
        kind: who set the targets.
        text: the line as one line; `span`: where it stands in the original text. Neither is compared: the same
            indicator may be written in another province's words.

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
    match: IndicatorMatch | None = field(default=None, eq=False, repr=False)
    text: str = field(default="", eq=False)
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
        name: the name, without rank or degree.
        title: the office; `authority`: the marks with the body and the office signed for, as written.
        rank: rank or degree before the name (``Đại tá``, ``TS``); None if there is none.
        span: where the name stands; not compared.

    >>> import chitieu as ct
    >>> signatory = ct.read_plan("examples/ke-hoach-song-hau-2026.txt").signatory
    >>> signatory.name, signatory.body, signatory.office, signatory.title
    ('Nguyễn Văn A', 'ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'PHÓ CHỦ TỊCH')
    """

    name: str
    title: str | None = None
    authority: str | None = None
    span: Span | None = field(default=None, eq=False, repr=False)
    rank: str | None = None

    @property
    def signed_for(self) -> tuple[SignedFor, ...]:
        """The steps of the signature, from the body down: ``TM.`` the committee, ``KT.`` its chairman."""
        return signed_for(self.authority, self.title)

    @property
    def body(self) -> str | None:
        """The body signed for (``TM.``), as written; None where somebody signs in his own right."""
        return next((step.name for step in self.signed_for if step.authority is Authority.COLLECTIVE), None)

    @property
    def office(self) -> str | None:
        """The office signed for: the one behind ``KT.``, ``TL.``, ``TUQ.``, else the signatory's own."""
        steps = [step.name for step in self.signed_for if step.authority is not Authority.COLLECTIVE]
        return steps[-1] if steps else self.title

    def __str__(self) -> str:
        return self.name


@frozen
class Recipient:
    """A line of the list of recipients, as written without its dash.

    Attributes:
        text: the line; `span`: where it stands (not compared).
        parties: whom the line names, shorthand written out.

    >>> import chitieu as ct
    >>> for line in ct.read_plan("examples/ke-hoach-song-hau-2026.txt").recipients[2:5:2]:
    ...     print([party.name for party in line.parties])
    ['Thường trực Tỉnh ủy', 'Thường trực HĐND tỉnh']
    ['Chủ tịch UBND tỉnh', 'các Phó Chủ tịch UBND tỉnh']
    """

    text: str
    span: Span | None = field(default=None, eq=False, repr=False)
    parties: tuple[RecipientParty, ...] = ()

    def __str__(self) -> str:
        return self.text


@frozen
class Appendix:
    """An appendix the plan names.

    Attributes:
        label: its number as written (``"II"``).
        present: whether its content is in the text read.
        span: where it is named; not compared.
    """

    label: str
    present: bool = False
    span: Span | None = field(default=None, eq=False, repr=False)

    def __str__(self) -> str:
        return f"Phụ lục {self.label}"


@frozen
class Footnote:
    """A note mark in the text and its note.

    Attributes:
        mark: the mark (``[1]``).
        text: the note, if it was copied too; else None.
        span: where the mark stands; not compared.
    """

    mark: str
    text: str | None = None
    span: Span | None = field(default=None, eq=False, repr=False)


@frozen
class Plan(WorkLists):
    """A plan read from a document.

    Who does what, by when, is asked with the methods of `chitieu.work.lists.WorkLists`.

    Attributes:
        number: number and symbol (``370/KH-UBND``); issuer: the body it is from; place: the place before its date;
            issued: the day of issue; title: what it is on.
        period: the year or years the plan is for.
        bases: the documents its preamble stands on.
        indicators: the lines of indicators, in order.
        assignments: the sections of work.
        implementation: what the part on implementation asks of whom (``TỔ CHỨC THỰC HIỆN``).
        reporting: when reports are due; None if the plan does not say.
        signatory: who signed; recipients: who gets a copy, line by line; appendices: the appendices it names; footnotes: the
            marks of notes in it.
        province: slug of the format it was read with.
        spans: where the fields of the header stand in the text; not compared.
        cosignatories: who signed beside the signatory (``liên tịch``), in order.
        cited: every document the text names, wherever it does, in order and with its place; not compared, since what
            the plan says of them is in its parts.
        text: the text it was read from, which the spans are offsets in; empty for a plan that was built or came out of
            JSON. Not compared, not in JSON.

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
    cosignatories: tuple[Signatory, ...] = ()
    cited: tuple[Reference, ...] = field(default=(), eq=False, repr=False)
    text: str = field(default="", eq=False, repr=False)

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        """All who signed, the first first."""
        return ((self.signatory,) if self.signatory else ()) + self.cosignatories

    @property
    def area(self) -> Area | None:
        """The province its place is, on the day of issue or, where that is open, when its period begins; None if unknown."""
        day = self.issued or (self.period.start if self.period else None)
        return areas.find(self.place, on=day) if self.place and day else None

    def targets(self) -> Iterator[tuple[PlannedIndicator, Target]]:
        """Yield every target of the indicator lines with its indicator, in order of the text."""
        for item in self.indicators:
            for indicator in item.walk():
                for target in indicator.targets:
                    yield indicator, target

    def _repr_html_(self) -> str:
        """Return the plan as notebooks show it: its header and a table of its first indicators."""
        lines = [indicator for item in self.indicators for indicator in item.walk()]
        rows = ((line.number or "", line.name, "; ".join(map(str, line.targets))) for line in lines)
        about = (self.number, self.issuer, self.period and format_period(self.period))
        tasks = sum(len(part.tasks) for part in (*self.assignments, *self.implementation))
        counts = f"{len(self.indicators)} dòng chỉ tiêu, {tasks} nhiệm vụ"
        caption = (self.title or "Kế hoạch", " · ".join(part for part in about if part), counts)
        return html_table(caption, ("STT", "Chỉ tiêu", "Mục tiêu"), rows, len(lines), "… và {count} dòng nữa")

    def references(self) -> tuple[Reference, ...]:
        """Return the documents the plan refers to, bases first, each identity once."""
        found: dict[tuple[object, ...], Reference] = {}
        tasks = (task for part in (*self.assignments, *self.implementation) for task in part.tasks)
        for reference in (*self.bases, *(reference for task in tasks for reference in task.references)):
            found.setdefault(reference.identity, reference)
        return tuple(found.values())
