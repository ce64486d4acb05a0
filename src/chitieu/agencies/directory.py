"""The directory of agencies: by name, province and day.

Departments come and go: seven ended on 28 February 2025 and the district level on 30 June 2025. Look-ups therefore
take a date, and no function here asks the clock for one. A province adds its own agencies in its format, and what its
format says of an agency of the catalogue holds there.

>>> import chitieu as ct
>>> from datetime import date
>>> old = ct.agencies.find("Sở KH&ĐT", province="ben-tre", on=date(2023, 1, 19))
>>> old.name, [record.name for record in old.successors(on=date(2025, 3, 1))]
('Sở Kế hoạch và Đầu tư', ['Sở Tài chính'])

Names inside sentences are read by `chitieu.agencies.reader`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from attrs import frozen

from chitieu import areas
from chitieu.agencies import groups as agency_groups
from chitieu.agencies.agency import Agency
from chitieu.agencies.groups import Expansion
from chitieu.agencies.known import Directory, directory, with_agencies
from chitieu.agencies.lookup import Words, lookup, place_words
from chitieu.agencies.records import AgencyRecord
from chitieu.errors import UnknownAgencyError, UnknownProvinceError
from chitieu.periods.dates import as_day
from chitieu.provinces import ProvinceFormat, get_province
from chitieu.text import fold

__all__ = [
    "expand",
    "find",
    "get",
    "on",
    "search",
]


@frozen(eq=False)
class _Province:
    """Where to look: the agencies, the slugs of the province, the words of its names; None allows any place."""

    directory: Directory
    slugs: frozenset[str] = frozenset()
    places: frozenset[Words] | None = None

    def has(self, record: AgencyRecord) -> bool:
        return not (self.slugs and record.only_in) or not self.slugs.isdisjoint(record.only_in)


def _line_of(area: areas.Area) -> tuple[areas.Area, ...]:
    """Return a unit and what it became: its agencies go on under the name of its successor."""
    return (area, *_line_of(area.successor)) if area.successor else (area,)


def _province(province: str | ProvinceFormat | None) -> _Province:
    if province is None:
        return _Province(directory())
    if isinstance(province, ProvinceFormat):
        return _of_format(province)
    try:
        return _of_format(get_province(province))
    except UnknownProvinceError:
        units = [area for area in areas.by_id().values() if area.slug == province]
        if not units:  # neither a format nor a province of that name
            raise
        return _of_areas(directory(), province, units)


def _of_areas(known: Directory, slug: str, units: list[areas.Area]) -> _Province:
    line = [unit for area in units for unit in _line_of(area)]
    places = frozenset(place_words(name) for unit in line for name in (unit.short_name, *unit.aliases))
    return _Province(known, frozenset({slug, *(area.slug for area in units)}), places or None)


@lru_cache(maxsize=128)
def _of_format(form: ProvinceFormat) -> _Province:
    local = with_agencies(agency.record() for agency in form.agencies)
    return _of_areas(local, form.slug, [areas.by_id()[key] for key in form.areas if key in areas.by_id()])


def find(name: str, province: str | ProvinceFormat | None = None, on: date | None = None) -> AgencyRecord | None:
    """Find an agency by any writing of its name.

    A full name, an abbreviation, another writing, the office of the person who heads it and the symbol of a
    document are understood; the name of the province behind it may stand or not. Accents count, case, dashes
    and commas do not; `search` is for what people type.

    Args:
        name: ``Sở KH&ĐT``, ``Giám đốc Sở Y tế``, ``Chánh Văn phòng UBND tỉnh``, ``12/TTr-STC``.
        province: slug of the province, or its format: its own agencies are known too, those of others are not.
        on: the day it must exist on. None takes the oldest of that name, an answer that no reform alters; who
            followed is in its `successors`.

    Returns:
        The agency; None if there is none of that name then, or several have it alike. `get` says which.

    Raises:
        UnknownProvinceError: there is no such province.
        NumberTypeError: `name` is no text, or `on` no date.

    >>> from datetime import date
    >>> [find(name).key for name in ("Giám đốc Sở Y tế", "Chánh Văn phòng UBND tỉnh", "12/TTr-STC")]
    ['syt', 'vpubnd', 'stc']
    >>> find("Sở LĐ-TB&XH", on=date(2025, 3, 1)) is None
    True
    >>> print(find("BPTV", province="binh-phuoc"))
    Đài Phát thanh - Truyền hình và Báo Bình Phước
    """
    where = _province(province)
    record = lookup(where.directory, name, None if on is None else as_day(on), where.places)
    return record if record and where.has(record) else None


def get(name: str, province: str | ProvinceFormat | None = None, on: date | None = None) -> AgencyRecord:
    """Return an agency by its key or any writing of its name.

    Args:
        name: a key (``skhdt``) or what `find` understands.
        province: slug of the province, or its format.
        on: the day it must exist on; None for any.

    Raises:
        UnknownAgencyError: there is none, or not on that day. The message says when it existed and who followed;
            ``records`` holds it.
        UnknownProvinceError: there is no such province.
        NumberTypeError: `on` is no date.

    >>> from datetime import date
    >>> get("Sở KH&ĐT", on=date(2025, 3, 1))
    Traceback (most recent call last):
    chitieu.errors.UnknownAgencyError: 'Sở KH&ĐT' does not exist on 2025-03-01; it existed: ...
    """
    record = _province(province).directory.records.get(name) or find(name, province, on) or find(name, province)
    if record is None:
        raise UnknownAgencyError("agency.unknown", found=name, records=())
    if on is not None and not record.exists_on(on):
        raise UnknownAgencyError(
            "agency.other_day", found=name, day=as_day(on).isoformat(), known=_life(record, on), records=(record,)
        )
    return record


def _life(record: AgencyRecord, day: date) -> str:
    span = f"{record} ({record.valid_from or '…'} - {record.valid_to or '…'})"
    after = ", ".join(str(successor) for successor in record.successors(day))
    return f"{span} → {after}" if after else span


def on(day: date, province: str | ProvinceFormat | None = None) -> tuple[AgencyRecord, ...]:
    """Return the agencies that exist on a day, in the order of the directory.

    Args:
        day: the day; of a ``datetime`` its date is taken.
        province: slug of the province, or its format. Agencies that only some provinces have are in the list
            (``everywhere`` is False), since no source says which have them.

    Raises:
        UnknownProvinceError: there is no such province.
        NumberTypeError: `day` is no date.

    >>> from datetime import date
    >>> departments = [sum(r.category == "sở" for r in on(day)) for day in (date(2025, 2, 28), date(2025, 3, 1))]
    >>> departments
    [15, 10]
    """
    where, day = _province(province), as_day(day)
    return tuple(r for r in where.directory.records.values() if r.exists_on(day) and where.has(r))


def expand(group: str | Agency, province: str | ProvinceFormat | None = None, on: date | None = None) -> Expansion:
    """Return whom the name of a group stands for.

    Args:
        group: ``các sở, ban, ngành tỉnh``, ``UBND các huyện, thành phố``; several groups in one name add up.
        province: slug of the province, or its format.
        on: the day the members must exist on; None takes those of all times.

    Returns:
        The members. A group nobody can list (``các cơ quan liên quan``), or that is not known, is open.

    Raises:
        UnknownProvinceError: there is no such province.
        NumberTypeError: `group` is no text, or `on` no date.

    >>> from datetime import date
    >>> group = expand("Các sở, ban, ngành tỉnh", province="ben-tre", on=date(2023, 1, 19))
    >>> len(group), group.members[0].name, group.open
    (19, 'Sở Kế hoạch và Đầu tư', False)
    >>> expand("các cơ quan, đơn vị liên quan").open
    True
    """
    where = _province(province)
    known: Mapping[str, AgencyRecord] = {r.key: r for r in where.directory.records.values() if where.has(r)}
    return agency_groups.expand_group(str(group) if isinstance(group, Agency) else group, known, on and as_day(on))


def search(text: str, province: str | ProvinceFormat | None = None, on: date | None = None) -> tuple[AgencyRecord, ...]:
    """Search the agencies the way people type: without accents, any case.

    Args:
        text: words, or beginnings of words, in their order: ``so ke hoach``, ``y te``, ``ldtbxh``.
        province: slug of the province, or its format.
        on: the day they must exist on; None searches all.

    Returns:
        The same name first, then names that begin so, then those with the words inside; each in the order of the
        directory. Nothing for a text without letters.

    Raises:
        UnknownProvinceError: there is no such province.
        NumberTypeError: `text` is no text, or `on` no date.

    >>> [record.name for record in search("so nong nghiep")]
    ['Sở Nông nghiệp và Phát triển nông thôn', 'Sở Nông nghiệp và Môi trường']
    """
    asked, day, where = _plain(text), on and as_day(on), _province(province)
    if not asked:
        return ()
    ranked = [
        (min(ranks), record)
        for record in where.directory.records.values()
        if (day is None or record.exists_on(day)) and where.has(record)
        if (ranks := [rank for writing in _writings(record) if (rank := _closeness(writing, asked)) is not None])
    ]
    return tuple(record for _, record in sorted(ranked, key=lambda entry: entry[0]))


def _writings(record: AgencyRecord) -> tuple[str, ...]:
    return tuple(map(_plain, (record.name, *record.aliases, *record.abbreviations, *record.symbols)))


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", fold(text).lower()).replace("đ", "d")
    return " ".join("".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c)).split())


def _closeness(writing: str, asked: str) -> int | None:
    """Say how close a plain writing is: 0 the same, 1 it begins so, 2 a word of it does; None if it is not there."""
    if asked.replace(" ", "") == writing.replace(" ", ""):
        return 0
    if writing.startswith(asked):
        return 1
    return 2 if f" {asked}" in writing else None
