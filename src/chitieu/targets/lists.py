"""Lists whose unit stands once ahead of them: *Chi theo lĩnh vực (tỷ đồng): giáo dục 95,6; y tế 8,3*.

The unit stands in brackets, alone, and a colon opens the list behind it: the rest of the line, or the items below.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from chitieu.numbers.numeral import Numeral, NumeralKind
from chitieu.text import SourceText
from chitieu.units import Unit, UnitKind, read_unit

__all__ = ["lend_list_units"]

_OPENS = re.compile(
    r"\((?:(?:đvt|đơn vị(?: tính)?|tính bằng)\s?:?\s)?(?P<unit>[^(),;:0-9\n]{1,30})\)[^.;:|()0-9\n]{0,60}:[ \t]*(?P<ends>\n|$)?"
)
_ITEM = re.compile(r"[ \t]*(?P<mark>[-+*•–]|\(?[0-9]{1,2}[.)](?![0-9])|[a-zđ][.)])[ \t]*(?=\S)")
_FIRST = re.compile(r"[ \t]*(?P<sign>\S)")
_SENTENCE_ENDS = re.compile(r"\.(?=\s)(?!\s?[0-9])")
_NAMED = re.compile(r"(?:[^\W\d_][ \t]*[):]?|[0-9]\s?:)\s*$")
"""What stands ahead of an amount: its name, or the time it is of."""
_NOT_IN_IT = re.compile(r"(?<!\w)(?:tăng|giảm|bằng|chiếm|gấp|vượt)(?: (?:thêm|tới|đến|khoảng|hơn|trên|gần))?\s*$")
"""Words ahead of a number that is another sort of amount."""
_ENDS = re.compile(r"\s*(?:[;)(]|[,.](?=\s|$)|\n|$)")
_OWN_UNIT = re.compile(r"\s?\((?P<unit>[^(),;:0-9\n]{1,30})\)")
_KINDS = (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.RATIO, UnitKind.COUNT)
_REACH, _MOST_ITEMS = 600, 60


def lend_list_units(source: SourceText, numerals: Sequence[Numeral], starts: Sequence[int]) -> None:
    """Give the bare numbers of lists the unit that stands ahead of them.

    Args:
        source: the folded text.
        numerals: its numbers in order; those of such lists become quantities.
        starts: where they begin.
    """
    for opening in _OPENS.finditer(source.text.lower()):
        unit = _unit(source, opening)
        if unit is None:
            continue
        for start, end in _items(source.text, opening):
            for numeral in numerals[bisect_left(starts, start) : bisect_left(starts, end)]:
                if numeral.kind is NumeralKind.BARE and numeral.total is None and _is_amount(source, start, numeral):
                    numeral.kind, numeral.unit, numeral.known = NumeralKind.QUANTITY, unit, True


def _unit(source: SourceText, bracket: re.Match[str]) -> Unit | None:
    """Return the unit that all there is in a bracket is."""
    found = read_unit(source.flat, source.lower, bracket.start("unit"), known_only=True)
    alone = found is not None and found.end == bracket.end("unit") and found.unit.kind in _KINDS
    return found.unit if found is not None and alone else None


def _items(text: str, opening: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text that hold a list: the rest of the line, or the lines below that have the mark of the first."""
    if opening["ends"] is None:
        end = _line_end(text, opening.end())
        sentence = _SENTENCE_ENDS.search(text, opening.end(), end)
        yield opening.end(), sentence.start() if sentence else end
        return
    start, mark = opening.end(), None
    for _ in range(_MOST_ITEMS):
        item = _ITEM.match(text, start)
        sort = item["mark"].strip("(")[-1] if item else None
        if item is None or sort != (mark or sort):
            return
        mark = sort
        start = _line_end(text, item.end()) + 1
        yield item.end(), start - 1


def _line_end(text: str, start: int) -> int:
    """Return where a line ends; the next is part of it if it has no mark and begins with a small letter or a digit."""
    end = start
    while end - start < _REACH:
        found = text.find("\n", end, start + _REACH)
        if found < 0:
            return min(len(text), start + _REACH)
        goes_on = _FIRST.match(text, found + 1)
        small = goes_on is not None and (goes_on["sign"].islower() or goes_on["sign"].isdigit())
        if not small or _ITEM.match(text, found + 1):
            return found
        end = found + 1
    return end


def _is_amount(source: SourceText, start: int, numeral: Numeral) -> bool:
    """Whether a number is the amount of what is named ahead of it, and of no other sort."""
    ahead = source.lower[max(start, numeral.start - 40) : numeral.start]
    if _NAMED.search(ahead) is None or _NOT_IN_IT.search(ahead) or not _ENDS.match(source.text, numeral.end):
        return False
    behind = _OWN_UNIT.match(source.text, numeral.end)
    return behind is None or _unit(source, behind) is None
