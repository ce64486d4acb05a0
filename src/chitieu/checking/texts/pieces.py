"""The texts of a plan, for rules about how it is written: the whole text where it is at hand, else its pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from chitieu.checking.rules import RuleFault
from chitieu.checking.texts.plain_spelling import plainly
from chitieu.errors import ChitieuError
from chitieu.plan import Plan
from chitieu.provinces import get_province
from chitieu.text import SourceText, fold

__all__ = ["Piece", "pieces"]


@frozen(eq=False)
class Piece:
    """A text under check.

    Attributes:
        source: the text, folded.
        placed: whether its offsets are those of the plan's text.
    """

    source: SourceText
    placed: bool

    def fault(self, start: int, end: int, about: str = "", **fields: Any) -> RuleFault:
        """Return a fault at a range of the folded text; the field ``written`` holds what stands there."""
        span = self.source.span(start, end)
        written = " ".join(fold(span.of(self.source.original)).split())  # as it was typed
        fields = {"written": written, **fields}
        if self.placed:
            return RuleFault(about or written, span, fields=fields)
        piece = self.source.clean(0, len(self.source.flat))
        return RuleFault(about or written, None, piece, written, fields=fields)


def pieces(plan: Plan, source: SourceText | None = None) -> Iterator[Piece]:
    """Yield the text of the plan; of a plan without text its title, indicator lines, tasks and schedule of reports.

    Args:
        plan: the plan.
        source: its text, where it was folded already.
    """
    if plan.text:
        yield Piece(_plain(plan, source or SourceText(plan.text)), placed=True)
        return
    for text in (
        plan.title,
        *(item.text or item.name for item in plan.indicators),
        *(task.text for section in (*plan.assignments, *plan.implementation) for task in section.tasks),
        plan.reporting.text if plan.reporting else None,
    ):
        if text:
            yield Piece(SourceText(text), placed=False)


def _plain(plan: Plan, source: SourceText) -> SourceText:
    """Return the text of a plan as rules read it, see `plainly`."""
    try:
        form = get_province(plan.province or _STANDARD)
    except ChitieuError:  # the plugin that read the plan is not here
        form = get_province(_STANDARD)
    return source.respelled(plainly(form.outline(source)))


_STANDARD = "standard"
