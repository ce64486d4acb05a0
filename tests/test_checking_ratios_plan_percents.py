"""Results against what was planned: right ones are silent in any order, wrong ones are found."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def told(text):
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["fraction-percent"])
    assert {finding.code for finding in findings} <= {"fraction-percent"}  # and the rule did not stop
    return findings


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Tạo việc làm cho 20.600 lao động, vượt {}% kế hoạch (20.000 lao động).", "3,0", "5,0"),
        ("Tạo việc làm cho 20.600 lao động, đạt {}% kế hoạch năm 2025 (20.000 lao động).", "103,0", "130,0"),
        (
            "Giải ngân 9.200 tỷ đồng, bằng {}% kế hoạch vốn được giao (10.000 tỷ đồng), tăng 5% so với cùng kỳ.",
            "92,0",
            "95,0",
        ),
        ("Thu 10.500 tỷ đồng, vượt {} tỷ đồng so với dự toán (10.000 tỷ đồng).", "500", "700"),
        ("Trồng 1,2 triệu cây, đạt {}% so với kế hoạch 1,0 triệu cây.", "120", "102"),
        ("Đào tạo 21.000 người (kế hoạch 20.000 người), vượt {}%.", "5", "15"),
        ("Đào tạo 21.000 người trên kế hoạch 20.000 người, đạt {}%.", "105", "115"),
        ("Trồng 630 ha rừng trên kế hoạch giao 600 ha, bằng {}%; giao khoán 90 ha.", "105", "115"),
        ("Kế hoạch giao 20.000 người, thực hiện 21.000 người, đạt {}%.", "105", "115"),
        ("Thu 10.500 tỷ đồng/dự toán 10.000 tỷ đồng, đạt {}%.", "105,0", "115,0"),
        (
            "Kế hoạch vốn giao Sở làm chủ đầu tư là 500 tỷ đồng, đến ngày 31/12/2025 giải ngân 460 tỷ đồng, đạt {}% kế hoạch.",
            "92,0",
            "29,0",
        ),
        ("Đào tạo cho 300/400 người ({}% kế hoạch năm).", "75,0", "78,0"),
        ("Đào tạo cho 300/400 lao động, đạt {}% kế hoạch.", "75", "78"),
        ("Làm 126 km đường, gồm 50 km đường xã, 76 km đường thôn; vượt {} km so với kế hoạch (120 km).", "6", "16"),
        ("Đào tạo cho 19.800/21.000 người, đạt {}% kế hoạch (cao đẳng 2.000 người).", "94,3", "49,3"),
        ("Dự toán thu 500 tỷ đồng; thu 9 tháng 460 tỷ đồng, đạt {}% dự toán.", "92", "82"),
        ("Kế hoạch trồng 500 ha rừng; đến ngày 30/9 trồng được 460 ha, đạt {}% kế hoạch.", "92", "82"),
        ("Dự toán giao 500 tỷ đồng; thực hiện 9 tháng đầu năm 460 tỷ đồng, bằng {}% dự toán giao.", "92", "82"),
        ("Kế hoạch vốn năm 2025 giao 500 tỷ đồng; giải ngân 460 tỷ đồng, bằng {}% kế hoạch.", "92", "82"),
    ],
)
def test_a_result_and_its_plan(text, right, wrong):
    assert told(text.format(right)) == ()
    assert len(told(text.format(wrong))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Thu 10.500 tỷ đồng, trong đó thu nội địa 9.000 tỷ đồng, bằng 105% dự toán (10.000 tỷ đồng).",
        "Thu 10.500 tỷ đồng, đạt khoảng 103% dự toán (10.000 tỷ đồng).",
        "Đào tạo 21.000 người (kế hoạch 20.000 người), tăng 15% so với cùng kỳ.",
        "Đào tạo 21.000 người (kế hoạch 20.000 người), đạt 115% so với năm trước.",
        "Kế hoạch giao 20.000 người; đạt 115% so với cùng kỳ (20.000 người).",
        "Trồng 120 ha; chăm sóc đạt 90% kế hoạch (500 ha).",
        "Vượt 105% kế hoạch (20.000 người), đạt 21.000 người.",
        "Trồng 120 ha, vượt 120% kế hoạch (100 ha).",
        "Kế hoạch trồng 500 ha rừng; trồng phân tán 40 ha, đạt 82% kế hoạch.",
        "Kế hoạch trồng 500 ha rừng; riêng rừng phòng hộ trồng 460 ha, đạt 82% kế hoạch.",
        "Kế hoạch trồng 500 ha rừng; đã trồng 460 ha, đạt 82% kế hoạch xã giao.",
        "Kế hoạch vốn 2.000 tỷ đồng, giải ngân đạt 60% kế hoạch (1.200 tỷ đồng).",
        "Thu 10.500 tỷ đồng, đạt 105% dự toán Trung ương (10.000 tỷ đồng), đạt 102% dự toán tỉnh (10.294 tỷ đồng).",
    ],
)
def test_other_comparisons_are_left_alone(text):
    assert told(text) == ()


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_rounded_percentage_is_silent(done, plan):
    """Law: the percentage that a result is of its plan, rounded, gives no finding."""
    percent = ct.format_number(round(Decimal(done) / Decimal(plan) * 100, 1))
    done_, plan_ = (ct.format_number(Decimal(one)) for one in (done, plan))
    assert told(f"Tạo việc làm cho {done_} lao động, đạt {percent}% kế hoạch ({plan_} lao động).") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Thu 10.500 tỷ đồng, bằng 105,1% dự toán (10.000 tỷ đồng).", ""),
        ("Thu 10.500 tỷ đồng, bằng 105,2% dự toán (10.000 tỷ đồng).", "105,0%, not 105,2%"),
        ("Thu 10.500 tỷ đồng, bằng 104,9% dự toán (10.000 tỷ đồng).", ""),
        ("Thu 10.500 tỷ đồng, bằng 104,8% dự toán (10.000 tỷ đồng).", "105,0%, not 104,8%"),
        ("Thu 10.500 tỷ đồng, bằng 106% dự toán (10.000 tỷ đồng).", ""),
        ("Thu 10.500 tỷ đồng, bằng 107% dự toán (10.000 tỷ đồng).", "105,0%, not 107%"),
        ("Thu 9.500 tỷ đồng, hụt 5% dự toán (10.000 tỷ đồng).", ""),
        ("Thu 9.500 tỷ đồng, giảm 5% so với dự toán (10.000 tỷ đồng).", ""),
        ("Thu 9.500 tỷ đồng, giảm 7% so với dự toán (10.000 tỷ đồng).", "5,0%, not 7%"),
        ("Thu 9.500 tỷ đồng, vượt 5% dự toán (10.000 tỷ đồng).", ""),
        ("Thu 9.500 tỷ đồng, giảm 500 tỷ đồng so với dự toán (10.000 tỷ đồng).", ""),
        ("Thu 9.500 tỷ đồng, giảm 502 tỷ đồng so với dự toán (10.000 tỷ đồng).", "500 tỷ đồng, not 502 tỷ đồng"),
        ("Thu 9.500 tỷ đồng, giảm 501 tỷ đồng so với dự toán (10.000 tỷ đồng).", ""),
        ("Thu 10.500 tỷ đồng, tăng 501 tỷ đồng so với dự toán (10.000 tỷ đồng).", ""),
        ("Thu 10.500 tỷ đồng, tăng 502 tỷ đồng so với dự toán (10.000 tỷ đồng).", "500 tỷ đồng, not 502 tỷ đồng"),
        ("Thu 20.000 tỷ đồng, vượt 100% dự toán (10.000 tỷ đồng).", ""),
        ("Thu 19.900 tỷ đồng, vượt 99% dự toán (10.000 tỷ đồng).", ""),
        ("Thu 10.000 tỷ đồng, vượt 100% dự toán (10.000 tỷ đồng).", ""),
        ("Thu 1 tỷ đồng, bằng 60% dự toán (2 tỷ đồng).", ""),
        ("Thu 1 tỷ đồng, bằng 101% dự toán (2 tỷ đồng).", ""),
        ("Thu 0 tỷ đồng, bằng 60% dự toán (2 tỷ đồng).", ""),
        ("Thu 10.500 tỷ đồng, bằng 107% dự toán (0 tỷ đồng).", ""),
        ("Thu 10.500 tỷ đồng, bằng 107 - 108% dự toán (10.000 tỷ đồng).", ""),
        ("Thu 10.500 tỷ đồng, bằng trên 101% dự toán (10.000 tỷ đồng).", ""),
        ("Thu 10.500 tỷ đồng, mới 107% dự toán (10.000 tỷ đồng).", ""),
        ("Thu 10.500 tỷ đồng. Chi đạt 107% dự toán (10.000 tỷ đồng).", ""),
        ("Thu 10.500 tỷ đồng; chi đạt 107% dự toán (10.000 tỷ đồng).", ""),
        ("Thu 10.500 xã, bằng 107% dự toán (10.000 tỷ đồng).", ""),
        ("Năm trước thu 10.500 tỷ đồng, đạt 107% dự toán (10.000 tỷ đồng).", "105,0%, not 107%"),
        ("Thu 10.500 tỷ đồng (thuế 6.000 tỷ đồng, phí 4.500 tỷ đồng), đạt 107% dự toán (10.000 tỷ đồng).", "105,0%, not 107%"),
        ("Thu 10.500 tỷ đồng (thuế 6.000 tỷ đồng, phí 4.500 tỷ đồng), đạt 105% dự toán (10.000 tỷ đồng).", ""),
        ("Thu 10.500 tỷ đồng (thuế 6.000 tỷ đồng, phí 4.500 tỷ đồng), đạt 60% dự toán (10.000 tỷ đồng).", "105,0%, not 60%"),
        ("(thuế 6.000 tỷ đồng, phí 4.500 tỷ đồng), đạt 70% dự toán (10.000 tỷ đồng).", "45,0%, not 70%"),
        ("Đào tạo cho 300/400 người (75,2% kế hoạch năm).", "75,0%, not 75,2%"),
        ("Đào tạo cho 300/400 người (75,1% kế hoạch năm).", "75,0%, not 75,1%"),
        ("Đào tạo cho 300/400 người (74,9% kế hoạch năm).", "75,0%, not 74,9%"),
        ("Đào tạo cho 300/400 người (82,4% kế hoạch năm).", "75,0%, not 82,4%"),
        ("Đào tạo cho 300/400 người (82,6% kế hoạch năm).", ""),
        ("Đào tạo cho 300/400 người (67,4% kế hoạch năm).", ""),
        ("Đào tạo cho 300/400 người (67,6% kế hoạch năm).", "75,0%, not 67,6%"),
        ("Đào tạo cho 300/0 người (67,6% kế hoạch năm).", ""),
        ("Mở 300/400 xã (78% kế hoạch năm).", ""),
        ("Vận động 300/400 lượt người (78% kế hoạch năm).", "75,0%, not 78%"),
        ("Vận động 300/400 hội viên (78% kế hoạch năm).", "75,0%, not 78%"),
        ("Đào tạo cho 300/400 học viên nữ (78% kế hoạch năm).", ""),
        ("Đào tạo cho 300/400 người (trên 78% kế hoạch năm).", ""),
        ("Đào tạo cho 300/400 người (78 kế hoạch năm).", ""),
        ("Kế hoạch cả năm 20.000 người; riêng quý I 21.000 người, đạt 115% kế hoạch cả năm.", "105,0%, not 115%"),
        ("Tuyển 20.000 người; riêng 6 tháng đầu năm được 9.000 người, đạt 45% kế hoạch năm.", ""),
        ("Tuyển 20.000 người; riêng 6 tháng đầu năm được 9.000 người, đạt 54% kế hoạch năm.", "45,0%, not 54%"),
        ("Tuyển 20.000 người; riêng 6 tháng đầu năm được 9.000 người, đạt 54% kế hoạch.", ""),
        ("Kế hoạch giao 20.000 người, thực hiện 21.000 người, vượt 5%.", ""),
        ("Kế hoạch giao 20.000 người, thực hiện 21.000 người, vượt 15%.", "5,0%, not 15%"),
        ("Kế hoạch giao 20.000 người, thực hiện 21.000 người, tăng 15%.", ""),
        ("Kế hoạch giao 20.000 người, thực hiện 21.000 xã, đạt 115%.", ""),
        ("Kế hoạch giao 20.000 người, thực hiện 21.000 người, đạt 110 - 115%.", ""),
        ("Kế hoạch giao 20.000 người, thực hiện 21.000 người, đạt trên 115%.", ""),
        ("Kế hoạch giao 20.000 người, kế hoạch bổ sung 21.000 người, đạt 115%.", ""),
        ("Giao 20.000 người, thực hiện 21.000 người, đạt 115%.", ""),
        ("Kế hoạch giao trên 20.000 người, thực hiện 21.000 người, đạt 115%.", ""),
        ("Đào tạo 21.000 người (kế hoạch 20.000 người), giảm 15%.", ""),
        ("Đào tạo 21.000 người (kế hoạch 20.000 người), đạt 115% kế hoạch.", "105,0%, not 115%"),
        ("Đào tạo 21.000 người (kế hoạch 20.000 người), có việc làm 85%.", ""),
        ("Kế hoạch giao 20.000 người, thực hiện 21.000 người, vượt 900 người.", ""),
        # a rate is no amount that is planned
        ("Tỷ lệ che phủ 50%, bằng 70% kế hoạch (60%).", ""),
        # what was planned by another is no result, nor is a change; the nearest amount is
        ("Thu 430 tỷ đồng, bằng 106% dự toán tỉnh giao (405 tỷ đồng) và 120% dự toán thành phố giao (425 tỷ đồng).", "101,2%, not 120%"),
        ("Thu 430 tỷ đồng, bằng 106,2% dự toán tỉnh giao (405 tỷ đồng) và 95,3% dự toán thành phố giao (425 tỷ đồng).", "101,2%, not 95,3%"),
        ("Thu 10.500 tỷ đồng, tăng 800 tỷ đồng, bằng 107% dự toán (10.000 tỷ đồng).", ""),
        ("Thu tăng 800 tỷ đồng, đạt 10.500 tỷ đồng, bằng 107% dự toán (10.000 tỷ đồng).", "105,0%, not 107%"),
        # what is left alone ends nothing
        ("Mở 300/400 xã (78% kế hoạch năm). Đào tạo cho 300/400 người (82,4% kế hoạch năm).", "75,0%, not 82,4%"),
        ("Đào tạo cho 300/400 người (trên 78% kế hoạch năm). Đào tạo cho 300/400 người (82,4% kế hoạch năm).", "75,0%, not 82,4%"),
        ("Đào tạo cho 300/400 người, trong đó nữ 78% kế hoạch năm. Đào tạo cho 300/400 người (82,4% kế hoạch năm).", "75,0%, not 82,4%"),
        ("Thu 10.500 tỷ đồng, đạt khoảng 103% dự toán (10.000 tỷ đồng). Chi 10.500 tỷ đồng, bằng 107% dự toán (10.000 tỷ đồng).", "105,0%, not 107%"),
        ("Thu 10.500 tỷ đồng, mới 103% dự toán (10.000 tỷ đồng). Chi 10.500 tỷ đồng, bằng 107% dự toán (10.000 tỷ đồng).", "105,0%, not 107%"),
        ("Kế hoạch giao 20.000 người, thực hiện 21.000 xã, đạt 115%. Kế hoạch giao 20.000 người, thực hiện 21.000 người, đạt 115%.", "105,0%, not 115%"),
    ],
)  # fmt: skip
def test_where_a_result_is_not_what_its_plan_makes_of_it(text, told):
    """Percentages and gaps are rounded or cut off; 'vượt 100%' may be all or what is more; what is told is told of one result and its plan."""
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["fraction-percent"])
    assert "; ".join(re.split(", but |' is ", finding.message)[-1] for finding in findings) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Thu 1,00 tỷ đồng, bằng 68% dự toán (2 tỷ đồng).", ""),
        ("Thu 1,00 tỷ đồng, bằng 69% dự toán (2 tỷ đồng).", "50,0%, not 69%"),
        ("Thu 1,00 tỷ đồng, bằng 39% dự toán (2 tỷ đồng).", ""),
        ("Thu 2 tỷ đồng, bằng 63% dự toán (4,00 tỷ đồng).", ""),
        ("Thu 2 tỷ đồng, bằng 64% dự toán (4,00 tỷ đồng).", "50,0%, not 64%"),
        ("Thu 2 tỷ đồng, bằng 37% dự toán (4,00 tỷ đồng).", ""),
        ("Thu 9.000 tỷ đồng, giảm 10,0% so với dự toán (10.000 tỷ đồng).", ""),
        ("Thu 9.000 tỷ đồng, giảm 11,5% so với dự toán (10.000 tỷ đồng).", "10,0%, not 11,5%"),
        ("Thu 9.000 tỷ đồng, giảm 12% so với dự toán (10.000 tỷ đồng).", "10,0%, not 12%"),
        ("Vốn 200 tỷ đồng, đến hết quý I đạt 20% (50 tỷ đồng).", "25,0%, not 20%"),
        ("Thu 9.499,5 tỷ đồng, giảm 500 tỷ đồng so với dự toán (10.000,0 tỷ đồng).", ""),
        ("Thu 9.499,3 tỷ đồng, giảm 500 tỷ đồng so với dự toán (10.000,0 tỷ đồng).", "500,7 tỷ đồng, not 500 tỷ đồng"),
    ],
)  # fmt: skip
def test_what_coarse_digits_leave_open(text, told):
    """Both amounts may be rounded after their last digits, whichever of them is coarse."""
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["fraction-percent"])
    assert "; ".join(re.split(", but |' is ", finding.message)[-1] for finding in findings) == told
