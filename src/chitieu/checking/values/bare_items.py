"""Amounts without a unit in lists whose other items have one: *+ Chè 610 ha; + Hồ tiêu 1.290; + Điều 2.400 ha*."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from chitieu.checking.texts.passages import Passage
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import Unit, UnitKind

__all__ = ["BareItem", "bare_items"]


@frozen(eq=False)
class BareItem:
    """An item of a list whose amount has no unit.

    Attributes:
        name: what is measured.
        start, end: where the number stands.
        number: it as written.
        unit: the unit the other items have.
    """

    name: str
    start: int
    end: int
    number: str
    unit: str


@frozen(eq=False)
class _Item:
    """An item of a list: where its words begin and end, its marker, and the amounts in it."""

    start: int
    end: int
    marker: str
    hits: Sequence[TargetHit] = field(factory=tuple)


_LINE = re.compile(r"[^\n]+")
_MARKER = re.compile(
    r"[ \t]{0,12}(?:(?P<bullet>[-+*•–])|\(?(?:[0-9]{1,2}|(?P<letter>[a-zđ]))(?P<close>[.)]))[ \t]{0,3}(?=[^\W\d_])"
)
_CLOSED = re.compile(r"[;:.]\s{0,5}$")
_NUMBER = r"(?<![0-9.,])(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+,[0-9]+)"
"""Numbers with groups of thousands or with a comma, which are no numbers of things: *Quốc lộ 12*, *tiêu chí 17*."""
_VALUE = re.compile(
    rf"(?P<name>[^0-9;:.,()|%/\n]{{2,80}}?)\s?:?\s(?:đạt |là |còn |khoảng |trên |dưới |ít nhất |ước |ước đạt )*(?P<number>{_NUMBER})(?=\s{{0,5}}(?:[;.]?\s{{0,5}}$|[;.]\s|,\s{{1,5}}[^\W\d_]|\())"
)
_NO_MEASURE = re.compile(
    r"^(?:tổng số|số|chỉ số|hệ số|điểm|hạng|thứ hạng)(?!\w)|(?<!\w)(?:năm|tiêu chí|tăng|giảm|lần|so với)(?!\w)"
)
_UNIT_ABOVE = re.compile(r"\(|đvt|đơn vị")
_NAMES_A_SORT = re.compile(r"[^0-9;|\n]{2,200}")
_KINDS = (UnitKind.MEASURE, UnitKind.MONEY, UnitKind.RATIO)
_FEWEST = 2


def bare_items(passage: Passage) -> Iterator[BareItem]:
    """Yield the amounts without a unit in items whose siblings all have one and the same.

    Two siblings say so, or one and the line the list stands under.

    Args:
        passage: a text with the amounts read from it.
    """
    text = passage[0].source.text
    for above, items in _lists(passage):
        if _UNIT_ABOVE.search(text[above[0] : above[1]].lower()):
            continue
        units = [unit for item in items if (unit := _first_unit(text, item)) is not None]
        whole = _last_unit(passage[1], *above)
        if not units or len(units) + (whole is not None) < _FEWEST:
            continue
        alike = (*units, *((whole,) if whole is not None and len(units) < _FEWEST else ()))
        if any(unit.kind not in _KINDS or not unit.same_dimension(units[0]) for unit in alike):
            continue
        label = Counter(unit.label for unit in units).most_common(1)[0][0]
        yield from (bare for item in items if (bare := _bare(text, item, units[0], label)) is not None)


def _lists(passage: Passage) -> Iterator[tuple[tuple[int, int], list[_Item]]]:
    """Yield the lists of a text with the line they stand under: items one behind the other with one sort of marker."""
    text, hits = passage[0].source.text, passage[1]
    above, before, found = (0, 0), (0, 0), list[_Item]()
    for line in _LINE.finditer(text):
        marker = _MARKER.match(text, line.start(), line.end())
        if not line.group().strip():
            continue
        if (
            marker is None
            and found
            and not _CLOSED.search(text, max(found[-1].start, found[-1].end - 9), found[-1].end)
        ):
            found[-1] = _Item(found[-1].start, line.end(), found[-1].marker)  # the item goes on
        else:
            kind = "" if marker is None else marker["bullet"] or ("a" if marker["letter"] else "1") + marker["close"]
            if not found or kind != found[-1].marker:
                yield from _with_hits(above, found, hits)
                above, found = before, []
            if marker is not None:
                found.append(_Item(marker.end(), line.end(), kind))
        before = line.span()
    yield from _with_hits(above, found, hits)


def _with_hits(
    above: tuple[int, int], items: Sequence[_Item], hits: Sequence[TargetHit]
) -> Iterator[tuple[tuple[int, int], list[_Item]]]:
    if len(items) >= _FEWEST:
        yield above, [_Item(item.start, item.end, item.marker, _within(hits, item.start, item.end)) for item in items]


def _within(hits: Sequence[TargetHit], start: int, end: int) -> Sequence[TargetHit]:
    first, last = (bisect_left(hits, at, key=lambda hit: hit.numeral.start) for at in (start, end))
    return hits[first:last]


def _first_unit(text: str, item: _Item) -> Unit | None:
    """Return the unit of the amount an item opens with; None where it opens with none, or with a change."""
    if not item.hits or item.hits[0].target.change is not Change.LEVEL:
        return None
    first = item.hits[0]
    named = _NAMES_A_SORT.fullmatch(text, item.start, first.numeral.start)
    return first.target.quantity.unit if named else None


def _last_unit(hits: Sequence[TargetHit], start: int, end: int) -> Unit | None:
    """Return the unit of the first amount of the line above a list."""
    above = _within(hits, start, end)
    return above[0].target.quantity.unit if above and above[0].target.change is Change.LEVEL else None


def _bare(text: str, item: _Item, unit: Unit, label: str) -> BareItem | None:
    """Return the amount an item opens with where it has no unit; one that the next amount has too is left out."""
    value = _VALUE.match(text, item.start, item.end)
    if value is None or _NO_MEASURE.search(value["name"].lower()):
        return None
    start, end = value.span("number")
    if any(hit.numeral.start == start for hit in item.hits):
        return None
    behind = next((hit for hit in item.hits if hit.numeral.start > start), None)
    if behind is not None and behind.target.quantity.unit.same_dimension(unit):
        return None
    return BareItem(" ".join(value["name"].split()), start, end, value["number"], label)
