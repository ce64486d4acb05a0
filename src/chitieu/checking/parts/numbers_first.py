"""Parts whose number stands first, without a noun of their own: *35 trường (9 mầm non, 12 tiểu học, 14 trung học)*, *24 việc, gồm 15 xong sớm, 9 đúng ngày*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from chitieu.checking.named_amounts.nouns import counts_alike, is_cut_across
from chitieu.checking.parts.bare_parts import bare_hits
from chitieu.checking.parts.part_amounts import Group, sums_up
from chitieu.checking.parts.slips import right_but_for_a_digit
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.checking.texts.pieces import Piece
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
    r"(?:(?P<next>[,;]\s(?:và\s)?(?=[0-9])|\s(?:và|\+)\s(?=[0-9]))|(?P<bracket>\s?\))|[.;](?=\s|$)|\s?\n|$)"
)
"""A part, with the sign between it and the next one, or what closes the list."""
_NO_PART = re.compile(
    r"(?<!\w)(?:hạn|xong|trong đó|riêng|tăng|giảm|so với|trở lên|trở xuống|bình quân|mỗi|từng|điểm|lần|phần trăm|tháng|tuổi|ngày|thêm|mới)(?!\w)"
)
"""Words with a number that is no part beside others, or one that may overlap them."""
_LEAST, _MANY = 2, 3
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
        if unit.kind is not UnitKind.COUNT or unit.factor != 1 or not sums_up(whole):
            continue
        items = _items(piece.source.lower, whole.numeral.end)
        names = [item["name"] for item in items]
        together = " ".join(names)
        if any(_NO_PART.search(name) or is_cut_across(name, together) for name in names):
            continue
        if len(items) >= _LEAST and all(_is_of(piece, whole, item.end("number")) for item in items):
            parts = bare_hits(piece, whole, items)
            if _are_meant(whole, parts, names):
                yield Group(name_before(piece, whole), whole, parts, complete=True)


def _items(lower: str, at: int) -> list[re.Match[str]]:
    """Return the items of the list that some words open; none where it does not close as it opened."""
    opened = _OPENS.match(lower, at)
    item = _ITEM.match(lower, opened.end()) if opened is not None else None
    found = list[re.Match[str]]()
    while item is not None:
        found.append(item)
        if item["next"] is None:
            closed = item["bracket"] is not None or "(" not in (opened["sign"] if opened else "")
            return found if closed else []
        item = _ITEM.match(lower, item.end())
    return []


def _is_of(piece: Piece, whole: TargetHit, at: int) -> bool:
    """Whether no other known unit stands behind a number."""
    known = read_unit(piece.source.flat, piece.source.lower, at, known_only=True)
    return known is None or counts_alike(known.unit, whole.target.quantity.unit)


def _are_of_one_sort(names: Sequence[str]) -> bool:
    """Whether all the names of parts have a word in common: *công lập* and *ngoài công lập*, no *cửa nạp* and *ống khói*."""
    return bool(set.intersection(*(set(_WORD.findall(name)) for name in names)))


_WORD = re.compile(r"[^\W\d_]+")


def _are_meant(whole: TargetHit, parts: Sequence[TargetHit], names: Sequence[str]) -> bool:
    """Whether parts come near their whole, or would come to it but for one digit."""
    stated, sizes = whole.target.quantity, [part.target.quantity for part in parts]
    gap = abs(sum((size.amount for size in sizes), Fraction(0)) - stated.amount)
    far = _FAR if len(parts) >= _MANY else _NEAR
    over = [size.amount for size in sizes if size.amount > stated.amount]
    if len(over) == 1 and over[0] <= stated.amount * _OVER and _are_of_one_sort(names):
        return True  # a part is no more than its whole; what is far more is something else
    return gap <= stated.amount * far or (gap % _TEN == 0 and right_but_for_a_digit(stated, sizes, least=2))
