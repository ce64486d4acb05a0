"""The amounts a plan sets, each with what it measures: from its indicator lines and from the text of its tasks.

A plan says the same thing in several places. Rules that compare them work on claims: a name, the indicator of the
catalogue it means, one target, and the place it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import evolve, frozen

from chitieu.checking.pieces import Piece
from chitieu.checking.places import Ranges, row_before
from chitieu.indicators.match import MatchReason, match_indicator
from chitieu.indicators.records import Indicator, catalogue
from chitieu.numbers.decimals import format_number
from chitieu.plan import Plan, PlannedIndicator, Relation, TargetKind
from chitieu.targets.reader import TargetHit, scan_targets
from chitieu.targets.target import Target
from chitieu.text import SourceText, Span

__all__ = ["Claim", "claims_beside", "claims_of", "claims_of_text", "written"]

_CERTAIN = 90
"""Percent of confidence from which a name in running text counts: there, a wrong indicator is a false alarm."""
_LEAD_IN = re.compile(
    r"^(?:[\s\-+*•“”\"]|(?:hướng tới|hướng đến|mục tiêu|phấn đấu|đưa|nâng|giảm|tăng|duy trì|giữ|bảo đảm|đảm bảo|để|có|và|với|tổng|số"
    r"|thực hiện|hoàn thành|đạt|chỉ tiêu|dự kiến|cả năm|trong năm|toàn tỉnh|nhằm|góp phần)(?!\w))+",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[.;,:()](?=\s|$)|(?<=\s)(?:trong đó|gồm|bao gồm|đồng thời|để|với|nâng|đưa|duy trì|giữ|bảo đảm|đảm bảo|phấn đấu|mục tiêu)(?=\s)"
)
_SENTENCE = re.compile(r"[.;](?=\s|$)")
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:quý|tháng|tuần|mỗi|đợt|giai đoạn|nhiệm kỳ|6 tháng|9 tháng|bình quân|hằng|hàng|lũy kế|so với|cùng kỳ|đầu năm|mùa|vụ)(?!\w)"
    r"|(?:19|20)[0-9]{2}"
)
"""Words before an amount that give it another period than the plan's, or make it a comparison."""
_LONGEST = 300
_LONGEST_LINE = 10_000
_NEAR = 60
_LAST_CLAUSE = re.compile(r"[;,.](?=\s)")
_YEAR = re.compile(r"(?<![0-9/])((?:19|20)[0-9]{2})(?![0-9/])")
_PART_OF_YEAR = re.compile(
    r"(?<!\w)(?:quý|tháng|6 tháng|9 tháng|bình quân (?:hằng |hàng |mỗi )?năm|giai đoạn|nhiệm kỳ|lũy kế)(?!\w)"
)


@frozen(slots=False, eq=False)
class Claim:
    """One amount a plan sets.

    Attributes:
        name: what is measured, as the plan says it.
        key: the indicator of the catalogue; None if the name means none of them for certain.
        target: the amount.
        kind: who set it, taken from the line it is a part of where it says nothing itself.
        span: where it stands; `piece`: the line or task it stands in.
        indicator: the indicator line it is from; None for one from a task or a text.
        plan: number of the plan it is from.
        sure: whether the name means the indicator beyond doubt; rules that compare two places ask for it.
        above: the line it is a part of; None for a line itself.
        timed: whether the words before the amount give it another time than the plan's (``đến năm 2030``).
    """

    name: str
    key: str | None
    target: Target
    kind: TargetKind = TargetKind.PLANNED
    span: Span | None = None
    piece: str = ""
    indicator: PlannedIndicator | None = None
    plan: str | None = None
    sure: bool = False
    timed: bool = False
    above: PlannedIndicator | None = None

    @cached_property
    def record(self) -> Indicator | None:
        """The record of the catalogue."""
        return catalogue().records.get(self.key) if self.key else None

    @property
    def part(self) -> str:
        """The number as the line writes it, to put a caret under it."""
        return written(self.target, self.piece)


