"""Rows of a table that are made of those numbered below them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.parts.nested_rows import nested_rows
from chitieu.checking.texts.pieces import Piece
from chitieu.text import SourceText


def sums(*rows):
    text = "\n".join(f"| {row} |" for row in rows)
    return [(one.name, str(one.expected)) for one in nested_rows(Piece(SourceText(text), placed=True))]


HEAD = "TT | Việc | Tiền"
RIGHT = ("II | Hai | 500", "1 | C | 150", "2 | D | 350")
amounts = st.integers(min_value=100, max_value=900)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((HEAD, "I | Một | 300", "1 | A | 120", "2 | B | 200", *RIGHT), [("Một: Tiền", "320")]),
        (
            (
                HEAD,
                "1 | Một | 300",
                "1.1 | A | 120",
                "1.2 | B | 200",
                "2 | Hai | 500",
                "2.1 | C | 150",
                "2.2 | D | 350",
            ),
            [("Một: Tiền", "320")],
        ),
        # fewer than all may be named, as long as one sum alone tells that they are not
        ((HEAD, "I | Một | 300", "1 | A | 100", "2 | B | 150", *RIGHT), []),
        # some of those there are, rates, several units
        ((HEAD, "I | Một | 300", "1 | Trong đó A | 120", "2 | B | 200", *RIGHT), []),
        ((HEAD, "I | Tỷ lệ chung | 300", "1 | A | 120", "2 | B | 200", *RIGHT), []),
        (("TT | Việc | ĐVT | Số", "I | Một | ha | 300", "1 | A | ha | 120", "2 | B | tấn | 200"), []),
        # nothing in the table tells that rows add up
        ((HEAD, "I | Một | 300", "1 | A | 120", "2 | B | 200"), []),
    ],
)
def test_rows_below_come_to_the_row_above_them(rows, expected):
    assert sums(*rows) == expected


@given(one=st.lists(amounts, min_size=2, max_size=5), two=st.lists(amounts, min_size=2, max_size=5))
def test_rows_that_add_up_are_never_wrong(one, two):
    """Law: a table in which each row is the sum of those below it has no fault."""
    rows = [HEAD]
    for number, parts in (("I", one), ("II", two)):
        rows += [
            f"{number} | Nhóm {number} | {sum(parts)}",
            *(f"{at} | Việc | {part}" for at, part in enumerate(parts, 1)),
        ]
    assert sums(*rows) == []
