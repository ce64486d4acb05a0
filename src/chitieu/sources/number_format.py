"""Numbers and dates of a spreadsheet as a Vietnamese reader sees them: by the format of their cell."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from typing import Any

__all__ = ["shown"]

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DECIMALS = re.compile(r"[.]([0#?]+)")
_GENERAL_DIGITS = 11  # a sheet shows no more of a number without format
_DAYLESS = re.compile(r"d", re.IGNORECASE)


def _literals(code: str) -> tuple[str, str]:
    """Return the text that a format puts before and behind the digits."""
    texts: list[list[str]] = [[], []]
    behind = 0
    for match in re.finditer(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|([0#?.,]+)|(.)', code):
        if match[3]:
            behind = 1
        else:
            texts[behind].append(match[1] or match[2] or (match[4] or "").strip("%Ee+-()") or "")
    return "".join(texts[0]).strip(), "".join(texts[1]).rstrip()


def _grouped(digits: str) -> str:
    return re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", ".", digits)


def _number(value: Decimal, code: str) -> str:
    """Write a number by a format: places, groups, per cent, and words around it."""
    section = code.split(";")
    chosen = section[1] if value < 0 and len(section) > 1 and section[1].strip() else section[0]
    bare = _QUOTED.sub("", chosen)
    if "%" in bare:
        value *= 100
    places = _DECIMALS.search(bare)
    least = places[1].count("0") if places else 0
    most = len(places[1]) if places else 0
    rounded = abs(value).quantize(Decimal(1).scaleb(-most), rounding=ROUND_HALF_UP)
    whole, _, decimals = f"{rounded:f}".partition(".")
    while len(decimals) > least and decimals.endswith("0"):
        decimals = decimals[:-1]
    whole = _grouped(whole) if "," in bare.split(".")[0] else whole
    before, behind = _literals(chosen)
    sign = "-" if value < 0 and rounded else ""
    body = f"{sign}{whole}{',' if decimals else ''}{decimals}{'%' if '%' in bare else ''}"
    return f"{before} {body} {behind.strip()}".strip()


def _general(value: Decimal) -> str:
    """Write a number that has no format, without the dust that binary fractions leave."""
    with localcontext() as context:
        context.prec = _GENERAL_DIGITS
        value = +value
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _date(value: datetime | date, code: str) -> str:
    if not _DAYLESS.search(_QUOTED.sub("", code)):
        return f"{value.month:02}/{value.year}" if "m" in code.lower() else str(value.year)
    day = f"{value.day:02}/{value.month:02}/{value.year}"
    clock = value.time() if isinstance(value, datetime) else time()
    return f"{day} {clock:%H:%M}" if clock != time() and "h" in code.lower() else day


def shown(value: Any, code: str) -> str:
    """Return what a cell shows.

    Args:
        value: the value of the cell.
        code: its number format (``#,##0.0``, ``0%``, ``dd/mm/yyyy``, ``General``).

    >>> shown(31500, "#,##0"), shown(0.095, "0.0%"), shown(0.1 + 0.2, "General")
    ('31.500', '9,5%', '0,3')
    >>> shown(date(2026, 1, 16), "mm-dd-yy"), shown(7260, '#,##0" tỷ đồng"')
    ('16/01/2026', '7.260 tỷ đồng')
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (datetime, date)):
        return _date(value, code)
    if isinstance(value, (time, timedelta)):
        return str(value)
    try:
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    except (InvalidOperation, TypeError, ValueError):
        return str(value)
    if not number.is_finite() or abs(number.adjusted()) > 300:
        return str(value)
    plain = not code or code in ("General", "@") or not re.search(r"[0#?]", _QUOTED.sub("", code))
    return _general(number) if plain else _number(number, code)
