"""Results beside targets: what `chitieu.progress` says of a target, in the words of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from chitieu.observations import Observation
from chitieu.plan import PlannedIndicator
from chitieu.writing.page.wordlist import written_period, written_share

__all__ = ["RATINGS", "RatingCount", "Result", "Results"]

RATINGS = ("exceeded", "met", "nearly", "missed", "pending")
"""The ratings in the order of the page, by the names of the style and the words."""


@frozen
class Result:
    """What was reached of a target, as texts; `share` is the completion as a number for bars, where there is one."""

    shown: str
    notes: tuple[str, ...]
    share: Fraction | None
    completion: str
    rating: str
    rating_label: str
    official: str
    pace: str


@frozen
class RatingCount:
    """How many targets have a rating; places in percent of the width of the bar of all."""

    rating: str
    label: str
    count: int
    x: Decimal
    width: Decimal


class Results:
    """The results of a plan, asked for by indicator and number of its target."""

    def __init__(self, progress: Any, words: Mapping[str, Any], language: str) -> None:
        self._words, self._language = words, language
        self._waiting: dict[tuple[PlannedIndicator, Any], list[Any]] = defaultdict(list)
        self.counts: dict[str, int] = dict.fromkeys(RATINGS, 0)
        for row in () if progress is None else progress.rows:
            self._waiting[row.indicator, row.target].append(row)
        self.given = progress is not None

    def of(self, indicator: PlannedIndicator, at: int) -> Result | None:
        """Return the result of a target of an indicator; None where no results were given."""
        if not self.given:
            return None
        rows = self._waiting.get((indicator, indicator.targets[at]))
        result = self._result(rows.pop(0) if rows else None)
        self.counts[result.rating] += 1
        return result

    def _result(self, row: Any) -> Result:
        words = self._words
        observation: Observation | None = row.observation if row else None
        rating = row.rating.name.lower() if row else "pending"
        share = None if row is None or row.completion is None else Fraction(row.completion)
        return Result(
            shown=observation.shown if observation else "",
            notes=self._notes(observation),
            share=share,
            completion="" if share is None else written_share(share),
            rating=rating,
            rating_label=words["ratings"][rating],
            official=self._official(observation, rating),
            pace="",
        )

    def _notes(self, observation: Observation | None) -> tuple[str, ...]:
        if observation is None or not observation.reported:
            return ()
        status = self._words["statuses"][observation.status.name.lower()]
        return tuple(filter(None, (status, written_period(observation.period, self._language), observation.note)))

    def _official(self, observation: Observation | None, rating: str) -> str:
        official = observation.official if observation else None
        if official is None or official.name.lower() == rating:
            return ""
        return str(self._words["official"].format(rating=self._words["ratings"][official.name.lower()]))

    def shares(self) -> tuple[RatingCount, ...]:
        """Return how many targets have each rating, with their places in one bar."""
        total = sum(self.counts.values())
        found: list[RatingCount] = []
        x = Decimal(0)
        for rating, count in self.counts.items():
            if count:
                width = Decimal(round(Fraction(count * 10000, total))).scaleb(-2)
                found.append(RatingCount(rating, self._words["ratings"][rating], count, x, width))
                x += width
        return tuple(found)
