"""Several observations of one thing: an order of their own, and which of them counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chitieu.monitoring.observations import Observation
from chitieu.reasons import Reason

__all__ = ["choose", "in_order"]


def in_order(observations: Iterable[Observation]) -> list[Observation]:
    """Return observations in an order of their own, whatever order they came in."""
    return sorted(observations, key=lambda item: (item.indicator, item.period, -item.status.rank, _whole(item)))


def _whole(item: Observation) -> tuple[str, ...]:
    official = item.official.name if item.official else ""
    amounts = (str(end.amount) if end else "" for end in (item.value, item.upper))
    return (item.agency or "", item.source, item.area or "", *amounts, item.shown, official, item.note)


def choose(candidates: Sequence[Observation]) -> tuple[Observation | None, dict[int, Reason]]:
    """Return which of several observations of one thing and period counts, and why others do not.

    The surest status counts. Of equals that say the same the first in their own order does; equals that differ leave
    nothing to choose.

    Returns:
        The observation, None if there is none or equals differ; reasons by the number of the candidate.
    """
    given = [at for at, item in enumerate(candidates) if item.reported] or list(range(len(candidates)))
    reasons = {at: Reason("observation.empty") for at in set(range(len(candidates))).difference(given)}
    best = max((candidates[at].status.rank for at in given), default=0)
    first: int | None = None
    for at in given:
        item = candidates[at]
        if item.status.rank < best:
            continue
        if first is None:
            first = at
        elif _same(item, candidates[first]):
            reasons[at] = Reason("observation.duplicate", {"source": candidates[first].source or "-"})
        else:
            conflict = Reason("observation.conflict", {"values": _values(candidates[i] for i in given)})
            return None, {**reasons, **dict.fromkeys(given, conflict)}
    for at in given:
        if first is not None and candidates[at].status.rank < best:
            winner = candidates[first]
            reasons[at] = Reason("observation.revised", {"value": winner.shown, "status": winner.status.value})
    return (None if first is None else candidates[first]), reasons


def _same(left: Observation, right: Observation) -> bool:
    return (left.value, left.upper, left.words) == (right.value, right.upper, right.words)


def _values(items: Iterable[Observation]) -> str:
    return "; ".join(
        dict.fromkeys(f"{item.shown} ({item.agency or item.source or item.status.value})" for item in items)
    )
