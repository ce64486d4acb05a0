"""Plans as rows of flat tables, one function for each table; the columns are those of ``tables.toml``.

A row is a tuple in the order of the columns behind those of the plan. Nothing here knows Arrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Context, Decimal
from typing import Any

from chitieu.agencies.agency import Agency
from chitieu.documents.references import Reference
from chitieu.exchange.table_columns import DIGITS, PLACES
from chitieu.findings import Finding
from chitieu.plan import Plan, PlannedIndicator
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Target
from chitieu.text import Span
from chitieu.work.tasks import Assignment, Task

__all__ = ["Row", "base_text", "described", "finding_rows", "fitting", "key_of", "plan_rows"]

_CONTEXT = Context(prec=2 * DIGITS)
_STEP = Decimal(1).scaleb(-PLACES)
_MOST_DIGITS = 1000
"""Digits of an amount in the base unit that is written out; a number beyond has its own digits only."""
_LEAST, _MOST = -(2**63), 2**63 - 1

Row = tuple[Any, ...]


def fitting(value: Decimal) -> Decimal | None:
    """Return a number with the places of a number column, if that holds it exactly, else None.

    >>> fitting(Decimal("53.90")), fitting(Decimal("0.0000000001"))
    (Decimal('53.900000000'), None)
    """
    if value and value.adjusted() >= DIGITS - PLACES:
        return None
    placed = value.quantize(_STEP, context=_CONTEXT)
    return placed if placed == value else None


def base_text(quantity: Quantity) -> tuple[Decimal | None, str | None]:
    """Return the amount in the base unit as a number, where it fits, and as text: digits, or a fraction.

    >>> base_text(Quantity(28, "nghìn tỷ đồng"))
    (Decimal('28000000000000.000000000'), '28000000000000')
    >>> base_text(Quantity(1, "%"))[1]
    '0.01'
    """
    if abs(quantity.value.adjusted()) > _MOST_DIGITS or len(quantity.value.as_tuple().digits) > _MOST_DIGITS:
        return None, None
    amount = quantity.amount
    places = _places(amount.denominator)
    if places is None:
        return None, f"{amount.numerator}/{amount.denominator}"
    number = Decimal(int(amount * 10**places)).scaleb(-places, Context(prec=4 * _MOST_DIGITS))
    return fitting(number), f"{number:f}"


def _places(denominator: int) -> int | None:
    """Return how many decimal places a fraction takes; None where no number of them is enough."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None


def key_of(place: int, plan: Plan | None) -> Row:
    """Return the columns that open every row of a plan: its place in the input, and what names it."""
    if plan is None:
        return (place, *[None] * 6)
    period = str(plan.period) if plan.period else None
    return place, plan.number, plan.issued, plan.issuer, plan.province, plan.area.id if plan.area else None, period


def plan_rows(plan: Plan) -> Mapping[str, list[Row]]:
    """Return the rows of all tables but ``plans`` and ``findings``."""
    rows: dict[str, list[Row]] = {name: [] for name in ("indicators", "targets", "assignments", "tasks", "references")}
    for item in plan.indicators:
        _indicator(rows, item, None)
    sections = [("assignments", section) for section in plan.assignments]
    sections += [("implementation", section) for section in plan.implementation]
    for part, section in sections:
        _assignment(rows, part, section)
    for where, references in (("bases", plan.bases), ("cited", plan.cited)):
        rows["references"] += _references(where, None, references)
    return rows


def _indicator(rows: Mapping[str, list[Row]], first: PlannedIndicator, parent: int | None) -> None:
    """Add an indicator and all its parts, depth first, however deep they nest."""
    waiting: list[tuple[PlannedIndicator, int | None]] = [(first, parent)]
    while waiting:
        item, inside = waiting.pop()
        place = len(rows["indicators"])
        match = item.match
        matched = (match.key, fitting(match.confidence), match.reason.value, match.matched) if match else (None,) * 4
        shown = " và ".join(map(str, item.targets)) or None
        rows["indicators"].append(
            (place, inside, item.number, item.name, item.indicator, item.relation.value, item.kind.value, shown,
             *matched, item.text, *_offsets(item.span))
        )  # fmt: skip
        named = (item.number, item.name, item.indicator, item.kind.value)
        rows["targets"].extend((place, None, at, *named, *_target(target)) for at, target in enumerate(item.targets))
        waiting += [(part, place) for part in reversed(item.parts)]


