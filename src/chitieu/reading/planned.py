"""Indicator lines: names, targets, parts.

A line such as ``Thu ngân sách đạt 5.388 tỷ đồng (trong đó, thu nội địa 5.258 tỷ đồng), …`` is cut at its
targets. What stands before a number (and its cue words) names it; ``trong đó`` opens parts, in brackets
until the bracket closes; a target with no name of its own belongs to the name before it.
"""

from __future__ import annotations

import re

from attrs import Factory, define, field

from chitieu.indicators.match import MatchReason, match_target
from chitieu.indicators.variants import only_verbs
from chitieu.indicators.words import Sense, name_words
from chitieu.numbers.numeral import NumeralKind
from chitieu.outline import Block, Outline
from chitieu.plan import PlannedIndicator, Relation, TargetKind
from chitieu.provinces import ProvinceFormat
from chitieu.reading.findings import Finds
from chitieu.reading.inline_items import inline_items
from chitieu.reading.sections import indicator_items
from chitieu.reading.shares import is_share_of_counted, share_of_grdp
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change, Target, telling_target
from chitieu.text import SourceText
from chitieu.units import UnitKind

__all__ = ["read_indicators"]

_MARKS = re.compile(r"[()]|trong đó|gồm|bao gồm|cụ thể|riêng")
"""Words that open the parts of what is before them, and brackets."""
_FULL_NAME = re.compile(
    r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tổng|số|sản lượng|diện tích|năng suất|kim ngạch|thu nhập|thu ngân sách|chi ngân sách|chỉ số|tốc độ|giá trị|doanh thu"
    r"|quy mô|mật độ|tuổi thọ|giải quyết|thu hút|thành lập|công nhận|trồng)(?!\w)",
    re.IGNORECASE,
)
"""First words of the name of an indicator of its own; parts are seldom named so."""
_LEADING = re.compile(
    r"^(?:[\s,;:.()\-+*•|“”\"]|(?:trong đó|bao gồm|gồm|cụ thể là|cụ thể|riêng|phấn đấu|và|là|đến năm [0-9]{4}|năm [0-9]{4}|đồng thời|có)(?!\w))+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:[\s,;:(\-–“\"]|(?:\s(?:phấn đấu|dự kiến|đạt|là|từ|khoảng|tăng|giảm|còn|và|có|với|đứng|xếp|nằm|thuộc|vào))(?!\w))+$"
)
_NOTE = re.compile(r"\s?\[[0-9]{1,3}\]")
_CLAUSE_END = re.compile(r"[;,()]|\.(?=\s|$)")
_COMPLEMENT_END = re.compile(r"[;,()]|\.(?=\s|$)|\s(?:và|với)(?=\s)")
_STOPS = re.compile(r"[();]|\.(?=\s)")
_UNREAD = re.compile(r":.*|\s[0-9][0-9.,]*(?:\s?[-–]\s?[0-9][0-9.,]*)?$")
"""A value behind a name that could not be read."""
_OF_GRDP = re.compile(r"\s?(?:của\s|so với\s|trong\s)?(?:grdp|tổng sản phẩm)(?!\w)")
_BASE = re.compile(
    r"\s?(?:so với\s|so\s|của\s)?(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|cùng kỳ|năm)"
    r"(?:\s(?:cùng kỳ|năm|[0-9]{4}|trước|cả năm|đầu năm|trung ương|địa phương|chính phủ|tỉnh|hđnd|được|giao|đề ra))*(?!\w)"
)
"""What a percentage of a result is reckoned from: ``dự toán Trung ương giao``, ``so với cùng kỳ năm 2025``."""
_SCALES = frozenset({"nghìn", "vạn", "triệu", "tỷ", "trăm", "chục"})
_PLACES = frozenset({"xã", "phường", "đặc", "khu", "huyện", "thành", "phố", "thị", "địa", "phương", "có"})
_ONLY_HOW = re.compile(r"(?:bình quân\s)?(?:tốc độ|tỷ lệ|tỉ lệ|mức|nhịp độ)", re.IGNORECASE)
_SAYS_WHAT = re.compile(r"(?:kéo )?giảm(?!\w)|hạ(?!\w)|tăng trưởng(?!\w)", re.IGNORECASE)
_NOT_A_NAME = frozenset({"", "chỉ tiêu", "dự toán", "kế hoạch", "mức", "số"})
_LISTED = re.compile(r"\s?[^\W\d_]+(?:\s[^\W\d_]+){0,2}(?:,\s[^\W\d_]+(?:\s[^\W\d_]+){0,2})*")
_LISTED_ON = re.compile(r",\s(?!(?:trong đó|gồm|bao gồm|cụ thể|riêng)(?!\w))[^\W\d_][^;,().0-9]*")
_LEFT = re.compile(r"(?<!\w)(?:còn|xuống|dưới)(?!\w)")
_CUTS = re.compile(r"(?:kéo )?giảm(?!\w)|hạ(?!\w)", re.IGNORECASE)
_SET = re.compile(r"phấn đấu|giao|kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết", re.IGNORECASE)
_SHORT = 2  # a name of one or two words without "đạt" is a verb: "Đưa 96 MW …"
_STRIVING = re.compile(r"phấn đấu(?!\w)")
_LOCAL_AIM = re.compile(r"(?:chỉ tiêu|dự toán|mức)[^;,.]{0,30}$")
_STRIVES = re.compile(r"phấn đấu\s+(?=là|bằng|đạt từ)")
_BASIS = re.compile(r"\s+(?:theo\s+)?(?:dự toán|kế hoạch|chỉ tiêu|mức|số)?\s*(?:được\s+)?$")
_MOST_BEFORE = 3
_LONGEST_NAME = 400  # characters before or after a number that may name it


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
            found.append(next(fit, item))
        return tuple(found)


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
    grouped: bool = False  # the line opens with a group name and a colon
    done: int = field(default=Factory(lambda self: self.start, takes_self=True))


