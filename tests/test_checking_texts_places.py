"""Where a place stands."""

from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.texts.places import Ranges, row_before


@given(st.lists(st.integers(0, 60), max_size=10, unique=True).map(sorted), st.integers(0, 70))
def test_law_a_place_is_in_ranges_exactly_if_it_is_in_one_of_them(edges, at):
    """The first place of a range lies in it, the one behind its last does not."""
    spans = [ct.Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False)]
    assert (at in Ranges.of([None, *reversed(spans)])) == any(span.start <= at < span.end for span in spans)


@given(st.text("a|\n"), st.data())
def test_law_a_row_ends_where_it_is_looked_from(text, data):
    """What stands before a place in its line is the last line of the text before it."""
    at = data.draw(st.integers(0, len(text)))
    assert row_before(text, at) == text[:at].split("\n")[-1]


def test_of_an_endless_line_the_near_part_is_looked_at():
    assert row_before("|" + "a" * 3000, 2001) == "a" * 2000
    assert row_before("|" + "a" * 3000, 2000) == "|" + "a" * 1999
