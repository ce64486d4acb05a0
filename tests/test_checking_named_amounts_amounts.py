"""The rules on amounts: what each finds, and what it must pass over."""

import pytest

import chitieu as ct

YEAR = ct.Period(2026)


def found(*lines, **given):
    """Return the codes found in some indicator lines of a plan of 2026."""
    indicators = tuple(item for line in lines for item in ct.parse_indicators(f"1) {line};"))
    plan = ct.Plan(indicators=indicators, period=YEAR)
    return [finding.code for finding in ct.check(plan, **given)]


FAULTS = [
    ("unit-fits", "Tỷ lệ che phủ rừng đạt 45,5 ha"),
    ("unit-fits", "GRDP bình quân đầu người đạt 53,9%"),
    ("value-bounds", "Tỷ lệ hộ nghèo còn 101%"),
    ("value-bounds", "Tỷ lệ bao phủ bảo hiểm y tế đạt 195% dân số"),
    ("share-bounds", "Tỷ lệ thôn, bản có loa truyền thanh đạt 108%"),
    ("direction", "Tỷ lệ hộ nghèo tăng 1%"),
    ("shares-sum", "Cơ cấu kinh tế: Khu vực I 33%; khu vực II 22,3%; khu vực III 42,24%; thuế sản phẩm 3,46%"),
    ("shares-sum", "Cơ cấu lao động: nông nghiệp 30%, công nghiệp 35%, dịch vụ 36%"),
    (
        "parts-sum",
        "Thu ngân sách nhà nước 8.460 tỷ đồng (trong đó thu nội địa 8.140 tỷ đồng, thu từ xuất, nhập khẩu 350 tỷ đồng)",
    ),
    ("parts-sum", "Trồng mới 500 ha rừng, gồm rừng phòng hộ 300 ha, rừng sản xuất 250 ha"),
    ("parts-sum", "Dân số trung bình 1.300 nghìn người, trong đó thành thị 400 nghìn người, nông thôn 800 nghìn người"),
    ("shares-sum", "Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp - xây dựng 42%, dịch vụ 31%"),
    ("part-over-whole", "Thu ngân sách nhà nước 5.388 tỷ đồng, trong đó thu nội địa 5.500 tỷ đồng"),
    ("part-over-whole", "Đón 2,6 triệu lượt khách, trong đó khách quốc tế 3 triệu lượt"),
    ("parts-exceed", "Trồng mới 500 ha rừng, trong đó rừng phòng hộ 300 ha, rừng sản xuất 250 ha"),
    (
        "growth-between",
        "Tốc độ tăng trưởng GRDP tăng 18%; trong đó khu vực I tăng 3%, khu vực II tăng 12%, khu vực III tăng 7,5%",
    ),
    ("growth-between", "Tỷ lệ hộ dùng nước sạch đạt 99%, trong đó thành thị 98%, nông thôn 80%"),
]


@pytest.mark.parametrize(("code", "line"), FAULTS)
def test_a_mistake_is_found(code, line):
    assert found(line) == [code]


SOUND = [
    "Tỷ lệ hoàn thành dự toán thu đạt 112%",
    "Tỷ lệ giải ngân vốn đầu tư công đạt 102% kế hoạch",
    "Thu ngân sách nhà nước đạt 100% dự toán",
    "Tuyển quân đạt 100% chỉ tiêu",
    "GRDP bình quân đầu người đạt 53,9 triệu đồng",
    "GRDP bình quân đầu người đạt 3.200 USD/người",
    "Tỷ lệ xã đạt chuẩn nông thôn mới đạt 51/58 xã",
    "Tỷ lệ thu gom rác thải đạt 90%, trong đó đô thị 98%, nông thôn 80%",
    "Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp - xây dựng 42%, dịch vụ 31%, còn lại là thuế sản phẩm",
    "Cơ cấu kinh tế: Khu vực I 33%; khu vực II 22,3%; khu vực III 41,24%; thuế sản phẩm 3,46%",
    "Tốc độ tăng trưởng GRDP tăng 7,3%; trong đó khu vực I tăng 3%, khu vực II tăng 8%, khu vực III tăng 7%",
    "Trồng mới 500 ha rừng, gồm rừng phòng hộ 300 ha, rừng sản xuất 200 ha",
    "Trồng mới 500 ha rừng, trong đó rừng phòng hộ 300 ha",
    "Toàn tỉnh có 163 hộ. Trong đó, 36 hộ không có đất, 22 hộ thiếu vốn, 15 hộ không có nghề, 10 hộ neo đơn",
    "Tỷ suất chết trẻ em dưới 1 tuổi còn 12‰",
    "Tổng tỷ suất sinh 2,1 con/phụ nữ",
    "Sản lượng lúa tăng 120% so với năm 2020",
    "Đóng góp của TFP vào tăng trưởng GRDP khoảng 47%",
    "Tỷ lệ vốn đầu tư toàn xã hội so với GRDP đạt 105%",
]


