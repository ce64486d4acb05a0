"""``chitieu corpus``: a folder of plans as a Parquet dataset."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from chitieu.cli.opening import chosen_format
from chitieu.cli.output import LANGUAGE, complain, printable, reporting, words_of

__all__ = ["corpus"]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The dataset: a folder to make.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes side by side.")
@click.option(
    "--province", metavar="P", help="Slug of the format of all plans, or its file; each one's own is found by default."
)
@click.option("--overwrite", is_flag=True, help="Replace a dataset that is there already.")
@LANGUAGE
def corpus(*, folder: Path, output: Path, **asked: Any) -> None:
    """Read every plan below FOLDER and write them as tables: OUTPUT/indicators.parquet and so on.

    A file that is no plan or cannot be read is named on standard error and becomes a row of plans.parquet with its
    error; it stops nothing. Exit status 1 if no file could be read.
    """
    from chitieu.corpus import read_plans  # noqa: PLC0415  (the command starts fast)
    from chitieu.dataset import write_dataset  # noqa: PLC0415

    lang = asked["lang"]
    with reporting(lang):
        form, bar = chosen_format(asked["province"]), sys.stderr.isatty()
        rows = read_plans(folder, province=form, workers=asked["workers"], progress=bar)
        summary = write_dataset(rows, output, overwrite=asked["overwrite"])
    for row in summary.errors:
        if row.error is not None:
            complain(f"{row.path}: {row.error.message(lang).removeprefix(f'{row.path}: ')}")
    done = words_of(lang)["corpus"]["done"]
    click.echo(printable(done.format(plans=summary.plans, errors=len(summary.errors), folder=output)))
    for name, count in summary.rows.items():
        click.echo(f"  {name}.parquet: {count}")
    sys.exit(0 if summary.plans else 1)
