"""What a plan says of itself beside its head: *(Kèm theo Kế hoạch số … ngày … của …)*, *Sở A ban hành Kế hoạch … như sau*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from chitieu.agencies.agency import Agency
from chitieu.agencies.reader import read_agencies
from chitieu.checking.subject import Subject
from chitieu.checking.texts.places import row_before
from chitieu.documents.citing import DocumentRelation
from chitieu.documents.references import Reference
from chitieu.periods.dates import format_date, match_date
from chitieu.plan import Plan
from chitieu.text import Span, fold

__all__ = ["Name", "OwnSlip", "issuing_agencies", "own_slips"]


class Name(str):
    """A name or number where a sentence may also have a day: the form it gives days is not for it."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        """Return the name itself."""
        return str(self)


@frozen(eq=False)
class OwnSlip:
    """A particular of the plan that is not the one of its head.

    Attributes:
        about: what it is said of.
        said, meant: what is said there and in the head; `span`: where it is said.
    """

    about: str
    said: date | Name
    meant: date | Name
    span: Span | None


def own_slips(subject: Subject) -> Iterator[OwnSlip]:
    """Yield the number, days and issuers a plan gives for itself that are others than those of its head.

    A document of the same kind and body that an appendix is attached to is the plan, where its number or its day says so.
    So is one cited with its number and another day of its year: a body has one register for a calendar year.
    """
    plan, issuer = subject.plan, subject.plan.issuer or ""
    if plan.number is None or plan.issued is None:
        return
    for one in _attached_to(plan):
        same_number, same_day = one.number == plan.number, one.date == plan.issued
        if one.date is None or not (same_number or same_day):
            continue
        if not same_day:
            yield OwnSlip(one.number, one.date, plan.issued, one.span)
        elif not same_number:
            about = f"{one.kind} ngày {format_date(one.date, 'slash')}"
            yield OwnSlip(about, Name(one.number), Name(plan.number), one.span)
        elif one.issuer and _is_another(one.issuer, issuer):
            yield OwnSlip(one.number, Name(one.issuer), Name(issuer), one.span)
    yield from _cited_as_itself(plan, plan.issued)
    yield from _passed_later(subject, plan.issued)
    for agency, span, _ in _in_preamble(subject):
        if _is_another(agency.name, issuer):
            yield OwnSlip(plan.number, Name(agency.name), Name(issuer), span)


def issuing_agencies(subject: Subject) -> Iterator[tuple[Agency, Span | None, str]]:
    """Yield who is said to issue the plan, with the place and the words it is said in."""
    for one in _attached_to(subject.plan):
        if one.issuer:
            yield Agency(one.issuer), one.span, f"{one} của {one.issuer}"
    yield from _in_preamble(subject)


_ATTACHED = re.compile(r"\s*\(\s?(?:ban hành\s)?kèm theo", re.IGNORECASE)
_OPENING = re.compile(r"(?:^\W{0,4}|[,;.]\s)(?=(?:Sở|UBND|Ủy ban nhân dân)\s)", re.MULTILINE)
_ISSUES = re.compile(
    r"\s(?:xây dựng|ban hành|triển khai|lập|đề ra)(?:\s(?:và|,)\s?(?:ban hành|triển khai))?\s(?:kế hoạch|chương trình)(?!\w)[^.;|]{0,250}?(?:như sau|sau đây|sau:)"
)


def _attached_to(plan: Plan) -> Iterator[Reference]:
    """Yield the documents of the plan's own kind and body that appendices are attached to, in brackets under their titles."""
    own = _symbol(plan.number or "")
    for one in plan.cited if plan.text and own else ():
        attached = one.relation is DocumentRelation.ISSUED_WITH and _symbol(one.number) == own
        if attached and one.span and _ATTACHED.match(row_before(plan.text, one.span.start)):
            yield one


def _cited_as_itself(plan: Plan, issued: date) -> Iterator[OwnSlip]:
    """Yield the days of documents cited that have the number of the plan and are of its body, but of another day of its year."""
    attached = {id(one) for one in _attached_to(plan)}
    for one in plan.cited:
        if one.number == plan.number and id(one) not in attached and one.date is not None:
            same_year = one.date.year == issued.year and one.date != issued
            if same_year and _is_same_body(one.issuer, plan):
                yield OwnSlip(one.number, one.date, issued, one.span)


_PASSED = re.compile(
    r"(?<!\w)(?P<what>nghị quyết|quyết định|kế hoạch|chương trình) này (?:đã )?được [^;.|\n]{5,120}?(?:thông qua|ban hành)\sngày\s"
)


def _passed_later(subject: Subject, issued: date) -> Iterator[OwnSlip]:
    """Yield the days on which the plan is said to have been passed that are after its own: it is issued when it has been."""
    for piece in subject.pieces:
        for said in _PASSED.finditer(piece.source.lower):
            found = match_date(piece.source.lower, said.end())
            if found is not None and found.value is not None and found.value > issued:
                span = piece.fault(said.end(), found.end).span
                yield OwnSlip(f"{said['what'].capitalize()} này", found.value, issued, span)


def _is_same_body(said: str | None, plan: Plan) -> bool:
    """Whether a document is of the body of the plan; that of a number of a committee or council must be said: there are many."""
    if said is None:
        return not _MANY.search(plan.number or "")
    one, own = _plain(said), _plain(plan.issuer or "")
    return bool(one) and (one in own or own in one)


_MANY = re.compile(r"(?:UBND|HĐND|UB)$")


def _symbol(number: str) -> str:
    """Return a number without its ordinal: ``14/KH-UBND`` → ``KH-UBND``."""
    return number.lstrip("0123456789").lstrip("/-")


def _in_preamble(subject: Subject) -> Iterator[tuple[Agency, Span | None, str]]:
    """Yield who the preamble says issues the plan: *Sở A ban hành Kế hoạch … như sau*."""
    plan = subject.plan
    begun = (*(item.span for item in plan.indicators), *(section.span for section in plan.assignments))
    starts = [span.start for span in begun if span is not None]
    for piece in subject.pieces:
        flat = piece.source.flat
        for opening in _OPENING.finditer(piece.source.text):
            found, stop = read_agencies(flat, opening.end(), len(flat))
            if len(found) == 1 and _ISSUES.match(piece.source.lower, stop):
                agency, start, end = found[0]
                span = piece.fault(start, end).span
                if span is None or all(span.start < start for start in starts):
                    yield agency, span, flat[start:end]


_CUT_SHORT = re.compile(r"(?<!\w)(?!UBND)[A-ZĐ&]{2,}(?!\w)")


def _is_another(said: str, issuer: str) -> bool:
    """Whether a body is another of the same level than the one in the head: neither name has the other in it."""
    one, own = _plain(said), _plain(issuer)
    same_level = any(f" {one}".startswith(level) and level in f" {own}" for level in (" sở ", " ubnd "))
    committee_of = one.startswith("ubnd ") and " sở " in own  # the department's head names its committee too
    return same_level and not committee_of and not (one in own or own in one or _CUT_SHORT.search(said))


def _plain(name: str) -> str:
    lower = fold(name).lower().replace("ủy ban nhân dân", "ubnd")
    return " ".join(re.sub(r"(?<!\w)tp\.?(?!\w)", "thành phố ", lower).replace("-", " ").replace(",", " ").split())
