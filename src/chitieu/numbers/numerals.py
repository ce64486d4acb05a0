"""What the numbers of a text are: amounts, dates, document numbers, list numbers, codes, ages.

Of the digits in a plan only about a quarter belong to quantities. `scan_numerals` goes through the text
once, from number to number, and says of each what it is. Rules downstream look at these numerals and
never search the text again.
"""

from __future__ import annotations

import re
from decimal import Decimal

from chitieu.documents.references import Reference, scan_references
from chitieu.numbers.decimals import DIGITS, read_digits, scaled
from chitieu.numbers.namings import ends_a_name, name_numeral
from chitieu.numbers.numeral import FIRM_KINDS, Numeral, NumeralKind
from chitieu.periods.dates import match_date, match_partial_date
from chitieu.text import SourceText
from chitieu.units import Unit, UnitKind, parse_unit, read_unit
from chitieu.units.table import table
from chitieu.wording import last_words, wording

__all__ = ["scan_numerals"]


_IN_RANKING = re.compile(r"(?<!\w)(?:bậc|hạng|xếp|vị trí)(?!\w)[^.;()]*\((?:[^()0-9]*\s)?thứ\s$")
_RANKING_REACH = 80
_RANGE_GAP = re.compile(r"\s{0,3}(?:-|÷|~|đến|tới)\s{0,3}(?=[0-9])")
_ROW_GOES_ON = re.compile(r"\s{0,3}-\s{0,3}[0-9]{1,3}(?:[.,][0-9]{1,4})?\s?%")
_ROW_BEFORE = re.compile(r"[0-9]\s?%\s{0,3}-\s{0,3}$")
_ROW_REACH = 12
_FRACTION = re.compile(r"\s?/\s?([0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?)(?![0-9/])")
_LINE_START = re.compile(r"(?:^|\n)[ \t]{0,8}(?:[-+*•]\s?)?\(?$")
_COMPOUND = re.compile(r"\s([0-9]{1,3}(?:,[0-9]+)?)\s(?=nghìn|ngàn|triệu|tr\.|đồng)")
_BARE_SCALE = re.compile(r"\s?(?:nghìn\s|ngàn\s)?(?:tỷ|tỉ|triệu|vạn)$")
_MINUS_WORD = re.compile(r"(?<!\w)(âm )$")
_POINT_DECIMAL = re.compile(r"[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})")
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3}){1,12}(?:,[0-9]+)?(?![0-9/]|[.,][0-9])")
_ENGLISH_GROUPS = re.compile(
    r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|(?:,[0-9]{3})+\.(?:[0-9]{1,2}|[0-9]{4,}))"
)
_NO_NUMBERED = (UnitKind.MONEY, UnitKind.RATIO, UnitKind.POINTS, UnitKind.MEASURE)
"""Kinds of units that no number of a thing has behind it: ``Quyết định số 12`` is none of money."""
_INDEX = re.compile(r"(?<!\w)(?:chỉ số|pci|papi|dti|sipas|par|pgi|pii)(?!\w)")
_INDEX_REACH = 60
_RATE_BASES = frozenset(map(Decimal, (1000, 10_000, 100_000)))
"""After a slash these are bases of rates (``15/100.000 trẻ đẻ sống``), not totals of counts."""
_EACH = ("mỗi ", "từng ")
"""Before a word that may name a thing by its number: *mỗi đợt 15 ngày* is a count."""


