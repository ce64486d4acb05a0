"""What two amounts must share to speak of one thing: an indicator, what it is counted in, whether it is a change, all or new."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chitieu.checking.named_amounts.claim_words import words_ahead
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.levels import without_level
from chitieu.checking.named_amounts.poverty import is_of_all_the_poor, tells_nearly_poor
from chitieu.checking.named_amounts.said_again import is_of_new
from chitieu.checking.repeats.lines import counted_in
from chitieu.indicators.words import Sense, name_words
from chitieu.plan import Relation
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Change
from chitieu.units import Unit, UnitKind, known_unit

__all__ = ["About", "amount_of", "by_about", "is_counted_apart"]

_TELLING = 4
"""Words from which a name that the catalogue does not know tells what is measured (``diện tích`` is many things)."""


_STOCK = "stock"
_SEVERAL = " / "
"""What divides the names of a record that stands for several things."""
_ALL_THE_POOR = "poor+near_poor"
_SPENDING, _BALANCED_SPENDING = "bud_exp", "bud_exp="
_BALANCED = re.compile(r"(?:tổng |các khoản )?chi (?:trong )?cân đối(?: ngân sách)?(?: (?:địa phương|nhà nước))?")
"""What is spent out of the budget's own means: a part of all that is spent, where a plan tells both."""
_CONSTANT = re.compile(r"(?<!\w)giá (?:so sánh|cố định)(?!\w)")
About = tuple[str, str, Change, bool, bool]


def by_about(claims: Iterable[Claim]) -> dict[About, list[Claim]]:
    """Return the claims that speak of one thing together, in their order; those of which that is not sure are left out."""
    claims = tuple(claims)
    nearly_told = tells_nearly_poor(claims)
    found: dict[About, list[Claim]] = {}
    for claim in claims:
        about = _about(claim, nearly_told=nearly_told)
        if about is not None:
            found.setdefault(about, []).append(claim)
    return found


_SOURCES = frozenset({"bud_land", "bud_lottery"})
_SPENT = re.compile(r"(?<!\w)(?:vốn|đầu tư công)(?!\w)")


def _is_spent(claim: Claim) -> bool:
    """Whether what a line gives of a revenue is how much of it is spent: *Vốn đầu tư công …: tiền sử dụng đất 900 tỷ đồng*."""
    return claim.key in _SOURCES and _SPENT.search(claim.ahead.lower()) is not None


def _about(claim: Claim, *, nearly_told: bool = False) -> About | None:
    """Return what two claims must share to speak of one thing; None where it is not sure what is meant.

    Args:
        claim: an amount.
        nearly_told: whether its plan tells of the nearly poor by themselves.
    """
    target = claim.target
    if (claim.timed and not claim.so_far) or target.total is not None or _is_spent(claim):
        return None
    name = _known_as(claim, nearly_told=nearly_told)
    unit = amount_of(claim).unit
    counted = unit.kind is UnitKind.COUNT and "/" not in unit.label
    measured = counted_in(unit) if claim.key is not None else unit.dimension
    change = target.change
    if change is Change.LEVEL and unit.label == "%" and _is_growth(claim):
        change = Change.INCREASE  # "tốc độ tăng 9%", "tăng GRDP 9%" and "tăng 9%"
    stock = claim.record is not None and claim.record.kind == _STOCK
    if not name or (counted and _is_size_of_others(claim)):
        return None
    if stock and counted and _SERVES.match(claim.name.lower()):
        return None  # "giới thiệu việc làm cho 700 lao động" says nothing of how many have work
    if day := _UP_TO.search(claim.name.lower()):
        name = f"{name} {day['day']}"  # "giải ngân đến 30/6" is none of "đến 15/3"
    if (claim.indicator is None or claim.above is not None) and _counted_otherwise(claim):
        name = f"{name}~"
    new = stock and is_of_new(claim)  # "công nhận mới 5 xã" is none of "75 xã"
    return name, measured, change, claim.so_far, new


def _is_size_of_others(claim: Claim) -> bool:
    """Whether an amount only says how large those are that its line counts: *khởi công 12 dự án nhà ở, quy mô 900 căn*."""
    return claim.above is not None and _HOW_LARGE.search(words_ahead(claim).lower()) is not None


_HOW_LARGE = re.compile(r"(?<!\w)(?:quy mô|công suất|sức chứa)(?:\s(?:là|khoảng|trên|gần|hơn|dự kiến)){0,3}\s*$")


def _known_as(claim: Claim, *, nearly_told: bool) -> str | None:
    """Return what is measured, in a form that is the same wherever the same is meant; None where that is not sure."""
    if claim.key is not None:
        return _known_by_key(claim, claim.key, nearly_told=nearly_told) if claim.sure else None
    name = claim.name.lower()
    if claim.above is not None and claim.above.indicator == _SPENDING and _BALANCED.fullmatch(name):
        return _BALANCED_SPENDING
    whole = claim.indicator is not None and claim.indicator.relation is Relation.ITEM
    whole = whole and bool(without_level(name))  # "dự toán HĐND tỉnh giao" says nothing of what is measured
    return f"={_alike(name)}" if whole and len(name.split()) >= _TELLING else None


