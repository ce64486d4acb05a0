"""Steps of one work that are in order by their numbers or words, and by their days are not.

*Bước 1 … trước ngày 30/4/2026; bước 2 … trước ngày 15/3/2026*; *chạy thử trong tháng 12; toàn bộ công việc xong trước ngày 31/10/2026*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from attrs import frozen

from chitieu.checking.days.day_ranges import End, read_end, shown
from chitieu.checking.texts.places import behind_last, text_before

__all__ = ["out_of_order"]

_ORDER = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_STEP = re.compile(
    rf"(?:(?<=[-+*•;:.,(]\s)|(?<=[-+*•(;])|^|(?<=\n))(?P<noun>mốc|bước|giai đoạn|đợt|chặng|vòng)\s(?:thứ\s)?(?P<number>[1-9](?![\w/.,]\w)|{'|'.join(sorted(_ORDER, key=len, reverse=True))})(?!\w)"
)
_WHOLE = re.compile(
    r"(?<!\w)(?:toàn bộ|tất cả(?: các)?|cả)\s(?:công việc|các bước|bước|khâu|quy trình|quá trình|dự án|công trình|tiểu dự án|gói thầu|đề án)[^.;|0-9]{0,30}?"
    r"(?<!\w)(?:kết thúc|hoàn thành|xong|hoàn tất|bàn giao)(?:\s(?:trước|trong|vào|chậm nhất|muộn nhất|là|đến|hết)){0,3}\s(?=ngày\s[0-9]|[0-9]{1,2}/|tháng\s|quý\s)"
)
_DAY = re.compile(r"(?<![\w/.,-])(?:ngày\s)?(?=[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}\stháng\s|tháng\s[0-9]|quý\s[iv1-4])")
_IN = re.compile(r"(?<!\w)(?:trong|vào)\s(?=tháng\s[0-9]|quý\s[iv1-4])")
_BREAK = re.compile(r"\n|\.\s")
_LONGEST = 400


@frozen
class _Step:
    """A numbered step: what is numbered, its number, where it stands, and the last day named in it."""

    noun: str
    number: int
    start: int
    end: End


def out_of_order(text: str) -> Iterator[tuple[int, int, str, str]]:
    r"""Yield the places of days that come too late for the step behind, or for the end of the whole, with both days.

    Args:
        text: a folded text in small letters, with its lines.

    >>> list(out_of_order("- bước 1: trước ngày 30/9/2026;\n- bước 2: trước ngày 15/3/2026."))
    [(16, 30, '30/09/2026', '15/03/2026')]
    """
    before: _Step | None = None
    marks = list(_STEP.finditer(text))
    stops = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, stop in zip(marks, stops, strict=False):
        step = _step(text, mark, min(stop, mark.end() + _LONGEST))
        if step is not None and before is not None and _follows(before, step):
            found = _both(before.end, step.end)
            if found is not None:
                yield before.start, before.end.stop, *found
        before = step
    yield from _beyond_the_whole(text)


def _step(text: str, mark: re.Match[str], stop: int) -> _Step | None:
    """Return a numbered step with its day; None where its line or clause names none, or more than one."""
    line = re.compile(r"\n|;|\.(?=\s)|$").search(text, mark.end(), stop)
    end = line.start() if line is not None else stop
    days = dict[int, tuple[int, End]]()
    for day in _DAY.finditer(text, mark.end(), end):
        found = read_end(text, day.end())
        if found is not None:
            days.setdefault(found.stop, (day.start(), found))
    if len(days) != 1:
        return None
    number = _ORDER.get(mark["number"]) or int(mark["number"])
    return _Step(mark["noun"], number, *next(iter(days.values())))


def _follows(first: _Step, second: _Step) -> bool:
    return first.noun == second.noun and second.number == first.number + 1


def _both(first: End, second: End) -> tuple[str, str] | None:
    """Return two days in words where the first begins after the second has ended; years are given for both or for none.

    Without years the second may be of the next one, so only a short way back tells.
    """
    if (first.year is None) != (second.year is None):
        return None
    begin, end = first.day(first.year or _ANY_YEAR), second.day(second.year or _ANY_YEAR, last=True)
    wrong = begin > end and (first.year is not None or begin - end < _SHORT)
    dated = first.year is not None
    return (shown(begin, dated=dated), shown(end, dated=dated)) if wrong else None


_ANY_YEAR = 2024
_SHORT = timedelta(days=120)


def _beyond_the_whole(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield the steps of a sentence (*chạy thử trong tháng 12*) that begin after the day the whole is to end."""
    for whole in _WHOLE.finditer(text):
        last = read_end(text, whole.end())
        sentence = behind_last(_BREAK, text_before(text, whole.start(), _LONGEST))
        for cue in _IN.finditer(text, whole.start() - len(sentence), whole.start()) if last is not None else ():
            step = read_end(text, cue.end())
            if step is None or last is None or (step.year is not None and step.year != last.year):
                continue
            year = last.year or _ANY_YEAR
            begin, end = step.day(year), last.day(year, last=True)
            if begin > end:
                dated = last.year is not None
                yield cue.start(), step.stop, shown(begin, dated=dated), shown(end, dated=dated)
