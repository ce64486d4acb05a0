"""Who is given a piece of work: the sentence that orders, the subject that leads, the labels of a cell.

``Giao Sở A chủ trì, phối hợp với Sở B`` names both in a sentence; ``Chủ trì: Sở A. Phối hợp: Sở B`` in labels.
Where a text names no lead, the agency of the section heading leads; that is for the caller to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import evolve, frozen

from chitieu.agencies.agency import Agency
from chitieu.agencies.reader import read_agencies
from chitieu.settings import setting
from chitieu.text import CAPITALS, SMALL, SourceText, fold

__all__ = ["Assigned", "Assigning", "read_assigned", "read_names"]


def _any_of(words: Iterable[str]) -> str:
    ordered = sorted({fold(word).lower().rstrip(" :") for word in words}, key=len, reverse=True)
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in ordered) or r"(?!)"


class Phrases:
    """Phrases searched for in many short ranges: a plain search for their first words spares nearly all of them the pattern."""

    def __init__(self, words: Iterable[str], behind: str, *, needs: str = "") -> None:
        folded = [fold(word).lower().rstrip(" :") for word in words]  # a label may be given with its colon
        self._firsts = frozenset(word.partition(" ")[0] for word in folded)
        self._needs = needs  # a mark without which no phrase can stand in a range
        self._pattern = re.compile(rf"(?<!\w)(?:{_any_of(folded)}){behind}")

    def finditer(self, lower: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the phrases of a range of a folded, lower-case text in order; none inside another."""
        if self._needs and lower.find(self._needs, start, end) < 0:
            return
        done = start
        for at in sorted(place for word in self._firsts for place in _places(lower, word, start, end)):
            match = self._pattern.match(lower, at, end) if at >= done else None
            if match is not None:
                done = match.end()
                yield match


def _places(lower: str, word: str, start: int, end: int) -> Iterator[int]:
    at = lower.find(word, start, end)
    while at >= 0:
        yield at
        at = lower.find(word, at + 1, end)


@frozen(slots=False)
class Assigning:
    """Ways of giving work to agencies."""

    orders: tuple[str, ...] = setting(
        "Words that order, before the agency that leads.", factory=tuple, example='["giao", "phân công"]'
    )
    leads: tuple[str, ...] = setting(
        "Words behind an agency that make it the lead.", factory=tuple, example='["chủ trì", "làm đầu mối"]'
    )
    cooperates: tuple[str, ...] = setting(
        "Words before the agencies that take part; `với` and `cùng` behind them are understood.",
        factory=tuple,
        example='["phối hợp"]',
    )
    lead_labels: tuple[str, ...] = setting(
        "Labels of the agency that leads, without the colon behind them.", factory=tuple, example='["cơ quan chủ trì"]'
    )
    cooperating_labels: tuple[str, ...] = setting(
        "Labels of the agencies that take part, without the colon behind them.",
        factory=tuple,
        example='["đơn vị phối hợp"]',
    )
    due_labels: tuple[str, ...] = setting(
        "Labels of the deadline, without the colon behind them.", factory=tuple, example='["thời gian hoàn thành"]'
    )
    product_labels: tuple[str, ...] = setting(
        "Labels of what is to be delivered, without the colon behind them.", factory=tuple, example='["sản phẩm"]'
    )

    @cached_property
    def ordered(self) -> Phrases:
        """An order; ends before the agency."""
        return Phrases(self.orders, r"\s+(?:cho\s+)?(?=\S)")

    @cached_property
    def led(self) -> re.Pattern[str]:
        """What makes the agency before it the lead."""
        return re.compile(rf"\s*[:,]?\s+(?:là\s+)?(?:cơ\s+quan\s+|đơn\s+vị\s+)?(?:{_any_of(self.leads)})(?!\w)")

    @cached_property
    def helped(self) -> Phrases:
        """What stands before the agencies that take part, in a sentence."""
        return Phrases(self.cooperates, r"\s+(?:(?:chặt\s+chẽ|tốt|đồng\s+bộ|cùng)\s+)?(?:với\s+|cùng\s+)?")

    @cached_property
    def labels(self) -> re.Pattern[str]:
        """Any label: where the value of the one before it ends."""
        every = (*self.lead_labels, *self.cooperating_labels, *self.due_labels, *self.product_labels)
        return re.compile(rf"(?<!\w)(?:{_any_of(every)})\s*:")

    @cached_property
    def cooperating_label(self) -> Phrases:
        """A label of the agencies that take part with its colon."""
        return Phrases(self.cooperating_labels, r"\s*:\s*", needs=":")

    @cached_property
    def lead_label(self) -> Phrases:
        """A label of the lead with its colon."""
        return Phrases(self.lead_labels, r"\s*:\s*", needs=":")

    @cached_property
    def due_label(self) -> Phrases:
        """A label of the deadline with its colon."""
        return Phrases(self.due_labels, r"\s*:\s*", needs=":")

    @cached_property
    def product_label(self) -> Phrases:
        """A label of the product, its colon, and the product up to the end of the sentence."""
        return Phrases(self.product_labels, r"\s*:\s*([^.;]{3,160})", needs=":")


