"""Agencies named in plans: departments, committees, central offices, groups of them.

A name is read from its words without regard to dashes, commas and case, so ``Sở Lao động - Thương binh
và Xã hội`` and ``Sở Lao động, Thương binh và Xã hội`` are one agency. What the catalogue does not know
is kept as written.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from attrs import evolve, field, frozen

from chitieu.agencies.names import name_end, name_words
from chitieu.agencies.records import AgencyRecord, agency_records, bound, records_by_key
from chitieu.text import CAPITALS, Mention, SourceText, Span, fold

__all__ = [
    "Agency",
    "AgencyRecord",
    "Directory",
    "agency_records",
    "directory",
    "find_agencies",
    "heading_agencies",
    "kind_of",
    "match_agency",
    "name_words_of",
    "names_of",
    "read_agencies",
]


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

    @property
    def kind(self) -> str:
        """What kind of agency it is, by the word its name begins with, also where the directory does not know it.

        >>> [Agency(name).kind for name in ("Sở Y tế", "Công ty Điện lực Sông Hậu", "UBND cấp xã", "BPTV")]
        ['sở', 'công ty', 'ủy ban nhân dân', 'cơ quan']
        """
        return "nhóm" if self.group else kind_of(self.name)

    def __str__(self) -> str:
        return self.name


_KINDS = re.compile(
    r"(?:các |mỗi )?(sở|ủy ban nhân dân|ubnd|ủy ban mặt trận|ủy ban|hội đồng nhân dân|hđnd|ban quản lý|bộ chỉ huy|ban chỉ huy"
    r"|ban|văn phòng|vp|chi cục|cục|thanh tra|công an|chi nhánh|ngân hàng|kho bạc|bảo hiểm xã hội|tòa án|viện|trường"
    r"|trung tâm|đài|báo|tổng công ty|công ty|tập đoàn|điện lực|bưu điện|bệnh viện|quỹ|phòng|đội|hạt|thuế|thống kê"
    r"|hải quan|đảng ủy|tỉnh ủy|tỉnh đoàn|hội|liên đoàn|liên minh|liên hiệp|hiệp hội|đoàn|bộ|ngành)(?!\w)"
)
_FULL_KIND = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "vp": "văn phòng"}


def kind_of(name: str) -> str:
    """Return the kind of agency a name begins with; ``cơ quan`` where its first word tells none."""
    match = _KINDS.match(fold(name).lower())
    return _FULL_KIND.get(match[1], match[1]) if match else "cơ quan"


_NAME_WORD = re.compile(r"[\w&]+(?:-[\w&]+)*")
_CITIES = "Hà Nội|Hồ Chí Minh|Đà Nẵng|Hải Phòng|Cần Thơ|Huế|Đồng Nai|Quảng Ninh|Bắc Ninh"
_LOWER_UNIT = re.compile(
    rf"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân)\s+(?:huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|thành phố(?!\s(?:{_CITIES})(?!\w)))"
    rf"(?P<name>(?:\s[{CAPITALS}][\w]*|\s[0-9]{{1,2}}(?![\w/]))+)"
)
"""A committee of a unit below the province, with the name of the unit."""
_INSPECTORS = re.compile(r"Thanh tra\s(?=Sở\s[^\W\d_])")
"""The inspectors of a department, who are one body with it in their name."""
_LEVEL = re.compile(r"\s+(?:tỉnh|thành phố)(?!\w)")
_COMMUNE = re.compile(rf"\s+(?:xã|phường|đặc khu)(?! hội)(?![\w/])(?!\s[{CAPITALS}])")
"""The level behind an office of a commune: ``Công an xã`` is not the police of the province."""


def name_words_of(name: str) -> tuple[str, ...]:
    """Return what writings of one name share: its words, without case, dashes and commas."""
    return tuple(re.findall(r"[\w&]+", name.lower()))


_CALLED_AFTER_PLACES = frozenset({"doanh nghiệp nhà nước"})
"""Without its place such a name is half a name: ``Công ty Điện lực`` ┃ ``Sông Hậu``."""


def names_of(records: Iterable[AgencyRecord]) -> dict[tuple[str, ...], str]:
    """Map the words of every writing to a key; a trailing ``tỉnh`` may be left out."""
    found: dict[tuple[str, ...], str] = {}
    for record in records:
        name = re.sub(r"\s*\(.*", "", record.name)
        heads = (name.split()[0],) if record.category.startswith("sở") else ()
        writings = [name, *record.aliases, *(f"{head} {short}" for head in heads for short in record.abbreviations)]
        for writing in writings:
            words = name_words_of(writing)
            found.setdefault(words, record.key)
            if words[-2:] == ("thành", "phố") and "," in writing:  # "Thuế tỉnh, thành phố" is either
                words = words[:-2]
                found.setdefault(words, record.key)
            if words[-1:] == ("tỉnh",) and len(words) > 2 and record.category not in _CALLED_AFTER_PLACES:
                found.setdefault(words[:-1], record.key)
    for short, full in (("ubnd", ("ủy", "ban", "nhân", "dân")), ("hđnd", ("hội", "đồng", "nhân", "dân"))):
        for words, key in list(found.items()):
            for at in range(len(words)):
                if words[at : at + 4] == full:
                    found.setdefault((*words[:at], short, *words[at + 4 :]), key)
    return found


_HEADS = (
    "Sở|Ban(?! hành| đầu)|Tổng cục|Cục|Chi cục|Văn phòng|VP|Công an|Bộ Chỉ huy|Bộ chỉ huy|Bộ CHQS|Bộ Tư lệnh|BCH|Thanh tra(?!,| kiểm)|Ngân hàng|NHNN|Kho bạc|KBNN|Bảo hiểm(?! thất| tự)|BHXH|"
    "UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng nhân dân|Hội(?! nhập| nghị| thảo| chợ| đồng| họp)|Hội đồng|Liên đoàn|Liên minh|Liên hiệp|Đài|Báo(?! cáo)|Trung tâm|Trường(?! hợp)|Tòa án|Trạm(?= Y tế)|Viện|Thuế(?! sản| thu| và| suất)|Thống kê(?! truy cập| số| kết quả| danh| tình hình| lượt| tổng| các| đầy đủ)|Hải quan|Chi nhánh|"
    "Công ty|Điện lực|Bưu điện|Tỉnh đoàn|Tỉnh Đoàn|Đoàn Thanh niên|Đoàn thanh niên|Đoàn TNCS|Đoàn đại biểu|Đoàn Đại biểu|Đoàn ĐBQH|Đoàn Luật sư|Đoàn Kinh tế|Đoàn Nghệ thuật|Đoàn Khối|Đoàn khối|Mặt trận|MTTQ|Thủ trưởng|Giám đốc|Chủ tịch|Chánh|Hạt Kiểm lâm|Hạt Quản lý|Quỹ|Cảng vụ|Đảng ủy|Tỉnh ủy|Thành ủy|Thường trực|Hiệp hội|Đội(?! ngũ)|Phòng(?!,| chống| cháy| ngừa| trừ)|"
    "Bộ đội|Biên phòng|Cảnh sát|Vườn quốc gia|Tổ công tác|Quân sự|Lực lượng|Bệnh viện|Tập đoàn|Tổng công ty|Quản lý thị trường|Thi hành án"
)
# Not inside a document number (07/2021/NQ-HĐND); behind "Trưởng" the head itself may be small (Trưởng ban Dân tộc).
_HEAD = re.compile(rf"(?<![\w&])(?<![A-ZĐ]-)(?<![0-9]/)(?:{_HEADS}|(?<=[Tt]rưởng )(?:ban|phòng)(?= [A-ZĐ]))(?![\w&])")
_TITLE = re.compile(r"(?:Thủ trưởng|Giám đốc|Chủ tịch|Chánh)\s(?=[^\W\d_])")
_BRANCH = re.compile(r"(?<![\w&])(?:[Nn]gành|Bộ)\s(?=[A-ZĐ])")
_MEDIA_HOUSE = re.compile(
    r"(?<![\w&])(?:Đài (?:Phát thanh|PT)\s?(?:-|và|,)\s?(?:Truyền hình|TH) (?:và|-) Báo(?:\s[A-ZĐ]\w+){1,4}"
    r"|Báo và (?:Đài )?[Pp]hát thanh(?: -|,| và) [Tt]ruyền hình(?: tỉnh(?!\w))?(?:\s[A-ZĐ]\w+){0,4})"
)
"""A newspaper and a broadcaster that are one house; else ``và`` before a head begins another agency."""
_GROUP = re.compile(
    r"(?<![\w&])(?:[Cc]ác |[Mm]ột số |[Mm]ỗi |[Tt]hủ trưởng các )?(?:"
    r"[Ss]ở,? ?(?:- ?)?ban,? ?ngành(?:,? (?:đoàn thể|địa phương))*(?: cấp)?(?: tỉnh| thành phố)?(?: khác)?"
    r"|[Ss]ở,? ngành(?: liên quan)?(?: tỉnh)?(?:, địa phương)?"
    r"|UBND (?:cấp (?:huyện|xã)|các (?:xã|huyện|thị xã|thành phố|phường|đặc khu|thị trấn|quận|địa phương)(?:(?:,|/| và) ?(?:các )?(?:xã|huyện|thị xã|thành phố|phường|đặc khu|thị trấn|quận))*)(?: thuộc tỉnh)?"
    r"|Ủy ban nhân dân (?:cấp (?:huyện|xã)|các (?:xã|huyện|thị xã|thành phố|phường|đặc khu|thị trấn|quận)(?:(?:,|/| và) ?(?:các )?(?:xã|huyện|thị xã|thành phố|phường|đặc khu|thị trấn|quận))*)"
    r"|(?<=[Cc]ác )ngành(?:,| và) (?:các )?(?:địa phương|huyện(?:, thị xã)?(?:, thành phố)?)"
    r"|cơ quan Trung ương đóng trên địa bàn(?: tỉnh)?"
    r"|(?:cơ quan|đơn vị|địa phương|ngành|tổ chức|sở)(?:, (?:cơ quan|đơn vị|địa phương|ngành|tổ chức)){0,6}(?: có)? liên quan"
    r")(?![\w&])"
)
_STOP = re.compile(
    r"(?<!đầu tư)\s(?:chỉ đạo|chủ trì|chủ động|có trách nhiệm|phối hợp|tham mưu|thực hiện|tiếp tục|tập trung|triển khai|đôn đốc|rà soát"
    r"|theo dõi|tăng cường|khẩn trương|theo chức năng|giám sát|tổ chức|xây dựng|ban hành|hướng dẫn|chịu trách nhiệm|đẩy mạnh|bố trí"
    r"|lãnh đạo|phân bổ|cân đối|tổng hợp|báo cáo|quán triệt|đề xuất|nghiên cứu|bảo đảm|đảm bảo|căn cứ|định kỳ|trên cơ sở|thường xuyên"
    r"|kịp thời|phổ biến|tuyên truyền|thẩm định|phê duyệt|đề nghị|yêu cầu|cung cấp|công bố)(?!\w)"
)
_LIST_GAP = re.compile(r"\s*(?:,|;|và|cùng|với)\s+(?:với\s+|các\s+)?")


_FIRST_WORD = re.compile(r"[^\W\d_]+")
_FIRST_WORDS = frozenset(
    {word.lower() for head in re.sub(r"\(\?![^)]*\)", "", _HEADS).split("|") for word in _FIRST_WORD.findall(head)[:1]}
    | {"các", "một", "thủ", "sở", "ubnd", "ủy", "cơ", "đơn", "địa", "ngành", "tổ", "mỗi"}
)
"""Words an agency or a group can begin with: one look-up spares the patterns where nothing can match."""


@frozen(eq=False)
class Directory:
    """The agencies that are known by name: the catalogue, and those a format adds.

    Attributes:
        names: the words of every writing → key.
        first_words: words a name can begin with.
        records: the records by key, each knowing the others.
        heads: matches where a name may begin that no head word of the language opens (``BPTV``), or None.
    """

    names: Mapping[tuple[str, ...], str]
    first_words: frozenset[str]
    records: Mapping[str, AgencyRecord]
    heads: re.Pattern[str] | None = None


@cache
def _own_directory() -> Directory:
    return Directory(names_of(agency_records()), _FIRST_WORDS, records_by_key())


_current: ContextVar[Directory | None] = ContextVar("chitieu_agencies", default=None)


def directory() -> Directory:
    """Return the directory in force: the library's own, or the one of a format in use."""
    return _current.get() or _own_directory()


