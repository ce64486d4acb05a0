"""Amounts that are told of one thing, one behind the other: nothing new is named between them.

The words between are those of time, of change and of counting, those of the first amount's own name, and no others:
``Sản lượng lúa năm 2024 là 300 tấn, năm 2025 sản lượng đạt 330 tấn; như vậy tăng 10%``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.checking.changes.moves import told_change, without_flows
from chitieu.checking.changes.times import times_in
from chitieu.checking.named_amounts.nouns import counts_alike
from chitieu.checking.texts.passages import REACH
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change

__all__ = ["PARTS", "leaves_bracket", "names_nothing_new", "said_of_one"]

_END = re.compile(r"\.(?=\s|$)|\||\n\s{0,20}(?:[-+*•]|\(?[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]|[a-zđ]\)|\n)")
PARTS = re.compile(r"(?<!\w)(?:trong đó|bao gồm|gồm|(?<!sầu )riêng|chia ra)(?!\w)")
"""Words behind which stand parts: an earlier value there, or ahead of it, may be that of the whole."""
_SIGNS = re.compile(r"[,;:.()]")
_LIFTS = re.compile(r"[,;](?=\s(?:qua đó\s|để\s)?(?:nâng|đưa|kéo)\s(?:tổng|số|tỷ lệ)(?!\w))")
"""Where the words of a first amount end, though they are a list: *thêm 20 km đường xã, đường thôn, nâng tổng chiều dài*."""
_DIGIT = re.compile(r"(?<![^\W\d_])[0-9]")
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION = frozenset(
    _WORD.findall(
        "so với cùng và còn lên xuống đến tới từ là có đạt được ước thực hiện khoảng mức ở tại vào của trong qua đó "
        "này trên dưới chỉ lại giữ đã sẽ để tăng giảm nâng kéo hạ đưa thêm bớt cắt rút ngắn mở rộng cải thiện hơn "
        "thấp cao nhiều ít lớn kém vượt hụt thiếu bằng gấp chênh lệch tốc độ tức tương ứng đương như vậy nghĩa bình "
        "quân mỗi hằng hàng năm kỳ cả nay cuối đầu hết tính dự kiến phấn đấu tổng số lượng tỷ lệ con điểm phần trăm "
        "tối đa thiểu không quá nhất mới lần hạng bậc vị trí thứ xếp chiếm kết quả ngày làm việc kinh phí bố giao "
        "kế hoạch tiêu toán trung ương hđnd cũng bị khi chiều dài diện tích"
    )
)
"""Words that name nothing: of time, of change, of counting."""
_MOST, _LONGEST_BRACKET = 8, 400
_NEXT_ONE = re.compile(r"\s?[,;]\s(?:và\s)?(?:có\s)?")
"""Between two amounts in one unit, where nothing says that the second is of another time, or what was changed to."""
_CLASS = re.compile(
    r"(?P<all>(?<!\w)từ 3 sao trở lên)(?!\w)|(?<!\w)[1-5] sao(?!\w)|(?<!\w)(?:mức độ|cấp độ|hạng|loại) [1-5](?![\w.,])"
)
"""Numbers that only name a class of things; from three stars on are all that have any."""


def said_of_one(piece: Piece, hits: Sequence[TargetHit]) -> Iterator[tuple[str, Sequence[TargetHit]]]:
    """Yield the amounts of a text that are told of one thing, where there are several, with the words ahead of them.

    Args:
        piece: the text.
        hits: its amounts in order.
    """
    row: list[TargetHit] = []
    known: set[str] = set()
    ahead, done = "", 0
    for hit in hits:
        if not row or not _goes_on(piece, row, hit, known):
            if 1 < len(row) <= _MOST:
                yield ahead, row
            row = []
            ahead = _opening(piece, hit, done)
            known = set(_WORD.findall(ahead))
        row.append(hit)
        done = hit.numeral.end
        known |= set(_WORD.findall(hit.target.quantity.unit.label.lower()))
    if 1 < len(row) <= _MOST:
        yield ahead, row


def _opening(piece: Piece, hit: TargetHit, done: int) -> str:
    """Return the words of a statement ahead of its first amount, in small letters.

    Args:
        piece: the text.
        hit: the amount.
        done: where the amount before it ends.
    """
    start = max(done, hit.numeral.start - REACH)
    ends = [end.end() for end in _END.finditer(piece.source.text, start, hit.numeral.start)]
    return piece.source.lower[ends[-1] if ends else start : hit.numeral.start]


def _goes_on(piece: Piece, row: Sequence[TargetHit], hit: TargetHit, known: set[str]) -> bool:
    """Whether the words ahead of an amount name nothing new; those right behind the first one are of its name."""
    start, end, lower = row[-1].numeral.end, hit.numeral.start, piece.source.lower
    if (
        end - start > REACH
        or _END.search(piece.source.text, start, end)
        or PARTS.search(lower, start, end)
        or leaves_bracket(lower, row[0].numeral.start, start, end)
    ):
        return False
    words = lower[start:end]
    if _NEXT_ONE.fullmatch(words) and row[-1].target.quantity.unit.same_dimension(hit.target.quantity.unit):
        return False  # "nâng tổng số từ 20 xã lên 24 xã; có 6 xã …"
    words = _CLASS.sub(lambda found: "" if found["all"] else found[0].strip("0123456789"), words)
    for time in reversed(list(times_in(words))):
        words = f"{words[: time.start]},{words[time.end :]}"
    if _DIGIT.search(words):  # a number that was not read
        return False
    words = without_flows(words)
    if len(row) == 1:
        tail, sign, rest = _first(words)
        own, named = set(_WORD.findall(tail)), set(_WORD.findall(rest)) - _FUNCTION
        first = row[0].target
        label = first.quantity.unit.label.lower()
        counted = set(_WORD.findall(label))
        if (
            label not in rest
            and counts_alike(hit.target.quantity.unit, first.quantity.unit)
            and len(counted & named) == 1
        ):
            counted, label = counted & named, ""  # "bổ sung 20 giường bệnh, đưa tổng số giường lên …"
        alike, is_change = own | counted <= named | _FUNCTION, first.change is not Change.LEVEL
        if named and is_change and not alike:
            return False  # "giảm 30 hộ nghèo ở nông thôn, đưa số hộ nghèo toàn tỉnh …"
        known |= own
        if alike and label in rest and (is_change or told_change(lower, row[0]) is not None):
            known |= named  # "bổ sung 20 giường bệnh, đưa số giường bệnh toàn tỉnh …"
        words = sign + rest
    return set(_WORD.findall(words)) <= known | _FUNCTION


def names_nothing_new(words: str, known: str) -> bool:
    """Whether words name nothing but what others name: words of time, of change and of counting name nothing.

    Args:
        words: the words, in small letters.
        known: the others.
    """
    return set(_WORD.findall(words)) <= set(_WORD.findall(known.lower())) | _FUNCTION


def leaves_bracket(lower: str, first: int, start: int, end: int) -> bool:
    """Whether a bracket closes that names what the amounts in it are of: what stands behind it is of what stands ahead of it.

    ``Thu 500 tỷ đồng (thu nội địa 400 tỷ đồng, thu khác 100 tỷ đồng), tăng 8%``.

    Args:
        lower: the text.
        first: where the first of the amounts begins.
        start: where the words between the last of them and another one begin.
        end: where they end.
    """
    _, opens, named = text_before(lower, first, _LONGEST_BRACKET).rpartition("(")
    inside, closes, _ = lower[start:end].partition(")")
    if not opens or ")" in named or not closes or "(" in inside:
        return False
    return bool(set(_WORD.findall(named)) - _FUNCTION)


def _first(words: str) -> tuple[str, str, str]:
    sign = _LIFTS.search(words) or _SIGNS.search(words)
    return (words, "", "") if sign is None else (words[: sign.start()], sign.group(), words[sign.end() :])
