"""Rules about how amounts are written.

Covers `values.english_numbers` too.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import codes, found, only, plan

import chitieu as ct
from chitieu.checking.values import writing
from chitieu.checking.values.missing_units import unit_missing

RULES = (
    writing.number_english, writing.digits_lost, writing.range_backwards, writing.words_disagree, unit_missing,
)  # fmt: skip

FAULTS = {
    writing.number_english: [
        "Năng suất lao động tăng 12.5%", "Thu ngân sách 1,234.5 tỷ đồng", "Thu nội địa 1,234,567 triệu đồng",
        "Trồng 12,500 ha rừng", "Xóa 1,234 căn nhà tạm", "Đón 2.5 triệu lượt khách",
        "Trồng mới 1,250 ha rừng",
    ],
    writing.digits_lost: [
        "Sản lượng lúa tăng 4,%", "Sản lượng lúa tăng 9,.5%", "Sản lượng lúa tăng ,5%", "Tỷ lệ che phủ rừng đạt  %",
        "Tỷ lệ che phủ rừng đạt …%", "Tỷ lệ che phủ rừng đạt .......%", "Tỷ lệ hộ cận nghèo giảm  %", "Thu nội địa 1, triệu đồng",
        "Sản lượng lúa tăng 4,,5%", "Sản lượng lúa hơn 1, triệu tấn", "Tỷ lệ giải ngân đạt 82..5%", "Tỷ lệ đô thị hóa: 31,5%%",
    ],
    writing.range_backwards: [
        "Năng suất lao động tăng từ 9% đến 7%", "Năng suất lao động tăng 10 - 8%", "Năng suất lao động tăng 9,5-9%",
        "Thu nội địa từ 5.400 tỷ đồng đến 5.200 tỷ đồng", "Năng suất lao động tăng 12,5% - 11%",
    ],
    writing.words_disagree: ["Công nhận 07 (tám) xã nông thôn mới", "Công nhận 12 (mười ba) xã nông thôn mới"],
    unit_missing: [
        "Kim ngạch nhập khẩu đạt 1.700", "Tỷ lệ hộ cận nghèo còn 2,5", "Tỷ lệ lao động qua đào tạo đạt 65",
        "Tỷ lệ đô thị hóa: 32,5", "Tổng sản phẩm trên địa bàn (GRDP) tăng 9,5",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, lines in FAULTS.items() for line in lines])
def test_each_fault_is_found_once_and_nothing_else(rule, line):
    finding = only(plan(lines=f"1. {line};"), rule)
    assert finding.line == 10
    assert finding.message_vi != finding.message


@pytest.mark.parametrize(
    "line",
    [
        "HDI đạt 0,735", "Hệ số GINI 0,35", "Hệ số ICOR 5,2", "Chỉ số PCI đạt 68,5 điểm", "PCI đạt 68,5", "tăng 9,5% - 10%",
        "giảm từ 10% đến 8%", "hộ nghèo giảm từ 3% xuống 2%", "giảm 3 - 2,5%", "07 (bảy) xã", "thu 1.234,5 tỷ đồng",
        "0,735 tỷ đồng", "tăng 9,125%", "1,5 triệu lượt", "Nghị quyết 66.7/2025/NQ-CP", "phiên bản 4.0 đạt 50%",
        "tăng 9%, 5 xã", "Tỷ lệ tăng, giảm % so với", "So sánh tăng/giảm %", "Tỷ lệ hộ nghèo (%): 2,5", "52 ,5 %",
        "Kim ngạch xuất khẩu (triệu USD) đạt 1.700", "Số bác sĩ/vạn dân: 11,2", "hộ nghèo theo chuẩn 2021 - 2025 còn 2%",
        "PCI trong nhóm 20/34", "Chỉ tiêu 5 - 3 xã", "năm 2021 - 5%", "quý 4 - 3%", "từ 02 đến 01 xã", "1. - 5% hộ nghèo",
        "Dân số 1.234.567 người", "02 (hai) huyện và 1 (một) xã", "trong 6 tháng (năm 2022) đạt 5%", "tương đương 3.200 USD",
        "Cả năm 12 (tháng 1 đến 12)", "khoảng 30% GRDP", "đạt 100% kế hoạch", "còn 2,5% (giảm 1%/năm)", "dưới 2%.", "3,5‰",
        "tăng 2,0 điểm %", "Đưa 96 MW điện gió", "20 (hai mươi) xã", "2.500.000 (hai triệu năm trăm nghìn) đồng", "còn 1,2 %",
        "Số giường bệnh/vạn dân đạt 33", "Tỷ lệ hộ nghèo giảm 1 - 1,5%/năm", "Xếp hạng PAPI 25", "1,234 triệu USD", "1,750 tỷ USD", "1,250 triệu lượt",
        "20 (một nửa) xã", "3 (ba xã) đạt chuẩn", "| Chỉ tiêu | đạt % | ghi chú |", "năm 2026, triệu tập họp",
        "Tỷ lệ hộ nghèo theo Quyết định 05", "Tỷ lệ hộ nghèo của 03 xã", "Tỷ lệ hộ nghèo năm 2025", "",
    ],
)  # fmt: skip
def test_writings_that_are_right(line):
    subject = plan(lines=f"1. {line};")
    assert not found(subject, *RULES)
    built = ct.Plan(indicators=ct.parse_indicators(line))
    assert not found(built, *RULES)


@given(
    st.decimals(1, 10**6, places=1, allow_nan=False, allow_infinity=False),
    st.sampled_from(["%", "tỷ đồng", "triệu USD", "ha", "triệu đồng/người"]),
)
def test_law_what_the_library_writes_is_never_reported(value, unit):
    """Quantities written by the library have no fault of writing."""
    assert not found(f"Chỉ tiêu đạt {ct.Quantity(value, unit)};", *RULES)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_law_a_range_is_reported_exactly_if_it_runs_backwards(low, high):
    """Only the order of the ends counts."""
    text = f"đạt {ct.format_number(low)} - {ct.format_number(high)} tỷ đồng"
    assert len(found(text, writing.range_backwards)) == (high < low)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_law_figures_and_words_agree_or_are_reported(figures, words):
    """A number and its words are reported exactly if they differ."""
    text = f"công nhận {ct.format_number(figures)} ({ct.spell_number(words)}) xã"
    assert len(found(text, writing.words_disagree)) == (figures != words)


def test_a_note_on_the_number_is_not_lost():
    """What the reader of targets notes as English is what the rule reports."""
    mention = ct.find_targets("tăng 12.5%")[0]
    (finding,) = found("tăng 12.5%", writing.number_english)
    assert mention.notes
    assert str(finding.fields["reading"]) == "12,5%"


def test_good_plans_are_silent(example_plan):
    assert not found(example_plan, *RULES)
    assert codes(plan()) == []


def test_english_numbers_in_cells():
    table = "| STT | Chỉ tiêu | ĐVT | KH |\n| 1.1 | GRDP | % | 9.5 |\n| 1.2 | Thu nội địa | tỷ đồng | 5.258 |\n| 2.1 | 4.5 | x |"
    (finding,) = found(table, writing.number_english)
    assert (finding.line, finding.fields["written"]) == (2, "9.5")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Bảng chỉ tiêu\n| 1.1 | GRDP | % | 9,5 |", []),  # the first cells, before the name, number the row
        ("Bảng chỉ tiêu\n| 1.1 | GRDP | 9.5 |", ["9.5"]),
        ("| GRDP | 9.5\n| Bò | 3.5 |", ["9.5", "3.5"]),
        ("| GRDP | 9.5 điểm |", []),
        ("| GRDP | đạt 9.5 |", []),
        ("GRDP 9.5", []),
    ],
)
def test_an_english_number_fills_a_cell_behind_a_name(table, expected):
    assert [one.fields["written"] for one in found(table, writing.number_english)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số bác sĩ/vạn dân 12.5", ["12.5"]),
        ("Số bác sĩ/vạn dân đạt 12.5; số giường/vạn dân: 35.25", ["12.5", "35.25"]),
        ("Số bác sĩ/vạn dân 12.555", []),
        ("Số bác sĩ/vạn dân 12,5", []),
        ("Số bác sĩ/vạn dân 12.5 và hơn", []),
        ("Mục 12.5 về bác sĩ", []),
        ("Mục 1.1 và số bác sĩ/vạn dân 12.5", ["12.5"]),
        ("Đạt 5% và số bác sĩ/vạn dân 12.5", ["12.5"]),
        ("Có 12 và số bác sĩ/vạn dân 12.5", ["12.5"]),
    ],
)
def test_an_english_number_stands_behind_a_rate(text, expected):
    assert [one.fields["written"] for one in found(text, writing.number_english)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu 1,230 nghìn đồng", []),
        ("Thu 1,200 nghìn đồng", ["1,200 nghìn đồng"]),  # of thousands two noughts say so
        ("Trồng 1,230 ha", ["1,230 ha"]),
        ("Trồng 1,235 ha", []),
        ("Thu 1,230 triệu đồng/ha", []),
        ("Sản lượng 1,230 tấn", ["1,230 tấn"]),
        ("Xóa 1,234 căn nhà tạm", ["1,234 căn"]),
        ("Xóa 0,234 căn nhà tạm", []),
    ],
)
def test_a_comma_before_three_digits(text, expected):
    written = [one.fields["written"] for one in found(text, writing.number_english)]
    assert [one[: len(two)] for one, two in zip(written, expected, strict=True)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| Chỉ tiêu | tăng % so với |\nSản lượng tăng ,5%", 1),
        ("| Chỉ tiêu | đạt  % | ghi chú |", 0),
        ("Tỷ lệ đạt  % | ghi chú", 0),
        ("Tỷ lệ đạt  %\n| ghi chú |", 1),
        ("| ghi chú |\nTỷ lệ đạt  %", 1),
        ("| Sản lượng | 4,% |", 1),
    ],
)
def test_a_head_of_a_table_needs_no_digits(text, expected):
    assert len(found(text, writing.digits_lost)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đạt 9% đến 7%", 1), ("đạt 9 - 7%", 1), ("đạt 9% đến 9%", 0), ("đạt 9 tỷ đồng - 7%", 0), ("đạt 9 ha - 7 ha", 1),
        ("giảm 9% đến 7%", 0), ("còn 9 - 7%", 0), ("đạt 9 - 7 xã", 0), ("đạt 20 - 18 triệu lượt", 1), ("đạt 18 - 20 triệu lượt", 0), ("giảm 20 - 18 nghìn hộ", 0), ("đạt 9% với 7%", 0), ("đạt 9/10 xã - 7%", 0),
        ("đạt 9/10 ha - 7 ha", 0), ("đạt 9 ha - 7/10 ha", 0), ("đạt 9% - 10% - 7%", 0), ("đạt 9% - 7% - 6%", 0), ("đạt 9 điểm - 7 điểm", 0), ("đạt 9 tỷ đồng đến 7 triệu đồng", 0),
    ],
)  # fmt: skip
def test_ranges_that_run_backwards(text, expected):
    assert len(found(text, writing.range_backwards)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu nội địa 250,,5O tỷ đồng.", ["250,,5"]),
        ("Thu nội địa 250,,5 tỷ đồng, thu phí 25O tỷ đồng.", ["250,,5", "25O"]),
    ],
)
def test_a_number_with_two_slips_is_found_once(text, expected):
    findings = ct.check(ct.Plan(text=text), rules=["digits-lost"])
    assert [one.span.of(text) for one in findings if one.span] == expected
