"""``chitieu read``: a plan as tables or JSON."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chitieu.cli.opening import PROVINCE, open_plan
from chitieu.cli.output import LANGUAGE, NARROW, escape, printable, reporting, words_of
from chitieu.errors import ChitieuError

if TYPE_CHECKING:
    from rich.console import Console

    from chitieu.agencies.agency import Agency
    from chitieu.plan import Assignment, Plan, PlannedIndicator, Task
    from chitieu.targets.target import Target

__all__ = ["read"]

_SHORTENED = 160  # characters of a task shown in the overview


def _bound(target: Target, language: str) -> str:
    words = words_of(language)
    said = (words["changes"][target.change.value], words["bounds"][target.bound.value])
    return " ".join(word for word in said if word)


def _value(target: Target) -> str:
    from chitieu.numbers.decimals import format_number  # noqa: PLC0415  (the command starts fast)

    text = format_number(target.quantity.value)
    if target.upper is not None:
        text += f" - {format_number(target.upper.value)}"
    return f"{text}/{format_number(target.total.value)}" if target.total is not None else text


def _show_header(plan: Plan, console: Console, words: Mapping[str, Any]) -> None:
    from rich.table import Table  # noqa: PLC0415

    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    place = ", ".join(part for part in (plan.place, plan.issued and plan.issued.strftime("%d/%m/%Y")) if part)
    rows = {
        "number": plan.number, "issuer": plan.issuer, "place": place, "title": plan.title, "period": plan.period and str(plan.period),
        "bases": "; ".join(map(str, plan.bases)),
    }  # fmt: skip
    for key, value in rows.items():
        if value:
            table.add_row(words[key], escape(value))
    console.print(table)
    console.print()


def _indicator_rows(item: PlannedIndicator, depth: int, language: str) -> list[tuple[str, str, str, str, str]]:
    name = escape("  " * depth + item.name)
    first = item.number or ""
    if not item.targets:
        rows = [(first, name, "", "", "")]
    else:
        rows = [
            (
                first if at == 0 else "",
                name if at == 0 else "",
                _bound(target, language),
                _value(target),
                escape(target.quantity.unit.label),
            )
            for at, target in enumerate(item.targets)
        ]
    return rows + [row for part in item.parts for row in _indicator_rows(part, depth + 1, language)]


def _one_cell(row: tuple[str, str, str, str, str]) -> tuple[str, str]:
    """Put bound, value and unit under the name, for narrow terminals."""
    number, name, bound, value, unit = row
    amount = " ".join(part for part in (value, unit) if part).replace(" %", "%")
    stated = bound.replace("…", amount, 1) if "…" in bound else " ".join(part for part in (bound, amount) if part)
    indent = " " * (len(name) - len(name.lstrip()) + 2)
    return number, "\n".join(part for part in (name, stated and f"{indent}→ {stated}") if part)


def _show_indicators(plan: Plan, console: Console, language: str) -> None:
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    words = words_of(language)
    narrow = console.width < NARROW
    table = Table(title=words["indicators"], box=box.SIMPLE_HEAD, title_justify="left", title_style="bold")
    table.add_column(words["number"], justify="right", no_wrap=True)
    table.add_column(words["name"], overflow="fold", ratio=4)
    if not narrow:
        table.add_column(words["bound"], overflow="fold", ratio=2)
        table.add_column(words["value"], justify="right", no_wrap=True)
        table.add_column(words["unit"], overflow="fold", ratio=2)
    for item in plan.indicators:
        for row in _indicator_rows(item, 0, language):
            table.add_row(*(_one_cell(row) if narrow else row))
    console.print(table)


def _task_cells(
    task: Task, heading: tuple[Agency, ...], words: Mapping[str, Any], *, full: bool, narrow: bool
) -> tuple[str, ...]:
    text = task.text if full or len(task.text) <= _SHORTENED else task.text[: _SHORTENED - 1].rstrip() + "…"
    lead = "" if task.lead == heading else ", ".join(agency.name for agency in task.lead)
    helpers = ", ".join(agency.name for agency in task.cooperating)
    named = "; ".join(f"{words[key]}: {names}" for key, names in (("lead", lead), ("with", helpers)) if names)
    if named:
        text += f" ({named})"
    due, targets = str(task.due or ""), "; ".join(map(str, task.targets))
    if not narrow:
        return f"- {escape(text)}", due, escape(targets)
    below = [
        escape(f"  {name}: {value}") for name, value in ((words["due"], due), (words["targets"], targets)) if value
    ]
    return ("\n".join([f"- {escape(text)}", *below]),)


def _show_work(sections: list[Assignment], console: Console, language: str, *, full: bool) -> None:
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    words = words_of(language)
    narrow = console.width < NARROW
    table = Table(title=words["work"], box=box.SIMPLE_HEAD, title_justify="left", title_style="bold")
    table.add_column(words["number"], justify="right", no_wrap=True)
    table.add_column(words["task"], overflow="fold", ratio=5)
    if not narrow:
        table.add_column(words["due"], no_wrap=True)
        table.add_column(words["targets"], overflow="fold", ratio=2)
    for section in sections:
        heading = "; ".join(agency.name for agency in section.agencies) or section.heading
        table.add_row(section.number or "", f"[bold]{escape(heading)}[/bold]")
        for task in section.tasks:
            table.add_row("", *_task_cells(task, section.agencies, words, full=full, narrow=narrow))
    console.print(table)


def _show_closing(plan: Plan, console: Console, words: Mapping[str, Any]) -> None:
    if plan.reporting:
        often = ", ".join(frequency.value for frequency in plan.reporting.frequencies)
        to = "; ".join(agency.name for agency in plan.reporting.recipients)
        console.print(f"{words['reports']}: {often} → {to}", markup=False, highlight=False)
    if plan.signatory:
        console.print(f"{words['signed']}: {printable(plan.signatory.name)}", markup=False, highlight=False)
    tasks = sum(len(section.tasks) for section in plan.assignments)
    line = words["count"].format(
        indicators=len(plan.indicators),
        targets=sum(1 for _ in plan.targets()),
        sections=len(plan.assignments),
        tasks=tasks,
    )
    console.print(line, markup=False, highlight=False)


def _sections(plan: Plan, number: str | None) -> list[Assignment]:
    if number is None:
        return list(plan.assignments)
    chosen = [section for section in plan.assignments if section.number == number]
    if not chosen:
        known = ", ".join(section.number for section in plan.assignments if section.number) or "-"
        raise ChitieuError("cli.agency", number=number, known=known)
    return chosen


def _read(path: str, province: str | None, number: str | None, language: str, *, as_json: bool) -> None:
    import rich  # noqa: PLC0415

    from chitieu.exchange.json import to_json  # noqa: PLC0415

    plan, _ = open_plan(path, province)
    sections = _sections(plan, number)
    if as_json:
        from attrs import evolve  # noqa: PLC0415

        shown = plan if number is None else evolve(plan, assignments=tuple(sections))
        print(to_json(shown, indent=2))  # noqa: T201  (the output of the command)
        return
    console = rich.get_console()
    words = words_of(language)
    if number is None:
        _show_header(plan, console, words)
        _show_indicators(plan, console, language)
    _show_work(sections, console, language, full=number is not None)
    if number is None:
        _show_closing(plan, console, words)


@click.command(help="Read the plan in FILE and show its indicators and assignments.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@PROVINCE
@click.option("--json", "as_json", is_flag=True, help="Write the whole plan as JSON.")
@click.option("--agency", "number", metavar="N", help="Show only section N of the assignments, with its tasks in full.")
@LANGUAGE
def read(file: Path, province: str | None, number: str | None, lang: str, *, as_json: bool) -> None:
    """Show a plan."""
    with reporting(lang, str(file)):
        _read(str(file), province, number, lang, as_json=as_json)
