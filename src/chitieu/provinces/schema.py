"""`ProvinceFormat`, version 1 of the schema: everything that varies between provinces, as one frozen value.

A format is data, read from a TOML file by `chitieu.provinces.loading`. Where data is not enough, a subclass
overrides one of three steps (`ProvinceFormat.outline`, `ProvinceFormat.classify_line`, `ProvinceFormat.assign`);
the pipeline around them is the same for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import cached_property
from typing import Any, Literal

from attrs import frozen

from chitieu import indicators as indicator_names
from chitieu import wording
from chitieu.agencies import reader as agency_names
from chitieu.agencies.reader import AgencyRecord
from chitieu.levels import Level, Marker, Markers, compile_markers
from chitieu.numbers.decimals import NumberStyle
from chitieu.outline import Outline, read_outline
from chitieu.provinces.local_indicators import LocalIndicator
from chitieu.settings import setting
from chitieu.text import SourceText, fold
from chitieu.units import table as unit_table
from chitieu.work.assigning import Assigned, Assigning, read_assigned

__all__ = [
    "API_VERSION",
    "IDENTITY",
    "Bounds",
    "Changes",
    "Dates",
    "Header",
    "Layout",
    "LocalAgency",
    "LocalIndicator",
    "Numbers",
    "ProvinceFormat",
    "Reporting",
    "Sections",
    "Tables",
    "Words",
]

API_VERSION = (1, 0)
"""Major and minor version of the schema."""


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole words, the longest first; a mark at an end needs no boundary."""
    ordered = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    bounded = (rf"{_edge(word[0], '<!')}{re.escape(word)}{_edge(word[-1], '!')}" for word in ordered)
    return re.compile("|".join(bounded) or r"(?!)", re.IGNORECASE)


def _edge(char: str, side: str) -> str:
    return rf"(?{side}\w)" if char.isalnum() else ""


@frozen
class Numbers:
    """How numbers are written. Reading understands every style; these choose one for writing."""

    grouping: bool = setting("Whether thousands are set apart.", default=True, example="true")
    separator: Literal[".", " "] = setting(
        "What sets thousands apart: a dot, or a no-break space.", default=".", example='"."'
    )
    minus: Literal["-", "−", "âm"] = setting("How negative numbers begin.", default="-", example='"âm"')
    pad_counts: bool = setting("Whether counts under ten take a zero (`07 xã`).", default=False, example="true")
    unit_space: Literal[" ", "\xa0"] = setting("What stands between a number and its unit.", default=" ", example='" "')
    percent_space: Literal["", " ", "\xa0"] = setting(
        "What stands between a number and the percent sign.", default="", example='" "'
    )
    range: Literal[" - ", "-", " đến "] = setting("What joins the two ends of a range.", default=" - ", example='"-"')
    range_unit: Literal["both", "last"] = setting(
        "Whether both ends of a range carry the unit (`9% - 10%`) or the last one (`9 - 10%`).",
        default="both",
        example='"last"',
    )


@frozen
class Dates:
    """How dates are written."""

    style: Literal["long", "slash", "dash", "dot"] = setting(
        "`long` is `ngày 06 tháng 01 năm 2023`, `slash` 06/01/2023, `dash` 06-01-2023, `dot` 06.01.2023.",
        default="long",
        example='"slash"',
    )
    zero: Literal["always", "rule"] = setting(
        "Which days and months under ten take a zero where figures stand between marks: `always` all (05/09/2024), "
        "`rule` those of the long form, days and the months 1 and 2 (05/9/2024).",
        default="always",
        example='"rule"',
    )


@frozen(slots=False)
class Sections:
    """Words that open the parts of a plan when they stand in a heading; case does not matter."""

    indicators: tuple[str, ...] = setting("Lists of indicators with targets.", factory=tuple, example='["chỉ tiêu"]')
    tasks: tuple[str, ...] = setting("Work to be done.", factory=tuple, example='["nhiệm vụ", "giải pháp"]')
    implementation: tuple[str, ...] = setting(
        "Who carries the plan out and reports.", factory=tuple, example='["tổ chức thực hiện"]'
    )
    aims: tuple[str, ...] = setting(
        "Aims: lines there are indicators only where no list of indicators stands elsewhere and they hold targets.",
        factory=tuple,
        example='["mục tiêu"]',
    )
    purpose: tuple[str, ...] = setting(
        "What holds neither targets nor work.", factory=tuple, example='["mục đích, yêu cầu"]'
    )
    results: tuple[str, ...] = setting(
        "What was reached before: numbers there are no targets.", factory=tuple, example='["kết quả thực hiện"]'
    )

    @cached_property
    def opens_indicators(self) -> re.Pattern[str]:
        """Pattern of `indicators`."""
        return _pattern(self.indicators)

    @cached_property
    def opens_tasks(self) -> re.Pattern[str]:
        """Pattern of `tasks`."""
        return _pattern(self.tasks)

    @cached_property
    def opens_implementation(self) -> re.Pattern[str]:
        """Pattern of `implementation`."""
        return _pattern(self.implementation)

    @cached_property
    def opens_aims(self) -> re.Pattern[str]:
        """Pattern of `aims`."""
        return _pattern(self.aims)

    @cached_property
    def opens_purpose(self) -> re.Pattern[str]:
        """Pattern of `purpose`."""
        return _pattern(self.purpose)

    @cached_property
    def opens_results(self) -> re.Pattern[str]:
        """Pattern of `results`."""
        return _pattern(self.results)