class _LineReader:
    """Cuts one indicator line at its targets."""

    def __init__(self, source: SourceText, finds: Finds, form: ProvinceFormat) -> None:
        self.source, self.finds, self.form = source, finds, form

    def read(self, number: str | None, start: int, end: int) -> _Draft:
        """Read one line; targets come in the order of the text."""
        hits = self.finds.targets_in(start, end)
        line = _Line(start, end, number)
        for at, hit in enumerate(hits):
            stop = hits[at + 1].start if at + 1 < len(hits) else end
            self.place(line, hit, stop)
        if line.main is None:
            name = _NOTE.sub("", self.source.clean(start, end)).strip(" ;.")
            return _Draft(name, start, end, Relation.ITEM, number=number)
        return line.main

    def place(self, line: _Line, hit: TargetHit, stop: int) -> None:
        """Name a target and put it where it belongs in its line."""
        between = self.source.flat[line.done : hit.name_end]
        self.follow_parts(line, between)
        head, name = self.name(between, hit, opens=line.main is None)
        if not name and line.last and self.same_name(line.last, between, hit):
            self.one_more(line, line.last, hit)
            return
        if line.main is None and head:
            line.main = line.owner = _Draft(head, line.start, line.end, Relation.ITEM, number=line.number)
            line.grouped = True
        name = "" if self.says_nothing(name, hit) else name
        name, line.done = self.complete(name, hit, stop, more=stop < line.end)
        draft = _Draft(name, max(hit.name_end - len(between.lstrip()), line.start), hit.end, Relation.BESIDE)
        cue = self.source.lower[max(hit.name_end - len("chiếm "), 0) : hit.numeral.start]
        draft.said = "chiếm" if "chiếm" in cue else "còn" if _LEFT.search(cue) and _CUTS.match(name) else ""
        draft.of_grdp = hit.target.quantity.unit.label == "%" and bool(_OF_GRDP.match(self.source.lower, hit.end))
        self.set_kind(draft)
        draft.targets.append(hit.target)
        self.attach(line, draft)

    def attach(self, line: _Line, draft: _Draft) -> None:
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
        for mark in _MARKS.finditer(between.lower()):
            if mark[0] == "(":
                line.brackets.append((line.parts, line.owner))
            elif mark[0] == ")":
                line.parts, line.owner = line.brackets.pop() if line.brackets else (line.parts, line.owner)
            elif line.main is not None:
                nested = line.parts and bool(line.brackets)
                line.owner = line.last if nested else line.owner
                line.parts, line.listed = True, between.endswith(":", 0, mark.end() + 1)

    def begins_anew(self, line: _Line, owner: _Draft, draft: _Draft) -> bool:
        """Whether a semicolon ends the parts: what follows it is named in full, as none of them is.

        ``32.000 lao động, trong đó 7.800 người đi làm việc ở nước ngoài; tỷ lệ thất nghiệp dưới 3%``.
        """
        if line.brackets or line.listed or not owner.parts:
            return False
        before = self.source.flat[owner.parts[-1].end : draft.start + 1]
        if ";" not in before or not _FULL_NAME.match(draft.name) or _FULL_NAME.match(owner.parts[0].name):
            return False
        line.parts = False
        return True

    def name(self, between: str, hit: TargetHit, *, opens: bool = False) -> tuple[str, str]:
        """Return the group name before a colon and the name of the target, both perhaps empty."""
        strives = _STRIVES.match(self.source.lower, hit.name_end) or (
            _LOCAL_AIM.search(between.lower()) and _STRIVING.match(self.source.lower, hit.name_end)
        )
        if strives:
            between += self.source.flat[hit.name_end : strives.end()]
        between = between[-_LONGEST_NAME:]
        clause = _last_clause(between)
        if opens and between.rstrip().endswith((";", "(")):
            clause = _last_clause(
                between.rstrip(" ;(")
            )  # "Chỉ số PAPI thuộc nhóm khá; đạt 43 điểm", "mức sinh (2,1 con/phụ nữ)"
        clause = _NOTE.sub("", " ".join(clause.split()))
        bare = hit.start == hit.numeral.start or hit.target.quantity.unit.kind is UnitKind.COUNT
        if bare and clause.rstrip().endswith((",", "và")):
            clause = ""  # "… đạt chuẩn, 07 xã …": the words belong to the target before
        clause = _LEADING.sub("", clause)
        clause = clause.strip() if strives else _TRAILING.sub("", clause)
        said = _LEADING.sub("", self.source.flat[hit.name_end : hit.numeral.start])
        tells = _SAYS_WHAT.match(said) and (name_words(said).core or said.lower().startswith("tăng trưởng"))
        if _ONLY_HOW.fullmatch(clause) or (opens and not clause and tells):
            clause = _TRAILING.sub(
                "", f"{clause} {said}"
            ).strip()  # "Tốc độ giảm nghèo 4%": the cue says what decreases
        head, colon, tail = clause.rpartition(":")
        if colon and tail.strip():
            return _LEADING.sub("", head).strip(" :"), tail.strip()
        return "", clause.strip(" :")

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

    @staticmethod
    def says_nothing(name: str, hit: TargetHit) -> bool:
        """Whether a name says only where or what is done, so that what stands behind the number is the name.

        ``Toàn tỉnh có 12.500 doanh nghiệp đang hoạt động``, ``Kiềm chế, giảm 5% tai nạn giao thông``.
        """
        if not name or hit.target.quantity.unit.kind not in (UnitKind.COUNT, UnitKind.RATIO) or _SET.search(name):
            return False
        words = name_words(name)
        return words.core <= _PLACES and words.sense is Sense.NONE and words.weak is Sense.NONE

    def complete(self, name: str, hit: TargetHit, stop: int, *, more: bool) -> tuple[str, int]:
        """Complete a name that goes on behind the number; return it and the offset read up to.

        Where more targets follow in the line, ``và`` ends the name: what is behind it names the next one.

        ``Công nhận 15 xã đạt chuẩn``, ``100% trạm y tế có bác sĩ``, ``Đưa 96 MW điện gió vào vận hành``.
        """
        unit = hit.target.quantity.unit
        counted = unit.kind is UnitKind.COUNT
        verbs = only_verbs(name)
        short_verb = (verbs or (len(name.split()) <= _SHORT and unit.kind is not UnitKind.RATIO)) and not hit.linked
        if name and not (counted and not hit.linked) and not short_verb:
            return name, hit.end
        if hit.numeral.kind is NumeralKind.RANK:
            return name, hit.end
        behind = self.source.flat[hit.end : min(max(stop, hit.end), hit.end + _LONGEST_NAME)]
        rest = (_COMPLEMENT_END if more else _CLAUSE_END).split(behind)[0]
        tells = len(name.split()) > _SHORT or (name and ("/" in unit.label or match_target(name, hit.target)))
        if not rest.strip(" .") and tells:
            return name, hit.end  # "Tổng đàn trâu 138.000 con", "dân số 882 nghìn người": the noun is the unit
        while behind[len(rest) : len(rest) + 1] == "," and _LISTED.fullmatch(rest):  # "100% xã, phường, đặc khu có …"
            more_words = _LISTED_ON.match(behind, len(rest))
            if more_words is None or (more and more_words.end() == len(behind)):  # it names the next one
                break
            rest = behind[: more_words.end()]
        noun = " ".join(word for word in unit.label.split() if word not in _SCALES) if counted else ""
        words = _NOTE.sub("", " ".join(f"{name} {noun} {rest}".split()))
        return _TRAILING.sub("", words).strip(), hit.end + len(rest)

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


def _last_clause(text: str) -> str:
    """Return what stands after the last stop; brackets that close again belong to the clause."""
    depth = 0
    for stop in reversed(list(_STOPS.finditer(text))):
        if stop[0] == ")":
            depth += 1
        elif not depth:
            return text[stop.end() :]
        elif stop[0] == "(":
            depth -= 1
    return text if not depth else text.rpartition(")")[2]


def read_indicators(
    outline: Outline, finds: Finds, blocks: list[Block], form: ProvinceFormat
) -> tuple[PlannedIndicator, ...]:
    """Read the indicator lines among some blocks."""
    reader = _LineReader(outline.source, finds, form)
    found: list[PlannedIndicator] = []
    for top in blocks:
        for block in indicator_items(finds, top):
            drafts = [reader.read(number, start, end) for number, start, end in inline_items(outline.source, block)]
            for child in block.children:
                part = reader.read(None, child.body, child.stop)
                part.relation = Relation.PART
                drafts[-1].parts.append(part)
                drafts[-1].end = max(drafts[-1].end, part.end)
            found += [draft.finish(outline.source) for draft in drafts]
    return tuple(found)
