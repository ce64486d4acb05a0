"""Strategies for numbers, units, quantities and targets."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from chitieu.numbers.decimals import NumberStyle
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change, Target
from chitieu.testing.generation.hypothesis_strategies import SearchStrategy, st
from chitieu.text import Span
from chitieu.units import Unit, UnitKind, parse_unit
from chitieu.units.table import table

__all__ = ["between", "number_styles", "numbers", "quantities", "spans", "targets", "unit_labels", "units"]

_DENOMINATORS = ("/năm", "/tháng", "/người", "/hộ", "/ha", "/vạn dân", "/người/năm", "/người/tháng")
_SCALED = {UnitKind.MONEY, UnitKind.MEASURE}
_SCALES = ("", "nghìn ", "triệu ", "tỷ ", "nghìn tỷ ")
_READ_AS_ELSE = (UnitKind.TIME, UnitKind.AGE, UnitKind.RANK)
_STEP = Fraction(1, 100)


def numbers(*, places: int = 3, digits: int = 12, signed: bool = False) -> SearchStrategy[Decimal]:
    """Generate finite decimals whose trailing zeros are kept (``53.90``). They shrink to 0.

    Args:
        places: the most decimal places.
        digits: the most digits before the comma.
        signed: whether negative numbers are made too.
    """
    most = Fraction(10**digits) - Fraction(1, 10**places)
    return between(-most if signed else Fraction(0), most, places=places)


def between(low: Fraction, high: Fraction, *, places: int = 2) -> SearchStrategy[Decimal]:
    """Generate decimals from `low` to `high`, both allowed; they shrink to the one nearest to 0 with fewest places.

    Args:
        low: the least, exact.
        high: the greatest, exact.
        places: the most decimal places; more are taken where no number with so few lies between the ends.

    Raises:
        ValueError: `low` is above `high`, or they are so close that 30 places do not tell them apart.

    >>> from fractions import Fraction
    >>> from hypothesis import find
    >>> find(between(Fraction(1, 3), Fraction(200)), lambda number: number > 100)
    Decimal('101')
    """
    fewest = next((count for count in range(31) if ceil(low * 10**count) <= floor(high * 10**count)), None)
    if fewest is None:
        message = f"there is no decimal from {low} to {high}"
        raise ValueError(message)

    def of_places(count: int) -> SearchStrategy[Decimal]:
        whole = st.integers(ceil(low * 10**count), floor(high * 10**count))
        return whole.map(lambda number: Decimal(number).scaleb(-count))

    return st.integers(fewest, max(fewest, places)).flatmap(of_places)


def number_styles() -> SearchStrategy[NumberStyle]:
    """Generate ways to write numbers: every choice `NumberStyle` has but spellings."""
    spaces = ["\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"]
    return st.builds(
        NumberStyle,
        grouping=st.booleans(),
        separator=st.sampled_from([".", *spaces]),
        minus=st.sampled_from(["-", "−", "âm"]),
        places=st.none() | st.integers(0, 4),
        pad_counts=st.booleans(),
        unit_space=st.sampled_from([" ", *spaces]),
        percent_space=st.sampled_from(["", " ", *spaces]),
        range=st.sampled_from([" - ", "-", " đến "]),
        range_unit=st.sampled_from(["both", "last"]),
    )


def unit_labels() -> SearchStrategy[str]:
    """Generate labels of units: atoms of the table, with scales and denominators where they make sense.

    The table in force is asked: inside `register_unit` the registered unit is among them.
    """
    known = table().atoms.values()
    atoms = sorted({atom.label for atom in known if atom.kind not in _READ_AS_ELSE})
    scaled = sorted({atom.label for atom in known if atom.kind in _SCALED and "/" not in atom.label})
    atoms.sort(key=lambda label: label != "%")  # the unit examples shrink to
    compound = st.builds(
        "{}{}{}".format, st.sampled_from(_SCALES), st.sampled_from(scaled), st.sampled_from(("", *_DENOMINATORS))
    )
    return st.one_of(st.sampled_from(atoms), compound)


def units() -> SearchStrategy[Unit]:
    """Generate units of every kind but ages, durations and ranks."""
    return unit_labels().map(parse_unit)


def quantities(*, unit: str | Unit | None = None, signed: bool = False, places: int = 3) -> SearchStrategy[Quantity]:
    """Generate quantities. They shrink to ``0%``.

    Args:
        unit: the unit of all of them; None takes any.
        signed: whether negative amounts are made too.
        places: the most decimal places.
    """
    chosen = units() if unit is None else st.just(parse_unit(unit) if isinstance(unit, str) else unit)
    return st.builds(Quantity, numbers(signed=signed, places=places), chosen)


def targets(*, unit: str | Unit | None = None) -> SearchStrategy[Target]:
    """Generate targets of every bound and change; in ranges the upper end has the unit of the lower.

    Args:
        unit: the unit of all of them; None takes any.
    """
    bounds = st.sampled_from([bound for bound in Bound if bound is not Bound.BETWEEN])
    changes = st.sampled_from(Change)
    plain = st.builds(Target, quantities(unit=unit), bounds, changes)

    return st.one_of(plain, _ranges(quantities(unit=unit), changes))


@st.composite
def _ranges(draw: st.DrawFn, lows: SearchStrategy[Quantity], changes: SearchStrategy[Change]) -> Target:
    low, step = draw(lows), draw(between(_STEP, Fraction(1000)))
    return Target(low, Bound.BETWEEN, draw(changes), Quantity(low.value + step, low.unit))


def spans(*, last: int = 10_000) -> SearchStrategy[Span]:
    """Generate spans that do not run backwards.

    Args:
        last: the greatest offset.
    """
    return _spans(last)


@st.composite
def _spans(draw: st.DrawFn, last: int) -> Span:
    start = draw(st.integers(0, last))
    return Span(start, draw(st.integers(start, last)))
