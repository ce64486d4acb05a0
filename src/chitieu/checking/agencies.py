"""Rules about names that have their days: agencies, the district level, provinces."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from importlib import resources
from itertools import takewhile
from typing import Any
from weakref import WeakKeyDictionary

from attrs import frozen

from chitieu import areas
from chitieu.agencies.directory import Agency, AgencyRecord, find, read_agencies
from chitieu.agencies.directory import get as get_agency
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.documents.identity import find_home
from chitieu.errors import UnknownAgencyError, UnknownProvinceError
from chitieu.findings import Severity
from chitieu.text import SourceText, Span, fold
from chitieu.work.tasks import Task

__all__ = ["agency_elsewhere", "agency_not_existing", "area_not_existing"]


@cache
def _data() -> Mapping[str, Any]:
    text = resources.files("chitieu.checking").joinpath("agencies.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@frozen(eq=False)
class _Named:
    """An agency where the plan names it."""

    agency: Agency
    span: Span | None
    piece: str
    heads: bool = False
    leads: bool = False


def _read_named(subject: Subject) -> Iterator[_Named]:
    """Yield the agencies a plan counts on: who has work, who takes part, to whom reports and copies go."""
    plan = subject.plan
    for section in (*plan.assignments, *plan.implementation):
        for agency in section.agencies:
            yield _Named(agency, agency.span or section.span, section.heading, heads=True, leads=True)
        for task in section.tasks:
            yield from _in_task(task)
    if plan.reporting:
        for agency in plan.reporting.recipients:
            yield _Named(agency, agency.span or plan.reporting.span, plan.reporting.text)
    parties = ((line, party.agency) for line in plan.recipients for party in line.parties if party.agency)
    yield from (_Named(agency, line.span, line.text) for line, agency in parties)
    yield from _proposing(subject)
    home = find_home(plan.issuer, plan.place)
    if plan.issuer and not (home and home.level in _PROVINCIAL and areas.find(home.place, on=subject.day)):
        yield _Named(Agency(plan.issuer.capitalize()), plan.spans.get("issuer"), plan.issuer)


_PROVINCIAL = ("tỉnh", "thành phố")
_read: WeakKeyDictionary[Subject, tuple[_Named, ...]] = WeakKeyDictionary()


def _named(subject: Subject) -> tuple[_Named, ...]:
    """Return the agencies a plan counts on, read once for both rules."""
    if subject not in _read:
        _read[subject] = tuple(_read_named(subject))
    return _read[subject]


def _in_task(task: Task) -> Iterator[_Named]:
    source = SourceText(task.text)
    given = (task.assigner,) if task.assigner else ()
    for agency in (*task.lead, *given):
        yield _Named(agency, agency.span or task.span, task.text, leads=True)
    for agency, _, _ in read_agencies(source.flat, 0, len(source.flat))[0]:  # "Sở Y tế xây dựng phương án"
        yield _Named(agency, task.span, task.text, leads=True)
    for agency in task.cooperating:
        yield _Named(agency, agency.span or task.span, task.text)
    for body in _OF_DISTRICTS.finditer(source.flat):
        yield _Named(Agency(body.group()), task.span, task.text)
    for to in _TO.finditer(source.lower):
        for agency, _, _ in read_agencies(source.flat, to.end(), len(source.flat))[0]:
            yield _Named(agency, task.span, task.text)


def _proposing(subject: Subject) -> Iterator[_Named]:
    """Yield who the preamble says proposed the plan: *Theo đề nghị của Giám đốc Sở Y tế*."""
    for piece in subject.pieces:
        flat = piece.source.flat
        for lead in _PROPOSED.finditer(piece.source.lower):
            for agency, start, end in read_agencies(flat, lead.end(), len(flat))[0]:
                fault = piece.fault(start, end)
                yield _Named(agency, fault.span, fault.piece or flat[lead.start() : end])


_OF_DISTRICTS = re.compile(
    r"(?<!\w)(?:(?:Huyện|Quận|Thị) ủy|(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Công an|Ban Chỉ huy Quân sự|Liên đoàn Lao động"
    r"|Phòng [^\s,;.:]+(?: [^\s,;.:]+){0,5}) (?:các |cấp )?(?:huyện|quận|thị xã))(?!\w)(?! \(?(?:cũ|trước))"
)
"""Bodies of the level that ended, by names the directory may not have."""
_TO = re.compile(r"(?<!\w)(?:gửi|gửi về|báo cáo|trình|đề nghị|yêu cầu|giao|thông qua|chỉ đạo|phân công|về)\s+(?=\w)")
"""Words before an agency that must be there to get what is sent."""
_PROPOSED = re.compile(r"theo đề nghị của\s+(?:đồng chí\s+)?(?=\w)")


@rule(
    "agency-not-existing",
    title="Every agency exists on the day of the plan",
    message="'{about}' does not exist on {day}; instead: {instead}",
    severity=Severity.ERROR,
)
def agency_not_existing(subject: Subject) -> Iterator[RuleFault]:
    """An agency that has ended or is not there yet, with who follows or came before; the district level with them."""
    if subject.day is None:
        return
    found: dict[str, list[_Named]] = {}
    records: dict[str, AgencyRecord] = {}
    for named in _named(subject):
        record = _gone(subject, named, subject.day)
        if record is not None and not _is_former(subject, named):
            records[record.key] = record
            found.setdefault(record.key, []).append(named)
    for key, places in found.items():
        first, *more = places
        related = tuple(dict.fromkeys(place.span for place in more if place.span and place.span != first.span))
        fields = {"day": subject.day, "instead": _instead(records[key], subject.day)}
        yield RuleFault(first.agency.name, first.span, first.piece, first.agency.name, related, fields)


def _instead(record: AgencyRecord, day: date) -> str:
    """Name who does the work on a day: those that follow, else those that did it before; a dash for nobody."""
    others = record.successors(day) or [one for one in record.predecessors if one.exists_on(day)]
    return ", ".join(one.name for one in others) or "-"


def _gone(subject: Subject, named: _Named, day: date) -> AgencyRecord | None:
    """Return the record of an agency that surely does not exist on a day."""
    name, data = named.agency.name, _data()
    district = _ended_level(name)
    record = district or _record(named.agency, subject.plan.province)
    if record is None or name in data["never"] or (name in data["bare"] and not named.heads):
        return None
    grace = timedelta(days=data["grace_days"])
    if record.exists_on(day) or record.exists_on(day - grace):
        return None
    early = record.valid_from is not None and day < record.valid_from
    expected = (
        record.category in data["not_yet"]
        or record.key in data["not_yet_keys"]
        or (named.heads and record.key in data["not_yet_heads"])
    )
    if early and (record.exists_on(day + grace) or not expected):
        return None
    # one name, several records: "UBND xã" is another body since 1 July 2025 and still one
    return record if district or _find(name, subject.plan.province, day) is None else None


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
    r"(?:các\s+)?(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|cấp|ngành|sở|địa phương|phòng|công an|ban chỉ huy quân sự"
    r"|huyện ủy|quận ủy|thị ủy|ban thường vụ huyện ủy)(?!\w)"
)


def _ended_level(name: str) -> AgencyRecord | None:
    """Return the record of a level that a name speaks of: ``UBND các huyện, thành phố``, ``UBND huyện Châu Thành``."""
    lower = fold(name).lower()
    if not _COMMITTEE.match(lower) or lower.startswith("phòng thủ"):
        return None
    for level in _data()["level"]:
        if re.search(rf"(?<!\w)(?:{'|'.join(level['words'])})(?!\w)", lower):
            return get_agency(level["record"])
    return None


_FORMERLY = re.compile(r"(?:nguyên|trước đây(?: là)?|cũ là|tiền thân là|\()\s*$", re.IGNORECASE)
_COUNCIL = re.compile(r"HĐND|Hội đồng nhân dân")
_NOW = re.compile(rf"\s*(?:\(?(?:nay là|cũ|trước đây|trước sáp nhập|nay thuộc)|(?:của\s+)?(?:{_COUNCIL.pattern}))")
"""What behind a name says that it is the old one, or that it is a committee of the council (``Ban Dân tộc HĐND``)."""


def _is_former(subject: Subject, named: _Named) -> bool:
    """Whether the plan itself says that the name is an old one."""
    text, name = named.piece, named.agency.name
    if name.startswith("Ban ") and _COUNCIL.search(name):  # a committee of the council
        return True
    start = text.find(name)
    if subject.plan.text and named.agency.span:
        text, start = subject.plan.text, named.agency.span.start
        end = named.agency.span.end
    else:
        end = start + len(name)
    if start < 0:
        return False
    return bool(_NOW.match(text, end) or _FORMERLY.search(text, start - 24, start))


@rule(
    "area-not-existing",
    title="The province exists on the day of the plan",
    message="'{about}' does not exist on {day}; it is now {instead}",
    severity=Severity.ERROR,
)
def area_not_existing(subject: Subject) -> Iterator[RuleFault]:
    """A province in the head of the plan that was merged away before its day."""
    yield from _offices_of_gone_areas(subject)
    plan, day = subject.plan, subject.day
    home = find_home(plan.issuer, plan.place)
    if day is None or not (home or plan.place):
        return
    name = home.place if home else plan.place or ""
    area = areas.find(name)
    if area is None or areas.find(name, on=day) or (home and home.level not in ("tỉnh", "thành phố")):
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


def _became(area: areas.Area, day: date) -> areas.Area:
    """Return the unit that a unit is on a day; the last there was where none is."""
    return area if area.successor is None or area.exists_on(day) else _became(area.successor, day)


_OF_AREA = re.compile(
    r"(?<!\w)(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Sở|Ban|Công an|Bộ Chỉ huy Quân sự|Bộ CHQS|Cục|Chi cục|Tỉnh ủy|Kho bạc)"
    r"(?:\s[^\s,;.:()]+){0,8}?\s?(?<=\s)(?:tỉnh|thành phố)\s(?P<name>\w+(?:(?:\s-\s|\s)\w+){0,4})"
)


_OFFICE = re.compile(
    r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Sở|Công an|Bộ Chỉ huy Quân sự|Bộ CHQS|Cục|Chi cục|Tỉnh ủy|Kho bạc|Thuế|Thanh tra)(?!\w)"
)
_BELOW = re.compile(r"(?<!\w)(?:xã|phường|đặc khu|huyện|quận|thị xã|khu vực)(?!\w)", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:(?:tỉnh|thành phố|TP\.?)\s+)?(?P<name>\w+(?:(?:\s-\s|\s)\w+){0,4})")
_NEAR = 48


def _area_of(subject: Subject, named: _Named) -> areas.Area | None:
    """Return the province an office is said to be of, in its name or right behind it; None if none is said."""
    name = named.agency.name
    match = _OF_AREA.match(name)
    if match is None and _OFFICE.match(name) and not _BELOW.search(name):
        text, span = subject.plan.text, named.agency.span
        at = named.piece.find(name)
        behind = (
            text[span.end : span.end + _NEAR] if text and span else named.piece[at + len(name) :] if at >= 0 else ""
        )
        match = _BEHIND.match(behind)
    words = match["name"].split(" ") if match is not None else []
    words = list(takewhile(lambda word: word == "-" or word[:1].isupper(), words))
    found = (areas.find(" ".join(words[:length])) for length in range(len(words), 0, -1))
    return next((area for area in found if area is not None), None)


@rule(
    "agency-elsewhere",
    title="Agencies with work are of the plan's own province",
    message="'{about}' is of {area}; the plan is of {own}",
)
def agency_elsewhere(subject: Subject) -> Iterator[RuleFault]:
    """Work given to an office of another province; who only takes part may be from anywhere."""
    plan, day, seen = subject.plan, subject.day, set[str]()
    home = find_home(plan.issuer, plan.place)
    own = areas.find(home.place, on=day) if home and home.level in _PROVINCIAL else None
    if own is None or day is None:
        return
    for named in _named(subject):
        area = _area_of(subject, named) if named.leads else None
        there = areas.find(area.name, on=day) or areas.find(area.short_name, on=day) if area is not None else None
        if area is None or there is None or there.name == own.name or area.name in seen:
            continue
        seen.add(area.name)
        name = " ".join(
            (named.agency.name.removesuffix(" tỉnh").removesuffix(" thành phố"), area.name.lower()[:1] + area.name[1:])
        )
        fields = {"area": there.name, "own": own.name}
        about = named.agency.name if _OF_AREA.match(named.agency.name) else name
        yield RuleFault(about, named.span, named.piece, named.agency.name, (), fields)


def _offices_of_gone_areas(subject: Subject) -> Iterator[RuleFault]:
    """Yield the offices with work whose province was merged away: ``UBND tỉnh Kiên Giang`` in a plan of 2026."""
    day, seen = subject.day, set[str]()
    if day is None:
        return
    for named in _named(subject):
        area = _area_of(subject, named)
        if area is None or area.name in seen or areas.find(area.name, on=day):
            continue
        grace = timedelta(days=_data()["grace_days"])
        if (area.valid_from and day < area.valid_from) or area.exists_on(day - grace) or _is_former(subject, named):
            continue
        seen.add(area.name)
        fields = {"day": day, "instead": _became(area, day).name}
        yield RuleFault(area.name, named.span, named.piece, named.agency.name, (), fields)
