"""The head of a document: the two columns, the kind of document, the title, the preamble."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from chitieu.documents.citing import DocumentRelation
from chitieu.documents.naming import document_words
from chitieu.documents.references import Reference
from chitieu.plan import Plan
from chitieu.provinces import ProvinceFormat
from chitieu.text import capitalized, fold
from chitieu.writing.references import cite, day_text

__all__ = ["MOTTO", "dated_lines", "head_block", "issuer_lines", "kind_of_document", "preamble", "title_lines"]

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_UNIT = re.compile(r" (?=(?:TỈNH|THÀNH PHỐ) (?!ỦY))")
_SYMBOL = re.compile(r"[0-9/]+[-/]?([A-ZĐ][A-Za-zĐđ]*)-")
_OPENERS = {
    DocumentRelation.CARRIES_OUT: "Thực hiện",
    DocumentRelation.BASIS: "Căn cứ",
    DocumentRelation.REFERS_TO: "Căn cứ",
    DocumentRelation.ON_PROPOSAL: "Xét",
}


def issuer_lines(issuer: str | None) -> tuple[str, ...]:
    """Divide the issuer into the lines it stands in: the body, and the unit it is of.

    >>> issuer_lines("ỦY BAN NHÂN DÂN TỈNH BẾN TRE")
    ('ỦY BAN NHÂN DÂN', 'TỈNH BẾN TRE')
    """
    return tuple(_UNIT.split(issuer, maxsplit=1)) if issuer else ()


def dated_lines(plan: Plan, form: ProvinceFormat) -> tuple[str, ...]:
    """Return the line of place and day; nothing where neither is known.

    Args:
        plan: the plan.
        form: the format.
    """
    if plan.issued is None:
        return (f"{plan.place}, ngày … tháng … năm …",) if plan.place else ()
    day = day_text(plan.issued, form)
    return (f"{plan.place}, {day}" if plan.place else capitalized(day),)


def head_block(plan: Plan, form: ProvinceFormat) -> Iterator[str]:
    """Yield the lines of the two columns, in the order and arrangement of the format."""
    parts = {
        "issuer": issuer_lines(plan.issuer),
        "number": (f"Số: {plan.number}",) if plan.number else (),
        "motto": MOTTO,
        "place": dated_lines(plan, form),
    }
    if form.header.form == "columns":
        yield from (line for name in form.header.order for line in parts[name])
        return
    left, right = (*parts["issuer"], *parts["number"]), (*parts["motto"], *parts["place"])
    divider = " | " if form.header.form == "pipes" else "\n"
    yield from (divider.join(filter(None, row)) for row in zip_longest(left, right, fillvalue=""))


def kind_of_document(plan: Plan, form: ProvinceFormat) -> str:
    """Return what the document calls itself: by its number, else the first kind the format writes.

    >>> import chitieu as ct
    >>> kind_of_document(ct.Plan(number="12/NQ-HĐND"), ct.get_province("ben-tre"))
    'nghị quyết'
    """
    own = form.header.kinds[0] if form.header.kinds else "kế hoạch"
    symbol = _SYMBOL.match(plan.number or "")
    kind = document_words().kinds.get(symbol[1], "").lower() if symbol else ""
    known = {fold(kind).lower() for kind in form.header.kinds}
    return kind if kind in known and not own.startswith(kind) else own


def title_lines(plan: Plan, form: ProvinceFormat) -> Iterator[str]:
    """Yield the kind of document and the title; a title that begins with its kind stands alone."""
    if not plan.title:
        return
    kinds = {fold(kind).upper() for kind in form.header.kinds}
    longest = max((kind for kind in kinds if plan.title.startswith(kind)), key=len, default="")
    if not longest or plan.title == longest:
        kind = kind_of_document(plan, form).upper()
        if kind != plan.title:
            yield kind
    yield plan.title


def preamble(plan: Plan, form: ProvinceFormat, kind: str, notes: str = "") -> Iterator[str]:
    """Yield the lines between title and first part: one for each legal basis, and the sentence that opens the plan.

    Each basis ends with a semicolon, the last with a full stop (Nghị định 30/2020/NĐ-CP, Phụ lục I).

    Args:
        plan: the plan.
        form: the format.
        kind: what the document calls itself.
        notes: marks of notes that stand nowhere else.
    """
    for at, reference in enumerate(plan.bases, 1):
        yield f"{_opening(reference)} {cite(reference, form)}{'.' if at == len(plan.bases) else ';'}"
    if plan.title or notes:
        yield f"{capitalized(kind)} gồm các nội dung sau{notes}:"
    labels = ", ".join(f"Phụ lục {appendix.label}" for appendix in plan.appendices)
    if labels:
        yield f"(Kèm theo {labels})"


def _opening(reference: Reference) -> str:
    return _OPENERS.get(reference.relation, "Căn cứ")
