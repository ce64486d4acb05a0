"""Checks of writing and reading back: what the format writes is read as what was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from typing import Any

from chitieu.numbers.decimals import parse_number
from chitieu.periods.dates import find_dates, parse_date
from chitieu.provinces.writing import format_date, format_number, format_quantity, format_target
from chitieu.quantities.quantity import Quantity
from chitieu.quantities.reader import parse_quantity
from chitieu.targets.reader import parse_target
from chitieu.targets.target import Bound, Target
from chitieu.testing import strategies
from chitieu.testing.conformance.laws import hold
from chitieu.testing.conformance.mismatch import Mismatch, compare, raised
from chitieu.testing.conformance.registry import check
from chitieu.testing.conformance.subject import Subject
from chitieu.units import UnitKind
from chitieu.units.table import table

__all__: list[str] = []

_GROUP = "round trips"
_OTHER = (UnitKind.TIME, UnitKind.AGE, UnitKind.RANK)
"""Units that behind a bare number mean something else than an amount."""
_ROUND = (1, 100, 1000, 10_000, 100_000)
"""Amounts that are also bases of rates and numbers of lists: the ones most easily taken for something else."""
_UNITS = ("%", "ha", "xã", "hộ", "tỷ đồng", "giường bệnh/vạn dân", "triệu đồng/người/năm", "lượt khách")


def _back(
    subject: Subject, write: Callable[..., str], read: Callable[[str], object], value: object
) -> Iterator[Mismatch]:
    """Write a value in the format's style and read it back with its words."""
    try:
        text = write(value, province=subject.form)
    except Exception as error:  # noqa: BLE001  (a style of the format may refuse)
        yield Mismatch(str(value), "a writing of it", raised(error))
        return
    with subject.form.in_use():
        yield from compare(text, value, read, text)


def _trip(
    subject: Subject, values: Any, write: Callable[..., str], read: Callable[[str], object]
) -> Iterator[Mismatch]:
    """Do that with many made-up values."""
    yield from hold(values, partial(_back, subject, write, read), subject.max_examples)


@check("numbers-round-trip", group=_GROUP, after="metadata-schema")
def numbers(subject: Subject) -> Iterator[Mismatch]:
    """Numbers written in the format's style are read back."""
    yield from _trip(subject, strategies.numbers(signed=True), format_number, parse_number)


@check("dates-round-trip", group=_GROUP, after="metadata-schema")
def dates(subject: Subject) -> Iterator[Mismatch]:
    """Dates written in the format's style are read back, alone and in a sentence."""
    yield from _trip(subject, strategies.dates(), format_date, _date)


def _date(text: str) -> object:
    found = [mention.value for mention in find_dates(f"Hoàn thành trước {text} và báo cáo.")]
    return parse_date(text) if found == [parse_date(text)] else found


@check("spelling-read", group=_GROUP, needs="spelling", after="numbers-round-trip")
def spelling(subject: Subject) -> Iterator[Mismatch]:
    """Units with a word the format spells its own way are read back."""
    for label in _labels(subject):
        yield from _back(subject, format_quantity, parse_quantity, parse_quantity(f"7 {label}"))


_NOUNS = ("đồng", "đồng/người/năm", "tấn", "USD", "lượt khách")
"""Nouns that stand behind scale words."""


def _labels(subject: Subject) -> list[str]:
    """List the units that hold a word the format spells its own way."""
    known = table()
    labels = {atom.label for atom in known.atoms.values() if atom.kind not in _OTHER} | {
        f"{scale} {noun}" for scale, _ in known.scales.values() for noun in _NOUNS
    }
    spelled = [f" {phrase} " for phrase in subject.form.spelling]
    return sorted(label for label in labels if any(phrase in f" {label} ".replace("/", " / ") for phrase in spelled))


@check("quantities-round-trip", group=_GROUP, after=("numbers-round-trip", "spelling-read"))
def quantities(subject: Subject) -> Iterator[Mismatch]:
    """Quantities written in the format's style are read back."""
    for label in sorted({atom.label for atom in table().atoms.values() if atom.kind not in _OTHER}):
        yield from _back(subject, format_quantity, parse_quantity, parse_quantity(f"7 {label}"))
    yield from _trip(subject, strategies.quantities(signed=True), format_quantity, parse_quantity)


@check("targets-round-trip", group=_GROUP, after="quantities-round-trip")
def targets(subject: Subject) -> Iterator[Mismatch]:
    """Targets written in the format's style are read back."""
    bounds = (bound for bound in Bound if bound is not Bound.BETWEEN)
    for label, number, bound in product(_UNITS, _ROUND, bounds):
        yield from _back(subject, format_target, parse_target, Target(Quantity(number, label), bound))
    yield from _trip(subject, strategies.targets(), format_target, parse_target)