@frozen
class Assigned:
    """The agencies a sentence names by their part in the work; each empty where it names none.

    Attributes:
        lead: who answers for the work.
        cooperating: who takes part.
        assigner: who orders it, where the sentence says so (``UBND tỉnh giao Sở A``).
    """

    lead: tuple[Agency, ...] = ()
    cooperating: tuple[Agency, ...] = ()
    assigner: Agency | None = None


_SENTENCE_START = re.compile(r"(?:^|[.;:\-(]\s?)\s*")
_REACH_BACK = 60
_VERB = re.compile(rf"(?:\s+(?!và |của |tại |về |là |được |bị |trực thuộc |thuộc )[{SMALL}]|\s*:)")
_VALUE_END = re.compile(r"\.(?=\s|$)|\s[-+*•]\s(?=[A-ZĐ])|\|")
_ITEM = re.compile(rf"[{CAPITALS}][^,;.|]{{1,100}}?(?=\s*(?:[,;.|]|$)|\s+và\s+[{CAPITALS}])")
_ITEM_GAP = re.compile(r"\s*(?:[,;]|và(?=\s)|\s-\s)?\s*")


def _spanned(source: SourceText, found: Iterable[tuple[Agency, int, int]]) -> tuple[Agency, ...]:
    return tuple(evolve(agency, span=source.span(start, stop)) for agency, start, stop in found)


def _first_name(flat: str, pos: int) -> int:
    """Pass over ``các`` before a name of its own (``các Sở A, B``); before a group it belongs to the name."""
    return pos + 4 if flat.startswith("các ", pos) and flat[pos + 4 : pos + 5].isupper() else pos


def _orders(source: SourceText, start: int, end: int, words: Assigning) -> Iterator[tuple[int, Agency | None]]:
    """Yield the places behind the orders that open a sentence, each with who orders where that stands before it."""
    for match in words.ordered.finditer(source.lower, start, end):
        back = max(start, match.start() - _REACH_BACK)
        opening = [found.end() for found in _SENTENCE_START.finditer(source.lower, back, match.start())]
        begin = opening[-1] if opening else back
        if begin == match.start():
            yield match.end(), None
            continue
        subject, stop = read_agencies(source.flat, begin, match.start())
        if subject and not source.flat[stop : match.start()].strip():
            yield match.end(), _spanned(source, subject[:1])[0]


def _lead(source: SourceText, start: int, end: int, words: Assigning) -> tuple[tuple[Agency, ...], Agency | None]:
    """Read the agency that a label, an order or a verb makes the lead, and who orders."""
    for match in words.lead_label.finditer(source.lower, start, end):
        agencies = _listed(source, match.end(), end, words)
        if agencies:
            return _spanned(source, agencies), None
    for pos, assigner in _orders(source, start, end, words):
        agencies, _ = read_agencies(source.flat, pos, end)
        if agencies:
            return _spanned(source, agencies), assigner
    return _spanned(source, _acting(source, start, end, words)), None


