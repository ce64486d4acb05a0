"""What is reached by one time of a year and by a later one: *giải ngân đến hết quý I đạt 20%, hết quý II đạt 45%, cả năm đạt 95%* never falls."""

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
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change, Target

__all__ = ["running_totals"]

_RUNS_ON = re.compile(r"(?<!\w)(?:giải ngân|lũy kế|luỹ kế|tiến độ thực hiện|hoàn thành khối lượng)(?!\w)")
_FLOWS = re.compile(r"(?<!\w)(?:lũy kế|luỹ kế|tiến độ|giải ngân|thu|chi|trồng|đón|giải quyết|tuyển|khởi công|khối lượng)(?!\w)")
"""What is had more of as time goes by, where amounts and not shares tell it."""
_FALLS = re.compile(r"(?<!\w)(?:còn|nợ|giảm|tồn|chưa|dư|bình quân|mỗi)(?!\w)")
_TIME = re.compile(
    r"(?<!\w)(?:quý (?P<quarter>iv|i{1,3}|[1-4])|0?(?P<months>[1-9]) tháng|(?:ngày )?[0-3]?[0-9](?:/| tháng )0?(?P<day>1[0-2]|[1-9])|(?P<year>cả năm|hết năm|cuối năm|niên độ|kết thúc năm))(?!\w)"
)
_ONLY = re.compile(
    r"(?:[\s,;:()/0-9≥≤>=-]|(?<!\w)(?:và|đến|hết|ngày|tháng|quý|i{1,3}|iv|cuối|đầu|cả|năm|niên độ|kết thúc|đạt|phấn đấu|giải ngân|lũy kế|luỹ kế|từ|trên|ít nhất|tối thiểu"
    r"|khoảng|trở lên|đồng|tỷ|triệu|kế hoạch|vốn|được giao|là|tỷ lệ)(?!\w))*"
)
"""Words between what is reached by two times that leave it the same thing."""
_BY = re.compile(r"(?<!\w)(?:đến|hết|lũy kế|luỹ kế|cuối|cả năm|niên độ|kết thúc)(?!\w)")
_QUARTER, _YEAR, _ALL = 3, 12, 100
_SENTENCE = re.compile(r"\.(?=\s)|\||\n\s*(?:\n|[-+*•]|[0-9]{1,2}[.)]|[a-zđ]\))|\n(?=[A-ZĐÀ-Ỹ])")


@frozen(eq=False)
class _Reached:
    """A percentage reached by a month; whether its words say that it is reached by then."""

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
        one = _reached(passage, hit, end, goes_on=bool(row))
        if one is None and row and "(" in passage[0].source.lower[end : hit.numeral.start]:
            end = hit.end  # what the percentage comes to
            continue
        if one is None or (row and one.month <= row[-1].month):
            yield from _falls(passage, row)
            row = []
            one = _reached(passage, hit, end, goes_on=False)
        row += [one] if one is not None else []
        end = hit.end
    yield from _falls(passage, row)


def _reached(passage: Passage, hit: TargetHit, end: int, *, goes_on: bool) -> _Reached | None:
    """Return the percentage that is reached by a time; None for any other amount."""
    piece, target = passage[0], hit.target
    if target.quantity.unit.label != "%" or target.change is not Change.LEVEL or not target.is_single:
        return None
    start = max(end, hit.numeral.start - REACH)
    breaks = [found.end() for found in _SENTENCE.finditer(piece.source.text, start, hit.numeral.start)]
    if breaks and goes_on:
        return None
    words = piece.source.lower[max([start, *breaks]) : hit.numeral.start]
    times = list(_TIME.finditer(words))
    same = _ONLY.fullmatch(words) if goes_on else _RUNS_ON.search(words) and not _FALLS.search(words)
    if not same or len(times) != 1 or not _ONLY.fullmatch(words, times[0].end()):
        return None
    time = times[0]
    month = QUARTERS[time["quarter"]] * _QUARTER if time["quarter"] else int(time["months"] or time["day"] or _YEAR)
    return _Reached(hit, month, _BY.search(words) is not None)


def _falls(passage: Passage, row: Sequence[_Reached]) -> Iterator[IdentityResult]:
    """Yield the first percentage of a row that breaks its rise, if the row runs on: shares of one time each come to a hundred."""
    values = [one.hit.target.quantity.value for one in row]
    if not row or not row[0].by or not (all(one.by for one in row) or sum(values) > _ALL):
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
