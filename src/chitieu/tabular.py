"""Flat tables of plans, ready for pandas, polars, DuckDB and Parquet (extra ``arrow``)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from chitieu.errors import NumberTypeError
from chitieu.exchange.arrow import PlanSource, arrow_tables
from chitieu.exchange.csv_tables import CsvDialect, write_csv_tables
from chitieu.findings import Finding
from chitieu.plan import Plan

__all__ = ["Plans", "listed", "tables", "write_csv"]

Plans: TypeAlias = Plan | PlanSource | Iterable[Plan | PlanSource]
"""A plan, several, or the rows of `read_plans`."""


def tables(plans: Plans, *, findings: Iterable[Finding] | None = None, first: int = 0) -> dict[str, Any]:
    """Return plans as flat tables: ``plans``, ``indicators``, ``targets``, ``assignments``, ``tasks``, ``references``, ``findings``.

    The columns have names and types that stay as they are within a major version; every field says in its metadata what
    it holds, in English (``en``) and Vietnamese (``vi``). Numbers are decimals of 38 digits, 9 of them behind the
    comma, and beside each stands a column with its digits as written; what does not fit is there as text.

    Args:
        plans: a plan; several; or the rows of `read_plans`, where a file that could not be read becomes a row of the
            table ``plans`` with its error.
        findings: what a check of one plan found, if you have it; None checks each plan here. Of several plans, a finding
            goes to the plan whose number it names.
        first: place of the first plan (column ``plan``), where many plans are put into tables some at a time.

    Returns:
        A `pyarrow.Table` by name. Tables without rows have all their columns.

    Raises:
        MissingExtraError: pyarrow is not installed.
        NumberTypeError: the name of a file or folder was given, or something else that is no plan.

    >>> import chitieu as ct
    >>> tables = ct.tables(ct.read_plan("examples/ke-hoach-song-hau-2026.txt"))
    >>> tables["targets"].select(["name", "bound", "value", "unit"]).slice(0, 1).to_pylist()
    [{'name': 'Tổng sản phẩm trên địa bàn (GRDP)', 'bound': 'at_least', 'value': Decimal('9.500000000'), 'unit': '%'}]
    """
    return arrow_tables(_checked(listed(plans), None if findings is None else tuple(findings)), first=first)


def write_csv(
    plans: Plans | Mapping[str, Any],
    folder: str | os.PathLike[str],
    *,
    dialect: CsvDialect = "plain",
) -> tuple[Path, ...]:
    """Write plans as CSV files, one for each table of `tables`; return their paths.

    The files are UTF-8 with its mark, so that Excel shows the accents. A text that a spreadsheet program would run as a
    formula gets an apostrophe before it. Lists (``agency_list``) are JSON.

    Args:
        plans: as `tables` takes them, or the tables themselves.
        folder: made if it is not there; files of the same names are replaced.
        dialect: ``"plain"`` for commas and decimal points; ``"excel-vi"`` for semicolons and decimal commas.

    Raises:
        MissingExtraError: pyarrow is not installed.
        WriteError: a file cannot be written.

    >>> import tempfile
    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> paths = ct.write_csv(plan, tempfile.mkdtemp(), dialect="excel-vi")
    >>> [path.name for path in paths][:3]
    ['plans.csv', 'indicators.csv', 'targets.csv']
    """
    given: Any = plans if isinstance(plans, Mapping) else tables(plans)
    return write_csv_tables(given, folder, dialect=dialect)


def listed(plans: Plans) -> Iterator[Plan | PlanSource]:
    """Yield plans and rows one by one, however they are given.

    Args:
        plans: as `tables` takes them.

    Raises:
        NumberTypeError: one is neither; a path, for a start.
    """
    one = isinstance(plans, Plan) or hasattr(plans, "plan")
    if isinstance(plans, (str, os.PathLike)) or not (one or isinstance(plans, Iterable)):
        raise NumberTypeError("plans.given", found=type(plans).__name__)
    given: Iterable[Any] = [plans] if one else plans  # type: ignore[assignment]
    for item in given:
        if not isinstance(item, Plan) and not hasattr(item, "plan"):
            raise NumberTypeError("plans.given", found=type(item).__name__)
        yield item


def _checked(
    plans: Iterable[Plan | PlanSource], findings: tuple[Finding, ...] | None
) -> Iterator[tuple[Plan | PlanSource, Iterable[Finding]]]:
    from chitieu.checking import check  # noqa: PLC0415  (the rules are loaded only to check)

    for source in plans:
        plan = source if isinstance(source, Plan) else source.plan
        if plan is None:
            yield source, ()
        elif findings is None:
            yield source, check(plan)
        else:
            yield source, [one for one in findings if one.plan in (None, plan.number)]
