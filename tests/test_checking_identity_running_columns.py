"""What is reached by the times of a year, in the columns of a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.identity.running_columns import falls_in_running_columns
from chitieu.checking.texts.pieces import Piece
from chitieu.text import SourceText

HEAD = "Nguồn | 3 tháng | 6 tháng | 9 tháng | Cả năm"
RIGHT = ("Tỉnh | 20 | 45 | 80 | 95", "Xã | 5 | 5 | 11 | 14")


def falls(head, *rows):
    piece = Piece(SourceText("\n".join(f"| {row} |" for row in (head, *rows))), placed=True)
    return [(one.name, str(one.claim.target)) for one in falls_in_running_columns(piece)]


@pytest.mark.parametrize(
    ("head", "rows", "expected"),
    [
        (HEAD, RIGHT, []),
        (HEAD, (*RIGHT, "Khác | 12 | 9 | 30 | 40"), [("Khác: 6 tháng", "9")]),
        (HEAD, (*RIGHT, "Khác | 12 | 190 | 30 | 40"), [("Khác: 6 tháng", "190")]),
        (HEAD, (*RIGHT, "Khác | 12 | 19 | 30 | 4"), [("Khác: Cả năm", "4")]),
        (HEAD, (*RIGHT, "Khác | 92 | 19 | 30 | 40"), [("Khác: 6 tháng", "19")]),
        ("Nguồn | Quý I | 6 tháng | Cả năm", ("Tỉnh | 2 | 4 | 8", "Xã | 1 | 1 | 2", "Khác | 3 | 2 | 5"), [("Khác: 6 tháng", "2")]),
        # rates, and what may be less by a later time
        (HEAD, (*RIGHT, "Tỷ lệ hộ nghèo | 12 | 9 | 30 | 40"), []),
        (HEAD, (*RIGHT, "Nợ đọng | 12 | 9 | 30 | 40"), []),
        # too few rows that rise; a number that is missing; times that do not run on
        (HEAD, (RIGHT[0], "Khác | 12 | 9 | 30 | 40"), []),
        (HEAD, (*RIGHT, "Khác | 12 | 9 | 30 | 40", "Vay | 12 | 9 | 30 | 40", "Hiến đất | 12 | 9 | 30 | 40"), []),
        (HEAD, (*RIGHT, "Khác | 12 | 9 | | 40"), []),
        ("Nguồn | Quý I | Quý II | Quý III | Cả năm", (*RIGHT, "Khác | 12 | 9 | 30 | 51"), []),
        ("Nguồn | Cả năm | 9 tháng | 6 tháng", (*RIGHT, "Khác | 12 | 9 | 30"), []),
        ("Nguồn | 6 tháng | Cả năm", ("Tỉnh | 2 | 4", "Xã | 1 | 2", "Khác | 3 | 2"), []),
    ],
)  # fmt: skip
def test_what_runs_on_never_falls(head, rows, expected):
    assert falls(head, *rows) == expected


@given(st.lists(st.integers(1, 900), min_size=4, max_size=4))
def test_law_only_a_fall_is_told(parts):
    """A row of sums of what is had each time is silent, whatever that is."""
    row = " | ".join(str(sum(parts[:at])) for at in range(1, 5))
    assert falls(HEAD, *RIGHT, f"Khác | {row}") == []