@contextmanager
def using(extended: Directory) -> Iterator[Directory]:
    """Put another directory in force for the code inside a ``with``, in this thread or task only."""
    token = _current.set(extended)
    try:
        yield extended
    finally:
        _current.reset(token)


def with_agencies(records: Iterable[AgencyRecord]) -> Directory:
    """Return the catalogue with more agencies; a writing of theirs wins over one of the catalogue."""
    local = tuple(records)
    names = names_of(local)
    for record in local:  # an abbreviation of one province is a name of its own there
        names.update((name_words_of(short), record.key) for short in record.abbreviations)
    strange = {writing for record in local for writing in _writings(record) if not _HEAD.match(writing)}
    ordered = "|".join(re.escape(fold(writing)) for writing in sorted(strange, key=len, reverse=True))
    return Directory(
        {**_own_directory().names, **names},
        _FIRST_WORDS | {words[0] for words in names},
        bound((*agency_records(), *local)),
        re.compile(rf"(?<![\w&])(?:{ordered})(?![\w&])") if strange else None,
    )


def _writings(record: AgencyRecord) -> tuple[str, ...]:
    return (record.name, *record.aliases, *record.abbreviations)


_LONGEST_NAME = 16  # words
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
    known = directory()
    if first is None or first.group().lower() not in known.first_words:
        return None
    group = _GROUP.match(flat, pos, end)
    if group:
        return Agency(" ".join(group.group().split()), None, group=True), group.end()
    house = _MEDIA_HOUSE.match(flat, pos, end)
    if house:
        name = " ".join(house.group().split())
        return Agency(name, known.names.get(name_words_of(name))), house.end()
    branch = _branch(flat, pos, end)
    if branch:
        return branch
    head = _HEAD.match(flat, pos, end) or (known.heads and known.heads.match(flat, pos, end))
    if head is None or _TITLE.match(head.group() + " x"):
        return None
    return _known_agency(flat, pos, end, head.group()) or _open_agency(flat, pos, head.end(), end)


