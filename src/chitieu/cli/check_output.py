"""How ``chitieu check`` writes what it found: text for people, JSON for programs."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from chitieu.cli.check_input import CheckedFile
from chitieu.cli.output import json_text, printable, words_of
from chitieu.cli.sarif import sarif_log
from chitieu.findings import Finding, Severity

if TYPE_CHECKING:
    from chitieu.checking import Rule

__all__ = ["SCHEMA", "WRITERS", "Shown", "as_json", "as_sarif", "as_text"]

SCHEMA = "chitieu-check/1"
"""The name of the form of the JSON; keys may be added to it, none changes its meaning."""
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_INDENT, _WIDTH = 4, 100


@frozen
class Shown:
    """What is written.

    Attributes:
        files: the files in the order given; `rules`: the rules that were run.
        language: of the sentences, ``"en"`` or ``"vi"``.
        verbose: whether sums that hold and silenced findings are shown too.
        wrapped: whether sentences are broken at words to fit the terminal; in a pipe a finding stays one line.
    """

    files: tuple[CheckedFile, ...]
    rules: tuple[Rule, ...]
    language: str = "en"
    verbose: bool = False
    wrapped: bool = False

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings of each severity there are."""
        return Counter(finding.severity for file in self.files for finding in file.findings)

    @property
    def silenced(self) -> int:
        """How many findings were silenced."""
        return sum(len(file.report.silenced) for file in self.files if file.report)


# --- text --------------------------------------------------------------------------------------------------


def as_text(shown: Shown) -> str:
    """Write findings as compilers do: file, line, column, severity, code, sentence, and the line with a caret."""
    words = words_of(shown.language)["check"]
    width = shutil.get_terminal_size((_WIDTH, 24)).columns
    lines: list[str] = []
    for file in shown.files:
        for finding in file.findings:
            lines += _finding_lines(shown, file, finding, width)
        if shown.verbose:
            lines += _more_lines(file, words, shown.language)
    return "".join(f"{line}\n" for line in [*lines, _summary(shown, words)])


def _finding_lines(shown: Shown, file: CheckedFile, finding: Finding, width: int) -> Iterator[str]:
    place = printable(_where(file, finding, shown.language))
    severity = words_of(shown.language)["check"][finding.severity.value]
    head = f"{place}: {severity}"
    line = f"{head} [{finding.code}] {_sentence(finding, shown.language)}"
    fitted = textwrap.wrap(line, width, break_long_words=False, subsequent_indent="  ") if shown.wrapped else [line]
    if fitted[0].startswith(head):
        marked = click.style(severity, fg=_COLOURS[finding.severity], bold=True)
        fitted[0] = f"{click.style(place, bold=True)}: {marked}{fitted[0][len(head) :]}"
    yield from fitted
    if finding.quote:
        line, _, under = finding.quote.partition("\n")
        quote, caret = _fitting(line, under, width - _INDENT)
        yield " " * _INDENT + printable(quote)
        yield " " * _INDENT + click.style(caret, fg=_COLOURS[finding.severity])


def _where(file: CheckedFile, finding: Finding, language: str) -> str:
    """Name the place: line and column of a text, page, paragraph or cell of other files."""
    if file.has_lines and finding.line:
        return f"{file.path}:{finding.line}:{finding.column}"
    place = place_of(file, finding, language)
    return f"{file.path}: {place}" if place else file.path


def place_of(file: CheckedFile, finding: Finding, language: str = "en") -> str:
    """Return where in its file a finding stands, in words; empty where that is not known."""
    known = file.document is not None and finding.span is not None
    return file.document.place(finding.span).describe(language) if known else ""  # type: ignore[union-attr, arg-type]


def _sentence(finding: Finding, language: str) -> str:
    return printable(" ".join(finding.in_language(language).split()))


