"""A plan as a Word document by the form of administrative documents (Nghị định 30/2020/NĐ-CP, Phụ lục I).

The words are those of `chitieu.writing.text`; here they are set: the head in two columns, titles, paragraphs, recipients
beside the signature. Behind the text stand a table of the indicators and one of the work. They say again what the text
says, and are marked so: reading the document gives the plan once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Any

from attrs import evolve, frozen

from chitieu.periods.dates import format_date
from chitieu.periods.text import format_period
from chitieu.plan import Plan, PlannedIndicator, Signatory
from chitieu.provinces import ProvinceFormat, get_province
from chitieu.provinces.writing import format_target
from chitieu.writing.asking import Asks
from chitieu.writing.closing import notes_and_appendices, recipient_lines, signature_lines
from chitieu.writing.docx_parts import (
    BODY,
    CELL,
    Look,
    TableForm,
    borderless,
    inked,
    library,
    paragraph,
    rule,
    ruled_table,
    set_page,
)
from chitieu.writing.header import MOTTO, dated_lines, issuer_lines, kind_of_document, preamble, title_lines
from chitieu.writing.references import due_text
from chitieu.writing.text import TextWriter

__all__ = ["compose_docx"]

_WIDTH = 160.0  # millimetres between the margins
_HEAD = (60.0, 100.0)
_END = (75.0, 85.0)
_RULED = 0.42  # of a line of text: the decree says a third to a half; under the motto all of it
_HEADING = evolve(BODY, bold=True, align="left", before=6, keep=True)
_CENTRED = Look(bold=True, align="center", keep=True)
_REPEATED = evolve(CELL, repeats=True)
_INDICATORS = TableForm(("STT", "Chỉ tiêu", "ĐVT", "Kế hoạch"), (14.0, 76.0, 30.0, 40.0), (0, 2, 3), _REPEATED)
_WORK = TableForm(
    ("STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn"), (12.0, 78.0, 26.0, 24.0, 20.0), (0, 4), _REPEATED
)


def compose_docx(plan: Plan, form: ProvinceFormat, asks: Asks | None = None, *, tables: bool = True) -> bytes:
    """Write a plan as a .docx file.

    Args:
        plan: the plan.
        form: the format, in use (`ProvinceFormat.in_use`).
        asks: reads back what was composed, see `chitieu.writing.asking`.
        tables: whether the tables that repeat the indicators and the work are added.

    Raises:
        WriteError: the plan holds a character that XML cannot.
        MissingExtraError: python-docx is not installed.
    """
    document = library().Document()
    set_page(document)
    writer = _Writer(plan, form, document, TextWriter(plan, form, asks))
    writer.head()
    writer.body()
    writer.end()
    if tables:
        writer.tables()
    properties = document.core_properties
    properties.title, properties.author = (plan.title or "")[:250], (plan.issuer or "")[:250]
    properties.comments, properties.language = "", "vi-VN"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


@frozen
class _Writer:
    plan: Plan
    form: ProvinceFormat
    document: Any
    text: TextWriter

    # --- head --------------------------------------------------------------------------------------------

    def head(self) -> None:
        """Set issuer and number at the left, motto, place and day at the right; title and bases under them."""
        dated = dated_lines(self.plan, get_province("standard"))  # the decree's long form, whatever the text writes
        number = (f"Số: {self.plan.number}",) if self.plan.number else ()
        table = borderless(self.document, 2 if dated or number else 1, _HEAD)
        left, right = table.rows[0].cells
        issuer = issuer_lines(self.plan.issuer)
        _stack(left, issuer, Look(13, bold=True, align="center"))
        if issuer:
            rule(left, inked(issuer[-1], 13) * _RULED, _HEAD[0])
        _stack(right, MOTTO[:1], Look(13, bold=True, align="center"))
        _stack(right, MOTTO[1:], Look(14, bold=True, align="center"), goes_on=True)
        rule(right, inked(MOTTO[-1], 14), _HEAD[1])
        if dated or number:
            left, right = table.rows[1].cells
            _stack(left, number, Look(13, align="center", before=4))
            _stack(right, dated, Look(14, italic=True, align="center", before=4))
        self.title()

    def title(self) -> None:
        """Set the kind of document and its abstract in the middle, with a line under it."""
        lines = list(title_lines(self.plan, self.form))
        for at, line in enumerate(lines):
            paragraph(self.document, line, evolve(_CENTRED, before=0 if at else 18))
        if lines:
            rule(self.document, min(inked(lines[-1], 14), _WIDTH * 0.75) * _RULED, _WIDTH)

    # --- body --------------------------------------------------------------------------------------------

    def body(self) -> None:
        """Set the preamble and the parts."""
        lines = list(self.text.body())
        kind = kind_of_document(self.plan, self.form)
        opening = preamble(self.plan, self.form, kind, self.text.lost_marks(lines))
        for line in islice(opening, len(self.plan.bases)):
            paragraph(self.document, line, evolve(BODY, italic=True, before=6))
        for line in opening:
            paragraph(self.document, line, evolve(BODY, before=6))
        lines += filter(None, (self.text.closing_line(lines),))
        rows: list[str] = []
        for at, line in enumerate(lines, 1):
            if line.startswith("|"):
                rows.append(line)
                continue
            self.rows(rows)
            last = at == len(lines)  # no signature stands on a page without text
            paragraph(self.document, line, evolve(BODY, keep=True) if last else self.look(line))
        self.rows(rows)

    def look(self, line: str) -> Look:
        """Return how a line is set: titles of parts and headings bold, the rest as running text."""
        marker = self.form.classify_line(line)
        titled = marker is not None and marker.rank is not None and line[marker.length :].removesuffix(":").isupper()
        return _HEADING if titled or self.text.opens_section(line) else BODY

    def rows(self, lines: list[str]) -> None:
        """Set rows divided by pipes as a table, and forget them."""
        if not lines:
            return
        head, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
        width = len(head)
        form = TableForm(head, [_WIDTH / width] * width)
        table = ruled_table(self.document, form, [_fitted(row, width) for row in rows])
        table.autofit = True
        lines.clear()

    # --- end ---------------------------------------------------------------------------------------------

    def end(self) -> None:
        """Set the recipients beside the signature; of several signatures each in a column, the recipients under them."""
        recipients = list(recipient_lines(self.plan))
        signatories = self.plan.signatories
        if len(signatories) > 1:
            table = borderless(self.document, 1, [_WIDTH / len(signatories)] * len(signatories))
            for cell, signatory in zip(table.rows[0].cells, signatories, strict=True):
                _sign(cell, signatory)
            _recipients(self.document, recipients, cell=False)
        elif recipients or signatories:
            left, right = borderless(self.document, 1, _END).rows[0].cells
            _recipients(left, recipients)
            for signatory in signatories:
                _sign(right, signatory)
        for line in notes_and_appendices(self.plan):
            paragraph(self.document, line, Look(11, before=3))

    # --- tables ------------------------------------------------------------------------------------------

    def tables(self) -> None:
        """Add the tables of indicators and of work, in a style that says that they repeat the text."""
        title = evolve(_CENTRED, repeats=True)
        under = evolve(title, bold=False, italic=True, after=8)
        period = f" {format_period(self.plan.period)}" if self.plan.period else ""
        planned = evolve(_INDICATORS, head=(*_INDICATORS.head[:-1], f"{_INDICATORS.head[-1]}{period}"))
        held = (
            ("BẢNG TỔNG HỢP CHỈ TIÊU", planned, list(self.indicators())),
            ("BẢNG PHÂN CÔNG NHIỆM VỤ", *_without_empty(_WORK, list(self.work()))),
        )
        for name, form, rows in held:
            if rows:
                made = paragraph(self.document, name, title)
                made.paragraph_format.page_break_before = True
                paragraph(self.document, self.belongs(), under)
                ruled_table(self.document, form, rows)

    def belongs(self) -> str:
        """Return the line that says what a table belongs to."""
        kind = kind_of_document(self.plan, self.form).capitalize()
        day = f" {format_date(self.plan.issued)}" if self.plan.issued else ""
        return f"(Kèm theo {kind} số {self.plan.number}{day})" if self.plan.number else ""

    def indicators(self) -> Iterator[tuple[str, ...]]:
        """Yield a row for each indicator and its parts."""
        for item in self.plan.indicators:
            for depth, one in _deep(item):
                unit = one.targets[0].quantity.unit.label if one.targets else ""
                said = "; ".join(format_target(target, province=self.form) for target in one.targets)
                if all(target.quantity.unit.label == unit for target in one.targets):
                    said = said.replace(unit if unit == "%" else f" {unit}", "")  # the column beside says it
                name = f"{'– ' * depth}{one.name}" if depth else one.name[:1].upper() + one.name[1:]
                yield one.number or "", name, unit, said

    def work(self) -> Iterator[tuple[str, ...]]:
        """Yield a row for each task."""
        for at, (section, task) in enumerate(self.plan.work(), 1):
            leads = ", ".join(agency.name for agency in task.lead or section.agencies)
            helpers = ", ".join(agency.name for agency in task.cooperating)
            yield str(at), task.text, leads, helpers, due_text(task.due) if task.due is not None else ""


def _deep(item: PlannedIndicator, depth: int = 0) -> Iterator[tuple[int, PlannedIndicator]]:
    yield depth, item
    for part in item.parts:
        yield from _deep(part, depth + 1)


def _without_empty(form: TableForm, rows: list[tuple[str, ...]]) -> tuple[TableForm, list[tuple[str, ...]]]:
    """Return a table without the columns that hold nothing; the widest column has their room."""
    kept = [at for at in range(len(form.head)) if any(row[at] for row in rows)]
    widths = [form.widths[at] for at in kept]
    if kept:
        widths[widths.index(max(widths))] += _WIDTH - sum(widths)
    head = tuple(form.head[at] for at in kept)
    centred = tuple(new for new, at in enumerate(kept) if at in form.centred)
    return evolve(form, head=head, widths=widths, centred=centred), [tuple(row[at] for at in kept) for row in rows]


def _fitted(row: Sequence[str], width: int) -> list[str]:
    return [*row[:width], *[""] * (width - len(row))]


def _stack(cell: Any, lines: Sequence[str], look: Look, *, goes_on: bool = False) -> None:
    """Put lines under each other into a cell."""
    for at, line in enumerate(lines):
        paragraph(cell, line, look, first=not (at or goes_on))


def _recipients(place: Any, lines: Sequence[str], *, cell: bool = True) -> None:
    for at, line in enumerate(lines):
        look = Look(11, align="left") if at else Look(12, bold=True, italic=True, align="left", before=3)
        paragraph(place, line, look, first=cell and at == 0)


def _sign(cell: Any, signatory: Signatory) -> None:
    """Set a signature: marks and office, room for the seal, the name."""
    *above, name = signature_lines(signatory)
    _stack(cell, above, Look(14, bold=True, align="center"))
    paragraph(cell, name, Look(14, bold=True, align="center", before=64), first=not above)
