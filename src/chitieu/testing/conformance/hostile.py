"""Texts no plan looks like: pieces of a format's own words, markers and numbers, thrown together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from hypothesis import strategies as st

from chitieu.levels import write_marker
from chitieu.provinces.writing import format_number
from chitieu.testing import strategies
from chitieu.testing.conformance.subject import Subject

__all__ = ["texts_for"]

_GLUE = (" ", " ", "\n", "\n", ", ", ": ", "\N{NO-BREAK SPACE}", "\r\n", "\N{ZERO WIDTH SPACE}", "|", "")
_PIECES = (
    "ngày 31/02/2024",
    "Số: 12/KH-UBND",
    "9,3%",
    "1.700,5.2",
    "từ 5 - 3%",
    "Sở Y tế",
    "UBND các xã",
    "(",
    "))",
    "trong đó",
    "-",
    "IIII.",
    "0)",
    "999.",
)


def _words(subject: Subject) -> Iterator[str]:
    """Yield words of the format that steer reading."""
    form = subject.form
    for level in form.levels.values():
        yield from (write_marker(written, 1) for written in level.forms)
    sections, assigning, words = form.sections, form.assigning, form.words
    for listed in (sections.indicators, sections.tasks, sections.implementation, sections.results, form.header.kinds):
        yield from (word.upper() for word in listed[:4])
    for listed in (assigning.orders, assigning.leads, assigning.cooperates, assigning.lead_labels, words.striving):
        yield from listed[:3]
    yield from (agency.name for agency in form.agencies[:5])


def texts_for(subject: Subject) -> st.SearchStrategy[str]:
    """Generate texts that try a format: its own words in any order, wild characters, its lines cut up."""
    pieces = st.one_of(
        st.sampled_from((*_PIECES, *_words(subject))),
        st.sampled_from(subject.text.splitlines()),
        strategies.numbers().map(format_number),
        st.text(st.characters(exclude_categories=[]), max_size=8),
    )
    mixed = st.lists(st.tuples(pieces, st.sampled_from(_GLUE)), max_size=12)
    joined = mixed.map(lambda pairs: "".join(piece + glue for piece, glue in pairs))
    return st.one_of(joined, joined.map(lambda text: unicodedata.normalize("NFD", text)))
