"""Ratings of results against targets: vượt, đạt, xấp xỉ, không đạt or chưa đánh giá, by an explicit rule.

What is compared is an amount in the target's unit; which way is better comes from the bound (``không quá`` asks for
less), else from the catalogue, else from the words of the plan, else from the rule. A `Verdict` says what was compared,
how far it lies from the target, and why it is rated as it is; what the reporter called it stands beside that.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from chitieu.errors import ChitieuError
from chitieu.indicators.records import Indicator
from chitieu.monitoring.observations import Observation, Rating
from chitieu.monitoring.rating_goal import Goal, Side, Since, better_side, compared_size, goal_of, turned
from chitieu.monitoring.rating_rule import RatingRule, meaning_of, measures
from chitieu.numbers.decimals import format_number, rounded, scaled
from chitieu.quantities.quantity import Quantity, of_amount
from chitieu.reasons import Reason
from chitieu.targets.target import Change, Target

__all__ = ["Rating", "Verdict", "pending", "rate"]

_ORDER = (Rating.MISSED, Rating.NEARLY, Rating.MET, Rating.EXCEEDED)
_CODES = {
    Rating.EXCEEDED: "rating.above",
    Rating.MET: "rating.met",
    Rating.NEARLY: "rating.nearly",
    Rating.MISSED: "rating.short",
}


@frozen
class Verdict:
    """How a result stands to a target, and why.

    Attributes:
        rating: ours, by the rule.
        reason: a code and a sentence in two languages.
        target, observation: what was compared with what; the observation is None where there is none.
        compared: the result in the unit of the target: the level, or the size of the change; of a range the end that
            counts. None if nothing could be compared.
        gap: how far that lies from the target, in its unit: above zero is better than asked, below zero short of it.
        side: which way is better; None if nothing says so.
        assumed: whether `side` is only what the rule assumes.
        so_far: of a result for a part of the period, how it would be rated if the period ended with it; else None.

    >>> import chitieu as ct
    >>> poor = ct.Observation("poor", ct.Period(2026), ct.parse_quantity("1,5%"), official=ct.Rating.MET)
    >>> verdict = ct.rate(ct.parse_target("giảm còn 1,4%"), poor, indicator=ct.get_indicator("poor"))
    >>> verdict.rating.value, str(verdict.gap), verdict.agrees
    ('không đạt', '-0,1%', False)
    >>> print(verdict.reason.message("vi"))
    1,5% kém mục tiêu 1,4% là 0,1%
    """

    rating: Rating
    reason: Reason
    target: Target
    observation: Observation | None = None
    compared: Quantity | None = None
    gap: Quantity | None = None
    side: Side | None = None
    assumed: bool = False
    so_far: Rating | None = None

    @property
    def official(self) -> Rating | None:
        """What the reporter rated it; None if the report does not say."""
        return self.observation.official if self.observation else None

    @property
    def agrees(self) -> bool | None:
        """Whether ours is the reporter's rating; None where one of the two is missing."""
        if self.official in (None, Rating.PENDING) or self.rating is Rating.PENDING:
            return None
        return self.official is self.rating

    def __str__(self) -> str:
        return f"{self.rating}: {self.reason}"


def pending(target: Target, observation: Observation | None, reason: Reason | ChitieuError) -> Verdict:
    """Return a verdict that says why there is none.

    Args:
        target: the target.
        observation: the result, if there is one.
        reason: why; an error is taken for its sentence.
    """
    if isinstance(reason, ChitieuError):
        reason = Reason("rating.refused", {"error": reason})
    return Verdict(Rating.PENDING, reason, target, observation)


def rate(
    target: Target,
    observation: Observation,
    *,
    rule: RatingRule | None = None,
    indicator: Indicator | None = None,
    baseline: Observation | Quantity | None = None,
) -> Verdict:
    """Rate a result against a target.

    Whose indicator and which period they are of is not looked at: `chitieu.progress` matches them.

    Args:
        target: what was asked.
        observation: what was reached: a level, or for a target that is a change its size (``giảm 1,5%``: 1,6).
        rule: the choices; None takes `RatingRule` as it comes.
        indicator: the record of the catalogue; says which way is better where the bound does not.
        baseline: the level before the change; a result in its dimension is then the new level. Of a target by the
            year (``giảm 1%/năm``) the mean of the years between counts: an observation says when it was, an amount is
            taken for that of the year before the result's period.

    Returns:
        The verdict; ``chưa đánh giá`` with a reason where nothing can be said.

    Raises:
        UnitError: the result measures something else than the target.

    >>> import chitieu as ct
    >>> target = ct.parse_target("từ 8.460 tỷ đồng trở lên")
    >>> result = ct.Observation("bud_rev", ct.Period(2026), ct.parse_quantity("8,92 nghìn tỷ đồng"))
    >>> print(ct.rate(target, result))
    vượt: 8,92 nghìn tỷ đồng is better than the target từ 8.460 tỷ đồng trở lên by 460 tỷ đồng
    """
    rule = rule or RatingRule()
    if not observation.reported:
        return pending(target, observation, Reason("rating.none"))
    side, assumed = better_side(target, rule=rule, indicator=indicator)
    if side is None:
        return pending(target, observation, Reason("rating.direction"))
    goal = goal_of(target, side, rule, indicator)
    case = _Case(target, observation, goal, side, rule, indicator, Since.of(baseline, observation))
    verdict = case.of_words(observation.words) if observation.words else case.of_figures()
    return evolve(verdict, side=side, assumed=assumed)


