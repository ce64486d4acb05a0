"""Read targets from running text and from table rows.

From each amount the reader goes to the left, phrase by phrase (``còn`` ← ``không quá`` ← 2,5%), until a
word that says nothing of the number: there the name of what is measured ends. The phrases are data
(``data/wording.toml``). What stands behind the unit (``trở lên``) and what a list shares (``ít nhất 50
tổ hợp tác; 15 hợp tác xã``) is added after.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from attrs import define, evolve

from chitieu.errors import ParseError
from chitieu.numerals import Numeral, NumeralKind, scan_numerals
from chitieu.quantities import Quantity
from chitieu.references import Reference
from chitieu.targets import Bound, Change, Target
from chitieu.text import Mention, SourceText
from chitieu.units import NO_UNIT, Unit, UnitKind, read_unit
from chitieu.wording import CueRole, last_words, wording

__all__ = ["TargetHit", "find_targets", "parse_target", "scan_targets"]


@define
class TargetHit:
    """A target read from a folded text.

    Attributes:
        target: the value; its span is in the original text.
        start, end: what was read, cue words and all, as offsets of the folded text.
        name_end: where the words before the cues end: the name of what is measured is before it.
        numeral: the number itself.
        from_, linked: what the cue words were.
    """

    target: Target
    start: int
    end: int
    name_end: int
    numeral: Numeral
    from_: bool = False  # opened by a "từ" that may turn out to be the start of a change
    linked: bool = False  # a verb such as "đạt" or "còn" joins the name to the number


@define
class _Left:
    """What stands before a number."""

    start: int
    bound: str | None = None
    phrase: str = ""  # the wording of the bound
    from_: bool = False
    change: str | None = None
    level: bool = False
    linked: bool = False
    compare: str | None = None
    bare: bool = False  # nothing but a separator stands between the number and the one before
    stopper: str = ""


_TOKENS = re.compile(r"[^\W\d_]+|[<>=]{1,2}|[≥≤~≈]|[^\s\w]")
_SYMBOLS = frozenset("≥≤~≈<>=")
_SEPARATORS = frozenset({",", ";", "và", "hoặc", "|", "-", "+", "cùng"})
_MAX_CUES = 9
_LEFT_REACH = 60
_CLAUSE_REACH = 200
_AFTER_FROM = re.compile(r"[^;.,:()|0-9]{0,48}?\(?trở lên\)?")
_LENGTH_OF_AFTER = 24
_VERSUS = re.compile(r"[^;.()0-9]{0,40}?\b(?:so với|so|kế hoạch|dự toán|chỉ tiêu|mục tiêu|cùng kỳ|nghị quyết)\b")
_CLAUSE_END = re.compile(r"[;|]|[.:](?=\s)|\((?=\D)|(?:^|\s)-\s")
_DECREASE_NAME = re.compile(r"\s*(?:[-+*•]\s*)?(?:phấn đấu\s|mục tiêu\s|tiếp tục\s|hằng năm\s|hàng năm\s|bình quân\s)*(?:(?:tỷ lệ|mức|tốc độ|số|tỉ lệ)\s)?(?:kéo\s)?giảm\s")
_LEVEL_BEFORE = re.compile(r"\b(?:còn|xuống|lên|dưới mức|ở mức)\b")
_COUNTED_NAME = re.compile(r"\bsố(?:\slượng)?\s(?!với)")
_FROM_TO = re.compile(r"\b(?:lên|xuống|còn|thành|đến)\b")
_ALL_OF = re.compile(r"\b(?:cả|các|những|toàn bộ|đủ)\s$")
_NUMBER_CELL = re.compile(r"\s*(?:[<>≥≤]=?|khoảng|trên|dưới|từ)?\s*-?[0-9][0-9.,]*(?:\s?-\s?[0-9][0-9.,]*)?\s*(?:%|trở lên)?\s*")
_UNIT_IN_NAME = re.compile(r"\(([^()0-9]{1,30}|[^()]{0,12}/[^()]{1,20})\)\s?:?\s?(?:đạt|là|bằng|từ|trên|khoảng|dưới|ít nhất|tối thiểu|không quá)?\s?$")
_LIST_GAP = re.compile(r"\s?(?:,|và|;|lên|xuống|còn|xuống còn|lên đến|lên tới|tăng lên|giảm còn)\s?(?=[0-9])")
_MAX_LIST = 8
_THOUSANDS = re.compile(r"1\.000\s")
_SHAREABLE = {"at_least", "at_most"}


class _Reader:
    """Reads the targets of one text in one pass over its numerals."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.flat, self.lower = source.flat, source.lower
        self.numerals, self.references = scan_numerals(source)
        self.words = wording()
        self.starts = [numeral.start for numeral in self.numerals]
        self.hits: list[TargetHit] = []
        self.shared: tuple[str, TargetHit] | None = None

    def run(self) -> list[TargetHit]:
        if "|" in self.flat:
            self.read_rows()
        limit = 0
        for numeral in self.numerals:
            if self.is_candidate(numeral, limit):
                hit = self.read(numeral, limit)
                if hit:
                    self.hits.append(hit)
            if numeral.kind is not NumeralKind.DENOMINATOR:
                limit = numeral.end
        self.join_from_to()
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
        if numeral.unit.scale == 1 and _ALL_OF.search(self.lower[max(0, numeral.start - 9) : numeral.start]):
            return True
        if numeral.unit.label in self.words.semi and numeral.total is None:
            rest = self.lower[numeral.end : numeral.end + 32].lstrip(" :(")
            return rest.startswith(self.words.semi_after)
        return False

    def is_measured(self, numeral: Numeral, limit: int) -> bool:
        """Whether a duration or an age is what the clause measures (``tuổi thọ đạt 74,5 tuổi``)."""
        whole = numeral.value == numeral.value.to_integral_value()
        if numeral.kind is NumeralKind.AGE and not whole:
            return True
        clause = self.lower[self.clause_start(numeral.start, 0) : numeral.start]
        if not any(word in clause for word in self.words.durations):
            return False
        left = self.left(numeral, limit)
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
        if numeral.total is None and self.follows_unit_on_right(numeral):
            return True
        named = _UNIT_IN_NAME.search(self.lower, max(limit, numeral.start - 60), numeral.start)
        if named:
            match = read_unit(self.flat, self.lower, named.start(1), known_only=True)
            if match and match.end == named.end(1):
                numeral.unit = match.unit
                return True
        left = self.left(numeral, limit)
        if not (left.linked or left.level or left.bound or clause.rstrip().endswith(":")):
            return False
        counted = list(_COUNTED_NAME.finditer(clause))
        if counted:
            match = read_unit(self.flat, self.lower, begin + counted[-1].end(), known_only=True)
            if match and match.unit.kind is UnitKind.COUNT:
                numeral.unit = match.unit
                return True
        return bool(self.words.index.search(clause)) and numeral.total is None and not self.flat[numeral.end : numeral.end + 1].isalpha()

    def in_breakdown(self, previous: TargetHit, numeral: Numeral) -> bool:
        """Whether the number breaks a count down in brackets: ``23 doanh nghiệp (20 đang hoạt động, 03 …)``."""
        between = self.flat[previous.end : numeral.start]
        if len(between) > 60 or ")" in between:
            return False
        return between.strip() == "(" or (previous.numeral.kind is NumeralKind.BARE and between.lstrip()[:1].isalpha() and between.rstrip().endswith(","))

    def follows_unit_on_right(self, numeral: Numeral) -> bool:
        """Take the unit of the next number in ``9,5 và 10%``: a pair with one unit at its end."""
        at = bisect_left(self.starts, numeral.start)
        end = numeral.end
        for other in self.numerals[at + 1 : at + 1 + _MAX_LIST]:
            gap = _LIST_GAP.match(self.lower, end)
            if gap is None or other.start != gap.end():
                return False
            if other.kind is NumeralKind.QUANTITY and other.unit.kind in (UnitKind.RATIO, UnitKind.MONEY, UnitKind.MEASURE):
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
        left = self.left(numeral, limit)
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

    def is_grade(self, numeral: Numeral, left: _Left) -> bool:
        """Whether ``5 sao`` only names the grade of what was just counted."""
        behind = bool(self.hits) and self.hits[-1].end == numeral.start - 1
        named = left.start == numeral.start and not left.bare and left.stopper.isalpha()
        return numeral.unit.label == "sao" and (behind or named)

    def left(self, numeral: Numeral, limit: int) -> _Left:
        """Read the cues before a number, from right to left."""
        begin = max(limit, numeral.start - _LEFT_REACH)
        tokens = [(m.group(), m.start()) for m in _TOKENS.finditer(self.lower, begin, numeral.start)]
        left = _Left(self.rank_start(numeral))
        while tokens and tokens[-1][1] >= left.start:
            tokens.pop()
        at = len(tokens)
        for _ in range(_MAX_CUES):
            taken = self.take_cue(tokens, at, left)
            if not taken:
                break
            at -= taken
            left.start = tokens[at][1]
        left.stopper = tokens[at - 1][0] if at else ""
        left.bare = limit > 0 and (all(word in _SEPARATORS for word, _ in tokens[:at]) if at < len(tokens) or at <= 2 else False)
        if not left.bare and limit and left.stopper in _SEPARATORS and at == len(tokens):
            left.bare = True
        return left

    def rank_start(self, numeral: Numeral) -> int:
        """Return where the words of a ranking begin (``trong nhóm 30/63``), else the number itself."""
        if numeral.kind is not NumeralKind.RANK:
            return numeral.start
        for phrase in reversed(last_words(self.lower, numeral.start)):
            if phrase in self.words.rank_top or phrase in self.words.rank_exact or phrase == "thứ":
                return self.lower.rfind(phrase, 0, numeral.start)
        return numeral.start

    def take_cue(self, tokens: list[tuple[str, int]], at: int, left: _Left) -> int:
        """Apply the longest cue that ends before `at`; return how many tokens it took."""
        if at and tokens[at - 1][0] == ":" and at > 1 and not left.linked:
            left.linked = True
            return 1
        if at and tokens[at - 1][0] == "(" and at == len(tokens) and at > 1:
            return 0
        for count in range(min(at, self.words.longest), 0, -1):
            phrase = " ".join(word for word, _ in tokens[at - count : at]) if count > 1 else tokens[at - 1][0]
            cue = self.words.cues.get(phrase)
            if cue is None:
                continue
            if cue.role is CueRole.STOP or not self.apply(cue.role, cue.value, phrase, left):
                return 0
            return count
        return 0

    def apply(self, role: CueRole, value: str, phrase: str, left: _Left) -> bool:
        """Let one cue speak; return False where it belongs to the name instead."""
        if role is CueRole.BOUND:
            if left.bound is None and not (left.change and phrase in ("trên", "hơn", "dưới", "quá")):
                if (left.level or left.linked) and phrase in ("trên", "dưới", "hơn", "quá", "gần"):
                    return False
                left.bound, left.phrase = value, phrase
                return True
            return left.bound is not None and left.bound == "about"
        if role is CueRole.FROM:
            if left.linked or left.level or left.change:
                return False
            left.from_ = True
        elif role is CueRole.COMPARE:
            if left.linked or left.level:
                return False
            left.compare = value
        elif role is CueRole.CHANGE:
            if not left.level and left.change is None and not left.linked:
                left.change = value
        elif role is CueRole.LEVEL:
            left.level = left.level or left.change is None
        elif role is CueRole.LINK:
            left.linked = True
        return True

    def after(self, numeral: Numeral, left: _Left) -> tuple[str | None, int]:
        """Read a bound behind the unit: ``(trở lên)``."""
        for name, pattern in self.words.after.items():
            match = pattern.match(self.lower, numeral.end)
            if match:
                found = match.group()
                stray = found.endswith(")") and "(" not in found
                return name, numeral.end + len((found[:-1] if stray else found).rstrip())
        if left.from_:
            match = _AFTER_FROM.match(self.lower, numeral.end)
            if match:
                return "at_least", match.end()
        return None, numeral.end

    def bound(self, numeral: Numeral, left: _Left, after: str | None) -> Bound:
        if numeral.upper is not None:
            return Bound.BETWEEN
        if numeral.top:
            return Bound.AT_MOST
        if left.bound == "more_than" and left.phrase == "trên" and self.is_preposition(numeral):
            return Bound.EXACT
        if left.bound:
            if left.phrase in self.words.negated and self.words.negated_by.search(self.lower, max(0, left.start - 30), left.start):
                return Bound.AT_MOST
            return Bound(left.bound)
        if after:
            return Bound(after)
        if left.compare and not self.compares(numeral):
            return Bound.MORE_THAN if left.compare == "increase" else Bound.LESS_THAN
        return Bound.AT_LEAST if left.from_ else Bound.EXACT

    def is_preposition(self, numeral: Numeral) -> bool:
        """Whether ``trên`` only says where: counts padded with a zero are exact (``trên 02 huyện``)."""
        return self.flat[numeral.start] == "0" and numeral.unit.kind is UnitKind.COUNT and numeral.total is None

    def compares(self, numeral: Numeral) -> bool:
        """Whether ``cao hơn``, ``vượt`` measure a distance from another value."""
        if numeral.unit.kind in (UnitKind.POINTS, UnitKind.RANK):
            return True
        if numeral.unit.kind is UnitKind.RATIO and "vượt" in self.lower[max(0, numeral.start - 12) : numeral.start]:
            return True
        return bool(_VERSUS.match(self.lower, numeral.end))

    def change(self, numeral: Numeral, left: _Left, limit: int) -> Change:
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

    def share(self, hit: TargetHit, left: _Left) -> None:
        """Remember a bound that governs the counts listed behind it."""
        if left.bound in _SHAREABLE and left.phrase in self.words.list_scope:
            self.shared = (left.bound, hit)
        elif not left.bare:
            self.shared = None

    def inherit(self, previous: TargetHit, numeral: Numeral, left: _Left, bound: Bound, change: Change) -> tuple[Bound, Change]:
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

    def join_from_to(self) -> None:
        """See ``từ 65% (năm 2015) tăng lên 75%`` as two levels, not as a lower bound."""
        for first, second in pairwise(self.hits):
            left_words = self.lower[first.end : second.numeral.start]
            if (
                first.target.bound in (Bound.AT_LEAST, Bound.EXACT)
                and first.end == first.numeral.end
                and first.from_
                and len(left_words) < 60
                and ";" not in left_words
                and _FROM_TO.search(left_words)
                and first.target.quantity.unit.same_dimension(second.target.quantity.unit)
            ):
                first.target = evolve(first.target, bound=Bound.EXACT, change=Change.LEVEL)

    # --- table rows ----------------------------------------------------------------------------------

    def read_rows(self) -> None:
        """Give the numbers of table rows (cells between ``|``) the unit of their row."""
        text, at = self.source.text, 0
        while (pipe := text.find("|", at)) >= 0:
            begin = text.rfind("\n", 0, pipe) + 1
            at = text.find("\n", pipe)
            at = len(text) if at < 0 else at
            line = text[begin:at]
            if line.count("|") > 1 or line.strip("| "):
                self.read_row(begin, line)

    def read_row(self, position: int, line: str) -> None:
        cells: list[tuple[int, int]] = []
        offset = position
        for cell in line.split("|"):
            cells.append((offset, offset + len(cell)))
            offset += len(cell) + 1
        first = bisect_left(self.starts, position)
        inside = self.numerals[first : bisect_left(self.starts, position + len(line))]
        values: list[list[Numeral]] = []
        for start, end in cells:
            held = [numeral for numeral in inside if start <= numeral.start < end]
            if held and held[0].kind is NumeralKind.BARE and _NUMBER_CELL.fullmatch(self.lower[start:end]):
                values.append(held)
        unit = self.row_unit(cells)
        if unit is None and len(values) > 1:
            unit = NO_UNIT
        for held in values:
            if unit is not None:
                self.settle_cell(held, unit)

    def row_unit(self, cells: list[tuple[int, int]]) -> Unit | None:
        """Return the unit of a row: a cell of its own, in brackets behind the name, or in the name."""
        texts = [(s, e) for s, e in cells if any(char.isalpha() or char == "%" for char in self.flat[s:e])]
        for at, (start, end) in enumerate(texts):
            unit = self.cell_unit(start, end, alone=at > 0)
            if unit:
                return unit
        if texts:
            counted = _COUNTED_NAME.search(self.lower, *texts[0])
            match = read_unit(self.flat, self.lower, counted.end(), known_only=True) if counted else None
            return match.unit if match and match.unit.kind is UnitKind.COUNT else None
        return None

    @staticmethod
    def settle_cell(held: list[Numeral], unit: Unit) -> None:
        """Make the numbers of a cell one amount: a second number is the other end of a range."""
        first = held[0]
        first.kind, first.unit = NumeralKind.QUANTITY, unit
        if len(held) > 1 and held[1].value > first.value:
            first.upper, first.end = held[1].value, held[1].end
            held[1].kind = NumeralKind.LABEL

    def cell_unit(self, start: int, end: int, *, alone: bool) -> Unit | None:
        """Return the unit a cell holds, alone (``USD``) or in brackets behind a name (``(nghìn DN)``)."""
        cell = self.lower[start:end]
        opening = cell.rfind("(")
        places = [start + len(cell) - len(cell.lstrip())] if alone else []
        if opening >= 0 and ")" in cell[opening:]:
            places.append(start + opening + 1)
        for place in places:
            # A table head writes the scale in digits: "1.000 tấn" is "nghìn tấn".
            text = _THOUSANDS.sub("nghìn ", self.flat[place:end], count=1)
            match = read_unit(text, text.lower(), 0, known_only=True)
            rest = text[match.end :].strip() if match else ""
            if match and (rest in ("", ")") or match.unit.kind is UnitKind.RATIO):
                return match.unit
        return None


