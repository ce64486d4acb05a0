"""Find the province a document comes from, by the places where documents say it."""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen

from chitieu.areas import Area, name_key
from chitieu.areas import find as find_area
from chitieu.dates import match_date
from chitieu.provinces.fitting import format_for, place_areas
from chitieu.provinces.registry import get_province
from chitieu.provinces.schema import ProvinceFormat
from chitieu.text import SourceText

__all__ = ["DetectedProvince", "detect_province"]

_HEAD = 4000  # characters searched for header and place: more than any header has
_HEADER_ONLY = 1500
_PLACE = re.compile(r"([A-ZĐÀ-Ỹ][\w\s.\-]{1,40}?),\s*ngày\s")
_UNIT = re.compile(r"(?:TỈNH|THÀNH PHỐ|[Tt]ỉnh|[Tt]hành phố)\s+([A-ZĐÀ-Ỹ][\w\-]*(?:\s(?:-\s)?[A-ZĐÀ-Ỹ][\w\-]*){0,4})")
_NAME = re.compile(
    r"(?<!\w)(?<![Tt]ỉnh )(?<![Tt]hành phố )(?<!TỈNH )(?<!THÀNH PHỐ )"
    r"(?:(?:Báo|Đài|UBND|HĐND|Tại|Ở) )?([A-ZĐÀ-Ỹ]\w+(?: (?:- )?[A-ZĐÀ-Ỹ]\w+)*)"
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


def _named(text: str, on: date | None) -> Area | None:
    """Find the unit a run of words names; words too many are dropped from the right."""
    words = text.split()
    for count in range(min(len(words), 5), 0, -1):
        area = find_area(" ".join(words[:count]), on)
        if area:
            return area
    return None


def _dated_at(place: str, on: date | None) -> Area | None:
    """Find the province whose documents are dated at a place that is not its name (``Đông Hà``)."""
    for count in range(1, 5):
        found = place_areas(name_key(" ".join(place.split()[-count:])))
        area = next((area for area in found if on is None or area.exists_on(on)), None)
        if area is not None:
            return area
    return None


def _evidence(source: SourceText, on: date | None, limit: int) -> list[tuple[Area, str, str]]:
    head = source.flat[:_HEAD]
    found: list[tuple[Area, str, str]] = []
    for match in _UNIT.finditer(source.flat, 0, limit):
        kind = "issuer" if match.start() < _HEAD and match.group().isupper() else "body"
        area = _named(match[1], on)
        if area:
            found.append((area, kind, " ".join(match.group().split())))
    for match in _PLACE.finditer(head):
        area = _named(" ".join(match[1].split()[-4:]), on) or _named(match[1].split()[-1], on)
        for count in range(1, 5):
            area = area or _named(" ".join(match[1].split()[-count:]), on)
        area = area or _dated_at(match[1], on)
        if area:
            found.append((area, "place", " ".join(match.group().split())))
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
