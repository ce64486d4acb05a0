"""Which National Assembly a document is of, by its number, and whether it was one of that term: ``43/2019/QH14``.

The number of a term belongs to the days between two elections. A document of 2025 with ``QH14`` is in no register.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from chitieu.documents.references import Reference

__all__ = ["is_of_other_term"]

_NUMBER = re.compile(r"[0-9]+[a-zđ]?/(?:((?:19|20)[0-9]{2})/)?(?:[A-ZĐ]{2,3}-)?(?:UBTV)?QH([0-9]{1,2})")
_TERM_YEARS = 5


@cache
def _terms() -> Mapping[int, tuple[dt.date, dt.date | None]]:
    """Return the first and the last day of each term; the file is read once."""
    text = resources.files("chitieu").joinpath("data/assemblies.toml").read_text(encoding="utf-8")
    return {one["number"]: (one["first"], one.get("last")) for one in tomllib.loads(text)["term"]}


def _days(number: int) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day a term can have; None for those before the table."""
    terms = _terms()
    latest = max(terms)
    if number not in terms and number < latest:
        return None
    first, last = terms[min(number, latest)]
    first = first.replace(
        year=first.year + _TERM_YEARS * max(0, number - latest), month=1 if number > latest else first.month
    )
    return first, last or first.replace(year=first.year + _TERM_YEARS, month=12, day=31)


def is_of_other_term(reference: Reference) -> bool:
    """Whether a document of the National Assembly or its standing committee has the number of another term than its day.

    Args:
        reference: the document. Without a day the year in its number counts, without both nothing is known.

    Returns:
        False for documents of others, and for terms too early to be known.

    >>> import chitieu as ct
    >>> is_of_other_term(ct.parse_reference("Luật Giáo dục số 43/2019/QH14 ngày 14/6/2019"))
    False
    >>> is_of_other_term(ct.parse_reference("Luật Giáo dục số 43/2019/QH15"))
    True
    """
    match = _NUMBER.fullmatch(reference.number)
    days = _days(int(match[2])) if match is not None else None
    if match is None or days is None:
        return False
    first, last = days
    by_year = match[1] is not None and not first.year <= int(match[1]) <= last.year
    if reference.date is None or (match[1] is not None and reference.date.year != int(match[1])):
        return by_year  # a year that is not that of the day is another mistake
    return not first <= reference.date <= last
