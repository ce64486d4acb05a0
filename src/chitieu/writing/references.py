"""Citations and deadlines as sentences write them."""

from __future__ import annotations

from datetime import date

from chitieu.documents.references import Reference
from chitieu.periods.period import Due, Period, Recurrence
from chitieu.periods.text import format_period
from chitieu.provinces import ProvinceFormat
from chitieu.provinces.writing import format_date

__all__ = ["cite", "day_text", "due_text"]

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")


def day_text(day: date, form: ProvinceFormat) -> str:
    """Write a day behind the word *ngày*, the format's way."""
    written = format_date(day, province=form)
    return written if written.startswith("ngày") else f"ngày {written}"


def cite(reference: Reference, form: ProvinceFormat) -> str:
    """Write a citation with all that is known of the document.

    >>> import chitieu as ct
    >>> reference = ct.parse_reference("Nghị quyết số 31/2022/NQ-HĐND ngày 8/12/2022 của HĐND tỉnh")
    >>> cite(reference, ct.get_province("ben-tre"))
    'Nghị quyết số 31/2022/NQ-HĐND ngày 08 tháng 12 năm 2022 của HĐND tỉnh'
    """
    pieces = [f"{reference.kind} số {reference.number}" if reference.kind else f"số {reference.number}"]
    if reference.date:
        pieces.append(day_text(reference.date, form))
    if reference.issuer:
        pieces.append(f"của {reference.issuer}")
    if reference.term:
        pieces.append(f"khóa {_ROMAN[reference.term - 1] if reference.term <= len(_ROMAN) else reference.term}")
    return " ".join(pieces)


def due_text(due: Due) -> str:
    """Write a deadline as a cell or a label holds it.

    >>> due_text(date(2026, 6, 30)), due_text(Recurrence.QUARTER)
    ('30/6/2026', 'hằng quý')
    """
    if isinstance(due, Recurrence):
        return due.value
    return format_period(due) if isinstance(due, Period) else f"{due.day:02}/{due.month}/{due.year}"