@frozen
class _Case:
    """A result beside its target, with all that decides."""

    target: Target
    observation: Observation
    goal: Goal
    side: Side
    rule: RatingRule
    indicator: Indicator | None
    since: Since

    def of_figures(self) -> Verdict:
        ends = (self.observation.value, self.observation.upper)
        sizes = [self._size(end) for end in ends if end is not None]
        if (
            self.target.change is Change.DECREASE
            and any(size.amount < 0 for size in sizes)
            and self.since.level is None
        ):
            if not self.rule.negative_decrease:
                return self._open("rating.sign", result=self.observation.shown)
            sizes = [abs(size) for size in sizes]
        return self._of_sizes(sizes)

    def _size(self, actual: Quantity) -> Quantity:
        return compared_size(self.target, actual, rule=self.rule, indicator=self.indicator, since=self.since)

    def _of_sizes(self, sizes: list[Quantity]) -> Verdict:
        """Rate the end of a result that counts."""
        rated = [(self.goal.rated(self._turned(size), self.rule.nearly), size) for size in sizes]
        rated.sort(key=lambda pair: (_ORDER.index(pair[0]), self._turned(pair[1])))
        rating, size = rated[0 if self.rule.result_range == "worse" else -1]
        if size.amount < 0 <= self.target.quantity.amount and self._beyond_zero():
            rating = Rating.EXCEEDED
        gap = self.goal.gap(self._turned(size))
        unit = self.target.quantity.unit
        distance = of_amount(gap, unit)
        nearly = format_number(rounded(scaled(Decimal(100), self.rule.nearly), 2).normalize())
        fields = {"result": self.observation.shown, "target": self.target, "gap": abs(distance), "nearly": nearly}
        return Verdict(rating, Reason(_CODES[rating], fields), self.target, self.observation, size, distance)

    def _turned(self, size: Quantity) -> Fraction:
        return turned(size.amount, self.side)

    def _beyond_zero(self) -> bool:
        """Whether below zero is the opposite of what was limited: a surplus where a deficit was."""
        return self.rule.beyond_zero_exceeds and self.side == "lower" and self._measures() == "deficit"

    def _measures(self) -> str | None:
        return measures(self.observation.indicator) or (measures(self.indicator.name) if self.indicator else None)

    def of_words(self, words: str) -> Verdict:
        """Rate words in place of a figure by what they say of it."""
        meaning = meaning_of(words)
        if meaning is None:
            return self._open("rating.words_unknown", words=words)
        if meaning == "unknown":
            return self._open("rating.none")
        if meaning in ("done", "not_done"):
            if not self.rule.trust_words:
                return self._open("rating.words_rating", words=words)
            return self._by_words(Rating.MET if meaning == "done" else Rating.MISSED)
        if meaning in ("zero", "same"):
            size = self._nothing(meaning)
            return (
                self._open("rating.words_open", words=words, target=self.target)
                if size is None
                else self._of_sizes([size])
            )
        sign = self._sign(meaning)
        rating = self.goal.rated_sign(-sign if self.side == "lower" else sign) if sign else None
        if rating is None:
            return self._open("rating.words_open", words=words, target=self.target)
        beyond = rating is Rating.MET and sign < 0 and self._beyond_zero()
        return self._by_words(Rating.EXCEEDED if beyond else rating)

    def _nothing(self, meaning: str) -> Quantity | None:
        """Return the amount that ``không phát sinh`` or ``giữ nguyên`` stands for; None if it is not known."""
        if (meaning == "same") == (self.target.change is not Change.LEVEL):
            return Quantity(0, self.target.quantity.unit)
        return self._size(self.since.level) if meaning == "same" and self.since.level is not None else None

    def _sign(self, meaning: str) -> int:
        """Return the sign of the amount compared; 0 if the words do not tell it."""
        if meaning in ("up", "down"):
            signs = {Change.LEVEL: 0, Change.INCREASE: 1, Change.DECREASE: -1}
            return signs[self.target.change] * (1 if meaning == "up" else -1)
        signs_of = {"surplus": 1, "deficit": -1, None: 0}
        sign = signs_of[self._measures()] if self.target.change is Change.LEVEL else 0
        return sign if meaning == "positive" else -sign

    def _by_words(self, rating: Rating) -> Verdict:
        fields = {"words": self.observation.words, "target": self.target}
        return Verdict(rating, Reason(f"rating.words_{rating.name.lower()}", fields), self.target, self.observation)

    def _open(self, code: str, **fields: object) -> Verdict:
        return pending(self.target, self.observation, Reason(code, fields))
