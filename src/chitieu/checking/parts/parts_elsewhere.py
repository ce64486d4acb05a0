"""Amounts that are said to be among others which stand farther off: *21 khu trong số đó*, *518 ha trên tổng số 480 ha*.

The words name no whole beside the part, but point to one: the last amount of the same sort, or one that is said to be all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from chitieu.checking.parts.bare_parts import bare_hit
from chitieu.checking.parts.part_amounts import Group, same_sort, sums_up
from chitieu.checking.texts.passages import REACH, Passage, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import items_before, items_behind, place_behind, search_before, text_before
from chitieu.numbers.decimals import read_digits
from chitieu.targets.reader import TargetHit

__all__ = ["parts_elsewhere"]

_THIS = r"(?:nêu trên|nói trên|kể trên|trên|này|đó|ấy)"
_CHOSEN = r"(?:từ đó|trên cơ sở đó|qua đó|từ danh (?:mục|sách) (?:này|đó|trên)),?(?: [^\W\d_]+){0,4}? (?:(?:lựa |sàng )?(?:chọn|lọc)|rút)"
_AMONG_THEM = re.compile(
    rf"[^;.,:()|0-9]{{0,60}}?(?<!\w)(?:trong số {_THIS}|trong tổng (?:[^;.,:()|0-9]{{1,30}} )?{_THIS}|của tổng số {_THIS})(?!\w)"
)
"""Behind an amount: those it is among were named before."""
_OF_THEM = re.compile(
    rf"(?<!\w)(?:trong số {_THIS}|trong tổng (?:[^;.,:()|0-9]{{1,30}} )?{_THIS}|(?:chỉ )?tính riêng|chỉ riêng|trong đó|{_CHOSEN})(?!\w)[^;.()|0-9]{{0,80}}$"
)
"""Ahead of an amount the same."""
_ON_ALL = re.compile(
    r"[^;.,:()|0-9]{0,60}?(?<!\w)(?:trên|trong|/)\s?tổng (?:số|diện tích|chiều dài|sản lượng|dân số|lượng)(?!\w)[^;.,:()|0-9]{0,40}"
)
"""Between an amount and all of its sort."""
_BY_PLAN = re.compile(
    r"(?<!\w)(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|kh|được giao|đăng ký|nhu cầu|đề ra)(?!\w)"
)
_PARAGRAPH = re.compile(r"\n\s*\n|\n\s*(?:[-+*•]|[0-9]{1,2}[.)]|[a-zđ]\)|[IVX]{1,4}\.)\s|[|]")
_SENTENCE = re.compile(r"\.(?=\s|$)")
_FAR, _MOST = 300, 40
"""Characters, and amounts, that may stand between a whole and a part."""
_CHANGES = re.compile(r"(?<!\w)(?:lũy kế|luỹ kế|thêm|tăng|giảm|mỗi|bình quân|từng|mức|ít nhất|tối thiểu|khoảng)(?!\w)")


def parts_elsewhere(passage: Passage) -> Iterator[Group]:
    """Yield the amounts that are among others, each with those.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    lower = piece.source.lower
    for at, part in enumerate(hits):
        if not sums_up(part):
            continue
        yield from _bare_of(piece, part)
        whole = _all_behind(piece, hits, at)
        if whole is None:
            behind = _AMONG_THEM.match(lower, part.end, part.end + REACH) is not None
            before = _OF_THEM.search(lower[place_behind(hits, at) : part.numeral.start][-REACH:])
            if behind or before:
                near = before is not None and before.group().startswith("trong đó")
                whole = _named_before(piece, hits, at, alone=near)
        if whole is not None:
            yield Group(name_before(piece, whole), whole, (part,), complete=False)


def _bare_of(piece: Piece, whole: TargetHit) -> Iterator[Group]:
    """Yield a number without a unit that is of an amount behind it: ``52 trong số 45 thôn``."""
    found = search_before(_BARE_OF, piece.source.lower, whole.numeral.start, REACH)
    value = None if found is None else read_digits(found["number"])
    behind = _CLAUSE.split(piece.source.lower[whole.end : whole.end + REACH // 2])[0]
    if found is not None and value and not _BY_PLAN.search(behind):
        yield Group(name_before(piece, whole), whole, (bare_hit(piece, whole, found, value),), complete=False)


_BARE_OF = re.compile(r"(?<![0-9.,/])(?P<number>[0-9]{1,3}(?:\.[0-9]{3})*)\s(?:trong|trên)\s(?:tổng )?số\s$")


def _all_behind(piece: Piece, hits: Sequence[TargetHit], at: int) -> TargetHit | None:
    """Return the amount behind one that is said to be all there are: ``trên tổng số 480 ha``."""
    part, lower = hits[at], piece.source.lower
    for whole in items_behind(hits, at, 1):
        said = _ON_ALL.fullmatch(lower, part.end, whole.numeral.start)
        behind = _CLAUSE.split(lower[whole.end : whole.end + REACH // 2])[0]
        if said and sums_up(whole) and same_sort(whole, part) and not _BY_PLAN.search(f"{said.group()} {behind}"):
            return whole
    return None


def _named_before(piece: Piece, hits: Sequence[TargetHit], at: int, *, alone: bool) -> TargetHit | None:
    """Return the last amount of a part's sort ahead of it, in its sentence or the one before.

    Args:
        piece: the text.
        hits: its amounts.
        at: which of them is the part.
        alone: whether the whole must be the only one of its sort in the part's own sentence, and not next to it.
    """
    part, lower = hits[at], piece.source.lower
    ahead = list(
        takewhile(lambda hit: _is_near(piece, hit, part, 0 if alone else 1), reversed(items_before(hits, at, _MOST)))
    )
    wholes = [hit for hit in ahead if same_sort(hit, part) and sums_up(hit)]
    if not wholes or (alone and (wholes[1:] or wholes[0] is ahead[0])):
        return None
    whole = wholes[0]
    before = f"{text_before(lower, whole.name_end, REACH // 2)}{lower[whole.name_end : whole.numeral.start]}"
    return None if _CHANGES.search(_CLAUSE.split(before)[-1]) else whole


def _is_near(piece: Piece, hit: TargetHit, part: TargetHit, sentences: int) -> bool:
    """Whether no more than so many sentences end between an amount and a part behind it, and nothing else does."""
    between = piece.source.text[hit.end : part.numeral.start]
    ends = len(_SENTENCE.findall(between))
    return ends <= sentences and len(between) <= _FAR and not _PARAGRAPH.search(between)


_CLAUSE = re.compile(r"[;,.:()|](?=\s|$)")
