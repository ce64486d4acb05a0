"""So many of them, so many of which were reached and so many not: *Trong 28 chỉ tiêu, có 25 chỉ tiêu đạt, 4 chỉ tiêu không đạt*.

The number of all may be told by each of the counts, too: *25/28 chỉ tiêu đạt, 4/28 chỉ tiêu không đạt*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges
from chitieu.quantities.quantity import Quantity
from chitieu.text import Span

__all__ = ["TALLIED", "Tally", "tallies"]


@frozen(eq=False)
class Tally:
    """A number of things with those that came out in each way.

    Attributes:
        start, end: where the number of all stands; `parts`: where those of each way do.
        stated: how many there are; `expected`: how many the ways come to.
    """

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    stated: Quantity
    expected: Quantity

    @property
    def holds(self) -> bool:
        """Whether each of them came out in one way."""
        return self.stated == self.expected


_NOUNS = r"chỉ tiêu|mục tiêu|nhiệm vụ|đề án|dự án|công trình|tiêu chí"
TALLIED = frozenset(_NOUNS.split("|"))
"""What is counted by how it came out."""
_ALL = re.compile(
    rf"(?<!\w)(?:trong|trong số|tổng số|trên tổng số|trong tổng số|với)\s(?P<number>[0-9]{{1,4}})\s(?P<noun>{_NOUNS})(?!\w)"
)
_WAYS = {
    "both": r"đạt và vượt|đạt, vượt|đạt hoặc vượt|vượt và đạt",
    "missed": r"không đạt|chưa đạt|chuyển sang|khó đạt|không hoàn thành|chưa hoàn thành|không thực hiện được",
    "open": r"chưa đánh giá|chưa có số liệu|chưa đủ số liệu|chưa đến kỳ|chưa đánh giá được",
    "exceeded": r"vượt",
    "met": r"đạt|hoàn thành",
}
_COUNT = re.compile(
    rf"(?<![0-9.,/])(?P<number>[0-9]{{1,4}})(?:/(?P<all>[0-9]{{1,4}}))?\s(?P<noun>{_NOUNS})(?P<behind>[^0-9;.]{{0,40}})"
)
_WAY = re.compile(
    r"\s?(?:quý (?:iv|i{1,3}) |được |ước |dự kiến |dự báo |cơ bản |đã |có khả năng |kế hoạch )*(?:"
    + "|".join(f"(?P<{way}>{words})" for way, words in _WAYS.items())
    + r")(?!\w)"
)
_SENTENCE = re.compile(r"\.(?=\s|$)|\n\s*\n|\n\s*(?:[-+*•]|[0-9]{1,2}[.)])\s|[|]")
_BRACKET = re.compile(r"\([^()]*\)")
_SOME = re.compile(r"(?<!\w)(?:trong đó|riêng|gồm|bao gồm)(?!\w)")
_LONGEST = 600


def tallies(piece: Piece) -> Iterator[Tally]:
    """Yield the numbers of a text that are told with how many of them were reached and how many not.

    Args:
        piece: the text.

    >>> from chitieu.text import SourceText
    >>> text = "Trong 20 chỉ tiêu được giao, có 16 chỉ tiêu đạt và vượt kế hoạch, 05 chỉ tiêu không đạt."
    >>> [(str(one.expected), one.holds) for one in tallies(Piece(SourceText(text), placed=True))]
    [('21 chỉ tiêu', False)]
    """
    lower, taken, done = piece.source.lower, list[Span](), 0
    for whole in _ALL.finditer(lower):
        end, clause = _clause(piece, whole.end())
        taken.append(Span(whole.start(), end))
        yield from _tally(whole, _ways(clause, whole["noun"]), whole.end())
    told = Ranges.of(taken)
    for first in _COUNT.finditer(lower):
        if first["all"] is not None and first.start() >= done and first.start() not in told:
            done, clause = _clause(piece, first.start())
            yield from _of_fractions(first, clause)


def _clause(piece: Piece, start: int) -> tuple[int, str]:
    """Return where the sentence of a place ends, and its words from there without what stands in brackets."""
    source = piece.source
    limit = min(start + _LONGEST, len(source.flat))
    ended = _SENTENCE.search(source.text, start, limit)
    end = ended.start() if ended else limit
    return end, _BRACKET.sub(lambda found: " " * len(found.group()), source.lower[start:end])


def _tally(whole: re.Match[str], found: _Ways | None, start: int, group: str = "number") -> Iterator[Tally]:
    """Yield the number of all with what came out in each way, where that is told."""
    if found is not None:
        counts, noun = found.values(), whole["noun"]
        parts = tuple((start + first, start + last) for first, last, _ in counts)
        stated, expected = int(whole[group]), sum(number for _, _, number in counts)
        yield Tally(whole.start("number"), whole.end("noun"), parts, Quantity(stated, noun), Quantity(expected, noun))


def _of_fractions(first: re.Match[str], clause: str) -> Iterator[Tally]:
    """Yield the number that each way is told out of: *15/18 chỉ tiêu đạt và vượt, 3/18 chỉ tiêu không đạt*."""
    others = {count["all"] for count in _COUNT.finditer(clause)} - {first["all"]}
    found = _ways(clause, first["noun"]) if others <= {None} else None
    if found is not None and found.keys() & {"both", "met"}:  # those only met may go without saying
        all_told = not others  # "15/18 chỉ tiêu đạt, 2 chỉ tiêu không đạt" may leave one out, but cannot be more
        yield from (one for one in _tally(first, found, first.start(), "all") if all_told or one.expected > one.stated)


_Ways = dict[str, tuple[int, int, int]]
"""Where the count of each way begins and ends, and how many it is."""


def _ways(clause: str, noun: str) -> _Ways | None:
    """Return the counts of each way; None where they are not all there are."""
    counts: _Ways = {}
    done = None
    for count in _COUNT.finditer(clause):
        way = _WAY.match(count["behind"])
        if way is not None and way.lastgroup == "both" and counts.keys() >= {"met", "exceeded"}:
            continue  # "9 chỉ tiêu vượt, 11 chỉ tiêu đạt, …; như vậy 20/22 chỉ tiêu đạt và vượt"
        if count["noun"] != noun or way is None or way.lastgroup is None or way.lastgroup in counts:
            return None
        if done is not None and _SOME.search(clause, done, count.start()):
            return None
        done = count.end("noun")
        counts[way.lastgroup] = (count.start(), done, int(count["number"]))
    if "missed" not in counts or len(counts) == 1 or ("both" in counts and {"met", "exceeded"} & set(counts)):
        return None
    return counts
