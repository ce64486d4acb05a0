"""The JSON Schema of a format file, made from the classes; editors complete and check files with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from importlib import resources
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from chitieu.provinces.schema import API_VERSION, ProvinceFormat

__all__ = ["SCHEMA_FILE", "format_json_schema", "shipped_schema"]

SCHEMA_FILE = "province-format-1.schema.json"
"""Name of the schema file in the package ``chitieu.provinces``."""

_PLAIN: dict[type, dict[str, Any]] = {
    str: {"type": "string", "minLength": 1},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    date: {"type": "string", "format": "date"},
}


def _of_class(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls)
    properties = {}
    for item in attrs.fields(cls):
        inner = _of_type(hints[item.name])
        example = item.metadata.get("example")
        properties[item.name] = {"description": item.metadata.get("says", ""), **inner}
        if example:
            properties[item.name]["markdownDescription"] = f"{item.metadata['says']}\n\nExample: `{example}`"
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _of_type(kind: Any) -> dict[str, Any]:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        (inner,) = (arg for arg in get_args(kind) if arg is not type(None))
        return _of_type(inner)
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if origin is tuple:
        return {"type": "array", "items": _of_type(get_args(kind)[0])}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _of_type(get_args(kind)[1])}
    return _of_class(kind) if attrs.has(kind) else dict(_PLAIN[kind])


def format_json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a format file.

    >>> format_json_schema()["properties"]["numbers"]["properties"]["pad_counts"]["type"]
    'boolean'
    """
    major = API_VERSION[0]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:chitieu:province-format:{major}",
        "title": f"chitieu province format, version {major}",
        **_of_class(ProvinceFormat),
        "required": ["slug", "name"],
    }


def shipped_schema() -> str:
    """Return the text of the schema file in the package."""
    return resources.files("chitieu.provinces").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


if (
    __name__ == "__main__"
):  # python -m chitieu.provinces.json_schema > src/chitieu/provinces/province-format-1.schema.json
    print(json.dumps(format_json_schema(), ensure_ascii=False, indent=2))  # noqa: T201
