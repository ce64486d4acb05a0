"""The texts of tasks, for rules that read on in them."""

from __future__ import annotations

from attrs import frozen

from chitieu.text import SourceText
from chitieu.work.tasks import Task

__all__ = ["TaskText", "task_text"]


@frozen(eq=False)
class TaskText:
    """A task with its words.

    Attributes:
        task: the task.
        words: its text as it was read, folded.
        placed: what stands at its place in the text of the plan, folded: its words with their breaks of line; of a
            plan without text its words.
        offset: where that place begins; None for a plan without text.
    """

    task: Task
    words: SourceText
    placed: SourceText
    offset: int | None


def task_text(task: Task, text: str) -> TaskText:
    r"""Return the words of a task.

    Args:
        task: the task.
        text: the text of its plan, empty for a plan without one.

    >>> from chitieu.text import Span
    >>> one = task_text(Task("Mở 2 lớp học.", span=Span(2, 15)), "- Mở 2 lớp\nhọc.")
    >>> one.placed.text, one.offset
    ('Mở 2 lớp\nhọc.', 2)
    """
    words = SourceText(task.text)
    if not text or task.span is None:
        return TaskText(task, words, words, None)
    written = task.span.of(text)
    return TaskText(task, words, words if written == task.text else SourceText(written), task.span.start)
