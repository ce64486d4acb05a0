"""Which row of a table is below which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.rows_below import row_head, rows_below

WRITTEN = {
    "numbers with dots": ["1|A", "1.1|B", "1.1.1|C", "1.2|D", "2|E"],
    "numbers of several sorts": ["I|A", "1|B", "a)|C", "2|D", "II|E"],
    "marks before the name": ["1|A", "|- B", "|+ C", "|- D", "2|E"],
    "marks in the other order": ["1|A", "|* B", "|- C", "|* D", "2|E"],
    "marks in the cell of the number": ["1|A", "-|B", "+|C", "-|D", "2|E"],
    "words that lead below a mark": ["1|A", "|- B", "|Trong đó: C", "|- D", "2|E"],
    "words that lead below a number with dots": ["1|A", "1.1|B", "|Trđó: C", "1.2|D", "2|E"],
}


def places(rows):
    return rows_below([None if row is None else row_head(*row.split("|")) for row in rows])


@pytest.mark.parametrize("rows", WRITTEN.values(), ids=WRITTEN)
def test_the_same_tree_in_many_ways_of_writing(rows):
    assert [one.above for one in places(rows)] == [None, 0, 1, 0, None]


def test_rows_with_neither_number_nor_mark_are_beside_one_another():
    assert [one.above for one in places(["1|A", "|B", "|C", "2|D", "|E"])] == [None, 0, 0, None, 3]


@pytest.mark.parametrize("lead", ["Trong đó: D", "Chia ra: D", "- Trong đó: D", None])
def test_words_that_lead_behind_the_last_part_begin_another_division_of_the_whole(lead):
    rows = ["1|A", "|- B", "|- C", lead if lead is None else f"|{lead}", "|- E", "2|F"]
    found = places(rows[:4] + (["|- E"] if lead is None or lead.startswith("-") else ["|E"]) + rows[5:])
    assert [one.above for one in found][4:] == [0, None]
    assert [one.division for one in found][1:3] == [0, 0]
    assert found[4].division == 1


def test_a_number_with_dots_is_below_none_that_it_does_not_continue():
    assert [one.above for one in places(["2|A", "5.1|B", "5.2|C"])] == [None, None, None]


@pytest.mark.parametrize(
    ("name", "begins"),
    [("- Lúa", 2), ("Trong đó: Lúa", 10), ("- Trđó: Lúa", 8), ("Tr.đó: Lúa", 7), ("Chia ra: - Lúa", 11), ("Lúa", 0)],
)
def test_the_name_begins_behind_marks_and_words_that_lead(name, begins):
    assert row_head("", name).name == begins


@pytest.mark.parametrize("number", ["A+B", "A + B", "(A)+(B)", "C=A+B", "C = A - B"])
def test_a_number_worked_out_of_others_stands_beside_them(number):
    heads = [row_head("A", "Thu"), row_head("1", "Phí"), row_head("B", "Chi"), row_head("1", "Lương")]
    assert [one.above for one in rows_below([*heads, row_head(number, "Tổng hai khoản")])] == [None, 0, None, 2, None]


def test_a_number_worked_out_of_those_below_stands_where_its_own_says():
    heads = [row_head("I", "Thu"), row_head("II=1+2", "Chi"), row_head("1", "Lương"), row_head("2", "Mua sắm")]
    assert [one.above for one in rows_below(heads)] == [None, None, 1, 1]


HEADS = st.lists(
    st.none() | st.builds(row_head, st.text("AIV1.2a)-+", max_size=5), st.text("-+* abTrong đó:", max_size=14)),
    max_size=40,
)


@given(HEADS)
def test_law_a_row_is_below_one_before_it(heads):
    """Whatever rows say: each is below none, or one ahead of it that is no mere lead."""
    for at, one in enumerate(rows_below(heads)):
        assert one.above is None or (one.above < at and heads[one.above] is not None)


@given(HEADS, st.integers(1, 40))
def test_law_numbered_rows_do_not_look_ahead(heads, count):
    """What stands behind a row says nothing of where it is, unless it has neither number nor mark."""
    whole, ahead = rows_below(heads), rows_below(heads[:count])
    if all(head is None or head.number or head.mark for head in heads):
        assert whole[:count] == ahead
