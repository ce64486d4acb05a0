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


def test_no_more_is_looked_at_than_what_stands_near():
    """A pattern is tried from so far ahead of each odd sign to so far behind it, and where these join, through both."""
    text = "11 22 33%% 44 55 66 77 88%% 99 00"
    for reach, found in (
        ((3, 4), ["33", "4", "88", "9"]),
        ((3, 9), ["33", "44", "55", "88", "99", "00"]),
        ((9, 5), ["11", "22", "33", "44", "66", "77", "88", "99"]),
        ((9, 9), ["11", "22", "33", "44", "55", "66", "77", "88", "99", "00"]),
    ):
        matches = matches_around(re.compile("%%"), re.compile("[0-9]+"), text, reach)
        assert [one.group() for one in matches] == found
