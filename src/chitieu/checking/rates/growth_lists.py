"""Growth of a whole with that of its parts as a text names them one behind the other, wherever it does.

*GRDP tăng 9,2%; trong đó khu vực I tăng 3,1%, …* stands in indicator lines, and as well in the part on results, in tasks and
in scenarios by quarters. Here it is found in the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.identity_arithmetic import between_result
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.nouns import without_time
from chitieu.checking.parts.partitions import partition_of
from chitieu.checking.rates.told_rates import is_known, is_percentage, told_claim
from chitieu.checking.texts.passages import REACH, Passage
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, behind_last, items_before, items_behind, text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import UnitKind

__all__ = ["growth_of_lists"]

_MOST_PARTS = 8
_Part = tuple[str, TargetHit]
"""A part of a whole: its name and its amount."""
_GROWS = re.compile(
    r"(?<!\w)(?:nhích(?: nhẹ)?(?: lên)?$|vọt lên$|tăng trưởng|tốc độ tăng|mức tăng|nhịp tăng|chỉ số (?:giá|sản xuất|phát triển))(?!\w)"
)
_MEASURE = re.compile(
    r"(?<!\w)(?:grdp|tổng sản phẩm|kinh tế|giá trị (?:sản xuất|tăng thêm|gia tăng)|gtsx|gtgt|va|chỉ số sản xuất|iip|khu vực|ngành|sản lượng|vốn|kim ngạch"
    r"|khách|lượt khách|tổng mức|doanh thu)(?!\w)"
)
"""Names of wholes whose parts may follow without a word for them."""
_SOME = re.compile(r"(?<!\w)(?:(?<!so )với|trong đó|trong số đó|cụ thể|theo khu vực|chia theo)(?!\w)|:|\(")
_ALL = re.compile(r"(?<!\w)(?:gồm|bao gồm|chia ra)(?!\w)")
_NO_GROWTH = re.compile(
    r"(?<!\w)(?:chiếm|tỷ trọng|tỉ trọng|cơ cấu|đóng góp|đóng vai trò|tỷ lệ|tỉ lệ|bằng|đạt tỷ lệ|vượt|giải ngân|điểm)(?!\w)"
)
"""Words before a percentage that is no growth."""
_NO_MEAN = re.compile(r"(?<!\w)(?:chiếm|tỷ trọng|tỉ trọng|cơ cấu|đóng góp|tăng|giảm|so với|vượt|bằng)(?!\w)")
"""Words before an amount that is no rate of the same sort as that of the whole."""
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:so với|cùng kỳ|kế hoạch|dự toán|bình quân|(?:năm|tháng) [0-9]{1,4}|quý|lũy kế|tháng|cả năm|6 tháng|9 tháng)(?!\w)"
)
"""Words of a part that give it another time than its whole."""
_AGAINST_PLAN = re.compile(r"[^;,.()0-9]{0,20}(?<!\w)(?:dự toán|kế hoạch|nghị quyết|chỉ tiêu|mục tiêu)(?!\w)")
_LEADS_ON = r"(?:[Cc]ụ thể|[Tt]rong đó|[Bb]ao gồm|[Gg]ồm|[Cc]hia ra|[Tt]heo đó)(?!\w)"
_SENTENCE = re.compile(rf"\.(?=\s)(?! {_LEADS_ON})|\n\s*\n|[|]|\n\s*[IVX]{{1,4}}[.)]\s")
_MARK = r"(?:[-+*•]|\(?(?:[0-9]{1,2}|[a-zđ])[.)])"
_ITEM = re.compile(rf"\n\s*({_MARK})\s")
_OPENED = re.compile(rf"\n\s*{_MARK}\s+{_LEADS_ON}")
_NAME = re.compile(
    rf"[;|]|[.:](?=\s)|^\s*{_MARK}(?=\s)|(?<!\w)(?:trong đó|trong số đó|cụ thể|bao gồm|gồm|chia ra)(?!\w)",
    re.MULTILINE,
)
"""Where a name begins; a dash amid a line is one of the name: *công nghiệp - xây dựng*."""
_SETTING = re.compile(r"\s*(?:%\s?)?(?:so|với|cùng kỳ)(?: |,)[^,;.:()]{0,60},\s*")
"""What stands behind an amount, or ahead of all, that is of the whole statement: *so với năm trước,*."""


def growth_of_lists(passage: Passage, known: Ranges) -> Iterator[IdentityResult]:
    """Yield the growths of a text with those of all their parts.

    Args:
        passage: the text with its amounts.
        known: where the wholes stand that were looked at already.

    >>> from chitieu.checking.texts.pieces import Piece
    >>> from chitieu.checking.texts.places import Ranges
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
        changes = whole.target.change is not Change.LEVEL or _GROWS.search(name.lower()) is not None
        grows = changes and is_percentage(whole.target)
        if not grows and not _is_mean(whole):
            continue
        if is_known(piece, whole, known):
            continue
        parts = _parts(piece, name, whole, items_behind(hits, at, 2 * _MOST_PARTS), grows=grows)
        if not parts and grows:
            name, parts = _parts_ahead(piece, whole, items_before(hits, at, _MOST_PARTS))
        result = between_result(None, told_claim(piece, name, whole), parts) if parts else None
        if result is not None and (grows or result.holds or not _make_up(whole, parts)):
            yield result


