"""What a writer asks a reader: how a line it composed would be read.

Writing chooses among several ways of saying one thing; the first that is read back as what it should say is taken.
The reader is given to the writer, so that neither knows the other.
"""

from __future__ import annotations

from typing import Protocol

from chitieu.agencies.agency import Agency
from chitieu.plan import PlannedIndicator
from chitieu.work.tasks import Task

__all__ = ["Asks"]


class Asks(Protocol):
    """Reads what a writer composed, in the format it writes."""

    def indicators(self, text: str) -> tuple[PlannedIndicator, ...]:
        """Read indicator lines."""
        ...

    def task(self, text: str, leads: tuple[Agency, ...]) -> Task:
        """Read one task of a section that is for some agencies."""
        ...
