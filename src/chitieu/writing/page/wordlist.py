"""The words of the page in a language, and how it writes days, periods and shares."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from chitieu.numbers.decimals import format_number
from chitieu.periods.period import Due, Period
from chitieu.periods.text import format_period

__all__ = ["LANGUAGES", "asset", "words_of", "written_day", "written_due", "written_period", "written_share"]

_FOLDER = "chitieu.writing.page"


def asset(name: str) -> str:
    """Return a file of the page: template, style, script or words."""
    return resources.files(_FOLDER).joinpath(name).read_text(encoding="utf-8")


@cache
def _all_words() -> Mapping[str, Mapping[str, Any]]:
    return MappingProxyType(tomllib.loads(asset("words.toml")))


LANGUAGES = ("vi", "en")
"""The languages the page speaks; the plan itself stays as it is."""


def words_of(language: str) -> Mapping[str, Any]:
    """Return the words of a language.

    Raises:
        ValueError: the page does not speak it.
    """
    if language not in LANGUAGES:
        message = f"language must be one of {', '.join(LANGUAGES)}, not {language!r}"
        raise ValueError(message)
    return _all_words()[language]


def written_day(day: date) -> str:
    """Write a day as plans do: ``31/12/2026``."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def written_period(period: Period, language: str) -> str:
    """Write a period in words (``quý I/2026``), in English as data has it (``2026-Q1``)."""
    return format_period(period) if language == "vi" else str(period)


def written_due(due: Due, language: str) -> str:
    """Write a deadline: a day, a period or how often."""
    if isinstance(due, date):
        return written_day(due)
    return written_period(due, language) if isinstance(due, Period) else str(due)


def written_share(share: Decimal | Fraction) -> str:
    """Write a share of one in percent with one decimal: ``98,5%``."""
    exact = Fraction(share) * 100
    # The quotient is a Decimal of 28 digits, of which one decimal is kept.
    percent = Decimal(exact.numerator) / Decimal(exact.denominator)
    return f"{format_number(percent.quantize(Decimal('0.1'), ROUND_HALF_UP))}%"
