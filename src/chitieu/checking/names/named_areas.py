"""Provinces that a plan names as they are today, wherever it does: *đoạn giáp tỉnh A*, *ở các tỉnh A, B*, a row of a table.

Names of what came before stay with what was named then: documents, projects, programmes, sentences of earlier years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from chitieu import areas
from chitieu.checking.names.partners import Partner, is_over, listed_areas
from chitieu.checking.subject import Subject
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import around
from chitieu.checking.texts.table_cells import Cell, cells_of_rows
from chitieu.periods.dates import find_dates
from chitieu.periods.text import find_periods
from chitieu.text import CAPITALS, SourceText, Span

__all__ = ["named_areas"]

_NAMING = re.compile(r"(?<!\w)(?=(?:các\s(?:tỉnh|thành phố)|tỉnh)\s)")
_OLD = re.compile(
    r"(?<!\w)(?:dự án|tiểu dự án|đề án|quy hoạch|(?<!ký )(?<!ký kết )(?<!xây dựng )(?<!ban hành )(?:chương trình|quy chế|thỏa thuận|biên bản|hợp đồng|bản ghi nhớ)"
    r"|(?:quyết định|nghị quyết|thông báo|kết luận|công văn|văn bản)(?=\s(?:số|của|[0-9]|kết luận))|hiệp định|gói thầu|công trình|cũ|nguyên|đã|từng|trước(?! (?:ngày|tháng|quý|hạn|[0-9]))|di tích|lịch sử|quê|truyền thống|thành lập|chuyển từ|tiếp nhận|bàn giao|sáp nhập|hợp nhất|sắp xếp|giai đoạn)(?!\w)"
)
"""Words of sentences in which a name may be of an earlier day; a paper that is yet to be signed is of none."""
_IN_BRACKETS = re.compile(r"\([^()]{0,60}\)")
"""What is said of names further ahead."""
_SENTENCE = re.compile(r"[;|]|\.(?=\s|$)|\n\s*\n|\n\s*(?:[-+*•]|[0-9]{1,2}[.)])\s")
_REACH = 300


def named_areas(subject: Subject, own: areas.Area | None) -> Iterator[Partner]:
    """Yield the provinces named in tasks and indicator lines, in sentences of a time after they ended, and in tables of the plan's year.

    Args:
        subject: the plan.
        own: the plan's own province: those it was made of are left out, of which much still bears the name.
    """
    day = subject.day
    if day is None:
        return
    for words, source, offset in (*_lines(subject), *_tasks(subject)):
        if "|" in source.text:
            continue
        for one in _in_text(source, day, words, offset):
            if own is None or one.area.successor != own:
                yield one
    for piece in subject.pieces if subject.plan.text else ():
        for one in (*_of_late(piece, day), *_in_tables(piece, day)):
            if own is None or one.area.successor != own:
                yield one


def _lines(subject: Subject) -> Iterator[tuple[str, SourceText, int | None]]:
    """Yield the words of the indicator lines, each with its text and where that begins."""
    for item in subject.items():
        placed = item.span if subject.plan.text else None
        source = SourceText(placed.of(subject.plan.text) if placed else item.text)
        yield item.text, source, None if placed is None else placed.start


def _tasks(subject: Subject) -> Iterator[tuple[str, SourceText, int | None]]:
    """Yield the words of the tasks, as `_lines` does."""
    yield from ((one.task.text, one.placed, one.offset) for one in subject.task_texts)


def _in_text(source: SourceText, day: date, piece: str, offset: int | None) -> Iterator[Partner]:
    """Yield the provinces a task names in sentences that tell of nothing before a day."""
    done = 0
    named = ((cue.start(), listed_areas(source.flat, cue.start())) for cue in _NAMING.finditer(source.lower))
    bare = ((cue.end(), _bare_list(source.flat, cue.end(), day)) for cue in _BARE_CUE.finditer(source.flat))
    for at, listed in sorted((*named, *bare), key=lambda one: one[0]):
        start, stop = _sentence(source.text, at)
        if at < done:
            continue
        ahead = _IN_BRACKETS.sub(lambda note: " " * len(note.group()), source.lower[start:at])
        said = ahead + source.lower[at:stop]
        if is_over(said, len(ahead), day) or _OLD.search(said):
            continue
        for area, begin, end in listed:
            done = end
            inside = source.span(begin, end)
            span = Span(offset + inside.start, offset + inside.end) if offset is not None else None
            yield Partner(area, span, piece, source.clean(begin, end))


_BARE_CUE = re.compile(
    r"(?<!\w)(?:tại|với|của|ở|đi|cùng|sang)\s"
    r"(?:(?:ngành|sở|hiệp hội|hội|doanh nghiệp|hợp tác xã|lực lượng|cơ quan|đơn vị|trung tâm|các)\s(?:[^\W\d_]+\s){0,5}?)?"
    rf"(?=[{CAPITALS}]|thành phố\s|tỉnh\s)|[:(]\s?(?=[{CAPITALS}])"
)
_BARE_NAME = re.compile(
    rf"(?:(?P<kind>TP\.?|[Tt]hành phố|[Tt]ỉnh)\s)?(?P<name>[{CAPITALS}]\w*(?:(?:\s-\s|\s)[{CAPITALS}]\w*){{0,3}})(?:\s?,\s|\svà\s|\scùng\s)?"
)
_KINDS = {"tp": "thành phố", "th": "thành phố", "tỉ": "tỉnh"}
_LEAST, _MOST = 2, 12


def _bare_list(flat: str, pos: int, day: date) -> Iterator[tuple[areas.Area, int, int]]:
    """Yield the provinces of a list of bare names that are all of provinces, one at least of a province there is on a day."""
    found = list[tuple[areas.Area, int, int]]()
    while len(found) < _MOST and (name := _BARE_NAME.match(flat, pos)) is not None:
        area = areas.find(name["name"])
        if area is None or (name["kind"] and not area.kind.startswith(_KINDS[name["kind"].lower()[:2]])):
            return
        found.append((area, name.start(), name.end("name")))
        pos = name.end()
        if pos == name.end("name"):
            break
    there = [areas.find(area.short_name, on=day) for area, _, _ in found]
    if len(found) >= _LEAST and any(
        now is not None and now.short_name == area.short_name for now, (area, _, _) in zip(there, found, strict=True)
    ):
        yield from found


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Return the range of the sentence around a place, as far as one looks."""
    ahead, behind = around(_SENTENCE, text, at, at, _REACH)
    return at - len(ahead), at + len(behind)


