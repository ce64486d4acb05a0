"""What a plan tells of the year before, and what its targets are against it."""

from __future__ import annotations

import unicodedata

import pytest

import chitieu as ct
from chitieu.checking.changes.past import past_values
from chitieu.checking.subject import Subject

HEAD = """ỦY BAN NHÂN DÂN TỈNH SÔNG HẬU
Số: 12/KH-UBND
Sông Hậu, ngày 16 tháng 01 năm 2026
KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026
I. KẾT QUẢ THỰC HIỆN NĂM 2025
{past}
II. CHỈ TIÊU NĂM 2026
1. Độ che phủ rừng đạt 45%.
{lines}
"""


def codes(past, lines):
    return [finding.code for finding in ct.check(ct.parse_plan(HEAD.format(past=past, lines=lines)))]


@pytest.mark.parametrize(
    ("past", "lines", "expected"),
    [
        ("Tỷ lệ hộ nghèo còn 4,5%.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 3,0%.", []),
        ("Hộ nghèo bằng 16% trong tổng số hộ ven biển.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 3,0%.", []),
        ("Tỷ lệ hộ nghèo còn 4,5%.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4%.", ["level-change"]),
        ("Năm 2025, tỷ lệ hộ nghèo còn 4,5%.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4%.", ["level-change"]),
        (
            "Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều giai đoạn 2022 - 2025 còn 4,5%.",
            "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4%.",
            ["level-change"],
        ),
        # the rate of the poor, and that of the nearly poor with them
        (
            "Hộ nghèo: 450 hộ, chiếm 4,5%; hộ cận nghèo: 700 hộ, chiếm 7,0%; cộng lại, tỷ lệ nghèo đa chiều là 11,5%.",
            "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 3,0%.",
            [],
        ),
        (
            "Hộ nghèo: 450 hộ, chiếm 4,5%; hộ cận nghèo: 700 hộ, chiếm 7,0%; cộng lại, tỷ lệ nghèo đa chiều là 11,5%.",
            "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4%.",
            ["level-change"],
        ),
        (
            "Tổng tỷ lệ nghèo đa chiều là 11,5%.",
            "2. Tỷ lệ nghèo đa chiều giảm 2,0%, còn 9,5%; tỷ lệ hộ nghèo còn 3,0%, giảm 1,5%.",
            [],
        ),
        ("Tỷ lệ nghèo đa chiều là 11,5%.", "2. Tỷ lệ nghèo đa chiều giảm 2,0%, còn 8,5%.", ["level-change"]),
        ("Năm 2024, tỷ lệ hộ nghèo còn 4,5%.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4%.", []),
        ("Kế hoạch tỷ lệ hộ nghèo còn 4,5%.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4%.", []),
        ("Tỷ lệ hộ nghèo còn 4,5%; tỷ lệ hộ nghèo còn 4,9%.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4%.", []),
        ("Tỷ lệ hộ nghèo còn 4,5%.", "2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4% (năm 2025: 4,5%).", ["level-change"]),
        ("Kim ngạch xuất khẩu đạt 1.180 triệu USD.", "2. Kim ngạch xuất khẩu đạt 125 tỷ USD.", ["magnitude"]),
        ("Kim ngạch xuất khẩu đạt 1.180 triệu USD.", "2. Kim ngạch xuất khẩu đạt 1.250 triệu USD.", []),
        ("Kim ngạch xuất khẩu quý IV đạt 1 triệu USD.", "2. Kim ngạch xuất khẩu đạt 1.250 triệu USD.", []),
        ("Thu nội địa đạt 5.000 tỷ đồng.", "2. Thu nội địa đạt 5.500 tỷ đồng, tăng 10% so với năm 2025.", []),
        (
            "Thu nội địa đạt 5.000 tỷ đồng.",
            "2. Thu nội địa đạt 5.500 tỷ đồng, tăng 20% so với năm 2025.",
            ["level-change"],
        ),
        ("Thu nội địa đạt 5.000 tỷ đồng.", "2. Thu nội địa đạt 5.500 tỷ đồng, tăng 20% so với dự toán năm 2025.", []),
    ],
)
def test_targets_are_looked_at_against_what_was_reached(past, lines, expected):
    assert codes(past, lines) == expected


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        ("Năm 2025, GRDP tăng 9,5%; kim ngạch xuất khẩu đạt 1.180 triệu USD.", ["magnitude"]),
        ("Năm 2025, GRDP tăng 9,5%.\nKim ngạch xuất khẩu đạt 1.180 triệu USD.", []),
    ],
)
def test_without_a_heading_the_paragraph_names_the_year(past, expected):
    text = HEAD.replace("I. KẾT QUẢ THỰC HIỆN NĂM 2025", "I. BỐI CẢNH").format(
        past=past, lines="2. Kim ngạch xuất khẩu đạt 125 tỷ USD."
    )
    assert [finding.code for finding in ct.check(ct.parse_plan(text))] == expected


