"""One door for every kind of file: a path, bytes or a file object in, a `SourceDocument` out."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from chitieu.errors import SourceError
from chitieu.sources import limits
from chitieu.sources.detect import detect
from chitieu.sources.document import SourceDocument

__all__ = ["Source", "document_of", "load_bytes", "read_document"]

Source = str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes] | IO[str] | SourceDocument
"""What a document is read from."""

_READERS = {
    "txt": ("plain", "read_plain"),
    "docx": ("docx", "read_docx"),
    "html": ("webpage", "read_html"),
    "pdf": ("pdf", "read_pdf"),
    "xlsx": ("xlsx", "read_xlsx"),
}


def _reader(kind: str) -> Callable[[bytes, str], SourceDocument]:
    module, name = _READERS[kind]
    found: Callable[[bytes, str], SourceDocument] = getattr(import_module(f"chitieu.sources.{module}"), name)
    return found


def _file(path: str | os.PathLike[str]) -> bytes:
    file = Path(path)
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= limits.MAX_BYTES else b""
    except FileNotFoundError as error:
        raise SourceError("source.missing") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError("source.unreadable", reason=reason) from error
    _refuse_large(size)
    return data


def _refuse_large(size: int) -> None:
    if size > limits.MAX_BYTES:
        raise SourceError("source.large", size=size, limit=limits.MAX_BYTES)


def _stream(source: Any) -> bytes:
    """Read a file object, one of text too; no more is read than the limit allows."""
    try:
        data = source.read(limits.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SourceError("source.unreadable", reason=str(error)) from error
    except TypeError as error:  # a class, or a file object of another making
        raise SourceError("source.type", found=type(source).__name__) from error
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    if not isinstance(data, bytes):
        raise SourceError("source.type", found=type(data).__name__)
    _refuse_large(len(data))
    return data


def load_bytes(source: Any) -> tuple[bytes, str]:
    """Return the bytes of a source and its name."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        _refuse_large(len(source))
        return bytes(source), "<bytes>"
    if isinstance(source, (str, os.PathLike)):
        name = os.fspath(source)
        return _named(name, lambda: _file(name)), name
    if hasattr(source, "read"):
        given = getattr(source, "name", None)
        name = given if isinstance(given, str) else "<file>"
        return _named(name, lambda: _stream(source)), name
    raise SourceError("source.type", found=type(source).__name__, path="<source>")


def _named(path: str, work: Callable[[], Any]) -> Any:
    """Do what may fail and say in the error which file it was."""
    try:
        return work()
    except SourceError as error:
        error.fields.setdefault("path", path)
        raise


def read_document(source: Source) -> SourceDocument:
    """Read a file of any known kind as one text with the places it came from.

    What kind it is is told by its content; its name only tells between kinds of text. Nothing is fetched and
    no macro is run.

    Args:
        source: a path, bytes, or a file object; a document already read is returned.

    Raises:
        SourceError: the file is missing, damaged, encrypted, too large, without text or of a kind that is not
            read; the code and the message say which.
        MissingExtraError: the kind needs a package that is not installed; the message says how to install it.

    >>> document = read_document("examples/ke-hoach-song-hau-2026.txt")
    >>> document.format, str(document.place(0)), document.text[:15]
    ('txt', 'line 1', 'ỦY BAN NHÂN DÂN')
    """
    if isinstance(source, SourceDocument):
        return source
    return document_of(*load_bytes(source))


def document_of(data: bytes, name: str) -> SourceDocument:
    """Read the bytes of a file as a document.

    Args:
        data: the whole file.
        name: its name; tells only between kinds of text.

    Raises:
        SourceError: as in `read_document`.
        MissingExtraError: as in `read_document`.

    >>> document_of("KẾ HOẠCH".encode(), "plan.txt").text
    'KẾ HOẠCH'
    """

    def read() -> SourceDocument:
        if not data.strip():
            raise SourceError("source.empty")
        document = _reader(detect(data, name))(data, name)
        if not document.text.strip():
            raise SourceError("source.empty")
        return document

    found: SourceDocument = _named(name, read)
    return found
