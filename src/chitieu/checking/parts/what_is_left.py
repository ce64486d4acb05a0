"""So much done of so much, and what is left: *giải ngân 95 tỷ đồng trên kế hoạch 120 tỷ đồng, còn 25 tỷ đồng chưa giải ngân*, *sửa 14 trong 22 cầu; còn lại 8 cầu*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from chitieu.checking.parts.bare_parts import bare_hit
from chitieu.checking.parts.part_amounts import Group, same_sort, sums_up
from chitieu.checking.parts.slips import comes_to
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import items_before, search_before
from chitieu.numbers.decimals import read_digits
from chitieu.targets.reader import TargetHit

__all__ = ["what_is_left"]

_NUMBER = r"(?<![0-9.,])(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?)(?![0-9]|[.,][0-9]|\s?%)"
_NAME = r"[^;.,()0-9|\n]"
_RATE = r"(?:,?\s\(?(?:(?:tức|bằng|đạt|chiếm|tương đương|là|tỷ lệ)\s)*[0-9.,]{1,6}\s?%\)?)?"
_DONE = r"(?:giải ngân|giải quyết|thực hiện|xử lý|hoàn thành|chi|thanh toán|nghiệm thu|thu|trả|sửa|làm|cấp|lắp|xóa|bàn giao|kiểm tra|thẩm định|di dời|di chuyển|tháo dỡ|thu hồi|cứng hóa|bố trí|sắp xếp)"
_CUE = (
    r"[;,]\s(?:và\s|hiện\s|vẫn\s|số\s|phần\s|vốn\s|hồ sơ\s){0,3}(?P<cue>còn lại\s(?:là\s)?|chưa (?:được )?"
    + _DONE
    + r"\s(?:là\s)?|còn (?:phải|cần) "
    + _DONE
    + r"\s|còn\s|)(?:khoảng\s)?$"
)
"""Before what is left; where no word stands there, one must stand behind it."""
_OF_IT = re.compile(
    rf"(?P<done>{_NUMBER}){_NAME}{{0,60}}?(?:\s|\s?/\s?)(?:trên|trong)?\s?(?:tổng số|tổng|số|kế hoạch|dự toán)?{_NAME}{{0,60}}?(?P<whole>{_NUMBER}){_NAME}{{0,60}}{_RATE}{_NAME}{{0,40}}{_CUE}"
)
"""What was done of how much: *14 trong 22 cầu*, *95 tỷ đồng trên kế hoạch 120 tỷ đồng (79,2%)*."""
_OF = re.compile(r"(?<!\w)(?:trên|trong)\s|/")
_NO_OF = re.compile(
    r"(?<!\w)(?:trong (?:đó|năm|quý|kỳ|tháng|thời gian|giai đoạn|vụ)|tăng|giảm|so với|mỗi|bình quân)(?!\w)"
)
_THEN = re.compile(
    rf"(?P<whole>{_NUMBER}){_NAME}{{0,60}}?(?:\s\([0-9.,]{{1,6}}\s?%\))?[,;:]\s(?:trong đó\s|đến nay,?\s|hiện\s)?(?:đã\s(?:được\s)?)?{_DONE}\s{_NAME}{{0,30}}?(?P<done>{_NUMBER}){_NAME}{{0,60}}{_RATE}{_NAME}{{0,40}}{_CUE}"
)
"""The same where all there is stands first: *kế hoạch 120 tỷ đồng, đã giải ngân 95 tỷ đồng*."""
_BETWEEN = r"(?:(?!\sđang\s)[^.|\n]|\.(?=[0-9]))"
"""What may stand between them, but those under way, which are neither done nor left."""
_CASES = re.compile(
    rf"(?<!\w)(?:tiếp nhận|thụ lý|nhận)\s{_NAME}{{0,20}}?(?P<whole>{_NUMBER})\s(?:hồ sơ|đơn|vụ|vụ việc)(?!\w)(?P<between>{_BETWEEN}{{0,160}}?)(?:(?<=;)|(?<=,))\s(?:đã\s)?(?:giải quyết|xử lý)\s(?:xong\s)?(?P<done>{_NUMBER})\s(?:hồ sơ|đơn|vụ)(?!\w){_BETWEEN}{{0,120}}?{_CUE}"
)
"""The same of cases, with how they came and how they went between: *tiếp nhận 640 đơn (…); giải quyết 600 đơn, trong đó …; còn 40 đơn*."""
_LEFT_BEHIND = re.compile(rf"{_NAME}{{0,30}}?(?:\s|^)còn lại(?!\w)")
_OPEN_BEHIND = re.compile(
    rf"{_NAME}{{0,40}}?\s(?:chưa\s|chuyển (?:sang|nguồn|tiếp)|trong hạn|(?:đang|sẽ|được phép|tiếp tục) {_DONE}|{_DONE} (?:tiếp|trong thời gian|sau)|kéo dài|để lại)"
)
_CARRIED = re.compile(r"(?<!\w)(?:chuyển sang|kỳ trước|năm trước|tồn|cộng dồn|lũy kế|luỹ kế)(?!\w)")
"""Between them, words of those there were before."""
_SENTENCE = re.compile(r"\.\s|\n|\|")
_REACH = 320


def what_is_left(passage: Passage) -> Iterator[Group]:
    """Yield all there is with what was done of it and what is left, which make it up.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    yield from _in_turns(piece, hits)
    yield from _of_fraction(piece, hits)
    yield from _after_taking_off(piece, hits)
    lower, by_start = piece.source.lower, {hit.numeral.start: hit for hit in hits}
    for left in hits:
        start = left.numeral.start
        cue = search_before(_IS_CUE, lower, start, _NEAR)
        if cue is None or not sums_up(left) or not _is_left(lower, left, cue["cue"]):
            continue
        first = max(0, start - _REACH)
        first = max((one.end() for one in _SENTENCE.finditer(lower, first, start)), default=first)
        for form in (_OF_IT, _THEN, _CASES):
            found = _read(piece, by_start, form, (first, start), left)
            if found is not None:
                whole, done = found
                yield Group(name_before(piece, whole), whole, (done, left), complete=True)
                break


