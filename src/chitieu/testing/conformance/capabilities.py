"""What a format declares, read off its data: a declaration kept apart from the data could drift from it.

A capability has the name of the setting it is declared by (``agencies``, ``words.bounds``, ``layout.levels``); it is
there when that setting holds anything. ``samples`` is the one that stands outside the format: a folder of texts.
"""

from __future__ import annotations

from functools import reduce

import attrs

from chitieu.provinces import ProvinceFormat

__all__ = ["SAMPLES", "declares", "meaning"]

SAMPLES = "samples"


def declares(form: ProvinceFormat, capability: str) -> bool:
    """Whether a format declares a capability.

    >>> import chitieu as ct
    >>> form = ct.get_province("standard")
    >>> declares(form, "levels"), declares(form, "agencies"), declares(form, "words.bounds")
    (True, False, False)
    """
    value = reduce(getattr, capability.split("."), form)
    if attrs.has(type(value)):
        return bool(value != type(value)())
    return bool(value)


def meaning(capability: str) -> str:
    """Return the sentence of the schema about the setting that declares a capability.

    >>> meaning("header.places")
    'Places documents are dated at where that is not the name of the province.'
    """
    if capability == SAMPLES:
        return "A folder of texts with expected values."
    *tables, name = capability.split(".")
    cls: type = ProvinceFormat
    for table in tables:
        attrs.resolve_types(cls)
        cls = attrs.fields_dict(cls)[table].type or cls
    return str(attrs.fields_dict(cls)[name].metadata["says"])
