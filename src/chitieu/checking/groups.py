"""Wholes with their parts as a text names them one behind the other: *500 ha, trong đó lúa 300 ha, ngô 200 ha*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from chitieu.checking.named_ones import named_ones
from chitieu.checking.nouns import is_cut_across, names_itself, same_noun
from chitieu.checking.partitions import partition_of
from chitieu.checking.passages import REACH, Passage, name_before
from chitieu.checking.pieces import Piece
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import UnitKind

__all__ = ["Group", "groups"]

_WIDEST = 400


@frozen(eq=False)
class Group:
    """An amount and those named as its parts.

    Attributes:
        name: what is measured, as written before the amount.
        whole, parts: the amounts.
        complete: whether the words say that the parts are all there are (``gồm``).
        named: how many more parts are named without a number (``và đặc khu Hoàng Sa``).
    """

    name: str
    whole: TargetHit
    parts: tuple[TargetHit, ...]
    complete: bool
    named: int = 0


_OPENS = re.compile(
    r"[^;.()0-9]{0,40}?(?:;\s(?=trong đó|gồm|bao gồm))?(?:\(?(?:(?P<all>(?<!\w)(?:bao gồm|gồm có|gồm|chia ra)(?!\w))|(?P<some>(?<!\w)trong đó(?!\w)))|(?P<bracket>\())"
    r"(?:\s*:|,)?"
)
"""What leads from a whole to its parts: a few words of its own (``lượt khách``), then the cue or a bracket."""
_OPENS_LATER = re.compile(
    r"[^;.()|\n]{0,60}?\)?[;,]\s(?:(?P<all>(?:bao gồm|gồm có|gồm|chia ra)(?!\w))|(?P<some>trong đó(?!\w)))(?P<bracket>(?!))?\s*:?"
)
"""The same behind what the whole is of something else: ``bằng 30% GRDP; gồm``."""
_CLOSED = re.compile(
    r"[.](?=\s|$)|[)|]|(?<!\w)(?:trong đó|gồm|bao gồm|tương đương|lũy kế|so với|bằng|tăng|giảm|đã|còn lại|giao|phấn đấu|dự toán|ước|thực hiện|vượt|năm [0-9]{4})(?!\w)"
)
_SEPARATOR = re.compile(r";|,(?=\s)|\s(?:và|-|\+)\s")
_RATE = re.compile(
    r"(?<!\w)(?:bình quân|mỗi|từng|đơn giá|định mức|mức hỗ trợ|tối đa|(?<!dạy học )(?<!thiết bị )tối thiểu|không quá|lũy kế|ít nhất|khoảng)(?!\w)"
)
"""Words with an amount that is for each, or no firm one: its parts are none."""


def groups(passage: Passage) -> Iterator[Group]:
    """Yield the wholes with parts that a text names one behind the other; one part alone only behind *trong đó*."""
    piece, hits = passage
    lower = piece.source.lower
    for number, whole in enumerate(hits[:-1], 1):
        at, opened = _opened(lower, whole, hits, number)
        if opened is None:
            yield from _among(piece, whole, hits[number])
            continue
        parts = _in_list(piece, whole, hits[at:], opened) or _parts(piece, whole, hits[at:], opened)
        name = name_before(piece, whole)
        enough = len(parts) > 1 or (parts and opened["some"] is not None)
        if enough and not _RATE.search(f"{name} {lower[whole.name_end : whole.numeral.start]}".lower()):
            names = [_PART_NAME.split(lower[max(0, at.name_end - _NEAR) : at.name_end])[-1] for at in parts]
            complete = opened["all"] is not None or _are_all(
                name, names, whole, parts, bracket=opened["bracket"] is not None
            )
            counts = whole.target.quantity.unit.kind is UnitKind.COUNT
            named = named_ones(piece.source.flat, opened.end(), max(part.end for part in parts)) if counts else 0
            yield Group(name, whole, parts, complete, named)


_AMONG = re.compile(r"(?<!\w)trong (?:tổng )?số\s$")
_THERE_ARE = re.compile(r"[^;.|():]{0,120}?(?<!\w)có\s(?:khoảng\s|ít nhất\s|trên\s)?")


def _among(piece: Piece, whole: TargetHit, part: TargetHit) -> Iterator[Group]:
    """Yield the first amount among a whole that stands ahead of it: ``Trong số 15.000 lao động … có 6.200 lao động``."""
    lower, start = piece.source.lower, whole.numeral.start
    among = _sums_up(whole) and _same_sort(whole, part) and _AMONG.search(lower, max(0, start - REACH), start)
    if among and _THERE_ARE.fullmatch(lower, whole.end, part.numeral.start):
        yield Group(name_before(piece, whole), whole, (part,), complete=False)


def _opened(lower: str, whole: TargetHit, hits: Sequence[TargetHit], at: int) -> tuple[int, re.Match[str] | None]:
    """Return which amount is the first of the parts of a whole, with the words that lead to it.

    What the whole is of something else may stand between: ``500 tỷ đồng, bằng 30% GRDP; gồm …``.
    """
    if not _sums_up(whole) or hits[at].numeral.start - whole.end > REACH:
        return at, None
    opened = _OPENS.match(lower, whole.end, hits[at].numeral.start)
    if opened is not None and opened["bracket"] is None:
        return at, opened
    if _NO_LONGER.search(lower, whole.end, hits[at].start):
        return at, opened
    for step in range(at, min(at + _MOST_ASIDE, len(hits) - 1)):
        aside = hits[step].target.quantity.unit.label in ("%", "%/năm", "lần")
        if not aside or hits[step + 1].numeral.start - hits[step].end > REACH:
            break
        later = _OPENS_LATER.match(lower, hits[step].end, hits[step + 1].numeral.start)
        if later is not None:
            return step + 1, later
    return at, opened


_NO_LONGER = re.compile(r"[);]|\.\s")
_MOST_ASIDE = 2


def _are_all(name: str, names: Sequence[str], whole: TargetHit, parts: Sequence[TargetHit], *, bracket: bool) -> bool:
    """Whether parts are all there is though no *gồm* says so.

    They are those of a division that is known, or the last of them is what is left (*thu khác*), or they stand in a bracket and
    come to nearly all of the whole, or they come to its very number with another scale word.
    """
    if partition_of(name, names) is not None or _OTHERS.search(names[-1]) or _come_to_its_number(whole, parts):
        return True
    total = sum((part.target.quantity.amount for part in parts), Fraction(0))
    share = total / whole.target.quantity.amount
    return bracket and _NEARLY_ALL <= share <= 1


def _come_to_its_number(whole: TargetHit, parts: Sequence[TargetHit]) -> bool:
    """Whether parts come to the number of the whole, but in another size: ``90,5 tỷ đồng`` of ``60,5`` and ``30 triệu đồng``."""
    units = {part.target.quantity.unit for part in parts}
    stated = whole.target.quantity
    return (
        len(parts) > 1
        and units != {stated.unit}
        and len(units) == 1
        and sum(part.target.quantity.value for part in parts) == stated.value
    )


_NEAR = 60
_NEARLY_ALL = Fraction(93, 100)
_PART_NAME = re.compile(r";|[,:](?=\s)|\(|[0-9]\S*|(?<!\w)và(?=\s)")
_OTHERS = re.compile(r"(?<!\w)khác(?!\w)")


def _sums_up(hit: TargetHit) -> bool:
    unit, target = hit.target.quantity.unit, hit.target
    return (
        target.change is Change.LEVEL
        and target.upper is None
        and target.total is None
        and unit.kind in (UnitKind.COUNT, UnitKind.MEASURE, UnitKind.MONEY)
        and "/" not in unit.label
        and target.quantity.amount > 0
    )


def _parts(piece: Piece, whole: TargetHit, hits: Sequence[TargetHit], opened: re.Match[str]) -> tuple[TargetHit, ...]:
    """Return the amounts of the whole's sort that follow it, as long as one separator joins them."""
    source, done, first = piece.source, opened.end(), ""
    found: list[TargetHit] = []
    for hit in hits:
        between = source.lower[done : hit.numeral.start]
        if len(between) > REACH or hit.end - whole.start > _WIDEST or _line_ends(piece, done, hit.numeral.start):
            break
        if _CLOSED.search(between):
            break
        separators = [sign.group().strip() for sign in _SEPARATOR.finditer(between)]
        if found:
            if not separators:
                break
            first = first or separators[0]
            if ";" in separators and (first != ";" or _is_other(source.lower, whole, found, hit, opened)):
                break
        elif ";" in separators:
            break
        if not _same_sort(whole, hit) and not _is_named_with(source.lower[whole.end : opened.start("all")], hit):
            if hit.target.quantity.unit.label in _OF_TIME:  # "sơ cấp và dưới 3 tháng 7.500 người"
                continue
            another = ";" in separators and opened["some"] is not None
            found = found if another else []
            break
        found.append(hit)
        done = hit.end
    starts = (opened.end(), *(hit.end for hit in found))
    said = [(_said_of(source.lower, start, hit), hit) for start, hit in zip(starts, found, strict=False)]
    together = " ".join(words for words, _ in said)
    across = [hit for words, hit in said if is_cut_across(words, together)]
    over = [hit for hit in across if hit.target.quantity.amount > whole.target.quantity.amount]
    return tuple(over[:1] or (hit for hit in found if hit not in across))  # what may overlap is no part of a sum


