"""Growth of a whole on one line, that of its branches on the next: *(1) Giá trị sản xuất toàn ngành tăng 6%.* *(2) Mức tăng theo lĩnh vực: …*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.identity_arithmetic import between_result
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rates.told_rates import is_known, is_percentage, told_claim
from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change

__all__ = ["growth_of_branch_lines"]

_MARKER = r"[ \t]*(?:[-+*•]|\(?[0-9a-zđ]{1,2}(?:\.[0-9]{1,2})*[.)])?[ \t]*"
_LINES = re.compile(
    rf"^(?P<whole>.*)\n{_MARKER}(?:mức tăng|tốc độ tăng|tăng trưởng|tốc độ phát triển)(?: trưởng)?(?: cụ thể)?"
    r" (?:theo|của|từng|theo từng|của các|theo các) (?:lĩnh vực|ngành|khu vực|tiểu ngành|nhóm ngành|nhóm)(?: như sau)?:[ \t](?P<parts>.*)",
    re.MULTILINE | re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"{_MARKER}(?:phấn đấu |tốc độ tăng(?: trưởng)? |tăng trưởng )*(?:của )?"
    r"(?:grdp|tổng sản phẩm|giá trị (?:sản xuất|tăng thêm|gia tăng)|gtsx|toàn ngành|kinh tế|chỉ số sản xuất|doanh thu|tổng mức)(?!\w)[^;|\n]*$"
)
_OPENS = re.compile(rf"^{_MARKER}")
_OTHER_BASIS = re.compile(r"(?<!\w)(?:hiện hành|bình quân|cơ cấu|đóng góp|dự toán|trong đó|riêng)(?!\w)")


def growth_of_branch_lines(passage: Passage, known: Ranges) -> Iterator[IdentityResult]:
    """Yield the growths of a whole with those of its branches, listed on a line of their own right below.

    Args:
        passage: a text with its amounts.
        known: where the wholes stand that were looked at already.
    """
    piece, hits = passage
    for lines in _LINES.finditer(piece.source.text):
        line = lines["whole"].lower().strip(" ;.")
        parts = _within(hits, *lines.span("parts"))
        match _within(hits, *lines.span("whole")):
            case [whole] if _WHOLE.match(line) and not _OTHER_BASIS.search(line) and not is_known(piece, whole, known):
                if len(parts) > 1 and all(map(_grows, (whole, *parts))):
                    claim = _claim(piece, lines.start("whole"), whole)
                    result = between_result(None, claim, _claims(piece, lines.start("parts"), parts))
                    if result is not None:
                        yield result


def _within(hits: Sequence[TargetHit], start: int, end: int) -> list[TargetHit]:
    return [hit for hit in hits if start <= hit.numeral.start < end]


def _grows(hit: TargetHit) -> bool:
    return hit.target.change is Change.INCREASE and is_percentage(hit.target)


def _claims(piece: Piece, start: int, parts: Sequence[TargetHit]) -> list[Claim]:
    """Return the growths of a list, each with the words ahead of it."""
    starts = [start, *(hit.end for hit in parts)]
    return [_claim(piece, begin, hit) for begin, hit in zip(starts, parts, strict=False)]


def _claim(piece: Piece, start: int, hit: TargetHit) -> Claim:
    return told_claim(piece, _OPENS.sub("", piece.source.clean(start, hit.name_end)).strip(" ;,."), hit)
