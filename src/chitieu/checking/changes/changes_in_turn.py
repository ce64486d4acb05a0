"""Several levels in a row with their changes in turn behind them: *214 vụ, chết 90 người; so với cùng kỳ giảm 6 vụ (2,7%), giảm 10 người (10%)*.

The first change is that of the first level, the second that of the second; the units tell that it is so. What there was the time
before may stand between the two rows, in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from chitieu.checking.changes.statements import PERCENT
from chitieu.checking.changes.steps import Step
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import UnitKind

__all__ = ["changes_in_turn"]

_LEAST, _MOST = 2, 6
_KINDS = (UnitKind.COUNT, UnitKind.MONEY, UnitKind.MEASURE)
_WORDS = r"[^;.,()|0-9]{0,40}"
_SAYS = r"(?:(?:tương ứng|tương đương|tức|hay|bằng|với|là|khoảng|giảm|tăng)\s|[-+−–]\s?)*"
_PERCENT_BEHIND = re.compile(rf"{_WORDS}(?:\s?\(|,\s)\s?{_SAYS}")
_COUNT_BEHIND = re.compile(rf"{_WORDS}\(\s?{_SAYS}")
_NEXT = re.compile(rf"{_WORDS}\)?\s?[,;]?\s?(?:và\s|đồng thời\s)?(?:số\s)?{_WORDS}")
_TIME = r"(?:cùng kỳ|năm (?:trước|ngoái|(?:19|20)[0-9]{2})|đầu năm|(?:tháng|quý) trước)"
_OPENS = re.compile(rf"{_WORDS}\)?\s?[,;(]?\s?(?:so với |so )?(?:{_TIME}\s?)*[,:]?\s?{_WORDS}")
_AGAINST = re.compile(rf"(?<!\w)(?:so với|so)\s{_TIME}|(?<!\w)cùng kỳ(?!\w)")
_BEFORE = re.compile(rf"{_WORDS}\s?\(\s?{_TIME}(?:\s{_TIME})?(?:\s?:|\slà|\scó)?\s{_WORDS}")
_LEVELS = re.compile(rf"{_WORDS}[,;]?\s?(?:và\s)?{_WORDS}")
_FAR = 40


@frozen(eq=False)
class _Move:
    """A change, with what it is in percent.

    Attributes:
        size, percent: the two; a percentage need not be told where the earlier value is.
        start, end: where they stand.
    """

    size: TargetHit
    percent: TargetHit | None
    start: int
    end: int

    @property
    def way(self) -> Change:
        """Which way the number goes."""
        changes = [one.target.change for one in (self.size, self.percent) if one is not None]
        return next((change for change in changes if change is not Change.LEVEL), Change.LEVEL)

    def targets(self) -> tuple[Target, ...]:
        """Return the change as it is told, as a number and in percent."""
        told = [one.target for one in (self.size, self.percent) if one is not None]
        return tuple(evolve(target, change=self.way) for target in told)


def changes_in_turn(passage: Passage) -> Iterator[Step]:
    """Yield the steps to several levels in a row.

    Args:
        passage: a text with its amounts.

    >>> from chitieu.checking.texts.pieces import Piece
    >>> from chitieu.targets.reader import scan_targets
    >>> from chitieu.text import SourceText
    >>> text = SourceText("Xảy ra 90 vụ, chết 45 người; so với cùng kỳ giảm 10 vụ (10%), giảm 5 người (10%).")
    >>> passage = Piece(text, placed=True), tuple(scan_targets(text)[0])
    >>> [(str(step.level.target), str(step.before.target)) for step in changes_in_turn(passage)]
    [('90 vụ', '100 vụ'), ('45 người', '50 người')]
    """
    piece, hits = passage
    at = 0
    while at < len(hits):
        moves, end = _moves(piece, hits, at)
        found = list(_steps(piece, hits[:at], moves)) if len(moves) >= _LEAST else []
        yield from found
        at = end if found else at + 1


def _moves(piece: Piece, hits: Sequence[TargetHit], at: int) -> tuple[list[_Move], int]:
    """Return the changes in a row that begin with an amount, and where the amounts behind them begin."""
    moves, lower = list[_Move](), piece.source.lower
    while at < len(hits) and len(moves) < _MOST:
        if moves and not _NEXT.fullmatch(lower, moves[-1].end, max(moves[-1].end, hits[at].start)):
            break
        found = _move(lower, hits[at], hits[at + 1] if at + 1 < len(hits) else None)
        if found is None:
            break
        moves.append(found)
        at += 1 if found.percent is None else 2
    return moves, at


def _move(lower: str, first: TargetHit, second: TargetHit | None) -> _Move | None:
    """Return the change an amount is, with that beside it in the other unit."""
    if first.target.change is Change.LEVEL or not _is_plain(first):
        return None
    if second is not None and _is_plain(second) and second.target.change in (Change.LEVEL, first.target.change):
        between = first.numeral.end, second.numeral.start
        if not _is_percent(first) and _is_percent(second) and _PERCENT_BEHIND.fullmatch(lower, *between):
            return _Move(first, second, first.start, second.end)
        closed = lower.startswith(")", second.end)
        if _is_percent(first) and not _is_percent(second) and closed and _COUNT_BEHIND.fullmatch(lower, *between):
            return _Move(second, first, first.start, second.end)
    return None if _is_percent(first) else _Move(first, None, first.start, first.end)


def _is_plain(hit: TargetHit) -> bool:
    target = hit.target
    return target.is_single and target.bound is Bound.EXACT and target.total is None


def _is_percent(hit: TargetHit) -> bool:
    return hit.target.quantity.unit.label in PERCENT


def _is_level(hit: TargetHit) -> bool:
    unit = hit.target.quantity.unit
    return _is_plain(hit) and hit.target.change is Change.LEVEL and unit.kind in _KINDS and "/" not in unit.label


def _steps(piece: Piece, ahead: Sequence[TargetHit], moves: Sequence[_Move]) -> Iterator[Step]:
    """Yield the steps that changes in a row are, if the levels in a row ahead of them are as many and of their units."""
    lower, size = piece.source.lower, len(moves)
    rows = [ahead[-size:], ahead[-2 * size : -size]]
    nearest = rows[0]
    if not _are_levels(lower, nearest, moves) or not _OPENS.fullmatch(lower, nearest[-1].end, moves[0].start):
        return
    levels: Sequence[TargetHit] = nearest
    former: Sequence[TargetHit | None] = [None] * size
    told = _are_levels(lower, rows[1], moves) and _BEFORE.fullmatch(lower, rows[1][-1].end, nearest[0].start)
    if told:
        levels, former = rows[1], nearest
    elif not _AGAINST.search(lower, nearest[-1].end, min(moves[-1].end + _FAR, len(lower))):
        return
    others = ahead[: len(ahead) - size * (2 if told else 1)]
    if others and _is_level(others[-1]) and _LEVELS.fullmatch(lower, others[-1].end, levels[0].start):
        return  # it is not known which of them have changed
    for level, move, before in zip(levels, moves, former, strict=True):
        step = _step(piece, level, move, before)
        if step is not None:
            yield step


def _are_levels(lower: str, row: Sequence[TargetHit], moves: Sequence[_Move]) -> bool:
    """Whether amounts are levels one behind the other, in the units of some changes in turn."""
    if len(row) != len(moves) or not all(map(_is_level, row)):
        return False
    units = [(hit.target.quantity.unit, move.size.target.quantity.unit) for hit, move in zip(row, moves, strict=True)]
    joined = all(_LEVELS.fullmatch(lower, left.end, max(left.end, right.start)) for left, right in pairwise(row))
    return joined and all(one.same_dimension(other) for one, other in units)


def _step(piece: Piece, level: TargetHit, move: _Move, before: TargetHit | None) -> Step | None:
    """Return the step to a level; where the earlier value is not told, the one the change itself makes."""
    name = name_before(piece, level)
    if before is not None:
        return Step(name, level, before, changes=move.targets(), bound=True)
    if move.percent is None:
        return None
    quantity, size = level.target.quantity, move.size.target.quantity
    former = quantity - size if move.way is Change.INCREASE else quantity + size
    if former.amount <= 0:
        return None
    return Step(name, level, evolve(level, target=Target(former)), changes=move.targets()[1:], bound=True)
