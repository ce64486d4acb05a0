"""What a plan itself says was reached the year before: in its part on results ahead of its indicators, and in its tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from chitieu.checking.changes.times import STANDARD
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.poverty import is_of_all_the_poor, tells_nearly_poor
from chitieu.checking.repeats.telling_words import words_of
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import behind_last, row_before, text_before
from chitieu.checking.texts.year_rows import rows_of_two_years
from chitieu.plan import Plan, PlannedIndicator
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change
from chitieu.text import SourceText
from chitieu.units import UnitKind

__all__ = ["about_of", "is_of_year", "past_in_tables", "past_values", "rows_of_past"]

_RESULTS = re.compile(
    r"(?<!\w)(?:kết quả|tình hình|đánh giá|ước thực hiện|thực trạng|hiện trạng|đặc điểm|điểm xuất phát|xuất phát điểm|nhìn lại|điểm lại)(?!\w)"
)
_OTHER = re.compile(
    r"(?<!\w)(?:quý|tháng|mỗi|đợt|giai đoạn|nhiệm kỳ|bình quân (?:hằng|hàng|mỗi|giai)|lũy kế|so với|cùng kỳ|đầu năm|vụ|kế hoạch|dự toán|mục tiêu"
    r"|chỉ tiêu|nghị quyết|phấn đấu|dự kiến|đến năm)(?!\w)|(?<!\w)(?:đến|hết|ngày)\s(?:ngày\s)?(?!31/12(?![0-9]))[0-9]{1,2}/[0-9]{1,2}(?![0-9])"
)
"""Words before an amount that make it another than what the year came to."""
_BEHIND = re.compile(
    r"\s{0,2}(?:so với |của |trong )?(?:kế hoạch|dự toán|chỉ tiêu|cùng kỳ|nghị quyết|mục tiêu|so với|tổng số|số|tổng)(?!\w)"
)
_TURNS = re.compile(r"\s{0,2}(?:\([^()]{0,40}\)\s?)?(?:xuống|lên|sang|thành|đến|tới)(?!\w)")
"""Behind the value something came from: *giảm từ 4,1% xuống còn 2,9%*."""
_YEAR = re.compile(r"(?<![0-9/])(?:19|20)[0-9]{2}(?![0-9/])")
_SENTENCE = re.compile(r";|\.(?=\s|$)")


def about_of(claim: Claim) -> str | None:
    """Return what an amount is of, where that is sure: the key of its indicator, else the words that tell it and its dimension.

    *Tồn tại lớn nhất là hồ sơ trễ hạn còn 1,5%* is of *hồ sơ trễ hạn*.
    """
    if claim.key is not None:
        return claim.key if claim.sure else None
    words = words_of(_SAYS.split(claim.name.lower())[-1])
    unit = claim.target.quantity.unit
    told = len(words) >= _FEWEST_WORDS and unit.kind is not UnitKind.NONE
    return f"{' '.join(sorted(words))}: {unit.dimension}" if told else None


_SAYS = re.compile(r"(?<!\w)(?:là|gồm|như|khi|do|với)(?!\w)")
_FEWEST_WORDS = 3


def past_values(
    plan: Plan, year: int, named: Iterable[Claim], *, dated: bool = False, source: SourceText | None = None
) -> Mapping[str, Quantity]:
    """Return the values of a year by what they are of, as the text ahead of the indicators tells of it.

    Args:
        plan: the plan.
        year: the year before the plan's own.
        named: the amounts of its text with their names.
        dated: whether their own sentences have to name the year.
        source: its text, where it was folded already.

    Returns:
        Only those whose indicator is certain, whose words name no other time, and that are told in one way.
    """
    starts = [item.span.start for item in plan.indicators if item.span is not None]
    if not starts:
        return {}
    source = source or SourceText(plan.text)
    lower = source.lower[: source.folded(min(starts))]
    if str(year) not in lower:
        return {}
    told = _RESULTS.search(lower)
    named = tuple(named)
    nearly_told = tells_nearly_poor(named)
    lines = [is_of_all_the_poor(one, nearly_told=nearly_told) for one in named if one.key == "poor" and one.indicator]
    of_all = bool(lines) and all(lines)
    found: dict[str, set[Quantity]] = {}
    for claim in named:
        about = about_of(claim) if claim.span is not None and claim.span.start < min(starts) else None
        if claim.span is None or about is None:
            continue
        if claim.key == "poor" and is_of_all_the_poor(claim, nearly_told=nearly_told) is not of_all:
            continue  # the rate of the poor and that of the nearly poor with them
        at = source.folded(claim.span.start)
        line = row_before(source.text, at).lower()
        if (told is None or told.start() > at) and f"năm {year}" not in line:
            continue
        if is_of_year(claim, source, year, dated=dated):
            found.setdefault(about, set()).add(claim.target.quantity)
    return {key: values.pop() for key, values in found.items() if len(values) == 1}


def is_of_year(claim: Claim, source: SourceText, year: int, *, dated: bool = False) -> bool:
    """Whether an amount is what a past year came to, by the words about it.

    Args:
        claim: the amount, with its place.
        source: the text of the plan.
        year: the year.
        dated: whether its own sentence has to name the year.
    """
    lower = source.lower
    start, end = map(source.folded, (claim.span.start, claim.span.end)) if claim.span is not None else (0, 0)
    words = STANDARD.sub(" ", behind_last(_SENTENCE, text_before(lower, start, _REACH)))
    if dated and f"năm {year}" not in words:
        return False
    level = claim.target.change is Change.LEVEL and claim.target.bound is Bound.EXACT
    beside = _BEHIND.match(lower, end) or _TURNS.match(lower, end)
    return level and not beside and not set(_YEAR.findall(words)) - {str(year)} and not _OTHER.search(words)


_REACH = 200


def past_in_tables(plan: Plan, pieces: Iterable[Piece], year: int) -> Mapping[str, Quantity]:
    """Return the values of the year before by indicator, as the rows of tables have them beside the plan's own.

    Args:
        plan: the plan.
        pieces: its texts.
        year: the plan's own year.

    Returns:
        Only those whose indicator is certain and that all rows tell in one way.
    """
    found: dict[str, set[Quantity]] = {}
    for item, value in rows_of_past(plan, pieces, year):
        found.setdefault(item.indicator or "", set()).add(value)
    return {key: values.pop() for key, values in found.items() if len(values) == 1}


def rows_of_past(plan: Plan, pieces: Iterable[Piece], year: int) -> Iterator[tuple[PlannedIndicator, Quantity]]:
    """Yield the lines read from rows that have the year before too, with that value, where the indicator is certain.

    Args:
        plan: the plan.
        pieces: its texts.
        year: the plan's own year.
    """
    rows_read = sorted(
        ((item.span.start, item) for item in _lines(plan) if item.span is not None and "|" in item.text),
        key=lambda one: one[0],
    )
    starts = [start for start, _ in rows_read]
    for piece in pieces:
        for row in rows_of_two_years(piece, year) if starts and piece.placed else ():
            at = bisect_right(starts, piece.source.span(row.at.start, row.at.end).start) - 1
            item = rows_read[at][1] if at >= 0 else None
            if item is None or item.indicator is None or not item.targets or row.at.text not in item.text:
                continue
            target = item.targets[0]
            sure = item.match is not None and item.match.confidence * 100 >= _CERTAIN
            if sure and target.change is Change.LEVEL and target.quantity.value == row.now.value:
                yield item, Quantity(row.before.value, target.quantity.unit)


_CERTAIN = 90
"""Percent of confidence from which the name of a row is taken for an indicator."""


def _lines(plan: Plan) -> Iterator[PlannedIndicator]:
    for item in plan.indicators:
        yield from item.walk()
