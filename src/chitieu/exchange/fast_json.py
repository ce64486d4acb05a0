"""The short way between plans and JSON, through msgspec, which comes with the library on CPython.

msgspec parses and checks in C, into structs that have the shape of our classes (`chitieu.exchange.shape`); functions made
from the same shape turn structs into plans and back. This way takes only what the long one in `chitieu.exchange.json`
takes too. Whatever it stumbles over it leaves to that one, which knows where the fault is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from typing import Annotated, Any, Optional

import attrs

from chitieu.exchange.shape import Kind, default_of, wire_fields
from chitieu.exchange.values import read_decimal, read_due, read_period, read_unit
from chitieu.plan import Plan
from chitieu.quantities.quantity import Quantity
from chitieu.text import Span
from chitieu.units import Unit
from chitieu.units.table import Table, table

__all__ = ["FastJson", "fast_json"]


class FastJson:
    """Reads and writes plans, or says that it cannot.

    Args:
        schema: the name of the document's schema.
    """

    def __init__(self, schema: str) -> None:
        import msgspec  # noqa: PLC0415  (CPython alone has it)

        self._schema = schema
        maker = _Maker(msgspec)
        document = msgspec.defstruct(
            "Document", [("schema", str), ("plan", maker.struct(Plan))], forbid_unknown_fields=True
        )
        self._document: Callable[[str, Any], Any] = document
        self._decode: Callable[[str], Any] = msgspec.json.Decoder(document).decode
        self._encode: Callable[[Any], bytes] = msgspec.json.Encoder().encode
        self._read, self._write = maker.functions(Plan)
        self._errors = (msgspec.MsgspecError, ValueError, TypeError, ArithmeticError, RecursionError)

    def read(self, text: str) -> Plan | None:
        """Return the plan, or None where the long way must look at the text."""
        try:
            document = self._decode(text)
            plan: Plan = self._read(document.plan)
        except self._errors:
            return None
        return plan if document.schema == self._schema else None

    def write(self, plan: Plan) -> str | None:
        """Return the text, or None where the long way must write it (lone surrogates)."""
        try:
            return self._encode(self._document(self._schema, self._write(plan))).decode()
        except self._errors:
            return None


@cache
def fast_json(schema: str) -> FastJson | None:
    """Return the short way; None where msgspec is not installed."""
    try:
        return FastJson(schema)
    except ImportError:
        return None


@lru_cache(maxsize=4096)
def _known_unit(label: str, _known: Table) -> Unit:
    return read_unit(label)


_START, _END = Span.start.__set__, Span.end.__set__  # type: ignore[attr-defined]
_NEW = object.__new__


def _span(offsets: tuple[int, int]) -> Span:
    span = _NEW(Span)
    _START(span, offsets[0])
    _END(span, offsets[1])
    return span


def _quantity(struct: Any) -> Quantity:
    return Quantity(read_decimal(struct.value), _known_unit(struct.unit, table()))


class _Maker:
    """Makes the structs and the functions for a class and for all that its values hold."""

    def __init__(self, msgspec: Any) -> None:
        self._msgspec = msgspec
        offset = Annotated[int, msgspec.Meta(ge=0)]
        quantity = msgspec.defstruct("Quantity", [("value", str), ("unit", str)], forbid_unknown_fields=True, gc=False)
        self._hints: dict[str, Any] = {
            "text": str,
            "switch": bool,
            "whole": int,
            "decimal": str,
            "date": date,
            "period": str,
            "due": str,
            "span": tuple[offset, offset],
            "quantity": quantity,
        }
        self._structs: dict[type, Any] = {}
        self._classes: set[type] = set()
        self._names: dict[str, Any] = {
            "new": object.__new__,
            "span": _span,
            "new_quantity": quantity,
            "quantity": _quantity,
            "decimal": read_decimal,
            "period": lru_cache(maxsize=1024)(read_period),
            "due": read_due,
        }

    def struct(self, cls: type) -> Any:
        """Return the struct that has the shape of a class."""
        if cls not in self._structs:
            name = f"_{cls.__name__}"
            self._structs[cls] = name  # until it is made, those inside it name it
            fields = [
                (item.name, self._hint(item.kind))
                if item.required
                else (item.name, self._hint(item.kind), self._default(item.default))
                for item in wire_fields(cls)
            ]
            made = self._msgspec.defstruct(name, fields, forbid_unknown_fields=True, gc=False, module=__name__)
            globals()[name] = made  # where msgspec looks for the name
            self._structs[cls] = made
        return self._structs[cls]

    def _hint(self, kind: Kind) -> Any:
        if kind.tag in self._hints:
            hint = self._hints[kind.tag]
        elif kind.tag == "list":
            hint = list[self._hint(_inner(kind))]  # type: ignore[misc]
        elif kind.tag == "map":
            hint = dict[str, self._hint(_inner(kind))]  # type: ignore[misc]
        else:
            hint = kind.cls if kind.tag == "choice" else self.struct(kind.cls)
        return Optional[hint] if kind.optional else hint  # noqa: UP045  (the hint may be a name still)

    def _default(self, value: Any) -> Any:
        if value in ((), {}):
            return self._msgspec.field(default_factory=list if value == () else dict)
        return value

    def functions(self, cls: type) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
        """Return the function from a struct to a value of the class, and the one back.

        They are made as attrs and cattrs make theirs: source from names of our own fields, run once.
        """
        self._function(cls)
        return self._names[f"read_{cls.__name__}"], self._names[f"write_{cls.__name__}"]

    def _function(self, cls: type) -> str:
        name = cls.__name__
        if cls not in self._classes:
            self._classes.add(cls)
            self._names |= {name: cls, f"new_{name}": self.struct(cls)}
            fields = wire_fields(cls)
            reads = [(item.name, self._hole(item.kind, f"v.{item.name}", _READ)) for item in fields]
            writes = ", ".join(self._hole(item.kind, f"v.{item.name}", _WRITE) for item in fields)
            read = "\n ".join((f"def read_{name}(v):", *self._built(cls, reads)))
            exec(f"{read}\ndef write_{name}(v):\n return new_{name}({writes})", self._names)  # noqa: S102
        return name

    def _built(self, cls: type, values: list[tuple[str, str]]) -> list[str]:
        """Return the lines that make a value of the class.

        The constructor of a frozen class takes as long as all the rest. Where it only stores what it is given, the slots
        are filled without it; a class with a converter or a validator is called.
        """
        name = cls.__name__
        if any(item.converter or item.validator for item in attrs.fields(cls)):
            return [f"return {name}({', '.join(f'{field}={value}' for field, value in values)})"]
        given = dict(values)
        lines = [f"o = new({name})"]
        for item in attrs.fields(cls):
            setter = f"set_{name}_{item.name}"
            self._names[setter] = getattr(cls, item.name).__set__
            if item.name not in given:  # what JSON leaves out
                self._names[f"default_{setter}"] = default_of(item)
            lines.append(f"{setter}(o, {given.get(item.name, f'default_{setter}')})")
        if hasattr(cls, "__attrs_post_init__"):
            lines.append("o.__attrs_post_init__()")
        return [*lines, "return o"]

    def _hole(self, kind: Kind, value: str, forms: dict[str, str]) -> str:
        """Return the expression for a value inside an object, either way."""
        plain = forms["text"].format(value)
        form = self._form(kind, value, forms)
        return f"None if {value} is None else {form}" if kind.optional and form != plain else form

    def _form(self, kind: Kind, value: str, forms: dict[str, str]) -> str:
        if kind.tag in forms:
            return forms[kind.tag].format(value)
        if kind.tag == "object":
            return f"{forms['function']}_{self._function(kind.cls)}({value})"
        if kind.tag == "map":
            return f"{{n: {self._form(_inner(kind), 'x', forms)} for n, x in {value}.items()}}"
        inner = self._form(_inner(kind), "x", forms)
        items = value if inner == "x" else f"[{inner} for x in {value}]"
        if _inner(kind).tag == "object":
            items = f"map({inner.removesuffix('(x)')}, {value})"
        return forms["items"].format(items, value)


def _inner(kind: Kind) -> Kind:
    if kind.inner is None:
        raise TypeError(kind)
    return kind.inner


_SAME = dict.fromkeys(("text", "switch", "whole", "date", "choice"), "{0}")
_READ = {
    **_SAME,
    "function": "read",
    "items": "tuple({0}) if {1} else ()",
    "decimal": "decimal({0})",
    "period": "period({0})",
    "due": "due({0})",
    "span": "span({0})",
    "quantity": "quantity({0})",
}
"""From a struct to a value."""
_WRITE = {
    **_SAME,
    "function": "write",
    "items": "[*{0}] if {1} else []",
    "decimal": "str({0})",
    "period": "str({0})",
    "due": "str({0})",
    "span": "({0}.start, {0}.end)",
    "quantity": "new_quantity(str({0}.value), {0}.unit.label)",
}
"""From a value to a struct."""
