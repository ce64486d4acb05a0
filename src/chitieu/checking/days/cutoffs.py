"""The days report data run from and to, as plans write them: *báo cáo quý: số liệu từ ngày 15 … đến ngày 14 …*.

Administrative reports take their data from the 15th of the month before their period to the 14th of its last month
(Nghị định 09/2019/NĐ-CP). Reports with rules of their own (statistics, accounts, payments) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from chitieu.checking.days.report_lists import said_before
from chitieu.checking.texts.anchors import matches_at
from chitieu.checking.texts.places import ahead_of_first, behind_last, text_before
from chitieu.periods.period import Calendar, Period, PeriodKind

__all__ = ["IN_FORCE", "sent_too_early", "wrong_cutoffs"]

IN_FORCE = date(2019, 3, 12)
"""The first day of Nghị định 09/2019/NĐ-CP."""
_ANY_YEAR = 2024
_FIRST_MONTH, _LAST_MONTH = 1, 12

_S = r"\s{1,3}"
_OTHER_YEAR = r"(?:liền\s{1,3}|kề\s{1,3})?(?:trước|báo cáo|sau|nay|này|liền kề|kế hoạch)"
_OF_YEAR = rf"(?:\s?,?{_S}(?:của{_S})?(?:năm{_S})?(?:(?:19|20)[0-9]{{2}}(?![0-9])|{_OTHER_YEAR}(?!\w)))?"
_PLACES = {
    "before": rf"tháng{_S}(?:(?:liền{_S}|kề{_S})*trước|cuối(?:{_S}cùng)?{_S}(?:của{_S})?(?:quý|kỳ){_S}(?:liền{_S})?trước)",
    "after": rf"tháng{_S}(?:sau|kế{_S}tiếp|tiếp{_S}theo|liền{_S}sau|đầu(?:{_S}tiên)?{_S}(?:của{_S})?(?:quý|kỳ){_S}(?:sau|tiếp{_S}theo))",
    "first": rf"tháng{_S}(?:đầu|thứ{_S}nhất)(?:{_S}tiên)?{_S}(?:của{_S})?(?:quý|kỳ)",
    "last": rf"(?:tháng{_S}(?:cuối(?:{_S}cùng)?{_S}(?:của{_S}|trong{_S})?(?:quý|kỳ)|thứ{_S}(?:ba|3){_S}(?:của{_S})?quý|(?:trong{_S}|của{_S}|thuộc{_S})?(?:kỳ{_S})?báo{_S}cáo|này|đó)|(?:hằng|hàng|mỗi){_S}tháng)",
}
"""Months by their place in the period, in the order they are tried."""


def _day(name: str) -> str:
    """Return the pattern of a day, its groups marked with a name."""
    places = "|".join(rf"(?P<{name}_{place}>{words})" for place, words in _PLACES.items())
    return (
        rf"(?:ngày{_S}(?:m[ồù]ng{_S})?)?(?:(?:(?P<{name}_end>cuối(?:{_S}cùng)?)|(?P<{name}_begin>đầu(?:{_S}tiên)?))(?={_S}(?:của{_S})?(?:quý|kỳ|tháng|năm))|(?P<{name}_day>[0-9]{{1,2}})(?![0-9.,%]))"
        rf"(?:\s?[/\-]\s?(?P<{name}_slash>[0-9]{{1,2}})(?:\s?[/\-]\s?(?P<{name}_year>(?:19|20)[0-9]{{2}})(?![0-9/])|(?![0-9/%])(?:/?{_OF_YEAR}))"
        rf"|(?:{_S}(?:của{_S})?)(?:tháng{_S}(?P<{name}_month>[0-9]{{1,2}})(?![0-9])(?:\s?,?{_S}năm{_S}(?P<{name}_long>(?:19|20)[0-9]{{2}})(?![0-9])|{_OF_YEAR})|{places}))?"
    )


_RANGE = re.compile(
    rf"(?<!\w)(?:(?P<word>từ|bắt{_S}đầu(?:{_S}từ|{_S}vào)?){_S}(?:hết{_S}|sau{_S})?(?=ngày|[0-9])|(?=[0-9]{{1,2}}[/\-][0-9]{{1,2}}[/\-][0-9]{{4}})){_day('first')}"
    rf"(?:(?(word)[^.;:|0-9]{{0,50}}?){_S}(?:đến|tới|kết{_S}thúc(?:{_S}vào|{_S}là)?|(?:chốt|khóa)(?:{_S}sổ)?(?:{_S}vào|{_S}đến)?){_S}(?:hết{_S})?(?=ngày|[0-9])|\s?-\s?(?=[0-9]{{1,2}}[/\-]|ngày)){_day('last')}"
)
_RANGE_BEGINS = re.compile(r"[0-9bt](?<!\w.)(?:(?<=[0-9])(?=[0-9]?[/\-])|(?=ừ\s|ắt\s))")
_UNTIL = re.compile(
    r"(?<!\w)(?:(?P<sure>chốt|khóa(?:\s{1,3}sổ)?)(?:\s{1,3}số\s{1,3}liệu)?|số\s{1,3}liệu(?:\s{1,3}báo\s{1,3}cáo)?\s{1,3}(?:được\s{1,3})?(?:tính|lấy|cập nhật|tổng hợp))"
    rf"[^.;:|0-9]{{0,60}}?(?:(?<=\s)(?:đến|tới|vào|là|tại)|:|(?<=chốt)|(?<=khóa)|(?<=liệu)){_S}(?:hết{_S})?(?=ngày){_day('last')}"
)
"""The last day alone; data that run to a date are what was so on that day, unless they are closed then."""
_DATA_BEGIN = re.compile(r"[cks](?<!\w.)(?=hốt|hóa|ố\s{1,3}liệu)")
_LABEL = re.compile(
    r"(?<!\w)(?:quý(?:\s{1,3}(?P<quarter>iv|i{1,3}|[1-4]))?(?!\w)(?!\s{1,3}(?:trước(?!\s{1,3}(?:ngày|[0-9]))|sau|liền))"
    r"|(?P<half>(?:0?6|sáu)\s{1,3}tháng(?:\s{1,3}(?P<side>đầu|cuối)\s{1,3}năm)?)(?!\w)"
    r"|(?P<nine>(?:0?9|chín)\s{1,3}tháng)(?!\w)"
    r"|(?:báo cáo|số liệu|hằng|hàng|mỗi|định kỳ|kỳ|đối với)\s{1,3}(?P<month>tháng)(?!\w)(?:\s{1,3}(?P<number>1[0-2]|0?[1-9])(?![0-9]))?"
    r"|(?:báo cáo|số liệu|tổng kết|kết quả|hằng|hàng|cả|định kỳ|kỳ|đối với|,|và)\s{1,3}(?P<year>năm)(?!\w)(?!\s{1,3}(?:trước(?!\s{1,3}(?:ngày|[0-9]))|sau|liền))"
    r"|(?:^|[-+*.):]\s{0,3})(?P<alone>năm|tháng)(?=\s{1,3}20[0-9]{2}\s{0,3}:|\s{0,3}:))"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_DATA = re.compile(
    r"(?<!\w)(?:chốt|khóa sổ|số liệu|kỳ báo cáo(?: \w{1,6}){0,5}(?: (?:được )?tính|:\s*$|:\s+từ)|thời kỳ báo cáo|thời gian (?:của )?(?:kỳ )?báo cáo)(?!\w)"
)
_DECREE = re.compile(r"(?<![0-9])0?9/2019/n[đd]-?\s?cp")
_OWN_RULES = re.compile(
    r"(?<!\w)(?:(?:báo cáo|số liệu|chế độ|kỳ|công tác|chỉ tiêu|ngành|điều tra)\s{1,3}thống kê|quyết toán|giải ngân|báo cáo tài chính"
    r"|đánh giá đầu tư|đầu tư công|kế toán|thông tư|niên độ|ước)(?!\w)"
)
"""Reports whose data have days of their own by other acts."""
_OTHER_WORK = re.compile(
    r"(?<!\w)(?:gửi|nộp|trình|hoàn thành|xong|tổ chức|họp|kiểm tra|cập nhật|thời hạn|thực hiện từ|nhập)(?!\w)"
)
_BREAK = re.compile(r"[;|]|\.(?=\s)")


def wrong_cutoffs(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """Yield the places of days report data run from or to that differ from those of the decree.

    Args:
        text: a folded text with its lines.
        lower: the same in small letters on one line, of the same length.
    """
    done = 0
    if "báo cáo" not in lower and not _DECREE.search(lower):
        return
    for match in matches_at(_RANGE_BEGINS, _RANGE, lower):
        if _is_wrong(match, text, done):
            yield match.span()
        done = match.end()
    for match in matches_at(_DATA_BEGIN, _UNTIL, lower):
        sure = match["sure"] or isinstance(_month(match, "last"), str)
        if sure and not _RANGE.search(match.group()) and _is_wrong(match, text, 0):
            yield _at(match), match.end()


_HOUR = rf"(?:[0-9]{{1,2}}(?:{_S}giờ|h)(?:\s?[0-9]{{2}}(?:{_S}phút)?)?\s?,?{_S})?"
_CLOSED = re.compile(
    rf"(?<!\w)(?:chốt|khóa|số\s{{1,3}}liệu)(?!\w)(?:[^.;|0-9]|(?<=\s)0?[69](?=\stháng)){{0,60}}?(?<=[\s:]){_HOUR}(?=ngày{_S}[0-9]|[0-9]{{1,2}}[/\-][0-9]){_day('last')}"
)
"""The last day of report data, said without the word for data or without *đến*."""
_LIMIT = rf"(?P<limit>(?P<before>trước)|chậm nhất|muộn nhất|không quá|vào|trong|xong)(?:{_S}(?:là|đến|vào))?{_S}{_HOUR}"
_SENDING = r"(?<!\w)(?:gửi|nộp|trình|báo cáo)(?!\w)"
_TERM = rf"(?<!\w)(?:(?:thời\s)?hạn|ngày|thời\sgian)\s(?:gửi|nộp)(?!\w)(?:[^.;:|0-9]{{0,30}}(?::|là))?{_S}(?:(?P<term_before>trước){_S}|(?:chậm|muộn)\snhất{_S})?"
_SENT = re.compile(
    rf"(?:[^.|0-9]|(?<=\s)[0-9]{{1,2}}(?=\sngày\s(?:làm\sviệc|để)(?!\w))){{0,60}}?(?:{_SENDING}[^.;|0-9]{{0,60}}?(?<!\w){_LIMIT}|{_TERM}){_day('sent')}"
)
_SENT_FIRST = re.compile(
    rf"{_SENDING}[^.;|0-9]{{0,60}}?(?<!\w){_LIMIT}{_day('sent')}(?=[\s,(]{{1,3}}(?:(?:với{_S})?số{_S}liệu|chốt|kỳ{_S}số{_S}liệu)(?!\w))"
)
_SENDING_BEGINS = re.compile(r"[bgnt](?<!\w.)(?=ửi|ộp|rình|áo\scáo)")
_ESTIMATED = re.compile(r"(?<!\w)(?:ước|dự kiến|kỳ trước|trước đó|lần sau|bổ sung|điều chỉnh)(?!\w)")
"""Words of data that are not all there on the day a report is due."""


_EARLY_NEXT_YEAR = 2
_SAID = re.compile(r"(?<!\w)(?:báo cáo|(?:chốt|khóa)(?: sổ)? số liệu)(?!\w)")
"""Words that tell that reports are spoken of."""


def sent_too_early(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """Yield the places of days a report is due on before its own data end: *số liệu đến ngày 14/6, gửi trước ngày 10/6*.

    Args:
        text: a folded text with its lines.
        lower: the same in small letters on one line, of the same length.
    """
    if _SAID.search(lower) is None:
        return
    done = set[int]()
    for sent, data in _sent_and_data(lower):
        if sent.end() not in done and _is_sent_early(text, lower, sent, data):
            done.add(sent.end())
            yield _starts(sent), sent.end()


def _starts(sent: re.Match[str]) -> int:
    """Return where the words begin that say until when a report is sent."""
    return next(sent.start(name) for name in ("limit", "term", "sent_day") if sent.groupdict().get(name))


def _sent_and_data(lower: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield the days reports are sent on with the days of their data, said before or behind."""
    for begins, pattern in ((_RANGE_BEGINS, _RANGE), (_DATA_BEGIN, _CLOSED)):
        for data in matches_at(begins, pattern, lower):
            sent = _SENT.match(lower, data.end())
            if sent is not None and not _names_another(lower, data, _starts(sent)):
                yield sent, data
    for sent in matches_at(_SENDING_BEGINS, _SENT_FIRST, lower):
        found = [pattern.search(lower, sent.end(), sent.end() + _NEXT) for pattern in (_RANGE, _CLOSED)]
        for data in [match for match in found if match is not None][:1]:
            if _LABEL.search(lower, sent.end(), _at(data)) is None:
                yield sent, data


