"""Provinces: their formats as data, the registry of formats, detection."""

from chitieu.provinces.detection import DetectedProvince, detect_province
from chitieu.provinces.registry import available_provinces, get_province
from chitieu.provinces.schema import ProvinceFormat

__all__ = ["DetectedProvince", "ProvinceFormat", "available_provinces", "detect_province", "get_province"]
