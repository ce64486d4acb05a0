"""Styles of .docx, as far as reading needs them: which list a paragraph is of, and in which font a run is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field, frozen

from chitieu.sources.package import children, first, get

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Styles", "read_styles"]

_MAX_CHAIN = 20


@frozen
class _Style:
    base: str
    number: str | None
    level: int | None
    fonts: tuple[str, ...]


def _fonts(properties: _Element | None) -> tuple[str, ...]:
    """Return the fonts of letters; those for Chinese and Arabic set none of ours."""
    element = first(properties, "rFonts")
    names = (get(element, name) for name in ("hAnsi", "ascii"))
    return tuple(name for name in names if name)


def _list(properties: _Element | None) -> tuple[str | None, int | None]:
    element = first(properties, "numPr")
    number, level = get(first(element, "numId"), "val"), get(first(element, "ilvl"), "val")
    return number, int(level) if level and level.isdecimal() else None


@define
class Styles:
    """The styles of a document by their identifier."""

    styles: dict[str, _Style] = field(factory=dict)
    default: str = ""
    default_fonts: tuple[str, ...] = ()

    def chain(self, name: str) -> list[_Style]:
        """Return a style and those it is based on, nearest first."""
        found: list[_Style] = []
        while name in self.styles and len(found) < _MAX_CHAIN:
            found.append(self.styles[name])
            name = found[-1].base
        return found

    def list_of(self, properties: _Element | None, style: str) -> tuple[str, int]:
        """Return the list and the level of a paragraph; no list is an empty name."""
        number, level = _list(properties)
        for item in self.chain(style):
            number = item.number if number is None else number
            level = item.level if level is None else level
        return ("", 0) if number in (None, "0") else (number or "", level or 0)

    def fonts(self, properties: _Element | None, style: str) -> tuple[str, ...]:
        """Return the fonts of a run in a paragraph of a style."""
        own = _fonts(properties)
        if own:
            return own
        run_style = get(first(properties, "rStyle"), "val") or ""
        chain = (*self.chain(run_style), *self.chain(style))
        return next((item.fonts for item in chain if item.fonts), self.default_fonts)


def read_styles(root: _Element | None) -> Styles:
    """Read ``styles.xml``."""
    found = Styles(default_fonts=_fonts(first(root, "docDefaults", "rPrDefault", "rPr")))
    for element in children(root, "style"):
        name = get(element, "styleId") or ""
        number, level = _list(first(element, "pPr"))
        base = get(first(element, "basedOn"), "val") or ""
        found.styles[name] = _Style(base, number, level, _fonts(first(element, "rPr")))
        if get(element, "type") == "paragraph" and get(element, "default") in ("1", "true", "on"):
            found.default = name
    return found
