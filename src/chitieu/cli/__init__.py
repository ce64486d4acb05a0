"""The command ``chitieu``: shows what the library does. Needs the extra ``cli`` (click and rich).

Exit status: 0 done; 1 the file could not be read as a plan or is no good format, holds nothing that was asked
for, or was checked and has errors; 2 the command was called wrongly.
"""

from __future__ import annotations

import io
import sys
import warnings
from typing import TYPE_CHECKING

from chitieu.errors import MissingExtraError, ProvincePluginWarning
from chitieu.extras import needs

if TYPE_CHECKING:
    from click import Group

__all__ = ["main"]


def _build() -> Group:
    with needs("cli", "click", "the command line"):
        import click  # noqa: PLC0415
        import rich  # noqa: F401, PLC0415

    from chitieu import __version__  # noqa: PLC0415
    from chitieu.cli.check import check  # noqa: PLC0415
    from chitieu.cli.corpus import corpus  # noqa: PLC0415
    from chitieu.cli.progress import progress  # noqa: PLC0415
    from chitieu.cli.province import province  # noqa: PLC0415
    from chitieu.cli.read import read  # noqa: PLC0415
    from chitieu.cli.report import report  # noqa: PLC0415
    from chitieu.cli.tasks import tasks  # noqa: PLC0415

    group = click.Group(help="Read Vietnamese public plans: indicators, targets, work given to agencies.")
    group.add_command(check)
    group.add_command(read)
    group.add_command(province)
    group.add_command(tasks)
    group.add_command(progress)
    group.add_command(report)
    group.add_command(corpus)
    return click.version_option(__version__, prog_name="chitieu")(group)


def _show_warning(message: Warning | str, *_: object) -> None:
    print(f"chitieu: {message}", file=sys.stderr)  # noqa: T201  (one line, as errors are)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe in a C locale would refuse Vietnamese: write UTF-8, and never fail on a character.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        command = _build()
    except MissingExtraError as error:
        sys.exit(f"chitieu: {error}")
    with warnings.catch_warnings():
        warnings.simplefilter("always", ProvincePluginWarning)
        warnings.showwarning = _show_warning  # type: ignore[assignment]
        try:
            command()
        except BrokenPipeError:  # the reader of the pipe has gone (… | head): not an error
            sys.stderr.close()
            sys.exit(0)
