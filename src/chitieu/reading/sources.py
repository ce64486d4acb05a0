"""Files as text: encodings told apart, what is not text refused with its reason."""

from __future__ import annotations

import codecs
import os
import re
from pathlib import Path

from chitieu.errors import SourceError, excerpt

__all__ = ["MAX_BYTES", "decode", "read_text"]

MAX_BYTES = 20 * 1024 * 1024
"""Largest file read. The longest real plans with their tables stay under 5 MB."""

_SUFFIXES = (".txt", ".text", ".md", "")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MAX_CONTROL_SHARE = 0.02  # a few stray control characters are noise; more is not text


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


def decode(data: bytes, path: str = "<bytes>") -> str:
    """Decode a text file in UTF-8 or UTF-16, with or without byte order mark.

    Raises:
        SourceError: the bytes are empty, binary, or text in another encoding; the message says where.

    >>> decode("Kế hoạch".encode("utf-16"))
    'Kế hoạch'
    """
    if not data.strip():
        raise SourceError("source.empty", path=path)
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), None) or _utf16_without_mark(data)
    if encoding is None or encoding == "utf-8-sig":
        controls = _BINARY.findall(data[:65536])
        if b"\x00" in controls or len(controls) > _MAX_CONTROL_SHARE * min(len(data), 65536):
            first = _BINARY.search(data)
            at = first.start() if first else 0
            raise SourceError("source.binary", path=path, byte=f"0x{data[at]:02x}", offset=at)
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        raise _encoding_error(data, error, path) from error
    if not text.strip("\ufeff \t\r\n"):
        raise SourceError("source.empty", path=path)
    return text


def _encoding_error(data: bytes, error: UnicodeDecodeError, path: str) -> SourceError:
    """Say which byte of which line is not UTF-8, with the line as far as it can be read."""
    begin = data.rfind(b"\n", 0, error.start) + 1
    end = data.find(b"\n", error.start)
    before = data[begin : error.start].decode("utf-8", errors="replace")
    after = data[error.start : len(data) if end < 0 else end].decode("utf-8", errors="replace")
    return SourceError(
        "source.encoding",
        path=path,
        byte=f"0x{data[error.start]:02x}",
        offset=error.start,
        line=data.count(b"\n", 0, error.start) + 1,
        excerpt=excerpt(before + after, len(before), len(before) + 1),
    )


def read_text(path: str | os.PathLike[str]) -> str:
    """Read a text file.

    Raises:
        SourceError: the file is missing, unreadable, too large, of another kind, or not text.
    """
    file = Path(path)
    if file.suffix.lower() not in _SUFFIXES:
        known = ", ".join(suffix for suffix in _SUFFIXES if suffix)
        raise SourceError("source.kind", path=str(path), suffix=file.suffix, known=known)
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= MAX_BYTES else b""
    except FileNotFoundError as error:
        raise SourceError("source.missing", path=str(path)) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError("source.unreadable", path=str(path), reason=reason) from error
    if size > MAX_BYTES:
        raise SourceError("source.large", path=str(path), size=size, limit=MAX_BYTES)
    return decode(data, str(path))
