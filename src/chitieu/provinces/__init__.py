"""Provinces: their formats as data, the registry of formats, plugins, detection.

Names are loaded when first used, as those of `chitieu` itself: who asks for a format pays for no JSON Schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chitieu.lazy_names import lazy_names

if TYPE_CHECKING:
    from chitieu.provinces.detection import DetectedProvince, detect_province
    from chitieu.provinces.json_schema import format_json_schema
    from chitieu.provinces.layers import Origin
    from chitieu.provinces.local_agencies import LocalAgency
    from chitieu.provinces.local_indicators import LocalIndicator
    from chitieu.provinces.registry import (
        available_provinces,
        get_province,
        load_format,
        province_home,
        province_origins,
        register,
        using,
    )
    from chitieu.provinces.schema import API_VERSION, ProvinceFormat

__all__ = [
    "API_VERSION",
    "DetectedProvince",
    "LocalAgency",
    "LocalIndicator",
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
    "local_agencies": "LocalAgency",
    "local_indicators": "LocalIndicator",
    "registry": "available_provinces get_province load_format province_home province_origins register using",
    "schema": "API_VERSION ProvinceFormat",
}
__getattr__, __dir__ = lazy_names(__name__, _MODULES)
