"""The format a user means by a slug, a TOML file or the folder of a plugin; and all formats, the broken ones too."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from chitieu.errors import ChitieuError, ProvincePluginError, UnknownProvinceError
from chitieu.provinces.plugins import GROUP, find_plugins
from chitieu.provinces.registry import available_provinces, get_province, load_format, own_slugs, province_home
from chitieu.provinces.schema import ProvinceFormat

__all__ = ["Chosen", "Listed", "all_formats", "choose"]


@frozen
class Chosen:
    """The format that is meant.

    Attributes:
        form: the format.
        file: its file; None for a slug.
        samples: the folder of samples beside it, where there is one.
    """

    form: ProvinceFormat
    file: Path | None = None
    samples: Path | None = None


def choose(given: str) -> Chosen:
    """Find the format for a slug, a TOML file or the folder of a plugin.

    Args:
        given: what the user wrote; a slug that is known wins over a folder of that name.

    Raises:
        ChitieuError: it is none of these; or the format is broken.
    """
    path = Path(given)
    if path.suffix == ".toml":
        return Chosen(load_format(path), path)
    is_path = os.sep in given or (os.altsep or os.sep) in given or given in (os.curdir, os.pardir)
    if not is_path and (given in available_provinces() or not path.exists()):
        return Chosen(get_province(given))
    if path.is_file():
        return Chosen(load_format(path), path)
    file = _format_file(path)
    samples = path / "tests" / "samples"
    return Chosen(load_format(file), file, samples if samples.is_dir() else None)


def _format_file(folder: Path) -> Path:
    """Return the TOML file that the project in a folder offers."""
    values = _entry_points(folder)
    files = [value for value in values.values() if isinstance(value, str) and value.strip().endswith(".toml")]
    if not files:
        raise ChitieuError("cli.code" if values else "cli.no_format", folder=str(folder), slugs=", ".join(values))
    found = [file for value in files for file in _places(folder, value) if file.is_file()]
    if len(files) > 1:
        raise ChitieuError("cli.several", folder=str(folder), files=", ".join(map(str, found or files)))
    if not found:
        raise ChitieuError("cli.no_file", folder=str(folder), value=files[0])
    return found[0]


def _places(folder: Path, value: str) -> Iterator[Path]:
    """Yield where the file of an entry point may be in a project: under ``src``, or beside the project file."""
    package, _, name = (part.strip() for part in value.partition(":"))
    for root in (folder / "src", folder):
        yield root.joinpath(*package.split("."), name)


def _entry_points(folder: Path) -> Mapping[str, Any]:
    try:
        text = (folder / "pyproject.toml").read_text(encoding="utf-8")
        offered = tomllib.loads(text)["project"]["entry-points"][GROUP]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ChitieuError("cli.no_format", folder=str(folder)) from error
    return offered if isinstance(offered, Mapping) else {}


@frozen
class Listed:
    """A format in the list of all.

    Attributes:
        slug: its slug; `home`: where it comes from.
        form: the format, None where it cannot be used.
        error: why it cannot be used.
    """

    slug: str
    home: str
    form: ProvinceFormat | None = None
    error: ChitieuError | None = None


def all_formats() -> Iterator[Listed]:
    """Yield every format there is, by slug, with those that cannot be used."""
    for slug in available_provinces():
        try:
            yield Listed(slug, province_home(slug), get_province(slug))
        except (ProvincePluginError, UnknownProvinceError) as error:
            yield Listed(slug, province_home(slug), error=error)
        if slug in own_slugs():
            for plugin in find_plugins().get(slug, ()):
                hidden = ChitieuError("province.hidden", name=slug, plugin=str(plugin))
                yield Listed(slug, f"{plugin.distribution} {plugin.version}", error=hidden)
