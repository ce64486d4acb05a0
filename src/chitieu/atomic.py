"""Writing a file whole or not at all: aside first, then in its place.

A reader of the file sees the old content or the new, never a half: the new file is written beside it under a name of
its own, forced to the disk and renamed over the old one. Whatever goes wrong before that, a full disk or Ctrl-C, takes
the new file away again and leaves the old one as it was.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Literal, overload

from chitieu.errors import WriteError

__all__ = ["atomic_write", "make_folder", "write_bytes"]

_CODES = {
    errno.ENOSPC: "write.full",
    errno.EDQUOT: "write.full",
    errno.EFBIG: "write.full",
    errno.EACCES: "write.denied",
    errno.EPERM: "write.denied",
    errno.EROFS: "write.denied",
    errno.EISDIR: "write.folder",
    errno.ENOTDIR: "write.no_folder",
    errno.ENOENT: "write.no_folder",
}
_OF_THE_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})
"""Errors that can only come from the file written, even where the caller's own code raised them."""
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends of its own


def _refused(path: str, error: OSError | ValueError) -> WriteError:
    number = error.errno if isinstance(error, OSError) else None
    reason = getattr(error, "strerror", None) or str(error)
    return WriteError(_CODES.get(number or 0, "write.failed"), path=path, reason=reason)


def _name(path: str | os.PathLike[str]) -> str:
    name: object = os.fspath(path)
    if not isinstance(name, str) or not name or "\0" in name:
        raise WriteError("write.failed", path=repr(name), reason="not the path of a file")
    return name


def _old_mode(target: Path, shown: str) -> int | None:
    """Return the permissions of the file there is, None if there is none; refuse a folder and a file not to be written."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise _refused(shown, error) from error
    if stat.S_ISDIR(status.st_mode):
        raise WriteError("write.folder", path=shown)
    if not os.access(target, os.W_OK):
        raise WriteError("write.denied", path=shown, reason=os.strerror(errno.EACCES))
    return status.st_mode


def _open_aside(target: Path, shown: str) -> tuple[int, Path]:
    """Make a new file in the folder of the target; its name is short whatever the target's is."""
    aside = target.with_name(f".chitieu-{secrets.token_hex(8)}.part")
    try:
        return os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666), aside
    except (OSError, ValueError) as error:
        raise _refused(shown, error) from error


def _opened(where: int | Path, mode: str) -> IO[Any]:
    text = mode == "w"
    return open(where, mode, encoding="utf-8" if text else None, newline="\n" if text else None)  # noqa: PTH123


@contextmanager
def _disk_errors(shown: str) -> Iterator[None]:
    """Say which file it was when the disk fails, or the text cannot be stored; the caller's other errors pass."""
    try:
        yield
    except WriteError:
        raise
    except OSError as error:
        if error.errno not in _OF_THE_DISK:
            raise
        raise _refused(shown, error) from error
    except UnicodeEncodeError as error:  # half of a pair, which no file in UTF-8 can hold
        reason = f"U+{ord(error.object[error.start]):04X} is no character"
        raise WriteError("write.failed", path=shown, reason=reason) from error


@contextmanager
def _in_place(target: Path, mode: str, shown: str) -> Iterator[IO[Any]]:
    """Write to what is no ordinary file (``/dev/stdout``, a pipe): there is nothing to keep whole."""
    try:
        stream = _opened(target, mode)
    except OSError as error:
        raise _refused(shown, error) from error
    with _disk_errors(shown), stream:
        yield stream


@contextmanager
def _beside(target: Path, mode: str, shown: str, old: int | None) -> Iterator[IO[Any]]:
    number, aside = _open_aside(target, shown)
    try:
        with _disk_errors(shown), _opened(number, mode) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _replace(aside, target, shown, old)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise
    _settle(target.parent)


def _replace(aside: Path, target: Path, shown: str, old: int | None) -> None:
    try:
        if old is not None:
            aside.chmod(stat.S_IMODE(old))
        aside.replace(target)
    except OSError as error:
        raise _refused(shown, error) from error


def _settle(folder: Path) -> None:
    """Force the new name to the disk, where the system lets a folder be opened."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


@contextmanager
def _writing(shown: str, mode: str) -> Iterator[IO[Any]]:
    target = Path(os.path.realpath(shown))  # a link stays a link: what it points to is replaced
    old = _old_mode(target, shown)
    ordinary = old is None or stat.S_ISREG(old)
    with _beside(target, mode, shown, old) if ordinary else _in_place(target, mode, shown) as stream:
        yield stream


@overload
def atomic_write(path: str | os.PathLike[str], mode: Literal["w"] = "w") -> AbstractContextManager[IO[str]]: ...
@overload
def atomic_write(path: str | os.PathLike[str], mode: Literal["wb"]) -> AbstractContextManager[IO[bytes]]: ...
def atomic_write(path: str | os.PathLike[str], mode: Literal["w", "wb"] = "w") -> AbstractContextManager[IO[Any]]:
    r"""Open a file for writing that appears whole when the block ends, or not at all.

    The content goes to a file of its own in the same folder, which is forced to the disk and then takes the place of
    the old one, with its permissions. If the block raises, or is interrupted, that file is removed and the old one is
    left as it was. What is no ordinary file (``/dev/stdout``, a pipe) is written to as it stands.

    Args:
        path: the file. A link is followed.
        mode: ``"w"`` for text (UTF-8, lines end with ``\n`` on every system), ``"wb"`` for bytes.

    Raises:
        WriteError: the path is a folder, its folder is missing or cannot be written in, the disk is full, or the text
            holds half a character (a lone surrogate); the code says which. What the block itself raises passes through.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> with atomic_write(folder / "a.txt") as file:
    ...     _ = file.write("Tỷ lệ hộ nghèo")
    >>> [path.name for path in folder.iterdir()], (folder / "a.txt").read_text(encoding="utf-8")
    (['a.txt'], 'Tỷ lệ hộ nghèo')
    """
    return _writing(_name(path), mode)


def write_bytes(path: str | os.PathLike[str] | IO[bytes], data: bytes) -> None:
    """Write bytes to a file that appears whole or not at all, or to a file object.

    Args:
        path: the file, or a binary file object.
        data: the content.

    Raises:
        WriteError: as in `atomic_write`; what a file object raises passes through.
    """
    if isinstance(path, (str, os.PathLike)):
        with atomic_write(path, "wb") as file:
            file.write(data)
    else:
        path.write(data)


def make_folder(path: str | os.PathLike[str]) -> Path:
    """Make a folder, with those above it, unless it is there; return it.

    Args:
        path: the folder.

    Raises:
        WriteError: it cannot be made, or a file has its name.

    >>> import tempfile
    >>> make_folder(Path(tempfile.mkdtemp()) / "a" / "b").is_dir()
    True
    """
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _refused(str(folder), error) from error
    return folder
