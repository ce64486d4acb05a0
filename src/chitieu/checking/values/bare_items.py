"""Amounts without a unit in lists whose other items have one: *+ Chè 610 ha; + Hồ tiêu 1.290; + Điều 2.400 ha*."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from chitieu.checking.texts.passages import Passage
from chitieu.checking.values.bare_numbers import BareAmount
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import Unit, UnitKind

__all__ = ["bare_items"]


@frozen(eq=False)
class _Item:
    """An item of a list: where its words begin and end, and its marker."""

    start: int
    end: int
    marker: str


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


def bare_items(passage: Passage) -> Iterator[BareAmount]:
    """Yield the amounts without a unit in items whose siblings all have one and the same.

    Two siblings say so, or one and the line the list stands under.

    Args:
        passage: a text with the amounts read from it.
    """
    text, hits = passage[0].source.text, passage[1]
    starts = [hit.numeral.start for hit in hits]

    def within(start: int, end: int) -> Sequence[TargetHit]:
        return hits[bisect_left(starts, start) : bisect_left(starts, end)]

    for above, items in _lists(text):
        if len(items) < _FEWEST or _UNIT_ABOVE.search(text[slice(*above)].lower()):
            continue
        told = [(item, within(item.start, item.end)) for item in items]
        units = [unit for item, own in told if (unit := _first_unit(text, item, own)) is not None]
        whole = [hit.target.quantity.unit for hit in within(*above)[:1] if hit.target.change is Change.LEVEL]
        if not units or len(units) + len(whole) < _FEWEST:
            continue
        alike = units if len(units) >= _FEWEST else [*units, *whole]
        if any(unit.kind not in _KINDS or not unit.same_dimension(units[0]) for unit in alike):
            continue
        label = Counter(unit.label for unit in units).most_common(1)[0][0]
        yield from (bare for item, own in told if (bare := _bare(text, item, own, units[0], label)) is not None)


def _lists(text: str) -> Iterator[tuple[tuple[int, int], list[_Item]]]:
    """Yield the lists of a text with the line they stand under: items one behind the other with one sort of marker."""
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
                yield above, found
                above, found = before, []
            if marker is not None:
                found.append(_Item(marker.end(), line.end(), kind))
        before = line.span()
    yield above, found


def _first_unit(text: str, item: _Item, hits: Sequence[TargetHit]) -> Unit | None:
    """Return the unit of the amount an item opens with; None where it opens with none, or with a change."""
    if not hits or hits[0].target.change is not Change.LEVEL:
        return None
    named = _NAMES_A_SORT.fullmatch(text, item.start, hits[0].numeral.start)
    return hits[0].target.quantity.unit if named else None


def _bare(text: str, item: _Item, hits: Sequence[TargetHit], unit: Unit, label: str) -> BareAmount | None:
    """Return the amount an item opens with where it has no unit; one that the next amount has too is left out."""
    value = _VALUE.match(text, item.start, item.end)
    if value is None or _NO_MEASURE.search(value["name"].lower()):
        return None
    start, end = value.span("number")
    if any(hit.numeral.start == start for hit in hits):
        return None
    behind = next((hit for hit in hits if hit.numeral.start > start), None)
    if behind is not None and behind.target.quantity.unit.same_dimension(unit):
        return None
    return BareAmount(" ".join(value["name"].split()), start, end, value["number"], label)
