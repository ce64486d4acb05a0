"""The plan as one web page that needs nothing else: no network, no other files.

The page is made here, whole: the script in it only hides lines. Style and script are inline and named by their hashes in
the page's own content policy, which allows nothing else. Every text of the plan is escaped by the template engine.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from chitieu.extras import needs
from chitieu.findings import Finding
from chitieu.plan import Plan
from chitieu.plan_html import showable
from chitieu.writing.page.chart import chart_view, track
from chitieu.writing.page.findings_view import FindingView, Place, findings_view
from chitieu.writing.page.indicators_view import IndicatorView, indicators_view
from chitieu.writing.page.overview import Anchor, overview
from chitieu.writing.page.results import Results
from chitieu.writing.page.states import States
from chitieu.writing.page.wordlist import asset, words_of
from chitieu.writing.page.work_view import Choice, WorkView, work_view

if TYPE_CHECKING:
    from jinja2 import Template

    from chitieu.monitoring.progress_values import Progress
    from chitieu.monitoring.task_progress import TaskProgress

__all__ = ["render_page"]

_ICONS = {
    "exceeded": "▲", "met": "✓", "nearly": "≈", "missed": "✕", "pending": "–", "open": "…", "error": "✕", "warning": "!",
    "note": "i",
}  # fmt: skip


def _showable(value: Any) -> Any:
    """Put the replacement sign for what a page cannot hold; the engine hands every value through here, then escapes it."""
    return showable(value) if type(value) is str else value


@cache
def _template() -> tuple[Template, Mapping[str, Any]]:
    """Return the template, and what is the same on every page: style, script and the policy that names them."""
    with needs("page", "jinja2", "the web page"):
        import jinja2  # noqa: PLC0415
        from markupsafe import Markup  # noqa: PLC0415

    from chitieu import __version__  # noqa: PLC0415  (the façade, loaded by now)

    environment = jinja2.Environment(
        autoescape=True, finalize=_showable, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    style, script = asset("page.css"), asset("page.js")
    fixed = {
        # Files of ours, not text of a plan; the policy names each by its hash.
        "style": Markup(style),  # noqa: S704
        "script": Markup(script),  # noqa: S704
        "policy": _policy(style, script),
        "version": __version__,
        "icons": _ICONS,
        "bar_width": track,
    }
    return environment.from_string(asset("page.html")), fixed


def _policy(style: str, script: str) -> str:
    """Return a content policy that lets in this style, this script and the icon, and nothing else."""

    def sha(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; style-src {sha(style)}; script-src {sha(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _places(lines: Iterable[IndicatorView], work: WorkView) -> Iterator[Place]:
    held = [(line.id, line.span) for line in lines] + [(task.id, task.span) for task in work.tasks]
    return (Place(number, span) for number, span in held if span is not None)


def _marks(findings: Iterable[FindingView]) -> Mapping[str, list[FindingView]]:
    """Return the findings each line of the page is marked with."""
    marks: dict[str, list[FindingView]] = {}
    for finding in findings:
        if finding.target:
            marks.setdefault(finding.target, []).append(finding)
    return marks


def _severities(findings: Iterable[FindingView]) -> tuple[Choice, ...]:
    counts = Counter((finding.severity, finding.severity_label) for finding in findings)
    return tuple(Choice(severity, label, count) for (severity, label), count in counts.items())


def render_page(
    plan: Plan,
    *,
    findings: Iterable[Finding] | None = None,
    progress: Progress | None = None,
    tasks: TaskProgress | None = None,
    language: str = "vi",
) -> str:
    """Return a plan as one HTML page that needs no network and no other file. Needs the extra ``page``.

    The page holds the header, the indicators with their targets, the work of each agency, and, where they are given,
    results with bars, a chart and ratings, states of the work, and findings with quotes from the text. It can be searched
    with and without accents and filtered by agency, role, deadline and state; without JavaScript it shows everything. It
    has a light and a dark look, fits a phone and prints.

    Args:
        plan: the plan.
        findings: what `chitieu.check` found; None for a plan that was not checked.
        progress: what `chitieu.progress` says of its targets; None for a page without results.
        tasks: what `chitieu.task_progress` says of its work; None for a page without states.
        language: language of the page's own words, ``"vi"`` or ``"en"``; the plan's text and numbers stay as they are.

    Returns:
        The page, complete. Characters that no page can hold, and those that turn the direction of the text
        around them, are shown as ``�``.

    Raises:
        MissingExtraError: Jinja2 is not installed.
        ValueError: the page does not speak the language.

    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> page = render_page(plan, findings=ct.check(plan))
    >>> page.startswith("<!DOCTYPE html>"), "58/KH-UBND" in page, "http://" in page
    (True, True, False)
    """
    words = words_of(language)
    template, fixed = _template()
    results = Results(progress, words, language)
    states = States(tasks, words, language)
    lines, work = indicators_view(plan, results, words), work_view(plan, states, words, language)
    chart = chart_view(lines)
    found = (
        None if findings is None else findings_view(tuple(findings), plan.text, _places(lines, work), words, language)
    )
    severities = _severities(found or ())
    doubts = (
        Anchor("doubts", words["doubts"], len(results.doubts)),
        Anchor("task-doubts", words["task_doubts"], len(states.doubts)),
    )
    return template.render(
        fixed,
        plan=plan,
        title=plan.title or words["untitled"],
        language=language,
        words=words,
        lines=lines,
        work=work,
        chart=chart,
        results=results,
        states=states,
        findings=found,
        marks=_marks(found or ()),
        severities=severities,
        has_filters=bool(work.tasks or results.given or len(severities) > 1),
        around=overview(plan, work, found, doubts, words, language, has_chart=chart is not None),
    )
