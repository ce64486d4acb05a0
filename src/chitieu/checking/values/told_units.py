"""What the words of an amount tell of its unit where the unit itself is left out or shortened, or the catalogue means another.

*Tổng lượt khách 3,2 triệu* are visits, though *triệu* alone is money elsewhere; *Hợp tác xã thành lập mới: 45* says by its name what is
counted; *Doanh thu dịch vụ số 800 tỷ đồng* is money, though an indicator of nearly that name is a share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from chitieu.checking.named_amounts.amounts import unit_of
from chitieu.checking.named_amounts.first_words import FAMILIES, opening_of
from chitieu.numbers.decimals import format_number
from chitieu.numbers.numeral import Numeral
from chitieu.quantities.quantity import Quantity
from chitieu.units import Unit, UnitKind

__all__ = [
    "expects_count",
    "is_currency_left_out",
    "is_scale_alone",
    "lacks_currency",
    "names_counted",
    "opens_with_unit",
]

_SCALE = r"(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)"
_SCALE_ALONE = re.compile(rf"\s{{0,3}}{_SCALE}(?:\s{_SCALE})?")
_ENDS_IN_SCALE = re.compile(
    rf"[0-9]\s{{0,3}}{_SCALE}(?!\w)(?:\s{_SCALE}(?!\w))?(?!\s(?:{_SCALE}|đồng|đô la|usd|vnđ|vnd|đ)(?!\w))"
)


def is_currency_left_out(lower: str, numeral: Numeral) -> bool:
    """Whether an amount read as money has a scale word behind it and no currency: *3,2 triệu*.

    Args:
        lower: the text in small letters.
        numeral: the number.
    """
    money = numeral.unit.kind is UnitKind.MONEY
    return money and _SCALE_ALONE.fullmatch(lower, numeral.digits_end, numeral.end) is not None


def is_scale_alone(text: str, amount: Quantity) -> bool:
    """Whether a text writes an amount read as money with a scale word and no currency.

    Args:
        text: what is written.
        amount: the amount.

    >>> amount = Quantity(Decimal("3.2"), "triệu đồng")
    >>> is_scale_alone("Tổng lượt khách 3,2 triệu, tăng 5%", amount), is_scale_alone("vốn 3,2 triệu đồng", amount)
    (True, False)
    """
    lower, number = text.lower(), format_number(amount.value)
    at = lower.find(number) if amount.unit.kind is UnitKind.MONEY else -1
    return at >= 0 and _ENDS_IN_SCALE.match(lower, at + len(number) - 1) is not None


def lacks_currency(text: str, amount: Quantity, units: Sequence[Unit]) -> bool:
    """Whether an amount in đồng is hardly one where dollars are meant: by its scale word alone, or too little by far.

    Args:
        text: what is written.
        amount: the amount.
        units: what the indicator is measured in.
    """
    if amount.unit.dimension != "VND" or any(one.kind is not UnitKind.MONEY or one.dimension == "VND" for one in units):
        return False
    if is_scale_alone(text, amount):
        return _DOLLARS.search(text.lower()) is None
    return amount < _LEAST_TRADE


_DOLLARS = re.compile(r"usd|đô la|đô-la|\$")
_LEAST_TRADE = Quantity(5, "tỷ đồng")


def expects_count(expected: str) -> bool:
    """Whether the units expected of an amount count things.

    >>> expects_count("người, hộ, xã, cái …"), expects_count("triệu đồng, USD")
    (True, False)
    """
    units = map(unit_of, expected.split(", "))
    return any(unit is not None and unit.kind is UnitKind.COUNT for unit in units)


def opens_with_unit(name: str, unit: Unit) -> bool:
    """Whether the first words of a name ask for an amount in such a unit: *doanh thu …* in *tỷ đồng*, *số …* in *người*.

    >>> from chitieu.units import parse_unit
    >>> [opens_with_unit("Doanh thu dịch vụ số", parse_unit(label)) for label in ("tỷ đồng", "%", "ha")]
    [True, False, False]
    """
    opening = opening_of(name)
    meant = unit_of(opening.expected.partition(",")[0]) if opening is not None else None
    if meant is None or FAMILIES.get(meant.kind) != FAMILIES.get(unit.kind):
        return False
    return meant.kind is not UnitKind.MEASURE or meant.same_dimension(unit)


_EACH = re.compile(r"/|(?<!\w)(?:trên|mỗi|một|bình quân|trung bình)(?!\w)")


def names_counted(name: str, labels: Iterable[str], value: Decimal) -> bool:
    """Whether a name says what it counts, so that its number needs no noun: *Hợp tác xã thành lập mới: 45*.

    What is counted for each of something has that in the name too, and only such a mean has decimals.

    Args:
        name: what is measured.
        labels: the units of its indicator.
        value: the number.

    >>> names_counted("Tiêu chí trung bình mỗi xã", ["tiêu chí/xã"], Decimal("11.5"))
    True
    >>> names_counted("Bác sĩ", ["bác sĩ/vạn dân"], Decimal(12)), names_counted("Việc làm mới", ["lao động"], Decimal(900))
    (False, False)
    """
    lower, whole = name.lower(), value == value.to_integral_value()
    known = [label.lower() for label in labels if (unit := unit_of(label)) is not None and unit.kind is UnitKind.COUNT]
    means = [label for label in known if "/" in label]
    for label in means or known:
        noun, _, each = label.partition("/")
        if _names(lower, noun) and (_EACH.search(lower) and _names(lower, each.split()[-1]) if each else whole):
            return True
    opening = opening_of(name) if known and not means else None
    return opening is not None and whole and expects_count(opening.expected)


def _names(lower: str, noun: str) -> bool:
    """Whether a name has a noun, or what is counted by it: *khách* of *lượt khách*."""
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", lower) for one in {noun, noun.removeprefix("lượt ")})
