"""``chitieu check``: what is wrong with plans, as text, JSON or SARIF."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chitieu.cli.check_input import CheckedFile, read_silences
from chitieu.cli.opening import PROVINCE, chosen_format
from chitieu.cli.output import LANGUAGE, complain, printable, reporting, words_of
from chitieu.errors import ChitieuError, NotAPlanError

if TYPE_CHECKING:
    from chitieu.checking import Rule, Silence
    from chitieu.plan import Plan
    from chitieu.provinces import ProvinceFormat

__all__ = ["check"]


def _rules(chosen: Sequence[str], skipped: Sequence[str]) -> tuple[Rule, ...]:
    """Return the rules to run; a code that no rule has is an error."""
    from chitieu.checking.registry import rules_named  # noqa: PLC0415  (the command starts fast)

    left_out = {rule.code for code in skipped for rule in rules_named(code)}
    asked = [rule for code in chosen or ("*",) for rule in rules_named(code)]
    return tuple({rule.code: rule for rule in asked if rule.code not in left_out}.values())


def _read(path: str, form: ProvinceFormat | None) -> CheckedFile:
    """Read a file as a plan; one that holds none is checked as a text."""
    from chitieu.reading import parse_plan  # noqa: PLC0415
    from chitieu.saving.opening import saved_plan  # noqa: PLC0415
    from chitieu.sources.opening import document_of, load_bytes  # noqa: PLC0415

    shown = "<stdin>" if path == "-" else path
    data, name = load_bytes(sys.stdin.buffer.read() if path == "-" else path)
    saved = saved_plan(data, name)
    if saved is not None:
        return CheckedFile(shown, plan=saved)
    document = document_of(data, name)
    try:
        return CheckedFile(shown, document, parse_plan(document.text, form))
    except NotAPlanError:
        return CheckedFile(shown, document)


def _checked(
    path: str,
    form: ProvinceFormat | None,
    others: Sequence[Plan | str],
    rules: Sequence[Rule],
    silences: Iterable[Silence],
) -> CheckedFile:
    from attrs import evolve  # noqa: PLC0415

    from chitieu.checking import run_checks  # noqa: PLC0415

    try:
        read = _read(path, form)
    except ChitieuError as error:  # one bad file does not stop the others
        return CheckedFile(path, error=error)
    return evolve(read, report=run_checks(read.subject, *others, rules=rules, silences=silences))


def _list_rules(language: str) -> None:
    from chitieu.checking import available_rules  # noqa: PLC0415

    width = max(len(rule.code) for rule in available_rules())
    for rule in available_rules():
        severity = words_of(language)["check"][rule.severity.value]
        click.echo(f"{rule.code:<{width}}  {severity:<8}  {printable(rule.title_in(language))}")


def _tell(files: Sequence[CheckedFile], silences: Sequence[Silence], lang: str) -> None:
    """Say on standard error what kept a file from being checked as a plan, and which silences were for nothing."""
    words = words_of(lang)["check"]
    for file in files:
        if file.error is not None:
            complain(f"{file.path}: {file.error.message(lang).removeprefix(f'{file.path}: ')}")
        elif file.plan is None:
            complain(words["text_only"].format(path=file.path))
        elif file.document is None:
            complain(words["no_text"].format(path=file.path))
    used = [finding for file in files if file.report for finding, _ in file.report.silenced]
    for silence in silences:
        if not any(silence.covers(finding) for finding in used):
            complain(words["unused"].format(code=silence.code, about=silence.about or "*"))


def _status(files: Sequence[CheckedFile], *, strict: bool) -> int:
    failing = {"error", "warning"} if strict else {"error"}
    bad = any(file.error or any(one.severity.value in failing for one in file.findings) for file in files)
    return int(bad)


_HELP = """Check the plan in each FILE for mistakes of arithmetic, dates and names; - reads standard input.

Exit status: 0 nothing grave; 1 errors were found (with --strict also warnings), or a file cannot be read; 2 the
command was called wrongly."""


@click.command(help=_HELP)
@click.argument("files", nargs=-1, type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option(
    "--rule",
    "chosen",
    multiple=True,
    metavar="CODE",
    help="Run only this rule; * stands for any letters. May be repeated.",
)
@click.option("--skip", "skipped", multiple=True, metavar="CODE", help="Do not run this rule. May be repeated.")
@click.option(
    "--against",
    multiple=True,
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="A plan, resolution or text the plans should agree with. May be repeated.",
)
@click.option(
    "--silences",
    "silence_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="TOML file of findings that are known, each with its reason.",
)
@PROVINCE
@click.option("--strict", is_flag=True, help="End with status 1 on warnings too.")
@click.option("-v", "--verbose", is_flag=True, help="Show also the sums that hold and what was silenced.")
@click.option("--list", "listing", is_flag=True, help="List the rules and end.")
@LANGUAGE
@click.pass_context
def check(ctx: click.Context, /, files: tuple[str, ...], form: str, lang: str, **options: Any) -> None:
    """Check plans."""
    if options["listing"]:
        _list_rules(lang)
        return
    if not files:
        raise click.UsageError(words_of(lang)["check"]["no_file"])
    from chitieu.cli.check_output import WRITERS, Shown  # noqa: PLC0415

    with reporting(lang):
        rules = _asked_rules(ctx, options)
        silences = read_silences(options["silence_file"]) if options["silence_file"] else ()
        province = chosen_format(options["province"])
    others = []
    for path in options["against"]:
        with reporting(lang, path):
            others.append(_read(path, province).subject)
    done = [_checked(path, province, others, rules, silences) for path in files]
    shown = Shown(tuple(done), rules, lang, verbose=options["verbose"], wrapped=sys.stdout.isatty())
    color = False if os.environ.get("NO_COLOR") else None  # None: only in a terminal
    click.echo(WRITERS[form](shown), nl=False, color=color)
    _tell(done, silences, lang)
    sys.exit(_status(done, strict=options["strict"]))


def _asked_rules(ctx: click.Context, options: dict[str, Any]) -> tuple[Rule, ...]:
    from chitieu.checking import RuleError  # noqa: PLC0415

    try:
        return _rules(options["chosen"], options["skipped"])
    except RuleError as error:
        if error.code != "rule.unknown":  # a distribution offers rules that are none
            raise
        raise click.UsageError(error.message(ctx.params["lang"])) from error
