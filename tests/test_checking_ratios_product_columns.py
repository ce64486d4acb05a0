"""Tables one column of which is the product of two others.

Covers `ratios.title_units` too.
"""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

HEAD = "| TT | Cây trồng | Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (tấn) |\n"
CROPS = ("Lúa", "Ngô", "Lạc", "Sắn", "Mía", "Khoai lang")


def names(text):
    return [finding.about for finding in ct.check(text, rules=["per-head"])]


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
    assert names(table(*rows, "4 Lạc 60 20 120 65 24 120", head=by_year)) == ["Lạc: Năng suất"]
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
