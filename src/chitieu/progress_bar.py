"""A bar on the terminal that shows how far reading many files has come. Needs rich (extra ``cli``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

__all__ = ["progress_bar"]


@contextmanager
def progress_bar(total: int | None, label: str = "") -> Iterator[Callable[[int, int | None], None]]:
    """Show a bar on standard error while the ``with`` block runs; the value is told how many are done.

    Args:
        total: how many there are; None shows that something moves.
        label: what is being done, before the bar.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)

        def tell(done: int, of: int | None) -> None:
            bar.update(task, completed=done, total=of)

        yield tell
