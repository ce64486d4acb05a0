"""Checks of reports and of the columns of tables."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from chitieu.testing.conformance.mismatch import Mismatch, compare
from chitieu.testing.conformance.registry import check
from chitieu.testing.conformance.subject import Subject
from chitieu.text import fold
from chitieu.work.reports import ReportFrequency

__all__: list[str] = []

_GROUP = "reporting"
_FREQUENCIES = {often.name.lower(): often for often in ReportFrequency}
_TABLES = {
    "indicators": ("number", "indicator", "unit", "target", "actual"),
    "work": ("number", "task", "lead", "cooperating", "due", "product"),
}


def _said(subject: Subject, text: str, frequency: ReportFrequency) -> str:
    schedule = subject.read(text).reporting
    found = schedule.frequencies if schedule else ()
    return frequency.value if frequency in found else f"{'; '.join(often.value for often in found) or 'nothing'}"


@check("reporting-words", group=_GROUP, needs="reporting", after="header-read")
def words(subject: Subject) -> Iterator[Mismatch]:
    """Every declared word for how often reports are due says so."""
    head = "\n".join(subject.skeleton.header())
    for name, frequency in _FREQUENCIES.items():
        for word in getattr(subject.form.reporting, name):
            glue = "" if word.startswith(",") else " "
            sentence = f"Định kỳ 3 kỳ{glue}{word}, các đơn vị báo cáo kết quả về Sở Tài chính."
            text = f"{head}\nI. TỔ CHỨC\n1. {sentence}\n"
            yield from compare(sentence, frequency.value, _said, subject, text, frequency)


@check("tables-titles", group=_GROUP, needs="tables", after="metadata-schema")
def titles(subject: Subject) -> Iterator[Mismatch]:
    """No title of a column has two meanings in one table."""
    tables = attrs.asdict(subject.form.tables)
    for columns in _TABLES.values():
        meanings: dict[str, str] = {}
        for column in columns:
            for title in tables[column]:
                other = meanings.setdefault(fold(title).lower(), column)
                if other != column:
                    yield Mismatch(title, f"tables.{other} alone", f"tables.{column} too")
