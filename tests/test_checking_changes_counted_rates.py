"""Rates of poor households told behind their number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.changes.counted_rates import counted_rates
from chitieu.checking.subject import Subject
from chitieu.numbers.decimals import format_number


def rates(text, year=2025):
    passages = Subject.of(text, (), (), None).passages
    return [(one.key, str(one.target)) for one in counted_rates(passages, year)]


@given(st.integers(1, 90_000), st.decimals(0, 40, places=2))
def test_law_the_rate_behind_the_number_is_that_of_poor_households(number, rate):
    """Whatever both are, the percentage behind the number of poor households is their rate."""
    written = f"{format_number(rate)}%"
    assert rates(f"Toàn tỉnh còn {format_number(number)} hộ nghèo, chiếm {written}.") == [("poor", written)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Còn 2.500 hộ nghèo trên tổng số 100.000 hộ, chiếm 2,5%; an sinh được quan tâm.", ["poor"]),
        ("Số hộ nghèo là 2.500 hộ, chiếm 2,5% tổng số hộ toàn tỉnh.", ["poor"]),
        ("Còn 2.500 hộ nghèo (2,5%) và 3.000 hộ cận nghèo (3,0%).", ["poor", "near_poor"]),
        ("Hộ nghèo: 2.500 hộ, chiếm 2,5% tổng số hộ; hộ cận nghèo: 3.000 hộ, chiếm 3,0%.", ["poor", "near_poor"]),
        ("Cuối năm còn 2.500 hộ nghèo, chiếm 2,5% số hộ.", ["poor"]),
        ("Hộ nghèo toàn tỉnh có 2.500 hộ, bằng 2,5%.", ["poor"]),
        ("Hộ nghèo người Tày có 800 hộ, chiếm 32%.", []),
        ("Xã Tân Phú còn 150 hộ nghèo, chiếm 9,5%.", []),
        ("Vay vốn 800 hộ nghèo, chiếm 32%.", []),
        ("Trong đó có 800 hộ nghèo, chiếm 32%.", []),
        ("Còn 2.500 hộ nghèo, 1.200 hộ có nhà kiên cố, chiếm 48%.", []),
        ("Còn 2.500 hộ nghèo, chiếm 72% số hộ của vùng.", []),
        ("Còn 2.500 hộ nghèo, giảm 12%.", []),
        ("| Còn 2.500 hộ nghèo, chiếm 2,5% |", []),
    ],
)
def test_which_rates_are_those_of_all(text, expected):
    assert [key for key, _ in rates(text)] == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Còn dưới 2.500 hộ nghèo, chiếm 2,5%.", 0),
        ("Còn khoảng 2.500 hộ nghèo, chiếm 2,5%.", 1),
        ("Còn 2.500 - 2.600 hộ nghèo, chiếm 2,5%.", 0),
        ("Còn 2.500 hộ nghèo, giảm 40 hộ, chiếm 2,5%.", 0),
        ("Còn 2.500 hộ nghèo, 12 chợ, chiếm 2,5%.", 0),
        ("Số hộ khá là 2.500 hộ khá, chiếm 2,5%.", 0),
        ("Số hộ là 2.500 hộ, chiếm 2,5%.", 0),
        ("Còn 2.500 hộ nghèo, chiếm 2,5%, 3,0%.", 1),
    ],
)
def test_which_numbers_have_a_rate(text, number):
    assert len(rates(text)) == number


def test_a_rate_has_its_place_where_the_text_has_one():
    text = "Toàn tỉnh còn 2.500 hộ nghèo, chiếm 2,5%."
    (placed,) = counted_rates(Subject.of(ct.Plan(text=text), (), (), None).passages, 2025)
    assert placed.span.of(text) == "2,5%"
