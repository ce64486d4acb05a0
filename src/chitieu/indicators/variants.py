"""The other ways to take a name of an indicator: without the clause before it, its verb, its tail, or what a share is of.

*Duy trì mức sinh thay thế, tổng tỷ suất sinh* is the rate, *Huy động vốn đầu tư toàn xã hội* the investment, *nợ xấu so
với tổng dư nợ* the bad debts. None of it is safe enough to be left out at once: *huy động vốn* is another thing than
*vốn*. So a name is looked up as it is first, and these only where that finds nothing.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from chitieu.indicators.words import words_data
from chitieu.text import fold

__all__ = ["name_variants", "only_verbs"]

_MOST_VERBS = 4


def _any_of(phrases: list[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    data = words_data()["variants"]
    heads = _any_of(data["heads"])
    return (
        re.compile(rf"(?:[,:;]| - )\s*(?=(?:{_any_of(data['verbs'])}|\s)*(?:{heads})(?!\w))"),
        re.compile(rf"(?<!\w)(?:{heads})(?!\w)"),
        re.compile(rf"\s*(?:{_any_of(data['verbs'])})(?!\w)[\s,:]*"),
        re.compile(rf"(?:[\s,]+|(?=/))(?:{_any_of(data['whole'])})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{_any_of(data['not_whole'])})(?!\w)"),
        re.compile(rf"(?<=\w)[\s,]+(?:{_any_of(data['tails'])})(?!\w)"),
    )


@cache
def _provinces() -> re.Pattern[str]:
    """Return the pattern of a province that a name stands with: *GRDP Đồng Nai*."""
    text = resources.files("chitieu").joinpath("data/areas.toml").read_text(encoding="utf-8")
    names = sorted({fold(area["short_name"]).lower() for area in tomllib.loads(text)["area"]})
    return re.compile(rf"(?<=\w)\s(?:của\s)?(?:{_any_of(names)})(?!\w)")


@lru_cache(maxsize=4096)
def name_variants(name: str, noun: str = "") -> tuple[str, ...]:
    """Return what is left of a name, in small letters, each time something is taken off it.

    Args:
        name: the name, at most a few hundred characters: time grows with its length.
        noun: what is counted; it may stand at the end of the name (*đàn lợn con*).

    >>> name_variants("Duy trì mức sinh thay thế, tổng tỷ suất sinh")
    ('tổng tỷ suất sinh', 'tỷ suất sinh')
    >>> name_variants("Thu ngân sách đạt và vượt dự toán")
    ('thu ngân sách',)
    >>> name_variants("Tỷ lệ nợ xấu so với tổng dư nợ")
    ('tỷ lệ nợ xấu',)
    >>> name_variants("Quy mô GRDP Đồng Nai")
    ('quy mô grdp',)
    >>> name_variants("Huy động vốn")
    ('vốn',)
    >>> name_variants("Tỷ lệ hộ nghèo")
    ()
    """
    clause, head, verb, whole, not_whole, tail = _patterns()
    text = fold(name).lower()
    found: list[str] = []
    if noun and text.endswith(f" {noun}"):
        text = text[: -len(noun)].rstrip()
        found.append(text)
    for cut in clause.finditer(text):
        if not head.search(text, 0, cut.start()):
            text = text[cut.end() :]
            found.append(text)
        break
    if (place := _provinces().search(text)) is not None:
        text = f"{text[: place.start()]} {text[place.end() :]}".strip()
        found.append(text)
    behind = tail.search(text)
    if behind is not None:
        text = text[: behind.start()]
        found.append(text)
    stripped = text
    for _ in range(_MOST_VERBS):
        said = verb.match(stripped)
        if said is None or said.end() == len(stripped):
            break
        stripped = stripped[said.end() :]
        found.append(stripped)
    ends = whole.search(stripped)
    if ends is not None and not not_whole.search(stripped, ends.end()):
        found.append(stripped[: ends.start()])
    return tuple(dict.fromkeys(item for item in found if item.strip()))


@lru_cache(maxsize=1024)
def only_verbs(name: str) -> bool:
    """Whether a name says only what is done, and not to what.

    >>> only_verbs("Hoàn thành"), only_verbs("Thành lập mới hợp tác xã")
    (True, False)
    """
    verb = _patterns()[2]
    text = fold(name).lower().strip()
    for _ in range(_MOST_VERBS):
        said = verb.match(text)
        if said is None:
            return False
        text = text[said.end() :]
        if not text:
            return True
    return False
