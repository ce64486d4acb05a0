"""The header of a document: issuer, number, place and date, title, legal bases.

The two columns of the printed header come out of copies in any order, broken into lines and divided by
pipes and rules. Each part is found by what it looks like, not by where it stands.
"""

from __future__ import annotations

import re
from datetime import date

from attrs import define, field

from chitieu.areas import find as find_area
from chitieu.documents.references import Reference
from chitieu.periods.dates import match_date
from chitieu.periods.period import YEARS, Period
from chitieu.periods.titles import title_periods
from chitieu.provinces import ProvinceFormat
from chitieu.reading.columns import piped
from chitieu.reading.findings import Finds
from chitieu.text import CAPITALS, SourceText, Span, fold

__all__ = ["Header", "read_header"]

_REACH = 5000
_MOTTO = re.compile(
    r"CỘNG\s+H[ÒO]A|XÃ HỘI CHỦ NGHĨA|^HÒA XÃ HỘI|VIỆT NAM$|ĐẢNG CỘNG SẢN|[Đđ]ộc lập|Tự do|Hạnh phúc", re.MULTILINE
)
_ISSUER = re.compile(
    r"(?:ỦY BAN|UBND|HỘI ĐỒNG|HĐND|TỈNH ỦY|THÀNH ỦY|BAN|SỞ|CHÍNH PHỦ|BỘ|THỦ TƯỚNG|CHỦ TỊCH|QUỐC HỘI|TỈNH|THÀNH PHỐ|HUYỆN|CỤC|VĂN PHÒNG|ĐẢNG ỦY)\b"
)
_NUMBER = re.compile(r"Số\s*:?\s*")
_PLACE = re.compile(rf"([{CAPITALS}][\w.\- ]{{1,60}}?)\s*,\s*ngày\s+(?=[0-9])")
_UNDATED = re.compile(rf"([{CAPITALS}][\w.\- ]{{1,60}}?)\s*,\s*ngày[\s.…_|]*tháng(?!\w)")
"""The place of a draft, whose day is still open: ``Sông Hậu, ngày … tháng … năm 2026``."""
_DATED = re.compile(r"(?:^|(?<=[\n|]))[ ]*[Nn]gày\s+(?=[0-9])")
_PIECE = re.compile(r"[^\n|]+")
_AUTHORITY = re.compile(
    r"(?:CHỦ TỊCH\s+)?(?:ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|TỈNH ỦY|GIÁM ĐỐC SỞ)\b"
)
_GOES_ON = ("CỦA", "VÀ", "DO", ",", "TẠI", "GIỮA", "VỚI", "CHO", "-")
_MAX_TITLE_LINES = 14
_MOST_WORDS = 4  # of a place behind the words of another column: "Bà Rịa - Vũng Tàu" is known by its name


@define
class Header:
    """What the head of a document says; parts that are missing are None."""

    number: str | None = None
    issuer: str | None = None
    place: str | None = None
    issued: date | None = None
    title: str | None = None
    period: Period | None = None
    bases: tuple[Reference, ...] = ()
    spans: dict[str, Span] = field(factory=dict)
    end: int = 0  # where the body begins


def _is_capital(text: str) -> bool:
    """Whether a line is in capitals, or a number that goes on with them."""
    return text.isupper() or (text[:1].isdigit() and text.upper() == text.lower())


