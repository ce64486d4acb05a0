"""Pieces of texts no plan looks like: a format's own words and markers, and what is no number, no day, no marker."""

from __future__ import annotations

from collections.abc import Iterator

from chitieu.levels import write_marker
from chitieu.testing.conformance.subject import Subject

__all__ = ["pieces_for"]

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
    "123. Sở Y tế",
    "1.2.3.4. Sở Y tế",
    "z) Sở Y tế",
    "XXXX. Sở Y tế",
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


def pieces_for(subject: Subject) -> tuple[str, ...]:
    """Return the pieces texts are made of that are known beforehand, each once: these are tried for certain."""
    return tuple(dict.fromkeys((*_PIECES, *_words(subject))))
