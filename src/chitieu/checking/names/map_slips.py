"""What a text says of the map of provinces: of which kind one is, how many there are, which of them went together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from chitieu import areas
from chitieu.checking.names.ended_bodies import former_cities
from chitieu.checking.names.partners import is_over, listed_areas, longest_area
from chitieu.checking.texts.places import around, search_before
from chitieu.text import CAPITALS, SourceText

__all__ = ["MapSlip", "map_slips"]


@frozen
class MapSlip:
    """Something a text says of the provinces that is not so on its day.

    Attributes:
        start, end: where it stands.
        instead: what there is.
        to_come: whether it is wrong only of what is to come: what was reached may be told as it was.
    """

    start: int
    end: int
    instead: str
    to_come: bool = False


def map_slips(source: SourceText, day: date) -> Iterator[MapSlip]:
    """Yield what a text says of the provinces that is not so on a day, nor was before.

    >>> source = SourceText("Họp với thành phố Đồng Nai; xếp thứ 10/63 tỉnh, thành phố; sáp nhập tỉnh Long An và tỉnh Bến Tre")
    >>> [(source.clean(one.start, one.end), one.instead) for one in map_slips(source, date(2026, 1, 12))]
    [('thành phố Đồng Nai', 'Tỉnh Đồng Nai'), ('63 tỉnh', '34 tỉnh, thành phố'), ('tỉnh Bến Tre', 'Tỉnh Vĩnh Long')]
    """
    yield from _other_kinds(source, day)
    yield from _other_numbers(source, day)
    yield from _not_together(source, day)
    yield from _now_elsewhere(source, day)


# --- tỉnh and thành phố --------------------------------------------------------------------------------------

_KIND = re.compile(rf"(?<!\w)(?<!các )(?<!liên )(?P<kind>tỉnh|[Tt]hành phố|TP\.?)\s(?=[{CAPITALS}])")
_FOUNDS = re.compile(
    r"(?<!\w)(?:trở thành|thành lập|lên thành phố|đề án|trực thuộc|mục tiêu|hướng tới|nghị quyết)(?!\w)"
)
_SENTENCE = re.compile(r"[;|]|\.(?=\s|$)")
_REACH = 300
_AHEAD = timedelta(days=31)
"""How long before it is one a province may be called a city: the act is older than its day."""


def _other_kinds(source: SourceText, day: date) -> Iterator[MapSlip]:
    """Yield the provinces called cities, and the other way round, that never were."""
    for said in _KIND.finditer(source.flat):
        named = longest_area(source.flat, said.end(), len(source.flat))
        if named is None:
            continue
        area, end = named
        kind = "tỉnh" if said["kind"] == "tỉnh" else "thành phố"
        known = [one for one in area.history if one.exists_on(day) or (one.valid_from or date.min) <= day + _AHEAD]
        written = source.flat[said.end() : end]
        if any(one.kind.startswith(kind) for one in known) or written in former_cities():
            continue
        if _FOUNDS.search(_sentence(source, said.start())) is None:
            now = areas.find(area.short_name, on=day) or area
            yield MapSlip(said.start(), end, now.name)


def _sentence(source: SourceText, at: int) -> str:
    return "".join(around(_SENTENCE, source.lower, at, at, _REACH))


# --- how many there are --------------------------------------------------------------------------------------

_NUMBER = re.compile(
    r"(?:(?<=[0-9]/)|(?<=trong số )|(?<=trong tổng số )|(?<=trên tổng số )|(?<=cả nước có )|(?<=với )|(?<=trên )|(?<=trong )|(?<=của ))"
    r"(?P<number>[0-9]{2})\s(?:tỉnh(?!\w)|địa phương trong cả nước)"
)
_OTHERS = 63
"""How many there were until 30 June 2025."""


def _other_numbers(source: SourceText, day: date) -> Iterator[MapSlip]:
    """Yield the numbers of all provinces that are those of another time."""
    there = len(areas.on(day))
    if there == _OTHERS:
        return
    for said in _NUMBER.finditer(source.lower):
        if int(said["number"]) == _OTHERS and not is_over(source.lower, said.start(), day):
            yield MapSlip(said.start(), said.end(), f"{there} tỉnh, thành phố", to_come=True)


# --- which went together -------------------------------------------------------------------------------------

_TOGETHER = re.compile(
    r"(?<!\w)(?:sắp xếp|sáp nhập|hợp nhất|nhập)\s(?:nguyên trạng\s|toàn bộ\s[^;.|]{0,80}?\scủa\s|giữa\s|từ\s)?(?=(?:(?:các|0?[23]|hai|ba)\s)?(?:tỉnh|thành phố)\s)"
)


def _not_together(source: SourceText, day: date) -> Iterator[MapSlip]:
    """Yield the provinces said to have gone into one with the first of a list, which went into another."""
    for cue in _TOGETHER.finditer(source.lower):
        listed = list(listed_areas(source.flat, cue.end()))
        become = listed[0][0].successor if listed else None
        for area, start, end in listed:
            other = area.successor
            if become is not None and other is not None and other != become and other.exists_on(day):
                yield MapSlip(start, end, other.name)


# --- where one is now ----------------------------------------------------------------------------------------

_NOW = re.compile(
    rf"(?<!\w)(?P<former>[{CAPITALS}]\w*(?:(?:\s-\s|\s)[{CAPITALS}]\w*){{0,4}})(?:\s\(?(?:cũ|trước đây|trước (?:khi )?(?:sắp xếp|sáp nhập|hợp nhất))\)?)?"
    rf"(?:\s?[,(]\s?(?:hiện nay|hiện|nay) (?:là|thuộc)|\s(?:đã |được )*(?:sáp nhập|hợp nhất|nhập) (?:vào|về))(?:\s(?:về|địa bàn|phạm vi|một phần(?:\scủa)?))?\s(?=(?:các\s)?(?:tỉnh|[Tt]hành phố|TP\.?)\s|[{CAPITALS}])"
)
_OF_OTHER_KIND = re.compile(
    r"(?<!\w)(?:huyện|quận|thị xã|thị trấn|xã|phường|đường|phố|sông|cầu|cảng|khu|chợ|núi|cụm|trường|đại học)\s$",
    re.IGNORECASE,
)
"""Words before a name that is not of a province."""


def _now_elsewhere(source: SourceText, day: date) -> Iterator[MapSlip]:
    """Yield the provinces said to be what another one is now: *địa bàn tỉnh A (nay thuộc tỉnh B)*."""
    for said in _NOW.finditer(source.flat):
        former = areas.find(said["former"])
        if former is None or search_before(_OF_OTHER_KIND, source.flat, said.start(), _NEAR):
            continue
        become = next((one for one in former.history if one.exists_on(day)), former)
        named = list(listed_areas(source.flat, said.end()))
        if not named and (bare := longest_area(source.flat, said.end(), len(source.flat))) is not None:
            named = [(bare[0], said.end(), bare[1])]
        names = {area.short_name for area, _, _ in named}
        if names and become.short_name not in {former.short_name, *names}:
            yield MapSlip(said.start("former"), named[0][2], become.name)


_NEAR = 12
