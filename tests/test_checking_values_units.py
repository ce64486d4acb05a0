"""Rules on one amount by itself."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

import chitieu as ct
from chitieu.checking.values import bounds, units

YEAR = ct.Period(2026)


def built(key, value, unit, name="Chỉ tiêu", change=ct.Change.LEVEL, **target):
    """Build a plan with one amount and no text."""
    amount = ct.Target(ct.Quantity(Decimal(value), unit), change=change, **target)
    return ct.Plan(indicators=(ct.PlannedIndicator(name, indicator=key, targets=(amount,)),), period=YEAR)


@pytest.mark.parametrize(
    ("key", "value", "unit", "bounds"),
    [
        ("poor", "100", "%", None),
        ("poor", "100.1", "%", ("0%", "100%")),
        ("poor", "-0.1", "%", ("0%", "100%")),
        ("poor", "0", "%", None),
        ("hdi", "1.01", "", ("0", "1")),
        # one bound only
        ("wind_mw", "-1", "MW", ("0 MW", "∞")),
        ("wind_mw", "1000000000", "MW", None),
        ("share_tax", "101", "%", ("-∞", "100%")),
        ("rice_yield", "6.2", "tấn/ha", None),
        ("rice_yield", "62", "tấn/ha", ("0 tạ/ha", "200 tạ/ha")),  # meant are tạ/ha
        ("share_tax", "-101", "%", None),
        # other units of the same dimension count, others do not
        ("grdp", "-1", "triệu đồng", ("0 tỷ đồng", "20.000.000 tỷ đồng")),
        ("rice_ha", "700000", "km2", ("0 ha", "10.000.000 ha")),  # more than the whole country has
        ("grain_pc", "1200", "tấn/người/năm", ("0 kg/người/năm", "5.000 kg/người/năm")),
        ("grain_pc", "1200", "kg/người/năm", None),
        ("grdp", "-1", "ha", None),
        ("poor", "1001", "‰", ("0%", "100%")),
        ("no-such-key", "101", "%", None),
    ],
)
def test_values_lie_within_the_bounds_of_their_indicator(key, value, unit, bounds):
    findings = found(built(key, value, unit), "value-bounds")
    assert [(str(one.fields["low"]), str(one.fields["high"])) for one in findings] == (
        [] if bounds is None else [bounds]
    )


def test_the_far_end_of_a_range_is_within_the_bounds_too():
    for upper, expected in (("100", 0), ("101", 1)):
        plan = built("poor", "99", "%", upper=ct.Quantity(Decimal(upper), "%"), bound=ct.Bound.BETWEEN)
        assert len(found(plan, "value-bounds")) == expected
    assert not found(built("poor", "101", "%", change=ct.Change.INCREASE), "value-bounds")
    assert not found(built("poor", "101", "%", total=ct.Quantity(102, "%")), "value-bounds")


def test_what_an_amount_for_each_was_worked_out_from_has_no_bounds_of_it():
    for line, expected in (
        ("GRDP bình quân đầu người 62,0 triệu đồng (52.700 tỷ đồng, 850 nghìn người)", 0),
        ("GRDP bình quân đầu người 62.000 triệu đồng", 1),
    ):
        plan = ct.Plan(indicators=ct.parse_indicators(line))
        assert len([one for one in ct.check(plan) if one.code == "value-bounds"]) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tỷ suất tử vong trẻ em dưới 1 tuổi không quá 9,5‰", None),
        ("Tỷ suất tử vong trẻ em dưới 1 tuổi không quá 9,5%", "‰"),
        ("Tỷ suất tử vong trẻ em dưới 1 tuổi 2%", "‰"),
        ("Tỷ suất tử vong trẻ em dưới 1 tuổi 0,9%", None),  # 9‰ in other words
        ("Tỷ lệ hộ nghèo còn 25‰", "%"),
        ("Tỷ lệ hộ nghèo còn 2,5%", None),
        # its record lists both
        ("Tỷ lệ tăng dân số tự nhiên 9,5‰", None),
        ("Tỷ lệ tăng dân số tự nhiên 0,95%", None),
        # a change, and a part of a plan
        ("Tỷ suất tử vong trẻ em dưới 1 tuổi giảm 5%", None),
        ("Tỷ suất tử vong trẻ em dưới 1 tuổi bằng 95% kế hoạch", None),
    ],
)
def test_percent_and_per_mille_are_two_units(line, expected):
    plan = ct.Plan(indicators=ct.parse_indicators(f"1) {line};"), period=YEAR)
    findings = found(plan, "unit-fits")
    assert [one.fields["expected"] for one in findings] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Sản lượng lúa đạt 900.000 tấn/năm", 0),
        ("Sản lượng lúa đạt 900.000 ha/năm", 1),
        ("Sản lượng lúa đạt 900.000 ha", 1),
        ("Sản lượng lúa đạt 900.000 tấn trên 140.000 ha gieo cấy", 0),
        ("Sản lượng lúa đạt 900.000 tấn từ 140.000 ha", 0),
        ("Cho thuê 420 ha đất, gồm 300 ha trong khu công nghiệp và 120 ha trong cụm công nghiệp", 0),
    ],
)
def test_a_measure_for_each_year_is_one_of_its_kind(line, expected):
    assert len(found(ct.Plan(indicators=ct.parse_indicators(f"1) {line};"), period=YEAR), "unit-fits")) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tỷ lệ tính trên cả tổng số", 0),
        ("tỷ lệ hộ mây mù trong tổng số", 0),
        ("tỷ lệ tính trên", 0),
        ("tỷ lệ mây mù", 1),
    ],
)
def test_what_a_rate_is_out_of_is_a_count(name, expected):
    assert len(found(built(None, "35000", "hộ", name), "unit-fits")) == expected


@pytest.mark.parametrize(
    ("name", "value", "unit", "expected"),
    [
        ("Tỷ lệ mây mù", "101", "%", 1),
        ("Tỷ trọng mây mù", "101", "%", 1),
        ("Tỷ lệ mây mù", "100", "%", 0),
        ("Tỷ lệ mây mù", "0", "%", 0),
        ("Tỷ lệ mây mù", "-1", "%", 1),
        ("Tỷ lệ mây mù", "1001", "‰", 1),
        ("Tỷ lệ mây mù", "101", "%/năm", 0),
        ("Tỷ lệ mây mù", "101", "xã", 0),
        ("Mây mù theo tỷ lệ", "101", "%", 0),
        ("Tỷ lệ mây mù so với năm trước", "101", "%", 0),
    ],
)
def test_shares_that_the_catalogue_does_not_know(name, value, unit, expected):
    assert len(found(built(None, value, unit, name), "share-bounds")) == expected
    assert not found(built("poor", value, unit, name), "share-bounds")
    assert not found(built(None, value, unit, name, change=ct.Change.INCREASE), "share-bounds")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # the words of its own clause compare a percentage
        ("Tỷ lệ thôn có loa đạt 108%", 1),
        ("Tỷ lệ thôn có loa bằng 108%", 0),
        ("Tỷ lệ thôn có loa đạt 108% dự toán", 0),
        ("Tỷ lệ thôn có loa đạt 108%, vượt dự toán", 1),
        (f"Tỷ lệ thôn có loa đạt 108% {'a' * 60} dự toán", 0),
        (f"Tỷ lệ thôn có loa đạt 108% {'a' * 80} dự toán", 1),
    ],
)
def test_percentages_of_a_plan_may_pass_a_hundred(line, expected):
    plan = ct.Plan(indicators=ct.parse_indicators(f"1) {line};"), period=YEAR)
    assert len(found(plan, "share-bounds")) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tỷ lệ hộ nghèo tăng 1%", ["tăng 1%"]),
        ("Tỷ lệ hộ nghèo giảm 1%", []),
        ("Tỷ lệ che phủ rừng tăng 1%", []),
        ("Tỷ số giới tính khi sinh tăng 1%", []),
        ("Kim ngạch nhập khẩu tăng 1%", []),
        ("Tỷ lệ mây mù tăng 1%", []),
        ("Giảm tỷ lệ hộ nghèo còn 3% (năm 2025: 2%)", ["1%"]),
        ("Nâng tỷ lệ che phủ rừng lên 3% (năm 2025: 5%)", ["2%"]),
        ("Nâng tỷ lệ che phủ rừng lên 5% (năm 2025: 3%)", []),
        ("Tỷ lệ che phủ rừng đạt 3% (năm 2025: 5%)", []),
        ("Giảm tỷ lệ mây mù từ 10% xuống còn 12%", ["2%"]),
        ("Tăng tỷ lệ mây mù từ 10% lên 9%", ["1%"]),
    ],
)
def test_what_gets_worse(line, expected):
    plan = ct.Plan(text=f"Mục tiêu\n{line}.", indicators=ct.parse_indicators(f"1) {line};"), period=YEAR)
    assert [str(one.fields["value"]) for one in found(plan, "direction")] == expected


def test_what_goes_the_right_way_hides_nothing_behind_it():
    text = "Tỷ lệ che phủ rừng đạt 3% (năm 2025: 5%). Giảm tỷ lệ hộ nghèo còn 3% (năm 2025: 2%)."
    assert len(found(ct.Plan(text=text, period=YEAR), "direction")) == 1
    lines = "1) Tỷ lệ che phủ rừng tăng 1%;\n2) Tỷ lệ mây mù đạt 108 xã;\n3) Tỷ lệ hộ nghèo tăng 1%;\n4) Tỷ lệ thôn có loa đạt 108%;"
    assert [one.code for one in found(ct.Plan(indicators=ct.parse_indicators(lines)), "direction", "share-bounds")] == [
        "share-bounds", "direction",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "Tỷ lệ phụ nữ được khám ít nhất 3 lần trong thai kỳ",
        "Tỷ lệ hộ có 2 con trở lên ký cam kết",
        "Tỷ lệ xã có từ 2 nhân viên y tế trở lên",
        "Tỷ lệ người từ 60 tuổi trở lên được khám 1 lần/năm",
        "Tỷ lệ hồ sơ được số hóa trong 3 ngày làm việc",
    ],
)
@given(st.integers(1, 300))
def test_law_a_count_in_the_name_of_a_share_does_not_hide_it(name, percent):
    """A share of people, households or places is reported exactly if it is more than all of them."""
    subject = plan(lines=f"1. {name} đạt {percent}%;")
    assert len(found(subject, bounds.share_bounds)) == (percent > 100)
    compared = plan(lines=f"1. {name} đạt {percent}% kế hoạch;")
    assert found(compared, bounds.share_bounds) == ()


@pytest.mark.parametrize(
    "name",
    [
        "Tỷ lệ nợ trên vốn chủ sở hữu",
        "Tỷ lệ xuất khẩu trên nhập khẩu",
        "Tỷ lệ dự phòng rủi ro",
        "Tỷ lệ thu hồi nợ",
        "Tỷ lệ giường bệnh sử dụng",
        "Tỷ lệ nhập học thô cấp tiểu học",
        "Tỷ lệ hoàn thành 5 chỉ tiêu được giao",
    ],
)
def test_rates_that_may_pass_the_whole(name):
    assert found(plan(lines=f"1. {name} đạt 130%;"), bounds.share_bounds, bounds.value_bounds) == ()


@pytest.mark.parametrize(
    "name",
    [
        "Chất thải nguy hại được thu gom, xử lý đạt quy chuẩn:",
        "Khách trả lời hài lòng hoặc rất hài lòng:",
        "Đơn thư được giải quyết",
        "Mương nội đồng được kiên cố hóa đạt",
        "Phương tiện thủy được kiểm định đạt trên",
        "Bản ghi hộ tịch được số hóa:",
    ],
)
@given(st.integers(1, 300))
def test_law_what_is_done_to_all_there_is_is_no_more_than_that(name, percent):
    """A share without *tỷ lệ* in its name is reported exactly if it is more than all, in lines and in tasks."""
    for subject in (plan(lines=f"1. {name} {percent}%;"), plan(work=f"1. Sở Nội vụ\n- {name} {percent}%.")):
        assert len(found(subject, bounds.share_bounds, bounds.value_bounds)) == (percent > 100)


@pytest.mark.parametrize(
    "line",
    [
        "Đơn thư được giải quyết đạt 120% kế hoạch",
        "Đơn thư được giải quyết đạt 120% so với cùng kỳ",
        "Đơn thư được giải quyết bằng 120% năm 2025",
        "Đơn thư được giải quyết tăng 120%",
        "Đơn thư được giải quyết: 1.250 đơn, đạt 120%",
        "Đơn thư được giải quyết đạt 120% (kế hoạch 1.000 đơn)",
        "Số lao động được bồi dưỡng đạt 120%",
        "Kinh phí được cấp đạt 120%",
        "Nhiệm vụ được giao hoàn thành 120%",
        "Giá đất được cập nhật bằng 120% bảng giá",
        "Đất ở được cấp không quá 150% hạn mức",
        "Rác thải sinh hoạt được thu gom bằng 108% năm 2025",
    ],
)
def test_what_is_done_may_be_more_than_was_planned_or_done_before(line):
    for subject in (plan(lines=f"1. {line};"), plan(work=f"1. Sở Nội vụ\n- {line}.")):
        assert found(subject, bounds.share_bounds, bounds.value_bounds) == ()


def test_a_share_of_what_was_set_may_pass_its_bounds():
    line = "1. Tỷ lệ dân số tham gia bảo hiểm y tế đạt 102%{behind};"
    assert len(found(plan(lines=line.format(behind="")), bounds.value_bounds)) == 1
    assert found(plan(lines=line.format(behind=" chỉ tiêu được giao")), bounds.value_bounds) == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Chỉ số giá tiêu dùng cả năm tăng dưới 3,9%", 0),
        ("Kiềm chế chỉ số giá tiêu dùng tăng không quá 4%", 0),
        ("CPI tăng khoảng 4%", 0),
        ("Lạm phát tăng 4%", 0),
        ("Số vụ cháy tăng không quá 2%", 0),
        ("Số vụ cháy tăng 2%", 1),
        ("Tỷ lệ thất nghiệp tăng trên 1%", 1),
    ],
)
def test_prices_rise_and_a_rise_may_be_held_down(line, expected):
    plan = ct.Plan(indicators=ct.parse_indicators(f"1) {line};"), period=YEAR)
    assert len(found(plan, "direction")) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # a name that opens with a rate is one, though its record has amounts too
        ("Tỷ lệ giải ngân vốn đầu tư công đạt 960 tỷ đồng", "%"),
        ("Giải ngân vốn đầu tư công đạt 960 tỷ đồng", None),
        ("Tỷ lệ giải ngân vốn đầu tư công đạt 96%, tương ứng 960 tỷ đồng", None),
        ("Tỷ lệ giải ngân vốn đầu tư công đạt 960/1.000 tỷ đồng", None),
        # ages, scores and ranks
        ("Tuổi thọ trung bình 74,6‰", "tuổi"),
        ("Tuổi thọ trung bình 74,6 tuổi", None),
        ("Tuổi thọ trung bình đạt 100% kế hoạch", None),
        ("Chỉ số PCI đạt 69 triệu đồng", "điểm, hạng"),
        ("Chỉ số PCI đạt 69 điểm", None),
        # growth
        ("Tốc độ tăng trưởng GRDP đạt 8,5‰", "%"),
        ("Tốc độ tăng trưởng GRDP đạt 8,5%", None),
        # what is made in a day, and things that have an amount each
        ("Sản lượng điện bình quân 2,5 triệu kWh/ngày", None),
        ("Các khu công nghiệp còn lại 70 ha", None),
    ],
)
def test_what_a_name_rules_out(line, expected):
    findings = found(ct.Plan(indicators=ct.parse_indicators(f"1) {line};"), period=YEAR), "unit-fits")
    assert [one.fields["expected"] for one in findings] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("amount", "number"),
    [("9.400 tỷ đồng", 0), ("9.400 triệu đồng", 1), ("9,4 nghìn tỷ đồng", 0), ("9.400 triệu đồng mỗi quý", 0)],
)
@pytest.mark.parametrize(
    ("issuer", "of_all"), [("TỈNH CAO BẰNG", True), ("XÃ TÂN HÒA", False), ("TỈNH CAO BẰNG SỞ Y TẾ", False)]
)
def test_law_totals_of_a_province_are_not_small(amount, number, issuer, of_all):
    """The budget of a province is no few millions; that of a commune and of an office may be."""
    lines = ct.parse_indicators(f"1) Tổng thu ngân sách nhà nước trên địa bàn đạt {amount};")
    plan = ct.Plan(issuer=f"ỦY BAN NHÂN DÂN {issuer}", place="Cao Bằng", indicators=lines, period=YEAR)
    assert len(found(plan, "value-bounds")) == number * of_all


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Chi đầu tư: trường học 90 tỷ đồng, bệnh viện 65 tỷ đồng, khu công nghiệp 45 tỷ đồng", 0),
        ("Điện cấp cho hộ gia đình 620 triệu kWh, khu công nghiệp 410 triệu kWh", 0),
        ("Khu công nghiệp 45 tỷ đồng", 1),
        ("Thành lập mới 195 tỷ đồng, vốn đăng ký 2.480 tỷ đồng", 1),
    ],
)
def test_things_among_amounts_of_one_unit_get_them(line, number):
    findings = found(ct.Plan(indicators=ct.parse_indicators(f"1) {line};"), period=YEAR), "unit-fits")
    assert len(findings) == number


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # what a share is of, and another share behind it
        ("Chi cho trường học 128 tỷ đồng, bằng 45,0% chi thường xuyên và 28,9% tổng chi", 0),
        # a count inside the name of a rate
        ("Tỷ lệ trẻ sơ sinh được sàng lọc 5 bệnh bẩm sinh 85%", 0),
        ("Tỷ lệ trẻ sơ sinh được sàng lọc 85 bệnh", 1),
        # so much for each of what is measured
        ("Giá trị thu được 238 triệu đồng/ha, riêng diện tích làm nhà lưới 480 triệu đồng/ha", 0),
        ("Diện tích làm nhà lưới 480 triệu đồng", 1),
        # a rate told again for each part
        ("Có 8.854 giường bệnh, đạt 62,0 giường/vạn dân (tỉnh 7.854 giường, tức 55,0; xã 1.000 giường, tức 7,0)", 0),
        ("Diện tích nhà ở bình quân 29,2 m2/người (phố 30,1; làng 27,6)", 0),
    ],
)
def test_an_amount_beside_a_name_that_is_not_its_own(line, expected):
    checked = ct.Plan(indicators=ct.parse_indicators(f"1. {line};"), period=YEAR)
    assert len(ct.check(checked, rules=["unit-fits", "unit-missing"])) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Đào tạo nghề 40 tỷ đồng, sửa cầu 80 tỷ đồng", []),
        ("Đào tạo nghề 40 tỷ đồng, sửa cầu 8 cái", ["unit-fits"]),
        ("Đào tạo nghề cho 1.200 tỷ đồng", ["unit-fits"]),
        ("Số lao động qua đào tạo 40 tỷ đồng, sửa cầu 80 tỷ đồng", ["unit-fits"]),
    ],
)
def test_money_is_given_for_what_is_done(line, expected):
    """Beside another sum of money the name of a work is what money is for; alone it counts those it is done to."""
    assert [one.code for one in found(plan(lines=f"1. {line};"), "unit-fits")] == expected


@pytest.mark.parametrize(
    ("wrong", "expected", "right"),
    [
        # another thing counted, another measure, and one for each
        ("Số bác sĩ/vạn dân đạt 12 giường/vạn dân", "bác sĩ/vạn dân, bác sĩ", "Số bác sĩ/vạn dân đạt 12 người/vạn dân"),
        ("Sản lượng lúa 900 ha", "tấn, nghìn tấn", "Sản lượng lúa 900 tấn/ngày"),
        ("Sản lượng lúa tăng 900 ha", "tấn, nghìn tấn", "Sản lượng lúa tăng 5%"),
        ("Sản lượng lúa tăng 900 tấn/ha", "tấn, nghìn tấn", "Sản lượng lúa tăng 900 tấn/năm"),
        ("GRDP tăng 5 triệu đồng/người", "tỷ đồng", "GRDP tăng 5 triệu USD"),
        ("GRDP tăng 5 ha", "tỷ đồng", "GRDP tăng 5%"),
        # rates: counts of them, of what they are for, and behind the rate itself
        ("Tỷ lệ hộ nghèo 320 hộ", "%", "Tỷ lệ hộ nghèo còn 2,5%, tương đương 3.200 hộ"),
        ("Tỷ lệ hộ nghèo 320 tỷ đồng", "%", "Tỷ lệ hộ nghèo 320 hộ trên 1 vạn dân"),
        ("Tỷ lệ hộ đan lát 320 hộ", "%", "Tỷ lệ hộ đan lát 320/500 hộ"),
        ("Tỷ lệ hộ nghèo 2‰", "%", "Tỷ lệ hộ nghèo 2%"),
        ("Sản lượng lúa 45%", "tấn, nghìn tấn", "Sản lượng lúa bằng 45% năm trước"),
        ("Sản lượng lúa 45‰", "tấn, nghìn tấn", "Sản lượng lúa đạt 45% kế hoạch"),
        ("Vốn đầu tư công 18%", "tỷ đồng", "Vốn đầu tư công 1.100 tỷ đồng, khoảng 18% tổng vốn"),
        ("Sản lượng lúa 45%", "tấn, nghìn tấn", "GRDP đạt 8,5%"),
        ("Khu công nghiệp 45 ha", "khu công nghiệp", "Khu công nghiệp 45%"),
        # names that no catalogue knows
        ("Diện tích nhà máy 120 MW", "ha", "Diện tích nhà máy 120 MW là 85 ha"),
        ("Doanh thu chợ phiên 45 ha", "đồng", "Doanh thu chợ phiên bằng 45%"),
        ("Số hộ đan lát tăng 45 tỷ đồng", "người, hộ, xã, cái …", "Số hộ đan lát tăng 45%"),
        # ages, scores and ratios are no money and no measure; a score may be a count of something
        ("Tuổi thọ trung bình 74 tỷ đồng", "tuổi", "Tuổi thọ trung bình 74 tuổi"),
        ("Tuổi thọ trung bình 74 xã", "tuổi", "Chỉ số PCI đạt 69 xã"),
        ("Chỉ số PCI đạt 69 ha", "điểm, hạng", "Chỉ số PCI đạt 69%"),
        ("Hệ số ICOR 5 tỷ đồng", "lần", "Hệ số ICOR 5"),
        # things get an amount where others beside them do, or where the name opens with what is measured
        ("Khu công nghiệp còn lại 70 ha", "khu công nghiệp", "Các khu công nghiệp còn lại 70 ha"),
        ("Khu công nghiệp còn lại 70 ha", "khu công nghiệp", "Khu công nghiệp còn lại 70 xã"),
        ("Số khu công nghiệp 70 ha", "khu công nghiệp", "Số khu công nghiệp 70"),
        ("Khu công nghiệp 45 ha", "khu công nghiệp", "Khu công nghiệp 45 ha, chợ 10 ha"),
        ("Khu công nghiệp 45 tỷ đồng, vốn 10 tỷ đồng", "khu công nghiệp", "Khu công nghiệp 45 tỷ đồng, vốn 10 tỷ đồng, phí 12 tỷ đồng"),
        ("Khu công nghiệp 45 ha", "khu công nghiệp", "Diện tích tại các khu công nghiệp 45 ha"),
        ("Số khu công nghiệp 45 ha, chợ 10 ha", "khu công nghiệp", "Khu công nghiệp 45 ha, chợ 10 ha"),
    ],
)  # fmt: skip
def test_the_nearest_amount_that_has_its_unit(wrong, expected, right):
    """In lines and in plain texts alike."""
    subject = ct.Plan(indicators=ct.parse_indicators(f"1) {wrong};"), period=YEAR)
    assert [one.fields["expected"] for one in found(subject, "unit-fits")] == [expected]
    for plain in (ct.Plan(text=f"{right}."), ct.Plan(indicators=ct.parse_indicators(f"1) {right};"), period=YEAR)):
        assert not found(plain, "unit-fits")


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        # each paragraph and each sentence for itself
        ("Khu công nghiệp 45 ha.\nChợ 10 ha.", ["45 ha"]),
        ("Chợ 10 ha.\nKhu công nghiệp 45 ha.", ["45 ha"]),
        ("Chợ 10 ha. Khu công nghiệp 45 ha.", []),
        ("Diện tích: chợ phiên và khu công nghiệp 45 ha.", []),
        ("Diện tích chợ phiên hẹp; khu công nghiệp 45 ha.", ["45 ha"]),
        # what is said to be where, what a bracket adds and what grades are
        ("Giao 300 ha trong khu công nghiệp và 120 ha ở chợ.", []),
        ("Vốn đầu tư công (18%) chậm.", []),
    ],
)
def test_what_stands_around_things(text, odd):
    assert [str(one.fields["value"]) for one in found(ct.Plan(text=text), "unit-fits")] == odd


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Chi tiêu bình quân khách quốc tế 3,2 triệu đồng/ngày, khách nội địa 1,7 triệu đồng/ngày", []),
        ("Vốn đầu tư công (1.200 tỷ đồng) đạt 15%", []),
        ("Sản lượng lúa 3,2% (trên 27.600 hộ)", ["3,2%"]),
        ("Buồng khách sạn hạng 4 - 5 sao", []),
        ("Sản lượng lúa 247.170 tấn trên 38.500 ha", []),
        ("Sản lượng lúa 38.500 ha, thu 247.170 tấn", ["38.500 ha"]),
        ("Sản lượng lúa tăng 9 tấn, trên 38.500 ha", ["trên 38.500 ha"]),
        # of what the name is of there is another amount, or none; money has none of its own in a line of land
        ("Diện tích nhà máy 45 tỷ đồng, trên 85 ha", ["45 tỷ đồng"]),
        ("Tỷ lệ hộ đan lát đạt 320 hộ (45%)", []),
        ("Tỷ lệ hộ đan lát đạt 320 hộ (45 xã)", ["320 hộ"]),
        # what is compared with an earlier value is in its unit all the same; a share of it is not
        ("Số hộ đan lát bằng 45 tỷ đồng so với năm 2025", ["45 tỷ đồng"]),
        ("Số hộ đan lát bằng 45% so với năm 2025", []),
        # points of a rate are told in percent
        ("Khu vực nông nghiệp đóng góp vào tăng trưởng 2,5%", []),
    ],
)
def test_amounts_that_go_with_another(line, expected):
    subject = ct.Plan(indicators=ct.parse_indicators(f"1) {line};"), period=YEAR)
    assert [str(one.fields["value"]) for one in found(subject, "unit-fits")] == expected


@pytest.mark.parametrize(
    ("line", "odd"),
    [
        ("Kim ngạch xuất khẩu đạt 1.700%", True),
        ("Kim ngạch xuất khẩu đạt 17%", False),  # its growth
        ("Kim ngạch xuất khẩu đạt 1.700 triệu", True),
        ("Kim ngạch xuất khẩu đạt 1.700 triệu đồng", True),
        ("Kim ngạch xuất khẩu đạt 45.000 tỷ đồng", False),
        ("Kim ngạch xuất khẩu đạt 1,7 tỷ, nhập khẩu 1,2 tỷ USD", False),
        ("Thu ngân sách nhà nước trên địa bàn đạt 1.700 triệu", False),
    ],
)
def test_trade_is_in_dollars_and_no_total_in_thousands_of_percent(line, odd):
    subject = ct.Plan(indicators=ct.parse_indicators(f"1) {line};"), period=ct.Period(2026))
    assert [one.code for one in ct.check(subject, rules=["unit-fits"])] == ["unit-fits"] * odd


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ("đạt 60 triệu đồng/năm, bằng 80% so với khu vực thành thị (75 triệu đồng/năm)", 0),
        ("bằng ít nhất 80% bình quân của cả nước", 0),
        ("chỉ bằng khoảng 65%", 0),
        ("tương đương với 80% mặt bằng của vùng", 0),
        ("đạt 102% kế hoạch", 0),
        ("đạt 106,5% (so với năm trước)", 0),
        ("đạt trên 95 % thu nhập của cả nước", 0),
        ("đạt từ 85 - 90% bình quân của vùng", 0),
        ("đạt 82% vào cuối năm", 1),
        ("khoảng 80%", 1),
        ("đạt 82%, bằng với năm trước", 1),
        ("đạt 82% (tăng 8% so với năm trước)", 1),
    ],
)
def test_what_each_person_has_may_be_a_percentage_of_what_others_have(said, faults):
    line = f"1. Thu nhập bình quân đầu người khu vực nông thôn {said};"
    assert len(found(plan(lines=line), units.unit_fits)) == faults
