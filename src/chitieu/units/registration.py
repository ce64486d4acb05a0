"""Units an application or a province adds, in a scope of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction

from chitieu.errors import UnitError
from chitieu.numbers import exact
from chitieu.units.model import Unit, UnitKind
from chitieu.units.reader import parse_unit
from chitieu.units.table import Atom, table, using, with_atom

__all__ = ["register_unit"]


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
        UnitError: a writing already means another unit of the table.

    >>> from chitieu.quantities import parse_quantity
    >>> with register_unit("giạ", size=(20, "kg")):
    ...     print(parse_quantity("50 giạ").to("tấn"))
    1 tấn
    """
    kind, dimension, factor = UnitKind.COUNT, f"count:{label.lower()}", Fraction(1)
    if size is not None:
        base = parse_unit(size[1])
        kind, dimension, factor = base.kind, base.dimension, Fraction(exact(size[0])) * base.factor
    writings = [label, *written]
    for writing in writings:
        known = table().atoms.get(writing.lower())
        if known is not None and (known.kind is not UnitKind.COUNT or known.label != label):
            raise UnitError("unit.taken", found=writing, label=known.label)
    with using(with_atom(Atom(label, kind, dimension, factor), writings)):
        yield parse_unit(label)