def _of_late(piece: Piece, day: date) -> Iterator[Partner]:
    """Yield the provinces of sentences whose periods all begin after these ended: *trong quý IV/2025 … ở tỉnh A*.

    Days alone, which may be those of a merger, tell so where all of them are to come.
    """
    source = piece.source
    for cue in _NAMING.finditer(source.lower):
        start, stop = _sentence(source.text, cue.start())
        said = source.lower[start:stop]
        days = [mention.value for mention in find_dates(said)]
        begun = [*days, *(mention.value.start for mention in find_periods(said))]
        if not begun or (len(days) == len(begun) and min(days) <= day) or _FORMER_WORDS.search(said):
            continue
        for area, begin, end in listed_areas(source.flat, cue.start()):
            if area.valid_to is not None and min(begun) > area.valid_to:
                yield Partner(area, source.span(begin, end), said, source.clean(begin, end))


_FORMER_WORDS = re.compile(
    r"(?<!\w)(?:cũ|nguyên là|trước đây|sáp nhập|hợp nhất|trước (?:khi )?sắp xếp|đã ký|quy hoạch|dự án|đề án|chương trình|quyết định|nghị quyết|thành lập từ|từ năm)(?!\w)"
)

# --- tables --------------------------------------------------------------------------------------------------

_HEAD = re.compile(
    r"(?:(?:tên\s)?(?:các\s)?(?:địa phương|tỉnh(?:,?\s(?:thành phố|thành))?|tỉnh/thành(?: phố)?|đối tác)(?!\w).*)"
)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def _in_tables(piece: Piece, day: date) -> Iterator[Partner]:
    """Yield the cells of a column of provinces in a table whose head has the year of a day and no earlier one."""
    column: int | None = None
    for cells in cells_of_rows(piece):
        head = _column(cells, day)
        if head is not None:
            column = head
        elif (
            len(cells) > 1
            and all(not any(map(str.isdigit, cell.text)) for cell in cells)
            and _HEAD.match(cells[0].text.lower())
        ):
            column = None
        elif column is not None and column < len(cells):
            cell = cells[column]
            area = areas.find(cell.text) if cell.text else None
            if area is not None:
                yield Partner(area, piece.source.span(cell.start, cell.end), "", cell.text)


def _column(cells: Sequence[Cell], day: date) -> int | None:
    """Return the column of provinces of a head that names no year before that of a day."""
    titles = [cell.text.lower() for cell in cells]
    years = [int(year) for title in titles for year in _YEAR.findall(title)]
    if not years or min(years) < day.year:
        return None
    return next((at for at, title in enumerate(titles) if _HEAD.fullmatch(title)), None)
