"""Observations: what was reached of an indicator in a period, and how sure the figure is.

An actual is not always a number: reports hold ranges (``61 - 62``), words (``xuất siêu``), or nothing yet. All of
these are kept as they were reported; what they mean for a target is said by `chitieu.monitoring.rating`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any, TypeVar

from attrs import Attribute, field, frozen

from chitieu.errors import ChitieuError, NumberTypeError
from chitieu.periods.period import Period
from chitieu.quantities.quantity import Quantity

__all__ = ["Observation", "ObservationError", "ObservationStatus", "Rating", "all_of", "is_a"]


class ObservationError(ChitieuError, ValueError):
    """An observation cannot be: a number and words at once, an upper end without a lower one or below it."""


class ObservationStatus(Enum):
    """How sure a figure is. Values are the words of reports, from the least sure to the surest.

    Figures are revised: an estimate first, a preliminary figure next year, the official one a year after that
    (Nghị định 94/2022/NĐ-CP).

    >>> import chitieu as ct
    >>> ct.ObservationStatus("sơ bộ") is ct.ObservationStatus.PRELIMINARY
    True
    """

    ESTIMATE = "ước"
    PRELIMINARY = "sơ bộ"
    OFFICIAL = "chính thức"

    @property
    def rank(self) -> int:
        """Place in the order of sureness, from 0: of two figures the one with the higher rank stands."""
        return list(ObservationStatus).index(self)

    def __str__(self) -> str:
        return self.value


class Rating(Enum):
    """How a result stands to its target. Values are the words of reports.

    >>> import chitieu as ct
    >>> ct.Rating("vượt").name
    'EXCEEDED'
    """

    EXCEEDED = "vượt"
    MET = "đạt"
    NEARLY = "xấp xỉ"
    MISSED = "không đạt"
    PENDING = "chưa đánh giá"
    """Nothing can be said: not reported yet, not comparable, or words that say nothing of the target."""

    @property
    def reached(self) -> bool:
        """Whether it counts as reached (``đạt và vượt``)."""
        return self in (Rating.EXCEEDED, Rating.MET)

    def __str__(self) -> str:
        return self.value


def is_a(*kinds: type, but: type | tuple[type, ...] = ()) -> Any:
    """Return a validator that refuses other types with an error of ours: a float is no exact number.

    Args:
        kinds: the types that are taken.
        but: types among them that are not: a ``datetime`` is a ``date``, and no day.
    """

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, kinds) or isinstance(value, but):
            expected = " / ".join("None" if kind is type(None) else kind.__name__ for kind in kinds)
            raise NumberTypeError(
                "observation.type",
                of=type(instance).__name__,
                field=attribute.name,
                found=type(value).__name__,
                expected=expected,
            )

    return check


T = TypeVar("T")


def all_of(kind: type[T], given: object) -> list[T]:
    """Return what was given; what is none of the kind would otherwise fail far from here.

    Raises:
        NumberTypeError: something else is among them, or in their place.
    """
    items: list[T] = []
    for item in given if isinstance(given, Iterable) and not isinstance(given, str) else (given,):
        if not isinstance(item, kind):
            raise NumberTypeError(_REFUSED[kind.__name__], found=type(item).__name__)
        items.append(item)
    return items


_REFUSED = {"Observation": "observations.given", "TaskReport": "reports.given"}
_TEXT = is_a(str)
_TEXT_OR_NONE = is_a(str, type(None))
_QUANTITY_OR_NONE = is_a(Quantity, type(None))


@frozen
class Observation:
    """What was reached of an indicator in a period.

    Attributes:
        indicator: key of the catalogue (``poor``), or the name as it was reported.
        period: the period the figure is for.
        value: the figure; of a range its lower end; None if only words, or nothing, was reported.
        upper: the upper end of a range (an actual may be ``61 - 62``); None for one figure.
        words: what was reported instead of a figure (``xuất siêu``).
        area: `Area.id` of the province or city; None for the one the plan is of.
        agency: the agency that reported; None if it is not said.
        status: how sure the figure is.
        source: where it is from: a report, or file, sheet and cell.
        note: what the report says beside it.
        official: how the reporter rated it. It is kept, and never used in place of our own rating.

    A figure and words together are refused; neither of them means that nothing is reported yet.

    Raises:
        NumberTypeError: a field has the wrong type (a float where a `Quantity` is wanted).
        ObservationError: a figure and words at once; an upper end without a lower one, or below it.
        UnitError: both ends of a range measure different things.

    >>> import chitieu as ct
    >>> poor = ct.Observation("poor", ct.Period(2026), ct.parse_quantity("1,3%"))
    >>> str(poor), poor.reported
    ('poor 2026: 1,3% (ước)', True)
    >>> ct.Observation("Cán cân thương mại", ct.Period(2026), words="xuất siêu").words
    'xuất siêu'
    """

    indicator: str = field(validator=_TEXT)
    period: Period = field(validator=is_a(Period))
    value: Quantity | None = field(default=None, validator=_QUANTITY_OR_NONE)
    upper: Quantity | None = field(default=None, validator=_QUANTITY_OR_NONE)
    words: str | None = field(default=None, validator=_TEXT_OR_NONE)
    area: str | None = field(default=None, validator=_TEXT_OR_NONE)
    agency: str | None = field(default=None, validator=_TEXT_OR_NONE)
    status: ObservationStatus = field(default=ObservationStatus.ESTIMATE, validator=is_a(ObservationStatus))
    source: str = field(default="", validator=_TEXT)
    note: str = field(default="", validator=_TEXT)
    official: Rating | None = field(default=None, validator=is_a(Rating, type(None)))

    def __attrs_post_init__(self) -> None:
        if not self.indicator.strip():
            raise ObservationError("observation.indicator")
        if self.words is not None and (self.value is not None or not self.words.strip()):
            raise ObservationError("observation.words", words=self.words, value=str(self.value))
        if self.upper is None:
            return
        if self.value is None or self.upper < self.value:  # of another dimension: the comparison says so
            raise ObservationError("observation.range", lower=str(self.value), upper=str(self.upper))

    @property
    def reported(self) -> bool:
        """Whether anything was reported, a figure or words."""
        return self.value is not None or self.words is not None

    @property
    def shown(self) -> str:
        """What was reported, as a text: the figure, both ends of a range, the words, or nothing."""
        if self.value is None:
            return self.words or ""
        return str(self.value) if self.upper is None else f"{self.value} - {self.upper}"

    def __str__(self) -> str:
        return f"{self.indicator} {self.period}: {self.shown or '-'} ({self.status})"
