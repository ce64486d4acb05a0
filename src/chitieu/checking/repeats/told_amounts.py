"""Every amount of a text with the words that say what it is of, before it, behind it or both, and with the time it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from chitieu.checking.named_amounts.said_again import said_in_text
from chitieu.checking.named_amounts.stated import paragraph
from chitieu.checking.repeats.led_back import Back, leads_back
from chitieu.checking.repeats.telling_words import clauses_ahead, words_behind, words_of
from chitieu.checking.repeats.told_times import Years
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import row_before
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change
from chitieu.text import SourceText
from chitieu.units import Unit, UnitKind

__all__ = ["ToldAmount", "brings_new", "told_in_text"]


@frozen(eq=False)
class ToldAmount:
    """An amount with what it is of.

    Attributes:
        about: what it is of, as the text says it.
        value: the number; `unit`: in what, None for a cell whose table does not say it.
        names: the words of the ways in which it is said what it is of; those behind the amount first, where it was told before.
        when: the words of the time it is of.
        start, end: where it stands in the folded text; `line`: where its line begins.
        change: whether it is a level or a change.
        bound: whether it is a limit: a rounder one is none miswritten (*trên 21.300*, and *21.350* elsewhere).
        new: whether it is of what comes to be only.
        leads: the words of the clauses ahead of it in its line: a base is of what they say (*tăng 2% so với 70% năm 2025*).
        back: whether it is said to have been told before.
        may: words that may be said of a cell besides: those above its table.
        table: which table it is in; None for none.
    """

    about: str
    value: Decimal
    unit: Unit | None
    names: tuple[frozenset[str], ...]
    when: frozenset[str]
    start: int
    end: int
    line: int
    change: Change = Change.LEVEL
    bound: Bound = Bound.EXACT
    new: bool = False
    leads: tuple[frozenset[str], ...] = ()
    back: Back = Back.NOT
    may: frozenset[str] = frozenset()
    table: int | None = None

    @property
    def is_cell(self) -> bool:
        """Whether it stands in a table."""
        return self.table is not None

    @property
    def quantity(self) -> Quantity:
        """The amount."""
        return Quantity(self.value, self.unit if self.unit is not None else "")


_LONGEST, _BEHIND, _NEAR = 300, 60, 40
_SENTENCE = re.compile(r";|\.(?=\s|$)")
_SHARES = re.compile(
    r"(?<!\w)(?:bằng|chiếm|tương đương|tương ứng|tức|ứng với)(?:\s(?:với|là|khoảng|trên|hơn|gần)){0,3}\s*$"
)
"""Ahead of a share: what stands behind it is the whole."""
_TURNS = re.compile(r"\s?(?:lên|xuống|sang|đến|thành|tới|[-–])\s")
"""Behind the value something came from."""
_NEW = re.compile(r"(?<!\w)(?:(?<!đổi )(?<!nông thôn )mới|thêm|bổ sung|phát sinh)(?!\w)")
_LAST = re.compile(r"[,:(](?=\s|$)|\(")
_ENDS = re.compile(r"\s?(?:[;)]|[.,](?=\s|$)|\n|$)")
"""Behind an amount of which nothing more is said."""
_SHARE_OF = re.compile(r"%\s(?P<whole>[^()0-9%]{3,80})\([^()]*$")
"""What a share is of, with its amount in a bracket behind it."""


def brings_new(words: str) -> bool:
    """Whether words, in small letters, speak of what comes to be: *làm mới 30 km*."""
    return _NEW.search(words) is not None


def told_in_text(passage: Passage, years: Years) -> Iterator[ToldAmount]:
    """Yield the amounts of a text, outside its tables, whose name and time are clear.

    Args:
        passage: the text with its amounts.
        years: the years of its places.
    """
    piece, hits = passage
    source = piece.source
    for hit in hits:
        if _may_be_told_again(source, hit):
            start = max(0, hit.name_end - _LONGEST, paragraph(source.text, hit.numeral.start))
            clause = _SENTENCE.split(source.flat[start : hit.name_end])[-1]
            when = years.of_text(clause.lower(), source.lower[hit.end : hit.end + _BEHIND], hit.start)
            told = None if when is None else _told(piece, hit, clause, when)
            if told is not None:
                yield told


def _may_be_told_again(source: SourceText, hit: TargetHit) -> bool:
    """Whether an amount is one by itself: no range, no value something came from, no share and no growth."""
    target = hit.target
    if target.upper is not None or _TURNS.match(source.lower, hit.end):
        return False
    if target.quantity.unit.kind is UnitKind.RATIO:
        ahead = source.lower[max(0, hit.start - _NEAR) : hit.numeral.start]
        if target.change is not Change.LEVEL or _SHARES.search(ahead):
            return False
    return "|" not in row_before(source.text, hit.numeral.start)


def _told(piece: Piece, hit: TargetHit, clause: str, when: frozenset[str]) -> ToldAmount | None:
    """Return an amount with its names; None where nothing says what it is of."""
    source, quantity = piece.source, hit.target.quantity
    saids = tuple(said_in_text(source, hit, clause))
    line = source.text.rfind("\n", 0, hit.numeral.start) + 1
    leads = clauses_ahead(source.flat[max(line, hit.name_end - _LONGEST) : hit.name_end])
    back = leads_back(source.lower, hit)
    names: Sequence[frozenset[str]] = tuple(dict.fromkeys(words for said in saids if (words := words_of(said.name))))
    names = (*names, *_own(clause)) if _ENDS.match(source.lower, hit.end) else names
    if back is not Back.NOT:
        whole = _SHARE_OF.search(clause)
        wholes = () if whole is None else (words_of(whole["whole"]),)
        names = (words_behind(source.lower[hit.end : hit.end + _BEHIND]), *wholes, *names)
    names = names or leads[-1:]
    if not names:
        return None
    ahead = f"{clause}{source.flat[hit.name_end : hit.numeral.start]}".lower().rpartition(",")[2]  # "… thêm 30 tàu"
    new = brings_new(ahead) or any(said.new for said in saids[:1])
    about = name_before(piece, hit)
    return ToldAmount(
        about if words_of(about) else source.clean(hit.start, hit.end),
        quantity.value,
        quantity.unit,
        tuple(names),
        when,
        hit.start,
        hit.end,
        line,
        hit.target.change,
        hit.target.bound,
        new,
        leads,
        back,
    )


def _own(clause: str) -> tuple[frozenset[str], ...]:
    """Return what the clause right ahead of an amount is of, where it says that in several words."""
    own = clauses_ahead(_LAST.split(clause)[-1])[:1]
    return own if own and len(own[0]) > 1 else ()
