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

from chitieu.checking.named_amounts.carried_names import carried_name
from chitieu.checking.named_amounts.certainty import certain, certain_key, names_who_pays
from chitieu.checking.named_amounts.claim import Claim
from chitieu.checking.named_amounts.levels import level_of, tells_levels
from chitieu.checking.named_amounts.line_claims import LEAD_IN, claims_of_line, may_be_a_sum
from chitieu.checking.named_amounts.own_time import (
    SEASON,
    WEEK,
    is_of_all_year,
    own_clause,
    without_own_year,
    without_rounds,
)
from chitieu.checking.named_amounts.spoken_names import spoken_name
from chitieu.checking.named_amounts.stated import Headings, goes_on_alone, is_stated, is_whole
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, row_before
from chitieu.indicators.match import match_indicator
from chitieu.plan import Plan, TargetKind
from chitieu.targets.reader import TargetHit, scan_targets
from chitieu.text import SourceText, Span

__all__ = ["Claim", "claims_beside", "claims_of", "claims_of_text"]

_CUT = re.compile(
    r";|[.,:()](?=\s|$)|(?<=\s)(?:trong đó|gồm|bao gồm|đồng thời|để|nhằm|với|nâng|đưa|duy trì|giữ|bảo đảm|đảm bảo|phấn đấu|mục tiêu)(?=\s)"
)
_SENTENCE = re.compile(r";|\.(?=\s|$)")
_PARTS = re.compile(r"(?<!\w)(?:trong đó|gồm|bao gồm)(?!\w)|\([^)]*$")
_COLON = re.compile(r"\s?:\s{0,3}$")
_OTHER_TIME = re.compile(
    rf"(?<![\w/])(?:quý|tháng|{WEEK}|mỗi|đợt|giai đoạn|nhiệm kỳ|6 tháng|9 tháng|bình quân(?! (?:đầu|mỗi) người)|hằng|hàng (?:ngày|tuần|tháng|quý|năm)|lũy kế|so với|cùng kỳ|đầu năm|mùa|{SEASON}|kịch bản|phương án)(?!\w)"
    r"|(?:19|20)[0-9]{2}"
)
"""Words before an amount that give it another period than the plan's, or make it a comparison or one of several cases."""
_MARKS = ("-", "+", "*", "•")
_LONGEST = 300
_NEAR = 60


def claims_of(plan: Plan, passages: Sequence[tuple[Piece, Sequence[TargetHit]]] = ()) -> tuple[Claim, ...]:
    """Return the claims of a plan: of its indicator lines first, then of its tasks; of a text those it names.

    Args:
        plan: the plan.
        passages: its text with the amounts read from it, where that is at hand.
    """
    whole, year = _Scanned.of(plan, passages), _year(plan)
    lines = [claim for item in plan.indicators for claim in claims_of_line(item, year)]
    if plan.period is not None and plan.period.year != year:
        lines = [evolve(claim, timed=claim.timed or may_be_a_sum(claim, year)) for claim in lines]
    tasks = [task for section in (*plan.assignments, *plan.implementation) for task in section.tasks]
    named: list[Claim] = []
    for task in tasks:
        if whole and task.span:
            named += whole.claims(task.span) if task.targets or not task.text else ()
        elif task.targets or not task.text:
            named += claims_of_text(*_piece(plan, task.span, task.text), year)
    first = min((item.span.start for item in plan.indicators if item.span is not None), default=0)
    named = [claim for claim in named if whole is None or not whole.is_of_other_part(claim, first)]
    if whole and lines:
        named += whole.stated(
            span for span in (*(item.span for item in plan.indicators), *(task.span for task in tasks))
        )
    if not lines and not plan.assignments and plan.text:
        named = list(whole.told() if whole else claims_of_text(plan.text, 0, year, spoken=False))
    source = whole.source if whole else None
    return tuple(_with_levels(source, [evolve(claim, plan=plan.number) for claim in (*lines, *named)]))


