"""The end of a document and what is spread over it: reporting, recipients, signature, appendices, notes."""

from __future__ import annotations

import re

from chitieu.agency_reader import Agency, read_agencies
from chitieu.outline import Block, Outline
from chitieu.plan import Appendix, Footnote, Recipient, ReportFrequency, ReportingSchedule, Signatory
from chitieu.provinces import ProvinceFormat
from chitieu.reading.columns import left_column, right_column
from chitieu.text import SourceText

__all__ = ["read_appendices", "read_footnotes", "read_recipients", "read_reporting", "read_signatory"]

_FREQUENCIES = {
    "month": ReportFrequency.MONTH,
    "quarter": ReportFrequency.QUARTER,
    "half": ReportFrequency.HALF,
    "nine_months": ReportFrequency.NINE_MONTHS,
    "year": ReportFrequency.YEAR,
}
_MEETINGS = re.compile(r"phiên họp \w+ tháng")  # "phiên họp hàng tháng" is no report
_REPORT = re.compile(r"báo cáo")
_PERIODIC = re.compile(r"định kỳ|h[àằ]ng (?:tháng|quý|năm)|6 tháng")
_TO = re.compile(r"(?:gửi|báo cáo|về)\s+(?:về\s+|báo cáo\s+|đến\s+|cho\s+)?(?=[A-ZĐỦ])")
_DAY = re.compile(r"(trước|chậm nhất(?: là)?|muộn nhất(?: là)?)\s+ngày\s+([0-9]{1,2})")
_RECIPIENTS = re.compile(r"nơi nhận\s*:?", re.IGNORECASE)
_ITEM = re.compile(r"\s*-\s*([^\n|]+(?:\n[ \t]*[a-zà-ỹđ][^\n|]*)*)")
_MARK = re.compile(r"(?:TM\.|KT\.|TL\.|TUQ\.|Q\.|T/M|K/T|T/L)")
_OFFICE_NAMES = (
    r"(?:PHÓ |Q\. ?|QUYỀN )?(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG|PHÓ CHÁNH|GIÁM ĐỐC|BÍ THƯ|TRƯỞNG|CHỦ NHIỆM|BỘ TRƯỞNG|THỨ TRƯỞNG"
    r"|THỦ TƯỚNG|CỤC TRƯỞNG)"
)
_OFFICES = re.compile(_OFFICE_NAMES)
_SIGNING = re.compile(rf"{_MARK.pattern}|{_OFFICE_NAMES}[^\n|a-zà-ỹđ]*(?=\n)")
_NAME = re.compile(r"[A-ZĐÀ-Ỹ][a-zà-ỹđ]+(?:\s[A-ZĐÀ-Ỹ][a-zà-ỹđ]*){1,4}$")
_APPENDIX_NAMES = re.compile(
    r"hụ lục\s+((?:[IVX]{1,5}|[0-9]{1,2}|[A-ZĐ])(?:\s*(?:,|và|;|-)\s*(?:[Pp]hụ lục\s+)?(?:[IVX]{1,5}|[0-9]{1,2}))*)(?![\w])"
)
_APPENDIX_HEADING = re.compile(r"(?:PHỤ LỤC|\nPhụ lục)\s+([IVX]{1,5}|[0-9]{1,2})\b")
_ONE_LABEL = re.compile(r"[IVX]{1,5}|[0-9]{1,2}|[A-ZĐ]")
_NOTE = re.compile(r"\[([0-9]{1,3})\]")
_TAIL = 6000


def _sentence_blocks(outline: Outline) -> list[Block]:
    return [block for block in outline.root.walk() if block.kind != "root"]


def read_reporting(outline: Outline, form: ProvinceFormat) -> ReportingSchedule | None:
    """Find the paragraph that says when reports are due: the one that names most frequencies."""
    source = outline.source
    best: tuple[int, ReportingSchedule] | None = None
    for block in _sentence_blocks(outline):
        if not _REPORT.search(source.lower, block.body, block.end) or not _PERIODIC.search(
            source.lower, block.body, block.end
        ):
            continue
        schedule = _schedule(source, block.body, block.end, form)
        regular = "định kỳ" in source.lower[block.body : block.end]
        score = len(schedule.frequencies) + 2 * (schedule.day is not None) + bool(schedule.recipients) + regular
        if schedule.frequencies and schedule.recipients and (best is None or score > best[0]):
            best = score, schedule
    return best[1] if best else None


