"""Drafts of plans: what a made-up plan says, in parts that can be altered before the plan is built.

A draft holds decisions (who leads, till when, which share each part has); `PlanDraft.build` turns them into a `Plan`
whose words and fields agree. A test that plants a fault evolves one part of the draft.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from attrs import evolve, frozen

from chitieu import areas
from chitieu.agencies.agency import Agency
from chitieu.agencies.matching import match_agency
from chitieu.documents.recipients import read_parties
from chitieu.documents.references import Reference, find_references
from chitieu.indicators.match import match_target
from chitieu.periods.period import Due, Period, Recurrence
from chitieu.periods.text import format_period
from chitieu.plan import Appendix, Footnote, Plan, PlannedIndicator, Recipient, Relation, Signatory, TargetKind
from chitieu.provinces import ProvinceFormat
from chitieu.targets.reader import find_targets
from chitieu.targets.target import Target, telling_target
from chitieu.text import capitalized
from chitieu.work.reports import ReportFrequency, ReportingSchedule
from chitieu.work.tasks import Assignment, Role, Task
from chitieu.writing.references import cite, day_text, due_text
from chitieu.writing.reporting import reporting_sentence

__all__ = [
    "IndicatorDraft",
    "PlanDraft",
    "ReportDraft",
    "SectionDraft",
    "TaskDraft",
    "agency_named",
    "plan_words",
]


@cache
def plan_words() -> Mapping[str, Any]:
    """Return the words plans are put together from."""
    return tomllib.loads(resources.files("chitieu.testing").joinpath("plan-words.toml").read_text(encoding="utf-8"))


def agency_named(name: str) -> Agency | None:
    """Return the agency a name is read as, if it is read whole.

    >>> agency_named("Sở Y tế").key
    'syt'
    """
    found = match_agency(name, 0)
    return found[0] if found and found[1] == len(name) else None


@frozen
class IndicatorDraft:
    """An indicator line: its name, its targets, its parts.

    Attributes:
        name: what is measured; `targets`: what is aimed at, the level first.
        parts: the same for its parts; `kind`: who set the targets.

    >>> import chitieu as ct
    >>> IndicatorDraft("Tỷ lệ hộ nghèo", (ct.parse_target("không quá 2,5%"),)).build("3").indicator
    'poor'
    """

    name: str
    targets: tuple[Target, ...] = ()
    parts: tuple[IndicatorDraft, ...] = ()
    kind: TargetKind = TargetKind.PLANNED

    def build(
        self, number: str | None = None, relation: Relation = Relation.ITEM, within: str | None = None
    ) -> PlannedIndicator:
        """Return the indicator with the key that a reader finds for its name.

        Args:
            number: the number of its line.
            relation: how it stands to the line it is in.
            within: key of the whole it is a part of.
        """
        match = match_target(self.name, telling_target(self.targets), within)
        key = match.accepted if match else None
        parts = tuple(part.build(None, Relation.PART, key or within) for part in self.parts)
        return PlannedIndicator(self.name, number, key, self.targets, parts, relation, self.kind, match=match)


@frozen
class TaskDraft:
    """A piece of work, and the way it is said.

    Attributes:
        work: what is to be done, a phrase with its verb.
        style: how the lead is named: ``heading``, ``order``, ``subject`` or ``labels``, as formats name it.
        lead: who answers for it; `cooperating`: who takes part.
        due: the last day or the period; `product`: what is delivered, said by labels only.
        basis: the document it follows.

    >>> import chitieu as ct
    >>> lead, helper = agency_named("Sở Xây dựng"), agency_named("Sở Y tế")
    >>> draft = TaskDraft("sửa cầu Vàm Lúa", "order", lead, (helper,), Period(2026))
    >>> draft.text(ct.get_province("ca-mau"))
    'Giao Sở Xây dựng chủ trì, phối hợp với Sở Y tế sửa cầu Vàm Lúa trong năm 2026.'
    """

    work: str
    style: str
    lead: Agency
    cooperating: tuple[Agency, ...] = ()
    due: Due | None = None
    product: str | None = None
    basis: Reference | None = None

    def text(self, form: ProvinceFormat) -> str:
        """Return the sentence, with its end mark."""
        work = f"{self.work} theo {cite(self.basis, form)}" if self.basis else self.work
        if self.style == "labels":
            return self._labelled(capitalized(work))
        helped = f", phối hợp với {_names(self.cooperating)}" if self.cooperating else ""
        if self.style == "order":
            said = f"Giao {self.lead.name} chủ trì{helped} {work}"
        elif self.cooperating or self.style == "subject":
            said = f"{'chủ trì' if self.style == 'subject' else 'Chủ trì'}{helped} {work}"
        else:
            said = capitalized(work)
        return f"{said}{self._until(form)}."

    def _labelled(self, work: str) -> str:
        pieces = [work, f"Cơ quan chủ trì: {self.lead.name}"]
        if self.cooperating:
            pieces.append(f"Cơ quan phối hợp: {_names(self.cooperating)}")
        if self.due is not None:
            pieces.append(f"Thời hạn hoàn thành: {due_text(self.due)}")
        if self.product:
            pieces.append(f"Sản phẩm: {self.product}")
        return f"{'. '.join(pieces)}."

    def _until(self, form: ProvinceFormat) -> str:
        if isinstance(self.due, date):
            return f" trước {day_text(self.due, form)}"
        return f" trong {format_period(self.due)}" if isinstance(self.due, Period) else ""

    def build(self, form: ProvinceFormat) -> Task:
        """Return the task; its targets and references are those of its words."""
        text = self.text(form)
        plain = self.style == "heading" and not self.cooperating
        return Task(
            text=text,
            role=Role.CARRY_OUT if plain else Role.LEAD,
            lead=(self.lead,),
            cooperating=self.cooperating,
            due=self.due,
            product=self.product if self.style == "labels" else None,
            targets=tuple(mention.value for mention in find_targets(text)),
            references=tuple(mention.value for mention in find_references(text)),
        )


def _names(agencies: tuple[Agency, ...]) -> str:
    return ", ".join(agency.name for agency in agencies)


@frozen
class SectionDraft:
    """A section of work: a field of work, or the agency it is for.

    Attributes:
        heading: the field of work; empty where the section is for the lead of its tasks.
        tasks: the tasks.
    """

    tasks: tuple[TaskDraft, ...]
    heading: str = ""

    def build(self, number: str, form: ProvinceFormat) -> Assignment:
        """Return the section."""
        tasks = tuple(task.build(form) for task in self.tasks)
        if self.heading:
            return Assignment(self.heading, number, (), tasks)
        lead = self.tasks[0].lead
        return Assignment(lead.name, number, (lead,), tasks)


@frozen
class ReportDraft:
    """When reports are due: how often, before which day, to whom."""

    frequencies: tuple[ReportFrequency, ...]
    day: int
    to: Agency

    def build(self) -> ReportingSchedule:
        """Return the schedule with its sentence."""
        schedule = ReportingSchedule(self.frequencies, self.day, before=True, recipients=(self.to,))
        return evolve(schedule, text=reporting_sentence(schedule))

    def task(self) -> Task:
        """Return the same sentence as work: reporting is a duty."""
        return Task(self.build().text, due=Recurrence.QUARTER)


@frozen
class PlanDraft:
    """What a made-up plan says.

    Attributes:
        form: the format whose province it is of; `area`: the province; `issued`: its day.
        number: its number without symbol; `title`: its title, with the year.
        bases: documents it stands on, older than itself.
        indicators: its indicators; `numbered`: whether their lines have numbers.
        sections: its work; `oversight`: who watches over it; None leaves the part on implementation to reports.
        report: when reports are due; None leaves it out.
        recipients: lines of recipients; empty for none.
        deputy: whether a deputy signs; `appendices`: how many there are; `notes`: texts of its notes.

    >>> import chitieu as ct
    >>> form = ct.get_province("ben-tre")
    >>> draft = PlanDraft(form, ct.areas.find("Bến Tre"), date(2023, 1, 19), 7, "Phát triển kinh tế - xã hội năm 2023")
    >>> plan = draft.build()
    >>> plan.number, plan.issuer, str(plan.period)
    ('7/KH-UBND', 'ỦY BAN NHÂN DÂN TỈNH BẾN TRE', '2023')
    """

    form: ProvinceFormat
    area: areas.Area
    issued: date
    number: int
    title: str
    bases: tuple[Reference, ...] = ()
    indicators: tuple[IndicatorDraft, ...] = ()
    numbered: bool = True
    sections: tuple[SectionDraft, ...] = ()
    oversight: Agency | None = None
    report: ReportDraft | None = None
    recipients: tuple[str, ...] = ()
    deputy: bool = False
    appendices: int = 0
    notes: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where it is dated."""
        return self.area.short_name

    @property
    def issuer(self) -> str:
        """The body that issues it, in capitals."""
        city = self.area.kind.startswith("thành phố")
        return f"ỦY BAN NHÂN DÂN {'THÀNH PHỐ' if city else 'TỈNH'} {self.place.upper()}"

    def build(self) -> Plan:
        """Return the plan."""
        with self.form.in_use():
            lines = (draft.build(str(at) if self.numbered else None) for at, draft in enumerate(self.indicators, 1))
            return Plan(
                number=f"{self.number}/KH-UBND",
                issuer=self.issuer,
                place=self.place,
                issued=self.issued,
                title=self.title,
                period=Period(self.issued.year),
                bases=self.bases,
                indicators=tuple(lines),
                assignments=tuple(section.build(str(at), self.form) for at, section in enumerate(self.sections, 1)),
                implementation=tuple(self._implementation()),
                reporting=self.report.build() if self.report else None,
                signatory=self._signatory(),
                recipients=tuple(Recipient(line, parties=read_parties(line)) for line in self.recipients),
                appendices=tuple(Appendix("I" * at) for at in range(1, self.appendices + 1)),
                footnotes=tuple(Footnote(str(at), note) for at, note in enumerate(self.notes, 1)),
                province=self.form.slug,
            )

    def _implementation(self) -> Iterator[Assignment]:
        number = 0
        if self.report:
            number += 1
            yield Assignment("", str(number), (), (self.report.task(),))
        if self.oversight:
            number += 1
            text = f"{self.oversight.name} theo dõi, đôn đốc thực hiện Kế hoạch này."
            task = Task(text, Role.MONITOR, (self.oversight,))
            yield Assignment(self.oversight.name, str(number), (self.oversight,), (task,))

    def _signatory(self) -> Signatory:
        body = "TM. ỦY BAN NHÂN DÂN"
        if self.deputy:
            return Signatory("Nguyễn Văn A", "PHÓ CHỦ TỊCH", f"{body} KT. CHỦ TỊCH")
        return Signatory("Nguyễn Văn A", "CHỦ TỊCH", body)
