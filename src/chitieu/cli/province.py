"""``chitieu province``: the formats there are, what they say, whether they are right, and a new one."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from chitieu.cli.output import LANGUAGE, json_text, printable, reporting, words_of

__all__ = ["province"]

_WHICH = click.argument("which", metavar="SLUG_OR_PATH")
_JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON.")

# The modules of formats are imported by the commands that use them: `--help` and `read` start without.


@click.group(help="Formats of provinces: list, show, check and write them.")
def province() -> None:
    """Hold the commands."""


@province.command(
    "list",
    short_help="List the formats there are.",
    help="List the formats there are, with where each comes from; broken plugins are named.",
)
@_JSON
@LANGUAGE
def list_formats(lang: str, *, as_json: bool) -> None:
    """List the formats."""
    from chitieu.cli.formats import all_formats  # noqa: PLC0415
    from chitieu.cli.province_tables import list_data, show_list  # noqa: PLC0415

    with reporting(lang):
        listed = list(all_formats())
        if as_json:
            _print_json(list_data(listed, lang))
        else:
            show_list(listed, lang)


@province.command(
    short_help="Show the settings of a format.",
    help="Show the settings in force of a format: of a slug, a TOML file or the folder of a plugin.",
)
@_WHICH
@click.option("--origin", is_flag=True, help="Show which format each setting comes from, and what it overrides.")
@_JSON
@click.option("--toml", "as_toml", is_flag=True, help="Write a format file that builds on no other.")
@LANGUAGE
def show(which: str, lang: str, *, origin: bool, as_json: bool, as_toml: bool) -> None:
    """Show a format."""
    from chitieu.cli.formats import choose  # noqa: PLC0415
    from chitieu.cli.province_tables import (  # noqa: PLC0415
        format_toml,
        origin_data,
        settings_data,
        show_origins,
        show_settings,
    )

    if as_toml and (as_json or origin):
        raise click.UsageError("--toml goes with neither --json nor --origin.")  # noqa: TRY003  (click prints it)
    with reporting(lang):
        form = choose(which).form
        if as_toml:
            _print(format_toml(form))
        elif as_json:
            _print_json(origin_data(form) if origin else settings_data(form))
        elif origin:
            show_origins(form, lang)
        else:
            show_settings(form, lang)


@province.command(
    short_help="Check a format with the conformance kit.",
    help="Check a format with the conformance kit: of a slug, a TOML file or the folder of a plugin.",
)
@_WHICH
@click.option(
    "--samples",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of sample texts; by default tests/samples in the folder of a plugin.",
)
@_JSON
@LANGUAGE
def check(which: str, samples: Path | None, lang: str, *, as_json: bool) -> None:
    """Check a format."""
    from chitieu.cli.formats import choose  # noqa: PLC0415
    from chitieu.cli.province_tables import report_data  # noqa: PLC0415
    from chitieu.testing import check_format  # noqa: PLC0415

    with reporting(lang):
        chosen = choose(which)
        report = check_format(chosen.file or chosen.form, samples=samples or chosen.samples)
        if as_json:
            _print_json(report_data(report))
        else:
            words = words_of(lang)["province"]
            count = len(report.failures)
            verdict = "good" if report.ok else "wrong_one" if count == 1 else "wrong"
            _print(f"{report}\n\n{words[verdict].format(count=count)}")
        sys.exit(0 if report.ok else 1)


@province.command(help="Print the JSON Schema of format files, for editors.")
def schema() -> None:
    """Print the schema."""
    from chitieu.provinces.json_schema import shipped_schema  # noqa: PLC0415

    _print(shipped_schema().rstrip())


@province.command(
    short_help="Write a new plugin package.",
    help="Write a plugin package for the province SLUG, e.g. lang-son, into a new folder chitieu-SLUG.",
)
@click.argument("slug")
@click.option("--name", help="Name of the province; by default that of the catalogue.")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Folder to write the new folder into; by default this one.",
)
@LANGUAGE
def new(slug: str, name: str | None, into: Path, lang: str) -> None:
    """Write a plugin package."""
    from chitieu.cli.scaffold import write_plugin  # noqa: PLC0415

    with reporting(lang):
        written = write_plugin(slug, name, into)
        words = words_of(lang)["province"]
        _print(words["written"].format(folder=written.folder))
        _print("  pip install -e '.[test]'\n  chitieu province check .\n  python -m pytest")
        if not written.areas:
            _print(words["unknown_area"].format(slug=slug, file=written.format_file))


def _print(text: str) -> None:
    click.echo(printable(text))


def _print_json(data: object) -> None:
    click.echo(json_text(data))
