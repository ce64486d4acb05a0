"""What a percentage behind an amount is a share of: of GRDP, or of all that could be counted."""

from __future__ import annotations

from chitieu.indicators.match import IndicatorMatch, MatchReason, match_target
from chitieu.targets.target import Change, Target
from chitieu.units import UnitKind

__all__ = ["is_share_of_counted", "share_of_grdp"]


def share_of_grdp(match: IndicatorMatch | None, of_grdp: IndicatorMatch | None) -> IndicatorMatch | None:
    """Return what a name means of which a percentage of GRDP is given: no share of its plan.

    Args:
        match: what the name means.
        of_grdp: what it means with *so với GRDP* behind it.
    """
    if of_grdp is not None and of_grdp.accepted:
        return of_grdp
    return None if match is not None and match.reason is MatchReason.SHARE_OF_PLAN else match


def is_share_of_counted(name: str, counted: Target, target: Target) -> bool:
    """Whether a percentage is the share of what was just counted, and the catalogue has that share.

    ``còn 9.604 hộ nghèo, chiếm 3,14%`` are two indicators, ``12 dự án, đạt 80% kế hoạch`` is one.

    Args:
        name: the name of what is counted.
        counted: the count.
        target: the percentage behind it.
    """
    unit = counted.quantity.unit
    if unit.kind is not UnitKind.COUNT or "/" in unit.label or target.change is not Change.LEVEL:
        return False
    share, count = match_target(f"{name} chiếm", target), match_target(name, counted)
    return share is not None and share.accepted is not None and (count is None or count.key != share.key)
