"""One digit that is wrong, two that changed places."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.parts.slips import comes_to, right_but_for_a_digit, right_but_for_a_slip, slipped, swapped
from chitieu.quantities.quantity import Quantity

numbers = st.decimals(min_value=1, max_value=999_999, places=2)


@given(numbers)
def test_what_two_places_changed_may_have_been_is_changed_back_by_the_same(value):
    """Law: a number is among those that each of its own may have been, unless it opens with a nought."""
    for one in swapped(value):
        assert one != value
        assert sorted(one.as_tuple().digits) == sorted(value.as_tuple().digits)
        assert value in set(swapped(one))


@given(st.lists(numbers, min_size=2, max_size=5), st.data())
def test_a_sum_is_right_but_for_any_one_slip_in_it(values, data):
    """Law: parts come to their sum, and to no other; with one part slipped they come to it but for a slip."""
    whole = Quantity(sum(values, Decimal(0)), "ha")
    parts = [Quantity(value, "ha") for value in values]
    assert comes_to(whole, parts)
    assert not right_but_for_a_slip(whole, parts)
    at = data.draw(st.integers(0, len(parts) - 1))
    for wrong in swapped(values[at]):
        slipped = [*parts[:at], Quantity(wrong, "ha"), *parts[at + 1 :]]
        total = sum(part.amount for part in slipped)
        near = min(total, whole.amount) * 2 >= max(total, whole.amount)
        back = any(value == values[at] for value in swapped(wrong))
        assert right_but_for_a_slip(whole, slipped) is near or not back


@given(numbers)
def test_one_digit_written_wrong_is_written_right_by_one_digit(value):
    """Law: what a number may have been has as many digits, and it is among those that each of them may have been."""
    for one in slipped(value):
        assert one != value
        assert len(one.as_tuple().digits) == len(value.as_tuple().digits)
        assert value in set(slipped(one))


@given(st.lists(st.integers(1001, 9999).filter(lambda value: value % 10), min_size=2, max_size=5), st.data())
def test_a_sum_is_right_but_for_any_one_digit_of_it(values, data):
    """Law: with a digit of one part changed, parts of four digits come to their sum but for a digit; unchanged they come to it."""
    whole = Quantity(sum(values), "ha")
    parts = [Quantity(value, "ha") for value in values]
    assert not right_but_for_a_digit(whole, parts)
    at, place = data.draw(st.integers(0, len(parts) - 1)), data.draw(st.integers(0, 3))
    digit = values[at] // 10**place % 10
    other = data.draw(st.integers(1, 9).filter(lambda one: one != digit))
    changed = Quantity(values[at] + (other - digit) * 10**place, "ha")
    assert right_but_for_a_digit(whole, [*parts[:at], changed, *parts[at + 1 :]])


def ha(*numbers):
    return [Quantity(Decimal(number), "ha") for number in numbers]


@pytest.mark.parametrize(
    ("whole", "parts", "right"),
    [
        # four digits of the larger sum, of which the noughts that all end in are none
        ("7362", ("1242", "4120"), True),
        ("662", ("242", "410"), False),
        ("1002", ("462", "530"), True),
        ("992", ("462", "540"), True),
        ("7000", ("1000", "2000"), False),
        ("7000", ("1001", "1999"), True),
        ("70000", ("10000", "59990"), True),
        # one digit, not two
        ("7362", ("1242", "4130"), False),
        ("7362", ("1242", "6120"), False),
        ("7362", ("3242", "2120"), True),
        ("73.62", ("12.42", "41.20"), True),
    ],
)
def test_a_digit_that_is_off_tells_by_what_is_missing(whole, parts, right):
    assert right_but_for_a_digit(ha(whole)[0], ha(*parts)) is right


def test_fewer_digits_may_be_enough():
    whole, *parts = ha("24", "9", "14")
    assert right_but_for_a_digit(whole, parts, least=2) is True
    assert right_but_for_a_digit(whole, parts, least=3) is False


@pytest.mark.parametrize(
    ("whole", "parts", "right"),
    [
        ("545", ("362", "138"), True),  # 183
        ("546", ("362", "138"), False),
        ("50", ("362", "138"), False),
        ("730", ("362", "1"), False),  # less than half
        ("362", ("362", "0"), False),
        ("95", ("40", "19"), True),  # 59
        ("91", ("11", "8"), False),  # 19, which is not near it
        ("100", ("36", "37"), True),  # 63 and 37
    ],
)
def test_two_digits_that_changed_places(whole, parts, right):
    assert right_but_for_a_slip(ha(whole)[0], ha(*parts)) is right
