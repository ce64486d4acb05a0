"""Findings as SARIF 2.1.0, which editors and code hosts show beside the text.

Columns are counted in code points (``columnKind``). Files that are no text (Word, PDF, spreadsheets, web pages) have no
lines; there the place is a logical location, in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from chitieu.findings import Finding

if TYPE_CHECKING:
    from chitieu.checking import Rule
    from chitieu.cli.check_input import CheckedFile

__all__ = ["sarif_log"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif_log(files: Sequence[CheckedFile], rules: Sequence[Rule], language: str = "en") -> dict[str, Any]:
    """Return a log of one run.

    Args:
        files: what was checked.
        rules: the rules that were run.
        language: of the sentences; the others are in ``properties``.
    """
    from chitieu import __version__  # noqa: PLC0415

    places = {rule.code: at for at, rule in enumerate(rules)}
    results = [_result(file, finding, places, language) for file in files for finding in file.findings]
    for file in files:
        for finding, reason in file.report.silenced if file.report else ():
            known = _result(file, finding, places, language)
            results.append({**known, "suppressions": [{"kind": "external", "justification": reason}]})
    run = {
        "tool": {
            "driver": {"name": "chitieu", "version": __version__, "rules": [_rule(rule, language) for rule in rules]}
        },
        "language": language,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(files, language)],
        "artifacts": [{"location": {"uri": _uri(file.path)}} for file in files],
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _uri(path: str) -> str:
    """Return a path as a URI: relative ones stay relative to where the command was called."""
    if path == "<stdin>":
        return "stdin"
    return Path(path).as_uri() if Path(path).is_absolute() else quote(Path(path).as_posix())


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    page = f"docs/reference/rules/{rule.code}.md"
    found: dict[str, Any] = {
        "id": rule.code,
        "shortDescription": {"text": rule.title_in(language)},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"titles": {name: rule.title_in(name) for name in ("en", "vi")}},
    }
    if rule.package == "chitieu":
        found["help"] = {"text": f"{rule.title_in(language)} ({page})", "markdown": f"[{rule.code}]({page})"}
    return found


def _invocation(files: Sequence[CheckedFile], language: str) -> dict[str, Any]:
    errors = [
        {
            "level": "error",
            "message": {"text": file.error.message(language)},
            "descriptor": {"id": file.error.code},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(file.path)}}}],
        }
        for file in files
        if file.error is not None
    ]
    return {"executionSuccessful": not errors, "toolExecutionNotifications": errors}


def _result(file: CheckedFile, finding: Finding, places: dict[str, int], language: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": finding.in_language(language) or finding.code},
        "locations": [_location(file, finding)],
        "properties": {"about": finding.about, "messages": {"en": finding.message, "vi": finding.message_vi}},
    }
    if finding.code in places:
        found["ruleIndex"] = places[finding.code]
    related = [_span_location(file, span.start, span.end) for span in finding.related]
    if related and file.has_lines:
        found["relatedLocations"] = [{"id": number, **one} for number, one in enumerate(related, 1)]
    return found


def _location(file: CheckedFile, finding: Finding) -> dict[str, Any]:
    span = finding.span
    if span is None or file.document is None:
        return {"physicalLocation": {"artifactLocation": {"uri": _uri(file.path)}}}
    if file.has_lines:
        return _span_location(file, span.start, span.end)
    place = file.document.place(span).describe("en")
    return {
        "physicalLocation": {"artifactLocation": {"uri": _uri(file.path)}},
        "logicalLocations": [{"fullyQualifiedName": place, "kind": "element"}],
    }


def _span_location(file: CheckedFile, start: int, end: int) -> dict[str, Any]:
    from chitieu.errors import position  # noqa: PLC0415

    text = file.document.text if file.document else ""
    (line, column), (end_line, end_column) = position(text, start), position(text, end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "snippet": {"text": text[start:end]},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(file.path)}, "region": region}}