class _Scanner:
    """Goes through one text; each method answers one question about the number at hand."""

    def __init__(self, source: SourceText, *, alone: bool) -> None:
        self.source, self.alone = source, alone
        self.text, self.flat, self.lower = source.text, source.flat, source.lower
        self.tokens = [token.span() for token in DIGITS.finditer(self.flat)]
        self.references: list[tuple[Reference, int, int]] = scan_references(source, self.tokens)
        self.numerals: list[Numeral] = []

    def run(self) -> list[Numeral]:
        masks = [(start, end) for _, start, end in self.references]
        at, done = 0, 0
        for start, end in self.tokens:
            while at < len(masks) and masks[at][1] <= start:
                at += 1
            if at < len(masks) and masks[at][0] <= start:
                done = max(done, masks[at][1])
                continue
            if start < done:
                continue
            numeral = self.read(start, end, self.flat[start:end])
            self.numerals.append(numeral)
            done = numeral.end
        return self.numerals

    def read(self, start: int, end: int, digits: str) -> Numeral:
        """Say what the number at a place is: names first, then amounts."""
        name = name_numeral(self.source, start, end)
        if name is not None and not (self.alone and self.opens_with(start, name)):
            return name
        end, digits = self.spaced(start, end, digits)
        value, notes = self.value(digits)
        if value is None or self.digits_lost(start, end):
            return Numeral(NumeralKind.MALFORMED, start, end, end)
        sign = self.sign(start)
        if sign:
            start, value = start - sign, value.copy_negate()
        numeral = Numeral(NumeralKind.BARE, start, end, end, value, notes=notes)
        self.take_amount(numeral)
        return self.settle(numeral, digits)

    def opens_with(self, start: int, name: Numeral) -> bool:
        """Whether a text that is one value begins with what elsewhere is a year: ``2026 xã``."""
        return name.kind is NumeralKind.YEAR and not self.flat[:start].strip(" -")

    # --- amounts -----------------------------------------------------------------------------------

    def value(self, digits: str) -> tuple[Decimal | None, tuple[str, ...]]:
        """Read the digits; an English writing that can be read only one way is read, with a note."""
        value = read_digits(digits)
        if value is not None:
            return value, ()
        if _POINT_DECIMAL.fullmatch(digits):
            return Decimal(digits), ("decimal point read as a decimal comma",)
        if _ENGLISH_GROUPS.fullmatch(digits):
            return Decimal(digits.replace(",", "")), ("commas read as thousands separators",)
        return None, ()

    def digits_lost(self, start: int, end: int) -> bool:
        """Whether a separator stands where digits must have been: ``4,%``, ``1, triệu``, ``,54%``."""
        if self.flat[start - 1 : start] in (",", ".") and self.flat[start - 2 : start - 1].isspace():
            return True
        if self.flat[end : end + 1] not in (",", "."):
            return False
        unit = read_unit(self.flat, self.lower, end + 1, known_only=True)
        return unit is not None and (
            unit.unit.kind in (UnitKind.RATIO, UnitKind.POINTS)
            or bool(unit.unit.scale != 1 and unit.unit.kind is not UnitKind.COUNT)
        )

    def spaced(self, start: int, end: int, digits: str) -> tuple[int, str]:
        """Return end and digits of an amount whose groups may be set apart by spaces."""
        match = _SPACED.match(self.flat, start) if len(digits) <= 3 else None
        if match and ((self.alone and self.unbroken(match)) or self.spaced_amount(match)):
            return match.end(), match.group().replace(" ", ".")
        return end, digits

    def unbroken(self, match: re.Match[str]) -> bool:
        """Whether every space inside is a no-break one: it holds one number together.

        In running text, where no-break spaces are often just spaces, this says nothing.
        """
        written = self.source.span(*match.span()).of(self.source.original)
        return all(char in "0123456789,\xa0\u202f" for char in written)

    def sign(self, start: int) -> int:
        """Return the length of the sign before a number: a dash that is one, or ``âm``; 0 for none."""
        if self.flat[start - 1 : start] == "-":
            return int(self.is_sign(start))
        word = _MINUS_WORD.search(self.lower, max(0, start - 4), start)
        # "tăng trưởng âm 5%" is said of a fall; its change is read from the words
        negative = word is not None and last_words(self.lower, word.start(1))[0] != "trưởng"
        return start - word.start(1) if word is not None and negative else 0

    def is_sign(self, start: int) -> bool:
        if self.alone and not self.flat[: start - 1].strip():
            return True
        before = self.flat[start - 2 : start - 1]
        return (
            before in ("(", " ", ":")
            and not _LINE_START.search(self.text[max(0, start - 12) : start - 1])
            and not self.flat[max(0, start - 3) : start - 2].isdigit()
        )

    def spaced_amount(self, match: re.Match[str]) -> bool:
        """Whether spaces group the digits of one amount: ``14 200 ha``."""
        unit = read_unit(self.flat, self.lower, match.end(), known_only=True)
        return (
            unit is not None
            and unit.unit.kind in FIRM_KINDS
            and last_words(self.lower, match.start())[0] not in wording().labels
        )

    def take_amount(self, numeral: Numeral) -> None:
        """Read what follows the digits: a total, a range, the unit."""
        glued = self.flat[numeral.end : numeral.end + 1].isalpha()
        match = read_unit(self.flat, self.lower, numeral.end, known_only=glued)
        fraction = None if match else _FRACTION.match(self.flat, numeral.end)
        if fraction:
            self.take_fraction(numeral, fraction)
            return
        if match:
            numeral.kind, numeral.unit, numeral.end, numeral.known = (
                NumeralKind.QUANTITY,
                match.unit,
                match.end,
                match.known,
            )
            if match.total:
                self.take_total(numeral, match.total)
                return
            self.take_compound(numeral)
        elif glued:
            numeral.kind = NumeralKind.CODE
            return
        self.take_range(numeral)

    def take_fraction(self, numeral: Numeral, match: re.Match[str]) -> None:
        """Read ``59/131 xã``: a count and its total."""
        total = read_digits(match[1])
        unit = read_unit(self.flat, self.lower, match.end())
        numeral.end = numeral.digits_end = match.end()
        if total is None:
            return
        if unit and total in _RATE_BASES and unit.unit.label in table().population:
            numeral.unit = parse_unit(f"/{match[1]} {unit.unit.label}")
            numeral.kind, numeral.end = NumeralKind.QUANTITY, unit.end
            return
        if numeral.value == 1 and total >= 200 and total % 100 == 0:  # scale of a map: 1/500
            numeral.kind = NumeralKind.CODE
            return
        numeral.total = total
        if unit and unit.unit.kind not in (UnitKind.TIME, UnitKind.AGE):
            numeral.kind, numeral.unit, numeral.end, numeral.known = (
                NumeralKind.QUANTITY,
                unit.unit,
                unit.end,
                unit.known,
            )

    def take_total(self, numeral: Numeral, total: str) -> None:
        """Read the rest of ``130 xã/194 xã``."""
        numeral.total = read_digits(total)
        again = read_unit(self.flat, self.lower, numeral.end, known_only=True)
        if again and again.unit == numeral.unit:
            numeral.end = again.end
        elif (
            again and numeral.total is not None and numeral.value > numeral.total
        ):  # "408 HTX/102 xã": one for the other
            numeral.total, numeral.end = None, self.flat.rfind("/", numeral.start, numeral.end)

    def take_compound(self, numeral: Numeral) -> None:
        """Join ``40 tỷ 541 triệu đô la Mỹ`` into one amount of the smaller unit."""
        if not _BARE_SCALE.search(self.lower[numeral.digits_end : numeral.end]):
            return
        match = _COMPOUND.match(self.lower, numeral.end)
        if match is None:
            return
        small = read_unit(self.flat, self.lower, match.end(1))
        value = read_digits(match[1])
        if (
            small is None
            or value is None
            or small.unit.kind is not UnitKind.MONEY
            or not small.unit.scale < numeral.unit.scale
        ):
            return
        ratio = numeral.unit.scale / small.unit.scale
        numeral.value = scaled(numeral.value, ratio) + value
        numeral.unit, numeral.end = small.unit, small.end

    def take_range(self, numeral: Numeral) -> None:
        """Read the other end of ``9 - 9,5%``, ``từ 8 đến 9%``, ``1% - 1,5%``."""
        gap = _RANGE_GAP.match(self.lower, numeral.end)
        if gap is None:
            return
        other = DIGITS.match(self.flat, gap.end())
        if other is None:
            return
        end, digits = self.spaced(other.start(), other.end(), other.group())
        value, notes = self.value(digits)
        if value is None or value <= numeral.value:
            return
        if match_date(self.lower, gap.end()) or match_partial_date(self.lower, gap.end()):
            return
        unit = read_unit(self.flat, self.lower, end, known_only=self.flat[end : end + 1].isalpha())
        if unit is None or (numeral.kind is NumeralKind.QUANTITY and not self.same_written(numeral.unit, unit.unit)):
            return
        row = _ROW_GOES_ON.match(self.lower, unit.end) or _ROW_BEFORE.search(
            self.lower, max(0, numeral.start - _ROW_REACH), numeral.start
        )
        if row and self.flat[gap.start() : gap.end()].strip() == "-":
            return  # "12,5% - 46,3% - 41,2%": the shares of as many names
        numeral.kind, numeral.unit, numeral.known = NumeralKind.QUANTITY, unit.unit, unit.known
        numeral.upper, numeral.end = value, unit.end
        numeral.notes += notes

    @staticmethod
    def same_written(left: Unit, right: Unit) -> bool:
        """Whether the unit at the near end of a range is that of the far end, perhaps shortened (``%``, ``%/năm``)."""
        return left == right or right.label.startswith(left.label + "/")

    # --- what an amount turns out to be --------------------------------------------------------------

    def settle(self, numeral: Numeral, digits: str) -> Numeral:
        """Decide between an amount and the many other things numbers with nouns are."""
        firm = numeral.kind is NumeralKind.QUANTITY and numeral.unit.kind in FIRM_KINDS
        if firm and numeral.value != 1:
            return numeral
        one, two, three = last_words(self.lower, numeral.start)
        if self.is_denominator(numeral, one):
            numeral.kind = NumeralKind.DENOMINATOR
            return numeral
        if firm:
            return numeral
        rank = self.rank(numeral, one, two, three)
        if rank:
            return rank
        if numeral.kind is NumeralKind.CODE:
            return numeral
        if (
            not numeral.known
            and numeral.total is None
            and (ends_a_name(self.flat, numeral.start) or self.is_menu_entry(numeral))
        ):
            numeral.kind, numeral.end = NumeralKind.LABEL, numeral.digits_end
            return numeral
        in_brackets = numeral.total is not None and self.flat[numeral.start - 1 : numeral.start] == "("
        if digits.isdecimal() and not in_brackets and self.is_label(numeral, one, two, three):
            numeral.kind, numeral.end = NumeralKind.LABEL, numeral.digits_end
            return numeral
        if numeral.unit.kind is UnitKind.TIME and "/" not in numeral.unit.label:
            numeral.kind = NumeralKind.DURATION
        elif numeral.unit.kind is UnitKind.AGE:
            numeral.kind = NumeralKind.AGE
        return numeral

    def is_menu_entry(self, numeral: Numeral) -> bool:
        """Whether a number and a foreign word are a line of their own among others: ``2 ioffice`` in a menu."""
        before = self.text[max(0, numeral.start - 8) : numeral.start].rstrip(" \t")
        after = self.text[numeral.end : numeral.end + 8].lstrip(" \t")
        alone = before[-1:] in ("", "\n") and after[:1] in ("", "\n") and (before or after)
        return bool(alone) and numeral.unit.label.isascii()

    @staticmethod
    def is_label(numeral: Numeral, one: str, two: str, three: str) -> bool:
        """Whether the word before makes the number a name: ``Điều 8``, ``giai đoạn 1``; ``dân số 350`` is none."""
        words = wording()
        label = next((w for w in (three, two, one) if w and (w in words.labels or w in words.number_signs)), None)
        if label is None or (
            label == one and (not words.number_nouns.isdisjoint((two, three)) or two.startswith(_EACH))
        ):
            return False
        known = numeral.kind is NumeralKind.QUANTITY and numeral.known
        if label in words.number_signs:
            return not (known and numeral.unit.kind in _NO_NUMBERED)  # "truyền thanh số 45 triệu đồng"
        return not (known and numeral.unit.kind is UnitKind.COUNT and label in words.loose_labels)

    def rank(self, numeral: Numeral, one: str, two: str, three: str) -> Numeral | None:
        """Read ``xếp hạng 31/34``, ``thứ 38/63``, ``tốp 35 tỉnh``, ``trong nhóm 30/63``."""
        words = wording()
        if numeral.value != numeral.value.to_integral_value() or numeral.value <= 0:
            return None
        counted = numeral.kind is NumeralKind.QUANTITY and numeral.known
        place = not counted or numeral.unit.label in words.ranked or numeral.unit.kind is UnitKind.RANK
        top = any(w in words.rank_top for w in (three, two, one) if w)
        exact = any(w in words.rank_exact for w in (three, two, one) if w) or (
            one == "thứ" and (numeral.total is not None or self.in_ranking(numeral))
        )
        if (
            not place
            or not (top or exact)
            or (one in ("nhóm", "xếp", "đứng") and numeral.total is None and not counted and not self.of_index(numeral))
        ):
            return None
        numeral.kind, numeral.top = NumeralKind.RANK, top and not exact
        numeral.unit = read_unit("hạng", "hạng", 0).unit  # type: ignore[union-attr]
        return numeral

    def in_ranking(self, numeral: Numeral) -> bool:
        """Whether *thứ* and a number stand alone in a bracket behind a place: ``tăng 4 bậc so với năm 2024 (thứ 21)``."""
        begin = max(0, numeral.start - _RANKING_REACH)
        told = _IN_RANKING.search(self.lower, begin, numeral.start) is not None
        return told and self.text.startswith(")", numeral.digits_end)

    def of_index(self, numeral: Numeral) -> bool:
        """Whether an index is named shortly before the number: ``chỉ số PAPI thuộc nhóm 20``."""
        return bool(_INDEX.search(self.lower, max(0, numeral.start - _INDEX_REACH), numeral.start))

    def is_denominator(self, numeral: Numeral, one: str) -> bool:
        """Whether the number is the base of a rate: ``trên 1 vạn dân``, ``/1 ha``, ``bình quân 1 xã``."""
        before = self.flat[numeral.start - 1 : numeral.start]
        if before == "/" or (before == " " and self.flat[numeral.start - 2 : numeral.start - 1] == "/"):
            return True
        if numeral.value not in (1, 100, 1000, 10_000, 100_000) or numeral.total is not None:
            return False
        if one == "trên":
            label = numeral.unit.label  # "trên 100 giường bệnh/vạn dân" has its own base
            people = "/" not in label and (label.split(" ")[-1] == "dân" or "sống" in label)
            return people or (numeral.value == 1 and numeral.unit.scale == 1 and self.has_name(numeral.start))
        counted = numeral.unit.kind in (UnitKind.COUNT, UnitKind.MEASURE) and numeral.upper is None
        return numeral.value == 1 and one in ("quân", "bình", "mỗi", "cứ") and counted

    def has_name(self, start: int) -> bool:
        """Whether a name stands before ``trên 1 …``: ``giá trị trên 1 ha``, but not ``tăng trên 1 MW``."""
        words = self.lower[max(0, start - 24) : start].split()[:-1]
        return bool(words) and words[-1].isalpha() and words[-1] not in wording().cues


def scan_numerals(source: SourceText, *, alone: bool = False) -> tuple[list[Numeral], list[tuple[Reference, int, int]]]:
    """Return the numerals of a text in order, and the references met on the way.

    Args:
        source: the text.
        alone: the text is one value, so a dash it begins with is a sign and no list mark.

    >>> from chitieu.text import SourceText
    >>> numerals, _ = scan_numerals(SourceText("Năm 2023 có 59/131 xã đạt chuẩn, tăng 5%"))
    >>> [n.kind.value for n in numerals]
    ['year', 'quantity', 'quantity']
    """
    scanner = _Scanner(source, alone=alone)
    return scanner.run(), scanner.references
