"""Read targets from text: each with its bound, in its direction.

Which numbers are targets is told by `chitieu.targets.candidates`, the words before a number are read by
`chitieu.targets.cues`; here what stands behind the unit (``trở lên``), what a list shares (``ít nhất 50 tổ hợp tác;
15 hợp tác xã``) and what the clause says is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy

from chitieu.documents.references import Reference
from chitieu.errors import ParseError
from chitieu.numbers.decimals import refuse_ambiguous
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.numbers.numerals import scan_numerals
from chitieu.quantities.quantity import Quantity
from chitieu.targets.candidates import Candidates
from chitieu.targets.clauses import CLAUSE_END, CLAUSE_REACH, clause_start
from chitieu.targets.cues import LeftContext, read_left
from chitieu.targets.hits import TargetHit, join_from_to, share_base
from chitieu.targets.lists import lend_list_units
from chitieu.targets.rows import lend_row_units
from chitieu.targets.target import Bound, Change, Target
from chitieu.text import Mention, SourceText
from chitieu.units import UnitKind
from chitieu.wording import wording

__all__ = ["TargetHit", "find_targets", "parse_target", "scan_targets", "targets_among"]


_AFTER_NOUN = {
    "at_least": re.compile(r"[^;.,:()|0-9]{0,48}?(?:\(\s?trở lên\s?\)|\strở lên(?!\w))"),
    "at_most": re.compile(r"[^;.,:()|0-9]{0,48}?(?:\(\s?trở xuống\s?\)|\strở xuống(?!\w))"),
}
"""A bound farther behind: in brackets it is one (``850 doanh nghiệp thành lập mới (trở lên)``), bare only after ``từ``."""
_VERSUS = re.compile(r"[^;.()0-9]{0,40}?\b(?:so với|so|kế hoạch|dự toán|chỉ tiêu|mục tiêu|cùng kỳ|nghị quyết)\b")
_DECREASE_NAME = re.compile(
    r"\s*(?:[-+*•)]\s*)?(?:phấn đấu\s|mục tiêu\s|tiếp tục\s|hằng năm\s|hàng năm\s|bình quân\s)*(?:(?:tỷ lệ|mức|tốc độ|số|tỉ lệ)\s)?(?:kéo\s)?giảm\s"
)
_LEVEL_BEFORE = re.compile(r"\b(?:còn|xuống|lên|dưới mức|ở mức)\b|,\s(?:bảo đảm\s|đảm bảo\s)?không (?:quá|vượt quá)\b")
_ORIGIN = re.compile(r"\b(?:hình thành|hợp thành|cấu thành|thành lập|tách|chuyển(?: đổi)?|điều chuyển) từ\s$")
"""Words before a *từ* that tells where an amount comes from, not the least it may be."""
_ORIGIN_REACH = 20
_WORK_OF = "giảm nghèo"
_GRADES = ("sao", "tiêu chí")
_GRADE_REACH = 60
_COUNT_AHEAD = re.compile(r"[^0-9;.,(|]{0,40}(?::|đạt|là|có|lũy kế|được)\s[^0-9;.,()|]{0,20}[0-9][0-9.,]*\s[^\W\d_]")
"""A count behind a grade: ``đạt từ 3 sao trở lên: 180 sản phẩm``, ``đạt 19 tiêu chí: 55 xã``."""
_SHAREABLE = {"at_least", "at_most"}


class _Reader:
    """Reads the targets of one text in one pass over its numerals."""

    def __init__(self, source: SourceText, numerals: list[Numeral]) -> None:
        self.source = source
        self.flat, self.lower = source.flat, source.lower
        self.numerals = numerals
        self.words = wording()
        self.hits: list[TargetHit] = []
        self.candidates = Candidates(source, numerals, self.hits)
        self.shared: tuple[str, TargetHit] | None = None

    def run(self) -> list[TargetHit]:
        if "|" in self.flat:
            lend_row_units(source=self.source, numerals=self.numerals, starts=self.candidates.starts)
        lend_list_units(self.source, self.numerals, self.candidates.starts)
        limit = 0
        for numeral in self.numerals:
            if self.candidates.is_candidate(numeral, limit):
                hit = self.read(numeral, limit)
                if hit:
                    self.hits.append(hit)
            if numeral.kind is not NumeralKind.DENOMINATOR:
                limit = numeral.end
        join_from_to(self.lower, self.hits)
        share_base(self.lower, self.hits)
        return self.hits

    # --- one target ----------------------------------------------------------------------------------

    def read(self, numeral: Numeral, limit: int) -> TargetHit | None:
        left = read_left(self.lower, numeral, limit)
        if numeral.unit.kind is UnitKind.MONEY and self.lower.startswith(_WORK_OF, left.start):
            left = LeftContext(numeral.start)  # "chi giảm nghèo 50 tỷ đồng": what the money is for
        if self.is_grade(numeral, left):
            return None
        after, end = self.after(numeral, left)
        bound = self.bound(numeral, left, after)
        change = self.change(numeral, left, limit)
        previous = self.hits[-1] if self.hits else None
        if left.bare and previous and bound is Bound.EXACT:
            bound, change = self.inherit(previous, numeral, left, bound, change)
        upper = Quantity(numeral.upper, numeral.unit) if numeral.upper is not None else None
        total = Quantity(numeral.total, numeral.unit) if numeral.total is not None else None
        span = self.source.span(left.start, end)
        target = Target(Quantity(numeral.value, numeral.unit), bound, change, upper, total, span)
        hit = TargetHit(target, left.start, end, left.start, numeral, left.from_, left.linked or left.level)
        self.share(hit, left)
        return hit

    def is_grade(self, numeral: Numeral, left: LeftContext) -> bool:
        """Whether ``5 sao`` only names the grade of what was just counted: ``12 sản phẩm OCOP đạt từ 3 sao trở lên``."""
        last = self.hits[-1] if self.hits else None
        counted = last is not None and last.target.quantity.unit.kind is UnitKind.COUNT
        behind = (
            last is not None
            and counted
            and numeral.start - last.end <= _GRADE_REACH
            and not CLAUSE_END.search(self.lower, last.end, numeral.start)
        )
        named = left.start == numeral.start and not left.bare and left.stopper.isalpha()
        if numeral.unit.label == "sao" and (behind or named):
            return True
        return numeral.unit.label in _GRADES and bool(_COUNT_AHEAD.match(self.lower, numeral.end))

    def after(self, numeral: Numeral, left: LeftContext) -> tuple[str | None, int]:
        """Read a bound behind the unit: ``(trở lên)``."""
        for name, pattern in self.words.after.items():
            match = pattern.match(self.lower, numeral.end)
            if match:
                found = match.group()
                stray = found.endswith(")") and "(" not in found
                return name, numeral.end + len((found[:-1] if stray else found).rstrip())
        for name, pattern in _AFTER_NOUN.items():
            match = pattern.match(self.lower, numeral.end)
            if match and (left.from_ or match.group().endswith(")")):
                return name, match.end()
        return None, numeral.end

    def bound(self, numeral: Numeral, left: LeftContext, after: str | None) -> Bound:
        if numeral.upper is not None:
            return Bound.BETWEEN
        if numeral.top:
            return Bound.AT_MOST
        if left.bound == "more_than" and left.phrase == "trên" and not left.linked and self.is_preposition(numeral):
            return Bound.EXACT
        if left.bound:
            if left.phrase in self.words.negated and self.words.negated_by.search(
                self.lower, max(0, left.start - 30), left.start
            ):
                return Bound.AT_MOST
            return Bound(left.bound)
        if after:
            return Bound(after)
        if left.compare and numeral.total is None and not self.compares(numeral):
            return Bound.MORE_THAN if left.compare == "increase" else Bound.LESS_THAN
        origin = left.from_ and _ORIGIN.search(self.lower, max(0, numeral.start - _ORIGIN_REACH), numeral.start)
        return Bound.AT_LEAST if left.from_ and not origin else Bound.EXACT

    def is_preposition(self, numeral: Numeral) -> bool:
        """Whether ``trên`` only says where: counts padded with a zero are exact (``trên 02 huyện``)."""
        padded = self.flat[numeral.start] == "0" and self.flat[numeral.start + 1].isdigit()
        return padded and numeral.unit.kind is UnitKind.COUNT and numeral.total is None

    def compares(self, numeral: Numeral) -> bool:
        """Whether ``cao hơn``, ``vượt`` measure a distance from another value."""
        if numeral.unit.kind in (UnitKind.POINTS, UnitKind.RANK):
            return True
        if numeral.unit.kind is UnitKind.RATIO and "vượt" in self.lower[max(0, numeral.start - 12) : numeral.start]:
            return True
        return bool(_VERSUS.match(self.lower, numeral.end))

    def change(self, numeral: Numeral, left: LeftContext, limit: int) -> Change:
        if left.change:
            return Change(left.change)
        if left.compare and self.compares(numeral):
            return Change(left.compare)
        if left.level:
            return Change.LEVEL
        if self.lower.find("giảm", max(limit, numeral.start - CLAUSE_REACH), numeral.start) < 0:
            return Change.LEVEL
        begin = clause_start(self.lower, numeral.start, limit)
        clause = self.lower[begin : numeral.start]
        if _DECREASE_NAME.match(clause) and not _LEVEL_BEFORE.search(clause):
            return Change.DECREASE
        return Change.LEVEL

    # --- what lists share ----------------------------------------------------------------------------

    def share(self, hit: TargetHit, left: LeftContext) -> None:
        """Remember a bound that governs the counts listed behind it."""
        if left.bound in _SHAREABLE and left.phrase in self.words.list_scope:
            self.shared = (left.bound, hit)
        elif not left.bare:
            self.shared = None

    def inherit(
        self, previous: TargetHit, numeral: Numeral, left: LeftContext, bound: Bound, change: Change
    ) -> tuple[Bound, Change]:
        """Take over bound and change in a list whose members stand bare."""
        between = self.lower[previous.end : numeral.start]
        kinds = previous.target.quantity.unit.kind, numeral.unit.kind
        if self.shared and kinds[0] is kinds[1] and "." not in between and "(" not in between:
            count = kinds[1] is UnitKind.COUNT
            if (count and numeral.total is None) or (";" not in between and numeral.value != 100):
                bound = Bound(self.shared[0])
        if left.change is None and not between.strip(" ,và") and kinds[0] is kinds[1] and change is Change.LEVEL:
            change = previous.target.change
        return bound, change


def scan_targets(
    source: SourceText, *, alone: bool = False
) -> tuple[list[TargetHit], list[tuple[Reference, int, int]]]:
    """Return the targets of a folded text in order, and the references met on the way; `alone` as in `scan_numerals`."""
    numerals, references = scan_numerals(source, alone=alone)
    return _Reader(source, numerals).run(), references


def targets_among(source: SourceText, numerals: Iterable[Numeral]) -> list[TargetHit]:
    """Return the targets of a folded text in order, where its numbers were read already; those stay as they are.

    >>> source = SourceText("còn không quá 2,5%")
    >>> [str(hit.target) for hit in targets_among(source, scan_numerals(source)[0])]
    ['không quá 2,5%']
    """
    return _Reader(source, [copy(numeral) for numeral in numerals]).run()


def find_targets(text: str) -> tuple[Mention[Target], ...]:
    """Find the targets of a text: amounts with their bound and direction.

    Years, dates, document numbers, list numbers, codes, versions, ages as conditions and bases of rates
    are no targets. The span of a mention covers the words that give the bound.

    >>> [(str(m.value), m.text) for m in find_targets("hộ nghèo giảm còn không quá 2,5%; trên 50% thôn")]
    [('không quá 2,5%', 'giảm còn không quá 2,5%'), ('trên 50%', 'trên 50%')]
    """
    return _mentions(SourceText(text))


def _mentions(source: SourceText, *, alone: bool = False) -> tuple[Mention[Target], ...]:
    hits, _ = scan_targets(source, alone=alone)
    return tuple(source.mention(hit.target, hit.start, hit.end, hit.numeral.notes) for hit in hits)


def parse_target(text: str) -> Target:
    """Read the one target that a text states.

    Raises:
        AmbiguousNumberError: its number is written the English way (``8.5%``).
        ParseError: there is none, there are several, or other text stands beside it.

    >>> target = parse_target("không quá 2,5%")
    >>> target.bound, str(target.quantity)
    (<Bound.AT_MOST: 'at_most'>, '2,5%')
    """
    first, *more = _mentions(SourceText(text), alone=True) or (None,)
    if first is None:
        refuse_ambiguous(text)
        raise ParseError("target.none", text=text, start=0, end=len(text))
    if more:
        second = more[0].span
        raise ParseError("target.several", text=text, start=second.start, end=second.end, count=len(more) + 1)
    span = first.span
    if (text[: span.start] + text[span.end :]).strip():
        start, end = (0, span.start) if text[: span.start].strip() else (span.end, len(text))
        raise ParseError("target.extra", text=text, start=start, end=end)
    if first.notes:
        refuse_ambiguous(text)
    return first.value
