"""Plans as JSON, without loss: decimals as strings, spans as pairs, a schema version inside.

The same document comes back equal, spans included. Reading is strict: an unknown key, a wrong type or a
value that cannot be is an error with its place (``$.indicators[3].targets[0].bound``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import GenericAlias
from typing import Any, cast, get_args, get_origin

import cattrs
from attrs import fields_dict, has
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from chitieu.errors import ChitieuError, DocumentError
from chitieu.exchange.fast_json import fast_json
from chitieu.exchange.values import (
    ValueFaultError,
    read_choice,
    read_date,
    read_decimal,
    read_due,
    read_period,
    read_unit,
    reason_of,
    shown,
)
from chitieu.periods.period import Due, Period
from chitieu.plan import Plan, Task
from chitieu.quantities.quantity import Quantity
from chitieu.reasons import Reason
from chitieu.text import Span

__all__ = ["SCHEMA", "configure_converter", "from_json", "to_json"]

SCHEMA = "chitieu/plan/1"
"""Name and major version of the document; readers refuse another major version."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def _unstructure_quantity(quantity: Quantity) -> dict[str, str]:
    return {"value": str(quantity.value), "unit": quantity.unit.label}


def _structure_quantity(data: Any, _: Any) -> Quantity:
    if not isinstance(data, Mapping) or set(data) != {"value", "unit"}:
        raise ValueFaultError("document.quantity", found=shown(data))
    return Quantity(read_decimal(data["value"]), read_unit(data["unit"]))


def _structure_span(data: Any, _: Any) -> Span:
    if not isinstance(data, list) or len(data) != 2 or not all(type(n) is int and n >= 0 for n in data):
        raise ValueFaultError("document.span", found=shown(data))
    return Span(*data)


