"""What the commands that work on a plan share: how its format is chosen, and the plan with the format it is asked in."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

import click

from chitieu.errors import UnknownProvinceError

if TYPE_CHECKING:
    from chitieu.plan import Plan
    from chitieu.provinces import ProvinceFormat

__all__ = ["PROVINCE", "chosen_format", "open_plan"]

PROVINCE = click.option(
    "--province",
    metavar="P",
    help="Slug of the province's format, e.g. ben-tre, or its file; found in the header by default.",
)


def chosen_format(province: str | None) -> ProvinceFormat | None:
    """Return the format a user means; None where the header of each plan shall say it."""
    from chitieu.cli.formats import choose  # noqa: PLC0415  (the command starts fast)

    return choose(province).form if province else None


def open_plan(path: str | PathLike[str], province: str | None) -> tuple[Plan, ProvinceFormat]:
    """Read a plan; return it with the format whose agencies and indicators are known when it is asked.

    Args:
        path: the file.
        province: what the user wrote for ``--province``.

    Raises:
        ChitieuError: the file or the format cannot be read.
    """
    from chitieu.provinces import get_province  # noqa: PLC0415
    from chitieu.saving.opening import read_plan  # noqa: PLC0415

    form = chosen_format(province)
    plan = read_plan(path, form)
    try:
        return plan, form or get_province(plan.province)
    except UnknownProvinceError:  # it is from JSON, and was read where more formats are installed
        return plan, get_province("standard")
