"""Writing a plan as JSON in one pass: for each class one function that is a template with holes.

The functions are made from the shape of the classes, as attrs and cattrs make theirs: the source is put together from
names of our own fields and run once. A walk over the fields at run time takes twice as long.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from json.encoder import encode_basestring as _quoted
from typing import Any

from chitieu.exchange.shape import Kind, wire_fields

__all__ = ["writer_of"]


@cache
def writer_of(cls: type) -> Callable[[Any], str]:
    """Return the function that writes values of a class as JSON, in the form of `chitieu.exchange.json`.

    >>> from chitieu.quantities import Quantity
    >>> from chitieu.targets import Target
    >>> writer_of(Target)(Target(Quantity(7, "xã")))[:43]
    '{"quantity": {"value": "7", "unit": "xã"}, '
    """
    maker = _Maker()
    name = maker.function(cls)
    made: Callable[[Any], str] = maker.names[name]
    return made


class _Maker:
    """Makes the functions for a class and for all that its values hold."""

    def __init__(self) -> None:
        self.names: dict[str, Any] = {"quoted": _quoted, "quantity": _quantity, "span": _span}
        self.made: dict[type, str] = {}

    def function(self, cls: type) -> str:
        """Make the function of a class; return its name."""
        if cls not in self.made:
            self.made[cls] = f"write_{cls.__name__}"
            keys = ", ".join(f'"{item.name}": {{{self.hole(item.kind, f"v.{item.name}")}}}' for item in wire_fields(cls))
            source = f"def {self.made[cls]}(v):\n    return f'''{{{{{keys}}}}}'''\n"
            exec(compile(source, f"<writer of {cls.__name__}>", "exec"), self.names)  # noqa: S102
        return self.made[cls]

    def hole(self, kind: Kind, value: str) -> str:
        """Return the expression that writes a value."""
        written = self.written(kind, value)
        return f"'null' if {value} is None else {written}" if kind.optional else written

    def written(self, kind: Kind, value: str) -> str:
        """Return the expression for a value that is there."""
        if kind.tag in _EXPRESSIONS:
            return _EXPRESSIONS[kind.tag].format(value)
        if kind.inner is None:
            return f"{self.function(kind.cls)}({value})"
        inner = self.one(kind.inner)
        if kind.tag == "list":
            return f"'[' + ', '.join(map({inner}, {value})) + ']' if {value} else '[]'"
        pairs = f"[quoted(n) + ': ' + {inner}(x) for n, x in {value}.items()]"
        return f"'{{' + ', '.join({pairs}) + '}}'"

    def one(self, kind: Kind) -> str:
        """Return the name of a function that writes one item."""
        if kind.tag == "object":
            return self.function(kind.cls)
        if kind.tag in ("quantity", "span"):
            return kind.tag
        name = f"item_{kind.tag}{len(self.names)}"
        exec(f"def {name}(v): return {self.written(kind, 'v')}", self.names)  # noqa: S102
        return name


def _quantity(quantity: Any) -> str:
    return f'{{"value": "{quantity.value}", "unit": {_quoted(quantity.unit.label)}}}'


def _span(span: Any) -> str:
    return f"[{span.start}, {span.end}]"


_EXPRESSIONS = {
    "text": "quoted({0})",
    "switch": "'true' if {0} else 'false'",
    "whole": "{0}",
    "decimal": "f'\"{{{0}}}\"'",
    "date": "f'\"{{{0}}}\"'",
    "period": "f'\"{{{0}}}\"'",
    "due": "quoted(str({0}))",
    "choice": "quoted({0}._value_)",
    "span": "f'[{{{0}.start}}, {{{0}.end}}]'",
    "quantity": "quantity({0})",
}
"""How a value is written that needs no function of its own."""
