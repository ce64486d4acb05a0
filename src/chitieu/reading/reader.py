"""From text to `Plan`: outline, one scan, then each part reads its own."""

from __future__ import annotations

from chitieu.errors import NotAPlanError, SourceError
from chitieu.plan import Plan, PlannedIndicator
from chitieu.provinces import ProvinceFormat, get_province
from chitieu.provinces.detection import detect_in_header
from chitieu.reading.closing import read_appendices, read_footnotes, read_recipients, read_reporting, read_signatories
from chitieu.reading.due import DueReader
from chitieu.reading.findings import scan
from chitieu.reading.header import read_header
from chitieu.reading.indicator_lines import read_indicators
from chitieu.reading.rows import read_rows
from chitieu.reading.sections import divide
from chitieu.reading.table_columns import find_tables
from chitieu.reading.tables import TableReader
from chitieu.reading.work import WorkReader
from chitieu.text import SourceText

__all__ = ["parse_indicators", "parse_plan"]


def _format(province: str | ProvinceFormat | None, source: SourceText) -> ProvinceFormat:
    if isinstance(province, ProvinceFormat):
        return province
    return get_province(province) if province else detect_in_header(source)


def parse_plan(text: str, province: str | ProvinceFormat | None = None) -> Plan:
    """Read a plan from text in hand.

    Args:
        text: the whole document.
        province: slug of its format, or the format; None finds the province in the header, and takes
            ``standard`` where there is no format for it.

    Raises:
        SourceError: the text is empty.
        NotAPlanError: nothing in the text looks like a plan.
        UnknownProvinceError: no format has this slug.

    >>> import chitieu as ct
    >>> from pathlib import Path
    >>> ct.parse_plan(Path("examples/ke-hoach-song-hau-2026.txt").read_text(encoding="utf-8")).number
    '58/KH-UBND'
    """
    if not text.strip():
        raise SourceError("source.empty", path="<text>")
    source = SourceText(text)
    form = _format(province, source)
    with form.in_use():
        return _read(source, form)


def _read(source: SourceText, form: ProvinceFormat) -> Plan:
    outline, finds = form.outline(source), scan(source)
    body = next((block.start for block in outline.root.children if block.kind not in ("para", "bullet")), 0)
    header = read_header(source, finds, form, body)
    parts = divide(outline, finds, form, header.period.year if header.period else None)
    due = DueReader(form.assigning, header.period.year if header.period else None)
    worker, tables = WorkReader(outline, finds, form, due), TableReader(source, finds, form, header.period)
    assignments, implementation = worker.assignments(parts.work), worker.implementation(parts.implementation)
    found = find_tables(source, form)
    indicators = read_indicators(outline, finds, parts.indicators, form, found)
    for table in found:
        indicators += tables.indicators(table)
        assignments += tables.assignments(table)
    tasks = any(section.agencies and section.tasks for section in (*assignments, *implementation))
    if not (header.number and header.title) and not tasks and not (header.title and indicators):
        raise NotAPlanError("plan.none")
    signatories = read_signatories(source)
    return Plan(
        number=header.number,
        issuer=header.issuer,
        place=header.place,
        issued=header.issued,
        title=header.title,
        period=header.period,
        bases=header.bases,
        indicators=indicators,
        assignments=assignments,
        implementation=implementation,
        reporting=read_reporting(outline, form),
        signatory=signatories[0] if signatories else None,
        recipients=read_recipients(source),
        appendices=read_appendices(source),
        footnotes=read_footnotes(source),
        province=form.slug,
        spans=header.spans,
        cosignatories=signatories[1:],
        cited=tuple(one for one, _, _ in finds.references if one.span != header.spans.get("number")),
        text=source.original,
    )


def parse_indicators(text: str, province: str | ProvinceFormat | None = None) -> tuple[PlannedIndicator, ...]:
    """Read indicator lines from text in hand: numbered or bulleted lines, one line a paragraph, or rows of a table.

    Args:
        text: the lines, hard-wrapped or not; items run together (``(5) …; (6) …``) are told apart. Rows are divided by
            pipes; without the head of their table all their values are kept.
        province: as in `parse_plan`.

    Returns:
        One `PlannedIndicator` a line, its parts inside; empty for empty text.

    >>> item, = parse_indicators("11) Tỷ lệ hộ nghèo còn không quá 2,5% (giảm 1%/năm);")
    >>> item.number, item.name, [str(t) for t in item.targets]
    ('11', 'Tỷ lệ hộ nghèo', ['không quá 2,5%', 'giảm 1%/năm'])
    >>> item, = parse_indicators("9 | GRDP bình quân đầu người | triệu đồng | 95 | Thống kê tỉnh")
    >>> item.number, item.indicator, [str(t) for t in item.targets]
    ('9', 'grdp_pc', ['95 triệu đồng'])
    """
    source = SourceText(text)
    form = _format(province or "standard", source)
    with form.in_use():
        outline, finds, tables = form.outline(source), scan(source), find_tables(source, form)
        lines = read_indicators(outline, finds, outline.root.children, form, tables)
        reader = TableReader(source, finds, form, None)
        rows = (*(item for table in tables for item in reader.indicators(table)), *read_rows(source, finds, tables))
        return tuple(sorted((*lines, *rows), key=lambda item: item.span.start if item.span else 0)) if rows else lines
