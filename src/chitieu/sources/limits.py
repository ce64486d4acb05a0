"""What is too much: sizes above which a file is refused before it is unpacked, and XML that is refused at all.

A plan with all its tables is a few megabytes and a few hundred pages. The limits stand far above that and low
enough that a hostile file costs seconds and some hundred megabytes at the worst.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from chitieu.errors import SourceError

__all__ = [
    "MAX_BYTES",
    "MAX_CELLS",
    "MAX_CHARACTERS",
    "MAX_ELEMENTS",
    "MAX_PAGES",
    "MAX_PARTS",
    "MAX_RATIO",
    "MAX_UNPACKED",
    "check_xml",
    "open_package",
    "read_part",
    "refuse_above",
]

MAX_BYTES = 20 * 1024 * 1024
"""Largest file read. The longest real plans with their tables stay under 5 MB."""
MAX_UNPACKED = 100 * 1024 * 1024
"""Most bytes of text that a .docx or .xlsx may unpack to (its pictures are never unpacked)."""
MAX_RATIO = 400
"""How many times larger than packed its text may be, once it is over 10 MB; uniform tables reach 150."""
MAX_PARTS = 5_000
"""Most parts a .docx or .xlsx may hold."""
MAX_CELLS = 1_000_000
"""Most cells in one table; merged cells count for every field they cover."""
MAX_CHARACTERS = 5_000_000
"""Most characters of a PDF."""
MAX_ELEMENTS = 1_000_000
"""Most tags of a web page."""
MAX_PAGES = 1_000
"""Most pages of a PDF."""

_SMALL = 10 * 1024 * 1024
_TEXT_PARTS = (".xml", ".rels", ".vml")
_DOCTYPE = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")
_DECLARED = re.compile(rb"^[^<]{0,8}<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_ENCODINGS = {b"utf-8", b"utf-16", b"us-ascii", b"iso-8859-1", b"windows-1252", b"ascii"}


def refuse_above(what: str, found: int, limit: int) -> None:
    """Refuse a file that holds more of something than is read.

    Raises:
        SourceError: with the code ``source.<what>``.
    """
    if found > limit:
        code = f"source.{what}"
        raise SourceError(code, found=found, limit=limit)


def open_package(data: bytes) -> zipfile.ZipFile:
    """Open a .docx or .xlsx after a look at what it says of itself.

    Raises:
        SourceError: it is damaged, encrypted, or would unpack to more than a plan can be.
    """
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise SourceError("source.corrupt", reason=str(error)) from error
    parts = package.infolist()
    refuse_above("parts", len(parts), MAX_PARTS)
    if any(part.flag_bits & 1 for part in parts):
        raise SourceError("source.encrypted")
    texts = [part for part in parts if part.filename.lower().endswith(_TEXT_PARTS)]
    unpacked, packed = sum(part.file_size for part in texts), sum(part.compress_size for part in texts)
    refuse_above("unpacked", unpacked, MAX_UNPACKED)
    if unpacked > _SMALL:
        refuse_above("ratio", unpacked // max(packed, 1), MAX_RATIO)
    return package


def read_part(package: zipfile.ZipFile, name: str) -> bytes | None:
    """Unpack one part of XML, or return None if the package has none of this name.

    Raises:
        SourceError: the part is damaged or carries a document type.
    """
    try:
        with package.open(name) as stream:
            data = stream.read(MAX_UNPACKED + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise SourceError("source.corrupt", reason=f"{name}: {error}") from error
    refuse_above("unpacked", len(data), MAX_UNPACKED)
    check_xml(data, name)
    return data


def check_xml(data: bytes, name: str) -> None:
    """Refuse XML with a document type: office programs write none, and entities come from nowhere else.

    Parsers are told to expand nothing as well; this keeps it from depending on their version.

    Raises:
        SourceError: there is a document type, or an encoding in which one could hide.
    """
    if _DOCTYPE.search(data):
        raise SourceError("source.doctype", part=name)
    declared = _DECLARED.match(data)
    if declared and declared[1].lower() not in _ENCODINGS:
        raise SourceError("source.corrupt", reason=f"{name}: encoding {declared[1].decode()}")
    if not data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith((b"<", b"\0<")):
        raise SourceError("source.corrupt", reason=f"{name}: not XML")
