"""Checks of what a format says about itself."""

from __future__ import annotations

from collections.abc import Iterator

from chitieu import areas
from chitieu.errors import ProvinceFormatError
from chitieu.provinces.loading import build, format_data
from chitieu.testing.conformance.mismatch import Mismatch, shown
from chitieu.testing.conformance.registry import check
from chitieu.testing.conformance.subject import Subject

__all__: list[str] = []

_GROUP = "metadata"


@check("metadata-schema", group=_GROUP)
def schema(subject: Subject) -> Iterator[Mismatch]:
    """Every setting is what the schema allows."""
    form = subject.form
    try:
        build(format_data(form), type(form))
    except ProvinceFormatError as error:
        for problem in error.problems:
            yield Mismatch(problem.key or "the whole format", "what the schema allows", problem.message("en"))


@check("metadata-source", group=_GROUP, after="metadata-schema")
def source(subject: Subject) -> Iterator[Mismatch]:
    """The format names the documents its habits were seen in."""
    if not subject.form.source.strip():
        yield Mismatch("source", "the documents the habits were seen in", "nothing")


@check("metadata-days", group=_GROUP, needs="areas", after="metadata-schema")
def days(subject: Subject) -> Iterator[Mismatch]:
    """Each of its areas exists on some day on which the format holds."""
    form = subject.form
    for key in form.areas:
        area = areas.by_id()[key]
        first = max(filter(None, (form.valid_from, area.valid_from)), default=None)
        last = min(filter(None, (form.valid_to, area.valid_to)), default=None)
        if first and last and first > last:
            lived = f"{shown(area.valid_from)} to {shown(area.valid_to)}"
            held = f"{shown(form.valid_from)} to {shown(form.valid_to)}"
            yield Mismatch(f"areas: {key}", f"some day of {lived}", f"the format holds {held}")