def _known_by_key(claim: Claim, key: str, *, nearly_told: bool) -> str:
    """Return the indicator of a claim, with what its name adds where one indicator stands for several things."""
    name = claim.name.lower()
    if claim.record is not None and _SEVERAL in claim.record.name:
        # one record of two things: "lúa / lương thực có hạt"
        return f"{key}={' '.join(sorted(name_words(claim.name).core))}"
    if claim.target.quantity.unit.kind is UnitKind.MONEY and _CONSTANT.search(name):
        return f"{key}@"  # at other prices
    if key == _SPENDING and _BALANCED.search(name):
        return _BALANCED_SPENDING
    return _ALL_THE_POOR if is_of_all_the_poor(claim, nearly_told=nearly_told) else key


_SERVES = re.compile(
    r"\W*(?:(?:các|sở|tổ chức|tập trung|tiếp tục|chủ trì)\s)*(?:kết nối|giới thiệu|tư vấn|hỗ trợ|giúp|trợ giúp|tuyển dụng|tập huấn|bồi dưỡng|đào tạo|khám|cấp|tặng|cho vay|phục vụ|khảo sát"
    r"|hướng dẫn|tuyên truyền|thăm)(?!\w)"
)
"""What is done in a year for some of those there are."""
_UP_TO = re.compile(r"(?<!\w)đến (?:hết )?(?:ngày )?(?P<day>(?!31/12|31/0?1(?![0-9]))[0-9]{1,2}/[0-9]{1,2})(?![0-9])")
"""The day of a year up to which an amount counts, where that is not its end."""


def _counted_otherwise(claim: Claim) -> bool:
    """Whether the sentence says that something is counted in or left out that the plan's own figure has or lacks."""
    said = f"{_SENTENCE.split(claim.ahead.lower())[-1]} # {_SENTENCE.split(claim.behind.lower())[0]}"
    return _IN_OR_OUT.search(said) is not None


def is_counted_apart(claim: Claim) -> bool:
    """Whether the name of an amount says that something is counted in or left out."""
    return _IN_OR_OUT.search(claim.name.lower()) is not None


_SENTENCE = re.compile(r";|\.(?=\s|$)|\n")
_IN_OR_OUT = re.compile(
    r"(?<!\w)(?:(?:nếu )?(?:tính|kể|gộp)(?: cả| thêm| gộp)|không (?:tính|kể)|chưa (?:tính|kể)|(?:nếu )?(?:loại )?trừ(?! (?:nợ|sâu|bệnh))|cộng (?:cả |thêm |với )?[0-9]|tham khảo)(?!\w)"
)


def _is_growth(claim: Claim) -> bool:
    """Whether an amount is a rate of growth, by its name or by that of its indicator and the words before it."""
    if name_words(claim.name).sense is Sense.GROWTH:
        return True
    grows = claim.record is not None and name_words(claim.record.name).sense is Sense.GROWTH
    return grows and _GROWS.search(claim.ahead.lower()) is not None


_GROWS = re.compile(r"(?<!\w)tăng(?: trưởng)?\s[^,;:.]*$")


def amount_of(claim: Claim) -> Quantity:
    """Return the amount of a claim; where only its name says for how many, with that: *Số bác sĩ/vạn dân: 11 bác sĩ*."""
    quantity, record = claim.target.quantity, claim.record
    if record is None or _FOR_EACH.search(claim.name.lower()) is None or "người" in quantity.unit.label:
        return quantity
    known = next((unit for unit in map(known_unit, record.units) if unit is not None and _is_of(quantity, unit)), None)
    return quantity if known is None else Quantity(quantity.value, known)


def _alike(name: str) -> str:
    """Return a name the catalogue does not know in a form that is the same for other writings of it."""
    lower = " ".join(name.lower().split())
    if any(char in "(0123456789" for char in lower):
        return lower
    words = name_words(lower)
    return f"{words.sense.value} {' '.join(sorted(words.core))}" if len(words.core) >= _TELLING else lower


_FOR_EACH = re.compile(r"/|(?<!\w)(?:bình quân (?:đầu )?người|trên (?:một |1 )?(?:vạn|[0-9][0-9.]*) \w+)(?!\w)")
"""A name that says for how many its amount is."""


def _is_of(quantity: Quantity, unit: Unit) -> bool:
    """Whether a unit is that of an amount for so many."""
    label = quantity.unit.label
    return "/" in unit.label and label in (unit.label.partition("/")[0], unit.label.replace("/người", ""))
