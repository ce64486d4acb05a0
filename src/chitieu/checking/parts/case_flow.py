"""How cases came in and went out: *tiếp nhận 1.450 hồ sơ; đã giải quyết 1.380, trước và đúng hạn 1.365 (98,9%), quá hạn 15; đang giải quyết 70*.

Those done came out in time or late, and with those under way they are all that came in. Such sentences leave out the noun, put
percentages and other cuts (*trực tuyến 900*) between, and go on with the next number all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import define, field, frozen

from chitieu.checking.parts.bare_parts import bare_hit
from chitieu.checking.parts.part_amounts import Group
from chitieu.checking.parts.slips import right_but_for_a_digit, right_but_for_a_slip
from chitieu.checking.texts.passages import Passage, name_before
from chitieu.numbers.decimals import read_digits
from chitieu.targets.reader import TargetHit
from chitieu.units import UnitKind

__all__ = ["CaseShare", "case_flow", "case_shares"]

_NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)"
_NOUN = r"(?:hồ sơ|thủ tục|đơn(?: thư)?|vụ(?: việc| án)?|việc|nhiệm vụ|tin|kiến nghị|phản ánh|lượt)"
_TOKEN = re.compile(
    rf"(?<![^\s;,(])(?P<words>[^\W\d_][^;.,:()|\n0-9]{{1,70}}?)\s?:?\s(?P<number>{_NUMBER})(?![0-9.,/]*[0-9]|\s?%|/)(?:\s(?:{_NOUN})(?!\w)[^;.,:()|\n0-9]{{0,40}})?"
    r"(?:\s?(?:\(|,\s)(?:(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ)\s)*(?P<percent>[0-9]{1,3}(?:,[0-9]{1,2})?)\s?%)?"
)
"""Words, a number and perhaps its share."""
_CAME_IN = re.compile(r"(?<!\w)(?:tiếp nhận|thụ lý|nhận)(?!\w)")
_OUT = r"(?:giải quyết|xử lý|trả kết quả)"
_DONE = re.compile(rf"(?<!\w)(?:đã (?:được )?)?{_OUT}(?!\w)")
_OPEN = re.compile(
    rf"(?<!\w)(?:(?:đang|chưa|tiếp tục) (?:trong (?:quá trình|thời gian|thời hạn) |được )*{_OUT}|còn(?: lại)?)(?!\w)"
)
_CARRIED = re.compile(
    r"(?<!\w)(?:kỳ trước|năm trước|tháng trước|quý trước|chuyển (?:sang|qua|từ)|tồn|rút|trả lại|từ chối|không (?:đủ|thuộc)|dừng)(?!\w)"
)
"""What makes those done and those under way more, or fewer, than came in."""
_TIMES = (
    (
        frozenset({"early", "in time"}),
        re.compile(r"(?<!\w)(?:trước(?: hạn)?(?:,| và) đúng hạn|đúng (?:hạn )?và trước hạn|sớm và đúng hạn)(?!\w)"),
    ),
    (frozenset({"early"}), re.compile(r"(?<!\w)(?:trước|sớm) (?:thời )?hạn(?!\w)")),
    (frozenset({"in time"}), re.compile(r"(?<!\w)(?:đúng|trong) (?:thời )?hạn(?!\w)")),
    (frozenset({"late"}), re.compile(r"(?<!\w)(?:quá|trễ|chậm|muộn) (?:thời )?hạn(?!\w)")),
)
_ENDS = re.compile(r"\.(?=\s|$)|\n\s*(?:\n|[-+*•]\s)|\|")
_TWO = 2


@frozen(eq=False)
class _State:
    """A number of cases in one state, with those of them that were in time and those that were late."""

    told: re.Match[str]
    value: Decimal
    times: list[tuple[frozenset[str], re.Match[str]]] = field(factory=list)


@frozen
class CaseShare:
    """A share of cases.

    Attributes:
        start, end: where its number of cases stands.
        percent: where the share stands.
        part, whole: the cases, and those that they are some of.
    """

    start: int
    end: int
    percent: int
    part: Decimal
    whole: Decimal


def _sentences(lower: str) -> Iterator[list[re.Match[str]]]:
    """Yield the numbers with their words of each sentence in which cases come in and go out."""
    if _CAME_IN.search(lower) is None:
        return
    at = 0
    for end in (*(found.end() for found in _ENDS.finditer(lower)), len(lower)):
        if _CAME_IN.search(lower, at, end) and _DONE.search(lower, at, end):
            yield list(_TOKEN.finditer(lower, at, end))
        at = end


@define(eq=False)
class _Flow:
    """What a sentence tells of cases: those that came in, those done, those under way, and whether these are all."""

    came: _State | None = None
    done: _State | None = None
    left: _State | None = None
    whole: bool = True

    @classmethod
    def of(cls, tokens: Sequence[re.Match[str]]) -> _Flow:
        """Return what the numbers of a sentence tell, each with the words ahead of it."""
        flow, last = cls(), None
        for token in tokens:
            words, state = token["words"], _State(token, read_digits(token["number"]) or Decimal(0))
            times = next((times for times, said in _TIMES if said.search(words)), None)
            if times is not None and last is not None and not _OPEN.search(words):
                last.times.append((times, token))
            elif flow.came is None:
                flow.came = state if _CAME_IN.search(words) else None
            elif _OPEN.search(words):
                flow.left = last = state
            elif _DONE.search(words) and flow.done is None and times is None:
                flow.done = last = state
            elif flow.done is not None and flow.left is None:
                flow.whole = False  # "đã giải quyết 450, giải trình 30, còn 20"
        return flow


def case_flow(passage: Passage) -> Iterator[Group]:
    """Yield the numbers of cases with those they are made up of, where these come near them and do not come to them.

    Args:
        passage: a text with its amounts.
    """
    piece, hits = passage
    counts = {hit.numeral.start: hit for hit in hits if hit.target.quantity.unit.kind is UnitKind.COUNT}
    lower = piece.source.lower
    for tokens in _sentences(lower):
        flow = _Flow.of(tokens)
        like = counts.get(flow.came.told.start("number")) if flow.came is not None else None
        if like is None:
            continue
        for whole, parts in _sums(lower, flow):
            all_told = flow.came is not None and whole is not flow.came.told
            named = counts.get(whole.start("number")) or _hit(passage, like, whole)
            group = tuple(counts.get(part.start("number")) or _hit(passage, like, part) for part in parts)
            if _are_meant(named, group, sure=all_told):
                yield Group(name_before(piece, named), named, group, complete=True, apart=True)


_Sum = tuple[re.Match[str], list[re.Match[str]]]


def _sums(lower: str, flow: _Flow) -> Iterator[_Sum]:
    """Yield the numbers that others of a sentence make up."""
    for state in (flow.done, flow.left):
        ways = [times for times, _ in state.times] if state is not None else []
        each_once = sum(map(len, ways)) == len(frozenset().union(*ways))
        if state is not None and each_once and {"in time", "late"} <= frozenset().union(*ways):
            yield state.told, [token for _, token in state.times]
    if flow.came is None or flow.done is None or flow.left is None or not flow.whole:
        return
    if not _CARRIED.search(lower, flow.came.told.start(), flow.left.told.end()):
        yield flow.came.told, [flow.done.told, flow.left.told]


def _hit(passage: Passage, like: TargetHit, token: re.Match[str]) -> TargetHit:
    return bare_hit(passage[0], like, token, read_digits(token["number"]) or Decimal(0))


def _are_meant(whole: TargetHit, parts: Sequence[TargetHit], *, sure: bool) -> bool:
    """Whether parts would come to a whole but for a slip; where they are surely all there is, also whether they come near it.

    Of those that came in some may have been taken back, and others were left from before: only a slip tells there.
    """
    stated, sizes = whole.target.quantity, [part.target.quantity for part in parts]
    total = sum(size.amount for size in sizes)
    near = abs(total - stated.amount) * _NEAR <= stated.amount
    if total == stated.amount or (sure and near):
        return True
    return right_but_for_a_slip(stated, sizes) or right_but_for_a_digit(stated, sizes, least=_TWO if sure else _MANY)


_NEAR, _MANY = 20, 4


def case_shares(lower: str) -> Iterator[CaseShare]:
    """Yield the shares of the cases that were done, in time or late, that a sentence tells.

    Args:
        lower: the text in small letters.

    >>> text = "tiếp nhận 640 hồ sơ; đã giải quyết 600 hồ sơ, đúng hạn 588 (98%), quá hạn 12 (2%)"
    >>> [(str(one.part), str(one.whole)) for one in case_shares(text)]
    [('588', '600'), ('12', '600')]
    """
    for tokens in _sentences(lower):
        flow = _Flow.of(tokens)
        for state in (flow.done, flow.left):
            for _, told in state.times if state is not None else ():
                part = read_digits(told["number"])
                if state is not None and told["percent"] and part and state.value:
                    yield CaseShare(*told.span("number"), told.start("percent"), part, state.value)
