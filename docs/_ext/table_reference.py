"""Writes the columns of the flat tables into a page, from the file that holds them.

The page has the line `PLACE`; when Sphinx reads the page, `reference()` takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import TYPE_CHECKING

from chitieu.exchange.table_columns import DIGITS, PLACES, TABLES, TableColumn

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["PLACE", "reference", "setup"]

PLACE = "<!-- the tables, from their columns -->"
"""The line of a page that the tables take the place of."""

_ARROW = {
    "text": "string",
    "whole": "int64",
    "switch": "bool",
    "day": "date32",
    "number": f"decimal128({DIGITS}, {PLACES})",
    "agency": "struct",
    "agencies": "list of structs",
}


def _lines() -> Iterator[str]:
    shared = next(iter(TABLES.values())).columns[:7]
    yield from ("## Columns of every table", "", "They say which plan a row is of.", "")
    yield from _columns(shared)
    for table in TABLES.values():
        yield from (f"## `{table.name}`", "", f"{table.en} *{table.vi}*", "")
        yield from _columns(table.columns[len(shared) :])


def _columns(columns: tuple[TableColumn, ...]) -> Iterator[str]:
    yield from ("| column | type | holds | nội dung |", "|---|---|---|---|")
    for column in columns:
        yield f"| `{column.name}` | {_ARROW[column.type]} | {column.en} | {column.vi} |"
    yield ""


def reference() -> str:
    """Return all tables as Markdown."""
    return "\n".join(_lines())


def _fill(app: Sphinx, _page: str, content: list[str]) -> None:
    if PLACE in content[0]:
        app.env.note_dependency(str(resources.files("chitieu.exchange").joinpath("tables.toml")))
        content[0] = content[0].replace(PLACE, reference())


def setup(app: Sphinx) -> dict[str, bool]:
    """Fill the page when Sphinx reads it."""
    app.connect("source-read", _fill)
    return {"parallel_read_safe": True}
