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

from chitieu.checking.named_amounts.carried_names import carried_name, level_key
from chitieu.checking.named_amounts.spoken_names import spoken_name
from chitieu.checking.named_amounts.stated import (
    Headings,
    goes_on_alone,
    is_of_all_year,
    is_stated,
    is_whole,
    without_own_year,
)
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, row_before
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
    r"^(?:[\s\-+*•“”\"]|(?:hướng tới|hướng đến|mục tiêu|phấn đấu|đưa|nâng|giảm(?! nghèo)|tăng(?! trưởng)|duy trì|giữ|bảo đảm|đảm bảo|để|có|và|với|tổng|số"
    r"|thực hiện|hoàn thành|quyết tâm|tập trung|tiếp tục|đạt|chỉ tiêu|dự kiến|cả năm|trong năm|toàn tỉnh|nhằm|góp phần)(?!\w))+",
    re.IGNORECASE,
)
_CUT = re.compile(
    r";|[.,:()](?=\s|$)|(?<=\s)(?:trong đó|gồm|bao gồm|đồng thời|để|nhằm|với|nâng|đưa|duy trì|giữ|bảo đảm|đảm bảo|phấn đấu|mục tiêu)(?=\s)"
)
_SENTENCE = re.compile(r";|\.(?=\s|$)")
_PARTS = re.compile(r"(?<!\w)(?:trong đó|gồm|bao gồm)(?!\w)|\([^)]*$")
_COLON = re.compile(r"\s?:\s{0,3}$")
_OTHER_TIME = re.compile(
    r"(?<![\w/])(?:quý|tháng|tuần|mỗi|đợt|giai đoạn|nhiệm kỳ|6 tháng|9 tháng|bình quân(?! (?:đầu|mỗi) người)|hằng|hàng (?:ngày|tuần|tháng|quý|năm)|lũy kế|so với|cùng kỳ|đầu năm|mùa|vụ|kịch bản|phương án)(?!\w)"
    r"|(?:19|20)[0-9]{2}"
)
"""Words before an amount that give it another period than the plan's, or make it a comparison or one of several cases."""
_MARKS = ("-", "+", "*", "•")
_LONGEST = 300
_LONGEST_LINE = 10_000
_NEAR = 60
_LAST_CLAUSE = re.compile(r";|[,.](?=\s)")
_YEAR = re.compile(r"(?<![0-9/])((?:19|20)[0-9]{2})(?![0-9/])")
_PART_OF_YEAR = re.compile(
    r"(?<![\w/])(?:quý|tháng|6 tháng|9 tháng|bình quân (?:hằng |hàng |mỗi )?năm|giai đoạn|nhiệm kỳ|lũy kế|vụ (?:đông|xuân|hè|thu|mùa|chiêm|lúa)"
    r"|[2-9] năm|0[2-9] năm|10 năm|trong năm năm)(?!\w)"
)
_SEASON = re.compile(r"(?<!\w)vụ (?:đông|xuân|hè|thu|mùa|chiêm|lúa)(?!\w)")
_OPENS_WITH_TIME = re.compile(
    r"\W*(?:[0-9]+[.)]\W+)?(?:phấn đấu |mục tiêu |dự kiến )*(?:đến|vào|hết|cuối|trong|năm|tới)(?!\w)[^;.0-9]{0,20}$"
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
    whole, year = _Scanned.of(plan, passages), _year(plan)
    lines = [claim for item in plan.indicators for claim in _of_line(item, TargetKind.PLANNED, item.text, year)]
    if plan.period is not None and plan.period.year != year:
        lines = [evolve(claim, timed=claim.timed or _may_be_a_sum(claim, year)) for claim in lines]
    tasks = [task for section in (*plan.assignments, *plan.implementation) for task in section.tasks]
    named: list[Claim] = []
    for task in tasks:
        if whole and task.span:
            named += whole.claims(task.span) if task.targets or not task.text else ()
        elif task.targets or not task.text:
            named += claims_of_text(*_piece(plan, task.span, task.text), year)
    if whole and lines:
        named += whole.stated(
            span for span in (*(item.span for item in plan.indicators), *(task.span for task in tasks))
        )
    if not lines and not plan.assignments and plan.text:
        named = list(whole.told() if whole else claims_of_text(plan.text, 0, year, spoken=False))
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
    bare = _LEAD_IN.sub("", item.name)  # "Quyết tâm thực hiện chỉ tiêu …"
    if key is None and item.relation is Relation.ITEM and item.targets and bare != item.name:
        first = item.targets[0]
        match = match_indicator(bare, unit=first.quantity.unit, change=first.change)
        if match is not None and match.confidence * 100 >= _CERTAIN:
            key, sure = match.key, True
    if item.relation is not Relation.ITEM and _is_no_indicator(item):
        key, sure = None, False  # "kinh phí 12 tỷ đồng (ngân sách nhà nước 10 tỷ đồng, …)": who pays
    for target in item.targets:
        timed = _timed(item.name, target, piece, year)
        span = target.span or item.span
        led_to = level_key(item, target, piece, above)
        name = item.name or (above.name if led_to is not None and above is not None else "")
        known = sure or led_to is not None
        yield Claim(name, led_to or key, target, own, span, piece, item, sure=known, timed=timed, above=above)
    for part in item.parts:
        yield from _of_line(part, own if part.relation is Relation.PART else kind, piece, year, named)


def _ahead(claim: Claim) -> str:
    """Return what stands before the number of an amount in its piece."""
    return claim.piece.partition(claim.part)[0] if claim.part else ""


def _may_be_a_sum(claim: Claim, year: int | None) -> bool:
    """Whether an amount of a plan of several years may be that of all of them: a flow without the last year beside it."""
    flows = claim.record is not None and claim.record.kind == "flow"
    return flows and str(year) not in f"{claim.name} {_SENTENCE.split(_ahead(claim))[-1][-_NEAR:]}"


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
    ahead = _SENTENCE.split(piece.partition(number)[0])[-1].lower() if number else ""
    words = without_own_year(f"{name} {_LAST_CLAUSE.split(ahead[-_NEAR:])[-1]}".lower(), year)
    if _YEAR.search(words) or _PART_OF_YEAR.search(words) or _SEASON.search(ahead):
        return True
    if str(year) in name or str(year) in ahead[-_NEAR:]:
        return False
    opening = _YEAR.search(ahead)  # "Đến năm 2030, tỷ lệ …"
    return opening is not None and int(opening[1]) != year and bool(_OPENS_WITH_TIME.match(ahead[: opening.start()]))


def claims_of_text(text: str, offset: int | None, year: int | None = None, *, spoken: bool = True) -> Iterator[Claim]:
    """Yield the amounts of a running text whose name is certain.

    Args:
        text: the text.
        offset: where it begins in the document; None if it stands in none.
        year: the year it is for: an amount of any other is left out.
        spoken: whether the words around an amount may name it too, as in tasks.
    """
    source = SourceText(text)
    yield from _Scanned(source, scan_targets(source)[0], offset, year).claims(Span(0, len(text)), spoken=spoken)


def claims_beside(plan: Plan, passages: Sequence[tuple[Piece, Sequence[TargetHit]]]) -> Iterator[Claim]:
    """Yield every amount of the text that stands in no indicator line and in no table, certain or not.

    Its time is not looked at: what a share can be is the same in every year.
    """
    whole = _Scanned.of(plan, passages)
    if whole is not None:
        yield from (claim for _, claim in whole.named(whole.outside(item.span for item in plan.indicators)))


def _is_sure(name: str, hit: TargetHit) -> bool:
    match = match_indicator(name, unit=hit.target.quantity.unit, change=hit.target.change)
    return match is not None and match.confidence * 100 >= _CERTAIN


def _before_colon(words: str) -> str:
    """Return words without the colon they end in where that follows the name of an indicator: *Tỷ lệ hộ nghèo: 3%*."""
    bare = _COLON.sub("", words)
    name = _LEAD_IN.sub("", _CUT.split(bare)[-1]).strip() if bare != words else ""
    match = match_indicator(name) if name else None
    return bare if match is not None and match.confidence * 100 >= _CERTAIN else words


def _words(claim: Claim) -> str:
    """Return the words of the names of a claim's record."""
    record = claim.record
    return "" if record is None else " ".join((record.name, *record.aliases))


@frozen(eq=False)
class _Scanned:
    """A text with its amounts, so that what the tasks of a plan set is not read a second time.

    Attributes:
        source, hits: the text and the amounts in it.
        offset: where it begins in the document; None if it stands in none.
        year: the year it is for.
    """

    source: SourceText
    hits: Sequence[TargetHit]
    offset: int | None
    year: int | None

    @classmethod
    def of(cls, plan: Plan, passages: Sequence[tuple[Piece, Sequence[TargetHit]]]) -> _Scanned | None:
        if not plan.text or not passages:
            return None
        ((piece, hits),) = passages  # a text is one piece
        return cls(piece.source, hits, 0, _year(plan))

    def opening(self, start: int, hit: TargetHit) -> int:
        """Return where the words before an amount begin, from a place on: no name goes over an empty line."""
        gap = self.source.text.rfind("\n\n", start, hit.name_end)
        return start if gap < 0 else gap + 2

    def place(self, hit: TargetHit) -> int:
        """Return where an amount stands in the original text."""
        return self.source.offset(hit.numeral.start)

    def claims(self, span: Span, *, spoken: bool = True) -> Iterator[Claim]:
        """Yield the amounts of a part of the text: those of its own time with a certain name."""
        first, last = (bisect_left(self.hits, end, key=self.place) for end in (span.start, span.end))
        folded = range(len(self.source.flat) + 1)
        start, end = (bisect_left(folded, at, key=self.source.offset) for at in (span.start, span.end))
        piece = self.source.clean(start, end)
        for hit, claim in self.named(self.hits[first:last], start, spoken=spoken):
            if not claim.sure or claim.timed or not is_whole(self.source, hit, claim.name, self.year):
                continue
            if goes_on_alone(self.source, hit, _words(claim), self.year):
                yield evolve(claim, piece=piece)

    def named(
        self, hits: Iterable[TargetHit], start: int = 0, *, spoken: bool = False
    ) -> Iterator[tuple[TargetHit, Claim]]:
        """Yield amounts from a place of the folded text on with the words before them as their names, certain or not.

        Where those mean no indicator for certain and `spoken` asks for it, the words around an amount are tried too.
        """
        source, done = self.source, start
        former: tuple[TargetHit | None, str] = None, ""
        for hit in hits:
            clause = _before_colon(source.flat[self.opening(max(done, hit.name_end - _LONGEST), hit) : hit.name_end])
            begin, done = done, hit.end
            name = _LEAD_IN.sub("", _CUT.split(clause)[-1]).strip()
            unit = hit.target.quantity.unit
            line = source.text.rfind("\n", max(begin, hit.name_end - len(clause)), hit.name_end) + 1
            own = _before_colon(source.flat[line : hit.name_end]).strip() if line else ""
            if (own[:1].isupper() or own[:1] in _MARKS) and not _is_sure(name, hit):  # what is before is another line
                name = _LEAD_IN.sub("", _CUT.split(own)[-1]).strip() or ("" if own in _MARKS else name)
            name = name or carried_name(source.lower, *former, hit)
            former = hit, name
            said_when = _SENTENCE.split(clause)[-1].lower()
            if is_of_all_year(source, hit):
                said_when = _LAST_CLAUSE.split(said_when)[-1]
            timed = _OTHER_TIME.search(without_own_year(said_when, self.year)) is not None
            match = match_indicator(name, unit=unit, change=hit.target.change) if name else None
            if match is None and "/" in unit.label:  # "bác sĩ/vạn dân" says what is measured by itself
                match = match_indicator(unit.label, unit=unit, change=hit.target.change)
                name = unit.label if match is not None else name
            sure = match is not None and match.confidence * 100 >= _CERTAIN
            said = None
            if spoken and not sure:
                lead = own if own[:1].isupper() or own[:1] in _MARKS else clause
                said = spoken_name(source, hit, _SENTENCE.split(lead)[-1].strip(" -+*•"))
            name = said.name if said is not None else name
            if not name:
                continue  # a bare count ("133 doanh nghiệp") says nothing of what is counted
            at = hit.target.span
            span = Span(at.start + self.offset, at.end + self.offset) if at and self.offset is not None else None
            piece = source.clean(max(begin, hit.name_end - _LONGEST), min(hit.end + _NEAR, len(source.flat)))
            key = said.key if said is not None else match.key if match is not None and sure else None
            sure = sure or said is not None
            yield hit, Claim(name, key, hit.target, TargetKind.PLANNED, span, piece, sure=sure, timed=timed)

    def outside(self, spans: Iterable[Span | None]) -> list[TargetHit]:
        """Return the amounts that stand in none of some spans and in no table."""
        taken, text = Ranges.of(spans), self.source.text
        free = (hit for hit in self.hits if self.place(hit) not in taken)
        return [hit for hit in free if "|" not in row_before(text, hit.numeral.start)]

    def told(self) -> Iterator[Claim]:
        """Yield what a text that is no plan says of its own time and of the whole, outside tables and results."""
        headings = Headings.of(self.source, self.year)
        for hit, claim in self.named(self.outside(())):
            if not claim.sure or claim.timed or headings.tell_of_others(hit.start):
                continue
            ahead = self.source.lower[self.opening(max(0, hit.name_end - _LONGEST), hit) : hit.name_end]
            part = _PARTS.search(_SENTENCE.split(ahead)[-1])
            whole = part is None and is_whole(self.source, hit, claim.name, self.year)
            if whole and goes_on_alone(self.source, hit, _words(claim), self.year):
                yield claim

    def stated(self, spans: Iterable[Span | None]) -> Iterator[Claim]:
        """Yield what the text outside some spans says of its own time and of the whole: in aims, in an introduction."""
        headings = Headings.of(self.source, self.year)
        for hit, claim in self.named(self.outside(spans), spoken=True):
            if not claim.sure or claim.timed or headings.tell_of_others(hit.start):
                continue
            stated = is_stated(self.source, hit, self.year) and is_whole(self.source, hit, claim.name, self.year)
            if stated and goes_on_alone(self.source, hit, _words(claim), self.year):
                yield claim
