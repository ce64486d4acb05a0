"""References to documents: ``Nghị quyết số 31/2022/NQ-HĐND ngày 08 tháng 12 năm 2022 của HĐND tỉnh``.

Four families of numbers are read, and công văn:

============== =========================== ==============================================
normative      ``31/2022/NQ-HĐND``          number/year/type-body, or body alone (``QH15``)
administrative ``370/KH-UBND``              number/type-body
party          ``09-NQ/TU``                 number-type/body
military       ``1900/CL-BTL``              as administrative, issued by a command
dispatch       ``230/BYT-BM-TE``            number/body-unit (công văn)
============== =========================== ==============================================

Lists that leave out the common part are filled in: ``Nghị quyết số 18, 19-NQ/TW`` is two documents.
A number is not a key (01/NQ-CP comes every year): identity is number, date and issuer.

Sources: Nghị định 30/2020/NĐ-CP; Quy định 399-QĐ/TW; the grammar was tested on published numbers.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum

from attrs import evolve, field, frozen

from chitieu.documents.citing import DocumentRelation, Said, read_term, said_of
from chitieu.documents.naming import date_before, document_words, issuer_before, kind_before, particulars
from chitieu.errors import ParseError
from chitieu.numbers.decimals import DIGITS
from chitieu.text import Mention, SourceText, Span

__all__ = ["Reference", "ReferenceFamily", "find_references", "parse_reference", "scan_references"]


class ReferenceFamily(Enum):
    """Which system a document number belongs to.

    >>> import chitieu as ct
    >>> ct.parse_reference("Nghị quyết số 18-NQ/TW").family.value
    'party'
    """

    NORMATIVE = "normative"
    ADMINISTRATIVE = "administrative"
    DISPATCH = "dispatch"
    PARTY = "party"
    MILITARY = "military"
    BARE = "bare"
    """A number without its symbol (``Nghị quyết số 18 ngày 25-10-2017``)."""


@frozen
class Reference:
    """A document named by its number.

    Attributes:
        number: number and symbol, spaces out, letters as the decree writes them: ``08-CTr/TU``.
        kind: what the text calls it (``Nghị quyết``), else what its symbol says; None if neither does.
        date: the day of issue where the text gives it.
        issuer: the issuing body where the text gives it, as written.
        family: the system the number belongs to.
        span: where it was read; not compared.
        term: the term of office the text names behind it (``khóa XII`` → 12); Party numbers begin anew with each.
        relation: what the text does with it, by the words before the number; not compared.
        subject: number of the cited document whose abstract says so (``Kế hoạch A về thực hiện Nghị quyết B``); None
            where the text itself does; not compared.

    >>> import chitieu as ct
    >>> reference = ct.parse_reference("Nghị quyết số 18-NQ/TW")
    >>> reference.number, reference.kind, reference.issuer
    ('18-NQ/TW', 'Nghị quyết', None)
    """

    number: str
    kind: str | None = None
    date: dt.date | None = None
    issuer: str | None = None
    family: ReferenceFamily = ReferenceFamily.ADMINISTRATIVE
    span: Span | None = field(default=None, eq=False, repr=False)
    term: int | None = field(default=None, repr=False)
    relation: DocumentRelation = field(default=DocumentRelation.REFERS_TO, eq=False, repr=False)
    subject: str | None = field(default=None, eq=False, repr=False)

    @property
    def identity(self) -> tuple[str, dt.date | None, str | None]:
        """What tells this document from others: number, date and issuer."""
        return self.number, self.date, self.issuer

    def __str__(self) -> str:
        return f"{self.kind} số {self.number}" if self.kind else self.number


_GROUP = r"[A-ZĐƯ][A-Za-zĐđƯưôÔ&]{0,11}(?:\s?(?<=QH)[0-9]{2}|(?<=[A-Z])[0-9]{1,2})?"
_STATE = re.compile(
    rf"([0-9]{{1,6}}(?:\.[0-9]{{1,3}})?[a-zđ]?)(?:\s?/\s?((?:19|20)[0-9]{{2}}))?\s?/\s?({_GROUP}(?:\s?[-.]\s?{_GROUP}(?:[-.]{_GROUP}|-[A-Z][0-9]{{0,2}}){{0,3}})?)(?![^\W_])"
)
_PARTY = re.compile(
    r"([0-9]{1,6}[a-zđ]?)\s?[-.]\s?([A-ZĐ][A-Za-zĐđ]{0,5})\s?/\s?([A-ZĐƯ][A-Za-zĐđƯư]{1,8}(?:-[A-ZĐ]{2,6})?)(?![^\W_])"
)
_JOINED = re.compile(r"[a-zđ]?\s?[/\-.]\s?(?=[A-ZĐa-zđ0-9])")
_LOWER = re.compile(
    r"[0-9]{1,6}[a-zđ]?(?:\s?/\s?(?:19|20)[0-9]{2})?\s?(?:/\s?[a-zđ]{1,4}\s?-|-\s?[a-zđ]{1,4}\s?/)\s?[a-zđ]{2,9}(?![^\W_])"
)
"""A number all in lower case (``215/qđ-ubnd``): believed only where both symbols are in the table."""
_BARE = re.compile(r"số\s+([0-9]{1,4}[a-z]?)\s{1,3}(?=ngày\s[0-9])")
_ELIDED = re.compile(r"(?:[0-9]{1,5}[a-zđ]?\s*(?:,|;|và|\s)\s*(?:số\s+)?){1,9}$")
_ONE_ELIDED = re.compile(r"[0-9]{1,5}[a-zđ]?")
_LIST_HEAD = re.compile(r"\b(?:số|s)\s*$", re.IGNORECASE)


@frozen
class _Number:
    """A number matched at a place, taken apart."""

    number: str
    symbol: str  # what elided members of a list share: "/2020/NĐ-CP", "-NQ/TW"
    abbreviation: str | None
    family: ReferenceFamily
    start: int
    end: int


@frozen
class _Last:
    """What a reference leaves for the next one of its list."""

    kind: str
    issuer: str | None
    symbol: str
    end: int


_SAME_LIST = 80  # characters between two members of one list of documents


def _cased(group: str) -> str:
    return document_words().cased.get(group.upper(), group)


def _split_lost_hyphen(group: str) -> list[str]:
    """Split ``NĐCP`` and ``QĐUBND``, whose hyphen was lost in copying."""
    words = document_words()
    upper = group.upper()
    for size in range(len(group) - 2, 0, -1):
        if _cased(group[:size]) in words.kinds and upper[size:] in words.state:
            return [_cased(group[:size]), _cased(group[size:])]
    return [group]


def _match_state(flat: str, pos: int) -> _Number | None:
    match = _STATE.match(flat, pos)
    if match is None:
        return None
    words = document_words()
    number, year, symbol = match.groups()
    groups = re.split(r"\s?[-.]\s?", re.sub(r"(?<=QH)\s", "", symbol))
    if _cased(groups[0]) not in words.kinds:
        groups = _split_lost_hyphen(groups[0]) + groups[1:]
    groups = [_cased(group) for group in groups]
    typed = groups[0] in words.kinds and len(groups) > 1
    separator = "." if "." in symbol and typed and "-" not in symbol else "-"
    tail = f"{'/' + year if year else ''}/{separator.join(groups)}"
    if year:
        family = ReferenceFamily.NORMATIVE
    elif not typed:
        if len(groups) < 2 and not _LIST_HEAD.search(flat[max(0, pos - 6) : pos]) and not kind_before(flat, pos):
            return None
        if "." in symbol:  # "10/TP.HCM" is no number of a document
            return None
        family = ReferenceFamily.PARTY if groups[-1].upper() in words.party_bodies else ReferenceFamily.DISPATCH
    else:
        military = any(group.upper() in words.military for group in groups[1:])
        family = ReferenceFamily.MILITARY if military else ReferenceFamily.ADMINISTRATIVE
    kind = groups[0] if typed else None
    return _Number(number + tail, tail, kind, family, pos, match.end())


def _match_party(flat: str, pos: int) -> _Number | None:
    match = _PARTY.match(flat, pos)
    if match is None:
        return None
    number, kind, body = match.groups()
    kind, body = _cased(kind), _cased(body)
    if kind not in document_words().party:
        return None
    return _Number(f"{number}-{kind}/{body}", f"-{kind}/{body}", kind, ReferenceFamily.PARTY, pos, match.end())


def _match_lower(flat: str, pos: int) -> _Number | None:
    match = _LOWER.match(flat, pos)
    if match is None:
        return None
    words = document_words()
    kind, body = (part.upper() for part in re.findall(r"[a-zđ]+", re.sub(r"^[0-9]+[a-zđ]?", "", match.group()))[-2:])
    if kind not in words.cased or body not in words.cased:
        return None
    upper = match.group().upper()
    number = _match_party(upper, 0) or _match_state(upper, 0)
    return evolve(number, start=pos, end=pos + number.end) if number else None


def _elided(flat: str, number: _Number) -> list[_Number]:
    """Fill in the members of a list before a full number: ``107, 108 và 120/2020/NĐ-CP``."""
    left = flat[max(0, number.start - 60) : number.start]
    match = _ELIDED.search(left)
    if match is None:
        return []
    base = number.start - len(left)
    head = base + match.start()
    if not _LIST_HEAD.search(flat[max(0, head - 5) : head]) and not kind_before(flat, head):
        return []
    return [
        _Number(
            one.group() + number.symbol,
            number.symbol,
            number.abbreviation,
            number.family,
            head + one.start(),
            head + one.end(),
        )
        for one in _ONE_ELIDED.finditer(match.group())
    ]


def _numbers(flat: str, tokens: list[tuple[int, int]]) -> list[tuple[_Number, bool]]:
    """Match all document numbers; the flag says that a member belongs to the next one's list."""
    found: list[tuple[_Number, bool]] = []
    done = 0
    for pos, end in tokens:
        if pos < done or not _JOINED.match(flat, end):
            continue
        before = flat[pos - 1] if pos else " "
        if (before.isalnum() or before in "/.,-_") and before != "s":
            continue
        number = _match_party(flat, pos) or _match_state(flat, pos) or _match_lower(flat, pos)
        if number is None:
            continue
        found += [(member, True) for member in _elided(flat, number) if member.start >= done]
        found.append((number, False))
        done = number.end
    return found


