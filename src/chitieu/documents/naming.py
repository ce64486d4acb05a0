"""The words around a document number: its kind before it, its date and its issuer behind it."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from functools import cache
from importlib import resources

from attrs import frozen

from chitieu.periods.dates import match_date

__all__ = ["DocumentWords", "date_before", "document_words", "issuer_before", "kind_before", "particulars"]


@frozen
class DocumentWords:
    """The table of documents (``data/documents.toml``), prepared for matching.

    Attributes:
        kinds: abbreviation → kind in state documents; `party`: the same in Party documents.
        cased: upper case → the writing of the decree (``CTR`` → ``CTr``).
        state, party_bodies, military: symbols of issuing bodies, in upper case.
        names: kind in lower case → kind; `short`: abbreviation used in running text → kind.
        before: matches a kind some words before a number; `kind_next`: a kind at the place.
        heads: words an issuer begins with; `stops`: words that end it; `about`: bodies named ``… về …``.
    """

    kinds: dict[str, str]
    party: dict[str, str]
    cased: dict[str, str]
    state: frozenset[str]
    party_bodies: frozenset[str]
    military: frozenset[str]
    short: dict[str, str]
    names: dict[str, str]
    before: re.Pattern[str]
    kind_next: re.Pattern[str]
    heads: tuple[str, ...]
    stops: tuple[str, ...]
    about: tuple[str, ...]


@cache
def document_words() -> DocumentWords:
    """Return the table; the file is read once."""
    data = tomllib.loads(resources.files("chitieu").joinpath("data/documents.toml").read_text(encoding="utf-8"))
    kinds, party, symbols, words = data["kinds"], data["party"], data["symbols"], data["words"]
    names = sorted(words["before"], key=len, reverse=True)
    short = "|".join(sorted(words["short"], key=len, reverse=True))
    before = re.compile(
        rf"((?i:{'|'.join(names)})|\b(?:{short})\b)((?:\s+[^\W\d_]+){{0,14}}?)\s*:?\s*(?:\b(?i:số|s))?\s*:?\s*$"
    )
    cased = {s.upper(): s for s in [*kinds, *party, *symbols["state"], *symbols["party"], *symbols["military"]]}
    return DocumentWords(
        kinds=kinds,
        party={**kinds, **party},
        cased=cased,
        state=frozenset(s.upper() for s in symbols["state"]),
        party_bodies=frozenset(s.upper() for s in symbols["party"]),
        military=frozenset(s.upper() for s in symbols["military"]),
        short=words["short"],
        names={name.lower(): name for name in names},
        before=before,
        kind_next=re.compile(rf"(?:{'|'.join(names)})(?!\w)"),
        heads=tuple(data["issuers"]["heads"]),
        stops=tuple(stop + mark for stop in data["issuers"]["stops"] for mark in " ,"),  # "… sửa đổi, bổ sung …"
        about=tuple(data["issuers"]["about"]),
    )


_DATE_LEAD = re.compile(r"\s{0,3}[,(]?\s{0,3}(?:ký\s{1,3})?(?:ban hành\s{1,3})?ngày\s{1,3}", re.IGNORECASE)
_OF = re.compile(r"\s{0,3},?\s{0,3}(?:do|của)\s{1,3}(?:đồng chí\s)?")
_ISSUER_WORD = re.compile(r"\S+")
_ISSUER_END = re.compile(r"(?<!TP)\.|[,;“”\"|:]|\((?![A-ZĐ&]{2,9}\))|(?<![A-ZĐ])\)|\s-\s")


def issuer_before(flat: str, pos: int) -> str | None:
    """Return the issuer named between kind and number: ``Nghị quyết của HĐND tỉnh: số 340/…``."""
    of = flat.rfind(" của ", max(0, pos - 90), pos)
    if of < 0 or ":" not in flat[of:pos] or not kind_before(flat, pos):
        return None
    named = _issuer(flat, of)
    return named[0] if named else None


def kind_before(flat: str, pos: int) -> str | None:
    """Return the kind that stands before a number, in the same breath."""
    left = flat[max(0, pos - 90) : pos]
    words = document_words()
    # Nearly always the kind stands right there: "Nghị quyết số 31/…"
    near = left.rstrip(" :").split()[-5:]
    if near and near[-1].lower() in ("số", "s"):
        near.pop()
    for count in range(min(4, len(near)), 0, -1):
        name = words.names.get(" ".join(near[-count:]).lower())
        if name:
            return name
    if near and near[-1] in words.short:
        return words.short[near[-1]]
    cut = max(left.rfind(mark) for mark in ";.),(")
    match = words.before.search(left, cut + 1)
    if match is None:
        return None
    # "Nghị quyết của Hội đồng nhân dân tỉnh: số 340/…" keeps its kind; a later kind word wins.
    found = match[1]
    for later in words.before.finditer(left, match.start(2)):
        found = later[1]
    return words.short.get(found) or words.names.get(" ".join(found.lower().split()))


def _stops(flat: str, start: int, end: int, pos: int) -> bool:
    """Whether the words at a place end the name of an issuer."""
    if not flat.startswith(document_words().stops, pos):
        return False
    if flat.startswith("về ", pos):
        return not flat[start:end].endswith(document_words().about)
    # "Văn phòng Đoàn ĐBQH và HĐND tỉnh" is one name; "… và triển khai …" and "… và Đề án …" are not
    named = flat.startswith("và ", pos) and flat[pos + 3 : pos + 4].isupper()
    return not named or document_words().kind_next.match(flat, pos + 3) is not None


def _issuer(flat: str, pos: int) -> tuple[str, int] | None:
    """Read the issuing body after ``của``; return it and the offset after."""
    lead = _OF.match(flat, pos)
    if lead is None or not flat.startswith(document_words().heads, lead.end()):
        return None
    start = lead.end()
    stop = _ISSUER_END.search(flat, start, start + 120)
    limit = stop.start() if stop else min(len(flat), start + 120)
    end = start
    for word in _ISSUER_WORD.finditer(flat[start:limit]):
        if end > start and _stops(flat, start, end, start + word.start()):
            break
        if word.group()[0].isdigit():
            break
        end = start + word.end()
    # "Hội đồng nhân dân (HĐND) tỉnh": the short name in brackets is no part of the name
    name = " ".join(word for word in flat[start:end].split() if word[0] != "(")
    return (name, end) if name else None


def _date_after(flat: str, pos: int) -> tuple[dt.date | None, int] | None:
    lead = _DATE_LEAD.match(flat, pos)
    match = match_date(flat[lead.end() : lead.end() + 40].lower(), 0) if lead else None
    return (match.value, lead.end() + match.end) if lead and match else None


_BEFORE_DATE = re.compile(
    r"(?<!\w)ngày\s{1,3}(?=[0-9])(?P<date>[^;()]{8,26}?)(?:\s{1,3}của\s[^,;()0-9]{2,60})?"
    r"(?:\s?,\s{0,3}(?:có\s)?số(?:\s{1,3}(?:hiệu|ký hiệu))?\s?:?\s{1,3}|\s?\(\s?(?:số(?:\s{1,3}(?:hiệu|ký hiệu))?\s?:?\s{1,3})?)$",
    re.IGNORECASE,
)


def date_before(flat: str, pos: int, after: int) -> dt.date | None:
    """Return the day that stands before a number and behind the kind: ``Luật Đất đai ngày 18/01/2024, số 31/2024/QH15``.

    Args:
        flat: folded text with line breaks as spaces.
        pos: where the number begins.
        after: where the document before ends, whose day is its own.

    >>> date_before("Luật Đất đai ngày 18/01/2024, số hiệu 31/2024/QH15", 38, 0)
    datetime.date(2024, 1, 18)
    """
    begin = max(after, pos - 110)
    lead = _BEFORE_DATE.search(flat[begin:pos])
    if lead is None:
        return None
    day = match_date(lead["date"].lower(), 0)
    known = day is not None and day.end == len(lead["date"]) and kind_before(flat, begin + lead.start())
    return day.value if day is not None and known else None


def particulars(flat: str, pos: int) -> tuple[dt.date | None, str | None, int]:
    """Read date and issuer behind a number, in either order; return them and the offset after."""
    when, issuer, end = None, None, pos
    for _ in range(2):
        if when is None and (dated := _date_after(flat, end)):
            when, end = dated
        if issuer is None and (named := _issuer(flat, end)):
            issuer, end = named
    return when, issuer, end
