"""The strategies chitieu ships for other people's tests."""

import subprocess
import sys
from datetime import date
from decimal import Decimal

from hypothesis import given

import chitieu as ct
from chitieu.testing import strategies as cst


@given(cst.numbers(places=2, digits=4))
def test_numbers_keep_to_their_bounds(number):
    """Law: numbers have at most the places and digits asked for, and no sign."""
    assert 0 <= number < 10**4
    assert -number.as_tuple().exponent <= 2


@given(cst.numbers(signed=True))
def test_numbers_are_finite_decimals(number):
    """Law: numbers are what a Quantity takes."""
    assert isinstance(number, Decimal)
    assert number.is_finite()


@given(cst.units())
def test_units_are_units(unit):
    """Law: units are never ages, durations or ranks."""
    assert unit.kind not in (ct.UnitKind.AGE, ct.UnitKind.RANK)


@given(cst.quantities(unit="tỷ đồng", signed=True))
def test_quantities_of_one_unit(quantity):
    """Law: a unit asked for is the unit given."""
    assert quantity.unit.label == "tỷ đồng"


@given(cst.dates())
def test_dates_are_those_documents_cite(day):
    """Law: dates lie between independence and the end of the century."""
    assert date(1945, 9, 2) <= day <= date(2099, 12, 31)


@given(cst.targets())
def test_targets_are_sound(target):
    """Law: a range has an upper end of its own unit, anything else has none."""
    assert (target.upper is not None) == (target.bound is ct.Bound.BETWEEN)
    assert target.upper is None or target.quantity <= target.upper


def test_without_hypothesis_the_error_says_what_to_install():
    code = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "import chitieu as ct\n"
        "try:\n    import chitieu.testing.strategies\n"
        "except ct.MissingExtraError as error: print(error.package, 'chitieu[testing]' in str(error))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  (our own code)
    assert done.stdout.split() == ["hypothesis", "True"]
