"""The formats there are, loaded when first asked for."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from chitieu.errors import UnknownProvinceError
from chitieu.provinces.schema import ProvinceFormat, build_format, load_data, merge

__all__ = ["available_provinces", "get_province"]

_FOLDER = resources.files("chitieu.provinces").joinpath("data")


@cache
def available_provinces() -> tuple[str, ...]:
    """Return the slugs of all formats, sorted.

    >>> available_provinces()
    ('ben-tre', 'standard')
    """
    return tuple(sorted(file.name.removesuffix(".toml") for file in _FOLDER.iterdir() if file.name.endswith(".toml")))


def _data(slug: str) -> dict[str, Any]:
    if slug not in available_provinces():
        raise UnknownProvinceError("province.unknown", name=slug, known=", ".join(available_provinces()))
    own = load_data(_FOLDER.joinpath(f"{slug}.toml").read_text(encoding="utf-8"), f"{slug}.toml")
    base = own.get("extends")
    return merge(_data(base), own) if base else own


@cache
def get_province(slug: str) -> ProvinceFormat:
    """Return a province's format.

    Raises:
        UnknownProvinceError: no format has this slug; the message lists those there are.

    >>> get_province("ben-tre").name
    'Bến Tre'
    """
    return build_format(_data(slug), f"{slug}.toml")
