"""Rules about documents a plan cites: their days, and the form of their numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from chitieu.checking.names.issuers import gone_office, is_of_other_body
from chitieu.checking.names.number_forms import is_malformed, malformed_numbers
from chitieu.checking.names.own_particulars import Name, own_slips
from chitieu.checking.parts.slips import swapped
from chitieu.checking.rules import RuleFault, rule
from chitieu.checking.subject import Subject
from chitieu.documents.assemblies import is_of_other_term
from chitieu.documents.citing import DocumentRelation
from chitieu.documents.identity import DocumentIdentity, find_home, identify
from chitieu.documents.references import Reference, find_references
from chitieu.findings import Severity
from chitieu.periods.dates import format_date, match_date
from chitieu.text import Span, fold

__all__ = ["reference_disagrees", "reference_future", "reference_malformed", "reference_year"]

_YEAR = re.compile(r"[0-9]+(?:\.[0-9]+)?[a-zđ]?/((?:19|20)[0-9]{2})/")


def _references(subject: Subject) -> tuple[Reference, ...]:
    """Return every document the plan names, itself left out, in order of the text; those of a text that is no plan too."""
    plan = subject.plan
    named = plan.cited or plan.references()
    if subject.is_bare_text and not named:
        named = tuple(mention.value for mention in find_references(plan.text))
    return tuple(one for one in named if one.number != plan.number)


def _year(reference: Reference) -> int | None:
    """Return the year in a number; None where it has none."""
    match = _YEAR.match(reference.number)
    return int(match[1]) if match else None


def _once(references: Iterator[Reference]) -> Iterator[tuple[Reference, tuple[Span, ...]]]:
    """Yield each document once, with the other places it is named at."""
    found: dict[tuple[str, dt.date | None], list[Reference]] = {}
    for reference in references:
        found.setdefault((reference.number, reference.date), []).append(reference)
    for first, *more in found.values():
        yield first, tuple(one.span for one in more if one.span)


def _at(reference: Reference, related: tuple[Span, ...] = (), **fields: object) -> RuleFault:
    return RuleFault(reference.number, reference.span, str(reference), reference.number, related, fields)


@rule(
    "reference-future",
    title="A document is older than what rests on it",
    message="'{about}' is of {dated}, not before what rests on it ({issued})",
    severity=Severity.ERROR,
)
def reference_future(subject: Subject) -> Iterator[RuleFault]:
    """A document dated, or numbered in a year, after the day the plan was issued; one that another carries out too soon; the plan itself."""
    for reference, earlier in _carried_out_too_soon(subject):
        dated = format_date(reference.date, "slash") if reference.date else ""
        yield _at(reference, (earlier.span,) if earlier.span else (), dated=dated, issued=earlier.date)
    issued = subject.plan.issued
    if issued is None:
        return
    for reference, related in _once(one for one in _references(subject) if _is_after(one, issued)):
        dated = format_date(reference.date, "slash") if reference.date else str(_year(reference))
        yield _at(reference, related, dated=dated, issued=issued)
    for reference in _itself(subject):
        yield _at(reference, dated=format_date(issued, "slash"), issued=issued)
    for piece in subject.pieces:
        for ground in _GROUND.finditer(piece.source.lower):
            day = match_date(piece.source.lower, ground.end())
            if day is not None and day.value is not None and day.value > issued:
                dated = format_date(day.value, "slash")
                yield piece.fault(ground.start("act"), day.end, dated=dated, issued=issued)


def _itself(subject: Subject) -> Iterator[Reference]:
    """Yield the plan itself where it is among what it rests on: its number is that of another document, or its own put in the wrong place."""
    plan = subject.plan
    own = (one for one in plan.bases if plan.number and one.number == plan.number)
    yield from (one for one in own if one.date == plan.issued)


_GROUND = re.compile(
    r"(?<!\w)căn cứ\s(?P<act>(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|kết luận|thông báo)(?!\w)[^;.|0-9]{0,120}?(?<!từ)(?<!trước)(?<!sau)(?<!đến)(?<!hết)\sngày\s)(?=[0-9])"
)
"""A ground without a number: *Căn cứ Luật Quy hoạch ngày …*."""


_RESTS = frozenset({DocumentRelation.CARRIES_OUT, DocumentRelation.AMENDS, DocumentRelation.REPLACES})
_APART = re.compile(r";|,(?!\s(?:về|ban hành|bổ sung|thay thế|bãi bỏ)(?!\w))")
"""What stands between two documents of which the first does not tell of the second."""


def _carried_out_too_soon(subject: Subject) -> Iterator[tuple[Reference, Reference]]:
    """Yield documents with an older one right before them whose title says that it carries them out or changes them."""
    for earlier, reference in pairwise(_references(subject)):
        if reference.subject != earlier.number or reference.relation not in _RESTS:
            continue
        if earlier.date is None or reference.date is None or earlier.date >= reference.date:
            continue
        first, second = earlier.span, reference.span
        between = subject.plan.text[first.end : second.start] if first and second else ""
        if _APART.search(" ".join(between.split())) is None:
            yield reference, earlier


def _is_after(reference: Reference, issued: dt.date) -> bool:
    if reference.date is not None:
        return reference.date > issued
    year = _year(reference)
    return year is not None and year > issued.year


@rule(
    "reference-year",
    title="The year in a number is that of its date",
    message="'{about}' has the year {numbered} in its number, but its date is {dated}",
    severity=Severity.ERROR,
)
def reference_year(subject: Subject) -> Iterator[RuleFault]:
    """A number with a year (``31/2022/NQ-HĐND``) whose date is in another year."""
    wrong = (one for one in _references(subject) if one.date and _year(one) not in (None, one.date.year))
    for reference, related in _once(wrong):
        yield _at(reference, related, numbered=_year(reference), dated=reference.date)


@rule(
    "reference-disagrees",
    title="A document has one date, wherever it is named",
    message="'{about}' is of {dated} here and of {other} elsewhere",
)
def reference_disagrees(subject: Subject) -> Iterator[RuleFault]:
    """One number with two days; the plan itself with another number, day or issuer than in its head."""
    plan = subject.plan
    for slip in own_slips(subject):
        yield RuleFault(slip.about, slip.span, slip.about, slip.about, (), {"dated": slip.said, "other": slip.meant})
    for one, meant in _turned_round(_references(subject)):
        yield _at(one, (meant.span,) if meant.span else (), dated=Name(one.number), other=Name(meant.number))
    home = find_home(plan.issuer, plan.place)
    found: dict[DocumentIdentity, dict[dt.date, Reference]] = {}
    for reference in _references(subject):
        if reference.date is not None:
            found.setdefault(identify(reference, home), {}).setdefault(reference.date, reference)
    for by_day in (*found.values(), *_same_day_of_other_years(found)):
        first, *more = by_day.values()
        if more:
            related = (first.span,) if first.span else ()
            yield _at(more[-1], related, dated=more[-1].date, other=first.date)


def _turned_round(references: Sequence[Reference]) -> Iterator[tuple[Reference, Reference]]:
    """Yield the documents named without a day whose number is that of one with its day, but for two digits that changed places."""
    dated = {one.number: one for one in references if one.date is not None}
    for one in references:
        ordinal, _, rest = one.number.partition("/")
        if one.date is not None or one.number in dated or len(ordinal) < _TELLING or not ordinal.isdigit():
            continue
        meant = [dated[number] for turned in swapped(Decimal(ordinal)) if (number := f"{turned}/{rest}") in dated]
        if len(meant) == 1 and meant[0].kind == one.kind:
            yield one, meant[0]


_TELLING = 3
"""Digits of a number that hardly is another one turned round by chance."""


def _same_day_of_other_years(
    found: Mapping[DocumentIdentity, Mapping[dt.date, Reference]],
) -> Iterator[dict[dt.date, Reference]]:
    """Yield what has one number and one day and month in two years side by side, which two documents hardly have."""
    by_number: dict[tuple[str, int, int], dict[dt.date, Reference]] = {}
    for by_day in found.values():
        if len(by_day) == 1:
            for day, reference in by_day.items():
                by_number.setdefault((reference.number, day.month, day.day), {})[day] = reference
    for by_day in by_number.values():
        years = [day.year for day in by_day]
        if max(years) - min(years) == 1:
            yield by_day


# --- numbers that are none ---------------------------------------------------------------------------------


def _is_not_as_numbered(subject: Subject, reference: Reference) -> bool:
    """Whether the number of a document is one that it cannot have, though it has the form.

    Of a gone department that is named beside its number, another rule tells.
    """
    if is_of_other_term(reference) or is_of_other_body(reference):
        return True
    gone = gone_office(reference)
    place = reference.span.start if reference.span is not None else 0
    line = subject.plan.text[max(0, place - _BESIDE) : place + _BESIDE]
    return bool(gone) and gone.lower() not in fold(line).lower()


_BESIDE = 160


@rule(
    "reference-malformed",
    title="The number of a document has the form of its kind",
    message="'{written}' is no number of a document",
    severity=Severity.ERROR,
)
def reference_malformed(subject: Subject) -> Iterator[RuleFault]:
    """A number that no register gives: ``31/NQ/HĐND``, ``69/NQHĐND``, ``118/NQ-HĐND/2025``, ``43/2025/QH14``."""
    seen: set[str] = set()
    for piece in subject.pieces:
        for start, end in malformed_numbers(piece.source.text, piece.source.flat):
            written = piece.source.clean(start, end)
            if written not in seen:
                seen.add(written)
                yield piece.fault(start, end)
    for number in (subject.plan.number or "", *(one.number for one in subject.plan.references())):
        if number not in seen and is_malformed(number):
            seen.add(number)
            yield RuleFault(number, None, number, number, (), {"written": number})
    for reference, related in _once(one for one in _references(subject) if _is_not_as_numbered(subject, one)):
        if reference.number not in seen:
            seen.add(reference.number)
            by = f"{reference} của {reference.issuer}" if is_of_other_body(reference) else ""
            yield _at(reference, related, written=by or reference.number)
