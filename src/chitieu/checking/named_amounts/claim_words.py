"""What the words around an amount say of it: the years it is of, what stands behind it."""

from __future__ import annotations

import re

from chitieu.checking.named_amounts.claim import Claim

__all__ = ["words_about", "words_ahead", "years_of"]

_YEAR = re.compile(r"(?<![0-9/])((?:19|20)[0-9]{2})(?![0-9/])")
_SPAN_OF_YEARS = re.compile(r"[0-9]{4}\s?[-–]\s?[0-9]{4}|(?<!\w)(?:giai đoạn|nhiệm kỳ|quý|tháng|[1-9][0-9]? năm)(?!\w)")
_CLAUSE = re.compile(r";|\.(?=\s)|,\s")
_SENTENCE = re.compile(r"[;.]")
_NEAR = 60


def words_ahead(claim: Claim) -> str:
    """Return the words of the clause before an amount."""
    return _CLAUSE.split(claim.ahead[-_NEAR:])[-1]


def words_about(claim: Claim) -> str:
    """Return the name of an amount and what stands behind it up to the end of its clause, in small letters."""
    said = _CLAUSE.split(_SENTENCE.split(claim.behind)[0][:_NEAR])[0]
    return f"{claim.name} {said}".lower()


def years_of(claim: Claim) -> frozenset[str]:
    """Return the years an amount is of, as its words name them; of several together that they are."""
    words = f"{claim.name} {words_ahead(claim)}".lower()
    if _SPAN_OF_YEARS.search(words):
        return frozenset({"many"})
    return frozenset(_YEAR.findall(words))
