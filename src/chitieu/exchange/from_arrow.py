"""Plans from tables of Arrow: the parts of a plan that tables hold without loss."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import attrs

from chitieu.agencies.agency import Agency
from chitieu.documents.citing import DocumentRelation
from chitieu.documents.references import Reference, ReferenceFamily
from chitieu.errors import ChitieuError, DocumentError
from chitieu.exchange.table_columns import TABLES
from chitieu.exchange.values import (
    ValueFaultError,
    read_choice,
    read_decimal,
    read_due,
    read_period,
    read_unit,
    reason_of,
)
from chitieu.indicators.match import IndicatorMatch, MatchReason
from chitieu.plan import Plan, PlannedIndicator, Relation, TargetKind
from chitieu.quantities.quantity import Quantity
from chitieu.reasons import Reason
from chitieu.targets.target import Bound, Change, Target
from chitieu.text import Span
from chitieu.work.tasks import Assignment, Role, Task

__all__ = ["plans_from_tables"]

Row = dict[str, Any]
T = TypeVar("T")
_NEEDED = ("plans", "indicators", "targets", "assignments", "tasks", "references")


def plans_from_tables(tables: Mapping[str, Any]) -> tuple[Plan, ...]:
    """Return the plans that flat tables hold, in order.

    Number, issuer, place, day, title, period and province; indicators with targets and parts; sections, tasks and
    references come back as they were, spans and digits included. Signatures, recipients, reporting, appendices, footnotes
    and the spans of the header are not in tables: JSON keeps them. A lone surrogate has become a replacement character.

    Args:
        tables: as `tables` gives them; the rows may stand in any order, and the columns may be those of a Parquet file.

    Raises:
        DocumentError: a table or a column is missing, or a value cannot be; ``path`` names table and row.

    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> again, = ct.plans_from_tables(ct.tables(plan))
    >>> again.indicators == plan.indicators, again.assignments == plan.assignments
    (True, True)
    """
    rows = {name: _Rows(name, _listed(tables, name)) for name in _NEEDED}
    targets = rows["targets"].grouped(_target, "indicator", "task")
    references = rows["references"].grouped(_reference, "where", "task")
    tasks = rows["tasks"].grouped(
        lambda row: attrs.evolve(
            _task(row),
            targets=targets[row["plan"], None, row["task"]],
            references=references[row["plan"], "task", row["task"]],
        ),
        "assignment",
        order="task",
    )
    sections = rows["assignments"].grouped(
        lambda row: attrs.evolve(_assignment(row), tasks=tasks[row["plan"], row["assignment"]]),
        "part",
        order="assignment",
    )
    indicators = _indicators(rows["indicators"], targets)

    def plan(row: Row) -> Plan:
        place = row["plan"]
        return Plan(
            number=row["plan_number"],
            issuer=row["plan_issuer"],
            place=row["place"],
            issued=row["plan_issued"],
            title=row["title"],
            period=read_period(row["period"]) if row["period"] else None,
            bases=references[place, "bases", None],
            indicators=indicators[place],
            assignments=sections[place, "assignments"],
            implementation=sections[place, "implementation"],
            province=row["province"] or "standard",
            cited=references[place, "cited", None],
        )

    made = rows["plans"].grouped(lambda row: plan(row) if row["error"] is None else None, order="plan")
    return tuple(one for place in sorted(made) for one in made[place] if one is not None)


def _listed(tables: Mapping[str, Any], name: str) -> list[Row]:
    if name not in tables:
        raise DocumentError("document.schema", path=name, reason=Reason("document.table"))
    missing = [column for column in TABLES[name].names if column not in tables[name].column_names]
    if missing:
        raise DocumentError("document.schema", path=name, reason=Reason("document.column", {"column": missing[0]}))
    listed: list[Row] = tables[name].to_pylist()
    return listed


class _Rows:
    """The rows of one table."""

    def __init__(self, name: str, rows: list[Row]) -> None:
        self.name, self.rows = name, rows

    def grouped(self, make: Callable[[Row], T], *by: str, order: str = "place") -> defaultdict[Any, tuple[T, ...]]:
        """Make a value of each row and put it with those of the same plan and columns, in order."""
        found: defaultdict[Any, list[tuple[int, T]]] = defaultdict(list)
        for at, row in enumerate(self.rows):
            key = (row["plan"], *(row[column] for column in by)) if by else row["plan"]
            found[key].append((row[order] or 0, self.made(at, row, make)))
        ordered = {key: tuple(value for _, value in sorted(pairs, key=_first)) for key, pairs in found.items()}
        return defaultdict(tuple, ordered)

    def made(self, at: int, row: Row, make: Callable[[Row], T]) -> T:
        """Make a value of one row; what is wrong with it is said with its place."""
        try:
            return make(row)
        except (ChitieuError, ValueError, TypeError, KeyError) as error:
            raise DocumentError("document.schema", path=f"{self.name}[{at}]", reason=reason_of(error)) from error


def _first(pair: tuple[int, Any]) -> int:
    return pair[0]


def _indicators(
    rows: _Rows, targets: Mapping[Any, tuple[Target, ...]]
) -> defaultdict[Any, tuple[PlannedIndicator, ...]]:
    """Put the parts into their indicators, the last rows first: a part stands behind what it is part of."""
    parts: defaultdict[Any, list[PlannedIndicator]] = defaultdict(list)
    ordered = sorted(enumerate(rows.rows), key=lambda pair: pair[1]["indicator"] or 0, reverse=True)
    for at, row in ordered:
        place, own, parent = row["plan"], row["indicator"], row["parent"]
        if parent is not None and (own is None or parent >= own):
            raise DocumentError("document.schema", path=f"{rows.name}[{at}]", reason=Reason("document.order"))
        item = attrs.evolve(
            rows.made(at, row, _indicator),
            targets=targets[place, own, None],
            parts=tuple(reversed(parts.pop((place, own), []))),
        )
        parts[place, parent].append(item)
    return defaultdict(
        tuple, {place: tuple(reversed(found)) for (place, parent), found in parts.items() if parent is None}
    )


def _indicator(row: Row) -> PlannedIndicator:
    match = None
    if row["match_key"] is not None:
        confidence = row["match_confidence"]
        match = IndicatorMatch(
            row["match_key"],
            confidence.normalize(),
            read_choice(row["match_reason"], MatchReason),
            row["match_name"] or "",
        )
    return PlannedIndicator(
        row["name"],
        row["number"],
        row["key"],
        relation=read_choice(row["relation"], Relation),
        kind=read_choice(row["kind"], TargetKind),
        match=match,
        text=row["text"] or "",
        span=_span(row),
    )


def _target(row: Row) -> Target:
    first = _quantity(row, "value", "unit")
    if first is None:
        raise ValueFaultError("document.key_missing", key="value_text")
    return Target(
        first,
        read_choice(row["bound"], Bound),
        read_choice(row["change"], Change),
        _quantity(row, "upper", "upper_unit"),
        _quantity(row, "total", "total_unit"),
        _span(row),
    )


def _quantity(row: Row, name: str, unit: str) -> Quantity | None:
    digits = row[f"{name}_text"]
    return None if digits is None else Quantity(read_decimal(digits), read_unit(row[unit]))


def _assignment(row: Row) -> Assignment:
    return Assignment(row["heading"], row["number"], _agencies(row["agency_list"]), span=_span(row))


def _task(row: Row) -> Task:
    return Task(
        row["text"],
        read_choice(row["role"], Role),
        _agencies(row["lead_list"]),
        _agencies(row["cooperating_list"]),
        read_due(row["due"]),
        row["product"],
        span=_span(row),
        assigner=_agency(row["assigner"]) if row["assigner"] else None,
    )


def _reference(row: Row) -> Reference:
    return Reference(
        row["number"],
        row["kind"],
        row["date"],
        row["issuer"],
        read_choice(row["family"], ReferenceFamily),
        _span(row),
        row["term"],
        read_choice(row["relation"], DocumentRelation),
        row["subject"],
    )


def _agencies(rows: Iterable[Row] | None) -> tuple[Agency, ...]:
    return tuple(_agency(row) for row in rows or ())


def _agency(row: Row) -> Agency:
    return Agency(row["name"], row["key"], row["group"], _span(row))


def _span(row: Row) -> Span | None:
    return None if row["start"] is None else Span(row["start"], row["end"])
