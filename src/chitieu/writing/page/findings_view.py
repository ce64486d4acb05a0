"""Findings on the page: the quote, and the place of the plan each belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from chitieu.findings import Finding
from chitieu.text import Span

__all__ = ["FindingView", "Place", "findings_view", "quote_parts"]

_AROUND = 90  # characters of the plan quoted on each side of what is meant
_MEANT = 400  # characters of what is meant that are quoted


@frozen
class Place:
    """Where a line of the page stands in the text of the plan."""

    id: str
    span: Span


@frozen
class FindingView:
    """A finding as the page shows it; `target` is the id of the line it speaks of, empty if it speaks of none."""

    id: str
    code: str
    severity: str
    severity_label: str
    message: str
    place: str
    about: str
    before: str
    meant: str
    after: str
    target: str = ""


def quote_parts(text: str, span: Span) -> tuple[str, str, str]:
    r"""Return the words before a place, the place, and the words behind, of the lines it stands in.

    >>> quote_parts("tăng\n2) Tỷ lệ hộ nghèo còn 101%;", Span(27, 31))
    ('2) Tỷ lệ hộ nghèo còn ', '101%', ';')
    """
    start, end = max(0, min(span.start, len(text))), max(0, min(span.end, len(text)))
    begin = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    stop = text.find("\n", end, end + _AROUND)
    stop = min(len(text), end + _AROUND) if stop < 0 else stop
    meant = text[start:end]
    if len(meant) > _MEANT:
        meant, stop = meant[:_MEANT] + "…", end
    head = "…" if begin and text[begin - 1] != "\n" else ""
    tail = "…" if stop < len(text) and text[stop] != "\n" and stop > end else ""
    return head + text[begin:start].lstrip(), meant, text[end:stop].rstrip() + tail


def _caret_parts(quote: str) -> tuple[str, str, str]:
    """Read a quote of two lines, the text and its caret, as three parts."""
    line, _, caret = quote.partition("\n")
    first, width = len(caret) - len(caret.lstrip()), caret.count("^")
    if not width:
        return quote, "", ""
    return line[:first], line[first : first + width], line[first + width :]


def _parts(finding: Finding, text: str) -> tuple[str, str, str]:
    if finding.span is not None and text:
        return quote_parts(text, finding.span)
    return _caret_parts(finding.quote)


class _Places:
    """Finds the line of the page that holds an offset; lines do not overlap, or the one that begins later is meant."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = sorted(places, key=lambda place: (place.span.start, -place.span.end))
        self._starts = [place.span.start for place in self._places]

    def holding(self, span: Span | None) -> str:
        if span is None:
            return ""
        at = bisect_right(self._starts, span.start) - 1
        return self._places[at].id if at >= 0 and span.start < self._places[at].span.end else ""


def findings_view(
    findings: Sequence[Finding], text: str, places: Iterable[Place], words: Mapping[str, Any], language: str
) -> tuple[FindingView, ...]:
    """Return findings as the page shows them, the gravest first, else in their order.

    Args:
        findings: the findings.
        text: the text of the plan, which their spans are offsets in; may be empty.
        places: the lines of the page.
        words: the words of the page.
        language: the language of the sentences.
    """
    held = _Places(places)
    shown: list[FindingView] = []
    for finding in sorted(findings, key=lambda finding: finding.severity.rank):
        before, meant, after = _parts(finding, text)
        view = FindingView(
            id=f"f{len(shown) + 1}",
            code=finding.code,
            severity=finding.severity.value,
            severity_label=words["severities"][finding.severity.value],
            message=finding.in_language(language),
            place=words["finding_place"].format(line=finding.line) if finding.line else "",
            about=finding.about,
            before=before,
            meant=meant,
            after=after,
        )
        shown.append(evolve(view, target=held.holding(finding.span) if text else ""))
    return tuple(shown)
