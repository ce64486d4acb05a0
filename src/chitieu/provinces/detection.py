"""Find the province a document comes from, by the places where documents say it."""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen

from chitieu.areas import Area, find_area, name_key
from chitieu.dates import match_date
from chitieu.provinces.registry import available_provinces, get_province
from chitieu.text import SourceText

__all__ = ["DetectedProvince", "detect_province"]

_HEAD = 4000  # characters searched for header and place: more than any header has
_HEADER_ONLY = 1500
_PLACE = re.compile(r"([A-ZĐÀ-Ỹ][\w\s.\-]{1,40}?),\s*ngày\s")
_UNIT = re.compile(r"(?:TỈNH|THÀNH PHỐ|[Tt]ỉnh|[Tt]hành phố)\s+([A-ZĐÀ-Ỹ][\w\-]*(?:\s(?:-\s)?[A-ZĐÀ-Ỹ][\w\-]*){0,4})")
_WEIGHTS = {"issuer": 10, "place": 5, "body": 1}


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


def _day(source: SourceText) -> date | None:
    for match in re.finditer(r"ngày\s+(?=[0-9])", source.lower[:_HEAD]):
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
        if area:
            found.append((area, "place", " ".join(match.group().split())))
    return found


def _slug(area: Area) -> str:
    return next((slug for slug in available_provinces() if get_province(slug).area == area.id), "standard")


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


def detect_in_header(source: SourceText) -> str:
    """Return the slug of the format for the province named in a document's header, else ``standard``."""
    ranked = _rank(source, _day(source), _HEADER_ONLY)
    return ranked[0].slug if ranked else "standard"


def _rank(source: SourceText, on: date | None, limit: int) -> tuple[DetectedProvince, ...]:
    scores: dict[str, int] = {}
    reasons: dict[str, list[str]] = {}
    areas: dict[str, Area] = {}
    for area, kind, quote in _evidence(source, on, limit):
        areas[area.id] = area
        scores[area.id] = scores.get(area.id, 0) + _WEIGHTS[kind]
        said = reasons.setdefault(area.id, [])
        if kind != "body" or not said:
            said.append(f"{kind}: {quote}")
    ranked = sorted(scores, key=lambda key: (-scores[key], name_key(areas[key].short_name)))
    return tuple(DetectedProvince(_slug(areas[key]), areas[key], scores[key], tuple(reasons[key])) for key in ranked)
