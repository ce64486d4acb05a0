"""What stands side by side in a sentence: a whole and its parts, a fraction and its percentage, a level and last year's.

Indicator lines are taken apart when a plan is read. The same amounts also stand in tasks, in brackets and in the rows
of tables; here they are found in the text itself, wherever that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from chitieu.checking.nouns import is_cut_across, same_noun
from chitieu.checking.partitions import partition_of
from chitieu.checking.pieces import Piece
from chitieu.checking.rounding import grain
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change
from chitieu.units import UnitKind

__all__ = ["Group", "Passage", "Percentage", "Step", "cells_of_two_years", "groups", "percentages", "steps", "turns"]

Passage = tuple[Piece, tuple[TargetHit, ...]]
"""A text under check with the targets read from it, in order."""

_REACH = 120
"""Characters between two amounts that are looked at as one statement."""
_WIDEST = 400


@frozen(eq=False)
class Group:
    """An amount and those named as its parts.

    Attributes:
        name: what is measured, as written before the amount.
        whole, parts: the amounts.
        complete: whether the words say that the parts are all there are (``gồm``).
    """

    name: str
    whole: TargetHit
    parts: tuple[TargetHit, ...]
    complete: bool


_OPENS = re.compile(
    r"[^;.()0-9]{0,40}?(?:(?P<all>(?<!\w)(?:bao gồm|gồm có|gồm|chia ra)(?!\w))|(?P<some>(?<!\w)trong đó(?!\w))|(?P<bracket>\())"
    r"\s*:?"
)
"""What leads from a whole to its parts: a few words of its own (``lượt khách``), then the cue or a bracket."""
_CLOSED = re.compile(
    r"[.](?=\s|$)|[)|]|(?<!\w)(?:trong đó|gồm|bao gồm|tương đương|lũy kế|so với|bằng|tăng|giảm|đã|còn lại|giao|phấn đấu|dự toán|ước|thực hiện|vượt|năm [0-9]{4})(?!\w)"
)
_SEPARATOR = re.compile(r"[;,](?=\s)|\s(?:và|-|\+)\s")
_NAME = re.compile(r"[.;:,()|](?=\s|$)|(?:^|\s)[-+*•](?=\s)")
_RATE = re.compile(
    r"(?<!\w)(?:bình quân|mỗi|từng|đơn giá|định mức|mức hỗ trợ|tối đa|tối thiểu|không quá|lũy kế|ít nhất|khoảng)(?!\w)"
)
"""Words with an amount that is for each, or no firm one: its parts are none."""


def groups(passage: Passage) -> Iterator[Group]:
    """Yield the wholes with two parts or more that a text names one behind the other."""
    piece, hits = passage
    lower = piece.source.lower
    for at, (whole, following) in enumerate(pairwise(hits), 1):
        if not _sums_up(whole) or following.numeral.start - whole.end > _REACH:
            continue
        opened = _OPENS.match(lower, whole.end, following.numeral.start)
        if opened is None:
            continue
        parts = _parts(piece, whole, hits[at:], opened)
        name = _name_of(piece, whole)
        if len(parts) > 1 and not _RATE.search(f"{name} {lower[whole.name_end : whole.numeral.start]}".lower()):
            names = [_PART_NAME.split(lower[max(0, at.name_end - _NEAR) : at.name_end])[-1] for at in parts]
            complete = opened["all"] is not None or _are_all(
                name, names, whole, parts, bracket=opened["bracket"] is not None
            )
            yield Group(name, whole, parts, complete)


def _name_of(piece: Piece, hit: TargetHit) -> str:
    """Return the words before an amount, back to the last sign; the amount itself where there are none."""
    near = piece.source.flat[max(0, hit.name_end - _REACH) : hit.name_end]
    return _NAME.split(near)[-1].strip() or piece.source.clean(hit.start, hit.end)


def _are_all(name: str, names: Sequence[str], whole: TargetHit, parts: Sequence[TargetHit], *, bracket: bool) -> bool:
    """Whether parts are all there is though no *gồm* says so.

    They are those of a division that is known, or the last of them is what is left (*thu khác*), or they stand in a bracket and
    come to nearly all of the whole.
    """
    if partition_of(name, names) is not None or _OTHERS.search(names[-1]):
        return True
    total = sum((part.target.quantity.amount for part in parts), Fraction(0))
    share = total / whole.target.quantity.amount
    return bracket and len(parts) > _FEW and _NEARLY_ALL <= share <= 1


_NEAR = 60
_FEW, _NEARLY_ALL = 2, Fraction(98, 100)
_PART_NAME = re.compile(r"[;,:](?=\s)|\(|[0-9]\S*|(?<!\w)và(?=\s)")
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
        if len(between) > _REACH or hit.end - whole.start > _WIDEST or _line_ends(piece, done, hit.numeral.start):
            break
        if _CLOSED.search(between):
            break
        separators = [found.group().strip() for found in _SEPARATOR.finditer(between)]
        if found:
            if not separators:
                break
            first = first or separators[0]
            if ";" in separators and first != ";":
                break
        elif ";" in separators:
            break
        if not _same_sort(whole, hit):
            if hit.target.quantity.unit.label in _OF_TIME:  # "sơ cấp và dưới 3 tháng 7.500 người"
                continue
            return ()
        found.append(hit)
        done = hit.end
    starts = (opened.end(), *(hit.end for hit in found))
    said = [(_said_of(source.lower, start, hit), hit) for start, hit in zip(starts, found, strict=False)]
    together = " ".join(words for words, _ in said)
    return tuple(hit for words, hit in said if not is_cut_across(words, together))


_CLAUSE = re.compile(r"[;,.()|](?=\s|$)|$")


def _said_of(lower: str, start: int, hit: TargetHit) -> str:
    """Return the words of a part: those before its amount, and those behind it up to the next sign."""
    end = _CLAUSE.search(lower, hit.end, hit.end + _REACH)
    return lower[start : min(end.end() if end else hit.end, hit.end + _REACH)]


_OF_TIME = frozenset({"tháng", "tuổi", "năm", "ngày", "tuần"})


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


# --- a fraction and its percentage -----------------------------------------------------------------------


@frozen(eq=False)
class Percentage:
    """A count of so many with the percentage written behind it: ``38/47 xã (80,9%)``."""

    count: TargetHit
    percent: TargetHit

    @property
    def expected(self) -> Fraction:
        """What the count makes, as a share of one."""
        total = self.count.target.total
        return self.count.target.quantity.amount / total.amount if total is not None else Fraction(0)

    @property
    def holds(self) -> bool:
        """Whether the percentage is that of the count, rounded or cut off after the digits written."""
        stated = self.percent.target.quantity
        return abs(stated.amount - self.expected) <= grain(stated)


_IS_PERCENT = re.compile(
    r"[^;.,:()|0-9]{0,60}?(?:\s?\(\s?|,\s|\s)(?:(?:đạt|chiếm|bằng|tương đương|ứng với|tỷ lệ|tỉ lệ|tương ứng)\s?)*(?:với\s)?"
)


def percentages(passage: Passage) -> Iterator[Percentage]:
    """Yield the fractions that are followed by what they make in percent."""
    piece, hits = passage
    for count, percent in pairwise(hits):
        total, target = count.target.total, percent.target
        if total is None or not total.amount or target.quantity.unit.label != "%" or target.total is not None:
            continue
        if target.change is not Change.LEVEL or target.bound is not Bound.EXACT or target.upper is not None:
            continue
        if count.target.change is not Change.LEVEL or count.target.bound is not Bound.EXACT:
            continue
        between = piece.source.lower[count.numeral.end : percent.numeral.start]
        if _OF_A_PLAN.match(piece.source.lower, percent.end):
            continue
        if _IS_PERCENT.fullmatch(between) and ("(" in between or _SAYS_SHARE.search(between)):
            yield Percentage(count, percent)


_OF_A_PLAN = re.compile(
    r"\s(?:so với |của )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nhiệm vụ|cùng kỳ|kh|năm|nghị quyết|số hộ|dân số|diện tích)(?!\w)|\sso với"
)
_SAYS_SHARE = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|chiếm|tương đương|tương ứng|ứng với|bằng)(?!\w)|,\sđạt\s*$")


# --- a level, the change to it and last year's value ------------------------------------------------------


@frozen(eq=False)
class Step:
    """A level with the value of an earlier year in brackets behind it, and the change where one is named.

    Attributes:
        name: what is measured.
        level, before: the amounts; `year`: the year of the earlier one.
        change: the change to it; None if none is named.
        verb: the word that says which way it goes (``giảm``, ``tăng``, ``nâng``); empty where none is before the level.
    """

    name: str
    level: TargetHit
    before: TargetHit
    year: int
    change: TargetHit | None
    verb: str = ""


_EARLIER = re.compile(
    r"(?:\(|so với|từ)\s{0,2}(?:ước |cuối |thực hiện |mức )?(?:năm|cuối năm)\s((?:19|20)[0-9]{2})\s?(?:là|:|đạt|còn|ước|ước đạt|khoảng|\()?\s?$"
)
_VERB = re.compile(r"(?<!\w)(giảm|tăng|nâng)(?= (?:tỷ lệ|còn|xuống|lên|dưới|đạt|\w+ lên))")
_LEVEL_BEHIND = re.compile(r"\s?\)?\s?,?\s(?:giảm |xuống |tăng )?(?:còn|lên|đạt)\s")
"""``giảm 2,1% (năm 2025: 6,9%), còn 4,8%``."""
_NEW_MATTER = re.compile(r"[;.](?=\s|$)|\|")


def steps(passage: Passage) -> Iterator[Step]:
    """Yield the levels behind which brackets give the value of an earlier year."""
    piece, hits = passage
    lower = piece.source.lower
    for at, before in enumerate(hits):
        matched = _EARLIER.search(lower, before.numeral.start - _REACH, before.numeral.start)
        if matched is None or before.target.upper is not None or before.target.change is not Change.LEVEL:
            continue
        near = hits[max(0, at - 2) : at]
        while near and _NEW_MATTER.search(lower, near[0].numeral.end, matched.start()):
            near = near[1:]
        levels = [hit for hit in near if hit.target.change is Change.LEVEL]
        change = next((hit for hit in near if hit.target.change is not Change.LEVEL), None)
        if change is not None and not levels and at + 1 < len(hits):
            levels = [
                hit for hit in hits[at + 1 : at + 2] if _LEVEL_BEHIND.fullmatch(lower, before.end, hit.numeral.start)
            ]
        if len(levels) != 1:
            continue
        (level,) = levels
        if level.target.total is not None or level.target.quantity.unit != before.target.quantity.unit:
            continue
        first = near[0]
        verbs = _VERB.findall(lower, first.name_end - _REACH, level.numeral.start)
        verb = verbs[-1] if verbs and change is None else ""
        yield Step(_name_of(piece, first), level, before, int(matched[1]), change, verb)


# --- from one value to another ------------------------------------------------------------------------------

_FROM = re.compile(r"(?<!\w)(?P<verb>tăng|nâng|giảm|hạ|kéo giảm)(?!\w)[^;.0-9]{0,60}(?<!\w)từ\s(?:mức\s)?$")
_TO = re.compile(
    r"(?:\s\(?năm [0-9]{4}\)?)?,?\s(?P<way>lên|xuống|xuống còn|còn|lên đến|lên mức)\s(?:mức\s|khoảng\s|trên\s|dưới\s)?$"
)


def turns(passage: Passage) -> Iterator[tuple[TargetHit, TargetHit]]:
    """Yield two amounts of a change whose way the words tell otherwise: ``tăng từ 60% lên 55%``."""
    piece, hits = passage
    lower = piece.source.lower
    for first, second in pairwise(hits):
        old, new = first.target.quantity, second.target.quantity
        if second.numeral.start - first.end > _REACH or new.unit != old.unit:
            continue
        led = _FROM.search(lower, first.numeral.start - _REACH, first.numeral.start)
        to = _TO.fullmatch(lower, first.numeral.end, second.numeral.start)
        if led is None or to is None or first.target.upper is not None:
            continue
        rises = led["verb"] in ("tăng", "nâng")
        if rises == to["way"].startswith("lên") and (new < old if rises else new > old):
            yield first, second


# --- two years of one row -----------------------------------------------------------------------------------

_ROW = re.compile(r"^[ \t]*\|.*$", re.MULTILINE)
_DONE = re.compile(r"(?<!\w)(?:thực hiện|ước|uth|th|kết quả)(?!\w)")
_TO_DO = re.compile(r"(?<!\w)(?:kế hoạch|kh|mục tiêu|chỉ tiêu|phấn đấu|dự kiến)(?!\w)")


def cells_of_two_years(piece: Piece, year: int) -> Iterator[tuple[str, int, int, Quantity, Quantity]]:
    """Yield from tables with bars what a row has for the year before and for the year: name, place, both values."""
    text = piece.source.text
    columns: tuple[int, int] | None = None
    for row in _ROW.finditer(text):
        cells = row.group().strip().strip("|").split("|")
        head = _columns(cells, year)
        if head is not None:
            columns = head
            continue
        if columns is None or max(columns) >= len(cells):
            continue
        old, new = (read_digits(cells[column].strip()) for column in columns)
        if old and new:
            start = row.start() + row.group().index("|") + 1 + sum(len(cell) + 1 for cell in cells[: columns[1]])
            cell = cells[columns[1]]
            start += len(cell) - len(cell.lstrip())
            name = max((one.strip() for one in cells[: columns[0]]), key=len, default="")
            yield name, start, start + len(cell.strip()), Quantity(old, ""), Quantity(new, "")


def _columns(cells: Sequence[str], year: int) -> tuple[int, int] | None:
    """Return the columns of the year before and of the year, if a row is the head of a table with both; ratios are none."""
    lower, old, new = [cell.lower() for cell in cells], str(year - 1), str(year)
    before = [at for at, cell in enumerate(lower) if old in cell and new not in cell and _DONE.search(cell)]
    now = [at for at, cell in enumerate(lower) if new in cell and old not in cell and _TO_DO.search(cell)]
    return (before[-1], now[0]) if before and now and "so" not in lower[now[0]].split() else None
