"""Shares of all households, and amounts per head, against the numbers of households and people in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

ALL = "Toàn xã có 2.500 hộ với 10.000 nhân khẩu."


def codes(*lines, year=2026):
    plan = ct.Plan(text="\n".join(lines), period=ct.Period(year))
    return [finding.code for finding in ct.check(plan, rules=["fraction-percent"])]


WRONG = "Số hộ nghèo giảm còn 250 hộ, chiếm 12,0% tổng số hộ của xã."


@pytest.mark.parametrize(
    "total",
    [
        ALL,
        "1. Toàn xã có 2.500 hộ, 10.000 khẩu; địa hình chia cắt.",
        "- Tổng số hộ: 2.500; dân số: 10.000 người.",
        "Dân số toàn xã năm 2026 là 10.000 người, tổng số hộ 2.500 hộ.",
        "Xã có 15 thôn, dự kiến năm 2026 có 2.500 hộ dân, 10.000 nhân khẩu.",
        "ỦY BAN NHÂN DÂN XÃ BÌNH AN\n1. Xã Bình An có diện tích tự nhiên 79,2 km2, với 2.500 hộ thuộc 15 thôn.",
        "Năm 2025 toàn xã có 2.400 hộ.\nNăm 2026 toàn xã có 2.500 hộ.",
        "Toàn xã có 2.500 hộ.\nTrên địa bàn xã có 2.500 hộ gia đình.",
    ],
)
def test_ways_to_state_how_many_households_there_are(total):
    assert codes(total, WRONG) == ["fraction-percent"]
    assert codes(total, WRONG.replace("12,0", "10,0")) == []


@pytest.mark.parametrize(
    "total",
    [
        "",
        "Toàn xã có 2.500 hộ.\nToàn xã có 2.600 hộ.",
        "Toàn xã có khoảng 2.500 hộ.",
        "Năm 2025 toàn xã có 2.500 hộ.",
        "Toàn xã có 2.500 hộ đồng bào Thái, 9.000 khẩu.",
        "Toàn xã có 2.500 hộ, 9.000 khẩu là đồng bào dân tộc thiểu số.",
        "Toàn xã có 2.500 hộ kinh doanh.",
        "Thôn 5 có 2.500 hộ, 9.000 khẩu.",
        "Xã Lũng Sâu có 2.500 hộ, 9.000 khẩu.",
        "Toàn xã có 15 thôn, trong đó 3 thôn khó khăn có 2.500 hộ.",
        "Di dời 2.500 hộ, 9.000 khẩu ra khỏi vùng sạt lở.",
        "Bố trí dân cư. Dự kiến năm 2026 có 2.500 hộ.",
        "Tổng số hộ được vay vốn: 2.500.",
        "| Toàn xã | Toàn xã có 2.500 hộ |",
        "I. KẾT QUẢ NĂM 2025\nToàn xã có 2.500 hộ.\nII. CHỈ TIÊU",
    ],
)
def test_numbers_that_are_not_known_to_be_of_all(total):
    assert codes(total, WRONG) == []


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("Giảm 50 hộ nghèo, từ 300 hộ năm 2025 xuống còn 250 hộ, chiếm {}% tổng số hộ.", "10,0"),
        ("Hộ nghèo giảm từ 300 hộ (12,0%) năm 2025 xuống còn 250 hộ ({}%).", "10,0"),
        ("Tỷ lệ hộ nghèo đa chiều còn {}% (250 hộ).", "10,0"),
        ("Tỷ lệ hộ cận nghèo (chuẩn giai đoạn 2022 - 2026) còn {}%, tương ứng 250 hộ, giảm 1 điểm phần trăm.", "10,0"),
        ("Có 2.000 hộ đạt danh hiệu Gia đình văn hóa ({}% số hộ).", "80"),
        ("2.000 hộ dùng nước sạch, đạt {}% tổng số hộ toàn xã.", "80,0"),
        ("Còn 250 hộ nghèo, tương đương {}% tổng số hộ dân trên địa bàn xã.", "10,00"),
        ("Còn 250 hộ, chiếm {}% tổng số 2.500 hộ dân.", "10,0"),
    ],
)
def test_ways_to_state_a_share_of_all(line, right):
    wrong = right.replace("10", "13").replace("80", "85")
    assert codes(ALL, line.format(right)) == []
    assert codes(ALL, line.format(wrong)) == ["fraction-percent"]


@pytest.mark.parametrize(
    "line",
    [
        "Khu vực nông thôn có 250 hộ nghèo, chiếm 12% tổng số hộ.",
        "250 hộ dân tộc thiểu số nghèo, chiếm 12% tổng số hộ dân tộc thiểu số.",
        "Năm 2025 có 250 hộ nghèo, chiếm 12% tổng số hộ.",
        "Có 250 hộ nghèo, chiếm 12% tổng số hộ năm 2025.",
        "Hỗ trợ 250 hộ vay vốn, đạt 12% kế hoạch.",
        "Hỗ trợ 250 hộ vay vốn (12%).",
        "Sửa nhà cho 250 hộ nghèo (12%).",
        "Còn 250 hộ nghèo, chiếm trên 12% tổng số hộ.",
        "Còn 250 hộ nghèo, chiếm 12% tổng số hộ nghèo.",
        "Còn 250 hộ nghèo, chiếm 35% tổng số hộ.",  # of something else
        "Có 250 hộ đăng ký, chiếm 12% số hộ.",
        "Tỷ lệ hộ nghèo dân tộc thiểu số còn 12% (250 hộ).",
        "Tỷ lệ hộ nghèo năm 2025 là 12% (250 hộ).",
        "Tỷ lệ hộ nghèo còn 12% (250 hộ thoát nghèo).",
        "Tỷ lệ hộ nghèo còn 12%; hỗ trợ 250 hộ.",
        "Tỷ lệ hộ nghèo còn 12%; hỗ trợ vốn (250 hộ).",
        "Còn 240 - 250 hộ nghèo, chiếm 12% tổng số hộ.",
        "Giảm 250 hộ nghèo, chiếm 12% tổng số hộ.",
        "| 1 | Hộ nghèo | 250 hộ, chiếm 12% tổng số hộ |",
    ],
)
def test_shares_of_something_else_are_left_alone(line):
    assert codes(ALL, line) == []


def test_a_number_of_no_year_is_taken_for_about_as_many():
    line = "Còn 250 hộ nghèo, chiếm 10,1% tổng số hộ."
    assert codes("Toàn xã có 2.500 hộ.", line.replace("10,1", "10,205")) == []
    assert codes("Toàn xã có 2.500 hộ.", line.replace("10,1", "10,206")) == ["fraction-percent"]
    assert codes("Năm 2026 toàn xã có 2.500 hộ.", line.replace("10,1", "10,002")) == ["fraction-percent"]
    assert codes("Năm 2026 toàn xã có 2.500 hộ.", line.replace("10,1", "10,001")) == []


@pytest.mark.parametrize(
    ("percent", "wrong"), [("4,9", False), ("5,0", True), ("20,0", True), ("20,1", False), ("0", False)]
)
def test_a_share_less_than_half_or_more_than_twice_is_of_something_else(percent, wrong):
    assert codes(ALL, f"Còn 250 hộ nghèo, chiếm {percent}% tổng số hộ.") == ["fraction-percent"] * wrong


@pytest.mark.parametrize(("count", "wrong"), [("2.500", True), ("2.501", False), ("0", False)])
def test_no_more_households_than_there_are(count, wrong):
    assert codes(ALL, f"Có {count} hộ dùng điện, đạt 85% tổng số hộ.") == ["fraction-percent"] * wrong


def test_each_pair_of_a_sentence_is_looked_at():
    line = "Cho vay 9.000 hộ, đạt 80% tổng số hộ; còn 250 hộ nghèo, chiếm {}% tổng số hộ."
    assert codes(ALL, line.format("10,0")) == []
    assert codes(ALL, line.format("12,0")) == ["fraction-percent"]


def test_the_finding_names_both_numbers():
    plan = ct.Plan(text=f"{ALL}\n{WRONG}", period=ct.Period(2026))
    (finding,) = ct.check(plan, rules=["fraction-percent"])
    assert finding.message == "'250/2.500 hộ' is 10,0%, not 12,0%"
    assert finding.span is not None
    assert plan.text[finding.span.start : finding.span.end] == "chiếm 12,0%"


@given(st.integers(500, 90_000), st.integers(2, 300))
def test_right_shares_are_never_findings(total, count):
    """Law: the share a number makes of all households, rounded to two digits, is no finding."""
    share = ct.format_number(round(ct.Quantity(count * 100, "hộ").value / total, 2))
    line = f"Số hộ nghèo còn {ct.format_number(count)} hộ, chiếm {share}% tổng số hộ."
    assert codes(f"Toàn xã có {ct.format_number(total)} hộ.", line) == []


# --- people -----------------------------------------------------------------------------------------------------------


def heads(text, *lines):
    indicators = ct.parse_indicators("\n".join(f"{at}) {line}" for at, line in enumerate(lines, 1)))
    plan = ct.Plan(text=text, period=ct.Period(2026), indicators=indicators)
    return [finding.about for finding in ct.check(plan, rules=["per-head"])]


GRAIN = "Tổng sản lượng lương thực có hạt đạt 5.850 tấn;"


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("Bình quân lương thực đầu người đạt 685 kg/người/năm;", ["Bình quân lương thực đầu người"]),
        ("Lương thực bình quân đầu người 685 kg;", ["Lương thực bình quân đầu người"]),
        (
            "Sản lượng lương thực có hạt bình quân đầu người 5850 kg/người;",
            ["Sản lượng lương thực có hạt bình quân đầu người"],
        ),
        ("Lương thực bình quân đầu người 585 kg/người;", []),
        ("Lương thực bình quân đầu người 590 kg/người;", []),
        ("Lương thực bình quân đầu người năm 2025 đạt 540 kg/người;", []),
        ("Lương thực bình quân đầu người đạt trên 550 kg/người;", []),
    ],
)
def test_grain_per_head(line, about):
    assert heads(ALL, GRAIN, line) == about


def test_rice_alone_is_no_grain():
    assert heads(ALL, "Sản lượng lúa đạt 3.850 tấn;", "Lương thực bình quân đầu người 685 kg/người;") == []


def test_people_of_running_text_serve_other_amounts_per_head():
    grdp = ("GRDP giá hiện hành đạt 600 tỷ đồng;", "GRDP bình quân đầu người đạt 70 triệu đồng/người;")
    assert heads(ALL, *grdp) == ["GRDP bình quân đầu người"]
    assert heads(ALL, *grdp, "Dân số trung bình 8.571 người;") == []  # the line counts
    assert heads("Năm 2025 toàn xã có 10.000 nhân khẩu.", *grdp) == []
    assert heads("Dân số nông thôn là 10.000 người.", *grdp) == []
    assert heads("Lao động của xã là 10.000 người.", *grdp) == []
    assert heads(ALL, "Toàn xã có 12 bác sĩ, đạt 21 bác sĩ/vạn dân;") != []
