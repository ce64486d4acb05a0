"""Ranks the members of an emulation block by their scores and gives the awards of the rule.

Where equals compete for fewer awards than they are, nobody is given one by chance: the block has to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, localcontext
from itertools import groupby

from attrs import evolve, frozen

from chitieu.numbers.decimals import format_number
from chitieu.scoring.rule import BONUS, EXACT, PENALTY, AwardQuota, ScoringRule
from chitieu.scoring.sheet import Score, ScoreSheet, ScoreSheetError, score_sheet

__all__ = ["Standing", "rank_sheets"]


@frozen
class Standing:
    """The place of one member.

    Attributes:
        place: 1 for the best; equals share a place, and the next one counts them (1, 1, 3).
        score: its score.
        award: the award it gets; None for none.
        contested: the awards that it and its equals compete for, where there are fewer than they are: the block has to
            decide.
    """

    place: int
    score: Score
    award: str | None = None
    contested: tuple[str, ...] = ()

    def __str__(self) -> str:
        award = f" - {self.award}" if self.award else ""
        return f"{self.place}. {self.score.agency}: {format_number(self.score.total)}{award}"


def rank_sheets(rule: ScoringRule, sheets: Iterable[ScoreSheet]) -> tuple[Standing, ...]:
    """Score and rank the members of a block and give the awards of the rule.

    Args:
        rule: the rule.
        sheets: one sheet a member, in any order.

    Returns:
        Standings, the best first; equals in the order of their names.

    Raises:
        ScoreSheetError: a sheet does not fit the rule, or a member has two.

    >>> import chitieu as ct
    >>> rule = ct.parse_scoring_rule({
    ...     "name": "Ví dụ", "total": 50, "awards": [{"award": "Cờ thi đua", "count": 1}],
    ...     "groups": [{"key": "a", "name": "Nhiệm vụ", "criteria": [{"key": "a1", "name": "Chỉ tiêu", "points": 50}]}],
    ... })
    >>> sheets = [ct.ScoreSheet("Sở Y tế", {"a1": 44}), ct.ScoreSheet("Sở Nội vụ", {"a1": 47})]
    >>> [str(standing) for standing in ct.rank_sheets(rule, sheets)]
    ['1. Sở Nội vụ: 47 - Cờ thi đua', '2. Sở Y tế: 44']
    """
    scores = [score_sheet(rule, sheet) for sheet in sheets]
    with localcontext(EXACT):
        return _ranked(rule, scores)


def _ranked(rule: ScoringRule, scores: list[Score]) -> tuple[Standing, ...]:
    seen: set[str] = set()
    for score in scores:
        name = score.agency.key or score.agency.name
        if name in seen:
            raise ScoreSheetError("scoring.twice", agency=score.agency.name, key="")
        seen.add(name)
    scores.sort(key=lambda score: score.agency.name)
    scores.sort(key=lambda score: _merit(rule, score), reverse=True)
    return tuple(_with_awards(rule, _placed(rule, scores)))


def _merit(rule: ScoringRule, score: Score) -> tuple[Decimal, ...]:
    """Return what ranks a score: its points, the tie-breakers, last the grade, which a fault may lower."""
    values: Mapping[str, Decimal] = {
        **score.groups,
        **score.criteria,
        BONUS: score.bonus,
        PENALTY: -score.penalty,
    }
    grades = [grade.name for grade in rule.grades]
    grade = Decimal(-grades.index(score.grade)) if score.grade is not None else Decimal(-len(grades))
    return (score.total, *(values[key] for key in rule.tie_breakers), grade)


def _placed(rule: ScoringRule, scores: list[Score]) -> Iterator[list[Standing]]:
    """Yield the members of each place, the best place first."""
    place = 1
    for _, equals in groupby(scores, key=lambda score: _merit(rule, score)):
        standings = [Standing(place, score) for score in equals]
        place += len(standings)
        yield standings


def _with_awards(rule: ScoringRule, places: Iterable[list[Standing]]) -> Iterator[Standing]:
    """Give the awards from the best place on; equals get the same award or wait for a decision."""
    places = list(places)
    members = sum(len(equals) for equals in places)
    left = [quota for quota in rule.awards for _ in range(quota.of(members))]
    for equals in places:
        entitled = [standing for standing in equals if not standing.score.barred]
        offered = [quota for quota in left if _reaches(rule, entitled, quota)][: len(entitled)]
        for quota in offered:
            left.remove(quota)
        names = tuple(dict.fromkeys(quota.award for quota in offered))
        clear = len(names) == 1 and len(offered) == len(entitled)
        for standing in equals:
            if standing not in entitled or not names:
                yield standing
            else:
                yield evolve(standing, award=names[0]) if clear else evolve(standing, contested=names)


def _reaches(rule: ScoringRule, entitled: list[Standing], quota: AwardQuota) -> bool:
    """Whether the grade of equals (it is the same) is good enough for an award."""
    if not entitled:
        return False
    if quota.grade is None:
        return True
    grades = [grade.name for grade in rule.grades]
    own = entitled[0].score.grade
    return own is not None and grades.index(own) <= grades.index(quota.grade)
