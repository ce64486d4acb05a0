"""One indicator line: names, targets, parts.

A line such as ``Thu ngân sách đạt 5.388 tỷ đồng (trong đó, thu nội địa 5.258 tỷ đồng), …`` is cut at its
targets. What stands before a number (and its cue words) names it; ``trong đó`` opens parts, in brackets
until the bracket closes; a target with no name of its own belongs to the name before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import Factory, define, evolve, field

from chitieu.indicators.match import MatchReason, match_target
from chitieu.plan import PlannedIndicator, Relation, TargetKind
from chitieu.provinces import ProvinceFormat
from chitieu.reading.findings import Finds
from chitieu.reading.line_names import LineNames
from chitieu.reading.names_in_turn import NamesInTurn, divides, names_in_turn
from chitieu.reading.shares import is_share_of_counted, share_of_grdp
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change, Target, telling_target
from chitieu.text import CAPITALS, SMALL, SourceText
from chitieu.units import UnitKind

__all__ = ["LineReader"]

_MARKS = re.compile(r"[()]|trong đó|gồm|bao gồm|cụ thể|riêng")
"""Words that open the parts of what is before them, and brackets."""
_LIST_LINE = re.compile(r"\n\s{0,12}([-+*•–]|[a-zđ]\)|[0-9]{1,2}[.)])(?=\s)")
_NEW_SENTENCE = re.compile(rf"(?:^|(?<=[{SMALL}0-9%)]))\.\s+(?=[{CAPITALS}])")
_FULL_NAME = re.compile(
    r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tổng|số|sản lượng|diện tích|năng suất|kim ngạch|thu nhập|thu ngân sách|chi ngân sách|chỉ số|tốc độ|giá trị|doanh thu"
    r"|quy mô|mật độ|tuổi thọ|giải quyết|thu hút|thành lập|công nhận|trồng)(?!\w)",
    re.IGNORECASE,
)
"""First words of the name of an indicator of its own; parts are seldom named so."""
_NOTE = re.compile(r"\s?\[[0-9]{1,3}\]")
_UNREAD = re.compile(r":.*|\s[0-9][0-9.,]*(?:\s?[-–]\s?[0-9][0-9.,]*)?$")
"""A value behind a name that could not be read."""
_OF_GRDP = re.compile(r"\s?(?:của\s|so với\s|trong\s)?(?:grdp|tổng sản phẩm)(?!\w)")
_BASE = re.compile(
    r"\s?(?:so với\s|so\s|của\s)?(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|cùng kỳ|năm)"
    r"(?:\s(?:cùng kỳ|năm|[0-9]{4}|trước|cả năm|đầu năm|trung ương|địa phương|chính phủ|tỉnh|hđnd|được|giao|đề ra))*(?!\w)"
)
"""What a percentage of a result is reckoned from: ``dự toán Trung ương giao``, ``so với cùng kỳ năm 2025``."""
_NOT_A_NAME = frozenset({"", "chỉ tiêu", "dự toán", "kế hoạch", "mức", "số"})
_LEFT = re.compile(r"(?<!\w)(?:còn|xuống|dưới)(?!\w)")
_CUTS = re.compile(r"(?:kéo )?giảm(?!\w)|hạ(?!\w)", re.IGNORECASE)
_BASIS = re.compile(r"\s+(?:theo\s+)?(?:dự toán|kế hoạch|chỉ tiêu|mức|số)?\s*(?:được\s+)?$")
_COMPARED = re.compile(
    r"(?<!\w)(?:so(?: với)?|lần)(?:(?: [^\s;.,()|]{1,12}){0,5}? (?:năm|niên độ|cùng kỳ) ?(?:học )?(?:trước|(?:19|20)[0-9]{2}) ?\(|(?: với)? mức)"
    r"(?: ?(?:là|đạt|ước|khoảng|mức|gần|trên))* ?$"
)
_VERSUS = re.compile(r"(?<!\w)so với(?: (?:khoảng|gần|trên))? $")
_OF_YEAR = re.compile(r"(?: \w+)? (?:của |vào |trong )?(?:cuối )?(?:năm (?:trước|(?:19|20)[0-9]{2})|cùng kỳ)(?!\w)")
_REACH = 80
_MOST_BEFORE = 3


@define
class _Draft:
    """An indicator in the making."""

    name: str
    start: int
    end: int
    relation: Relation
    kind: TargetKind = TargetKind.PLANNED
    number: str | None = None
    said: str = ""  # before its number: "chiếm" says that it is a share, "còn" that it is no cut
    of_grdp: bool = False  # behind its number: "35% GRDP"
    begins: bool = False  # its last target is the value it starts from: "từ 5,2%" before "xuống 3,9%"
    targets: list[Target] = field(factory=list)
    parts: list[_Draft] = field(factory=list)

    def finish(self, source: SourceText, within: str | None = None) -> PlannedIndicator:
        name = f"{self.name} {self.said}" if self.said and self.name else self.name
        target = telling_target(self.targets)
        match = match_target(name, target, within)
        if not self.targets and not (match and match.accepted):
            match = match_target(_UNREAD.sub("", name), None, within) or match
        if self.of_grdp:
            match = share_of_grdp(match, match_target(f"{self.name} so với GRDP", target, within))
        key = match.accepted if match else None
        parts = self.finish_parts(source, key or within or self.name or None)
        return PlannedIndicator(
            name=self.name,
            number=self.number,
            indicator=key,
            match=match,
            targets=tuple(self.targets),
            parts=parts,
            relation=self.relation,
            kind=self.kind,
            text=source.clean(self.start, self.end),
            span=source.span(self.start, self.end),
        )

    def finish_parts(self, source: SourceText, within: str | None) -> tuple[PlannedIndicator, ...]:
        """Finish the parts in their line; what means nothing there may mean something beside the ones before it.

        ``diện tích lúa 95.000 ha, năng suất 61 tạ/ha, sản lượng 579.500 tấn``.
        """
        found: list[PlannedIndicator] = []
        for part in self.parts:
            item = part.finish(source, within)
            before = [one.indicator for one in reversed(found) if one.indicator] if item.indicator is None else []
            beside = (part.finish(source, key) for key in before[:_MOST_BEFORE])
            fit = (one for one in beside if one.indicator and one.match and one.match.reason is MatchReason.LINE)
            found.append(next(fit, self.joined(item)))
        return tuple(found)

    def joined(self, item: PlannedIndicator) -> PlannedIndicator:
        """Return what stands beside a line with what it means by its last words and the line's name together.

        ``Bảo hiểm y tế: 640 nghìn người tham gia, bao phủ 96,5%``: that is *bao phủ bảo hiểm y tế*.
        """
        own = item.name.rpartition(",")[2].split()
        if item.indicator or item.relation is not Relation.BESIDE or not 0 < len(own) <= _FEW_WORDS or not self.name:
            return item
        match = match_target(f"{' '.join(own)} {self.name}", telling_target(item.targets))
        if match is None or match.reason not in _SAID_SO:
            return item
        return evolve(item, indicator=match.accepted, match=match)


_FEW_WORDS = 2
_SAID_SO = (MatchReason.EXACT, MatchReason.ALIAS)


@define
class _Line:
    """Where the reading of one line stands."""

    start: int
    end: int
    number: str | None
    main: _Draft | None = None
    owner: _Draft | None = None  # whom parts belong to
    last: _Draft | None = None  # who takes a nameless target
    parts: bool = False  # whether what comes are parts of the owner
    listed: bool = False  # a colon opened the parts: semicolons divide them
    brackets: list[tuple[bool, _Draft | None]] = field(factory=list)  # what held before each open bracket
    marker: str = ""  # of the list line it is in, where lists stand below
    opened: str = ""  # that of the one the parts were opened in
    grouped: bool = False  # the line opens with a group name and a colon
    done: int = field(default=Factory(lambda self: self.start, takes_self=True))


class LineReader:
    """Cuts one indicator line at its targets."""

    def __init__(self, source: SourceText, finds: Finds, form: ProvinceFormat) -> None:
        self.source, self.finds, self.form = source, finds, form
        self.names = LineNames(source)

    def read(self, number: str | None, start: int, end: int) -> _Draft:
        """Read one line; targets come in the order of the text."""
        hits = self.finds.targets_in(start, end)
        line = _Line(start, end, number)
        in_row = 0  # amounts that a row has named already
        for at, hit in enumerate(hits):
            if at < in_row:
                continue
            opens = not at or not divides(self.source, hits[at - 1], hit)
            row = names_in_turn(self.source, hits, at, line.done) if opens else None
            if row is not None:
                in_row = at + len(row.names)
                self.place_row(line, row, hits[at:in_row])
                continue
            stop = hits[at + 1].start if at + 1 < len(hits) else end
            if line.main is not None and self.is_compared_with(hit):
                behind = hit.end + self.source.flat.startswith(")", hit.end)
                self.follow_parts(line, self.source.flat[line.done : hit.name_end] + self.source.flat[hit.end : behind])
                line.done = behind
            else:
                self.place(line, hit, stop)
        if line.main is None:
            name = _NOTE.sub("", self.source.clean(start, end)).strip(" ;.")
            return _Draft(name, start, end, Relation.ITEM, number=number)
        return line.main

    def is_compared_with(self, hit: TargetHit) -> bool:
        """Whether an amount is that of another year, which the one before it is compared with; nobody aims at it.

        ``tăng 8,5% so với năm 2025 (1.180 triệu USD)``, ``tăng 12% so với mức 8,5 triệu lượt``, ``tăng 12% so với 8,5 triệu lượt của năm 2025``.
        """
        lower, start = self.source.lower, hit.numeral.start
        if _COMPARED.search(lower, max(0, start - _REACH), start):
            return True
        return bool(_VERSUS.search(lower, max(0, start - _REACH), start) and _OF_YEAR.match(lower, hit.end))

    def place_row(self, line: _Line, row: NamesInTurn, hits: Sequence[TargetHit]) -> None:
        """Put amounts whose names stand before all of them under what they are of, or side by side."""
        start = max(hits[0].name_end, line.start)
        self.follow_parts(line, self.source.flat[line.done : hits[0].name_end])
        drafts = [
            _Draft(name, hit.start, hit.end, Relation.BESIDE, targets=[hit.target])
            for name, hit in zip(row.names, hits, strict=True)
        ]
        if row.head:
            whole = _Draft(row.head, start, hits[-1].end, Relation.BESIDE, parts=drafts)
            for draft in drafts:
                draft.relation = Relation.PART
            drafts = [whole]
        for draft in drafts:
            self.attach(line, draft)
        line.done = hits[-1].end

    def place(self, line: _Line, hit: TargetHit, stop: int) -> None:
        """Name a target and put it where it belongs in its line."""
        between = self.source.flat[line.done : hit.name_end]
        self.follow_lists(line, hit.name_end)
        head, name = self.names.before(between, hit, opens=line.main is None)
        if line.last and line.last.begins:
            line.last.targets[-1], line.last.begins = hit.target, hit.begins
            line.last.said = "còn" if _CUTS.match(line.last.name) else line.last.said
            line.done = hit.end
            return
        last = self.rate_before(line, hit) or line.last
        if not name and last and self.same_name(last, between, hit):
            self.one_more(line, last, hit)
            last.begins = hit.begins and last.targets[-1] is hit.target
            return
        if line.main is None and head:
            line.main = line.owner = _Draft(head, line.start, line.end, Relation.ITEM, number=line.number)
            line.grouped = True
        name = "" if self.names.says_nothing(name, hit) else name
        name, line.done = self.names.complete(name, hit, stop, more=stop < line.end)
        draft = _Draft(name, max(hit.name_end - len(between.lstrip()), line.start), hit.end, Relation.BESIDE)
        cue = self.source.lower[max(hit.name_end - len("chiếm "), 0) : hit.numeral.start]
        draft.said = "chiếm" if "chiếm" in cue else "còn" if _LEFT.search(cue) and _CUTS.match(name) else ""
        draft.of_grdp = hit.target.quantity.unit.label == "%" and bool(_OF_GRDP.match(self.source.lower, hit.end))
        self.set_kind(draft)
        draft.targets.append(hit.target)
        draft.begins = hit.begins
        self.attach(line, draft)

    @staticmethod
    def rate_before(line: _Line, hit: TargetHit) -> _Draft | None:
        """Return the rate that falls by points where only a count stands between: ``còn 3,5%, tương ứng 96 hộ, giảm 1 điểm %``."""
        points = hit.target.quantity.unit.kind is UnitKind.POINTS and hit.target.change is not Change.LEVEL
        if not points or line.main is None or line.last is None or not line.main.targets:
            return None
        kinds = [draft.targets[-1].quantity.unit.kind for draft in (line.main, line.last) if draft.targets]
        return line.main if kinds == [UnitKind.RATIO, UnitKind.COUNT] else None

    def attach(self, line: _Line, draft: _Draft) -> None:
        """Put an indicator in its line: the first is the line itself, the others are parts of what stands ahead or beside it."""
        if line.main is None:
            line.main = line.owner = draft
            draft.relation, draft.number, draft.start, draft.end = Relation.ITEM, line.number, line.start, line.end
        elif line.parts and line.owner is not None and not self.begins_anew(line, line.owner, draft):
            draft.relation = Relation.PART
            line.owner.parts.append(draft)
        else:
            draft.relation = Relation.PART if line.grouped else Relation.BESIDE
            line.main.parts.append(draft)
            line.owner = draft
        line.last = draft

    @staticmethod
    def follow_parts(line: _Line, between: str) -> None:
        """Follow ``trong đó`` and the brackets: what holds inside one ends with it.

        ``thu nội địa 5.760 tỷ đồng (riêng thu tiền sử dụng đất 2.100 tỷ đồng), thu từ xuất, nhập khẩu 90 tỷ đồng``.
        """
        sentence = list(_NEW_SENTENCE.finditer(between))
        if sentence:
            line.parts, line.grouped, line.brackets = False, False, []
            between = between[sentence[-1].end() :]
        for mark in _MARKS.finditer(between.lower()):
            if mark[0] == "(":
                line.brackets.append((line.parts, line.owner))
            elif mark[0] == ")":
                line.parts, line.owner = line.brackets.pop() if line.brackets else (line.parts, line.owner)
            elif line.main is not None:
                nested = line.parts and bool(line.brackets)
                line.owner = line.last if nested else line.owner
                line.parts, line.listed = True, between.endswith(":", 0, mark.end() + 1)
                line.opened = line.marker

    def follow_lists(self, line: _Line, end: int) -> None:
        """Follow what opens and ends parts up to a place; those of a list item end where the next item of its own list begins."""
        begin = line.done
        for listed in _LIST_LINE.finditer(self.source.text, begin, end):
            self.follow_parts(line, self.source.flat[begin : listed.start()])
            begin = listed.end()
            marker = "1" if listed[1][0].isdigit() else "a" if listed[1][0].isalpha() else listed[1]
            if line.parts and marker == line.opened and not line.brackets:
                line.parts, line.listed = False, False
            line.marker = marker
        self.follow_parts(line, self.source.flat[begin:end])

    def begins_anew(self, line: _Line, owner: _Draft, draft: _Draft) -> bool:
        """Whether a semicolon ends the parts: what follows it is named in full, as none of them is.

        ``32.000 lao động, trong đó 7.800 người đi làm việc ở nước ngoài; tỷ lệ thất nghiệp dưới 3%``.
        """
        if line.brackets or line.listed or not owner.parts:
            return False
        before = self.source.flat[owner.parts[-1].end : draft.end]
        named = _FULL_NAME.match(draft.name) and not _FULL_NAME.match(owner.parts[0].name)
        if ";" not in before or not (named or (len(owner.parts) == 1 and self.is_more(draft, owner))):
            return False
        line.parts = False
        return True

    @staticmethod
    def is_more(draft: _Draft, owner: _Draft) -> bool:
        """Whether an amount is more than another of its sort, so that it is no part of it; a rate may be more than the whole's."""
        if not (draft.targets and owner.targets):
            return False
        size, whole = draft.targets[-1].quantity, owner.targets[0].quantity
        if size.unit.kind not in (UnitKind.COUNT, UnitKind.MEASURE, UnitKind.MONEY) or "/" in size.unit.label:
            return False
        return size.unit.same_dimension(whole.unit) and size.amount > whole.amount

    @staticmethod
    def same_name(last: _Draft, between: str, hit: TargetHit) -> bool:
        """Whether a nameless target is one more of the indicator before it: ``(giảm 1%/năm)``."""
        unit = hit.target.quantity.unit
        between = between.strip(" ,")
        change = between == "(" and hit.target.change is not Change.LEVEL  # "12 hộ (giảm 3 hộ)"
        if (unit.kind is UnitKind.COUNT and not change) or not last.targets or between not in ("", "(", "và"):
            return False
        if "/" in unit.label and unit.kind is not UnitKind.RATIO and between != "(":
            return False
        return hit.start < hit.numeral.start or between == "("

    def one_more(self, line: _Line, last: _Draft, hit: TargetHit) -> None:
        """Add a nameless target to the indicator before it; a share of GRDP or of all that is counted is another one.

        ``đạt 45.000 tỷ đồng, bằng 35% GRDP, tăng 12%``: the amount grows, not the share.
        """
        percentage = hit.target.quantity.unit.label == "%"
        of_grdp = _OF_GRDP.match(self.source.lower, hit.end) if percentage else None
        base = _BASE.match(self.source.lower, hit.end) if percentage else None
        line.done = base.end() if base else hit.end  # "110% dự toán, tăng 8%": what it is a share of names nothing
        share = _Draft(last.name, hit.start, hit.end, Relation.BESIDE, last.kind, targets=[hit.target])
        if of_grdp is not None and any(target.quantity.unit.kind is UnitKind.MONEY for target in last.targets):
            line.done = of_grdp.end()
            share.name += " so với GRDP"
        elif (
            percentage
            and not base
            and len(last.targets) == 1
            and is_share_of_counted(last.name, last.targets[0], hit.target)
        ):
            share.said = "chiếm"
        else:
            last.targets.append(hit.target)
            return
        owner = line.owner
        self.attach(line, share)
        line.last, line.owner = last, owner

    def set_kind(self, draft: _Draft) -> None:
        """Tell a target given from above from one striven for, and take the words out of the name."""
        assigned = self.form.words.says_assigned.search(draft.name)
        if assigned:
            draft.kind = TargetKind.ASSIGNED
            bare = _BASIS.sub("", draft.name[: assigned.start()]).strip()
            if not draft.name[assigned.end() :].strip() and bare.lower() not in _NOT_A_NAME:
                draft.name = bare
        elif self.form.words.says_striving.search(draft.name):
            draft.kind = TargetKind.STRIVING