def written(target: Target, piece: str) -> str:
    """Return the number of a target with its unit, as a line writes it; empty if the line does not.

    Of a line longer than any plan has, the first part is looked through: every one of its targets asks.
    """
    piece, number = piece[:_LONGEST_LINE], format_number(target.quantity.value)
    return next((text for text in (str(target.quantity), number) if text in piece), "")


def claims_of(plan: Plan, passages: Sequence[tuple[Piece, Sequence[TargetHit]]] = ()) -> tuple[Claim, ...]:
    """Return the claims of a plan: of its indicator lines first, then of its tasks; of a text those it names.

    Args:
        plan: the plan.
        passages: its text with the amounts read from it, where that is at hand.
    """
    whole = _Scanned.of(plan, passages)
    lines = [claim for item in plan.indicators for claim in _of_line(item, TargetKind.PLANNED, item.text, _year(plan))]
    tasks = (task for section in (*plan.assignments, *plan.implementation) for task in section.tasks)
    named = [
        claim
        for task in tasks
        for claim in (
            whole.claims(task.span) if whole and task.span else claims_of_text(*_piece(plan, task.span, task.text))
        )
        if task.targets or not task.text
    ]
    if not lines and not plan.assignments and plan.text:
        named = list(claims_of_text(plan.text, 0))
    return tuple(evolve(claim, plan=plan.number) for claim in (*lines, *named))


def _year(plan: Plan) -> int | None:
    return plan.period.last_year if plan.period is not None else None


def _piece(plan: Plan, span: Span | None, text: str) -> tuple[str, int | None]:
    """Return the text of a task with the offset it begins at, as it stands in the plan where that is at hand."""
    if span is not None and plan.text:
        return plan.text[span.start : span.end], span.start
    return text, None


def _of_line(
    item: PlannedIndicator, kind: TargetKind, piece: str, year: int | None, above: PlannedIndicator | None = None
) -> Iterator[Claim]:
    own = item.kind if item.kind is not TargetKind.PLANNED else kind
    named = item
    if above is not None and item.indicator is None and item.kind is not TargetKind.PLANNED:
        named = above  # "chỉ tiêu địa phương phấn đấu" says who set it, the line before what it is
    sure = named.match is not None and named.match.confidence * 100 >= _CERTAIN
    key = named.indicator
    if item.relation is not Relation.ITEM and _is_no_indicator(item):
        key, sure = None, False  # "kinh phí 12 tỷ đồng (ngân sách nhà nước 10 tỷ đồng, …)": who pays
    for target in item.targets:
        timed = _timed(item.name, target, piece, year)
        span = target.span or item.span
        yield Claim(item.name, key, target, own, span, piece, item, sure=sure, timed=timed, above=above)
    for part in item.parts:
        yield from _of_line(part, own if part.relation is Relation.PART else kind, piece, year, named)


def _is_no_indicator(item: PlannedIndicator) -> bool:
    """Whether a part only says who pays, or of whom the rate of its line is: ``…; dân cư đô thị 100%``."""
    from_line = item.match is not None and item.match.reason is MatchReason.LINE
    name = item.name.lower()
    return _FUNDS.fullmatch(name) is not None or (not from_line and _WHOSE.fullmatch(name) is not None)


_WHOSE = re.compile(
    r"(?:khu vực |hộ |người |dân |dân cư |dân số |ở |tại |của |cư )*(?:đô thị|thành thị|nông thôn|miền núi)"
)
_FUNDS = re.compile(r"(?:vốn |nguồn |từ |do )*ngân sách(?: (?:nhà nước|trung ương|tỉnh|xã|huyện|địa phương|các cấp))*")


def _timed(name: str, target: Target, piece: str, year: int | None) -> bool:
    """Whether a name, or the words before its amount, name another time than the plan's year."""
    number = written(target, piece)
    before = _LAST_CLAUSE.split(piece.partition(number)[0][-_NEAR:])[-1] if number else ""
    years = {int(found) for found in _YEAR.findall(f"{name} {before}")}
    return bool(years - {year}) or _PART_OF_YEAR.search(f"{name} {before}".lower()) is not None


