"""Cells of tables without a unit."""

import pytest

from chitieu.checking.texts.pieces import Piece
from chitieu.checking.values.bare_cells import bare_cells
from chitieu.text import SourceText

HEAD = "TT | Chỉ tiêu | ĐVT | Năm 2025 | Năm 2026 | So sánh"
ROWS = (
    "1 | Dệt | tỷ đồng | 100 | 110 | tăng 10,1%",
    "2 | May | triệu USD | 100 | 110 | tăng 10,2%",
    "3 | Da | tấn | 100 | 110 | tăng 10,3%",
    "4 | Gỗ | tấn | 100 | 110 | tăng 10,4%",
)


def bare(*rows):
    text = "\n".join(f"| {row} |" for row in (HEAD, *rows))
    return [(one.name, one.number, one.unit) for one in bare_cells(Piece(SourceText(text), placed=True))]


@pytest.mark.parametrize("at", range(len(ROWS)))
@pytest.mark.parametrize("words", ["tăng ", ""])
def test_a_rate_below_rates(at, words):
    rows = [row.replace("tăng ", words) for row in ROWS]
    assert bare(*rows) == []
    rows[at] = rows[at].rstrip("%")
    ((_, number, unit),) = bare(*rows)
    assert (number, unit) == (f"10,{at + 1}", "%")


def test_a_row_without_a_unit():
    row = "3 | Kim ngạch xuất khẩu | {} | 1.500 | 1.700 | "
    assert bare(ROWS[0], row.format(""), ROWS[2]) == [("Kim ngạch xuất khẩu", "1.700", "triệu USD")]
    assert bare(ROWS[0], row.format("triệu USD"), ROWS[2]) == []
    assert bare(ROWS[0], "- | - Hàng dệt | | 1.500 | 1.700 | ", ROWS[2]) == []


@pytest.mark.parametrize(
    ("changes", "lost"),
    [
        # one number without a sign among three with one, said with the words of another
        ({3: "tăng 10,4"}, ["10,4"]),
        ({2: "tăng 10,3", 3: "tăng 10,4"}, []),
        ({3: "tăng 10"}, []),
        ({3: "giảm 10,4"}, []),
        ({2: "giảm 10,3%", 3: "giảm 10,4"}, ["10,4"]),
        ({2: "", 3: "tăng 10,4"}, []),
        # cells that name what they count are no rates, cells of bare numbers are
        ({4: "tăng 01 xã", 3: "tăng 10,4"}, ["10,4"]),
        ({4: "1.250", 3: "tăng 10,4"}, []),
    ],
)
def test_which_cells_are_rates_without_a_sign(changes, lost):
    rows = [*ROWS, "5 | Mây | tấn | 100 | 110 | "]
    for at, cell in changes.items():
        rows[at] = f"{rows[at].rpartition('|')[0]}| {cell}"
    assert [number for _, number, _ in bare(*rows)] == lost


@pytest.mark.parametrize(
    ("row", "before", "behind", "lost"),
    [
        ("Kim ngạch xuất khẩu", "tỷ đồng", "tấn", ["1.700"]),
        ("Kim ngạch xuất khẩu", "tỷ đồng", None, ["1.700"]),
        # the row before has the unit, or none; the one behind has none; parts, brackets and names nobody knows
        ("Kim ngạch xuất khẩu", "triệu USD", "tấn", []),
        ("Kim ngạch xuất khẩu", "", "tấn", []),
        ("Kim ngạch xuất khẩu", "tỷ đồng", "", []),
        ("Trong đó: kim ngạch xuất khẩu", "tỷ đồng", "tấn", []),
        ("Kim ngạch xuất khẩu (triệu USD)", "tỷ đồng", "tấn", []),
        ("Nghề mây đan", "tỷ đồng", "tấn", []),
        ("Chỉ số PCI", "tỷ đồng", "tấn", []),
    ],
)
def test_which_rows_lack_their_unit(row, before, behind, lost):
    rows = [f"1 | Dệt | {before} | 100 | 110 | ", f"2 | {row} | | 1.500 | 1.700 | "]
    rows += [] if behind is None else [f"3 | Da | {behind} | 100 | 110 | "]
    assert [number for _, number, _ in bare(*rows)] == lost