def _is_mean(hit: TargetHit) -> bool:
    """Whether an amount may be a rate of all, so that it is a mean of the rates of its groups."""
    target, unit = hit.target, hit.target.quantity.unit
    rate = unit.kind is UnitKind.RATIO or _for_each(hit)
    return rate and target.change is Change.LEVEL and target.is_single


def _for_each(hit: TargetHit) -> bool:
    """Whether an amount is so much for each, so that it is a mean however what it is of is divided."""
    unit = hit.target.quantity.unit
    return unit.kind is UnitKind.AGE or "/" in without_time(unit.label)


def _is_like(whole: TargetHit, hit: TargetHit) -> bool:
    same = hit.target.quantity.unit.same_dimension(whole.target.quantity.unit)
    return same and hit.target.change is Change.LEVEL and hit.target.total is None


def _make_up(whole: TargetHit, parts: Sequence[Claim]) -> bool:
    """Whether rates are shares of that of all, or of one whole: together they are about it."""
    total = sum((part.target.quantity.amount for part in parts), Fraction(0))
    return any(abs(total - one) <= one / 20 for one in (whole.target.quantity.amount, Fraction(1)))


def _name_of(piece: Piece, hit: TargetHit) -> str:
    """Return the words before an amount, back to where another statement ends."""
    near = text_before(piece.source.text, hit.name_end, REACH)
    return " ".join(behind_last(_NAME, near).split())


def _parts(piece: Piece, name: str, whole: TargetHit, hits: Sequence[TargetHit], *, grows: bool) -> list[Claim]:
    """Return the growths, or the rates, behind that of a whole, if they are those of all its parts."""
    source = piece.source
    if _AGAINST_PLAN.match(source.lower, whole.numeral.end):
        return []
    cue, done = "", whole.numeral.end
    found: list[_Part] = []
    signs = set[str]()
    for hit in hits:
        between, words = source.text[done : hit.numeral.start], source.lower[done : hit.numeral.start]
        items = [_sort(mark) for mark in _ITEM.findall(between)]
        signs.update(items)
        unmarked = _ITEM.sub("\n", between)
        if len(between) > 2 * REACH or _SENTENCE.search(unmarked) or len(signs) > 1:
            break
        if not items and _NEW_STATEMENT.search(between):
            break
        if not found and _ASIDE.match(unmarked):
            break  # the whole itself stands in brackets, its parts do not
        aside = not grows or _OTHER_TIME_ASIDE.search(words) is not None
        if not found and aside and _ENDS_BRACKET.match(source.lower, hit.end):
            continue  # of another time
        words = _BRANCHES.sub("", words) if found else words
        fits = is_percentage(hit.target) if grows else _is_like(whole, hit)
        branch = found and _is_branch(source.text[done : hit.name_end])
        if not fits or branch or (_NO_GROWTH if grows else _NO_MEAN).search(behind_last(_LAST, words)):
            continue  # what a part comes to, its share: its growth may stand behind
        if not found:
            opened = not items or _OPENED.search(words)
            cue = words if opened else words.partition("\n")[0]  # a list that nothing opens is led to by nothing
            cue = cue if grows else f"{source.lower[whole.start : whole.numeral.start].strip()} {cue}"
            words = _SETTING.sub("", words)
        found.append((_own_name(words), hit))
        done = hit.numeral.end
    return [] if _SHARES.search(cue) else _all_of(piece, name, cue, found, grows=grows)


def _sort(mark: str) -> str:
    """Return what the marks of one list have in common: a sign is always the same, numbers and letters go on."""
    label = mark.strip("(.)")
    return "number" if label.isdecimal() else "letter" if label.isalpha() else label


def _is_branch(ahead: str) -> bool:
    """Whether words stand in a bracket that names what the part before it is made up of: *(riêng công nghiệp tăng 12%)*."""
    opened = ahead.rfind("(")
    return opened > ahead.rfind(")") and _WORDS.search(ahead, opened) is not None


_BRANCHES = re.compile(r"\([^()]*\)")
_WORDS = re.compile(r"[^\W\d_]{2}")


def _own_name(words: str) -> str:
    return behind_last(_NAME, words.rstrip(" :")).strip(" ,;-+")


