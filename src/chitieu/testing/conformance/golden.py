"""Checks of sample texts: what is expected of them is what is read."""

from __future__ import annotations

from collections.abc import Iterator

from chitieu.testing.conformance.capabilities import SAMPLES
from chitieu.testing.conformance.errors import SampleError
from chitieu.testing.conformance.mismatch import Mismatch, raised
from chitieu.testing.conformance.registry import check
from chitieu.testing.conformance.samples import Sample, find_samples
from chitieu.testing.conformance.subject import Subject

__all__: list[str] = []

_GROUP = "samples"


def _samples(subject: Subject) -> list[Sample]:
    return find_samples(subject.samples) if subject.samples else []


@check("samples-usable", group=_GROUP, needs=SAMPLES, after="metadata-schema")
def usable(subject: Subject) -> Iterator[Mismatch]:
    """The folder holds samples, each with a text and with expected values of known names."""
    try:
        samples = _samples(subject)
    except SampleError as error:
        yield Mismatch(error.file, "a sample that can be compared", error.message("en"))
        return
    if not samples:
        yield Mismatch(str(subject.samples), "texts (*.txt) with expected values (*.toml or *.json)", "none")


@check("samples-read", group=_GROUP, needs=SAMPLES, after=("levels-lines", "samples-usable"))
def read(subject: Subject) -> Iterator[Mismatch]:
    """Every sample is read as expected; what its expectation leaves out is not compared."""
    for sample in _samples(subject):
        try:
            yield from sample.differences(subject.form)
        except Exception as error:  # noqa: BLE001  (one sample that breaks a step hides no other)
            yield Mismatch(sample.name, "a plan", raised(error))
