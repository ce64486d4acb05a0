"""Which document a reference means: number, year or term, issuer, each in one writing.

A number is no key. How much more it takes depends on the family:

============== ==================================================================================
normative      the year stands in the number; the issuer tells provinces apart
administrative one register a year and a body: number, year, issuer
party          one series a term of a committee: number, term (centre) or year (below), issuer
bare           kind and number, with the day
============== ==================================================================================

The issuer comes from the symbol (``data/citations.toml``), so ``Chủ tịch UBND tỉnh`` and ``UBND tỉnh`` under ``QĐ-UBND`` are
one register; the words behind the number add the place, and where they leave it out it is that of the plan.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cache

from attrs import evolve, field, frozen

from chitieu.documents.citing import citation_data
from chitieu.documents.references import Reference, ReferenceFamily
from chitieu.text import CAPITALS, fold

__all__ = ["DocumentIdentity", "Home", "find_home", "identify", "same_documents"]


@frozen
class DocumentIdentity:
    """What tells one document from every other.

    Attributes:
        number: number and symbol in uniform writing, under ten with a leading nought: ``01/NQ-CP``.
        year: the year of issue, where the number needs one; None where it is not known.
        issuer: the issuing body in uniform form, with its place: ``Hội đồng nhân dân tỉnh Sông Hậu``.
        term: the term of the Central Committee, for its own numbers.
        date, kind: the day and the kind of document where they are known; not compared.

    >>> import chitieu as ct
    >>> old = ct.identify(ct.parse_reference("Nghị quyết số 01/NQ-CP ngày 08/01/2022"))
    >>> new = ct.identify(ct.parse_reference("Nghị quyết số 1/NQ-CP ngày 06/01/2023 của Chính phủ"))
    >>> str(old), str(new), old == new
    ('01/NQ-CP, 2022, Chính phủ', '01/NQ-CP, 2023, Chính phủ', False)
    """

    number: str
    year: int | None = None
    issuer: str | None = None
    term: int | None = None
    date: dt.date | None = field(default=None, eq=False)
    kind: str | None = field(default=None, eq=False)

    @property
    def order(self) -> tuple[str, int, int, str]:
        """A key to sort by, the same in every run."""
        return self.number, self.year or 0, self.term or 0, self.issuer or ""

    def might_be(self, other: DocumentIdentity) -> bool:
        """Whether nothing known speaks against the two being one document.

        This is no equality: what leaves out its date might be either of two that do not.

        >>> DocumentIdentity("01/NQ-CP").might_be(DocumentIdentity("01/NQ-CP", 2023, "Chính phủ"))
        True
        """
        if self.date and other.date and (_is_bare(self) or _is_bare(other)):
            same_day = self.date == other.date and self.kind == other.kind
            return same_day and _ordinal(self.number) == _ordinal(other.number)
        return (
            self.number == other.number
            and (self.year is None or other.year is None or self.year == other.year)
            and (self.term is None or other.term is None or self.term == other.term)
            and _might_issue(self.issuer, other.issuer)
        )

    def __str__(self) -> str:
        term = f"khóa {self.term}" if self.term else None
        return ", ".join(str(part) for part in (self.number, self.year, term, self.issuer) if part)


def _might_issue(one: str | None, other: str | None) -> bool:
    """Whether two issuers may be one: the same, or one says less (``Tỉnh ủy``, ``Tỉnh ủy Sông Hậu``)."""
    if one is None or other is None:
        return True
    return f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")


def _is_bare(identity: DocumentIdentity) -> bool:
    return "/" not in identity.number


def _ordinal(number: str) -> str:
    match = re.search(r"[0-9]+", number)
    return match.group() if match else number


@frozen
class Home:
    """The unit a plan is of: its level (``tỉnh``) and its name; issuers named without a place are its own.

    >>> from chitieu.documents.identity import find_home
    >>> find_home("ỦY BAN NHÂN DÂN TỈNH SÔNG HẬU")
    Home(level='tỉnh', place='Sông Hậu')
    """

    level: str
    place: str


@frozen
class _Body:
    name: str
    seat: str
    party: str | None = None
    city: str | None = None
    terms: bool = False


@cache
def _bodies() -> Mapping[str, _Body]:
    keys = ("name", "seat", "party", "city", "terms")
    return {
        symbol.upper(): _Body(**{key: record[key] for key in keys if key in record})
        for record in citation_data()["body"]
        for symbol in record["symbols"]
    }


@cache
def _terms() -> tuple[tuple[dt.date, int], ...]:
    return tuple((record["first_day"], record["number"]) for record in citation_data()["term"])


_LEVELS = "thành phố|tỉnh|huyện|quận|thị xã|thị trấn|phường|đặc khu|xã"
_NAMED = rf"((?-i:[{CAPITALS}])\w*(?:(?:\s-\s|[\s\-])(?-i:[{CAPITALS}])\w*){{0,4}}|[0-9]{{1,2}})"
_PLACE = re.compile(
    rf"(?<!\w)(?:(tỉnh|thành|huyện|quận)\s+ủy(?:\s+{_NAMED})?|({_LEVELS})(?:\s+{_NAMED})?)(?!\w)", re.IGNORECASE
)
_OFFICE = re.compile(r"\s(?:SỞ|BAN(?! NHÂN| CHẤP| THƯỜNG)|VĂN PHÒNG|CHI CỤC|CỤC|THANH TRA|TRUNG TÂM|PHÒNG)\s.*")
_CITY = re.compile(r"\bTP\b\.?")
_PROVINCES = ("tỉnh", "thành phố")
_PARTY_LEVELS = {"thành": "thành phố"}


def find_home(issuer: str | None, place: str | None = None) -> Home | None:
    """Read which unit a body belongs to: ``ỦY BAN NHÂN DÂN TỈNH BẾN TRE`` → tỉnh Bến Tre.

    Args:
        issuer: the body as the head of a document writes it.
        place: the place before the date, for a body that does not name its own.
    """
    named = _named_place(_OFFICE.sub("", fold(issuer or "")))
    if named is None:
        return None
    level, name = named
    name = name or " ".join((place or "").split())
    return Home(level, _titled(name)) if name else None


def _titled(name: str) -> str:
    return " ".join(word.capitalize() if word.isupper() else word for word in name.split())


def _named_place(text: str) -> tuple[str, str | None] | None:
    """Read level and name of the unit an issuer is of; the last that is named, else the last level."""
    found: tuple[str, str | None] | None = None
    for match in _PLACE.finditer(text):
        level = (match[1] or match[3]).lower()
        name = match[2] or match[4]
        if name or found is None:
            found = _PARTY_LEVELS.get(level, level), name
    return found


_NUMBER = re.compile(r"([0-9]{1,6})(.*)", re.DOTALL)
_TAIL_DIGITS = re.compile(r"[0-9]+$")


def _uniform_number(reference: Reference) -> str:
    """Write a number as the decree does: no spaces, a nought before a single digit."""
    text = re.sub(r"\s", "", fold(reference.number))
    match = _NUMBER.fullmatch(text)
    if match:
        text = f"{match[1].lstrip('0') or '0':0>2}{match[2]}"
    if reference.family is ReferenceFamily.BARE or "/" not in text:
        return f"{reference.kind} số {text}" if reference.kind else text
    return text


def _symbol_body(number: str, *, party: bool) -> _Body | None:
    """Look the issuing body up by its symbol: the last group of a party number, else the first known group."""
    groups = [_TAIL_DIGITS.sub("", group).upper() for group in re.split(r"[-.]", number.rpartition("/")[2])]
    found = next((_bodies()[group] for group in groups if group in _bodies()), None)
    return evolve(found, name=found.party) if found and party and found.party else found


@cache
def _short_names() -> tuple[tuple[re.Pattern[str], str], ...]:
    names: dict[str, str] = citation_data()["names"]
    return tuple(
        (re.compile(rf"(?<!\w){short}\.?(?!\w)"), names[short]) for short in sorted(names, key=len, reverse=True)
    )


def _uniform_issuer(issuer: str, home: Home | None) -> str:
    text = " ".join(fold(issuer).split())
    for short, full in _short_names():
        text = short.sub(full, text)
    bare = re.fullmatch(rf"(.*?)\s(?:{_LEVELS})", text)
    return f"{text} {home.place}" if bare and home and text.endswith(home.level) else text


def _seat(body: _Body, issuer: str | None, home: Home | None) -> str:
    """Name a body that every place has by its level and place."""
    if home and body.seat == "province" and home.level not in _PROVINCES:
        home = None
    named = _named_place(_CITY.sub("thành phố", fold(issuer))) if issuer else None
    level, place = named or (home.level if home else None, home.place if home else None)
    if place is None and home and level == home.level:
        place = home.place
    if body.city:
        name = body.city if level == "thành phố" else body.name
        return f"{name} {_titled(place)}" if place else name
    return " ".join(part for part in (body.name, level, _titled(place) if place else None) if part)


def _issuer(number: str, reference: Reference, home: Home | None) -> tuple[str | None, bool]:
    """Return the issuer in uniform form, and whether its numbers go by terms."""
    body = _symbol_body(number, party=reference.family is ReferenceFamily.PARTY)
    if body is None:
        return (_uniform_issuer(reference.issuer, home) if reference.issuer else None), False
    if body.seat != "centre":
        return _seat(body, reference.issuer, home), False
    return body.name, body.terms


def _term(day: dt.date | None) -> int | None:
    return next((number for first, number in reversed(_terms()) if day and first <= day), None)


_YEAR = re.compile(r"/((?:19|20)[0-9]{2})/")


def identify(reference: Reference, home: Home | None = None) -> DocumentIdentity:
    """Say which document a reference means.

    Args:
        reference: the reference.
        home: the unit of the plan that cites it; issuers named without a place are taken as its own.

    >>> import chitieu as ct
    >>> from chitieu.documents.identity import find_home
    >>> short = ct.parse_reference("Nghị quyết số 31/2022/NQ-HĐND của HĐND tỉnh")
    >>> full = ct.parse_reference("Nghị quyết 31/2022/NQ-HĐND ngày 08/12/2022 của Hội đồng nhân dân tỉnh Bến Tre")
    >>> ct.identify(short) == ct.identify(full), ct.identify(short, find_home("UBND TỈNH BẾN TRE")) == ct.identify(full)
    (False, True)
    """
    number = _uniform_number(reference)
    issuer, by_terms = _issuer(number, reference, home)
    stated = _YEAR.search(number)
    year: int | None = int(stated[1]) if stated else (reference.date.year if reference.date else None)
    term = None
    if by_terms:
        term = reference.term or _term(reference.date)
        year = None if term else year
    return DocumentIdentity(number, year, issuer, term, reference.date, reference.kind)


def same_documents(
    identities: Iterable[DocumentIdentity],
) -> tuple[dict[DocumentIdentity, DocumentIdentity], dict[DocumentIdentity, tuple[DocumentIdentity, ...]]]:
    """Join what leaves something out with the one document of the same text it might be.

    Returns:
        Each identity with the one it stands for, and those with several candidates, which are kept apart.

    >>> short, full = DocumentIdentity("02/NQ-CP", None, "Chính phủ"), DocumentIdentity("02/NQ-CP", 2022, "Chính phủ")
    >>> same_documents([short, full])[0][short] == full
    True
    """
    known = sorted(set(identities), key=lambda one: one.order)
    by_ordinal: dict[str, list[DocumentIdentity]] = {}
    for one in known:
        if not _is_open(one):
            by_ordinal.setdefault(_ordinal(one.number), []).append(one)
    joined = {one: one for one in known}
    doubtful: dict[DocumentIdentity, tuple[DocumentIdentity, ...]] = {}
    for one in known:
        if not _is_open(one):
            continue
        fitting = tuple(other for other in by_ordinal.get(_ordinal(one.number), ()) if one.might_be(other))
        if len(fitting) == 1:
            joined[one] = fitting[0]
        elif fitting:
            doubtful[one] = fitting
    return joined, doubtful


def _is_open(identity: DocumentIdentity) -> bool:
    """Whether something that would tell this document from others is not said."""
    return (identity.year is None and identity.term is None) or identity.issuer is None or _is_bare(identity)