def _known_agency(flat: str, pos: int, end: int, head: str) -> tuple[Agency, int] | None:
    """Take the longest name of the directory in force, with the level or place behind it."""
    names = directory().names
    words, ends = _read_words(flat, pos, end)
    within = _INSPECTORS.match(flat, pos, end)
    if within and (inner := match_agency(flat, within.end(), end)) is not None:  # "Thanh tra Sở Y tế"
        return Agency(" ".join(flat[pos : inner[1]].split())), inner[1]
    for count in range(min(len(words), _LONGEST_NAME), 0, -1):
        key = names.get(tuple(words[:count]))
        if key is not None:
            stop = _name_stop(flat, ends[count - 1], end, head)
            place = _LOWER_UNIT.match(flat, pos, end)
            if place and name_words().documents.match(flat, place.start("name") + 1):  # "trình UBND xã Kế hoạch …"
                end, place = place.start("name"), None
            if place and place.end() > stop:  # "UBND phường Âu Lâu" is not the committee of the province
                key, stop = None, place.end()
            elif commune := _COMMUNE.match(flat, stop, end):
                record = directory().records.get(key)
                key, stop = (key if record is not None and record.several else None), commune.end()
            return Agency(" ".join(flat[pos:stop].split()), key), stop
    return None


def _name_stop(flat: str, stop: int, end: int, head: str) -> int:
    """Return where a known name ends: behind its level, or for a school behind the place it is called after."""
    level = _LEVEL.match(flat, stop, end)
    if level:
        return level.end()
    return _proper_tail(flat, stop, end) if head == "Trường" else stop


