"""What follows from the parts of one indicator line.

Covers `identity.identities`, `identity.identity_arithmetic`, `identity.line_lists`, `identity.line_growth`, `identity.line_shares` and `parts.divisions`
too.
"""

import pytest
from attrs import evolve
from small_plans import worked_out

import chitieu as ct


def results(*lines, text=True):
    items = tuple(item for line in lines for item in ct.parse_indicators(f"1) {line};"))
    if not text:
        items = tuple(
            evolve(item, text="", parts=tuple(evolve(part, text="") for part in item.parts)) for item in items
        )
    return ct.run_checks(ct.Plan(indicators=items, period=ct.Period(2026)), rules=[]).identities


def said(*lines, **given):
    """Return kind, equation and verdict of all that is worked out."""
    return [(one.kind.value, one.equation, one.holds) for one in results(*lines, **given)]


# --- which parts are meant ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "equation"),
    [
        ("rừng A 300 ha, rừng B 200 ha", "300 + 200 = 500"),
        ("rừng A 300 ha; rừng B 150 ha; rừng C 50 ha", "300 + 150 + 50 = 500"),
        # behind commas a semicolon begins something else
        ("rừng A 300 ha, rừng B 200 ha; rừng C 50 ha", "300 + 200 = 500"),
        ("rừng A 300 ha và rừng B 200 ha; rừng C 50 ha", "300 + 200 = 500"),
        ("rừng A 300 ha; rừng B 150 ha, rừng C 50 ha", "300 + 150 + 50 = 500"),
        # brackets name a part of the part before
        ("rừng A 300 ha (ven sông 100 ha), rừng B 200 ha", "300 + 200 = 500"),
        ("rừng A 300 ha (ven sông 100 ha), rừng B 150 ha (ven sông 20 ha), rừng C 50 ha", "300 + 150 + 50 = 500"),
    ],
)
def test_the_parts_of_a_line_stand_in_one_list(parts, equation):
    assert said(f"Trồng mới 500 ha rừng, gồm {parts}") == [("sum", equation, True)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # behind a semicolon stands another indicator
        ("Sản lượng lúa 500 tấn, trong đó riêng nếp 400 tấn; sản lượng cá 345 tấn", [("limit", "400 ≤ 500", True)]),
        ("Đàn trâu 500 con, trong đó trâu sữa 400 con; gia cầm 5.000 con", [("limit", "400 ≤ 500", True)]),
        # or the next part
        ("Sản lượng cá 500 tấn, trong đó nuôi 400 tấn; khai thác 150 tấn", [("sum", "400 + 150 = 500", False)]),
        ("Chi 500 tỷ đồng, trong đó: tỉnh 400 tỷ đồng; trung ương 600 tỷ đồng", [("limit", "400 + 600 ≤ 500", False)]),
        # a bracket inside the list has parts of its own
        (
            "Chi 500 tỷ đồng; gồm: đầu tư 400 tỷ đồng (trong đó giao thông 100 tỷ đồng, y tế 20 tỷ đồng), trả nợ 100 tỷ đồng",
            [("sum", "400 + 100 = 500", True), ("limit", "100 + 20 ≤ 400", True)],
        ),
    ],
)  # fmt: skip
def test_what_is_no_part_of_the_line(line, expected):
    assert said(line) == expected


def test_what_a_rate_is_of_is_no_part():
    line = "Thất nghiệp 18 nghìn người. Riêng vùng cao, tỷ lệ thất nghiệp dưới 3% trong tổng số 226 nghìn lao động vùng cao"
    assert all(holds for *_, holds in said(line))