def _bare_numbers(flat: str, taken: list[tuple[_Number, bool]]) -> list[tuple[_Number, bool]]:
    """Match ``Nghị quyết số 18 ngày …``: a number whose symbol is left out but whose day is given."""
    spans = {number.start for number, _ in taken}
    return [
        (_Number(m[1], "", None, ReferenceFamily.BARE, m.start(1), m.end(1)), False)
        for m in _BARE.finditer(flat)
        if m.start(1) not in spans and kind_before(flat, m.start(1))
    ]


def scan_references(
    source: SourceText, tokens: list[tuple[int, int]] | None = None
) -> list[tuple[Reference, int, int]]:
    """Find references in a folded text; offsets are those of the folded text.

    Args:
        source: the folded text.
        tokens: places of its runs of digits, where the caller has them already.
    """
    flat = source.flat
    if tokens is None:
        tokens = [token.span() for token in DIGITS.finditer(flat)]
    numbers = _numbers(flat, tokens)
    numbers = sorted(numbers + _bare_numbers(flat, numbers), key=lambda item: item[0].start)
    found: list[tuple[Reference, int, int]] = []
    waiting: list[_Number] = []
    last: _Last | None = None
    said: Said | None = None
    chain = 0  # where the list begins that the number at hand goes on
    for number, in_list in numbers:
        if in_list:
            waiting.append(number)
            continue
        first = waiting[0] if waiting else number
        when, issuer, end = particulars(flat, number.end)
        when = when or date_before(flat, first.start, last.end if last else 0)
        kind = kind_before(flat, first.start)
        issuer = issuer or issuer_before(flat, first.start)
        if kind is None and last and last.symbol == number.symbol and first.start - last.end < _SAME_LIST:
            kind = last.kind
            _name_issuer(found, chain, issuer)
            issuer = issuer or last.issuer
        else:
            chain = len(found)
        kind = kind or _default_kind(number)
        said = evolve(said_of(source.text, source.lower, flat, first.start, said), number=number.number, end=end)
        term = read_term(source.lower, end)
        for member in [*waiting, number]:
            stop = end if member is number else member.end
            span = source.span(member.start, stop)
            reference = Reference(
                member.number, kind, when, issuer, member.family, span, term, said.relation, said.subject
            )
            found.append((reference, member.start, stop))
        last = _Last(kind, issuer, number.symbol, end) if kind else None
        waiting = []
    return found


