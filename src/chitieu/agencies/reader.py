"""Agencies named in plans: departments, committees, central offices, groups of them.

A name is read from its words without regard to dashes, commas and case, so ``Sở Lao động - Thương binh
và Xã hội`` and ``Sở Lao động, Thương binh và Xã hội`` are one agency. What the catalogue does not know
is kept as written.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from attrs import evolve

from chitieu.agencies.agency import Agency
from chitieu.agencies.known import directory
from chitieu.agencies.matching import match_agency, open_group, proper_tail, skip_title
from chitieu.agencies.openings import BRANCH, GROUP, HEAD
from chitieu.text import Mention, SourceText

__all__ = ["find_agencies", "heading_agencies", "read_agencies"]

_STOP = re.compile(
    r"(?<!đầu tư)\s(?:chỉ đạo|chủ trì|chủ động|có trách nhiệm|phối hợp|tham mưu|thực hiện|tiếp tục|tập trung|triển khai|đôn đốc|rà soát"
    r"|theo dõi|tăng cường|khẩn trương|theo chức năng|giám sát|tổ chức|xây dựng|ban hành|hướng dẫn|chịu trách nhiệm|đẩy mạnh|bố trí"
    r"|lãnh đạo|phân bổ|cân đối|tổng hợp|báo cáo|quán triệt|đề xuất|nghiên cứu|bảo đảm|đảm bảo|căn cứ|định kỳ|trên cơ sở|thường xuyên"
    r"|kịp thời|phổ biến|tuyên truyền|thẩm định|phê duyệt|đề nghị|yêu cầu|cung cấp|công bố|mở|giải ngân|vận động|giúp|đưa|hoàn thành|trình"
    r"|chuẩn bị|phát động|duy trì|huy động|tiếp nhận|cho vay|tham gia|phấn đấu|đăng tải|phát sóng|kết nối|nâng cấp|thông báo|bàn giao|nghiệm thu"
    r"|lồng ghép|khảo sát|ký kết|khởi công|tuyển|bồi dưỡng|chuyển giao|nhân rộng|cập nhật|số hóa|khai trương|đón|giao)(?!\w)"
)
_LIST_GAP = re.compile(r"\s*(?:,|;|và|cùng|với)\s+(?:với\s+|các\s+)?")


def read_agencies(
    flat: str, pos: int, end: int, *, open_groups: bool = False
) -> tuple[list[tuple[Agency, int, int]], int]:
    """Read a list of agencies from a place on: ``Sở A, Sở B và UBND các huyện``; return them and the end.

    Args:
        flat: folded text with line breaks as spaces.
        pos: offset of the first letter.
        end: offset to stop at.
        open_groups: whether ``các ngành, địa phương`` counts: where the words before say that agencies follow.
    """
    found: list[tuple[Agency, int, int]] = []
    pos = skip_title(flat, pos, end)
    while match := match_agency(flat, pos, end) or (open_group(flat, pos, end) if open_groups else None):
        agency, stop = match
        found.append((agency, pos, stop))
        gap = _LIST_GAP.match(flat, stop, end)
        if gap is None:
            return found, stop
        pos = gap.end()
        if "các" in gap.group() and not match_agency(flat, pos, end):
            pos -= 4
        pos = skip_title(flat, pos, end)
    return found, found[-1][2] if found else pos


_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def find_agencies(text: str) -> tuple[Mention[Agency], ...]:
    """Find the agencies a text names, in order.

    >>> [m.value.name for m in find_agencies("Giao Sở Y tế chủ trì, phối hợp với UBND các huyện, thành phố")]
    ['Sở Y tế', 'UBND các huyện, thành phố']
    """
    source = SourceText(text)
    found: list[Mention[Agency]] = []
    done = 0
    heads = directory().heads
    patterns = (HEAD, GROUP, BRANCH) if heads is None else (HEAD, GROUP, BRANCH, heads)
    starts = sorted({m.start() for pattern in patterns for m in pattern.finditer(source.flat)})
    gaps = [m.start() for m in _BLANK_LINE.finditer(source.text)]
    for start in starts:
        if start < done:
            continue
        at = bisect_left(gaps, start)
        match = match_agency(source.flat, start, gaps[at] if at < len(gaps) else None)
        if match:
            agency, done = match
            found.append(source.mention(agency, start, done))
    return tuple(found)


_LEAD_IN = re.compile(r"\s*(?:Giao |Đề nghị |Yêu cầu |Chỉ đạo |Đối với )?", re.IGNORECASE)


def heading_agencies(source: SourceText, start: int, end: int) -> tuple[Agency, ...]:
    """Read the agencies a section heading is for; empty if the heading names none.

    Words behind the names (``… chỉ đạo các ngân hàng``) are left out; an agency the catalogue does not
    know keeps its whole name.
    """
    flat = source.flat
    pos = skip_title(flat, _LEAD_IN.match(flat, start, end).end(), end)  # type: ignore[union-attr]
    text = flat[pos:end]
    local = directory().heads
    if not (
        HEAD.match(text)
        or GROUP.match(text)
        or (local and local.match(text))
        or (HEAD.match(text[4:]) and text[:4].lower() == "các ")
    ):
        opening = open_group(flat, pos, end)  # "3. Các ngành, địa phương"
        return (evolve(opening[0], span=source.span(pos, opening[1])),) if opening else ()
    found: list[Agency] = []
    while pos < end:
        match = match_agency(flat, pos, end)
        if match is None or (match[0].key is None and not match[0].group and not _goes_on(flat, match[1], end)):
            limit = _heading_stop(flat, pos, end)
            agency, stop = Agency(" ".join(flat[pos:limit].split()), None, group=text[:4].lower() == "các "), limit
        else:
            agency, stop = match
            stop = proper_tail(flat, stop, end)
            agency = Agency(" ".join(flat[pos:stop].split()), agency.key, agency.group)
        found.append(Agency(agency.name, agency.key, agency.group, source.span(pos, stop)))
        gap = _LIST_GAP.match(flat, stop, end)
        if gap is None or not _goes_on(flat, stop, end):
            break
        pos = skip_title(flat, gap.end(), end)
    return tuple(found)


def _goes_on(flat: str, pos: int, end: int) -> bool:
    """Whether another agency follows in the list."""
    gap = _LIST_GAP.match(flat, pos, end)
    return gap is not None and bool(HEAD.match(flat, gap.end(), end) or GROUP.match(flat, gap.end(), end))


def _heading_stop(flat: str, pos: int, end: int) -> int:
    """Return where a heading stops being a name: before a verb, not before a colon inside it."""
    match = _STOP.search(flat, pos + 3, end)
    stop = match.start() if match else end
    return pos + len(flat[pos:stop].rstrip(" :.;,"))
