"""``chitieu report``: a plan, its results and its findings as one web page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chitieu.cli.opening import PROVINCE, open_plan
from chitieu.cli.output import LANGUAGE, complain, day_option, reporting

if TYPE_CHECKING:
    from chitieu.monitoring.progress_values import Progress
    from chitieu.monitoring.task_progress import TaskProgress
    from chitieu.plan import Plan

__all__ = ["report"]


def _results(plan: Plan, path: Path, asked: Mapping[str, Any]) -> tuple[Progress, TaskProgress | None]:
    """Rate the results of a file, and tell how the tasks stand that it reports on.

    What could not be read is told on standard error.
    """
    from chitieu.exchange.actuals import read_actuals  # noqa: PLC0415  (the command starts fast)
    from chitieu.monitoring.plan_progress import progress  # noqa: PLC0415
    from chitieu.monitoring.task_progress import task_progress  # noqa: PLC0415

    actuals = read_actuals(path, period=plan.period, on=asked["on"])
    for problem in actuals.problems:
        complain(f"{problem.file}: {problem.message(asked['lang'])}")
    tasks = None
    if actuals.task_reports:
        today = asked["on"] or date.today()  # noqa: DTZ011  (the reader's own day)
        tasks = task_progress(plan, actuals.task_reports, on=today)
    return progress(plan, actuals.observations, on=asked["on"]), tasks


def _report(plan_path: Path, actuals_path: Path | None, asked: Mapping[str, Any]) -> None:
    from chitieu.atomic import atomic_write  # noqa: PLC0415
    from chitieu.checking import check  # noqa: PLC0415
    from chitieu.writing.page import render_page  # noqa: PLC0415

    language = asked["lang"]
    with reporting(language, str(plan_path)):
        plan, form = open_plan(plan_path, asked["province"])
    with form.in_use():  # the province's own agencies and indicators are known too
        found = tasks = None
        if actuals_path is not None:
            with reporting(language, str(actuals_path)):
                found, tasks = _results(plan, actuals_path, asked)
        with reporting(language):
            findings = check(plan) if asked["check"] else None
            page = render_page(plan, findings=findings, progress=found, tasks=tasks, language=language)
            if str(asked["output"]) == "-":
                click.echo(page, nl=False)
                return
            with atomic_write(asked["output"]) as file:
                file.write(page)


@click.command(
    help="Make a web page of PLAN, with the results in ACTUALS (.xlsx or .csv) where they are given, and how "
    "tasks stand where it tells. "
    "The page is one file that needs no network: search, filters, chart, findings; it prints."
)
@click.argument("plan", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("actuals", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path, allow_dash=True),
    help="The page to write; - for standard output.",
)
@click.option(
    "--check/--no-check", default=True, show_default=True, help="Whether the findings of the checks are shown."
)
@day_option(
    "--on", help="The day that is today (30/9/2026): figures of the future are doubts, and tasks are late or not."
)
@PROVINCE
@LANGUAGE
def report(plan: Path, actuals: Path | None, **asked: Any) -> None:
    """Make a web page."""
    _report(plan, actuals, asked)
