"""The numbers of all people that a text tells, and which of them are of the time of some amount."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from chitieu.checking.named_amounts.nouns import counts_people
from chitieu.checking.shares.same_times import SameTimes
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.places import row_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["PeopleTold"]

_ALL = re.compile(
    r"(?<!\w)(?<!% )(?:dân số|số dân)(?: (?:trung bình|bình quân|toàn tỉnh|toàn xã|của tỉnh|cả tỉnh|dự kiến|ước|cuối năm|năm(?: [0-9]{4})?|là|đạt|có|hiện nay|hiện có|khoảng)){0,5}\s?[:(]?\s*$"
)
"""Before a number of people that is of all there are; nothing else narrows it."""
_AHEAD, _MOST = 90, 12


@frozen(eq=False)
class PeopleTold:
    """The populations of a text.

    Attributes:
        hits: their numbers.
        times: which parts of the text are of one time.
    """

    hits: Sequence[TargetHit]
    times: SameTimes

    @classmethod
    def of(cls, passage: Passage, year: int | None) -> PeopleTold:
        """Return the populations of a text of a plan for some year."""
        piece, hits = passage
        lower = piece.source.lower
        found = [
            hit
            for hit in hits
            if _counts_people(hit)
            and _ALL.search(lower, max(0, hit.numeral.start - _AHEAD), hit.numeral.start)
            and "|" not in row_before(piece.source.text, hit.numeral.start)
        ]
        return cls(found[:_MOST], SameTimes.of(piece, year))

    def at_time_of(self, start: int, end: int) -> list[TargetHit]:
        """Return the populations of the time of an amount, the nearest first.

        Args:
            start: where the amount begins.
            end: where it ends.
        """
        fits = (hit for hit in self.hits if self.times.go_together((hit.numeral.start, hit.end), (start, end)))
        return sorted(fits, key=lambda hit: abs(hit.numeral.start - start))


def _counts_people(hit: TargetHit) -> bool:
    target, unit = hit.target, hit.target.quantity.unit
    plain = (
        target.upper is None and target.total is None and target.change is Change.LEVEL and target.quantity.value > 0
    )
    noun = unit.dimension.removeprefix("count:")
    people = unit.kind is UnitKind.COUNT and counts_people(noun)
    return plain and people and target.bound in (Bound.EXACT, Bound.ABOUT)
