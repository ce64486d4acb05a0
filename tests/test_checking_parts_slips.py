"""Two digits that changed places."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.parts.slips import comes_to, right_but_for_a_slip, swapped
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
