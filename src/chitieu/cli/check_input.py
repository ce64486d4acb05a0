"""What ``chitieu check`` works on: files with what was found in them, and the file of silences."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from attrs import frozen

from chitieu.checking import CheckReport, Silence
from chitieu.errors import ChitieuError
from chitieu.findings import Finding
from chitieu.plan import Plan
from chitieu.sources import SourceDocument

__all__ = ["CheckedFile", "read_silences"]


@frozen(eq=False)
class CheckedFile:
    """A file and what was found in it.

    Attributes:
        path: as it was given.
        document: the text that was read; None for a plan from JSON, which has none, and for a file that cannot be read.
        plan: the plan in it; None for a text that is none, which is checked as `check` does a text.
        report: what was found.
        error: why the file could not be read.
    """

    path: str
    document: SourceDocument | None = None
    plan: Plan | None = None
    report: CheckReport | None = None
    error: ChitieuError | None = None

    @property
    def subject(self) -> Plan | str:
        """What is checked: the plan, or the text."""
        return self.plan if self.plan is not None else (self.document.text if self.document else "")

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that are not silenced."""
        return self.report.findings if self.report else ()

    @property
    def has_lines(self) -> bool:
        """Whether lines and columns of findings are those of the file: it is a text."""
        return self.document is not None and self.document.format == "txt"


_KEYS = {"code": str, "reason": str, "about": str}


def read_silences(path: Path) -> tuple[Silence, ...]:
    """Read a file of silences: tables ``[[silence]]`` with ``code``, ``reason`` and, if it is for one thing, ``about``.

    Raises:
        ChitieuError: it cannot be read, is no TOML, or a table is not of that form.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ChitieuError("cli.silences", path=str(path), reason=reason) from error
    entries = data.pop("silence", [])
    if data or not isinstance(entries, list):
        raise ChitieuError("cli.silences_key", path=str(path), found=", ".join(data) or "silence")
    return tuple(_silence(str(path), number, entry) for number, entry in enumerate(entries, 1))


def _silence(path: str, number: int, entry: Any) -> Silence:
    fits = isinstance(entry, dict) and {"code", "reason"} <= entry.keys() <= _KEYS.keys()
    if not fits or not all(isinstance(value, _KEYS[key]) and value.strip() for key, value in entry.items()):
        raise ChitieuError("cli.silence", path=path, number=number)
    return Silence(entry["code"], entry["reason"], entry.get("about"))
