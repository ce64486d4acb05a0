"""Amounts that are one amount over another, in one line and in several.

Covers `ratios.quotient` too.
"""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.ratios.quotients import per_people


def said(*lines):
    """Return the equation and the verdict of what is one amount over another."""
    items = tuple(item for line in lines for item in ct.parse_indicators(f"1) {line};"))
    found = ct.run_checks(ct.Plan(indicators=items, period=ct.Period(2026)), rules=[]).identities
    return [(one.equation, one.holds) for one in found if one.kind.value == "product"]


PEOPLE = "Dân số trung bình 1.200 nghìn người"
SIZE = "GRDP theo giá hiện hành đạt 90.000 tỷ đồng"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # the amounts of one line belong together, whatever stands in others
        (
            ["GRDP năm 2026 khoảng 90.000 tỷ đồng; dân số khoảng 1.200.000 người (tăng 0,9%); GRDP bình quân đầu người khoảng 85 triệu đồng/người"],
            [("90.000 : 1.200.000 = 85", False)],
        ),
        (
            [SIZE, "Đến năm 2030 GRDP 180.000 tỷ đồng, dân số 1.500 nghìn người, GRDP bình quân đầu người 120 triệu đồng"],
            [("180.000 : 1.500 = 120", True)],
        ),
        # constant prices and other years do not count
        ([f"{SIZE}; GRDP theo giá so sánh 2010 đạt 50.000 tỷ đồng", PEOPLE, "GRDP bình quân đầu người 75 triệu đồng"], [("90.000 : 1.200 = 75", True)]),
        (["GRDP đạt 90.000 tỷ đồng (giá so sánh 2010)", PEOPLE, "GRDP bình quân đầu người 95 triệu đồng"], []),
        (["GRDP năm 2030 đạt 90.000 tỷ đồng", PEOPLE, "GRDP bình quân đầu người 95 triệu đồng"], []),
        # two that differ: it is not known which is meant
        ([SIZE, "Dân số 1.200 nghìn người", "Dân số 1.300 nghìn người", "GRDP bình quân đầu người 95 triệu đồng"], []),
        # by the year or the month, a range, a bound
        ([SIZE, PEOPLE, "GRDP bình quân đầu người 75 triệu đồng/người/năm"], [("90.000 : 1.200 = 75", True)]),
        ([SIZE, PEOPLE, "GRDP bình quân đầu người 74 - 76 triệu đồng"], [("90.000 : 1.200 = 74", True)]),
        ([SIZE, PEOPLE, "GRDP bình quân đầu người 76 - 78 triệu đồng"], [("90.000 : 1.200 = 76", False)]),
        ([SIZE, PEOPLE, "GRDP bình quân đầu người trên 70 triệu đồng"], [("90.000 : 1.200 = 70", True)]),
        ([SIZE, PEOPLE, "GRDP bình quân đầu người trên 80 triệu đồng"], [("90.000 : 1.200 = 80", False)]),
        ([SIZE, PEOPLE, "GRDP bình quân đầu người khoảng 76,4 triệu đồng"], [("90.000 : 1.200 = 76,4", True)]),
        ([SIZE, PEOPLE, "GRDP bình quân đầu người 76,4 triệu đồng"], [("90.000 : 1.200 = 76,4", False)]),
        (["GRDP trên 90.000 tỷ đồng", PEOPLE, "GRDP bình quân đầu người 78 triệu đồng"], [("90.000 : 1.200 = 78", True)]),
        ([SIZE, PEOPLE, "GRDP bình quân đầu người 3.000 USD"], []),
        # investment against GRDP
        ([SIZE, "Tổng vốn đầu tư toàn xã hội 27.000 tỷ đồng, bằng 30% GRDP"], [("27.000 : 90.000 = 30", True)]),
        ([SIZE, "Tổng vốn đầu tư toàn xã hội 27.000 tỷ đồng, bằng 35,5% GRDP"], [("27.000 : 90.000 = 35,5", False)]),
        (["Tổng vốn đầu tư toàn xã hội 27.000 tỷ đồng, bằng 35,5% GRDP"], []),
    ],
)  # fmt: skip
def test_what_the_catalogue_says_is_one_over_another(lines, expected):
    assert said(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Có 1.440 bác sĩ, với dân số 1.200.000 người đạt 13,0 bác sĩ/vạn dân"], [("1.440 : 1.200.000 = 13,0", False)]),
        ([PEOPLE, "Có 1.440 bác sĩ, đạt 12 bác sĩ/vạn dân"], [("1.440 : 1.200 = 12", True)]),
        ([PEOPLE, "Đạt 32,0 giường bệnh/10.000 dân, tương ứng 3.600 giường bệnh"], [("3.600 : 1.200 = 32,0", False)]),
        ([PEOPLE, "Có 9.600 doanh nghiệp đang hoạt động, đạt 9 doanh nghiệp/1.000 dân"], [("9.600 : 1.200 = 9", False)]),
        ([PEOPLE, "Có 960 hợp tác xã, đạt 8,0 hợp tác xã/vạn dân"], [("960 : 1.200 = 8,0", True)]),
        # each in a line of its own
        ([PEOPLE, "Tổng số bác sĩ toàn tỉnh là 1.440 người", "Số bác sĩ/vạn dân đạt 13 bác sĩ"], [("1.440 : 1.200 = 13", False)]),
        ([PEOPLE, "Tổng số giường bệnh 3.600 giường", "Số giường bệnh/vạn dân đạt 30 giường"], [("3.600 : 1.200 = 30", True)]),
        # a comma at the wrong place
        ([PEOPLE, "Có 1.440 bác sĩ, đạt 1,2 bác sĩ/vạn dân"], [("1.440 : 1.200 = 1,2", False)]),
        # not the count that the rate is of
        ([PEOPLE, "Đạt 13 bác sĩ/vạn dân, tuyển thêm 1.000 bác sĩ"], []),
        ([PEOPLE, "Có 500 bác sĩ chuyên khoa, đạt 13 bác sĩ/vạn dân"], []),
        ([PEOPLE, "Có 300 bác sĩ", "Đạt 13 bác sĩ/vạn dân"], []),
        ([PEOPLE, "Có 300 bác sĩ, đạt 13 bác sĩ/vạn dân"], [("300 : 1.200 = 13", False)]),
        ([PEOPLE, "Có 1.440 điều dưỡng, đạt 13 bác sĩ/vạn dân"], []),
        ([PEOPLE, "Năm 2025 có 1.440 bác sĩ", "Đạt 13 bác sĩ/vạn dân"], []),
        # people or count are not named
        (["Có 1.440 bác sĩ, đạt 13 bác sĩ/vạn dân"], []),
        ([PEOPLE, "Đạt 13 bác sĩ/vạn dân"], []),
        (["Dân số 0 người", "Có 1.440 bác sĩ, đạt 13 bác sĩ/vạn dân"], []),
    ],
)  # fmt: skip
def test_so_many_for_so_many_people(lines, expected):
    assert said(*lines) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Diện tích lúa 180.000 ha, năng suất 60,1 tạ/ha, sản lượng 1.081.800 tấn", [("1.081.800 : 180.000 = 60,1", True)]),
        ("Diện tích lúa 180.000 ha; năng suất 70,1 tạ/ha; sản lượng 1,08 triệu tấn", [("1,08 : 180.000 = 70,1", False)]),
        ("Diện tích lúa 13.240 ha, năng suất 64,5 tạ/ha, sản lượng 85.938 tấn", [("85.938 : 13.240 = 64,5", False)]),  # 85.398, two digits changed places
        ("Diện tích lúa 13.240 ha, năng suất 64,5 tạ/ha, sản lượng 85.900 tấn", [("85.900 : 13.240 = 64,5", True)]),  # land not cut
        ("Diện tích ngô 4.500 ha, năng suất 6,2 tấn/ha, sản lượng 27.500 tấn", [("27.500 : 4.500 = 6,2", True)]),
        # of trees only some of the land bears; several areas: it is not known of which the yield is
        ("Diện tích cà phê 200.000 ha, năng suất 28 tạ/ha, sản lượng 500.000 tấn", []),
        ("Diện tích lúa 180.000 ha, trong đó lúa thơm 100.000 ha; năng suất 70,1 tạ/ha; sản lượng 1,08 triệu tấn", []),
        ("Diện tích lúa 0 ha, năng suất 60 tạ/ha, sản lượng 500 tấn", []),
        # no output, or two of them: it is not known of which the yield is
        ("Diện tích lúa 180.000 ha, năng suất 70,1 tạ/ha", []),
        ("Diện tích lúa 180.000 ha, năng suất 70,1 tạ/ha, sản lượng 1,08 triệu tấn, bán 0,9 triệu tấn", []),
        ("Diện tích lúa 0,5 ha, năng suất 70,1 tạ/ha, sản lượng 3 tấn", [("3 : 0,5 = 70,1", False)]),
    ],
)  # fmt: skip
def test_the_yield_of_a_crop(line, expected):
    assert said(line) == expected


