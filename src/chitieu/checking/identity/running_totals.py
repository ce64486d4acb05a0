"""What is reached by one time of a year and by a later one: *giải ngân đến hết quý I đạt 20%, hết quý II đạt 45%, cả năm đạt 95%* never falls.

Amounts run on where the words say so, in a sentence or in the items of a list: *Thu lũy kế: - Hết quý I: 75 tỷ đồng; …*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.identity.identity_arithmetic import between_result
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.parts.time_splits import QUARTERS
from chitieu.checking.ratios.worked_results import claim_of
from chitieu.checking.texts.passages import REACH, Passage, name_before
from chitieu.checking.texts.places import text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change, Target
from chitieu.units import UnitKind

__all__ = ["running_totals"]

_RUNS_ON = re.compile(r"(?<!\w)(?:giải ngân|lũy kế|luỹ kế|tiến độ thực hiện|hoàn thành khối lượng)(?!\w)")
_SUMS_UP = re.compile(r"(?<!\w)(?:lũy kế|luỹ kế|cộng dồn|giải ngân)(?!\w)")
"""Words of amounts that run on: others may be those of one time each."""
_FALLS = re.compile(r"(?<!\w)(?:còn|nợ|giảm|tồn|chưa|dư|bình quân|mỗi)(?!\w)")
_TIME = re.compile(
    r"(?<!\w)(?:quý (?P<quarter>iv|i{1,3}|[1-4])|0?(?P<months>[1-9]) tháng|(?:ngày )?[0-3]?[0-9](?:/| tháng )0?(?P<day>1[0-2]|[1-9])|(?P<year>cả năm|hết năm|cuối năm|niên độ|kết thúc năm))(?!\w)"
)
_ONLY = re.compile(
    r"(?:[\s,;:()/0-9≥≤>=-]|(?<!\w)(?:và|đến|hết|ngày|tháng|quý|i{1,3}|iv|cuối|đầu|cả|năm|niên độ|kết thúc|đạt|phấn đấu|giải ngân|lũy kế|luỹ kế|từ|trên|ít nhất|tối thiểu"
    r"|khoảng|trở lên|đồng|tỷ|triệu|kế hoạch|dự toán|vốn|được giao|là|tỷ lệ)(?!\w))*"
)
"""Words between what is reached by two times that leave it the same thing."""
_BY = re.compile(r"(?<!\w)(?:đến|hết|lũy kế|luỹ kế|cộng dồn|cuối|cả năm|niên độ|kết thúc|[69] tháng)(?!\w)")
_QUARTER, _YEAR, _ALL = 3, 12, 100
_MARK = r"(?:[-+*•]|[0-9]{1,2}[.)]|[a-zđ]\))"
_SENTENCE = re.compile(rf"\.(?=\s)|\||\n\s*(?:\n|{_MARK})|\n(?=[A-ZĐÀ-Ỹ])")
_NEXT_ITEM = re.compile(rf"(?P<ends>[^\n]{{0,60}}[;.])\s{{0,3}}\n\s{{0,8}}{_MARK}\s{{0,3}}")
"""The end of one item of a list and the mark of the next."""
_ABOVE = re.compile(rf"(?P<above>[^\n]{{1,200}}:)\s{{0,3}}\n\s{{0,8}}{_MARK}\s{{0,3}}[^\n]{{0,60}}$")
"""The line a list stands under, ahead of the first amount of its first item."""
_COMES_TO = re.compile(r"\s?[,(]\s?(?:bằng|đạt|chiếm|tương ứng|tương đương|=)?\s?")
"""Between what is reached and the percentage that is."""
_KINDS = (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.COUNT, UnitKind.RATIO)


@frozen(eq=False)
class _Reached:
    """What is reached by a month; whether its words say that it is reached by then."""

    hit: TargetHit
    month: int
    by: bool


def running_totals(passage: Passage) -> Iterator[IdentityResult]:
    """Yield what is reached by the times of a year where it falls, with what is reached before and after.

    Args:
        passage: a text with its amounts.
    """
    row: list[_Reached] = []
    end = 0
    for hit in passage[1]:
        between = passage[0].source.lower[end : hit.numeral.start]
        if row and _is_share(row[-1].hit, hit, between):
            end = hit.end
            continue
        one = _reached(passage, hit, end, before=row[-1].hit if row else None)
        if one is None and row and "(" in between:
            end = hit.end  # what the percentage comes to
            continue
        if one is None or (row and one.month <= row[-1].month):
            yield from _falls(passage, row)
            row = []
            one = _reached(passage, hit, end)
        row += [one] if one is not None else []
        end = hit.end
    yield from _falls(passage, row)


def _is_share(reached: TargetHit, hit: TargetHit, between: str) -> bool:
    """Whether an amount is the percentage that the one before it is."""
    labels = reached.target.quantity.unit.label, hit.target.quantity.unit.label
    return labels[0] != "%" == labels[1] and _COMES_TO.fullmatch(between) is not None


def _reached(passage: Passage, hit: TargetHit, end: int, *, before: TargetHit | None = None) -> _Reached | None:
    """Return what is reached by a time; None for any other amount, or one of another unit than that before it."""
    piece, target = passage[0], hit.target
    unit = target.quantity.unit
    if unit.kind not in _KINDS or target.change is not Change.LEVEL or not target.is_single:
        return None
    if before is not None and unit != before.target.quantity.unit:
        return None
    start = max(end, hit.numeral.start - REACH)
    text = piece.source.text[start : hit.numeral.start]
    item = _NEXT_ITEM.match(text) if before is not None else None
    if item is not None and _ONLY.fullmatch(item["ends"].lower()):
        start += item.end()
    breaks = [found.end() for found in _SENTENCE.finditer(piece.source.text, start, hit.numeral.start)]
    if breaks and before is not None:
        return None
    words = piece.source.lower[max([start, *breaks]) : hit.numeral.start]
    times = list(_TIME.finditer(words))
    same = _ONLY.fullmatch(words) if before is not None else _runs_on(passage, hit, words)
    if not same or len(times) != 1 or not _ONLY.fullmatch(words, times[0].end()):
        return None
    time = times[0]
    month = QUARTERS[time["quarter"]] * _QUARTER if time["quarter"] else int(time["months"] or time["day"] or _YEAR)
    return _Reached(hit, month, _BY.search(words) is not None)


def _runs_on(passage: Passage, hit: TargetHit, words: str) -> bool:
    """Whether words, or the line a list stands under, say that what is told is had more of by each time."""
    above = _ABOVE.search(text_before(passage[0].source.text, hit.numeral.start, 2 * REACH))
    said = f"{above['above'].lower() if above else ''} {words}"
    runs = _RUNS_ON if hit.target.quantity.unit.kind is UnitKind.RATIO else _SUMS_UP
    return runs.search(said) is not None and _FALLS.search(said) is None


def _falls(passage: Passage, row: Sequence[_Reached]) -> Iterator[IdentityResult]:
    """Yield the first amount of a row that breaks its rise, if the row runs on: shares of one time each come to a hundred."""
    values = [one.hit.target.quantity.value for one in row]
    rates = bool(row) and row[0].hit.target.quantity.unit.kind is UnitKind.RATIO
    if not row or not row[0].by or not (all(one.by for one in row) or (rates and sum(values) > _ALL)):
        return
    at = next((at for at in range(1, len(row)) if values[at] < values[at - 1]), None)
    if at is None:
        return
    if at + 1 == len(row) and at > 1 and values[at - 2] <= values[at]:
        at -= 1  # what stands before it is too high
    beside = [row[one] for one in (at - 1, at + 1) if 0 <= one < len(row)]
    if at + 1 < len(row) and values[at - 1] > max(values[at], values[at + 1]):
        beside = beside[:1]  # what stands before it is above both
    result = between_result(None, _claim(passage, row[at]), [_claim(passage, one) for one in beside])
    if result is not None and not result.holds:
        yield evolve(result, kind=IdentityKind.RUNNING)


def _claim(passage: Passage, one: _Reached) -> Claim:
    piece, hit = passage[0], one.hit
    claim = claim_of(piece, hit, (hit.numeral.start, hit.end))
    return evolve(claim, name=name_before(piece, hit), target=Target(hit.target.quantity))
