"""Rows that tell by how much the row above them falls or rises."""

import pytest

import chitieu as ct

_TABLE = """Chỉ tiêu | ĐVT | Thực hiện 2025 | Ước 2026 | Kế hoạch 2027 | Tăng 2027/2026
{} | % | {} | {} | {} | 5
{} | điểm % | {} | {} | {} |
"""


def told(*cells):
    found = ct.check(ct.Plan(text=_TABLE.format(*cells), period=ct.Period(2027)), rules=["level-change"])
    return [(str(one.fields["before"]), str(one.fields["change"].quantity), str(one.fields["after"])) for one in found]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("Tỷ lệ hộ nghèo", "6,42", "5,10", "3,90", "Mức giảm trong năm", "1,35", "1,32", "1,20"), []),
        (("Tỷ lệ hộ nghèo", "6,42", "5,10", "9,30", "Mức giảm trong năm", "1,35", "1,32", "1,20"), [("5,10", "1,20", "3,90")]),
        (("Tỷ lệ hộ nghèo", "6,42", "5,10", "3,90", "- Giảm so với năm trước", "1,35", "1,23", "1,20"), [("6,42", "1,23", "5,19")]),
        (("Tỷ lệ che phủ", "41,0", "41,5", "42,5", "Tăng trong năm", "0,3", "0,5", "0,5"), [("41,5", "0,5", "42,0")]),
        # where none is right, it may be of something else
        (("Tỷ lệ hộ nghèo", "6,42", "5,10", "3,90", "Mức giảm trong năm", "1,35", "1,23", "1,02"), []),
        (("Tỷ lệ hộ nghèo", "6,42", "5,10", "3,90", "Tỷ lệ hộ cận nghèo", "1,35", "1,32", "1,02"), []),
        (("Tỷ lệ hộ nghèo", "6,42", "5,10", "3,90", "Mức giảm trong năm", "1,35", "1,32", ""), []),
        (("Tỷ lệ hộ nghèo", "6,42", "5,1", "3,9", "Mức giảm trong năm", "1,35", "1,32", "1,23"), []),  # rounded
    ],
)  # fmt: skip
def test_a_change_is_that_of_the_row_above(cells, expected):
    assert told(*cells) == expected
