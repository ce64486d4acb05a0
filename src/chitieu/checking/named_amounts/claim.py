"""One amount a plan sets: what is measured, how much of it, and where it stands."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from chitieu.indicators.records import Indicator, catalogue
from chitieu.numbers.decimals import format_number
from chitieu.plan import PlannedIndicator, TargetKind
from chitieu.targets.target import Target
from chitieu.text import Span

__all__ = ["Claim", "words_before", "written"]

_LONGEST_LINE = 10_000


@frozen(slots=False, eq=False)
class Claim:
    """One amount a plan sets.

    Attributes:
        name: what is measured, as the plan says it.
        key: the indicator of the catalogue; None if the name means none of them for certain.
        target: the amount.
        kind: who set it, taken from the line it is a part of where it says nothing itself.
        span: where it stands; `piece`: the line or task it stands in.
        indicator: the indicator line it is from; None for one from a task or a text.
        plan: number of the plan it is from.
        sure: whether the name means the indicator beyond doubt; rules that compare two places ask for it.
        above: the line it is a part of; None for a line itself.
        timed: whether the words before the amount give it another time than the plan's (``đến năm 2030``).
        so_far: whether it is all there are by the end of that time, by its own words or by those of its line (``lũy kế``).
        level: who set it, by the words ahead of it and by the lines above it (`levels`).
    """

    name: str
    key: str | None
    target: Target
    kind: TargetKind = TargetKind.PLANNED
    span: Span | None = None
    piece: str = ""
    indicator: PlannedIndicator | None = None
    plan: str | None = None
    sure: bool = False
    timed: bool = False
    above: PlannedIndicator | None = None
    so_far: bool = False
    level: str = ""

    @cached_property
    def record(self) -> Indicator | None:
        """The record of the catalogue."""
        return catalogue().records.get(self.key) if self.key else None

    @property
    def part(self) -> str:
        """The number as the line writes it, to put a caret under it."""
        return written(self.target, self.piece)

    @property
    def ahead(self) -> str:
        """What the line says before the number; nothing where it does not write it."""
        return words_before(self.target, self.piece)

    @property
    def behind(self) -> str:
        """What the line says behind the number with its unit."""
        return self.piece.partition(self.part)[2] if self.part else ""


def written(target: Target, piece: str) -> str:
    """Return the number of a target with its unit, as a line writes it; empty if the line does not.

    Of a line longer than any plan has, the first part is looked through: every one of its targets asks.
    """
    piece, number = piece[:_LONGEST_LINE], format_number(target.quantity.value)
    return next((text for text in (str(target.quantity), number) if text in piece), "")


def words_before(target: Target, piece: str) -> str:
    """Return what a line says before the number of a target; nothing where it does not write it.

    >>> import chitieu as ct
    >>> words_before(ct.parse_target("còn 7 xã"), "Số xã còn 07 xã"), words_before(ct.parse_target("còn 7 xã"), "không còn xã")
    ('Số xã còn 0', '')
    """
    number = written(target, piece)
    return piece.partition(number)[0] if number else ""