def test_a_plan_that_was_built_has_parts_without_words():
    line = "Trồng mới 500 ha rừng, gồm rừng A 300 ha, rừng B 150 ha, rừng C 20 ha"
    assert said(line) == [("sum", "300 + 150 + 20 = 500", False)]
    assert said(line, text=False) == [("limit", "300 + 150 + 20 ≤ 500", True)]  # no word says that these are all


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # parts cut another way are left out; where all are, the first stands for them
        ("Tuyển 100 người, gồm kỹ sư 60 người, thợ 40 người, nữ 50 người", [("sum", "60 + 40 = 100", True)]),
        ("Tuyển 100 người, trong đó nữ 60 người, đảng viên 70 người", [("limit", "60 ≤ 100", True)]),
        ("Tuyển 100 người, trong đó 60 người là nữ, 50 người là kỹ sư", [("limit", "50 ≤ 100", True)]),
        # the same ones divided twice
        (
            "Tuyển 100 người, trong đó tỉnh 60 người, xã 40 người; thợ 30 người, kỹ sư 70 người",
            [("sum", "60 + 40 = 100", True)],
        ),
        ("Tuyển 100 người, trong đó tỉnh 60 người, xã 40 người; thợ 30 người", [("sum", "60 + 40 = 100", True)]),
        # but none is larger than the whole
        (
            "Tuyển 100 người, trong đó kỹ sư 60 người, nữ 150 người",
            [("limit", "150 ≤ 100", False), ("limit", "60 ≤ 100", True)],
        ),
        ("Tuyển 100 người, trong đó kỹ sư 60 người, nữ 100 người", [("limit", "60 ≤ 100", True)]),
        # the last part is all that is left
        ("Chi 100 tỷ đồng, trong đó tỉnh 60 tỷ đồng, nguồn khác 30 tỷ đồng", [("sum", "60 + 30 = 100", False)]),
        (
            "Chi 100 tỷ đồng, trong đó tỉnh 60 tỷ đồng, xã 10 tỷ đồng, nguồn khác 20 tỷ đồng",
            [("sum", "60 + 10 + 20 = 100", False)],
        ),
        ("Chi 100 tỷ đồng, trong đó nguồn khác 60 tỷ đồng, tỉnh 30 tỷ đồng", [("limit", "60 + 30 ≤ 100", True)]),
        # all of one end, or none: what is at least so much adds up to at least so much
        ("Chi 100 tỷ đồng, gồm tỉnh trên 60 tỷ đồng, xã trên 30 tỷ đồng", [("limit", "60 + 30 ≤ 100", True)]),
        ("Chi khoảng 100 tỷ đồng, gồm tỉnh 60 tỷ đồng, xã 50 tỷ đồng", [("sum", "60 + 50 = 100", False)]),
        ("Chi khoảng 100 tỷ đồng, gồm tỉnh 60 tỷ đồng, xã 45 tỷ đồng", [("sum", "60 + 45 = 100", True)]),
    ],
)
def test_parts_of_an_amount(line, expected):
    assert said(line) == expected


