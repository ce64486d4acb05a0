"""The growth of a whole follows from its parts and theirs."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(text, rules=["level-change"])]


def percent(now, before):
    value = (Decimal(now - before) * 100 / before).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{'tăng' if value >= 0 else 'giảm'} {ct.format_number(abs(value))}%"


sizes = st.integers(1_000, 9_000)


@given(sizes, sizes, sizes, sizes)
def test_law_what_is_counted_right_is_silent(first, second, former, other):
    text = (
        f"Đón {ct.format_number(first + second)} lượt khách, {percent(first + second, former + other)}; trong đó "
        f"khách quốc tế {ct.format_number(first)} lượt, {percent(first, former)}; "
        f"khách nội địa {ct.format_number(second)} lượt, {percent(second, other)}."
    )
    assert codes(text) == []


WHOLE = "Đón 2.400 nghìn lượt khách, tăng {}% so với năm 2025; trong đó khách quốc tế 400 nghìn lượt (tăng {}%), khách nội địa 2.000 nghìn lượt (tăng {}%)."


@pytest.mark.parametrize(
    ("growths", "odd"),
    [(("20,0", "33,3", "17,6"), False), (("30,0", "33,3", "17,6"), True), (("20,0", "33,3", "9,6"), True)],
)
def test_a_growth_that_all_parts_deny(growths, odd):
    assert codes(WHOLE.format(*growths)) == ["level-change"] * odd


@pytest.mark.parametrize(
    "text",
    [
        "Giá trị sản xuất 900 tỷ đồng, tăng 20%; trong đó lúa 400 tỷ đồng, tăng 5%, màu 500 tỷ đồng, tăng 6%.",
        "Thu 900 tỷ đồng, tăng 20% so với dự toán; trong đó phí 400 tỷ đồng, tăng 5%, thuế 500 tỷ đồng, tăng 6%.",
        "Đón 900 lượt khách, tăng 20%; trong đó khách Nhật 100 lượt, tăng 5%, khách Hàn 200 lượt, tăng 6%.",
    ],
)
def test_other_growths_are_left_alone(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (WHOLE.format("10,0", "33,3", "17,6"), 1),
        (WHOLE.format("20,0", "33,3", "27,6"), 1),
        # parts too far off, in another paragraph, or of another kind
        (
            WHOLE.format("10,0", "33,3", "17,6").replace("; trong đó", f"; {'đường sá đi lại dễ dàng, ' * 10}trong đó"),
            0,
        ),
        (WHOLE.format("10,0", "33,3", "17,6").replace("; trong đó", ".\n\nTrong đó"), 0),
        (
            WHOLE.format("10,0", "33,3", "17,6").replace("khách quốc tế 400 nghìn lượt", "khách quốc tế 400 nghìn tấn"),
            0,
        ),
        (WHOLE.format("10,0", "33,3", "17,6").replace("tế 400", "tế 500"), 0),
        (WHOLE.format("10,0", "33,3", "17,6").replace("(tăng 33,3%)", "(khoảng tăng 33,3%)"), 0),
        (
            "Đón 2.400 nghìn lượt khách, tăng 10,0%; trong đó khách nội địa 2.400 nghìn lượt (tăng 17,6%).",
            0,
        ),  # no parts
        ("Có 240 đò, tăng 20,0%; trong đó 40 đò máy (tăng 33,3%), 200 đò chèo (tăng 17,6%).", 0),
        ("Có 240 đò, tăng 25,0%; trong đó 40 đò máy (tăng 33,3%), 200 đò chèo (tăng 17,6%).", 1),
        # things counted one by one are not rounded
        ("Có 24 đò, tăng 20,0%; trong đó 4 đò máy (tăng 33,3%), 20 đò chèo (tăng 17,6%).", 0),
        ("Có 24 đò, tăng 25,0%; trong đó 4 đò máy (tăng 33,3%), 20 đò chèo (tăng 17,6%).", 1),
        ("Có 240 đò, giảm 20,0%; trong đó 40 đò máy (giảm 33,3%), 200 đò chèo (giảm 16,7%).", 0),
        ("Có 240 đò, giảm 30,0%; trong đó 40 đò máy (giảm 33,3%), 200 đò chèo (giảm 16,7%).", 1),
    ],
)
def test_which_parts_are_all(text, number):
    assert len(codes(text)) == number


def test_the_value_before_is_that_of_the_parts():
    (finding,) = ct.check(WHOLE.format("30,0", "33,3", "17,6"), rules=["level-change"])
    assert str(finding.fields["before"]) == "2.001 nghìn lượt khách"