def _fitting(quote: str, caret: str, width: int) -> tuple[str, str]:
    """Cut a quoted line around its caret where the terminal is narrower."""
    if len(quote) <= width or any(map(unicodedata.combining, quote)):
        return quote, caret
    start, end = len(caret) - len(caret.lstrip()), len(caret)
    room = width - 2  # a mark of what was cut at either side
    left = max(0, min(start, max(start - width // 3, end - room), len(quote) - room))
    right = left + room
    head, tail = "…" if left else "", "…" if right < len(quote) else ""
    marked = max(1, min(end, right) - start)
    return f"{head}{quote[left:right]}{tail}", " " * (len(head) + start - left) + "^" * marked


def _more_lines(file: CheckedFile, words: Mapping[str, str], language: str) -> Iterator[str]:
    if file.report is None:
        return
    for identity in file.report.identities:
        if identity.holds:
            yield f"{printable(file.path)}: {words['holds']}: {printable(_identity_text(identity))}"
    for finding, reason in file.report.silenced:
        place = printable(_where(file, finding, language))
        yield f"{place}: {words['silenced']} [{finding.code}] {_sentence(finding, language)} ({printable(reason)})"


def _identity_text(identity: Any) -> str:
    return f"{identity.name}: {identity.equation}"


def _summary(shown: Shown, words: Mapping[str, str]) -> str:
    said = [f"{count} {words[_plural(severity, count)]}" for severity in Severity if (count := shown.counts[severity])]
    unread = sum(file.error is not None for file in shown.files)
    said += [f"{shown.silenced} {words['silenced']}"] if shown.silenced else []
    said += [f"{unread} {words['unread']}"] if unread else []
    count = len(shown.files)
    return f"{words['files' if count > 1 else 'file'].format(count=count)}: {', '.join(said) or words['nothing']}"


def _plural(severity: Severity, count: int) -> str:
    return severity.value if count == 1 else f"{severity.value}s"


# --- JSON --------------------------------------------------------------------------------------------------


def as_json(shown: Shown) -> str:
    """Write everything as one JSON object; keys do not depend on the language, and sentences come in both."""
    counts = shown.counts
    data = {
        "schema": SCHEMA,
        "summary": {
            "files": len(shown.files),
            **{f"{severity.value}s": counts[severity] for severity in Severity},
            "silenced": shown.silenced,
            "unread": sum(file.error is not None for file in shown.files),
        },
        "rules": [rule.code for rule in shown.rules],
        "files": [_file_data(file) for file in shown.files],
    }
    return json_text(data) + "\n"


def _file_data(file: CheckedFile) -> dict[str, Any]:
    report, error = file.report, file.error
    return {
        "path": file.path,
        "kind": None if error else "text" if file.plan is None else "plan",
        "plan": file.plan.number if file.plan else None,
        "error": error and {"code": error.code, "message": error.message("en"), "message_vi": error.message("vi")},
        "findings": [_finding_data(file, finding) for finding in file.findings],
        "silenced": [
            {**_finding_data(file, finding), "reason": reason}
            for finding, reason in (report.silenced if report else ())
        ],
        "identities": [
            {"kind": one.kind.value, "name": one.name, "holds": one.holds, "text": _identity_text(one)}
            for one in (report.identities if report else ())
        ],
    }


def _finding_data(file: CheckedFile, finding: Finding) -> dict[str, Any]:
    span = finding.span
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "message_vi": finding.message_vi,
        "about": finding.about,
        "line": finding.line if file.has_lines else None,
        "column": finding.column if file.has_lines else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "place": place_of(file, finding),
        "quote": finding.quote.partition("\n")[0],
        "related": [{"start": one.start, "end": one.end} for one in finding.related],
        "fields": {key: plain(value) for key, value in finding.fields.items()},
    }


def plain(value: Any) -> Any:
    """Return a field as JSON holds it: days as 2026-12-31, amounts and numbers as text."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    return value.isoformat() if isinstance(value, date) else f"{value:f}" if isinstance(value, Decimal) else str(value)


def as_sarif(shown: Shown) -> str:
    """Write a SARIF 2.1.0 log."""
    return json_text(sarif_log(shown.files, shown.rules, shown.language)) + "\n"


WRITERS: Mapping[str, Callable[[Shown], str]] = MappingProxyType({"text": as_text, "json": as_json, "sarif": as_sarif})
"""Format → what writes it."""
