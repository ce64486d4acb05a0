"""A plan as the text of a document, in the layout of a format.

The parts come in the order of the decree: head, title, legal bases, indicators, work, implementation, recipients,
signature, notes. Numbers of lines and sections are the plan's; the format gives the marks around them, the titles, the
writing of numbers and dates, and how the head is set. Every piece is written in the first way that a reader, if one is
given, reads back as what the plan holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby

from attrs import define, evolve, field

from chitieu.agencies.known import directory
from chitieu.agencies.lookup import lookup
from chitieu.indicators.registry import available_indicators
from chitieu.plan import Plan, PlannedIndicator
from chitieu.provinces import ProvinceFormat
from chitieu.work.tasks import Assignment
from chitieu.writing.asking import Asks
from chitieu.writing.closing import notes_and_appendices, recipient_lines, signature_lines
from chitieu.writing.folding import folded
from chitieu.writing.header import head_block, kind_of_document, preamble, title_lines
from chitieu.writing.lines import Composed, compositions
from chitieu.writing.markers import Opener, bullet, follows, numbered, opener, title_levels
from chitieu.writing.reporting import reporting_sentence
from chitieu.writing.work import Section, in_table, section_lines, section_runs, table_lines

__all__ = ["Part", "TextWriter", "write_text"]

_TITLES = {
    "indicators": "CHỈ TIÊU CHỦ YẾU",
    "tasks": "NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU",
    "implementation": "TỔ CHỨC THỰC HIỆN",
}
_REPORTING = "YÊU CẦU BÁO CÁO"
_GROUP = "Các chỉ tiêu"
_GOES_ON = " (TIẾP THEO)"
_GOES_ON_BEHIND = (",", "-", "(")  # a reader joins the next line to one that ends so
_UNRANKED = 99


@define
class Part:
    """A part of the document: its title and the lines under it.

    Attributes:
        title: the title; `lines`: what stands under it.
        opener: its marker, where the plan gives one; else the part is counted.
    """

    title: str
    lines: list[str] = field(factory=list)
    opener: Opener | None = None


class TextWriter:
    """Writes one plan in one format.

    Args:
        plan: the plan.
        form: the format; it must be in use.
        asks: reads back what was composed; None takes the first way of writing everything.
    """

    def __init__(self, plan: Plan, form: ProvinceFormat, asks: Asks | None = None) -> None:
        self.plan, self.form, self.asks = plan, form, asks
        self.ranks: list[int] = []  # of the levels used inside parts: titles must be wider

    def lines(self) -> Iterator[str]:
        """Yield the lines of the document."""
        body = list(self.body())
        yield from head_block(self.plan, self.form)
        yield from title_lines(self.plan, self.form)
        if self.plan.title:
            yield ""  # the title ends here, whatever stands next
        yield from preamble(self.plan, self.form, kind_of_document(self.plan, self.form), self.lost_marks(body))
        yield from body
        yield from filter(None, (self.closing_line(body),))
        yield from recipient_lines(self.plan)
        for signatory in self.plan.signatories:
            yield from signature_lines(signatory)
        yield from notes_and_appendices(self.plan)

    def closing_line(self, body: Sequence[str]) -> str:
        """Return the sentence that ends the text with the format's mark; empty where the text has the mark already."""
        closing = self.form.layout.closing
        if not closing or (body and body[-1].endswith((closing, *_GOES_ON_BEHIND))):
            return ""
        return f"Trên đây là nội dung {kind_of_document(self.plan, self.form)}{closing}"

    def lost_marks(self, body: Sequence[str]) -> str:
        """Return the marks of notes up to the last one that no line holds: they are listed in their order."""
        text = "\n".join((self.plan.title or "", *body))
        marks = [f"[{note.mark}]" for note in self.plan.footnotes]
        lost = [at for at, mark in enumerate(marks) if mark not in text]
        return "".join(marks[: lost[-1] + 1]) if lost else ""

    # --- parts -------------------------------------------------------------------------------------------

    def body(self) -> Iterator[str]:
        """Yield the lines of the parts with their titles."""
        for title, lines in self.titled():
            yield title
            yield from lines

    def titled(self) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield each part: its title with its mark, and the lines under it."""
        parts = list(self.parts())
        level = self.title_level()
        count = 0
        for part in parts:
            mark = part.opener or (numbered(self.form, level, count + 1) if level else None) or bullet(self.form)
            count = mark.number or count + 1
            yield f"{mark.text} {part.title}", part.lines

    def opens_section(self, line: str) -> bool:
        """Whether a line is the heading of a section that has a number."""
        marker = self.form.classify_line(line)
        return (
            marker is not None
            and marker.number is not None
            and line[marker.length :].removesuffix(":") in self.headings
        )

    @cached_property
    def headings(self) -> frozenset[str]:
        """The headings of all sections."""
        return frozenset(one.heading for one in (*self.plan.assignments, *self.plan.implementation))

    def title_level(self) -> str:
        """Return the level of titles: the widest of the layout, or a wider one where sections stand at that level."""
        inner = min(self.ranks, default=_UNRANKED)
        levels = title_levels(self.form)
        for name in levels:
            rank = self.form.levels[name].rank
            if (rank is None and inner == _UNRANKED) or (rank is not None and rank < inner):
                return name
        return levels[-1] if levels else ""

    def parts(self) -> Iterator[Part]:
        """Yield what the plan holds, part by part."""
        if self.plan.indicators:
            yield Part(self.title("indicators"), list(self.indicators()))
        yield from self.work()
        runs = section_runs(self.plan.implementation, self.form, work=False)
        for at, run in enumerate(runs):
            yield self.sections(run, self.title("implementation") + (_GOES_ON if at else ""), work=False)
        yield from self.reporting()

    def title(self, name: str) -> str:
        """Return the title of a part as the format says it."""
        own: str = getattr(self.form.layout, f"{name}_title")
        return (own or _TITLES[name]).upper()

    def work(self) -> Iterator[Part]:
        """Yield the parts that hold work: one for each list of sections, and the table."""
        start = in_table(self.plan.assignments, self.asks)
        for at, run in enumerate(section_runs(self.plan.assignments[:start], self.form, work=True)):
            if self.is_title(run[0]):
                lines = section_lines(run[0], self.form, self.asks, work=True)
                yield Part(run[0].part.heading, list(lines)[1:], run[0].opener)
            else:
                yield self.sections(run, self.title("tasks") + (_GOES_ON if at else ""), work=True)
        if self.plan.assignments[start:]:
            yield Part(self.title("tasks"), list(table_lines(self.plan.assignments[start:])))

    def is_title(self, section: Section) -> bool:
        """Whether a section is a part of its own: tasks right under ``II. NHIỆM VỤ``."""
        part, first = section.part, self.form.layout.levels[:1]
        says = self.form.sections.opens_tasks.search(part.heading.lower()) is not None
        return says and not part.agencies and (section.opener.level,) == first and section.opener.rank is not None

    def sections(self, run: list[Section], title: str, *, work: bool) -> Part:
        """Make a part of a list of sections."""
        self.ranks += [section.opener.rank for section in run if section.opener.rank is not None]
        return Part(title, [line for one in run for line in section_lines(one, self.form, self.asks, work=work)])

    def reporting(self) -> Iterator[Part]:
        """Yield a part for the sentence on reports, unless a piece of work says it already."""
        schedule = self.plan.reporting
        if schedule is None:
            return
        sections: tuple[Assignment, ...] = (*self.plan.assignments, *self.plan.implementation)
        said = {task.text for section in sections for task in section.tasks}
        if not schedule.text or schedule.text not in said:
            yield Part(_REPORTING, [schedule.text or reporting_sentence(schedule)])

    # --- indicators --------------------------------------------------------------------------------------

    def indicators(self) -> Iterator[str]:
        """Yield the lines of indicators; lists that cannot be one stand under headings."""
        runs = self.indicator_runs()
        used = {mark.level for _, items in runs for _, mark in items}
        self.ranks += [mark.rank for _, items in runs for _, mark in items if mark.rank is not None]
        heads = [name for name in (*self.form.layout.levels[1:], "num", "letter", "sub") if name not in used]
        counting = (name for name in heads if self.counts(name))
        level = next(counting, "letters")
        for at, (heading, items) in enumerate(runs, 1):
            if len(runs) > 1 or heading:
                mark = numbered(self.form, level, at) or bullet(self.form)
                yield f"{mark.text} {heading or _GROUP}"
            for place, (item, mark) in enumerate(items, 1):
                last = at == len(runs) and place == len(items)
                yield from self.indicator(item, mark, "." if last else self.form.layout.item_end)

    def counts(self, level: str) -> bool:
        """Whether a level of the format counts, so that its headings can be told from bullets."""
        if level not in self.form.levels or self.form.levels[level].rank is not None:
            return False
        mark = numbered(self.form, level, 1)
        return mark is not None and mark.number is not None

    def indicator_runs(self) -> list[tuple[str, list[tuple[PlannedIndicator, Opener]]]]:
        """Divide the indicators into lists, each with a heading or none."""
        runs: list[tuple[str, list[tuple[PlannedIndicator, Opener]]]] = []
        for owner, group in groupby(self.plan.indicators, self.owner):
            before: Opener | None = None
            for item in group:
                mark = self.item_opener(item)
                if before is None or not follows(before, mark):
                    runs.append((owner, []))
                runs[-1][1].append((item, mark))
                before = mark
        return runs

    def owner(self, item: PlannedIndicator) -> str:
        """Return the agency an indicator is listed under; empty where the format or the plan does not list by agency."""
        return self.owners.get(item.indicator or "", "")

    @cached_property
    def owners(self) -> Mapping[str, str]:
        """The agency of each indicator, where the format lists by agency and all have one on the day of the plan."""
        day = self.plan.issued
        if self.form.layout.indicators != "agencies" or day is None:
            return {}
        known = {record.key: record.owner or "" for record in available_indicators(on=day)}
        keys = {item.indicator for item in self.plan.indicators}
        found = {key: known.get(key or "", "") for key in keys}
        there = all(name and lookup(directory(), name, day) for name in found.values())
        return {key: name for key, name in found.items() if key} if there else {}

    def item_opener(self, item: PlannedIndicator) -> Opener:
        """Return the marker of an indicator line: its number where it has one, else a bullet."""
        levels = (self.form.layout.indicator_item, *self.form.layout.levels[1:])
        found = opener(self.form, item.number, levels) if item.number else None
        return found or bullet(self.form, (self.form.layout.indicator_item,))

    def indicator(self, item: PlannedIndicator, mark: Opener, end: str) -> Iterator[str]:
        """Yield the lines of an indicator, in the first way that is read back as what it is."""
        inner = bullet(self.form, avoid=(mark.level,)).text
        first: list[str] | None = None
        unnumbered: list[str] | None = None
        wanted = folded(item)
        own = self.asks is not None and self.form.slug == self.plan.province
        for composed in compositions(item, self.form, own=own):
            lines = list(_item_lines(composed, mark.text, inner, end))
            first = first or (None if composed.kept else lines)
            found = (wanted,) if self.asks is None else self.asks.indicators("\n".join(lines))
            if found == (wanted,):
                yield from lines
                return
            if unnumbered is None and len(found) == 1 and evolve(found[0], number=wanted.number) == wanted:
                unnumbered = lines  # "236." opens a line in a list that long, and none that stands alone
        yield from unnumbered or first or ()


def _item_lines(composed: Composed, mark: str, inner: str, end: str) -> Iterator[str]:
    closing = ":" if composed.parts else end
    yield f"{mark} {composed.text}{closing}"
    last = len(composed.parts) - 1
    for at, part in enumerate(composed.parts):
        yield f"{inner} {part}{end if at == last else ';'}"


def write_text(plan: Plan, form: ProvinceFormat, asks: Asks | None = None) -> str:
    """Write a plan as plain text.

    Args:
        plan: the plan.
        form: the format, in use (`ProvinceFormat.in_use`).
        asks: reads back what was composed, see `chitieu.writing.asking`.
    """
    return "\n".join(TextWriter(plan, form, asks).lines()) + "\n"
