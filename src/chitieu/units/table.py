"""The table of atoms (``units.toml``) as dictionaries, loaded once when first needed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from fractions import Fraction
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType

from attrs import evolve, frozen

from chitieu.errors import UnitError
from chitieu.text import fold
from chitieu.units.model import UnitKind

__all__ = ["Atom", "Table", "count_atom", "table", "using", "with_atom", "with_writings"]


@frozen(eq=False)
class Atom:
    """One thing that can be measured or counted: the head or the denominator of a unit.

    There is one object of each (`table`, `count_atom`), so atoms compare by identity.
    """

    label: str
    kind: UnitKind
    dimension: str
    factor: Fraction
    pint: str | None = None


@frozen(eq=False)
class Table:
    """Everything the reader of units looks up; all keys are lower case.

    Attributes:
        atoms: writing → atom; a writing may hold several words.
        symbols: case-exact one-letter writings → atom.
        scales: scale word → (uniform spelling, size); `abbreviated`: what is written with a dot → the scale word.
        compounds: abbreviation → the full writing (``trđ`` → ``triệu đồng``).
        listed: noun → group of nouns it stands in lists with (``xã, phường, thị trấn``).
        population: denominators that name people, and `bases`, the round numbers before them.
        not_nouns: words that begin no counted noun; `not_before`: unit-like word → denying next words;
            `opens_noun`: those of them that then still begin a counted noun.
        special: matches writings that are no words (``%``, ``g/l``, ``US$``).
        longest: first word → the most words a writing that begins with it has.
    """

    atoms: Mapping[str, Atom]
    symbols: Mapping[str, Atom]
    scales: Mapping[str, tuple[str, Fraction]]
    abbreviated: Mapping[str, str]
    compounds: Mapping[str, str]
    listed: Mapping[str, str]
    population: frozenset[str]
    bases: frozenset[int]
    not_nouns: frozenset[str]
    not_before: Mapping[str, frozenset[str]]
    opens_noun: frozenset[str]
    longest: Mapping[str, int]
    special: re.Pattern[str]


@lru_cache(maxsize=4096)
def count_atom(noun: str) -> Atom:
    """Make the atom of a counted noun: its own dimension, one each."""
    return Atom(noun, UnitKind.COUNT, f"count:{noun.lower()}", Fraction(1))


_PLAIN_WORDS = re.compile(r"[^\W\d_][\w²³\- ]*(?:, [\w ]+)*")


def _special(atoms: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of the writings that are no words; a letter may not follow one that ends in a letter."""
    writings = sorted((w for w in atoms if not _PLAIN_WORDS.fullmatch(w)), key=len, reverse=True)
    ends = [re.escape(w).replace("\\ ", r"\s?") + (r"(?!\w)" if w[-1].isalnum() else "") for w in writings]
    return re.compile(rf"\s?({'|'.join(ends)})")


_current: ContextVar[Table | None] = ContextVar("chitieu_units", default=None)


def table() -> Table:
    """Return the table in force: the library's own, or one that `register_unit` added to."""
    return _current.get() or _own_table()


@contextmanager
def using(extended: Table) -> Iterator[Table]:
    """Put another table in force for the code inside a ``with``, in this thread or task only."""
    token = _current.set(extended)
    try:
        yield extended
    finally:
        _current.reset(token)


def with_atom(atom: Atom, writings: Iterable[str]) -> Table:
    """Return the table in force with one more atom."""
    known = table()
    atoms, longest = dict(known.atoms), dict(known.longest)
    for writing in (fold(writing).lower() for writing in writings):
        first = writing.partition(" ")[0]
        longest[first] = max(longest.get(first, 0), writing.count(" ") + 1)
        atoms[writing] = atom
    mapped = MappingProxyType(atoms)
    return evolve(known, atoms=mapped, longest=MappingProxyType(longest), special=_special([*atoms, *known.compounds]))


