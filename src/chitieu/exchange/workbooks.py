"""Workbooks of openpyxl as files: whole or not at all."""

from __future__ import annotations

import os
from io import BytesIO
from os import PathLike
from typing import IO, Any

from chitieu.atomic import write_bytes
from chitieu.errors import WriteError

__all__ = ["save_workbook", "workbook_bytes"]


def save_workbook(book: Any, path: str | PathLike[str] | IO[bytes]) -> None:
    """Save a workbook.

    Args:
        book: the workbook.
        path: where to, a path or a binary file object.

    Raises:
        WriteError: the file cannot be written.
    """
    name = os.fspath(path) if isinstance(path, (str, PathLike)) else ".xlsx"
    write_bytes(path, workbook_bytes(book, name))


def workbook_bytes(book: Any, path: str = ".xlsx") -> bytes:
    """Return a workbook of openpyxl as the bytes of its file.

    Args:
        book: the workbook.
        path: what the file will be called, for the error.

    Raises:
        WriteError: there is no room where openpyxl keeps its sheets meanwhile.

    >>> from openpyxl import Workbook
    >>> workbook_bytes(Workbook())[:2]
    b'PK'
    """
    data = BytesIO()
    try:
        book.save(data)
    except Exception as error:
        if not isinstance(error, OSError) and type(error).__name__ != "SerialisationError":  # lxml's, if it is there
            raise
        raise WriteError("write.full", path=path, reason=str(error)) from error
    return data.getvalue()
