"""The rule on amounts without a unit, and those of indicators."""

from decimal import Decimal

import pytest
from small_plans import found, plan

import chitieu as ct
from chitieu.checking.values.missing_units import unit_missing


def test_a_target_without_a_unit_in_a_plan_that_was_built():
    target = ct.Target(ct.Quantity(Decimal("2.5"), ""))
    built = ct.Plan(indicators=(ct.PlannedIndicator("Tỷ lệ hộ nghèo", indicator="poor", targets=(target,)),))
    assert [one.fields["expected"] for one in found(built, unit_missing)] == ["%"]
    index = ct.Plan(indicators=(ct.PlannedIndicator("HDI", indicator="hdi", targets=(target,)),))
    assert not found(index, unit_missing)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Kim ngạch nhập khẩu đạt 1.700", [("Kim ngạch nhập khẩu", "1.700")]),
        ("Kim ngạch nhập khẩu đạt 1.700 thùng", []),
        ("Kim ngạch nhập khẩu đạt 0", []),
        ("Kim ngạch nhập khẩu đạt 1.700, kim ngạch xuất khẩu đạt 1.800", [("Kim ngạch nhập khẩu", "1.700"), ("kim ngạch xuất khẩu", "1.800")]),
        ("Tỷ lệ hộ nghèo còn 2,5%, kim ngạch nhập khẩu đạt 1.700", [("kim ngạch nhập khẩu", "1.700")]),
        ("Xã đạt chuẩn 12, kim ngạch nhập khẩu đạt 1.700", [("kim ngạch nhập khẩu", "1.700")]),
        ("Kim ngạch nhập khẩu 1.700", [("Kim ngạch nhập khẩu", "1.700")]),
        ("Thương mại (triệu USD): kim ngạch nhập khẩu 1.700, xuất khẩu 900", []),
        ("Kim ngạch nhập khẩu đạt 1.700 trở lên", [("Kim ngạch nhập khẩu", "1.700")]),
        ("Số hàng nhập khẩu 1.700", []),
        ("Tốc độ tăng trưởng GRDP tăng 9,5", [("Tốc độ tăng trưởng GRDP", "9,5")]),
    ],
)  # fmt: skip
def test_a_number_without_its_unit(line, expected):
    subject = ct.Plan(indicators=ct.parse_indicators(f"1) {line};"))
    findings = found(subject, unit_missing)
    assert [(one.about, one.fields["number"]) for one in findings] == expected
    for finding in findings:
        row, caret = finding.quote.splitlines()
        assert row[caret.index("^") : caret.rindex("^") + 1] == finding.fields["number"]
    read = plan(lines=f"1. {line};")
    assert [one.span.of(read.text) for one in found(read, unit_missing)] == [number for _, number in expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Tỷ lệ học viên có việc làm sau khóa học đạt 86,5;",
            [("Tỷ lệ học viên có việc làm sau khóa học", "86,5", "%")],
        ),
        ("Tỷ lệ học viên có việc làm sau khóa học đạt 86,5%;", []),
        ("Tỷ lệ học viên có việc làm sau khóa học 86,5;", []),  # no word says that it is a value
        ("Số học viên có việc làm sau khóa học đạt 865;", []),
    ],
)
def test_a_rate_is_in_percent_in_every_name(line, expected):
    plan = ct.Plan(indicators=ct.parse_indicators(f"1) {line}"))
    found = ct.check(plan, rules=["unit-missing"])
    assert [(one.about, one.fields["number"], one.fields["expected"]) for one in found] == expected


def test_the_rule_points_at_the_number_once():
    subject = plan(lines="- Cây lâu năm:\n+ Chè 610 ha;\n+ Hồ tiêu 1.290;\n+ Điều 2.400 ha.")
    (finding,) = found(subject, unit_missing)
    assert finding.span.of(subject.text) == "1.290"
    assert (finding.fields["number"], finding.fields["expected"]) == ("1.290", "ha")
    both = plan(lines="- Vốn:\n+ Vốn tỉnh 120,5 tỷ đồng;\n+ Kim ngạch xuất khẩu: 1.700;\n+ Vốn khác 20 tỷ đồng.")
    assert len(found(both, unit_missing)) == 1


