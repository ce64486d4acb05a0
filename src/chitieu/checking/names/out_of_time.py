"""Bodies that nobody names on the day of a text, wherever it does: gone for ten years, or not thought of yet.

Of bodies that ended of late much is still told, so that only where they have work counts (`named_agencies`). A department
that ended long ago is named in sentences that look back alone, and one that begins in a year or two in those about
founding it. A text without a day tells of one by what it cites and by the years it speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from attrs import frozen

from chitieu.agencies.agency import Agency
from chitieu.agencies.known import directory, name_words_of
from chitieu.checking.names.ended_bodies import BegunBody, EndedBody, begun_bodies, ended_bodies
from chitieu.checking.names.named_agencies import NamedAgency
from chitieu.checking.subject import Subject
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import around
from chitieu.documents.references import find_references
from chitieu.text import CAPITALS

__all__ = ["OutOfTime", "out_of_time"]


@frozen(eq=False)
class OutOfTime:
    """A body named on a day it is not there.

    Attributes:
        named: where it is named.
        body: what it is.
        day: the day of the text, or one it is surely after or before.
    """

    named: NamedAgency
    body: EndedBody | BegunBody
    day: date


_Bodies = Mapping[tuple[str, ...], EndedBody | BegunBody]
"""Bodies by the words of their names."""


def out_of_time(subject: Subject) -> Iterator[OutOfTime]:
    """Yield the bodies a text names that had long ended by its day, or that nobody knew of yet."""
    since, until = subject.day or _since(subject), subject.day or _until(subject)
    long_ago = None if since is None else since.replace(year=since.year - _LONG, day=1)
    bodies: _Bodies = {**ended_bodies(), **begun_bodies()}
    for piece in subject.pieces:
        for body, start, end, ahead, behind in _named(piece, bodies):
            if isinstance(body, EndedBody):
                is_gone = long_ago is not None and body.last < long_ago and not _looks_back(ahead + behind, body.last)
                day = since if is_gone else None
            else:
                is_unknown = until is not None and until + _KNOWN_AHEAD < body.first
                day = until if is_unknown and not (_FOUNDS.search(ahead) or _FOUNDED.match(behind)) else None
            if day is not None:
                yield OutOfTime(_at(piece, start, end), body, day)


def _looks_back(said: str, last: date) -> bool:
    """Whether a sentence tells of the time a body was there, or of another country."""
    return _LOOKS_BACK.search(said) is not None or any(int(year) <= last.year for year in _YEAR.findall(said))


_LONG = 10
_KNOWN_AHEAD = timedelta(days=180)
"""How long before its first day a body is spoken of: plans of a reform are months older than it."""
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_LOOKS_BACK = re.compile(
    r"(?<!\w)(?:nguyên|cũ|trước đây|từng\s(?:là|làm|thuộc|được)|lịch sử|truyền thống|tiền thân|thành lập|chia tách|tách|sáp nhập|hợp nhất|đổi tên|sắp xếp|khi đó|thời kỳ"
    r"|trung quốc|quảng tây|vân nam|quảng đông|hải nam|khu tự trị|lào|campuchia|hàn quốc|nhật bản|nước ngoài|hoa kỳ|nước bạn)(?!\w)"
)
"""Words of sentences about what was, and about other countries, whose departments bear such names."""
_FOUNDS = re.compile(
    r"(?<!\w)(?:thành lập|hợp nhất|sáp nhập|sắp xếp|đổi tên|dự kiến|phương án|tổ chức lại|kiện toàn|nay là)(?!\w)"
)
"""Words ahead of a body to come."""
_FOUNDED = re.compile(r"\s*(?:\(|(?:sẽ |mới |được |sau khi )(?:được )?(?:thành lập|hợp nhất|sáp nhập|tổ chức lại))")
_SENTENCE = re.compile(r"[;|]|\.(?=\s|$)|\n\s*\n")
_REACH = 400


def _at(piece: Piece, start: int, end: int) -> NamedAgency:
    fault = piece.fault(start, end)
    return NamedAgency(Agency(fault.about), fault.span, fault.piece or fault.about)


def _named(piece: Piece, bodies: _Bodies) -> Iterator[tuple[EndedBody | BegunBody, int, int, str, str]]:
    """Yield the bodies named that are not of every day, where they stand, and their sentence ahead of and behind them."""
    pattern = _pattern(frozenset(bodies))
    text, lower = piece.source.text, piece.source.lower
    for match in pattern.finditer(lower):
        start, end = match.span()
        if _is_whole_name(text, start, end):
            ahead, behind = around(_SENTENCE, lower, start, end, _REACH)
            yield bodies[name_words_of(match.group())], start, end, ahead, behind


def _is_whole_name(text: str, start: int, end: int) -> bool:
    """Whether a name stands at a range, and not one of a place that goes on: ``huyện Mỏ Cày`` ┃ ``Nam``."""
    ends_proper = text[start:end].rsplit(None, 1)[-1][0].isupper()
    return (text[start].isupper() and not ends_proper) or (ends_proper and _GOES_ON.match(text, end) is None)


_GOES_ON = re.compile(rf"\s[{CAPITALS}]")


@cache
def _pattern(names: frozenset[tuple[str, ...]]) -> re.Pattern[str]:
    """Return the pattern of some names, each given by its words: between those any blanks, dashes and commas."""
    longest_first = sorted(names, key=lambda words: (-len(words), words))
    forms = "|".join(r"[\s,\-]{1,3}".join(map(re.escape, words)) for words in longest_first)
    return re.compile(rf"(?<!\w)(?:{forms})(?![\w&])")


# --- texts without a day -------------------------------------------------------------------------------------


def _since(subject: Subject) -> date | None:
    """Return a day a text is surely after: it cites documents of later days; one of them may be a slip."""
    period = subject.plan.period
    ahead = None if period is None else date(period.year - 1, 1, 1)
    cited = {mention.value.date for mention in find_references(subject.plan.text)}
    days = sorted(day for day in {*cited, ahead} if day is not None)
    return days[-2] if len(days) > 1 else ahead


_SINGLE_YEAR = re.compile(r"(?<!đến năm )(?<![0-9])(?<!\d[-–])(?<!\d [-–] )(20[0-9]{2})(?![0-9]|\s?[-–]\s?[0-9])")
_OFTEN = 3


def _until(subject: Subject) -> date | None:
    """Return a day a text is surely before: the end of the last year it speaks of, where it names what ended later.

    What ended says that the text is no look at the past from a day when it was gone.
    """
    text = subject.plan.text
    lower = text.lower()
    gone = (record.name.lower() for record in directory().records.values() if record.valid_to)
    years = [int(year) for year in _SINGLE_YEAR.findall(lower)]
    if not years or not any(name in lower for name in gone):
        return None
    last = max(years)
    return date(last, 12, 31) if sum(year >= last - 1 for year in years) >= _OFTEN else None
