"""Entry points of one group, found by looking at what installers leave on the path.

``importlib.metadata.entry_points`` gives the same answer and is far too slow for a look-up that every reading of a
document may make: with 200 distributions that have entry points its import takes 13 ms, the search 14 ms, and name
and version of the distributions, which it parses as mail headers, 22 ms; the scan below takes 3 ms, and reads name
and version only of a plugin that must be named. Whatever is no plain folder (zip files, eggs, finders of other
loaders) is left to ``importlib.metadata``.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from importlib.metadata import Distribution

__all__ = ["Offer", "offers"]

_INFO = (".dist-info", ".egg-info")


@frozen
class Offer:
    """One entry point.

    Attributes:
        name: its name; `value`: what it points to.
        info: the folder its distribution is described in, or the distribution's own name and version where
            there is no such folder.
    """

    name: str
    value: str
    info: Path | tuple[str, str]

    def identity(self) -> tuple[str, str]:
        """Return name and version of the distribution."""
        if isinstance(self.info, tuple):
            return self.info
        name, _, version = self.info.stem.partition("-")
        headers = _headers(self.info)
        return headers.get("name", name or "?"), headers.get("version", version or "?")


def _headers(info: Path) -> dict[str, str]:
    """Return the headers of a description up to the first empty line, names in lower case."""
    text = _read(info / "METADATA") or _read(info / "PKG-INFO")
    pairs = (line.partition(":") for line in text.partition("\n\n")[0].splitlines() if line[:1].isalpha())
    return {name.lower(): value.strip() for name, _, value in pairs}


def _read(file: Path) -> str:
    """Return the text of a file; nothing where there is none, and never an error: other plugins must be found."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def offers(group: str, path: Iterable[str]) -> Iterator[Offer]:
    """Yield the entry points of a group, in the order of the path; of two distributions of one name the first counts.

    Args:
        group: the name of the group.
        path: folders and files as in ``sys.path``.
    """
    seen: set[str] = set()
    if any(map(_is_foreign, sys.meta_path)):
        yield from _from_metadata(group, list(path), seen)
        return
    for place in path:
        if place.endswith(".egg") or Path(place).is_file():
            yield from _from_metadata(group, [place], seen)
        else:
            yield from _from_folder(group, place, seen)


def _is_foreign(finder: object) -> bool:
    """Whether a finder may know distributions that lie in no folder; the backport of importlib.metadata looks at folders."""
    if not hasattr(finder, "find_distributions") or finder is PathFinder:
        return False
    return type(finder).__module__.partition(".")[0] != "importlib_metadata"


def _from_folder(group: str, folder: str, seen: set[str]) -> Iterator[Offer]:
    try:
        with os.scandir(folder or os.curdir) as entries:
            infos = sorted(entry.path for entry in entries if entry.name.lower().endswith(_INFO))
    except OSError:  # much of sys.path may not exist
        return
    for info in map(Path, infos):
        if _new(info.stem.partition("-")[0], seen):
            yield from (Offer(*pair, info) for pair in _pairs(group, _read(info / "entry_points.txt")))


def _from_metadata(group: str, path: list[str], seen: set[str]) -> Iterator[Offer]:
    from importlib.metadata import distributions  # noqa: PLC0415  (slow to load, needed by few)

    for found in distributions(path=path):
        name, version, text = _described(found)
        if _new(name, seen):
            yield from (Offer(*pair, (name, version)) for pair in _pairs(group, text))


def _described(found: Distribution) -> tuple[str, str, str]:
    try:
        return found.metadata["Name"] or "?", found.version or "?", found.read_text("entry_points.txt") or ""
    except Exception:  # noqa: BLE001  (a distribution that cannot describe itself must not hide the others)
        return "?", "?", ""


def _new(name: str, seen: set[str]) -> bool:
    """Whether no distribution of this name, in its normal writing, was seen yet."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    known = key in seen and key != "?"
    seen.add(key)
    return not known


def _pairs(group: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield name and value of the entry points of a group in the text of ``entry_points.txt``."""
    if group not in text:
        return
    inside = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            inside = line.strip("[]").strip() == group
        elif inside and line and not line.startswith("#"):
            name, _, value = line.partition("=")
            yield name.strip(), value.strip()