def _is_other(lower: str, whole: TargetHit, found: Sequence[TargetHit], hit: TargetHit, opened: re.Match[str]) -> bool:
    """Whether what stands behind a semicolon is another indicator: it says what is measured, or is more than the whole."""
    if opened.group().rstrip().endswith(":"):
        return False
    first = lower[opened.end() : found[0].numeral.start]
    name = lower[found[-1].end : hit.numeral.start].rpartition(";")[2]
    sizes = [one.target.quantity.amount for one in (whole, hit)]
    return names_itself(name, first) or (opened["some"] is not None and sizes[1] > sizes[0])


def _in_list(piece: Piece, whole: TargetHit, hits: Sequence[TargetHit], opened: re.Match[str]) -> tuple[TargetHit, ...]:
    """Return the first amount of each item of a list that a colon opens, where all are of the whole's sort."""
    text, done = piece.source.text, opened.end()
    first = _ITEM.match(text, done)
    if opened["bracket"] is not None or first is None or not opened.group().rstrip().endswith(":"):
        return ()
    found: list[TargetHit] = []
    for hit in hits:
        if hit.numeral.start - done > REACH:
            break
        between = text[done : hit.numeral.start]
        items = _ITEM.findall(between)
        if not items and found:
            continue  # a second amount of an item: "tăng 5%"
        if items != [first[1]] or _OTHER_ITEM.search(between) or not _same_sort(whole, hit):
            break
        found.append(hit)
        done = hit.end
    return tuple(found)


