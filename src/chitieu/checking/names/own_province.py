"""The province a plan is of, and what it does as if it were of another: reports to its organs, ends their acts or rests on them, asks its banks, is issued there.

A district, a commune or a department does not name its province in its head. Its grounds do: *Quyết định … của UBND tỉnh B*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from chitieu import areas
from chitieu.checking.names.named_agencies import PROVINCIAL, longest_named
from chitieu.checking.names.partners import Partner, partners
from chitieu.checking.subject import Subject
from chitieu.checking.texts.places import Ranges
from chitieu.documents.identity import find_home
from chitieu.text import CAPITALS, Span

__all__ = ["organs_elsewhere", "place_elsewhere"]

_ORGAN_OF = re.compile(
    r"(?i:(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|đoàn đbqh|ban chấp hành đảng bộ|ban thường vụ)\s(?P<kind>tỉnh|thành phố)|(?P<party>tỉnh ủy|thành ủy))"
    rf"\s(?P<name>[{CAPITALS}]\w*(?:(?:\s-\s|\s)[{CAPITALS}]\w*){{0,4}})"
)
_OF = re.compile(rf"(?i:(?P<kind>tỉnh|thành phố))\s(?P<name>[{CAPITALS}]\w*(?:(?:\s-\s|\s)[{CAPITALS}]\w*){{0,4}})")
_TO_REPORT = re.compile(r"\(\s?(?:để\s)?(?:b/c|báo cáo)")


def organs_elsewhere(subject: Subject) -> Iterator[tuple[Partner, areas.Area, areas.Area]]:
    """Yield the organs of other provinces that a plan reports to, whose acts it ends or rests on, or whose branches it asks, with the province they are of and the plan's own.

    Nothing is yielded where the plan's own province is not known on its day.
    """
    day = subject.day
    if day is None or not subject.plan.issuer:
        return
    named = (*partners(subject), *_recipients(subject), *_in_tasks(subject, day), *_grounds(subject), *_passed(subject))
    sent = [one for one in named if one.gets]
    own = _own(subject, day, sent) if sent else None
    for one in sent if own is not None else ():
        there = _on(one.area, day)
        if own is not None and there is not None and there != own:
            yield one, there, own


def place_elsewhere(subject: Subject) -> tuple[areas.Area, areas.Area] | None:
    """Return the province in whose name a plan says it was issued, if that is not the one of its issuer, and that one."""
    plan, day = subject.plan, subject.day
    home = find_home(plan.issuer)
    if day is None or not plan.place or home is None or home.level not in PROVINCIAL:
        return None
    own, there = areas.find(home.place, on=day), areas.find(plan.place, on=day)
    return (there, own) if own is not None and there is not None and there != own else None


def _own(subject: Subject, day: date, sent: list[Partner]) -> areas.Area | None:
    """Return the province of a plan: of its head, else the only one whose organs it names beside those it reports to."""
    plan = subject.plan
    home = find_home(plan.issuer, plan.place)
    if home is not None and home.level in PROVINCIAL:
        found = areas.find(home.place, on=day)
        if found is not None:
            return found
    for said in (plan.issuer or "", plan.title or ""):
        named = {one for one in map(_area, _OF.finditer(_spelt(said))) if one is not None}
        if len(named) == 1:
            return _on(named.pop(), day)
    if not plan.text:
        return None
    taken = Ranges.of({one.span for one in sent})
    found_ones = set[areas.Area | None]()
    for piece in subject.pieces:
        for match in _ORGAN_OF.finditer(piece.source.flat):
            area = _area(match)
            if area is not None and piece.source.span(match.start("name"), match.end("name")).start not in taken:
                found_ones.add(_on(area, day))
    return found_ones.pop() if len(found_ones) == 1 else None


def _spelt(words: str) -> str:
    return words.title() if words.isupper() else words


def _area(match: re.Match[str]) -> areas.Area | None:
    """Return the province an organ is of: one of the kind its words say."""
    groups = match.groupdict()
    kind = (groups["kind"] or ("tỉnh" if groups["party"].lower().startswith("tỉnh") else "thành phố")).lower()
    area = longest_named(match["name"].split(" "))
    if area is None or not any(one.kind.lower().startswith(kind) for one in (area, *area.history)):
        return None
    return area


def _on(area: areas.Area, day: date) -> areas.Area | None:
    """Return what a province is on a day, by its name or by what became of it."""
    if area.exists_on(day):
        return area
    named = areas.find(area.name, on=day) or areas.find(area.short_name, on=day)
    while area.successor is not None and not area.exists_on(day):
        area = area.successor
    return area if area.exists_on(day) else named


_ENDS = re.compile(
    r"(?<!\w)(?:bãi bỏ|hủy bỏ|thay thế|sửa đổi)(?!\w)[^;.|]{0,60}?(?<!\w)(?:quyết định|nghị quyết|chỉ thị)\s(?:số\s)?[0-9][^;|]{0,60}?\scủa\s(?=ubnd|hđnd|ủy ban|hội đồng)"
)
"""A body ends and changes its own acts, and those of what it was made of."""


_PASSED = re.compile(
    r"(?<!\w)(?:nghị quyết|quyết định|kế hoạch|chương trình) này (?:đã )?được\s(?:thường trực\s)?(?=hđnd|ubnd|hội đồng nhân dân|ủy ban nhân dân)"
)
"""Who passed the plan itself is of its own province: *Nghị quyết này được Hội đồng nhân dân tỉnh A … thông qua ngày …*."""


def _passed(subject: Subject) -> Iterator[Partner]:
    """Yield the organs of provinces that are said to have passed the plan itself."""
    for piece in subject.pieces:
        for cue in _PASSED.finditer(piece.source.lower):
            match = _ORGAN_OF.match(piece.source.flat, cue.end())
            area = _area(match) if match is not None else None
            if match is not None and area is not None:
                span = piece.fault(match.start(), match.end()).span
                yield Partner(area, span, piece.source.clean(cue.start(), match.end()), match.group(), gets=True)


_ASKS = re.compile(
    r"(?<!\w)(?:đề nghị|giao|yêu cầu)\s(?=(?:chi nhánh\s)?(?:ngân hàng|nhcsxh|kho bạc|kbnn|bảo hiểm xã hội|bhxh|cục thuế|thuế|cục thống kê|thống kê|công ty điện lực|điện lực|viễn thông|bưu điện)\s)"
    r"(?:[^\s,;.:()|]+\s){1,12}?(?=(?:tỉnh|thành phố)\s)"
)
"""A branch of a national body is asked by the province it is in."""
_TOGETHER = re.compile(r"(?<!\w)(?:phối hợp|trao đổi|chia sẻ|cùng|liên kết)(?!\w)")
_CLAUSE_END = re.compile(r"[;|]|\.(?=\s)")


def _in_tasks(subject: Subject, day: date) -> Iterator[Partner]:
    """Yield the organs whose acts tasks are to end or change and the branches they ask, as of their provinces on a day."""
    for one in subject.task_texts:
        source, task, offset = one.placed, one.task, one.offset
        acts = [(cue.end(), _ORGAN_OF) for cue in _ENDS.finditer(source.lower)]
        asked = [(cue.end(), _OF) for cue in _ASKS.finditer(source.lower) if not _is_joint(source.lower, cue)]
        for at, pattern in (*acts, *asked):
            match = pattern.match(source.flat, at)
            named = _area(match) if match is not None else None
            area = _on(named, day) if named is not None else None
            if match is not None and area is not None:
                inside = source.span(match.start(), match.end())
                span = Span(offset + inside.start, offset + inside.end) if offset is not None else None
                yield Partner(area, span, task.text, match.group(), gets=True)


def _is_joint(lower: str, cue: re.Match[str]) -> bool:
    """Whether somebody is asked only to take part."""
    return _TOGETHER.search(_CLAUSE_END.split(lower[cue.start() : cue.end() + _NEAR])[0]) is not None


_NEAR = 120


_BINDING = frozenset({"Nghị quyết", "Quyết định", "Chỉ thị"})


def _grounds(subject: Subject) -> Iterator[Partner]:
    """Yield the organs of provinces whose acts a plan of a province rests on: those of others do not bind it."""
    home = find_home(subject.plan.issuer, subject.plan.place)
    for act in subject.plan.bases if home is not None and home.level in PROVINCIAL else ():
        match = _ORGAN_OF.search(act.issuer or "") if act.kind in _BINDING else None
        area = _area(match) if match is not None else None
        if area is not None and act.issuer is not None:
            yield Partner(area, act.span, f"{act} của {act.issuer}", act.issuer, gets=True)


def _recipients(subject: Subject) -> Iterator[Partner]:
    """Yield the organs of provinces that get the plan as a report: *UBND tỉnh A (b/c)*."""
    for line in subject.plan.recipients:
        match = _ORGAN_OF.search(line.text) if _TO_REPORT.search(line.text.lower()) else None
        area = _area(match) if match is not None else None
        if match is not None and area is not None:
            yield Partner(area, line.span, line.text, match.group(), gets=True)