def test_a_level_behind_the_bracket_counts():
    for level, expected in (("4,8", []), ("5,8", ["level-change"])):
        lines = f"2. Tỷ lệ hộ nghèo giảm 2,1% so với năm 2025 (năm 2025: 6,9%), còn {level}%."
        assert codes("Năm 2025 nhiều khó khăn.", lines) == expected


@pytest.mark.parametrize(
    ("past", "value"),
    [
        ("Tỷ lệ che phủ rừng đạt 44%.", "44%"),
        ("Năm 2024 mưa nhiều. Tỷ lệ che phủ rừng đạt 44%.", "44%"),
        ("Tỷ lệ che phủ rừng đạt 44%; tỷ lệ che phủ rừng là 44,0%.", "44%"),
        ("Tỷ lệ che phủ rừng đạt 44%; tỷ lệ che phủ rừng đạt 43%.", None),
        ("Tỷ lệ che phủ rừng trên 44%.", None),
        ("Tỷ lệ che phủ rừng đạt 43% - 44%.", None),
        ("Tỷ lệ che phủ rừng tăng 44%.", None),
        ("Tỷ lệ che phủ rừng tăng từ 43% lên 44%.", None),  # the first is what it came from
        ("Tỷ lệ che phủ rừng giai đoạn này đạt 44%.", None),
        ("Tỷ lệ che phủ rừng đạt 44% kế hoạch.", None),
        ("Tỷ lệ mây mù đạt 12%; tỷ lệ che phủ rừng đạt 44%.", "44%"),
        ("Mưa nhiều.", None),
    ],
)
def test_what_was_reached_is_told_in_one_way(past, value):
    plan = ct.parse_plan(HEAD.format(past=past, lines="2. Tỷ lệ đô thị hóa đạt 30%."))
    values = past_values(plan, 2025, Subject(plan).named)
    assert {key: str(one) for key, one in values.items()} == ({} if value is None else {"forest": value})
    assert not past_values(plan, 2023, Subject(plan).named)


def test_a_text_without_lines_tells_of_no_year_before():
    plan = ct.Plan(text="Kết quả năm 2025: tỷ lệ che phủ rừng đạt 44%.", period=ct.Period(2026))
    assert not past_values(plan, 2025, Subject(plan).named)


TABLE = """PHỤ LỤC: CÁC CHỈ TIÊU
TT | Chỉ tiêu | ĐVT | Ước thực hiện 2025 | Kế hoạch 2026
1 | Tỷ lệ hộ nghèo | % | {poor} | 1,9
2 | Kim ngạch xuất khẩu | triệu USD | 1.000 | 1.100
"""


