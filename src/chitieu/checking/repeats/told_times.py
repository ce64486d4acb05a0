"""The time an amount is of, in a form in which two places compare: its year, and the words of a part of it or of several.

What names no year is of that of the plan, from the first indicator line on; ahead of it the nearest heading that names one tells.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from attrs import frozen

from chitieu.checking.named_amounts.stated import Headings
from chitieu.checking.texts.pieces import Piece

__all__ = ["PLANNED", "Years"]

PLANNED = "#plan"
"""Of a year that is over, what was planned for it."""
_STOP = re.compile(r"[;:()|\n]|[.,](?=\s|$)|(?<!\w)(?:so với|bằng|tăng|giảm|vượt|chiếm|đạt)(?!\w)")
_PRICES = re.compile(r"giá (?:so sánh|hiện hành|cố định)(?: năm)? (?:19|20)[0-9]{2}")
_BRACKETS = re.compile(r"\([^()]*\)")
_OWN = re.compile(r"[,:](?=\s|$)|\(")
_AGAINST = re.compile(r"(?<!\w)(?:so với|so)\s[^,;:()]{0,40}?năm (?:(?:19|20)[0-9]{2}|trước)(?!\w)")
_IS_BASE = re.compile(r"(?<!\w)(?:so với|so)(?:\s(?:mức|kết quả|số|con số|thực hiện)){0,3}\s*$")
_ENDS = re.compile(r"\s?(?:[);]|[.,](?=\s|$)|$)")
"""Behind a base whose time goes without saying: it is that of the year before."""
_SPAN = re.compile(r"(?<![0-9/])((?:19|20)[0-9]{2})\s?[-–]\s?((?:19|20)[0-9]{2})(?![0-9/])")
_YEAR = re.compile(r"(?<![0-9/.])((?:19|20)[0-9]{2})(?![0-9/]|[.,][0-9])")
_YEARS_END = re.compile(
    r"(?<!\w)(?:ngày )?(?:31 tháng 12 năm |31/12/|cuối năm |hết năm |tháng 12/)((?:19|20)[0-9]{2})(?![0-9])"
)
_LAST = re.compile(r"(?<!\w)(?:năm trước|năm ngoái)(?!\w)")
_PART = re.compile(
    r"(?<!\w)(?:quý (?:iv|i{1,3}|[1-4])|(?:0?[1-9]|1[01]) tháng|tháng [0-9]{1,2}|vụ (?:đông xuân|xuân hè|hè thu|thu đông|đông|xuân|hè|thu|mùa|chiêm|[123])|năm học(?: trước)?|niên vụ|lũy kế|luỹ kế|giai đoạn|nhiệm kỳ|bình quân|trung bình|mỗi|hằng"
    r"|hàng (?:năm|tháng|quý|ngày)|cùng kỳ|đầu năm|đợt \w+|kịch bản(?: \w+)?|phương án(?: \w+)?|(?:đến|hết|ngày) (?:ngày )?[0-9]{1,2}/[0-9]{1,2})(?!\w)"
)
"""Words of a part of a year, of several years, or of one case of several."""
_FOR_EACH = re.compile(r"(?<!\w)(?:bình quân|trung bình|mỗi)(?!\w)")
_GIVEN = re.compile(r"(?<!\w)(?:kế hoạch|dự toán|nghị quyết|kh|dt)(?!\w)")
_TITLE = 160


@frozen(eq=False)
class Years:
    """The years of the places of a text.

    Attributes:
        headings: the headings of the text.
        titles: the headings that name the plan's year, or the one before, with which of them.
        year: the plan's year; of several the last.
        first: where its first indicator line begins in the folded text.
        several: whether it is for several years, so that what names none may be of each.
    """

    headings: Headings
    titles: tuple[tuple[int, frozenset[str]], ...]
    year: int
    first: int
    several: bool = False

    @classmethod
    def of(cls, piece: Piece, year: int, first: int, *, several: bool = False) -> Years:
        """Return the years of the places of a text."""
        text, known = piece.source.text, {str(year), str(year - 1)}
        headings = Headings.of(piece.source, year)
        titles = ((at, known.intersection(_YEAR.findall(_title(text, at)))) for at in headings.starts)
        return cls(headings, tuple((at, frozenset(years)) for at, years in titles if years), year, first, several)

    def at(self, place: int) -> str | None:
        """Return the year of what stands at a place and names none; None where that is not clear."""
        if self.several:
            return None
        if place >= self.first:
            return None if self.headings.are_of_other_year(place) else str(self.year)
        above = bisect_right(self.titles, place, key=lambda one: one[0])
        years = self.titles[above - 1][1] if above else frozenset[str]()
        return next(iter(years)) if len(years) == 1 else None

    def of_text(self, clause: str, behind: str, at: int) -> frozenset[str] | None:
        """Return the time of an amount of a text; None where it is not clear.

        Args:
            clause: the words before it in its sentence, in small letters.
            behind: those behind it.
            at: where it stands.
        """
        clause = _YEARS_END.sub(r"năm \1 ", _PRICES.sub(" ", clause))
        inside = clause.count("(") > clause.count(")")
        plain = _BRACKETS.sub(" ", clause)
        plain = plain if inside else _AGAINST.sub(" ", plain)
        own, after = _OWN.split(plain)[-1], _STOP.split(behind)[0]
        years = set(_years(after) or _years(own) or (_years(plain)[-1:] if inside else ()))
        if not years and _LAST.search(f"{own} # {after}"):
            years = {str(self.year - 1)}
        years = years or set(_years(plain))
        if not years and _IS_BASE.search(clause):
            years = {str(self.year - 1)} if at >= self.first and _ENDS.match(behind) else {"", "?"}
        parts = _parts(f"{_FOR_EACH.sub(' ', plain[: len(plain) - len(own)])}{own} {after}")
        return self._time(years, parts, own, at)

    def of_cell(self, title: str, caption: str, at: int) -> frozenset[str] | None:
        """Return the time of a cell; None where it is not clear.

        Args:
            title: the words of its row and of its column, in small letters.
            caption: those above its table.
            at: where it stands.
        """
        title, caption = _PRICES.sub(" ", title), _PRICES.sub(" ", caption)
        own = _years(title)
        parts = _parts(title) or (set() if own else _parts(caption))
        return self._time(set(own or _years(caption)), parts, title, at)

    def _time(self, years: set[str], parts: set[str], own: str, at: int) -> frozenset[str] | None:
        if not years:
            named = self.at(at)
            years = set() if named is None else {named}
        if len(years) != 1:
            return None
        planned = {PLANNED} if _GIVEN.search(own) and years != {str(self.year)} else set[str]()
        return frozenset(years | parts | planned)


def _title(text: str, at: int) -> str:
    """Return a heading with the line below it, where that is all in capitals; nothing of a paragraph."""
    first, _, rest = text[at : at + _TITLE].lstrip().partition("\n")
    second = rest.partition("\n")[0]
    title = f"{first} {second}" if second.isupper() else first
    return title if len(title) < _TITLE and not first.rstrip().endswith((".", ";", ",")) else ""


def _years(words: str) -> list[str]:
    return _YEAR.findall(_SPAN.sub(" ", words))


def _parts(words: str) -> set[str]:
    """Return the words of a part of a year or of several years."""
    spans = {f"{first}-{last}" for first, last in _SPAN.findall(words)}
    return spans | {found[0] for found in _PART.finditer(words)}
