"""`ProvinceFormat`, version 1 of the schema: everything that varies between provinces, as one frozen value.

A format is data, read from a TOML file by `chitieu.provinces.loading`. Where data is not enough, a subclass
overrides one of three steps (`ProvinceFormat.outline`, `ProvinceFormat.classify_line`, `ProvinceFormat.assign`);
the pipeline around them is the same for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import cached_property
from typing import Any

from attrs import frozen

from chitieu import indicators as indicator_names
from chitieu import wording
from chitieu.agencies import known as known_agencies
from chitieu.levels import Level, Marker, Markers, compile_markers
from chitieu.numbers.decimals import NumberStyle
from chitieu.outline import Outline, read_outline
from chitieu.provinces.habits import Dates, Header, Layout, Numbers
from chitieu.provinces.local_agencies import LocalAgency
from chitieu.provinces.local_indicators import LocalIndicator
from chitieu.provinces.vocabulary import Bounds, Changes, Reporting, Sections, Tables, Words
from chitieu.settings import setting
from chitieu.text import SourceText
from chitieu.units import table as unit_table
from chitieu.work.assigning import Assigned, Assigning, read_assigned

__all__ = ["API_VERSION", "IDENTITY", "ProvinceFormat"]

API_VERSION = (1, 0)
"""Major and minor version of the schema."""

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
    def _directory(self) -> known_agencies.Directory:
        return known_agencies.with_agencies(agency.record() for agency in self.agencies)

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
                stack.enter_context(known_agencies.using(self._directory))
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
