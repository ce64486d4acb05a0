"""Indicator lines: the ways of saying one indicator, the most natural first.

``Tỷ lệ hộ nghèo giảm còn không quá 2,5%`` needs no link between name and target, ``Thu ngân sách đạt 5.388 tỷ đồng
(trong đó: …)`` has one; where words run together so that they would be read otherwise, a colon sets them apart, and
parts stand as bullets of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from chitieu.plan import PlannedIndicator, Relation, TargetKind
from chitieu.provinces import ProvinceFormat
from chitieu.provinces.writing import format_target
from chitieu.targets.target import Bound, Change, Target
from chitieu.units import UnitKind

__all__ = ["Composed", "compose_indicator", "compositions"]


@frozen
class Composed:
    """An indicator in words.

    Attributes:
        text: the line, without marker and end mark; `parts`: lines of their own under it.
        kept: whether it is the wording the indicator was read from, which may say what it was and not what it is.
    """

    text: str
    parts: tuple[str, ...] = ()
    kept: bool = False


@frozen
class _Style:
    """How names and targets are joined.

    Attributes:
        form: the format.
        colon: whether a colon stands between them throughout, else a verb or nothing.
        counted: whether what is counted stands behind its number: ``Công nhận 15 xã đạt chuẩn nông thôn mới``; with
            a colon only at the end of the name, where it would be said twice: ``Trồng 12 triệu cây``.
    """

    form: ProvinceFormat
    colon: bool = False
    counted: bool = False

    def own(self, indicator: PlannedIndicator) -> str:
        """Write the name with its targets, without the parts."""
        name = self._name(indicator)
        if not indicator.targets:
            return name
        first, *more = indicator.targets
        counted = self._counted(name, first)
        written = format_target(first, province=self.form)
        whole = name.replace(counted, written, 1) if counted else f"{name}{self._link(name, first)}{written}"
        return whole + "".join(f" ({format_target(target, province=self.form)})" for target in more)

    def _name(self, indicator: PlannedIndicator) -> str:
        words = self.form.words
        if indicator.kind is not TargetKind.ASSIGNED or words.says_assigned.search(indicator.name):
            return indicator.name
        money = any(target.quantity.unit.kind is UnitKind.MONEY for target in indicator.targets)
        given = words.assigned[0] if words.assigned else "trung ương giao"
        return f"{indicator.name} theo {'dự toán' if money else 'kế hoạch'} {given[:1].upper()}{given[1:]}"

    def _counted(self, name: str, target: Target) -> str:
        noun = _counted(name, target) if self.counted else ""
        return noun if not self.colon or name.endswith(noun) else ""

    def opened(self, indicator: PlannedIndicator) -> Iterator[Composed]:
        """Yield the ways of writing a line; one that would begin with its number gets a verb before it first."""
        name, first = self._name(indicator), next(iter(indicator.targets), None)
        bare = first is not None and first.bound not in _CEILINGS and self._counted(name, first) == name
        verb = "Bảo đảm" if first is not None and "/" in first.quantity.unit.label else "Đạt"
        for composed in self.whole(indicator):
            if bare:
                yield evolve(composed, text=f"{verb} {composed.text}")
            yield composed

    def _link(self, name: str, target: Target) -> str:
        if name.lower().endswith("phấn đấu"):
            return " là "
        if self.colon:
            return ": "
        if target.quantity.unit.kind is UnitKind.RANK:
            return " thuộc " if target.bound is Bound.AT_MOST else " xếp "
        plain = target.change is Change.LEVEL and target.bound not in _CEILINGS
        return " đạt " if plain else " "

    def inside(self, indicator: PlannedIndicator) -> str:
        """Write an indicator with its parts in brackets, and what shares its line behind."""
        own, parts = self.own(indicator), indicator.parts
        if not indicator.targets and parts:
            return f"{own}: {'; '.join(map(self.inside, parts))}"
        inner = "; ".join(self.inside(part) for part in parts if part.relation is Relation.PART)
        beside = "".join(f"; {self.inside(part)}" for part in parts if part.relation is not Relation.PART)
        return f"{own} (trong đó: {inner}){beside}" if inner else f"{own}{beside}"

    def whole(self, indicator: PlannedIndicator) -> Iterator[Composed]:
        """Yield the ways of writing an indicator with its parts."""
        own = self.own(indicator)
        inner = [part for part in indicator.parts if part.relation is Relation.PART]
        beside = [part for part in indicator.parts if part.relation is not Relation.PART]
        if indicator.targets and inner and not beside:
            yield Composed(f"{own}; trong đó: {'; '.join(map(self.inside, inner))}")
        yield Composed(self.inside(indicator))
        if indicator.targets and indicator.parts:
            yield Composed("; ".join((own, *map(self.inside, beside))), tuple(map(self.inside, inner)))


_CEILINGS = (Bound.AT_MOST, Bound.LESS_THAN)
_SCALES = ("nghìn", "vạn", "triệu", "tỷ")
_NUMBER_OF = re.compile(r"(?:tổng |số |tỷ lệ |diện tích )", re.IGNORECASE)
"""Names that say a number themselves: *Số xã đạt chuẩn* takes none inside."""


def _counted(name: str, target: Target) -> str:
    """Return the words of a name that are what its target counts, or nothing."""
    unit = target.quantity.unit
    noun = " ".join(word for word in unit.label.split() if word not in _SCALES)
    counts = unit.kind is UnitKind.COUNT and target.change is Change.LEVEL and not _NUMBER_OF.match(name)
    return noun if counts and re.search(rf"(?<!\w){re.escape(noun)}(?!\w)", name) else ""


def compositions(indicator: PlannedIndicator, form: ProvinceFormat, *, own: bool = False) -> Iterator[Composed]:
    """Yield the ways of writing an indicator, the most natural in the format first.

    Args:
        indicator: the indicator.
        form: the format.
        own: whether the words the indicator was read from come first, for they are the format's; else they come last.
    """
    wording = [Composed(indicator.text.strip(" ;.:"), kept=True)] if indicator.text else []
    if own:
        yield from wording
    plain, colon = _Style(form), _Style(form, colon=True)
    others = (colon, plain) if form.layout.link == ":" else (plain, colon)
    for style in (evolve(others[0], counted=True), *others):
        yield from style.opened(indicator)
    yield from () if own else wording


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
    return _Style(form, colon=form.layout.link == ":").inside(indicator)