_TURNS = re.compile(r"(?:\s\([^()|\n]{1,60}\))?\scòn lại(?!\w)")
_BEFORE_TURN = re.compile(r"(?:,|;|\svà)\s(?:và\s)?$")
_NO_TURN = re.compile(
    r"(?<!\w)(?:trong đó|gồm|bao gồm|thêm|lũy kế|luỹ kế|tổng|so với|năm (?:trước|[0-9]{4}|sau|tới)|kỳ trước|mỗi|bình quân)(?!\w)"
)
_MOST_TURNS = 6


def _in_turns(piece: Piece, hits: Sequence[TargetHit]) -> Iterator[Group]:
    """Yield all there are with those dealt with one after another: *12 dự án …; 05 dự án (640 MW) …, 07 dự án còn lại …*."""
    lower = piece.source.lower
    for at, left in enumerate(hits):
        if not sums_up(left) or _TURNS.match(lower, left.end) is None:
            continue
        if search_before(_BEFORE_TURN, lower, left.numeral.start, _NEAR) is None:
            continue
        row = [left]
        for hit in reversed(items_before(hits, at, 3 * _MOST_TURNS)):
            if row[-1].numeral.start - hit.end > _REACH or _SENTENCE.search(lower, hit.end, row[-1].numeral.start):
                break
            if hit.target.quantity.unit == left.target.quantity.unit and sums_up(hit):
                row.append(hit)
        whole, *parts = reversed(row)
        told = _NO_TURN.search(lower, whole.start, left.end) is not None
        if len(parts) > 1 and not told and all(_agree(whole, part, left) for part in parts):
            yield Group(name_before(piece, whole), whole, tuple(parts), complete=True)


_STILL_ALONE = re.compile(r"[,;]\scòn\s$")
"""A bare *còn* may tell of something else: only a slip says that it is of what is left."""
_OUT_OF = re.compile(r"(?<!\w)(?:gồm|bao gồm|tăng|thêm|so với|năm (?:trước|[0-9]{4}))(?!\w)")


def _of_fraction(piece: Piece, hits: Sequence[TargetHit]) -> Iterator[Group]:
    """Yield so many of so many with those that are left: *18/25 chỉ tiêu đạt, trong đó 05 vượt; 07 chỉ tiêu còn lại …*."""
    lower = piece.source.lower
    for at, left in enumerate(hits):
        turns = _TURNS.match(lower, left.end) is not None
        if not sums_up(left) or not (turns or search_before(_STILL_ALONE, lower, left.numeral.start, _NEAR)):
            continue
        for done in reversed(items_before(hits, at, _MOST_TURNS)):
            start = left.numeral.start
            if start - done.end > _REACH or _SENTENCE.search(lower, done.end, start):
                break
            total = done.target.total
            if total is None or total.unit != left.target.quantity.unit:
                if done.target.quantity.unit == left.target.quantity.unit and not _is_told_of(lower, done):
                    break
                continue
            if done.target.quantity != total and not _OUT_OF.search(lower, done.end, start):
                whole = evolve(done, target=evolve(done.target, quantity=total, total=None))
                some = evolve(done, target=evolve(done.target, total=None))
                sizes = [one.target.quantity for one in (some, left)]
                if _agree(whole, some, left) and (turns or comes_to(total, sizes)):
                    yield Group(name_before(piece, done), whole, (some, left), complete=True)
            break


