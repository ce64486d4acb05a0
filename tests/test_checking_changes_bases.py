"""Amounts beside a result that it is only compared with: they are no results themselves, and hide no mistake in it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

RULES = ["level-change", "fraction-percent", "parts-sum", "per-head", "parts-exceed", "part-over-whole", "shares-sum"]


def told(text):
    return [str(one) for one in ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=RULES)]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "Thu chợ 630 triệu đồng, bằng 105% dự toán xã giao (600 triệu đồng), tăng {}% so cùng kỳ (500 triệu đồng).",
            "26,0",
            "62,0",
        ),
        (
            (
                "Thu chợ 630 triệu đồng, bằng 105% dự toán xã giao (600 triệu đồng) và 90% dự toán tỉnh giao (700 triệu đồng), "
                "tăng {}% so cùng kỳ (500 triệu đồng)."
            ),
            "26,0",
            "62,0",
        ),
        (
            "Thu phí 52 triệu đồng, bằng 80% thu phí của cả cụm (65 triệu đồng), tăng {}% so với năm 2024 (40 triệu đồng).",
            "30,0",
            "13,0",
        ),
        (
            "Bán 450 tấn muối (muối thô 300 tấn, muối tinh 150 tấn), tăng 50% so với cùng kỳ (300 tấn), bằng {}% kế hoạch (900 tấn).",
            "50",
            "80",
        ),
        (
            "Có 33/60 bến đạt chuẩn, tăng {} bến so với năm 2024 (30 bến), vượt 1 bến so với kế hoạch (32 bến).",
            "3",
            "13",
        ),
        (
            "Lương bình quân 72 triệu đồng/năm (6 triệu đồng/tháng), tăng {}% so với năm 2024 (60 triệu đồng/năm).",
            "20,0",
            "40,0",
        ),
        (
            "Thu chợ 630 triệu đồng, tăng {}% so với năm 2024 (500 triệu đồng); năm 2026 phấn đấu 693 triệu đồng, tăng 10%.",
            "26,0",
            "62,0",
        ),
        ("Nhận 1.500 đơn, đã giải quyết 1.200 đơn ({}%).", "80,0", "60,0"),
        ("Đầu năm có 60 tổ, thành lập mới 9 tổ (đạt 90% kế hoạch), giải thể 4 tổ, đến nay có {} tổ.", "65", "95"),
        ("Thu cước 22 triệu đồng, giảm {}% so với năm 2024 (25 triệu đồng).", "12,0", "21,0"),
        (
            "Khám 3.600 lượt, bằng 120% kế hoạch (3.000 lượt), bình quân {} lượt/người, số dân 1.800 người.",
            "2,0",
            "3,0",
        ),
    ],
)
def test_a_mistake_is_told_and_what_it_is_compared_with_is_left_alone(text, right, wrong):
    assert told(text.format(right)) == []
    assert told(text.format(wrong)) != []


@given(st.integers(200, 900), st.integers(200, 900), st.integers(200, 900))
def test_two_bases_of_one_result_are_no_results(done, first, second):
    """Law: percentages of a result that is not told do not accuse the bases beside them."""
    shares = [f"{(Decimal(100) * done / base).quantize(Decimal('0.1'))}".replace(".", ",") for base in (first, second)]
    text = f"Thu phí bằng {shares[0]}% dự toán tỉnh giao ({first} tỷ đồng) và {shares[1]}% dự toán xã giao ({second} tỷ đồng)."
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Muối 5.000 tấn, gồm muối thô 2.000 tấn, muối tinh 3.000 tấn. Sáu tháng đầu năm 2.400 tấn, sáu tháng cuối năm 2.600 tấn.",
        (
            "Đến 31/3 chi 20 tỷ đồng, bằng 10% kế hoạch (200 tỷ đồng); đến 30/6 chi 80 tỷ đồng, bằng 40%; đến 30/9 chi 150 tỷ đồng, "
            "bằng 60% kế hoạch sau bổ sung; cả năm 240 tỷ đồng, bằng 96%."
        ),
        "Cây quế 800 ha, năng suất bình quân 5,0 tấn/ha (đồi thấp 6,5 tấn/ha), sản lượng 4.000 tấn.",
        "Trồng rừng 300 ha, khai thác gỗ 9.000 tấn, năng suất bình quân 20 tấn/ha.",
        "Xét 570/600 đơn, đạt 95,0%; đúng hạn 564 đơn (98,9%), quá hạn 6 đơn (1,1%); còn 30 đơn đang xét (5,0%).",
        "Mở mới 33 quán với vốn 66 tỷ đồng, tăng 10,0% về số quán và 32,0% về vốn so với cùng kỳ (30 quán, 50 tỷ đồng).",
        "Có 62 tổ, tăng 12 tổ so với đầu năm (50 tổ); trong năm thành lập mới 20 tổ, giải thể 8 tổ.",
    ],
)
def test_right_reports_are_silent(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "line",
    [
        (
            "Số thu 500 tỷ đồng, gồm: thu phí 400 tỷ đồng, bằng 80,0% dự toán (500 tỷ đồng), tăng 25,0% so với cùng kỳ (320 tỷ đồng); "
            "thu khác 100 tỷ đồng, bằng 50,0% dự toán (200 tỷ đồng)."
        ),
        "Cơ cấu kinh tế: khu vực I 22% (giảm 1 điểm phần trăm so với năm 2025: 23%), khu vực II 38%, khu vực III 35%, thuế sản phẩm 5%.",
        "Tổng vốn từ 80 tỷ đồng trở lên, gồm vốn nhà nước 20.000 triệu đồng (20 tỷ đồng), vốn tư nhân 60.000 triệu đồng (60 tỷ đồng).",
        (
            "Vốn 5 năm 400 tỷ đồng: vốn nhà nước 100 tỷ đồng (25%), vốn tư nhân 260 tỷ đồng (65%), vốn khác 40 tỷ đồng (10%); "
            "riêng năm 2026 là 90 tỷ đồng."
        ),
        "Xuất khẩu 400 triệu USD, tăng 25,0% so cùng kỳ (320 triệu USD); riêng tháng 3 xuất 150 triệu USD, hai tháng đầu năm 250 triệu USD.",
    ],
)
def test_lines_that_compare_their_parts_are_silent(line):
    text = f"KẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2026\n\nI. CHỈ TIÊU\n1. {line}\n"
    assert [str(one) for one in ct.check(ct.parse_plan(text), rules=RULES)] == []
