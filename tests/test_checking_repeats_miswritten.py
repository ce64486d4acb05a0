"""Numbers so alike that one is the other miswritten."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.repeats.miswritten import is_miswritten, is_turned, telling_digits, writings

NUMBERS = st.decimals(min_value=1, max_value=99999, places=1)


@given(NUMBERS, NUMBERS)
def test_what_may_be_miswritten_has_a_writing_in_common(one, other):
    assert is_miswritten(one, other) == is_miswritten(other, one)
    if one != other and is_miswritten(one, other):
        assert set(writings(one)) & set(writings(other))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("7420", "7920", True),
        ("7420", "7240", True),
        ("7420", "7911", False),
        ("7420", "742", False),
        ("74.2", "742", False),
        # two digits besides noughts stand in their places
        ("740", "790", False),
        ("742", "792", True),
        ("4000", "5000", False),
        ("4002", "4005", False),
        ("4020", "4050", False),
        ("4220", "4250", True),
        # of two digits only the order tells, of one nothing
        ("12", "21", True),
        ("12", "15", False),
        ("120", "210", True),
        ("4", "5", False),
        ("20", "2", False),
    ],
)
def test_one_digit_or_the_order_of_them(one, other, alike):
    assert is_miswritten(Decimal(one), Decimal(other)) is alike


def test_no_number_is_so_long():
    """What is told of anything has fifteen signs at most; of longer ones nothing is written, so that the time is bounded."""
    assert len(list(writings(Decimal("9" * 15)))) == 16
    assert list(writings(Decimal("9" * 16))) == []


def test_digits_in_another_order_and_one_other_digit():
    assert is_turned(Decimal("4.51"), Decimal("5.41"))
    assert is_miswritten(Decimal(7420), Decimal(7920))
    assert not is_miswritten(Decimal(7420), Decimal(7911))
    assert telling_digits(Decimal("30.0")) == 1