_LED = re.compile(r"(?<!\w)(?:trong đó|trong số (?:đó|này))(?!\w)[^;.()|0-9]{0,60}$")


def _is_told_of(lower: str, hit: TargetHit) -> bool:
    """Whether an amount is some of one ahead of it, so that it is none of those left."""
    return search_before(_LED, lower, hit.numeral.start, 2 * _NEAR) is not None


_LESS = re.compile(r"(?<!\w)(?:loại trừ|sau khi trừ|trừ đi|trừ|không kể|không tính)(?!\w)")
_STILL = re.compile(r"[),]?\s?(?:,\s)?(?:thì\s)?(?:số\s|phần\s|thu\s)?(?:thực\s)?còn(?: lại)?\s(?:là\s)?")
_MOST_TAKEN = 4


def _after_taking_off(piece: Piece, hits: Sequence[TargetHit]) -> Iterator[Group]:
    """Yield an amount with those taken off it and what is left: *13.265 tỷ đồng; trừ đất (3.180 tỷ đồng) còn 10.085 tỷ đồng*."""
    lower = piece.source.lower
    for at, left in enumerate(hits):
        if not at or not sums_up(left) or _STILL.fullmatch(lower, hits[at - 1].end, left.numeral.start) is None:
            continue
        row = [hit for hit in items_before(hits, at, 2 * _MOST_TAKEN) if same_sort(left, hit)]
        stop = max((end.end() for end in _SENTENCE.finditer(lower, row[0].start, left.start)), default=0) if row else 0
        row = [hit for hit in row if hit.start >= stop]
        for first in range(len(row) - 1, 0, -1):
            if _LESS.search(lower, row[first - 1].end, row[first].numeral.start):
                whole, taken = row[first - 1], row[first:]
                if len(taken) <= _MOST_TAKEN and all(_agree(whole, one, left) for one in taken):
                    yield Group(name_before(piece, whole), whole, (*taken, left), complete=True)
                break


_IS_CUE = re.compile(_CUE)
_NEAR = 40


def _is_left(lower: str, left: TargetHit, cue: str) -> bool:
    """Whether words say that an amount is what is left: those ahead of it alone, or with those behind it."""
    if cue.startswith(("còn lại", "chưa", "còn phải", "còn cần")):
        return True
    behind = _OPEN_BEHIND if cue else _LEFT_BEHIND
    return behind.match(lower, left.end) is not None


def _read(
    piece: Piece, by_start: Mapping[int, TargetHit], form: re.Pattern[str], window: tuple[int, int], left: TargetHit
) -> tuple[TargetHit, TargetHit] | None:
    """Return all there is and what was done of it, as one form has them ahead of what is left.

    Args:
        piece: the text.
        by_start: its amounts, by where they begin.
        form: the form.
        window: from where the sentence begins up to what is left.
        left: that.
    """
    lower = piece.source.lower
    for number in _DIGITS.finditer(lower, *window):
        told = form.match(lower, number.start(), window[1]) if form is not _CASES else form.search(lower, *window)
        if told is None or _CARRIED.search(told.groupdict().get("between") or ""):
            continue
        done, whole = by_start.get(told.start("done")), by_start.get(told.start("whole"))
        between = lower[told.end("done") : told.start("whole")] if form is _OF_IT else ""
        if form is _OF_IT and (not _OF.search(between) or _NO_OF.search(between)):
            continue
        if whole is None and done is not None and done.target.total is not None and between.strip() == "/":
            total = done.target.total
            whole = evolve(done, target=evolve(done.target, quantity=total, total=None))
            done = evolve(done, target=evolve(done.target, total=None))
        value = read_digits(told["done"])
        if whole is not None and done is None and value is not None and form is _OF_IT:
            done = bare_hit(piece, whole, told, value, "done")
        if whole is not None and done is not None and _agree(whole, done, left):
            return whole, done
    return None


_DIGITS = re.compile(r"(?<![0-9.,/])[0-9]")


def _agree(whole: TargetHit, done: TargetHit, left: TargetHit) -> bool:
    """Whether three amounts are of one sort, and neither of the two is more than all there is."""
    sizes = [one.target.quantity.amount for one in (done, left)]
    alike = sums_up(whole) and same_sort(whole, done) and same_sort(whole, left)
    return alike and max(sizes) <= whole.target.quantity.amount
