"""The values of a comparison of a plan with its results: rows, counts, and what is left over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from attrs import field, frozen

from chitieu.monitoring.observation_match import Doubt
from chitieu.monitoring.observations import Observation, Rating
from chitieu.monitoring.rating import Verdict
from chitieu.monitoring.rating_rule import RatingRule
from chitieu.periods.period import Period
from chitieu.plan import PlannedIndicator, TargetKind
from chitieu.reasons import Reason
from chitieu.targets.target import Target

__all__ = ["Doubt", "Progress", "ProgressRow", "ProgressSummary"]


@frozen
class ProgressRow:
    """One target with its result.

    Attributes:
        indicator: the line of the plan.
        kind: who set the target; a part of an assigned target is assigned too.
        verdict: rating, reason, what was compared and the gap.
        completion: the share of the target that is done; None where that means nothing.
        pace: completion against the share of the period elapsed; None for all but flows.
        baseline: the figure of the year before, where it can be compared: changes are measured from it, and the way
            done where less is better.
        above: the line it is a part of; None for a line of its own.

    >>> import chitieu as ct
    >>> plan = ct.Plan(period=ct.Period(2026), indicators=ct.parse_indicators("1) Thu nội địa đạt 8.000 tỷ đồng;"))
    >>> half = ct.Observation("Thu nội địa", ct.parse_period("6 tháng đầu năm 2026"), ct.parse_quantity("4.200 tỷ đồng"))
    >>> row, = ct.progress(plan, [half]).rows
    >>> row.rating.value, row.verdict.so_far.value, str(row.completion), f"{float(row.pace):.2f}"
    ('chưa đánh giá', 'không đạt', '21/40', '1.06')
    """

    indicator: PlannedIndicator
    kind: TargetKind
    verdict: Verdict
    completion: Fraction | None = None
    pace: Fraction | None = None
    baseline: Observation | None = None
    above: PlannedIndicator | None = None

    @property
    def target(self) -> Target:
        """The target."""
        return self.verdict.target

    @property
    def observation(self) -> Observation | None:
        """The result that was compared; None if there is none."""
        return self.verdict.observation

    @property
    def rating(self) -> Rating:
        """Our rating."""
        return self.verdict.rating

    @property
    def reason(self) -> Reason:
        """Why it is rated so."""
        return self.verdict.reason

    @property
    def agrees(self) -> bool | None:
        """Whether the reporter rated it as we do; None where one of the ratings is missing, and for striving targets.

        A report rates the result once, against the target that binds.
        """
        return None if self.kind is TargetKind.STRIVING else self.verdict.agrees


@frozen
class ProgressSummary:
    """How many targets have each rating. What the province strives for beyond its targets is counted apart.

    Attributes:
        counts: targets by rating, striving ones left out.
        striving: striving targets by rating.
        disagreements: how many results the reporter rated otherwise, striving targets left out: reports rate the others.

    >>> import chitieu as ct
    >>> plan = ct.Plan(period=ct.Period(2026), indicators=ct.parse_indicators("1) Tỷ lệ hộ nghèo còn 1,4%;"))
    >>> summary = ct.progress(plan, [ct.Observation("poor", ct.Period(2026), ct.parse_quantity("1,3%"))]).summary
    >>> summary.total, summary.reached, summary.sentence("vi")
    (1, 1, '1/1 chỉ tiêu đạt và vượt')
    """

    counts: Mapping[Rating, int]
    striving: Mapping[Rating, int]
    disagreements: int = 0

    @property
    def total(self) -> int:
        """All targets counted."""
        return sum(self.counts.values())

    @property
    def reached(self) -> int:
        """Those met or exceeded."""
        return sum(count for rating, count in self.counts.items() if rating.reached)

    def sentence(self, language: str = "en") -> str:
        """Return the sentence of reports: ``14/15 chỉ tiêu đạt và vượt``; targets not rated yet are told behind it."""
        open_targets = self.counts[Rating.PENDING]
        code = "progress.summary_open" if open_targets else "progress.summary"
        return Reason(code, {"reached": self.reached, "total": self.total, "open": open_targets}).message(language)

    def __str__(self) -> str:
        return self.sentence()


@frozen
class Progress:
    """What has become of a plan.

    Attributes:
        rows: every target, in the order of the plan, also those without a result.
        doubts: observations that were not compared or should be looked at, each with its reason.
        earlier: figures of the period before that no change needed, and of parts of the period that a longer part, or
            the whole, holds. Every observation is in a row (as result or baseline), among the doubts, or here.
        unmeasured: lines of the plan without a figure, which nothing can be compared with.
        period: the period of the plan.
        on: the day asked for.
        rule: the rule of the ratings.
    """

    rows: tuple[ProgressRow, ...]
    doubts: tuple[Doubt, ...] = ()
    earlier: tuple[Observation, ...] = ()
    unmeasured: tuple[PlannedIndicator, ...] = ()
    period: Period | None = None
    on: date | None = None
    rule: RatingRule = field(factory=RatingRule)

    @property
    def summary(self) -> ProgressSummary:
        """The counts, and the sentence of reports."""
        counts, striving = dict.fromkeys(Rating, 0), dict.fromkeys(Rating, 0)
        for row in self.rows:
            (striving if row.kind is TargetKind.STRIVING else counts)[row.rating] += 1
        return ProgressSummary(counts, striving, sum(row.agrees is False for row in self.rows))

    def of(self, indicator: str) -> tuple[ProgressRow, ...]:
        """Return the rows of an indicator, by its key or its name in the plan."""
        return tuple(row for row in self.rows if indicator in (row.indicator.indicator, row.indicator.name))

    def __str__(self) -> str:
        return str(self.summary)
