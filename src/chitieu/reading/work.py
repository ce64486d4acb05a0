"""Work given to agencies: sections by agency, the tasks in them, who leads and who takes part."""

from __future__ import annotations

import re
from datetime import date

from chitieu.agencies import Agency, heading_agencies, match_agency, read_agencies
from chitieu.dates import match_date
from chitieu.period_text import match_period
from chitieu.periods import Period
from chitieu.plan import Assignment, Role, Task
from chitieu.provinces import ProvinceFormat
from chitieu.reading.findings import Finds
from chitieu.reading.outline import Block, Outline
from chitieu.text import SourceText

__all__ = ["read_assignments", "read_implementation", "read_task"]

_ROLES = tuple(role for role in Role if role is not Role.CARRY_OUT)
_COOPERATE = re.compile(
    r"[Pp]hối hợp\s+(?:chặt chẽ\s+|tốt\s+|đồng bộ\s+|cùng\s+)?(?:với\s+|cùng\s+)?(?:các\s+(?=[A-ZĐ]))?"
)
_ORDERS = ("giao ", "yêu cầu ", "đề nghị ", "chỉ đạo ")
_SENTENCE_START = re.compile(r"(?:^|[.;:\-]\s)\s*(?:ubnd tỉnh\s+)?$")
_LEADS = re.compile(
    r"\s+(?:là cơ quan\s+)?(?:chủ trì|làm đầu mối|đầu mối|có trách nhiệm|tham mưu|theo dõi|hướng dẫn|tổng hợp)"
)
_DUE_DAY = re.compile(
    r"(?:trước|chậm nhất(?: là)?(?: đến)?|hoàn thành(?: trước| trong)?|đến hết|xong trước)\s+(?:ngày\s+)(?=[0-9])"
)
_PERIOD_WORDS = ("quý ", "quí ", "6 tháng ", "06 tháng ", "9 tháng ", "sáu tháng ", "chín tháng ", "tháng ", "năm ")
_WITHIN = (
    "trong",
    "hoàn thành",
    "chậm nhất",
    "xong",
    "thời gian",
    "thời gian:",
    "thời hạn:",
    "thời hạn",
    "hoàn thành trong",
)
_PRODUCT = re.compile(r"(?:sản phẩm|kết quả)\s*(?:đầu ra|giao nộp)?\s*:\s*([^.;]{3,160})", re.IGNORECASE)
_PRODUCT_ENDS = ("sản phẩm:", "kết quả:", "đầu ra:", "giao nộp:", "sản phẩm :")
_COLON = re.compile(r":\s+(?=\S)")
_LONG_HEADING = 260
_MORE_THAN_NAMES = 12  # characters behind the names that make a heading a sentence
_NOT_WORK = re.compile(r"\((?:Đính|Kèm|Có|Chi tiết)|[Nn]ơi nhận|NƠI NHẬN|TM\.|KT\.")


def _due(source: SourceText, start: int, end: int) -> date | Period | None:
    """Read the deadline of a task: a day before which, else the shortest kind of period within which."""
    lower = source.lower
    for match in _DUE_DAY.finditer(lower, start, end) if lower.find("ngày ", start, end) >= 0 else ():
        day = match_date(lower, match.end())
        if day and day.value:
            return day.value
    for word in _PERIOD_WORDS:
        at = lower.find(word, start, end)
        while at >= 0:
            period = match_period(lower, at) if lower[max(start, at - 20) : at].rstrip().endswith(_WITHIN) else None
            if period:
                return period[0]
            at = lower.find(word, at + 1, end)
    return None


def _role(lower: str, start: int, end: int) -> Role:
    """Return the role whose word comes first."""
    places = [(at, role) for role in _ROLES if (at := lower.find(role.value, start, end)) >= 0]
    return min(places, key=lambda place: place[0])[1] if places else Role.CARRY_OUT


def _cooperating(source: SourceText, start: int, end: int) -> tuple[Agency, ...]:
    """Read the agencies named behind ``phối hợp (với)``, each once."""
    found: dict[str, Agency] = {}
    for match in _COOPERATE.finditer(source.flat, start, end):
        agencies, _ = read_agencies(source.flat, match.end(), end)
        for agency, begin, stop in agencies:
            found.setdefault(
                agency.key or agency.name, Agency(agency.name, agency.key, agency.group, source.span(begin, stop))
            )
    return tuple(found.values())


def _explicit_lead(source: SourceText, start: int, end: int) -> tuple[Agency, ...]:
    """Read ``Giao Sở A chủ trì``, or a sentence whose subject is an agency that leads."""
    flat = source.flat
    lower = source.lower
    places: list[int] = []
    for order in _ORDERS:
        at = lower.find(order, start, end)
        while at >= 0:
            if _SENTENCE_START.search(lower[max(start, at - 14) : at]):
                places.append(at + len(order))
            at = lower.find(order, at + 1, end)
    first = start + len(flat[start:end]) - len(flat[start:end].lstrip(" -+*"))
    for pos in [*places, first]:
        agencies, stop = read_agencies(flat, pos, end)
        if agencies and (pos in places or _LEADS.match(lower, stop, end)):
            return tuple(Agency(a.name, a.key, a.group, source.span(b, s)) for a, b, s in agencies)
    return ()


