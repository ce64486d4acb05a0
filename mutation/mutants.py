"""Make the mutants of a module: each is its source with one small fault.

The operators are those of cosmic-ray. Three sorts of its mutants are left out, all of which would only raise the score:
those of annotations and of marks in signatures (nothing runs them), those that do not compile, and of the eleven
replacements of a binary operator all but the opposite (`+` with `<<` ends in a TypeError and says nothing of a test).
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.provider import OperatorProvider

__all__ = ["Mutant", "Place", "mutant", "places"]

_OPPOSITES = {
    "Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Mod_Mul", "Pow_Mul", "RShift_LShift", "LShift_RShift",
    "BitOr_BitAnd", "BitAnd_BitOr", "BitXor_BitAnd",
}  # fmt: skip
_ORDERS = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE"}
_SKIPPED = {"VariableReplacer", "VariableInserter"}  # they ask for names to replace


@frozen
class Place:
    """Where an operator changes a module.

    Attributes:
        module: its dotted name; `path`: its file; `line`: the line.
        operator: the operator of cosmic-ray; `occurrence`: which of the places it knows in this module.
    """

    module: str
    path: Path
    operator: str
    occurrence: int
    line: int


@frozen
class Mutant:
    """A module with one fault.

    Attributes:
        place: where it is and what made it.
        was, becomes: the line before and after, without its indent.
        source: the whole text of the module.
    """

    place: Place
    was: str
    becomes: str
    source: str

    def __str__(self) -> str:
        return f"{self.place.path}:{self.place.line} {self.place.operator}\n    - {self.was}\n    + {self.becomes}"


def places(module: str, path: Path) -> Iterator[Place]:
    """Yield every place of a module that an operator changes, by operator and line."""
    nodes = list(ast_nodes(get_ast(path.read_text(encoding="utf-8"))))
    provider = OperatorProvider()
    for name in provider:
        if name in _SKIPPED or not _asked(name):
            continue
        found = [(node, start[0]) for node in nodes for start, _ in provider[name]().mutation_positions(node)]
        yield from (Place(module, path, name, at, line) for at, (node, line) in enumerate(found) if _is_run(node))


def mutant(place: Place) -> Mutant | None:
    """Make the mutant of a place; None if it does not compile."""
    before = place.path.read_text(encoding="utf-8")
    after = mutate_code(before, OperatorProvider()[place.operator](), place.occurrence)
    if after is None or not _compiles(after):
        return None
    old, new = before.splitlines(), after.splitlines()
    if len(old) != len(new):  # a decorator goes with its line
        return Mutant(place, old[place.line - 1].strip(), "", after)
    at = next(at for at, (left, right) in enumerate(zip(old, new, strict=True)) if left != right)
    return Mutant(place, old[at].strip(), new[at].strip(), after)


def _asked(name: str) -> bool:
    family, _, change = name.partition("_")
    if family == "ReplaceBinaryOperator":
        return change in _OPPOSITES
    if family == "ReplaceComparisonOperator":
        first, _, second = change.partition("_")
        return (first in _ORDERS) == (second in _ORDERS)
    return True


def _is_run(node: Any) -> bool:
    """Whether a node is run: not part of an annotation, nor a `*` or `/` of a signature."""
    parent, child = node.parent, node
    if parent is not None and parent.type == "parameters":
        return False
    while parent is not None:
        if parent.type == "tfpdef" and parent.children[0] is not child:
            return False
        if parent.type == "annassign" and parent.children[1] is child:
            return False
        if parent.type == "funcdef" and child is parent.annotation:
            return False
        parent, child = parent.parent, parent
    return True


def _compiles(source: str) -> bool:
    with warnings.catch_warnings(action="ignore"):
        try:
            compile(source, "mutant", "exec")
        except (SyntaxError, ValueError):
            return False
    return True
