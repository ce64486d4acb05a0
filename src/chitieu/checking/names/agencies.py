"""Rules about names that have their days: agencies, the district level, provinces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta

from attrs import evolve

from chitieu import areas
from chitieu.agencies.agency import Agency
from chitieu.agencies.directory import find
from chitieu.agencies.directory import get as get_agency
from chitieu.agencies.records import AgencyRecord
from chitieu.checking.names.done_then import did_then
from chitieu.checking.names.ended_bodies import EndedBody, ended_body, ended_data, former_cities
from chitieu.checking.names.map_slips import map_slips
from chitieu.checking.names.named_agencies import PROVINCIAL, NamedAgency, area_of, is_former, named_agencies, with_area
from chitieu.checking.names.named_areas import named_areas
from chitieu.checking.names.out_of_time import out_of_time
from chitieu.checking.names.own_province import organs_elsewhere, place_elsewhere
from chitieu.checking.names.partners import is_over, partners
from chitieu.checking.names.unheard_departments import is_unheard_department
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.documents.identity import find_home
from chitieu.errors import UnknownAgencyError, UnknownProvinceError
from chitieu.findings import Severity
from chitieu.text import Span, fold

__all__ = ["agency_elsewhere", "agency_not_existing", "area_not_existing"]


_NEXT_DAY = timedelta(days=1)


@rule(
    "agency-not-existing",
    title="Every agency exists on the day of the plan",
    message="'{about}' does not exist on {day}; instead: {instead}",
    severity=Severity.ERROR,
)
def agency_not_existing(subject: Subject) -> Iterator[RuleFault]:
    """An agency that has ended or is not there yet, with who follows or came before; the district level with them."""
    found: dict[str, list[NamedAgency]] = {}
    told: dict[str, tuple[date, str]] = {}
    for named, key, day, instead in (*_of_the_day(subject), *_of_other_times(subject)):
        if not is_former(subject, named):
            told.setdefault(key, (day, instead))
            found.setdefault(key, []).append(named)
    for key, places in found.items():
        first, *more = places
        related = _apart(first.span, [place.span for place in more])
        day, instead = told[key]
        fields = {"day": day, "instead": instead}
        yield RuleFault(first.agency.name, first.span, first.piece, first.agency.name, related, fields)


_NotThere = tuple[NamedAgency, str, date, str]
"""Where an agency is named, its key, the day it does not exist on, and who is there instead."""


def _of_the_day(subject: Subject) -> Iterator[_NotThere]:
    """Yield the agencies a plan counts on that do not exist on its day."""
    day = subject.day
    if day is None:
        return
    reforms = _reforms(subject, day)
    for named in named_agencies(subject):
        record = _gone(subject, named, day, reforms)
        body = _ended(named, day) if record is None else None
        gone = record or body
        if gone is None and named.agency.key is None and is_unheard_department(named.agency.name):
            yield named, named.agency.name, day, "-"
        last = record.valid_to if record is not None else body.last if body is not None else None
        if gone is None or (last is not None and did_then(subject, named, last)):
            continue
        yield named, gone.key, day, gone.instead if isinstance(gone, EndedBody) else _instead(gone, day)


def _of_other_times(subject: Subject) -> Iterator[_NotThere]:
    """Yield the agencies nobody names on the day of a text, wherever it does."""
    return ((one.named, one.body.key, one.day, one.body.instead) for one in out_of_time(subject))


def _ended(named: NamedAgency, day: date) -> EndedBody | None:
    """Return the body the directory does not have that an agency is, where it ended some time before a day."""
    if named.agency.key is not None or named.agency.group:
        return None
    body = ended_body(named.agency.name, day - timedelta(days=ended_data()["grace_days"]))
    at = named.piece.find(named.agency.name)
    return None if body is None or (at >= 0 and is_over(fold(named.piece).lower(), at, day)) else body


def _instead(record: AgencyRecord, day: date) -> str:
    """Name who does the work on a day: those that follow, else those that did it before; a dash for nobody."""
    others = record.successors(day) or [one for one in record.predecessors if one.exists_on(day)]
    return ", ".join(one.name for one in others) or "-"


def _reforms(subject: Subject, day: date) -> frozenset[date]:
    """Return the first days, of late, of departments the plan names: where they are there, the province has acted."""
    early = day - timedelta(days=ended_data()["grace_days"])
    records = (_record(named.agency, subject.plan.province) for named in named_agencies(subject))
    departments = (record for record in records if record is not None and record.category.startswith("sở"))
    begun = (record.valid_from for record in departments if record.valid_from)
    return frozenset(first for first in begun if early < first <= day)


def _gone(subject: Subject, named: NamedAgency, day: date, reforms: frozenset[date]) -> AgencyRecord | None:
    """Return the record of an agency that surely does not exist on a day."""
    name, data = named.agency.name, ended_data()
    district = _ended_level(name)
    record = district or _record(named.agency, subject.plan.province)
    if record is None or name in data["never"] or (name in data["bare"] and not named.heads):
        return None
    grace = timedelta(days=data["grace_days"])
    in_grace = record.exists_on(day - grace) and not (record.valid_to and record.valid_to + _NEXT_DAY in reforms)
    if record.exists_on(day) or in_grace:
        return None
    early = record.valid_from is not None and day < record.valid_from
    alone = record.key in data["not_yet_keys"]  # its name means nothing else, though it begins like another one
    expected = record.category in data["not_yet"] or alone or (named.heads and record.key in data["not_yet_heads"])
    if early and (record.exists_on(day + grace) or not expected):
        return None
    # one name, several records: "UBND xã" is another body since 1 July 2025 and still one
    return record if district or (early and alone) or _find(name, subject.plan.province, day) is None else None


def _record(agency: Agency, province: str) -> AgencyRecord | None:
    if agency.key is None:
        return None if agency.group else _find(agency.name, province, None)
    with suppress(UnknownAgencyError):  # an agency of a format that is not at hand
        try:
            return get_agency(agency.key, province)
        except UnknownProvinceError:
            return get_agency(agency.key)
    return None


def _find(name: str, province: str, day: date | None) -> AgencyRecord | None:
    try:
        return find(name, province, day)
    except UnknownProvinceError:
        return find(name, None, day)


_COMMITTEE = re.compile(
    r"(?:các\s+)?(?:huyện|quận|thị xã|thị trấn|thành phố|kho bạc nhà nước|bảo hiểm xã hội"
    r"|hạt kiểm lâm|trung tâm y tế|hội|huyện đoàn|quận đoàn|thị đoàn|liên đoàn lao động|ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|cấp|ngành|sở|địa phương|phòng|công an|ban chỉ huy quân sự"
    r"|huyện ủy|quận ủy|thị ủy|ban thường vụ huyện ủy)(?!\w)"
)


def _ended_level(name: str) -> AgencyRecord | None:
    """Return the record of a level that a name speaks of: ``UBND các huyện, thành phố``, ``UBND huyện Châu Thành``."""
    lower = fold(name).lower()
    if not _COMMITTEE.match(lower) or lower.startswith("phòng thủ"):
        return None
    for level in ended_data()["level"]:
        if re.search(rf"(?<!\w)(?:{'|'.join(level['words'])})(?!\w)", lower) or _is_city(name):
            return get_agency(level["record"])
    return None


_CITY = re.compile(r"(?<!\w)thành phố (?P<name>.+)")


def _is_city(name: str) -> bool:
    """Whether a name is of a city below a province, and of no city that is one by itself."""
    city = _CITY.search(fold(name))
    if city is None or city["name"] not in former_cities():
        return False
    area = areas.find(city["name"])
    return area is None or not any(one.kind.startswith("thành phố") for one in area.history)


@rule(
    "area-not-existing",
    title="The province exists on the day of the plan",
    message="'{about}' does not exist on {day}; it is now {instead}",
    severity=Severity.ERROR,
)
def area_not_existing(subject: Subject) -> Iterator[RuleFault]:
    """A province merged away before the day of the plan: in its head, with offices that have work, taking part."""
    yield from _workers_of_gone_areas(subject)
    yield from _of_another_map(subject)
    plan, day = subject.plan, subject.day
    home = find_home(plan.issuer, plan.place)
    if day is None or not (home or plan.place):
        return
    name = home.place if home else plan.place or ""
    area = areas.find(name)
    if area is None or _is_named_so(area, day) or (home and home.level not in ("tỉnh", "thành phố")):
        return
    if area.valid_from is not None and day < area.valid_from:
        return
    field = "issuer" if plan.issuer and fold(name).lower() in fold(plan.issuer).lower() else "place"
    yield RuleFault(
        area.name,
        plan.spans.get(field),
        getattr(plan, field) or name,
        name,
        (),
        {"day": day, "instead": _became(area, day).name},
    )


def _of_another_map(subject: Subject) -> Iterator[RuleFault]:
    """Yield what the text says of kinds, number and mergers of provinces that is not so; of what was reached less."""
    day = subject.day
    if day is None:
        return
    spans = (*(item.span for item in subject.items()), *(task.span for _, task in subject.tasks()))
    ahead = [span for span in spans if span is not None]
    for piece in subject.pieces:
        for slip in map_slips(piece.source, day):
            fault = piece.fault(slip.start, slip.end, day=day, instead=slip.instead)
            span = fault.span
            if not slip.to_come or span is None or any(one.start <= span.start < one.end for one in ahead):
                yield fault


def _became(area: areas.Area, day: date) -> areas.Area:
    """Return the unit that a unit is on a day; the last there was where none is."""
    return area if area.successor is None or area.exists_on(day) else _became(area.successor, day)


@rule(
    "agency-elsewhere",
    title="Agencies with work are of the plan's own province",
    message="'{about}' is of {area}; the plan is of {own}",
)
def agency_elsewhere(subject: Subject) -> Iterator[RuleFault]:
    """Work given to an office of another province, reports to one, its place; who only takes part may be from anywhere."""
    plan, day, seen = subject.plan, subject.day, set[str]()
    apart = place_elsewhere(subject)
    if apart is not None:
        place, fields = plan.place or "", {"area": apart[0].name, "own": apart[1].name}
        yield RuleFault(place, plan.spans.get("place"), place, place, fields=fields)
    for one, of, mine in organs_elsewhere(subject):
        if one.area.name not in seen and day is not None and not _is_gone(one.area, day, mine):
            seen.add(one.area.name)
            yield RuleFault(one.written, one.span, one.piece, one.written, (), {"area": of.name, "own": mine.name})
    home = find_home(plan.issuer, plan.place)
    own = areas.find(home.place, on=day) if home and home.level in PROVINCIAL else None
    if own is None or day is None:
        return
    for named in named_agencies(subject):
        area = area_of(subject, named) if named.leads else None
        there = areas.find(area.name, on=day) or areas.find(area.short_name, on=day) if area is not None else None
        if area is None or there is None or there.name == own.name or area.name in seen:
            continue
        if f"đề nghị {named.agency.name}".lower() in fold(named.piece).lower():
            continue  # it is asked, not told
        if _IS_SHARED.search(fold(named.piece).lower()):
            continue  # both sides of a border have work there
        seen.add(area.name)
        fields = {"area": there.name, "own": own.name}
        yield RuleFault(with_area(named, area), named.span, named.piece, named.agency.name, (), fields)


_IS_SHARED = re.compile(
    r"(?<!\w)(?:giáp ranh|liên tỉnh|liên vùng|tỉnh bạn|tỉnh (?:lân|láng) (?:cận|giềng)|hai (?:tỉnh|địa phương)|vùng giáp)(?!\w)"
)
"""Words of work that a neighbouring province has a share in: *thống nhất hướng tuyến đường giáp ranh*."""


def _workers_of_gone_areas(subject: Subject) -> Iterator[RuleFault]:
    """Yield the provinces merged away whose offices have work, or that take part: ``UBND tỉnh Kiên Giang`` in 2026."""
    day = subject.day
    if day is None:
        return
    found: dict[str, list[RuleFault]] = {}
    home = find_home(subject.plan.issuer, subject.plan.place)
    own = areas.find(home.place, on=day) if home and home.level in PROVINCIAL else None
    for area, span, piece, part in (*_offices(subject), *_partners(subject, own)):
        if _is_gone(area, day, own):
            fields = {"day": day, "instead": _became(area, day).name}
            found.setdefault(area.name, []).append(RuleFault(area.name, span, piece, part, fields=fields))
    for first, *more in found.values():
        yield evolve(first, related=_apart(first.span, [fault.span for fault in more]))


def _apart(first: Span | None, more: Iterable[Span | None]) -> tuple[Span, ...]:
    """Return the places that lie apart from the first and from each other."""
    spans = [] if first is None else [first]
    for span in more:
        if span is not None and not any(span.start < one.end and one.start < span.end for one in spans):
            spans.append(span)
    return tuple(spans if first is None else spans[1:])


_Place = tuple[areas.Area, Span | None, str, str]


def _offices(subject: Subject) -> Iterator[_Place]:
    for named in named_agencies(subject):
        area = area_of(subject, named)
        if area is not None and not is_former(subject, named):
            yield area, named.span, named.piece, named.agency.name


def _partners(subject: Subject, own: areas.Area | None) -> Iterator[_Place]:
    named = (*partners(subject), *named_areas(subject, own))
    return ((one.area, one.span, one.piece, one.written) for one in named)


def _is_gone(area: areas.Area, day: date, own: areas.Area | None) -> bool:
    """Whether a province was merged away some time before a day; one of its name may be there.

    The one that came of it knows from its first day on.
    """
    early = area.valid_from is not None and day < area.valid_from
    known = own is not None and own.exists_on(day) and area.successor == own
    grace = timedelta(days=0 if known else ended_data()["grace_days"])
    return not early and not _is_named_so(area, day) and not area.exists_on(day - grace)


def _is_named_so(area: areas.Area, day: date) -> bool:
    """Whether there is a province on a day that bears the name of one, and does not only answer to it."""
    there = areas.find(area.name, on=day) or areas.find(area.short_name, on=day)
    return there is not None and there.short_name == area.short_name