@pytest.mark.parametrize(
    ("poor", "past", "lines", "expected"),
    [
        ("2,3", "", "2. Tỷ lệ hộ nghèo còn 1,9%, giảm 0,4 điểm phần trăm.", []),
        ("2,3", "", "2. Tỷ lệ hộ nghèo còn 1,9%, giảm 0,9 điểm phần trăm.", ["level-change"]),
        ("-", "", "2. Tỷ lệ hộ nghèo còn 1,9%, giảm 0,9 điểm phần trăm.", []),
        ("2,3", "", "2. Kim ngạch xuất khẩu đạt 1.100 triệu USD, tăng 10%.", []),
        ("2,3", "", "2. Kim ngạch xuất khẩu đạt 1.100 triệu USD, tăng 18%.", ["level-change"]),
        # text and table disagree: it is not known what was reached
        (
            "2,3",
            "Tỷ lệ hộ nghèo còn 2,8%.",
            "2. Tỷ lệ hộ nghèo còn 1,9%, giảm 0,9 điểm phần trăm.",
            ["duplicate-target"],
        ),
    ],
)
def test_tables_tell_of_the_year_before_too(poor, past, lines, expected):
    text = HEAD.format(past=past, lines=lines) + TABLE.format(poor=poor)
    assert [finding.code for finding in ct.check(ct.parse_plan(text))] == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("Tổng mức bán lẻ hàng hóa", ["level-change"]), ("Giá trị sản xuất công nghiệp", [])]
)
def test_growth_at_constant_prices_says_nothing_of_a_value_at_current_ones(name, expected):
    (item,) = ct.parse_indicators(f"- {name} đạt 1.200 tỷ đồng, tăng 10%")
    before = ct.Observation(item.indicator, ct.Period(2025), ct.parse_quantity("1.000 tỷ đồng"))
    plan = ct.Plan(period=ct.Period(2026), indicators=(item,))
    assert [finding.code for finding in ct.check(plan, observations=[before])] == expected


FALLS = "2. Tỷ lệ hộ nghèo giảm 0,5 điểm phần trăm so với cuối năm 2025, còn {level}%; tỷ lệ hộ cận nghèo 3%."


@pytest.mark.parametrize(
    "past",
    [
        "Tỷ lệ hộ nghèo cuối năm 2025 là 2,50%.",
        "Tỷ lệ hộ nghèo giảm 0,4%, còn 2,50%.",
        "Đến cuối năm 2025, toàn tỉnh còn 2.500 hộ nghèo trên tổng số 100.000 hộ, chiếm 2,50%.",
        "Cuối năm 2025 còn 2.500 hộ nghèo, chiếm tỷ lệ 2,50%.",
        "Toàn tỉnh còn 2.500 hộ nghèo (tỷ lệ 2,50%).",
        "Số hộ nghèo là 2.500 hộ, chiếm 2,50% tổng số hộ toàn tỉnh.",
    ],
)
@pytest.mark.parametrize(
    "now",
    [
        FALLS,
        "2. Giảm tỷ lệ hộ nghèo 0,5 điểm phần trăm, còn {level}%.",
        "2. Giảm 0,5% tỷ lệ hộ nghèo, đưa tỷ lệ hộ nghèo xuống còn {level}%.",
        "2. Tỷ lệ hộ nghèo đa chiều: {level}% (giảm 0,5%).",
    ],
)
def test_the_rate_told_elsewhere_and_the_change_make_the_level(past, now):
    assert codes(past, now.format(level="2,00")) == []
    assert codes(past, now.format(level="2,20")) == ["level-change"]


def test_a_change_that_is_no_target_of_the_line_counts_too():
    past = "Số giường bệnh trên vạn dân năm 2025 đạt 27,5 giường."
    now = "2. Số giường bệnh/vạn dân: 28,5 giường, tăng {} giường so với năm {};"
    assert codes(past, now.format("1,0", 2025)) == []
    assert codes(past, now.format("2,0", 2025)) == ["level-change"]
    assert codes(past, now.format("2,0", 2023)) == []


@pytest.mark.parametrize(
    ("past", "now"),
    [
        ("Toàn tỉnh còn 2.500 hộ nghèo, chiếm 2,5%.", "2. Tỷ lệ hộ nghèo theo chuẩn mới giảm 1,5 điểm phần trăm, còn 6,5%."),
        ("Toàn tỉnh còn 2.500 hộ nghèo, chiếm 2,5%.", "2. Tỷ lệ hộ nghèo giảm 20%, còn 2,0%."),
        ("Toàn tỉnh còn 2.500 hộ nghèo, chiếm 2,5%.", "2. Tỷ lệ hộ nghèo giảm 0,5% (năm 2025: 2,5%)."),
        ("Xã Tân Phú còn 150 hộ nghèo, chiếm 9,50%.", FALLS.format(level="2,0")),
        ("Trong đó, các xã vùng cao còn 1.500 hộ nghèo, chiếm 9,5%.", FALLS.format(level="2,0")),
        ("Cấp thẻ bảo hiểm y tế cho 2.500 hộ nghèo, đạt 100%; vay vốn 800 hộ nghèo, chiếm 32%.", FALLS.format(level="2,0")),
        ("Trong năm có 1.500 hộ nghèo thoát nghèo, chiếm 30% số hộ nghèo.", FALLS.format(level="2,0")),
        ("Số hộ nghèo là người dân tộc thiểu số còn 1.800 hộ, chiếm 72%.", FALLS.format(level="2,0")),
        ("Đầu năm 2025 có 3.000 hộ nghèo, chiếm 3,0%; cuối năm còn 2.500 hộ nghèo, chiếm 2,5%.", FALLS.format(level="2,0")),
    ],
)  # fmt: skip
def test_rates_of_others_and_of_other_standards_say_nothing(past, now):
    assert "level-change" not in codes(past, now)