def scan_targets(source: SourceText) -> tuple[list[TargetHit], list[tuple[Reference, int, int]]]:
    """Return the targets of a folded text in order, and the references met on the way."""
    reader = _Reader(source)
    return reader.run(), reader.references


def find_targets(text: str) -> tuple[Mention[Target], ...]:
    """Find the targets of a text: amounts with their bound and direction.

    Years, dates, document numbers, list numbers, codes, versions, ages as conditions and bases of rates
    are no targets. The span of a mention covers the words that give the bound.

    >>> [(str(m.value), m.text) for m in find_targets("hộ nghèo giảm còn không quá 2,5%; trên 50% thôn")]
    [('không quá 2,5%', 'giảm còn không quá 2,5%'), ('trên 50%', 'trên 50%')]
    """
    source = SourceText(text)
    hits, _ = scan_targets(source)
    return tuple(source.mention(hit.target, hit.start, hit.end, hit.numeral.notes) for hit in hits)


def parse_target(text: str) -> Target:
    """Read the one target that a text states.

    Raises:
        ParseError: there is none, there are several, or other text stands beside it.

    >>> target = parse_target("không quá 2,5%")
    >>> target.bound, str(target.quantity)
    (<Bound.AT_MOST: 'at_most'>, '2,5%')
    """
    found = find_targets(text)
    if not found:
        raise ParseError("target.none", text=text, start=0, end=len(text))
    if len(found) > 1:
        raise ParseError("target.several", text=text, start=found[1].span.start, end=found[1].span.end, count=len(found))
    span = found[0].span
    if (text[: span.start] + text[span.end :]).strip():
        start, end = (0, span.start) if text[: span.start].strip() else (span.end, len(text))
        raise ParseError("target.extra", text=text, start=start, end=end)
    return found[0].value