def _name_issuer(found: list[tuple[Reference, int, int]], chain: int, issuer: str | None) -> None:
    """Give the issuer that ends a list (``số 57-NQ/TW, 59-NQ/TW của Bộ Chính trị``) to its earlier members."""
    if issuer is None:
        return
    for at in range(chain, len(found)):
        reference, start, end = found[at]
        if reference.issuer is None:
            found[at] = evolve(reference, issuer=issuer), start, end


def _default_kind(number: _Number) -> str | None:
    words = document_words()
    if number.abbreviation:
        return (words.party if number.family is ReferenceFamily.PARTY else words.kinds).get(number.abbreviation)
    return "Công văn" if number.family is ReferenceFamily.DISPATCH else None


def find_references(text: str) -> tuple[Mention[Reference], ...]:
    """Find the documents a text refers to, in order; members of elided lists come one by one.

    Args:
        text: any text; numbers broken across lines are found.

    >>> [m.value.number for m in find_references("Nghị định số 107, 108 và 120/2020/NĐ-CP")]
    ['107/2020/NĐ-CP', '108/2020/NĐ-CP', '120/2020/NĐ-CP']
    """
    source = SourceText(text)
    return tuple(source.mention(reference, start, end) for reference, start, end in scan_references(source))


def parse_reference(text: str) -> Reference:
    """Read the one document that a text names.

    Raises:
        ParseError: the text holds no document number, or several.

    >>> r = parse_reference("Nghị quyết số 31/2022/NQ-HĐND ngày 08 tháng 12 năm 2022 của HĐND tỉnh")
    >>> r.number, r.kind, r.date.isoformat(), r.issuer
    ('31/2022/NQ-HĐND', 'Nghị quyết', '2022-12-08', 'HĐND tỉnh')
    """
    first, *more = find_references(text) or (None,)
    if first is None:
        raise ParseError("reference.none", text=text, start=0, end=len(text))
    if more:
        second = more[0].span
        raise ParseError("reference.several", text=text, start=second.start, end=second.end, count=len(more) + 1)
    return first.value