def verdicts(*lines):
    return [holds for _, holds in said(*lines)]


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        # a hundredth is rounding, and half of the last digit
        ("12", [True]),
        ("12,1", [True]),
        ("12,121", [True]),
        ("12,122", [False]),
        ("11,882", [True]),
        ("11,88", [False]),
        ("khoảng 12,244", [True]),
        ("khoảng 12,246", [False]),
        # in its own line the count is meant however far off it is
        ("24", [False]),
        ("24,1", [False]),
        ("6", [False]),
        ("5,9", [False]),
        ("0,0012", [False]),
        ("0,012", [False]),
        ("0,12", [False]),
        ("1,2", [False]),
        ("120", [False]),
        ("1.200", [False]),
        ("12.000", [False]),
        ("120.000", [False]),
        ("0", []),
        ("11 - 13", []),
    ],
)
def test_how_far_a_rate_may_lie_from_what_comes_out(rate, expected):
    assert verdicts(PEOPLE, f"Có 1.440 bác sĩ, đạt {rate} bác sĩ/vạn dân") == expected


@pytest.mark.parametrize(
    ("rate", "expected"), [("24", [False]), ("24,1", []), ("5,9", []), ("120", [False]), ("120.000", [])]
)
def test_a_count_of_another_line_is_meant_where_it_is_near_or_its_comma_slipped(rate, expected):
    assert verdicts(PEOPLE, "Có 1.440 bác sĩ", f"Đạt {rate} bác sĩ/vạn dân") == expected


