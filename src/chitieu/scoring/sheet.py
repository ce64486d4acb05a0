"""Scores a member of an emulation block by a rule given as data, and says how the score came about.

Nothing is guessed: a criterion without points is an error and not zero, and points above the most are refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, localcontext
from types import MappingProxyType
from typing import Any

from attrs import evolve, field, frozen

from chitieu.agencies.agency import Agency
from chitieu.errors import ChitieuError
from chitieu.numbers.decimals import exact, format_number
from chitieu.scoring.rule import BONUS, EXACT, PENALTY, PLACES, Adjustment, Grade, ScoringRule, too_fine

__all__ = ["Score", "ScoreLine", "ScoreSheet", "ScoreSheetError", "score_sheet"]


class ScoreSheetError(ChitieuError, ValueError):
    """A sheet does not fit its rule; ``agency`` and ``key`` say where."""


def _agency(value: Agency | str) -> Agency:
    return value if isinstance(value, Agency) else Agency(value)


def _points(values: Mapping[str, Any]) -> Mapping[str, Decimal]:
    return MappingProxyType({key: exact(value) for key, value in values.items()})


def _counts(values: Mapping[str, int]) -> Mapping[str, int]:
    return MappingProxyType(dict(values))


def _keys(values: Iterable[str]) -> frozenset[str]:
    return frozenset(values)


@frozen
class ScoreSheet:
    """What one member is scored with.

    Attributes:
        agency: whose sheet it is; a text is taken as a name.
        points: points of each criterion, by key; every criterion of the rule must be there.
        bonuses, penalties: how many times each applies, by key; those left out apply not at all.
        faults: keys of the faults found.

    >>> ScoreSheet("Sở Y tế", {"a1": 38}).points["a1"]
    Decimal('38')
    """

    agency: Agency = field(converter=_agency)
    points: Mapping[str, Decimal] = field(converter=_points, hash=False)
    bonuses: Mapping[str, int] = field(factory=dict, converter=_counts, hash=False)
    penalties: Mapping[str, int] = field(factory=dict, converter=_counts, hash=False)
    faults: frozenset[str] = field(default=frozenset(), converter=_keys)


@frozen
class ScoreLine:
    """A line of the explanation of a score.

    Attributes:
        part: ``criterion``, ``group``, ``bonus``, ``penalty``, ``limit``, ``fault``, ``grade`` or ``total``.
        key: its key in the rule; empty for those that have none.
        name: as the rule says it.
        points: what it adds; below zero for what is taken away.
        most: the most it could be; None where nothing limits it.
    """

    part: str
    key: str
    name: str
    points: Decimal | None = None
    most: Decimal | None = None

    def __str__(self) -> str:
        if self.points is None:
            return self.name
        most = "" if self.most is None else f"/{format_number(self.most)}"
        return f"{self.name}: {format_number(self.points)}{most}"


@frozen
class Score:
    """The score of one member.

    Attributes:
        agency: the member.
        total: the score, from zero up to the limit of the rule.
        groups: points of each group, by key, weights applied.
        criteria: points of each criterion, by key.
        bonus, penalty: points added and taken away, caps applied.
        grade: its grade; None below all of them.
        faults: keys of its faults.
        barred: whether a fault bars it from awards.
        lines: how the score came about.
    """

    agency: Agency
    total: Decimal
    groups: Mapping[str, Decimal] = field(hash=False)
    criteria: Mapping[str, Decimal] = field(hash=False)
    bonus: Decimal = Decimal(0)
    penalty: Decimal = Decimal(0)
    grade: str | None = None
    faults: frozenset[str] = frozenset()
    barred: bool = False
    lines: tuple[ScoreLine, ...] = field(default=(), repr=False)

    def explain(self) -> str:
        """Return the explanation, one line for each step."""
        return "\n".join(str(line) for line in self.lines)


def score_sheet(rule: ScoringRule, sheet: ScoreSheet) -> Score:
    """Score one member.

    Args:
        rule: the rule.
        sheet: its points.

    Raises:
        ScoreSheetError: points are missing, above the most or below zero, or the sheet has a key the rule has not.

    >>> import chitieu as ct
    >>> from decimal import Decimal
    >>> rule = ct.parse_scoring_rule({
    ...     "name": "Ví dụ", "total": 50, "penalties": [{"key": "cham", "name": "Báo cáo chậm", "points": 2}],
    ...     "groups": [{"key": "a", "name": "Nhiệm vụ", "criteria": [{"key": "a1", "name": "Chỉ tiêu", "points": 50}]}],
    ... })
    >>> print(ct.score_sheet(rule, ct.ScoreSheet("Sở Y tế", {"a1": Decimal("47.5")}, penalties={"cham": 1})).explain())
    Chỉ tiêu: 47,5/50
    Nhiệm vụ: 47,5/50
    Báo cáo chậm × 1: -2
    Tổng điểm: 45,5/50
    """
    _check(rule, sheet)
    with localcontext(EXACT):
        return _score(rule, sheet)


def _score(rule: ScoringRule, sheet: ScoreSheet) -> Score:
    groups = {
        group.key: _short(group.weight * sum((sheet.points[item.key] for item in group.criteria), Decimal(0)))
        for group in rule.groups
    }
    bonus = _short(_capped(_adjusted(rule.bonuses, sheet.bonuses), rule.bonus_cap))
    penalty = _short(_capped(_adjusted(rule.penalties, sheet.penalties), rule.penalty_cap))
    total = _short(max(Decimal(0), _capped(sum(groups.values(), Decimal(0)) + bonus - penalty, rule.limit)))
    score = Score(
        sheet.agency,
        total,
        MappingProxyType(groups),
        sheet.points,
        bonus,
        penalty,
        _grade(rule, sheet, total),
        sheet.faults,
        any(fault.bars_awards for fault in rule.faults if fault.key in sheet.faults),
    )
    return evolve(score, lines=tuple(_lines(rule, sheet, score)))


def _check(rule: ScoringRule, sheet: ScoreSheet) -> None:
    """Refuse a sheet that does not fit the rule."""
    _check_points(rule, sheet)
    known = {
        "points": {item.key for item in rule.criteria()},
        "bonuses": {item.key for item in rule.bonuses},
        "penalties": {item.key for item in rule.penalties},
        "faults": {item.key for item in rule.faults},
    }
    for part, keys in known.items():
        for key in getattr(sheet, part):
            if key not in keys:
                raise _error("unknown", sheet, key, part=part, known=", ".join(sorted(keys)) or "-")
    for key, count in (*sheet.bonuses.items(), *sheet.penalties.items()):
        if type(count) is not int or not 0 <= count <= _MOST_TIMES:
            raise _error("times", sheet, key, found=repr(count))


def _check_points(rule: ScoringRule, sheet: ScoreSheet) -> None:
    for criterion in rule.criteria():
        points = sheet.points.get(criterion.key)
        if points is None:
            raise _error("missing", sheet, criterion.key, name=criterion.name)
        if not 0 <= points <= criterion.points:
            most = format_number(criterion.points)
            raise _error("range", sheet, criterion.key, name=criterion.name, found=str(points), most=most)
        if too_fine(points):
            raise _error("digits", sheet, criterion.key, name=criterion.name, found=str(points), places=PLACES)


_MOST_TIMES = 10_000


def _error(code: str, sheet: ScoreSheet, key: str, **fields: Any) -> ScoreSheetError:
    return ScoreSheetError(f"scoring.{code}", agency=sheet.agency.name, key=key, **fields)


def _adjusted(items: Iterable[Adjustment], times: Mapping[str, int]) -> Decimal:
    return sum((_points_of(item, times.get(item.key, 0)) for item in items), Decimal(0))


def _points_of(item: Adjustment, times: int) -> Decimal:
    return _capped(item.points * times, item.most)


def _short(value: Decimal) -> Decimal:
    """Drop the zeros that multiplying leaves behind the comma: 2 × 0,5 is 1 and not 1,0."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def _capped(points: Decimal, most: Decimal | None) -> Decimal:
    return points if most is None else min(points, most)


