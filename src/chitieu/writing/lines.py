"""Indicator lines: the ways of saying one indicator, the most natural first.

``Tỷ lệ hộ nghèo giảm còn không quá 2,5%`` needs no link between name and target, ``Thu ngân sách đạt 5.388 tỷ đồng
(trong đó: …)`` has one; where words run together so that they would be read otherwise, a colon sets them apart, and
parts stand as bullets of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from attrs import frozen

from chitieu.plan import PlannedIndicator, Relation, TargetKind
from chitieu.provinces import ProvinceFormat
from chitieu.provinces.writing import format_target
from chitieu.targets import Bound, Change, Target
from chitieu.units import UnitKind

__all__ = ["Composed", "compose_indicator", "compositions"]


@frozen
class Composed:
    """An indicator in words.

    Attributes:
        text: the line, without marker and end mark; `parts`: lines of their own under it.
    """

    text: str
    parts: tuple[str, ...] = ()


@frozen
class _Style:
    """How names and targets are joined: with a verb, or with a colon throughout."""

    form: ProvinceFormat
    colon: bool

    def own(self, indicator: PlannedIndicator) -> str:
        """Write the name with its targets, without the parts."""
        name = self._name(indicator)
        if not indicator.targets:
            return name
        first, *more = indicator.targets
        written = f"{name}{self._link(name, first)}{format_target(first, province=self.form)}"
        return written + "".join(f" ({format_target(target, province=self.form)})" for target in more)

    def _name(self, indicator: PlannedIndicator) -> str:
        words = self.form.words
        if indicator.kind is not TargetKind.ASSIGNED or words.says_assigned.search(indicator.name):
            return indicator.name
        money = any(target.quantity.unit.kind is UnitKind.MONEY for target in indicator.targets)
        given = words.assigned[0] if words.assigned else "trung ương giao"
        return f"{indicator.name} theo {'dự toán' if money else 'kế hoạch'} {given[:1].upper()}{given[1:]}"

    def _link(self, name: str, target: Target) -> str:
        if name.lower().endswith("phấn đấu"):
            return " là "
        if self.colon:
            return ": "
        if target.quantity.unit.kind is UnitKind.RANK:
            return " thuộc " if target.bound is Bound.AT_MOST else " xếp "
        plain = target.change is Change.LEVEL and target.bound not in (Bound.AT_MOST, Bound.LESS_THAN)
        return " đạt " if plain else " "

    def inside(self, indicator: PlannedIndicator) -> str:
        """Write an indicator with its parts in brackets."""
        if not indicator.parts:
            return self.own(indicator)
        listed = "; ".join(self.inside(part) for part in indicator.parts)
        if indicator.targets:
            return f"{self.own(indicator)} (trong đó: {listed})"
        return f"{self.own(indicator)}: {listed}"

    def whole(self, indicator: PlannedIndicator) -> Iterator[Composed]:
        """Yield the ways of writing an indicator with its parts."""
        if not indicator.parts:
            yield Composed(self.own(indicator))
            return
        if not indicator.targets:
            yield Composed(self.inside(indicator))
            return
        inner = list(takewhile(lambda part: part.relation is Relation.PART, indicator.parts))
        beside = indicator.parts[len(inner) :]
        yield from self._with_parts(indicator, inner, beside)
        bullets = [part for part in indicator.parts if part.relation is Relation.PART]
        others = [part for part in indicator.parts if part.relation is not Relation.PART]
        yield Composed(
            "; ".join((self.own(indicator), *map(self.inside, others))), tuple(self.inside(part) for part in bullets)
        )

    def _with_parts(
        self, indicator: PlannedIndicator, inner: Sequence[PlannedIndicator], beside: Sequence[PlannedIndicator]
    ) -> Iterator[Composed]:
        own, listed = self.own(indicator), "; ".join(map(self.inside, inner))
        others = "".join(f"; {self.inside(part)}" for part in beside)
        if inner and not beside:
            yield Composed(f"{own}; trong đó: {listed}")
        if inner:
            yield Composed(f"{own} (trong đó: {listed}){others}")
        else:
            yield Composed(f"{own}{others}")


def compositions(indicator: PlannedIndicator, form: ProvinceFormat) -> Iterator[Composed]:
    """Yield the ways of writing an indicator, the most natural in the format first, its own wording last."""
    for colon in (True, False) if form.layout.link == ":" else (False, True):
        yield from _Style(form, colon).whole(indicator)
    if indicator.text:
        yield Composed(indicator.text.strip(" ;."))


def compose_indicator(indicator: PlannedIndicator, form: ProvinceFormat) -> str:
    """Write an indicator in one line, without number and end mark.

    Args:
        indicator: the indicator.
        form: the format whose way of writing numbers and joining names to targets is taken.

    >>> import chitieu as ct
    >>> item, = ct.parse_indicators("11) Tỷ lệ hộ nghèo còn không quá 2,5% (giảm 1%/năm);")
    >>> compose_indicator(item, ct.get_province("thua-thien-hue"))
    'Tỷ lệ hộ nghèo: không quá 2,5% (giảm 1%/năm)'
    """
    return _Style(form, form.layout.link == ":").inside(indicator)
