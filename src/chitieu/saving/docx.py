"""Plans as Word files: composed, read again, and only then written."""

from __future__ import annotations

from functools import partial
from os import PathLike
from typing import IO

from chitieu.atomic import write_bytes
from chitieu.plan import Plan
from chitieu.provinces import ProvinceFormat
from chitieu.saving.rendering import compose
from chitieu.sources import read_document
from chitieu.writing.docx import compose_docx

__all__ = ["write_docx"]


def write_docx(
    plan: Plan,
    path: str | PathLike[str] | IO[bytes],
    province: str | ProvinceFormat | None = None,
    *,
    tables: bool = True,
    verify: bool = True,
) -> None:
    """Write a plan as a Word document by the form of administrative documents (Nghị định 30/2020/NĐ-CP).

    Reading the document gives the plan back. The tables behind the text, of the indicators and of the work, repeat
    what it says; their paragraphs have a style that readers pass over.

    Args:
        plan: the plan.
        path: where to, a path or a binary file object.
        province: slug of a format, or the format; None takes the one the plan was read with.
        tables: whether the tables are added.
        verify: whether the document is read again and compared; without it nothing is promised.

    Raises:
        WriteError: the file cannot be written, or something in the plan cannot be written so that it reads back;
            ``path`` or ``field`` says which.
        UnknownProvinceError: no format has this slug.
        MissingExtraError: python-docx is not installed.

    >>> import io
    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> file = io.BytesIO()
    >>> write_docx(plan, file)
    >>> ct.read_plan(file.getvalue()) == plan
    True
    """
    data = compose(plan, province, partial(compose_docx, tables=tables), _text if verify else None)
    write_bytes(path, data)


def _text(data: bytes) -> str:
    return read_document(data).text
