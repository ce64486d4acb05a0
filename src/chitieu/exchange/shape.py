"""The shape of a plan as data: which keys an object has, of what kind, and which may be left out.

Read from the attrs classes, once. The JSON Schema and the short way between plans and JSON follow it, so that a field that
is added to a class is in all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from chitieu.periods.period import Due, Period
from chitieu.plan import Plan
from chitieu.quantities.quantity import Quantity
from chitieu.text import Span

__all__ = ["Kind", "WireField", "default_of", "kind_of", "wire_fields"]

_OMITTED = frozenset({(Plan, "text")})
"""Fields that stay behind: the text a plan was read from is as long as all that was read."""

Tag: TypeAlias = Literal[
    "text", "switch", "whole", "decimal", "date", "period", "due", "span", "quantity", "choice", "object", "list", "map"
]

_PLAIN: dict[Any, Tag] = {
    str: "text",
    bool: "switch",
    int: "whole",
    Decimal: "decimal",
    date: "date",
    Period: "period",
    Span: "span",
    Quantity: "quantity",
}


@frozen
class Kind:
    """What a value is.

    Attributes:
        tag: its form in JSON.
        cls: the class of an object, the enum of a choice; None for others.
        inner: the kind of the items of a list or of the values of a map; None for others.
        optional: whether ``null`` stands for no value.
    """

    tag: Tag
    cls: Any = None
    inner: Kind | None = None
    optional: bool = False


@frozen
class WireField:
    """A key of an object.

    Attributes:
        name: the key, which is the name of the field.
        kind: what its value is.
        default: the value where the key is left out; `attrs.NOTHING` where it must be given.
    """

    name: str
    kind: Kind
    default: Any

    @property
    def required(self) -> bool:
        """Whether the key must be given."""
        return self.default is attrs.NOTHING


def kind_of(hint: Any) -> Kind:
    """Return the kind of a type annotation.

    Raises:
        TypeError: plans have no such values yet.

    >>> kind_of(tuple[Quantity, ...]).inner.tag, kind_of(date | None).optional
    ('quantity', True)
    """
    if hint == Due:
        return Kind("due")
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        members = [member for member in get_args(hint) if member is not NoneType]
        return attrs.evolve(kind_of(Union[tuple(members)]), optional=NoneType in get_args(hint))  # noqa: UP007
    if origin is tuple:
        return Kind("list", inner=kind_of(get_args(hint)[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Kind("map", inner=kind_of(get_args(hint)[1]))
    if hint in _PLAIN:
        return Kind(_PLAIN[hint])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Kind("choice", hint)
    if attrs.has(hint):
        return Kind("object", hint)
    message = f"{hint!r} has no form in the JSON of a plan"
    raise TypeError(message)


def default_of(item: attrs.Attribute[Any]) -> Any:
    """Return the value a field has when it is not given."""
    factory = getattr(item.default, "factory", None)
    return factory() if factory else item.default


@cache
def wire_fields(cls: type) -> tuple[WireField, ...]:
    """Return the keys of an object of a class, in order.

    >>> [item.name for item in wire_fields(Plan)][:3], wire_fields(Plan)[0].required
    (['number', 'issuer', 'place'], False)
    """
    hints = get_type_hints(cls)
    kept = (item for item in attrs.fields(cls) if (cls, item.name) not in _OMITTED)
    return tuple(WireField(item.name, kind_of(hints[item.name]), default_of(item)) for item in kept)
