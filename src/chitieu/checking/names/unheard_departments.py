"""Departments of no province on any day, told by the first word of their names: *Sở Kinh tế*, *Sở Chuyển đổi số*."""

from __future__ import annotations

import re
from functools import cache

from chitieu.agencies.known import directory
from chitieu.checking.names.ended_bodies import ended_bodies, ended_data

__all__ = ["is_unheard_department"]

_DEPARTMENT = "sở"
_NAMED = re.compile(r"Sở\s(?P<first>[^\W\d_]+)(?![\w&])")
"""The whole word for one, and the first of its name; two capitals begin an abbreviation."""


def is_unheard_department(name: str) -> bool:
    """Whether a name is that of a department, and none there is or was begins like it.

    Args:
        name: the name of an agency that the directory does not have.

    >>> is_unheard_department("Sở Chuyển đổi số"), is_unheard_department("Sở Văn hóa")
    (True, False)
    """
    named = _NAMED.match(name)
    if named is None or not named["first"].istitle():
        return False
    return named["first"].lower() not in _first_words(frozenset(directory().names))


@cache
def _first_words(names: frozenset[tuple[str, ...]]) -> frozenset[str]:
    """Return the words that names of departments begin with, behind the word for one; short forms are names too."""
    departments = [words[1] for words in (*names, *ended_bodies()) if len(words) > 1 and words[0] == _DEPARTMENT]
    return frozenset((*departments, *ended_data()["department_words"]))