def _acting(source: SourceText, start: int, end: int, words: Assigning) -> list[tuple[Agency, int, int]]:
    """Read the agency that is the subject of a sentence, or of words in brackets that say who leads."""
    flat, lower = source.flat, source.lower
    first = start + len(flat[start:end]) - len(flat[start:end].lstrip(" -+*"))
    subject, stop = read_agencies(flat, first, end)
    if subject and words.led.match(lower, stop, end):
        return subject
    for pos in _bracketed(lower, start, end):
        agencies, behind = read_agencies(flat, pos, end)
        if agencies and words.led.match(lower, behind, end):
            return agencies
    known = bool(subject) and all(agency.key or agency.group for agency, _, _ in subject)
    return subject if known and _VERB.match(flat, stop, end) else []


def _bracketed(lower: str, start: int, end: int) -> Iterator[int]:
    """Yield the places behind opening brackets and ``do``: ``(Sở A chủ trì)``, ``do Sở A chủ trì``."""
    yield from (at + 1 for at in _places(lower, "(", start, end))
    yield from (at + 4 for at in _places(lower, " do ", start, end))


def _cooperating(source: SourceText, start: int, end: int, words: Assigning) -> tuple[Agency, ...]:
    """Read the agencies that take part, each once."""
    named = [
        _listed(source, match.end(), end, words) for match in words.cooperating_label.finditer(source.lower, start, end)
    ]
    named += [
        read_agencies(source.flat, _first_name(source.flat, match.end()), end, open_groups=True)[0]
        for match in words.helped.finditer(source.lower, start, end)
    ]
    found: dict[str, Agency] = {}
    for agency in _spanned(source, (one for several in named for one in several)):
        found.setdefault(agency.key or agency.name, agency)
    return tuple(found.values())


def _listed(source: SourceText, pos: int, end: int, words: Assigning) -> list[tuple[Agency, int, int]]:
    """Read the agencies behind a label: all up to the end of its value, those nobody knows as they are written."""
    following = words.labels.search(source.lower, pos, end)
    stop = following.start() if following else end
    value_end = _VALUE_END.search(source.flat, pos, stop)
    return _names(source, pos, value_end.start() if value_end else stop)


def read_names(source: SourceText, start: int, end: int) -> tuple[Agency, ...]:
    """Read a range that holds nothing but agencies, as a cell of a table does; unknown ones as they are written.

    >>> source = SourceText("Sở Y tế; Công ty Cấp nước Sông Hậu")
    >>> [agency.name for agency in read_names(source, 0, len(source.flat))]
    ['Sở Y tế', 'Công ty Cấp nước Sông Hậu']
    """
    return _spanned(source, _names(source, start, end))


def _names(source: SourceText, pos: int, stop: int) -> list[tuple[Agency, int, int]]:
    """Read agencies one after the other up to a place."""
    found: list[tuple[Agency, int, int]] = []
    while pos < stop:
        several, after = read_agencies(source.flat, pos, stop, open_groups=True)
        if not several:
            item = _ITEM.match(source.flat, pos, stop)
            if item is None:
                break
            several, after = [(Agency(" ".join(item.group().split())), pos, item.end())], item.end()
        found += several
        gap = _ITEM_GAP.match(source.flat, after, stop)
        if gap is None or gap.end() == after:
            break
        pos = gap.end()
    return found


def read_assigned(source: SourceText, start: int, end: int, words: Assigning) -> Assigned:
    """Read who leads and who takes part in a range of a folded text.

    >>> words = Assigning(orders=("giao",), cooperates=("phối hợp",))
    >>> source = SourceText("Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính")
    >>> assigned = read_assigned(source, 0, len(source.flat), words)
    >>> [agency.name for agency in (*assigned.lead, *assigned.cooperating)]
    ['Sở Y tế', 'Sở Tài chính']
    """
    lead, assigner = _lead(source, start, end, words)
    return Assigned(lead, _cooperating(source, start, end, words), assigner)