HeaderPart = Literal["issuer", "number", "motto", "place"]


@frozen(slots=False)
class Header:
    """How documents name themselves, how the preamble begins, how the header block is set."""

    kinds: tuple[str, ...] = setting(
        "What a document calls itself, at the start of a line in capitals; the first one is used for writing.",
        factory=tuple,
        example='["kế hoạch"]',
    )
    preamble: tuple[str, ...] = setting("Words the preamble begins with.", factory=tuple, example='["căn cứ"]')
    places: tuple[str, ...] = setting(
        "Places documents are dated at where that is not the name of the province.",
        factory=tuple,
        example='["Đông Hà"]',
    )
    form: Literal["columns", "pipes", "lines"] = setting(
        "How the two columns come out of a copy: one after the other, divided by pipes, or line by line.",
        default="columns",
        example='"pipes"',
    )
    order: tuple[HeaderPart, ...] = setting(
        "The order of the parts of the header block when it is written.",
        factory=lambda: ("issuer", "number", "motto", "place"),
        example='["issuer", "motto", "number", "place"]',
    )


@frozen
class Bounds:
    """Words that say how a number bounds the result; they stand before it, or behind the unit."""

    at_least: tuple[str, ...] = setting("The number or more.", factory=tuple, example='["tối thiểu"]')
    at_most: tuple[str, ...] = setting("The number or less.", factory=tuple, example='["không quá"]')
    more_than: tuple[str, ...] = setting("More than the number.", factory=tuple, example='["trên"]')
    less_than: tuple[str, ...] = setting("Less than the number.", factory=tuple, example='["dưới"]')
    about: tuple[str, ...] = setting("Near the number.", factory=tuple, example='["khoảng"]')
    at_least_after: tuple[str, ...] = setting(
        "The number or more, said right behind the unit, in brackets or not; where a comma stands between, "
        'it is written too (`", chặn dưới"`).',
        factory=tuple,
        example='["trở lên"]',
    )
    at_most_after: tuple[str, ...] = setting(
        "The number or less, said right behind the unit, in brackets or not; where a comma stands between, "
        'it is written too (`", chặn trên"`).',
        factory=tuple,
        example='["trở xuống"]',
    )


@frozen
class Changes:
    """Words that say whether a number is a level or a change."""

    increase: tuple[str, ...] = setting("The number is a rise.", factory=tuple, example='["tăng"]')
    decrease: tuple[str, ...] = setting("The number is a fall.", factory=tuple, example='["giảm"]')
    level: tuple[str, ...] = setting("The number is what is reached.", factory=tuple, example='["còn"]')
    link: tuple[str, ...] = setting(
        "Joins a name to its number and says nothing of direction.", factory=tuple, example='["đạt"]'
    )


@frozen(slots=False)
class Words:
    """Vocabulary of the body, beside what the library knows of the language."""

    task_verbs: tuple[str, ...] = setting(
        "Verbs a task begins with, with a capital: they part a heading from the paragraph under it.",
        factory=tuple,
        example='["Tiếp tục", "Triển khai"]',
    )
    assigned: tuple[str, ...] = setting(
        "Says that a target was given by a higher level.", factory=tuple, example='["trung ương giao"]'
    )
    striving: tuple[str, ...] = setting(
        "Says that the province strives for more than it was given.", factory=tuple, example='["phấn đấu"]'
    )
    bounds: Bounds = setting("Words for bounds, added to the library's own.", factory=Bounds)
    changes: Changes = setting("Words for changes, added to the library's own.", factory=Changes)

    @cached_property
    def begins_task(self) -> re.Pattern[str]:
        """Pattern of `task_verbs` at the start of a sentence, case kept."""
        return re.compile(rf"(?:{'|'.join(re.escape(fold(verb)) for verb in self.task_verbs) or '(?!)'})(?!\w)")

    @cached_property
    def says_assigned(self) -> re.Pattern[str]:
        """Pattern of `assigned`."""
        return _pattern(self.assigned)

    @cached_property
    def says_striving(self) -> re.Pattern[str]:
        """Pattern of `striving`."""
        return _pattern(self.striving)


