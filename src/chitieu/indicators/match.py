"""Which indicator of the catalogue a name in a plan means, how sure that is, and why.

A name is taken apart (`chitieu.indicators.words`) and looked up by what it measures; the sense it is measured in
(*tỷ lệ*, *tốc độ tăng*, *số*) tells records apart that measure the same thing. Where the name does not say it, the
target's unit and change do, then the line it is a part of. What is left undecided stays without a key: a wrong key is
worse than none.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from attrs import evolve

from chitieu.indicators.aim import aim_of
from chitieu.indicators.found import THRESHOLD, IndicatorMatch, MatchReason, confidence_of
from chitieu.indicators.mending import mended
from chitieu.indicators.query import Query
from chitieu.indicators.records import Catalogue, catalogue
from chitieu.indicators.words import LONGEST_NAME
from chitieu.targets.target import Change, Target
from chitieu.units import Unit

__all__ = ["THRESHOLD", "IndicatorMatch", "MatchReason", "match_indicator", "match_target", "resolve_indicator"]


@lru_cache(maxsize=4096)
def _matched(query: Query, known: Catalogue) -> IndicatorMatch | None:
    match = query.look_up(known, accents=True)
    if (match is None or not match.accepted) and query.name.isascii() and " " in query.name.strip():
        bare = query.look_up(known, accents=False)
        if bare is not None and bare.accepted:
            reason = MatchReason.UNACCENTED
            return evolve(bare, confidence=min(bare.confidence, confidence_of(reason)), reason=reason)
    elif match is None or not match.accepted:
        return _misspelt(query, known) or match
    return match


def _misspelt(query: Query, known: Catalogue) -> IndicatorMatch | None:
    """Look a name up with the marks of its letters put right, where all ways to do so mean one record."""
    found = [evolve(query, name=name).look_up(known, accents=True) for name in mended(query.name, known)]
    sure = [match for match in found if match is not None and match.accepted]
    if len({match.key for match in sure}) != 1:
        return None
    reason = MatchReason.UNACCENTED
    return evolve(sure[0], confidence=min(sure[0].confidence, confidence_of(reason)), reason=reason)


def match_indicator(
    name: str, *, unit: Unit | str | None = None, change: Change | None = None, within: str | None = None
) -> IndicatorMatch | None:
    """Return the indicator that a name means, with the confidence and the reason, or None.

    Accents may be missing as a whole or be misplaced in a word or two, spelling, case and order of words do not matter, nor does what says when and
    where. Time grows with the name; a name of more than 400 characters is none.

    Args:
        name: the name, as a plan writes it.
        unit: the unit of its target; tells a count from a share, an amount from a growth. Where the name alone is that of one
            indicator and the unit would make it another with words left over, the name counts, with a confidence of 0.5.
        change: whether the target is a level or a change.
        within: key of the indicator of the line that the name is a part of; where it has none, the line's name.

    >>> import chitieu as ct
    >>> ct.match_indicator("Tỉ lệ người dân tham gia BHYT năm 2026").key
    'hi'
    >>> ct.match_indicator("khu vực I", within="grdp_structure").key, ct.match_indicator("khu vực I", within="grdp_growth").key
    ('share_agri', 'growth_agri')
    >>> ct.match_indicator("Hộ nghèo", unit="hộ").key, ct.match_indicator("Hộ nghèo", unit="%").key
    ('poor_households', 'poor')
    >>> ct.match_indicator("Số hầm biogas") is None
    True
    """
    if len(name) > LONGEST_NAME:
        return None
    known = catalogue()
    match = _matched(Query(name, aim_of(unit, change), within), known)
    if match is not None and match.reason is MatchReason.EXTRA_WORDS and unit is not None:
        named = _matched(Query(name, aim_of(None, None), within), known)
        if named is not None and named.key != match.key and named.confidence >= _NAMED:
            reason = MatchReason.OTHER_UNIT  # a name with nothing left over says more than a unit that may be a slip
            return evolve(named, confidence=confidence_of(reason), reason=reason)
    return match


_NAMED = Decimal("0.95")
"""Of that confidence is a name that differs from that of the catalogue in its wording only."""


def match_target(name: str, target: Target | None, within: str | None = None) -> IndicatorMatch | None:
    """Return the indicator that the name of a target means: `match_indicator` with the target's unit and change."""
    if not name:
        return None
    if target is None:
        return match_indicator(name, within=within)
    return match_indicator(name, unit=target.quantity.unit, change=target.change, within=within)


def resolve_indicator(name: str) -> str | None:
    """Return the key of the indicator a name means, or None if no record fits.

    It is `match_indicator` for a name alone: the key where the confidence is enough.

    >>> resolve_indicator("Tỷ lệ đô thị hoá")
    'urban'
    >>> resolve_indicator("Số hầm biogas") is None
    True
    """
    match = match_indicator(name)
    return match.accepted if match else None
