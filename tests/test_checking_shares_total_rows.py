"""Rows with the share of those counted in the row above, of so many as their name says."""

import pytest

import chitieu as ct

_TABLE = """TT | Chỉ tiêu | ĐVT | Ước 2026 | Kế hoạch 2027
7 | {} | {} | {} | {}
 | {} | % | {} | {}
"""


def told(*cells):
    found = ct.check(ct.Plan(text=_TABLE.format(*cells)), rules=["fraction-percent"])
    return [(str(one.fields["expected"]), str(one.fields["stated"])) for one in found]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("Xã đạt chuẩn", "xã", "59", "66", "Tỷ lệ xã đạt chuẩn (tổng số 86 xã)", "68,6", "76,7"), []),
        (("Xã đạt chuẩn", "xã", "59", "66", "Tỷ lệ xã đạt chuẩn (tổng số 86 xã)", "66,8", "76,7"), [("68,6%", "66,8%")]),
        (("Xã đạt chuẩn", "xã", "59", "96", "- Tỷ lệ xã đạt chuẩn (trên tổng 86 xã)", "68,6", "76,7"), [("111,6%", "76,7%")]),
        # of other things, of no total, and where none is right
        (("Hộ có nước sạch", "hộ", "59", "66", "Tỷ lệ xã đạt chuẩn (tổng số 86 xã)", "66,8", "76,7"), []),
        (("Xã đạt chuẩn", "xã", "59", "66", "Tỷ lệ xã đạt chuẩn", "66,8", "76,7"), []),
        (("Xã đạt chuẩn", "xã", "59", "66", "Tỷ lệ xã đạt chuẩn (tổng số 86 xã)", "66,8", "67,7"), []),
    ],
)  # fmt: skip
def test_a_share_is_that_of_the_count_above(cells, expected):
    assert told(*cells) == expected
