"""Plans as tables of Arrow and back; from there to pandas, polars, DuckDB and Parquet.

`chitieu.tabular.tables` is the way in: it also checks the plans. The schemas are in `chitieu.exchange.table_columns`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from chitieu.exchange.table_columns import TABLES, arrow_schema, pyarrow
from chitieu.exchange.table_rows import Row, described, finding_rows, key_of, plan_rows
from chitieu.findings import Finding
from chitieu.plan import Plan

__all__ = ["PlanSource", "arrow_tables"]


class PlanSource(Protocol):
    """What became of a file: `chitieu.PlanRow`."""

    @property
    def path(self) -> Any:
        """The file."""

    @property
    def plan(self) -> Plan | None:
        """Its plan, if it could be read."""

    @property
    def error(self) -> Exception | None:
        """Why it could not."""


def arrow_tables(plans: Iterable[tuple[Plan | PlanSource, Iterable[Finding]]], *, first: int = 0) -> dict[str, Any]:
    """Return the tables of plans with their findings.

    Args:
        plans: each plan, or what became of its file, and what a check found in it.
        first: place of the first of them, where they are some of many (column ``plan``).

    Raises:
        MissingExtraError: pyarrow is not installed.

    >>> tables = arrow_tables([(Plan(number="1/KH-UBND"), ())])
    >>> tables["plans"].column("plan_number").to_pylist(), tables["targets"].num_rows
    (['1/KH-UBND'], 0)
    """
    pa = pyarrow()
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for place, (source, findings) in enumerate(plans, first):
        plan = source if isinstance(source, Plan) else source.plan
        key = key_of(place, plan)
        rows["plans"].append((*key, *_header(source, plan)))
        if plan is None:
            continue
        for name, found in plan_rows(plan).items():
            rows[name] += [(*key, *row) for row in found]
        rows["findings"] += [(*key, *row) for row in finding_rows(findings)]
    return {name: _table(pa, name, found) for name, found in rows.items()}


def _header(source: Plan | PlanSource, plan: Plan | None) -> Row:
    path = None if isinstance(source, Plan) else source.path
    error = None if isinstance(source, Plan) or source.error is None else str(source.error)
    if plan is None:
        return (*[None] * 8, None if path is None else str(path), error)
    return (*described(plan, path), error)


def _table(pa: Any, name: str, rows: list[Row]) -> Any:
    schema = arrow_schema(name)
    if not rows:
        return schema.empty_table()
    columns = zip(*rows, strict=True)
    arrays = [_array(pa, column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _array(pa: Any, column: tuple[Any, ...], kind: Any) -> Any:
    try:
        return pa.array(column, kind)
    except UnicodeEncodeError:  # lone surrogates, which no encoding has
        return pa.array([_encodable(value) for value in column], kind)


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_encodable(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _encodable(one) for key, one in value.items()}
    return value
