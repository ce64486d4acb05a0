"""Spreadsheets: what a sheet shows is what is read."""

import datetime as dt

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font
from source_files import saved, xlsx_table

import chitieu as ct
from chitieu.sources import read_document
from chitieu.sources.number_format import shown


def book(*rows):
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    return made, made.active


def test_titles_are_lines_and_the_rest_is_a_table():
    made, sheet = book(
        ["PHỤ LỤC I"],
        ["(Kèm theo Kế hoạch số 58/KH-UBND)"],
        [],
        ["STT", "Chỉ tiêu", "Kế hoạch", None],
        [None, None, 2025, 2026],
        ["I", "KINH TẾ"],
        [1, "GRDP", 0.095, 0.1],
    )
    sheet.title = "Phụ lục 1"
    for area in ("A1:D1", "A2:D2", "A4:A5", "B4:B5", "C4:D4"):
        sheet.merge_cells(area)
    sheet["C7"].number_format = sheet["D7"].number_format = "0.0%"
    document = read_document(saved(made))
    assert document.text.startswith("PHỤ LỤC I\n(Kèm theo Kế hoạch số 58/KH-UBND)\n| STT |")
    assert document.tables[0].cells(document.text) == [
        ["STT", "Chỉ tiêu", "2025 Kế hoạch", "2026 Kế hoạch"],
        ["I", "KINH TẾ", "", ""],
        ["1", "GRDP", "9,5%", "10,0%"],
    ]
    assert document.cell(1, 7, 4) == "10,0%"
    assert str(document.place(document.text.index("9,5%"))) == "sheet 'Phụ lục 1', table 1, row 7, column 3"


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (31500, "General", "31500"),
        (31500, "#,##0", "31.500"),
        (-1234.5, "#,##0.00", "-1.234,50"),
        (-1234.5, "#,##0;(#,##0)", "-1.235"),
        (9.5, "0.0##", "9,5"),
        (0.1 + 0.2, "General", "0,3"),
        (1e-7, "General", "0,0000001"),
        (1234567.891, "_-* #,##0.0_-", "1.234.567,9"),
        (7260, '#,##0" tỷ đồng"', "7.260 tỷ đồng"),
        (0.095, "0.0%", "9,5%"),
        (True, "General", "TRUE"),
        (dt.date(2026, 3, 1), "mm-dd-yy", "01/03/2026"),
        (dt.datetime(2026, 3, 1), "dd/mm/yyyy", "01/03/2026"),  # noqa: DTZ001
        (dt.datetime(2026, 3, 1, 7, 30), "dd/mm/yyyy hh:mm", "01/03/2026 07:30"),  # noqa: DTZ001
        (dt.date(2026, 3, 1), "mm/yyyy", "03/2026"),
        (dt.date(2026, 3, 1), "yyyy", "2026"),
        (float("inf"), "0", "inf"),
        ("đã gõ", "@", "đã gõ"),
        (None, "0", ""),
    ],
)
def test_values_are_shown_by_their_format(value, code, text):
    assert shown(value, code) == text


def test_hidden_sheets_rows_and_formulas_without_result_are_noted():
    made, sheet = book(["a", "b", "c"], ["d", "e", "=1+1"])
    sheet.row_dimensions[2].hidden = True
    hidden = made.create_sheet("Nháp")
    hidden["A1"] = "bí mật"
    hidden.sheet_state = "hidden"
    document = read_document(saved(made))
    assert "bí mật" not in document.text
    assert [note.code.rpartition(".")[2] for note in document.notes] == ["hidden_rows", "uncounted", "hidden_sheet"]


def test_sheets_stand_in_order_and_their_tables_are_counted():
    made, _ = book(["a", "b", "c"], ["1", "2", "3"])
    other = made.create_sheet("Hai")
    for row in (["x", "y", "z"], ["4", "5", "6"]):
        other.append(row)
    document = read_document(saved(made))
    assert [(table.number, table.sheet) for table in document.tables] == [(1, "Sheet"), (2, "Hai")]


def test_a_plan_typed_into_one_column_is_lines(example_text):
    made, sheet = book()
    for line in example_text.split("\n"):
        sheet.append([line if line != "|" else None])
    plan = ct.read_plan(saved(made))
    assert (plan.number, len(plan.indicators)) == ("58/KH-UBND", 18)


def test_cells_in_old_fonts():
    made, sheet = book(["Uû ban nh©n d©n"])
    sheet["A1"].font = Font(name=".VnTimeH")
    assert read_document(saved(made)).text == "UỶ BAN NHÂN DÂN"


@given(
    st.integers(2, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.text("aăđ 5%,|-;", max_size=9), min_size=width, max_size=width), min_size=2, max_size=4
        )
    )
)
def test_a_table_reads_back_cell_for_cell(rows):
    wide = [["tên"] * (len(rows[0]) + 2), *(["đầu", *row, "cuối"] for row in rows)]
    document = read_document(xlsx_table(wide))
    said = [[" ".join(text.split()).replace("|", "¦") for text in row] for row in wide]
    assert document.tables[0].cells(document.text) == said