def test_a_fund_in_a_plan():
    text = "KẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2026\nI. CHỈ TIÊU\n1. Tỷ lệ hộ nghèo còn 1%.\n- Gây Quỹ “Khuyến học”: 85; tặng 12 suất học bổng.\n"
    (finding,) = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["unit-missing"])
    assert (finding.fields["number"], finding.fields["expected"]) == ("85", "triệu đồng")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # what stands behind the last colon of a clause is the name
        ("Về thương mại: kim ngạch nhập khẩu đạt 1.700", "triệu USD"),
        ("Kim ngạch nhập khẩu: 1.700", "triệu USD"),
        ("Kim ngạch nhập khẩu đạt 12 triệu USD; kim ngạch nhập khẩu đạt 1.700", "triệu USD"),
        ("Có 12 tấn; sản lượng lúa đạt 900.000", "tấn"),
        ("Sản lượng lúa, sản lượng sắn tươi phơi đạt 900.000", None),
        ("Sản lượng lúa giảm 1.700", "tấn"),
        # a share of some people and what it is counted from look alike
        ("Tuyển quân: 100", "%"),
        ("Tuyển quân: 101", None),
        ("Tuyển quân đạt 45 (đạt 90%)", None),
        ("Tỷ lệ hộ nghèo còn 45 (đạt 90%)", "%"),
        # rates by their name, those for so many people are none
        ("Tỷ lệ hộ nghèo 45", "%"),
        ("Tỷ lệ bác sĩ trên 1 vạn dân đạt 45", None),
        ("Tỷ lệ bác sĩ trên vạn dân đạt 45", None),
        # the unit is in the name, or there is none
        ("Số giường bệnh/vạn dân đạt 12", None),
        ("Số năm đi học bình quân đạt 12", None),
        ("Chỉ số PCI đạt 68,5", None),
        ("Kim ngạch nhập khẩu đạt 1.700/1.800", None),
        ("Kim ngạch nhập khẩu, theo đvt, đạt 1.700", None),
        ("Kim ngạch nhập khẩu | 1.700", None),
        # what is counted by its name has no decimals
        ("Xã đạt chuẩn nông thôn mới: 12", None),
        ("Xã đạt chuẩn nông thôn mới: 12,5", "xã"),
    ],
)
def test_what_a_number_of_a_line_needs(line, expected):
    for subject in (ct.Plan(indicators=ct.parse_indicators(f"1) {line};")), plan(lines=f"1. {line};")):
        assert [one.fields["expected"] for one in found(subject, unit_missing)] == (
            [] if expected is None else [expected]
        )


@pytest.mark.parametrize(
    ("key", "value", "total", "text", "expected"),
    [
        ("poor", "2.5", None, "", ["%"]),
        ("poor", "2.5", "12", "", []),
        ("poor", "2.5", None, "Hộ nghèo | 2,5", ["%"]),
        ("poor", "2.5", None, "Hộ nghèo | đạt 2,5", []),
        ("no-such-key", "2.5", None, "", []),
        ("ntm", "12", None, "", []),
        ("ntm", "12.5", None, "", ["xã"]),
    ],
)
def test_targets_without_a_unit(key, value, total, text, expected):
    whole = None if total is None else ct.Quantity(Decimal(total), "")
    target = ct.Target(ct.Quantity(Decimal(value), ""), total=whole)
    name = "Xã đạt chuẩn nông thôn mới" if key == "ntm" else "Hộ nghèo"
    built = ct.Plan(indicators=(ct.PlannedIndicator(name, indicator=key, targets=(target,), text=text),))
    assert [one.fields["expected"] for one in found(built, unit_missing)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("GRDP bình quân đầu người đạt 115 - 120", "triệu đồng/người"),
        ("GRDP bình quân đầu người đạt hơn 41, tăng 3,5%", "triệu đồng/người"),
        ("Tỷ lệ sinh con thứ 3 trở lên xuống dưới 18", "%"),
        ("Tỷ lệ lao động qua đào tạo đạt 65 - 70", "%"),
    ],
)
def test_ranges_bounds_and_ordinals(line, expected):
    subject = ct.parse_plan(f"KẾ HOẠCH\nTrồng sâm năm 2026\nI. CHỈ TIÊU\n1. {line}.\n2. Trồng 12 ha sâm.\n")
    assert [one.fields["expected"] for one in ct.check(subject, rules=["unit-missing"])] == [expected]
