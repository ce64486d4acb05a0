"""Strategies for references to documents, as values and as citations."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib import resources

from chitieu.documents.naming import document_words
from chitieu.documents.references import Reference, ReferenceFamily
from chitieu.provinces import ProvinceFormat, get_province
from chitieu.testing.generation.hypothesis_strategies import SearchStrategy, st
from chitieu.testing.generation.times import dates

__all__ = ["citations", "references"]

_Parts = tuple[str, str, str]
_MOST = 9999
"""The greatest number of a document."""


@cache
def _parts(family: str) -> tuple[_Parts, ...]:
    text = resources.files("chitieu.testing.generation").joinpath("documents.toml").read_text(encoding="utf-8")
    return tuple((kind, body, issuer) for kind, body, issuer in tomllib.loads(text)[family])


def references(*, family: ReferenceFamily | None = None, dated: bool | None = None) -> SearchStrategy[Reference]:
    """Generate references to documents whose ``str``, read again, is the same document.

    Kind, symbol and issuer fit one another, and the year in a normative number is that of its day. They shrink to
    ``Kế hoạch số 01/KH-UBND``.

    Args:
        family: state, Party, military numbers or công văn; None takes any but ``BARE``, whose numbers mean nothing
            without a day and a kind (ask for it; its ``str`` alone cannot be read).
        dated: whether day and issuer are known: True or False for all, None for some. ``str`` leaves them out;
            `citations` writes them.

    >>> from hypothesis import find
    >>> print(find(references(), lambda reference: True))
    Kế hoạch số 01/KH-UBND
    """
    families = [family] if family else list(_MAKERS)
    known = st.booleans() if dated is None else st.just(dated)
    number, days = st.integers(1, _MOST), dates(first=date(1990, 1, 1), last=date(2049, 12, 31))
    return _references(st.sampled_from(families), number, days, known)


def _choices(family: ReferenceFamily) -> SearchStrategy[_Parts]:
    return st.sampled_from(_parts("administrative" if family is ReferenceFamily.BARE else family.value))


@st.composite
def _references(
    draw: st.DrawFn,
    families: SearchStrategy[ReferenceFamily],
    numbers: SearchStrategy[int],
    days: SearchStrategy[date],
    dated: SearchStrategy[bool],
) -> Reference:
    family = draw(families)
    kind, body, issuer = draw(_choices(family))
    number, day, known = draw(numbers), draw(days), draw(dated)
    words = document_words()
    if family is ReferenceFamily.BARE:
        return Reference(f"{number:02}", words.kinds[kind], day, issuer, family)
    written = _NUMBERS[family].format(number=f"{number:02}", year=day.year, kind=kind, body=body)
    named = "Công văn" if family is ReferenceFamily.DISPATCH else _kind(kind, family)
    return Reference(written, named, day if known else None, issuer if known else None, family)


def _kind(abbreviation: str, family: ReferenceFamily) -> str:
    words = document_words()
    return (words.party if family is ReferenceFamily.PARTY else words.kinds)[abbreviation]


_NUMBERS = {
    ReferenceFamily.ADMINISTRATIVE: "{number}/{kind}-{body}",
    ReferenceFamily.NORMATIVE: "{number}/{year}/{kind}-{body}",
    ReferenceFamily.PARTY: "{number}-{kind}/{body}",
    ReferenceFamily.MILITARY: "{number}/{kind}-{body}",
    ReferenceFamily.DISPATCH: "{number}/{kind}-{body}",
}
_MAKERS = tuple(_NUMBERS)


def citations(
    *, province: str | ProvinceFormat = "standard", family: ReferenceFamily | None = None
) -> SearchStrategy[str]:
    """Generate citations as sentences hold them: ``Nghị quyết số 31/2022/NQ-HĐND ngày … của HĐND tỉnh``.

    Args:
        province: slug of the province's format, or the format.
        family: as in `references`.

    Raises:
        UnknownProvinceError: no format has this slug.
    """
    from chitieu.writing.references import cite  # noqa: PLC0415  (its package loads every writer)

    form = province if isinstance(province, ProvinceFormat) else get_province(province)
    dated = True if family is ReferenceFamily.BARE else None
    return references(family=family, dated=dated).map(lambda reference: cite(reference, form))