def _parts_ahead(piece: Piece, whole: TargetHit, hits: Sequence[TargetHit]) -> tuple[str, list[Claim]]:
    """Return the name of a whole and the growths ahead of it, where it is told behind all of them: *…, đưa GRDP tăng 9%*."""
    source = piece.source
    found: list[TargetHit] = []
    for after, hit in pairwise((whole, *reversed(hits))):
        between = source.text[hit.numeral.end : after.numeral.start]
        if _SENTENCE.search(between) or "\n" in between or not is_percentage(hit.target):
            break
        found.insert(0, hit)
    if not found:
        return "", []
    done = found[-1].numeral.end
    led = _LED_TO.search(source.flat, done, whole.name_end)
    if led is None or _OTHER_BASIS.search(source.lower, done, whole.numeral.end + _BASIS):
        return "", []
    name = led["name"].strip(" ,;:")
    cue = ":" if _OF_ALL.search(source.lower, done, whole.name_end) else ""
    opening = _SETTING.sub("", _own_name(text_before(source.lower, found[0].numeral.start, REACH)))
    names = [opening, *(_own_name(source.lower[one.numeral.end : hit.numeral.start]) for one, hit in pairwise(found))]
    listed = list(zip(names, found, strict=True))
    for some in (listed[first:] for first in range(len(listed) - 1)):
        parts = _all_of(piece, name, cue, some, grows=True)
        if len(parts) == len(some):
            return name, parts
    return "", []


_BASIS = 24
_OTHER_BASIS = re.compile(
    r"(?<!\w)(?:quy mô|giá (?:hiện hành|thực tế)|bình quân (?:đầu người|mỗi)|năng suất|thu nhập)(?!\w)"
)
"""Words of a growth that is not the one its parts make: of amounts at current prices, of an amount per head."""
_OF_ALL = re.compile(r"(?<!\w)(?:tính chung|chung)(?!\w)")
_LED_TO = re.compile(
    r"[;,]?\s?(?:(?:qua đó|từ đó|nhờ đó|do đó|theo đó|góp phần|để|nhằm|tính chung|chung lại|làm cho|giúp|bảo đảm|đảm bảo|phấn đấu)\s)*"
    r"(?:(?:đưa|nâng|kéo|giữ|làm cho|làm|giúp|bảo đảm|đảm bảo|tính chung|chung)(?!\w)|(?=(?:cả năm|toàn tỉnh|tổng chung|tốc độ|tăng trưởng|grdp)(?!\w)))(?P<name>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""Words between the last of the parts and the whole they lead to."""


_ASIDE = re.compile(r"[^(]*\)")
_ENDS_BRACKET = re.compile(r"[^;,()]{0,60}\)")
_LAST = re.compile(r"[;,:(]")
_OTHER_TIME_ASIDE = re.compile(
    r"^[^;.:(]{0,30}\([^)]*(?<!\w)(?:năm|tháng|quý|cùng kỳ|kế hoạch|mục tiêu|nghị quyết)(?!\w)[^)]*$"
)
_SHARES = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng|đóng góp)(?!\w)")


_NEW_STATEMENT = re.compile(r"\n\s*[A-ZĐÀ-Ỹ]")


def _all_of(piece: Piece, name: str, cue: str, found: Sequence[_Part], *, grows: bool) -> list[Claim]:
    """Return the parts that are all there is of a whole, the longest row of them; none if they are not."""
    led = any(one.search(cue) for one in (_SOME, _ALL))
    measured = _MEASURE.search(name.lower()) is not None
    found = found[:_MOST_PARTS]
    for size in range(len(found), 1, -1):
        names = [words for words, _ in found[:size]]
        hits = [hit for _, hit in found[:size]]
        same = len({hit.target.change is Change.LEVEL for hit in hits}) == 1
        planned = any(_AGAINST_PLAN.match(piece.source.lower, hit.numeral.end) for hit in hits)
        if planned or not same or any(map(_OTHER_TIME.search, names)):
            continue
        known = partition_of(name, names, rates=True)
        if grows:
            listed = size == len(found) and all(names) and (_ALL_OF.search(cue) or _OTHERS.search(names[-1]))
            own = known is not None and not known.has(name) and (measured or known.whole is not None)
            told = own or (led and known is not None) or (listed and (led or measured))
        else:
            mean = known is not None and (known.means or _for_each(hits[0]))
            told = mean and (led or _OF_ALL.search(f"{name.lower()} {cue}") is not None)
        if told:
            return [told_claim(piece, words, hit) for words, hit in found[:size]]
    return []


_ALL_OF = re.compile(r"^(?!.*(?:trong đó|riêng|nhất là|một số)).*(?<!\w)(?:gồm|bao gồm|chia ra)(?!\w)", re.DOTALL)
_OTHERS = re.compile(r"^(?:\w+[ ,]+){1,5}khác (?:tăng|giảm|ước tăng|ước giảm)$")
"""The last part is what is left: *dịch vụ khác*."""
