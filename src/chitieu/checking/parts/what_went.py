"""What there was at first, what went of it, and what there is in the end: *đầu kỳ còn 24 điểm ngập; xử lý 9; cuối kỳ còn 15 điểm*.

Unlike the accounts of `chitieu.checking.changes`, nothing comes: the three numbers stand alone, side by side, and the first is of
something that is to vanish, as *còn* says of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from chitieu.checking.named_amounts.nouns import counts_people
from chitieu.checking.parts.bare_parts import bare_hit
from chitieu.checking.parts.part_amounts import Group, same_sort, sums_up
from chitieu.checking.parts.slips import right_but_for_a_digit
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.numbers.decimals import read_digits
from chitieu.targets.target import Bound
from chitieu.units import UnitKind

__all__ = ["what_went"]

_NUMBER = r"(?<![0-9.,/])[0-9]{1,3}(?:\.[0-9]{3})*(?![0-9/]|[.,][0-9]|\s?%)"
_WORDS = r"[^;.,:()0-9|\n]"
_TIME = r"năm|kỳ|quý|tháng|đợt|nhiệm kỳ"
_GOES = r"(?:xóa|xoá|xóa bỏ|xoá bỏ|dập|dập tắt|gỡ|gỡ bỏ|tháo gỡ|tháo dỡ|dỡ bỏ|thanh lý|xử lý|giải quyết|giải tỏa|khắc phục|di dời|thu hồi|cắt|cắt giảm|giải thể|đóng cửa|chấm dứt|thay thế|hoàn thành|sửa chữa|sửa|khống chế|phá bỏ|bãi bỏ|rà phá|thoát)"
_ACCOUNT = re.compile(
    rf"(?<!\w)đầu (?P<time>{_TIME})(?:\s[0-9]{{4}})?\s(?:{_WORDS}{{0,40}}\s)?còn(?: lại)?\s(?:khoảng\s)?(?P<whole>{_NUMBER})(?P<noun>\s{_WORDS}{{1,60}}(?:,\s{_WORDS}{{1,20}})?)"
    rf"[;,]\s(?P<way>(?:{_WORDS}{{0,40}}\s)?{_GOES}\s(?:{_WORDS}{{0,30}}\s)?)(?P<done>{_NUMBER})(?P<behind>(?:\s{_WORDS}{{1,60}})?)"
    rf"[;,]\s(?:đến\s)?(?:cuối|hết) (?P=time)(?:\s[0-9]{{4}})?\s(?:{_WORDS}{{0,30}}\s)?còn(?: lại)?\s(?P<left>{_NUMBER})(?=\s[^\W\d_])"
)
_COMES = re.compile(r"(?<!\w)(?:phát sinh|thêm|mới|bổ sung|tăng|tái|xuất hiện|nhận|tiếp nhận|không|chưa)(?!\w)")
"""Words of others that came, or that nothing went."""


def what_went(passage: Passage) -> Iterator[Group]:
    """Yield what there was at first with what went of it and what is left, which make it up; of people, where a digit is off.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    by_start = {hit.numeral.start: hit for hit in hits}
    for told in _ACCOUNT.finditer(piece.source.lower):
        whole, left = by_start.get(told.start("whole")), by_start.get(told.start("left"))
        if whole is None or left is None or not sums_up(whole) or not same_sort(whole, left):
            continue
        if "," in piece.source.lower[whole.end : told.end("noun")]:
            continue  # a comma may stand in what is counted, "bản, làng", but divide nothing else
        said = told["way"] + told["behind"]
        done = by_start.get(told.start("done"))
        if done is None or not told["behind"].strip():
            done = bare_hit(piece, whole, told, read_digits(told["done"]) or Decimal(0), "done")
        sizes = [done.target.quantity, left.target.quantity]
        firm = all(hit.target.bound is Bound.EXACT for hit in (whole, done, left))
        if _COMES.search(said) or not firm or not sums_up(done) or not same_sort(whole, done):
            continue
        stated = whole.target.quantity
        if stated.unit.kind is not UnitKind.COUNT or max(one.amount for one in sizes) > stated.amount:
            continue
        other = counts_people(stated.unit.label) or stated.unit.label.split()[0].lower() == "hộ"
        if not other or right_but_for_a_digit(stated, sizes, least=2):
            yield Group(name_before(piece, whole), whole, (done, left), complete=True)
