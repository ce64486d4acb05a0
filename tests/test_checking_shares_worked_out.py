"""Shares ahead of their whole and what they come to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text), rules=["fraction-percent"])]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Cấp nước cho từ 90% hộ trở lên (12.000 hộ, ít nhất {} hộ).", "10.800", "11.800"),
        ("Có 80% lớp học đủ thiết bị (600 lớp, tức ít nhất {} lớp).", "480", "680"),
        ("Tỷ lệ đàn được tiêm từ 85% trở lên, tức khoảng {} nghìn con trên tổng đàn 400 nghìn con.", "340", "240"),
        ("Tỷ lệ mẫu lỗi không quá 4,0% số mẫu gửi đi (không quá {} trên 2.500).", "100", "140"),
        ("Nợ quá hạn không quá 3% số phải trả 2.000 tỷ đồng (không quá {} tỷ đồng).", "60", "90"),
        ("Dành ít nhất 4% chi sự nghiệp (tổng chi 5.000 tỷ đồng, tức tối thiểu {} tỷ đồng) cho đào tạo.", "200", "230"),
        ("Giảm số vườn bỏ hoang xuống dưới 10% tổng diện tích (3.000 ha), tức dưới {} ha.", "300", "400"),
        ("Tỷ lệ tàu có thiết bị 75% (khoảng {} tàu, tính trên 1.600 tàu).", "1.200", "1.500"),
        (
            "Tỷ lệ thí sinh được tư vấn 90%: dự kiến 4.000 thí sinh đăng ký, ít nhất {} thí sinh được tư vấn.",
            "3.600",
            "2.900",
        ),
    ],
)
def test_what_a_share_comes_to(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["fraction-percent"]


@pytest.mark.parametrize(
    "text",
    [
        "Phấn đấu trên 90% hộ dùng nước máy (50.000 hộ, trên 30.000 hộ nông thôn).",
        "Trên 95% hồ sơ nộp trực tuyến (9.000 hồ sơ, tăng ít nhất 500 hồ sơ).",
        "Bảo đảm 100% thôn có đường bê tông: 96 thôn, ít nhất 60 thôn có đèn.",
        "Kiểm tra từ 30% cơ sở trở lên (1.260 cơ sở sản xuất, 900 cơ sở kinh doanh).",
        "Trong 10 ngày trả 90% hồ sơ (1.000 hồ sơ), còn 100 hồ sơ.",
        "Tỷ lệ bỏ học không quá 0,3% (không quá 7 trong 2.508 học sinh).",
        "Trên 98% hộ có điện (12.000 hộ, trong đó ít nhất 9.000 hộ vùng cao).",
    ],
)
def test_amounts_beside_that_are_no_part(text):
    assert codes(text) == []


@given(st.integers(200, 900), st.integers(10, 90))
def test_law_a_part_worked_out_is_right(tens, percent):
    """What a share comes to of a whole that it divides is never wrong; half as much again always is."""
    whole = tens * 100
    part = whole * percent // 100

    def text(amount):
        return f"Hỗ trợ ít nhất {percent}% số vườn đủ điều kiện (tổng số {whole} vườn, tức ít nhất {amount} vườn)."

    assert codes(text(part)) == []
    assert codes(text(part * 13 // 10)) == ["fraction-percent"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Cấp thẻ cho 90% hộ (1.000 hộ, ít nhất 910 hộ).", True),
        # of what is laid down a whole one more may be rounded up
        ("Cấp thẻ cho ít nhất 90% hộ (1.000 hộ, ít nhất 905 hộ).", False),
        ("Cấp thẻ cho ít nhất 90% hộ (1.000 hộ, ít nhất 930 hộ).", True),
        # no least goes with a most, and a whole is no limit but behind *trên*, out of which it is
        ("Cấp thẻ cho ít nhất 90% hộ (1.000 hộ, không quá 930 hộ).", False),
        ("Cấp thẻ cho không quá 90% hộ (1.000 hộ, ít nhất 930 hộ).", False),
        ("Cấp thẻ cho ít nhất 90% hộ (trên 1.000 hộ, ít nhất 930 hộ).", False),
        ("Cấp thẻ cho ít nhất 90% hộ (930 hộ, tính trên 1.000 hộ).", True),
        ("Cấp thẻ cho ít nhất 90% hộ, tức 930 hộ trên tổng số 1.000 hộ.", True),
        # behind a colon the two may be of something else: no more than half as much again
        ("Cấp thẻ cho ít nhất 50%: 1.000 hộ, tức 740 hộ.", True),
        ("Cấp thẻ cho ít nhất 50%: 1.000 hộ, tức 760 hộ.", False),
        ("Cấp thẻ cho ít nhất 50% hộ (1.000 hộ, tức 760 hộ).", True),
        # a bare number is of what is counted, not of money
        ("Tỷ lệ lỗi không quá 4% số mẫu (1.000 mẫu, không quá 48).", True),
        ("Tỷ lệ lỗi không quá 4% số mẫu (1.000 tỷ đồng, không quá 48).", False),
    ],
)
def test_which_of_two_is_the_part(text, wrong):
    assert codes(text) == ["fraction-percent"] * wrong