def _schedule(source: SourceText, start: int, end: int, form: ProvinceFormat) -> ReportingSchedule:
    day = _DAY.search(source.lower, start, end)
    recipients: list[Agency] = []
    for match in _TO.finditer(source.flat, start, end):
        agencies, _ = read_agencies(source.flat, match.end(), end)
        recipients = [Agency(a.name, a.key, a.group, source.span(b, s)) for a, b, s in agencies]
        if recipients:
            break
    said = _MEETINGS.sub(" ", source.lower[start:end])
    often = tuple(_FREQUENCIES[name] for name, pattern in form.reporting.says.items() if pattern.search(said))
    return ReportingSchedule(
        frequencies=often,
        day=int(day[2]) if day and 1 <= int(day[2]) <= 28 else None,
        before=day is None or day[1] == "trước",
        recipients=tuple(recipients),
        text=source.clean(start, end),
        span=source.span(start, end),
    )


def read_recipients(source: SourceText) -> tuple[Recipient, ...]:
    """Read the list under ``Nơi nhận:``."""
    text = left_column(source)
    head = _RECIPIENTS.search(text, max(0, len(text) - _TAIL * 4))
    if head is None:
        return ()
    found: list[Recipient] = []
    pos = head.end()
    while item := _ITEM.match(text, pos):
        name = " ".join(item[1].split()).rstrip(" ;.")
        found.append(Recipient(name, source.span(item.start(1), item.end(1))))
        pos = item.end()
    return tuple(found)


def read_signatory(source: SourceText) -> Signatory | None:
    """Read the signature: the mark and the body, the office, the name."""
    text = right_column(source)
    tail = max(0, len(text) - _TAIL)
    opening = next((m for m in _SIGNING.finditer(text, tail) if _opens_line(text, m.start())), None)
    if opening is None:
        return None
    begin = opening.start()
    capitals: list[str] = []
    for match in re.finditer(r"[^\n|]+", text[begin:]):
        line = " ".join(match.group().split())
        if not line.strip("-_ *") or line.startswith("-"):  # a rule, or a recipient that stands at the left
            continue
        if line.isupper() or _MARK.match(line):
            capitals.append(line)
        elif _NAME.fullmatch(line):
            return _signatory(line, capitals, source, begin, begin + match.end())
        else:
            break
    return None


def _opens_line(text: str, pos: int) -> bool:
    return not text[text.rfind("\n", 0, pos) + 1 : pos].strip(" |")


def _signatory(name: str, capitals: list[str], source: SourceText, start: int, end: int) -> Signatory:
    """Divide the capital lines into the body signed for and the office."""
    joined: list[str] = []
    for line in capitals:
        if joined and _MARK.fullmatch(joined[-1]):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    office = next((i for i in range(len(joined) - 1, -1, -1) if _OFFICES.match(joined[i])), len(joined))
    title = " ".join(joined[office:]) or None
    return Signatory(name, title, " ".join(joined[:office]) or None, source.span(start, end))


def read_appendices(source: SourceText) -> tuple[Appendix, ...]:
    """List the appendices the text names, in order, and say which are in it."""
    if source.lower.find("phụ lục") < 0:
        return ()
    present = {match[1] for match in _APPENDIX_HEADING.finditer(source.text)}
    found: dict[str, Appendix] = {}
    for match in _APPENDIX_NAMES.finditer(source.flat):
        for label in _ONE_LABEL.finditer(match[1]):
            start = match.start(1) + label.start()
            found.setdefault(
                label.group(),
                Appendix(label.group(), label.group() in present, source.span(start, start + len(label.group()))),
            )
    return tuple(found.values())


def read_footnotes(source: SourceText) -> tuple[Footnote, ...]:
    """List note marks; the note is a line that begins with the same mark."""
    found: dict[str, Footnote] = {}
    for match in _NOTE.finditer(source.text):
        line = source.text.rfind("\n", 0, match.start()) + 1
        opens_line = not source.text[line : match.start()].strip()
        mark = match[1]
        if mark in found and opens_line:
            stop = source.text.find("\n", match.end())
            text = source.clean(match.end(), len(source.text) if stop < 0 else stop)
            found[mark] = Footnote(mark, text or None, found[mark].span)
        else:
            found.setdefault(mark, Footnote(mark, None, source.span(*match.span())))
    return tuple(found.values())
