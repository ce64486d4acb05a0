"""Who passed the plan itself, and when."""

import pytest

import chitieu as ct

_TEXT = """HỘI ĐỒNG NHÂN DÂN
TỈNH QUẢNG NGÃI
Số: 42/NQ-HĐND
Quảng Ngãi, ngày 09 tháng 12 năm 2026
NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội năm 2027

Điều 1. Chỉ tiêu
1. GRDP tăng 9,5%.
Điều 2. {}
"""


def codes(last):
    return [one.code for one in ct.check(ct.parse_plan(_TEXT.format(last)))]


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("Nghị quyết này được Hội đồng nhân dân tỉnh Quảng Ngãi thông qua ngày 09 tháng 12 năm 2026.", []),
        ("Nghị quyết này được Hội đồng nhân dân tỉnh Quảng Ngãi thông qua ngày 19 tháng 12 năm 2026.", ["reference-disagrees"]),
        ("Nghị quyết này được Hội đồng nhân dân tỉnh Quảng Ngãi thông qua ngày 08 tháng 12 năm 2026.", []),  # signed later
        ("Nghị quyết này được Hội đồng nhân dân tỉnh Quảng Ngãi thông qua ngày 39 tháng 12 năm 2026.", ["date-impossible"]),
        ("Nghị quyết này đã được HĐND tỉnh Gia Lai thông qua ngày 09/12/2026.", ["agency-elsewhere"]),
        ("Nghị quyết này được thông qua ngày 09 tháng 12 năm 2026.", []),
    ],
)  # fmt: skip
def test_who_passed_the_plan_and_when(last, expected):
    assert codes(last) == expected
