"""A second level behind the parts of the first."""

import pytest

import chitieu as ct
from chitieu.checking.parts.second_levels import is_second_level

LINE = "Thu ngân sách nhà nước trên địa bàn 9.800 tỷ đồng, gồm thu nội địa 9.100 tỷ đồng, thu viện trợ {rest} tỷ đồng{behind}."
LEVELS = [
    "; phấn đấu đạt 10.290 tỷ đồng",
    "; phấn đấu đạt 105% dự toán, tức khoảng 10.290 tỷ đồng",
    "; phấn đấu vượt 5% dự toán, tương đương 10.290 tỷ đồng",
    "; phấn đấu tăng thu 5%, đạt 10.290 tỷ đồng",
    "; quyết tâm thu đạt 105% dự toán (khoảng 10.290 tỷ đồng)",
    "; trường hợp thuận lợi đạt 10.290 tỷ đồng",
    ", phấn đấu thu vượt dự toán 490 tỷ đồng, tức là 10.290 tỷ đồng",
    "; đồng thời phấn đấu cao hơn 5%, ứng với 10.290 tỷ đồng",
]


def codes(line):
    return [finding.code for finding in ct.check(ct.Plan(indicators=ct.parse_indicators(line)))]


@pytest.mark.parametrize("behind", ["", *LEVELS])
@pytest.mark.parametrize(("rest", "expected"), [("700", []), ("900", ["parts-sum"])])
def test_law_a_second_level_changes_nothing_of_the_first(behind, rest, expected):
    """A sum holds or not whatever level is striven for behind its parts."""
    assert codes(LINE.format(rest=rest, behind=behind)) == expected


def test_a_second_level_of_a_count():
    line = "Khách du lịch 5 triệu lượt, gồm khách quốc tế 1,9 triệu lượt, khách nội địa 3,1 triệu lượt, phấn đấu 5,5 triệu lượt."
    assert codes(line) == []


@pytest.mark.parametrize(
    ("name", "text", "second"),
    [
        ("", "; phấn đấu đạt 10.290 tỷ đồng", True),
        ("mức phấn đấu", "; mức phấn đấu 10.290 tỷ đồng", True),
        ("thu nội địa", "; phấn đấu thu nội địa đạt 9.300 tỷ đồng", False),
        ("thu viện trợ", ", thu viện trợ 700 tỷ đồng", False),
        ("", ", 700 tỷ đồng", False),
    ],
)
def test_what_a_second_level_is(name, text, second):
    assert is_second_level("Thu ngân sách", ct.PlannedIndicator(name, text=text)) is second


def test_a_part_that_is_striven_for_is_a_part():
    line = "Thu ngân sách nhà nước trên địa bàn 9.800 tỷ đồng, gồm thu nội địa 9.100 tỷ đồng, phấn đấu thu từ hoạt động xuất, nhập khẩu 900 tỷ đồng."
    assert codes(line) == ["parts-sum"]
