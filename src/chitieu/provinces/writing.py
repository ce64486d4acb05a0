"""Values written the way a province writes them; without a province, the standard way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from chitieu.numbers import decimals as numbers
from chitieu.numbers.decimals import STANDARD, NumberStyle
from chitieu.periods import dates
from chitieu.provinces.registry import get_province
from chitieu.provinces.schema import ProvinceFormat
from chitieu.quantities import quantity as quantities
from chitieu.quantities.quantity import Quantity
from chitieu.targets import target as targets
from chitieu.targets.target import Target

__all__ = ["format_date", "format_number", "format_quantity", "format_target"]

Province = str | ProvinceFormat | None


def _form(province: str | ProvinceFormat) -> ProvinceFormat:
    return province if isinstance(province, ProvinceFormat) else get_province(province)


def _style(style: NumberStyle | None, province: Province) -> NumberStyle:
    """Return the style given, else the province's, else the standard one."""
    if style is not None:
        return style
    return _form(province).number_style if province else STANDARD


def format_number(
    value: Decimal | int,
    *,
    places: int | None = None,
    grouping: bool | None = None,
    style: NumberStyle | None = None,
    province: Province = None,
) -> str:
    """Write a number the Vietnamese way; without `places` its digits stay as they are.

    Args:
        value: a Decimal or an int.
        places: decimal places, rounded half up; None takes the style's.
        grouping: whether thousands are set apart; None takes the style's.
        style: every other choice; None takes the province's.
        province: slug of a province's format, or the format; None writes the standard way.

    Raises:
        NumberTypeError: a float was given; make a Decimal of its text instead.
        UnknownProvinceError: no format has this slug.

    >>> format_number(Decimal("1700.50")), format_number(Decimal("1700.50"), places=0, grouping=False)
    ('1.700,50', '1701')
    """
    return numbers.format_number(value, places=places, grouping=grouping, style=_style(style, province))


def format_quantity(
    quantity: Quantity, *, places: int | None = None, style: NumberStyle | None = None, province: Province = None
) -> str:
    """Write a quantity as plans do: ``28.000 tỷ đồng``, ``9,3%`` (no space before the sign).

    Args:
        quantity: the quantity.
        places: decimal places, rounded half up; None keeps the digits.
        style: every other choice; None takes the province's.
        province: slug of a province's format, or the format; None writes the standard way.

    Raises:
        UnknownProvinceError: no format has this slug.

    >>> format_quantity(Quantity(Decimal("32.1"), "giường bệnh/vạn dân"))
    '32,1 giường bệnh/vạn dân'
    >>> format_quantity(Quantity(7, "xã"), province="ben-tre")
    '07 xã'
    """
    return quantities.format_quantity(quantity, places=places, style=_style(style, province))


def format_target(target: Target, *, style: NumberStyle | None = None, province: Province = None) -> str:
    """Write a target in the words of plans.

    Args:
        target: the target.
        style: how its numbers are written; None takes the province's.
        province: slug of a province's format, or the format; None writes the standard way.

    Raises:
        UnknownProvinceError: no format has this slug.

    >>> from chitieu import parse_target
    >>> format_target(parse_target("từ 2 xã trở lên"), province="ben-tre")
    'từ 02 xã trở lên'
    """
    return targets.format_target(target, style=_style(style, province))


def format_date(value: date, style: str | None = None, *, province: Province = None) -> str:
    """Write a date.

    Args:
        value: the date.
        style: ``"long"`` by the official rule, ``"slash"`` (06/01/2023), ``"dash"`` (06-01-2023) or ``"dot"``
            (06.01.2023); None takes the province's.
        province: slug of a province's format, or the format; None writes the long form.

    Raises:
        ValueError: the style is none of these.
        UnknownProvinceError: no format has this slug.

    >>> format_date(date(2023, 1, 6)), format_date(date(2022, 5, 13))
    ('ngày 06 tháng 01 năm 2023', 'ngày 13 tháng 5 năm 2022')
    """
    if not province:
        return dates.format_date(value, style or "long")
    own = _form(province).dates
    return dates.format_date(value, style or own.style, zero=own.zero)
