"""Growth of a whole on one line, that of its branches on the next: *(1) Giá trị sản xuất toàn ngành tăng 6%.* *(2) Mức tăng theo lĩnh vực: …*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.identity_arithmetic import between_result
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change

__all__ = ["growth_of_branch_lines"]

_MARKER = r"[ \t]*(?:[-+*•]|\(?[0-9a-zđ]{1,2}(?:\.[0-9]{1,2})*[.)])?[ \t]*"
_BRANCHES = re.compile(
    rf"^{_MARKER}(?:mức tăng|tốc độ tăng|tăng trưởng|tốc độ phát triển)(?: trưởng)?(?: cụ thể)? (?:theo|của|từng|theo từng|của các|theo các)"
    r" (?:lĩnh vực|ngành|khu vực|tiểu ngành|nhóm ngành|nhóm)(?: như sau)?:[ \t]",
    re.MULTILINE,
)
_WHOLE = re.compile(
    rf"{_MARKER}(?:phấn đấu |tốc độ tăng(?: trưởng)? |tăng trưởng )*(?:của )?"
    r"(?:grdp|tổng sản phẩm|giá trị (?:sản xuất|tăng thêm|gia tăng)|gtsx|toàn ngành|kinh tế|chỉ số sản xuất|doanh thu|tổng mức)(?!\w)[^;|\n]*$"
)
_OPENS = re.compile(rf"^{_MARKER}")
_OTHER_BASIS = re.compile(r"(?<!\w)(?:hiện hành|bình quân|cơ cấu|đóng góp|dự toán|trong đó|riêng)(?!\w)")
_RATES = ("%", "%/năm")
_LEAST, _MOST_LINES = 2, 2


def growth_of_branch_lines(passage: Passage, known: Ranges) -> Iterator[IdentityResult]:
    """Yield the growths of a whole with those of its branches, listed on a line of their own right below.

    Args:
        passage: a text with its amounts.
        known: where the wholes stand that were looked at already.
    """
    piece, hits = passage
    text, lower = piece.source.text, piece.source.lower
    for head in _BRANCHES.finditer(text.lower()) if len(text) == len(lower) else ():
        end = _line_end(text, head.end())
        parts = [hit for hit in hits if head.end() <= hit.numeral.start < end]
        above = text.rstrip().rfind("\n", 0, max(0, head.start() - 1)) + 1
        whole = [hit for hit in hits if above <= hit.numeral.start < head.start()]
        line = lower[above : head.start()].strip(" ;.\n")
        if len(parts) < _LEAST or not all(map(_grows, parts)) or len(whole) != 1 or not _grows(whole[0]):
            continue
        if _WHOLE.match(line) is None or _OTHER_BASIS.search(line) or _is_known(piece, whole[0], known):
            continue
        result = between_result(None, _claim(piece, above, whole[0]), _claims(piece, head.end(), parts))
        if result is not None:
            yield result


def _is_known(piece: Piece, hit: TargetHit, known: Ranges) -> bool:
    return piece.placed and piece.source.span(hit.numeral.start, hit.numeral.end).start in known


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _grows(hit: TargetHit) -> bool:
    """Whether an amount is a growth in percent."""
    target = hit.target
    return target.change is Change.INCREASE and target.quantity.unit.label in _RATES and target.total is None


def _claims(piece: Piece, start: int, parts: Sequence[TargetHit]) -> list[Claim]:
    """Return the growths of a list, each with the words ahead of it."""
    starts = [start, *(hit.end for hit in parts)]
    return [_claim(piece, begin, hit) for begin, hit in zip(starts, parts, strict=False)]


def _claim(piece: Piece, start: int, hit: TargetHit) -> Claim:
    name = _OPENS.sub("", piece.source.clean(start, hit.name_end)).strip(" ;,.")
    span = piece.source.span(hit.numeral.start, hit.numeral.end) if piece.placed else None
    return Claim(name, None, hit.target, span=span, piece=piece.source.clean(start, hit.numeral.end))
