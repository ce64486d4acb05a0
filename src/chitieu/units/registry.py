"""The one file that imports pint: chitieu's own small registry, built once, under a lock.

Vietnamese text never reaches pint's parser (it reads ``53,9`` as 539): the registry holds the ASCII
names of the table's atoms, and units are built from them.
"""

from __future__ import annotations

import hashlib
import re
import threading
import unicodedata
from decimal import Decimal, localcontext
from typing import Any

import pint

from chitieu.errors import UnitError
from chitieu.numbers.decimals import scaled
from chitieu.units.model import Unit, UnitKind
from chitieu.units.table import Atom, table

__all__ = ["from_pint", "registry", "to_pint"]

_LOCK = threading.RLock()
_registry: Any = None


def _ascii(text: str) -> str:
    """Return an ASCII name for a dimension; a digest keeps two that fold alike apart."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D")).encode("ascii", "ignore").decode()
    return f"{re.sub(r'[^a-zA-Z0-9]+', '_', plain).strip('_').lower()}_{hashlib.sha256(text.encode()).hexdigest()[:6]}"


def _define(target: Any, atom: Atom) -> None:
    """Define an atom through the base unit of its dimension."""
    base = f"base_{_ascii(atom.dimension)}"
    if base not in target:
        ratio = atom.kind is UnitKind.RATIO
        target.define(f"{base} = 1" if ratio else f"{base} = [{base}]")
    if atom.pint and atom.pint not in target:
        size = Decimal(atom.factor.numerator) / Decimal(atom.factor.denominator)
        target.define(f"{atom.pint} = {size} * {base}")


def registry() -> Any:
    """Return the registry, a `pint.UnitRegistry` that computes with Decimal; thread-safe."""
    global _registry  # noqa: PLW0603  (built once for the process, like the table)
    with _LOCK:
        if _registry is None:
            make: Any = pint.UnitRegistry  # its annotations forbid the documented None and Decimal
            built = make(None, non_int_type=Decimal, cache_folder=None)
            for atom in dict.fromkeys(table().atoms.values()):
                if atom.pint:
                    _define(built, atom)
            _registry = built
        return _registry


def from_pint(quantity: Any, unit: Unit) -> Decimal:
    """Return the value of a `pint.Quantity` in a unit of ours.

    Raises:
        UnitError: the dimensions differ, the unit has no place in pint, or the quantity is of another registry.
    """
    one = to_pint(Decimal(1), unit)
    if getattr(quantity, "_REGISTRY", None) is not registry():
        raise UnitError("unit.pint_foreign", found=repr(quantity))
    try:
        with localcontext() as context:
            context.prec = 28 + _digits(quantity.magnitude) + _digits(one.magnitude)
            value = (quantity / one).to("dimensionless").magnitude
    except pint.errors.PintError as error:
        raise UnitError("unit.different", left=str(quantity.units), right=unit.label) from error
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _digits(magnitude: Any) -> int:
    return len(magnitude.as_tuple().digits) if isinstance(magnitude, Decimal) else 28


def to_pint(value: Decimal, unit: Unit) -> Any:
    """Return a `pint.Quantity` in base units of the dimensions of a unit, exact.

    Raises:
        UnitError: the unit is a rank or no unit: pint has no place for it.
    """
    if unit.kind in (UnitKind.RANK, UnitKind.NONE):
        raise UnitError("unit.no_pint", label=unit.label)
    target = registry()
    head, *denominators = (
        unit.dimension.split("/") if unit.dimension[:2] != "1/" else ["ratio", *unit.dimension[2:].split("/")]
    )
    with _LOCK:
        for dimension in (head, *denominators):
            base = f"base_{_ascii(dimension)}"
            if base not in target:
                target.define(f"{base} = [{base}]")
    result = target.Quantity(scaled(value, unit.factor), f"base_{_ascii(head)}")
    for dimension in denominators:
        result = result / target.Quantity(Decimal(1), f"base_{_ascii(dimension)}")
    return result
