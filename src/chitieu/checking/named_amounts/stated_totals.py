"""How many households and people there are, as running text says it once: ``toàn xã có 2.350 hộ với 10.480 nhân khẩu``.

Shares of all households and amounts per head are worked out with these numbers, so the words around one must leave no doubt
that it is of all there are: every word from the beginning of its sentence is known, and one of them speaks of the whole place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from attrs import evolve, frozen

from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.stated import Headings
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import row_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Bound, Change

__all__ = ["HOUSEHOLDS", "StatedTotal", "sentence_before", "total_households", "total_people"]


@frozen(eq=False)
class StatedTotal:
    """The number of all households, or of all people, that a text states.

    Attributes:
        piece: the text; `hit`: the amount in it.
        year: the year asked for, where its words name it; None where they name none.
    """

    piece: Piece
    hit: TargetHit
    year: int | None

    @property
    def dated(self) -> bool:
        """Whether it is known of what year it is."""
        return self.year is not None

    @property
    def claim(self) -> Claim:
        """The population as an amount of the catalogue, about so much where it names no year."""
        target, source = self.hit.target, self.piece.source
        span = source.span(self.hit.numeral.start, self.hit.numeral.end) if self.piece.placed else None
        target = target if self.dated else evolve(target, bound=Bound.ABOUT)
        return Claim(f"dân số năm {self.year}" if self.dated else "dân số", "pop", target, span=span, sure=True)


HOUSEHOLDS = frozenset({"hộ", "hộ dân", "hộ gia đình"})
"""Nouns that count households of any kind."""
_PEOPLE = frozenset({"nhân khẩu", "khẩu"})
_PERSONS = frozenset({"người", "nghìn người", "ngàn người", "triệu người"})
_Counts = Callable[[TargetHit, str], bool]
_POPULATION = re.compile(r"dân số(?:[^0-9;.,]|năm [0-9]{4})*$")


def total_households(passages: Iterable[Passage], year: int | None, *, named: bool = False) -> StatedTotal | None:
    """Return the number of all households in a year; None where none or several are stated.

    Args:
        passages: the texts with their amounts.
        year: the year.
        named: whether only a number counts whose year is named.
    """
    return _only(passages, year, lambda hit, _: hit.target.quantity.unit.label in HOUSEHOLDS, named=named)


def total_people(passages: Iterable[Passage], year: int | None, *, named: bool = False) -> StatedTotal | None:
    """Return the number of all people in a year; None where none or several are stated.

    Args:
        passages: the texts with their amounts.
        year: the year.
        named: whether only a number counts whose year is named.
    """
    return _only(passages, year, _counts_people, named=named)


def _counts_people(hit: TargetHit, before: str) -> bool:
    label = hit.target.quantity.unit.label
    return label in _PEOPLE or (label in _PERSONS and _POPULATION.search(before) is not None)


def _only(passages: Iterable[Passage], year: int | None, counts: _Counts, *, named: bool) -> StatedTotal | None:
    found: list[StatedTotal] = []
    for piece, hits in passages if year is not None else ():
        headings: Headings | None = None
        for hit in hits:
            target = hit.target
            if target.change is not Change.LEVEL or not target.is_single:
                continue
            if target.quantity.unit.label not in _NOUNS or target.bound not in (Bound.EXACT, Bound.ABOUT):
                continue
            before = sentence_before(piece, hit.numeral.start).rpartition("(")[2]
            behind = _rest(piece, hit.end)
            if not counts(hit, before) or behind is None or not _is_of_all(piece, before, hit.numeral.start):
                continue
            years = {int(one) for one in _YEAR.findall(f"{before} {behind}")}
            headings = headings or Headings.of(piece.source, year)
            if years - {year} or (not years and headings.tell_of_others(hit.start)):
                continue
            if "|" not in row_before(piece.source.text, hit.numeral.start):
                found.append(StatedTotal(piece, hit, year if years else None))
    dated = [one for one in found if one.dated]
    chosen = dated if named else dated or found
    return chosen[0] if len({one.hit.target.quantity.amount for one in chosen}) == 1 else None


_NOUNS = HOUSEHOLDS | _PEOPLE | _PERSONS
_YEAR = re.compile(r"(?<![0-9./])(?:19|20)[0-9]{2}(?![0-9./])")


# --- the words before and behind --------------------------------------------------------------------------------------

_REACH = 250
_BOUNDARY = re.compile(r";|\.(?=\s)|\n\s*(?=[-+*•|]|[0-9]+(?:\.[0-9]+)*[.)]\s|[a-zđ]\)|[^\W\d_a-zà-ỹđ])")


def sentence_before(piece: Piece, at: int) -> str:
    """Return the words of the sentence before a place, in lower case: back to a full stop, a semicolon or a new item."""
    start = max(0, at - _REACH)
    text = piece.source.text[start:at]
    begin = max((found.end() for found in _BOUNDARY.finditer(text)), default=0)
    return piece.source.lower[start + begin : at]


_KNOWN = (
    "toàn cả xã phường tỉnh thành phố đặc khu huyện địa bàn trên hiện nay có tổng số hộ dân gia đình dự kiến đến năm cuối hết quy mô trung bình là đạt "
    "gồm với và thôn bản ấp tổ phố khóm làng nhân khẩu người nghìn triệu diện tích tự nhiên km2 km² ha mật độ đơn vị hành chính cấp trực thuộc đặc điểm "
    "tình hình chung đang sinh sống cư trú tại ước khoảng sau sắp xếp sáp nhập kế hoạch"
)
_WORDS = frozenset(_KNOWN.split())
"""Words beside which a number of households is of all there are."""
_WORD = re.compile(r"[^\W\d_]+[0-9²]?")
_WHOLE_PLACE = re.compile(
    r"(?<!\w)(?:(?:toàn|cả|trên địa bàn|địa bàn) (?:xã|phường|tỉnh|thành phố|đặc khu|huyện)|tổng số hộ|tổng hộ|dân số)(?!\w)"
    r"|^\W*(?:xã|phường|tỉnh|thành phố|đặc khu|huyện)(?!\w)"
)
_ONE_PLACE = re.compile(r"(?:^\W*|(?:tại|ở|của|có) )(?:thôn|bản|ấp|khóm|tổ|làng|khu)(?!\w)")
_NAMED = re.compile(
    r"(?<!\w)(?:xã|phường|tỉnh|thành phố|đặc khu|huyện)((?:\s[^\W\d_]+){1,4}?)(?=\s(?:có|hiện|năm|với|dự|sau|gồm)(?!\w))"
)
_LETTERHEAD = 1500


def _is_of_all(piece: Piece, before: str, at: int) -> bool:
    """Whether the words before a number say that it is of the whole place the text is about."""
    own = before.rpartition(":")[2]
    before = own if _WHOLE_PLACE.search(own) else before  # "quy mô để tính các chỉ tiêu: dân số …"
    named = _NAMED.search(before)
    if named is not None and not _WORDS.issuperset(named[1].split()):
        if named.group() not in piece.source.lower[: min(at - len(before), _LETTERHEAD)]:
            return False
        before = before[: named.start(1)] + before[named.end(1) :]
    return (
        all(word in _WORDS for word in _WORD.findall(before))
        and _WHOLE_PLACE.search(before) is not None
        and _ONE_PLACE.search(before) is None
    )


_BEHIND = re.compile(
    r"\s*(?:$|[.;:,()\n/-]|(?:với|và|thuộc|sinh sống|tại|ở [0-9]|trên địa bàn|của|toàn|trong|gồm|năm)(?!\w))"
)
_END = re.compile(r"[;(\n]|\.(?![0-9])|,\s(?![0-9])|trong đó|riêng|tỷ lệ")
_SOME = re.compile(
    r"(?<!\w)(?:nghèo|diện|khó khăn|dân tộc|đồng bào|nông thôn|thành thị|đô thị|được|thiếu|bị|di dời|tái định cư|tham gia|đăng ký|hưởng|vay|hỗ trợ"
    r"|sử dụng|ảnh hưởng|thôn [^\W\d_]|bản [^\W\d_])(?!\w)"
)
"""Words behind a number that make it one of some households."""
_AHEAD = 90


def _rest(piece: Piece, at: int) -> str | None:
    """Return the words that go on behind a number; None where they say that it is of some."""
    behind = piece.source.lower[at : at + _AHEAD]
    if _BEHIND.match(behind) is None:
        return None
    rest = _END.split(behind)[0]
    return None if _SOME.search(rest) else rest
