"""Growth of a year or of several years, with that of each of its quarters or years: the first is a mean of the others.

*giai đoạn 2021 - 2025 tăng bình quân 6%/năm (năm 2021 tăng 2%, …, năm 2025 tăng 7%)*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.identity_arithmetic import between_result
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.parts.time_splits import ALL_QUARTERS, QUARTERS
from chitieu.checking.rates.times_of_year import Months, growth_within_year, months_of
from chitieu.checking.rates.told_rates import in_unit, is_known, is_percentage, told_claim
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, behind_last, items_behind, text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change

__all__ = ["growth_of_times"]

_YEARS = re.compile(r"(?<![0-9/])((?:19|20)[0-9]{2})\s?(?:-|–|đến(?: năm)?)\s?((?:19|20)[0-9]{2})(?![0-9/])")
_YEAR = re.compile(r"(?<![0-9/.,])((?:19|20)[0-9]{2})(?![0-9/.,]*[0-9])")
_QUARTER = re.compile(r"(?<!\w)quý (iv|i{1,3}|[1-4])(?!\w)")
_HALF = re.compile(r"(?<!\w)6 tháng (đầu|cuối) năm")
_HALVES = {"đầu": 1, "cuối": 2}
_GROWS = re.compile(r"(?<!\w)(?:tăng|giảm|tăng trưởng|tốc độ|so (?:với )?cùng kỳ)(?!\w)")
_NO_GROWTH = re.compile(
    r"(?<!\w)(?:chiếm|tỷ trọng|tỉ trọng|tỷ lệ|tỉ lệ|đóng góp|so với|kế hoạch|dự toán|nghị quyết)(?!\w)"
)
_OF_SOMETHING_ELSE = re.compile(r"\s?(?:so với |so )?(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|mục tiêu)")
_MOST = 16
_SENTENCE = re.compile(r"\.(?=\s)(?! (?:[Cc]ụ thể|[Tt]rong đó)(?!\w))|\n\s*\n|[|]")
_EACH_YEAR = re.compile(r"(?<!\w)(?:bình quân|trung bình|mỗi năm|hằng năm|hàng năm)(?!\w)|%/năm")
_NAME = re.compile(r"[;|(]|[.:](?=\s)|(?:^|(?<![0-9])\s)[-+*•](?=\s)")
_ALL = re.compile(r"(?<!\w)(?:cả năm|tính chung|bình quân|trung bình)(?!\w)")
"""Words of a whole that is told behind its times."""


def growth_of_times(passage: Passage, known: Ranges) -> Iterator[IdentityResult]:
    """Yield the growths of a time with those of all the years or quarters in it.

    Args:
        passage: the text with its amounts.
        known: where the wholes stand that were looked at already.

    >>> from chitieu.targets.reader import scan_targets
    >>> from chitieu.text import SourceText
    >>> text = SourceText("GRDP cả năm tăng 9%: quý I tăng 7%, quý II tăng 8%, quý III tăng 8,5%, quý IV tăng 8%.")
    >>> print(*growth_of_times((Piece(text, placed=True), tuple(scan_targets(text)[0])), Ranges.of([])))
    GRDP cả năm: 7 ≤ 9 ≤ 8,5: does not hold
    """
    piece, hits = passage
    told, wholes = 0, set[int]()
    for at, first in enumerate(hits):
        if not _is_growth(piece, first):
            continue
        if at >= told:
            growths = _of_one_year(piece, hits, at)
            told = at + len(growths)
            results = list(growth_within_year(growths)) if _WITHIN & {*map(len, growths)} else []
            wholes |= {id(one.whole.target) for one in results if one.whole is not None}
            yield from results
        found = None if is_known(piece, first, known) else _behind(piece, hits, at) or _ahead(piece, hits, at)
        if found is None:
            continue
        name, whole, parts = found
        falls = {hit.target.change is Change.DECREASE for hit in (whole, *(hit for _, hit in parts))}
        unsaid = len(falls) > 1 and any(hit.target.change is Change.LEVEL for _, hit in parts)  # which of them fall
        if id(whole.target) in wholes or unsaid:
            continue
        unit = whole.target.quantity.unit  # "6%/năm" is one of the growths in percent
        result = between_result(None, _claim(piece, name, whole), [in_unit(_claim(piece, *one), unit) for one in parts])
        if result is not None:
            yield result


_Part = tuple[str, TargetHit]
_BARE = re.compile(
    r"(?:[^\w]|quý|iv|i{1,3}|[1-9]|0|tháng|đầu|cuối|năm|cả|và|tăng|trưởng|đạt|ước|là|khoảng|dự|kiến|phấn|đấu|trong|đó|tính|chung|lũy|luỹ|kế|cộng|dồn|hết|tăng dần|theo)*"
)
"""Words of a growth that is of what the one before it is of."""


def _of_one_year(piece: Piece, hits: Sequence[TargetHit], at: int) -> dict[Months, Claim]:
    """Return the growths of one thing in times of different length: *quý I 7%, quý II 8%, 6 tháng 7,6%*."""
    found = dict[Months, Claim]()
    opening = behind_last(_NAME, text_before(piece.source.lower, hits[at].numeral.start, REACH))
    years = set[str]()
    for words, hit in ((opening, hits[at]), *_parts(piece, hits, at)):
        months, years = months_of(words), years | set(_ANY_YEAR.findall(words))
        if months is None or months in found or len(years) > 1 or (found and not _BARE.fullmatch(words)):
            break
        found[months] = _claim(piece, words, hit)
    return found


_ANY_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
"""A year, also that of a quarter: *quý I/2026*."""
_WITHIN = {6, 9}
"""Months of the times that are longer than a quarter and shorter than the year."""


def _behind(piece: Piece, hits: Sequence[TargetHit], at: int) -> tuple[str, TargetHit, list[_Part]] | None:
    """Return a growth with its name and those of all its times behind it."""
    whole = hits[at]
    name = behind_last(_NAME, text_before(piece.source.flat, whole.name_end, REACH)).strip()
    parts = _parts(piece, hits, at)
    said = piece.source.lower[whole.start : whole.numeral.start]  # "tăng bình quân"
    size = _all_times(f"{name} {said} {whole.target.quantity.unit.label}".lower(), parts)
    return (name, whole, parts[:size]) if size else None


def _ahead(piece: Piece, hits: Sequence[TargetHit], at: int) -> tuple[str, TargetHit, list[_Part]] | None:
    """Return a growth with its name and those of all its times ahead of it: *quý I tăng 7%, …; cả năm tăng 8%*."""
    source, first = piece.source, hits[at]
    words = behind_last(_NAME, text_before(source.lower, first.numeral.start, REACH))
    parts = [(words, first), *_parts(piece, hits, at)]
    for size, ((_, done), last) in enumerate(zip(parts, items_behind(hits, at, _MOST), strict=False), 1):
        between = source.lower[done.numeral.end : last.numeral.start]
        name = behind_last(_LEAD, source.lower[done.numeral.end : last.name_end]).strip()
        own = set(_WORD.findall(_ALL.sub(" ", name)))
        of_all = _ALL.search(name) and own <= set(_WORD.findall(words))
        if of_all and _goes_on(between, last) and _all_times(name, parts[:size]) == size:
            return name, last, parts[:size]
    return None


def _goes_on(between: str, hit: TargetHit) -> bool:
    """Whether words go on from one growth to another one of the same statement."""
    return is_percentage(hit.target) and not _SENTENCE.search(between) and not _NO_GROWTH.search(between)


_LEAD = re.compile(r"[;,]\s")
_WORD = re.compile(r"[^\W\d_]+")


def _is_growth(piece: Piece, hit: TargetHit) -> bool:
    if not is_percentage(hit.target) or _OF_SOMETHING_ELSE.match(piece.source.lower, hit.numeral.end):
        return False
    *_, ahead, words = ("", *_CLAUSE.split(text_before(piece.source.lower, hit.numeral.start, REACH)))
    led = ahead if _BARE.fullmatch(words) else ""  # "Tăng trưởng theo quý: quý I 9%; quý II …"
    return any(map(_GROWS.search, (words, led)))


_CLAUSE = re.compile(r"[;(]|[.,:](?=\s)")


def _parts(piece: Piece, hits: Sequence[TargetHit], at: int) -> list[_Part]:
    """Return the percentages right behind a growth that each stand with another year or quarter."""
    found = list[_Part]()
    for before, hit in pairwise((hits[at], *items_behind(hits, at, _MOST))):
        words = piece.source.lower[before.numeral.end : hit.numeral.start]
        if not _goes_on(words, hit) or (_time(words) or months_of(words)) is None:
            break
        found.append((words, hit))
    return found


def _time(words: str) -> tuple[str, int] | None:
    """Return the one year, quarter or half of a year that words name."""
    within = [("quarter", QUARTERS[one]) for one in _QUARTER.findall(words)]
    within += [("half", _HALVES[one]) for one in _HALF.findall(words)]
    times = within or [("year", int(one)) for one in _YEAR.findall(words)]
    return times[0] if len(times) == 1 else None


def _all_times(name: str, parts: Sequence[_Part]) -> int:
    """Return how many of some parts, the first ones, are all the times that a name names; 0 if they are not."""
    span, years = _YEARS.search(name), set(_YEAR.findall(name))
    every: list[set[tuple[str, int]]] = []
    if span and _EACH_YEAR.search(name):
        every = [{("year", year) for year in range(int(span[1]), int(span[2]) + 1)}]
    elif not (span or _QUARTER.search(name) or "tháng" in name):
        every = _OF_A_YEAR
    for times in every:
        first = [words for words, _ in parts[: len(times)]]
        elsewhere = not span and any(years and set(_YEAR.findall(words)) - years for words in first)
        if {_time(words) for words in first} == times and not elsewhere:
            return len(times)
    return 0


_OF_A_YEAR = [{("quarter", quarter) for quarter in ALL_QUARTERS}, {("half", half) for half in _HALVES.values()}]


def _claim(piece: Piece, name: str, hit: TargetHit) -> Claim:
    return told_claim(piece, name.strip(" ,;:("), hit)
