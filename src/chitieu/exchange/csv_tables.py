"""Tables of plans as CSV files that open with a double click: UTF-8 with its mark, and no cell that could be run."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, TypeAlias

from attrs import frozen

from chitieu.atomic import atomic_write, make_folder
from chitieu.exchange.safe_cells import safe_text
from chitieu.exchange.table_columns import TABLES

__all__ = ["CsvDialect", "write_csv_tables"]

CsvDialect: TypeAlias = Literal["plain", "excel-vi"]
"""``plain``: commas and decimal points; ``excel-vi``: semicolons and decimal commas, as Excel in Vietnamese expects."""


@frozen
class _Dialect:
    delimiter: str
    point: str


_DIALECTS: Mapping[str, _Dialect] = {"plain": _Dialect(",", "."), "excel-vi": _Dialect(";", ",")}


def write_csv_tables(
    tables: Mapping[str, Any], folder: str | os.PathLike[str], *, dialect: CsvDialect = "plain"
) -> tuple[Path, ...]:
    """Write one CSV file a table into a folder; return their paths.

    Args:
        tables: tables of Arrow by name, as `tables` gives them.
        folder: made if it is not there; files of the same names are replaced.
        dialect: see `CsvDialect`.

    Raises:
        WriteError: a file cannot be written.
        ValueError: there is no such dialect.
    """
    if dialect not in _DIALECTS:
        message = f"unknown dialect {dialect!r}; there are {', '.join(map(repr, _DIALECTS))}"
        raise ValueError(message)
    form = _DIALECTS[dialect]
    home = make_folder(folder)
    return tuple(_write(home / f"{name}.csv", name, table, form) for name, table in tables.items())


def _write(path: Path, name: str, table: Any, form: _Dialect) -> Path:
    kinds = {column.name: column.type for column in TABLES[name].columns} if name in TABLES else {}
    names: list[str] = table.column_names
    with atomic_write(path, "w") as file:
        file.write("\ufeff")
        writer = csv.writer(file, delimiter=form.delimiter, lineterminator="\r\n")
        writer.writerow(names)
        for batch in table.to_batches(max_chunksize=10_000):
            columns: Iterable[Iterable[Any]] = (column.to_pylist() for column in batch.columns)
            for row in zip(*columns, strict=True):
                writer.writerow(
                    [_cell(kinds.get(key, ""), key, value, form) for key, value in zip(names, row, strict=True)]
                )
    return path


def _cell(kind: str, name: str, value: Any, form: _Dialect) -> str:
    if value is None:
        return ""
    if kind == "text" and name.endswith("_text"):  # digits as written: Excel would take 9.5 for a day of May
        return safe_text(value.replace(".", form.point))
    return _WRITERS.get(type(value), _other)(value, form)


def _number(value: Decimal, form: _Dialect) -> str:
    digits = f"{value:f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return digits.replace(".", form.point)


def _other(value: Any, _form: _Dialect) -> str:
    return safe_text(json.dumps(value, ensure_ascii=False))


_WRITERS: Mapping[type, Callable[[Any, _Dialect], str]] = {
    str: lambda text, _: safe_text(text),
    int: lambda number, _: str(number),
    date: lambda day, _: day.isoformat(),
    Decimal: _number,
}
