"""The amounts of a list that words open: those of the sort of their whole, as long as one sign divides them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chitieu.checking.named_amounts.nouns import is_cut_across, names_itself
from chitieu.checking.parts.bare_parts import bare_parts
from chitieu.checking.parts.complete_parts import Cue
from chitieu.checking.parts.part_amounts import is_named_with, same_sort
from chitieu.checking.parts.part_leads import Lead, blank
from chitieu.checking.parts.partitions import partition_of
from chitieu.checking.parts.slips import comes_to
from chitieu.checking.texts.passages import REACH
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import text_before
from chitieu.targets.reader import TargetHit
from chitieu.targets.target import Change
from chitieu.units import UnitKind

__all__ = ["parts_behind"]

_WIDEST = 800
_CLOSED_BY_WORDS = re.compile(
    r"[)|]|(?<!\w)(?:trong đó|(?:trong|trên) (?:tổng số|số)|hết (?:quý|tháng|ngày|năm|[0-9]{1,2} tháng)|gồm|bao gồm|tương đương|lũy kế|so với|(?:cao|thấp|nhiều|ít|lớn|nhỏ) hơn|bằng(?! (?:cấp|nguồn|vốn|ngân sách|kinh phí|tiền)(?!\w))|tăng|giảm(?! nghèo)|đã|còn lại|(?<=[,;] )giao(?! thông| thương| dịch| lưu)|giao(?=\s*$)|phấn đấu|dự toán|ước|thực hiện(?! (?!(?:cả |ước )?năm|đạt|được|là|quý|đến|đầu|tháng)[^\W\d_])|vượt|năm [0-9]{4})(?!\w)"
)
_CLOSED = re.compile(rf"[.](?=\s|$)|{_CLOSED_BY_WORDS.pattern}")
_REST = re.compile(
    r"[^;,.:()|0-9]{0,60}(?P<sign>[,;])\s(?:và\s)?(?:(?!(?:đã|đang|chưa)\s)[^\W\d_]+\s){0,4}?còn lại(?!\w)(?!\s(?:chưa|phải|đang))"
)
"""What leads to the last of the parts: *ngân sách tỉnh 20 tỷ đồng, còn lại 25 tỷ đồng xã hội hóa*."""
_SENTENCES = re.compile(r"\.(?=\s)")
_BRACKET = re.compile(r"\([^()]*\)")
_SEPARATOR = re.compile(r";|,(?=\s)|\s(?:và|-|\+)\s")
_CLAUSE = re.compile(r";|[,.()|](?=\s|$)|$")
_OF_TIME = frozenset({"tháng", "tuổi", "năm", "ngày", "tuần"})


_LISTED = (UnitKind.COUNT, UnitKind.MONEY, UnitKind.MEASURE)


def parts_behind(piece: Piece, lead: Lead, hits: Sequence[TargetHit]) -> tuple[TargetHit, ...]:
    """Return the amounts of the list that some words open; none where it is none.

    Args:
        piece: the text.
        lead: the words.
        hits: the amounts behind them.
    """
    if lead.whole.target.quantity.unit.kind in _LISTED and (bare := bare_parts(piece, lead.whole, lead.start)):
        return bare
    return _lines(piece, lead, hits) or _own(lead, _in_a_row(piece, lead, hits))


def _in_a_row(piece: Piece, lead: Lead, hits: Sequence[TargetHit]) -> list[TargetHit]:
    """Return the amounts of the whole's sort that follow it, as long as one separator joins them; brackets are asides."""
    whole, begin = lead.whole, lead.start
    window = _BRACKET.sub(blank, lead.lower[begin : whole.start + _WIDEST])
    closed, separator = (_CLOSED_BY_WORDS, _SENTENCES) if lead.sentence else (_CLOSED, _SEPARATOR)
    done, first, found = begin, "", list[TargetHit]()
    for hit in hits:
        at = hit.numeral.start - begin
        if window[at : hit.numeral.end - begin].isspace():  # in a bracket
            continue
        if _is_of_a_name(lead, hit, done if found else None, window[hit.end - begin :]):
            continue
        words = window[done - begin : at]
        between, is_rest = _between(whole, hit, _ALREADY.sub("", words) if lead.alone else words, found)
        if _ends(piece, done, hit.numeral.start) or closed.search(between):
            break
        if hit.end - whole.start > _WIDEST:
            return found if lead.cue is Cue.SOME else []  # the list may go on
        signs = [sign.group().strip() for sign in separator.finditer(between)]
        first = first or (signs[0] if found and signs else "")
        if not _goes_on(lead, found, hit, signs, first):
            break
        if same_sort(whole, hit) or is_named_with(lead.lower[whole.end : begin], hit):
            found.append(hit)
            done = hit.end
            if is_rest:
                break
        elif hit.target.quantity.unit.label not in _OF_TIME:  # "sơ cấp và dưới 3 tháng 7.500 người"
            another = ";" in signs and lead.cue is Cue.SOME
            closes = _goes_with(whole, hit) or _OF_WHAT.search(between) is not None
            return found if another or (len(found) > 1 and closes) else []
    return found


