"""The deadlines a plan sets: one for each task as it was read, and those its text names beside it.

A task has one deadline as a value (`Task.due`). Its text may name more (*quý I trước ngày 20/3/2026, quý II trước ngày …*), and
so may lines that are no tasks, indicators among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from chitieu.checking.days.conditions import tells_which
from chitieu.checking.once import once
from chitieu.checking.rules import RuleFault
from chitieu.checking.subject import Subject
from chitieu.checking.texts.places import Ranges, behind_last, row_before, text_before
from chitieu.checking.texts.table_cells import cells_of_rows
from chitieu.periods.dates import match_date
from chitieu.periods.period import Period, PeriodKind
from chitieu.periods.text import match_period
from chitieu.text import SourceText
from chitieu.work.tasks import Task

__all__ = ["Deadline", "deadlines"]

_DAY = re.compile(
    r"(?:trước|đến hết|trong|vào|trong khoảng)\s+(?:(?:ngày|tháng|năm|cuối|đầu)\s+|qu[ýí]\s+(?=[0-9iv])){0,3}(?=[0-9iv])"
)
_CUE = re.compile(
    r"(?<!\w)(?:trước|chậm nhất(?: là)?(?: đến| vào)?(?: hết)?|muộn nhất(?: là)?(?: đến| vào)?(?: hết)?|không (?:muộn|chậm|trễ) hơn|không quá|hạn (?:cuối(?: cùng)?|chót)(?: là|:)?"
    r"|đến hết|(?:xong|hoàn thành|về đích)(?: trước| trong| vào)?"
    r"|(?<!tờ )(?:trình|hoàn thành|thông xe|khánh thành|công bố)(?!\w)[^.;,0-9]{0,60}? (?:trong|vào|tại))\s+"
    r"(?:ngày\s+|(?:nửa )?(?:đầu|cuối)\s+|giữa\s+|kỳ họp\s+){0,2}(?=[0-9]|tháng\s+[0-9]|qu[ýí]\s)"
)
_DONE_IN = re.compile(
    r"(?<!\w)(?:ngay )?trong (?=(?:tháng [0-9]{1,2}|qu[ýí] [iv1-4]{1,3})(?:/| năm )20[0-9]{2}\s?(?:[.;]|$))"
)
"""When a task is to be done, at the end of its sentence."""
_OPENING = re.compile(
    r"(?:^\W{0,4}|[.;]\s+)(?:từ nay\s+)?đến\s+(?:hết\s+)?(?:ngày\s+|cuối\s+)?(?=(?:[0-9]|tháng\s+[0-9]|qu[ýí]\s)[^,.;]{1,30},\s(?:phải\s)?(?:hoàn thành|xong|bàn giao|trình|ban hành|phê duyệt|chấm dứt|khắc phục xong)(?!\w))"
)
"""A deadline that opens a sentence, with what must be done by then."""
_DONE = re.compile(r"(?<!\w)(?:đã|được|từ|tính đến|phát sinh|so với|kể|thời kỳ|hiệu lực|tồn)(?!\w)")
"""Words of a clause whose days tell of the past or of which things are meant."""
_CLAUSE = re.compile(r";|\.(?=\s|$)|\n\s*\n|\||\n\s*[-+*•]\s")
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


@once
def deadlines(subject: Subject) -> Iterator[Deadline]:
    """Yield the deadlines of the tasks, then those of the rest of the text and of its tables."""
    for one in subject.task_texts:
        yield from _of_task(subject, one.task, one.words)
    yield from _beside_tasks(subject)
    yield from _in_columns(subject)


def _of_task(subject: Subject, task: Task, source: SourceText) -> Iterator[Deadline]:
    own = task.last_day
    if own is not None and _is_deadline(source.lower, own) and not _comes_again(subject, source.lower, own):
        whole_year = isinstance(task.due, Period) and task.due.kind in _YEARS
        yield Deadline(own, subject.at_task(task), source.lower, whole_year)
    lower, whole = source.lower, (0, len(source.lower))
    for last, start, end in (*_named(lower, *whole), *_named(lower, *whole, _DONE_IN), *_opening(lower)):
        if last != own:
            yield Deadline(last, subject.at_task(task, part=source.clean(start, end)), source.lower)


_YEARS = (PeriodKind.YEAR, PeriodKind.RANGE, PeriodKind.TERM)


def _is_deadline(lower: str, last: date) -> bool:
    """Whether the day of a task is one it must be done by, and not one that tells which things are meant."""
    days = [match.end() for match in _DAY.finditer(lower)]
    at = next((at for at in days if _read_day(lower, at)[0] == last), days[0] if days else None)
    return at is None or not tells_which(lower, at, _read_day(lower, at)[1])


def _read_day(lower: str, at: int) -> tuple[date | None, int]:
    """Return the day at a place, or the last day of the period there, with its end."""
    day = match_date(lower, at)
    if day is not None:
        return day.value, day.end
    starts = (at, max(lower.rfind(word, 0, at) for word in ("quý", "tháng", "năm")))
    period = next((found for start in starts if start >= at - _NEAR and (found := match_period(lower, start))), None)
    return (period[0].end, period[1]) if period else (None, at)


_NEAR = 8


def _comes_again(subject: Subject, lower: str, last: date) -> bool:
    """Whether a day without a year is one of each year, the next of which is meant: ``quý IV trước ngày 15/01``."""
    issued = subject.plan.issued
    bare = re.search(rf"(?<![0-9/])0?{last.day}(?:/|\s+tháng\s+)0?{last.month}(?!\s*/|[0-9]|\s+năm\s+[0-9])", lower)
    return issued is not None and last < issued and bare is not None and _RECURS.search(lower) is not None


def _named(lower: str, start: int, end: int, cues: re.Pattern[str] = _CUE) -> Iterator[tuple[date, int, int]]:
    """Yield the days with their year that stand behind a word for a deadline, with the place of both."""
    for cue in cues.finditer(lower, start, end):
        last, stop = _read_day(lower, cue.end())
        if last is None or tells_which(lower, cue.end(), stop):
            continue
        clause = behind_last(_CLAUSE, lower[max(start, cue.start() - _REACH) : cue.start()])
        if not _DONE.search(clause):
            yield last, cue.start(), stop


def _opening(lower: str) -> Iterator[tuple[date, int, int]]:
    """Yield the days a sentence of a task opens with, as `_named` does."""
    for cue in _OPENING.finditer(lower):
        last, stop = _read_day(lower, cue.end())
        if last is not None:
            yield last, cue.start() + lower[cue.start() :].index("đến"), stop


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
            words = behind_last(_CLAUSE, text_before(piece.source.lower, start, _REACH))
            yield Deadline(last, piece.fault(start, end), words)


_DEADLINES = re.compile(
    r"(?:(?:thời )?hạn|(?:thời gian|ngày|mốc|thời hạn|thời điểm|hạn) (?:phải )?(?:hoàn thành|xong|trình|kết thúc|bàn giao)|hoàn thành trước)(?: cuối(?: cùng)?| chót)?(?: hoàn thành| thực hiện)?"
)
_TELLS = re.compile(r"(?<!\w)(?:kết quả|trạng thái|thực tế|đã|tình hình|tình trạng)(?!\w)")
"""Titles of columns of tables that tell what became of the work."""


def _in_columns(subject: Subject) -> Iterator[Deadline]:
    """Yield the days in columns for deadlines, of tables that are not read as tasks."""
    taken = Ranges.of([task.span for _, task in subject.tasks() if task.span is not None])
    for piece in subject.pieces if subject.plan.text and "|" in subject.plan.text else ():
        column: int | None = None
        for cells in cells_of_rows(piece):
            titles = [cell.text.lower() for cell in cells]
            heads = [at for at, title in enumerate(titles) if _DEADLINES.fullmatch(title)]
            if heads:
                column = None if any(map(_TELLS.search, titles)) else heads[0]
            elif column is not None and column < len(cells):
                cell = cells[column]
                day = _ROW_DAY.fullmatch(titles[column])
                last = _read_day(titles[column], day.start("at"))[0] if day is not None else None
                place = piece.source.span(cell.start, cell.end).start
                if last is not None and place not in taken:
                    yield Deadline(last, piece.fault(cell.start, cell.end), " ".join(titles))


_ROW_DAY = re.compile(
    r"(?:(?:trước|chậm nhất|muộn nhất|đến hết|trong|hết)(?: là)? )?(?:ngày )?(?P<at>[0-9]{1,2}/[0-9]{1,2}/20[0-9]{2}|(?:tháng|quý) [0-9iv]{1,3}/20[0-9]{2})"
)
