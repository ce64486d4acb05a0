"""Settings of a province format that are words: of headings, bounds, changes, tasks, columns and reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import frozen

from chitieu.settings import setting
from chitieu.text import fold

__all__ = ["Bounds", "Changes", "Reporting", "Sections", "Tables", "Words"]


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole words, the longest first; a mark at an end needs no boundary."""
    ordered = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    bounded = (rf"{_edge(word[0], '<!')}{re.escape(word)}{_edge(word[-1], '!')}" for word in ordered)
    return re.compile("|".join(bounded) or r"(?!)", re.IGNORECASE)


def _edge(char: str, side: str) -> str:
    return rf"(?{side}\w)" if char.isalnum() else ""


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
