"""How an emulation block is scored: a rule given as data, never as code.

Every province sets its own rule and changes it; none is built in. A rule has groups of criteria with the most points
each can get, bonuses and penalties with caps, grades by thresholds, faults that bar from grades and awards, what
decides between equals, and how many awards there are. All numbers are exact decimals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Context, Decimal, localcontext
from typing import Any

from attrs import field, frozen

from chitieu.errors import ChitieuError, FormatProblem
from chitieu.numbers.decimals import exact

__all__ = [
    "Adjustment",
    "AwardQuota",
    "Criterion",
    "CriterionGroup",
    "Fault",
    "Grade",
    "ScoringRule",
    "ScoringRuleError",
]

EXACT = Context(prec=100)
"""Arithmetic that drops no digit of what the limits below let through, whatever the context of the program."""
LARGEST, PLACES = 10**9, 9
"""Points, weights and caps go up to this and have at most so many decimals; those of real rules have four digits."""
BONUS, PENALTY = "bonus", "penalty"
"""Words of `ScoringRule.tie_breakers` that are no keys: the higher bonus, the lower penalty."""


class ScoringRuleError(ChitieuError, ValueError):
    """A rule of scoring contradicts itself; ``problems`` holds each fault with its key and, from a file, its line."""

    def message(self, language: str = "en") -> str:
        """Return the faults as sentences, one a line, each with the file and the line it stands in."""
        return "\n".join(f"{self._place(problem)}: {problem.message(language)}" for problem in self.problems)

    def _place(self, problem: FormatProblem) -> str:
        file = str(self.file).replace(
            "\n", "\N{REPLACEMENT CHARACTER}"
        )  # a name may hold anything; a fault is one line
        return f"{file}:{problem.line}" if problem.line else file


def _tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(values)


def _exact_or_none(value: object) -> Decimal | None:
    return None if value is None else exact(value)


@frozen
class Criterion:
    """Something that is scored.

    Attributes:
        key: short name, unique in the rule.
        name: as the rule says it.
        points: the most it can get.
    """

    key: str
    name: str
    points: Decimal = field(converter=exact)


@frozen
class CriterionGroup:
    """Criteria that are scored together.

    Attributes:
        key, name: as of a criterion.
        criteria: what is scored.
        weight: what the sum of the criteria is multiplied by.

    >>> group = CriterionGroup("a", "Nhiệm vụ", (Criterion("a1", "Chỉ tiêu", 40),), Decimal("0.5"))
    >>> group.points
    Decimal('20.0')
    """

    key: str
    name: str
    criteria: tuple[Criterion, ...] = field(converter=_tuple)
    weight: Decimal = field(default=Decimal(1), converter=exact)

    @property
    def points(self) -> Decimal:
        """The most the group can get, its weight applied."""
        with localcontext(EXACT):
            return self.weight * sum((criterion.points for criterion in self.criteria), Decimal(0))


@frozen
class Adjustment:
    """A bonus or a penalty.

    Attributes:
        key, name: as of a criterion.
        points: for each time; above zero for penalties too.
        most: the most it can come to; None where only the cap of all of them holds.
    """

    key: str
    name: str
    points: Decimal = field(converter=exact)
    most: Decimal | None = field(default=None, converter=_exact_or_none)


@frozen
class Grade:
    """A grade (xuất sắc, tốt, khá, trung bình) and the least points it takes."""

    name: str
    at_least: Decimal = field(converter=exact)


@frozen
class Fault:
    """Something that bars from grades or awards, whatever the points.

    Attributes:
        key, name: as of a criterion.
        best_grade: the best grade possible with it; None leaves the grade alone.
        bars_awards: whether it bars from every award.
    """

    key: str
    name: str
    best_grade: str | None = None
    bars_awards: bool = True


@frozen
class AwardQuota:
    """How many of an award there are; awards are given in the order the rule lists them.

    Attributes:
        award: its name.
        count: how many.
        percent: how many of a hundred members, rounded down; one of `count` and `percent` is given.
        grade: the least grade it takes; None takes any.
    """

    award: str
    count: int | None = None
    percent: Decimal | None = field(default=None, converter=_exact_or_none)
    grade: str | None = None

    def of(self, members: int) -> int:
        """Return how many there are for a number of members."""
        if self.percent is None:
            return self.count or 0
        with localcontext(EXACT):
            return int(self.percent * members // 100)


@frozen
class ScoringRule:
    """A rule of scoring.

    Attributes:
        name: what it is called.
        total: the points of all groups together; their sum must be it.
        groups: the groups of criteria.
        bonuses, penalties: what is added and taken away; `bonus_cap`, `penalty_cap`: the most of each.
        limit: the highest score; None where only the caps limit it. The lowest is zero.
        grades: from the best to the lowest; a score below all has none.
        faults: what bars.
        tie_breakers: what decides between equal scores, in order: keys of groups or criteria (more is better),
            ``bonus`` (more), ``penalty`` (less).
        awards: the awards, the highest first.
        source: the decision it is taken from.

    Raises:
        ScoringRuleError: the rule contradicts itself.

    >>> rule = ScoringRule("Ví dụ", 10, (CriterionGroup("a", "Nhiệm vụ", (Criterion("a1", "Chỉ tiêu", 9),)),))
    Traceback (most recent call last):
    ...
    chitieu.scoring.rule.ScoringRuleError: Ví dụ: 'total' is '10'; the groups add up to 9
    """

    name: str
    total: Decimal = field(converter=exact)
    groups: tuple[CriterionGroup, ...] = field(converter=_tuple)
    bonuses: tuple[Adjustment, ...] = field(default=(), converter=_tuple)
    bonus_cap: Decimal | None = field(default=None, converter=_exact_or_none)
    penalties: tuple[Adjustment, ...] = field(default=(), converter=_tuple)
    penalty_cap: Decimal | None = field(default=None, converter=_exact_or_none)
    limit: Decimal | None = field(default=None, converter=_exact_or_none)
    grades: tuple[Grade, ...] = field(default=(), converter=_tuple)
    faults: tuple[Fault, ...] = field(default=(), converter=_tuple)
    tie_breakers: tuple[str, ...] = field(default=(), converter=_tuple)
    awards: tuple[AwardQuota, ...] = field(default=(), converter=_tuple)
    source: str = ""

    def __attrs_post_init__(self) -> None:
        with localcontext(EXACT):
            problems = tuple(_problems(self))
        if problems:
            raise ScoringRuleError("scoring.rule", file=self.name, problems=problems)

    def __str__(self) -> str:
        return self.name

    def criteria(self) -> Iterator[Criterion]:
        """Yield every criterion, in order."""
        for group in self.groups:
            yield from group.criteria


# --- what a rule must not say -------------------------------------------------------------------------------


def _problem(key: str, found: object, allowed: str, *options: object) -> FormatProblem:
    shown = str(found) if isinstance(found, Decimal) else found
    return FormatProblem(key, None, shown, f"scoring_{allowed}", tuple(str(option) for option in options))


def too_fine(value: Decimal) -> bool:
    """Whether a number has more digits than points have.

    >>> too_fine(Decimal("0.0000000001")), too_fine(Decimal("1.5"))
    (True, False)
    """
    exponent = value.as_tuple().exponent
    return abs(value) > LARGEST or (isinstance(exponent, int) and exponent < -PLACES)


def _problems(rule: ScoringRule) -> Iterator[FormatProblem]:
    yield from _keys_twice(rule)
    sizes = tuple(_sizes(rule))
    wrong = [_problem(key, size, "size", LARGEST, PLACES) for key, size in sizes if too_fine(size)]
    yield from wrong
    if wrong:
        return
    yield from (_problem(key, size, "above_zero") for key, size in sizes if size <= 0 and "at_least" not in key)
    points = sum((group.points for group in rule.groups), Decimal(0))
    if points != rule.total:
        yield _problem("total", rule.total, "total", f"{points.normalize():f}")
    yield from _grades(rule)
    yield from _names(rule)
    yield from _quotas(rule)


def _keyed(rule: ScoringRule) -> Iterator[tuple[str, str]]:
    """Yield the place and the key of all that has one."""
    for at, group in enumerate(rule.groups):
        yield f"groups[{at}].key", group.key
        for inner, criterion in enumerate(group.criteria):
            yield f"groups[{at}].criteria[{inner}].key", criterion.key
    for table in ("bonuses", "penalties", "faults"):
        for at, item in enumerate(getattr(rule, table)):
            yield f"{table}[{at}].key", item.key


def _keys_twice(rule: ScoringRule) -> Iterator[FormatProblem]:
    seen = {BONUS, PENALTY}
    for place, key in _keyed(rule):
        if key in seen:
            yield _problem(place, key, "unique")
        seen.add(key)


def _sizes(rule: ScoringRule) -> Iterator[tuple[str, Decimal]]:
    """Yield the place and the value of every number of points, weight, cap and threshold."""
    sizes: list[tuple[str, Decimal | None]] = [("total", rule.total)]
    for at, group in enumerate(rule.groups):
        sizes.append((f"groups[{at}].weight", group.weight))
        sizes += [(f"groups[{at}].criteria[{i}].points", item.points) for i, item in enumerate(group.criteria)]
    for table in ("bonuses", "penalties"):
        for at, item in enumerate(getattr(rule, table)):
            sizes += [(f"{table}[{at}].points", item.points), (f"{table}[{at}].most", item.most)]
    sizes += [(name, getattr(rule, name)) for name in ("bonus_cap", "penalty_cap", "limit")]
    sizes += [(f"grades[{at}].at_least", grade.at_least) for at, grade in enumerate(rule.grades)]
    return ((key, size) for key, size in sizes if size is not None)


def _grades(rule: ScoringRule) -> Iterator[FormatProblem]:
    for at, (above, grade) in enumerate(zip(rule.grades, rule.grades[1:], strict=False), 1):
        if grade.at_least >= above.at_least:
            yield _problem(f"grades[{at}].at_least", grade.at_least, "descending", above.at_least)
    names = [grade.name for grade in rule.grades]
    yield from (_problem(f"grades[{at}].name", n, "unique") for at, n in enumerate(names) if n in names[:at])
    for at, grade in enumerate(rule.grades):
        if grade.at_least < 0:
            yield _problem(f"grades[{at}].at_least", grade.at_least, "not_negative")


def _names(rule: ScoringRule) -> Iterator[FormatProblem]:
    """Yield the names of grades and keys that the rule does not have."""
    grades = [grade.name for grade in rule.grades]
    used = [(f"faults[{at}].best_grade", fault.best_grade) for at, fault in enumerate(rule.faults)]
    used += [(f"awards[{at}].grade", quota.grade) for at, quota in enumerate(rule.awards)]
    yield from (_problem(key, name, "one_of", *grades) for key, name in used if name is not None and name not in grades)
    keys = [*(group.key for group in rule.groups), *(item.key for item in rule.criteria()), BONUS, PENALTY]
    for at, name in enumerate(rule.tie_breakers):
        if name not in keys:
            yield _problem(f"tie_breakers[{at}]", name, "one_of", *keys)


def _quotas(rule: ScoringRule) -> Iterator[FormatProblem]:
    for at, quota in enumerate(rule.awards):
        if (quota.count is None) is (quota.percent is None):
            yield _problem(f"awards[{at}]", quota.award, "count_or_percent")
        elif quota.count is not None and quota.count < 0:
            yield _problem(f"awards[{at}].count", quota.count, "not_negative")
        elif quota.percent is not None and not 0 <= quota.percent <= 100:
            yield _problem(f"awards[{at}].percent", quota.percent, "percent")
