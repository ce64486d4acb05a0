"""Growth of a whole with that of its parts as a text names them one behind the other, wherever it does.

*GRDP tăng 9,2%; trong đó khu vực I tăng 3,1%, …* stands in indicator lines, and as well in the part on results, in tasks and
in scenarios by quarters. Here it is found in the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.checking.claims import Claim
from chitieu.checking.identities import IdentityResult
from chitieu.checking.identity_arithmetic import between_result
from chitieu.checking.partitions import partition_of
from chitieu.checking.passages import REACH, Passage
from chitieu.checking.pieces import Piece
from chitieu.checking.places import Ranges
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.text import Span

__all__ = ["growth_of_lists"]

_MOST_PARTS = 8
_GROWS = re.compile(r"(?<!\w)(?:tăng trưởng|tốc độ tăng|mức tăng|nhịp tăng)(?!\w)")
_MEASURE = re.compile(
    r"(?<!\w)(?:grdp|tổng sản phẩm|kinh tế|giá trị (?:sản xuất|tăng thêm|gia tăng)|gtsx|gtgt|va|chỉ số sản xuất|iip|khu vực|ngành|sản lượng|vốn|kim ngạch"
    r"|khách|lượt khách|tổng mức|doanh thu)(?!\w)"
)
"""Names of wholes whose parts may follow without a word for them."""
_SOME = re.compile(r"(?<!\w)(?:trong đó|trong số đó|cụ thể|theo khu vực|chia theo)(?!\w)|:|\(")
_ALL = re.compile(r"(?<!\w)(?:gồm|bao gồm|chia ra)(?!\w)")
_NO_GROWTH = re.compile(
    r"(?<!\w)(?:chiếm|tỷ trọng|tỉ trọng|cơ cấu|đóng góp|đóng vai trò|tỷ lệ|tỉ lệ|bằng|đạt tỷ lệ|vượt|giải ngân|điểm)(?!\w)"
)
"""Words before a percentage that is no growth."""
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:so với|cùng kỳ|kế hoạch|dự toán|bình quân|(?:năm|tháng) [0-9]{1,4}|quý|lũy kế|tháng|cả năm|6 tháng|9 tháng)(?!\w)"
)
"""Words of a part that give it another time than its whole."""
_AGAINST_PLAN = re.compile(r"[^;,.()0-9]{0,20}(?<!\w)(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu)(?!\w)")
_SENTENCE = re.compile(r"\.(?=\s)|\n\s*\n|[|]|\n\s*(?:[0-9]{1,2}|[a-zđ]|[IVX]{1,4})[.)]\s")
_ITEM = re.compile(r"\n\s*(?P<sign>[-+*•])\s")
_NAME = re.compile(r"[;|]|[.:](?=\s)|(?:^|\s)[-+*•](?=\s)|(?<!\w)(?:trong đó|trong số đó|cụ thể|bao gồm|gồm)(?!\w)")


def growth_of_lists(passage: Passage, known: Ranges) -> Iterator[IdentityResult]:
    """Yield the growths of a text with those of all their parts.

    Args:
        passage: the text with its amounts.
        known: where the wholes stand that were looked at already.

    >>> from chitieu.checking.pieces import Piece
    >>> from chitieu.checking.places import Ranges
    >>> from chitieu.targets.reader import scan_targets
    >>> from chitieu.text import SourceText
    >>> text = SourceText("GRDP quý I tăng 9,9%; trong đó khu vực I tăng 3%, khu vực II tăng 8%, khu vực III tăng 7%.")
    >>> passage = Piece(text, placed=True), tuple(scan_targets(text)[0])
    >>> print(*growth_of_lists(passage, Ranges.of([])))
    GRDP quý I: 3 ≤ 9,9 ≤ 8: does not hold
    """
    piece, hits = passage
    for at, whole in enumerate(hits):
        name = _name_of(piece, whole)
        if not _is_growth(whole) or (whole.target.change is Change.LEVEL and not _GROWS.search(name.lower())):
            continue
        if piece.placed and piece.source.span(whole.numeral.start, whole.numeral.end).start in known:
            continue
        parts = _parts(piece, name, whole, hits[at + 1 : at + 1 + 2 * _MOST_PARTS])
        result = between_result(None, _claim(piece, name, whole), parts) if parts else None
        if result is not None:
            yield result


def _is_growth(hit: TargetHit) -> bool:
    """Whether an amount may be a growth in percent."""
    target = hit.target
    return target.quantity.unit.label in ("%", "%/năm") and target.total is None


def _name_of(piece: Piece, hit: TargetHit) -> str:
    """Return the words before an amount, back to where another statement ends."""
    near = piece.source.flat[max(0, hit.name_end - REACH) : hit.name_end]
    return _NAME.split(near)[-1].strip()


def _parts(piece: Piece, name: str, whole: TargetHit, hits: Sequence[TargetHit]) -> list[Claim]:
    """Return the growths behind that of a whole, if they are those of all its parts."""
    source = piece.source
    if _AGAINST_PLAN.match(source.lower, whole.numeral.end):
        return []
    cue = ""
    found: list[tuple[str, TargetHit]] = []
    done, sign = whole.numeral.end, None
    for hit in hits:
        between = source.text[done : hit.numeral.start]
        if len(between) > 2 * REACH or _ends(between, sign, first=not found):
            break
        items = _ITEM.findall(between)
        sign = sign or (items[0] if items else None)
        words = source.lower[done : hit.numeral.start]
        if not _is_growth(hit) or _NO_GROWTH.search(_LAST.split(words)[-1]):
            continue  # what a part comes to, its share: its growth may stand behind
        if not found:
            cue = words
        found.append((_NAME.split(words.rstrip(" :"))[-1].strip(" ,;-+"), hit))
        done = hit.numeral.end
    return [] if _SHARES.search(cue) else _all_of(piece, name, cue, found)


_LAST = re.compile(r"[;,:(]")
_SHARES = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng|đóng góp)(?!\w)")


def _ends(between: str, sign: str | None, *, first: bool) -> bool:
    """Whether the statement on a whole ends between two amounts; its parts may be the items of a list."""
    if _SENTENCE.search(between):
        return True
    items = _ITEM.findall(between)
    if not items:
        return "\n" in between and _NEW_STATEMENT.search(between) is not None
    return len(set(items)) > 1 or (items[0] != sign if sign else not (first and _OPENS_LIST.search(between)))


_NEW_STATEMENT = re.compile(r"\n\s*[A-ZĐÀ-Ỹ]")
_OPENS_LIST = re.compile(r"(?::|trong đó|gồm)\s*\n")


def _all_of(piece: Piece, name: str, cue: str, found: Sequence[tuple[str, TargetHit]]) -> list[Claim]:
    """Return the parts that are all there is of a whole, the longest row of them; none if they are not."""
    led = _SOME.search(cue) is not None or _ALL.search(cue) is not None
    if not led and not _MEASURE.search(name.lower()):
        return []
    found = found[:_MOST_PARTS]
    for size in range(len(found), 1, -1):
        names = [words for words, _ in found[:size]]
        hits = [hit for _, hit in found[:size]]
        same = len({hit.target.change is Change.LEVEL for hit in hits}) == 1
        if any(_OTHER_TIME.search(words) for words in names) or not same:
            continue
        if any(_AGAINST_PLAN.match(piece.source.lower, hit.numeral.end) for hit in hits):
            continue
        listed = size == len(found) and all(names) and (_ALL_OF.search(cue) or _OTHERS.search(names[-1])) is not None
        known = partition_of(name, names)
        if (known is not None and (led or not known.has(name))) or listed:
            return [_claim(piece, words, hit) for words, hit in found[:size]]
    return []


_ALL_OF = re.compile(r"^(?!.*(?:trong đó|riêng|nhất là|một số)).*(?<!\w)(?:gồm|bao gồm|chia ra)(?!\w)", re.DOTALL)
_OTHERS = re.compile(r"^(?:\w+[ ,]+){1,5}khác (?:tăng|giảm|ước tăng|ước giảm)$")
"""The last part is what is left: *dịch vụ khác*."""


def _claim(piece: Piece, name: str, hit: TargetHit) -> Claim:
    span: Span | None = piece.source.span(hit.numeral.start, hit.numeral.end) if piece.placed else None
    text = piece.source.clean(max(0, hit.name_end - REACH), min(hit.numeral.end + REACH, len(piece.source.flat)))
    return Claim(name or piece.source.clean(hit.start, hit.end), None, hit.target, span=span, piece=text)
