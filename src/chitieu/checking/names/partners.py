"""The provinces a plan wants to work with or for: *phối hợp với tỉnh A*, *cùng các tỉnh A, B rà soát*, *trình UBND tỉnh A*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from chitieu import areas
from chitieu.agencies.reader import read_agencies
from chitieu.checking.once import once
from chitieu.checking.subject import Subject
from chitieu.checking.texts.places import around, search_before
from chitieu.text import CAPITALS, SourceText, Span
from chitieu.work.tasks import Task

__all__ = ["Partner", "is_over", "listed_areas", "longest_area", "partners"]


@frozen(eq=False)
class Partner:
    """A province that takes part in work, or whose organs get it.

    Attributes:
        area: the province, of any time.
        span: where it is named; None for a plan without text.
        piece: the words it stands in.
        written: the name as written, with its kind where that is there.
        gets: whether its organs, and those of no other, get what is reported or put before them.
    """

    area: areas.Area
    span: Span | None
    piece: str
    written: str
    gets: bool = False


_CUE = re.compile(
    r"(?<!\w)(?:"
    r"(?:phối hợp|phối kết hợp|hợp tác|liên kết|ký kết|làm việc|thống nhất|trao đổi|giao lưu|kết nghĩa|hiệp đồng|chia sẻ|kết nối)"
    r"(?!\w)(?:[^.;:,|0-9()“”]|(?<=năm )[0-9]{4}){0,60}?\s(?:cùng\s)?với\s|(?:cùng(?:\svới)?|đề nghị|lấy ý kiến(?:\scủa)?)\s"
    r"|giữa\s[^.;:|0-9()“”]{2,60}?\s(?:với|và)\s(?=(?:các\s)?(?:tỉnh|thành phố)\s)"
    r"|giữa\s(?=(?:các\s|lãnh đạo\s|sở\s|công an\s|ubnd\s|hđnd\s|ủy ban nhân dân\s|hội đồng nhân dân\s)*(?:tỉnh|thành phố)\s))"
    r"(?=[^\s])"
)
_ORGAN = r"(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|tỉnh ủy|thành ủy)"
_ROLE = r"(?:lãnh đạo|(?:phó )?chủ tịch|(?:phó )?bí thư|thường trực|ban thường vụ|ban chấp hành(?: đảng bộ)?|tt|bch|btv|kỳ họp)"
_GETS = re.compile(
    r"(?<!\w)(?:(?<!tờ )trình|tham mưu(?: giúp| cho)?|báo cáo|xin ý kiến(?: của)?|đề xuất|kiến nghị|tranh thủ ý kiến(?: của)?|để|(?:chỉ đạo|phân công|yêu cầu) của)\s"
    rf"(?:(?:xin ý kiến|các|tại|với|{_ROLE}(?:, {_ROLE})?)\s){{0,3}}(?:(?:tt\s)?{_ORGAN}(?:\stỉnh|\sthành phố)?(?:,|\svà)\s){{0,3}}(?={_ORGAN}(?!\w))"
)
"""Words before an organ that is to get or decide something."""
_UPWARD = re.compile(r"trình|tham mưu|báo cáo|(?:chỉ đạo|phân công|yêu cầu) của")
"""Those of them that only the plan's own province can get."""
_TOLD = re.compile(
    r"(?<!\w)(?:đã|từng\s(?:là|làm|thuộc|được|ký|phối hợp|giao|tham gia)|trước đây|ban hành trước|trước (?:khi )?(?:sắp xếp|sáp nhập|hợp nhất)|sau (?:khi )?(?:sắp xếp|sáp nhập|hợp nhất)|cũ|tại (?:văn bản|công văn|thông báo|kết luận|quyết định|nghị quyết|chỉ thị)|khóa|nhiệm kỳ 20[0-9]{2})(?!\w)"
)
"""Words of a sentence that tells of what was done under the old name."""
_SENTENCE = re.compile(r"[;|]|\.(?=\s|$)")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_PLAN = re.compile(
    r"(?<!\w)(?:quy chế|(?<!ký )(?<!ký kết )(?:chương trình|kế hoạch|thỏa thuận|biên bản)|hiệp định|hợp đồng|bản ghi nhớ|nội dung|dự án|đề án|tuyến|đường|cầu"
    r"|cao tốc|ranh giới|địa giới|giáp ranh|khoảng cách|đã|từng)(?!\w)(?:\s\w+){0,3}\s*$"
)
"""Words before a cue that make it a name or tell of the past: *Quy chế phối hợp với …*, *đã phối hợp với …*."""
_KIND = re.compile(
    r"(?i:(?:(?:lãnh đạo|chính quyền|nhân dân|(?:các\s)?(?:ngành|cơ quan|lực lượng|đơn vị)\schức năng|các ngành|các cơ quan"
    r"|ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|công an|bộ chỉ huy quân sự|bộ chqs|(?:sở|ban quản lý|cơ quan|đơn vị|doanh nghiệp|trung tâm|hiệp hội|lực lượng|ngành)\s[^,;.()]{2,50}?)\s(?:của\s)?)?"
    r"(?:(?P<many>(?:các|0?[2-9]|hai|ba|bốn|năm)\s(?:tỉnh|thành phố)(?:,?\s(?:và\s)?thành phố)?(?:\s[^\W\d_]+){0,5}?(?:\s?:\s?|\s?\(\s?|\s))|(?P<one>tỉnh(?:\sủy)?|thành(?:\sphố|\sủy)|tp\.?)\s?))"
    rf"(?=[{CAPITALS}])"
)
_NAME = re.compile(rf"[{CAPITALS}]\w*(?:(?:\s?-\s?|\s)[{CAPITALS}]\w*){{0,4}}")
_PART = re.compile(r"\s?-\s?|\s")
_JOINT = re.compile(r"\s?(?:,|;)\s?(?:và\s)?(?:cùng\s)?(?:với\s)?|\s(?:và|cùng|cùng với|hoặc|với)\s")
_FORMER = re.compile(
    r"\s*[,(]?\s*(?:cũ|trước đây|trước (?:khi )?(?:sắp xếp|sáp nhập|hợp nhất)|nay (?:là|thuộc)|sau (?:khi )?(?:sắp xếp|sáp nhập|hợp nhất))(?!\w)"
)
_CELL = re.compile(r"\|\s*(?P<words>[^|]{3,300})(?=\|)")
_BEFORE = 80
_MOST = 12
_WIDEST = 300