@pytest.mark.parametrize(
    ("size", "rate", "holds"),
    [
        ("trên 90.000", "78,94", True),
        ("trên 90.000", "78,96", False),
        ("90.000", "trên 75,75", True),
        ("90.000", "trên 75,76", False),
        ("90.000", "dưới 74,26", True),
        ("90.000", "dưới 74,25", False),
        ("90.000", "tối thiểu 60", True),
        ("90.000", "tối đa 90", True),
        ("90.000", "tối thiểu 80", False),
        ("90.000", "tối đa 70", False),
        ("khoảng 90.000", "76,53", True),
        ("khoảng 90.000", "76,54", False),
    ],
)
def test_bounds_and_estimates_leave_more_room(size, rate, holds):
    assert verdicts(f"GRDP {size} tỷ đồng", PEOPLE, f"GRDP bình quân đầu người {rate} triệu đồng") == [holds]


@pytest.mark.parametrize(("rate", "holds"), [("61,94", True), ("61,98", False), ("59,51", True), ("59,49", False)])
def test_of_the_land_a_little_is_not_cut(rate, holds):
    assert verdicts(f"Diện tích lúa 180.000 ha, năng suất {rate} tạ/ha, sản lượng 1.081.800 tấn") == [holds]


@pytest.mark.parametrize(
    ("name", "unit", "total", "expected"),
    [
        ("Số bác sĩ trên 1 vạn dân", "bác sĩ", None, ("bác sĩ", 10_000)),
        ("Số bác sĩ bình quân 1.000 người dân", "bác sĩ", None, ("bác sĩ", 1000)),
        ("Số bác sĩ cho mỗi nghìn dân", "bác sĩ", None, ("bác sĩ", 1000)),
        ("Số bác sĩ tính trên một ngàn người", "bác sĩ", None, ("bác sĩ", 1000)),
        ("Số bác sĩ", "bác sĩ/vạn dân", None, ("bác sĩ", 10_000)),
        ("Số ca mắc", "ca/100.000 dân", None, ("ca", 100_000)),
        ("Số bác sĩ trên 2 dân", "bác sĩ", None, ("bác sĩ", 2)),
        ("Số bác sĩ trên 0 dân", "bác sĩ", None, None),
        ("Số bác sĩ trên 1 dân", "bác sĩ", None, None),
        ("Số bác sĩ trên 1 vạn dân", "%", None, None),
        ("Số bác sĩ trên 1 vạn dân", "bác sĩ", 15, None),
        ("Số bác sĩ", "bác sĩ", None, None),
        ("Số bác sĩ trên 1 vạn dân", "bác sĩ/xã", None, None),
        ("Số bác sĩ trên 1 vạn dân sống ở phố", "bác sĩ", None, None),
    ],
)  # fmt: skip
def test_so_many_for_how_many_people(name, unit, total, expected):
    target = ct.Target(ct.Quantity(12, unit), total=None if total is None else ct.Quantity(total, unit))
    assert per_people(Claim(name, None, target)) == expected


