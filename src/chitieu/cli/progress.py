"""``chitieu progress``: the targets of a plan beside their results, rated, and what could not be compared."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chitieu.cli.opening import PROVINCE, open_plan
from chitieu.cli.output import LANGUAGE, day_option, escape, json_text, period_words, printable, reporting, words_of

if TYPE_CHECKING:
    from rich.console import Console

    from chitieu.exchange.actuals import Actuals
    from chitieu.monitoring.progress_values import Progress, ProgressRow
    from chitieu.periods.period import Period
    from chitieu.plan import PlannedIndicator
    from chitieu.quantities.quantity import Quantity

__all__ = ["progress"]

_RULES = ("chitieu", "official-2019")
_COLOURS = {"exceeded": "green", "met": "green", "nearly": "yellow", "missed": "red", "pending": "dim"}
_PLACES, _INDENT = 6, 2
_NARROW = 100  # seven columns need more room than those of other commands


def _share(ratio: Fraction | None) -> str:
    """Write a ratio for people: 97,4%."""
    from chitieu.numbers.decimals import format_number, rounded, scaled  # noqa: PLC0415  (the command starts fast)

    return "" if ratio is None else f"{format_number(rounded(scaled(Decimal(100), ratio), 1))}%"


def _rating(row: ProgressRow, words: Mapping[str, Any]) -> str:
    """Write the rating, with the one so far, a mark where the side is assumed, and what the reporter called it."""
    text: str = words["ratings"][row.rating.name.lower()]
    if row.verdict.so_far is not None:
        text += f"\n({words['so_far']}: {words['ratings'][row.verdict.so_far.name.lower()]})"
    if row.verdict.assumed:
        text += "*"
    if row.agrees is False and row.verdict.official is not None:
        text += f"\n({words['official']}: {words['ratings'][row.verdict.official.name.lower()]})"
    return text


def _result(row: ProgressRow, period: Period | None, language: str) -> str:
    if row.observation is None:
        return ""
    shown = row.observation.shown or "-"
    own = row.observation.period
    return shown if own == period else f"{shown} ({period_words(own, language)})"


def _cells(row: ProgressRow, period: Period | None, words: Mapping[str, Any], language: str) -> tuple[str, ...]:
    kind = words["kinds"].get(row.kind.value)
    name = f"{row.indicator.name} ({kind})" if kind and row.kind is row.indicator.kind else row.indicator.name
    result = _result(row, period, language)
    shown = (name, str(row.target), result, _rating(row, words), _share(row.completion), _share(row.pace))
    return (row.indicator.number or "", *map(escape, shown))


def _laid_out(rows: Sequence[ProgressRow]) -> Iterator[tuple[ProgressRow, int, PlannedIndicator | None]]:
    """Yield each row with how deep it stands, and the line it is a part of where that has not been shown yet."""
    depths: dict[int, int] = {}
    for row in rows:
        above = row.above
        heading = above if above is not None and id(above) not in depths else None
        depth = 0 if above is None else depths.setdefault(id(above), 0) + 1
        depths.setdefault(id(row.indicator), depth)
        yield row, depth, heading


def _below(cells: tuple[str, ...], words: Mapping[str, Any]) -> tuple[str, str]:
    """Put all that belongs to a target under its name, for narrow terminals."""
    number, name, *rest = cells
    keys = ("target", "result", "rating", "completion", "pace")
    lines = [f"  {words[key]}: {' '.join(cell.split())}" for key, cell in zip(keys, rest, strict=True) if cell]
    return number, "\n".join([name, *lines])


def _show_rows(found: Progress, console: Console, words: Mapping[str, Any], language: str) -> None:
    from rich import box  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    narrow = console.width < _NARROW
    title = words["title"].format(period=period_words(found.period, language) if found.period else "-")
    table = Table(title=escape(title), box=box.SIMPLE_HEAD, title_justify="left", title_style="bold")
    table.add_column(words["number"], justify="right", no_wrap=True)
    table.add_column(words["indicator"], overflow="fold", ratio=4)
    if not narrow:
        table.add_column(words["target"], overflow="fold", ratio=3)
        table.add_column(words["result"], overflow="fold", ratio=3)
        table.add_column(words["rating"], overflow="fold", ratio=2)
        table.add_column(words["completion"], justify="right", no_wrap=True)
        table.add_column(words["pace"], justify="right", no_wrap=True)
    for row, depth, heading in _laid_out(found.rows):
        if heading:
            table.add_row(heading.number or "", escape(heading.name))
        cells = _cells(row, found.period, words, language)
        colour = _COLOURS[row.rating.name.lower()]
        number, name, *rest = _below(cells, words) if narrow else cells
        if not narrow:
            rest[2] = f"[{colour}]{rest[2]}[/{colour}]"
        table.add_row(number, Padding(name, (0, 0, 0, _INDENT * depth)), *rest)
    console.print(table)


def _show_summary(found: Progress, console: Console, words: Mapping[str, Any], language: str) -> None:
    def say(text: str) -> None:
        console.print(printable(text), markup=False, highlight=False)

    summary = found.summary
    say(summary.sentence(language))
    for name, counts in (("counts", summary.counts), ("striving", summary.striving)):
        told = [f"{words['ratings'][rating.name.lower()]} {count}" for rating, count in counts.items() if count]
        if told:
            say(f"{words[name]}: {', '.join(told)}")
    if summary.disagreements:
        say(words["disagreements"].format(count=summary.disagreements))
    if any(row.verdict.assumed for row in found.rows):
        say(words["assumed"])


def _doubts(found: Progress, actuals: Actuals, language: str) -> list[dict[str, str | None]]:
    """Return what was not compared and what could not be read, with a code and a sentence each."""
    read: list[dict[str, str | None]] = [
        {"code": problem.code, "place": f"{problem.file}: {problem.place}", "message": problem.message(language)}
        for problem in actuals.problems
    ]
    compared: list[dict[str, str | None]] = [
        {
            "code": doubt.reason.code,
            "place": doubt.observation.source or None,
            "indicator": doubt.observation.indicator,
            "message": f"{doubt.observation}: {doubt.reason.message(language)}",
        }
        for doubt in found.doubts
    ]
    return [*read, *compared]


def _show_list(title: str, lines: Iterator[str], console: Console) -> None:
    told = list(lines)
    if told:
        console.print(f"\n{title}", markup=False, highlight=False, style="bold")
        for line in told:
            console.print(f"- {printable(line)}", markup=False, highlight=False)


def _amount(quantity: Quantity | None) -> dict[str, str] | None:
    return None if quantity is None else {"value": f"{quantity.value:f}", "unit": quantity.unit.label}


def _ratio(ratio: Fraction | None) -> str | None:
    from chitieu.numbers.decimals import rounded, scaled  # noqa: PLC0415

    return None if ratio is None else f"{rounded(scaled(Decimal(1), ratio), _PLACES):f}"


def _row_data(row: ProgressRow, language: str) -> dict[str, Any]:
    item, verdict = row.observation, row.verdict
    result = None if item is None else {
        "text": item.shown,
        "value": _amount(item.value),
        "upper": _amount(item.upper),
        "words": item.words,
        "period": str(item.period),
        "status": item.status.value,
        "source": item.source,
        "note": item.note,
        "official": item.official.value if item.official else None,
    }  # fmt: skip
    return {
        "number": row.indicator.number,
        "indicator": row.indicator.indicator,
        "name": row.indicator.name,
        "kind": row.kind.value,
        "target": str(row.target),
        "result": result,
        "rating": row.rating.value,
        "so_far": verdict.so_far.value if verdict.so_far else None,
        "assumed": verdict.assumed,
        "reason": {"code": row.reason.code, "message": row.reason.message(language)},
        "compared": _amount(verdict.compared),
        "gap": _amount(verdict.gap),
        "completion": _ratio(row.completion),
        "pace": _ratio(row.pace),
    }


def _as_json(found: Progress, actuals: Actuals, language: str) -> str:
    summary = found.summary
    data = {
        "period": str(found.period) if found.period else None,
        "on": found.on.isoformat() if found.on else None,
        "rule": found.rule.name,
        "summary": {
            "sentence": summary.sentence(language),
            "total": summary.total,
            "reached": summary.reached,
            "counts": {rating.value: count for rating, count in summary.counts.items()},
            "striving": {rating.value: count for rating, count in summary.striving.items()},
            "disagreements": summary.disagreements,
        },
        "rows": [_row_data(row, language) for row in found.rows],
        "doubts": _doubts(found, actuals, language),
        "unmeasured": [line.name for line in found.unmeasured],
    }
    return json_text(data)


def _progress(plan_path: Path, actuals_path: Path, asked: Mapping[str, Any]) -> bool:
    """Show the progress; return whether everything could be read and compared."""
    import rich  # noqa: PLC0415

    from chitieu.exchange.actuals import read_actuals  # noqa: PLC0415
    from chitieu.monitoring.plan_progress import progress as compare  # noqa: PLC0415
    from chitieu.monitoring.rating_rule import RatingRule  # noqa: PLC0415
    from chitieu.periods.period import Calendar  # noqa: PLC0415

    language = asked["lang"]
    with reporting(language, str(plan_path)):
        plan, form = open_plan(plan_path, asked["province"])
    rule = RatingRule.official_2019() if asked["rule"] == _RULES[1] else RatingRule()
    with reporting(language, str(actuals_path)), form.in_use():
        actuals = read_actuals(actuals_path, period=plan.period)
        found = compare(plan, actuals.observations, on=asked["on"], rule=rule, calendar=Calendar(asked["calendar"]))
    clean = not (found.doubts or actuals.problems)
    if asked["form"] == "json":
        print(_as_json(found, actuals, language))  # noqa: T201  (the output of the command)
        return clean
    console, words = rich.get_console(), {**words_of(language), **words_of(language)["progress"]}
    _show_rows(found, console, words, language)
    _show_summary(found, console, words, language)
    _show_list(words["unmeasured"], (line.name for line in found.unmeasured), console)
    _show_list(words["doubts"], (str(doubt["message"]) for doubt in _doubts(found, actuals, language)), console)
    return clean


@click.command(
    help="Compare the targets of PLAN with the results in ACTUALS (.xlsx or .csv).\n\n"
    "Exit status: 0 compared; 1 a file could not be read, or with --strict something was not compared; "
    "2 called wrongly."
)
@click.argument("plan", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("actuals", type=click.Path(dir_okay=False, path_type=Path))
@day_option("--on", help="The day that is today (30/9/2026): figures of the future are doubts.")
@click.option("--rule", type=click.Choice(_RULES), default=_RULES[0], show_default=True, help="How results are rated.")
@click.option(
    "--calendar",
    type=click.Choice(["statistical", "administrative"]),
    default="statistical",
    show_default=True,
    help="Which days periods have, for the pace.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Exit with status 1 if any result was not read or not compared.")
@PROVINCE
@LANGUAGE
def progress(plan: Path, actuals: Path, **asked: Any) -> None:
    """Show targets beside results."""
    if not _progress(plan, actuals, asked) and asked["strict"]:
        sys.exit(1)