@once
def partners(subject: Subject) -> Iterator[Partner]:
    """Yield the provinces that tasks name as taking part or as getting something, old names that say so themselves left out.

    A text that is no plan has no tasks: there, all sentences are looked at that tell of nothing that is over.
    """
    for one in subject.task_texts:
        source, task = one.placed, one.task
        starts = (*_cues(source.lower), *((at, False) for at in _cells(source.flat, task)))
        yield from _named_at(source, starts, task.text, one.offset)
    if subject.is_bare_text:
        for piece in subject.pieces:
            lower = piece.source.lower
            starts = tuple((at, gets) for at, gets in _cues(lower) if not is_over(lower, at, subject.day))
            yield from _named_at(piece.source, starts, "", 0)


def _named_at(
    source: SourceText, starts: tuple[tuple[int, bool], ...], piece: str, offset: int | None
) -> Iterator[Partner]:
    """Yield the provinces named at some places of a text."""
    done = 0
    for at, gets in sorted(starts):
        listed = list(listed_areas(source.flat, at)) if at >= done else []
        for area, start, end in listed:
            inside, done = source.span(start, end), end
            span = Span(offset + inside.start, offset + inside.end) if offset is not None else None
            written = source.clean(start, end)
            yield Partner(area, span, piece or written, written, gets and len(listed) == 1)


def is_over(lower: str, at: int, day: date | None) -> bool:
    """Whether the sentence around a place tells of what was done, or names a year before a day.

    >>> is_over("năm 2024 do ubnd tỉnh tiền giang giao", 12, date(2026, 1, 12))
    True
    """
    said = "".join(around(_SENTENCE, lower, at, at, _WIDEST))
    years = map(int, _YEAR.findall(said))
    return _TOLD.search(said) is not None or (day is not None and any(year < day.year for year in years))


def _cues(lower: str) -> Iterator[tuple[int, bool]]:
    """Yield where the words end that say who takes part or gets something, and whether it is reported there."""
    for cue in _CUE.finditer(lower):
        if not search_before(_PLAN, lower, cue.start(), _BEFORE):
            yield cue.end(), False
    for cue in _GETS.finditer(lower):
        if not is_over(lower, cue.start(), None) and not _PLAN.search(
            lower, max(0, cue.start() - _BEFORE), cue.start()
        ):
            yield cue.end(), _UPWARD.match(cue.group()) is not None


def _cells(flat: str, task: Task) -> Iterator[int]:
    """Yield where the cells of a row begin that name who takes part."""
    for cell in _CELL.finditer(flat) if task.cooperating else ():
        if any(agency.name in cell["words"] for agency in task.cooperating):
            yield cell.start("words")


def listed_areas(flat: str, pos: int) -> Iterator[tuple[areas.Area, int, int]]:
    """Yield the provinces of a list that begins at a place: ``Bộ Xây dựng, tỉnh A và các tỉnh B, C``.

    Args:
        flat: folded text with line breaks as spaces.
        pos: where the list begins.

    Yields:
        Each province with the range it is named in, its kind with it.

    >>> [area.short_name for area, _, _ in listed_areas("các tỉnh Long An, Bến Tre và tỉnh An Giang", 0)]
    ['Long An', 'Bến Tre', 'An Giang']
    """
    stop = min(len(flat), pos + _WIDEST)
    many = False
    for _ in range(_MOST):
        start = pos
        kind = _KIND.match(flat, pos, stop)
        if kind is not None:
            many, pos = kind["many"] is not None, kind.end()
        if kind is not None or many:
            found = longest_area(flat, pos, stop)
            if found is None:
                return
            area, pos = found
            right = many or area.kind.startswith(kind["one"].lower()[:2] if kind and kind["one"] else "")
            if right and not _FORMER.match(flat, pos):
                yield area, kind.start("one") if kind and kind["one"] else (kind.end() if kind else start), pos
        else:
            pos = read_agencies(flat, pos, stop)[1]
            if pos == start:
                return
        joint = _JOINT.match(flat, pos, stop)
        if joint is None:
            return
        pos = joint.end()


def longest_area(flat: str, pos: int, stop: int) -> tuple[areas.Area, int] | None:
    """Return the province named at a place and where its name ends: the longest name that is one.

    >>> longest_area("Đồng Nai, Long An", 0, 17)[1]
    8
    """
    name = _NAME.match(flat, pos, stop)
    ends = (
        [name.end(), *(part.start() for part in reversed(list(_PART.finditer(flat, pos, name.end()))))] if name else []
    )
    found = ((areas.find(flat[pos:end]), end) for end in ends)
    return next(((area, end) for area, end in found if area is not None), None)