_ALREADY = re.compile(r"(?<!\w)đã(?:\s(?:có|đạt|là|lên|tới|hơn|trên|gần)){0,2}\s$")
"""Ahead of the one part that makes much of a whole: *chỉ tính riêng cá tra đã 16.200 tấn*."""


def _between(whole: TargetHit, part: TargetHit, words: str, found: Sequence[TargetHit]) -> tuple[str, bool]:
    """Return the words before a part, and whether it is what is left behind those found.

    *Tăng* says nothing of a part of so much more: *tăng 900 người, gồm tăng tự nhiên 700 người*.
    """
    changed = whole.target.change is not Change.LEVEL and part.target.change is whole.target.change
    words = _CHANGES.sub("", words) if changed else words
    rest = _REST.match(words) if found else None
    return (words, False) if rest is None else (f"{rest['sign']} {words[rest.end() :]}", True)


_CHANGES = re.compile(r"(?<!\w)(?:tăng|giảm)(?!\w)")


def _is_of_a_name(lead: Lead, hit: TargetHit, done: int | None, behind: str) -> bool:
    """Whether a count of other things says what a part is of: *18 phường 120 trạm*, *120 trạm tại 18 phường*.

    Args:
        lead: the words that open the list.
        hit: the count.
        done: where the part before it ends; None where there is none yet.
        behind: the text behind the count.
    """
    unit = lead.whole.target.quantity.unit
    if (
        hit.target.quantity.unit.kind is not UnitKind.COUNT
        or hit.target.total is not None
        or same_sort(lead.whole, hit)
    ):
        return False
    if done is not None and _NO_SIGN.fullmatch(lead.lower, done, hit.numeral.start):
        return True
    noun = unit.label.split(",")[0].lower()
    return re.match(rf"{_NO_SIGN.pattern}[0-9][0-9.,]*\s{re.escape(noun)}(?!\w)", behind) is not None


def _goes_with(whole: TargetHit, hit: TargetHit) -> bool:
    """Whether an amount behind the parts is what they cost or make together: *…, tổng kinh phí 30,9 tỷ đồng*, *…, đạt 100%*."""
    kind, other = whole.target.quantity.unit.kind, hit.target.quantity.unit.kind
    return kind is not other and not {kind, other}.isdisjoint((UnitKind.MONEY, UnitKind.RATIO))


_OF_WHAT = re.compile(r",\s(?:của|từ|do|thuộc|tại|ở|trên địa bàn)\s[^;.,:()|0-9]{0,30}$")
"""What says behind a list where all of it is, or whose: *…, của 160 chủ thể*."""
_NO_SIGN = re.compile(r"[^;:.,()|0-9]{1,40}")


def _goes_on(lead: Lead, found: Sequence[TargetHit], hit: TargetHit, signs: Sequence[str], first: str) -> bool:
    """Whether what stands behind some signs still belongs to a list whose first sign is known."""
    if not found:
        return ";" not in signs
    return bool(signs) and not (";" in signs and (first != ";" or _is_other(lead, found, hit)))


def _own(lead: Lead, found: Sequence[TargetHit]) -> tuple[TargetHit, ...]:
    """Leave out the amounts that may overlap others, unless all of them come to the whole."""
    starts = (lead.start, *(hit.end for hit in found))
    noun = lead.whole.target.quantity.unit.label.lower()
    said = [
        (_said_of(lead.lower, start, hit).replace(noun, ""), hit) for start, hit in zip(starts, found, strict=False)
    ]
    together = " ".join(words for words, _ in said)
    across = [hit for words, hit in said if is_cut_across(words, together)]
    whole, sizes = lead.whole.target.quantity, [hit.target.quantity for hit in found]
    name = f"{text_before(lead.lower, lead.whole.start, REACH)}{lead.lower[lead.whole.start : lead.start]}"
    led = across and lead.cue is not Cue.BESIDE  # "lực lượng lao động …, trong đó có việc làm …, thất nghiệp …"
    divided = led and partition_of(name, [words for words, _ in said]) is not None
    if divided or (across and len(across) < len(found) and comes_to(whole, sizes)):
        return tuple(found)
    over = [hit for hit in across if hit.target.quantity.amount > whole.amount]
    return tuple(over[:1] or (hit for hit in found if hit not in across))