def with_writings(writings: Mapping[str, str]) -> Table:
    """Return the table in force with more writings of units it knows.

    Args:
        writings: writing → unit: a noun of the table (``giường bệnh``), or an abbreviation of one word → a
            scale and a noun (``trđ`` → ``triệu đồng``).

    Raises:
        UnitError: the unit is unknown or compound, the writing means something else already, or it has several
            words for a scale and a noun.
    """
    known = table()
    atoms, compounds, longest = dict(known.atoms), dict(known.compounds), dict(known.longest)
    for writing, label in ((fold(w).lower(), fold(u)) for w, u in writings.items()):
        atom = known.atoms.get(label.lower())
        if atom is None and not _is_scaled(label, known):
            raise UnitError("unit.meaning", found=writing, label=label)
        taken = known.atoms.get(writing)
        if (taken is not None and taken is not atom) or writing in known.scales:
            raise UnitError("unit.taken", found=writing, label=taken.label if taken else known.scales[writing][0])
        if atom is not None:
            atoms[writing] = atom
        elif " " not in writing:
            compounds[writing] = label
        else:
            raise _of_several_words(writing, label, known)
        first = writing.partition(" ")[0]
        longest[first] = max(longest.get(first, 0), writing.count(" ") + 1)
    return evolve(
        known,
        atoms=MappingProxyType(atoms),
        compounds=MappingProxyType(compounds),
        longest=MappingProxyType(longest),
        special=_special([*atoms, *compounds]),
    )


def _of_several_words(writing: str, label: str, known: Table) -> UnitError:
    """Say what to write where several words are to stand for a scale and a noun."""
    alias, noun = writing, label
    while noun.lower() not in known.atoms:
        scale, _, noun = noun.partition(" ")
        first, _, alias = alias.partition(" ")
        if known.scales.get(first) != known.scales[scale.lower()] or not alias:
            return UnitError("unit.writing", found=writing, label=label)
    meant = known.atoms.get(alias)
    if meant is known.atoms[noun.lower()]:
        return UnitError("unit.writing_known", found=writing, label=label, alias=alias, noun=noun)
    code = "unit.writing_of_noun" if meant is None and alias not in known.scales else "unit.writing"
    return UnitError(code, found=writing, label=label, alias=alias, noun=noun)


def _is_scaled(label: str, known: Table) -> bool:
    """Whether a label is a scale word and a noun of the table."""
    scale, _, noun = label.lower().partition(" ")
    return scale in known.scales and (noun in known.atoms or _is_scaled(noun, known))


@cache
def _own_table() -> Table:
    text = resources.files("chitieu.units").joinpath("units.toml").read_text(encoding="utf-8")
    data = tomllib.loads(fold(text))
    atoms: dict[str, Atom] = {}
    symbols: dict[str, Atom] = {}
    for group in data["counts"].values():
        if isinstance(group, list):
            atoms.update((noun.lower(), count_atom(noun)) for noun in group)
    for noun, writings in data["counts"]["written"].items():
        atoms.update((writing.lower(), count_atom(noun)) for writing in writings)
    for record in data["atom"]:
        atom = Atom(
            record["label"],
            UnitKind(record["kind"]),
            record["dimension"],
            Fraction(record["factor"]),
            record.get("pint"),
        )
        atoms.update((writing.lower(), atom) for writing in [atom.label, *record.get("written", ())])
        symbols.update(dict.fromkeys(record.get("exact", ()), atom))
    longest: dict[str, int] = {}
    for writing in atoms:
        first = writing.partition(" ")[0]
        longest[first] = max(longest.get(first, 0), writing.count(" ") + 1)
    canonical, abbreviated = data["scales"].pop("canonical"), data["scales"].pop("abbreviated")
    words = data["words"]
    return Table(
        atoms=MappingProxyType(atoms),
        symbols=MappingProxyType(symbols),
        scales=MappingProxyType({w: (canonical.get(w, w), Fraction(size)) for w, size in data["scales"].items()}),
        abbreviated=MappingProxyType(abbreviated),
        compounds=MappingProxyType(data["compounds"]),
        listed=MappingProxyType({noun: group for group, nouns in data["lists"].items() for noun in nouns}),
        population=frozenset(data["rates"]["population"]),
        bases=frozenset(map(int, data["rates"]["bases"])),
        not_nouns=frozenset(words["not_nouns"]),
        not_before=MappingProxyType({word: frozenset(after) for word, after in words["not_before"].items()}),
        opens_noun=frozenset(words["opens_noun"]),
        longest=MappingProxyType(longest),
        special=_special([*atoms, *data["compounds"]]),
    )