def _read_words(flat: str, pos: int, end: int) -> tuple[list[str], list[int]]:
    """Return the words from a place on in lower case, as far as they may be one name, each with the offset after it."""
    words: list[str] = []
    ends: list[int] = []
    for word in _NAME_WORD.finditer(flat, pos, min(end, pos + 120)):
        if len(words) >= _LONGEST_NAME or (ends and not _GAP_INSIDE.fullmatch(flat, ends[-1], word.start())):
            break
        for part in _LETTERS.finditer(word.group()):
            words.append(part.group().lower())
            ends.append(word.start() + part.end())
    return words, ends


_STAND_ALONE = frozenset({"UBND", "HĐND"})


def _branch(flat: str, pos: int, end: int) -> tuple[Agency, int] | None:
    """Take ``Ngành Thuế``, ``Bộ Y tế``: a branch is called after a department, a ministry after a branch."""
    lead = _BRANCH.match(flat, pos, end)
    if lead is None:
        return None
    names, branches = directory().names, name_words().branches
    words, ends = _read_words(flat, lead.end(), end)
    for count in range(min(len(words), _LONGEST_NAME), 0, -1):
        if ("sở", *words[:count]) in names or tuple(words[:count]) in branches:
            return Agency(" ".join(flat[pos : ends[count - 1]].split())), ends[count - 1]
    return None


def _open_agency(flat: str, pos: int, after: int, end: int) -> tuple[Agency, int] | None:
    """Take an agency the catalogue does not know: its head and the words of its name behind it."""
    stop = name_end(flat, pos, after, end, _HEAD)
    name = " ".join(flat[pos:stop].split())
    if stop == after and name not in _STAND_ALONE and (" " not in name or name.lower() in name_words().kinds):
        return None
    return Agency(name), stop


