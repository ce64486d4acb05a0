"""Results beside targets: what `chitieu.progress` says of a target, in the words of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from attrs import frozen

from chitieu.monitoring.observations import Observation
from chitieu.monitoring.progress_values import Progress, ProgressRow
from chitieu.monitoring.rating import Rating, Verdict
from chitieu.plan import PlannedIndicator
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Target
from chitieu.units import UnitKind
from chitieu.writing.page.shares import Share, shares_of
from chitieu.writing.page.wordlist import written_day, written_period, written_share

__all__ = ["Result", "Results"]


def _name(rating: Rating) -> str:
    """Return the name the style and the words know a rating by."""
    return rating.name.lower()


@frozen
class Result:
    """What was reached of a target, as texts.

    Attributes:
        shown: the figure or the words; `notes`: how sure, for which period, what the report says beside it.
        share: how much of the target is done, where that means something; `completion`: the same in percent.
        size: the result as a share of the target, also where less is better (`is_ceiling`); for the chart.
        rating: name for the style; `label`: its words; `more`: why, how it would be so far, what the report calls it.
    """

    shown: str
    notes: tuple[str, ...]
    share: Fraction | None
    completion: str
    size: Fraction | None
    is_ceiling: bool
    rating: str
    label: str
    more: tuple[str, ...]


class Results:
    """The results of a plan, asked for by indicator and number of its target, each once and in the order of the plan."""

    def __init__(self, progress: Progress | None, words: Mapping[str, Any], language: str) -> None:
        self._words, self._language, self._progress = words, language, progress
        self._waiting: dict[tuple[PlannedIndicator, Target], list[ProgressRow]] = defaultdict(list)
        self.counts: dict[Rating, int] = dict.fromkeys(Rating, 0)
        rows = progress.rows if progress else ()
        for row in reversed(rows):
            self._waiting[row.indicator, row.target].append(row)
        told = {self._when(row.observation) for row in rows if row.observation and row.observation.reported}
        self._common = told.pop() if len(told) == 1 else ()

    @property
    def given(self) -> bool:
        """Whether the page shows results."""
        return self._progress is not None

    def of(self, indicator: PlannedIndicator, at: int) -> Result | None:
        """Return the result of a target of an indicator; None where the page shows no results, or not of this target."""
        rows = self._waiting.get((indicator, indicator.targets[at]))
        if not rows:
            return None
        row = rows.pop()
        self.counts[row.rating] += 1
        verdict, observation = row.verdict, row.observation
        return Result(
            shown=observation.shown if observation else "",
            notes=self._notes(observation),
            share=row.completion,
            completion="" if row.completion is None else written_share(row.completion),
            size=_size(verdict) if row.completion is None else row.completion,
            is_ceiling=verdict.side == "lower" and row.completion is None,
            rating=_name(row.rating),
            label=self._words["ratings"][_name(row.rating)],
            more=tuple(self._more(row)),
        )

    def _when(self, observation: Observation) -> tuple[str, ...]:
        status = self._words["statuses"][observation.status.name.lower()]
        return status, written_period(observation.period, self._language)

    def _notes(self, observation: Observation | None) -> tuple[str, ...]:
        if observation is None or not observation.reported:
            return ()
        when = self._when(observation)
        return tuple(filter(None, (*(() if when == self._common else when), observation.note)))

    def _more(self, row: ProgressRow) -> Iterator[str]:
        verdict, ratings = row.verdict, self._words["ratings"]
        if row.rating is Rating.PENDING:
            if row.observation is not None and row.observation.reported:
                yield row.reason.message(self._language)
        elif verdict.gap is not None and verdict.gap.amount:
            word = "off" if verdict.side == "both" else "better" if verdict.gap.amount > 0 else "short"
            yield self._words[word].format(gap=_points(abs(verdict.gap)))
        if verdict.so_far is not None:
            yield self._words["so_far"].format(rating=ratings[_name(verdict.so_far)])
        if row.pace is not None and self._is_early(row):
            yield self._words["pace"].format(share=written_share(row.pace))
        if verdict.assumed and row.rating is not Rating.PENDING:
            yield self._words["assumed"]
        if row.agrees is False and verdict.official is not None:
            yield self._words["official"].format(rating=ratings[_name(verdict.official)])

    def _is_early(self, row: ProgressRow) -> bool:
        """Whether a result is for a part of the period: at its end the pace says no more than the completion."""
        period = self._progress.period if self._progress else None
        return period is not None and row.observation is not None and row.observation.period.end < period.end

    # --- all together --------------------------------------------------------------------------------

    @property
    def sentence(self) -> str:
        """The sentence of reports: how many targets are met and exceeded."""
        return self._progress.summary.sentence(self._language) if self._progress else ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands beside that sentence: the day, what all figures have in common, what is counted apart."""
        if self._progress is None:
            return ()
        return tuple(self._notes_of(self._progress))

    def _notes_of(self, progress: Progress) -> Iterator[str]:
        summary, words = progress.summary, self._words
        if progress.on is not None:
            yield words["as_of"].format(day=written_day(progress.on))
        if self._common:
            yield words["all_figures"].format(when=", ".join(self._common))
        striving = sum(summary.striving.values())
        if striving:
            reached = sum(count for rating, count in summary.striving.items() if rating.reached)
            yield words["striving"].format(reached=reached, total=striving)
        if summary.disagreements:
            yield words["disagreements"].format(count=summary.disagreements)

    @property
    def doubts(self) -> tuple[tuple[str, str], ...]:
        """Figures that were not compared, each with the reason."""
        doubts = self._progress.doubts if self._progress else ()
        return tuple((str(doubt.observation), doubt.reason.message(self._language)) for doubt in doubts)

    def shares(self) -> tuple[Share, ...]:
        """Return how many targets have each rating, with their places in one bar."""
        return self._shares(self._progress.summary.counts if self._progress else {})

    def choices(self) -> tuple[Share, ...]:
        """Return how many rows of the page have each rating, for the filter."""
        return self._shares(self.counts)

    def _shares(self, counts: Mapping[Rating, int]) -> tuple[Share, ...]:
        names = ((_name(rating), count) for rating, count in counts.items())
        return shares_of((name, name, self._words["ratings"][name], count) for name, count in names)


def _points(gap: Quantity) -> Quantity:
    """Return the distance of two percentages as what it is: percentage points."""
    return Quantity(gap.value, "điểm phần trăm") if gap.unit.label == "%" else gap


def _size(verdict: Verdict) -> Fraction | None:
    """Return a result as a share of its target: for ceilings, of which nobody has done a part."""
    target, compared = verdict.target, verdict.compared
    wanted = (target.upper or target.quantity).amount
    if compared is None or target.quantity.unit.kind is UnitKind.RANK or wanted <= 0 or compared.amount < 0:
        return None
    return Fraction(compared.amount) / Fraction(wanted)