# --- shares -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # below an amount: all sources of investment there are
        ("Tổng vốn đầu tư 1.100 tỷ đồng; trong đó vốn nhà nước 25%, vốn ngoài nhà nước 48%, vốn FDI 27%", [("shares", "25 + 48 + 27 = 100", True)]),
        ("Tổng vốn đầu tư 1.100 tỷ đồng; trong đó vốn nhà nước 25%, vốn ngoài nhà nước 48%, vốn FDI 26,85%", [("shares", "25 + 48 + 26,85 = 100", True)]),
        ("Tổng vốn đầu tư 1.100 tỷ đồng; trong đó vốn nhà nước 25%, vốn ngoài nhà nước 48%, vốn FDI 26,84%", [("shares", "25 + 48 + 26,84 = 100", False)]),
        ("Tổng vốn đầu tư 1.100 tỷ đồng; trong đó vốn nhà nước 25%, vốn ngoài nhà nước 48%, còn lại vốn FDI 20%", [("shares", "25 + 48 + 20 = 100", True)]),
        # so far from a hundred they are rates of growth
        ("Tổng vốn đầu tư 1.100 tỷ đồng; trong đó vốn nhà nước 25%, vốn ngoài nhà nước 18%, vốn FDI 27%", [("shares", "25 + 18 + 27 = 100", False)]),
        ("Tổng vốn đầu tư 1.100 tỷ đồng; trong đó vốn nhà nước 25%, vốn ngoài nhà nước 18%, vốn FDI 26%", []),
        ("Tổng vốn đầu tư 1.100 tỷ đồng; trong đó vốn nhà nước 25%, vốn ngoài nhà nước 48%, vốn FDI 20% - 27%", []),
        ("Tổng vốn đầu tư 1.100 tỷ đồng; trong đó vốn nhà nước trên 25%, vốn ngoài nhà nước dưới 48%, vốn FDI 27%", []),
        # two are not all
        ("Tổng vốn đầu tư 1.100 tỷ đồng; trong đó vốn nhà nước 25%, vốn ngoài nhà nước 85%", []),
        # names that begin alike may leave some out, and are never more than all
        ("Tổng vốn đầu tư 1.100 tỷ đồng; trong đó vốn A 25%, vốn B 48%, vốn C 17%", []),
        ("Tổng vốn đầu tư 1.100 tỷ đồng; trong đó vốn A 25%, vốn B 48%, vốn C 28%", [("shares", "25 + 48 + 28 = 100", False)]),
        ("Tổng vốn đầu tư 1.100 tỷ đồng; trong đó vốn A 25%, vốn B 48%, nguồn C 28%", []),
        ("Tổng dân số 1.100 người; trong đó người già 25%, người trẻ 48%, người nữ 52%", []),
        # a row that is a share itself
        ("Tỷ trọng công nghiệp - xây dựng 42,5%, dịch vụ 40%, nông nghiệp 17,5%", [("shares", "42,5 + 40 + 17,5 = 100", True)]),
        ("Mức tăng công nghiệp - xây dựng 42,5%, dịch vụ 40%, nông nghiệp 17,5%", []),
        # those of each of several years
        ("Cơ cấu kinh tế: năm 2026 là 30% - 45% - 25%; năm 2027 là 28% - 47% - 26%", [("shares", "30 + 45 + 25 = 100", True), ("shares", "28 + 47 + 26 = 100", False)]),
        ("Cơ cấu kinh tế: vùng cao 30% - 45% - 25%; vùng thấp 28% - 47% - 25%", [("shares", "30 + 45 + 25 + 28 + 47 + 25 = 100", False)]),
    ],
)  # fmt: skip
def test_shares_that_are_all_there_is(line, expected):
    assert [one for one in said(line) if one[0] == "shares"] == expected


# --- rates, growth and contributions ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tỷ lệ hộ dùng nước hợp vệ sinh 97%, trong đó nước sạch 58%", [("order", "58 ≤ 97", True)]),
        ("Tỷ lệ hộ dùng nước hợp vệ sinh 97%, trong đó nước sạch 97%", [("order", "97 ≤ 97", True)]),
        ("Tỷ lệ hộ dùng nước hợp vệ sinh 97%, trong đó nước sạch 98%", [("order", "98 ≤ 97", False)]),
        ("Tỷ lệ hộ dùng nước hợp vệ sinh 95% - 97%, trong đó nước sạch 96%", [("order", "96 ≤ 95", True)]),
        ("Tỷ lệ hộ dùng nước hợp vệ sinh khoảng 97%, trong đó nước sạch 98%", [("order", "98 ≤ 97", True)]),
        # of what the catalogue does not know too
        ("Tỷ lệ trường đạt chuẩn 60%, trong đó mức độ 2 đạt 55%", [("order", "55 ≤ 60", True)]),
        ("Tỷ lệ trường đạt chuẩn 60%, trong đó mức độ 2 đạt 60%", [("order", "60 ≤ 60", True)]),
        ("Tỷ lệ trường đạt chuẩn 60%, trong đó mức độ 2 đạt 65%", [("order", "65 ≤ 60", False)]),
        ("Tỷ lệ trường đạt chuẩn 60% - 66%, trong đó mức độ 2 đạt 65%", [("order", "65 ≤ 60", True)]),
        ("Tỷ lệ trường đạt chuẩn khoảng 60%, trong đó mức độ 2 đạt 65%", []),
        ("Tỷ lệ trường đạt chuẩn tăng 60%, trong đó mức độ 2 đạt 65%", []),
        ("Tỷ lệ trường đạt chuẩn 60%, trong đó mức độ 2 tăng 65%", []),
        ("Tỷ lệ trường đạt chuẩn 60/90 trường, trong đó mức độ 2 đạt 65%", []),
        ("Tỷ lệ trường đạt mức độ 2 là 60%, trong đó mức độ 2 ở xã đạt 65%", []),
        ("Tỷ lệ trường đạt chuẩn 60%, trong đó tiểu học đạt 65%", []),
        ("Tỷ lệ hộ dùng nước sạch 97%, trong đó nước sạch đô thị 98%", []),
        ("Tỷ lệ hộ dùng nước hợp vệ sinh 97%, trong đó nước sạch 300 hộ", []),
        ("Số hộ dùng nước hợp vệ sinh 97 hộ, trong đó nước sạch 98%", []),
    ],
)
def test_a_narrower_rate(line, expected):
    assert [one for one in said(line) if one[0] == "order"] == expected