@pytest.mark.parametrize(
    ("people", "holds"),
    [
        ("1.200.000 dân", [True]),
        ("1.200 nghìn dân", [True]),
        ("1,2 triệu dân", [True]),
        ("1.200.000 nhân khẩu", [True]),
        ("1.200.000 hộ", []),
    ],
)
def test_people_are_counted_by_several_nouns(people, holds):
    assert verdicts(SIZE, f"Dân số {people}", "GRDP bình quân đầu người 75 triệu đồng") == holds


@pytest.mark.parametrize(("times", "expected"), [(20, [True]), (21, [])])
def test_an_indicator_in_many_lines_is_left_alone(times, expected):
    lines = [PEOPLE] * times
    assert verdicts(SIZE, *lines, "GRDP bình quân đầu người 75 triệu đồng") == expected
    counts = ["Có 1.440 bác sĩ"] * times
    assert verdicts(PEOPLE, *counts, "Đạt 12 bác sĩ/vạn dân") == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        ("Hiện có 1.440 bác sĩ", [True]),
        ("Tổng số bác sĩ đạt 1.440 người", [True]),
        ("Số y tá, bác sĩ là 1.440 người", []),
        ("Có 1.440 bác sĩ của tư nhân", []),
        ("Tuyển 1.440 bác sĩ", []),
        ("Có 1.400 - 1.440 bác sĩ", []),
        ("Có 1.440/2.000 bác sĩ", []),
        ("Có 1.440 bác sĩ/xã", []),
    ],
)
@pytest.mark.parametrize("apart", [False, True])
def test_the_count_of_all_there_are(count, expected, apart):
    rate = "đạt 12 bác sĩ/vạn dân"
    assert verdicts(PEOPLE, *([count, rate.capitalize()] if apart else [f"{count}, {rate}"])) == expected


@pytest.mark.parametrize(
    ("lines", "equations"),
    [
        (["Có 2.000 bác sĩ, có 1.440 bác sĩ, đạt 12 bác sĩ/vạn dân"], ["1.440 : 1.200 = 12"]),
        (["Đạt 12 bác sĩ/vạn dân, có 1.440 bác sĩ, có 2.000 bác sĩ"], ["1.440 : 1.200 = 12"]),
        (["Có 1.440 bác sĩ, đạt 12 bác sĩ/vạn dân, có 2.000 bác sĩ"], ["1.440 : 1.200 = 12"]),
        (["Có 2.000 bác sĩ", "Có 1.440 bác sĩ, đạt 12 bác sĩ/vạn dân"], ["1.440 : 1.200 = 12"]),
        (["Có 2.000 bác sĩ", "Có 1.440 bác sĩ", "Đạt 12 bác sĩ/vạn dân"], []),
        (["Có 1.440 bác sĩ", "Có 1.440 bác sĩ", "Đạt 12 bác sĩ/vạn dân"], ["1.440 : 1.200 = 12"]),
        (["Có 1.440 bác sĩ, đạt 12 bác sĩ/vạn dân", "Đạt 13 bác sĩ/vạn dân"], ["1.440 : 1.200 = 12", "1.440 : 1.200 = 13"]),
    ],
)  # fmt: skip
def test_which_count_a_rate_is_of(lines, equations):
    assert [equation for equation, _ in said(PEOPLE, *lines)] == equations


@given(
    doctors=st.integers(200, 9000),
    people=st.integers(300, 9000),
    wrong=st.sampled_from([Decimal("0.8"), Decimal("0.9"), Decimal("1.1"), Decimal("1.3")]),
)
def test_a_rate_that_is_worked_out_holds_and_another_does_not(doctors, people, wrong):
    """For any count and population the rate rounded to a tenth holds; a tenth of it more or less does not."""
    rate = Decimal(doctors) * 10 / people
    people_line = f"Dân số trung bình {ct.format_number(people)} nghìn người"

    def shown_verdicts(value):
        shown = ct.format_number(value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))
        return [
            holds
            for _, holds in said(people_line, f"Có {ct.format_number(doctors)} bác sĩ, đạt {shown} bác sĩ/vạn dân")
        ]

    if rate >= 2:
        assert shown_verdicts(rate) == [True]
        assert shown_verdicts(rate * wrong) == [False]