def _grade(rule: ScoringRule, sheet: ScoreSheet, total: Decimal) -> str | None:
    """Return the best grade the points reach and no fault forbids."""
    names = [grade.name for grade in rule.grades]
    bars = [names.index(f.best_grade) for f in rule.faults if f.key in sheet.faults and f.best_grade is not None]
    allowed: tuple[Grade, ...] = rule.grades[max(bars, default=0) :]
    return next((grade.name for grade in allowed if total >= grade.at_least), None)


def _lines(rule: ScoringRule, sheet: ScoreSheet, score: Score) -> Iterator[ScoreLine]:
    for group in rule.groups:
        for item in group.criteria:
            yield ScoreLine("criterion", item.key, item.name, sheet.points[item.key], item.points)
        weight = "" if group.weight == 1 else f" (hệ số {format_number(group.weight)})"
        yield ScoreLine("group", group.key, group.name + weight, score.groups[group.key], group.points)
    yield from _adjustment_lines(BONUS, rule.bonuses, sheet.bonuses, rule.bonus_cap)
    yield from _adjustment_lines(PENALTY, rule.penalties, sheet.penalties, rule.penalty_cap)
    for fault in rule.faults:
        if fault.key in sheet.faults:
            yield ScoreLine("fault", fault.key, fault.name)
    yield ScoreLine("total", "", "Tổng điểm", score.total, rule.limit or rule.total)
    if score.grade is not None:
        yield ScoreLine("grade", "", f"Xếp loại: {score.grade}")


def _adjustment_lines(
    part: str, items: Iterable[Adjustment], times: Mapping[str, int], cap: Decimal | None
) -> Iterator[ScoreLine]:
    sign = -1 if part == PENALTY else 1
    points = Decimal(0)
    for item in items:
        if times.get(item.key, 0):
            points += _points_of(item, times[item.key])
            name = f"{item.name} × {times[item.key]}"
            yield ScoreLine(part, item.key, name, sign * _points_of(item, times[item.key]), item.most)
    if cap is not None and points > cap:
        name = "Điểm trừ tối đa" if part == PENALTY else "Điểm thưởng tối đa"
        yield ScoreLine("limit", part, name, sign * cap)
