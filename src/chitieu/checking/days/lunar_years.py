"""Names of the years of the lunar calendar beside their number: *Tết Bính Ngọ 2026*, *năm 2026 (Bính Ngọ)*.

The names run in a round of sixty: ten stems and twelve branches go on together, so that half the pairs never meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["lunar_year", "wrong_lunar_years"]

_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
_SPELLED = {"kỉ": "kỷ", "quí": "quý", "tí": "tý", "tị": "tỵ", "mẹo": "mão"}
_FIRST = 4
"""A year of the first stem and the first branch."""


def lunar_year(year: int) -> str:
    """Return the name of the lunar year that begins in a year.

    >>> lunar_year(2026)
    'bính ngọ'
    """
    return f"{_STEMS[(year - _FIRST) % len(_STEMS)]} {_BRANCHES[(year - _FIRST) % len(_BRANCHES)]}"


_STEM, _BRANCH = ("|".join((*names, *_SPELLED)) for names in (_STEMS, _BRANCHES))
_NUMBER = r"(?<![0-9./])(?:1[89]|20)[0-9]{2}(?![0-9]|[./][0-9])"
_NAME = rf"(?P<stem>{_STEM})\s(?P<branch>{_BRANCH})(?!\w)"
_FORMS = (
    re.compile(rf"(?<!\w){_NAME}\s?(?:[-(]\s?)?(?:năm\s)?(?P<year>{_NUMBER})"),
    re.compile(
        rf"(?<!\w)(?:tết|xuân|năm)\s(?:nguyên đán\s)?(?:năm\s)?(?P<year>{_NUMBER})\s?[-(]\s?(?:năm\s|xuân\s)?{_NAME}"
    ),
)


def wrong_lunar_years(lower: str) -> Iterator[tuple[int, int]]:
    """Yield the places of lunar years whose name is that of another year, or of none.

    Args:
        lower: a folded text in small letters on one line.

    >>> list(wrong_lunar_years("tết bính ngọ 2026, xuân ất tỵ năm 2026"))
    [(24, 38)]
    """
    for form in _FORMS:
        for match in form.finditer(lower):
            name = " ".join(_SPELLED.get(word, word) for word in (match["stem"], match["branch"]))
            if name != lunar_year(int(match["year"])):
                yield min(match.start("stem"), match.start("year")), max(match.end("branch"), match.end("year"))
