"""Checks of the head of a document: its parts are found, and its province by them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from chitieu.plan import Plan
from chitieu.provinces import detect_province
from chitieu.testing.conformance.mismatch import Mismatch, compare
from chitieu.testing.conformance.registry import check
from chitieu.testing.conformance.subject import Subject
from chitieu.testing.skeleton import Skeleton

__all__: list[str] = []

_GROUP = "header"
_PARTS = ("number", "issuer", "place", "issued", "title", "period")


def _read(plan: Plan) -> str:
    return "\n".join(f"{part}: {getattr(plan, part)}" for part in _PARTS)


def _expected(plan: Skeleton) -> str:
    said = (plan.number, plan.issuer, plan.place, plan.day, plan.title, plan.day.year)
    return "\n".join(f"{part}: {value}" for part, value in zip(_PARTS, said, strict=True))


def _parts(subject: Subject, plan: Skeleton) -> Iterator[Mismatch]:
    """Compare every part of the header with what the made-up plan says."""
    text = plan.text
    wrong = compare(text, _expected(plan), lambda: _read(subject.read(text)))
    yield from (evolve(mismatch, input="\n".join(plan.header())) for mismatch in wrong)


@check("header-read", group=_GROUP, after="levels-lines")
def read(subject: Subject) -> Iterator[Mismatch]:
    """A header set the format's way gives number, issuer, place, date, title and period."""
    yield from _parts(subject, subject.skeleton)


@check("header-kinds", group=_GROUP, needs="header.kinds", after="header-read")
def kinds(subject: Subject) -> Iterator[Mismatch]:
    """Under every kind of document the title is found."""
    for kind in subject.form.header.kinds:
        yield from _parts(subject, evolve(subject.skeleton, kind=kind))


@check("header-preamble", group=_GROUP, needs="header.preamble", after="header-read")
def preamble(subject: Subject) -> Iterator[Mismatch]:
    """Every word a preamble begins with ends a title of several lines."""
    for word in subject.form.header.preamble:
        yield from _parts(subject, evolve(subject.skeleton, preamble=word, broken=True))


@check("header-places", group=_GROUP, needs="header.places", after="header-read")
def places(subject: Subject) -> Iterator[Mismatch]:
    """Every declared place is read as the place of a document."""
    for place in subject.form.header.places:
        yield from _parts(subject, evolve(subject.skeleton, place=place))


def _found(text: str) -> str:
    ranked = detect_province(text)
    return f"{ranked[0].slug}" if ranked else "no province"


@check("header-detected", group=_GROUP, needs="areas", after=("metadata-days", "header-read"))
def detected(subject: Subject) -> Iterator[Mismatch]:
    """A document with the name of the province in its head is taken for one of this format."""
    text = "\n".join(subject.skeleton.header())
    yield from compare(text, subject.form.slug, _found, text)


@check(
    "header-places-detected", group=_GROUP, needs=("areas", "header.places"), after=("header-detected", "header-places")
)
def places_detected(subject: Subject) -> Iterator[Mismatch]:
    """A document dated at a declared place is taken for one of this format."""
    for place in subject.form.header.places:
        plan = evolve(subject.skeleton, place=place)
        text = f"Số: {plan.number}\n{plan.dated}\n{plan.kind.upper()}\n{plan.title}\n"
        yield from compare(text, subject.form.slug, _found, text)
