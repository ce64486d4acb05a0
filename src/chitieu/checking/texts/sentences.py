"""The amounts of a text sentence by sentence, the days and months that are counted among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import place_behind
from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change, Target

__all__ = ["Amount", "amounts_of", "clauses", "paragraphs", "sentences", "words_before"]


@frozen(eq=False)
class Amount:
    """An amount of a text.

    Attributes:
        target: what it says.
        start, digits_end, end: where its digits begin and end, and where its unit does.
        hit: the target read; None for a number of days that is no target by itself.
    """

    target: Target
    start: int
    digits_end: int
    end: int
    hit: TargetHit | None = None

    @property
    def quantity(self) -> Quantity:
        """The amount itself."""
        return self.target.quantity

    @property
    def bound(self) -> Bound:
        """How it is meant."""
        return self.target.bound

    @property
    def change(self) -> Change:
        """Whether it is a level."""
        return self.target.change

    @property
    def total(self) -> Quantity | None:
        """The whole it is part of."""
        return self.target.total

    @property
    def upper(self) -> Quantity | None:
        """The other end of a range."""
        return self.target.upper

    @property
    def is_single(self) -> bool:
        """Whether one number is stated: neither a range nor a count out of a whole."""
        return self.target.is_single


def amounts_of(passage: Passage, numbers: Sequence[Numeral]) -> list[Amount]:
    """Return the amounts of a text in order.

    Args:
        passage: the text with its targets.
        numbers: all its numbers.
    """
    _, hits = passage
    found = [Amount(hit.target, hit.numeral.start, hit.numeral.end, hit.end, hit) for hit in hits]
    known = {one.start for one in found}
    for number in numbers:
        counted = number.kind in _COUNTED and (number.total is not None or number.value not in _BASES)
        if counted and number.start not in known and number.upper is None:
            total = Quantity(number.total, number.unit) if number.total is not None else None
            target = Target(Quantity(number.value, number.unit), total=total)
            found.append(Amount(target, number.start, number.end, number.end))
    return sorted(found, key=lambda one: one.start)


_COUNTED = (NumeralKind.DURATION, NumeralKind.QUANTITY, NumeralKind.DENOMINATOR, NumeralKind.BARE)
_BASES = (1, 10, 100, 1000, 10_000, 100_000)
"""What rates are for; another number behind a slash is an amount: *30 bác sĩ/12.500 dân*."""
_LINE = r"\||\n[ \t]*\n|\n\s*(?:[-+*•]|\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|[a-zđ]\)|[IVX]{1,5}\.)\s|\n\s*(?=[A-ZĐÀ-Ỹ])"
_SENTENCE, _PARAGRAPH = re.compile(rf"\.(?=\s)|{_LINE}"), re.compile(_LINE)
_REACH, _MOST = 160, 24


def sentences(piece: Piece, amounts: Sequence[Amount]) -> Iterator[Sequence[Amount]]:
    """Yield the amounts of each sentence that has several; of rows of tables none, nor of endless lists.

    Args:
        piece: the text.
        amounts: its amounts in order.
    """
    yield from (row for row in _rows(piece, amounts, _SENTENCE) if len(row) <= _MOST)


def paragraphs(piece: Piece, amounts: Sequence[Amount]) -> Iterator[Sequence[Amount]]:
    """Yield the amounts of each paragraph, item or line that has several, as far as no long words part them.

    Args:
        piece: the text.
        amounts: its amounts in order.
    """
    yield from _rows(piece, amounts, _PARAGRAPH)


def _rows(piece: Piece, amounts: Sequence[Amount], ends: re.Pattern[str]) -> Iterator[Sequence[Amount]]:
    text = piece.source.text
    row: list[Amount] = []
    for amount in amounts:
        far = bool(row) and amount.start - row[-1].end > _REACH
        if far or (row and ends.search(text, min(row[-1].end, amount.start), amount.start)):
            if len(row) > 1:
                yield row
            row = []
        row.append(amount)
    if len(row) > 1:
        yield row


def clauses(piece: Piece, sentence: Sequence[Amount], amount: Amount) -> Sequence[Amount]:
    """Return the amounts of a sentence that no semicolon parts from one of them; those in a bracket part only what is in it."""
    start, end = sentence[0].start, sentence[-1].end
    aside = [one.span() for one in _BRACKET.finditer(piece.source.text, start, end)]
    aside = [(opens, closes) for opens, closes in aside if not opens < amount.start < closes]
    marks = [one.start() for one in _SEMICOLON.finditer(piece.source.text, start, end)]
    marks = [mark for mark in marks if not any(opens < mark < closes for opens, closes in aside)]
    first = max((mark for mark in marks if mark < amount.start), default=start)
    last = min((mark for mark in marks if mark >= amount.end), default=end)
    return [one for one in sentence if first <= one.start < last]


_BRACKET = re.compile(r"\([^()]*\)")
_SEMICOLON = re.compile(";")


def words_before(piece: Piece, row: Sequence[Amount], at: int) -> str:
    """Return the words before an amount, in small letters: back to the amount before it, or to where its sentence begins.

    Args:
        piece: the text.
        row: amounts of one sentence or paragraph.
        at: which of them it is.
    """
    start = max(place_behind(row, at), row[at].start - _NEAR)
    text = piece.source.text[start : row[at].start]
    begin = max((found.end() for found in _SENTENCE.finditer(text)), default=0)
    return piece.source.lower[start + begin : row[at].start]


_NEAR = 120
