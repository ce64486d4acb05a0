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
_ITEM = re.compile(r"[ \t]*(?P<mark>[-+*•–]|\(?[0-9]{1,2}[.)]|[a-zđ][.)])[ \t]*(?=\S)")
_LINE_ENDS = re.compile(r"\n|\.(?=\s)(?!\s?[0-9])")
_NAMED = re.compile(r"(?:[^\W\d_][ \t]*[):]?|[0-9]\s?:)\s*$")
"""What stands ahead of an amount: its name, or the time it is of."""
_NOT_IN_IT = re.compile(r"(?<!\w)(?:tăng|giảm|bằng|chiếm|gấp|vượt)(?: (?:thêm|tới|đến|khoảng|hơn|trên|gần))?\s*$")
"""Words ahead of a number that is another sort of amount."""
_ENDS = re.compile(r"\s*(?:[;)(]|[,.](?=\s|$)|\n|$)")
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


def _unit(source: SourceText, opening: re.Match[str]) -> Unit | None:
    """Return the unit that all there is in a bracket is."""
    found = read_unit(source.flat, source.lower, opening.start("unit"), known_only=True)
    alone = found is not None and found.end == opening.end("unit") and found.unit.kind in _KINDS
    return found.unit if found is not None and alone else None


def _items(text: str, opening: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text that hold a list: the rest of the line, or the lines below that have the mark of the first."""
    if opening["ends"] is None:
        ends = _LINE_ENDS.search(text, opening.end(), opening.end() + _REACH)
        yield opening.end(), ends.start() if ends else min(len(text), opening.end() + _REACH)
        return
    start, mark = opening.end(), None
    for _ in range(_MOST_ITEMS):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        item = _ITEM.match(text, start, end)
        sort = item["mark"].strip("(")[-1] if item else None
        if item is None or sort != (mark or sort):
            return
        mark = sort
        yield item.end(), end
        start = end + 1


def _is_amount(source: SourceText, start: int, numeral: Numeral) -> bool:
    """Whether a number is the amount of what is named ahead of it, and of no other sort."""
    ahead = source.lower[max(start, numeral.start - 40) : numeral.start]
    named = _NAMED.search(ahead) is not None and _NOT_IN_IT.search(ahead) is None
    return named and _ENDS.match(source.text, numeral.end) is not None