@frozen
class LocalAgency:
    """An agency that only this province has, or that it writes its own way.

    >>> import chitieu as ct
    >>> ct.get_province("binh-phuoc").agencies[0].key
    'bptv'
    """

    key: str = setting("Its key: lower-case letters, digits and hyphens.", default="", example='"bptv"')
    name: str = setting("Its full name.", default="", example='"Đài Phát thanh - Truyền hình và Báo Bình Phước"')
    abbreviations: tuple[str, ...] = setting("Its abbreviations.", factory=tuple, example='["BPTV"]')
    aliases: tuple[str, ...] = setting(
        "Other writings of its name.", factory=tuple, example='["Báo và Đài Bình Phước"]'
    )
    category: str = setting("The field's own word for its kind.", default="đơn vị địa phương", example='"sở"')
    valid_from: date | None = setting("Its first day, if known.", example="2019-01-01")
    valid_to: date | None = setting("Its last day, if it has ended.", example="2025-06-30")
    successor: str | None = setting("Key of the agency that took over.", example='"stc"')
    source: str = setting("Where this is known from.", default="", example='"Quyết định 01/2020/QĐ-UBND"')

    def record(self) -> AgencyRecord:
        """Return it as a record of the directory."""
        return AgencyRecord(
            key=self.key,
            name=self.name,
            category=self.category,
            source=self.source,
            abbreviations=self.abbreviations,
            aliases=self.aliases,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            successor=self.successor,
        )


@frozen(slots=False)
class Tables:
    """Titles of the columns of tables of indicators and of work; case does not matter."""

    number: tuple[str, ...] = setting("The number of the row.", factory=tuple, example='["STT", "TT"]')
    indicator: tuple[str, ...] = setting("The indicator.", factory=tuple, example='["chỉ tiêu"]')
    unit: tuple[str, ...] = setting("The unit.", factory=tuple, example='["ĐVT", "đơn vị tính"]')
    target: tuple[str, ...] = setting("The target of the plan.", factory=tuple, example='["kế hoạch năm"]')
    actual: tuple[str, ...] = setting("What was reached before.", factory=tuple, example='["thực hiện năm"]')
    task: tuple[str, ...] = setting("The piece of work.", factory=tuple, example='["nội dung nhiệm vụ"]')
    lead: tuple[str, ...] = setting("The agency that leads.", factory=tuple, example='["cơ quan chủ trì"]')
    cooperating: tuple[str, ...] = setting(
        "The agencies that take part.", factory=tuple, example='["cơ quan phối hợp"]'
    )
    due: tuple[str, ...] = setting("The deadline.", factory=tuple, example='["thời gian hoàn thành"]')
    product: tuple[str, ...] = setting("What is to be delivered.", factory=tuple, example='["sản phẩm"]')
    same: tuple[str, ...] = setting("Says that a cell is as the one above.", factory=tuple, example='["nt"]')


@frozen(slots=False)
class Reporting:
    """When reports on a plan are due: the words plans say it with, and what the province has fixed for all."""

    month: tuple[str, ...] = setting("Monthly.", factory=tuple, example='["hằng tháng"]')
    quarter: tuple[str, ...] = setting("Quarterly.", factory=tuple, example='["hằng quý"]')
    half: tuple[str, ...] = setting("Half-yearly.", factory=tuple, example='["6 tháng"]')
    nine_months: tuple[str, ...] = setting("After nine months.", factory=tuple, example='["9 tháng"]')
    year: tuple[str, ...] = setting("Yearly.", factory=tuple, example='["hằng năm"]')
    day: int | None = setting(
        "Day of the month before which reports are due where a plan names none, fixed by a decision of the province; "
        "kept for programs that ask the format: reading a plan does not fill it in.",
        example="15",
    )

    @cached_property
    def says(self) -> Mapping[str, re.Pattern[str]]:
        """Pattern of the words of each frequency."""
        names = ("month", "quarter", "half", "nine_months", "year")
        return {name: _pattern(getattr(self, name)) for name in names}


