"""The agencies a plan counts on, wherever it names them: who has work, who takes part, who gets reports and copies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate, islice, takewhile

from attrs import frozen

from chitieu import areas
from chitieu.agencies.agency import Agency
from chitieu.agencies.reader import read_agencies
from chitieu.checking.names.acting_agencies import acting_agencies, named_districts
from chitieu.checking.names.own_particulars import issuing_agencies
from chitieu.checking.once import once
from chitieu.checking.subject import Subject
from chitieu.checking.texts.places import row_before
from chitieu.documents.identity import find_home
from chitieu.text import CAPITALS, SourceText, Span
from chitieu.work.tasks import Task

__all__ = ["PROVINCIAL", "NamedAgency", "area_of", "is_former", "longest_named", "named_agencies", "with_area"]


@frozen(eq=False)
class NamedAgency:
    """An agency where the plan names it.

    Attributes:
        agency: the agency.
        span: where it stands; None for a plan without text.
        piece: the words it stands in.
        heads: whether it heads a section; `leads`: whether it has work there, and does not only take part.
    """

    agency: Agency
    span: Span | None
    piece: str
    heads: bool = False
    leads: bool = False


@once
def named_agencies(subject: Subject) -> Iterator[NamedAgency]:
    """Yield the agencies a plan counts on: who has work, who takes part, to whom reports and copies go."""
    plan, texts = subject.plan, iter(subject.task_texts)
    for section in (*plan.assignments, *plan.implementation):
        for agency in section.agencies:
            yield NamedAgency(agency, agency.span or section.span, section.heading, heads=True, leads=True)
        for text in islice(texts, len(section.tasks)):
            yield from _in_task(text.task, text.words, subject.day)
    for item in plan.indicators:
        for agency in named_districts(SourceText(item.text or item.name), subject.day):
            yield NamedAgency(agency, item.span, item.text or item.name)
    if plan.reporting:
        for agency in plan.reporting.recipients:
            yield NamedAgency(agency, agency.span or plan.reporting.span, plan.reporting.text)
    parties = ((line, party.agency) for line in plan.recipients for party in line.parties if party.agency)
    yield from (NamedAgency(agency, line.span, line.text) for line, agency in parties)
    yield from _proposing(subject)
    yield from (NamedAgency(agency, span, piece) for agency, span, piece in issuing_agencies(subject))
    yield from _in_cells(subject)
    yield from _speaking(subject)
    home = find_home(plan.issuer, plan.place)
    if plan.issuer and not (home and home.level in PROVINCIAL and areas.find(home.place, on=subject.day)):
        yield NamedAgency(Agency(plan.issuer.capitalize()), plan.spans.get("issuer"), plan.issuer)


PROVINCIAL = ("tỉnh", "thành phố")


def _in_task(task: Task, source: SourceText, day: date | None) -> Iterator[NamedAgency]:
    given = (task.assigner,) if task.assigner else ()
    for agency in (*task.lead, *given):
        yield NamedAgency(agency, agency.span or task.span, task.text, leads=True)
    for clause in _CLAUSE.finditer(source.flat):  # "Sở Y tế xây dựng phương án; Sở Tài chính …"
        for agency, _, _ in read_agencies(source.flat, clause.end(), len(source.flat))[0]:
            yield NamedAgency(agency, task.span, task.text, leads=True)
    for agency in task.cooperating:
        yield NamedAgency(agency, agency.span or task.span, task.text)
    yield from (NamedAgency(agency, task.span, task.text) for agency in acting_agencies(source, day))


def _in_cells(subject: Subject) -> Iterator[NamedAgency]:
    """Yield whom the cells of a table of indicators name: who follows them."""
    for piece in subject.pieces:
        flat, text = piece.source.flat, piece.source.text
        for cell in _CELL.finditer(text):
            if _OFFICE.match(flat, cell.end()):
                close = text.find("|", cell.end(), cell.end() + _WIDEST)
                for agency, start, end in read_agencies(flat, cell.end(), close if close > 0 else cell.end())[0]:
                    yield NamedAgency(agency, piece.fault(start, end).span, flat[start:end])


_CLAUSE = re.compile(r"(?:^\W{0,6}|[;.]\s+)(?=[A-ZĐ])")
_CELL = re.compile(r"\|[ \t]*(?=[A-ZĐÂÊÔƠƯ])")
_WIDEST = 200


def _proposing(subject: Subject) -> Iterator[NamedAgency]:
    """Yield who the preamble says proposed the plan: *Theo đề nghị của Giám đốc Sở Y tế*."""
    for piece in subject.pieces:
        flat = piece.source.flat
        for lead in _PROPOSED.finditer(piece.source.lower):
            for agency, start, end in read_agencies(flat, lead.end(), len(flat))[0]:
                fault = piece.fault(start, end)
                yield NamedAgency(agency, fault.span, fault.piece or flat[lead.start() : end])


def _speaking(subject: Subject) -> Iterator[NamedAgency]:
    """Yield whose heads speak in a text that is no plan: *Giám đốc Sở Y tế Nguyễn Văn A: Năm nay, ngành …*."""
    for piece in subject.pieces if subject.is_bare_text else ():
        flat, text = piece.source.flat, piece.source.text
        for head in _SPEAKER.finditer(text):
            for agency, start, end in read_agencies(flat, head.end(), min(len(flat), head.end() + _WIDEST))[0]:
                yield NamedAgency(agency, piece.fault(start, end).span, flat[start:end])


_SPEAKER = re.compile(
    r"^[ \t]*[-*•+]?[ \t]*(?:Đồng chí[ \t]|Ông[ \t]|Bà[ \t])?(?:Phó[ \t])?(?:Giám đốc|Chánh Thanh tra|Trưởng ban|Trưởng Ban|Cục trưởng|Chi cục trưởng|Chủ tịch)[ \t]"
    r"(?=[A-ZĐÂÊÔƠƯ][^\n:]{3,150}:)",
    re.MULTILINE,
)
"""The opening of a paragraph in which somebody speaks."""


_PROPOSED = re.compile(r"theo đề nghị của\s+(?:đồng chí\s+)?(?=\w)")


_OFFICES = (
    r"UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Sở|Công an|Bộ Chỉ huy Quân sự|Bộ CHQS|Cục|Chi cục|Tỉnh ủy|Kho bạc|Thuế|Thanh tra|Bảo hiểm xã hội|BHXH|Thống kê"
    r"|Ủy ban Mặt trận Tổ quốc|Ủy ban MTTQ|Liên đoàn Lao động|Tòa án nhân dân|Viện kiểm sát nhân dân"
)
"""First words of the names of offices that each province has."""
_OF_AREA = re.compile(
    rf"(?<!\w)(?:{_OFFICES}|Ban)(?:\s[^\s,;.:()]+){{0,8}}?\s?(?<=\s)(?:tỉnh|thành phố)\s(?P<name>\w+(?:(?:\s-\s|\s)\w+){{0,4}})"
)
_OFFICE = re.compile(rf"(?:{_OFFICES})(?!\w)")
_BELOW = re.compile(r"(?<!\w)(?:xã(?! hội)|phường|đặc khu|huyện|quận|thị xã|khu vực)(?!\w)", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:(?:tỉnh|thành phố|TP\.?)\s+)?(?P<name>\w+(?:(?:\s-\s|\s)\w+){0,4})")
_NEAR = 48


def area_of(subject: Subject, named: NamedAgency) -> areas.Area | None:
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
    return longest_named(words)


def longest_named(words: Iterable[str]) -> areas.Area | None:
    """Return the area that as many as possible of some words name, from the first on.

    >>> longest_named(["Bến", "Tre", "Xanh"]).name, longest_named(["Xanh", "Bến", "Tre"])
    ('Tỉnh Bến Tre', None)
    """
    found = map(areas.find, reversed([*accumulate(words, "{} {}".format)]))
    return next((area for area in found if area is not None), None)


def with_area(named: NamedAgency, area: areas.Area) -> str:
    """Return the name of an office with the province it is of."""
    name = named.agency.name
    if _OF_AREA.match(name):
        return name
    bare = name.removesuffix(" tỉnh").removesuffix(" thành phố")
    return f"{bare} {area.name[:1].lower()}{area.name[1:]}"


_FORMERLY = re.compile(r"(?:nguyên|trước đây(?: là)?|cũ là|tiền thân là|\()\s*$", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:[,;]|và\s|cũ|[)])")
"""A bracket that holds nothing but names holds old ones."""
_COUNCIL = re.compile(r"HĐND|Hội đồng nhân dân")
_CHANGED = r"(?:đã |được |mới )*(?:đổi tên|sáp nhập|hợp nhất|giải thể|tổ chức lại|kết thúc hoạt động|chuyển thành)"
_NOW = re.compile(
    rf"(?:\s[{CAPITALS}]\w*){{0,4}}\s{_CHANGED}(?!\w)|\s*(?:\(?(?:nay là|cũ|trước đây|trước sáp nhập|nay thuộc)|(?:của\s+)?(?:{_COUNCIL.pattern}))"
)
"""What behind a name says that it is the old one, or that it is a committee of the council (``Ban Dân tộc HĐND``)."""


def is_former(subject: Subject, named: NamedAgency) -> bool:
    """Whether the plan itself says that the name is an old one."""
    text, name = named.piece, named.agency.name
    if name.startswith("Ban ") and _COUNCIL.search(name):  # a committee of the council
        return True
    if re.search(rf"\s{_CHANGED}\s", name):  # "Trung tâm Y tế huyện … đổi tên thành …", read as one name
        return True
    start = text.find(name)
    if subject.plan.text and named.agency.span:
        text, start = subject.plan.text, named.agency.span.start
        end = named.agency.span.end
    else:
        end = start + len(name)
    if start < 0:
        return False
    before = _FORMERLY.search(row_before(text, start))
    noted = before is not None and (before.group().strip() != "(" or _CLOSED.match(text, end) is not None)
    return bool(_NOW.match(text, end) or noted)
