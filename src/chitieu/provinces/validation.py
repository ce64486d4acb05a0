"""What must hold in a format beyond the kinds of its values: names that exist, marks that do not collide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chitieu import areas, indicators
from chitieu.agencies.records import agency_records
from chitieu.errors import ChitieuError, UnitError
from chitieu.levels import works
from chitieu.provinces.local_indicators import LocalIndicator
from chitieu.provinces.schema import ProvinceFormat
from chitieu.provinces.toml_places import Path
from chitieu.units.table import with_writings

__all__ = ["faults"]

Fault = tuple[Path, object, str, tuple[str | ChitieuError, ...]]
"""Path of the setting, what was found, key of what is allowed, options."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEY = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_RESERVED = frozenset({"root", "para", "bullet"})
"""Names the outline has for what is no level."""
_LAST_SAFE_DAY = 28


def faults(form: ProvinceFormat) -> Iterator[Fault]:
    """Yield what is wrong with a format."""
    for part in (_identity, _levels, _layout, _units, _local_indicators, _indicators, _agencies, _reporting):
        yield from part(form)


def _identity(form: ProvinceFormat) -> Iterator[Fault]:
    if not form.slug:
        yield ("slug",), form.slug, "required", ()
    elif not _SLUG.fullmatch(form.slug):
        yield ("slug",), form.slug, "slug", ()
    if not form.name:
        yield ("name",), form.name, "required", ()
    known = areas.by_id() if form.areas else {}
    for at, area in enumerate(form.areas):
        if area not in known:
            yield ("areas", at), area, "area", tuple(sorted(known))[:8]
    if form.valid_from and form.valid_to and form.valid_from > form.valid_to:
        yield ("valid_to",), form.valid_to, "days", (str(form.valid_from),)


def _levels(form: ProvinceFormat) -> Iterator[Fault]:
    taken: dict[str, str] = {}
    for name, level in form.levels.items():
        if name in _RESERVED:
            yield ("levels", name), name, "level_name", ()
        for at, written in enumerate(level.forms):
            if not works(written):
                yield ("levels", name, "forms", at), written, "form", ()
            if taken.setdefault(written.strip(), name) != name:
                yield ("levels", name, "forms", at), written, "level_taken", (taken[written.strip()],)
        if not level.forms:
            yield ("levels", name), None, "forms", ()


def _layout(form: ProvinceFormat) -> Iterator[Fault]:
    known = tuple(form.levels)
    for at, name in enumerate(form.layout.levels):
        if name not in form.levels:
            yield ("layout", "levels", at), name, "level", known
    if form.layout.levels and form.layout.indicator_item not in form.levels:
        yield ("layout", "indicator_item"), form.layout.indicator_item, "level", known


def _units(form: ProvinceFormat) -> Iterator[Fault]:
    for writing, label in form.units.items():
        try:
            with_writings({writing: label})
        except UnitError as error:
            yield ("units", writing), label, "unit", (error,)


def _local_indicators(form: ProvinceFormat) -> Iterator[Fault]:
    catalogue = indicators.catalogue().records if form.local_indicators else {}
    keys = [indicator.key for indicator in form.local_indicators]
    for at, indicator in enumerate(form.local_indicators):
        place = ("local_indicators", at)
        if not indicator.key:
            yield (*place, "key"), indicator.key, "required", ()
        elif not _KEY.fullmatch(indicator.key):
            yield (*place, "key"), indicator.key, "indicator_key", ()
        elif indicator.key in keys[:at] or indicator.key in catalogue:
            yield (*place, "key"), indicator.key, "indicator_unique", ()
        low, high = indicator.minimum, indicator.maximum
        if low is not None and high is not None and low > high:
            yield (*place, "maximum"), high, "lowest", (str(low),)
        if indicator.part_of is not None and indicator.part_of not in keys and indicator.part_of not in catalogue:
            yield (*place, "part_of"), indicator.part_of, "indicator", tuple(sorted(catalogue))[:8]
        yield from _names(place, indicator)


def _names(place: Path, indicator: LocalIndicator) -> Iterator[Fault]:
    """Yield the names that are those of an indicator of the catalogue."""
    if not indicator.name:
        yield (*place, "name"), indicator.name, "required", ()
    written = [((*place, "name"), indicator.name)]
    written += [((*place, "aliases", at), name) for at, name in enumerate(indicator.aliases)]
    for path, name in written:
        match = indicators.match_indicator(name)
        if match is not None and match.confidence == 1:
            yield path, name, "indicator_name", (match.key,)


def _indicators(form: ProvinceFormat) -> Iterator[Fault]:
    known = {record.key for record in indicators.available_indicators()} if form.indicators else set()
    known |= {indicator.key for indicator in form.local_indicators}
    for key in form.indicators:
        if key not in known:
            yield ("indicators", key), key, "indicator", tuple(sorted(known))[:8]


def _agencies(form: ProvinceFormat) -> Iterator[Fault]:
    national = {record.key for record in agency_records()} if form.agencies else set()
    keys: set[str] = set()
    for at, agency in enumerate(form.agencies):
        if not agency.key:
            yield ("agencies", at, "key"), agency.key, "required", ()
        elif not _SLUG.fullmatch(agency.key):
            yield ("agencies", at, "key"), agency.key, "slug", ()
        if agency.key in keys or agency.key in national:
            yield ("agencies", at, "key"), agency.key, "unique", ()
        if not agency.name:
            yield ("agencies", at, "name"), agency.name, "required", ()
        keys.add(agency.key)
    for at, agency in enumerate(form.agencies):
        if agency.successor and agency.successor not in keys | national:
            yield ("agencies", at, "successor"), agency.successor, "agency", ()


def _reporting(form: ProvinceFormat) -> Iterator[Fault]:
    day = form.reporting.day
    if day is not None and not 1 <= day <= _LAST_SAFE_DAY:
        yield ("reporting", "day"), day, "day_of_month", ()
