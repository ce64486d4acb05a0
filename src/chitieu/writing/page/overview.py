"""The top and the end of the page: header, figures, list of contents, lists of documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from chitieu.plan import Plan
from chitieu.writing.page.findings_view import FindingView
from chitieu.writing.page.wordlist import written_day, written_period
from chitieu.writing.page.work_view import WorkView

__all__ = ["Anchor", "Overview", "overview"]


@frozen
class Anchor:
    """A link inside the page with a figure; `count` is None where there is nothing to count."""

    id: str
    label: str
    count: int | None = None


@frozen
class Overview:
    """What stands around the lines of the page."""

    header: tuple[tuple[str, str], ...]
    tiles: tuple[Anchor, ...]
    contents: tuple[Anchor, ...]
    documents: tuple[tuple[str, tuple[str, ...]], ...]


def _header(plan: Plan, words: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    place = ", ".join(part for part in (plan.place, plan.issued and written_day(plan.issued)) if part)
    period = plan.period and written_period(plan.period, language)
    signed = "; ".join(", ".join(filter(None, (who.title, who.name))) for who in plan.signatories)
    rows = {"issuer": plan.issuer, "number": plan.number, "place": place, "period": period, "signed": signed}
    for key, value in rows.items():
        if value:
            yield words[key], value


def _documents(plan: Plan, words: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    absent = f" ({words['absent']})"
    lists = {
        "bases": tuple(map(str, plan.bases)),
        "recipients": tuple(map(str, plan.recipients)),
        "appendices": tuple(f"{appendix}{'' if appendix.present else absent}" for appendix in plan.appendices),
    }
    for key, entries in lists.items():
        if entries:
            yield words[key], entries


def overview(  # noqa: PLR0913, PLR0917  (the parts of the page, each once)
    plan: Plan,
    work: WorkView,
    findings: Sequence[FindingView] | None,
    doubts: Sequence[Anchor],
    words: Mapping[str, Any],
    language: str,
    *,
    has_chart: bool,
) -> Overview:
    """Return what stands around the lines of the page.

    Args:
        plan: the plan.
        work: its work as the page shows it.
        findings: the findings; None if the plan was not checked.
        doubts: links to what was reported and not used.
        words: the words of the page.
        language: the language they are in.
        has_chart: whether the page has a chart.
    """
    lines, documents = len(plan.indicators), tuple(_documents(plan, words))
    given, asked = (sum(len(part.tasks) for part in parts) for parts in (work.assignments, work.implementation))
    tiles = [
        Anchor("indicators", words["count_indicators"], lines),
        Anchor("indicators", words["count_targets"], sum(1 for _ in plan.targets())),
        Anchor("work", words["count_tasks"], given + asked),
        Anchor("work", words["count_agencies"], len(work.agencies)),
    ]
    contents = [Anchor("overview", words["overview"])]
    contents += [Anchor("chart", words["chart"])] if has_chart else []
    contents += [Anchor("indicators", words["indicators"], lines), Anchor("work", words["work"], given)]
    contents += [Anchor("implementation", words["implementation"], asked)] if work.implementation else []
    contents += [anchor for anchor in doubts if anchor.count]
    if findings is not None:
        tiles.append(Anchor("findings", words["count_findings"], len(findings)))
        contents.append(Anchor("findings", words["findings"], len(findings)))
    contents += [Anchor("documents", words["documents"])] if documents else []
    return Overview(tuple(_header(plan, words, language)), tuple(tiles), tuple(contents), documents)
