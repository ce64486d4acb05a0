"""Agencies named in plans: departments, committees, central offices, groups of them.

A name is read from its words without regard to dashes, commas and case, so ``Sở Lao động - Thương binh
và Xã hội`` and ``Sở Lao động, Thương binh và Xã hội`` are one agency. What the catalogue does not know
is kept as written.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from importlib import resources

from attrs import field, frozen

from chitieu.text import Mention, SourceText, Span

__all__ = ["Agency", "AgencyRecord", "agency_records", "find_agencies", "match_agency", "read_agencies"]


@frozen
class Agency:
    """An agency as a document names it.

    Attributes:
        name: the name as written, spaces made single.
        key: its key in the catalogue; None for one the catalogue does not know.
        group: whether the name stands for several (``Các sở, ban, ngành tỉnh``).
        span: where it was read; not compared.

    >>> import chitieu as ct
    >>> ct.find_agencies("Giao Sở Tài chính chủ trì")[0].value.name
    'Sở Tài chính'
    """

    name: str
    key: str | None = None
    group: bool = False
    span: Span | None = field(default=None, eq=False, repr=False)

    def __str__(self) -> str:
        return self.name


@frozen
class AgencyRecord:
    """An agency of the catalogue, with the days between which it exists.

    Attributes:
        key: stable name of the record; `successor`: key of the record that took over.
        name, abbreviations, aliases: its writings.
        category: the field's own word for its kind (``sở``, ``ngành dọc Trung ương``).
        valid_from, valid_to: first and last day; None where it is not bounded.
        source: where the record comes from.
    """

    key: str
    name: str
    category: str
    source: str
    abbreviations: tuple[str, ...] = field(default=(), converter=tuple)
    aliases: tuple[str, ...] = field(default=(), converter=tuple)
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None


@cache
def agency_records() -> tuple[AgencyRecord, ...]:
    """Return the catalogue."""
    data = tomllib.loads(resources.files("chitieu").joinpath("data/agencies.toml").read_text(encoding="utf-8"))
    return tuple(AgencyRecord(**record) for record in data["agency"])


_NAME_WORD = re.compile(r"[\w&]+(?:-[\w&]+)*")
_LEVEL_WORDS = frozenset({"tỉnh", "thành", "phố"})


def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w&]+", name.lower()))


@cache
def _names() -> dict[tuple[str, ...], str]:
    """Map the words of every writing to a key; a trailing ``tỉnh`` may be left out."""
    found: dict[tuple[str, ...], str] = {}
    for record in agency_records():
        name = re.sub(r"\s*\(.*", "", record.name)
        heads = (name.split()[0],) if record.category.startswith("sở") else ()
        writings = [name, *record.aliases, *(f"{head} {short}" for head in heads for short in record.abbreviations)]
        for writing in writings:
            words = _words(writing)
            found.setdefault(words, record.key)
            if words[-2:] == ("thành", "phố") and "," in writing:  # "Thuế tỉnh, thành phố" is either
                words = words[:-2]
                found.setdefault(words, record.key)
            if words[-1:] == ("tỉnh",) and len(words) > 2:
                found.setdefault(words[:-1], record.key)
    for short, full in (("ubnd", ("ủy", "ban", "nhân", "dân")), ("hđnd", ("hội", "đồng", "nhân", "dân"))):
        for words, key in list(found.items()):
            for at in range(len(words)):
                if words[at : at + 4] == full:
                    found.setdefault((*words[:at], short, *words[at + 4 :]), key)
    return found


_HEADS = (
    "Sở|Ban(?! hành| đầu)|Cục|Chi cục|Văn phòng|VP|Công an|Bộ Chỉ huy|Bộ chỉ huy|Bộ CHQS|Bộ Tư lệnh|BCH|Thanh tra(?!,| kiểm)|Ngân hàng|NHNN|Kho bạc|KBNN|Bảo hiểm(?! thất| tự)|BHXH|"
    "UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng nhân dân|Hội(?! nhập| nghị| thảo| chợ| đồng| họp)|Hội đồng|Liên đoàn|Liên minh|Liên hiệp|Đài|Báo(?! cáo)|Trung tâm|Trường(?! hợp)|Tòa án|Viện|Thuế(?! sản| thu| và| suất)|Thống kê|Hải quan|Chi nhánh|"
    "Công ty|Điện lực|Bưu điện|Tỉnh đoàn|Tỉnh Đoàn|Đoàn(?! kết| viên)|Mặt trận|MTTQ|Thủ trưởng|Giám đốc|Chủ tịch|Chánh|Quỹ|Cảng vụ|Đảng ủy|Tỉnh ủy|Thành ủy|Thường trực|Hiệp hội|Đội(?! ngũ)|Phòng(?!,| chống| cháy| ngừa| trừ)|"
    "Bộ đội|Biên phòng|Cảnh sát|Vườn quốc gia|Tổ công tác|Quân sự|Lực lượng|Bệnh viện|Tập đoàn|Tổng công ty|Quản lý thị trường|Thi hành án"
)
_HEAD = re.compile(rf"(?<![\w&])(?:{_HEADS})(?![\w&])")
_GROUP = re.compile(
    r"(?<![\w&])(?:[Cc]ác |[Mm]ột số |[Tt]hủ trưởng các )?(?:"
    r"[Ss]ở,? ?(?:- ?)?ban,? ?ngành(?:,? (?:đoàn thể|địa phương))*(?: cấp)?(?: tỉnh| thành phố)?"
    r"|[Ss]ở,? ngành(?: liên quan)?(?: tỉnh)?(?:, địa phương)?"
    r"|UBND (?:cấp (?:huyện|xã)|các (?:xã|huyện|thị xã|thành phố|phường|đặc khu|thị trấn|quận|địa phương)(?:(?:,|/| và) ?(?:các )?(?:xã|huyện|thị xã|thành phố|phường|đặc khu|thị trấn|quận))*)(?: thuộc tỉnh)?"
    r"|Ủy ban nhân dân (?:cấp (?:huyện|xã)|các (?:xã|huyện|thị xã|thành phố|phường|đặc khu|thị trấn|quận)(?:(?:,|/| và) ?(?:các )?(?:xã|huyện|thị xã|thành phố|phường|đặc khu|thị trấn|quận))*)"
    r"|cơ quan Trung ương đóng trên địa bàn(?: tỉnh)?"
    r"|(?:cơ quan|đơn vị|địa phương|ngành|tổ chức|sở)(?:, (?:cơ quan|đơn vị|địa phương|ngành|tổ chức)){0,6}(?: có)? liên quan"
    r")(?![\w&])"
)
_STOP = re.compile(
    r"\s(?:chỉ đạo|chủ trì|chủ động|có trách nhiệm|phối hợp|tham mưu|thực hiện|tiếp tục|tập trung|triển khai|đôn đốc|rà soát|theo dõi|tăng cường|khẩn trương|theo chức năng)(?!\w)"
)
_LIST_GAP = re.compile(r"\s*(?:,|;|và|cùng|với)\s+(?:với\s+|các\s+)?")


_FIRST_WORD = re.compile(r"[^\W\d_]+")
_FIRST_WORDS = frozenset(
    {word.lower() for head in re.sub(r"\(\?![^)]*\)", "", _HEADS).split("|") for word in _FIRST_WORD.findall(head)[:1]}
    | {"các", "một", "thủ", "sở", "ubnd", "ủy", "cơ", "đơn", "địa", "ngành", "tổ"}
)
"""Words an agency or a group can begin with: one look-up spares the patterns where nothing can match."""
_LETTERS = re.compile(r"[\w&]+")
_GAP_INSIDE = re.compile(r"[\s,\-]*")


def match_agency(flat: str, pos: int, end: int | None = None) -> tuple[Agency, int] | None:
    """Match the agency whose name starts at a place; return it and the offset after its name.

    Args:
        flat: folded text with line breaks as spaces.
        pos: offset of the first letter.
        end: offset to stop at.
    """
    end = len(flat) if end is None else end
    first = _FIRST_WORD.match(flat, pos, end)
    if first is None or first.group().lower() not in _FIRST_WORDS:
        return None
    group = _GROUP.match(flat, pos, end)
    if group:
        return Agency(" ".join(group.group().split()), None, group=True), group.end()
    head = _HEAD.match(flat, pos, end)
    if head is None:
        return None
    words: list[str] = []
    ends: list[int] = []
    for word in _NAME_WORD.finditer(flat, pos, min(end, pos + 120)):
        if ends and not _GAP_INSIDE.fullmatch(flat, ends[-1], word.start()):
            break
        for part in _LETTERS.finditer(word.group()):
            words.append(part.group().lower())
            ends.append(word.start() + part.end())
    for count in range(min(len(words), 16), 0, -1):
        key = _names().get(tuple(words[:count]))
        if key is not None:
            stop = ends[count - 1]
            if (
                count < len(words)
                and words[count] in _LEVEL_WORDS
                and flat[stop : ends[count]].split() == [words[count]]
            ):
                stop = ends[count]
            return Agency(" ".join(flat[pos:stop].split()), key), stop
    return _open_agency(flat, pos, head.end(), end)


_INSIDE_NAMES = frozenset({"và", "tỉnh", "huyện", "xã", "phường", "nhân", "dân", "sự", "lý", "các"})
_SECOND_SYLLABLES = frozenset(
    [
        "tế",
        "lực",
        "học",
        "nghiệp",
        "thương",
        "vườn",
        "chính",
        "thông",
        "tải",
        "sản",
        "hóa",
        "thao",
        "lịch",
        "viên",
        "án",
        "vụ",
        "sát",
        "mại",
        "trường",
        "tạo",
        "nghề",
        "niên",
        "nữ",
        "chiến",
        "binh",
        "nghệ",
        "phủ",
        "lợi",
        "thiện",
        "hội",
        "vốn",
        "dưỡng",
        "điện",
        "thực",
        "phẩm",
        "nông",
        "lâm",
        "biển",
        "rừng",
        "dụng",
    ]
)
"""Second halves of words in names (``Điện lực``, ``Làm vườn``): small letters that do not end a name."""


def _open_agency(flat: str, pos: int, after: int, end: int) -> tuple[Agency, int] | None:
    """Take an agency the catalogue does not know: its head and the capitalised words behind it."""
    stop = after
    for word in _NAME_WORD.finditer(flat, after, min(end, after + 90)):
        written = word.group()
        second = written in _SECOND_SYLLABLES and flat[stop - 1].isalpha() and stop > after
        belongs = written[0].isupper() or written in _INSIDE_NAMES or second
        if flat[stop : word.start()].strip(" -&") or not belongs:
            break
        stop = word.end()
    name = re.sub(r"\s(?:và|các)$", "", flat[pos:stop].rstrip())
    if stop == after and " " not in name and name not in ("UBND", "HĐND"):
        return None
    return Agency(" ".join(name.split()), None), pos + len(name)


def read_agencies(flat: str, pos: int, end: int) -> tuple[list[tuple[Agency, int, int]], int]:
    """Read a list of agencies from a place on: ``Sở A, Sở B và UBND các huyện``; return them and the end."""
    found: list[tuple[Agency, int, int]] = []
    while match := match_agency(flat, pos, end):
        agency, stop = match
        found.append((agency, pos, stop))
        gap = _LIST_GAP.match(flat, stop, end)
        if gap is None:
            return found, stop
        pos = gap.end()
        if "các" in gap.group() and not match_agency(flat, pos, end):
            pos -= 4
    return found, found[-1][2] if found else pos


def find_agencies(text: str) -> tuple[Mention[Agency], ...]:
    """Find the agencies a text names, in order.

    >>> [m.value.name for m in find_agencies("Giao Sở Y tế chủ trì, phối hợp với UBND các huyện, thành phố")]
    ['Sở Y tế', 'UBND các huyện, thành phố']
    """
    source = SourceText(text)
    found: list[Mention[Agency]] = []
    done = 0
    starts = sorted({m.start() for pattern in (_HEAD, _GROUP) for m in pattern.finditer(source.flat)})
    for start in starts:
        if start < done:
            continue
        match = match_agency(source.flat, start)
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
    pos = _LEAD_IN.match(flat, start, end).end()  # type: ignore[union-attr]
    text = flat[pos:end]
    if not (_HEAD.match(text) or _GROUP.match(text) or (_HEAD.match(text[4:]) and text[:4].lower() == "các ")):
        return ()
    found: list[Agency] = []
    while pos < end:
        match = match_agency(flat, pos, end)
        if match is None or (match[0].key is None and not match[0].group):
            limit = _heading_stop(flat, pos, end)
            agency, stop = Agency(" ".join(flat[pos:limit].split()), None, group=text[:4].lower() == "các "), limit
        else:
            agency, stop = match
            stop = _proper_tail(flat, stop, end)
            agency = Agency(" ".join(flat[pos:stop].split()), agency.key, agency.group)
        found.append(Agency(agency.name, agency.key, agency.group, source.span(pos, stop)))
        gap = _LIST_GAP.match(flat, stop, end)
        if gap is None or not (_HEAD.match(flat, gap.end(), end) or _GROUP.match(flat, gap.end(), end)):
            break
        pos = gap.end()
    return tuple(found)


def _heading_stop(flat: str, pos: int, end: int) -> int:
    """Return where a heading stops being a name: before a verb, not before a colon inside it."""
    match = _STOP.search(flat, pos + 3, end)
    stop = match.start() if match else end
    return pos + len(flat[pos:stop].rstrip(" :.;,"))


def _proper_tail(flat: str, stop: int, end: int) -> int:
    """Take the place behind a known name: ``Ngân hàng Nhà nước Chi nhánh`` ← ``Bến Tre``."""
    match = re.compile(r"(?:\s+(?:tỉnh|Chi nhánh|chi nhánh|khu vực|Khu vực|[A-ZĐÂÊÔƯÁÀẢÃẠÍÚ][\w]*|[0-9]+))+").match(
        flat, stop, end
    )
    return match.end() if match else stop
