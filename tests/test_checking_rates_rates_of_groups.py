"""Rates of town, of country and of both in one sentence, and in the columns of a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text, **fields):
    return [finding.code for finding in ct.check(ct.Plan(text=text, **fields), rules=["growth-between"])]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Giá tiêu dùng tăng {}% (khu vực thành thị tăng 3,1%, khu vực nông thôn tăng 3,4%).", "3,2", "3,9"),
        ("Quy mô hộ: thành thị 3,4 người/hộ; nông thôn 3,7 người/hộ; bình quân toàn tỉnh {} người/hộ.", "3,6", "3,9"),
        ("Các phường giải quyết đúng hạn 99% hồ sơ, các xã 97%. Chung cấp xã, tỷ lệ đúng hạn {}%.", "98", "96"),
        ("Tỷ lệ tốt nghiệp tính chung hai hệ là {}%: hệ phổ thông 99,9%, hệ thường xuyên 98,1%.", "99,7", "97,7"),
        (
            "Hộ nghèo còn {}% (giảm 0,3 điểm phần trăm so với mức 2% năm 2025), trong đó thành thị 0,9%, nông thôn 1,6%.",
            "1,3",
            "1,7",
        ),
        (
            "Tỷ lệ dùng điện {}%, trong đó đô thị (chiếm 40% dân số) đạt 99,5%, nông thôn (60% dân số) đạt 98,0%.",
            "98,6",
            "96,6",
        ),
        ("Tuổi thọ trung bình {} tuổi (nam 71,2 tuổi, nữ 76,9 tuổi).", "73,9", "77,9"),
        ("Chiều cao trung bình {} cm (nam 168 cm, nữ 158 cm).", "163", "169"),
        ("Tỷ lệ biết chữ: nam 98,1%, nữ 96,5%, chung cả hai giới {}%.", "97,3", "98,8"),
        ("Tỷ lệ thất nghiệp toàn tỉnh là {}%, trong khi ở thành thị là 2,9% và nông thôn là 1,9%.", "2,3", "3,2"),
        ("Tuổi kết hôn trung bình {} tuổi; nam 27,9, nữ 23,8.", "25,8", "28,4"),
        ("Số con của một phụ nữ: {} con/phụ nữ (nông thôn 2; thành thị 1,7).", "1,9", "2,3"),
        ("Điểm thi trung bình là {} điểm, thí sinh nam 6,02 điểm, thí sinh nữ 6,41 điểm.", "6,2", "6,5"),
        ("Hộ ở thành thị dùng mạng 95%, hộ ở nông thôn 88%, cả hai nơi {}%.", "90", "80"),
        ("| Tỷ lệ (%) | Thành thị | Nông thôn | Chung cả tỉnh |\n| Dùng mạng | 95,1 | 88,2 | {} |\n", "90,0", "96,0"),
    ],
)
def test_the_rate_of_all_lies_between(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["growth-between"]


@pytest.mark.parametrize(
    "text",
    [
        "Dân số thành thị chiếm 31,2%, nông thôn chiếm 68,8%.",
        "Tỷ lệ hộ nghèo 0,9%; tỷ lệ hộ dùng nước sạch khu vực thành thị 99%, khu vực nông thôn 95%.",
        "Tỷ lệ hộ nghèo còn 1,2%, giảm so với năm trước (1,5%), trong đó thành thị 0,5%, nông thôn 1,4%.",
        "Hộ nghèo còn 1,2%, giảm 0,5 điểm phần trăm so với mức 1,7% cuối năm 2025, trong đó thành thị 0,5%, nông thôn 1,4%.",
        "Nông thôn có 98% hộ dùng nước hợp vệ sinh, thành thị 99,8%, toàn tỉnh 97% hộ dùng nước máy.",
        "Tổng mức bán lẻ tăng 12%, trong đó thành thị chiếm 60%, nông thôn chiếm 40%.",
        "| Chỉ tiêu (%, nghìn người) | Chung | Thành thị | Nông thôn |\n| Dân số bình quân | 3.474,3 | 1.084,1 | 2.390,1 |\n",
    ],
)
def test_what_is_no_rate_of_groups_is_left_alone(text):
    assert codes(text) == []


def test_the_rate_of_all_may_stand_in_an_indicator_line():
    text = (
        "KẾ HOẠCH\nPhát triển năm 2026\nI. CHỈ TIÊU\n1. Tỷ lệ bao phủ bảo hiểm y tế đạt 95%.\nII. NHIỆM VỤ\n"
        "- Bảo đảm tỷ lệ bao phủ bảo hiểm y tế ở khu vực phường đạt {}%, khu vực xã đạt 93%.\n"
    )
    for town, found in (("97", []), ("94", ["growth-between"])):
        plan = ct.parse_plan(text.format(town))
        assert [finding.code for finding in ct.check(plan, rules=["growth-between"])] == found


@given(st.integers(100, 990), st.integers(0, 100), st.integers(0, 100))
def test_law_a_mean_of_two_is_silent(least, more, share):
    """A weighted mean of the rates of two groups lies between them."""
    whole = least + more * share // 100
    written = [f"{one // 10},{one % 10}%" for one in (whole, least + more, least)]
    text = "Tỷ lệ hộ dùng điện {} (thành thị {}, nông thôn {}).".format(*written)
    assert codes(text) == []