POINTS = "Đóng góp vào tăng trưởng GRDP {}: nông nghiệp {} điểm phần trăm; công nghiệp {} điểm phần trăm; dịch vụ {} điểm phần trăm"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("9%", "1", "4", "4"), [("sum", "1 + 4 + 4 = 9", True)]),
        (("9%", "1", "4", "4,09"), [("sum", "1 + 4 + 4,09 = 9", True)]),
        (("9%", "1", "4", "4,1"), [("sum", "1 + 4 + 4,1 = 9", False)]),
        # the taxes on products may be left out, up to a quarter
        (("8%", "1", "3", "2"), [("sum", "1 + 3 + 2 = 8", True)]),
        (("8%", "1", "3", "1,9"), [("sum", "1 + 3 + 1,9 = 8", False)]),
        (("8% - 9%", "1", "3", "1"), []),
        (("8%", "ít nhất 1", "không quá 3", "1"), []),
    ],
)
def test_contributions_make_up_a_growth(values, expected):
    assert said(POINTS.format(*values)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Khách du lịch tăng 10%, trong đó khách quốc tế tăng 12%, khách nội địa tăng 9%", [("between", "9 ≤ 10 ≤ 12", True)]),
        ("Khách du lịch tăng 13%, trong đó khách quốc tế tăng 12%, khách nội địa tăng 9%", [("between", "9 ≤ 13 ≤ 12", False)]),
        ("Khách du lịch tăng 13%, trong đó khách quốc tế tăng 12%", []),
        ("Khách du lịch tăng 13%, trong đó khách quốc tế tăng 12%, khách nội địa tăng 9 khách", []),
        ("Khách du lịch đạt 13%, trong đó khách quốc tế tăng 12%, khách nội địa tăng 9%", []),
        # the words say that these are all, or the name of the whole is made up of theirs
        ("Doanh thu tăng 13%, bao gồm vận tải tăng 12% và bưu chính tăng 9%", [("between", "9 ≤ 13 ≤ 12", False)]),
        ("Doanh thu tăng 13%, trong đó vận tải tăng 12% và bưu chính tăng 9%", []),
        ("Doanh thu vận tải và kho bãi tăng 13%, trong đó vận tải tăng 12%, kho bãi tăng 9%", [("between", "9 ≤ 13 ≤ 12", False)]),
        ("Vận tải, kho bãi tăng 13%, trong đó vận tải tăng 12%, kho bãi tăng 9%", [("between", "9 ≤ 13 ≤ 12", False)]),
        ("Vận tải, kho bãi, du lịch tăng 13%, trong đó vận tải tăng 12%, kho bãi tăng 9%", []),
        ("Công nghiệp - xây dựng tăng 13%, gồm công nghiệp tăng 12%, xây dựng tăng 9%", [("between", "9 ≤ 13 ≤ 12", False)]),
        # against what was planned, of another year
        ("Doanh thu tăng 13%, gồm vận tải tăng 12% so với kế hoạch, bưu chính tăng 9% so với kế hoạch", []),
        ("Doanh thu tăng 13%, gồm vận tải năm 2024 tăng 12%, bưu chính năm 2024 tăng 9%", []),
        # amounts of the parts before their growth
        ("Doanh thu tăng 13%, gồm vận tải 60 tỷ đồng, tăng 12%, bưu chính 40 tỷ đồng, tăng 9%", [("between", "9 ≤ 13 ≤ 12", False)]),
    ],
)  # fmt: skip
def test_growth_of_all_parts(line, expected):
    assert [one for one in said(line) if one[0] == "between"] == expected


