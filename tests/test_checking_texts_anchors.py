"""Looking for a pattern only where it can begin."""

import re

from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.texts.anchors import matches_around, matches_at

_LETTERS = st.text(alphabet="ab1/% ", max_size=60)
_FRACTION = re.compile(r"(?<![\w/])[0-9]+/[0-9]+")
_DOUBLED = re.compile(r"(?:(?<!\w)[0-9]{1,3}|a b)\s?%%")


@given(_LETTERS)
def test_what_begins_at_a_place_is_found_as_finditer_finds_it(text):
    """Law: matches tried only where their first character stands are those of the pattern itself."""
    found = [match.span() for match in matches_at(re.compile("[0-9]"), _FRACTION, text)]
    assert found == [match.span() for match in _FRACTION.finditer(text)]


@given(_LETTERS)
def test_what_has_something_odd_is_found_as_finditer_finds_it(text):
    """Law: matches looked for only around what they all hold are those of the pattern itself."""
    found = [match.span() for match in matches_around(re.compile("%%"), _DOUBLED, text, (8, 8))]
    assert found == [match.span() for match in _DOUBLED.finditer(text)]
