"""What a name was taken for, with the reason, and the choice among records that measure one thing in several senses."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from functools import cache

from attrs import evolve, field, frozen

from chitieu.indicators.aim import Aim
from chitieu.indicators.index import Entry
from chitieu.indicators.words import Sense, words_data
from chitieu.targets.target import Change

__all__ = [
    "CHANGES",
    "STRUCTURE",
    "THRESHOLD",
    "IndicatorMatch",
    "MatchReason",
    "changed",
    "confidence_of",
    "growth_of",
    "less_sure",
    "match_of",
    "of_sense",
    "one_record",
    "takes_percent",
    "with_target",
]

THRESHOLD = Decimal("0.7")
"""A confidence of this much or more gives a plan's indicator its key."""


class MatchReason(Enum):
    """Why a name was taken for an indicator; the surer reasons come first.

    >>> import chitieu as ct
    >>> for name in ("Tỷ lệ hộ nghèo", "Tỉ lệ bao phủ BHYT", "Tỷ lệ hộ nghèo tại 3 xã bãi ngang"):
    ...     match = ct.match_indicator(name)
    ...     print(match.key, match.confidence, match.reason.value)
    poor 1 exact
    hi 1 alias
    poor 0.4 unknown_words
    """

    EXACT = "exact"
    ALIAS = "alias"
    WORDING = "wording"
    """A name of the record in other words: abbreviations, another order, with what says when and where."""
    CHANGE = "change"
    """The target is a change: *GRDP tăng 9,5%* is its growth."""
    UNIT = "unit"
    """The target's unit: *hộ nghèo 9.604 hộ* is a count, *hộ nghèo 3,14%* a share."""
    LINE = "line"
    """The line it is a part of: *khu vực I* of the structure is a share, of the growth a growth."""
    EXTRA_WORDS = "extra_words"
    """Words more or fewer that seldom change what is meant."""
    UNACCENTED = "unaccented"
    SHARE_OF_PLAN = "share_of_plan"
    """The name fits, and a percentage of it is a share of a plan or a change."""
    OTHER_UNIT = "other_unit"
    """The name fits, the unit is of another kind."""
    UNKNOWN_WORDS = "unknown_words"
    """A name of the record is in it, beside words that may make it another indicator."""


@cache
def confidence_of(reason: MatchReason) -> Decimal:
    """Return the confidence that goes with a reason."""
    return Decimal(words_data()["reason"][reason.value]["confidence"])


@frozen
class IndicatorMatch:
    """The indicator a name was taken for.

    Attributes:
        key: key of the record in the catalogue.
        confidence: how sure that is, from 0 to 1: 1 its own name; 0.95 the same in other words; 0.9 decided by the
            target or the line; 0.8 words more or fewer; 0.75 without accents; below `THRESHOLD` (0.7) a guess that
            gives no key. It orders matches and is no probability.
        reason: why.
        matched: the name of the record it was compared with; not compared.

    >>> import chitieu as ct
    >>> match = ct.match_indicator("GRDP", unit="%", change=ct.Change.INCREASE)
    >>> match.key, match.confidence, match.message("en")
    ('grdp_growth', Decimal('0.9'), 'decided by the target, which is a change and not a level')
    """

    key: str
    confidence: Decimal
    reason: MatchReason
    matched: str = field(default="", eq=False)

    @property
    def accepted(self) -> str | None:
        """The key, or None where the confidence is below `THRESHOLD`."""
        return self.key if self.confidence >= THRESHOLD else None

    def message(self, language: str = "en") -> str:
        """Return the reason as a sentence in English (``en``) or Vietnamese (``vi``).

        Raises:
            KeyError: there is no such language.
        """
        return str(words_data()["reason"][self.reason.value][language])


CHANGES = (Sense.GROWTH, Sense.CUT)
STRUCTURE = frozenset({"grdp_structure", "share_agri", "share_ind", "share_serv", "share_tax"})
"""Shares of the sectors: only what is said to be a share is one, since plans give the sectors' growth in percent too."""


@cache
def takes_percent() -> frozenset[str]:
    """Return the keys of growths that a percentage of what grows means."""
    return frozenset(words_data()["change"]["takes_percent"])


def match_of(entry: Entry, reason: MatchReason) -> IndicatorMatch:
    """Return the match with the record of a name."""
    return IndicatorMatch(entry.record.key, confidence_of(reason), reason, entry.name)


def less_sure(match: IndicatorMatch | None) -> IndicatorMatch | None:
    """Return a match as one with words left out."""
    if match is None or match.confidence < confidence_of(MatchReason.EXTRA_WORDS):
        return match
    return evolve(match, confidence=confidence_of(MatchReason.EXTRA_WORDS))


def one_record(found: Iterable[Entry]) -> Entry | None:
    """Return the first entry if all are of one record."""
    entries = tuple(found)
    return entries[0] if len({entry.record.key for entry in entries}) == 1 else None


def of_sense(found: Iterable[Entry], sense: Sense) -> Entry | None:
    """Return the one record of a sense; names that a scope adds win."""
    fit = [entry for entry in found if entry.sense is sense]
    return one_record([entry for entry in fit if entry.added] or fit)


def growth_of(found: Iterable[Entry]) -> Entry | None:
    """Return the record of the growth, where a percentage of the thing means its growth."""
    growth = of_sense(found, Sense.GROWTH)
    return growth if growth is not None and growth.record.key in takes_percent() else None


def changed(found: tuple[Entry, ...], aim: Aim) -> Entry | None:
    """Return the record of the change that a target sets: a growth or a cut, in percent or points."""
    if not aim.changes or not (aim.percent or aim.unit == "points"):
        return None
    cut = of_sense(found, Sense.CUT) if aim.change is Change.DECREASE else None
    return cut or (growth_of(found) if aim.percent else None)


def with_target(entry: Entry, found: tuple[Entry, ...], aim: Aim, reason: MatchReason) -> IndicatorMatch:
    """Look at the target: it may mean a sibling of the record that the name means."""
    if entry.sense not in CHANGES and aim.changes:
        counted = entry.sense is Sense.COUNT and aim.change is Change.DECREASE  # fewer households is no cut of a share
        change = None if counted else changed(found, aim)
        if change is not None:
            return match_of(change, MatchReason.CHANGE)
        if aim.percent:
            return match_of(entry, reason)
    if aim.fits(entry.record):
        return match_of(entry, reason)
    fit = one_record(other for other in found if other.sense not in CHANGES and aim.fits(other.record))
    fit = fit or (growth_of(found) if aim.percent else None)
    if fit is not None:
        return match_of(fit, MatchReason.UNIT)
    return match_of(
        entry, MatchReason.SHARE_OF_PLAN if aim.percent and entry.record.kind == "flow" else MatchReason.OTHER_UNIT
    )
