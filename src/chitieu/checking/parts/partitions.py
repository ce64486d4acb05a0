"""What all there is of something is divided into: the three sectors, the seasons of rice, visitors from here and abroad.

Where the parts of a line are all of these, they add up to it though the line only says *trong đó*.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources

from attrs import frozen

__all__ = ["Partition", "partition_of"]


@frozen(eq=False)
class Partition:
    """A division of something into all its parts.

    Attributes:
        key: its name.
        members: what the name of each part says; `optional`: what may be missing.
        whole: what the name of the whole must say; None where it may say anything.
        sums: whether amounts of the parts add up to the whole; where some may be left out, only rates are looked at.
        means: whether the rate of the whole, where it is no growth, is a mean of those of the parts.
    """

    key: str
    members: tuple[re.Pattern[str], ...]
    optional: tuple[re.Pattern[str], ...] = ()
    whole: re.Pattern[str] | None = None
    sums: bool = True
    means: bool = False

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
    return next((one for one in _partitions() if (rates or one.sums) and one.covers(whole, parts)), None)
