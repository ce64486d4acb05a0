"""Find the province a document comes from, by the places where documents say it."""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen

from chitieu.areas import Area, name_key
from chitieu.areas import find as find_area
from chitieu.periods.dates import match_date
from chitieu.provinces.fitting import format_for, place_areas
from chitieu.provinces.registry import get_province
from chitieu.provinces.schema import ProvinceFormat
from chitieu.text import CAPITALS, SourceText

__all__ = ["DetectedProvince", "detect_province"]

_HEAD = 4000  # characters searched for header and place: more than any header has
_HEADER_ONLY = 1500
_PLACE = re.compile(rf"([{CAPITALS}][\w\s.\-]{{1,40}}?),\s*ngày\s")
_WORD = rf"[{CAPITALS}][\w\-]*"
_UNIT = re.compile(rf"(TỈNH|THÀNH PHỐ|[Tt]ỉnh|[Tt]hành phố)\s+({_WORD}(?:\s(?:-\s)?{_WORD}){{0,4}})")
_NAME = re.compile(
    r"(?<!\w)(?<![Tt]ỉnh )(?<![Tt]hành phố )(?<!TỈNH )(?<!THÀNH PHỐ )"
    rf"(?:(?:Báo|Đài|UBND|HĐND|Tại|Ở) )?([{CAPITALS}]\w+(?: (?:- )?[{CAPITALS}]\w+)*)"
)
_PERSON = "Hồ Chí Minh"  # without "thành phố" the man, not the city
_WEIGHTS = {"issuer": 10, "place": 5, "body": 1, "name": 1}


@frozen
class DetectedProvince:
    """A province a text may come from.

    Attributes:
        slug: the format that fits: its own where there is one, else ``standard``.
        area: the unit of the catalogue.
        score: the sum of the weights of what speaks for it; compare within one text only.
        reasons: what was found, for people.

    >>> found, *_ = detect_province("UBND TỈNH BẾN TRE")
    >>> found.slug, found.score, found.reasons
    ('ben-tre', 10, ('issuer: TỈNH BẾN TRE',))
    """

    slug: str
    area: Area
    score: int
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        return self.slug


_DATE = re.compile(r"ngày\s+(?=[0-9])|(?<![0-9/.\-])(?=[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4}(?![0-9]))")


def _day(source: SourceText) -> date | None:
    for match in _DATE.finditer(source.lower[:_HEAD]):
        found = match_date(source.lower, match.end())
        if found and found.value:
            return found.value
    return None


_MOST_WORDS = 5  # of a province's name


def _named(text: str, on: date | None) -> tuple[Area, str] | None:
    """Find the unit a run of words begins with; return it and the words that name it."""
    words = text.split()
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        name = " ".join(words[:count])
        area = find_area(name, on)
        if area:
            return area, name
    return None


def _dated_at(place: str, on: date | None) -> tuple[Area, str] | None:
    """Find the unit that the words before ``, ngày`` end with, by its name or by a place its documents are dated at."""
    words = place.split()
    names = [" ".join(words[-count:]) for count in range(min(len(words), _MOST_WORDS), 0, -1)]
    for name in names:
        area = find_area(name, on)
        if area:
            return area, name
    for name in names:
        found = place_areas(name_key(name))
        area = next((area for area in found if on is None or area.exists_on(on)), None)
        if area is not None:
            return area, name
    return None


def _evidence(source: SourceText, on: date | None, limit: int) -> list[tuple[Area, str, str]]:
    found: list[tuple[Area, str, str]] = []
    for match in _UNIT.finditer(source.flat, 0, limit):
        named = _named(match[2], on)
        if named:
            area, name = named
            quote = f"{match[1]} {name}"
            found.append((area, "issuer" if match.start() < _HEAD and quote.isupper() else "body", quote))
    for match in _PLACE.finditer(source.flat, 0, min(limit, _HEAD)):
        dated = _dated_at(match[1], on)
        if dated:
            found.append((dated[0], "place", f"{dated[1]}, ngày"))
    if all(kind == "body" for _, kind, _ in found):  # no header: a news item, a speech
        found += _bare_names(source, on, limit)
    return found


def _bare_names(source: SourceText, on: date | None, limit: int) -> list[tuple[Area, str, str]]:
    """Find the units named without their kind (``Bến Tre: …``), where no capital beside makes it another name."""
    names = (match[1] for match in _NAME.finditer(source.text, 0, limit))
    areas = ((name, find_area(name, on)) for name in names if name != _PERSON)
    return [(area, "name", name) for name, area in areas if area]


def _slug(area: Area, on: date | None) -> str:
    form = format_for(area, on)
    return form.slug if form else "standard"


def detect_province(text: str, on: date | None = None) -> tuple[DetectedProvince, ...]:
    r"""Rank the provinces a document may come from, the likeliest first.

    Args:
        text: the document.
        on: the day it was issued; None takes the first full date of the text. A province that did not
            exist then is no candidate.

    Returns:
        Candidates with reasons; empty if the text names no province.

    >>> text = "ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE\n|\nBến Tre, ngày 19 tháng 01 năm 2023"
    >>> detect_province(text)[0].slug
    'ben-tre'
    """
    source = SourceText(text)
    return _rank(source, on or _day(source), len(source.flat))


def detect_in_header(source: SourceText) -> ProvinceFormat:
    """Return the format for the province named in a document's header, else ``standard``."""
    ranked = _rank(source, _day(source), _HEADER_ONLY)
    return get_province(ranked[0].slug if ranked else "standard")


def _rank(source: SourceText, on: date | None, limit: int) -> tuple[DetectedProvince, ...]:
    scores: dict[str, int] = {}
    reasons: dict[str, list[str]] = {}
    areas: dict[str, Area] = {}
    for area, kind, quote in _evidence(source, on, limit):
        areas[area.id] = area
        scores[area.id] = scores.get(area.id, 0) + _WEIGHTS[kind]
        said = reasons.setdefault(area.id, [])
        if _WEIGHTS[kind] > 1 or not said:
            said.append(f"{kind}: {quote}")
    ranked = sorted(scores, key=lambda key: (-scores[key], name_key(areas[key].short_name)))
    return tuple(
        DetectedProvince(_slug(areas[key], on), areas[key], scores[key], tuple(reasons[key])) for key in ranked
    )