def _is_other(lead: Lead, found: Sequence[TargetHit], hit: TargetHit) -> bool:
    """Whether what stands behind a semicolon is another indicator: it says what is measured, or is more than the whole."""
    if lead.colon:
        return False
    first = lead.lower[lead.start : found[0].numeral.start]
    name = lead.lower[found[-1].end : hit.numeral.start].rpartition(";")[2]
    sizes = [one.target.quantity.amount for one in (lead.whole, hit)]
    return names_itself(name, first) or (lead.cue is Cue.SOME and sizes[1] > sizes[0])


def _said_of(lower: str, start: int, hit: TargetHit) -> str:
    """Return the words of a part: those before its amount, and those behind it up to the next sign."""
    end = _CLAUSE.search(lower, hit.end, hit.end + REACH)
    return lower[start : min(end.end() if end else hit.end, hit.end + REACH)]


def _ends(piece: Piece, start: int, end: int) -> bool:
    """Whether a list item or another line of a list begins between two places, or they are too far apart."""
    return end - start > REACH or _LINE.search(piece.source.text, start, end) is not None


_LINE = re.compile(r"\n\s*(?:[-+*•|]|[0-9a-zđ]{1,2}[.)])\s")


def _lines(piece: Piece, lead: Lead, hits: Sequence[TargetHit]) -> tuple[TargetHit, ...]:
    """Return the first amount of each item of a list that a colon opens, where all are of the whole's sort.

    An item may hold several side by side: *c) Trả lãi vay 14 tỷ đồng; dự phòng 860 tỷ đồng*.
    """
    text, done, divided = piece.source.text, lead.start, False
    first = _ITEM.match(text, done)
    if lead.cue is Cue.BRACKET or first is None or not lead.colon:
        return ()
    mark = _sort(first[1])
    if mark != first[1] and _FIRST.fullmatch(first[1]) is None:
        return ()
    found: list[TargetHit] = []
    for hit in hits:
        if hit.numeral.start - done > REACH:
            return () if _has_item(text, done, mark) else tuple(found)
        between, done = text[done : hit.numeral.start], hit.end
        items = _ITEM.findall(between)
        own = [item for item in items if _sort(item) == mark]
        if found and not own and (not items or mark != first[1]):
            if _OTHER_ITEM.search(between):
                break
            divided = divided or bool(items) or _DIVIDES.search(between.lower()) is not None
            if not divided and _BESIDE.fullmatch(between) and same_sort(lead.whole, hit):
                found.append(hit)
            continue  # a second amount of an item, "tăng 5%", or one of the list below it
        if [_sort(item) for item in items] != [mark] or _OTHER_ITEM.search(between) or not same_sort(lead.whole, hit):
            break
        found.append(hit)
        divided = False
    return tuple(found)


_DIVIDES = re.compile(r"(?<!\w)(?:trong đó|gồm|bao gồm|riêng|cụ thể|chia ra|so với|tăng|giảm)(?!\w)|:|\([^)]*$")
"""Words by which what stands behind is of the amount ahead of it."""
_BESIDE = re.compile(r"(?:\s?\([^()\n]*\))?\s?;\s(?:và\s)?[^;()\n|]*")


def _has_item(text: str, start: int, mark: str) -> bool:
    """Whether a list goes on behind a place, with an item that has no amount near its beginning."""
    item = _ITEM.search(text, start, start + _WIDEST)
    return item is not None and _sort(item[1]) == mark and not _OTHER_ITEM.search(text, start, item.start() + 1)


_ITEM = re.compile(r"\n\s*([-+*•]|\(?(?:[a-zđ]|[0-9]{1,2})\)|[a-zđ]\.)\s")
_FIRST = re.compile(r"\(?[a1]\)|a\.")
_OTHER_ITEM = re.compile(r"\n\s*\n|\n\s*(?:[0-9]{1,2}\.|[IVX]{1,4}[.)])")
_COUNTER = re.compile(r"[a-zđ]|[0-9]{1,2}")


def _sort(mark: str) -> str:
    """Return how items are marked, whatever the letter or number is: *b)* as *#)*."""
    return _COUNTER.sub("#", mark)
