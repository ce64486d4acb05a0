"""Shares told once more for another year, without their names."""

import pytest

import chitieu as ct

_NOW = "Cơ cấu: nông nghiệp 21%; công nghiệp 38%; dịch vụ 36%; thuế 5%"


def told(text):
    return [
        (one.fields["name"], str(one.fields["expected"])) for one in ct.check(ct.Plan(text=text), rules=["shares-sum"])
    ]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" (năm 2025 tương ứng là 23%; 36%; 36%; 5%)", []),
        (" (năm 2025 tương ứng là 23%; 36%; 36%; 7%)", [("năm 2025", "102%")]),
        (" (năm 2025: 23%, 36%, 36% và 7%)", [("năm 2025", "102%")]),
        (" (cùng kỳ lần lượt là 23% - 36% - 36% - 4%)", [("cùng kỳ", "99%")]),
        (" (năm trước 23%; 36%; 36%; 25%)", []),  # too far off for shares of one whole
        (" (năm 2025 tương ứng là 23%; 36%; 43%)", []),  # fewer than there are now
        (" (năm 2025 tăng 23%; 36%; 36%; 7%)", []),
    ],
)
def test_shares_of_another_year(behind, expected):
    assert told(f"Kết quả trong năm. {_NOW}{behind}.") == expected


def test_what_does_not_add_up_now_says_nothing_of_then():
    assert told("Tỷ lệ: mầm non 61%; tiểu học 78%; trung học 66% (năm 2025: 40%; 30%; 32%).") == []
