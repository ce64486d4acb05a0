"""Hypothesis strategies for chitieu's values. They build values and do not filter, so they shrink well.

>>> from hypothesis import given
>>> from chitieu.testing import strategies as st
>>> @given(st.quantities())
... def test_round_trip(quantity):
...     assert ct.parse_quantity(str(quantity)) == quantity
>>> import chitieu as ct
>>> test_round_trip()
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from chitieu.errors import MissingExtraError
from chitieu.quantities import Quantity
from chitieu.targets import Bound, Change, Target
from chitieu.units import Unit, UnitKind, parse_unit
from chitieu.units.table import table

try:
    from hypothesis import strategies as st
except ImportError as error:
    raise MissingExtraError(
        "extra.missing", feature="chitieu.testing.strategies", package="hypothesis", extra="testing"
    ) from error

__all__ = ["dates", "numbers", "quantities", "targets", "unit_labels", "units"]

_PERIODS = ("/năm", "/tháng", "/người", "/hộ", "/ha", "/vạn dân", "/người/năm", "/người/tháng")
_SCALED = {UnitKind.MONEY, UnitKind.MEASURE}
_SCALES = ("", "nghìn ", "triệu ", "tỷ ", "nghìn tỷ ")


def numbers(*, places: int = 3, digits: int = 12, signed: bool = False) -> st.SearchStrategy[Decimal]:
    """Generate finite decimals whose trailing zeros are kept (``53.90``).

    Args:
        places: the most decimal places.
        digits: the most digits before the comma.
        signed: whether negative numbers are made too.
    """
    low = -(10**digits) + 1 if signed else 0
    whole = st.integers(low * 10**places, (10**digits - 1) * 10**places)
    return st.builds(
        lambda number, exponent: Decimal(number // 10 ** (places - exponent)).scaleb(-exponent),
        whole,
        st.integers(0, places),
    )


def unit_labels() -> st.SearchStrategy[str]:
    """Generate labels of units: atoms of the table, with scales and denominators where they make sense."""
    atoms = sorted(
        {atom.label for atom in table().atoms.values() if atom.kind not in (UnitKind.TIME, UnitKind.AGE, UnitKind.RANK)}
    )
    scaled = sorted({a.label for a in table().atoms.values() if a.kind in _SCALED and "/" not in a.label})
    compound = st.builds(
        "{}{}{}".format, st.sampled_from(_SCALES), st.sampled_from(scaled), st.sampled_from(("", *_PERIODS))
    )
    return st.one_of(st.sampled_from(atoms), compound)


def units() -> st.SearchStrategy[Unit]:
    """Generate units of every kind but ages, durations and ranks."""
    return unit_labels().map(parse_unit)


def quantities(*, unit: str | None = None, signed: bool = False) -> st.SearchStrategy[Quantity]:
    """Generate quantities.

    Args:
        unit: the unit of all of them; None takes any.
        signed: whether negative amounts are made too.
    """
    chosen = units() if unit is None else st.just(parse_unit(unit))
    return st.builds(Quantity, numbers(signed=signed), chosen)


def dates() -> st.SearchStrategy[date]:
    """Generate dates of the years 1945 to 2099, those documents cite."""
    return st.dates(date(1945, 9, 2), date(2099, 12, 31))


def targets(*, unit: str | None = None) -> st.SearchStrategy[Target]:
    """Generate targets of every bound and change.

    Args:
        unit: the unit of all of them; None takes any.
    """
    bounds = st.sampled_from([bound for bound in Bound if bound is not Bound.BETWEEN])
    changes = st.sampled_from(Change)
    plain = st.builds(Target, quantities(unit=unit), bounds, changes)

    def between(low: Quantity, step: Decimal, change: Change) -> Target:
        return Target(low, Bound.BETWEEN, change, Quantity(low.value + step, low.unit))

    return st.one_of(plain, st.builds(between, quantities(unit=unit), numbers(digits=3).map(lambda n: n + 1), changes))
