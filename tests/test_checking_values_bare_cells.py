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
