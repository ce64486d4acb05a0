"""Tables one column of which is the product of two others."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

HEAD = "| TT | Cây trồng | Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (tấn) |\n"
CROPS = ("Lúa", "Ngô", "Lạc", "Sắn", "Mía", "Khoai lang")


def names(text):
    found = ct.check(text, rules=["per-head"])
    assert {finding.code for finding in found} <= {"per-head"}  # and the rule did not stop
    return [finding.about for finding in found]


def table(*rows, head=HEAD):
    return head + "".join("| " + " | ".join(row.split()) + " |\n" for row in rows)


def test_the_row_that_does_not_fit_is_named():
    text = table("1 Lúa 1.000 60 6.000", "2 Ngô 500 45 2.250", "3 Lạc 200 20,5 410", "4 Sắn 300 150 5.400")
    (finding,) = ct.check(text, rules=["per-head"])
    assert finding.message == "'Sắn: Năng suất (tạ/ha)' is 150, but 5.400 over 300 make 180,00"
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "150"
    assert [text[span.start : span.end] for span in finding.related] == ["5.400", "300"]


def test_units_in_the_titles_let_one_row_tell():
    """Where titles name the units, the power of ten is known, and all rows but one must be right."""
    rows = ("1 Lúa 1.000 60 6.000", "2 Sắn 300 150 5.400")
    assert names(table(*rows)) == ["Sắn: Năng suất (tạ/ha)"]
    assert names(table(*rows, head=HEAD.replace("(tạ/ha)", ""))) == []


def test_pupils_in_classes_need_no_unit():
    head = "| Bậc học | Số lớp | Số học sinh | Bình quân học sinh/lớp |\n"
    assert names(table("Mầm 100 3.000 30", "Chồi 200 7.000 {}".format("35"), head=head)) == []
    assert names(table("Mầm 100 3.000 30", "Chồi 200 7.000 {}".format("38"), head=head)) == [
        "Chồi: Bình quân học sinh/lớp"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("1 Lúa 1.000 60 6.000", "2 Ngô 500 49 2.250", "3 Sắn 300 150 5.400"),  # too few agree
        (
            "1 Lúa 1.000 60 6.000",
            "2 Ngô 500 45 2.250",
            "3 Lạc 200 20,5 410",
            "4 Sắn 300 150 5.400",
            "5 Mía 300 600 9.000",
        ),
        ("1 Lúa 1.000 60 6.000", "2 Ngô 500 45 2.250", "3 Lạc 200 20,5 410", "4 Cam 300 150 2.400"),  # a tree
        ("1 Lúa 1.000 60 6.000", "2 Ngô 500 45 2.250", "3 Lạc 200 20,5 410", "4 Sắn 300 150 4.450"),  # rounded
        ("1 Lúa 1.000 60 6.000", "2 Ngô 500 45 2.250", "3 Lạc 200 20,5 410", "4 Sắn 300 - -"),
        ("1 Lúa 1.000 60 6.000", "2 Ngô 500 45 2.250", "3 Lạc 200 20,5 410", "1 2 3 4 5"),
        ("1 Lúa 1.000 60 6.000", "2 Ngô 500 45 2.250", "3 Lạc 200 20,5 410", f"4 Sắn 300 150 {'9' * 30}"),
    ],
)
def test_tables_that_show_nothing_wrong(rows):
    assert names(table(*rows)) == []


def test_of_several_areas_the_one_most_rows_agree_with_counts():
    head = "| TT | Cây | Diện tích (ha) | Diện tích thu hoạch (ha) | Năng suất (tạ/ha) | Sản lượng (tấn) |\n"
    rows = ("1 Cam 320 250 120 3.000", "2 Bưởi 410 300 130 3.900", "3 Chè 250 200 90 1.800")
    assert names(table(*rows, "4 Nhãn 250 220 70 1.320", head=head)) == ["Nhãn: Năng suất (tạ/ha)"]
    assert names(table(*rows, "4 Nhãn 250 220 70 1.750", head=head)) == []  # by the other area


def test_two_years_side_by_side_are_looked_at_each_for_itself():
    by_year = (
        "| TT | Cây trồng | Ước 2025 | | | KH 2026 | | |\n"
        "| | | Diện tích | Năng suất | Sản lượng | Diện tích | Năng suất | Sản lượng |\n"
    )
    rows = ("1 Lúa 940 55 5.170 950 56 5.320", "2 Ngô 420 44 1.848 430 45 1.935", "3 Mía 115 640 7.360 115 650 7.475")
    assert names(table(*rows, "4 Lạc 60 20 120 65 24 120", head=by_year)) == ["Lạc: KH 2026 Năng suất"]
    by_column = "| TT | Cây | Diện tích 2025 | Diện tích 2026 | Năng suất 2025 | Năng suất 2026 | Sản lượng 2025 | Sản lượng 2026 |\n"
    rows = ("1 Lúa 940 950 55 56 5.170 5.320", "2 Ngô 420 430 44 45 1.848 1.935", "3 Mía 115 115 640 650 7.360 7.475")
    assert names(table(*rows, "4 Lạc 60 65 20 24 120 120", head=by_column)) == ["Lạc: Năng suất 2026"]


def test_rows_below_one_another():
    def crop(name, *values):
        lines = zip(("Diện tích | ha", "Năng suất | tạ/ha", "Sản lượng | tấn"), values, strict=True)
        return f"| 1 | {name} | | | | |\n" + "".join(f"| | {words} | {cells} |\n" for words, cells in lines)

    head = "| TT | Chỉ tiêu | ĐVT | TH 2025 | KH 2026 | So sánh (%) |\n"
    rice = crop("Lúa", "940 | 950 | 101,1", "55 | 56 | 101,8", "5.170 | 5.320 | 102,9")
    assert names(head + rice + crop("Ngô", "420 | 430 | 102,4", "44 | 45 | 102,3", "1.848 | 1.935 | 104,7")) == []
    wrong = crop("Ngô", "420 | 430 | 102,4", "44 | 45 | 102,3", "1.848 | 1.395 | 104,7")
    assert names(head + rice + wrong) == ["Ngô, Năng suất: KH 2026"]


MONEY = "| TT | Nội_dung | Số hộ | Số tháng | Mức hỗ trợ (nghìn đồng) | Kinh phí (triệu đồng) |\n"


def test_numbers_prices_and_costs():
    rows = ("1 Bò 20 1 300 6", "2 Nhà 15 1 600 9", "3 Gà 40 3 500 60")
    assert names(table(*rows, "4 Dê 12 1 250 3", head=MONEY)) == []
    assert names(table(*rows, "4 Dê 12 1 250 3", "5 Ong 30 1 200 8", head=MONEY)) == ["Ong: Mức hỗ trợ (nghìn đồng)"]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Đơn vị | Diện tích (km2) | Dân số (người) | Mật độ (người/km2)", ("A | 20 | 12.000 | 600", "B | 30 | 15.000 | 500", "C | 25 | 20.000 | 800", "D | 10 | 9.000 | {}")),
        ("Cấp | Số lớp | Số học sinh | Bình quân học sinh/lớp", ("A | 100 | 3.000 | 30", "B | 80 | 2.800 | 35", "C | 50 | 2.000 | 40", "D | 10 | 9.000 | {}")),
        ("Đơn vị | Số hộ | Số nhân khẩu | Bình quân người/hộ", ("A | 100 | 360 | 3,6", "B | 80 | 280 | 3,5", "C | 50 | 200 | 4,0", "D | 10 | 9.000 | {}")),
    ],
)  # fmt: skip
def test_people_to_the_area_pupils_to_the_class_and_people_to_the_household(head, rows):
    lines = "\n".join(f"| {row} |" for row in (head, *rows))
    assert names(lines.format("900")) == []
    assert [name[:1] for name in names(lines.format("990"))] == ["D"]


@pytest.mark.parametrize(
    "head",
    [
        "Khách sạn | Số phòng | Ngày phòng bán | Công suất (%)",
        "Cơ sở | Giường | Ngày điều trị nội trú | Công suất sử dụng (%)",
    ],
)
def test_what_is_used_of_beds_and_rooms_in_a_year(head):
    rows = ("A | 100 | 36.500 | 100,0", "B | 200 | 65.700 | {}", "C | 300 | 87.600 | 80,0", "D | 50 | 10.950 | 60,0")
    lines = "\n".join(f"| {row} |" for row in (head, *rows))
    assert names(lines.format("90,0")) == []
    assert [name[:1] for name in names(lines.format("93,0"))] == ["B"]


def test_use_of_part_of_a_year_is_left_alone():
    rows = (
        "Bến | Số phòng | Ngày khách | Công suất (%)",
        "A | 100 | 9.000 | 100,0",
        "B | 200 | 16.200 | 90,0",
        "C | 300 | 21.600 | 80,0",
    )
    assert names("\n".join(f"| {row} |" for row in rows)) == []


@given(
    st.lists(st.tuples(st.integers(100, 9_000), st.integers(100, 900)), min_size=3, max_size=6),
    st.sampled_from([Decimal("0.1"), Decimal(1), Decimal("0.0001")]),
)
def test_products_are_never_findings(rows, factor):
    """Law: a table whose last column is the product of two others by one power of ten gives no finding."""
    lines = [
        f"{at} {CROPS[at]} {area} {ct.format_number(Decimal(rate) / 10)} {ct.format_number(area * rate * factor / 10)}"
        for at, (area, rate) in enumerate(rows)
    ]
    assert names(table(*lines)) == []


def test_long_tables_take_time_in_proportion():
    def seconds(count):
        text = table(*["1 Lúa 1.000 60 6.000"] * count, *["1 Lúa 1.000 60 9.000"] * (count // 4))
        start = time.perf_counter()
        assert len(names(text)) == count // 4
        return time.perf_counter() - start

    seconds(50)
    assert seconds(800) < 12 * max(seconds(200), 0.02)


BASE = ("1 Lúa 1.000 60 6.000", "2 Ngô 500 45 2.250", "3 Lạc 200 20,5 410")
GOODS = "| TT | Tên | Số lượng (bộ) | Đơn giá (triệu đồng) | Thành tiền (triệu đồng) |\n"
BOUGHT = ("1 Bàn 20 3 60", "2 Ghế 15 6 90", "3 Tủ 40 5 200")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (table(*BASE, "4 Sắn 300 15,00 457"), 0),
        (table(*BASE, "4 Sắn 300 15,00 458"), 1),
        (table(*BASE, "4 Sắn 300 15,00 443"), 0),
        (table(*BASE, "4 Sắn 300 15,00 442"), 1),
        (table(*BOUGHT, "4 Loa 120 5,00 603,0", head=GOODS), 0),
        (table(*BOUGHT, "4 Loa 120 5,00 610,0", head=GOODS), 1),
        (table(*BOUGHT, "4 Loa 120 5,00 597,0", head=GOODS), 0),
        (table(*BOUGHT, "4 Loa 120 5,00 590,0", head=GOODS), 1),
        (table(*BASE, f"4 Sắn 300 150 5.400,{'0' * 14}"), 1),
        (table(*BASE, f"4 Sắn 300 150 5.400,{'0' * 15}"), 0),  # too long for a number
        ("| BIỂU 1 | a | b | c | d |\n" * 2 + table(*BASE, "4 Sắn 300 150 5.400"), 1),
        ("| BIỂU 1 | a | b | c | d |\n" * 3 + table(*BASE, "4 Sắn 300 150 5.400"), 0),
        (table(*BASE, "4 Sắn 300 150 5.400 | x"), 0),  # wider than the head
        (table(*BASE, "4 Mía 100 600 6.000", "5 Sắn 300 150 5.400", "6 Vừng 100 10 130"), 2),
        (table(*BASE, "5 Sắn 300 150 5.400", "6 Vừng 100 10 130"), 0),  # too many are none
    ],
)
def test_how_far_off_a_row_may_be_and_how_many_must_be_right(text, found):
    assert len(names(text)) == found


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("300 2 150 9.000", False),
        ("300 3 150 9.000", True),
        ("300 100 150 450.000", False),
        ("300 101 150 454.500", True),
        ("300 100 150 4.500", False),
        ("300 60 150 2.700", False),  # that many percents of it
        ("300 60 150 27", True),
        ("300 250 150 3.750", False),  # another area
    ],
)
def test_another_number_of_the_row_may_be_a_factor(row, found):
    head = HEAD.replace("| Năng suất", "| Số khác | Năng suất")
    rows = ("1 Lúa 1.000 1 60 6.000", "2 Ngô 500 1 45 2.250", "3 Lạc 200 1 20,5 410")
    assert (names(table(*rows, f"4 Sắn {row}", head=head)) != []) is found


@pytest.mark.parametrize(("years", "found"), [(1, True), (2, True), (3, True), (4, True), (5, False)])
def test_columns_of_several_years(years, found):
    """The wrong cell of the last year is found among up to four; wider tables are left alone."""
    head = (
        "TT",
        "Cây",
        *(f"{one} {2021 + at}" for one in ("Diện tích", "Năng suất", "Sản lượng") for at in range(years)),
    )
    crops = (
        ("Lúa", "1.000", "60", "6.000"),
        ("Ngô", "500", "45", "2.250"),
        ("Lạc", "200", "20", "400"),
        ("Sắn", "300", "150", "4.500"),
    )
    rows = [[crop, *[area] * years, *[rate] * years, *[total] * years] for crop, area, rate, total in crops]
    rows[-1][-1] = "5.400"
    text = "\n".join(f"| {' | '.join(cells)} |" for cells in (head, *(["1", *row] for row in rows)))
    assert names(text) == [f"Sắn: Năng suất {2020 + years}"] * found


@pytest.mark.parametrize(("notes", "found"), [(19, True), (20, False)])
def test_the_widest_table(notes, found):
    head = ("TT", "Cây", *["Ghi chú"] * notes, "Diện tích (ha)", "Năng suất (tạ/ha)", "Sản lượng (tấn)")
    rows = ("Lúa 1.000 60 6.000", "Ngô 500 45 2.250", "Lạc 200 20 400", "Sắn 300 150 5.400")
    cells = [["1", crop, *["x"] * notes, *numbers] for crop, *numbers in map(str.split, rows)]
    assert len(names("\n".join(f"| {' | '.join(row)} |" for row in (head, *cells)))) == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("1 Lúa 1.000 60 6.000", "2 Sắn 300 150 5.400"), 1),
        (("1 Sắn 300 150 5.400",), 0),
        (("1 Lúa 1.000 60 6.000", "2 Sắn 300 150 5.400", "3 Mía 300 150 5.700"), 0),
        (("1 Lúa 1.000 60 6.000", "2 Ngô 500 45 2.250", "3 Mía 300 150 5.700"), 1),
    ],
)
def test_where_titles_name_the_units_one_row_may_be_wrong(rows, found):
    assert len(names(table(*rows))) == found


def test_of_trees_only_the_land_that_bears_counts():
    rows = ("1 Cam 100 60 600", "2 Bưởi 500 45 2.250", "3 Nhãn 200 20,5 410", "4 Mít 300 150 3.400")
    assert names(table(*rows)) == []
    assert names(table(*rows[:3], "4 Mít 300 150 5.400")) == ["Mít: Năng suất (tạ/ha)"]  # more than all of it bears
    assert names(table(*rows[:3], "4 Mít 300 150 450")) == ["Mít: Năng suất (tạ/ha)"]  # a tenth of it
    assert names(table(*rows, head=HEAD.replace("tích", "tích thu hoạch"))) == ["Mít: Năng suất (tạ/ha)"]


def below(units, *crops):
    """A table with area, yield and output of each crop below one another."""
    lines = [f"| 1 | {name} | | {' | '} |\n" + "".join(f"| | {one} | {cell} | |\n" for one, cell in zip(units, cells, strict=True)) for name, *cells in crops]  # fmt: skip
    return "| TT | Chỉ tiêu | ĐVT | TH 2025 | KH 2026 |\n" + "".join(lines)


@pytest.mark.parametrize(
    ("area", "rate", "total", "power"),
    [
        ("ha", "tạ/ha", "tấn", -1),
        ("ha", "tấn/ha", "tấn", 0),
        ("ha", "tạ/ha", "nghìn tấn", -4),
        ("ha", "tấn/ha", "nghìn tấn", -3),
        ("nghìn ha", "tấn/ha", "tấn", 3),
        ("nghìn ha", "yến/ha", "tấn", None),
    ],
)
def test_units_of_area_yield_and_output_below_one_another(area, rate, total, power):
    def output(size, each):
        return ct.format_number((Decimal(size * each)).scaleb(1 if power is None else power))

    units = (f"Diện tích | {area}", f"Năng suất | {rate}", f"Sản lượng | {total}")
    crops = [(name, str(size), str(each), output(size, each)) for name, size, each in (("Lúa", 940, 55), ("Ngô", 420, 44), ("Lạc", 800, 54))]  # fmt: skip
    assert names(below(units, *crops)) == []
    found = names(below(units, *crops, ("Mía", "100", "50", output(100, 77))))
    assert found == ([] if power is None else ["Mía, Năng suất: TH 2025"])


def test_of_trees_below_one_another_only_the_land_that_bears_counts():
    crops = [("Lúa", "940", "55", "5.170"), ("Ngô", "420", "44", "1.848"), ("Lạc", "800", "54", "4.320"), ("Bưởi", "100", "50", "777")]  # fmt: skip
    units = ("Diện tích | ha", "Năng suất | tạ/ha", "Sản lượng | tấn")
    cut = ("Diện tích thu hoạch | ha", *units[1:])
    assert names(below(cut, *crops)) == ["Bưởi, Năng suất: TH 2025"]
    assert names(below(cut, *crops[:3])) == []


def in_rows(head, *rows):
    """A table whose cells stand between pipes already."""
    return "\n".join(f"| {row} |" for row in (head, *rows))


SOWN = ("Lúa", "1.000", "900", "50", "4.500"), ("Ngô", "500", "400", "45", "1.800"), ("Lạc", "200", "180", "20", "360")


def seasons(order, wrong):
    """A table of two seasons, of each the land sown and cut, the yield and the output; `order` is that of its columns."""
    titles = ["Gieo DT xuân", "Gieo DT mùa", "Cắt DT xuân", "Cắt DT mùa", "NS xuân", "NS mùa", "SL xuân", "SL mùa"]
    rows = [(*(one for one in numbers for _ in "xm"), crop) for crop, *numbers in SOWN]
    lines = [[cells[-1], *(cells[at] for at in order)] for cells in (*rows, (*wrong.split(), "Sắn"))]
    return in_rows(" | ".join(("Cây", *(titles[at] for at in order))), *map(" | ".join, lines))


@pytest.mark.parametrize("order", [range(8), (0, 2, 4, 6, 1, 3, 5, 7), (0, 1, 2, 3, 4, 6, 5, 7)])
@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        ("100 90 80 70 150 150 1.200 1.050", []),
        ("100 90 80 70 150 150 1.500 1.050", []),  # of all that was sown
        ("100 90 80 70 150 150 1.350 1.050", ["Sắn: NS xuân"]),  # which the other season's land would make
        ("100 90 80 70 150 150 1.200 1.200", ["Sắn: NS mùa"]),
        ("100 90 80 70 150 130 1.200 1.050", ["Sắn: NS mùa"]),
    ],
)
def test_seasons_without_years_are_looked_at_each_with_its_own_land(order, wrong, found):
    assert names(seasons(order, wrong)) == found


@pytest.mark.parametrize(
    ("head", "numbers"),
    [
        ("Số lượng | Đơn giá | Thành tiền | Kinh phí hỗ trợ", "{n} | 3 | {t} | {h}"),
        ("Số lượng | Giá sàn | Đơn giá | Mức vay | Thành tiền | Kinh phí vay", "{n} | 2 | 3 | 1 | {t} | {h}"),
        ("Số bàn | Số lớp | Số lượng | Đơn giá | Giá sàn | Thành tiền | Kinh phí", "7 | 9 | {n} | 3 | 2 | {t} | {h}"),
    ],
)
def test_where_titles_do_not_pair_the_rows_tell_which_columns_belong_together(head, numbers):
    """One price for two costs, three of them, or three counts: those that most rows agree on are meant."""
    rows = [numbers.format(n=count, t=3 * count, h=count + 41) for count in (211, 310, 405)]
    right = in_rows(f"Tên | {head}", *(f"Bàn | {row}" for row in rows))
    assert names(right) == []
    assert len(names(f"{right}\n| Ghế | {numbers.format(n=507, t=1721, h=607)} |")) == 1


@pytest.mark.parametrize(
    ("days", "found"), [("65.340", 0), ("65.330", 1), ("66.060", 0), ("66.070", 1)]
)  # of 200 rooms, 90,0 % used
def test_a_year_has_365_days(days, found):
    rows = ("A | 100 | 36.500 | 100,0", "C | 300 | 87.600 | 80,0", "D | 50 | 10.950 | 60,0")
    assert (
        len(names(in_rows("Nhà | Số phòng | Ngày phòng | Công suất (%)", *rows, f"B | 200 | {days} | 90,0"))) == found
    )


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("1 Bàn 20 3 60", "2 Ghế 15 6 90", "3 Tủ 40 5 230"), 0),
        (("1 Bàn 20 3 60", "2 Ghế 15 6 90", "3 Tủ 40 5 200", "4 Kệ 10 7 90"), 1),
        (("1 2 3 4 5", *BOUGHT), 0),  # numbers of the columns
        (("1 2 3 4 6", *BOUGHT), 1),
        (("2 3 4 5 6", *BOUGHT), 1),
        ((*BOUGHT, "4 Loa 5 100,00 507,55"), 0),  # of few the half of the last digit is a hundredth
        ((*BOUGHT, "4 Loa 5 100,00 507,58"), 1),
    ],
)
def test_without_units_three_rows_must_agree(rows, found):
    head = "| TT | Tên | Số lượng | Đơn giá | Thành tiền |\n"
    assert len(names(table(*rows, head=head))) == found


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"Lúa": 60, "Ngô": 60, "Mía": 60}, 0),
        ({"Lúa": 60, "Ngô": 60, "Mía": 70}, 1),
        ({"Lúa": 60, "Ngô": 70, "Mía": 70}, 0),  # hardly what the column holds
        ({"Lúa": 60, "Ngô": 70}, 1),
    ],
)
def test_a_column_of_rows_below_one_another_counts_where_half_of_it_fits(values, found):
    crops = [
        (
            f" | {name} | | | ",
            " | Diện tích | ha | 10 | 10",
            " | Năng suất | tạ/ha | 60 | 60",
            f" | Sản lượng | tấn | 60 | {value}",
        )
        for name, value in values.items()
    ]
    assert (
        len(names(in_rows("TT | Chỉ tiêu | ĐVT | TH 2025 | KH 2026", *(row for crop in crops for row in crop))))
        == found
    )
