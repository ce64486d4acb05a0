"""Ranges of days and periods that cannot be: *từ quý IV đến quý II/2026*, *khởi công 02/5/2026, xong trước ngày 25/4/2026*.

The year often stands once, behind the second end, and is meant of both; seasons that run over the turn of a year
are written so too (*từ tháng 11 đến tháng 02/2026*) and are left alone.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from chitieu.checking.days.year_spans import year_spans
from chitieu.checking.texts.anchors import matches_at
from chitieu.checking.texts.passages import REACH
from chitieu.periods.dates import format_date

__all__ = ["DayRange", "End", "backward_ranges", "day_ranges", "read_end", "shown"]

_S = r"\s{1,3}"
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_HOUR = rf"(?:[0-9]{{1,2}}(?:{_S}giờ|[hg])(?:\s?[0-9]{{2}}(?:{_S}phút)?)?\s?,?{_S})?"
_LEAD = rf"{_HOUR}(?:(?:trước|hết|cuối|đầu|giữa|khoảng|sau|vào|trong)(?:{_S}|(?=\s?:))){{0,3}}"
_END = re.compile(
    rf"{_LEAD}(?:"
    rf"(?:ngày{_S})?(?P<day>[0-9]{{1,2}})(?:\s?[/.]\s?(?P<month>[0-9]{{1,2}})(?:\s?[/.]\s?(?P<year>{_YEAR})|(?![0-9/]))"
    rf"|{_S}tháng{_S}(?P<long_month>[0-9]{{1,2}})(?![0-9])(?:(?:\s?,)?{_S}năm{_S}(?P<long_year>{_YEAR})|\s?/\s?(?P<mixed_year>{_YEAR}))?)"
    rf"|(?:tháng{_S})?(?P<only_month>1[0-2]|0?[1-9])\s?(?:/|{_S}năm{_S})\s?(?P<month_year>{_YEAR})"
    rf"|tháng{_S}(?P<bare_month>1[0-2]|0?[1-9])(?![\w/])"
    rf"|(?P<half>(?:0?6|sáu){_S}tháng{_S}(?:đầu|cuối)|nửa{_S}(?:đầu|cuối)|đầu|giữa|cuối){_S}năm(?:{_S}(?P<half_year>{_YEAR}))?(?!{_S}(?:học|trước|sau))"
    rf"|(?P<quarter_word>qu[ýí]{_S})?(?P<quarter>iv|i{{1,3}}|(?<=[ýí]\s)[1-4])(?![\w])(?:\s?(?:/|{_S}năm{_S})\s?(?P<quarter_year>{_YEAR}))?"
    r")(?![/%]|[.,][0-9])"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTHS = 12
_HALVES = {"half đầu": (1, 6), "half cuối": (7, 12), "đầu": (1, 5), "giữa": (5, 8), "cuối": (9, 12)}
"""First and last month of halves of a year, and of what is loosely its begin, middle and end."""
_ANY_YEAR = 2024


@frozen
class End:
    """One end of a range of days: a day, a month or a quarter.

    Attributes:
        first: its first day as month and day; `last`: its last one.
        year: its year, None where none is written.
        stop: offset behind it.
        kind: ``day``, ``month``, ``quarter`` or ``half``.
    """

    first: tuple[int, int]
    last: tuple[int, int]
    year: int | None
    stop: int
    kind: str

    def day(self, year: int, *, last: bool = False) -> date:
        """Return its first or last day in a year; 29 February is the last of the month in a common one."""
        month, day = self.last if last else self.first
        return date(year, month, min(day, monthrange(year, month)[1]))


def read_end(lower: str, pos: int) -> End | None:
    """Read a day, month or quarter at a place, with the small words before it.

    >>> end = read_end("hết quý iv/2026", 0)
    >>> end.first, end.year, end.kind
    ((10, 1), 2026, 'quarter')
    """
    match = _END.match(lower, pos)
    if match is None:
        return None
    if match["day"]:
        month, day = int(match["month"] or match["long_month"]), int(match["day"])
        if not 1 <= month <= _MONTHS or not 1 <= day <= monthrange(_ANY_YEAR, month)[1]:
            return None
        year = match["year"] or match["long_year"] or match["mixed_year"]
        return End((month, day), (month, day), int(year) if year else None, match.end(), "day")
    if match["quarter"]:
        if not match["quarter_word"] and not match["quarter_year"]:
            return None
        year, begin, end = match["quarter_year"], _QUARTERS[match["quarter"]] * 3 - 2, _QUARTERS[match["quarter"]] * 3
        return End((begin, 1), (end, 31 if end in (3, 12) else 30), int(year) if year else None, match.end(), "quarter")
    if match["half"]:
        said = match["half"].split()
        begin, end = _HALVES[said[-1] if len(said) == 1 else f"half {said[-1]}"]
        return End((begin, 1), (end, 31), int(match["half_year"]) if match["half_year"] else None, match.end(), "half")
    month, year = int(match["only_month"] or match["bare_month"]), match["month_year"]
    last = monthrange(_ANY_YEAR, month)[1]
    return End((month, 1), (month, last), int(year) if year else None, match.end(), "month")


def shown(day: date, *, dated: bool) -> str:
    """Return a day in digits, without its year where no text names that.

    >>> shown(date(2026, 9, 2), dated=True), shown(date(2026, 9, 2), dated=False)
    ('02/09/2026', '02/09')
    """
    words = format_date(day, "slash")
    return words if dated else words.rpartition("/")[0]


@frozen
class DayRange:
    """A range of days with both its ends.

    Attributes:
        start, stop: the offsets of its words.
        first, last: its ends.
        open: whether only words for begin and end tell that they are one range.
    """

    start: int
    stop: int
    first: End
    last: End
    open: bool


_FROM = re.compile(rf"từ(?<!\wtừ){_S}(?=[^\s])")
_TO = re.compile(rf"(?:{_S}năm{_S}nay)?(?:{_S}(?:cho{_S})?(?:đến|tới){_S}|\s?-\s?)")
_DASHED = re.compile(
    r"(?<![\w/.,\-])(?=(?:ngày\s)?[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?\s?-\s?(?:ngày\s)?[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})"
    r"|(?<!\w)(?=(?:qu[ýí]|tháng)\s[0-9iv]{1,3}(?:/[0-9]{4})?\s?-\s?(?:(?:qu[ýí]|tháng)\s)?[0-9iv]{1,3}/[0-9]{4})"
    r"|(?<=\()(?=(?:ngày\s)?[0-9]{1,2}\s?-\s?[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})"
)
_TO_DASH = re.compile(r"[0-9nqt](?<!\w.)(?:(?<=[0-9])|(?=gày\s|u[ýí]\s|háng\s))(?=[^-]{0,20}-)")
"""The first character of what may be the first end of such a range."""
_BARE_DAY = re.compile(
    r"(?:ngày\s)?(?P<day>[0-9]{1,2})(?=\s?-\s?[0-9]|\s(?:đến|tới)\s(?:hết\s)?(?:ngày\s)?[0-9]{1,2}[/\s])"
)
_BEGIN = re.compile(
    r"(?<!\w)(?<!trước )(?<!trước ngày )(?<!trước khi )(?<!trước lễ )(?:khởi công|bắt đầu|khởi động|khai mạc|khai giảng|mở (?:đợt|hội|thầu)|động thổ|tiếp nhận hồ sơ|nhận hồ sơ|phát động)(?!\w)"
    rf"[^.;|0-9]{{0,80}}?(?<!trước)(?<!nhất)(?<!hết)[\s:]{{1,3}}(?:(?:từ|ngày|vào|trong|tháng|đầu|cuối|giữa|quý){_S}){{0,3}}(?=[0-9]|(?<=\s)(?:iv|i{{1,3}}|tháng|quý)(?!\w))"
)
_FINISH = re.compile(
    rf"\s?[,;)(\-]?{_S}?(?:và{_S}|dự{_S}kiến{_S}|phải{_S}|để{_S}){{0,2}}(?:hoàn thành|xong|kết thúc|bế mạc|khánh thành|thông xe|bế giảng|đóng (?:hội|thầu)|bàn giao|nghiệm thu|tổng kết)"
    rf"(?:{_S}(?:chậm|muộn){_S}nhất(?:{_S}là)?)?(?:{_S}|\s?:{_S})(?=(?:trước|hết|vào|trong|ngày|tháng|quý|đầu|giữa|cuối|[0-9]))"
)
_WORDS_BEFORE = re.compile(rf"(?:(?:ngày|tháng|quý|đầu|cuối|giữa){_S})+$")


def day_ranges(lower: str) -> Iterator[DayRange]:
    """Yield the ranges of days, months and quarters of a folded text in small letters on one line."""
    for pattern, joint, is_open in ((_FROM, _TO, False), (_DASHED, _TO, False), (_BEGIN, _FINISH, True)):
        done = 0
        for cue in matches_at(_TO_DASH, pattern, lower) if pattern is _DASHED else pattern.finditer(lower):
            at = cue.end()
            if is_open and (words := _WORDS_BEFORE.search(lower, cue.start(), at)):
                at = words.start()
            first = read_end(lower, at) or _same_month(lower, at) if cue.start() >= done else None
            between = joint.match(lower, first.stop) if first is not None else None
            last = read_end(lower, between.end()) if between is not None else None
            if first is not None and last is not None:
                done = last.stop
                yield DayRange(cue.start() if pattern is not _DASHED else at, last.stop, first, last, is_open)


def _same_month(lower: str, pos: int) -> End | None:
    """Read a day that leaves out its month, which is that of the second end: ``từ ngày 12 - 16/8/2026``."""
    bare = _BARE_DAY.match(lower, pos)
    between = _TO.match(lower, bare.end()) if bare is not None else None
    last = read_end(lower, between.end()) if between is not None else None
    if bare is None or last is None or last.kind != "day" or last.year is None:
        return None
    month, day = last.first[0], int(bare["day"])
    sound = 1 <= day <= monthrange(last.year, month)[1]
    return End((month, day), (month, day), last.year, bare.end(), "day") if sound else None


_TURNS = re.compile(
    r"(?<!\w)(?:năm học|niên (?:vụ|khóa|độ|học)|mùa (?:khô|mưa|lũ|vụ|xuân|đông)|đông[ -]xuân|vụ đông|hạn mặn|xâm nhập mặn|hằng năm|hàng năm|mỗi năm|các năm|báo cáo|số liệu)(?!\w)"
)
"""Words of what runs over the turn of a year, data of reports among them."""
_NEXT = re.compile(r"\s?\(?(?:của\s)?(?:năm\s(?:sau|tới|kế|liền|tiếp|[0-9])|hằng năm|hàng năm|mỗi năm)")
_WHOLE_YEAR, _LONG_TURN, _SHORT_BACK = 365, 255, 45


def backward_ranges(lower: str, own: int | None) -> Iterator[tuple[int, int, str, str]]:
    """Yield the places of ranges that run backwards, each with its ends as days.

    Args:
        lower: a folded text in small letters on one line.
        own: the year of the plan: a range that names the one behind it may begin in it.

    >>> list(backward_ranges("từ ngày 15/8/2026 đến ngày 15/6/2026", 2026))
    [(0, 36, '15/08/2026', '15/06/2026')]
    """
    seen = set[int]()
    for one in day_ranges(lower):
        found = _backward(one, lower, own) if one.stop not in seen else None
        if found is not None:
            seen.add(one.stop)
            first, last = (shown(day, dated=bool(one.last.year or one.first.year)) for day in found)
            yield one.start, one.stop, first, last
    yield from _outside(lower)
    for span in year_spans(lower):
        if span.backward:
            yield span.start, span.stop, str(span.first), str(span.last)


def _backward(one: DayRange, lower: str, own: int | None) -> tuple[date, date] | None:
    """Return the days a range runs between if its second is before its first."""
    year = one.last.year or one.first.year or _ANY_YEAR
    first, last = one.first.day(one.first.year or year), one.last.day(one.last.year or year, last=True)
    if last >= first:
        return None
    if one.first.year and one.last.year:
        return first, last
    if one.first.year or _NEXT.match(lower, one.stop) or _TURNS.search(lower, max(0, one.start - REACH), one.stop):
        return None  # the second end may be of the next year
    back = (first - last).days
    if one.last.year:  # over the turn of the year it would be so long: no season is
        return (first, last) if one.last.year == own and _WHOLE_YEAR - back > _LONG_TURN else None
    days = one.first.kind == one.last.kind == "day" and "ngày" in lower[one.start : one.first.stop]
    return (first, last) if days and back < _SHORT_BACK else None


_WITHIN = re.compile(
    rf"(?<!\w)(?:(?:trong|xong|hoàn thành)(?:{_S}(?:trong|vào))?|kỳ{_S}họp(?:{_S}thường{_S}lệ)?){_S}"
    rf"(?=qu[ýí]{_S}[i1-4]|tháng{_S}[0-9]|(?:0?6|sáu){_S}tháng{_S}(?:đầu|cuối)|(?:nửa{_S})?(?:đầu|cuối)|giữa)"
)
_BY = re.compile(
    rf"\s?[,(]\s?(?:xong\s)?(?:trước|chậm nhất(?:{_S}là)?|muộn nhất(?:{_S}là)?|không (?:muộn|chậm) hơn|hạn (?:cuối|chót)(?:{_S}là|:)?|đến hết){_S}(?:ngày{_S})?(?=[0-9])"
    rf"|\s?\(\s?(?:(?:trong|vào){_S})?(?=tháng{_S}[0-9])"
)
_ONE_DAY = timedelta(days=1)


def _outside(lower: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield a period with the day by which it is said to end, where that is none of its days: ``quý I (trước ngày 31/5/2026)``."""
    for cue in _WITHIN.finditer(lower):
        period = read_end(lower, cue.end())
        by = _BY.match(lower, period.stop) if period is not None and period.kind != "day" else None
        day = read_end(lower, by.end()) if by is not None else None
        if period is None or day is None or day.kind not in ("day", "month"):
            continue
        year = day.year or period.year
        if year is None:
            continue
        own = period.year or year
        first, last, meant = period.day(own), period.day(own, last=True), day.day(year)
        if meant > last + _ONE_DAY:
            yield cue.start(), day.stop, format_date(meant, "slash"), format_date(last, "slash")
        elif meant < first:
            yield cue.start(), day.stop, format_date(first, "slash"), format_date(meant, "slash")
