"""The agency, or group of agencies, whose name begins at a place of a text."""

from __future__ import annotations

import re

from chitieu.agencies.agency import Agency
from chitieu.agencies.known import directory, name_words_of
from chitieu.agencies.names import name_end, name_words
from chitieu.agencies.openings import BRANCH, FIRST_WORD, GROUP, HEAD, MEDIA_HOUSE, OPEN_GROUP, TITLE
from chitieu.text import CAPITALS

__all__ = ["match_agency", "open_group", "proper_tail", "skip_title"]

_NAME_WORD = re.compile(r"[\w&]+(?:-[\w&]+)*")
_CITIES = "Hà Nội|Hồ Chí Minh|Đà Nẵng|Hải Phòng|Cần Thơ|Huế|Đồng Nai|Quảng Ninh|Bắc Ninh"
_LOWER_UNIT = re.compile(
    rf"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân)\s+(?:huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|thành phố(?!\s(?:{_CITIES})(?!\w)))"
    rf"(?P<name>(?:\s[{CAPITALS}][\w]*|\s[0-9]{{1,2}}(?![\w/]))+)"
)
"""A committee of a unit below the province, with the name of the unit."""
_INSPECTORS = re.compile(r"Thanh tra\s(?=Sở\s[^\W\d_])")
"""The inspectors of a department, who are one body with it in their name."""
_LEVEL = re.compile(r"\s+(?:tỉnh|thành phố)(?!\w)")
_COMMUNE = re.compile(rf"\s+(?:xã|phường|đặc khu)(?! hội)(?![\w/])(?!\s[{CAPITALS}])")
"""The level behind an office of a commune: ``Công an xã`` is not the police of the province."""
_LONGEST_NAME = 16  # words
_LETTERS = re.compile(r"[\w&]+")
_GAP_INSIDE = re.compile(r"[\s,\-]*")


def match_agency(flat: str, pos: int, end: int | None = None) -> tuple[Agency, int] | None:
    """Match the agency whose name starts at a place; return it and the offset after its name.

    Args:
        flat: folded text with line breaks as spaces.
        pos: offset of the first letter.
        end: offset to stop at.
    """
    end = len(flat) if end is None else end
    first = FIRST_WORD.match(flat, pos, end)
    known = directory()
    if first is None or first.group().lower() not in known.first_words:
        return None
    group = GROUP.match(flat, pos, end)
    if group:
        return Agency(" ".join(group.group().split()), None, group=True), group.end()
    house = MEDIA_HOUSE.match(flat, pos, end)
    if house:
        name = " ".join(house.group().split())
        return Agency(name, known.names.get(name_words_of(name))), house.end()
    branch = _branch(flat, pos, end)
    if branch:
        return branch
    head = HEAD.match(flat, pos, end) or (known.heads and known.heads.match(flat, pos, end))
    if head is None or TITLE.match(head.group() + " x"):
        return None
    return _known_agency(flat, pos, end, head.group()) or _open_agency(flat, pos, head.end(), end)


def _known_agency(flat: str, pos: int, end: int, head: str) -> tuple[Agency, int] | None:
    """Take the longest name of the directory in force, with the level or place behind it."""
    names = directory().names
    words, ends = _read_words(flat, pos, end)
    within = _INSPECTORS.match(flat, pos, end)
    if within and (inner := match_agency(flat, within.end(), end)) is not None:  # "Thanh tra Sở Y tế"
        return Agency(" ".join(flat[pos : inner[1]].split())), inner[1]
    for count in range(min(len(words), _LONGEST_NAME), 0, -1):
        key = names.get(tuple(words[:count]))
        if key is not None:
            stop = _name_stop(flat, ends[count - 1], end, head)
            place = _LOWER_UNIT.match(flat, pos, end)
            if place and name_words().documents.match(flat, place.start("name") + 1):  # "trình UBND xã Kế hoạch …"
                end, place = place.start("name"), None
            if place and place.end() > stop:  # "UBND phường Âu Lâu" is not the committee of the province
                key, stop = None, place.end()
            elif commune := _COMMUNE.match(flat, stop, end):
                record = directory().records.get(key)
                key, stop = (key if record is not None and record.several else None), commune.end()
            return Agency(" ".join(flat[pos:stop].split()), key), stop
    return None


def _name_stop(flat: str, stop: int, end: int, head: str) -> int:
    """Return where a known name ends: behind its level, or for a school behind the place it is called after."""
    level = _LEVEL.match(flat, stop, end)
    if level:
        return level.end()
    return proper_tail(flat, stop, end) if head == "Trường" else stop


def _read_words(flat: str, pos: int, end: int) -> tuple[list[str], list[int]]:
    """Return the words from a place on in lower case, as far as they may be one name, each with the offset after it."""
    words: list[str] = []
    ends: list[int] = []
    for word in _NAME_WORD.finditer(flat, pos, min(end, pos + 120)):
        if len(words) >= _LONGEST_NAME or (ends and not _GAP_INSIDE.fullmatch(flat, ends[-1], word.start())):
            break
        for part in _LETTERS.finditer(word.group()):
            words.append(part.group().lower())
            ends.append(word.start() + part.end())
    return words, ends


_STAND_ALONE = frozenset({"UBND", "HĐND"})


def _branch(flat: str, pos: int, end: int) -> tuple[Agency, int] | None:
    """Take ``Ngành Thuế``, ``Bộ Y tế``: a branch is called after a department, a ministry after a branch."""
    lead = BRANCH.match(flat, pos, end)
    if lead is None:
        return None
    names, branches = directory().names, name_words().branches
    words, ends = _read_words(flat, lead.end(), end)
    for count in range(min(len(words), _LONGEST_NAME), 0, -1):
        if ("sở", *words[:count]) in names or tuple(words[:count]) in branches:
            return Agency(" ".join(flat[pos : ends[count - 1]].split())), ends[count - 1]
    return None


def _open_agency(flat: str, pos: int, after: int, end: int) -> tuple[Agency, int] | None:
    """Take an agency the catalogue does not know: its head and the words of its name behind it."""
    stop = name_end(flat, pos, after, end, HEAD)
    name = " ".join(flat[pos:stop].split())
    if stop == after and name not in _STAND_ALONE and (" " not in name or name.lower() in name_words().kinds):
        return None
    return Agency(name), stop


def skip_title(flat: str, pos: int, end: int) -> int:
    """Pass over the office of a person before the agency: ``Giám đốc`` ┃ ``Sở Y tế``."""
    title = None if GROUP.match(flat, pos, end) else TITLE.match(flat, pos, end)
    agency = title and (HEAD.match(flat, title.end(), end) or GROUP.match(flat, title.end(), end))
    return title.end() if title and agency else pos


def open_group(flat: str, pos: int, end: int) -> tuple[Agency, int] | None:
    """Match ``các ngành, địa phương`` at a place, where the words before say that agencies follow."""
    match = OPEN_GROUP.match(flat, pos, end)
    return (Agency(" ".join(match.group().split()), None, group=True), match.end()) if match else None


def proper_tail(flat: str, stop: int, end: int) -> int:
    """Take the place behind a known name: ``Ngân hàng Nhà nước Chi nhánh`` ← ``Bến Tre``."""
    match = re.compile(rf"(?:\s+(?:tỉnh|Chi nhánh|chi nhánh|khu vực|Khu vực|[{CAPITALS}][\w]*|[0-9]+))+").match(
        flat, stop, end
    )
    return match.end() if match else stop
