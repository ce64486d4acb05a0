"""Opening workbooks: the addresses of cells, and errors that are ours whatever openpyxl meets."""

import io
import sys

import pytest

import chitieu as ct
from chitieu.sources import limits, workbooks
from chitieu.sources.workbooks import address, column_letter, filled_cells, open_workbook

openpyxl = pytest.importorskip("openpyxl")


def workbook(*cells):
    book = openpyxl.Workbook()
    for at, value in cells:
        book.active[at] = value
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


WORKBOOK = workbook(("A1", "Chỉ tiêu"))


def test_columns_are_called_as_spreadsheets_call_them():
    """Law: the letters are those of openpyxl, for every column a spreadsheet has."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    assert [column_letter(at) for at in range(1, 16385)] == [get_column_letter(at) for at in range(1, 16385)]
    assert address(7, 28) == "AB7"


def test_cells_that_hold_something_come_row_by_row():
    data = workbook(("C2", "x"), ("A1", 5), ("A3", "=1+1"))
    with open_workbook(data) as book:
        assert [(cell.coordinate, cell.value) for cell in filled_cells(book.active)] == [("A1", 5), ("C2", "x")]
    with open_workbook(data, formulas=True) as book:
        assert [cell.value for cell in filled_cells(book.active)] == [5, "x", "=1+1"]


def test_a_sheet_with_too_many_cells_is_refused(monkeypatch):
    monkeypatch.setattr(workbooks, "MAX_CELLS", 3)
    with pytest.raises(ct.SourceError) as info, open_workbook(workbook(("D4", 1))) as book:
        list(filled_cells(book.active))
    assert info.value.code == "source.cells"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"x" * 100])
def test_what_is_no_workbook_is_refused(data):
    with pytest.raises(ct.SourceError), open_workbook(data):
        pytest.fail("it was opened")


def test_what_parsers_raise_becomes_an_error_of_ours_and_ours_pass():
    data = workbook(("A1", 1))
    with pytest.raises(ct.SourceError) as info, open_workbook(data):
        raise ZeroDivisionError("three")
    assert (info.value.code, info.value.reason) == ("source.corrupt", "ZeroDivisionError: three")
    with pytest.raises(ct.NotAPlanError), open_workbook(data):
        raise ct.NotAPlanError("plan.none")
    with pytest.raises(KeyboardInterrupt), open_workbook(data):
        raise KeyboardInterrupt


def test_a_part_with_a_document_type_is_refused(monkeypatch):
    """Before openpyxl parses anything."""

    def stop(*_args, **_kwargs):
        pytest.fail("it was parsed")

    monkeypatch.setattr(openpyxl, "load_workbook", stop)
    monkeypatch.setattr(limits, "_DOCTYPE", limits.re.compile(b"<"))
    with pytest.raises(ct.SourceError) as info, open_workbook(workbook(("A1", 1))):
        pytest.fail("it was opened")
    assert info.value.code == "source.doctype"


def test_a_table_that_is_no_workbook_needs_no_openpyxl(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    table = "Chỉ tiêu;ĐVT;TH năm 2026\nTỷ lệ hộ nghèo;%;1,3\n".encode()
    assert [str(item.value) for item in ct.read_actuals(table).observations] == ["1,3%"]
    with pytest.raises(ct.MissingExtraError, match=r"chitieu\[xlsx\]"):
        ct.read_actuals(WORKBOOK)
