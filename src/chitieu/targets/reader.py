"""Read targets from text: which numbers are targets, with what bound, in which direction.

The words before a number are read by `chitieu.targets.cues`; here what stands behind the unit (``trở lên``), what a
list shares (``ít nhất 50 tổ hợp tác; 15 hợp tác xã``) and what the clause says is added.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from copy import copy

from chitieu.documents.references import Reference
from chitieu.errors import ParseError
from chitieu.numbers.decimals import refuse_ambiguous
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.numbers.numerals import scan_numerals
from chitieu.quantities.quantity import Quantity
from chitieu.targets.cues import LeftContext, read_left
from chitieu.targets.hits import TargetHit, join_from_to, share_base
from chitieu.targets.other_times import unit_of_another_time
from chitieu.targets.rows import COUNTED_NAME, lend_row_units
from chitieu.targets.target import Bound, Change, Target
from chitieu.targets.turns import counted_at_the_end
from chitieu.text import Mention, SourceText
from chitieu.units import Unit, UnitKind, parse_unit, read_unit
from chitieu.wording import wording

__all__ = ["TargetHit", "find_targets", "parse_target", "scan_targets", "targets_among"]


_CLAUSE_REACH = 200
_AFTER_NOUN = {
    "at_least": re.compile(r"[^;.,:()|0-9]{0,48}?(?:\(\s?trở lên\s?\)|\strở lên(?!\w))"),
    "at_most": re.compile(r"[^;.,:()|0-9]{0,48}?(?:\(\s?trở xuống\s?\)|\strở xuống(?!\w))"),
}
"""A bound farther behind: in brackets it is one (``850 doanh nghiệp thành lập mới (trở lên)``), bare only after ``từ``."""
_VERSUS = re.compile(r"[^;.()0-9]{0,40}?\b(?:so với|so|kế hoạch|dự toán|chỉ tiêu|mục tiêu|cùng kỳ|nghị quyết)\b")
_CLAUSE_END = re.compile(r"[;|]|[.:](?=\s)|\((?=\D)|(?:^|\s)-\s")
_DECREASE_NAME = re.compile(
    r"\s*(?:[-+*•)]\s*)?(?:phấn đấu\s|mục tiêu\s|tiếp tục\s|hằng năm\s|hàng năm\s|bình quân\s)*(?:(?:tỷ lệ|mức|tốc độ|số|tỉ lệ)\s)?(?:kéo\s)?giảm\s"
)
_LEVEL_BEFORE = re.compile(r"\b(?:còn|xuống|lên|dưới mức|ở mức)\b|,\s(?:bảo đảm\s|đảm bảo\s)?không (?:quá|vượt quá)\b")
_ORIGIN = re.compile(r"\b(?:hình thành|hợp thành|cấu thành|thành lập|tách|chuyển(?: đổi)?|điều chuyển) từ\s$")
"""Words before a *từ* that tells where an amount comes from, not the least it may be."""
_ORIGIN_REACH = 20
_ALL_OF = re.compile(r"(?<!kể )(?<!tính )(?<!gồm )\b(cả|các|những|toàn bộ|đủ)\s$")
_MANY = 100
"""From so many on *đủ* says that a target is reached in full (*bàn giao đủ 300 căn*), not that they are all (*đủ 8 loại*)."""
_UNIT_IN_NAME = re.compile(
    r"\(([^()0-9]{1,30}|[^()]{0,12}/[^()]{1,20})\)\s?:?\s?(?:đạt|là|bằng|từ|trên|khoảng|dưới|ít nhất|tối thiểu|không quá)?\s?$"
)
_PEOPLE_BEFORE = re.compile(
    r"(?<!\w)dân số(?: trung bình| bình quân| toàn tỉnh| toàn xã| của tỉnh| toàn thành phố| dự kiến| năm [0-9]{4})*(?: đạt| là| khoảng| ước| hiện có)*\s?:?\s?$"
)
_LEAST_PEOPLE = 10_000
"""A number of people that needs no word for them; a smaller one may be in thousands."""
_LIST_GAP = re.compile(r"\s?(?:,|và|;|lên|xuống|còn|xuống còn|lên đến|lên tới|tăng lên|giảm còn)\s?(?=[0-9])")
_MAX_LIST = 8
_OPENS_LIST = re.compile(r"[^\n.;|:0-9]{0,60}:[ ]?(?:\n|$)")
"""A count that heads a list: ``11 chỉ tiêu kinh tế gồm:`` at the end of its line."""
_NUMBERS_OF_PROVINCES = (34, 63, 64)  # since July 2025, 2008 to 2025, 2004 to 2008: a place among all provinces
_WORK_OF = "giảm nghèo"
_GRADES = ("sao", "tiêu chí")
_GRADE_REACH = 60
_RATE_NAME = re.compile(r"\btỷ (?:lệ|số)\s")
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
        self.starts = [numeral.start for numeral in self.numerals]
        self.hits: list[TargetHit] = []
        self.shared: tuple[str, TargetHit] | None = None

    def run(self) -> list[TargetHit]:
        if "|" in self.flat:
            lend_row_units(source=self.source, numerals=self.numerals, starts=self.starts)
        limit = 0
        for numeral in self.numerals:
            if self.is_candidate(numeral, limit):
                hit = self.read(numeral, limit)
                if hit:
                    self.hits.append(hit)
            if numeral.kind is not NumeralKind.DENOMINATOR:
                limit = numeral.end
        join_from_to(self.lower, self.hits)
        share_base(self.lower, self.hits)
        return self.hits

    # --- which numerals are targets ------------------------------------------------------------------

    def is_candidate(self, numeral: Numeral, limit: int) -> bool:
        kind = numeral.kind
        if kind in (NumeralKind.QUANTITY, NumeralKind.RANK):
            return numeral.unit.kind is not UnitKind.COUNT or not self.is_part_of_text(numeral)
        if kind in (NumeralKind.DURATION, NumeralKind.AGE):
            return self.is_measured(numeral, limit)
        if kind is NumeralKind.BARE:
            return self.lend_unit(numeral, limit)
        return False

    def is_part_of_text(self, numeral: Numeral) -> bool:
        """Whether the number counts parts of the text (``06 nội dung``, ``cả 03 tiêu chí``), not results."""
        after = [word.rstrip(".,;:)") for word in self.lower[numeral.digits_end : numeral.digits_end + 40].split()]
        noun = numeral.unit.label.lower() if numeral.known else ""
        for phrase in (" ".join(after[:1]), " ".join(after[:2])):
            if phrase in self.words.abstract and not noun.startswith(f"{phrase} "):
                return not numeral.total
        of_all = _ALL_OF.search(self.lower, max(0, numeral.start - 9), numeral.start)
        if numeral.unit.scale == 1 and of_all and not (of_all[1] == "đủ" and numeral.value >= _MANY):
            return True
        if numeral.unit.label in self.words.semi and numeral.total is None:
            rest = self.lower[numeral.end : numeral.end + 32].lstrip(" :(")
            return rest.startswith(self.words.semi_after) or bool(_OPENS_LIST.match(self.source.text, numeral.end))
        return False

    def is_measured(self, numeral: Numeral, limit: int) -> bool:
        """Whether a duration or an age is what the clause measures (``tuổi thọ đạt 74,5 tuổi``)."""
        whole = numeral.value == numeral.value.to_integral_value()
        if numeral.kind is NumeralKind.AGE and not whole:
            return True
        clause = self.lower[self.clause_start(numeral.start, 0) : numeral.start]
        if not any(word in clause for word in self.words.durations):
            return False
        left = read_left(self.lower, numeral, limit)
        said = left.linked or left.level or left.from_ or left.bound is not None or left.change is not None
        return not whole or said or clause.rstrip().endswith(":")

    def lend_unit(self, numeral: Numeral, limit: int) -> bool:
        """Give a bare number the unit its clause implies; say whether it is a value at all."""
        begin = self.clause_start(numeral.start, limit)
        clause = self.lower[begin : numeral.start]
        previous = self.hits[-1] if self.hits else None
        if previous and previous.target.quantity.unit.kind is UnitKind.COUNT and self.in_breakdown(previous, numeral):
            numeral.unit = previous.target.quantity.unit
            return True
        if numeral.total in _NUMBERS_OF_PROVINCES and numeral.value <= numeral.total:  # "PCI: 25/63"
            numeral.kind, numeral.unit = NumeralKind.RANK, parse_unit("hạng")
            return True
        if (
            numeral.total is None
            and numeral.value >= _LEAST_PEOPLE
            and _PEOPLE_BEFORE.search(self.lower, max(0, numeral.start - 60), numeral.start)
        ):  # "dân số 950.000"
            numeral.unit = parse_unit("người")
            return True
        if numeral.total is None and self.follows_unit_on_right(numeral):
            return True
        counted = unit_of_another_time(self.lower, self.hits, numeral) or counted_at_the_end(
            self.lower, self.numerals, bisect_left(self.starts, numeral.start), limit
        )
        if counted is not None:
            numeral.unit = counted
            return True
        named = _UNIT_IN_NAME.search(self.lower, max(limit, numeral.start - 60), numeral.start)
        if named:
            match = read_unit(self.flat, self.lower, named.start(1), known_only=True)
            if match and match.end == named.end(1):
                numeral.unit = match.unit
                return True
        left = read_left(self.lower, numeral, limit)
        if not (left.linked or left.level or left.bound or clause.rstrip().endswith(":")):
            return False
        named_unit = self.counted_in_name(numeral, limit, begin)
        if named_unit is not None:
            numeral.unit = named_unit
            return True
        return (
            bool(self.words.index.search(clause))
            and numeral.total is None
            and numeral.value != 0  # no plan aims at a score of nought; a counter that nobody used shows it
            and not self.flat[numeral.end : numeral.end + 1].isalpha()
        )

    def counted_in_name(self, numeral: Numeral, limit: int, begin: int) -> Unit | None:
        """Return what the name before a bare number counts: ``Số xã``, ``Tỷ lệ bác sĩ trên 10.000 dân``."""
        if self.flat[begin - 1 : begin] == "(" and ")" in self.flat[begin : numeral.start]:
            begin = self.clause_start(begin - 1, limit)  # a bracket between name and number ends no clause
        counted = list(COUNTED_NAME.finditer(self.lower, begin, numeral.start))
        match = read_unit(self.flat, self.lower, counted[-1].end(), known_only=True) if counted else None
        if match is None:
            rates = list(_RATE_NAME.finditer(self.lower, begin, numeral.start))
            match = read_unit(self.flat, self.lower, rates[-1].end(), known_only=True) if rates else None
            if match is not None and "/" not in match.unit.label:
                return None
        return match.unit if match and match.unit.kind is UnitKind.COUNT else None

    def in_breakdown(self, previous: TargetHit, numeral: Numeral) -> bool:
        """Whether the number breaks a count down in brackets: ``23 doanh nghiệp (20 đang hoạt động, 03 …)``."""
        between = self.flat[previous.end : numeral.start]
        if len(between) > 60 or ")" in between:
            return False
        return between.strip() == "(" or (
            previous.numeral.kind is NumeralKind.BARE
            and between.lstrip()[:1].isalpha()
            and between.rstrip().endswith(",")
        )

    def follows_unit_on_right(self, numeral: Numeral) -> bool:
        """Take the unit of the next number in ``9,5 và 10%``: a pair with one unit at its end."""
        at = bisect_left(self.starts, numeral.start)
        end = numeral.end
        for other in self.numerals[at + 1 : at + 1 + _MAX_LIST]:
            gap = _LIST_GAP.match(self.lower, end)
            if gap is None or other.start != gap.end():
                return False
            if other.kind is NumeralKind.QUANTITY and other.unit.kind in (
                UnitKind.RATIO,
                UnitKind.MONEY,
                UnitKind.MEASURE,
                UnitKind.POINTS,
            ):
                numeral.unit = other.unit
                return True
            if other.kind is not NumeralKind.BARE:
                return False
            end = other.end
        return False

    def clause_start(self, pos: int, limit: int) -> int:
        """Return where the clause of a number begins: after the last stop or the number before."""
        begin = max(limit, pos - _CLAUSE_REACH)
        ends = list(_CLAUSE_END.finditer(self.lower, begin, pos))
        # a colon ends the name, not the clause: "Tốc độ giảm nghèo: 1%"
        while ends and ends[-1].group()[0] == ":" and not self.lower[ends[-1].end() : pos].strip(" <>≥≤("):
            ends.pop()
        return ends[-1].end() if ends else begin

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
            and not _CLAUSE_END.search(self.lower, last.end, numeral.start)
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
        if self.lower.find("giảm", max(limit, numeral.start - _CLAUSE_REACH), numeral.start) < 0:
            return Change.LEVEL
        begin = self.clause_start(numeral.start, limit)
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