@frozen
class Layout:
    """How a plan is laid out when it is written."""

    levels: tuple[str, ...] = setting(
        "Levels of headings and items from the widest in, by their names under `levels`.",
        factory=tuple,
        example='["roman", "num", "paren", "dash"]',
    )
    indicator_item: str = setting("The level indicator lines are numbered by.", default="paren", example='"round"')
    indicators_title: str = setting("Title over the indicators.", default="", example='"CHỈ TIÊU CHỦ YẾU"')
    tasks_title: str = setting("Title over the work.", default="", example='"PHÂN CÔNG NHIỆM VỤ"')
    implementation_title: str = setting("Title over the implementation.", default="", example='"TỔ CHỨC THỰC HIỆN"')
    item_end: Literal[";", "."] = setting("What ends an item that is not the last.", default=";", example='";"')
    closing: str = setting("What ends the text.", default="./.", example='"./."')
    indicators: Literal["lines", "fields", "agencies"] = setting(
        "How indicators are listed: `lines` one in a line, `fields` one item for each field of work with its "
        "indicators divided by `;`, `agencies` under the agency that answers for them.",
        default="lines",
        example='"fields"',
    )
    link: Literal["đạt", ":"] = setting(
        "What joins the name of an indicator to its target: the verb, or a colon.", default="đạt", example='":"'
    )
    assignment: Literal["order", "subject", "labels", "heading"] = setting(
        "How a lead is named: `order` (Giao Sở A chủ trì), `subject` (Sở A: chủ trì …), `labels` (Chủ trì: Sở A), "
        "`heading` (its name stands over its tasks).",
        default="order",
        example='"subject"',
    )


IDENTITY = ("api", "slug", "name", "areas", "valid_from", "valid_to", "extends", "source")
"""Settings that a format never takes over from the one it extends."""