def _skip_title(flat: str, pos: int, end: int) -> int:
    """Pass over the office of a person before the agency: ``Giám đốc`` ┃ ``Sở Y tế``."""
    title = None if _GROUP.match(flat, pos, end) else _TITLE.match(flat, pos, end)
    agency = title and (_HEAD.match(flat, title.end(), end) or _GROUP.match(flat, title.end(), end))
    return title.end() if title and agency else pos


_MEMBER = (
    r"(?:cơ quan(?: chuyên môn| chức năng)?|đơn vị|địa phương|ngành(?: chức năng)?|tổ chức chính trị(?:\s?-\s?|\s)xã hội"
    r"|tổ chức|đoàn thể|cấp|sở|ban|hội|huyện|thị xã|thành phố|xã|phường|đặc khu|thị trấn)"
)
_OPEN_GROUP = re.compile(
    rf"(?:[Cc]ác|[Mm]ọi|[Nn]hững) {_MEMBER}(?:(?:,| và|;) (?:các )?{_MEMBER})*"
    r"(?: có liên quan| liên quan| khác| trên địa bàn(?: tỉnh)?| của tỉnh| cấp tỉnh| tỉnh)?(?!\w)"
)
"""``các ngành, địa phương``: agencies only where agencies are expected; elsewhere these words mean much else."""


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
    pos = _skip_title(flat, pos, end)
    while match := match_agency(flat, pos, end) or (_open_group(flat, pos, end) if open_groups else None):
        agency, stop = match
        found.append((agency, pos, stop))
        gap = _LIST_GAP.match(flat, stop, end)
        if gap is None:
            return found, stop
        pos = gap.end()
        if "các" in gap.group() and not match_agency(flat, pos, end):
            pos -= 4
        pos = _skip_title(flat, pos, end)
    return found, found[-1][2] if found else pos


def _open_group(flat: str, pos: int, end: int) -> tuple[Agency, int] | None:
    match = _OPEN_GROUP.match(flat, pos, end)
    return (Agency(" ".join(match.group().split()), None, group=True), match.end()) if match else None


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
    patterns = (_HEAD, _GROUP, _BRANCH) if heads is None else (_HEAD, _GROUP, _BRANCH, heads)
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
    pos = _skip_title(flat, _LEAD_IN.match(flat, start, end).end(), end)  # type: ignore[union-attr]
    text = flat[pos:end]
    local = directory().heads
    if not (
        _HEAD.match(text)
        or _GROUP.match(text)
        or (local and local.match(text))
        or (_HEAD.match(text[4:]) and text[:4].lower() == "các ")
    ):
        opening = _open_group(flat, pos, end)  # "3. Các ngành, địa phương"
        return (evolve(opening[0], span=source.span(pos, opening[1])),) if opening else ()
    found: list[Agency] = []
    while pos < end:
        match = match_agency(flat, pos, end)
        if match is None or (match[0].key is None and not match[0].group and not _goes_on(flat, match[1], end)):
            limit = _heading_stop(flat, pos, end)
            agency, stop = Agency(" ".join(flat[pos:limit].split()), None, group=text[:4].lower() == "các "), limit
        else:
            agency, stop = match
            stop = _proper_tail(flat, stop, end)
            agency = Agency(" ".join(flat[pos:stop].split()), agency.key, agency.group)
        found.append(Agency(agency.name, agency.key, agency.group, source.span(pos, stop)))
        gap = _LIST_GAP.match(flat, stop, end)
        if gap is None or not _goes_on(flat, stop, end):
            break
        pos = _skip_title(flat, gap.end(), end)
    return tuple(found)


def _goes_on(flat: str, pos: int, end: int) -> bool:
    """Whether another agency follows in the list."""
    gap = _LIST_GAP.match(flat, pos, end)
    return gap is not None and bool(_HEAD.match(flat, gap.end(), end) or _GROUP.match(flat, gap.end(), end))


def _heading_stop(flat: str, pos: int, end: int) -> int:
    """Return where a heading stops being a name: before a verb, not before a colon inside it."""
    match = _STOP.search(flat, pos + 3, end)
    stop = match.start() if match else end
    return pos + len(flat[pos:stop].rstrip(" :.;,"))


def _proper_tail(flat: str, stop: int, end: int) -> int:
    """Take the place behind a known name: ``Ngân hàng Nhà nước Chi nhánh`` ← ``Bến Tre``."""
    match = re.compile(rf"(?:\s+(?:tỉnh|Chi nhánh|chi nhánh|khu vực|Khu vực|[{CAPITALS}][\w]*|[0-9]+))+").match(
        flat, stop, end
    )
    return match.end() if match else stop
