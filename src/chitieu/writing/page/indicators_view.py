"""Indicators on the page: one row for each target, with its result beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from chitieu.plan import Plan, PlannedIndicator, Relation
from chitieu.text import Span
from chitieu.writing.page.results import Result, Results

__all__ = ["IndicatorView", "RowView", "indicators_view"]

_DEEPEST = 3  # steps of indent; deeper parts stand under one another


@frozen
class RowView:
    """One target of an indicator with its result; an indicator without targets has one row all the same.

    Attributes:
        number: the number of the line, on its first row.
        name: what is measured; `depth`: how deep it is inside the line.
        relation: how it stands to the line (``trong đó``), on the first of its kind.
        target: the target as plans write it; empty where there is none.
        result: what was reached; None where the page shows no results, or there is no target.
    """

    number: str
    name: str
    depth: int
    relation: str
    target: str
    result: Result | None


@frozen
class IndicatorView:
    """A line of indicators: its rows, and the ratings among them for the filter."""

    id: str
    rows: tuple[RowView, ...]
    ratings: str
    span: Span | None


def _walk(item: PlannedIndicator) -> Iterator[tuple[PlannedIndicator, int, Relation | None]]:
    """Yield an indicator and its parts with their depth, and how each stands to the line where that changes."""
    waiting: list[tuple[PlannedIndicator, int, Relation | None]] = [(item, 0, None)]
    while waiting:  # parts may be nested as deep as a file likes
        indicator, depth, relation = waiting.pop()
        yield indicator, depth, relation
        said: Relation | None = None
        parts: list[tuple[PlannedIndicator, int, Relation | None]] = []
        for part in indicator.parts:
            parts.append((part, depth + 1, part.relation if part.relation is not said else None))
            said = part.relation
        waiting.extend(reversed(parts))


def _rows(item: PlannedIndicator, results: Results, words: Mapping[str, Any]) -> Iterator[RowView]:
    relations = {Relation.PART: words["part"], Relation.BESIDE: words["beside"]}
    for indicator, depth, relation in _walk(item):
        said = relations.get(relation, "") if relation else ""
        indent = min(depth, _DEEPEST)
        if not indicator.targets:
            yield RowView(indicator.number or "", indicator.name, indent, said, "", None)
        for at, target in enumerate(indicator.targets):
            number = (indicator.number or "") if at == 0 else ""
            relation_said = said if at == 0 else ""
            yield RowView(number, indicator.name, indent, relation_said, str(target), results.of(indicator, at))


def indicators_view(plan: Plan, results: Results, words: Mapping[str, Any]) -> tuple[IndicatorView, ...]:
    """Return the lines of indicators as the page shows them.

    Args:
        plan: the plan.
        results: what was reached, by target.
        words: the words of the page.
    """
    lines: list[IndicatorView] = []
    for at, item in enumerate(plan.indicators, 1):
        rows = tuple(_rows(item, results, words))
        ratings = dict.fromkeys(row.result.rating for row in rows if row.result)
        lines.append(IndicatorView(f"i{at}", rows, " ".join(ratings), item.span))
    return tuple(lines)
