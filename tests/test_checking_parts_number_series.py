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
        ("Xây 42 trạm giai đoạn 2026 - 2030 (năm 2026: 6; 2027: 8; 2028: 9; 2029: 13; 2030: 9).", ["45 trạm"]),
        (
            "Xây 42 trạm giai đoạn 2026 - 2030 (năm 2026 6, năm 2027 8, năm 2028 9, năm 2029 13, năm 2030 9 trạm).",
            ["45 trạm"],
        ),
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
        "Xây 42 trạm giai đoạn 2026 - 2030 (năm 2026: 6; 2027: 8; 2028: 9; 2029: 10; 2030: 9).",
        "Duy trì 42 trạm (năm 2026: 42; năm 2027: 44; năm 2028: 46).",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # four numbers a quarter off, three an eighth
        ("Kiểm tra 80 cơ sở, mỗi quý lần lượt 25, 31, 20 và 24 cơ sở.", ["100 cơ sở"]),
        ("Kiểm tra 80 cơ sở, mỗi quý lần lượt 25, 31, 20 và 25 cơ sở.", []),
        ("Giao 16 nhiệm vụ, chia ba nhóm 9 - 6 - 3.", ["18 nhiệm vụ"]),
        ("Giao 16 nhiệm vụ, chia ba nhóm 9 - 7 - 3.", []),
        ("Giao 80 nhiệm vụ, chia ba nhóm 49 - 26 - 15.", ["90 nhiệm vụ"]),
        ("Giao 80 nhiệm vụ, chia ba nhóm 49 - 26 - 16.", []),
        ("Giao 23 nhiệm vụ, chia ba nhóm 9 - 6 - 5.", []),
        ("Kiểm tra 80 cơ sở, mỗi quý lần lượt 23, 31, 20 và 24 cơ sở.", ["98 cơ sở"]),
        ("Kiểm tra 60 cơ sở, chia năm nhóm 25 - 11 - 10 - 9 - 19.", ["74 cơ sở"]),
        ("Kiểm tra 60 cơ sở, mỗi quý lần lượt 25, 11, 10, 9 và 6 cơ sở.", []),
        # but for a digit ahead of the last
        ("Kiểm tra 12 cơ sở, mỗi quý lần lượt 3, 5, 6 và 3 cơ sở.", []),
        ("Kiểm tra 12 nghìn cơ sở, mỗi quý lần lượt 3, 5, 6 và 3 nghìn cơ sở.", []),
        ("Kiểm tra 12 cơ sở, mỗi quý lần lượt 12, 15, 6 và 9 cơ sở.", ["42 cơ sở"]),
        ("Kiểm tra 12 cơ sở, mỗi quý lần lượt 52, 25, 16 và 49 cơ sở.", []),
        # three numbers are no four quarters
        ("Kiểm tra 15 cơ sở, mỗi quý lần lượt 3, 5 và 6 cơ sở.", []),
        ("Quyết toán 15 dự án (quý I 3, quý II 5, quý III 6).", []),
        ("Quyết toán 15 dự án (đợt 1 3, đợt 2 5, đợt 3 6).", ["14 dự án"]),
        # years, numbers that count on, labels before some of them
        ("Giao 8.000 việc theo các giai đoạn 2020, 2022, 2025 và 2030.", []),
        ("Giao 8.000 việc theo các giai đoạn 2020, 2022, 2025 và 1830.", ["7.897 việc"]),
        ("Giao 12 việc vào ba nhóm 3, 4 và 5.", []),
        ("Giao 13 việc vào ba nhóm 3, 4 và 5.", []),
        ("Giao 13 việc vào ba nhóm 3, 4 và 7.", ["14 việc"]),
        ("Giao 22 việc (quý I 5, quý II 6, 9 và quý IV 3).", []),
        # what follows is something else; no words lead to them; another sentence
        ("Giao 16 nhiệm vụ, chia ba nhóm 9 - 6 - 3 cho xã.", []),
        ("Giao 16 nhiệm vụ, kể từ 9 - 6 - 3.", []),
        ("Giao 16 nhiệm vụ. Chia ba nhóm 9 - 6 - 3.", []),
        ("Lập tổ 5 - 7 - 9 ở xã. Giao 16 nhiệm vụ, chia ba nhóm 9 - 6 - 3.", ["18 nhiệm vụ"]),
        # the last amount of their sort among three
        ("Kiểm tra 17 cơ sở tại 5 xã, mỗi quý lần lượt 3, 5, 6 và 4 cơ sở.", ["18 cơ sở"]),
        ("Kiểm tra 17 cơ sở tại 5 xã, lập 6 tổ, mỗi quý lần lượt 3, 5, 6 và 4 cơ sở.", ["18 cơ sở"]),
        ("Kiểm tra 17 cơ sở tại 5 xã, lập 6 tổ, dùng 9 xe, mỗi quý lần lượt 3, 5, 6 và 4 cơ sở.", []),
        ("Kiểm tra 17 cơ sở tại 5 xã, chia ba nhóm 9 - 6 - 3.", []),
        ("Kiểm tra tại 5 xã 17 cơ sở, chia ba nhóm 9 - 6 - 3.", ["18 cơ sở"]),
    ],
)
def test_how_near_rows_come_and_what_leads_to_them(text, expected):
    """A row is of the amount ahead of it where words lead to it and it comes near, or would but for a digit."""
    assert found(text) == expected


@given(st.lists(st.integers(10, 90), min_size=4, max_size=4), st.sampled_from([0, 3]))
def test_law_the_row_makes_up_the_whole(numbers, slip):
    """Four numbers in a row are the parts of the number ahead of them; three fewer are found."""
    if all(after - before == 1 for before, after in pairwise(numbers)):
        return
    row = ", ".join(map(str, numbers[:3])) + f" và {numbers[3]}"
    text = f"Kiểm tra {format_number(sum(numbers) + slip)} cơ sở, mỗi quý lần lượt {row} cơ sở."
    assert bool(found(text)) == bool(slip)
