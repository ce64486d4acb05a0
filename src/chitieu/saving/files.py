"""Plans as files: the ending of the name says which kind."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

from chitieu.atomic import atomic_write
from chitieu.errors import WriteError
from chitieu.plan import Plan
from chitieu.provinces import ProvinceFormat
from chitieu.saving.rendering import render_plan

__all__ = ["plan_suffixes", "write_plan"]

Province = str | ProvinceFormat | None


def _text(plan: Plan, path: Path, province: Province) -> None:
    _put(path, render_plan(plan, province))


def _markdown(plan: Plan, path: Path, province: Province) -> None:
    _put(path, render_plan(plan, province, as_="markdown"))


def _json(plan: Plan, path: Path, province: Province) -> None:
    del province  # the JSON document is the same everywhere
    _put(path, _loaded("exchange.json", "to_json")(plan))


def _docx(plan: Plan, path: Path, province: Province) -> None:
    _loaded("saving.docx", "write_docx")(plan, path, province)


def _html(plan: Plan, path: Path, province: Province) -> None:
    _put(path, _loaded("saving.html", "render_html")(plan, province))


def _loaded(module: str, name: str) -> Callable[..., Any]:
    """Load a writer when it is used: some need packages that may be missing."""
    found: Callable[..., Any] = getattr(import_module(f"chitieu.{module}"), name)
    return found


def _put(path: Path, text: str) -> None:
    with atomic_write(path) as file:
        file.write(text)


_WRITERS: Mapping[str, Callable[[Plan, Path, Province], None]] = MappingProxyType(
    {".txt": _text, ".md": _markdown, ".json": _json, ".docx": _docx, ".html": _html}
)


def plan_suffixes() -> tuple[str, ...]:
    """Return the endings of file names that `write_plan` knows.

    >>> plan_suffixes()
    ('.txt', '.md', '.json', '.docx', '.html')
    """
    return tuple(_WRITERS)


def write_plan(plan: Plan, path: str | os.PathLike[str], province: Province = None) -> None:
    """Write a plan to a file; the ending of its name says how.

    ``.txt`` is a document in the layout of a province, ``.docx`` the same for an office program and ``.html`` for a browser,
    ``.json`` the lossless form, ``.md`` is for people. The file appears whole or not at all; an old one stands until then.

    Args:
        plan: the plan.
        path: the file.
        province: slug of a format, or the format; None takes the one the plan was read with.

    Raises:
        WriteError: no kind has this ending; the file cannot be written; or something in the plan cannot be written
            so that it reads back. The code and the message say which.
        MissingExtraError: the kind needs a package that is not installed.
        UnknownProvinceError: no format has this slug.

    >>> import tempfile
    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> path = Path(tempfile.mkdtemp()) / "plan.txt"
    >>> write_plan(plan, path)
    >>> ct.read_plan(path) == plan
    True
    """
    file = Path(path)
    suffix = file.suffix.lower()
    if suffix not in _WRITERS:
        raise WriteError("write.suffix", path=str(file), suffix=suffix or file.name, known=", ".join(_WRITERS))
    _WRITERS[suffix](plan, file, province)
