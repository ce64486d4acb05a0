"""A sheet of a report whose hidden keys are lost: its columns by their titles, its rows by what they say.

Agencies copy a sheet into a new file as values, or delete what they do not see. Only what can be one row alone is taken
for it: a value in the wrong row is worse than none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from chitieu.exchange.report_cells import CellError, Found, read_text
from chitieu.exchange.report_layout import RowRecord, layouts
from chitieu.text import fold

__all__ = ["columns_by_titles", "keys_by_words"]

_NAMES = {"indicators": ("name", "unit", "target"), "tasks": ("task",)}
"""The columns that tell a row, the first by itself."""
_FILLED = {"indicators": "actual", "tasks": "state"}


def _plain(found: Found | None) -> str:
    try:
        return " ".join(fold(read_text(found)).lower().split()) if found else ""
    except CellError:
        return ""


def columns_by_titles(kind: str, row: Mapping[int, Found]) -> dict[str, int] | None:
    """Return where the columns of a sheet stand by a row of titles; None if the row is none.

    Args:
        kind: ``indicators`` or ``tasks``.
        row: the cells of the row by column.
    """
    texts = {at: _plain(cell) for at, cell in sorted(row.items())}
    columns: dict[str, int] = {}
    for column in layouts()[kind].columns:
        title = " ".join(fold(column.title.partition("{")[0]).lower().split())
        place = next((at for at, text in texts.items() if text == title or text.startswith(f"{title} ")), None)
        if place is not None:
            columns[column.key] = place
            del texts[place]
    return columns if _NAMES[kind][0] in columns and _FILLED[kind] in columns else None


def keys_by_words(
    kind: str, rows: Mapping[int, Mapping[int, Found]], columns: Mapping[str, int], records: Iterable[RowRecord]
) -> dict[int, str]:
    """Return the keys of rows: the one that still stands before the name, else that of the only record that says the same.

    Args:
        kind: ``indicators`` or ``tasks``.
        rows: the rows under the titles, by number.
        columns: as `columns_by_titles` gave them.
        records: what the rows of this kind held.
    """
    asked, names = list(records), [name for name in _NAMES[kind] if name in columns]
    words = {number: tuple(_plain(row.get(columns[name])) for name in names) for number, row in rows.items()}
    said = {record.key: tuple(_folded(_said(record)[name]) for name in names) for record in asked}
    held, met = Counter(said.values()), Counter(words.values())
    alone = {text: key for key, text in said.items() if held[text] == 1 and met[text] == 1}
    found: dict[int, str] = {}
    for number, row in rows.items():
        before = (str(cell.value) for at, cell in sorted(row.items()) if at < columns[names[0]])
        own = next((text for text in before if text in said), None)
        found[number] = own or alone.get(words[number], "")
    return found


def _said(record: RowRecord) -> dict[str, str]:
    return {"name": record.name, "task": record.name, "unit": record.unit, "target": record.target}


def _folded(text: str) -> str:
    return " ".join(fold(text).lower().split())
