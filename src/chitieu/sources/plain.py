"""Files of plain text: encodings told apart, what is not text refused with its reason."""

from __future__ import annotations

import codecs
import re

from chitieu.errors import SourceError, excerpt
from chitieu.sources.document import SourceDocument, SourceNote
from chitieu.sources.legacy import convert, recognise, recover

__all__ = ["decode", "decode_named", "read_plain"]

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1b"})
_BINARY = re.compile(b"[" + re.escape(_CONTROLS) + b"]")
_MAX_CONTROL_SHARE = 0.02  # a few stray control characters are noise; more is not text
_SAMPLE = 65536


def _utf16_without_mark(data: bytes) -> str | None:
    """Name the UTF-16 a file without byte order mark is in, by where its zero bytes stand."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.3 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.3 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\x00" in sample or controls > _MAX_CONTROL_SHARE * len(sample):
        first = _BINARY.search(data)
        at = first.start() if first else 0
        raise SourceError("source.binary", byte=f"0x{data[at]:02x}", offset=at)


def decode_named(data: bytes) -> tuple[str, str]:
    """Decode text in UTF-8, UTF-16 or an old Vietnamese encoding; return it with the name of the encoding.

    Raises:
        SourceError: the bytes are empty, binary, or text in another encoding; the message says where.
    """
    if not data.strip():
        raise SourceError("source.empty")
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), None) or _utf16_without_mark(data)
    if encoding is None or encoding == "utf-8-sig":
        _refuse_binary(data)
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        recovered = recover(data) if encoding is None else None
        if recovered is None:
            raise _encoding_error(data, error) from error
        text, encoding = recovered
    if not text.strip("\ufeff \t\r\n"):
        raise SourceError("source.empty")
    return text, encoding or "utf-8"


def decode(data: bytes, path: str = "<bytes>") -> str:
    """Decode a text file in UTF-8 or UTF-16, with or without byte order mark, or in an old Vietnamese encoding.

    Raises:
        SourceError: the bytes are empty, binary, or text in another encoding; the message says where.

    >>> decode("Kế hoạch".encode("utf-16"))
    'Kế hoạch'
    """
    try:
        return decode_named(data)[0]
    except SourceError as error:
        error.fields.setdefault("path", path)
        raise


def _encoding_error(data: bytes, error: UnicodeDecodeError) -> SourceError:
    """Say which byte of which line is not UTF-8, with the line as far as it can be read."""
    begin = data.rfind(b"\n", 0, error.start) + 1
    end = data.find(b"\n", error.start)
    before = data[begin : error.start].decode("utf-8", errors="replace")
    after = data[error.start : len(data) if end < 0 else end].decode("utf-8", errors="replace")
    return SourceError(
        "source.encoding",
        byte=f"0x{data[error.start]:02x}",
        offset=error.start,
        line=data.count(b"\n", 0, error.start) + 1,
        excerpt=excerpt(before + after, len(before), len(before) + 1),
    )


def read_plain(data: bytes, path: str) -> SourceDocument:
    """Read a text file; its text is kept as it is, so that spans are offsets in the file.

    Raises:
        SourceError: as `decode_named`.
    """
    text, encoding = decode_named(data)
    notes: tuple[SourceNote, ...] = ()
    old = encoding if encoding in ("TCVN3", "VNI", "windows-1258") else None
    seen = recognise(text) if old is None else None
    if seen is not None:  # pasted from a document in an old font and saved as Unicode
        text, old = convert(text, seen), seen
    if old is not None:
        notes = (SourceNote("source.note.legacy", {"encoding": old}),)
    return SourceDocument(text, path=path, format="txt", encoding=encoding, notes=notes)
