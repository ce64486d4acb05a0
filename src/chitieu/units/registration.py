"""Units an application or a province adds, in a scope of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction

from chitieu.errors import UnitError
from chitieu.numbers.decimals import exact
from chitieu.text import fold
from chitieu.units.model import Unit, UnitKind
from chitieu.units.reader import parse_unit
from chitieu.units.table import Atom, table, using, with_atom

__all__ = ["register_unit"]


_WRITING = re.compile(r"[^\W\d_]+(?:[ \-][^\W\d_]+){0,5}[23²³]?")


def _meaning(writing: str) -> str | None:
    """Return the unit or scale that a writing stands for already, or None."""
    known, lower = table(), writing.lower()
    atom = known.atoms.get(lower) or known.symbols.get(writing)
    if atom is not None:
        return atom.label
    return known.scales[lower][0] if lower in known.scales else known.compounds.get(lower)


@contextmanager
def register_unit(
    label: str, *, size: tuple[Decimal | int, str] | None = None, written: Iterable[str] = ()
) -> Iterator[Unit]:
    """Know one more unit inside a ``with`` block; outside it, and in other threads, nothing changes.

    Args:
        label: how the unit is written, and its uniform label.
        size: how much one of it is, in a known unit (``(20, "kg")``); None makes a counted thing.
        written: other writings.

    Yields:
        The unit. For a whole program, enter the block once at its start (`contextlib.ExitStack`).

    Raises:
        UnitError: a writing already means a unit or a scale, or cannot stand for a unit (digits, slashes, nothing);
            the size is not above zero.

    >>> from chitieu import parse_quantity
    >>> with register_unit("giạ", size=(20, "kg")):
    ...     print(parse_quantity("50 giạ").to("tấn"))
    1 tấn
    """
    kind, dimension, factor = UnitKind.COUNT, f"count:{label.lower()}", Fraction(1)
    if size is not None:
        base = parse_unit(size[1])
        kind, dimension, factor = base.kind, base.dimension, Fraction(exact(size[0])) * base.factor
        if size[0] <= 0:
            raise UnitError("unit.size", found=label)
    writings = [fold(writing) for writing in (label, *written)]
    for writing in writings:
        other = _meaning(writing)
        if other is not None and (size is not None or other != label):
            raise UnitError("unit.taken", found=writing, label=other)
        if not _WRITING.fullmatch(writing):
            raise UnitError("unit.label", found=writing)
    with using(with_atom(Atom(label, kind, dimension, factor), writings)):
        yield parse_unit(label)
