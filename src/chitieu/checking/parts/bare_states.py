"""Numbers of things in each state that leave out what is counted: *giao 1.120 việc; hoàn thành 930 (đúng hạn 900, quá hạn 30), chưa hoàn thành 190*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.checking.parts.bare_parts import bare_hit
from chitieu.checking.parts.part_amounts import Group
from chitieu.checking.texts.passages import name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.numbers.decimals import read_digits
from chitieu.targets.reader import TargetHit
from chitieu.units import UnitKind

__all__ = ["in_time_or_late", "with_bare_states"]

_NUMBER = r"(?P<number>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?=\s\(|[,;)](?:\s|$)|\.(?:\s|$)|\s?\)|\svà\s|$)"
_STATE = re.compile(
    r"(?<!\w)(?:(?:đã|đang|chưa|được|không)\s)*(?:giải quyết|hoàn thành|xử lý|thực hiện|triển khai|nghiệm thu|khắc phục|đến hạn|khởi công|thẩm định)"
    rf"(?:\s(?:xong|được|đạt|là))*\s?:?\s{_NUMBER}"
)
"""A state with a number behind it that has no noun of its own."""
_ENDS = re.compile(r"\.(?=\s|$)|\n|\|")
_TIMES = re.compile(
    r"\s?\((?P<first>(?:trước và đúng hạn|trước, đúng hạn|đúng và trước hạn|đúng hạn|trong hạn|trước hạn|sớm hạn))\s?:?\s"
    rf"{_NUMBER.replace('number', 'intime')}(?:,|;)?\s(?:và\s)?(?:quá|trễ|chậm)\shạn\s?:?\s{_NUMBER.replace('number', 'late')}\s?\)"
)
"""In brackets behind a number: how many of them in time, and how many late."""


def with_bare_states(piece: Piece, hits: Sequence[TargetHit]) -> list[TargetHit]:
    """Return amounts together with the numbers behind words for states, each in the unit of the count ahead of it.

    Args:
        piece: the text.
        hits: its amounts.
    """
    lower, found = piece.source.lower, {hit.numeral.start: hit for hit in hits}
    wholes = [hit for hit in hits if hit.target.quantity.unit.kind is UnitKind.COUNT and hit.target.total is None]
    for state in _STATE.finditer(lower) if wholes else ():
        start, value = state.start("number"), read_digits(state["number"])
        ahead = next((hit for hit in reversed(wholes) if hit.end < start), None)
        if ahead is not None and value is not None and start not in found and not _ENDS.search(lower, ahead.end, start):
            found[start] = bare_hit(piece, ahead, state, value)
    return [found[at] for at in sorted(found)]


def in_time_or_late(piece: Piece, hits: Sequence[TargetHit]) -> Iterator[Group]:
    """Yield numbers without a noun with how many of them were in time and how many late, which are all there are.

    Args:
        piece: the text.
        hits: its amounts, with the numbers behind words for states.
    """
    for whole in hits:
        told = _TIMES.match(piece.source.lower, whole.numeral.end) if whole.numeral.end == whole.end else None
        if told is None:
            continue
        values = ((name, read_digits(told[name])) for name in ("intime", "late"))
        parts = tuple(bare_hit(piece, whole, told, value, name) for name, value in values if value is not None)
        yield Group(name_before(piece, whole), whole, parts, complete=True)
