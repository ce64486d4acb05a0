"""Tests of `chitieu.checking.changes.accounts`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["level-change"])]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Số trạm bơm: năm 2024 là 45 trạm; năm 2025 là 52 trạm; tăng {} trạm.", 7, 9),
        ("Năm 2025 sản lượng muối đạt 66.000 tấn, năm 2024 đạt 60.000 tấn, tốc độ tăng {}%.", "10,0", "15,0"),
        ("Đàn dê cuối năm 21.000 con, đầu năm 20.000 con, tăng {}%.", "5,0", "8,0"),
        ("Tổng vốn 154 tỷ đồng, nhiều hơn năm 2025 {} tỷ đồng (năm 2025: 140 tỷ đồng).", 14, 24),
        ("Tỷ lệ A đạt 92%, thấp hơn kế hoạch {} điểm % (kế hoạch 95%).", "3,0", "5,0"),
        ("Đầu năm có 120 tổ, thành lập mới 14 tổ, giải thể 4 tổ, cuối năm có {} tổ.", 130, 140),
        ("Đầu kỳ tồn 15 đơn, tiếp nhận 120 đơn, giải quyết 125 đơn, cuối kỳ còn {} đơn.", 10, 20),
        ("Nợ đầu năm 90 tỷ đồng, thu hồi 40 tỷ đồng, nợ cuối năm (không phát sinh mới) còn {} tỷ đồng.", 50, 30),
        ("Tỷ lệ hộ nghèo giảm bình quân {}%/năm, từ 3,0% năm 2025 xuống còn 1,5% năm 2030.", "0,3", "0,5"),
        ("Số lao động 66.000 người, tăng 6.000 người (tăng {}%) so với năm 2025.", "10,0", "15,0"),
        ("Giảm tối thiểu 10% số vụ va chạm, từ 200 vụ năm 2025 xuống không quá {} vụ.", 180, 190),
        ("Chỉ số B tăng 4 bậc, từ vị trí thứ 20 lên thứ {}.", 16, 12),
        ("Phủ sóng tại 60/90 xã; thêm {} đơn vị so với năm 2025 (50 đơn vị).", 10, 20),
        ("Rút ngắn thời gian từ 20 ngày xuống 14 ngày làm việc, tức giảm {}%.", 30, 40),
        ("Đàn ong còn 900 tổ, giảm 10%, tương đương {} tổ so với cùng kỳ năm trước (1.000 tổ).", 100, 120),
        ("Có thêm 5 xã đạt chuẩn kiểu mẫu, nâng tổng số lên {} xã (cuối năm 2025: 20 xã).", 25, 52),
        ("Tỷ lệ C 2,3%, giảm 0,1 điểm % so với quý trước và {} điểm % so với cùng kỳ (2,6%).", "0,3", "0,6"),
        ("Số bác sĩ/vạn dân: 11,5 (năm 2025: 10,5; tăng {}).", "1,0", "0,5"),
    ],
)  # fmt: skip
def test_parts_may_stand_in_any_order(text, right, wrong):
    assert codes(text.format(right)) == []
    assert set(codes(text.format(wrong))) == {"level-change"}


@pytest.mark.parametrize(
    "text",
    [
        "Đầu năm có 120 tổ, thành lập mới 14 tổ, cuối năm có 131 tổ.",  # some may have closed
        "Dư nợ đầu năm 100 tỷ đồng, giải ngân 40 tỷ đồng, thu hồi 30 tỷ đồng, dư nợ cuối năm 110 tỷ đồng.",
        "6 tháng đầu năm 48 vụ, giảm 5 vụ so với cùng kỳ năm trước (53 vụ); 6 tháng cuối năm 40 vụ.",
        "Thu 45 tỷ đồng (dự toán trung ương giao 42 tỷ đồng, tăng 7,1%; ước thực hiện năm 2025 41 tỷ đồng, tăng 9,8%).",
        "Xuất khẩu 330 tỷ đồng, tăng 10% so với năm 2025; nhập khẩu năm 2025 là 200 tỷ đồng.",
        "Tỷ lệ D 94,5%, cao hơn bình quân cả nước 1,5 điểm phần trăm và tăng 0,5 điểm phần trăm so với năm 2024 (94,0%).",
        "Năm 2024, thu hút 2,0 triệu lượt khách; năm 2025 thu hút 2,4 triệu lượt khách, tăng 20%.",
        "144/148 trạm y tế đạt chuẩn, bằng 97,3%, tăng 03 trạm so với năm 2024 (141 trạm).",
        "GRDP theo giá hiện hành đạt 150 tỷ đồng, năm 2024: 135 tỷ đồng; tăng 7,5%.",
        "Năm 2024 đạt 20%, năm 2025 đạt 25%, năm 2026 đạt 30%; mỗi năm tăng 5 điểm phần trăm.",
    ],
)
def test_amounts_of_other_matters_are_left_alone(text):
    assert codes(text) == []


_TELL = {
    "first": "năm 2024 là {before} chợ",
    "last": "năm 2025 là {now} chợ",
    "change": "tăng {change} chợ",
}


@given(st.permutations(sorted(_TELL)), st.integers(10, 500), st.integers(1, 90), st.integers(-3, 3))
def test_the_verdict_is_that_of_the_numbers(order, before, change, off):
    """Law: whatever the order of a level, an earlier one and the change, they are found wrong if and only if they are."""
    told = "; ".join(_TELL[part] for part in order).format(before=before, now=before + change + off, change=change)
    assert bool(codes(f"Số chợ: {told}.")) is bool(off)
