"""What kind of file it is: by its first bytes, and only then by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from chitieu.errors import SourceError
from chitieu.sources.limits import open_package

__all__ = ["KNOWN_SUFFIXES", "detect"]

TEXT_SUFFIXES = (".txt", ".text", ".md", "")
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
KNOWN_SUFFIXES = (".txt", ".text", ".md", ".docx", ".docm", ".html", ".htm", ".pdf", ".xlsx", ".xlsm")
_PACKED_SUFFIXES = {".docx": "docx", ".docm": "docx", ".pdf": "pdf", ".xlsx": "xlsx", ".xlsm": "xlsx"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (  # names of streams stand in the directory as UTF-16
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", ".doc"),
    ("Workbook", ".xls"),
    ("Book", ".xls"),
    ("PowerPoint Document", ".ppt"),
)
_OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
}
_SAVE_AS = {".doc": ".docx", ".rtf": ".docx", ".odt": ".docx", ".xls": ".xlsx", ".ods": ".xlsx"}
_HTML = re.compile(
    rb"^[\s\0\xef\xbb\xbf\xff\xfe]*(?:<!--.{0,2000}?-->\s*)?<\0?(?:!\0?d\0?o\0?c\0?t\0?y\0?p\0?e\0? ?\0?h\0?t\0?m\0?l|h\0?t\0?m\0?l[\s>\0]|h\0?e\0?a\0?d[\s>\0]|b\0?o\0?d\0?y[\s>\0])",
    re.IGNORECASE | re.DOTALL,
)
_XML_HTML = re.compile(rb"^[\s\xef\xbb\xbf]*<\?xml[^>]{0,200}>\s*(?:<!DOCTYPE html|<html)", re.IGNORECASE)


def _refuse(kind: str) -> SourceError:
    return SourceError("source.old_kind", kind=kind, save_as=_SAVE_AS.get(kind, ".docx"))


def _ole(data: bytes) -> str:
    """Name what an OLE file holds: password-protected Office files and those of before 2007 are such files."""
    found = next((kind for name, kind in _OLE_STREAMS if name.encode("utf-16-le") in data), ".doc")
    if found == "encrypted":
        raise SourceError("source.encrypted")
    raise _refuse(found)


def _package(data: bytes) -> str:
    with open_package(data) as package:
        names = set(package.namelist())
        if "mimetype" in names:
            kind = package.read("mimetype")[:100].decode("ascii", "replace").strip()
            raise _refuse(_OPEN_DOCUMENT.get(kind, ".odt"))
    for folder, kind in (("word/", "docx"), ("xl/", "xlsx")):
        if any(name.lower().startswith(folder) for name in names):
            return kind
    raise SourceError("source.archive")


def _rtf(_data: bytes) -> str:
    raise _refuse(".rtf")


def _page(_data: bytes) -> str:
    return "pdf"


_SIGNATURES: tuple[tuple[bytes, Callable[[bytes], str]], ...] = (
    (_OLE, _ole),
    (b"PK\x03\x04", _package),
    (b"PK\x05\x06", _package),
    (b"{\\rtf", _rtf),
    (b"%PDF-", _page),
)


def detect(data: bytes, path: str) -> str:
    """Say what kind of file some bytes are: ``txt``, ``docx``, ``html``, ``pdf`` or ``xlsx``.

    Args:
        data: the whole file.
        path: its name; tells only between kinds of text.

    Raises:
        SourceError: the kind is known and not read (.doc, .rtf, .odt …; the message says what to do), or the
            file is not what its name says.
    """
    known = next((tell for mark, tell in _SIGNATURES if data.startswith(mark)), None)
    if known is not None:
        return known(data)
    if b"%PDF-" in data[:1024]:  # some servers put a line before it
        return "pdf"
    if _HTML.match(data[:4096]) or _XML_HTML.match(data[:4096]):
        return "html"
    suffix = PurePath(path).suffix.lower() if "<" not in path else ""
    if suffix in _PACKED_SUFFIXES:
        raise SourceError("source.not_that_kind", suffix=suffix)
    if suffix in HTML_SUFFIXES:
        return "html"
    if suffix in TEXT_SUFFIXES or suffix in _SAVE_AS:  # a .doc that is plain text
        return "txt"
    if suffix == ".json":
        raise SourceError("source.json", suffix=suffix)
    raise SourceError("source.kind", suffix=suffix, known=", ".join(KNOWN_SUFFIXES))
