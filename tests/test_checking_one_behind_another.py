"""What a rule passes over hides nothing behind it: a form of words that says nothing, then one of the same form that is wrong."""

import pytest

import chitieu as ct

_PAIRS = [
    # `parts.of_a_hundred`
    ("Thang điểm 100 dùng từ quý II.", "Chấm theo thang điểm 100: hồ sơ 60 điểm; khảo sát 35 điểm.", "parts-sum"),
    # `days.day_ranges`
    ("Họp dân trong tháng 4, sau mùa vụ.", "Nghiệm thu trong quý I (trước ngày 31/5/2026).", "range-backwards"),
    # `parts.outcomes`
    ("Khởi công 3 nhiệm vụ.", "Giao 72 nhiệm vụ, đã hoàn thành 51 nhiệm vụ, đang thực hiện 12 nhiệm vụ, chưa thực hiện 19 nhiệm vụ.", "parts-sum"),
    # `parts.case_flow`
    ("Nhận 40 đơn, giải quyết nhanh.", "Tiếp nhận 9.400 hồ sơ; đã giải quyết 9.100, đúng hạn 9.020, quá hạn 60.", "parts-sum"),
    # `parts.kinds_of`
    ("Dư nợ giảm; 60 hộ vay mới.", "Dư nợ 61.200 triệu đồng; nợ xấu 850 tỷ đồng.", "part-over-whole"),
    # `parts.rates_that_add`
    ("Hộ nghèo 5% (nam 6%, nữ 4%).", "Bao phủ bảo hiểm xã hội 38,5% (bắt buộc 29,1%, tự nguyện 8,4%).", "parts-sum"),
    # `shares.bare_fractions`
    ("Giải ngân đến 7/6 (52,3%).", "Cụm công nghiệp 7/16 (34,8%) có trạm xử lý.", "fraction-percent"),
    # `parts.what_is_left`
    ("Còn lại 5 xã làm sau.", "Sửa 24 cầu; quý I sửa 10 cầu, quý II 8 cầu, 8 cầu còn lại quý III.", "parts-sum"),
    # `parts.closing_totals`
    ("Tổng kết 3 mô hình.", "Tuyển 120 giáo viên mầm non và 85 giáo viên tiểu học (tổng cộng 215 giáo viên).", "parts-sum"),
    # `ratios.exchanges`
    ("Trị giá 3 triệu USD, 5 container.", "Đạt 98 - 100 triệu đồng (tương đương 370 - 378 USD).", "per-head"),
    # `values.number_words`
    ("Giao 3 (ba) xã làm trước.", "Kinh phí 24,6 tỷ đồng (hai mươi bốn tỷ sáu mươi triệu đồng).", "words-disagree"),
]  # fmt: skip


def codes(text):
    return [one.code for one in ct.check(ct.Plan(text=text, period=ct.Period(2026)))]


@pytest.mark.parametrize(("silent", "wrong", "code"), _PAIRS)
def test_law_what_says_nothing_hides_nothing(silent, wrong, code):
    assert codes(silent) == []
    assert code in codes(wrong)
    assert codes(f"{silent} {wrong}") == codes(wrong)
    assert codes(f"{silent}\n\n{wrong}\n\n{silent}") == codes(wrong)


@pytest.mark.parametrize(("silent", "wrong", "code"), _PAIRS)
def test_law_each_of_two_is_told(silent, wrong, code):
    """What is told of a sentence once is told twice where it stands twice, apart from what may be said of the two together."""
    once, twice = codes(wrong).count(code), codes(f"{wrong}\n\n{silent}\n\n{wrong}").count(code)
    assert twice == 2 * once