_NEXT = 120


def _names_another(lower: str, data: re.Match[str], sent: int) -> bool:
    """Whether another report is named between the day data end and the day one is sent."""
    between = lower[data.end() : sent]
    named = _named_in(between) if ";" in between else set[str]()
    return bool(named) and named != _named_in(behind_last(_BREAK, lower[max(0, data.start() - _NEXT) : data.end()]))


def _named_in(words: str) -> set[str]:
    """Return the kinds of the periods some words name."""
    groups = [[name for name, said in label.groupdict().items() if said] for label in _LABEL.finditer(words)]
    return {names[0] if names else "quarter" for names in groups}


def _is_sent_early(text: str, lower: str, sent: re.Match[str], data: re.Match[str]) -> bool:
    """Whether a report is sent before its data end, and they are no estimates."""
    start, end = min(sent.start(), data.start()), max(sent.end(), data.end())
    said = behind_last(_BREAK, text_before(lower, start, _NEXT)) + lower[start:end]
    open_end = any(sent.groupdict().get(name) for name in ("before", "term_before"))
    if _ESTIMATED.search(said) or not _is_before(_end(sent, "sent"), _end(data, "last"), open_end=open_end):
        return False
    return any(map(_SAID.search, (said, *said_before(text, start)[1])))


def _is_before(sent: _End, last: _End, *, open_end: bool) -> bool:
    """Whether a report is due before the last day of its data; *trước* leaves that day itself out."""
    if last.month is None and sent.month == "last":  # "mỗi tháng chốt vào ngày 14; gửi trước ngày 18 của tháng đó"
        last = evolve(last, month="last")
    if sent.day is None or last.day is None or type(sent.month) is not type(last.month):
        return False
    if isinstance(sent.month, int) and isinstance(last.month, int):
        if last.month == _LAST_MONTH and sent.month <= _EARLY_NEXT_YEAR:
            return False
        return (sent.year or last.year or 0, sent.month, sent.day - open_end) < (
            last.year or sent.year or 0,
            last.month,
            last.day,
        )
    return sent.month == last.month and sent.day - open_end < last.day