@pytest.mark.parametrize("line", SOUND)
def test_what_is_right_is_passed_over(line):
    assert found(line) == []


def test_the_quote_puts_a_caret_under_the_amount():
    plan = ct.Plan(indicators=ct.parse_indicators("1) Tỷ lệ hộ nghèo còn 101%;"))
    (finding,) = ct.check(plan)
    line, caret = finding.quote.splitlines()
    assert line[caret.index("^") : caret.rindex("^") + 1] == "101%"


def test_the_place_in_the_text_is_named(example_text):
    text = example_text.replace("72%; trong đó, lao động", "172%; trong đó, lao động")
    (finding,) = ct.check(ct.parse_plan(text))
    assert finding.code == "value-bounds"
    assert "172%" in text[finding.span.start : finding.span.end]
    assert text.splitlines()[finding.line - 1][finding.column - 1 :].startswith("khoảng")


# --- against the year before, and other plans -----------------------------------------------------------


def observed(key, value):
    return ct.Observation(key, ct.Period(2025), ct.parse_quantity(value))


@pytest.mark.parametrize(
    ("line", "key", "before", "codes"),
    [
        ("Tỷ lệ hộ nghèo còn 2,5% (giảm 1%/năm)", "poor", "3,5%", []),
        ("Tỷ lệ hộ nghèo còn 2,5% (giảm 1%/năm)", "poor", "3,9%", ["level-change"]),
        ("Tỷ lệ hộ nghèo còn không quá 2,5% (giảm 1%/năm)", "poor", "3,2%", []),  # 2,2 is no more than 2,5
        ("Tỷ lệ hộ nghèo còn 2,5%", "poor", "3,9%", []),  # no change is named
        ("Kim ngạch xuất khẩu đạt 1.700 triệu USD", "export", "1,6 tỷ USD", []),
        ("Kim ngạch xuất khẩu đạt 1.700 triệu USD", "export", "1,6 triệu USD", ["magnitude"]),
        ("Kim ngạch xuất khẩu đạt 17 triệu USD", "export", "1,6 tỷ USD", ["magnitude"]),
        ("Kim ngạch xuất khẩu đạt 1.700 triệu USD", "export", "40.000 tỷ đồng", []),  # two currencies say nothing
    ],
)
def test_against_last_year(line, key, before, codes):
    assert found(line, observations=[observed(key, before)]) == codes


def plan_of(*lines, **fields):
    return ct.Plan(indicators=tuple(i for line in lines for i in ct.parse_indicators(f"1) {line};")), **fields)


def test_last_years_plan_stands_in_for_last_years_result():
    before = plan_of("Kim ngạch xuất khẩu đạt 16 triệu USD", period=ct.Period(2025))
    now = plan_of("Kim ngạch xuất khẩu đạt 1.700 triệu USD", period=YEAR)
    assert [finding.code for finding in ct.check(now, before)] == ["magnitude"]


def test_plans_of_one_year_that_disagree():
    plan = plan_of("Tỷ lệ che phủ rừng đạt 45%", period=YEAR)
    same = plan_of("Tỷ lệ che phủ rừng 45,0%", number="9/NQ-HĐND", period=YEAR)
    other = plan_of("Tỷ lệ che phủ rừng đạt 46%", number="9/NQ-HĐND", period=YEAR)
    assert ct.check(plan, same) == ()
    (finding,) = ct.check(plan, other)
    assert (finding.code, finding.fields["source"]) == ("plans-disagree", "9/NQ-HĐND")
    assert ct.check(plan, plan_of("Tỷ lệ che phủ rừng đạt 42%", period=ct.Period(2020))) == ()


def test_a_text_is_looked_through_for_the_same_indicators():
    plan = plan_of("Đạt 32,1 giường bệnh/vạn dân; 10,05 bác sĩ/vạn dân", period=YEAR)
    assert ct.check(plan, "Năm nay ngành phấn đấu đạt 10,05 bác sĩ/vạn dân, 32,1 giường bệnh/vạn dân.") == ()
    (finding,) = ct.check(plan, "Năm nay ngành phấn đấu đạt 11 bác sĩ/vạn dân, 32,1 giường bệnh/vạn dân.")
    assert finding.code == "plans-disagree"
    assert "bác sĩ" in finding.message


