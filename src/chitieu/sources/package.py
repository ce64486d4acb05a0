"""The XML inside a .docx: parts, what they are to each other, and a parser that expands and fetches nothing."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from typing import TYPE_CHECKING
from zipfile import ZipFile

from chitieu.errors import SourceError
from chitieu.extras import needs
from chitieu.sources.limits import read_part

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["children", "first", "get", "load", "local", "related"]


_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@lru_cache(maxsize=4096)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def local(element: _Element) -> str:
    """Return the name of an element without its namespace: strict and transitional files differ in nothing else."""
    return _bare(str(element.tag))


def get(element: _Element | None, name: str) -> str | None:
    """Return an attribute by its name without namespace."""
    if element is None:
        return None
    value = element.get(_WORD + name)
    if value is None and element.attrib:
        value = next((value for key, value in element.items() if _bare(str(key)) == name), None)
    return value


def children(element: _Element | None, name: str) -> list[_Element]:
    """Return the children of a name."""
    return [] if element is None else list(element.iterchildren(f"{{*}}{name}"))


def first(element: _Element | None, *names: str) -> _Element | None:
    """Follow a path of names from an element, taking the first child each time."""
    for name in names:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{name}"), None)
    return element


def load(package: ZipFile, name: str) -> _Element | None:
    """Parse a part, or return None if there is none.

    Raises:
        SourceError: the part is no well-formed XML.
        MissingExtraError: lxml is not installed.
    """
    with needs("docx", "lxml", ".docx"):
        from lxml import etree  # noqa: PLC0415
    data = read_part(package, name)
    if data is None:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("source.corrupt", reason=f"{name}: {error}") from error


def related(package: ZipFile, name: str) -> dict[str, str]:
    """Return the parts that a part speaks of, by the last word of their relation; those outside are left out."""
    folder, _, file = name.rpartition("/")
    root = load(package, posixpath.join(folder, "_rels", f"{file}.rels"))
    found: dict[str, str] = {}
    for relation in children(root, "Relationship"):
        target, kind = get(relation, "Target"), (get(relation, "Type") or "").rpartition("/")[2]
        if target and kind and get(relation, "TargetMode") != "External":
            found.setdefault(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
    return found
