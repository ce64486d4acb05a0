"""Rates of town, of country and of both together as a sentence names them one behind the other, and as columns of a table do.

*Quy mô hộ bình quân 3,6 người/hộ (thành thị 3,4; nông thôn 3,7)*: whatever is measured, the rate of all lies between those of the
groups. The words between the amounts must name the groups and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.identity_arithmetic import HUNDRED, between_result
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import counts_people, is_mean, without_time
from chitieu.checking.named_amounts.stated import Headings, is_stated
from chitieu.checking.rates.town_and_country import DIVISIONS, Division
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, search_before, text_before
from chitieu.checking.texts.sentences import Amount, amounts_of, paragraphs, words_before
from chitieu.indicators.match import match_indicator
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Change, Target
from chitieu.units import UnitKind

__all__ = ["rates_of_groups", "rates_of_groups_apart"]

_NEAR = 120
_CUE = re.compile(
    r"(?<!\w)(?:trong khi đó|trong khi|khi đó|trong đó|cụ thể|gồm|bao gồm|chia ra|riêng|còn|với|và|là|đạt|khoảng|ở mức|ở|tăng|giảm|có|tỷ lệ|tỉ lệ|chỉ|ước|bình quân|tương ứng|thì|đối với|mức)(?!\w)"
)
_SIGNS = re.compile(r"[(),;:.–-]|\s+")
_LAST = re.compile(r"[,;:(.](?=\s|$)|\(")
_BOTH = re.compile(
    r"(?<!\w)(?:tính chung|chung|bình quân(?: chung)?|trung bình|toàn (?:tỉnh|thành phố|xã|phường|ngành|dân|cấp)|cả (?:tỉnh|thành phố|xã|phường|nước|(?:hai|2|ba|3)(?: [^\W\d_]+){0,2})"
    r"|trên địa bàn(?: tỉnh| thành phố)?)(?!\w)"
)
_ALL_OF = re.compile(
    r"(?<!\w)(?:tính chung|chung|bình quân|cả)(?: cho| của| cả)? (?P<number>hai|ba|bốn|năm|2|3|4|5|02|03|04) (?P<noun>[^\W\d_]+)"
)
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}


def rates_of_groups(passage: Passage, known: Ranges, numbers: Sequence[Numeral] = ()) -> Iterator[IdentityResult]:
    """Yield the rates of all with those of the groups beside them.

    Args:
        passage: a text with its amounts.
        known: where the rates stand that were looked at already.
        numbers: all its numbers; those of groups may stand without their unit.
    """
    piece = passage[0]
    amounts = [one for one in amounts_of(passage, ()) if not _is_weight(piece, one)]
    for row in paragraphs(piece, _with_bare(piece, amounts, numbers)):
        done: set[int] = set()
        for at in range(len(row) - 1):
            found = _whole_first(piece, row, at) or _whole_last(piece, row, at) or _all_named(piece, row, at)
            if found is None or done & {one.start for one in found}:
                continue
            done |= {one.start for one in found}
            whole, *parts = found
            span = piece.source.span(whole.start, whole.digits_end)
            if not (piece.placed and span.start in known):
                yield from _result(piece, whole, parts)


_IN_BRACKETS = re.compile(r"\([^()]*\)")
_OPENED = re.compile(r"\((?:(?:chiếm|với|có|gồm|khoảng)\s)*$")
_OF_ALL = re.compile(r"\s?(?:tổng |toàn )?(?:số )?(?:dân|hộ|người|lao động)(?:\s[^\W\d_]+){0,6}\)\s?(?=[:\w])")


def _is_weight(piece: Piece, amount: Amount) -> bool:
    """Whether an amount only says between a group and its rate how large the group is: *đô thị (42% dân số) đạt 99%*."""
    lower = piece.source.lower
    opened = search_before(_OPENED, lower, amount.start, _BARE_REACH)
    return opened is not None and _OF_ALL.match(lower, amount.end) is not None


def _with_bare(piece: Piece, amounts: Sequence[Amount], numbers: Sequence[Numeral]) -> list[Amount]:
    """Return the amounts of a text with the bare numbers of groups behind one, in its unit: *75,8 tuổi; nam 73,2, nữ 78,5*."""
    known = {one.start for one in amounts}
    bare = [one for one in numbers if one.kind is NumeralKind.BARE and one.start not in known and one.upper is None]
    if not bare:
        return [*amounts]
    both: list[Amount | Numeral] = [*amounts, *bare]
    row: list[Amount] = []
    for one in sorted(both, key=lambda one: one.start):
        if isinstance(one, Amount):
            row.append(one)
        elif row and one.start - row[-1].end < _BARE_REACH:
            target = Target(Quantity(one.value, row[-1].quantity.unit), change=row[-1].change)
            own = Amount(target, one.start, one.digits_end, one.end)
            words = words_before(piece, [row[-1], own], 1)
            if any(_group(division, words) is not None for division in DIVISIONS):
                row.append(own)
    return row


_BARE_REACH = 60


def rates_of_groups_apart(
    passages: Iterable[Passage], lines: Sequence[Claim], year: int | None
) -> Iterator[IdentityResult]:
    """Yield the rates of all in the indicator lines with those of the groups that the rest of the text sets for the same year.

    Args:
        passages: texts with their amounts.
        lines: the amounts of the indicator lines.
        year: the year of the plan.
    """
    wholes: dict[str, list[Claim]] = {}
    for claim in lines:
        if claim.key and claim.sure and not claim.timed and claim.target.change is Change.LEVEL:
            wholes.setdefault(claim.key, []).append(claim)
    taken = Ranges.of({line.span for line in {id(one.indicator): one.indicator for one in lines}.values() if line})
    for passage in passages if wholes else ():
        piece = passage[0]
        headings: Headings | None = None
        for row in paragraphs(piece, amounts_of(passage, ())):
            for at in range(len(row) - 1):
                found = _pair(piece, row, at)
                hit = row[at].hit
                whole = None if found is None else _only(wholes.get(found, ()))
                if whole is None or hit is None or (piece.placed and piece.source.offset(row[at].start) in taken):
                    continue
                headings = headings or Headings.of(piece.source, year)
                told = headings.tell_of_others(row[at].start) or not is_stated(piece.source, hit, year)
                parts = [_claim(piece, one) for one in row[at : at + 2]]
                result = None if told else between_result(None, whole, parts)
                if result is not None:
                    yield result


def _only(claims: Sequence[Claim]) -> Claim | None:
    """Return the amount there is; None where there are none or several."""
    return claims[0] if len(claims) == 1 and claims[0].target.upper is None else None


def _pair(piece: Piece, row: Sequence[Amount], at: int) -> str | None:
    """Return the indicator of which an amount and the next are the rates of the two groups of a division."""
    if row[at].quantity.unit.label != "%" or not _alike(piece, row, at, row[at : at + 2]):
        return None
    words = words_before(piece, row, at)
    for division in DIVISIONS:
        groups = [_holds_group(division, words), _group(division, words_before(piece, row, at + 1))]
        if set(groups) == {0, 1}:
            name = " ".join(_SIGNS.sub(" ", division.members[groups[0] or 0].sub(" ", words)).split())
            name = name[max(name.rfind("tỷ lệ"), 0) :]
            match = match_indicator(_LAST_CUE.sub("", name), unit=row[at].quantity.unit, change=row[at].change)
            sure = match is not None and match.confidence * 100 >= _CERTAIN
            return match.key if match is not None and sure else None
    return None


_LAST_CUE = re.compile(r"(?:\s(?:đạt|là|ở|tại|trên|còn|khu vực))+$")
_CERTAIN = 90


def _group(division: Division, words: str, said: str = "") -> int | None:
    """Return which group of a division some words name; None if they name none, or more than it and what is said already."""
    known = set(said.split())
    words = _LAST.split(_IN_BRACKETS.sub(" ", words).rstrip(" :("))[-1]
    bare = " ".join(_SIGNS.sub(" ", _CUE.sub(" ", words)).split())
    for at, pattern in enumerate(division.members):
        for name in (bare, _without_people(bare)):
            found = pattern.search(name)
            if found is not None and set(pattern.sub(" ", name, count=1).split()) <= known:
                return at
    return None


def _without_people(name: str) -> str:
    """Return a name without the noun for people it begins with: *nam* of *thí sinh nam*."""
    words = name.split()
    size = next((size for size in (2, 1) if counts_people(" ".join(words[:size]))), 0)
    return " ".join(words[size:])


def _holds_group(division: Division, words: str) -> int | None:
    return next((at for at, pattern in enumerate(division.members) if pattern.search(words)), None)


def _whole_first(piece: Piece, row: Sequence[Amount], at: int) -> list[Amount] | None:
    """*95% (thành thị 98%, nông thôn 93%)*; a value it is compared with may stand between."""
    first = _before_compared(piece, row, at)
    if first is None or at + 2 >= len(row) or not _alike(piece, row, first, [row[first], *row[at + 1 : at + 3]]):
        return None
    closed = piece.source.lower[row[at].end : row[at + 1].start].lstrip().startswith(")")
    if closed and first == at:
        return None  # what stands in brackets is of another time
    name = words_before(piece, row, first)
    for division in DIVISIONS:
        groups = [_group(division, words_before(piece, row, one), name) for one in (at + 1, at + 2)]
        if set(groups) == {0, 1} and _holds_group(division, name) is None:
            return [row[first], *row[at + 1 : at + 3]]
    return None


def _before_compared(piece: Piece, row: Sequence[Amount], at: int) -> int | None:
    """Return which amount is said to be so much: the one at a place, or one ahead of what it is compared with there."""
    if not _COMPARED.search(words_before(piece, row, at)):
        return at
    ahead = (place for place in range(at - 1, max(-1, at - 1 - _MOST_AHEAD), -1) if row[place].change is Change.LEVEL)
    first = next(ahead, None)
    return None if first is None or _COMPARED.search(words_before(piece, row, first)) else first


_MOST_AHEAD = 3
_COMPARED = re.compile(r"(?<!\w)(?:so với|so|cùng kỳ|từ|năm trước)(?!\w)(?:\s[^;.()]{0,40})?$")
"""Words before the value a rate is compared with, or comes from: *giảm 0,4 điểm phần trăm so với mức 1,8%*."""


def _whole_last(piece: Piece, row: Sequence[Amount], at: int) -> list[Amount] | None:
    """*thành thị 98%, nông thôn 93%, chung toàn tỉnh 95%*."""
    if at + 2 >= len(row) or not _alike(piece, row, at, row[at : at + 3]):
        return None
    name, last = words_before(piece, row, at), words_before(piece, row, at + 2)
    said = " ".join((name, *(_behind(piece, one) for one in row[at : at + 2])))
    if _BOTH.search(last) is None or not _is_repeated(f"{last} {_behind(piece, row[at + 2])}", said):
        return None
    for division in DIVISIONS:
        first = _group(division, name)
        first = _holds_group(division, name) if first is None else first
        groups = [first, _group(division, words_before(piece, row, at + 1), name)]
        if set(groups) == {0, 1}:
            return [row[at + 2], *row[at : at + 2]]
    return None


def _behind(piece: Piece, amount: Amount) -> str:
    """Return the words that go on behind an amount."""
    return _SIGN.split(piece.source.lower[amount.end : amount.end + _NEAR])[0]


_SIGN = re.compile(r"[,;:().0-9]")
_PLACES = frozenset(
    {
        "cấp",
        "xã",
        "phường",
        "tỉnh",
        "thành",
        "phố",
        "toàn",
        "của",
        "trên",
        "địa",
        "bàn",
        "hai",
        "khu",
        "vực",
        "các",
        "số",
        "giới",
        "hệ",
        "nhóm",
        "vùng",
        "khối",
        "loại",
    }
)


def _is_repeated(last: str, name: str) -> bool:
    """Whether the words of a whole at the end say no more than the name at the beginning does."""
    words = re.findall(r"[^\W\d_]+", _BOTH.sub(" ", _CUE.sub(" ", _LAST_SENTENCE.split(last)[-1])))
    return all(word in _PLACES or re.search(rf"(?<!\w){re.escape(word)}(?!\w)", name) for word in words)


_LAST_SENTENCE = re.compile(r"[;.](?=\s)")


def _all_named(piece: Piece, row: Sequence[Amount], at: int) -> list[Amount] | None:
    """*tính chung hai hệ 97%: hệ A 99%, hệ B 95%*."""
    found = _ALL_OF.search(words_before(piece, row, at))
    if found is None:
        return None
    number = _NUMBERS.get(found["number"]) or int(found["number"])
    parts = row[at + 1 : at + 1 + number]
    if len(parts) != number or not _alike(piece, row, at, [row[at], *parts]):
        return None
    names = [
        " ".join(_SIGNS.sub(" ", _CUE.sub(" ", words_before(piece, row, one))).split())
        for one in range(at + 1, at + 1 + number)
    ]
    return [row[at], *parts] if all(name.startswith(found["noun"]) for name in names) else None


def _alike(piece: Piece, row: Sequence[Amount], at: int, some: Sequence[Amount]) -> bool:
    """Whether amounts are rates or means of one sort, close to one another."""
    unit = some[0].quantity.unit
    for_each = "/" in without_time(unit.label)  # so much a day is an amount, of which each has its part
    rate = unit.kind in (UnitKind.RATIO, UnitKind.AGE) or for_each or is_mean(words_before(piece, row, at))
    same = all(one.quantity.unit.same_dimension(unit) and one.change is some[0].change for one in some)
    return rate and same and all(one.total is None for one in some) and some[-1].start - some[0].start <= _WIDEST


_WIDEST = 260


def _result(piece: Piece, whole: Amount, parts: Sequence[Amount]) -> Iterator[IdentityResult]:
    """Yield the result; shares of the whole, or of a hundred, are no rates of groups."""
    total = sum(part.quantity.amount for part in parts)
    percent = whole.quantity.unit.kind is UnitKind.RATIO
    if percent and whole.change is Change.LEVEL and total in (whole.quantity.amount, HUNDRED.amount):
        return
    claims = [_claim(piece, one) for one in (whole, *parts)]
    result = between_result(None, claims[0], claims[1:])
    if result is not None:
        yield result


def _claim(piece: Piece, amount: Amount) -> Claim:
    span = piece.source.span(amount.start, amount.digits_end) if piece.placed else None
    start = amount.hit.name_end if amount.hit is not None else amount.start
    name = _LAST.split(text_before(piece.source.flat, start, _NEAR).rstrip(" :("))[-1].strip(" -+*•\n")
    text = piece.source.clean(max(0, start - _NEAR), amount.end + _NEAR)
    return Claim(name or amount.quantity.unit.label, None, amount.target, span=span, piece=text)
