"""Numbers so alike that one is the other miswritten."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.repeats.miswritten import is_miswritten, is_turned, telling_digits, writings

NUMBERS = st.decimals(min_value=1, max_value=99999, places=1)


@given(NUMBERS, NUMBERS)
def test_what_may_be_miswritten_has_a_writing_in_common(one, other):
    assert is_miswritten(one, other) == is_miswritten(other, one)
    if one != other and is_miswritten(one, other):
        assert set(writings(one)) & set(writings(other))


def test_digits_in_another_order_and_one_other_digit():
    assert is_turned(Decimal("4.51"), Decimal("5.41"))
    assert is_miswritten(Decimal(7420), Decimal(7920))
    assert not is_miswritten(Decimal(7420), Decimal(7911))
    assert telling_digits(Decimal("30.0")) == 1
