"""The deadlines a plan sets: one for each task as it was read, and those its text names beside it.

A task has one deadline as a value (`Task.due`). Its text may name more (*quý I trước ngày 20/3/2026, quý II trước ngày …*), and
so may lines that are no tasks, indicators among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from chitieu.checking.places import Ranges, row_before
from chitieu.checking.rules import RuleFault
from chitieu.checking.subject import Subject
from chitieu.periods.dates import match_date
from chitieu.periods.period import Period, PeriodKind
from chitieu.periods.text import match_period
from chitieu.text import SourceText
from chitieu.work.tasks import Task

__all__ = ["Deadline", "deadlines"]

_NO_DEADLINE = re.compile(
    r"(?:phát sinh|đã\s[^.;,]{0,40}|có hiệu lực|được \w+|tồn đọng|tồn tại|tồn|từ|sinh|khởi công|ký kết|ban hành và|có quyết định"
    r"|quyết định|vi phạm|xảy ra|thành lập|đăng ký|cư trú|tuyển dụng|nghỉ hưu|nhập ngũ|hưởng [^.;,]{0,40})\s*$"
)
"""Words right before ``trước ngày …`` that make the day a condition: debts that arose before it."""
_BEFORE_DAY = re.compile(r"(?:trước|đến hết)\s+(?:ngày\s+)?[0-9]")
_CUE = re.compile(
    r"(?<!\w)(?:trước|chậm nhất(?: là)?(?: đến)?|muộn nhất(?: là)?|đến hết|xong(?: trước| trong)?|hoàn thành(?: trước| trong| vào)?)\s+"
    r"(?:ngày\s+|cuối\s+)?(?=[0-9]|tháng\s+[0-9]|qu[ýí]\s)"
)
_DONE = re.compile(r"(?<!\w)(?:đã|được|từ|tính đến|phát sinh|so với|kể|thời kỳ|hiệu lực|tồn)(?!\w)")
"""Words of a clause whose days tell of the past or of which things are meant."""
_CLAUSE = re.compile(r"[.;](?=\s|$)|\n\s*\n|\||\n\s*[-+*•]\s")
_REACH = 200
_RECURS = re.compile(r"(?<!\w)(?:báo cáo|định kỳ|hằng|hàng|mỗi)(?!\w)")


@frozen(eq=False)
class Deadline:
    """A deadline of a plan.

    Attributes:
        last: the last day.
        fault: where it stands, as a fault without fields.
        words: what is said with it, in small letters.
        whole_year: whether it is a whole year or more.
    """

    last: date
    fault: RuleFault
    words: str
    whole_year: bool = False


def deadlines(subject: Subject) -> Iterator[Deadline]:
    """Yield the deadlines of the tasks, then those of the rest of the text."""
    for _, task in subject.tasks():
        yield from _of_task(subject, task)
    yield from _beside_tasks(subject)


def _of_task(subject: Subject, task: Task) -> Iterator[Deadline]:
    source = SourceText(task.text)
    own = task.last_day
    if own is not None and _is_deadline(source.lower) and not _comes_again(subject, source.lower, own):
        whole_year = isinstance(task.due, Period) and task.due.kind in _YEARS
        yield Deadline(own, subject.at_task(task), source.lower, whole_year)
    for last, start, end in _named(source.lower, 0, len(source.lower)):
        if last != own:
            yield Deadline(last, subject.at_task(task, part=source.clean(start, end)), source.lower)


_YEARS = (PeriodKind.YEAR, PeriodKind.RANGE, PeriodKind.TERM)


def _is_deadline(lower: str) -> bool:
    """Whether the day of a task is one it must be done by, and not one that tells which things are meant."""
    day = _BEFORE_DAY.search(lower)
    return day is None or not _NO_DEADLINE.search(lower, day.start() - 60, day.start())


def _comes_again(subject: Subject, lower: str, last: date) -> bool:
    """Whether a day without a year is one of each year, the next of which is meant: ``quý IV trước ngày 15/01``."""
    issued = subject.plan.issued
    bare = re.search(rf"(?<![0-9/])0?{last.day}(?:/|\s+tháng\s+)0?{last.month}(?!\s*/|[0-9]|\s+năm\s+[0-9])", lower)
    return issued is not None and last < issued and bare is not None and _RECURS.search(lower) is not None


def _named(lower: str, start: int, end: int) -> Iterator[tuple[date, int, int]]:
    """Yield the days with their year that stand behind a word for a deadline, with the place of both."""
    for cue in _CUE.finditer(lower, start, end):
        day, period = match_date(lower, cue.end()), match_period(lower, cue.end())
        last, stop = (day.value, day.end) if day else (period[0].end, period[1]) if period else (None, cue.end())
        if last is None:
            continue
        clause = _CLAUSE.split(lower[max(start, cue.start() - _REACH) : cue.start()])[-1]
        if not _DONE.search(clause):
            yield last, cue.start(), stop


def _beside_tasks(subject: Subject) -> Iterator[Deadline]:
    """Yield the deadlines behind the first line of indicators or work that stand in no task and in no table."""
    plan = subject.plan
    work = [task.span for _, task in subject.tasks() if task.span is not None]
    lines = [item.span for item in plan.indicators if item.span is not None]
    if not plan.text or not (work or lines):
        return
    taken = Ranges.of(work)
    begin = min(span.start for span in (*work, *lines))
    for piece in subject.pieces:
        for last, start, end in _named(piece.source.lower, 0, len(piece.source.lower)):
            at = piece.source.span(start, end).start
            if at < begin or at in taken or "|" in row_before(piece.source.text, start):
                continue
            words = _CLAUSE.split(piece.source.lower[max(0, start - _REACH) : start])[-1]
            yield Deadline(last, piece.fault(start, end), words)
