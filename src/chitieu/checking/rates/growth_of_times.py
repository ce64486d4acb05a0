"""Growth of a year or of several years, with that of each of its quarters or years: the first is a mean of the others.

*giai đoạn 2021 - 2025 tăng bình quân 6%/năm (năm 2021 tăng 2%, …, năm 2025 tăng 7%)*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.identity_arithmetic import between_result
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rates.times_of_year import Months, growth_within_year, months_of
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, text_before
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import Unit

__all__ = ["growth_of_times"]

_YEARS = re.compile(r"(?<![0-9/])((?:19|20)[0-9]{2})\s?(?:-|–|đến(?: năm)?)\s?((?:19|20)[0-9]{2})(?![0-9/])")
_YEAR = re.compile(r"(?<![0-9/.,])((?:19|20)[0-9]{2})(?![0-9/.,]*[0-9])")
_QUARTER = re.compile(r"(?<!\w)quý (iv|i{1,3}|[1-4])(?!\w)")
_HALF = re.compile(r"(?<!\w)6 tháng (đầu|cuối) năm")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
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
        if first.numeral.start >= told:
            growths, told = _of_one_year(piece, hits, at)
            results = list(growth_within_year(growths))
            wholes |= {id(one.whole.target) for one in results if one.whole is not None}
            yield from results
        if piece.placed and piece.source.span(first.numeral.start, first.numeral.end).start in known:
            continue
        found = _behind(piece, hits, at) or _ahead(piece, hits, at)
        if found is None:
            continue
        name, whole, parts = found
        if id(whole.target) in wholes:
            continue
        if len({hit.target.change is Change.DECREASE for hit in (whole, *(hit for _, hit in parts))}) > 1 and any(
            hit.target.change is Change.LEVEL for _, hit in parts
        ):
            continue  # which of them fall is not said
        unit = whole.target.quantity.unit  # "6%/năm" is one of the growths in percent
        result = between_result(None, _claim(piece, name, whole), [_in(_claim(piece, *one), unit) for one in parts])
        if result is not None:
            yield result


_Part = tuple[str, TargetHit]
_BARE = re.compile(
    r"(?:[^\w]|quý|iv|i{1,3}|[1-9]|0|tháng|đầu|cuối|năm|cả|và|tăng|trưởng|đạt|ước|là|khoảng|dự|kiến|phấn|đấu|trong|đó|tính|chung|lũy|luỹ|kế|cộng|dồn|hết|tăng dần|theo)*"
)
"""Words of a growth that is of what the one before it is of."""


def _of_one_year(piece: Piece, hits: Sequence[TargetHit], at: int) -> tuple[dict[Months, Claim], int]:
    """Return the growths of one thing in times of different length, and where they end: *quý I 7%, quý II 8%, 6 tháng 7,6%*."""
    first, found = hits[at], dict[Months, Claim]()
    opening = _NAME.split(text_before(piece.source.lower, first.numeral.start, REACH))[-1]
    end = first.numeral.end
    for words, hit in ((opening, first), *_parts(piece, first, hits[at + 1 : at + 1 + _MOST])):
        months = months_of(words)
        if months is None or months in found or (found and not _BARE.fullmatch(words)):
            break
        found[months] = _claim(piece, words, hit)
        end = hit.numeral.end
    return (found if _WITHIN & {*map(len, found)} else {}), end


_WITHIN = {6, 9}
"""Months of the times that are longer than a quarter and shorter than the year."""


def _behind(piece: Piece, hits: Sequence[TargetHit], at: int) -> tuple[str, TargetHit, list[_Part]] | None:
    """Return a growth with its name and those of all its times behind it."""
    whole = hits[at]
    name = _NAME.split(text_before(piece.source.flat, whole.name_end, REACH))[-1].strip()
    parts = _parts(piece, whole, hits[at + 1 : at + 1 + _MOST])
    said = piece.source.lower[whole.start : whole.numeral.start]  # "tăng bình quân"
    size = _all_times(f"{name} {said} {whole.target.quantity.unit.label}".lower(), parts)
    return (name, whole, parts[:size]) if size else None


def _ahead(piece: Piece, hits: Sequence[TargetHit], at: int) -> tuple[str, TargetHit, list[_Part]] | None:
    """Return a growth with its name and those of all its times ahead of it: *quý I tăng 7%, …; cả năm tăng 8%*."""
    source, first = piece.source, hits[at]
    begin = max(0, first.numeral.start - REACH)
    words = _NAME.split(source.lower[begin : first.numeral.start])[-1]
    parts = [(words, first), *_parts(piece, first, hits[at + 1 : at + 1 + _MOST])]
    for size in range(min(len(parts), len(hits) - at - 1), _PAIR - 1, -1):
        last, done = hits[at + size], parts[size - 1][1].numeral.end
        between = source.lower[done : last.numeral.start]
        if last.target.quantity.unit.label not in ("%", "%/năm") or len(between) > REACH or _SENTENCE.search(between):
            continue
        name = _LEAD.split(source.lower[done : last.name_end])[-1].strip()
        own = set(_WORD.findall(_ALL.sub(" ", name)))
        if not _ALL.search(name) or not own <= set(_WORD.findall(words)) or _NO_GROWTH.search(between):
            continue  # of something else
        if _all_times(name, parts[:size]) == size:
            return name, last, parts[:size]
    return None


_LEAD = re.compile(r"[;,]\s")
_WORD = re.compile(r"[^\W\d_]+")


def _in(claim: Claim, unit: Unit) -> Claim:
    """Return a growth in the unit of another: a year's is one in percent each year."""
    target = claim.target
    upper = None if target.upper is None else Quantity(target.upper.value, unit)
    return evolve(claim, target=evolve(target, quantity=Quantity(target.quantity.value, unit), upper=upper))