def test_a_name_alone_beside_the_line_that_has_its_amount_gives_nothing():
    """A heading of an indicator, without amount or parts, that another line sets."""
    lines = ct.parse_indicators("1) Thu ngân sách nhà nước trên địa bàn 5.400 tỷ đồng;")
    alone = evolve(lines[0], targets=(), parts=())
    report = ct.run_checks(ct.Plan(indicators=(*lines, alone)), rules=[])
    assert (report.findings, report.identities) == ((), ())


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Tổng vốn 1.100 tỷ đồng; trong đó vốn A 25%, vốn B 48%, vốn C 27%"], []),
        (["Chi ít nhất 100 tỷ đồng, gồm tỉnh ít nhất 60 tỷ đồng, xã ít nhất 30 tỷ đồng"], ["sum 60 + 30 = 100: 90 tỷ đồng, wrong"]),
        (["Chi ít nhất 100 tỷ đồng, gồm tỉnh ít nhất 60 tỷ đồng, xã không quá 30 tỷ đồng"], ["limit 60 + 30 ≤ 100: 90 tỷ đồng"]),
        (["GRDP tăng 7%, trong đó nông nghiệp tăng 3%, công nghiệp - xây dựng tăng 5%, dịch vụ tăng 6%"], ["between 3 ≤ 7 ≤ 6: None, wrong"]),
        (["Doanh thu tăng 10%, gồm: vận tải 33%, bưu chính 30%, kho bãi 28%"], []),
        (["Xây 120 trường (năm 2025: 110 trường); riêng mầm non 115 trường"], ["limit 115 ≤ 120: 115 trường"]),
        (["Có 60 trường, gồm 40 trường tiểu học và 20 trường mầm non, trong đó 5 trường tư thục"], ["limit 5 ≤ 20: 5 trường"]),
        (["Chi 500 tỷ đồng, gồm: chi lương 300 tỷ đồng; chi đầu tư 150 tỷ đồng; dự phòng 50 tỷ đồng"], ["sum 300 + 150 + 50 = 500: 500 tỷ đồng"]),
        (["Chi 500 tỷ đồng, trong đó chi lương 300 tỷ đồng (năm 2025: 280 tỷ đồng); chi đầu tư 200 tỷ đồng (năm 2025: 150 tỷ đồng)"], ["sum 300 + 200 = 500: 500 tỷ đồng"]),
        (["Tuyển 100 người, gồm kỹ sư 60 người và thợ 30 người"], ["sum 60 + 30 = 100: 90 người, wrong"]),
        (["Tuyển khoảng 100 người, gồm kỹ sư 60 người và thợ 39 người"], ["sum 60 + 39 = 100: 99 người"]),
        (["Có 60 lớp, trong đó tiểu học 40 lớp, mầm non 20 lớp/trường"], ["limit 40 ≤ 60: 40 lớp"]),
        (["Có 60 lớp, trong đó tiểu học 40/45 lớp, mầm non 20 lớp"], ["limit 20 ≤ 60: 20 lớp"]),
        (["Có 60 trường, gồm 40 trường tiểu học, 15 trường mầm non"], []),
        (["Năng suất bình quân 60 tạ/ha, gồm lúa 62 tạ/ha, ngô 50 tạ/ha"], []),
        (["Thu nhập bình quân 60 triệu đồng, trong đó lương 70 triệu đồng"], ["limit 70 ≤ 60: 70 triệu đồng, wrong"]),
        (["Dân số 1.000 nghìn người, trong đó thành thị 400 nghìn người, nông thôn 500 nghìn người"], ["sum 400 + 500 = 1.000: 900 nghìn người, wrong"]),
        (["Dân số 1.000 nghìn người, trong đó thành thị 400 nghìn người"], ["limit 400 ≤ 1.000: 400 nghìn người"]),
        (["Dân số 1.000 nghìn người, trong đó thành thị 1.400 nghìn người"], ["limit 1.400 ≤ 1.000: 1.400 nghìn người, wrong"]),
        (["Chi ngân sách 100 tỷ đồng, gồm: chi đầu tư 60 tỷ đồng, chi thường xuyên 30 tỷ đồng, còn lại chi khác"], ["limit 60 + 30 ≤ 100: 90 tỷ đồng"]),
        (["Chi ngân sách khoảng 100 tỷ đồng, trong đó chi đầu tư 104 tỷ đồng"], ["limit 104 ≤ 100: 104 tỷ đồng"]),
        (["Chi ngân sách khoảng 100 tỷ đồng, trong đó chi đầu tư 106 tỷ đồng"], ["limit 106 ≤ 100: 106 tỷ đồng, wrong"]),
        (["Chi ngân sách 100 tỷ đồng, trong đó chi đầu tư 101 tỷ đồng"], ["limit 101 ≤ 100: 101 tỷ đồng, wrong"]),
        (["Chi ngân sách 100 tỷ đồng, trong đó chi đầu tư 100 tỷ đồng"], ["limit 100 ≤ 100: 100 tỷ đồng"]),
        (["Chi ngân sách khoảng 100 tỷ đồng, gồm: chi đầu tư 60 tỷ đồng, chi thường xuyên 38 tỷ đồng"], ["sum 60 + 38 = 100: 98 tỷ đồng"]),
        (["Chi ngân sách khoảng 100 tỷ đồng, gồm: chi đầu tư khoảng 60 tỷ đồng, chi thường xuyên 35 tỷ đồng"], ["limit 60 + 35 ≤ 100: 95 tỷ đồng"]),
        (["Có 90 nhà máy, gồm 60 nhà máy điện, 28 nhà máy nước, nhà máy đường Hoa Sen và nhà máy giấy Hoa Mai"], []),
        (["Tổng thu ngân sách nhà nước trên địa bàn 500 tỷ đồng", "Thu ngân sách nhà nước trên địa bàn, trong đó: thu nội địa 400 tỷ đồng, thu xuất nhập khẩu 150 tỷ đồng"], ["sum 400 + 150 = 500: 550 tỷ đồng, wrong"]),
        (["Tổng thu ngân sách nhà nước trên địa bàn 500 tỷ đồng", "Thu ngân sách nhà nước trên địa bàn, trong đó: thu phí 400 tỷ đồng, thu đất 150 tỷ đồng"], []),
        (["Tổng thu ngân sách nhà nước trên địa bàn 500 tỷ đồng", "Thu ngân sách nhà nước trên địa bàn, trong đó: thu đất 550 tỷ đồng"], []),
        (["Tổng thu ngân sách nhà nước trên địa bàn 500 tỷ đồng", "Thu ngân sách nhà nước trên địa bàn, gồm: thu phí 400 tỷ đồng, thu đất 50 tỷ đồng"], ["sum 400 + 50 = 500: 450 tỷ đồng, wrong"]),
        (["Tổng thu ngân sách nhà nước trên địa bàn 500 tỷ đồng; gồm: thu nội địa 400 tỷ đồng; thu xuất nhập khẩu 100 tỷ đồng; chi ngân sách 300 tỷ đồng"], ["sum 400 + 100 = 500: 500 tỷ đồng"]),
        (["Thu ngân sách 51 tỷ đồng (năm 2025: 46 tỷ đồng), tăng 9,6%; trong đó thu thuế 40 tỷ đồng, thu phí 20 tỷ đồng"], ["limit 40 + 20 ≤ 51: 60 tỷ đồng, wrong"]),
        (["Tổng kim ngạch xuất nhập khẩu 26 tỷ USD, trong đó xuất khẩu 14 tỷ USD, nhập khẩu 12 tỷ USD, xuất siêu 2 tỷ USD"], ["sum 14 + 12 = 26: 26 tỷ USD", "balance 14 − 12 = 2: 2 tỷ USD"]),
        (["Tổng kim ngạch xuất nhập khẩu 26 tỷ USD, gồm xuất khẩu 14 tỷ USD, nhập khẩu 11 tỷ USD"], ["sum 14 + 11 = 26: 25 tỷ USD, wrong"]),
        (["Thu 120 tỷ đồng, tăng 9% so cùng kỳ (110 tỷ đồng); riêng phí 115 tỷ đồng"], ["limit 115 ≤ 120: 115 tỷ đồng"]),
        (["Thu 120 tỷ đồng, tăng 9% so cùng kỳ (110 tỷ đồng); riêng phí 125 tỷ đồng"], ["limit 125 ≤ 120: 125 tỷ đồng, wrong"]),
        (["Có 12 khoản thu vượt dự toán, trong đó lệ phí 24 tỷ đồng (80%), thuế 31 tỷ đồng (88%)"], []),
        (["Tỷ lệ thôn có nước 60%, trong đó hộ dùng nước sạch 65%"], ["order 65 ≤ 60: 65%, wrong"]),
        (["Tỷ lệ lao động qua đào tạo 60%, trong đó có bằng cấp 65%"], ["order 65 ≤ 60: 65%, wrong"]),
    ],
)  # fmt: skip
def test_which_amounts_are_parts_and_how_many_of_them(lines, expected):
    """Parts are of one sort with their whole; words, town and country or the catalogue tell whether they are all."""
    assert worked_out(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 35%"], ["shares 20 + 45 + 35 = 100: 100%"]),
        (["Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 35,1%"], ["shares 20 + 45 + 35,1 = 100: 100,1%"]),
        (["Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 35,15%"], ["shares 20 + 45 + 35,15 = 100: 100,15%"]),
        (["Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 35,16%"], ["shares 20 + 45 + 35,16 = 100: 100,16%, wrong"]),
        (["Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 34,85%"], ["shares 20 + 45 + 34,85 = 100: 99,85%"]),
        (["Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 34,84%"], ["shares 20 + 45 + 34,84 = 100: 99,84%, wrong"]),
        (["Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 85%"], []),
        (["Cơ cấu kinh tế 100%, gồm: nông nghiệp 20%, công nghiệp 45%, dịch vụ 36%"], ["shares 20 + 45 + 36 = 100: 101%, wrong"]),
        (["Cơ cấu kinh tế 90%, gồm: nông nghiệp 20%, công nghiệp 45%, dịch vụ 36%"], []),
        (["Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 25%, còn lại thuế sản phẩm"], ["shares 20 + 45 + 25 = 100: 90%"]),
        (["Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 45%, còn lại thuế sản phẩm"], ["shares 20 + 45 + 45 = 100: 110%, wrong"]),
        (["Cơ cấu kinh tế: nông nghiệp trên 20%, công nghiệp dưới 45%, dịch vụ 36%"], []),
        (["Cơ cấu cây trồng: lúa 20%, ngô 45%, rau 300 ha"], []),
        (["Mức tăng giá: lúa 20%, ngô 45%, rau 36%"], []),
        (["Cơ cấu kinh tế: năm 2026: 30% - 45% - 25%; năm 2027: 28% - 47% - 25%; năm 2028: 27% - 48% - 26%"], ["shares 30 + 45 + 25 = 100: 100%", "shares 28 + 47 + 25 = 100: 100%", "shares 27 + 48 + 26 = 100: 101%, wrong"]),
        (["Tỷ trọng các ngành: nông nghiệp 20%, công nghiệp 45%, dịch vụ 36%"], ["shares 20 + 45 + 36 = 100: 101%, wrong"]),
        (["Tỷ trọng của các ngành: nông nghiệp 20%, công nghiệp 45%, dịch vụ 36%"], ["shares 20 + 45 + 36 = 100: 101%, wrong"]),
        (["Tỷ trọng công nghiệp 42,5%, dịch vụ 40%, nông nghiệp 18,5%"], ["shares 42,5 + 40 + 18,5 = 100: 101%, wrong"]),
        (["Tổng vốn 1.100 tỷ đồng; trong đó vốn nhà nước 25%, vốn ngoài nhà nước 48%, vốn FDI tăng 27%"], []),
        (["Trồng 500 ha rừng, gồm rừng A 300 ha, rừng B 200 ha. Trồng lại rừng C 50 ha"], ["sum 300 + 200 = 500: 500 ha"]),
        (["Thu 500 tỷ đồng, gồm: thuế 300 tỷ đồng; phí 200 tỷ đồng; chi 400 tỷ đồng"], ["sum 300 + 200 + 400 = 500: 900 tỷ đồng, wrong"]),
        (["Thu 500 tỷ đồng, gồm: thuế 300 tỷ đồng, tăng 10% so với cùng kỳ (272 tỷ đồng), phí 200 tỷ đồng"], ["sum 300 + 200 = 500: 500 tỷ đồng"]),
        (["Thu 500 tỷ đồng, gồm: thuế 300 tỷ đồng (bằng 105% dự toán), phí 200 tỷ đồng (bằng 90% dự toán)"], ["sum 300 + 200 = 500: 500 tỷ đồng"]),
        (["Thu 500 tỷ đồng, trong đó: thuế 300 tỷ đồng; phí 200 tỷ đồng; dầu khí 900 tỷ đồng"], ["limit 300 + 200 + 900 ≤ 500: 1.400 tỷ đồng, wrong"]),
        (["Thu 500 tỷ đồng, trong đó thuế 300 tỷ đồng; phí 200 tỷ đồng; dầu khí 900 tỷ đồng"], ["sum 300 + 200 = 500: 500 tỷ đồng"]),
        (["Thu 500 tỷ đồng, trong đó thuế 300 tỷ đồng; dầu khí 900 tấn"], ["limit 300 ≤ 500: 300 tỷ đồng"]),
        (["Khách du lịch tăng 10%, gồm khách quốc tế tăng 12%, khách nội địa tăng 11%"], ["between 11 ≤ 10 ≤ 12: None, wrong"]),
        (["Khách du lịch tăng 10%, gồm khách quốc tế tăng 12%, khách nội địa tăng 10,4%"], ["between 10,4 ≤ 10 ≤ 12: None, wrong"]),
        (["Khách du lịch giảm 10%, gồm khách quốc tế tăng 12%, khách nội địa giảm 9%"], ["between 9 ≤ 10 ≤ 12: None, wrong"]),
        (["Khách du lịch tăng ít nhất 10%, gồm khách quốc tế tăng 9%, khách nội địa tăng 8%"], ["between 8 ≤ 10 ≤ 9: None, wrong"]),
        (["Khách du lịch tăng 10%, gồm khách quốc tế tăng ít nhất 9%, khách nội địa tăng 8%"], ["between 8 ≤ 10 ≤ 9: None"]),
    ],
)  # fmt: skip
def test_lists_of_shares_of_parts_and_of_growths(lines, expected):
    """Each share may be half a tenth off; growths lie between those of the parts; what begins anew is no part."""
    assert worked_out(*lines) == expected