def _at(match: re.Match[str]) -> int:
    """Return where the days of a match begin."""
    if "first_day" in match.groupdict():
        return match.start()
    return max(match.start(f"last_{part}") for part in ("day", "end", "begin"))


def _is_wrong(match: re.Match[str], text: str, done: int) -> bool:
    """Whether the days of a match are said of report data, and none of the reports meant has such days."""
    item, leads = said_before(text, _at(match))
    clause = behind_last(_BREAK, item)
    near = text_before(clause, len(clause), _at(match) - done)
    behind = _OTHER_WORK.search(near[_last_label(near) :])
    rest = ahead_of_first(_BREAK, text[match.end() : match.end() + _NEXT].lower())
    said = " ".join((*leads, item, rest if _DECREE.search(rest) else ""))
    about_reports = "báo cáo" in said or _DECREE.search(said)
    if behind or not about_reports or (_OWN_RULES.search(said) and not _is_by_decree(said, clause)):
        return False
    labels = list(_LABEL.finditer(near)) or list(_LABEL.finditer(clause))
    if not labels and _DATA.search(clause + match.group()):
        labels = next((found for one in (item, *leads) if (found := list(_LABEL.finditer(one)))), [])
    periods = [period for label in labels for period in _periods(label)]
    spans_months = "first_day" in match.groupdict() and _month(match, "first") != _month(match, "last")
    about_data = _DATA.search(said + match.group()) or (_DECREE.search(said) and spans_months)
    return bool(periods and about_data) and not any(_fits(match, period) for period in periods)


