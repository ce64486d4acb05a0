"""Quantities in words: *32,1 giường bệnh/vạn dân* is *ba mươi hai phẩy một giường bệnh trên một vạn dân*.

The number is said as written and the scale stays with the unit: 28.000 tỷ đồng is *hai mươi tám nghìn* and
*tỷ đồng*. How symbols are said is data (``data/spelling.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from attrs import frozen

from chitieu.errors import UnitError
from chitieu.numbers.spelling import Dialect, Spelling, chosen, spell_number
from chitieu.quantities.quantity import Quantity
from chitieu.text import fold
from chitieu.units import Unit, UnitKind

__all__ = ["spell_quantity"]

_BASE = re.compile(r"([0-9][0-9.]*)\s(.+)")


@frozen
class _Speech:
    """How units are said: symbols, counted bases, the slash, places in a ranking."""

    symbols: Mapping[str, str]
    bases: Mapping[str, str]
    places: Mapping[str, str]
    slash: str


@cache
def _speech() -> _Speech:
    text = resources.files("chitieu").joinpath("data/spelling.toml").read_text(encoding="utf-8")
    data = tomllib.loads(fold(text))
    symbols = {**data["money"], **data["ratios"], **data["measures"], **data["technical"]}
    return _Speech(
        symbols=MappingProxyType(symbols),
        bases=MappingProxyType(data["bases"]),
        places=MappingProxyType(data["places"]),
        slash=data["slash"]["word"],
    )


def _noun(label: str) -> str:
    """Say the symbol a label ends in (``triệu m3``); a label of words stays as it is."""
    words = label.split(" ")
    for start in range(len(words)):
        spoken = _speech().symbols.get(" ".join(words[start:]))
        if spoken:
            return " ".join([*words[:start], spoken])
    return label


def _base(label: str, spelling: Spelling) -> str:
    """Say what stands behind a slash: ``vạn dân``, ``100.000 trẻ đẻ sống``, ``ha``."""
    counted = _BASE.fullmatch(label)
    if counted:
        number = spell_number(int(counted[1].replace(".", "")), spelling=spelling)
        return f"{number} {_noun(counted[2])}"
    first, _, rest = label.partition(" ")
    return f"{_speech().bases[first]} {_noun(rest)}" if first in _speech().bases else _noun(label)


def _spoken_unit(label: str, spelling: Spelling) -> str:
    if label in _speech().symbols:  # "g/l" has a slash of its own
        phrase = _speech().symbols[label]
    else:
        head, *bases = label.split("/")
        said = [_noun(head), *(f"{_speech().slash} {_base(base, spelling)}" for base in bases)]
        phrase = " ".join(filter(None, said))
    spellings = {"nghìn": spelling.thousand, "tỷ": spelling.billion}
    return " ".join(spellings.get(word, word) for word in phrase.split(" "))


def _phrase(quantity: Quantity, spelling: Spelling, *, even: bool) -> str:
    value = quantity.value
    whole = even and value == value.to_integral_value()  # "phẩy không đồng chẵn" is not said
    number = spell_number(int(value) if whole else value, spelling=spelling)
    unit = _spoken_unit(quantity.unit.label, spelling)
    if quantity.unit.dimension == "rank":
        return f"{unit} {_speech().places.get(str(quantity.value), number)}"
    return f"{number} {unit}".rstrip()


def _require_whole_sum(quantity: Quantity) -> None:
    unit: Unit = quantity.unit
    if unit.kind is not UnitKind.MONEY or "/" in unit.label or quantity.amount.denominator != 1:
        raise UnitError("spelling.even", label=str(quantity))


def spell_quantity(
    quantity: Quantity,
    dialect: Dialect = "north",
    *,
    spelling: Spelling | None = None,
    capital: bool | None = None,
    even: bool = False,
) -> str:
    """Write a quantity in words, number and unit.

    Args:
        quantity: what to write; its number is said as it stands, in its unit (use `Quantity.to` before).
        dialect: ``"north"`` or ``"south"``.
        spelling: choices of your own, instead of those of the dialect.
        capital: whether to begin with a capital letter; None begins money so, and nothing else.
        even: end a sum of money with *chẵn*: there is nothing beside the amount. Decimals that are all
            zero are then not said.

    Raises:
        SpellingError: the number is too large, or there is no such dialect.
        UnitError: `even` with what is no whole sum of money (``%``, a rate, half a đồng).

    >>> from decimal import Decimal
    >>> spell_quantity(Quantity(28000, "tỷ đồng"), even=True)
    'Hai mươi tám nghìn tỷ đồng chẵn'
    >>> spell_quantity(Quantity(Decimal("32.1"), "giường bệnh/vạn dân"))
    'ba mươi hai phẩy một giường bệnh trên một vạn dân'
    """
    if even:
        _require_whole_sum(quantity)
    phrase = _phrase(quantity, chosen(dialect, spelling), even=even) + " chẵn" * even
    if capital is None:
        capital = quantity.unit.kind is UnitKind.MONEY
    return phrase[:1].upper() + phrase[1:] if capital else phrase
