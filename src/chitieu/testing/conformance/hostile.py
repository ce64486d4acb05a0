"""Texts no plan looks like: pieces of a format's own words, markers and numbers, thrown together."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from chitieu.provinces.writing import format_number
from chitieu.testing import strategies
from chitieu.testing.conformance.pieces import pieces_for
from chitieu.testing.conformance.subject import Subject

__all__ = ["texts_for"]

_GLUE = (" ", " ", "\n", "\n", ", ", ": ", "\N{NO-BREAK SPACE}", "\r\n", "\N{ZERO WIDTH SPACE}", "|", "")


def texts_for(subject: Subject) -> st.SearchStrategy[str]:
    """Generate texts that try a format: its own words in any order, wild characters, its lines cut up."""
    pieces = st.one_of(
        st.sampled_from(pieces_for(subject)),
        st.sampled_from(subject.text.splitlines()),
        strategies.numbers().map(format_number),
        st.text(st.characters(exclude_categories=[]), max_size=8),
    )
    mixed = st.lists(st.tuples(pieces, st.sampled_from(_GLUE)), max_size=12)
    joined = mixed.map(lambda pairs: "".join(piece + glue for piece, glue in pairs))
    return st.one_of(joined, joined.map(lambda text: unicodedata.normalize("NFD", text)))
