"""The end of a document and what is spread over it: reporting, recipients, signature, appendices, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chitieu.agencies.agency import Agency
from chitieu.agencies.reader import read_agencies
from chitieu.documents.recipients import read_parties
from chitieu.documents.signatures import signature_words, split_rank
from chitieu.outline import Block, Outline
from chitieu.plan import Appendix, Footnote, Recipient, ReportFrequency, ReportingSchedule, Signatory
from chitieu.provinces import ProvinceFormat
from chitieu.reading.columns import left_column, right_column
from chitieu.text import CAPITALS, SMALL, SourceText, Span

__all__ = ["read_appendices", "read_footnotes", "read_recipients", "read_reporting", "read_signatories"]

_FREQUENCIES = {often.name.lower(): often for often in ReportFrequency}
_MEETINGS = re.compile(r"phiên họp \w+ tháng")  # "phiên họp hàng tháng" is no report
_TO = re.compile(r"(?:gửi|báo cáo|về)\s+(?:về\s+|báo cáo\s+|đến\s+|cho\s+)?(?=[A-ZĐỦ])")
_DAY = re.compile(r"(trước|chậm nhất(?: là)?|muộn nhất(?: là)?)\s+ngày\s+([0-9]{1,2})")
_RECIPIENTS = re.compile(r"nơi nhận\s*:?", re.IGNORECASE)
_ITEM = re.compile(
    rf"\s*-\s*([^\n|]+(?:\n[ \t]*[{SMALL}][^\n|]*|(?<![;.,/])\n[ \t]*[{CAPITALS}][^\n|]*[{SMALL}][^\n|]*[;.](?=\s*\n))*)"
)
_NAME = re.compile(rf"[{CAPITALS}][{SMALL}]+(?:\s[{CAPITALS}][{SMALL}]*){{1,4}}$")
_APPENDIX_NAMES = re.compile(
    r"hụ lục\s+((?:[IVX]{1,5}|[0-9]{1,2}|[A-ZĐ])(?:\s*(?:,|và|;|-)\s*(?:[Pp]hụ lục\s+)?(?:[IVX]{1,5}|[0-9]{1,2}))*)(?![\w])"
)
_APPENDIX_HEADING = re.compile(r"(?:PHỤ LỤC|\nPhụ lục)\s+([IVX]{1,5}|[0-9]{1,2})\b")
_ONE_LABEL = re.compile(r"(?<!\w)(?:[IVX]{1,5}|[0-9]{1,2}|[A-ZĐ])(?!\w)")
_NOTE = re.compile(r"\[([0-9]{1,3})\]")
_TAIL = 6000
_BESIDE = 300  # characters between two signatures of one document
_LINE = re.compile(r"[^\n]+")
_PIECE = re.compile(r"[^\n|]+")
_MIXED = re.compile(rf"[{SMALL}|]")


def _sentence_blocks(outline: Outline) -> list[Block]:
    return [block for block in outline.root.walk() if block.kind != "root"]


def read_reporting(outline: Outline, form: ProvinceFormat) -> ReportingSchedule | None:
    """Find the paragraph that says when reports are due: the one that names most frequencies."""
    source = outline.source
    best: tuple[int, ReportingSchedule] | None = None
    for block in _sentence_blocks(outline):
        if source.lower.find("báo cáo", block.body, block.end) < 0:
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
        found.append(Recipient(name, source.span(item.start(1), item.end(1)), read_parties(name)))
        pos = item.end()
    return tuple(found)


def read_signatories(source: SourceText) -> tuple[Signatory, ...]:
    """Read the signatures: the marks and the body, the office, the name; of a joint document one after another."""
    right, left = right_column(source), left_column(source)
    found = _signatures(source, right)
    if found and left != right:  # two who sign side by side, the first at the left
        taken = {one.span for one in found}
        found = [one for one in _signatures(source, left) if one.span not in taken] + found
    return tuple(found)


def _signatures(source: SourceText, text: str) -> list[Signatory]:
    found: list[Signatory] = []
    pos = max(0, len(text) - _TAIL)
    recipients = source.lower.rfind("nơi nhận")
    if recipients >= 0:  # long notes or appendices may stand behind the signature
        pos = min(pos, max(0, recipients - _BESIDE))
    for opening in _openings(text, pos):
        if opening < pos:
            continue
        if found and opening - pos > _BESIDE:
            break
        signatory, pos = _signature(source, text, opening)
        if signatory is None:
            break
        found.append(signatory)
    return found


def _openings(text: str, pos: int) -> Iterator[int]:
    """Yield where a signature may begin: at a mark, or at a line that is an office."""
    words = signature_words()
    for line in _LINE.finditer(text, pos):
        start = line.start() + len(line.group()) - len(line.group().lstrip(" |"))
        whole = line.end() < len(text) and not _MIXED.search(text, start, line.end())
        office = whole and words.office.match(text, start)
        mark = words.mark.match(text, start)
        if office or (mark and not mark.group().isalpha()):
            yield start


def _signature(source: SourceText, text: str, begin: int) -> tuple[Signatory | None, int]:
    """Read one signature from its first line on; return it and the offset after."""
    capitals: list[str] = []
    for match in _PIECE.finditer(text, begin):
        line = " ".join(match.group().split())
        if not line.strip("-_ *") or line.startswith("-"):  # a rule, or a recipient that stands at the left
            continue
        rank, name = split_rank(line)
        if line.isupper() or signature_words().mark.match(line):
            capitals.append(line)
        elif _NAME.fullmatch(name):
            return _signatory(name, rank, capitals, source.span(begin, match.end())), match.end()
        else:
            break
    return None, begin


def _signatory(name: str, rank: str | None, capitals: list[str], span: Span) -> Signatory:
    """Divide the capital lines into the body signed for and the office."""
    words = signature_words()
    joined: list[str] = []
    for line in capitals:
        if joined and words.mark.fullmatch(joined[-1]):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    office = next((i for i in range(len(joined) - 1, -1, -1) if words.office.match(joined[i])), len(joined))
    return Signatory(name, " ".join(joined[office:]) or None, " ".join(joined[:office]) or None, span, rank)


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
