"""Provinces: their formats as data, the registry of formats, plugins, detection."""

from chitieu.provinces.detection import DetectedProvince, detect_province
from chitieu.provinces.json_schema import format_json_schema
from chitieu.provinces.loading import Origin
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
