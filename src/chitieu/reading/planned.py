"""Indicator lines: names, targets, parts.

A line such as ``Thu ngân sách đạt 5.388 tỷ đồng (trong đó, thu nội địa 5.258 tỷ đồng), …`` is cut at its
targets. What stands before a number (and its cue words) names it; ``trong đó`` opens parts, in brackets
until the bracket closes; a target with no name of its own belongs to the name before it.
"""

from __future__ import annotations

import re

from attrs import define, field

from chitieu.indicators import resolve_indicator
from chitieu.plan import PlannedIndicator, Relation, TargetKind
from chitieu.provinces import ProvinceFormat
from chitieu.reading.findings import Finds
from chitieu.reading.outline import Block, Outline
from chitieu.target_reader import TargetHit
from chitieu.targets import Target
from chitieu.text import SourceText
from chitieu.units import UnitKind

__all__ = ["indicator_sections", "read_indicators"]

_PART_WORDS = re.compile(r"trong đó|gồm|bao gồm|cụ thể|riêng")
_SEPARATOR = re.compile(r"[;,.](?=\s|$)|[()](?=.)|\)$|\s(?:và|còn)\s(?=$)")
_LEADING = re.compile(r"^(?:[\s,;:.()\-+*•|“”\"]|(?:trong đó|bao gồm|gồm|cụ thể là|cụ thể|phấn đấu|và|là|đến năm [0-9]{4}|năm [0-9]{4}|đồng thời|có)(?!\w))+", re.IGNORECASE)
_TRAILING = re.compile(r"(?:[\s,;:(\-–“\"]|(?:\s(?:phấn đấu|dự kiến|đạt|là|từ|khoảng|tăng|giảm|còn|và|có|với))(?!\w))+$")
_STRIVES = re.compile(r"phấn đấu\s+(?=là|bằng|đạt từ)")
_BASIS = re.compile(r"\s+(?:theo\s+)?(?:dự toán|kế hoạch|chỉ tiêu|số)?\s*(?:được\s+)?$")
_INLINE = re.compile(r"(?:(?<=[;.:,])\s*|(?<=^)|(?<=\s))(?:\((?P<round>[0-9]{1,3})\)\s|(?P<paren>[0-9]{1,3})\)\s)")
_MAX_HEADING = 240


@define
class _Draft:
    """An indicator in the making."""

    name: str
    start: int
    end: int
    relation: Relation
    kind: TargetKind = TargetKind.PLANNED
    number: str | None = None
    targets: list[Target] = field(factory=list)
    parts: list[_Draft] = field(factory=list)

    def finish(self, source: SourceText) -> PlannedIndicator:
        parts = tuple(part.finish(source) for part in self.parts)
        return PlannedIndicator(
            name=self.name,
            number=self.number,
            indicator=resolve_indicator(self.name) if self.name else None,
            targets=tuple(self.targets),
            parts=parts,
            relation=self.relation,
            kind=self.kind,
            text=source.clean(self.start, self.end),
            span=source.span(self.start, self.end),
        )


