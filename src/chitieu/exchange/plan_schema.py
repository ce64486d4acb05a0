"""The JSON Schema of a plan, made from the classes and their docstrings; it ships in the package.

What it cannot say is left to `from_json`: that a month has thirty days, that the upper end of a range lies above the
lower one, that a whole number is not written ``1.0``.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from enum import Enum
from importlib import resources
from typing import Any

from chitieu.exchange.json import SCHEMA
from chitieu.exchange.shape import Kind, WireField, wire_fields
from chitieu.exchange.values import DATE_PATTERN, PERIOD_PATTERN
from chitieu.periods.period import Recurrence
from chitieu.plan import Plan
from chitieu.targets.target import Bound, Target

__all__ = ["SCHEMA_FILE", "plan_schema", "shipped_plan_schema"]

SCHEMA_FILE = "plan-1.schema.json"
"""Name of the schema file in the package ``chitieu.exchange``."""

_DECIMAL = r"^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$"

_VALUES: dict[str, dict[str, Any]] = {
    "decimal": {
        "description": "A number as a string of its digits, as written.",
        "type": "string",
        "pattern": _DECIMAL,
    },
    "date": {"description": "A day, YYYY-MM-DD.", "type": "string", "format": "date", "pattern": f"^{DATE_PATTERN}$"},
    "period": {
        "description": "A year, half-year, quarter, month, first months of a year, range of years or term of office.",
        "type": "string",
        "pattern": f"^({PERIOD_PATTERN})$",
        "examples": ["2026", "2026-H1", "2026-9M", "2026-11M", "2026-Q2", "2026-02", "2026/2030", "term:2025/2030"],
    },
    "due": {
        "description": "The last day, the period work must be done in, or how often it is due.",
        "anyOf": [
            {"$ref": "#/$defs/date"},
            {"$ref": "#/$defs/period"},
            {"enum": [often.value for often in Recurrence]},
        ],
    },
    "span": {
        "description": "Two offsets in the original text: the first character and the one behind the last.",
        "type": "array",
        "items": {"type": "integer", "minimum": 0},
        "minItems": 2,
        "maxItems": 2,
    },
    "quantity": {
        "description": "A number and its unit.",
        "type": "object",
        "properties": {
            "value": {"$ref": "#/$defs/decimal"},
            "unit": {"description": "Label of the unit; empty for none.", "type": "string"},
        },
        "required": ["value", "unit"],
        "additionalProperties": False,
    },
}
_PLAIN: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "switch": {"type": "boolean"},
    "whole": {"type": "integer"},
}
_RULES: dict[type, dict[str, Any]] = {
    Target: {
        "if": {"properties": {"bound": {"const": Bound.BETWEEN.value}}, "required": ["bound"]},
        "then": {"properties": {"upper": {"$ref": "#/$defs/quantity"}}, "required": ["upper"]},
        "else": {"properties": {"upper": {"type": "null"}}},
    }
}
"""What one key says of another."""


def plan_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the documents that `to_json` writes and `from_json` reads.

    Returns:
        A new dictionary; ``$defs`` has one entry for each class and kind of value.

    >>> schema = plan_schema()
    >>> schema["properties"]["schema"], schema["$defs"]["PlannedIndicator"]["required"]
    ({'const': 'chitieu/plan/1'}, ['name'])
    """
    definitions = {name: dict(value) for name, value in _VALUES.items()}
    _define(Plan, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": f"Plan of chitieu, version {SCHEMA.rpartition('/')[2]}",
        "description": "A plan as data. A key that has a default may be left out; no other keys are allowed.",
        "type": "object",
        "properties": {"schema": {"const": SCHEMA}, "plan": {"$ref": "#/$defs/Plan"}},
        "required": ["schema", "plan"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def shipped_plan_schema() -> str:
    """Return the text of the schema file in the package.

    >>> json.loads(shipped_plan_schema())["$id"]
    'urn:chitieu:plan:1'
    """
    return resources.files("chitieu.exchange").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


def _define(cls: type, definitions: dict[str, Any]) -> dict[str, str]:
    """Put the schema of a class among the definitions, and return how it is referred to."""
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}  # a class may hold itself
        if issubclass(cls, Enum):
            values = [member.value for member in cls]
            definitions[cls.__name__] = {"description": _summary(cls), "enum": values}
        else:
            definitions[cls.__name__] = _object(cls, definitions)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    fields = wire_fields(cls)
    says = _described(cls, fields)
    properties = {}
    for item in fields:
        described = {"description": says[item.name]} if item.name in says else {}
        default = {} if item.required else {"default": _plain(item.default)}
        properties[item.name] = {**described, **_value(item.kind, definitions), **default}
    return {
        "description": _summary(cls),
        "type": "object",
        "properties": properties,
        "required": [item.name for item in fields if item.required],
        "additionalProperties": False,
        **_RULES.get(cls, {}),
    }


def _value(kind: Kind, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind.tag in _PLAIN:
        plain = _PLAIN[kind.tag]
        return {"type": [plain["type"], "null"]} if kind.optional else dict(plain)
    if kind.inner is not None:
        inner = _value(kind.inner, definitions)
        return (
            {"type": "array", "items": inner}
            if kind.tag == "list"
            else {"type": "object", "additionalProperties": inner}
        )
    found = _define(kind.cls, definitions) if kind.cls else {"$ref": f"#/$defs/{kind.tag}"}
    return {"anyOf": [found, {"type": "null"}]} if kind.optional else dict(found)


def _plain(value: Any) -> Any:
    """Return a default as JSON has it; defaults are plain values, choices and empty collections."""
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


# --- descriptions, from the docstrings ----------------------------------------------------------------------

_ENTRY = re.compile(r"    (\w+(?:, \w+)*): (.*)")
_NEXT = re.compile(r"; (`?\w+`?(?:, `?\w+`?)*): ")


def _summary(cls: type) -> str:
    return _without_markup((inspect.getdoc(cls) or "").partition("\n\n")[0])


def _without_markup(text: str) -> str:
    """Return a sentence as plain text; what is None in Python is null in JSON."""
    return re.sub(r"\bNone\b", "null", " ".join(text.split()).replace("``", "`"))


def _described(cls: type, fields: tuple[WireField, ...]) -> dict[str, str]:
    """Return what the section ``Attributes:`` says of each field."""
    known = {item.name for item in fields}
    return {
        name: text[:1].upper() + text[1:].rstrip(".") + "."
        for names, text in _entries(inspect.getdoc(cls) or "", known)
        for name in names
        if text
    }


def _entries(doc: str, known: set[str]) -> Iterator[tuple[list[str], str]]:
    """Yield names of fields and what is said of them; one entry may speak of several: ``text: the line; `span`: where``."""
    section = doc.partition("Attributes:\n")[2].partition("\n\n")[0]
    joined: list[tuple[str, str]] = []
    for line in section.splitlines():
        match = _ENTRY.match(line)
        if match:
            joined.append((match[1], match[2]))
        elif joined:
            joined[-1] = joined[-1][0], f"{joined[-1][1]} {line.strip()}"
    for first, text in joined:
        names, rest = first, text
        for match in _NEXT.finditer(text):
            if set(_split(match[1])) <= known:
                said, _, rest = rest.partition(match[0])
                yield _split(names), _without_markup(said)
                names = match[1]
        yield _split(names), _without_markup(rest)


def _split(names: str) -> list[str]:
    return names.replace("`", "").split(", ")


if __name__ == "__main__":  # python -m chitieu.exchange.plan_schema > src/chitieu/exchange/plan-1.schema.json
    print(json.dumps(plan_schema(), ensure_ascii=False, indent=2))  # noqa: T201
