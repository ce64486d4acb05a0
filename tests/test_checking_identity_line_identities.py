"""What follows from the parts of one indicator line.

Covers `identity.identities`, `identity.identity_arithmetic`, `identity.line_lists`, `identity.line_growth`, `identity.line_shares` and `parts.divisions`
too.
"""

import pytest
from attrs import evolve

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
