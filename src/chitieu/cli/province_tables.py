"""Formats as tables for people and as plain data for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from chitieu.cli.formats import Listed
from chitieu.cli.output import NARROW, escape, words_of
from chitieu.cli.toml_text import toml_lines, toml_value
from chitieu.provinces.layers import Origin
from chitieu.provinces.loading import settings_of
from chitieu.provinces.registry import province_origins
from chitieu.provinces.schema import ProvinceFormat

if TYPE_CHECKING:
    from chitieu.testing import Report

__all__ = [
    "format_toml",
    "list_data",
    "origin_data",
    "report_data",
    "settings_data",
    "show_list",
    "show_origins",
    "show_settings",
]


_WHOLE = 32
"""Characters of a first cell that is never broken."""


def _show(headers: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Print a table; in a narrow terminal the first cell of each row with the others under it."""
    import rich  # noqa: PLC0415  (the command starts fast)
    from rich import box  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    console = rich.get_console()
    if console.width < NARROW:
        for first, *others in rows:
            console.print(f"[bold]{escape(first)}[/bold]", overflow="fold", highlight=False)
            for header, cell in zip(headers[1:], others, strict=True):
                if cell:
                    console.print(Padding(f"{escape(header)}: {escape(cell)}", (0, 0, 0, 2)), highlight=False)
        return
    cells = [tuple(map(escape, row)) for row in rows]
    table = Table(box=box.SIMPLE_HEAD)
    for at, header in enumerate(headers):
        # What is typed again, slugs and keys, stays whole as long as it leaves room for the rest.
        table.add_column(header, overflow="fold", no_wrap=at == 0 and all(len(row[0]) < _WHOLE for row in cells))
    for row in cells:
        table.add_row(*row)
    console.print(table, highlight=False)


# --- the list -----------------------------------------------------------------------------------------------


def show_list(listed: Iterable[Listed], language: str) -> None:
    """Print the list of formats; what is wrong with a broken one stands under it."""
    words = words_of(language)["province"]
    names = ("slug", "name", "areas", "valid", "home")
    _show(tuple(words[name] for name in names), (_row(item, words, language) for item in listed))


def _row(item: Listed, words: Mapping[str, str], language: str) -> tuple[str, ...]:
    if item.form is None:
        why = " ".join(item.error.message(language).split()) if item.error else ""
        return item.slug, f"✗ {why}", "", "", item.home
    return item.slug, item.form.name, ", ".join(item.form.areas), _validity(item.form, words), item.home


def _validity(form: ProvinceFormat, words: Mapping[str, str]) -> str:
    given = (form.valid_from is not None, form.valid_to is not None)
    pattern = {(False, False): "always", (True, False): "since", (False, True): "until", (True, True): "between"}[given]
    return words[pattern].format(first=form.valid_from, last=form.valid_to)


def list_data(listed: Iterable[Listed], language: str) -> list[dict[str, Any]]:
    """Return the list as plain data; the reason of a broken one in a language."""
    return [
        {
            "slug": item.slug,
            "name": item.form and item.form.name,
            "areas": item.form and item.form.areas,
            "valid_from": item.form and item.form.valid_from,
            "valid_to": item.form and item.form.valid_to,
            "home": item.home,
            "error": item.error and item.error.message(language),
        }
        for item in listed
    ]


# --- the settings -------------------------------------------------------------------------------------------


def settings_data(form: ProvinceFormat) -> dict[str, Any]:
    """Return every setting in force, defaults too."""
    return settings_of(form)


def format_toml(form: ProvinceFormat) -> str:
    """Return a format file with every setting in force; it builds on no other."""
    return "\n".join(toml_lines({**settings_of(form), "extends": None})).strip()


def show_settings(form: ProvinceFormat, language: str) -> None:
    """Print the settings in force, as they are written in a file; empty ones are left out."""
    words = words_of(language)["province"]
    _show((words["setting"], words["value"]), _settings(toml_lines(settings_of(form))))


def _settings(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield key and value of the lines of a format file."""
    table = ""
    for line in lines:
        if line.startswith("["):
            table = line.strip("[]") + "."
        elif line:
            key, _, value = line.partition(" = ")
            yield f"{table}{key}", value


def origin_data(form: ProvinceFormat) -> list[dict[str, Any]]:
    """Return every setting with the format that says so and what it overrides."""
    return [
        {"key": item.key, "value": item.value, "format": item.slug, "overrides": item.overrides}
        for item in province_origins(form)
    ]


def show_origins(form: ProvinceFormat, language: str) -> None:
    """Print every setting with the format that says so; what one format adds to a list stands together."""
    words = words_of(language)["province"]
    together = groupby(province_origins(form), key=lambda item: (item.key, item.slug))
    headers = tuple(words[name] for name in ("setting", "value", "home", "overrides"))
    _show(headers, (_origin_row(list(items)) for _, items in together))


def _origin_row(items: list[Origin]) -> tuple[str, ...]:
    first = items[0]
    values = ", ".join(toml_value(item.value) for item in items)
    return first.key, values, first.slug, "" if first.overrides is None else toml_value(first.overrides)


# --- the report of the kit ----------------------------------------------------------------------------------


def report_data(report: Report) -> dict[str, Any]:
    """Return what the kit found as plain data."""
    return {
        "slug": report.tested.slug,
        "home": report.tested.home,
        "samples": report.tested.samples,
        "ok": report.ok,
        "results": [
            {
                "id": result.id,
                "outcome": result.outcome.name.lower(),
                "reason": result.reason,
                "mismatches": [
                    {"input": mismatch.input, "expected": mismatch.expected, "got": mismatch.got}
                    for mismatch in result.mismatches
                ],
                "page": result.anchor,
            }
            for result in report.results
        ],
    }