class _LineReader:
    """Cuts one indicator line at its targets."""

    def __init__(self, source: SourceText, finds: Finds, form: ProvinceFormat) -> None:
        self.source, self.finds, self.form = source, finds, form

    def read(self, number: str | None, start: int, end: int) -> _Draft:
        hits = self.finds.targets_in(start, end)
        main: _Draft | None = None
        owner: _Draft | None = None  # whom parts belong to
        last: _Draft | None = None  # who takes a nameless target
        in_parts: str = ""  # "" outside, "(" until a bracket closes, ";" until the line ends
        before = start
        for at, hit in enumerate(hits):
            between = self.source.flat[before : hit.name_end]
            in_parts = self.scope(in_parts, between)
            head, name = self.name(between, hit)
            stop = hits[at + 1].start if at + 1 < len(hits) else end
            if not name and last and self.same_name(last, between, hit):
                last.targets.append(hit.target)
                before = hit.end
                continue
            relation = Relation.PART if in_parts else Relation.BESIDE
            if main is None and head:
                main = owner = _Draft(head, start, end, Relation.ITEM, number=number)
                in_parts = in_parts or ";"
                relation = Relation.PART
            draft = _Draft(name or self.complement(hit, stop), max(before, start), hit.end, relation)
            self.set_kind(draft, between)
            draft.targets.append(hit.target)
            if main is None:
                main = owner = draft
                draft.relation, draft.number, draft.start, draft.end = Relation.ITEM, number, start, end
            elif relation is Relation.PART and owner is not None:
                owner.parts.append(draft)
            else:
                main.parts.append(draft)
                owner = draft
            last = draft
            before = hit.end
        if main is None:
            return _Draft(self.source.clean(start, end).strip(" ;."), start, end, Relation.ITEM, number=number)
        return main

    def scope(self, scope: str, between: str) -> str:
        """Follow ``trong đó`` and the bracket it may stand in."""
        if scope == "(" and ")" in between:
            scope = ""
        if _PART_WORDS.search(between.lower()):
            opened = between.rfind("(") > between.rfind(")")
            return "(" if opened else ";"
        return scope

    def name(self, between: str, hit: TargetHit) -> tuple[str, str]:
        """Return the group name before a colon and the name of the target, both perhaps empty."""
        strives = _STRIVES.match(self.source.lower, hit.name_end)
        if strives:
            between += self.source.flat[hit.name_end : strives.end()]
        text = " ".join(between.split())
        pieces = _SEPARATOR.split(text)
        # A name may hold commas ("nông, lâm nghiệp"): take whole clauses, back to the last stop.
        clause = re.split(r"[;()]|\.(?=\s)|trong đó,?", text)[-1]
        if not clause.strip(" ,.:-") and len(pieces) > 1 and text.endswith(")"):
            clause = re.split(r"[;]|\.(?=\s)|trong đó,?", text)[-1]
        clause = self.after_comma(clause, hit)
        clause = _LEADING.sub("", clause)
        clause = clause.strip() if strives else _TRAILING.sub("", clause)
        head, colon, tail = clause.rpartition(":")
        if colon and tail.strip():
            return _LEADING.sub("", head).strip(" :"), tail.strip()
        return "", clause.strip(" :")

    def after_comma(self, clause: str, hit: TargetHit) -> str:
        """Drop what a comma ends and what belongs to the target before: ``… đạt chuẩn, 07 xã …``."""
        if hit.target.quantity.unit.kind is UnitKind.COUNT or hit.start == hit.numeral.start:
            if clause.rstrip().endswith((",", "và")):
                return ""
        return clause

    def same_name(self, last: _Draft, between: str, hit: TargetHit) -> bool:
        """Whether a nameless target is one more of the indicator before it: ``(giảm 1%/năm)``."""
        unit = hit.target.quantity.unit
        if unit.kind is UnitKind.COUNT or not last.targets:
            return False
        if "/" in unit.label and unit.kind is not UnitKind.RATIO and not between.strip().startswith("("):
            return False
        return between.strip().strip(",").strip() in ("", "(", "và") and (hit.start < hit.numeral.start or between.strip() == "(")

    def complement(self, hit: TargetHit, stop: int) -> str:
        """Name a target by what follows it: ``15 xã đạt chuẩn nông thôn mới``, ``100% trạm y tế …``."""
        unit = hit.target.quantity.unit
        rest = re.split(r"[;,.(]", self.source.flat[hit.end : max(stop, hit.end)])[0]
        counted = unit.label if unit.kind is UnitKind.COUNT else ""
        return _TRAILING.sub("", " ".join(f"{counted} {rest}".split()))

    def set_kind(self, draft: _Draft, between: str) -> None:
        """Tell a target given from above from one striven for, and take the words out of the name."""
        assigned = self.form.words.says_assigned.search(draft.name)
        if assigned:
            draft.kind = TargetKind.ASSIGNED
            if draft.name[assigned.end() :].strip() == "":
                draft.name = _BASIS.sub("", draft.name[: assigned.start()]).strip() or draft.name
        elif self.form.words.says_striving.search(draft.name):
            draft.kind = TargetKind.STRIVING


def _inline_items(source: SourceText, block: Block) -> list[tuple[str | None, int, int]]:
    """Split ``(5) …; (6) …`` written in one paragraph into its items."""
    number = block.label or None
    marks = [(m.lastgroup, int(m[str(m.lastgroup)]), m.start(), m.end()) for m in _INLINE.finditer(source.flat, block.body, block.end)]
    expected = int(number) + 1 if number and number.isdecimal() else None
    taken: list[tuple[str | None, int, int]] = []
    start, label = block.body, number
    for _, value, begin, after in marks:
        if expected is not None and value != expected:
            continue
        if begin > start and source.flat[start:begin].strip():
            taken.append((label, start, begin))
        start, label, expected = after, str(value), value + 1
    taken.append((label, start, block.end))
    return taken


def _items(outline: Outline, finds: Finds, block: Block) -> list[tuple[Block, bool]]:
    """List the blocks that are indicator lines; the flag says that children are its parts."""
    own_targets = bool(finds.targets_in(block.body, block.end))
    if not block.children or own_targets:
        return [(block, True)]
    return [item for child in block.children for item in _items(outline, finds, child)]


def read_indicators(outline: Outline, finds: Finds, blocks: list[Block], form: ProvinceFormat) -> tuple[PlannedIndicator, ...]:
    """Read the indicator lines among some blocks."""
    reader = _LineReader(outline.source, finds, form)
    found: list[PlannedIndicator] = []
    for top in blocks:
        for block, _ in _items(outline, finds, top):
            drafts = [reader.read(number, start, end) for number, start, end in _inline_items(outline.source, block)]
            for child in block.children:
                part = reader.read(None, child.body, child.stop)
                part.relation = Relation.PART
                drafts[-1].parts.append(part)
                drafts[-1].end = max(drafts[-1].end, part.end)
            found += [draft.finish(outline.source) for draft in drafts]
    return tuple(found)


def indicator_sections(outline: Outline, form: ProvinceFormat) -> list[Block]:
    """Find the headings that open lists of indicators: the innermost that say so and hold items."""
    opens = form.sections.opens_indicators

    def titled(block: Block) -> bool:
        return bool(block.children) and block.end - block.body <= _MAX_HEADING and bool(opens.search(outline.source.lower, block.body, block.end))

    found: list[Block] = []

    def visit(block: Block) -> bool:
        inner = [visit(child) for child in block.children]
        if any(inner):
            return True
        if block.kind not in ("root", "para", "bullet") and titled(block):
            found.append(block)
            return True
        return False

    visit(outline.root)
    return found
