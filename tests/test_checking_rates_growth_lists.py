"""Growth of a whole beside that of its parts, outside indicator lines.

Covers `rates.growth` too.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import plan

import chitieu as ct


def said(text):
    found = ct.run_checks(ct.Plan(text=text, period=ct.Period(2026)), rules=[]).identities
    return [(one.equation, one.holds) for one in found if one.kind.value == "between"]


SECTORS = "khu vực I tăng 3%, khu vực II tăng 8%, khu vực III tăng 7%"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"- Quý III: GRDP tăng 9,9%; trong đó {SECTORS}.", [("3 ≤ 9,9 ≤ 8", False)]),
        (f"- Quý III: GRDP tăng 9,9%; trong đó {SECTORS}, thuế sản phẩm tăng 10%.", [("3 ≤ 9,9 ≤ 10", True)]),
        (f"Sáu tháng, GRDP tăng 9,9%; {SECTORS}.", [("3 ≤ 9,9 ≤ 8", False)]),
        (f"GRDP nhích lên 9,9%; trong đó {SECTORS}.", [("3 ≤ 9,9 ≤ 8", False)]),
        (f"GRDP giảm 4%, cụ thể: {SECTORS}.", [("3 ≤ 4 ≤ 8", False)]),
        ("Tốc độ tăng trưởng GRDP đạt 7%:\n- Khu vực I: 3%;\n- Khu vực II: 6%;\n- Khu vực III: 5%.", [("3 ≤ 7 ≤ 6", False)]),
        # a list that nothing opens, a time in brackets, what the whole is compared with
        ("Tăng trưởng GRDP: 9%\n- Khu vực I: 3%\n- Khu vực II: 8%\n- Khu vực III: 7%", [("3 ≤ 9 ≤ 8", False)]),
        (f"GRDP tăng 9% (9 tháng tăng 7%), trong đó {SECTORS}.", [("3 ≤ 9 ≤ 8", False)]),
        ("Dư nợ tăng 9% so với đầu năm, ngắn hạn tăng 11%, dài hạn tăng 10%.", [("10 ≤ 9 ≤ 11", False)]),
        ("Vốn huy động tăng 9% so với năm trước, chia ra tiền gửi dân cư tăng 11%, tổ chức tăng 8%.", [("8 ≤ 9 ≤ 11", True)]),
        ("Nhờ khu vực I tăng 3%, khu vực II tăng 8%, khu vực III tăng 7%, GRDP cả năm tăng 9%.", [("3 ≤ 9 ≤ 8", False)]),
        # so much for each is a mean, however it is divided
        ("Năng suất lúa 50 tạ/ha; trong đó Đông Xuân 70 tạ/ha, Hè Thu 60 tạ/ha, Thu Đông 55 tạ/ha.", [("55 ≤ 50 ≤ 70", False)]),
        # where whole and parts are at least so much, what is named is compared
        ("GRDP tăng từ 9% trở lên; trong đó khu vực I tăng 3%, khu vực II tăng 8%, khu vực III tăng trên 7%.", [("3 ≤ 9 ≤ 8", False)]),
        ("GRDP tăng từ 4% trở lên; trong đó khu vực I tăng 4,9%, khu vực II tăng 8%, khu vực III tăng 7%.", [("4,9 ≤ 4 ≤ 8", True)]),
        ("GRDP tăng từ 4% trở lên; trong đó khu vực I tăng 5,1%, khu vực II tăng 8%, khu vực III tăng 7%.", [("5,1 ≤ 4 ≤ 8", False)]),
        # amounts and contributions may stand between
        (
            "GRDP quý I tăng 9%, trong đó khu vực I đạt 20 tỷ đồng, tăng 3%; khu vực II đạt 50 tỷ đồng, tăng 8%; khu vực III đạt 40 tỷ đồng, tăng 7%.",
            [("3 ≤ 9 ≤ 8", False)],
        ),
        # the words say that these are all
        ("Doanh thu tăng 9%, gồm vận tải tăng 8% và bưu chính tăng 7%.", [("7 ≤ 9 ≤ 8", False)]),
        ("Doanh thu tăng 9%, trong đó vận tải tăng 8% và bưu chính tăng 7%.", []),
        # shares of the level behind its growth are no growths, of two groups either; growths are, whatever they come to
        ("Dân số tăng 0,9% so với năm 2025; dân số thành thị 416 nghìn người (32%), nông thôn 884 nghìn người (68%).", []),
        ("Dân số tăng 0,9%; dân số thành thị tăng 1,2%, nông thôn tăng 1%.", [("1 ≤ 0,9 ≤ 1,2", False)]),
        ("Khách du lịch tăng 5%; khách quốc tế tăng 30%, nội địa tăng 70%.", [("30 ≤ 5 ≤ 70", False)]),
        # other times, other measures
        (f"GRDP tăng 9,9% so với cùng kỳ. Trong đó {SECTORS}.", [("3 ≤ 9,9 ≤ 8", False)]),
        (f"GRDP tăng 9,9% so với cùng kỳ. Trong tỉnh, {SECTORS}.", []),
        ("GRDP tăng 9%; năm 2025 khu vực I tăng 3%, khu vực II tăng 4%, khu vực III tăng 5%.", []),
        ("GRDP tăng 9,9%; cơ cấu: khu vực I chiếm 33%, khu vực II chiếm 24%, khu vực III chiếm 43%.", []),
        ("Thu tăng 9% so với dự toán, gồm thuế tăng 8% và phí tăng 7%.", []),
        ("Thu tăng 9%, gồm thuế tăng 8% so với dự toán và phí tăng 7%.", []),
        # a sector is no whole of the sectors behind it
        ("Khu vực dịch vụ tăng 12%; nông nghiệp tăng 3%, công nghiệp tăng 10%, thương mại tăng 9%.", []),
        (f"| GRDP tăng 9,9% | {SECTORS} |", []),
        # words before the first part say nothing of it; a part that is told against a plan is no part
        (f"GRDP tăng 9,9% và vượt lên; trong đó {SECTORS}.", [("3 ≤ 9,9 ≤ 8", False)]),
        (f"GRDP tăng 9,9%; trong đó {SECTORS}, thu tăng 5% so với dự toán.", [("3 ≤ 9,9 ≤ 8", False)]),
        (f"GRDP tăng 9,9%; trong đó {SECTORS}, quý I thu tăng 5%.", [("3 ≤ 9,9 ≤ 8", False)]),
        # a whole without a measure needs a word for its parts; one part alone is not all of it
        ("Thu tăng 9%, gồm thuế tăng 8% và phí tăng 7%.", [("7 ≤ 9 ≤ 8", False)]),
        (f"Thu tăng 9%; {SECTORS}.", []),
        ("Doanh thu tăng 9%, gồm vận tải tăng 8%.", []),
        # of what is left the words say so; "trong đó gồm" names some of them
        ("Doanh thu tăng 9%, trong đó vận tải tăng 8%, dịch vụ khác tăng 7%.", [("7 ≤ 9 ≤ 8", False)]),
        ("Doanh thu tăng 9%, trong đó vận tải tăng 8%, bưu chính tăng 6%, dịch vụ khác tăng 7%.", [("6 ≤ 9 ≤ 8", False)]),
        ("Doanh thu tăng 9%, trong đó gồm vận tải tăng 8% và bưu chính tăng 7%.", []),
        # lists: all of one sign, the items of the whole's own list are none of its parts
        ("- GRDP tăng 9,9%, gồm:\n+ Khu vực I tăng 3%;\n+ Khu vực II tăng 8%;\n+ Khu vực III tăng 7%.", [("3 ≤ 9,9 ≤ 8", False)]),
        ("GRDP tăng 9,9%, trong đó:\n1. Khu vực I tăng 3%;\n2. Khu vực II tăng 8%;\n10. Khu vực III tăng 7%.", [("3 ≤ 9,9 ≤ 8", False)]),
        ("GRDP tăng 9,9%, trong đó:\na) Khu vực I tăng 3%;\n(b) Khu vực II tăng 8%;\nđ) Khu vực III tăng 7%.", [("3 ≤ 9,9 ≤ 8", False)]),
        ("GRDP tăng 9,9%, trong đó:\na) Khu vực I tăng 3%;\n2. Khu vực II tăng 8%;\n3. Khu vực III tăng 7%.", []),
        ("1. Doanh thu tăng 9,9%\n2. Bao gồm vận tải tăng 8%, bưu chính tăng 7%.", [("7 ≤ 9,9 ≤ 8", False)]),
        ("1. Doanh thu tăng 9,9%\n2. Doanh thu vận tải tăng 8%, bưu chính tăng 7%.", []),
        ("GRDP tăng 9,9%, trong đó:\nII. Khu vực I tăng 3%; khu vực II tăng 8%; khu vực III tăng 7%.", []),
        ("- GRDP tăng 9,9%.\n- Khu vực I tăng 3%;\n- Khu vực II tăng 8%;\n- Khu vực III tăng 7%.", []),
        ("GRDP tăng 9,9%, trong đó khu vực I tăng 3%, khu vực II tăng 8%;\nKhu vực III tăng 7%.", []),
        ("GRDP tăng 9,9%, trong đó khu vực I tăng 3%, khu vực II tăng 8%,\nkhu vực III tăng 7%.", [("3 ≤ 9,9 ≤ 8", False)]),
        # levels and falls are not taken together with rises; shares are no growth
        ("GRDP tăng 9,9%; trong đó khu vực I là 3%, khu vực II tăng 8%, khu vực III tăng 7%.", []),
        ("Doanh thu tăng 9%, gồm vận tải tăng 8%, bưu chính tăng 2 tỷ đồng, kho bãi tăng 7%.", [("7 ≤ 9 ≤ 8", False)]),
        # the whole behind its parts
        ("Khu vực I tăng 3%, khu vực II tăng 8%, khu vực III tăng 7%, qua đó đưa tăng trưởng GRDP đạt 9%.", [("3 ≤ 9 ≤ 8", False)]),
        ("Khu vực I tăng 3%, khu vực II tăng 8%, khu vực III tăng 7%; tính chung tăng 9%.", [("3 ≤ 9 ≤ 8", False)]),
        ("Khu vực I tăng 3%, khu vực II tăng 8%, khu vực III tăng 7%; vốn đầu tư tăng 9%.", []),
        ("Khu vực I tăng 3%, khu vực II tăng 8%, khu vực III tăng 7%, nâng quy mô GRDP tăng 12%.", []),
        ("Khu vực I tăng 3%, khu vực II tăng 8%, khu vực III tăng 7%, đưa GRDP bình quân đầu người tăng 12%.", []),
        ("Khu vực I tăng 3%, khu vực II tăng 8%. Đưa tăng trưởng GRDP đạt 9%.", []),
        # indices, means of groups; what is in brackets is of another year, shares make up the whole
        ("Chỉ số giá xây dựng bằng 107%; trong đó vật liệu 105%, nhân công 103%, máy thi công 102%.", [("102 ≤ 107 ≤ 105", False)]),
        ("Tỷ lệ hài lòng chung đạt 80%, trong đó cấp tỉnh 93%, cấp xã 90%.", [("90 ≤ 80 ≤ 93", False)]),
        ("Tỷ lệ hài lòng đạt 92% (năm trước 80%), trong đó cấp tỉnh 93%, cấp xã 90%.", [("90 ≤ 92 ≤ 93", True)]),
        ("Tỷ lệ hài lòng chung đạt 60%, trong đó cấp tỉnh 35%, cấp xã 25%.", []),
        ("Tỷ lệ hài lòng chung đạt 80%, trong đó phường 93%, cấp xã 90%.", []),
        ("Sĩ số phổ thông 43 học sinh/lớp: tiểu học 31 học sinh/lớp, THCS 35 học sinh/lớp, THPT 40 học sinh/lớp.", [("31 ≤ 43 ≤ 40", False)]),
    ],
)  # fmt: skip
def test_growth_in_running_text(text, expected):
    assert said(text) == expected


def test_lines_that_were_looked_at_are_not_the_end_of_a_text():
    line = f"GRDP tăng 9,9%; trong đó {SECTORS}"
    subject = plan(lines=f"1. {line}.", work=f"1. Sở Công Thương\n- Quý III, {line}.")
    assert [one.code for one in ct.check(subject, rules=["growth-between"])] == ["growth-between"] * 2


def test_tasks_of_a_plan_that_was_built_are_looked_at_and_its_lines_once():
    line = f"GRDP tăng 9,9%; trong đó {SECTORS}"
    section = ct.Assignment(heading="1. Công thương", tasks=(ct.Task(f"Phấn đấu {line}"),))
    built = ct.Plan(indicators=ct.parse_indicators(f"1) {line};"), assignments=(section,))
    assert [finding.code for finding in ct.check(built, rules=["growth-between"])] == ["growth-between"] * 2


@given(st.lists(st.integers(-150, 200), min_size=3, max_size=3), st.integers(-200, 250))
def test_the_verdict_is_that_of_the_numbers(parts, whole):
    """Growth in tenths of a percent holds exactly if it lies between the least and the most, up to one tenth."""

    def grows(value):
        return f"{'giảm' if value < 0 else 'tăng'} {ct.format_number(abs(value) // 10)},{abs(value) % 10}%"

    names = ("khu vực I", "khu vực II", "khu vực III")
    listed = ", ".join(f"{name} {grows(part)}" for name, part in zip(names, parts, strict=True))
    ((_, holds),) = said(f"Quý I GRDP {grows(whole)}; trong đó {listed}.")
    inside = min(parts) <= whole <= max(parts)
    apart = whole < min(parts) - 1 or whole > max(parts) + 1
    assert holds or not inside
    assert not (holds and apart)


@pytest.mark.parametrize(("gap", "near"), [(240, True), (241, False)])
def test_the_first_part_stands_near_its_whole(gap, near):
    head, tail = "; trong đó khu vực I ", "tăng "
    text = (
        f"GRDP tăng 9,9%{head}{'x' * (gap - len(head + tail) - 1)} {tail}3%, khu vực II tăng 8%, khu vực III tăng 7%."
    )
    assert (said(text) == [("3 ≤ 9,9 ≤ 8", False)]) is near


def test_of_a_long_list_the_first_eight_are_taken():
    growths = (1, 2, 3, 4, 5, 6, 7, 10, 20)
    listed = ", ".join(f"{name} đạt 5 tỷ đồng, tăng {size}%" for name, size in zip("abcdeghik", growths, strict=True))
    assert said(f"Doanh thu tăng 9%, gồm {listed}.") == [("1 ≤ 9 ≤ 10", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Công nghiệp - xây dựng tăng {}% (công nghiệp tăng 13%, xây dựng tăng 9%).",
            "9 ≤ {} ≤ 13",
        ),
        (
            "GRDP tăng {}%; trong đó khu vực I tăng 3%, công nghiệp - xây dựng tăng 12% (riêng công nghiệp tăng 19%), dịch vụ tăng 8%.",
            "3 ≤ {} ≤ 12",
        ),
    ],
)
@pytest.mark.parametrize(("growth", "holds"), [(11, True), (15, False)])
def test_branches_in_a_bracket_are_those_of_the_part_before_it(text, expected, growth, holds):
    assert said(text.format(growth)) == [(expected.format(growth), holds)]
