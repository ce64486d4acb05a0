"""Rates of town, of country and of both together as a sentence names them one behind the other, and as columns of a table do.

*Quy mô hộ bình quân 3,6 người/hộ (thành thị 3,4; nông thôn 3,7)*: whatever is measured, the rate of all lies between those of the
groups. The words between the amounts must name the groups and nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.identity_arithmetic import HUNDRED, between_result, level
from chitieu.checking.named_amounts.certainty import certain_key
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import counts_people, is_mean, without_time
from chitieu.checking.named_amounts.stated import Headings, is_stated
from chitieu.checking.rates.told_rates import words_around
from chitieu.checking.rates.town_and_country import DIVISIONS, Division
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import (
    Ranges,
    ahead_of_first,
    behind_last,
    items_before,
    items_behind,
    search_before,
    text_before,
)
from chitieu.checking.texts.sentences import Amount, amounts_of, paragraphs, words_before
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change, Target
from chitieu.units import UnitKind

__all__ = ["rates_of_groups", "rates_of_groups_apart"]

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
        told = _told(piece, row)
        done: set[int] = set()
        for at in range(len(told)):
            found = _whole_first(piece, told, at) or _whole_last(piece, told, at) or _all_named(told, at)
            found = found or _whole_of_many(piece, told, at)
            if found is None or done & {one.start for _, one in found}:
                continue
            done |= {one.start for _, one in found}
            whole, *parts = (one for _, one in found)
            span = piece.source.span(whole.start, whole.digits_end)
            if not (piece.placed and span.start in known):
                yield from _result(piece, whole, parts)


_Told = tuple[str, Amount]
"""An amount with the words ahead of it."""


def _told(piece: Piece, row: Sequence[Amount]) -> list[_Told]:
    return [(words_before(piece, row, at), one) for at, one in enumerate(row)]


_IN_BRACKETS = re.compile(r"\([^()]*\)")
_OPENED = re.compile(r"\((?:(?:chiếm|với|có|gồm|khoảng)\s)*$")
_OF_ALL = re.compile(r"\s?(?:tổng |toàn )?(?:số )?(?:dân|hộ|người|lao động)(?:\s[^\W\d_]+){0,6}\)\s?(?=[:\w])")


def _is_weight(piece: Piece, amount: Amount) -> bool:
    """Whether an amount only says between a group and its rate how large the group is: *đô thị (42% dân số) đạt 99%*."""
    lower = piece.source.lower
    opened = search_before(_OPENED, lower, amount.start, REACH)
    return opened is not None and _OF_ALL.match(lower, amount.end) is not None


def _with_bare(piece: Piece, amounts: Sequence[Amount], numbers: Sequence[Numeral]) -> list[Amount]:
    """Return the amounts of a text with the bare numbers of groups behind one, in its unit: *75,8 tuổi; nam 73,2, nữ 78,5*."""
    known = {one.start for one in amounts}
    bare = [one for one in numbers if one.kind is NumeralKind.BARE and one.start not in known and one.upper is None]
    both: list[Amount | Numeral] = [*amounts, *bare]
    row: list[Amount] = []
    for one in sorted(both, key=lambda one: one.start):
        if isinstance(one, Amount):
            row.append(one)
        elif row:
            last = row[-1]
            target = Target(Quantity(one.value, last.quantity.unit), change=last.change)
            own = Amount(target, one.start, one.digits_end, one.end)
            words = words_before(piece, [last, own], 1)
            if any(_group(division, words) is not None for division in DIVISIONS):
                row.append(own)
    return row


def rates_of_groups_apart(
    passages: Iterable[Passage], lines: Sequence[Claim], year: int | None
) -> Iterator[IdentityResult]:
    """Yield the rates of all in the indicator lines with those of the groups that the rest of the text sets for the same year.

    Args:
        passages: texts with their amounts.
        lines: the amounts of the indicator lines.
        year: the year of the plan.
    """
    told = [line for line in lines if line.key and line.sure and not line.timed and level(line)]
    times = Counter(line.key for line in told)
    wholes = {line.key: line for line in told if times[line.key] == 1 and line.target.upper is None}
    taken = Ranges.of({line.span for line in {id(one.indicator): one.indicator for one in lines}.values() if line})
    for passage in passages if wholes else ():
        piece = passage[0]
        found = list(_pairs(piece, amounts_of(passage, ()), taken))
        headings = Headings.of(piece.source, year) if found else None
        for key, hit, parts in found:
            whole = wholes.get(key)
            told_of_others = headings is not None and headings.tell_of_others(hit.numeral.start)
            if whole is None or told_of_others or not is_stated(piece.source, hit, year):
                continue
            result = between_result(None, whole, [_claim(piece, one) for one in parts])
            if result is not None:
                yield result


_Pair = tuple[str, TargetHit, tuple[Amount, Amount]]
"""An indicator with its rates of the two groups of a division, the first of them as it is read."""


def _pairs(piece: Piece, amounts: Sequence[Amount], taken: Ranges) -> Iterator[_Pair]:
    """Yield the rates of two groups that stand side by side, but in the indicator lines."""
    for row in paragraphs(piece, amounts):
        for pair in pairwise(_told(piece, row)):
            (_, first), (_, second) = pair
            key = _indicator_of(pair)
            known = piece.placed and piece.source.offset(first.start) in taken
            if key is not None and first.hit is not None and not known:
                yield key, first.hit, (first, second)


def _indicator_of(pair: tuple[_Told, _Told]) -> str | None:
    """Return the indicator of which an amount and the next are the rates of the two groups of a division."""
    (words, rate), (others, _) = pair
    if rate.quantity.unit.label != "%" or not _alike(pair):
        return None
    for division in DIVISIONS:
        first = division.first_named(words)
        if first is not None and division.is_all((first, _group(division, others))):
            name = " ".join(_SIGNS.sub(" ", division.members[first].sub(" ", words)).split())
            name = name[max(name.rfind("tỷ lệ"), 0) :]
            return certain_key(_LAST_CUE.sub("", name), unit=rate.quantity.unit, change=rate.change)
    return None


_LAST_CUE = re.compile(r"(?:\s(?:đạt|là|ở|tại|trên|còn|khu vực))+$")


def _group(division: Division, words: str, said: str = "") -> int | None:
    """Return which group of a division some words name; None if they name none, or more than it and what is said already."""
    known = set(said.split())
    words = behind_last(_LAST, _IN_BRACKETS.sub(" ", words).rstrip(" :("))
    bare = " ".join(_SIGNS.sub(" ", _CUE.sub(" ", words)).split())
    for at, pattern in enumerate(division.members):
        for name in (bare, _without_people(bare)):
            found = pattern.search(name)
            if found is not None and set(pattern.sub(" ", name).split()) <= known:
                return at
    return None


def _without_people(name: str) -> str:
    """Return a name without the noun for people it begins with: *nam* of *thí sinh nam*."""
    words = name.split()
    size = next((size for size in (2, 1) if counts_people(" ".join(words[:size]))), 0)
    return " ".join(words[size:])


def _whole_first(piece: Piece, row: Sequence[_Told], at: int) -> list[_Told] | None:
    """*95% (thành thị 98%, nông thôn 93%)*; a value it is compared with may stand between."""
    first = _before_compared(row, at)
    if first is None:
        return None
    rates = [row[first], *items_behind(row, at, 2)]
    (name, _), *groups = rates
    closed = first == at and _CLOSES.match(
        piece.source.lower, row[at][1].end
    )  # what stands in brackets is of another time
    if closed or not _alike(rates):
        return None
    for division in DIVISIONS:
        named = [_group(division, words, name) for words, _ in groups]
        if division.is_all(named) and division.first_named(name) is None:
            return rates
    return None


_CLOSES = re.compile(r"\s*\)")


def _before_compared(row: Sequence[_Told], at: int) -> int | None:
    """Return which amount is said to be so much: the one at a place, or one ahead of what it is compared with there."""
    if not _COMPARED.search(row[at][0]):
        return at
    ahead = reversed(items_before(range(at), at, _MOST_AHEAD))
    first = next((one for one in ahead if row[one][1].change is Change.LEVEL), None)
    return None if first is None or _COMPARED.search(row[first][0]) else first


_MOST_AHEAD = 3
_COMPARED = re.compile(r"(?<!\w)(?:so với|so|cùng kỳ|từ|năm trước)(?!\w)(?:\s[^;.()]{0,40})?$")
"""Words before the value a rate is compared with, or comes from: *giảm 0,4 điểm phần trăm so với mức 1,8%*."""


def _whole_last(piece: Piece, row: Sequence[_Told], at: int) -> list[_Told] | None:
    """*thành thị 98%, nông thôn 93%, chung toàn tỉnh 95%*."""
    rates = row[at : at + 3]
    match rates:
        case [(name, one), (second, other), (last, whole)] if _alike(rates) and _BOTH.search(last):
            said = " ".join((name, _behind(piece, one), _behind(piece, other)))
            for division in DIVISIONS if _is_repeated(f"{last} {_behind(piece, whole)}", said) else ():
                first = _group(division, name)
                first = division.first_named(name) if first is None else first
                if division.is_all((first, _group(division, second, name))):
                    return [rates[2], *rates[:2]]
    return None


_OTHER_TIME = re.compile(
    r"(?<!\w)(?:năm|cùng kỳ|tháng|quý|kế hoạch|chỉ tiêu|so với|từ|tăng|giảm|trong đó|riêng|còn lại|tổng|toàn|cả nước|chiếm|bằng)(?!\w)"
)
_CHUNG = re.compile(r"(?<!\w)(?:bình quân chung|tính chung|chung)(?!\w)")
_LEAST_OF_MANY, _MOST_OF_MANY = 3, 6


def _whole_of_many(piece: Piece, row: Sequence[_Told], at: int) -> list[_Told] | None:
    """*mầm non 65%, tiểu học 78%, THCS 76%, THPT 62%, bình quân chung 72%*: all that the sentence tells ahead of it."""
    last, whole = row[at]
    if _CHUNG.search(last) is None or whole.change is not Change.LEVEL:
        return None
    parts = list[_Told]()
    for words, one in reversed(items_before(row, at, _MOST_OF_MANY)):
        following = parts[-1][1] if parts else whole
        if _LAST_SENTENCE.search(piece.source.text, one.end, following.start):
            break
        parts.append((words, one))
    several = len(parts) >= _LEAST_OF_MANY and not any(_OTHER_TIME.search(words) for words, _ in parts)
    if not several or not _alike([row[at], *parts]):
        return None
    said = " ".join(f"{words} {_behind(piece, one)}" for words, one in parts)
    return [row[at], *reversed(parts)] if _is_repeated(f"{last} {_behind(piece, whole)}", said) else None


def _behind(piece: Piece, amount: Amount) -> str:
    """Return the words that go on behind an amount."""
    return ahead_of_first(_SIGN, piece.source.lower[amount.end : amount.end + REACH])


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
    words = re.findall(r"[^\W\d_]+", _BOTH.sub(" ", _CUE.sub(" ", behind_last(_LAST_SENTENCE, last))))
    return all(word in _PLACES or re.search(rf"(?<!\w){re.escape(word)}(?!\w)", name) for word in words)


_LAST_SENTENCE = re.compile(r"[;.](?=\s)")


def _all_named(row: Sequence[_Told], at: int) -> list[_Told] | None:
    """*tính chung hai hệ 97%: hệ A 99%, hệ B 95%*."""
    found = _ALL_OF.search(row[at][0])
    if found is None:
        return None
    number = _NUMBERS.get(found["number"]) or int(found["number"])
    parts = items_behind(row, at, number)
    names = (" ".join(_SIGNS.sub(" ", _CUE.sub(" ", words)).split()) for words, _ in parts)
    named = len(parts) == number and all(name.startswith(found["noun"]) for name in names)
    return [row[at], *parts] if named and _alike([row[at], *parts]) else None


def _alike(rates: Sequence[_Told]) -> bool:
    """Whether amounts are rates or means of one sort."""
    (words, first), *others = rates
    unit = first.quantity.unit
    for_each = "/" in without_time(unit.label)  # so much a day is an amount, of which each has its part
    rate = unit.kind in (UnitKind.RATIO, UnitKind.AGE) or for_each or is_mean(words)
    same = all(one.quantity.unit.same_dimension(unit) and one.change is first.change for _, one in others)
    return rate and same and all(one.total is None for _, one in rates)


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
    name = behind_last(_LAST, text_before(piece.source.flat, start, REACH).rstrip(" :(")).strip(" -+*•\n")
    near = words_around(piece, start, amount.end)
    return Claim(name or amount.quantity.unit.label, None, amount.target, span=span, piece=near)
