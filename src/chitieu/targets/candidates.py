"""Which numbers of a text are targets, and what a bare number counts by its clause, its list or its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left

from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.targets.clauses import clause_start
from chitieu.targets.cues import read_left
from chitieu.targets.hits import TargetHit
from chitieu.targets.other_times import unit_of_another_time
from chitieu.targets.rows import COUNTED_NAME
from chitieu.targets.turns import counted_at_the_end
from chitieu.text import SourceText
from chitieu.units import Unit, UnitKind, parse_unit, read_unit
from chitieu.wording import wording

__all__ = ["Candidates"]

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
_RATE_NAME = re.compile(r"\btỷ (?:lệ|số)\s")
_LIST_GAP = re.compile(r"\s?(?:,|và|;|lên|xuống|còn|xuống còn|lên đến|lên tới|tăng lên|giảm còn)\s?(?=[0-9])")
_MAX_LIST = 8
_THOUSAND = 1000
_ENDS = re.compile(r"\s?(?:;|(?<=\s)và\s(?=[^\W\d_])|[,.](?=\s|$)|\)|\((?![^()]{0,9}(?:số|tr\.))|\n|$)")
_OPENS_CLAUSE = re.compile(r"[\s,]*(?:[-+*•]\s*|và )?(?:tổng (?:số )?)?(?=[^\W\d_])(?!(?:đàn|nhóm|loại)(?!\w))")
_NUMBER_OF_IT = re.compile(r"(?<!\w)số\s$")
"""Words before what is the number of a document, and no amount."""
_OPENS_LIST = re.compile(r"[^\n.;|:0-9]{0,60}:[ ]?(?:\n|$)")
"""A count that heads a list: ``11 chỉ tiêu kinh tế gồm:`` at the end of its line."""
_NUMBERS_OF_PROVINCES = (34, 63, 64)  # since July 2025, 2008 to 2025, 2004 to 2008: a place among all provinces


class Candidates:
    """Tells the targets among the numbers of one text, in their order, by those that were read ahead of each.

    Args:
        source: the text.
        numerals: its numbers; one that is lent a unit is changed.
        hits: the targets read so far; whoever reads them adds to the list.
    """

    def __init__(self, source: SourceText, numerals: list[Numeral], hits: list[TargetHit]) -> None:
        self.source = source
        self.flat, self.lower = source.flat, source.lower
        self.numerals, self.hits = numerals, hits
        self.starts = [numeral.start for numeral in numerals]
        self.words = wording()

    def is_candidate(self, numeral: Numeral, limit: int) -> bool:
        """Whether a number is a target; a bare one is given its unit where its clause tells it.

        Args:
            numeral: the number.
            limit: where the number before it ends.
        """
        kind = numeral.kind
        if kind in (NumeralKind.QUANTITY, NumeralKind.RANK):
            return numeral.unit.kind is not UnitKind.COUNT or not self._is_part_of_text(numeral)
        if kind in (NumeralKind.DURATION, NumeralKind.AGE):
            return self._is_measured(numeral, limit)
        if kind is NumeralKind.BARE:
            return self._lend_unit(numeral, limit)
        return False

    def _is_part_of_text(self, numeral: Numeral) -> bool:
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

    def _is_measured(self, numeral: Numeral, limit: int) -> bool:
        """Whether a duration or an age is what the clause measures (``tuổi thọ đạt 74,5 tuổi``)."""
        whole = numeral.value == numeral.value.to_integral_value()
        if numeral.kind is NumeralKind.AGE and not whole:
            return True
        clause = self.lower[clause_start(self.lower, numeral.start, 0) : numeral.start]
        if not any(word in clause for word in self.words.durations):
            return False
        left = read_left(self.lower, numeral, limit)
        said = left.linked or left.level or left.from_ or left.bound is not None or left.change is not None
        return not whole or said or clause.rstrip().endswith(":")

    def _lend_unit(self, numeral: Numeral, limit: int) -> bool:
        """Give a bare number the unit its clause implies; say whether it is a value at all."""
        begin = clause_start(self.lower, numeral.start, limit)
        clause = self.lower[begin : numeral.start]
        previous = self.hits[-1] if self.hits else None
        if previous and previous.target.quantity.unit.kind is UnitKind.COUNT and self._in_breakdown(previous, numeral):
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
        if numeral.total is None and self._follows_unit_on_right(numeral):
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
        led = bool(left.linked or left.level or left.bound) or clause.rstrip().endswith(":")
        if not led and not self._is_all_that_is_told(numeral):
            return False
        named_unit = self._counted_in_name(numeral, limit, begin) or self._counted_first(numeral, begin)
        if named_unit is not None:
            numeral.unit = named_unit
            return True
        return (
            led
            and (
                bool(self.words.index.search(clause))
                and numeral.total is None
                and numeral.value != 0  # no plan aims at a score of nought; a counter that nobody used shows it
                and not self.flat[numeral.end : numeral.end + 1].isalpha()
            )
        )

    def _counted_in_name(self, numeral: Numeral, limit: int, begin: int) -> Unit | None:
        """Return what the name before a bare number counts: ``Số xã``, ``Tỷ lệ bác sĩ trên 10.000 dân``."""
        if self.flat[begin - 1 : begin] == "(" and ")" in self.flat[begin : numeral.start]:
            begin = clause_start(self.lower, begin - 1, limit)  # a bracket between name and number ends no clause
        counted = list(COUNTED_NAME.finditer(self.lower, begin, numeral.start))
        match = read_unit(self.flat, self.lower, counted[-1].end(), known_only=True) if counted else None
        if match is None:
            rates = list(_RATE_NAME.finditer(self.lower, begin, numeral.start))
            match = read_unit(self.flat, self.lower, rates[-1].end(), known_only=True) if rates else None
            if match is not None and "/" not in match.unit.label:
                return None
        return match.unit if match and match.unit.kind is UnitKind.COUNT else None

    def _is_all_that_is_told(self, numeral: Numeral) -> bool:
        """Whether a large number ends its clause, so that the words before it are the name of what it counts."""
        grouped = "." in self.flat[numeral.start : numeral.digits_end] and numeral.value >= _THOUSAND
        return grouped and numeral.total is None and _ENDS.match(self.source.text, numeral.digits_end) is not None

    def _counted_first(self, numeral: Numeral, begin: int) -> Unit | None:
        """Return what a name counts that opens with it and names nobody: *Doanh nghiệp thành lập mới cả năm 3.200*."""
        opens = _OPENS_CLAUSE.match(self.lower, begin, numeral.start)
        words = self.flat[opens.end() : numeral.start].split() if opens is not None else []
        numbered = _NUMBER_OF_IT.search(self.lower, begin, numeral.start)
        nobody = not any(word[:1].isupper() for word in words[1:])
        if opens is None or numbered or not (nobody and self._is_all_that_is_told(numeral)):
            return None
        match = read_unit(self.flat, self.lower, opens.end(), known_only=True)
        return match.unit if match and match.unit.kind is UnitKind.COUNT and match.unit.scale == 1 else None

    def _in_breakdown(self, previous: TargetHit, numeral: Numeral) -> bool:
        """Whether the number breaks a count down in brackets: ``23 doanh nghiệp (20 đang hoạt động, 03 …)``."""
        between = self.flat[previous.end : numeral.start]
        if len(between) > 60 or ")" in between:
            return False
        return between.strip() == "(" or (
            previous.numeral.kind is NumeralKind.BARE
            and between.lstrip()[:1].isalpha()
            and between.rstrip().endswith(",")
        )

    def _follows_unit_on_right(self, numeral: Numeral) -> bool:
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
