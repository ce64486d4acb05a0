"""What all there is of something is divided into: the three sectors, the seasons of rice, visitors from here and abroad.

Where the parts of a line are all of these, they add up to it though the line only says *trong đó*.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib import resources

from attrs import frozen

__all__ = ["Partition", "adding_partition_of", "joined_of", "partition_of"]


@frozen(eq=False)
class Partition:
    """A division of something into all its parts.

    Attributes:
        key: its name.
        members: what the name of each part says; `optional`: what may be missing.
        whole: what the name of the whole must say; None where it may say anything.
        sums: whether amounts of the parts add up to the whole; where some may be left out, only rates are looked at.
        means: whether the rate of the whole, where it is no growth, is a mean of those of the parts.
        always: whether the parts are all there are also where *trong đó* leads to them.
        adds: whether the rates of the parts add up to that of the whole, as all are of the same.
    """

    key: str
    members: tuple[re.Pattern[str], ...]
    optional: tuple[re.Pattern[str], ...] = ()
    whole: re.Pattern[str] | None = None
    sums: bool = True
    means: bool = False
    adds: bool = False
    always: bool = True

    def covers(self, whole: str, parts: Sequence[str]) -> bool:
        """Whether parts are all there is: each member once, and nothing that is none of them."""
        if not len(self.members) <= len(parts) <= len(self.members) + len(self.optional):
            return False
        if self.whole is not None and not self.whole.search(whole.lower()):
            return False
        found = [self._member(name.lower()) for name in parts]
        return None not in found and len(set(found)) == len(found) and set(range(len(self.members))) <= set(found)

    def has(self, name: str) -> bool:
        """Whether a name is that of one of the parts."""
        return self._member(name.lower()) is not None

    def _member(self, name: str) -> int | None:
        patterns = (*self.optional, *self.members)
        at = next((at for at, pattern in enumerate(patterns) if pattern.search(name)), None)
        return None if at is None else at - len(self.optional)


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


@cache
def _partitions() -> tuple[Partition, ...]:
    text = resources.files("chitieu.checking").joinpath("identities.toml").read_text(encoding="utf-8")
    return tuple(
        Partition(
            one["key"],
            tuple(map(_words, one["members"])),
            tuple(map(_words, one.get("optional", ()))),
            _words(one["whole"]) if "whole" in one else None,
            one.get("sums", True),
            one.get("means", False),
            one.get("adds", False),
            one.get("always", True),
        )
        for one in tomllib.loads(text)["partition"]
    )


def partition_of(whole: str, parts: Sequence[str], *, rates: bool = False) -> Partition | None:
    """Return the division that the names of some parts are all members of; None if there is none.

    Args:
        whole: the name of what is divided.
        parts: the names of its parts.
        rates: whether rates are looked at, so that a small part may be left out.

    >>> partition_of("Sản lượng thủy sản", ["khai thác", "nuôi trồng"]).key
    'fishery'
    >>> partition_of("Sản lượng thủy sản", ["nuôi trồng"])
    """
    known = next((one for one in _partitions() if (rates or one.sums) and one.covers(whole, parts)), None)
    if known is None and rates and not _IS_A_RATE.search(whole.lower()):
        return joined_of(whole, parts)
    return known


def adding_partition_of(whole: str, parts: Sequence[str]) -> Partition | None:
    """Return the division whose parts have rates that add up to that of the whole; None if there is none.

    >>> adding_partition_of("tỷ lệ bao phủ bảo hiểm xã hội", ["bắt buộc", "tự nguyện"]).key
    'insurance-by-kind'
    >>> adding_partition_of("tỷ lệ bao phủ bảo hiểm xã hội", ["nam", "nữ"])
    """
    return next((one for one in _partitions() if one.adds and one.covers(whole, parts)), None)


_IS_A_RATE = re.compile(r"(?<!\w)(?:tỷ|tỉ) (?:lệ|trọng|suất)(?!\w)")
"""Names of rates: those of two groups that are joined add up, and so do their changes."""
_JOINED = re.compile(r",\s|\s(?:và|-|–)\s|/")
_WORD = re.compile(r"[^\W\d_]+")
_FILLERS = frozenset(
    _WORD.findall(
        "số tổng đàn các riêng trong đó có là với và gồm bao đạt ước còn dự kiến khoảng tăng giảm thêm lên hơn trên gần được cụ thể"
        " cây khu vực ngành lĩnh nhóm loại lượng"
    )
)
"""Words of the name of a part that say nothing of what it is."""
_SAID_OF_ALL = frozenset(
    _WORD.findall("đạt được có là ước còn tăng giảm khoảng trên tại ở của theo toàn năm trồng thành hoàn tham trong dự")
)
"""Words that begin what is said of all that a name joins: *xã, phường **đạt** chuẩn*."""
_LEAST = 2


def joined_of(whole: str, parts: Sequence[str], nouns: str = "") -> Partition | None:
    """Return the division of a whole whose name joins those of its parts; None if it does not.

    Args:
        whole: the name, which ends in what is joined.
        parts: the names of the parts.
        nouns: words that may stand in the name of a part beside its own, as that of the unit.

    >>> joined_of("Tổng đàn trâu, bò và dê", ["đàn trâu", "bò", "dê"]).key
    'joined'
    >>> joined_of("Diện tích cà phê, hồ tiêu", ["cà phê trồng mới", "hồ tiêu trồng mới"])
    """
    if len(parts) < _LEAST:
        return None
    first, *others = (_WORD.findall(one) for one in _JOINED.split(whole.lower())[-len(parts) :])
    if len(others) != len(parts) - 1 or not first or not all(others):
        return None
    ends = (at for at, word in enumerate(others[-1]) if at and word in _SAID_OF_ALL)
    others[-1] = others[-1][: next(ends, None)]
    members = [" ".join(first[-1:]), *map(" ".join, others)]
    shared = _FILLERS.union(first, _WORD.findall(nouns.lower()))
    named = [_WORD.findall(name.lower()) for name in parts]
    own = [[member for member in members if _is_of(words, member, shared)] for words in named]
    if sorted(own) != sorted([member] for member in members):
        return None
    return Partition("joined", tuple(map(_words, members)))


def _is_of(words: Sequence[str], member: str, shared: AbstractSet[str]) -> bool:
    """Whether the name of a part holds a member, and nothing else that is not said of all."""
    return f" {member} " in f" {' '.join(words)} " and set(words) - set(member.split()) <= shared