def test_an_indicator_twice_with_two_targets():
    assert found("Tỷ lệ che phủ rừng đạt 45%", "Tỷ lệ che phủ rừng đạt 46%") == ["duplicate-target"]
    assert found("Tỷ lệ che phủ rừng đạt 45%", "Tỷ lệ che phủ rừng đạt 45,0%") == []
    assert found("Tỷ lệ che phủ rừng khoảng 45%", "Tỷ lệ che phủ rừng đạt 46%") == []
    assert found("Tỷ lệ che phủ rừng năm 2026 đạt 45%", "Tỷ lệ che phủ rừng đến năm 2030 đạt 48%") == []


def test_what_was_assigned_and_what_is_striven_for_may_differ():
    line = "Thu ngân sách nhà nước theo dự toán Trung ương giao đạt 6.450 tỷ đồng, chỉ tiêu địa phương phấn đấu là 6.700 tỷ đồng"
    assert found(line) == []


def test_a_task_may_repeat_either_target_and_no_third():
    line = "Thu ngân sách nhà nước theo dự toán Trung ương giao đạt 6.450 tỷ đồng, chỉ tiêu địa phương phấn đấu là 6.700 tỷ đồng"
    indicators = ct.parse_indicators(f"1) {line};")

    def check(text):
        tasks = (ct.Task(text, targets=(ct.parse_target("đạt 6.450 tỷ đồng"),)),)
        plan = ct.Plan(indicators=indicators, assignments=(ct.Assignment("Sở Tài chính", tasks=tasks),), period=YEAR)
        return [finding.code for finding in ct.check(plan)]

    assert check("Quản lý tốt nguồn thu, thu ngân sách nhà nước đạt 6.700 tỷ đồng.") == []
    assert check("Quản lý tốt nguồn thu, hướng tới mục tiêu thu ngân sách tỉnh đạt 7.100 tỷ đồng.") == [
        "duplicate-target"
    ]
    assert check("Trong quý I, thu ngân sách nhà nước đạt 1.500 tỷ đồng.") == []


# --- identities ---------------------------------------------------------------------------------------------


def test_identities_that_hold_are_said(shared):
    report = ct.run_checks(ct.read_plan(next((shared / "seeds").glob("001*.txt"))))
    assert report.errors == ()
    said = [str(result) for result in report.identities]
    assert all(result.holds for result in report.identities)
    assert any("33 + 22,3 + 41,24 + 3,46 = 100" in one for one in said)
    assert any("5.258 + 130 = 5.388" in one for one in said)
    assert any("5.428 + 130 = 5.558" in one for one in said)
    (third,) = (finding for finding in report.findings if finding.code == "duplicate-target")
    assert "6.000 tỷ đồng" in third.message


def test_the_head_of_a_department_agrees_with_the_plan(shared):
    plan = ct.read_plan(next((shared / "seeds").glob("001*.txt")))
    speech = next((shared / "seeds").glob("000*.txt")).read_text(encoding="utf-8")
    assert [finding.code for finding in ct.check(plan, speech) if finding.code == "plans-disagree"] == []
    other = speech.replace("10,05 bác sĩ", "11,5 bác sĩ")
    assert [f.about for f in ct.check(plan, other) if f.code == "plans-disagree"] == ["bác sĩ/vạn dân"]


def test_partial_parts_are_no_error(shared):
    text = next((shared / "seeds").glob("004*.txt")).read_text(encoding="utf-8")
    assert not [finding for finding in ct.check(text) if finding.severity is ct.Severity.ERROR]
    (line,) = (one for one in text.splitlines() if "163 hộ" in one)
    findings = ct.check(ct.Plan(indicators=ct.parse_indicators(line)))
    assert not [finding for finding in findings if finding.severity is ct.Severity.ERROR]


def test_gdp_per_head_follows_from_gdp_and_people():
    lines = ["Quy mô GRDP theo giá hiện hành đạt 90.000 tỷ đồng", "Dân số trung bình 1.300.000 người"]
    assert found(*lines, "GRDP bình quân đầu người đạt 69,2 triệu đồng/người") == []
    assert found(*lines, "GRDP bình quân đầu người đạt 59,2 triệu đồng/người") == ["per-head"]


def test_sums_over_several_lines():
    lines = ["Thu ngân sách nhà nước trên địa bàn 5.388 tỷ đồng", "Thu nội địa 5.258 tỷ đồng"]
    assert found(*lines, "Thu từ hoạt động xuất, nhập khẩu 130 tỷ đồng") == []
    assert found(*lines, "Thu từ hoạt động xuất, nhập khẩu 190 tỷ đồng") == ["identity"]
    assert found(*lines) == []


def test_those_with_a_certificate_are_some_of_those_trained():
    whole = "Tỷ lệ lao động qua đào tạo đạt 66%"
    assert found(whole, "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ đạt 35%") == []
    assert found(whole, "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ đạt 72%") == ["order"]