def _only(kind: type, code: str) -> Callable[[Any, Any], Any]:
    """Make the reader of a kind of value that JSON has itself; nothing is turned into it."""

    def hook(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise ValueFaultError(code, found=shown(value))
        return value

    return hook


def _structure_object(cls: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    """Make the reader of a class: an object with known keys only."""
    special: dict[Any, dict[str, Any]] = {
        Task: {"due": override(struct_hook=lambda text, _: read_due(text))},
        Plan: {"text": override(omit=True)},
    }
    structure = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, **special.get(cls, {}))

    def hook(data: Any, _: Any) -> Any:
        if not isinstance(data, Mapping):
            raise ValueFaultError("document.object", found=shown(data))
        return structure(data, cls)

    return hook


def _is_tuple(kind: Any) -> bool:
    origin: object = get_origin(kind)
    return origin is tuple


def _is_choice(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _structure_list(kind: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    """Make the reader of ``tuple[X, ...]``: a JSON list and nothing else that can be iterated."""
    inner: Any = GenericAlias(list, (get_args(kind)[0],))

    def hook(data: Any, _: Any) -> Any:
        if not isinstance(data, list):
            raise ValueFaultError("document.list", found=shown(data))
        return tuple(converter.structure(data, inner))

    return hook


def configure_converter(converter: cattrs.Converter) -> cattrs.Converter:
    """Teach a cattrs converter chitieu's values, in the form of this module's JSON.

    Args:
        converter: your own converter; hooks for quantities, periods, dates, spans, and strict texts, numbers
            and lists are registered on it.

    Returns:
        The same converter.

    >>> converter = configure_converter(cattrs.Converter())
    >>> converter.unstructure(Quantity(7, "xã"))
    {'value': '7', 'unit': 'xã'}
    >>> converter.structure({"value": "7", "unit": "xã"}, Quantity)
    Quantity(Decimal('7'), 'xã')
    """
    converter.register_structure_hook_factory(has, _structure_object)
    converter.register_structure_hook_factory(_is_tuple, _structure_list)
    converter.register_structure_hook_func(_is_choice, read_choice)
    for kind, unstructure in _UNSTRUCTURE.items():
        converter.register_unstructure_hook(kind, unstructure)
    for kind, structure in _STRUCTURE.items():
        converter.register_structure_hook(kind, structure)
    converter.register_unstructure_hook(
        Task,
        make_dict_unstructure_fn(Task, converter, due=override(unstruct_hook=_unstructure_due)),
    )
    # The text a plan was read from is as long as all that was read: who needs it keeps the file.
    converter.register_unstructure_hook(Plan, make_dict_unstructure_fn(Plan, converter, text=override(omit=True)))
    return converter


def _unstructure_due(due: Due | None) -> str | None:
    return None if due is None else str(due)


_UNSTRUCTURE: dict[Any, Callable[[Any], Any]] = {
    Decimal: str,
    Quantity: _unstructure_quantity,
    Period: str,
    date: date.isoformat,
    Span: lambda span: [span.start, span.end],
    Enum: lambda member: member.value,
}
_STRUCTURE: dict[Any, Callable[[Any, Any], Any]] = {
    Decimal: lambda text, _: read_decimal(text),
    Quantity: _structure_quantity,
    Period: lambda text, _: read_period(text),
    date: lambda text, _: read_date(text),
    Span: _structure_span,
    str: _only(str, "document.text"),
    bool: _only(bool, "document.switch"),
    int: _only(int, "document.whole"),
}


@cache
def _converter() -> cattrs.Converter:
    """Build the one converter of this format."""
    return configure_converter(cattrs.Converter())


def to_json(plan: Plan, *, indent: int | None = None) -> str:
    """Write a plan as JSON.

    Args:
        plan: the plan.
        indent: spaces of indent for people; None for one line.

    >>> from chitieu.plan import Plan
    >>> to_json(Plan(number="1/KH-UBND"))[:57]
    '{"schema":"chitieu/plan/1","plan":{"number":"1/KH-UBND","'
    """
    fast = fast_json(SCHEMA) if indent is None else None
    written = fast.write(plan) if fast else None
    if written is not None:
        return written
    document = {"schema": SCHEMA, "plan": _converter().unstructure(plan)}
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(document, ensure_ascii=False, indent=indent, separators=separators)
    # Lone surrogates cannot be encoded in a file; JSON has an escape for them.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _constant(name: str) -> float:
    message = f"{name} is no JSON value"
    raise ValueError(message)


def from_json(text: str) -> Plan:
    """Read a plan from JSON written by `to_json`.

    Raises:
        DocumentError: the text is not JSON, not of this schema, or a value is wrong; ``path`` says where.

    >>> from_json('{"schema": "chitieu/plan/1", "plan": {"issued": "2023-13-01"}}')
    Traceback (most recent call last):
    ...
    chitieu.errors.DocumentError: $.plan.issued: expected a day that exists, as "2026-01-31", found "2023-13-01"
    """
    fast = fast_json(SCHEMA)
    plan = fast.read(text) if fast else None
    return _read_long(text) if plan is None else plan


def _read_long(text: str) -> Plan:
    """Read the text with every fault named and placed."""
    try:
        document = json.loads(text, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise DocumentError(
            "document.json", path="$", reason=error.msg, line=error.lineno, column=error.colno
        ) from error
    except (ValueError, RecursionError) as error:
        raise DocumentError("document.json", path="$", reason=str(error), line=1, column=1) from error
    if not isinstance(document, dict) or "schema" not in document:
        raise DocumentError("document.other", path="$.schema", expected=SCHEMA)
    if document["schema"] != SCHEMA:
        raise DocumentError("document.version", path="$.schema", found=repr(document["schema"]), expected=SCHEMA)
    extra = set(document) - {"schema", "plan"}
    if extra:
        raise DocumentError("document.schema", path="$", reason=_strange(extra, ("schema", "plan")))
    if "plan" not in document:
        raise DocumentError("document.schema", path="$", reason=Reason("document.key_missing", {"key": "plan"}))
    try:
        return _converter().structure(document["plan"], Plan)
    except (cattrs.BaseValidationError, ChitieuError, ValueError, TypeError, RecursionError) as error:
        path, reason = _first_cause(error, "$.plan")
    # Raised outside: a nest of validation errors cannot be unpickled, and must not travel along as the context.
    raise DocumentError("document.schema", path=path, reason=reason)


def _first_cause(error: BaseException, path: str) -> tuple[str, str | Reason]:
    """Follow a nest of validation errors to its first leaf; return its JSON path and reason."""
    if isinstance(error, cattrs.BaseValidationError):
        inner = error.exceptions[0]
        for note in getattr(inner, "__notes__", ()):
            name = getattr(note, "name", None)
            index = getattr(note, "index", None)
            if name is not None:
                return _first_cause(inner, f"{path}.{name}")
            if index is not None:
                return _first_cause(inner, f"{path}[{index}]")
        return _first_cause(inner, path)
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        return path, _strange(error.extra_fields, fields_dict(error.cl))
    if isinstance(error, KeyError):
        return path, Reason("document.key_missing", {"key": cast("str", error.args[0])})
    return path, reason_of(error)


def _strange(found: Iterable[str], known: Iterable[str]) -> Reason:
    return Reason("document.key_unknown", {"key": min(found), "known": ", ".join(known)})
