"""Amounts of a kind of what another amount of their sentence is of: *đón 5 triệu lượt khách, khách lưu trú 3 triệu lượt*.

No *trong đó* stands between them; which names are of a kind of which is data (``identities.toml``). What is named with something
taken off (*thu nội địa không kể tiền sử dụng đất*) is a kind of what it is taken off from.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from attrs import evolve, frozen

from chitieu.checking.parts.part_amounts import Group
from chitieu.checking.texts.passages import REACH, Passage, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["kinds_of"]

_LESS = r"(?:trừ|không kể|không bao gồm|không tính|chưa kể|chưa tính|chưa bao gồm|loại trừ|sau khi trừ|không gồm)"
_TAKEN_OFF = re.compile(
    rf"(?P<name>(?:[^\W\d_]+\s){{1,6}}?[^\W\d_]+)\s?(?:,\s|\(\s?)?(?:đã |sau khi |nếu )?{_LESS}(?!\w)"
)
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:năm (?:[0-9]{4}|trước|nay|ngoái)|cùng kỳ|kế hoạch|dự toán|quý|tháng|lũy kế|luỹ kế|giai đoạn|bình quân|mỗi|so với|thêm|mới|tăng|giảm|đến nay)(?!\w)"
)
_ENDS = re.compile(r"[.](?=\s)|[|]|\n\s*(?:\n|[-+*•]\s|[0-9a-zđ]{1,2}[.)]\s)")
_BEHIND = re.compile(r"[^;.,:()|0-9\n]{0,60}")
_NEAR = 4
"""Amounts ahead that are looked at."""


@frozen(eq=False)
class _Kind:
    """What is a kind of what.

    Attributes:
        whole, part: patterns of the names of the two, the amount's own unit and what follows it among them.
        units: what they are measured in.
        of_all: whether the whole must be so many of so many.
    """

    whole: re.Pattern[str]
    part: re.Pattern[str]
    units: tuple[str, ...]
    of_all: bool

    def fits(self, whole: str, part: str, label: str, *, counted: bool) -> bool:
        """Whether the names are of such two amounts."""
        fits = any(label == unit or label.endswith(f" {unit}") for unit in self.units)
        return fits and counted >= self.of_all and self.part.search(part) is not None and self._is_whole(whole)

    def _is_whole(self, name: str) -> bool:
        return self.whole.search(name) is not None and self.part.search(name) is None


@cache
def _kinds() -> tuple[_Kind, ...]:
    text = resources.files("chitieu.checking").joinpath("identities.toml").read_text(encoding="utf-8")
    return tuple(
        _Kind(_words(one["whole"]), _words(one["part"]), tuple(one["units"]), one.get("of_all", False))
        for one in tomllib.loads(text)["kind"]
    )


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


def kinds_of(passage: Passage) -> Iterator[Group]:
    """Yield the amounts with one behind them in their sentence that is of a kind of the same.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    for at, part in enumerate(hits):
        if not _is_plain(part):
            continue
        found = next((of for of in _ahead(piece, hits, at) if _is_kind(piece, hits, of, at)), None)
        if found is not None:
            yield Group(name_before(piece, hits[found]), _firm(hits[found]), (part,), complete=False, apart=True)


def _ahead(piece: Piece, hits: Sequence[TargetHit], at: int) -> Iterator[int]:
    """Yield which amounts ahead of one in its sentence it may be some of, the nearest first."""
    for of in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        hit = hits[of]
        if _ENDS.search(piece.source.text, hit.end, hits[at].numeral.start):
            return
        left, right = hit.target.quantity.unit, hits[at].target.quantity.unit
        counts = left.kind is right.kind is UnitKind.COUNT
        if _is_plain(hit) and (left.same_dimension(right) or (counts and left.factor == right.factor)):
            yield of


def _is_plain(hit: TargetHit) -> bool:
    target = hit.target
    return target.upper is None and target.change is Change.LEVEL and "/" not in target.quantity.unit.label


def _is_kind(piece: Piece, hits: Sequence[TargetHit], of: int, at: int) -> bool:
    """Whether the words about two amounts say that the one is of a kind of the other, both at one time."""
    names = [_name(piece, hits, one) for one in (of, at)]
    if any(map(_OTHER_TIME.search, names)):
        return False
    if _is_in_bracket(piece, hits[of], hits[at], counted=at - of == 1):
        return True
    taken = _TAKEN_OFF.search(_words_before(piece, hits, at))
    if taken is not None and names[0].endswith(taken["name"].split("trong đó ")[-1].strip()):
        return True
    whole, part = (f"{name} {_behind(piece, hits[one])}" for name, one in zip(names, (of, at), strict=True))
    counted = hits[of].target.total is not None
    label = hits[at].target.quantity.unit.label.lower()
    return any(kind.fits(whole, part, label, counted=counted) for kind in _kinds())


_OPENS = re.compile(r"[^;.:()|0-9]{1,60}\s?\((?:có |riêng )?")
_QUALIFIED = re.compile(
    r"\s(?!(?:năm|cùng kỳ|kế hoạch|trước|khác|mới|so|của|tại|ở|quý|tháng|đợt|và)(?!\w))[^;.,:()|0-9]{2,40}\)"
)


def _is_in_bracket(piece: Piece, whole: TargetHit, part: TargetHit, *, counted: bool) -> bool:
    """Whether a bracket tells of so many of those ahead of it what they are: *326 nhà hư hỏng (18 nhà sập hoàn toàn)*."""
    unit, lower = part.target.quantity.unit, piece.source.lower
    alike = counted and unit.kind is UnitKind.COUNT and unit == whole.target.quantity.unit
    if not alike or _OPENS.fullmatch(lower, whole.end, part.numeral.start) is None:
        return False
    return _QUALIFIED.match(lower, part.end) is not None


def _words_before(piece: Piece, hits: Sequence[TargetHit], at: int) -> str:
    """Return what stands between an amount and the one before it, in small letters."""
    start = max(hits[at - 1].end if at else 0, hits[at].numeral.start - REACH)
    return piece.source.lower[start : hits[at].numeral.start]


def _name(piece: Piece, hits: Sequence[TargetHit], at: int) -> str:
    """Return the words before an amount back to the last sign."""
    return _SIGN.split(_words_before(piece, hits, at))[-1].strip()


_SIGN = re.compile(r"[;:,()|]|[.](?=\s)|\n\s*[-+*•]")


def _behind(piece: Piece, hit: TargetHit) -> str:
    """Return what follows the digits of an amount up to the next sign."""
    found = _BEHIND.match(piece.source.lower, hit.numeral.digits_end)
    return found.group() if found is not None else ""


def _firm(whole: TargetHit) -> TargetHit:
    """Return a whole that is a bound as the amount it is: a plan that wants *at least* so much wants no more of a kind."""
    if whole.target.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return evolve(whole, target=evolve(whole.target, bound=Bound.ABOUT))
    return whole
