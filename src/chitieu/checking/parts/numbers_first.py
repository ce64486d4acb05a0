"""Parts whose number stands first, without a noun of their own: *35 trường (9 mầm non, 12 tiểu học, 14 trung học)*, *24 việc, gồm 15 xong sớm, 9 đúng ngày*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from chitieu.checking.named_amounts.nouns import counts_alike, is_cut_across
from chitieu.checking.parts.bare_parts import bare_hit
from chitieu.checking.parts.part_amounts import Group, sums_up
from chitieu.checking.parts.slips import right_but_for_a_digit
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.numbers.decimals import read_digits
from chitieu.targets.reader import TargetHit
from chitieu.units import UnitKind
from chitieu.units.reader import read_unit

__all__ = ["numbers_first"]

_OPENS = re.compile(
    r"[^;.,:()|0-9]{0,80}?(?P<sign>\s?\((?:(?:bao gồm|gồm|chia ra)\s?:?\s)?|(?:,\s|\s)(?:bao gồm|gồm|chia ra)\s?:?\s|:\s)"
)
"""What leads from a number to its parts: a bracket, *gồm*, a colon."""
_ITEM = re.compile(
    r"(?P<number>[0-9]{1,3}(?:\.[0-9]{3})*)\s(?P<name>[^\W\d_][^0-9;:.,()|\n]{1,60}?)"
    r"(?P<sign>[,;]\s(?:và\s)?(?=[0-9])|\s(?:và|\+)\s(?=[0-9])|\s?\)|[.;](?=\s|$)|\s?\n|$)"
)
"""A part, with the sign between it and the next one, or what closes the list."""
_NO_PART = re.compile(
    r"(?<!\w)(?:hạn|xong|trong đó|riêng|tăng|giảm|so với|trở lên|trở xuống|bình quân|mỗi|từng|điểm|lần|phần trăm|tháng|tuổi|ngày|thêm|mới)(?!\w)"
)
"""Words with a number that is no part beside others, or one that may overlap them."""
_MOST, _LEAST, _MANY = 12, 2, 3
_NEAR, _FAR, _TEN, _OVER = Fraction(1, 8), Fraction(1, 2), 10, Fraction(3, 2)
"""How far two parts, and more of them, may be from their whole; where all but the ones differ by a digit, farther."""


def numbers_first(passage: Passage) -> Iterator[Group]:
    """Yield the counts with a list of parts behind them, each a number and a few words, which are all there are.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    for whole in hits:
        unit = whole.target.quantity.unit
        opened = _OPENS.match(piece.source.lower, whole.numeral.end) if unit.kind is UnitKind.COUNT else None
        if opened is None or unit.factor != 1 or not sums_up(whole):
            continue
        parts = _parts(piece, whole, opened)
        if _LEAST <= len(parts) <= _MOST and _are_meant(piece, whole, parts):
            yield Group(name_before(piece, whole), whole, parts, complete=True)


def _parts(piece: Piece, whole: TargetHit, opened: re.Match[str]) -> tuple[TargetHit, ...]:
    """Return the numbers of the list that some words open; none where an item is another thing, or has a noun of its own."""
    lower, at, bracket = piece.source.lower, opened.end(), "(" in opened["sign"]
    found, said, sign = list[TargetHit](), list[str](), ","
    while sign.startswith((",", ";")) or sign.strip() in ("và", "+"):
        item = _ITEM.match(lower, at)
        value = read_digits(item["number"]) if item is not None else None
        if item is None or value is None or len(found) > _MOST or _NO_PART.search(item["name"]):
            return ()
        if not _is_of(piece, whole, item.end("number")):
            return ()
        found.append(bare_hit(piece, whole, item, value))
        said.append(item["name"])
        at, sign = item.end(), item["sign"]
        if sign == ";" or not sign:
            break
    together = " ".join(said)
    closed = sign.strip() == ")" if bracket else True
    return tuple(found) if closed and not any(is_cut_across(one, together) for one in said) else ()


def _is_of(piece: Piece, whole: TargetHit, at: int) -> bool:
    """Whether no other known unit stands behind a number."""
    known = read_unit(piece.source.flat, piece.source.lower, at, known_only=True)
    return known is None or counts_alike(known.unit, whole.target.quantity.unit)


def _are_of_one_sort(piece: Piece, parts: Sequence[TargetHit]) -> bool:
    """Whether all the names of parts have a word in common: *công lập* and *ngoài công lập*, no *cửa nạp* and *ống khói*."""
    items = (_ITEM.match(piece.source.lower, part.numeral.start) for part in parts)
    words = [set(_WORD.findall(item["name"])) for item in items if item is not None]
    return bool(words) and bool(set.intersection(*words))


_WORD = re.compile(r"[^\W\d_]+")


def _are_meant(piece: Piece, whole: TargetHit, parts: Sequence[TargetHit]) -> bool:
    """Whether parts come near their whole, or would come to it but for one digit."""
    stated, sizes = whole.target.quantity, [part.target.quantity for part in parts]
    gap = abs(sum((size.amount for size in sizes), Fraction(0)) - stated.amount)
    far = _FAR if len(parts) >= _MANY else _NEAR
    over = [size.amount for size in sizes if size.amount > stated.amount]
    if len(over) == 1 and over[0] <= stated.amount * _OVER and _are_of_one_sort(piece, parts):
        return True  # a part is no more than its whole; what is far more is something else
    return gap <= stated.amount * far or (gap % _TEN == 0 and right_but_for_a_digit(stated, sizes, least=2))
