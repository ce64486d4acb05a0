"""The value that says what a number of a text is."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from attrs import define

from chitieu.units import NO_UNIT, Unit, UnitKind

__all__ = ["FIRM_KINDS", "Numeral", "NumeralKind"]

FIRM_KINDS = frozenset({UnitKind.RATIO, UnitKind.POINTS, UnitKind.MONEY, UnitKind.MEASURE})
"""Kinds of unit that make any number before them an amount; a counted noun may follow a year or a label too."""


class NumeralKind(Enum):
    """What a number in running text is."""

    QUANTITY = "quantity"
    RANK = "rank"
    BARE = "bare"
    """A number with no unit behind it."""
    DURATION = "duration"
    AGE = "age"
    DENOMINATOR = "denominator"
    """The base of a rate: ``trên 1 vạn dân``, ``/1 ha``."""
    DATE = "date"
    YEAR = "year"
    REFERENCE = "reference"
    LABEL = "label"
    """Part of a name: ``Điều 8``, ``giai đoạn 1``, ``lần thứ 5``."""
    MARKER = "marker"
    """A list number, an enumeration in brackets or a footnote mark."""
    CODE = "code"
    """Part of a code, a version, a time or a telephone number: ``QL6``, ``4.0``, ``08h00``."""
    MALFORMED = "malformed"
    """Digits that were lost or make no number: ``4,%``."""


@define
class Numeral:
    """A number of a text with what stands around it.

    Attributes:
        kind: what it is.
        start: offset of its first digit (or sign) in the folded text.
        digits_end: offset after the digits; `end`: after the unit.
        value: the amount; `upper`: the other end of a range; `total`: the whole of ``59/131 xã``.
        unit: its unit; `known`: whether the noun was in the table.
        top: a rank given as ``tốp 35`` or ``nhóm 30/63``.
        notes: how a doubtful writing was read.
    """

    kind: NumeralKind
    start: int
    digits_end: int
    end: int
    value: Decimal = Decimal(0)
    upper: Decimal | None = None
    total: Decimal | None = None
    unit: Unit = NO_UNIT
    known: bool = True
    top: bool = False
    notes: tuple[str, ...] = ()

    @property
    def is_single(self) -> bool:
        """Whether it is one number: neither a range nor a count out of a whole."""
        return self.upper is None and self.total is None