def _is_growth(piece: Piece, hit: TargetHit) -> bool:
    target = hit.target
    if target.quantity.unit.label not in ("%", "%/năm") or target.total is not None:
        return False
    near = text_before(piece.source.lower, hit.numeral.start, REACH)
    *before, words = _CLAUSE.split(near)
    if before and _BARE.fullmatch(words):  # "Tăng trưởng theo quý: quý I 9%; quý II …"
        words = before[-1]
    return _GROWS.search(words) is not None and _OF_SOMETHING_ELSE.match(piece.source.lower, hit.numeral.end) is None


_CLAUSE = re.compile(r"[;(]|[.,:](?=\s)")


def _parts(piece: Piece, whole: TargetHit, hits: Sequence[TargetHit]) -> list[tuple[str, TargetHit]]:
    """Return the percentages behind a growth that each stand with another year or quarter."""
    source, found = piece.source, list[tuple[str, TargetHit]]()
    done = whole.numeral.end
    for hit in hits:
        between = source.text[done : hit.numeral.start]
        words = source.lower[done : hit.numeral.start]
        if len(between) > REACH or _SENTENCE.search(between) or _NO_GROWTH.search(words):
            break
        if hit.target.quantity.unit.label not in ("%", "%/năm") or (_time(words) or months_of(words)) is None:
            break
        found.append((words, hit))
        done = hit.numeral.end
    return found


def _time(words: str) -> tuple[str, int] | None:
    """Return the one year, quarter or half of a year that words name."""
    years, quarters, halves = (pattern.findall(words) for pattern in (_YEAR, _QUARTER, _HALF))
    if len(quarters) == 1 and not halves:
        return "quarter", _QUARTERS.get(quarters[0]) or int(quarters[0])
    if len(halves) == 1 and not quarters:
        return "half", 1 if halves[0] == "đầu" else 2
    if len(years) == 1 and not quarters and not halves:
        return "year", int(years[0])
    return None


def _all_times(name: str, parts: Sequence[_Part]) -> int:
    """Return how many of some parts are all the times that a name names; 0 if they are not."""
    times = [time for words, _ in parts if (time := _time(words)) is not None]
    sorts = {sort for sort, _ in times}
    numbers = [number for _, number in times]
    if len(sorts) != 1 or len(times) < max(_PAIR, len(parts)):
        return 0
    span, years = _YEARS.search(name), set(_YEAR.findall(name))
    if sorts == {"year"}:
        wanted = list(range(int(span[1]), int(span[2]) + 1)) if span and _EACH_YEAR.search(name) else []
    elif (
        span
        or _QUARTER.search(name)
        or "tháng" in name
        or any(set(_YEAR.findall(one)) - years for one, _ in parts if years)
    ):
        return 0  # of another time
    else:
        wanted = [1, 2, 3, 4] if sorts == {"quarter"} else [1, 2]
    return len(wanted) if len(wanted) >= _PAIR and sorted(numbers[: len(wanted)]) == wanted else 0


_PAIR = 2


def _claim(piece: Piece, name: str, hit: TargetHit) -> Claim:
    source = piece.source
    span = source.span(hit.numeral.start, hit.numeral.end) if piece.placed else None
    text = source.clean(max(0, hit.name_end - REACH), min(hit.numeral.end + REACH, len(source.flat)))
    return Claim(name.strip(" ,;:(") or source.clean(hit.start, hit.end), None, hit.target, span=span, piece=text)
