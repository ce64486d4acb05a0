"""What stands in a cell that somebody filled in: a figure, a range, words, a day, a choice; or why it is none of them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from attrs import frozen

from chitieu.errors import ChitieuError
from chitieu.exchange.bare_figures import is_mark, says_no_figure
from chitieu.monitoring.task_states import TaskState, state_named
from chitieu.numbers.decimals import parse_number
from chitieu.periods.dates import parse_date
from chitieu.quantities.quantity import Quantity
from chitieu.quantities.reader import parse_quantity
from chitieu.text import fold
from chitieu.units import NO_UNIT, Unit, UnitKind

__all__ = [
    "CellError",
    "Figure",
    "Found",
    "read_choice",
    "read_day",
    "read_figure",
    "read_state",
    "read_text",
    "shown_value",
]

_LONGEST = 400  # characters of a figure with its unit; longer text is words
_BARE = re.compile(r"(?:[-−+]|âm\s)?\s?[0-9][0-9.,\s]*", re.IGNORECASE)
_RANGE = re.compile(r"(?:từ\s)?([-−]?[0-9][^\s–—-]*(?:\s[^\s–—-]+){0,4})\s?(?:[–—-]|đến)\s?([0-9].*)")
_OF_TOTAL = re.compile(r"([0-9][0-9.]*)\s?/\s?([0-9][0-9.]*)(?:\s+\S.*)?")
_RANKED = re.compile(r"(?:xếp |đứng )?(?:hạng|thứ)\s+(?=[0-9])", re.IGNORECASE)
_DIGIT = re.compile(r"\d")  # of any script: such a number is no word, and is refused
_ENDLESS = re.compile(r"[-+−]?\s?(?:nan|inf|infinity|∞)", re.IGNORECASE)  # what other programs write for no number
_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SIGNIFICANT = ".15g"  # what a spreadsheet keeps of a number; further digits are dust of binary fractions

_Choice = TypeVar("_Choice")


class CellError(Exception):
    """A cell does not hold what it should: the code of the reason and its values, without the place of the cell."""

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(code)
        self.code, self.fields = code, fields


@frozen
class Found:
    """A cell as the file has it.

    Attributes:
        value: its value, of a formula the computed one; `formula`: whether it is a formula.
        code: its number format; `address`: where it stands (``H8``).
    """

    value: Any = None
    formula: bool = False
    code: str = "General"
    address: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.formula and (self.value is None or (isinstance(self.value, str) and not self.value.strip()))


@frozen
class Figure:
    """What was reported: a figure, both ends of a range, or words."""

    value: Quantity | None = None
    upper: Quantity | None = None
    words: str | None = None


def shown_value(value: object) -> str:
    """Return a value as a person sees it in a message."""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}" if value.time() == datetime.min.time() else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else " ".join(str(value).split())


def _checked(found: Found) -> Any:
    """Return the value of a cell; an error value and a formula nobody computed are refused."""
    if found.formula and found.value is None:
        raise CellError("report.formula")
    if isinstance(found.value, str) and _ERROR.fullmatch(found.value.strip()):
        raise CellError("report.error_value")
    return found.value


def read_text(found: Found) -> str:
    """Return the text of a cell; a number or day as it is shown.

    Raises:
        CellError: it holds an error value.
    """
    value = _checked(found)
    return value.strip() if isinstance(value, str) else shown_value(value)


# --- figures -------------------------------------------------------------------------------------------------


def read_figure(found: Found, unit: Unit, total: str = "", *, measured: bool = True) -> Figure:
    """Read what was reached.

    Args:
        found: the cell.
        unit: the unit of a number that stands alone.
        total: the whole the count is part of (``58`` of ``51/58 xã``), which may be repeated with it.
        measured: whether a figure is asked for; of a line of words any text is taken.

    Raises:
        CellError: it is no figure, or one in another unit.

    >>> from chitieu.units import parse_unit
    >>> figure = read_figure(Found("61 - 62"), parse_unit("%"))
    >>> str(figure.value), str(figure.upper), read_figure(Found("Xuất siêu"), NO_UNIT).words
    ('61%', '62%', 'Xuất siêu')
    """
    value = _checked(found)
    if isinstance(value, (bool, date)) or not isinstance(value, (int, float, str, Decimal)):
        raise CellError("report.kind", expected=_expected(unit))
    if not isinstance(value, str):
        return Figure(_quantity(_decimal(value, unit), unit, found.code))
    text = " ".join(value.split())
    if _ENDLESS.fullmatch(text):
        raise CellError("report.not_finite", expected=_expected(unit))
    if measured and is_mark(text):
        raise CellError("report.mark")
    if measured and says_no_figure(text):
        return Figure()
    if not _DIGIT.search(text) or (not measured and len(text) > _LONGEST):
        return Figure(words=text)
    try:
        return _same_unit(_figure(text, unit, total), unit, measured=measured)
    except ChitieuError as error:
        if not measured:
            return Figure(words=text)
        raise CellError("report.number", expected=_expected(unit), why=error) from error


def _expected(unit: Unit) -> str:
    return unit.label or "?"


def _decimal(value: float | Decimal, unit: Unit) -> Decimal:
    if isinstance(value, float):
        if not math.isfinite(value):
            raise CellError("report.not_finite", expected=_expected(unit))
        return Decimal(format(value, _SIGNIFICANT))
    return Decimal(value)


def _quantity(value: Decimal, unit: Unit, code: str) -> Quantity:
    """Return a number with its unit. A cell shown as per cent holds a hundredth of what it shows."""
    if "%" in code and unit.label in ("%", ""):
        return Quantity(_plain(value * 100), "%")
    return Quantity(_plain(value), unit)


def _plain(value: Decimal) -> Decimal:
    """Return a number without an exponent (``1E+3``) and without zeros behind that nobody typed."""
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def _figure(text: str, unit: Unit, total: str) -> Figure:
    if len(text) > _LONGEST:
        raise ChitieuError("number.long", limit=_LONGEST)
    text = _RANKED.sub("", text, count=1) if _is_rank(unit) else text
    of_total = _OF_TOTAL.fullmatch(text) if total else None
    if of_total:
        if parse_number(of_total[2]) != Decimal(total):
            raise CellError("report.total", expected=total)
        return Figure(Quantity(parse_number(of_total[1], strict=True), unit))
    ends = _RANGE.fullmatch(text)
    if ends is None:
        return Figure(_amount(text, unit))
    upper = _amount(ends[2], unit)
    lower = _amount(ends[1], upper.unit)
    if lower.unit.same_dimension(upper.unit) and upper < lower:
        raise CellError("report.range")
    return Figure(lower, upper)


def _amount(text: str, unit: Unit) -> Quantity:
    if _BARE.fullmatch(text):
        return Quantity(parse_number(text, strict=True), unit)
    return parse_quantity(text, strict=True)


def _same_unit(figure: Figure, unit: Unit, *, measured: bool) -> Figure:
    """Refuse what measures something else than the row does."""
    for quantity in (figure.value, figure.upper):
        fits = quantity is None or quantity.unit.same_dimension(unit) or (not measured and unit == NO_UNIT)
        if not fits and not (quantity and _is_rank(unit) and quantity.unit == NO_UNIT):
            raise CellError("report.unit", expected=_expected(unit))
    return figure


def _is_rank(unit: Unit) -> bool:
    return unit.kind is UnitKind.RANK


# --- days and choices ----------------------------------------------------------------------------------------


def read_day(found: Found, latest: date, earliest: date | None = None) -> date:
    """Read a day.

    Args:
        found: the cell.
        latest: the last day that can be, the day of reading: what is done is done.
        earliest: the first day that can be.

    Raises:
        CellError: it is no day, or one outside.
    """
    value = _checked(found)
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value.strip()) if _ISO.fullmatch(value.strip()) else parse_date(value)
        except ValueError as error:
            raise CellError("report.day") from error
    if isinstance(value, datetime):
        value = value.date()
    if not isinstance(value, date):
        raise CellError("report.day")
    if value > latest:
        raise CellError("report.future", latest=shown_value(latest))
    if earliest is not None and value < earliest:
        raise CellError("report.early", earliest=shown_value(earliest))
    return value


def read_choice(found: Found, named: Callable[[str], _Choice | None], options: Iterable[str]) -> _Choice:
    """Read one of the values of a list.

    Args:
        found: the cell.
        named: gives the value of some words, folded and in small letters, or None.
        options: the words of the list, for the message.

    Raises:
        CellError: it is none of them.
    """
    value = _checked(found)
    chosen = named(" ".join(fold(value).lower().split())) if isinstance(value, str) else None
    if chosen is None:
        raise CellError("report.choice", options="; ".join(options))
    return chosen


def read_state(found: Found) -> TaskState:
    """Read the state of a task.

    Raises:
        CellError: it names none.
    """
    return read_choice(found, state_named, [state.value for state in TaskState])
