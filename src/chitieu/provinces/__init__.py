"""Provinces: their formats as data, the registry of formats, plugins, detection.

Names are loaded when first used, as those of `chitieu` itself: who asks for a format pays for no JSON Schema.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chitieu.provinces.detection import DetectedProvince, detect_province
    from chitieu.provinces.json_schema import format_json_schema
    from chitieu.provinces.layers import Origin
    from chitieu.provinces.registry import (
        available_provinces,
        get_province,
        load_format,
        province_home,
        province_origins,
        register,
        using,
    )
    from chitieu.provinces.schema import API_VERSION, LocalAgency, ProvinceFormat

__all__ = [
    "API_VERSION",
    "DetectedProvince",
    "LocalAgency",
    "Origin",
    "ProvinceFormat",
    "available_provinces",
    "detect_province",
    "format_json_schema",
    "get_province",
    "load_format",
    "province_home",
    "province_origins",
    "register",
    "using",
]

_MODULES = {
    "detection": "DetectedProvince detect_province",
    "json_schema": "format_json_schema",
    "layers": "Origin",
    "registry": "available_provinces get_province load_format province_home province_origins register using",
    "schema": "API_VERSION LocalAgency ProvinceFormat",
}
_HOME = {name: module for module, names in _MODULES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
