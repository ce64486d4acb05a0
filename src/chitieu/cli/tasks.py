"""``chitieu tasks``: the work list of an agency as a table, CSV, spreadsheet or JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chitieu.atomic import atomic_write
from chitieu.cli.opening import PROVINCE, open_plan
from chitieu.cli.output import LANGUAGE, NARROW, day_option, escape, period_words, reporting, words_of
from chitieu.cli.sheets import WRITERS, Cell, Sheet, shown
from chitieu.errors import ChitieuError, UnknownAgencyError

if TYPE_CHECKING:
    from chitieu.periods.period import Due
    from chitieu.plan import AssignedTask, Plan

__all__ = ["tasks"]

_COLUMNS = ("section", "agency", "role", "task", "cooperating", "due", "last_day", "product", "owner")


def _chosen(plan: Plan, asked: Mapping[str, Any]) -> tuple[AssignedTask, ...]:
    """Return the tasks asked for, in the order of the plan, or by deadline where one is set."""
    from chitieu.work.lists import before  # noqa: PLC0415

    agency, role = asked["agency"], asked["role"]
    if agency:
        found = plan.tasks_of(agency, role, asked["on"], groups=asked["groups"])
        if not found and not plan.tasks_of(agency, on=asked["on"], groups=asked["groups"]):
            _complain_of(plan, agency, asked["on"])
    else:
        found = tuple(entry for entry in plan.tasks() if role in (None, "lead", "chủ trì", entry.role.value))
    return before(found, asked["due_before"]) if asked["due_before"] else found


def _complain_of(plan: Plan, agency: str, day: date | None) -> None:
    from chitieu import agencies  # noqa: PLC0415

    if day:  # one that has ended by then: the error says who followed
        agencies.get(agency, plan.province, day)
    known = "; ".join(known.name for known in plan.agencies()) or "-"
    raise UnknownAgencyError("tasks.none", found=agency, known=known, records=())


def _due(due: Due | None, language: str | None) -> str | None:
    """Write a deadline for people in a language, or as data has it where that is None."""
    from chitieu.periods.period import Period  # noqa: PLC0415

    if isinstance(due, date) and language:
        return due.strftime("%d/%m/%Y")
    if isinstance(due, Period) and language:
        return period_words(due, language)
    return None if due is None else str(due)


def _row(plan: Plan, entry: AssignedTask, day: date | None, language: str | None) -> dict[str, Cell]:
    task = entry.task
    leads = task.lead or entry.section.agencies
    return {
        "section": entry.section.number,
        "agency": tuple(agency.name for agency in leads),
        "role": entry.role.value,
        "task": task.text,
        "cooperating": tuple(agency.name for agency in task.cooperating),
        "due": _due(task.due, language),
        "last_day": entry.last_day,
        "product": task.product,
        "owner": tuple(name for owner in plan.owners(task, day) for name in owner.names) if day else None,
    }


def _sheet(plan: Plan, found: tuple[AssignedTask, ...], asked: Mapping[str, Any], form: str) -> Sheet:
    words, day = words_of(asked["lang"])["tasks"], asked["on"]
    titles = {key: words[key] for key in _COLUMNS if day or key != "owner"}
    return titles, [_row(plan, entry, day, None if form == "json" else asked["lang"]) for entry in found]


def _below(row: Mapping[str, Cell], titles: Mapping[str, str], keys: tuple[str, ...]) -> str:
    """Put a task and what belongs to it under one another."""
    more = [f"  {titles[key]}: {shown(row[key])}" for key in keys if key in titles and row.get(key)]
    return escape("\n".join([shown(row["task"]), *more]))


def _show(sheet: Sheet, title: str) -> None:
    import rich  # noqa: PLC0415
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    console = rich.get_console()
    titles, rows = sheet
    narrow = console.width < NARROW
    table = Table(title=escape(title), box=box.SIMPLE_HEAD, title_justify="left", title_style="bold")
    table.add_column(titles["section"], justify="right", no_wrap=True)
    table.add_column(titles["task"], overflow="fold", ratio=5)
    if not narrow:
        table.add_column(titles["role"], overflow="fold")
        table.add_column(titles["due"], overflow="fold")
    under: tuple[str, ...] = ("agency", "cooperating", "product", "owner")
    for row in rows:
        cells = (_below(row, titles, ("role", "due", *under) if narrow else under),)
        beside = () if narrow else (escape(shown(row["role"])), escape(shown(row["due"])))
        table.add_row(escape(shown(row["section"])), *cells, *beside)
    console.print(table)


def _format(chosen: str | None, output: Path | None) -> str:
    """Return the format asked for, or the one the name of the output ends with."""
    ending = output.suffix.lower().removeprefix(".") if output else "table"
    form = chosen or ending
    if form not in (WRITERS if output else {"table", *WRITERS}):
        raise ChitieuError("cli.output", output=str(output), known=", ".join(WRITERS))
    if form == "xlsx" and output is None and sys.stdout.isatty():
        raise ChitieuError("cli.binary", form=form)
    return form


def _write(content: Callable[[], bytes], output: Path | None) -> None:
    if output is None:
        click.echo(content(), nl=False)
        return
    with atomic_write(output, "wb") as file:
        file.write(content())


def _tasks(path: Path, asked: Mapping[str, Any]) -> None:
    form, output = _format(asked["form"], asked["output"]), asked["output"]
    plan, known = open_plan(path, asked["province"])
    with known.in_use():  # the province's own agencies are known too
        found = _chosen(plan, asked)
        sheet = _sheet(plan, found, asked, form)
    if form == "table":
        words = words_of(asked["lang"])["tasks"]
        _show(sheet, words["count"].format(count=len(found), agency=asked["agency"] or words["all"]))
    else:
        _write(partial(WRITERS[form], sheet, bom=asked["bom"]), output)


_ROLES = [
    "lead", "cooperating", "chủ trì", "phối hợp", "đầu mối", "tham mưu", "theo dõi", "thẩm định", "tổng hợp", "đôn đốc", "kiểm tra",
    "giám sát", "hướng dẫn", "thực hiện",
]  # fmt: skip


@click.command(help="List the work the plan in FILE gives to an agency, or all of it.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--agency", metavar="NAME", help="Name of the agency in any writing: 'Sở Y tế', 'Sở KH&ĐT', STC.")
@click.option("--role", type=click.Choice(_ROLES), help="Only work it leads, takes part in, or has this role in.")
@day_option("--on", help="Ask who answers for the work on this day (31/12/2026).")
@day_option("--due-before", help="Only work that must be done before this day, the earliest first.")
@click.option("--groups", is_flag=True, help="Also work given to groups the agency belongs to.")
@click.option(
    "--format", "form", type=click.Choice(["table", *WRITERS]), help="By default a table, or what -o ends with."
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write.")
@click.option("--bom", is_flag=True, help="Begin CSV with the byte order mark that Excel needs.")
@PROVINCE
@LANGUAGE
def tasks(file: Path, **asked: Any) -> None:
    """Show the work list of an agency."""
    with reporting(asked["lang"], str(file)):
        _tasks(file, asked)
