"""Provinces and centrally-run cities, each with the dates between which it exists.

The map changed on 1 July 2025 (63 units became 34) and names are not identities: the Tuyên Quang of
today is larger than the one of 2024, and seven codes changed owner. Look-ups therefore take a date, and no
function here asks the clock for one.

>>> import chitieu as ct
>>> from datetime import date
>>> ben_tre = ct.areas.find("Bến Tre", on=date(2025, 6, 30))
>>> print(ben_tre.successor)
Tỉnh Vĩnh Long
>>> print(ct.areas.get("86", on=date(2025, 7, 1)))
Tỉnh Vĩnh Long

The catalogue holds the units of 1 August 2008 and all that came of them. For a day before that it answers
with the units of 1 August 2008.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TypeAlias

from attrs import field, frozen

from chitieu.errors import NumberTypeError, UnknownAreaError
from chitieu.text import fold

__all__ = ["Area", "SortKey", "by_id", "find", "get", "name_key", "on", "search", "sort_key"]

_KIND = re.compile(r"^(tỉnh|thành phố|tp) ")
_PLAIN_KIND = re.compile(r"^(?:tinh|thanh pho|tp) ")
_CODE = re.compile(r"[0-9]{2}")
_MARKS = re.compile("[\u0300-\u036f]+")


@frozen
class Area:
    """One province or city of the first level.

    A unit is one record for as long as it lasts. A merger ends all units that go into it, also the one whose
    name goes on, and begins a new one; so does a change of status (``tỉnh`` to ``thành phố``).

    Attributes:
        id: key of the record, e.g. ``83-legacy``.
        name: official name (``Tỉnh Bến Tre``); `short_name`: the name alone (``Bến Tre``).
        kind: ``tỉnh`` or ``thành phố trực thuộc trung ương``.
        code: the two-digit code in force while it exists.
        source: the legal act.
        aliases: other writings.
        valid_from, valid_to: first and last day; None where it is not bounded.
        successor_id: `id` of the unit it went into; None while it lasts.

    >>> from datetime import date
    >>> area = find("Bến Tre", on=date(2024, 5, 1))
    >>> area.name, area.code, area.slug
    ('Tỉnh Bến Tre', '83', 'ben-tre')
    >>> area.successor.name, [unit.short_name for unit in area.successor.predecessors]
    ('Tỉnh Vĩnh Long', ['Bến Tre', 'Trà Vinh', 'Vĩnh Long'])
    """

    id: str
    name: str
    short_name: str
    kind: str
    code: str
    source: str
    aliases: tuple[str, ...] = field(default=(), converter=tuple)
    valid_from: date | None = None
    valid_to: date | None = None
    successor_id: str | None = None

    @property
    def successor(self) -> Area | None:
        """The unit this one went into on the day after its last; None while it lasts."""
        return by_id().get(self.successor_id) if self.successor_id else None

    @property
    def predecessors(self) -> tuple[Area, ...]:
        """The units that went into this one on its first day, in the order of their codes."""
        return _by_successor().get(self.id, ())

    @property
    def history(self) -> tuple[Area, ...]:
        """Everything that led to this unit, the unit itself, and what it became; by first day, then code.

        The other units that went into a successor are no part of it: they led to the successor alone.

        >>> from datetime import date
        >>> [f"{unit} {unit.valid_from or '…'}" for unit in get("75", on=date(2025, 6, 30)).history]
        ['Tỉnh Đồng Nai …', 'Tỉnh Đồng Nai 2025-07-01', 'Thành phố Đồng Nai 2026-04-30']
        >>> [unit.short_name for unit in get("75", on=date(2025, 7, 1)).history]
        ['Bình Phước', 'Đồng Nai', 'Đồng Nai', 'Đồng Nai']
        """
        line = (*_before(self), self, *_after(self))
        return tuple(sorted(line, key=lambda area: (_start(area), area.code)))

    @property
    def slug(self) -> str:
        """The short name in lower-case ASCII letters and hyphens: ``ba-ria-vung-tau``."""
        return _plain(self.short_name).replace(" ", "-")

    def exists_on(self, day: date) -> bool:
        """Whether the unit exists on a day.

        Raises:
            NumberTypeError: `day` is no date.
        """
        day = _day(day)
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def __str__(self) -> str:
        return self.name


def _day(given: date) -> date:
    # A text must be refused here: compared with nothing, it would pass for every unit without bounds.
    if not isinstance(given, date):
        raise NumberTypeError("date.type", found=type(given).__name__)
    return given.date() if isinstance(given, datetime) else given


def _is_code(given: object) -> bool:
    return isinstance(given, str) and _CODE.fullmatch(given) is not None


def _start(area: Area) -> date:
    return area.valid_from or date.min


def _before(area: Area) -> Iterator[Area]:
    # Nothing comes twice: a unit goes into one other.
    for unit in area.predecessors:
        yield from _before(unit)
        yield unit


def _after(area: Area) -> Iterator[Area]:
    unit = area.successor
    while unit is not None:
        yield unit
        unit = unit.successor


@cache
def _records() -> tuple[Area, ...]:
    data = tomllib.loads(resources.files("chitieu").joinpath("data/areas.toml").read_text(encoding="utf-8"))
    records = (Area(successor_id=record.pop("successor", None), **record) for record in data["area"])
    return tuple(sorted(records, key=lambda area: (_start(area), area.code)))


@cache
def by_id() -> Mapping[str, Area]:
    """Return every record by its id, those of units that have ended too.

    >>> by_id()["83-legacy"].short_name
    'Bến Tre'
    """
    return MappingProxyType({area.id: area for area in _records()})


@cache
def _by_successor() -> dict[str, tuple[Area, ...]]:
    ends = {area.successor_id for area in _records() if area.successor_id}
    return {
        end: tuple(sorted((area for area in _records() if area.successor_id == end), key=lambda area: area.code))
        for end in ends
    }


@cache
def _by_name() -> dict[str, tuple[Area, ...]]:
    # Own names stand before other writings: Thừa Thiên Huế is the province first, then the city it became.
    own = [(name, area) for area in _records() for name in (area.name, area.short_name)]
    other = [(name, area) for area in _records() for name in area.aliases]
    found: dict[str, dict[str, Area]] = {}
    for name, area in own + other:
        found.setdefault(name_key(name), {}).setdefault(area.id, area)
    return {name: tuple(areas.values()) for name, areas in found.items()}


@cache
def _plain_writings() -> tuple[tuple[Area, tuple[str, ...]], ...]:
    return tuple((area, tuple({_plain(name) for name in (area.short_name, *area.aliases)})) for area in _records())


def name_key(name: str) -> str:
    """Return what two writings of one place name share: no case, no kind of unit, dashes as spaces.

    >>> name_key("TỈNH BÀ RỊA – VŨNG TÀU") == name_key("Bà Rịa-Vũng Tàu")
    True
    """
    return _KIND.sub("", _spaced(name))


def _spaced(name: str) -> str:
    return re.sub(r"[\s.\-]+", " ", fold(name).lower()).strip()


def _plain(name: str) -> str:
    """Return a name as it is typed without a Vietnamese keyboard, words apart by one space, no kind of unit."""
    letters = _MARKS.sub("", unicodedata.normalize("NFD", fold(name).lower())).replace("đ", "d")
    return _PLAIN_KIND.sub("", " ".join(re.findall(r"[^\W_]+", letters)))


def on(day: date) -> tuple[Area, ...]:
    """Return the units that exist on a day, in the order of their codes.

    Args:
        day: the day; of a ``datetime`` its date is taken.

    Raises:
        NumberTypeError: `day` is no date.

    >>> from datetime import date
    >>> len(on(date(2025, 6, 30))), len(on(date(2025, 7, 1)))
    (63, 34)
    """
    return tuple(sorted((area for area in _records() if area.exists_on(day)), key=lambda area: area.code))


def find(name: str, on: date | None = None) -> Area | None:
    """Find a unit by its name, its short name or another writing of it.

    Accents count, case and dashes do not; `search` is for what people type. A kind of unit before the name
    chooses among records that fit otherwise (``Thành phố Đồng Nai`` is the city of 2026); it refuses none.

    Args:
        name: any writing: ``Bến Tre``, ``TỈNH BẾN TRE``, ``TP.HCM``.
        on: the day it must exist on. None takes the oldest record of that name, an answer that no later
            change of the map alters; what it became is in its `history`.

    Returns:
        The unit, or None if none of that name exists then.

    Raises:
        NumberTypeError: `name` is no text, or `on` no date.

    >>> from datetime import date
    >>> find("TỈNH BẾN TRE").code
    '83'
    >>> find("Bến Tre", on=date(2025, 7, 1)) is None
    True
    """
    day = None if on is None else _day(on)
    kind = _KIND.match(_spaced(name))
    found = [area for area in _by_name().get(name_key(name), ()) if day is None or area.exists_on(day)]
    of_kind = (area for area in found if kind and (kind[1] == "tỉnh") == (area.kind == "tỉnh"))
    return next(of_kind, found[0] if found else None)


def get(code: str, on: date) -> Area:
    """Return the unit that has a code on a day.

    Args:
        code: two digits as text, ``"01"``; an integer has lost its zero and is refused.
        on: the day, since codes changed hands: 15 was Yên Bái to 30 June 2025 and is Lào Cai now.

    Raises:
        UnknownAreaError: this is no code, or no unit has it on that day. The units that had it on
            other days are in its ``areas``.
        NumberTypeError: `on` is no date.

    >>> from datetime import date
    >>> get("15", on=date(2025, 6, 30)).short_name, get("15", on=date(2025, 7, 1)).short_name
    ('Yên Bái', 'Lào Cai')
    """
    day = _day(on)
    if not _is_code(code):
        raise UnknownAreaError("area.code", found=repr(code), type=type(code).__name__, areas=())
    owners = tuple(area for area in _records() if area.code == code)
    for area in owners:
        if area.exists_on(day):
            return area
    if not owners:
        raise UnknownAreaError("area.unknown", found=code, areas=())
    known = ", ".join(f"{area} ({area.valid_from or '…'} - {area.valid_to or '…'})" for area in owners)
    raise UnknownAreaError("area.other_day", found=code, day=day.isoformat(), known=known, areas=owners)


def search(text: str, on: date | None = None) -> tuple[Area, ...]:
    """Search the units the way people type: without accents, any case, with or without spaces and dashes.

    Args:
        text: the beginning of a name or of a word of it, or any part of it: ``ba ria``, ``daklak``, ``tp hcm``.
        on: the day the units must exist on; None searches all records.

    Returns:
        The same name first, then names that begin so, names with a word that begins so, and names that hold
        the text; each group in Vietnamese order, records of one name by first day. Nothing for a text
        without letters.

    Raises:
        NumberTypeError: `text` is no text, or `on` no date.

    >>> from datetime import date
    >>> [area.short_name for area in search("ha n", on=date(2025, 6, 30))]
    ['Hà Nam', 'Hà Nội']
    >>> [area.short_name for area in search("hoa", on=date(2025, 6, 30))]
    ['Hòa Bình', 'Khánh Hòa', 'Thanh Hóa']
    """
    day = None if on is None else _day(on)
    asked = _plain(text)
    if not asked:
        return ()
    found: list[tuple[int, SortKey, date, Area]] = []
    for area, names in _plain_writings():
        ranks = [rank for rank in (_closeness(name, asked) for name in names) if rank is not None]
        if ranks and (day is None or area.exists_on(day)):
            found.append((min(ranks), sort_key(area.short_name), _start(area), area))
    return tuple(area for *_, area in sorted(found, key=lambda entry: entry[:3]))


def _closeness(name: str, asked: str) -> int | None:
    """Say how close a plain name is to a plain text: 0 the same to 3 somewhere in it; None if it is not there."""
    words = name.split()
    tails = ["".join(words[at:]) for at in range(len(words))]
    joined = asked.replace(" ", "")
    if tails[0] == joined:
        return 0
    if tails[0].startswith(joined):
        return 1
    if any(tail.startswith(joined) for tail in tails):
        return 2
    return 3 if asked in name else None


# The order of Vietnamese dictionaries, as the Vietnam Lexicography Centre states it (Vũ Xuân Lương, "Quy tắc sắp
# xếp ABC"). Unicode's collation for Vietnamese has the same alphabet and tones, but weighs the letters of the
# whole text before any tone; a dictionary goes syllable by syllable, and so do lists of provinces.
_ALPHABET = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTERS = {letter: place for place, letter in enumerate(_ALPHABET)}
_QUALITIES = "\u0302\u0306\u031b"  # circumflex, breve and horn make other letters
_TONES = {tone: place for place, tone in enumerate("\u0300\u0309\u0303\u0301\u0323", 1)}  # huyền hỏi ngã sắc nặng
_LETTER = re.compile("([^\\W_])([\u0300-\u036f]*)")
_SYLLABLE = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")

SortKey: TypeAlias = tuple[tuple[tuple[tuple[int, ...], tuple[int, ...]], ...], tuple[bool, ...], str]
"""What `sort_key` returns: letters and tones by syllable, then case, then the text itself."""


def sort_key(name: str) -> SortKey:
    """Return a key that sorts names in Vietnamese order.

    Syllable by syllable, the letters are compared (a ă â b c d đ e ê …), then the tones (none, huyền, hỏi,
    ngã, sắc, nặng); if all are the same, small letters stand before capitals. What stands between syllables
    counts last. Keys are the same only for texts that differ in nothing but their encoding.

    Args:
        name: any text.

    Raises:
        NumberTypeError: `name` is no text.

    >>> sorted(["Đồng Nai", "Hạ Long", "Cần Thơ", "Hà Nội", "Cao Bằng", "Dak Lak"], key=sort_key)
    ['Cao Bằng', 'Cần Thơ', 'Dak Lak', 'Đồng Nai', 'Hà Nội', 'Hạ Long']
    """
    text = unicodedata.normalize("NFC", fold(name))
    letters = unicodedata.normalize("NFD", text)
    syllables = tuple(_syllable_key(syllable) for syllable in _SYLLABLE.findall(letters))
    return syllables, tuple(letter.isupper() for letter, _ in _LETTER.findall(letters)), text


def _syllable_key(syllable: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    pairs: list[tuple[str, str]] = _LETTER.findall(syllable.lower())
    tones = (_TONES.get(mark, len(_TONES) + 1) for _, marks in pairs for mark in marks if mark not in _QUALITIES)
    return tuple(_letter_place(letter, marks) for letter, marks in pairs), tuple(tones)


def _letter_place(letter: str, marks: str) -> int:
    quality = "".join(mark for mark in marks if mark in _QUALITIES)
    whole = unicodedata.normalize("NFC", letter + quality)
    # A letter of another alphabet stands behind z; an unknown mark leaves the letter where it was.
    return _LETTERS.get(whole, _LETTERS.get(letter, len(_LETTERS) + ord(letter)))
