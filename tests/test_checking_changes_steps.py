"""A level, the change to it and an earlier value: read in any order, silent where the change is to something else.

Covers `changes.statements` too.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.changes.steps import steps
from chitieu.checking.texts.pieces import Piece
from chitieu.numbers.decimals import format_number
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText

YEAR = ct.Period(2026)
FIVE_YEARS = ct.Period(2026, last_year=2030, kind=ct.PeriodKind.RANGE)
RULES = ["level-change", "magnitude", "direction"]


def codes(text, period=YEAR):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=period), rules=RULES)]


def read(text, year=2026):
    source = SourceText(text)
    return list(steps((Piece(source, placed=True), tuple(scan_targets(source)[0])), year))


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Tỷ lệ hộ nghèo còn 4,2%, tương ứng 84 hộ, giảm {} điểm phần trăm so với cuối năm 2025 (6,1%, 122/2.000 hộ).", "1,9", "1,4"),
        ("Doanh thu 560 tỷ đồng (+{}%; ước năm 2025: 500 tỷ đồng).", "12,0", "21,0"),
        ("Doanh thu 560 tỷ đồng (tăng {}%, năm 2025: 500 tỷ đồng).", "12,0", "21,0"),
        ("Số vụ cháy là 40 vụ, giảm 10 vụ (-{}%) so với năm 2025 (50 vụ).", "20,0", "2,0"),
        ("Tỷ lệ mây mù 4,8% (2025: 6,3%; -{} điểm %).", "1,5", "1,1"),
        ("Xuất siêu từ 2,0 tỷ USD của năm 2025 lên 2,5 tỷ USD (+{}%).", "25,0", "52,0"),
        ("Tỷ lệ mây mù giảm từ 6,3% năm 2025 xuống 4,8% năm 2026 (-{} điểm %).", "1,5", "1,1"),
        ("Xảy ra 40 vụ cháy, giảm {} vụ so với cùng kỳ (50 vụ).", "10", "12"),
        ("Tinh giản {}% biên chế viên chức so với số giao năm 2025, từ 2.000 biên chế còn 1.900 biên chế.", "5,0", "7,0"),
        ("Bổ sung {} giường bệnh, đưa tổng số giường bệnh toàn tỉnh từ 4.100 lên 4.300 giường.", "200", "300"),
        ("Xóa thêm {} điểm đen, từ 20 điểm xuống còn 15 điểm.", "5", "8"),
        ("Nâng chỉ số hài lòng thêm {} điểm %, từ 84,0% năm 2025 lên 86,0%.", "2,0", "3,0"),
        ("Tăng diện tích lúa hữu cơ thêm {} ha, từ 5.000 ha lên 6.200 ha.", "1.200", "2.100"),
        ("Số doanh nghiệp tăng ròng {}, từ 8.000 lên 9.500 doanh nghiệp.", "1.500", "1.050"),
        ("Nông nghiệp giảm tương ứng {} điểm %, từ 30,0% xuống 28,5%.", "1,5", "2,5"),
        ("Rà soát 800 thủ tục, cắt giảm {}%, chỉ giữ lại 600 thủ tục.", "25", "35"),
        ("Năm 2025 có 98,5% học sinh lên lớp; tỷ lệ này năm 2024 là 97,5%, tăng {} điểm phần trăm.", "1,0", "1,5"),
        ("Chỉ số đạt 68,5 điểm, tăng {} điểm so với kỳ trước (67,3 điểm).", "1,2", "2,2"),
        ("Chỉ số tăng {} điểm so với năm trước, đạt 68,5 điểm (năm trước 67,3 điểm).", "1,2", "2,2"),
        ("Thu nhập đạt 62 triệu đồng/người/năm, tăng {} triệu đồng so với năm 2025 (57 triệu đồng).", "5", "9"),
        ("Tổ chức 1.200 lớp, tăng {} lớp so với năm học trước (1.180 lớp).", "20", "30"),
        ("Thu hút 540 triệu USD, tăng gấp {} lần năm 2025 (180 triệu USD).", "3", "4"),
        ("Tỷ lệ hộ nghèo còn 3,40% (68/2.000 hộ), giảm {} điểm phần trăm so với số liệu rà soát đầu kỳ 4,20% (84/2.000 hộ).", "0,80", "1,30"),
        ("Tỷ lệ hộ nghèo giảm {} điểm phần trăm so với đầu năm 4,20% (84/2.000 hộ), còn 3,40% (68/2.000 hộ).", "0,80", "1,30"),
        ("Tỷ lệ hộ nghèo từ 4,20% (84/2.000 hộ) hiện nay xuống còn 3,40% (68/2.000 hộ), giảm {} điểm phần trăm.", "0,80", "1,30"),
        ("Độ che phủ rừng đạt 45,2%, tăng {} điểm phần trăm so với mức 44,0% đầu nhiệm kỳ.", "1,2", "0,3"),
        ("Tỷ lệ hộ nghèo còn 3,4%, giảm {} điểm phần trăm so với kết quả điều tra cuối năm 2025 là 4,2%.", "0,8", "1,3"),
        ("Tỷ lệ mây mù năm 2026 đạt 41,0%, tăng {} điểm phần trăm so với năm 2025 (38,5%).", "2,5", "3,5"),
        ("Doanh thu đạt 2.120 tỷ đồng, tăng {}% so với ước thực hiện năm 2025 (2.000 tỷ đồng).", "6,0", "8,0"),
        ("Tỷ lệ hộ nghèo cuối năm 2024 là 4,6%, đến cuối năm 2025 còn 3,1%, giảm {} điểm phần trăm.", "1,5", "1,2"),
        ("Năm 2023 là 4,6%, năm 2024 là 3,1%, năm 2025 còn 2,5%, giảm {} điểm phần trăm.", "0,6", "0,9"),
        ("Tỷ lệ mây mù từ 6,3% năm 2025 xuống còn 4,8% (giảm {} điểm).", "1,5", "1,1"),
        ("Tỷ lệ mây mù giảm từ 6,3% xuống 4,8%, tức giảm {} điểm phần trăm.", "1,5", "1,1"),
        ("Tỷ lệ mây mù giảm {} điểm phần trăm, từ 6,3% năm 2025 xuống còn 4,8% năm 2026.", "1,5", "1,1"),
        ("Tỷ lệ mây mù giảm {}% (từ 6,3% xuống 4,8%).", "1,5", "1,1"),
        ("Giảm nghèo từ 6,3% (năm 2025) xuống còn 4,8% (năm 2026), giảm {}%.", "1,5", "1,1"),
        ("Nâng tỷ lệ mây mù từ 55% lên 63%, tăng {} điểm phần trăm.", "8", "11"),
        ("Tỷ lệ mây mù giảm {}% so với năm 2025 (từ 6,3% xuống 4,8%).", "1,5", "1,1"),
        ("Giảm {} hộ nghèo, từ 300 hộ (15,0%) cuối năm 2025 xuống còn 220 hộ (11,0%) cuối năm 2026.", "80", "90"),
        ("Giảm 80 hộ nghèo, từ 300 hộ (15,0%) cuối năm 2025 xuống còn 220 hộ (11,0%) cuối năm 2026, tức giảm {} điểm phần trăm.", "4,0", "3,0"),
        ("Thu nhập đạt 62 triệu đồng/năm, tăng {} triệu đồng so với năm 2025 (57 triệu đồng/năm).", "5", "9"),
        ("Năm 2025 đạt 40,0%, phấn đấu năm 2026 đạt 45,0%, tăng {} điểm phần trăm.", "5,0", "3,0"),
        ("Tăng thêm {} xã so với năm 2025 (42 xã), nâng tổng số lên 45 xã.", "3", "5"),
        ("Còn 2,4% (giảm {} điểm phần trăm so với cuối năm 2025 là 2,9%).", "0,5", "0,9"),
        ("Số hộ nghèo còn 84 hộ (4,2%), giảm {} hộ (1,9 điểm phần trăm) so với cuối năm 2025 (122 hộ, 6,1%).", "38", "48"),
        ("Số hộ nghèo còn 84 hộ (4,2%), giảm 38 hộ ({} điểm phần trăm) so với cuối năm 2025 (122 hộ, 6,1%).", "1,9", "1,4"),
        ("Doanh thu đạt 2.120 tỷ đồng, bằng {}% so với thực hiện năm 2025 (2.000 tỷ đồng).", "106", "116"),
        ("Doanh thu đạt 2.120 tỷ đồng, bằng {}% ước thực hiện năm 2025 (2.000 tỷ đồng).", "106", "96"),
        ("Doanh thu đạt 3.000 tỷ đồng, gấp {} lần năm 2025 (2.000 tỷ đồng).", "1,5", "2,5"),
        ("Doanh thu đạt 2.120 tỷ đồng, tăng {}% so với mức 2.000 tỷ đồng của năm 2025.", "6", "9"),
        ("Doanh thu đạt 2.120 tỷ đồng (tăng {}% so với 2.000 tỷ đồng năm 2025).", "6", "9"),
        ("Sản lượng đạt 104 nghìn tấn, tăng {} nghìn tấn (tăng 4,0%) so với năm 2025 (100 nghìn tấn).", "4", "14"),
        ("Sản lượng đạt 104 nghìn tấn, tăng 4 nghìn tấn (tăng {}%) so với năm 2025 (100 nghìn tấn).", "4,0", "14,0"),
        ("Tỷ lệ mây mù còn 3,0%; giảm {} điểm phần trăm so với năm trước (3,5%).", "0,5", "0,9"),
        ("Dư nợ đạt 66.000 tỷ đồng, tăng {}% so với đầu năm (60.000 tỷ đồng); nợ xấu 1,2%.", "10", "14"),
        ("Diện tích đạt 1.500 ha, đạt 102% kế hoạch, tăng {}% so với cùng kỳ (1.456 ha).", "3", "8"),
        ("So với năm 2025 (5,5%), tỷ lệ mây mù còn 4,5%, giảm {} điểm phần trăm.", "1,0", "0,5"),
        ("Tỷ lệ bao phủ đạt 93,5% trở lên, tăng {} điểm phần trăm so với năm 2025 (92,6%).", "0,9", "0,3"),
        ("Chỉ số đạt 68,5 điểm, tăng {} điểm so với năm 2024 (67,3 điểm), xếp hạng 20.", "1,2", "2,2"),
        ("Số xã đạt chuẩn tăng từ 40 xã lên 44 xã, tăng {} xã so với năm 2025.", "4", "5"),
        ("Còn 84 hộ nghèo (giảm {} hộ nghèo so với 122 hộ nghèo năm 2025).", "38", "48"),
        ("Thu đạt 9.500 tỷ đồng, bằng 95% dự toán năm 2026 (10.000 tỷ đồng) và tăng {}% so với năm 2025 (8.500 tỷ đồng).", "11,8", "18,1"),
        ("Tỷ lệ A đạt 95%, tỷ lệ B đạt 40%, tăng {} điểm phần trăm so với năm 2025 (38%).", "2", "5"),
        ("Xảy ra 420 vụ (giảm {} vụ so với 480 vụ, tức giảm 12,5%), 90 người bị thương.", "60", "50"),
        ("Xảy ra 420 vụ (giảm 60 vụ so với 480 vụ, tức giảm {}%), 90 người bị thương.", "12,5", "15,5"),
        ("Xảy ra 420 vụ, giảm {}% so với 480 vụ.", "12,5", "15,5"),
        ("Xảy ra 420 vụ, giảm 60 vụ so với năm 2025 (480 vụ), tức giảm {}%.", "12,5", "15,5"),
        ("Tỷ lệ mây mù giảm từ 9,2% đầu năm 2021 xuống còn 4,1% cuối năm 2025, giảm {} điểm phần trăm, bình quân mỗi năm giảm 1,02 điểm phần trăm.", "5,1", "5,5"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("period", [YEAR, FIVE_YEARS, None])
def test_the_three_amounts_are_read_in_any_order(text, right, wrong, period):
    assert not codes(text.format(right), period)
    assert codes(text.format(wrong), period) == ["level-change"]


@pytest.mark.parametrize(
    "text",
    [
        # the change is to something else
        "Thu đạt 4.200 tỷ đồng, tăng 24% so với dự toán, bằng 105% so với năm 2025 (4.000 tỷ đồng).",
        "Thu nội địa 4.320 tỷ đồng, tăng 18% so với dự toán năm 2025 (4.000 tỷ đồng).",
        "Còn 3,2% (năm 2025: 4,1%), giảm 0,5% so với kế hoạch.",
        "Năm 2024 là 4,6%, năm 2025 còn 3,1%, giảm 0,5 điểm phần trăm so với năm 2022.",
        "Năm 2023 là 4,6%, năm 2024 là 3,1%, năm 2025 còn 2,5%, giảm 2,1 điểm phần trăm so với năm 2023.",
        "Sản lượng nhãn đạt 110 tấn, tăng 15% so với năm 2023 (năm 2025: 100 tấn).",
        "Sản lượng nhãn đạt 110 tấn, tăng 15% liên tục so với năm 2023 (năm 2025: 100 tấn).",
        # of each year of several
        "Doanh thu năm 2030 đạt 3.220 tỷ đồng, tăng bình quân 10%/năm so với năm 2025 (2.000 tỷ đồng).",
        "Đón 6,6 triệu lượt (tăng bình quân 15%/năm so với mức 5 triệu lượt của năm 2024).",
        "Tỷ lệ mây mù mỗi năm giảm 1%, từ 5,2% năm 2021 xuống còn 1% năm 2025.",
        "Tỷ lệ mây mù giảm từ 9,2% xuống còn 4,1%, bình quân mỗi năm giảm 1,02%.",
        # another amount of the sentence is meant
        "Thu đạt 4.400 tỷ đồng, trong đó thu nội địa 4.300 tỷ đồng, tăng 10% so với năm 2025 (4.000 tỷ đồng).",
        "Tỷ lệ A đạt 95%, trong đó B đạt 40%, tăng 2 điểm phần trăm so với năm 2025 (93%).",
        "Thành lập 1.200 doanh nghiệp, tăng 20% về số lượng và tăng 5% về vốn so với năm 2025 (1.000 doanh nghiệp).",
        "Xuất khẩu 2.000 triệu USD, trong đó thủy sản 37%, tăng 8% so với năm 2025 (1.500 triệu USD).",
        "Tỷ lệ hộ nghèo nông thôn giảm 1,2 điểm, toàn tỉnh còn 3,1% (năm 2025: 4,0%).",
        # what stands too far away, and what lies between
        f"Doanh thu đạt 2.120 tỷ đồng, {'rất ' * 40}tăng 8% so với năm 2025 (2.000 tỷ đồng).",
        "So với năm 2025 (5,5%), 20 trạm, tỷ lệ mây mù còn 4,5%, giảm 0,5 điểm phần trăm.",
        # growth at other prices
        "Quy mô GRDP đạt 85.000 tỷ đồng, tăng 9,3% (giá so sánh) so với năm 2025 (75.000 tỷ đồng).",
        # a rise of a rate by a part of itself
        "Tỷ lệ mây mù đạt 42%, tăng 5% so với năm 2025 (40%).",
        "Số đầu mối giảm từ 20 xuống 12 đầu mối (giảm 8 đầu mối, bằng 40%).",
        "Thời gian rút ngắn từ 20 ngày xuống còn 12 ngày (giảm 40%).",
        "Tỷ lệ mây mù giảm từ 35% năm 2025 xuống còn 33% năm 2026, số trạm tăng 1,5%.",
        # other sentences and lines
        "Doanh thu tăng 7,5% so với năm 2025, đạt 1.290 tỷ đồng; trong đó bán lẻ 900 tỷ đồng.",
        "- Tỷ lệ A đạt 40%\n- Tỷ lệ B tăng 5 điểm phần trăm so với năm 2025 (38%)",
        "Hộ cận nghèo từ 6% năm 2025 xuống còn 5%; hộ nghèo giảm 2%, còn 3%.",
        "Giảm tỷ lệ mây mù từ 4,1% xuống 3,1%, tăng thu nhập từ 60 triệu đồng lên 65 triệu đồng (tăng 8,3%).",
        "Tỷ lệ A 2,3% (năm 2025: 2,4%); tỷ lệ B 1,9%, giảm 0,2 điểm phần trăm.",
        # loose bounds on both sides
        "Tỷ lệ bao phủ đạt trên 95%, tăng trên 2 điểm phần trăm so với năm 2025 (92%).",
        # so many times is what the plan means
        "Doanh thu đạt 9.000 tỷ đồng, gấp 60 lần năm 2001 (150 tỷ đồng).",
        # values of two years in one bracket
        "Còn 2% (năm 2025: 2,5%, năm 2024: 30%).",
        # rates and amounts are not taken together
        "Đạt 1.500 ha, tăng 3 điểm phần trăm so với năm 2025 (1.000 ha).",
    ],
)
def test_other_changes_are_left_alone(text):
    assert not codes(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Tỷ lệ mây mù còn 3%, 84 hộ, giảm 1 điểm so với năm 2025 (4%).",
            ("3%", "4%", 2025, ["giảm 1 điểm phần trăm"], True),
        ),
        ("Tỷ lệ mây mù còn 3% (năm 2025: 4%).", ("3%", "4%", 2025, [], False)),
        ("Tỷ lệ mây mù còn 3% (năm 2025: 4%), giảm 1%.", ("3%", "4%", 2025, ["giảm 1%"], False)),
        ("Tỷ lệ mây mù còn 3%, giảm 1% so với cùng kỳ (4%).", ("3%", "4%", None, ["giảm 1%"], True)),
        ("Đạt 30 ha, bằng 150% năm 2025 (20 ha).", ("30 ha", "20 ha", 2025, ["tăng 50%"], True)),
        ("Đạt 15 ha, bằng 75% năm 2025 (20 ha).", ("15 ha", "20 ha", 2025, ["giảm 25%"], True)),
    ],
)
def test_what_is_read(text, said):
    (step,) = read(text)
    changes = [str(change) for change in step.changes]
    assert (str(step.level.target.quantity), str(step.before.target), step.year, changes, step.bound) == said


@pytest.mark.parametrize(
    "text",
    ["Mây mù nhiều.", "Tỷ lệ mây mù 3%.", "Từ 4% xuống 3%.", "Năm 2025 là 4%, năm 2026 là 3%.", "Năm 2026 là 4%, năm 2025 là 3%, giảm 1%."],
)  # fmt: skip
def test_without_a_change_or_an_earlier_value_there_is_no_step(text):
    assert not read(text)


def test_a_bracket_alone_tells_of_the_year_before_only():
    text = "Tỷ lệ hộ nghèo giảm 0,6%, còn 1,4% (năm {}: 1,8%)."
    assert [codes(text.format(year)) for year in (2023, 2024, 2025)] == [[], [], ["level-change"]]
    text = "Sản lượng đạt 104 nghìn tấn (năm 2025 là 100 nghìn tấn), tăng {}%."
    assert [codes(text.format(size)) for size in ("4,0", "14,0")] == [[], ["level-change"]]
    assert codes("Đạt 900 ha (năm 2025: 9 ha).") == ["magnitude"]
    assert not codes("Đạt 900 ha (năm 2024: 9 ha).")


def test_results_ahead_of_the_indicators_are_looked_at_against_the_year_before_them():
    text = "Kết quả: đạt 900 ha (năm 2024: 9 ha).\n{}"
    line = "1. Tỷ lệ che phủ rừng đạt 45%."
    (item,) = ct.parse_indicators(line)
    whole = text.format(line)
    placed = ct.PlannedIndicator(
        item.name, targets=item.targets, text=item.text, span=ct.Span(whole.index(line), len(whole))
    )
    plan = ct.Plan(text=whole, indicators=(placed,), period=YEAR)
    assert [finding.code for finding in ct.check(plan, rules=["magnitude"])] == ["magnitude"]


@pytest.mark.parametrize("change", ["giảm 2,0%/năm", "giảm 2,0% mỗi năm", "bình quân giảm 2,0%"])
def test_a_change_for_each_year_is_one_of_the_year_before(change):
    text = f"Tỷ lệ mây mù còn 3,0%, {change} so với năm {{}} (4,0%)."
    assert codes(text.format(2025)) == ["level-change"]
    assert not codes(text.format(2024))
    assert not codes(text.format(2026))


@given(before=st.integers(200, 900), change=st.integers(1, 150), falls=st.booleans())
def test_what_adds_up_is_silent(before, change, falls):
    """Law: a level that is the earlier value and the change is never spoken of; four points more are."""
    level = before - change if falls else before + change
    word = "giảm" if falls else "tăng"

    def said(amount):
        now, then, by = (format_number(Decimal(one) / 10) for one in (amount, before, change))
        return codes(f"Tỷ lệ mây mù là {now}%, {word} {by} điểm phần trăm so với năm 2025 ({then}%).")

    assert not said(level)
    assert said(level + 40) == ["level-change"]


@pytest.mark.parametrize(
    "clause",
    [
        "còn 3,5%, giảm 1,0% so với năm 2025 (4,5%), ",
        "từ 5% năm 2025 ",
        "năm 2025 là 5%, năm 2026 là 4%, giảm 1%, ",
        "(năm 2025: 5%, 4 hộ, 3 xã) ",
        "so với so với năm 2025 (( 5% ",
    ],
)
def test_many_of_them_take_time_in_proportion(clause):
    assert len(read(clause * 500)) <= 1000


@pytest.mark.parametrize(
    ("ahead", "priced"),
    [
        ("GRDP", True),
        ("GRDP khá, thu", True),
        ("GRDP khá. Thu", False),
        ("Khá. GRDP tốt; thu", False),
        ("Khá. Tốt; GRDP", True),
        (f"GRDP{' khá' * 31} là", False),
    ],
)
def test_growth_of_what_has_prices_is_not_worked_out(ahead, priced):
    assert codes(f"{ahead} đạt 110 tỷ đồng, tăng 5% so với năm 2025 (100 tỷ đồng).") == (
        [] if priced else ["level-change"]
    )


def test_prices_are_those_of_the_whole_sentence():
    assert not codes("GRDP đạt 110 tỷ đồng; tăng 5% so với năm 2025 (100 tỷ đồng).")
    assert codes("Thu đạt 110 tỷ đồng; tăng 5% so với năm 2025 (100 tỷ đồng).") == ["level-change"]


def verbs(text):
    return [(step.verb, step.name) for step in read(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Giảm tỷ lệ mây mù còn 3% (năm 2025: 4%).", [("giảm", "Giảm tỷ lệ mây mù")]),
        ("Tăng số trạm, giảm tỷ lệ mây mù còn 3% (năm 2025: 4%).", [("giảm", "giảm tỷ lệ mây mù")]),
        ("Tỷ lệ mây mù là 3% (năm 2025: 4%).", [("", "Tỷ lệ mây mù")]),
        ("Giảm tỷ lệ mây mù còn 3%, giảm 1% so với năm 2025 (4%).", [("", "Giảm tỷ lệ mây mù")]),
        ("Nâng tỷ lệ A lên 30%, B lên 20% (năm 2025: 10%).", [("", "B")]),
        ("Nâng tỷ lệ sạch, giảm tỷ lệ mây mù còn 3% (năm 2025: 4%).", [("giảm", "giảm tỷ lệ mây mù")]),
    ],
)
def test_a_verb_says_which_way_where_no_change_does(text, said):
    assert verbs(text) == said


def test_prices_of_the_line_before_say_nothing():
    text = "2. GRDP bình quân đầu người 105 triệu đồng.\n3. Kim ngạch xuất khẩu 12,9 tỷ USD, tăng 14% so với năm 2025 (9,8 tỷ USD)."
    assert codes(text) == ["level-change"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nouns of one head, counted in one size
        ("Đón 620 triệu lượt khách (ước thực hiện năm 2025 đạt 6,0 triệu lượt).", ["magnitude"]),
        ("Đón 15 triệu lượt khách, tăng 12% so với 12,4 triệu lượt của năm 2025.", ["level-change"]),
        ("Đón 13,9 triệu lượt khách, tăng 12% so với 12,4 triệu lượt của năm 2025.", []),
        ("Đón 15 triệu lượt khách, tăng 12% so với 12,4 nghìn lượt của năm 2025.", []),
        # what stands behind "trong đó" was not meant for the whole
        ("Đón 620 triệu lượt khách (năm 2025: 6,0 triệu lượt), trong đó khách lưu trú 2,4 triệu lượt.", ["magnitude"]),
        ("Đón 620 triệu lượt khách (năm 2025: 6,0 triệu lượt), khách lưu trú 2,4 triệu lượt.", ["magnitude"]),
        ("Đón 6,2 triệu lượt khách (năm 2025: 6,0 triệu lượt), khách lưu trú 2,4 triệu lượt.", []),
    ],
)
def test_amounts_of_one_noun(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        # a bracket may tell a rate and its count of an earlier time, each beside its own level
        (
            "Số trạm hỏng còn 84 trạm, tỷ lệ 4,2%, giảm 38 trạm so với cuối năm 2025 (6,1%, 122 trạm).",
            [("4,2%", "6,1%"), ("84 trạm", "122 trạm")],
        ),
        # a semicolon in a bracket parts a change from an earlier value, and two levels for good
        ("Thu 560 tỷ đồng (tăng 12%; năm 2025: 500 tỷ đồng).", [("560 tỷ đồng", "500 tỷ đồng")]),
        ("Thu 560 tỷ đồng (bán lẻ 300 tỷ đồng; năm 2025: 500 tỷ đồng).", []),
        # a change is no earlier value
        ("Tỷ lệ mây mù còn 3%, giảm 2% so với năm 2025 (giảm 4%).", []),
    ],
)
def test_which_amounts_belong_together(text, pairs):
    assert [(str(one.level.target), str(one.before.target)) for one in read(text)] == pairs


@pytest.mark.parametrize(("others", "told"), [(4, True), (5, False)])
def test_a_few_amounts_may_stand_between(others, told):
    between = "".join(f"{number} hộ, " for number in range(others))
    assert bool(read(f"Tỷ lệ mây mù còn 3%, {between}giảm 1% so với năm 2025 (4%).")) is told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỷ lệ hộ nghèo còn 3%, 90 hộ (năm 2025: 4%, 120 hộ), giảm 1%.", []),
        ("Tỷ lệ hộ nghèo còn 3%, 90 hộ (năm 2025: 4%, 120 hộ), giảm 20 hộ.", ["level-change"]),
    ],
)
def test_percent_behind_a_rate_and_its_count_are_of_the_rate(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Công nghiệp tăng 5,1% (năm 2025: -0,95%).",
        "Chỉ số đạt -2,0% (năm 2025 là -1,5%; quý I -0,5%).",
        "Năm 2026 bổ sung 500 tỷ đồng, tổng vốn đạt 2.000 tỷ đồng, tăng 5,3% so với năm 2025 (1.900 tỷ đồng).",
        "Giảm 300 hộ cận nghèo, đưa số hộ nghèo từ 1.200 hộ xuống còn 950 hộ.",
        "Thành lập mới 1.850 doanh nghiệp, nâng tổng số doanh nghiệp từ 8.000 lên 9.500 doanh nghiệp.",
        "Tăng gấp đôi số lượt khách, nâng tỷ lệ lưu trú từ 40% lên 45%.",
        "Giải quyết 1.200 hồ sơ, giảm 10%, còn 90 hồ sơ.",
        "Đào tạo thêm 40 bác sĩ, từ 12 bác sĩ/vạn dân lên 13 bác sĩ/vạn dân.",
        "Còn 1.200 hộ nghèo, giảm 300 hộ, còn lại 250 hộ cận nghèo.",
        "Tỷ lệ A 4,8% (tỷ lệ B +1,0 điểm %; năm 2025: 6,3%)",
    ],
)
def test_signs_and_verbs_of_other_matters_are_left_alone(text):
    assert "level-change" not in codes(text)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        # ratios and times
        ("Có 80 trạm sạc, gấp đôi năm 2025 ({} trạm).", "40", "30"),
        ("Sản lượng nhãn 12 tấn, tăng gấp {} lần so với năm 2025 (4 tấn).", "3", "2"),
        ("Sản lượng nhãn 12 tấn, bằng {}% so với năm 2025 (10 tấn).", "120", "150"),
        ("Đàn trâu còn 50 con, bằng {}% so với năm 2025 (500 con).", "10", "12"),
        # a fraction, its percentage and the change
        ("Có 64/70 bến sạch, bằng 91,4%, tăng {} bến so với năm 2025 (60/70 bến).", "4", "9"),
        # what stands in brackets between
        ("Có 40 bến (8 bến lớn, 32 bến nhỏ), tăng {} bến so với năm 2025 (36 bến).", "4", "9"),
        ("Tỷ lệ mây mù giảm {} điểm phần trăm so với năm 2025 (6,0%, 122 trạm), còn 4,8%.", "1,2", "2,1"),
        ("Tỷ lệ mây mù còn 4,8%; giảm {} điểm phần trăm so với năm 2025 (6,0%).", "1,2", "2,1"),
        # of each year, where the earlier one is the year before
        ("Tỷ lệ mây mù năm 2026 còn 4,8%, giảm bình quân {} điểm phần trăm so với năm 2025 (6,0%).", "1,2", "2,1"),
        # an amount tells all, whatever the prices are
        ("Giá trị sản xuất đạt 160 tỷ đồng (giá hiện hành), tăng {} tỷ đồng so với năm 2025 (100 tỷ đồng).", "60", "90"),
    ],
)  # fmt: skip
def test_levels_with_ratios_brackets_and_prices(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["level-change"]


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ mây mù đạt 10%, tăng gấp 2 lần so với năm 2025 (5%).",
        "Sản lượng nhãn 10 tấn, tăng gấp 2 lần trở lên so với năm 2025 (4 tấn).",
        "Đàn trâu còn 50 con, bằng 9% so với năm 2025 (500 con).",  # a share, for all we know
        "Thêm 40 bác sĩ, từ 12 bác sĩ/vạn dân năm 2025 lên 13 bác sĩ/vạn dân.",
        "Tỷ lệ mây mù năm 2028 còn 4,8%, giảm bình quân 0,4 điểm phần trăm so với năm 2025 (6,0%).",
        "Tỷ lệ mây mù năm 2026 còn 4,8%, giảm 2,1 điểm phần trăm so với năm 2023, giảm 1,2 điểm so với năm 2025 (6,0%).",
        "Sản lượng nhãn 12 tấn, tăng 50% so với kế hoạch, năm 2025: 10 tấn.",
    ],
)
def test_ratios_and_changes_of_others(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a month or a quarter that something is compared with
        ("Quý III thu 95 tỷ đồng, giảm 5% so với quý II (100 tỷ đồng).", False),
        ("Quý III thu 95 tỷ đồng, giảm 15% so với quý II (100 tỷ đồng).", True),
        ("Tháng 9 thu 95 tỷ đồng, giảm 15% so với tháng 8/2026 (100 tỷ đồng).", True),
        (
            "Tháng 9 thu 95 tỷ đồng, giảm 5% so với tháng 8 (100 tỷ đồng) và tăng 90% so với cùng kỳ (50 tỷ đồng).",
            False,
        ),
        # places, whatever words they are told by
        ("Chỉ số xếp thứ 17/34, tăng 4 bậc so với năm 2025 (thứ 21).", False),
        ("Chỉ số xếp thứ 17/34, tăng 8 bậc so với năm 2025 (thứ 21).", True),
        ("Chỉ số xếp hạng 17/34, giảm 4 bậc so với năm 2025 (hạng 21/34).", True),
        ("Chỉ số xếp thứ 12/34, giảm 6 bậc (năm 2025 xếp thứ 6).", False),
        ("Chỉ số xếp thứ 12/34, giảm 8 bậc (năm 2025 xếp thứ 6).", True),
    ],
)
def test_what_something_is_compared_with_may_be_a_month_or_a_place(text, told):
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["level-change"])
    assert [finding.code for finding in findings] == (["level-change"] if told else [])


def test_a_change_of_places_is_quoted_as_it_is_told():
    text = "Chỉ số xếp thứ 17/34, tăng 8 bậc so với năm 2025 (thứ 21)."
    (finding,) = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["level-change"])
    assert "tăng 8 bậc" in finding.message
