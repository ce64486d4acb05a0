"""How far a rate may be from what its two amounts make."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.ratios.rate_slack import is_norm, is_shifted, is_slip, written_slack
from chitieu.checking.texts.sentences import Amount

NONE, HALF_OF_TEN = Fraction(0), Fraction(1, 20)


def amount(number, unit):
    return Amount(ct.Target(ct.Quantity(ct.parse_number(number), unit)), 0, 0, 0)


@pytest.mark.parametrize(
    ("number", "unit", "half"),
    [
        # people and months are counted one by one; land and money are measured, thousands are rounded
        ("40", "người", NONE),
        ("40", "tháng", NONE),
        ("2,5", "người", Fraction(1, 50)),
        ("40", "nghìn người", Fraction(1, 80)),
        ("40", "ha", Fraction(1, 80)),
        ("40", "triệu đồng", Fraction(1, 80)),
        ("400", "km", Fraction(1, 800)),
        ("2", "triệu người", HALF_OF_TEN),  # no more than a twentieth
        ("-40", "ha", Fraction(1, 80)),
    ],
)
def test_what_the_digits_of_an_amount_leave_open(number, unit, half):
    one, other = amount(number, unit), amount("7", "người")
    rate = amount("3", "người/xã")
    assert written_slack(rate, one, other, norm=True) == written_slack(rate, other, one, norm=True) == half


def test_the_digits_of_a_rate_count_unless_it_is_laid_down():
    rate, top, bottom = amount("1,5", "triệu đồng/người"), amount("40", "ha"), amount("80", "ha")
    assert written_slack(rate, top, bottom, norm=False) == Fraction(1, 30) + Fraction(1, 80) + Fraction(1, 160)
    assert written_slack(rate, top, bottom, norm=True) == Fraction(1, 80) + Fraction(1, 160)
    coarse = amount("1", "triệu đồng/người")  # a rate may be written with one digit
    assert written_slack(coarse, amount("7", "người"), amount("9", "người"), norm=False) == Fraction(1, 2)


@pytest.mark.parametrize(
    ("times", "shifted"),
    [
        (Fraction(1), False),
        (Fraction(10), False),
        (Fraction(100), True),
        (Fraction(1, 100), True),
        (Fraction(1000), True),
        (Fraction(1, 10_000), True),
        (Fraction(10**5), False),
        (Fraction(1, 10**6), True),
        (Fraction(10**9), True),
        (Fraction(101), True),
        (Fraction(102), False),
        (Fraction(99), True),
        (Fraction(98), False),
    ],
)
def test_a_slip_in_the_size_of_a_unit(times, shifted):
    """Hundreds, thousands, ten thousands, millions and milliards, to a hundredth of them."""
    assert is_shifted(times) is shifted


@pytest.mark.parametrize(
    ("words", "norm"),
    [
        ("mức hỗ trợ ", True),
        ("mỗi hộ ", True),
        ("đơn giá ", True),
        ("đơn giá bình quân ", False),
        ("mỗi hộ được khoảng ", False),
        ("bình quân ", False),
        ("giao cho ", False),
    ],
)
def test_what_is_laid_down_is_no_mean(words, norm):
    assert is_norm(words) is norm


def slipped(rate, top, bottom):
    """Whether a rate in kg for each of some people is a slip of an output in tons over them."""
    rate, top, bottom = (
        ct.Quantity(ct.parse_number(number), unit)
        for number, unit in ((rate, "kg/người"), (top, "kg"), (bottom, "người"))
    )
    return is_slip(rate, Fraction(rate.value), top, bottom)


@pytest.mark.parametrize(
    ("rate", "top", "bottom", "slip"),
    [
        ("24", "480", "20", False),  # right
        ("42", "480", "20", True),  # 24
        ("24", "840", "20", True),  # 480
        ("24", "3.600", "105", True),  # 150
        ("24", "4.080", "200", True),  # 4.800
        ("24", "4.060", "200", False),
        ("43", "480", "20", False),  # 34 is not 24
        # what rounding explains must come out to the last digit
        ("24", "482", "20", False),
        ("24", "842", "20", True),  # 482 over 20 rounds to 24
        ("24", "942", "20", False),  # 492 over 20 does not round to 24
    ],
)
def test_two_digits_that_changed_places(rate, top, bottom, slip):
    assert slipped(rate, top, bottom) is slip


@given(st.integers(12, 98), st.integers(11, 400))
def test_what_comes_out_is_no_slip(rate, heads):
    """Law: a rate that is exactly its amounts is none; with its two digits changed about it is one."""
    total = ct.format_number(rate * heads)
    assert not slipped(str(rate), total, str(heads))
    turned = str(rate)[::-1]
    if turned[0] != "0" and turned != str(rate):
        assert slipped(turned, total, str(heads))
