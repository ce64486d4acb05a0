"""What a plan tells of the year before, and what its targets are against it."""

from __future__ import annotations

import pytest

import chitieu as ct

HEAD = """ỦY BAN NHÂN DÂN TỈNH SÔNG HẬU
Số: 12/KH-UBND
Sông Hậu, ngày 16 tháng 01 năm 2026
KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026
I. KẾT QUẢ THỰC HIỆN NĂM 2025
{past}
II. CHỈ TIÊU NĂM 2026
1. Độ che phủ rừng đạt 45%.
{lines}
"""


def codes(past, lines):
    return [finding.code for finding in ct.check(ct.parse_plan(HEAD.format(past=past, lines=lines)))]


@pytest.mark.parametrize(
    ("past", "lines", "expected"),
    [
        ("Tỷ lệ hộ nghèo còn 4,5%.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 3,0%.", []),
        ("Tỷ lệ hộ nghèo còn 4,5%.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4%.", ["level-change"]),
        ("Năm 2025, tỷ lệ hộ nghèo còn 4,5%.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4%.", ["level-change"]),
        ("Năm 2024, tỷ lệ hộ nghèo còn 4,5%.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4%.", []),
        ("Kế hoạch tỷ lệ hộ nghèo còn 4,5%.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4%.", []),
        ("Tỷ lệ hộ nghèo còn 4,5%; tỷ lệ hộ nghèo còn 4,9%.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4%.", []),
        ("Tỷ lệ hộ nghèo còn 4,5%.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4% (năm 2025: 4,5%).", ["level-change"]),
        ("Kim ngạch xuất khẩu đạt 1.180 triệu USD.", "2. Kim ngạch xuất khẩu đạt 1.250 tỷ USD.", ["magnitude"]),
        ("Kim ngạch xuất khẩu đạt 1.180 triệu USD.", "2. Kim ngạch xuất khẩu đạt 1.250 triệu USD.", []),
        ("Kim ngạch xuất khẩu quý IV đạt 1 triệu USD.", "2. Kim ngạch xuất khẩu đạt 1.250 triệu USD.", []),
        ("Thu nội địa đạt 5.000 tỷ đồng.", "2. Thu nội địa đạt 5.500 tỷ đồng, tăng 10% so với năm 2025.", []),
        (
            "Thu nội địa đạt 5.000 tỷ đồng.",
            "2. Thu nội địa đạt 5.500 tỷ đồng, tăng 20% so với năm 2025.",
            ["level-change"],
        ),
        ("Thu nội địa đạt 5.000 tỷ đồng.", "2. Thu nội địa đạt 5.500 tỷ đồng, tăng 20% so với dự toán năm 2025.", []),
    ],
)
def test_targets_are_looked_at_against_what_was_reached(past, lines, expected):
    assert codes(past, lines) == expected


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        ("Năm 2025, GRDP tăng 9,5%; kim ngạch xuất khẩu đạt 1.180 triệu USD.", ["magnitude"]),
        ("Năm 2025, GRDP tăng 9,5%.\nKim ngạch xuất khẩu đạt 1.180 triệu USD.", []),
    ],
)
def test_without_a_heading_the_paragraph_names_the_year(past, expected):
    text = HEAD.replace("I. KẾT QUẢ THỰC HIỆN NĂM 2025", "I. BỐI CẢNH").format(
        past=past, lines="2. Kim ngạch xuất khẩu đạt 1.250 tỷ USD."
    )
    assert [finding.code for finding in ct.check(ct.parse_plan(text))] == expected


def test_a_level_behind_the_bracket_counts():
    for level, expected in (("4,8", []), ("5,8", ["level-change"])):
        lines = f"2. Tỷ lệ hộ nghèo giảm 2,1% so với năm 2025 (năm 2025: 6,9%), còn {level}%."
        assert codes("Năm 2025 nhiều khó khăn.", lines) == expected