def read_task(source: SourceText, finds: Finds, start: int, end: int, leads: tuple[Agency, ...]) -> Task:
    """Read one task from a range of the text.

    Args:
        source: the folded text.
        finds: what the text holds.
        start: where the task begins.
        end: where it ends.
        leads: the agencies that lead when the text names none.
    """
    lower = source.lower
    named = any(lower.find(word, start, end) >= 0 for word in _PRODUCT_ENDS)
    product = _PRODUCT.search(source.flat, start, end) if named else None
    return Task(
        text=source.clean(start, end),
        role=_role(lower, start, end),
        lead=_explicit_lead(source, start, end) or leads,
        cooperating=_cooperating(source, start, end) if lower.find("phối hợp", start, end) >= 0 else (),
        due=_due(source, start, end),
        product=" ".join(product[1].split()) if product else None,
        targets=tuple(hit.target for hit in finds.targets_in(start, end)),
        references=finds.references_in(start, end),
        span=source.span(start, end),
    )


def _heading_end(outline: Outline, block: Block, form: ProvinceFormat) -> int:
    """Return where a heading ends: before a line that begins a sentence of a task."""
    text = outline.source.text
    for at, (start, _) in enumerate(block.lines[1:], 1):
        if form.words.begins_task.match(text, start):
            return start
        if not block.children and text[start].isupper() and _is_whole_name(outline.source, block, at):
            return start
    colon = _COLON.search(outline.source.flat, block.body, block.end)
    if colon and colon.start() - block.body < _LONG_HEADING and not block.children:
        return colon.start() + 1
    return block.end


def _is_whole_name(source: SourceText, block: Block, lines: int) -> bool:
    """Whether the first lines of a block are the complete name of a known agency and the next adds nothing to it."""
    end = block.lines[lines - 1][1]
    match = match_agency(source.flat, block.body, block.lines[lines][1])
    return match is not None and match[0].key is not None and match[1] == end


def _tasks(
    outline: Outline, finds: Finds, block: Block, heading_end: int, leads: tuple[Agency, ...]
) -> tuple[Task, ...]:
    source = outline.source
    if block.children:
        return tuple(read_task(source, finds, child.body, child.stop, leads) for child in block.children)
    if source.flat[heading_end : block.end].strip():
        start = (
            heading_end + len(source.flat[heading_end : block.end]) - len(source.flat[heading_end : block.end].lstrip())
        )
        return (read_task(source, finds, start, block.end, leads),)
    return ()


def _agency_block(outline: Outline, finds: Finds, block: Block, form: ProvinceFormat) -> Assignment | None:
    """Read a block as the section of one or several agencies, or return None."""
    source = outline.source
    end = _heading_end(outline, block, form)
    agencies = heading_agencies(source, block.body, end)
    if not agencies:
        return None
    last = agencies[-1].span
    heading = source.clean(block.body, end)
    rest = source.offset(end) - last.end if last else 0
    if not block.children and end == block.end and rest > _MORE_THAN_NAMES:
        # "4. Sở A chủ trì, phối hợp với …": heading and task are one sentence
        tasks: tuple[Task, ...] = (read_task(source, finds, block.body, block.end, agencies),)
        heading = ", ".join(agency.name for agency in agencies)
    else:
        tasks = _tasks(outline, finds, block, end, agencies)
    return Assignment(heading.rstrip(" :"), block.label or None, agencies, tasks, source.span(block.start, block.stop))


def _field_block(outline: Outline, finds: Finds, block: Block, form: ProvinceFormat) -> Assignment:
    """Read a block that goes by field of work: its tasks name their agencies themselves."""
    end = _heading_end(outline, block, form)
    tasks = _tasks(outline, finds, block, end, ())
    heading = outline.source.clean(block.body, end).rstrip(" :")
    if not block.children and not tasks:  # one paragraph: it is the task, and has no heading
        tasks, heading = (read_task(outline.source, finds, block.body, block.end, ()),), ""
    return Assignment(heading, block.label or None, (), tasks, outline.source.span(block.start, block.stop))


def read_implementation(
    outline: Outline, finds: Finds, parents: list[Block], form: ProvinceFormat
) -> tuple[Assignment, ...]:
    """Read the part on implementation: every paragraph of it, whether it begins with an agency or not."""
    return tuple(
        _agency_block(outline, finds, block, form) or _field_block(outline, finds, block, form)
        for parent in parents
        for block in parent.children
        if not _NOT_WORK.match(outline.source.text, block.body)
    )


def read_assignments(
    outline: Outline, finds: Finds, parents: list[Block], form: ProvinceFormat
) -> tuple[Assignment, ...]:
    """Read the sections of work below some headings.

    Sections whose heading is an agency win, at whatever depth they stand; where there is none, the
    sections go by field of work and keep their heading.
    """
    by_agency: list[Assignment] = []

    def visit(block: Block) -> None:
        for child in block.children:
            section = _agency_block(outline, finds, child, form) if child.kind not in ("bullet", "para") else None
            if section is not None:
                by_agency.append(section)
            else:
                visit(child)

    for parent in parents:
        visit(parent)
    if by_agency:
        return tuple(by_agency)
    blocks = [child for parent in parents for child in parent.children if child.kind != "para"]
    return tuple(_field_block(outline, finds, block, form) for block in blocks)
