"""Rows of a table of indicators without its head."""

import pytest

import chitieu as ct


def read(text):
    return [
        (item.number, item.name, item.indicator, [str(target) for target in item.targets])
        for item in ct.parse_indicators(text)
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("9 | GRDP bình quân đầu người | triệu đồng | 95 | Thống kê tỉnh", ("9", "GRDP bình quân đầu người", "grdp_pc", ["95 triệu đồng"])),
        ("| 7 | Số bác sĩ/1 vạn dân | Bác sĩ | 11,2 | |", ("7", "Số bác sĩ/1 vạn dân", "doctors", ["11,2 bác sĩ"])),
        ("Tỷ lệ hộ nghèo | % | 3,2 | 2,5 |", (None, "Tỷ lệ hộ nghèo", "poor", ["3,2%", "2,5%"])),
        ("3. | Tỷ lệ che phủ rừng (%) | 42,1 | 42,5 |", ("3", "Tỷ lệ che phủ rừng (%)", "forest", ["42,1%", "42,5%"])),
    ],
)  # fmt: skip
def test_a_row(row, expected):
    assert read(row) == [expected]


@pytest.mark.parametrize("text", ["TT | Chỉ tiêu | ĐVT |", "| | |", "---|---|---", "1 | 2 | 3 |", "I | Kinh tế | |"])
def test_what_is_no_row(text):
    """A row without a name or without a value gives nothing."""
    assert read(text) == []


def test_a_row_of_a_part_belongs_to_the_row_before():
    (item,) = ct.parse_indicators(
        "14 | Tỷ lệ lao động qua đào tạo | % | 70 |\n | - Trong đó: Có bằng cấp, chứng chỉ | % | 29 |"
    )
    (part,) = item.parts
    assert (item.indicator, part.indicator, part.relation) == ("trained", "trained_cert", ct.Relation.PART)


def test_a_part_without_a_row_before_it_stands_alone():
    (item,) = ct.parse_indicators("- Tỷ lệ hộ nghèo | % | 3 |")
    assert (item.indicator, item.relation) == ("poor", ct.Relation.ITEM)


def test_rows_and_lines_keep_their_order():
    text = "- Tỷ lệ hộ nghèo còn 3%\n5 | Tỷ lệ đô thị hóa | % | 40 |\n- Tỷ lệ che phủ rừng 50%"
    assert [item.indicator for item in ct.parse_indicators(text)] == ["poor", "urban", "forest"]


def test_a_table_with_its_head_is_read_by_its_columns():
    text = "TT | Chỉ tiêu | ĐVT | Thực hiện 2025 | Kế hoạch 2026\n1 | Tỷ lệ hộ nghèo | % | 3,2 | 2,5"
    (item,) = ct.parse_indicators(text)
    assert [str(target) for target in item.targets] == ["2,5%"]


def test_many_rows_take_linear_time():
    rows = "\n".join(f"{at % 900} | Chỉ tiêu số {at} | % | {at % 90},5 |" for at in range(3000))
    assert len(ct.parse_indicators(rows)) == 3000