class _HeaderReader:
    def __init__(self, source: SourceText, finds: Finds, form: ProvinceFormat, body: int) -> None:
        self.source, self.finds, self.form = source, finds, form
        self.limit = min(body or _REACH, _REACH * 3)
        self.text = piped(source)
        self.pieces = [
            (m.start() + len(m.group()) - len(m.group().lstrip()), m.end() - (len(m.group()) - len(m.group().rstrip())))
            for m in _PIECE.finditer(self.text, 0, self.limit)
            if m.group().strip(" -_=*")
        ]
        self.header = Header()

    def read(self) -> Header:
        title_at = self.title()
        head_end = self.pieces[title_at[0]][0] if title_at else min(self.limit, _REACH)
        self.issuer(head_end)
        self.number(head_end)
        self.place(head_end)
        start = self.pieces[title_at[1] - 1][1] if title_at else 0
        self.header.bases = self.finds.references_in(start, self.limit) if title_at else ()
        self.header.end = start
        self.header.period = self.period()
        return self.header

    def mark(self, name: str, start: int, end: int) -> None:
        self.header.spans[name] = self.source.span(start, end)

    def issuer(self, head_end: int) -> None:
        """Join the capital lines of the issuing body, up to the number or the motto."""
        parts: list[tuple[int, int]] = []
        motto = False
        for start, end in self.pieces:
            if start >= head_end:
                break
            text = self.text[start:end]
            motto = bool(_MOTTO.search(text)) or text in ("CỘNG", "HÒA") or (motto and text == "NAM")
            if motto:
                continue
            if not text.isupper() or not (parts or _ISSUER.match(text)) or _NUMBER.match(text):
                if parts:
                    break
                continue
            parts.append((start, end))
        if parts:
            self.header.issuer = " ".join(" ".join(self.text[s:e].split()) for s, e in parts)
            self.mark("issuer", parts[0][0], parts[-1][1])

    def number(self, head_end: int) -> None:
        for reference, start, end in self.finds.references:
            if start >= head_end:
                break
            lead = self.source.flat[max(0, start - 8) : start]
            if _NUMBER.search(lead):
                self.header.number = reference.number
                self.mark("number", start, end)
                return

    def place(self, head_end: int) -> None:
        """Read place and day; a draft has no day yet, and some documents name no place."""
        for match in _PLACE.finditer(self.text, 0, head_end):
            if self.dated(match.end()):
                self.placed(match)
                return
        undated = _UNDATED.search(self.text, 0, head_end)
        if undated:
            self.placed(undated)
            return
        any(self.dated(match.end()) for match in _DATED.finditer(self.text, 0, head_end))

    def dated(self, pos: int) -> bool:
        """Take the day that stands at a place; say whether there is one."""
        day = match_date(self.source.lower, pos)
        if day is None or day.value is None:
            return False
        self.header.issued = day.value
        self.mark("issued", pos, day.end)
        return True

    def placed(self, match: re.Match[str]) -> None:
        """Take the place before a day; where it does not stand alone, the words before its last four are another column's."""
        start, end = match.span(1)
        if not self.stands_alone(start, end) and not find_area(match[1]):
            words = list(re.finditer(r"\S+", match[1]))
            start += words[-_MOST_WORDS:][0].start()
        self.header.place = " ".join(self.text[start:end].split())
        self.mark("place", start, end)

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether words open a line or a cell, and neither motto nor issuer is among them."""
        before, said = max(self.text.rfind(mark, 0, start) for mark in "\n|") + 1, self.text[start:end]
        return not self.text[before:start].strip() and not (_MOTTO.search(said) or _ISSUER.search(said))

    def title(self) -> tuple[int, int] | None:
        """Find the line that names the kind of document and the lines of its title; return their places."""
        # the longest first: CHƯƠNG TRÌNH HÀNH ĐỘNG is no CHƯƠNG TRÌNH about something
        kinds = sorted({fold(kind).upper() for kind in self.form.header.kinds}, key=len, reverse=True)
        for at, (start, end) in enumerate(self.pieces):
            text = self.text[start:end]
            kind = next((k for k in kinds if text.upper().startswith(k)), None)
            if kind is None or not text.isupper():
                continue
            last = self.title_end(at)
            begin = self.pieces[at + 1][0] if text.upper() == kind and last > at + 1 else start
            self.header.title = self.source.clean(begin, self.pieces[last - 1][1])
            self.mark("title", begin, self.pieces[last - 1][1])
            return at, last
        return None

    def title_end(self, at: int) -> int:
        """Return the piece after the title: capital lines go on, else the lines before the preamble or an empty line."""
        preamble = tuple(fold(word).lower() for word in self.form.header.preamble)
        capitals = self.next_is_capitals(at)
        last = min(at + _MAX_TITLE_LINES, len(self.pieces))
        for offset in range(at + 1, last):
            text = self.text[slice(*self.pieces[offset])]
            folded = text.lower()
            if offset == at + 1 and self.is_bare_kind(at) and not folded.startswith("căn cứ"):
                continue  # what stands right under KẾ HOẠCH is its title, even "Thực hiện Nghị quyết …"
            if (offset > at + 1 or not self.is_bare_kind(at)) and self.is_apart(offset):
                return offset
            if capitals and not text.isupper() and folded.startswith("về "):
                capitals = False  # "NGHỊ QUYẾT / CỦA HỘI ĐỒNG NHÂN DÂN / về …": the abstract goes on in small letters
            if capitals and (not _is_capital(text) or self.names_authority(offset)):
                return offset
            opens = text[:1].isupper() and folded.startswith(preamble)  # a small letter goes on with the title
            if not capitals and (opens or re.match(r"[IVX]+\.|ỦY BAN|HỘI ĐỒNG", text)):
                return offset
        if last == len(self.pieces):  # the body begins right behind the title
            return last
        return min(at + 1 + (not capitals), len(self.pieces))

    def is_apart(self, at: int) -> bool:
        """Whether an empty line stands before a piece."""
        return self.text.count("\n", self.pieces[at - 1][1], self.pieces[at][0]) > 1

    def names_authority(self, at: int) -> bool:
        """Whether a line of capitals under the title names who issues, and does not go on with the title."""
        text, before = (self.text[slice(*self.pieces[place])] for place in (at, at - 1))
        return bool(_AUTHORITY.match(text)) and not before.rstrip().endswith(_GOES_ON)

    def is_bare_kind(self, at: int) -> bool:
        text = self.text[slice(*self.pieces[at])].upper()
        return text in {fold(kind).upper() for kind in self.form.header.kinds}

    def next_is_capitals(self, at: int) -> bool:
        if at + 1 >= len(self.pieces):
            return False
        start, end = self.pieces[at + 1]
        return self.text[start:end].isupper()

    def period(self) -> Period | None:
        """Take the last period of the title that is not only an outlook, else the year of issue; what brackets add to it counts last."""
        periods = title_periods(self.header.title or "")
        if periods:
            return periods[-1]
        issued = self.header.issued
        return Period(issued.year) if issued and issued.year in YEARS else None


def read_header(source: SourceText, finds: Finds, form: ProvinceFormat, body: int) -> Header:
    """Read the head of a document.

    Args:
        source: the folded text.
        finds: what the text holds.
        form: the province's format.
        body: offset of the first section, where head and preamble end; 0 if there is none.
    """
    return _HeaderReader(source, finds, form, body).read()