_ITEM = re.compile(r"\n\s*([-+*•])\s")
_OTHER_ITEM = re.compile(r"\n\s*\n|\n\s*(?:[0-9]{1,2}|[a-zđ]|[IVX]{1,4})[.)]")
_CLAUSE = re.compile(r";|[,.()|](?=\s|$)|$")


def _said_of(lower: str, start: int, hit: TargetHit) -> str:
    """Return the words of a part: those before its amount, and those behind it up to the next sign."""
    end = _CLAUSE.search(lower, hit.end, hit.end + REACH)
    return lower[start : min(end.end() if end else hit.end, hit.end + REACH)]


_OF_TIME = frozenset({"tháng", "tuổi", "năm", "ngày", "tuần"})


def _is_named_with(words: str, hit: TargetHit) -> bool:
    """Whether what is counted is named behind the whole's own noun: ``104 xã, phường, gồm 93 xã và 11 phường``."""
    noun = hit.target.quantity.unit
    return (
        noun.kind is UnitKind.COUNT
        and _sums_up(hit)
        and re.match(rf",\s{re.escape(noun.label.lower())}(?!\w)", words) is not None
    )


def _same_sort(whole: TargetHit, part: TargetHit) -> bool:
    left, right = whole.target.quantity.unit, part.target.quantity.unit
    if not _sums_up(part):
        return False
    if left.kind is UnitKind.COUNT and right.kind is UnitKind.COUNT:
        return same_noun(left.label, right.label)
    return left.same_dimension(right)


def _line_ends(piece: Piece, start: int, end: int) -> bool:
    """Whether a list item or another line of a list begins between two places."""
    return re.search(r"\n\s*(?:[-+*•|]|[0-9a-zđ]{1,2}[.)])\s", piece.source.text[start:end]) is not None