@frozen(slots=False, eq=False)
class ProvinceFormat:
    """How one province writes its plans.

    Attributes:
        slug: name in code and on the command line (``ben-tre``).
        name: name of the province.
        areas: ids of its records in the catalogue of areas; empty for a form that belongs to no province.

    The other attributes are the tables of a format file; the schema reference lists every setting.
    Formats compare by identity; there is one object of each in a process.

    >>> import chitieu as ct
    >>> form = ct.get_province("ben-tre")
    >>> form.name, form.areas, form.layout.indicator_item
    ('Bến Tre', ('83-legacy',), 'paren')
    """

    slug: str = setting(
        "Name in code and on the command line: lower-case ASCII words with hyphens.", example='"ben-tre"'
    )
    name: str = setting("Name of the province.", example='"Bến Tre"')
    api: str = setting("Version of this schema the file is written for.", default="1.0", example='"1.0"')
    areas: tuple[str, ...] = setting(
        "Ids of the province's records in the catalogue of areas.", factory=tuple, example='["83-legacy"]'
    )
    valid_from: date | None = setting("First day documents were written this way.", example="2021-01-01")
    valid_to: date | None = setting("Last day documents were written this way.", example="2025-06-30")
    extends: str | None = setting(
        "Slug of the format this one builds on: its values override, its lists add.", example='"standard"'
    )
    source: str = setting("The documents the habits were seen in.", default="", example='"Kế hoạch 370/KH-UBND"')
    numbers: Numbers = setting("How numbers are written.", factory=Numbers)
    dates: Dates = setting("How dates are written.", factory=Dates)
    spelling: Mapping[str, str] = setting(
        "Spelling of words that have two right ones: uniform word = word as the province writes it.",
        factory=dict,
        example='"tỷ" = "tỉ"',
    )
    levels: Mapping[str, Level] = setting(
        "Headings and items, by name: how the first one is written, and the rank of those that divide the document; "
        "the names `root`, `para` and `bullet` are taken.",
        factory=dict,
        example='round = { forms = ["(1)"] }',
    )
    sections: Sections = setting("Titles that open the parts of a plan.", factory=Sections)
    header: Header = setting("The head of a document.", factory=Header)
    words: Words = setting("Vocabulary of the body.", factory=Words)
    units: Mapping[str, str] = setting(
        "Units the province writes its own way: its writing, of any number of words = a noun or currency the library "
        'knows (`"m khối" = "m3"`), or, for a writing of one word, a scale and such a noun (`"trđ" = "triệu đồng"`); '
        "neither a scale alone nor a unit with a slash, whose parts are written one by one.",
        factory=dict,
        example='"giường" = "giường bệnh"',
    )
    indicators: Mapping[str, tuple[str, ...]] = setting(
        "Names the province gives to indicators of the catalogue, by key.",
        factory=dict,
        example='poor = ["tỷ lệ nghèo đa chiều toàn tỉnh"]',
    )
    local_indicators: tuple[LocalIndicator, ...] = setting(
        "Indicators that only this province has: a table `[[local_indicators]]` for each, or "
        "`local_indicators = [{ … }]` before the first table of the file.",
        factory=tuple,
    )
    agencies: tuple[LocalAgency, ...] = setting(
        "Agencies that only this province has: a table `[[agencies]]` for each, or `agencies = [{ … }]` before the "
        "first table of the file.",
        factory=tuple,
    )
    assigning: Assigning = setting("Ways of giving work to agencies.", factory=Assigning)
    tables: Tables = setting("Titles of columns.", factory=Tables)
    reporting: Reporting = setting(
        "When reports are due: a word counts in a paragraph that says `báo cáo` and to whom.", factory=Reporting
    )
    layout: Layout = setting("How a plan is laid out when it is written.", factory=Layout)

    # --- the steps a subclass may override --------------------------------------------------------------

    def outline(self, source: SourceText) -> Outline:
        """Return the headings and items of a document. Override it where lines alone do not tell.

        Args:
            source: the folded text; offsets of the outline are offsets of ``source.text``.
        """
        return read_outline(source, self.classify_line)

    def classify_line(self, line: str) -> Marker | None:
        """Return what opens a line, or None where nothing does. Override it for markers that no form describes.

        Args:
            line: one line, folded, without spaces around it.

        >>> import chitieu as ct
        >>> marker = ct.get_province("standard").classify_line("Điều 2. Tổ chức thực hiện")
        >>> marker.level, marker.number
        ('article', 2)
        """
        return self.markers.match(line)

    def assign(self, source: SourceText, start: int, end: int) -> Assigned:
        """Return the agencies a sentence names. Override it for ways of assigning that no words describe.

        Args:
            source: the folded text.
            start: where the sentence begins.
            end: where it ends.
        """
        return read_assigned(source, start, end, self.assigning)

    # --- what follows from the settings -----------------------------------------------------------------

    @cached_property
    def markers(self) -> Markers:
        """The levels, compiled."""
        return compile_markers(self.levels)

    @cached_property
    def number_style(self) -> NumberStyle:
        """The style numbers are written in."""
        numbers = self.numbers
        return NumberStyle(
            grouping=numbers.grouping,
            separator=numbers.separator,
            minus=numbers.minus,
            pad_counts=numbers.pad_counts,
            unit_space=numbers.unit_space,
            percent_space=numbers.percent_space,
            range=numbers.range,
            range_unit=numbers.range_unit,
            spelling=tuple(self.spelling.items()),
        )

    @cached_property
    def _wording(self) -> wording.Wording:
        bounds, changes = self.words.bounds, self.words.changes
        before = {name: getattr(bounds, name) for name in ("at_least", "at_most", "more_than", "less_than", "about")}
        before |= {name: getattr(changes, name) for name in ("increase", "decrease", "level", "link")}
        return wording.with_words(before, {"at_least": bounds.at_least_after, "at_most": bounds.at_most_after})

    @cached_property
    def _directory(self) -> agency_names.Directory:
        return agency_names.with_agencies(agency.record() for agency in self.agencies)

    @cached_property
    def _units(self) -> unit_table.Table:
        return unit_table.with_writings(self.units)

    @contextmanager
    def in_use(self) -> Iterator[ProvinceFormat]:
        """Make every function that reads or finds know the words, units and agencies of this province.

        It holds for the code inside the ``with`` block, in this thread or task only; readers of whole plans do
        it themselves.

        >>> import chitieu as ct
        >>> with ct.get_province("binh-phuoc").in_use():
        ...     ct.find_agencies("Giao BPTV tuyên truyền")[0].value.key
        'bptv'
        """
        with ExitStack() as stack:
            if self.words.bounds != Bounds() or self.words.changes != Changes():
                stack.enter_context(wording.using(self._wording))
            if self.agencies:
                stack.enter_context(agency_names.using(self._directory))
            if self.indicators or self.local_indicators:
                own = indicator_names.with_indicators(indicator.record() for indicator in self.local_indicators)
                stack.enter_context(indicator_names.using(own.with_aliases(self.indicators)))
            if self.units:
                stack.enter_context(unit_table.using(self._units))
            yield self

    def covers(self, day: date) -> bool:
        """Whether documents of a day were written this way."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:  # noqa: FBT001  (the protocol of IPython)
        printer.text(f"<{type(self).__name__} {self.slug!r}>")  # its settings are hundreds of lines

    def __str__(self) -> str:
        return self.slug