def _assignment(rows: Mapping[str, list[Row]], part: str, section: Assignment) -> None:
    place = len(rows["assignments"])
    rows["assignments"].append(
        (place, part, section.number, section.heading, _joined(section.agencies), _agencies(section.agencies),
         *_offsets(section.span))
    )  # fmt: skip
    for task in section.tasks:
        _task(rows, part, place, task)


def _task(rows: Mapping[str, list[Row]], part: str, section: int, task: Task) -> None:
    place = len(rows["tasks"])
    rows["tasks"].append(
        (place, section, part, task.text, task.role.value, _joined(task.lead), _joined(task.cooperating),
         None if task.due is None else str(task.due), task.last_day, task.product, _agencies(task.lead),
         _agencies(task.cooperating), _agency(task.assigner) if task.assigner else None, *_offsets(task.span))
    )  # fmt: skip
    rows["targets"].extend(
        (None, place, at, None, None, None, None, *_target(target)) for at, target in enumerate(task.targets)
    )
    rows["references"].extend(_references("task", place, task.references))


def _target(target: Target) -> Row:
    quantity = target.quantity
    unit = quantity.unit
    return (
        str(target), target.bound.value, target.change.value, fitting(quantity.value), str(quantity.value), unit.label,
        unit.kind.value, unit.dimension, *base_text(quantity), *_other(target.upper), *_other(target.total),
        *_offsets(target.span),
    )  # fmt: skip


def _other(quantity: Quantity | None) -> Row:
    if quantity is None:
        return None, None, None
    return fitting(quantity.value), str(quantity.value), quantity.unit.label


def _references(where: str, task: int | None, references: Iterable[Reference]) -> Iterator[Row]:
    for at, one in enumerate(references):
        yield (
            where, task, at, one.number, one.kind, one.date, one.issuer, one.family.value, whole(one.term),
            one.relation.value, one.subject, *_offsets(one.span),
        )  # fmt: skip


def finding_rows(findings: Iterable[Finding]) -> Iterator[Row]:
    """Yield the rows of the table ``findings``."""
    for one in findings:
        yield (
            one.code, one.severity.value, one.message, one.message_vi, one.about, one.quote, whole(one.line), whole(one.column),
            *_offsets(one.span),
        )  # fmt: skip


def described(plan: Plan, path: object = None) -> Row:
    """Return the row of a plan in the table ``plans``, but for its error."""
    days: tuple[date | None, date | None] = (plan.period.start, plan.period.end) if plan.period else (None, None)
    indicators = [one for item in plan.indicators for one in item.walk()]
    tasks = sum(len(section.tasks) for section in (*plan.assignments, *plan.implementation))
    return (
        plan.title, plan.place, *days, plan.signatory.name if plan.signatory else None, len(indicators),
        sum(len(one.targets) for one in indicators), tasks, None if path is None else str(path),
    )  # fmt: skip


def whole(number: int | None) -> int | None:
    """Return a number that 64 bits hold; others, which no document has, as None."""
    return number if number is not None and _LEAST <= number <= _MOST else None


def _offsets(span: Span | None) -> Row:
    return (whole(span.start), whole(span.end)) if span else (None, None)


def _joined(agencies: Iterable[Agency]) -> str | None:
    return "; ".join(agency.name for agency in agencies) or None


def _agencies(agencies: Iterable[Agency]) -> list[dict[str, Any]]:
    return [_agency(agency) for agency in agencies]


def _agency(agency: Agency) -> dict[str, Any]:
    start, end = _offsets(agency.span)
    return {"name": agency.name, "key": agency.key, "group": agency.group, "start": start, "end": end}