def _with_levels(source: SourceText | None, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield claims with who set them, as the text of their plan says; without one, as their own line does."""
    lower = "" if source is None else source.text.lower()
    told = tells_levels(lower)
    for claim in claims:
        level = ""
        if source is not None and claim.span is not None:
            level = level_of(lower, source.folded(claim.span.start)) if told and claim.key is not None else ""
        elif claim.part and tells_levels(piece := claim.piece.lower()):
            level = level_of(piece, piece.index(claim.part.lower()))
        yield evolve(claim, level=level) if level else claim


def _year(plan: Plan) -> int | None:
    return plan.period.last_year if plan.period is not None else None


def _piece(plan: Plan, span: Span | None, text: str) -> tuple[str, int | None]:
    """Return the text of a task with the offset it begins at, as it stands in the plan where that is at hand."""
    if span is not None and plan.text:
        return plan.text[span.start : span.end], span.start
    return text, None


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
    return certain_key(name, unit=hit.target.quantity.unit, change=hit.target.change) is not None


def _before_colon(words: str) -> str:
    """Return words without the colon they end in where that follows the name of an indicator: *Tỷ lệ hộ nghèo: 3%*."""
    bare = _COLON.sub("", words)
    return bare if certain_key(_last_name(bare)) is not None else words


def _last_name(words: str) -> str:
    """Return the name that words end in, without what leads to it."""
    return LEAD_IN.sub("", _CUT.split(words)[-1]).strip()


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

    def is_of_other_part(self, claim: Claim, first: int) -> bool:
        """Whether an amount stands under a heading for another year, or ahead of the first target under one over results."""
        if claim.span is None:
            return False
        at = self.source.folded(claim.span.start)
        return self.headings.are_of_other_year(at) or self.headings.tell_ahead(at, self.source.folded(first))

    @cached_property
    def headings(self) -> Headings:
        """The headings of the text."""
        return Headings.of(self.source, self.year)

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
            name = _last_name(clause)
            unit = hit.target.quantity.unit
            line = source.text.rfind("\n", max(begin, hit.name_end - len(clause)), hit.name_end) + 1
            own = _before_colon(source.flat[line : hit.name_end]).strip() if line else ""
            opens = own[:1].isupper() or own[:1] in _MARKS
            if opens and not _is_sure(name, hit):  # what is before is another line
                name = _last_name(own) or ("" if own in _MARKS else name)
            name = name or carried_name(source.lower, *former, hit)
            former = hit, name
            said_when = without_rounds(_SENTENCE.split(clause)[-1].lower())
            if is_of_all_year(source, hit, self.year):
                said_when = own_clause(said_when)
            timed = _OTHER_TIME.search(without_own_year(said_when, self.year)) is not None
            known = bool(name) and not names_who_pays(name)
            match = match_indicator(name, unit=unit, change=hit.target.change) if known else None
            if match is None and "/" in unit.label:  # "bác sĩ/vạn dân" says what is measured by itself
                match = match_indicator(unit.label, unit=unit, change=hit.target.change)
                name = unit.label if match is not None else name
            key = certain(match)
            if spoken and key is None:
                lead = own if opens else clause
                said = spoken_name(source, hit, _SENTENCE.split(lead)[-1].strip(" -+*•"))
                name, key = (said.name, said.key) if said is not None else (name, None)
            if not name:
                continue  # a bare count ("133 doanh nghiệp") says nothing of what is counted
            at = hit.target.span
            span = Span(at.start + self.offset, at.end + self.offset) if at and self.offset is not None else None
            piece = source.clean(max(begin, hit.name_end - _LONGEST), min(hit.end + _NEAR, len(source.flat)))
            sure = key is not None
            yield hit, Claim(name, key, hit.target, TargetKind.PLANNED, span, piece, sure=sure, timed=timed)

    def outside(self, spans: Iterable[Span | None]) -> list[TargetHit]:
        """Return the amounts that stand in none of some spans and in no table."""
        taken, text = Ranges.of(spans), self.source.text
        free = (hit for hit in self.hits if self.place(hit) not in taken)
        return [hit for hit in free if "|" not in row_before(text, hit.numeral.start)]

    def told(self) -> Iterator[Claim]:
        """Yield what a text that is no plan says of its own time and of the whole, outside tables and results."""
        for hit, claim in self.named(self.outside(())):
            if not claim.sure or claim.timed or self.headings.tell_of_others(hit.start):
                continue
            ahead = self.source.lower[self.opening(max(0, hit.name_end - _LONGEST), hit) : hit.name_end]
            part = _PARTS.search(_SENTENCE.split(ahead)[-1])
            whole = part is None and is_whole(self.source, hit, claim.name, self.year)
            if whole and goes_on_alone(self.source, hit, _words(claim), self.year):
                yield claim

    def stated(self, spans: Iterable[Span | None]) -> Iterator[Claim]:
        """Yield what the text outside some spans says of its own time and of the whole: in aims, in an introduction."""
        for hit, claim in self.named(self.outside(spans), spoken=True):
            if not claim.sure or claim.timed or self.headings.tell_of_others(hit.start):
                continue
            stated = is_stated(self.source, hit, self.year) and is_whole(self.source, hit, claim.name, self.year)
            if stated and goes_on_alone(self.source, hit, _words(claim), self.year):
                yield claim
