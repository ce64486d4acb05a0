"""Plans opened from files of any kind: documents are read, plans that were written as JSON are taken as they are.

A document becomes a text and then, by rules, a plan; JSON holds the plan itself. Neither way knows the other: here they
are told apart.
"""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath

from chitieu.errors import DocumentError
from chitieu.exchange.json import SCHEMA, from_json
from chitieu.plan import Plan
from chitieu.provinces import ProvinceFormat
from chitieu.reading import parse_plan
from chitieu.sources import Source, SourceDocument
from chitieu.sources.opening import document_of, load_bytes
from chitieu.sources.plain import decode

__all__ = ["may_be_saved_plan", "read_plan", "saved_plan"]

_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_MARK = re.compile(
    rb'"schema"\s*:\s*"%s/' % SCHEMA.rpartition("/")[0].encode()
)  # of any version: another is refused as such
_END = 1024  # bytes at either end of a document: its schema is the first of two keys, or the last


def read_plan(source: Source, province: str | ProvinceFormat | None = None) -> Plan:
    """Read a plan from a file: plain text, .docx, .html, .pdf with a text layer, .xlsx, or JSON that `to_json` wrote.

    JSON is told by its ending ``.json`` or, in other names and bytes, by the name of its schema. It gives the plan that
    was written, but for `Plan.text`, which JSON does not hold.

    Args:
        source: a path, bytes, a file object, or a document that `read_document` returned; its `text` is what
            the spans of the plan are offsets in, and its `place` says where in the file they stand.
        province: as in `parse_plan`; a plan from JSON keeps the one it was read with.

    Raises:
        SourceError: the file cannot be read; the message says why and where.
        MissingExtraError: its kind needs a package that is not installed.
        NotAPlanError: the file holds no plan.
        DocumentError: it is JSON and no plan of a known schema; ``file`` and ``path`` say where.
        UnknownProvinceError: no format has this slug.

    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> plan.number
    '58/KH-UBND'
    >>> ct.read_plan(ct.to_json(plan).encode()) == plan
    True
    """
    if isinstance(source, SourceDocument):
        return parse_plan(source.text, province)
    data, name = load_bytes(source)
    return saved_plan(data, name) or parse_plan(document_of(data, name).text, province)


def saved_plan(data: bytes, name: str) -> Plan | None:
    """Return the plan that JSON holds; None for data that is a document.

    Args:
        data: the whole file.
        name: its name.

    Raises:
        SourceError: it is JSON by its name and no text.
        DocumentError: it is JSON and no plan of a known schema.

    >>> saved_plan("KẾ HOẠCH".encode(), "plan.txt") is None
    True
    """
    by_name = PurePath(name).suffix.lower() == ".json"
    if not by_name and not (_OBJECT.match(data) and _MARK.search(data)):
        return None
    try:
        return from_json(decode(data, name))
    except DocumentError as error:
        error.fields["file"] = name
        raise


def may_be_saved_plan(path: Path) -> bool:
    """Whether a file of JSON says that it is a plan, or cannot be opened; other JSON lies in many folders.

    Args:
        path: the file.

    >>> may_be_saved_plan(Path("examples/ket-qua-song-hau-2026.csv"))
    False
    """
    try:
        with path.open("rb") as file:
            ends = file.read(_END)
            file.seek(-min(_END, os.fstat(file.fileno()).st_size), os.SEEK_END)
            ends += file.read(_END)
    except OSError:
        return True  # whoever reads it says why it cannot be
    return _MARK.search(ends.replace(b"\0", b"")) is not None  # in UTF-16 every other byte is 0
