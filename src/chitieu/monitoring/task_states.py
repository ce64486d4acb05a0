"""States of work: done in time or late, open in time or overdue, and those that trackers name besides.

The four states that count follow from two dates and a day: when the work was due, when it was done, and today. What
was reported is kept beside them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal

from attrs import field, frozen

from chitieu.monitoring.observations import is_a
from chitieu.text import compared

__all__ = ["StateGroup", "TaskReport", "TaskState", "state_named", "state_on"]

StateGroup = Literal["done", "open", "outside"]
"""How a state counts; ``outside``: neither done nor open, told beside what was assigned."""


class TaskState(Enum):
    """How a piece of work stands. Values are the words of reports; other writings are in ``data/task-states.toml``.

    >>> import chitieu as ct
    >>> state = ct.TaskState("chưa hoàn thành, quá hạn")
    >>> state.name, state.group
    ('OPEN_OVERDUE', 'open')
    """

    DONE_ON_TIME = "đã hoàn thành đúng hạn"
    DONE_LATE = "đã hoàn thành quá hạn"
    OPEN_IN_TIME = "chưa hoàn thành, trong hạn"
    OPEN_OVERDUE = "chưa hoàn thành, quá hạn"
    DONE = "đã hoàn thành"
    """Done, and not said when."""
    NOT_STARTED = "chưa thực hiện"
    IN_PROGRESS = "đang thực hiện"
    EXTENSION_ASKED = "xin gia hạn"
    """The old deadline counts until a new one is granted."""
    PAUSED = "tạm dừng"
    RETURNED = "trả lại"
    """What was handed in was sent back: it counts as not done."""
    CANCELLED = "đã hủy"
    STANDING = "thường xuyên"
    """It has no end, so it is neither in time nor late."""

    @property
    def group(self) -> StateGroup:
        """How it counts: ``done``, ``open`` or ``outside``."""
        found: StateGroup = _records()[self.name]["group"]
        return found

    def __str__(self) -> str:
        return self.value


@cache
def _records() -> Mapping[str, Mapping[str, Any]]:
    text = resources.files("chitieu").joinpath("data/task-states.toml").read_text(encoding="utf-8")
    return MappingProxyType({record["name"]: record for record in tomllib.loads(text)["state"]})


@cache
def _named() -> Mapping[str, TaskState]:
    states = [(state, name) for state in TaskState for name in (state.value, *_records()[state.name]["aliases"])]
    return MappingProxyType({compared(name): state for state, name in states})


def state_named(words: str) -> TaskState | None:
    """Return the state that a report calls by these words; None if they name none.

    >>> state_named("Trễ hạn"), state_named("hoàn thành trước hạn"), state_named("tốt")
    (<TaskState.OPEN_OVERDUE: 'chưa hoàn thành, quá hạn'>, <TaskState.DONE_ON_TIME: 'đã hoàn thành đúng hạn'>, None)
    """
    return _named().get(compared(words[:_LONGEST]))


_LONGEST = 100


@frozen
class TaskReport:
    """How a task stands, as it was reported.

    Attributes:
        task: the text of the task as the plan has it, or a key that the reporter and the plan share.
        state: the state as reported; None if only a date or a note was given.
        done_on: the day it was done.
        note: what is said beside it.
        agency: who reported; None if it is not said.
        source: where it is from.

    Raises:
        NumberTypeError: a field has the wrong type (a text in place of a state, a time in place of a day).

    >>> from datetime import date
    >>> import chitieu as ct
    >>> ct.TaskReport("Sửa cầu Vàm Lúa", ct.TaskState.DONE, date(2026, 6, 12)).state.value
    'đã hoàn thành'
    """

    task: str = field(validator=is_a(str))
    state: TaskState | None = field(default=None, validator=is_a(TaskState, type(None)))
    done_on: date | None = field(default=None, validator=is_a(date, type(None), but=datetime))
    note: str = field(default="", validator=is_a(str))
    agency: str | None = field(default=None, validator=is_a(str, type(None)))
    source: str = field(default="", validator=is_a(str))

    @property
    def done(self) -> bool:
        """Whether it says that the task is done: by its state, or by a day alone."""
        return self.state.group == "done" if self.state else self.done_on is not None


def state_on(due: date | None, on: date, report: TaskReport | None = None) -> TaskState:
    """Return how a task stands on a day: one of the four states that count, or ``CANCELLED``, ``STANDING``, ``DONE``.

    Args:
        due: the last day it must be done by; None where it has no deadline: it is then never late.
        on: the day. Work done after it is still open.
        report: what was reported; None counts as not done. Its dates go before the words of its state, so that
            ``đúng hạn`` with a day behind the deadline is late.

    Returns:
        ``DONE`` only where it is done, not said when, and the deadline is over.

    >>> from datetime import date
    >>> report = TaskReport("Sửa cầu", TaskState.DONE_ON_TIME, date(2026, 7, 2))
    >>> state_on(date(2026, 6, 30), date(2026, 7, 31), report).value
    'đã hoàn thành quá hạn'
    >>> state_on(date(2026, 6, 30), date(2026, 6, 30)).value
    'chưa hoàn thành, trong hạn'
    """
    if report is not None and report.state is not None and report.state.group == "outside":
        return report.state
    if report is not None and report.done and (report.done_on is None or report.done_on <= on):
        return _done(due, on, report)
    return TaskState.OPEN_OVERDUE if due is not None and on > due else TaskState.OPEN_IN_TIME


def _done(due: date | None, on: date, report: TaskReport) -> TaskState:
    day = report.done_on
    if day is not None or due is None or on <= due:
        return TaskState.DONE_LATE if day and due and day > due else TaskState.DONE_ON_TIME
    said = report.state
    return said if said in (TaskState.DONE_ON_TIME, TaskState.DONE_LATE) else TaskState.DONE
