"""Amounts that agree with another one of their sentence than the nearest, or are of another time: none of them is a fault."""

import pytest

import chitieu as ct

HEAD = "UBND TỈNH CÀ MAU\nSố: 9/BC-UBND\nCà Mau, ngày 18 tháng 6 năm 2026\nBÁO CÁO\n{}\n"


def codes(text, title="Kinh tế năm 2026"):
    plan = ct.parse_plan(f"{HEAD.format(title)}I. CHỈ TIÊU\n1. Trồng 12 ha sâm.\n2. {text}\n")
    return [one.code for one in ct.check(plan)]


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        # the parts of an amount stand in the bracket behind it
        (
            "Thu chợ 900 tỷ đồng (quý I: 500 tỷ đồng; quý II: 400 tỷ đồng), bằng 60% dự toán tỉnh giao (1.500 tỷ đồng).",
            "Thu chợ 900 tỷ đồng (quý I: 500 tỷ đồng; quý II: 400 tỷ đồng), bằng 70% dự toán tỉnh giao (1.500 tỷ đồng).",
            "fraction-percent",
        ),
        # two counts and two shares, in turn
        (
            "Có 120 hộ nghèo và 210 hộ cận nghèo trên 9.800 hộ, tỷ lệ 1,22% và 2,14%.",
            "Có 120 hộ nghèo và 210 hộ cận nghèo trên 9.800 hộ, tỷ lệ 1,12% và 2,14%.",
            "fraction-percent",
        ),
        # a change of all, told behind some of them
        (
            "Trộm cắp 612 vụ, làm rõ 541 vụ; so với 655 vụ cùng kỳ giảm 43 vụ.",
            "Trộm cắp 612 vụ, làm rõ 541 vụ; so với 655 vụ cùng kỳ giảm 53 vụ.",
            "level-change",
        ),
        # the rest of a list of money, whatever its first word
        (
            "Kinh phí 900 tỷ đồng, gồm ngân sách tỉnh 500 tỷ đồng; ngân sách xã 300 tỷ đồng; huy động khác 100 tỷ đồng.",
            "Kinh phí 900 tỷ đồng, gồm ngân sách tỉnh 500 tỷ đồng; ngân sách xã 300 tỷ đồng; huy động khác 150 tỷ đồng.",
            "parts-sum",
        ),
        # of so many of so many
        (
            "Thêm 05 và 08 xã có chợ, lũy kế 30/61 xã, trong đó 09 xã có chợ đêm.",
            "Thêm 05 và 08 xã có chợ, trong đó 09 xã có chợ đêm.",
            "part-over-whole",
        ),
    ],
)
def test_the_amount_that_is_meant(right, wrong, code):
    assert codes(right) == []
    assert code in codes(wrong)


def test_the_last_number_of_a_bracket_may_have_the_unit_of_all():
    line = (
        "Thu chợ 5 năm 46 tỷ đồng (năm 2021: {}; năm 2022: 7,5; năm 2023: 9,2; năm 2024: 10,1; năm 2025: 11,2 tỷ đồng)."
    )
    assert codes(line.format("8,0")) == []


@pytest.mark.parametrize(
    ("title", "found"),
    [("Kinh tế năm 2026", ["duplicate-target"]), ("Kinh tế 6 tháng đầu năm 2026 và nhiệm vụ 6 tháng cuối năm", [])],
)
def test_a_report_on_a_part_of_the_year_tells_of_the_year_too(title, found):
    """What is still to be done and what the year is to bring are two amounts of one indicator."""
    text = "Tỷ lệ che phủ rừng đạt 45%.\n3. Tỷ lệ che phủ rừng đạt 46%."
    assert codes(text, title) == found
