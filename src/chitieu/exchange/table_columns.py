"""The columns of the flat tables of plans: names, types, and what they hold, from ``tables.toml``.

Known without pyarrow; `arrow_schema` makes schemas of Arrow of them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import import_module, resources
from types import MappingProxyType
from typing import Any

from attrs import frozen

from chitieu.extras import needs

__all__ = ["DIGITS", "PLACES", "TABLES", "TableColumn", "TableShape", "arrow_schema", "pyarrow"]

PLACES = 9
"""Decimal places of every number column; what has more is kept as text."""
DIGITS = 38
"""Digits of every number column, places included: the most that 128 bits hold."""


@frozen
class TableColumn:
    """A column of a table.

    Attributes:
        name: its name, stable within a major version.
        type: ``text``, ``whole``, ``switch``, ``day``, ``number``, ``agencies`` or ``agency``.
        en: what it holds, in English; `vi`: in Vietnamese.
    """

    name: str
    type: str
    en: str
    vi: str


@frozen
class TableShape:
    """A table: its columns in order, and what a row is.

    Attributes:
        name: its name.
        columns: its columns; those of the plan come first.
        en: what a row is, in English; `vi`: in Vietnamese.
    """

    name: str
    columns: tuple[TableColumn, ...]
    en: str
    vi: str

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def _tables() -> Mapping[str, TableShape]:
    text = resources.files("chitieu.exchange").joinpath("tables.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    key = tuple(TableColumn(**column) for column in data.pop("key"))
    return MappingProxyType(
        {
            name: TableShape(
                name, (*key, *(TableColumn(**column) for column in table["columns"])), table["en"], table["vi"]
            )
            for name, table in data.items()
        }
    )


TABLES: Mapping[str, TableShape] = _tables()
"""The tables by name, in order: ``plans``, ``indicators``, ``targets``, ``assignments``, ``tasks``, ``references``,
``findings``."""


def pyarrow(module: str = "") -> Any:
    """Return pyarrow or a module of it.

    Args:
        module: the part behind the name, ``".parquet"``.

    Raises:
        MissingExtraError: it is not installed.
    """
    with needs("arrow", "pyarrow", "tables of plans"):
        return import_module(f"pyarrow{module}")


@cache
def arrow_schema(name: str) -> Any:
    """Return the `pyarrow.Schema` of a table; the metadata of its fields say what they hold (``en``, ``vi``).

    Args:
        name: a key of `TABLES`.

    Raises:
        KeyError: there is no such table.
        MissingExtraError: pyarrow is not installed.

    >>> arrow_schema("targets").field("value").type
    Decimal128Type(decimal128(38, 9))
    >>> arrow_schema("targets").field("unit").metadata[b"vi"].decode()
    'Đơn vị tính'
    """
    pa = pyarrow()
    table = TABLES[name]
    offset = pa.int64()
    agency = pa.struct(
        [("name", pa.string()), ("key", pa.string()), ("group", pa.bool_()), ("start", offset), ("end", offset)]
    )
    types = {
        "text": pa.string(),
        "whole": offset,
        "switch": pa.bool_(),
        "day": pa.date32(),
        "number": pa.decimal128(DIGITS, PLACES),
        "agency": agency,
        "agencies": pa.list_(agency),
    }
    fields = [
        pa.field(column.name, types[column.type], metadata={"en": column.en, "vi": column.vi})
        for column in table.columns
    ]
    return pa.schema(fields, metadata={"name": name, "en": table.en, "vi": table.vi})
