"""States of work beside the tasks: what `chitieu.task_progress` says of a task, in the words of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from chitieu.agencies.agency import Agency
from chitieu.monitoring.task_progress import TaskProgress, TaskRow
from chitieu.monitoring.task_states import TaskReport, TaskState
from chitieu.numbers.decimals import format_number
from chitieu.plan import Task
from chitieu.text import fold
from chitieu.writing.page.shares import Share, shares_of
from chitieu.writing.page.wordlist import written_day, written_share

__all__ = ["StateView", "States"]

UNREPORTED = "unreported"
"""What the filter calls tasks that are open and were not reported on."""
_STYLES = {
    TaskState.DONE_ON_TIME: "met",
    TaskState.DONE: "met",
    TaskState.DONE_LATE: "nearly",
    TaskState.OPEN_IN_TIME: "open",
    TaskState.OPEN_OVERDUE: "missed",
    TaskState.STANDING: "pending",
    TaskState.CANCELLED: "pending",
}
"""The states a task can stand in on a day, in the order they are told, and the names the style knows them by."""


@frozen
class StateView:
    """How a task stands, as texts.

    Attributes:
        values: what the filter compares, divided by spaces.
        style: name for the style; `label`: the state.
        remarks: how late, since when, what the report says; `note`: the reporter's own words.
        counts, is_done, is_overdue: for the tally of a section; standing and cancelled work does not count.
    """

    values: str
    style: str
    label: str
    remarks: tuple[str, ...]
    note: str
    counts: bool
    is_done: bool
    is_overdue: bool


def _name(state: TaskState) -> str:
    """Return the name the words and the filter know a state by."""
    return state.name.lower()


def _plain(name: str) -> str:
    return fold(name).lower()


def _place(task: Task) -> tuple[str, object]:
    """Return what a task stands how it does by: its text and its deadline."""
    return task.text, task.due


class States:
    """The states of a plan's tasks, asked for by task."""

    def __init__(self, progress: TaskProgress | None, words: Mapping[str, Any], language: str) -> None:
        self._words, self._progress, self._language = words, progress, language
        self._rows = {_place(row.task): row for row in (progress.rows if progress else ())}
        self.counts: Counter[str] = Counter()  # of the page, which may show more tasks than were asked about

    @property
    def given(self) -> bool:
        """Whether the page shows states."""
        return self._progress is not None

    def of(self, task: Task, leads: Iterable[Agency]) -> StateView | None:
        """Return how a task stands; None where it is not known.

        Args:
            task: the task.
            leads: who answers for it: that they report is not worth saying.
        """
        row = self._rows.get(_place(task))
        if row is None:
            return None
        values = [_name(row.state)]
        if row.report is None and row.state.group == "open":
            values.append(UNREPORTED)
        self.counts.update(values)
        return StateView(
            values=" ".join(values),
            style=_STYLES.get(row.state, "pending"),
            label=self._words["states"][_name(row.state)],
            remarks=tuple(self._remarks(row, leads)),
            note=row.report.note if row.report else "",
            counts=row.state.group != "outside",
            is_done=row.state.group == "done",
            is_overdue=row.state is TaskState.OPEN_OVERDUE,
        )

    def _remarks(self, row: TaskRow, leads: Iterable[Agency]) -> Iterator[str]:
        words, report = self._words, row.report
        if row.days_late is not None:
            yield words["days_late"].format(days=format_number(row.days_late))
        if report is None:
            if row.state.group == "open":
                yield words["unreported"]
            return
        if report.done_on is not None:
            yield words["done_on"].format(day=written_day(report.done_on))
        if report.state not in (None, row.state, TaskState.DONE if row.state.group == "done" else None):
            yield words["reported_state"].format(state=self._state(report))
        if report.agency and _plain(report.agency) not in {_plain(agency.name) for agency in leads}:
            yield words["reported_by"].format(agency=report.agency)

    def _state(self, report: TaskReport) -> str:
        """Return the state as it was reported, in the words of the page."""
        said: str = self._words["states"][_name(report.state)] if report.state else ""
        return said

    # --- all together --------------------------------------------------------------------------------

    @property
    def sentence(self) -> str:
        """The sentence of reports: how many tasks were assigned, are done and are open."""
        return self._progress.tally.sentence(self._language) if self._progress else ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands beside that sentence: the day, the share that is done, who has not reported."""
        return tuple(self._notes_of(self._progress)) if self._progress else ()

    def _notes_of(self, progress: TaskProgress) -> Iterator[str]:
        words, rate = self._words, progress.tally.completion_rate
        yield words["as_of"].format(day=written_day(progress.on))
        if rate is not None:
            yield words["completion_rate"].format(share=written_share(rate))
        silent = sum(row.report is None and row.state.group == "open" for row in progress.rows)
        if progress.tally.undated:
            yield words["undated_done"].format(count=format_number(progress.tally.undated))
        if silent:
            yield words["silent"].format(count=format_number(silent))

    @property
    def doubts(self) -> tuple[tuple[str, str], ...]:
        """Reports that were not used, or say what their dates do not, each with the reason."""
        doubts = self._progress.doubts if self._progress else ()
        return tuple((self._said(doubt.report), doubt.reason.message(self._language)) for doubt in doubts)

    def _said(self, report: TaskReport) -> str:
        state = self._state(report)
        day = written_day(report.done_on) if report.done_on else ""
        said = ", ".join(part for part in (report.agency, state, day, report.note) if part)
        task = report.task.rstrip(" .;:") or report.task
        return f"{task}: {said}" if said else task

    def shares(self) -> tuple[Share, ...]:
        """Return how many tasks stand how, with their places in one bar."""
        counts = Counter(row.state for row in self._progress.rows) if self._progress else Counter[TaskState]()
        return shares_of(
            (_name(state), style, self._words["states"][_name(state)], counts[state])
            for state, style in _STYLES.items()
        )

    def choices(self) -> tuple[Share, ...]:
        """Return how many tasks of the page each choice of the filter leaves."""
        labels = {_name(state): self._words["states"][_name(state)] for state in _STYLES}
        labels[UNREPORTED] = self._words["unreported"]
        return shares_of((value, "", label, self.counts[value]) for value, label in labels.items())
