"""Identities: what is worked out, and up to which gap it holds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.identity.identities import IdentityKind, IdentityResult, known_identities
from chitieu.indicators.records import catalogue


def plan_of(*lines):
    indicators = tuple(item for line in lines for item in ct.parse_indicators(f"1) {line};"))
    return ct.Plan(indicators=indicators, period=ct.Period(2026))


def worked(*lines):
    """Return what is worked out on some indicator lines."""
    return ct.run_checks(plan_of(*lines), rules=[]).identities


def one(*lines):
    (result,) = worked(*lines)
    return result


def said(*lines):
    """Return the kind, the equation and whether it holds, of the one identity of some lines; None if there is none."""
    results = worked(*lines)
    assert len(results) < 2, results
    return (results[0].kind.value, results[0].equation, results[0].holds) if results else None


# --- shares -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("services", "total", "holds"),
    [("41,24", "100", True), ("41,44", "100.2", True), ("41,45", "100.21", False), ("41,04", "99.8", True), ("41,03", "99.79", False)],
)  # fmt: skip
def test_each_of_four_shares_may_be_off_by_a_twentieth_of_a_point(services, total, holds):
    result = one(f"Cơ cấu kinh tế: Khu vực I 33%; khu vực II 22,3%; khu vực III {services}%; thuế sản phẩm 3,46%")
    assert (result.kind, result.name, result.holds) == (IdentityKind.SHARES, "Cơ cấu kinh tế", holds)
    assert (result.expected, result.stated) == (ct.Quantity(Decimal(total), "%"), ct.Quantity(100, "%"))
    assert (result.whole, result.identity, len(result.parts)) == (None, None, 4)


@pytest.mark.parametrize(
    ("services", "holds"),
    [("35", True), ("35,15", True), ("35,16", False), ("34,84", False), ("20", False), ("20%; còn lại là thuế sản phẩm 15", True)],
)  # fmt: skip
def test_three_shares_make_a_hundred_where_nothing_is_said_of_a_rest(services, holds):
    services, _, rest = services.partition("%")
    line = f"Cơ cấu lao động: nông nghiệp 30%, công nghiệp 35%, dịch vụ {services}%{rest}"
    assert said(line)[0] == "shares"
    assert said(line)[2] is holds


@given(st.lists(st.integers(1, 400), min_size=4, max_size=6))
def test_law_shares_hold_exactly_within_their_rounding(tenths):
    """Four shares or more hold if they are off by no more than 0,05 points each."""
    shares = [Decimal(tenth) / 10 for tenth in tenths]
    result = one(
        "Cơ cấu vốn: "
        + "; ".join(f"nguồn {name} {ct.format_number(x)}%" for name, x in zip("abcdgh", shares, strict=False))
    )
    assert result.holds == (abs(sum(shares) - 100) <= Decimal("0.05") * len(shares))


def test_a_composition_is_named_as_one():
    assert said("Tỷ trọng các ngành: nông nghiệp 30%, công nghiệp 35%, dịch vụ 36%")[2] is False
    assert said("Lao động: nông nghiệp 30%, công nghiệp 35%, dịch vụ 36%") is None


@pytest.mark.parametrize(
    "line",
    [
        "Cơ cấu lao động: nông nghiệp 30%, công nghiệp 35%",  # two are not all
        "Cơ cấu cây trồng: lúa 30 ha, ngô 35 ha, khoai 36 ha",
        "Cơ cấu cây trồng: lúa 30%, ngô 35%, khoai 36 ha",
        "Cơ cấu lao động: nông nghiệp từ 30% trở lên, công nghiệp không quá 35%, dịch vụ từ 36% trở lên",
        "Cơ cấu lao động: nông nghiệp khoảng 30%, công nghiệp khoảng 35%, dịch vụ khoảng 36%",
    ],
)
def test_shares_that_do_not_tell_their_sum(line):
    assert said(line) is None


def test_bounds_of_one_sort_can_be_added():
    for bound in ("ít nhất", "không quá"):
        line = f"Cơ cấu lao động: nông nghiệp {bound} 30%, công nghiệp {bound} 35%, dịch vụ 36%"
        assert said(line) == ("shares", "30 + 35 + 36 = 100", False)


@pytest.mark.parametrize(
    ("services", "holds"), [("41,24", True), ("41,44", True), ("41,45", False), ("41,04", True), ("41,03", False)]
)
def test_shares_of_several_lines_leave_as_much_for_rounding_as_those_of_one(services, holds):
    result = one(
        "Tỷ trọng khu vực nông, lâm nghiệp và thủy sản đạt 33%",
        "Tỷ trọng khu vực công nghiệp - xây dựng đạt 22,3%",
        f"Tỷ trọng khu vực dịch vụ đạt {services}%",
        "Tỷ trọng thuế sản phẩm đạt 3,46%",
    )
    assert (result.kind, result.holds, result.name) == (IdentityKind.SHARES, holds, "shares")
    assert (result.identity.key, result.whole, result.stated) == ("shares", None, ct.Quantity(100, "%"))


@pytest.mark.parametrize(("services", "holds"), [("41,24", True), ("41,44", True), ("41,45", False)])
def test_the_tolerance_of_an_identity_counts_where_digits_are_finer(services, holds):
    result = one(
        "Tỷ trọng khu vực nông, lâm nghiệp và thủy sản đạt 33,00%",
        "Tỷ trọng khu vực công nghiệp - xây dựng đạt 22,30%",
        f"Tỷ trọng khu vực dịch vụ đạt {services}%",
        "Tỷ trọng thuế sản phẩm đạt 3,46%",
    )
    assert result.holds == holds


# --- parts of one line ------------------------------------------------------------------------------------


def forest(whole, cue, *parts):
    names = ("rừng phòng hộ", "rừng sản xuất", "rừng đặc dụng")
    return f"Trồng mới {whole} ha rừng, {cue} " + ", ".join(
        f"{name} {part} ha" for name, part in zip(names, parts, strict=False)
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (forest("500", "gồm", 300, 200), ("sum", "300 + 200 = 500", True)),
        (forest("500", "gồm", 300, 201), ("sum", "300 + 201 = 500", True)),  # one hectare is the last digit
        (forest("500", "gồm", 300, 202), ("sum", "300 + 202 = 500", False)),
        (forest("500", "gồm", 300, 199), ("sum", "300 + 199 = 500", True)),
        (forest("500", "gồm", 300, 198), ("sum", "300 + 198 = 500", False)),
        (forest("500", "bao gồm", 300, 150), ("sum", "300 + 150 = 500", False)),
        (forest("500", "trong đó", 300, 150), ("limit", "300 + 150 ≤ 500", True)),
        (forest("500", "trong đó gồm", 300, 150), ("limit", "300 + 150 ≤ 500", True)),
        (forest("500", "trong đó", 300, 200), ("sum", "300 + 200 = 500", True)),
        (forest("500", "trong đó", 300, 202), ("limit", "300 + 202 ≤ 500", False)),
        (forest("500", "gồm", 250, 200, 50), ("sum", "250 + 200 + 50 = 500", True)),
        # a hundredth of a small whole is less than its last digit
        (forest("50", "gồm", 30, 21), ("sum", "30 + 21 = 50", False)),
        (forest("50", "trong đó", 30, 21), ("limit", "30 + 21 ≤ 50", False)),
        (forest("100", "gồm", 60, 41), ("sum", "60 + 41 = 100", True)),
        # one part is never all there is, and has no rounding of its own
        (forest("500", "gồm", 500), ("limit", "500 ≤ 500", True)),
        (forest("500", "gồm", 300), ("limit", "300 ≤ 500", True)),
        (forest("500", "trong đó", 501), ("limit", "501 ≤ 500", False)),
        # about: a twentieth
        (forest("khoảng 500", "trong đó", 525), ("limit", "525 ≤ 500", True)),
        (forest("khoảng 500", "trong đó", 526), ("limit", "526 ≤ 500", False)),
        (forest("khoảng 500", "gồm", 300, 220), ("sum", "300 + 220 = 500", True)),
        (forest("ít nhất 500", "gồm", "ít nhất 300", "ít nhất 150"), ("sum", "300 + 150 = 500", False)),
        (forest("ít nhất 500", "gồm", "ít nhất 300", "không quá 150"), ("limit", "300 + 150 ≤ 500", True)),
    ],
)
def test_parts_of_a_line(line, expected):
    assert said(line) == expected


def test_a_sum_names_its_terms():
    result = one(forest("500", "gồm", 300, 250))
    assert str(result) == "Trồng mới rừng: 300 + 250 = 500: does not hold"
    assert str(one(forest("500", "gồm", 300, 200))).endswith(": holds")
    assert (result.name, result.whole.name, [part.name for part in result.parts]) == (
        "Trồng mới rừng", "Trồng mới rừng", ["rừng phòng hộ", "rừng sản xuất"],
    )  # fmt: skip
    assert (result.expected, result.stated) == (ct.Quantity(550, "ha"), ct.Quantity(500, "ha"))


def test_a_sum_is_in_the_unit_of_the_whole():
    result = one("Đón 2,6 triệu lượt khách, gồm khách quốc tế 600 nghìn lượt, khách trong nước 1,9 triệu lượt")
    assert result.expected == ct.Quantity(Decimal("2.5"), "triệu lượt khách")
    assert result.expected.value == Decimal("2.5")
    assert result.holds is False


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ("thành thị 400 nghìn người, nông thôn 800 nghìn người", "sum"),
        ("đô thị 400 nghìn người, nông thôn 800 nghìn người", "sum"),
        ("thành thị 400 nghìn người, miền núi 800 nghìn người", "limit"),
        ("miền núi 400 nghìn người, nông thôn 800 nghìn người", "limit"),
        ("thành thị 400 nghìn người, nông thôn 800 nghìn người, miền núi 50 nghìn người", "limit"),
    ],
)
def test_town_and_country_are_all_there_is(parts, kind):
    assert one(f"Dân số trung bình 1.300 nghìn người, trong đó {parts}").kind.value == kind


def test_parts_the_catalogue_knows_to_be_all():
    line = "Thu ngân sách nhà nước 5.388 tỷ đồng, trong đó thu nội địa 5.258 tỷ đồng; thu từ hoạt động xuất, nhập khẩu {} tỷ đồng"
    assert said(line.format(150)) == ("sum", "5.258 + 150 = 5.388", False)
    assert said(line.format(130)) == ("sum", "5.258 + 130 = 5.388", True)
    assert (
        said("Thu ngân sách nhà nước 5.388 tỷ đồng, trong đó thu nội địa 5.258 tỷ đồng; thu xổ số 150 tỷ đồng")[0]
        == "limit"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Tạo việc làm cho 20.000 lao động, trong đó hỗ trợ 30.000 hộ",  # households are no workers
        "Trồng mới 500 ha rừng, trong đó rừng phòng hộ 600 tấn",
        "Trồng mới 500 ha rừng, trong đó rừng phòng hộ tăng 600 ha",
        "Trồng mới tăng 500 ha rừng, trong đó rừng phòng hộ 600 ha",
        "Tỷ lệ thôn có nhà văn hóa 50%, trong đó thôn miền núi 80%",  # a rate of a part is no part of a rate
        "Năng suất đạt 60 tạ/ha, trong đó năng suất lúa 65 tạ/ha",
        "Toàn tỉnh có 58 xã, trong đó 51/60 xã đạt chuẩn",
    ],
)
def test_parts_of_another_sort_are_no_parts(line):
    assert said(line) is None


def test_people_are_counted_by_several_nouns():
    line = "Tạo việc làm cho 20.000 lao động, trong đó đưa đi làm việc ở nước ngoài 2.000 người"
    assert said(line) == ("limit", "2.000 ≤ 20.000", True)


# --- rates and growth -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rate", "holds"),
    [
        ("95", True),
        ("98", True),
        ("80", True),
        ("98,5", True),
        ("98,6", False),
        ("98,99", False),
        ("99", False),
        ("79", False),
        ("79,2", False),
        ("79,4", False),
        ("79,5", True),
    ],
)
def test_a_rate_lies_between_those_of_town_and_country(rate, holds):
    line = f"Tỷ lệ hộ dùng nước sạch đạt {rate}%, trong đó thành thị 98%, nông thôn 80%"
    assert said(line) == ("between", f"80 ≤ {rate} ≤ 98", holds)


def test_rates_of_other_parts_say_nothing_of_the_whole():
    assert said("Tỷ lệ hộ dùng nước sạch đạt 99%, trong đó thành thị 98%, miền núi 80%") is None
    assert said("Tỷ lệ hộ dùng nước sạch đạt 99%, trong đó thành thị 98%, nông thôn 80 hộ") is None


GROWTH = "; trong đó khu vực I tăng 3%, khu vực II tăng 12%, khu vực III tăng 7,5%"


@pytest.mark.parametrize(
    ("whole", "holds"),
    [
        ("7%", True),
        ("12%", True),
        ("12,1%", True),  # a hundredth of the value is rounding
        ("12,2%", False),
        ("3%", True),
        ("2,98%", True),
        ("2,9%", False),
        ("2% - 5%", True),
        ("2% - 2,5%", False),
        ("15% - 16%", False),
        ("từ 2% trở lên", False),  # far below the least of them
        ("từ 2,5% trở lên", True),
        ("trên 2%", False),
        ("từ 13% trở lên", False),
        ("không quá 2%", False),
        ("khoảng 2%", False),
    ],
)
def test_growth_of_the_whole_lies_between_those_of_the_sectors(whole, holds):
    result = one(f"Tốc độ tăng trưởng GRDP tăng {whole}{GROWTH}")
    assert (result.kind, result.holds, result.expected) == (IdentityKind.BETWEEN, holds, None)
    assert (result.identity.key, len(result.parts), result.whole.key) == ("growth", 3, "grdp_growth")


@pytest.mark.parametrize(
    ("industry", "holds"),
    [("12%", False), ("trên 12%", True), ("từ 12% trở lên", True), ("12% - 13%", True), ("12% - 12,5%", False), ("không quá 12%", False)],
)  # fmt: skip
def test_growth_of_sectors_may_be_open_above(industry, holds):
    line = f"Giá trị sản xuất tăng 13%; trong đó nông nghiệp tăng 3%, công nghiệp tăng {industry}, dịch vụ tăng 7,5%"
    assert said(line) == ("between", "3 ≤ 13 ≤ 12", holds)


def test_the_tax_on_products_may_be_the_largest():
    lines = [
        "Tốc độ tăng trưởng GRDP đạt 13%", "Khu vực nông, lâm nghiệp và thủy sản tăng 3%",
        "Khu vực công nghiệp - xây dựng tăng 12%", "Khu vực dịch vụ tăng 7,5%",
    ]  # fmt: skip
    assert said(*lines) == ("between", "3 ≤ 13 ≤ 12", False)
    assert said(*lines, "Thuế sản phẩm trừ trợ cấp sản phẩm tăng 14%") == ("between", "3 ≤ 13 ≤ 14", True)


def test_a_fall_is_below_nothing():
    lines = [
        "Khu vực nông, lâm nghiệp và thủy sản giảm 3%",
        "Khu vực công nghiệp - xây dựng tăng 12%",
        "Khu vực dịch vụ tăng 7,5%",
    ]
    assert one("Tốc độ tăng trưởng GRDP đạt 2%", *lines).holds
    assert one("Tốc độ tăng trưởng GRDP đạt 2%", *lines).equation.endswith("≤ 2 ≤ 12")


@pytest.mark.parametrize(
    "line",
    [
        "Giá trị sản xuất tăng 13%; trong đó nông nghiệp tăng 3%, công nghiệp tăng 12%",  # services may grow faster
        "Giá trị sản xuất tăng 13%; trong đó nông nghiệp tăng 3%, công nghiệp tăng 12%, du lịch tăng 7,5%",
        "Giá trị sản xuất tăng 13%; trong đó lúa tăng 3%, ngô tăng 12%, khoai tăng 7,5%",
    ],
)
def test_growth_of_some_branches_says_nothing_of_the_whole(line):
    assert said(line) is None


# --- between lines ----------------------------------------------------------------------------------------

REVENUE = ("Thu ngân sách nhà nước trên địa bàn 5.388 tỷ đồng", "Thu nội địa 5.258 tỷ đồng")


@pytest.mark.parametrize(("trade", "holds"), [(130, True), (131, True), (129, True), (132, False), (128, False)])
def test_revenue_is_made_up_of_its_sources(trade, holds):
    result = one(*REVENUE, f"Thu từ hoạt động xuất, nhập khẩu {trade} tỷ đồng")
    assert (result.kind, result.holds, result.identity.key) == (IdentityKind.SUM, holds, "budget")
    assert (result.name, result.whole.key) == ("Thu ngân sách nhà nước trên địa bàn", "bud_rev")
    assert result.equation == f"5.258 + {trade} = 5.388"
    assert (result.expected, result.stated) == (ct.Quantity(5258 + trade, "tỷ đồng"), ct.Quantity(5388, "tỷ đồng"))


@pytest.mark.parametrize(("trade", "holds"), [("2,3", True), ("2,31", False), ("0,3", True), ("0,29", False)])
def test_a_tolerance_is_in_the_unit_of_the_whole(trade, holds):
    lines = ["Thu ngân sách nhà nước trên địa bàn 53,88 tỷ đồng", "Thu nội địa 52,58 tỷ đồng"]
    assert one(*lines, f"Thu từ hoạt động xuất, nhập khẩu {trade} tỷ đồng").holds == holds


def test_what_may_be_missing_is_added_where_it_is_there():
    lines = (*REVENUE, "Thu từ hoạt động xuất, nhập khẩu 100 tỷ đồng")
    assert said(*lines) == ("sum", "5.258 + 100 = 5.388", False)
    assert said(*lines, "Thu từ dầu thô 30 tỷ đồng") == ("sum", "5.258 + 100 + 30 = 5.388", True)


@pytest.mark.parametrize(
    "lines",
    [
        REVENUE,
        (*REVENUE, "Thu từ hoạt động xuất, nhập khẩu 130%"),
        (*REVENUE, "Thu từ hoạt động xuất, nhập khẩu ít nhất 100 tỷ đồng", "Thu từ dầu thô không quá 30 tỷ đồng"),
        (*REVENUE, "Thu từ hoạt động xuất, nhập khẩu 100 tỷ đồng", "Thu từ hoạt động xuất, nhập khẩu 130 tỷ đồng"),
        ("Thu nội địa 5.258 tỷ đồng", "Thu từ hoạt động xuất, nhập khẩu 130 tỷ đồng"),
    ],
)
def test_sums_that_cannot_be_worked_out(lines):
    assert said(*lines) is None


@pytest.mark.parametrize(
    ("whole", "part", "expected"),
    [
        ("66%", "35%", ("order", "35 ≤ 66", True)),
        ("66%", "66%", ("order", "66 ≤ 66", True)),
        ("66%", "66,1%", ("order", "66,1 ≤ 66", False)),
        ("65% - 66%", "66%", ("order", "66 ≤ 65", True)),
        ("65% - 66%", "67%", ("order", "67 ≤ 65", False)),
        ("khoảng 66%", "67%", ("order", "67 ≤ 66", True)),
        ("tăng 2%", "67%", None),
        ("66%", "tăng 67%", None),
        ("66%", "67 người", None),
    ],
)
def test_a_part_of_a_group_is_no_larger(whole, part, expected):
    lines = (f"Tỷ lệ lao động qua đào tạo đạt {whole}", f"Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ đạt {part}")
    assert said(*lines) == expected


@pytest.mark.parametrize(
    ("given", "part", "holds"), [("3.000 lao động", "400 người", True), ("3.000 lượt lao động", "3.400 người", False)]
)
def test_nouns_for_the_same_people_are_put_in_order(given, part, holds):
    lines = (f"Giải quyết việc làm cho {given}", f"Đưa {part} đi làm việc ở nước ngoài theo hợp đồng")
    kind, _, verdict = said(*lines)
    assert (kind, verdict) == ("order", holds)


def test_an_order_says_which_is_which():
    result = one("Tỷ lệ lao động qua đào tạo đạt 66%", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ đạt 72%")
    assert (result.whole.key, [part.key for part in result.parts]) == ("trained", ["trained_cert"])
    assert (result.expected, result.stated) == (ct.Quantity(72, "%"), ct.Quantity(66, "%"))


@pytest.mark.parametrize(
    ("stated", "holds"),
    [("90", True), ("90,9", True), ("90,91", False), ("89,2", True), ("89,1", False), ("59,2", False)],
)
def test_an_amount_per_head_is_right_within_a_hundredth_of_itself(stated, holds):
    lines = ["Quy mô GRDP theo giá hiện hành đạt 90.000 tỷ đồng", "Dân số trung bình 1.000.000 người"]
    result = one(*lines, f"GRDP bình quân đầu người đạt {stated} triệu đồng/người")
    assert (result.kind, result.holds, result.identity.key) == (IdentityKind.PRODUCT, holds, "per-head")
    assert result.equation == f"90.000 : 1.000.000 = {stated}"
    assert (result.expected, result.expected.value) == (ct.Quantity(90, "triệu đồng/người"), 90)
    assert result.whole.key == "grdp_pc"


@pytest.mark.parametrize(
    "lines",
    [
        ("đạt 90.000 tỷ đồng", "0 người", "đạt 91 triệu đồng"),
        ("đạt 90.000 tỷ đồng", "1.000.000 người", "đạt 3.200 USD"),
        ("đạt 90.000 tỷ đồng", "tăng 0,5%", "đạt 91 triệu đồng"),
        ("đạt 90.000 tỷ đồng", "1.000.000 người", "tăng 91 triệu đồng"),
        ("tăng 9.000 tỷ đồng", "1.000.000 người", "đạt 91 triệu đồng"),
    ],
)
def test_amounts_per_head_that_cannot_be_worked_out(lines):
    total, heads, each = lines
    assert not worked(
        f"Quy mô GRDP theo giá hiện hành {total}", f"Dân số trung bình {heads}", f"GRDP bình quân đầu người {each}"
    )


def test_an_identity_without_a_number_is_written_with_a_question_mark():
    parts = one(forest("500", "gồm", 300, 200)).parts
    assert IdentityResult(IdentityKind.SUM, "x", parts, holds=True).equation == "300 + 200 = ?"


def test_the_identities_of_the_catalogue():
    by_key = {identity.key: identity for identity in known_identities()}
    assert by_key["budget"].optional == ("bud_oil",)
    assert by_key["growth"].tolerance == 0
    assert by_key["shares"].whole == ""
    for identity in known_identities():
        assert identity.source
        assert {*identity.parts, *identity.optional, identity.whole} - {""} <= set(catalogue().records)