def _is_by_decree(said: str, clause: str) -> bool:
    """Whether the decree is named and the clause itself speaks of no report with rules of its own."""
    return _DECREE.search(said) is not None and not _OWN_RULES.search(clause)


def _last_label(words: str) -> int:
    """Return where the last period is named, 0 for none."""
    return max((label.start() for label in _LABEL.finditer(words)), default=0)


def _periods(label: re.Match[str]) -> Iterator[Period]:
    """Yield the periods a label may mean: ``báo cáo quý`` is any of four."""
    if label["half"]:
        sides = {"đầu": (1,), "cuối": (2,), None: (1, 2)}[label["side"]]
        yield from (Period(_ANY_YEAR, PeriodKind.HALF, side) for side in sides)
    elif label["nine"]:
        yield Period.of_months(_ANY_YEAR, 1, 9)
    elif label["month"] or label["alone"] == "tháng":
        numbers = (int(label["number"]),) if label["number"] else range(_FIRST_MONTH, _LAST_MONTH + 1)
        yield from (Period(_ANY_YEAR, PeriodKind.MONTH, number) for number in numbers)
    elif label["year"] or label["alone"]:
        yield Period(_ANY_YEAR)
    else:
        quarters = (_QUARTERS[label["quarter"]],) if label["quarter"] else (1, 2, 3, 4)
        yield from (Period(_ANY_YEAR, PeriodKind.QUARTER, number) for number in quarters)


@frozen
class _End:
    """One end of a range: its day, None for the last of a month; its month or the place of it; its year."""

    day: int | None
    month: int | str | None
    year: int | None


def _month(match: re.Match[str], name: str) -> int | str | None:
    """Return the month of one end: a number, or its place in the period."""
    number = match[f"{name}_slash"] or match[f"{name}_month"]
    return int(number) if number else next((place for place in _PLACES if match[f"{name}_{place}"]), None)


def _end(match: re.Match[str], name: str) -> _End:
    year = match[f"{name}_year"] or match[f"{name}_long"]
    day = "1" if match[f"{name}_begin"] else match[f"{name}_day"]
    return _End(int(day) if day else None, _month(match, name), int(year) if year else None)


def _fits(match: re.Match[str], period: Period) -> bool:
    """Whether the days of a match are those of the data of a period."""
    first, last = period.bounds(Calendar.ADMINISTRATIVE)
    end = _end(match, "last")
    if end.day != last.day or end.month not in (None, "last", last.month):
        return False
    if "first_day" not in match.groupdict():
        return True
    start = _end(match, "first")
    if start.year and end.year and end.year - start.year != last.year - first.year:
        return False
    return start.day == first.day and start.month in (None, "before", first.month)
