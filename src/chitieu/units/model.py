"""What a unit is: a label as plans write it, a dimension, and an exact size in it."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from attrs import field, frozen

__all__ = ["Unit", "UnitKind"]


class UnitKind(Enum):
    """What sort of thing a unit measures; decides how it is written and what it compares with.

    >>> import chitieu as ct
    >>> ct.parse_unit("tỷ đồng").kind.value, ct.parse_unit("xã").kind.value
    ('money', 'count')
    """

    MONEY = "money"
    RATIO = "ratio"
    """A share, a rate or a multiple: ``%``, ``‰``, ``lần``."""
    POINTS = "points"
    """A difference of two percentages: ``điểm phần trăm``; never converts to ``%``."""
    SCORE = "score"
    """Points of a scoring scheme (PCI, PAPI, DTI)."""
    RANK = "rank"
    """A place in a ranking (lower is better) or a number of places."""
    MEASURE = "measure"
    """A physical measure: area, length, mass, volume, energy, power."""
    TIME = "time"
    AGE = "age"
    COUNT = "count"
    """A counted thing: an open set, any noun makes a unit."""
    NONE = "none"
    """A bare number: an index (HDI, Gini) or a value whose unit the text leaves out."""


_PER_MONTH = "/month"
"""How the dimension of an amount in a stretch of time ends; the month is the base unit of time."""


@frozen(eq=False)
class Unit:
    """A unit of measurement as plans use it.

    Attributes:
        label: how it is written, spelling made uniform: ``tỷ đồng``, ``giường bệnh/vạn dân``.
        kind: what sort of thing it measures.
        dimension: what two units must share to be compared, e.g. ``VND/người``.
        factor: size in the dimension's base unit, exact (``tỷ đồng`` is 1000000000 VND).
        scale: the part of `factor` that comes from scale words (``tỷ``, and ``1/vạn``).

    Two units are equal when dimension and factor are: ``triệu đồng`` is ``triệu VNĐ``.

    >>> from chitieu.units import parse_unit
    >>> unit = parse_unit("giường/01 vạn dân")
    >>> unit.label, unit.factor
    ('giường bệnh/vạn dân', Fraction(1, 10000))
    """

    label: str
    kind: UnitKind
    dimension: str
    factor: Fraction = field(default=Fraction(1))
    scale: Fraction = field(default=Fraction(1))

    @property
    def glued(self) -> bool:
        """Whether the unit stands right behind its number (``9,3%``)."""
        return self.label[:1] in ("%", "‰", "/")

    @property
    def per_time(self) -> bool:
        """Whether it is an amount in a month or a year: ``%/năm``, ``triệu đồng/người/tháng``."""
        return self.dimension.endswith(_PER_MONTH)

    def same_but_time(self, other: Unit) -> bool:
        """Whether one of two units is the other in a month or a year: ``tỷ đồng/năm`` and ``tỷ đồng``."""
        return self.per_time != other.per_time and (
            self.dimension.removesuffix(_PER_MONTH) == other.dimension.removesuffix(_PER_MONTH)
        )

    def same_dimension(self, other: Unit) -> bool:
        """Whether amounts of the two units can be compared and converted."""
        return self.dimension == other.dimension

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Unit):
            return NotImplemented
        return self.dimension == other.dimension and self.factor == other.factor

    def __hash__(self) -> int:
        return hash((self.dimension, self.factor))

    def __str__(self) -> str:
        return self.label