def test_a_change_behind_a_bracket_is_of_what_stands_ahead_of_it():
    line = "2. Thu ngân sách 2.250 tỷ đồng (trong đó, thu nội địa 2.215 tỷ đồng; thu từ hoạt động xuất, nhập khẩu 35 tỷ đồng), tăng 8,0% so với năm 2025 là 2.083,5 tỷ đồng."
    assert codes("Kinh tế ổn định.", line) == []


def test_a_text_in_decomposed_letters_is_read_as_well():
    plain = HEAD.format(past="Tỷ lệ hộ nghèo còn 4,5%.", lines="2. Tỷ lệ hộ nghèo giảm 1,5%, còn 2,4%.")
    found = ct.check(ct.parse_plan(unicodedata.normalize("NFD", plain)))
    assert [finding.code for finding in found] == ["level-change"]


@pytest.mark.parametrize("heading", ["ĐIỂM XUẤT PHÁT", "XUẤT PHÁT ĐIỂM", "HIỆN TRẠNG", "NHÌN LẠI NĂM 2025"])
def test_where_one_stands_is_what_the_year_before_came_to(heading):
    head = HEAD.replace("KẾT QUẢ THỰC HIỆN NĂM 2025", heading)
    past = "Thu hút khách năm 2025 còn khó. Tỷ lệ hộ nghèo còn 4,5%."
    for line, expected in (("còn 3,0%", []), ("còn 2,4%", ["level-change"])):
        text = head.format(past=past, lines=f"2. Tỷ lệ hộ nghèo giảm 1,5%, {line}.")
        assert [finding.code for finding in ct.check(ct.parse_plan(text))] == expected


LATE = "Đơn thư quá hạn trả lời"


@pytest.mark.parametrize(
    ("past", "line", "expected"),
    [
        # the same words, in another order of telling, of what no catalogue knows
        (f"{LATE} còn 1,5%.", f"2. {LATE} còn 0,8% (giảm 1,7 điểm phần trăm so với năm 2025).", ["level-change"]),
        (f"{LATE} còn 1,5%.", f"2. {LATE} còn 0,8% (giảm 0,7 điểm phần trăm so với năm 2025).", []),
        (f"Tỷ lệ {LATE.lower()} còn 1,5%.", f"2. {LATE} giảm còn 0,8% (giảm 1,7 điểm phần trăm).", ["level-change"]),
        (
            f"Tồn tại lớn nhất là {LATE.lower()} còn 1,5%, dân chưa hài lòng.",
            f"2. {LATE} còn 0,8% (giảm 1,7 điểm phần trăm).",
            ["level-change"],
        ),
        # others, in another unit, of a part of the year, told in two ways, or named in too few words
        ("Đơn thư quá hạn trình ký còn 1,5%.", f"2. {LATE} còn 0,8% (giảm 1,7 điểm phần trăm).", []),
        (f"{LATE} còn 15 đơn.", f"2. {LATE} còn 0,8% (giảm 1,7 điểm phần trăm).", []),
        (f"Quý III, {LATE.lower()} còn 1,5%.", f"2. {LATE} còn 0,8% (giảm 1,7 điểm phần trăm).", []),
        (f"{LATE} còn 1,5%. {LATE} còn 1,6%.", f"2. {LATE} còn 0,8% (giảm 1,7 điểm phần trăm).", []),
        ("Đơn thư còn 1,5%.", "2. Đơn thư còn 0,8% (giảm 1,7 điểm phần trăm).", []),
    ],
)
def test_what_no_catalogue_knows_is_told_by_its_words(past, line, expected):
    assert codes(past, line) == expected
