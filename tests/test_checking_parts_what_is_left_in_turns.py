"""Those dealt with one after another, those left of so many of so many, and what is left when something is taken off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.numbers.decimals import format_number


def found(text):
    return [str(one.fields["expected"]) for one in ct.check(ct.Plan(text=text), rules=["parts-sum"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sửa 24 cầu; quý I sửa 10 cầu, quý II 8 cầu, 8 cầu còn lại quý III.", ["26 cầu"]),
        ("Sửa 24 cầu; quý I sửa 10 cầu, quý II 8 cầu, 6 cầu còn lại quý III.", []),
        ("Có 12 dự án; 06 dự án (640 MW) hòa lưới quý III, 07 dự án (920 MW) còn lại quý IV.", ["13 dự án"]),
        ("Có 12 dự án; thêm 06 dự án quý III, 07 dự án còn lại quý IV.", []),
        ("Có 12 dự án, lũy kế 40 dự án; 06 dự án quý III, 07 dự án còn lại quý IV.", []),
        ("Có 12 dự án. Quý III 06 dự án, 07 dự án còn lại quý IV.", []),
        ("Có 12 dự án; 06 xã quý III, 07 dự án còn lại quý IV.", []),
        # so many of so many
        ("Có 18/25 chỉ tiêu đạt, trong đó 05 chỉ tiêu vượt; 09 chỉ tiêu còn lại không đạt.", ["27 chỉ tiêu"]),
        ("Có 18/25 chỉ tiêu đạt, trong đó 05 chỉ tiêu vượt; 07 chỉ tiêu còn lại không đạt.", []),
        ("Có 45/45 xã đạt; mức cao tại 31 xã, 14 xã còn lại mức thấp.", []),  # all of them, and left of others
        ("Có 18/25 chỉ tiêu đạt; 4 chỉ tiêu vượt, 09 chỉ tiêu còn lại.", []),  # left of others
        ("Có 18/25 chỉ tiêu đạt, tăng 2 chỉ tiêu; 09 chỉ tiêu còn lại.", []),
        # what is taken off
        ("Thu 930 tỷ đồng; trừ đất (210 tỷ đồng) và xổ số (20 tỷ đồng) thì còn 690 tỷ đồng.", ["920 tỷ đồng"]),
        ("Thu 930 tỷ đồng; trừ đất (210 tỷ đồng) và xổ số (20 tỷ đồng) thì còn 700 tỷ đồng.", []),
        ("Thu 930 tỷ đồng, sau khi trừ 210 tỷ đồng còn lại 710 tỷ đồng.", ["920 tỷ đồng"]),
        ("Thu 930 tỷ đồng; đất (210 tỷ đồng) và xổ số (20 tỷ đồng) thì còn 690 tỷ đồng.", []),  # nothing is taken off
        ("Thu 930 tỷ đồng. Trừ đất (210 tỷ đồng) thì còn 690 tỷ đồng.", []),
        ("Thu 130 tỷ đồng; trừ đất (210 tỷ đồng) thì còn 690 tỷ đồng.", []),  # less than what is left
    ],
)
def test_what_makes_up_all(text, expected):
    assert found(text) == expected


@given(st.integers(11, 400), st.integers(11, 400), st.integers(11, 400), st.sampled_from([0, 5]))
def test_law_what_is_taken_off_and_what_is_left_make_it_up(first, second, left, slip):
    whole, *parts = map(format_number, (first + second + left + slip, first, second, left))
    text = f"Thu {whole} tỷ đồng; trừ đất ({parts[0]} tỷ đồng) và phí ({parts[1]} tỷ đồng) thì còn {parts[2]} tỷ đồng."
    assert bool(found(text)) == bool(slip)
