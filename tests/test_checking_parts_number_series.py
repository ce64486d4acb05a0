"""Numbers in a row, of which only the last has a unit."""

from itertools import pairwise

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
        ("Kiểm kê rừng tại 17 xã trong năm, mỗi quý lần lượt 3, 5, 6 và 4 xã.", ["18 xã"]),
        ("Kiểm kê rừng tại 38 xã trong năm, mỗi quý lần lượt 3, 5, 6 và 4 xã.", ["18 xã"]),
        ("Lắp 9.400 công tơ (quý sau cao hơn quý trước: 1.300; 2.100; 2.800; 3.100 công tơ).", ["9.300 công tơ"]),
        ("Quyết toán 31 dự án hoàn thành (quý I 5, quý II 9, quý III 7, quý IV 9 dự án).", ["30 dự án"]),
        ("Giao 21 nhiệm vụ, chia ba nhóm 9 - 8 - 3.", ["20 nhiệm vụ"]),
        ("Cấp 6.000 thẻ theo 3 đợt, lần lượt 1.500, 2.000 và 2.600 thẻ.", ["6.100 thẻ"]),
    ],
)
def test_rows_that_do_not_come_to_their_whole(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kiểm kê rừng tại 18 xã trong năm, mỗi quý lần lượt 3, 5, 6 và 4 xã.",
        "Mở 12 lớp vào các quý 1, 2, 3 và 4.",
        "Có 24 chỉ tiêu, theo các nhóm tăng 5, 7 và 9%.",
        "Giao 21 nhiệm vụ tại các điều 5, 7 và 8.",
        "Còn 22 vị trí đầu năm, từng quý còn lại lần lượt 19, 16, 12 và 8 vị trí.",
        "Trồng 90 ha, từng quý giải ngân lần lượt 20, 25, 30 và 25 tỷ đồng.",
        "Thu 900 tỷ đồng, lũy kế từng quý lần lượt 200, 420, 650 và 900 tỷ đồng.",
        "Cơ cấu 100 sản phẩm theo vùng, lần lượt 40%, 30% và 20%.",
    ],
)
def test_other_rows_are_left_alone(text):
    assert found(text) == []


@given(st.lists(st.integers(10, 90), min_size=4, max_size=4), st.sampled_from([0, 3]))
def test_law_the_row_makes_up_the_whole(numbers, slip):
    """Four numbers in a row are the parts of the number ahead of them; three fewer are found."""
    if all(after - before == 1 for before, after in pairwise(numbers)):
        return
    row = ", ".join(map(str, numbers[:3])) + f" và {numbers[3]}"
    text = f"Kiểm tra {format_number(sum(numbers) + slip)} cơ sở, mỗi quý lần lượt {row} cơ sở."
    assert bool(found(text)) == bool(slip)
