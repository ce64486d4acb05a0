"""Tests of `chitieu.checking.changes.accounts`.

Covers `changes.account_parts` too.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.changes.account_parts import Account
from chitieu.checking.changes.accounts import taken_together
from chitieu.checking.texts.pieces import Piece
from chitieu.targets.reader import scan_targets
from chitieu.targets.target import Bound, Change, Target
from chitieu.text import SourceText


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["level-change"])]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Số trạm bơm: năm 2024 là 45 trạm; năm 2025 là 52 trạm; tăng {} trạm.", 7, 9),
        ("Đàn ngỗng 66.000 con (năm 2025: 60.000 con; năm 2024: 57.000 con), nghĩa là tăng {}% sau mức tăng 5,3% của năm trước.", "10,0", "12,0"),
        ("Đàn ngỗng 66.000 con (năm 2025: 60.000 con; năm 2024: 57.000 con), tăng {}% so với năm trước.", "10,0", "13,0"),
        ("Đàn ngỗng 66.000 con (2025: 60.000 con; 2024: 57.000 con), tăng {}% so với năm 2024.", "15,8", "10,0"),
        ("Năm 2025 sản lượng muối đạt 66.000 tấn, năm 2024 đạt 60.000 tấn, tốc độ tăng {}%.", "10,0", "15,0"),
        ("Xã thiếu nước giảm từ 90 xã xuống còn 70 xã (giảm {} xã); tỷ lệ giảm từ 9,5% xuống còn 7,4%.", 20, 40),
        ("Trạm hỏng giảm từ 90 trạm xuống còn 70 trạm (giảm {} trạm), chiếm 7,4% tổng số 946 trạm.", 20, 40),
        ("Thêm 08 bản có sóng, nâng tổng số từ 41 bản lên {} bản; có 12 bản có mạng và 3 bản có trạm.", 49, 79),
        ("Thêm 05 sản phẩm OCOP từ 3 sao trở lên, đưa tổng số lên {} sản phẩm (năm 2025: 26 sản phẩm).", 31, 91),
        ("Tỷ lệ hộ nghèo theo chuẩn nghèo giai đoạn 2022 - 2025 giảm {} điểm phần trăm, từ 2,31% xuống còn 1,91%.", "0,4", "4,0"),
        ("Tỷ lệ hộ nghèo giảm từ 3% xuống 2%; riêng vùng cao giảm từ 8,2% xuống 6,1% (giảm {} điểm phần trăm).", "2,1", "1,2"),
        ("Tỷ lệ theo chuẩn mới còn 2,4%, giảm {} điểm phần trăm so với kết quả rà soát cuối năm 2025 theo cùng chuẩn (4,5%).", "2,1", "3,1"),
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
        # the same in two units
        ("Tỷ lệ mây mù còn 3,20% (64/2.000 trạm), giảm {} điểm phần trăm so với mức 4,10% (82/2.000 trạm) cuối năm 2025.", "0,90", "1,30"),
        ("Số trạm hỏng còn 64 trạm (3,2%), giảm 18 trạm ({} điểm phần trăm) so với năm 2025 (82 trạm, 4,1%).", "0,9", "1,9"),
        ("Số trạm hỏng còn 64 trạm (3,2%), giảm {} trạm (0,9 điểm phần trăm) so với năm 2025 (82 trạm, 4,1%).", "18", "28"),
        ("Có 40 xã đạt chuẩn, tăng {} xã so với năm 2025 (36 xã), bằng 54% tổng số 74 xã.", "4", "9"),
        # the later one tells the former again
        ("Từ 500 vụ va chạm năm 2025, kéo giảm còn không quá 400 vụ, tức giảm {}%.", "20", "30"),
        ("Từ 500 vụ va chạm năm 2025, kéo giảm còn 400 vụ, giảm khoảng {}%.", "22", "30"),
        # what is added is named anew
        ("Bổ sung {} giường bệnh, đưa tổng số giường toàn tỉnh từ 4.100 lên 4.300 giường.", "200", "300"),
        ("Diện tích sầu riêng mở rộng từ 2.600 ha năm 2025 lên 2.750 ha (tăng thêm {} ha).", "150", "250"),
        ("Tăng gấp đôi số trạm sạc, từ 40 trạm lên {} trạm.", "80", "70"),
        ("Năm 2023 là 4,6%, năm 2024 là 3,1%, năm 2025 còn 2,5%, giảm {} điểm phần trăm.", "0,6", "0,9"),
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
        "Năm 2023 là 4,6%, năm 2024 là 3,1%, năm 2025 còn 2,5%, giảm 2,1 điểm phần trăm.",  # from the first
        "Giảm 10% số vụ va chạm so với năm 2025 (985 vụ), còn dưới 900 vụ.",
        "Dư nợ năm 2025 là 1.400 tỷ đồng, năm 2026 là 1.676 tỷ đồng (tăng 276 tỷ đồng so với năm 2025), bằng 40,9% hạn mức 4.100 tỷ đồng.",
        "Bốc dỡ 4,1 triệu tấn năm 2024; 4,8 triệu tấn năm 2025; 5,9 triệu tấn năm 2026 (gấp 1,7 lần năm 2022).",
        "Giảm 300 hộ nghèo, đưa số hộ cận nghèo từ 500 hộ xuống 450 hộ.",
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


# --- in the order of time ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Số hộ cận nghèo đầu năm là 800 hộ, trong năm giảm 150 hộ, cuối năm còn {} hộ.", 650, 560),
        ("Đầu năm 2026, toàn xã có 800 hộ nghèo, trong năm giảm 150 hộ, cuối năm còn {} hộ nghèo.", 650, 660),
        ("Đầu kỳ có 40 xã đạt chuẩn, trong kỳ tăng thêm 6 xã, cuối kỳ đạt {} xã.", 46, 64),
        ("Hiện có 40 xã đạt chuẩn, năm 2026 tăng thêm 6 xã, nâng tổng số lên {} xã.", 46, 48),
        ("Cuối năm 2025 có 800 hộ nghèo, năm 2026 giảm 150 hộ, còn {} hộ.", 650, 560),
        ("Số hộ nghèo đầu năm 800 hộ; giảm 150 hộ; cuối năm còn {} hộ.", 650, 560),
        ("Đầu năm có 900 doanh nghiệp, trong năm tăng thêm 200 doanh nghiệp, giảm 50 doanh nghiệp, cuối năm có {} doanh nghiệp.", "1.050", "1.100"),
        ("Tỷ lệ hộ nghèo đầu năm là 4,5%, trong năm giảm 1,0 điểm phần trăm, cuối năm còn {}%.", "3,5", "3,8"),
        ("Năm 2025 là 4,5%, năm 2026 giảm 1,0%, còn {}%.", "3,5", "3,8"),
        ("Có 120 đầu mối, giảm 20 đầu mối, còn {} đầu mối.", 100, 90),
        ("Rà soát 800 thủ tục, cắt giảm 25%, chỉ giữ lại {} thủ tục.", 600, 660),
        ("Năm 2025 đạt {}%; tỷ lệ này năm 2024 là 43,0%, tăng 2,0 điểm phần trăm.", "45,0", "46,0"),
    ],
)  # fmt: skip
def test_first_change_last(text, right, wrong):
    assert codes(text.format(right)) == []
    assert set(codes(text.format(wrong))) == {"level-change"}


@pytest.mark.parametrize(
    "text",
    [
        "6 tháng đầu năm đạt 690 hộ, giảm 207 hộ, cuối năm còn 800 hộ.",
        "Từ đầu năm đến nay có 690 hộ, giảm 207 hộ, cuối năm còn 800 hộ.",
        "Hiện có 45 xã đạt chuẩn, giảm 2 xã so với năm 2024, phấn đấu cuối năm đạt 50 xã.",
        "Đầu năm có 900 doanh nghiệp, thành lập mới 200 doanh nghiệp, cuối năm có 1.000 doanh nghiệp.",
        "Đầu năm có 690 hộ nghèo và 500 hộ cận nghèo, trong năm giảm 207 hộ nghèo, cuối năm còn 483 hộ nghèo.",
        "Đầu năm là 690 hộ, giảm 207 hộ, được hỗ trợ 300 hộ.",
        "Đầu năm là 690 hộ, giảm 207 hộ; cùng kỳ còn 300 hộ.",
    ],
)
def test_values_of_other_orders_are_left_alone(text):
    assert codes(text) == []


def change(value, way=Change.INCREASE, unit="hộ", bound=Bound.EXACT):
    return Target(ct.Quantity(value, unit), bound=bound, change=way)


def test_what_is_no_sum_is_not_taken_together():
    households = ct.Quantity(1, "hộ").unit
    rates = [change(5, unit="%"), change(3, unit="%")]
    assert taken_together(rates, households) == rates
    assert taken_together([change(5), change(3, bound=Bound.AT_LEAST)], households) == []
    assert taken_together([change(5)], ct.Quantity(1, "%").unit) == [change(5)]
    assert taken_together([change(5), change(3)], ct.Quantity(1, "%").unit) == []


@given(st.integers(100, 900), st.lists(st.integers(-40, 40).filter(bool), min_size=1, max_size=2), st.integers(-3, 3))
def test_changes_on_the_way_are_added_up(first, changes, off):
    """Law: a last value holds exactly if it is the first with all changes."""
    told = ", ".join(f"{'tăng' if one > 0 else 'giảm'} {abs(one)} hộ" for one in changes)
    last = first + sum(changes) + off
    found = codes(f"Đầu năm có {first} hộ, trong năm {told}, cuối năm có {ct.format_number(last)} hộ.")
    assert bool(found) is bool(off)


@pytest.mark.parametrize(
    "text",
    [
        "Nuôi tôm đạt 76.000 tấn, tăng 4,1%, chiếm 26,9% tổng sản lượng (năm 2025: 26,0%).",
        "Có 24 hợp tác xã, tăng 20,0%; có 900 hộ kinh doanh, tăng 50 hộ so với năm 2025 (850 hộ).",
        # a share of all there are is no change, nor is the same of the year before
        "Có 380 nghìn người dùng nước máy, bằng 95,0% dân số (năm 2025: 370 nghìn người, bằng 94,3%).",
        # a change that leads to the level of another year
        "Diện tích chè 803 ha, tăng 11,22% so với năm 2025 (722 ha); năm 2025 tăng 9,23% so với năm 2024 (661 ha).",
        # two years it is compared with
        "Có 298,6 nghìn lượt khám, tăng 5,0% so với năm 2024 (284,4 nghìn lượt) và tăng 10,0% so với năm 2023 (271,5 nghìn lượt).",
        # what became of all of them, behind those of some
        "Có 30/37 trạm đạt chuẩn, gồm vùng cao 9/10 trạm; tăng 02 trạm so với năm 2025 (28/37 trạm).",
    ],
)
def test_a_change_of_what_was_told_before_is_none_of_the_next(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Đàn ngỗng 66.000 con (năm 2025: 60.000 con), cao hơn mức tăng 5,3% của năm trước.",
        "Đàn ngỗng 66.000 con (năm 2025: 60.000 con), tăng 10,0% sau mức tăng 5,3% của năm 2025.",
        "Đàn ngỗng 66.000 con (năm 2025: 60.000 con), vượt tốc độ tăng 5,3% trong giai đoạn trước.",
    ],
)
def test_growth_of_another_time_is_no_change(text):
    assert not codes(text)


@given(st.integers(1, 9), st.integers(10, 19))
def test_a_change_is_from_the_nearest_of_several_years(last, both):
    """Law: what changed since both years before is told by naming the farther one; else it is since the nearer one."""
    text = (
        f"Có {100 + both} trạm (năm 2025: {100 + both - last} trạm; năm 2024: 100 trạm), nghĩa là tăng {{}} trạm{{}}."
    )
    assert not codes(text.format(last, ""))
    assert not codes(text.format(both, " so với năm 2024"))
    assert codes(text.format(last + both, "")) == ["level-change"]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Dư nợ đầu năm 700 tỷ đồng, vay mới 210 tỷ đồng, trả nợ 130 tỷ đồng, dư nợ cuối năm {} tỷ đồng.", 780, 810),
        (
            "Nợ của tỉnh đầu năm 700 tỷ đồng; trong năm vay 210 tỷ đồng, hoàn trả 130 tỷ đồng; cuối năm {} tỷ đồng.",
            780,
            810,
        ),
        (
            "Dư nợ đầu năm 700 tỷ đồng, thu hồi nợ 210 tỷ đồng, cho vay mới 300 tỷ đồng, dư nợ cuối năm {} tỷ đồng.",
            790,
            910,
        ),
    ],
)
def test_debts_come_and_go(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["level-change"]


@pytest.mark.parametrize(
    "text",
    [
        "Dư nợ đầu năm 700 tỷ đồng, vay mới 210 tỷ đồng, dư nợ cuối năm 780 tỷ đồng.",  # what was paid back is not told
        "Dư nợ đầu năm 700 tỷ đồng, vay mới khoảng 210 tỷ đồng, trả nợ 130 tỷ đồng, dư nợ cuối năm 790 tỷ đồng.",
        "Tổng dư nợ vay 500 tỷ đồng, tăng 25% so với đầu năm (400 tỷ đồng).",
        # what is told of another thing says nothing of its time, and so much more than planned is no level
        "Chỉ số nước sạch (công bố năm 2025 cho năm 2024); chỉ số cây xanh 81,2 điểm, cao hơn năm trước 1,7 điểm (79,5 điểm).",
        "Thu 2.640 tỷ đồng, bằng 110% dự toán (2.400 tỷ đồng), vượt 240 tỷ đồng; tăng 10% so với năm 2025 (2.400 tỷ đồng).",
    ],
)
def test_accounts_that_are_not_whole_are_left_alone(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        # prices named ahead of all amounts are those of all
        ("Sản lượng đúc đồng theo giá so sánh 2010 đạt 154 tỷ đồng, năm 2024: 140 tỷ đồng; tăng {}%.", "10,0", "15,0"),
        # pay of a year that grows by so much a year
        ("Lương thợ gốm 72 triệu đồng/năm, tăng {} triệu đồng/năm so với năm 2024 (60 triệu đồng/năm).", "12", "21"),
        # a worse place
        ("Chỉ số B giảm 4 bậc, từ vị trí thứ 20 xuống thứ {}.", 24, 16),
        ("Năm 2025 là 66 tấn; năm 2026 tăng {}% so với năm 2025, đạt 72,6 tấn.", "10,0", "20,0"),
        ("Kho lúa có 700 tấn đầu năm, nhập trong năm 210 tấn, xuất trong năm 130 tấn, cuối năm còn {} tấn.", 780, 870),
        # an amount and its percentage told without what they are from
        ("Đàn trâu còn 900 con, giảm 100 con ({}%).", "10,0", "20,0"),
        ("Đàn trâu đạt 1.100 con, tăng 100 con ({}%).", "10,0", "20,0"),
        ("Có 11 trạm, tăng 10 trạm ({}%).", "1.000", "100"),  # from one
    ],
)
def test_amounts_of_one_thing_are_told_in_many_ways(text, right, wrong):
    assert codes(text.format(right)) == []
    assert set(codes(text.format(wrong))) == {"level-change"}


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ số C đạt 66,5 điểm, tăng 4 bậc (năm 2025: 64,0 điểm).",  # a place is no score
        "Tỷ lệ E giảm bình quân ít nhất 0,3%/năm, từ 3,0% năm 2025 xuống còn 1,0% năm 2030.",
        "Sản lượng tăng bình quân 5%/năm, từ 100 tấn năm 2025 lên 150 tấn năm 2030.",  # growth on growth
        "Năm 2025 trồng 549 ha sả, tăng 12% so với năm 2024 (490 ha); năm 2026 trồng 605 ha.",
        # what a plan was met by says nothing of the year before
        "Đàn trâu còn 900 con, giảm 100 con, bằng 95% kế hoạch.",
        "Thu phí chợ 900 triệu đồng, tăng 100 triệu đồng, bằng 110% dự toán.",
        "Đàn trâu còn 900 con, giảm khoảng 100 con (20,0%).",
        "Đàn trâu còn khoảng 900 con, giảm 100 con (20,0%).",
        "Đàn trâu còn 900 con, giảm 100 con so với năm 2025, giảm 20,0% so với năm 2024.",
        "Tiếp nhận 1.200 đơn, giải quyết 1.140 đơn (95%).",
        "Có 10 trạm, tăng 10 trạm (150%).",  # from none
    ],
)
def test_what_is_told_of_others_or_roughly_is_left_alone(text):
    assert codes(text) == []


@pytest.mark.parametrize(("left", "odd"), [(100, False), (90, True), (61, True), (60, False)])
def test_a_last_amount_far_from_the_change_is_of_something_else(left, odd):
    """Without any time three amounts are one account only where the change told is about the one made."""
    assert bool(codes(f"Có 120 đầu mối, giảm 20 đầu mối, còn {left} đầu mối.")) is odd


@pytest.mark.parametrize(("size", "odd"), [(20, False), (30, True), (59, True), (60, False)])
def test_a_change_far_from_that_of_the_amounts_is_of_something_else(size, odd):
    assert bool(codes(f"Có 120 đầu mối, giảm {size} đầu mối, còn 100 đầu mối.")) is odd


@pytest.mark.parametrize(("first", "last"), [("3,0", "1,5"), ("3,0", "1,4"), ("3,0", "1,1"), ("3,0", "2,0")])
def test_what_each_year_was_rounded_by_adds_up(first, last):
    """Five years of 0,3 points are any from 1,25 to 1,75."""
    gap = float(first.replace(",", ".")) - float(last.replace(",", "."))
    text = f"Tỷ lệ E giảm bình quân 0,3%/năm, từ {first}% năm 2025 xuống còn {last}% năm 2030."
    assert bool(codes(text)) is (not 1.2 < gap < 1.8)


def test_several_changes_are_one_where_all_are_told_exactly():
    """Rates stay beside the only amount, and other things are not counted with it."""
    households = ct.Quantity(1, "hộ").unit
    one, rate = change(5), change(3, unit="%")
    assert taken_together([one, rate], households) == [one, rate]
    assert taken_together([change(5), change(3), rate], households) == [change(8)]
    assert taken_together([change(3), change(5, Change.DECREASE)], households) == [change(2, Change.DECREASE)]
    assert taken_together([change(3), change(3, Change.DECREASE)], households) == [change(0)]
    assert taken_together([change(3, bound=Bound.AT_LEAST), change(5)], households) == [change(8, bound=Bound.AT_LEAST)]
    assert taken_together([change(5, unit="nghìn hộ"), change(3)], households) == []
    assert taken_together([change(5, unit="nghìn hộ")], households) == [change(5, unit="nghìn hộ")]


def account(text):
    """Read the amounts of a text as those of one thing."""
    source = SourceText(text)
    return Account(Piece(source, placed=True), "", scan_targets(source)[0], 2026)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("còn 66 tạ (6,6 tấn)", True),
        ("còn 66 tạ (6.600 kg)", True),
        ("còn 66 tạ muối biển (tức 6,6 tấn)", True),
        ("còn 66 tạ (6,5 tấn)", True),  # each may be rounded by half of its last digit
        ("còn 66 tạ (6,4 tấn)", False),
        ("còn 66 tạ (6,8 tấn)", False),
        ("còn 66 tạ (66 tạ)", False),
        ("còn 66 tạ, 6,6 tấn", False),
        ("lương 66 triệu đồng/năm (5,5 triệu đồng/tháng)", True),
        ("lương 66 triệu đồng/năm (5,6 triệu đồng/tháng)", False),
    ],
)
def test_a_bracket_may_tell_an_amount_in_another_unit(text, same):
    assert account(text).told_with(1) == ([0, 1] if same else [1])


@pytest.mark.parametrize("right", [10, 15])
def test_what_is_told_in_two_units_each_year_is_left_alone(right):
    """Which of them the change is to is not sure; they are no levels of different times."""
    text = f"Năm 2024 thu 60 tấn muối (60.000 kg), năm 2025 thu 66 tấn muối (66.000 kg), tăng {right}%."
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Năm 2024, số chợ hạng 2 là 20 chợ, năm 2025 là 25 chợ, tăng 4 chợ.", "số chợ hạng 2"),
        ("Số chợ (kể cả chợ tạm) năm 2024 là 20 chợ, năm 2025 là 25 chợ, tăng 4 chợ.", "Số chợ"),
        ("Trong năm 2024 tỉnh có 20 chợ, năm 2025 có 25 chợ, tăng 4 chợ.", "tỉnh"),
        (
            "Xã thiếu nước giảm từ 90 xã xuống còn 70 xã (giảm 20 xã); tỷ lệ giảm từ 9,5% xuống còn 7,4%, giảm 3,1 điểm phần trăm.",
            "tỷ lệ",
        ),
    ],
)
def test_the_name_of_what_is_measured_is_told_without_its_times(text, name):
    (finding,) = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["level-change"])
    assert finding.about == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a second change with *và* is one too, wherever the two stand
        ("Tỷ lệ C giảm 0,1 điểm % so với quý trước và 0,3 điểm % so với cùng kỳ (2,6%), còn 2,3%.", []),
        ("Tỷ lệ C giảm 0,1 điểm % so với quý trước và 0,6 điểm % so với cùng kỳ (2,6%), còn 2,3%.", ["level-change"]),
        # what closes the clause before a level with a change of its own is of something else
        ("Vốn góp tăng 20,0%; có 900 hộ kinh doanh, tăng 50 hộ, năm 2025 có 850 hộ.", []),
        ("Số hợp tác xã tăng 20,0%; có 900 hộ kinh doanh, tăng 50 hộ so với năm 2025 (850 hộ).", []),
        # an earlier value with its change in one bracket, and alone in it, where the change may be from last year
        ("Số chợ năm 2024 là 25 chợ (năm 2022 là 20 chợ, tăng 4 chợ).", ["level-change"]),
        ("Số chợ năm 2024 là 25 chợ (tăng 4 chợ, năm 2022 là 20 chợ).", ["level-change"]),
        ("Số chợ năm 2024 là 25 chợ (năm 2022 là 20 chợ), tăng 4 chợ.", []),
        ("Số chợ (đạt chuẩn) năm 2022 là 20 chợ, năm 2024 là 25 chợ, tăng 4 chợ.", ["level-change"]),
    ],
)
def test_where_changes_and_earlier_values_stand(text, expected):
    assert codes(text) == expected