def claims_of_text(text: str, offset: int | None) -> Iterator[Claim]:
    """Yield the amounts of a running text whose name is certain.

    Args:
        text: the text.
        offset: where it begins in the document; None if it stands in none.
    """
    source = SourceText(text)
    yield from _claims(source, scan_targets(source)[0], 0, len(source.flat), offset)


def _claims(source: SourceText, hits: Iterable[TargetHit], start: int, end: int, offset: int | None) -> Iterator[Claim]:
    """Yield the claims of the amounts of a part of a text: those of its own time with a certain name."""
    piece = source.clean(start, end)
    for claim in _named(source, hits, start, offset):
        if claim.sure and not claim.timed:
            yield evolve(claim, piece=piece)


def _named(source: SourceText, hits: Iterable[TargetHit], start: int, offset: int | None) -> Iterator[Claim]:
    """Yield the amounts of a part of a text with the words before them as their names, certain or not."""
    done = start
    for hit in hits:
        clause = source.flat[max(done, hit.name_end - _LONGEST) : hit.name_end]
        begin, done = done, hit.end
        name = _LEAD_IN.sub("", _CUT.split(clause)[-1]).strip()
        unit = hit.target.quantity.unit
        line = source.text.rfind("\n", max(begin, hit.name_end - len(clause)), hit.name_end) + 1
        own = _LEAD_IN.sub("", source.flat[line : hit.name_end]).strip() if line else ""
        if own[:1].isupper() and name.endswith(own) and not _is_sure(name, hit):  # what is before is another line
            name = own
        timed = _OTHER_TIME.search(_SENTENCE.split(clause)[-1].lower()) is not None
        match = match_indicator(name, unit=unit, change=hit.target.change) if name else None
        if match is None and "/" in unit.label:  # "bác sĩ/vạn dân" says what is measured by itself
            match = match_indicator(unit.label, unit=unit, change=hit.target.change)
            name = unit.label if match is not None else name
        if not name:
            continue  # a bare count ("133 doanh nghiệp") says nothing of what is counted
        sure = match is not None and match.confidence * 100 >= _CERTAIN
        at = hit.target.span
        span = Span(at.start + offset, at.end + offset) if at is not None and offset is not None else None
        piece = source.clean(max(begin, hit.name_end - _LONGEST), min(hit.end + _NEAR, len(source.flat)))
        key = match.key if match is not None and sure else None
        yield Claim(name, key, hit.target, TargetKind.PLANNED, span, piece, sure=sure, timed=timed)


def claims_beside(plan: Plan, passages: Sequence[tuple[Piece, Sequence[TargetHit]]]) -> Iterator[Claim]:
    """Yield every amount of the text that stands in no indicator line and in no table, certain or not.

    Its time is not looked at: what a share can be is the same in every year.
    """
    whole = _Scanned.of(plan, passages)
    if whole is None:
        return
    taken, text = Ranges.of(item.span for item in plan.indicators), whole.source.text

    def is_free(hit: TargetHit) -> bool:
        return hit.numeral.start not in taken and "|" not in row_before(text, hit.numeral.start)

    yield from _named(whole.source, filter(is_free, whole.hits), 0, 0)


def _is_sure(name: str, hit: TargetHit) -> bool:
    match = match_indicator(name, unit=hit.target.quantity.unit, change=hit.target.change)
    return match is not None and match.confidence * 100 >= _CERTAIN


@frozen(eq=False)
class _Scanned:
    """The text of a plan with its amounts, so that what its tasks set is not read a second time."""

    source: SourceText
    hits: Sequence[TargetHit]
    starts: Sequence[int]

    @classmethod
    def of(cls, plan: Plan, passages: Sequence[tuple[Piece, Sequence[TargetHit]]]) -> _Scanned | None:
        if not plan.text or not passages:
            return None
        ((piece, hits),) = passages  # a text is one piece
        if len(piece.source.text) != len(plan.text):  # folded offsets are not those of the plan
            return None
        return cls(piece.source, hits, [hit.numeral.start for hit in hits])

    def claims(self, span: Span) -> Iterator[Claim]:
        """Yield the claims of a task."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return _claims(self.source, self.hits[first:last], span.start, span.end, 0)
