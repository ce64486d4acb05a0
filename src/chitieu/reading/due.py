"""Deadlines: a day before which, a period within which, or how often.

Plans leave out the year where it is their own: *trong quý III* of a plan for 2026 is the third quarter of 2026.
In running text a period is a deadline only behind a word that says so (*trong*, *hoàn thành*, *xong*); behind a
label or in a cell it always is.
"""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen

from chitieu.periods.dates import match_date
from chitieu.periods.period import Due, Period, PeriodKind, Recurrence
from chitieu.periods.text import match_period
from chitieu.work.assigning import Assigning

__all__ = ["DueReader"]

_DAY = re.compile(
    r"(?:trước|chậm nhất(?: là)?(?: đến)?|hoàn thành(?: trước| trong)?|đến hết|xong trước)\s+"
    r"(?:ngày\s+(?=[0-9])|(?=[0-9]{1,2}[/.-][0-9]{1,2}(?![0-9])))"
)
_DAY_WORDS = ("trước", "chậm nhất", "hoàn thành", "đến hết", "xong")  # one of them begins every match
_SHORT_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})(?![/\-0-9%]|\.[0-9])")
_PERIOD_STARTS = (
    ("qu", re.compile("qu[ýí] ")),
    (
        " tháng ",
        re.compile(r"(?<![\w.,/])(?:0?[2-9]|1[0-2]|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: một| hai)?) tháng "),
    ),
    ("tháng ", re.compile("tháng ")),
    ("năm ", re.compile("năm ")),
)
"""What every match contains, to be looked for first, and how a period begins."""
_WITHIN = (
    "trong", "hoàn thành", "chậm nhất", "xong", "thời gian", "thời gian:", "thời hạn:", "thời hạn", "hoàn thành trong",
)  # fmt: skip
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_OWN_YEAR = re.compile(
    r"qu[ýí]\s+(?P<quarter>iv|i{1,3}|[1-4])(?![\w/])|tháng\s+(?P<month>1[0-2]|0?[1-9])(?![\w/]|\s*năm)"
    r"|(?P<half>(?:6|06|sáu) tháng (?P<which>đầu|cuối) năm)|(?P<year>(?:trong|cả|cuối|hết) năm)(?!\s*[0-9])"
)
_RECURRING = {
    Recurrence.MONTH: re.compile(r"(?:hàng|hằng|mỗi|từng)\s+tháng|định kỳ\s+tháng"),
    Recurrence.QUARTER: re.compile(r"(?:hàng|hằng|mỗi|từng)\s+quý|định kỳ\s+quý"),
    Recurrence.HALF: re.compile(r"(?:định kỳ|hàng|hằng)\s+(?:0?6|sáu)\s+tháng|(?:0?6|sáu)\s+tháng(?:/lần|\s+một lần)"),
    Recurrence.YEAR: re.compile(r"(?:hàng|hằng|mỗi|từng)\s+năm|định kỳ\s+năm"),
    Recurrence.CONTINUOUS: re.compile(r"thường xuyên|liên tục"),
}
_OFTEN = re.compile(
    r"định kỳ\s+(?:hàng|hằng)\s+(?:tháng|quý|năm)|định kỳ\s+(?:0?6|sáu)\s+tháng"
    r"|ngày\s+[0-9]{1,2}\s+(?:hàng|hằng)\s+(?:tháng|quý)|báo cáo[^.;0-9]{0,60}?\s(?:hàng|hằng)\s+(?:tháng|quý|năm)(?!\w)"
)
"""Running text says how often in many other senses; these say it of the work itself."""


@frozen
class DueReader:
    """Reads deadlines.

    Attributes:
        words: the labels of deadlines.
        year: the year of the plan, for deadlines that leave it out; None where the plan has none.
    """

    words: Assigning
    year: int | None = None

    def in_text(self, lower: str, start: int, end: int) -> Due | None:
        """Read the deadline of a task in running text: a day, else the shortest period, else how often."""
        return (
            self._day(lower, start, end)
            or self._labelled(lower, start, end)
            or self._period(lower, start, end)
            or (_recurrence(lower, start, end) if _OFTEN.search(lower, start, end) else None)
        )

    def in_cell(self, lower: str, start: int, end: int) -> Due | None:
        """Read a text that is nothing but a deadline; of several the last one counts (``từ quý I đến quý III``)."""
        found: Due | None = None
        pos = start
        while match := _WORD_START.search(lower, pos, end):
            due, pos = self._at(lower, match.start())
            found = due or found
        return found or _recurrence(lower, start, end)

    def _day(self, lower: str, start: int, end: int) -> date | None:
        if not any(lower.find(word, start, end) >= 0 for word in _DAY_WORDS):
            return None
        for match in _DAY.finditer(lower, start, end):
            day = match_date(lower, match.end())
            if day and day.value:
                return day.value
            short = self._short_day(lower, match.end())
            if short:
                return short
        return None

    def _short_day(self, lower: str, pos: int) -> date | None:
        """Read ``30/6``, whose year is the plan's."""
        match = _SHORT_DAY.match(lower, pos)
        if match is None or self.year is None:
            return None
        try:
            return date(self.year, int(match[2]), int(match[1]))
        except ValueError:
            return None

    def _labelled(self, lower: str, start: int, end: int) -> Due | None:
        """Read the deadline behind a label (``Thời gian hoàn thành: quý II/2026``)."""
        for label in self.words.due_label.finditer(lower, start, end):
            following = self.words.labels.search(lower, label.end(), end)
            stop = min(following.start() if following else end, _sentence_end(lower, label.end(), end))
            found = self.in_cell(lower, label.end(), stop)
            if found:
                return found
        return None

    def _period(self, lower: str, start: int, end: int) -> Period | None:
        """Read the period a task must be done in, the shortest kind first."""
        for word, pattern in _PERIOD_STARTS:
            for place in pattern.finditer(lower, start, end) if lower.find(word, start, end) >= 0 else ():
                at = place.start()
                if lower[max(start, at - 20) : at].rstrip().endswith(_WITHIN):
                    period = match_period(lower, at)
                    found = period[0] if period else self._own_period(lower, at)
                    if found:
                        return found
        return None

    def _at(self, lower: str, pos: int) -> tuple[Due | None, int]:
        """Read the day or period that begins at a place; return it and the offset to go on from."""
        day, period = match_date(lower, pos), match_period(lower, pos)
        if day and day.value:
            return day.value, day.end
        if period:
            return period
        return self._own_period(lower, pos) or self._short_day(lower, pos), pos + 1

    def _own_period(self, lower: str, pos: int) -> Period | None:
        """Read a period that leaves out the year."""
        match = _OWN_YEAR.match(lower, pos)
        if match is None or self.year is None:
            return None
        if match["quarter"]:
            return Period(self.year, PeriodKind.QUARTER, _QUARTERS[match["quarter"]])
        if match["month"]:
            return Period(self.year, PeriodKind.MONTH, int(match["month"]))
        if match["half"]:
            return Period(self.year, PeriodKind.HALF, 1 if match["which"] == "đầu" else 2)
        return Period(self.year)


def _recurrence(lower: str, start: int, end: int) -> Recurrence | None:
    """Return how often: the most frequent one that is said."""
    return next((often for often, pattern in _RECURRING.items() if pattern.search(lower, start, end)), None)


_WORD_START = re.compile(r"(?<!\w)(?<![0-9][/.\-])\w")


def _sentence_end(lower: str, start: int, end: int) -> int:
    match = re.compile(r"\.(?=\s|$)|;|\s[-+*•]\s").search(lower, start, end)
    return match.start() if match else end
