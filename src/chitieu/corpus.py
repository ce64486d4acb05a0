"""Many plans: a folder of files read one after the other, in processes side by side, or on a Dask cluster.

Every file becomes one row, in the order of the files: its plan, or the error that says why there is none. Nothing is
kept behind the row that is handed out, so memory does not grow with the number of files.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve, field, frozen

from chitieu.errors import ChitieuError, SourceError
from chitieu.exchange.fast_json import fast_json
from chitieu.exchange.json import SCHEMA, from_json
from chitieu.extras import needs
from chitieu.plan import Plan
from chitieu.provinces import ProvinceFormat
from chitieu.saving.opening import may_be_saved_plan, read_plan

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["PlanRow", "Progress", "find_plan_files", "read_plans"]

Progress: TypeAlias = Callable[[int, int | None], None]
"""Is told after each row how many are done, and how many there are; None where that is not known."""

_SUFFIXES = frozenset({".txt", ".docx", ".docm", ".html", ".htm", ".xhtml", ".pdf", ".xlsx", ".xlsm", ".json"})
"""Endings of plans; ``.md`` is not among them, for what lies in a folder under it is seldom a plan."""
_AHEAD = 4
"""Files in hand for each worker: enough that none waits, few enough that memory stays flat."""
_LONGEST_REASON = 200
"""Characters of an error nobody foresaw: it may quote a whole document."""
_TRIES = 3
"""How often a file is read again whose worker died; a file that kills its worker every time gets an error."""


@frozen
class PlanRow:
    """What became of one file.

    Attributes:
        path: the file.
        plan: its plan; None if it could not be read.
        error: why not; None if it could.

    >>> import chitieu as ct
    >>> row, = ct.read_plans(["examples/ke-hoach-song-hau-2026.txt"])
    >>> row.plan.number, row.error
    ('58/KH-UBND', None)
    """

    path: Path
    plan: Plan | None = field(default=None, repr=False)
    error: ChitieuError | None = None

    @property
    def ok(self) -> bool:
        """Whether the file was read."""
        return self.plan is not None


def find_plan_files(folder: str | os.PathLike[str]) -> Iterator[Path]:
    """Yield the files of a folder and its subfolders that may be plans, in order of their names.

    Hidden files, the lock files of office programs (``~$…``) and JSON that is no plan are passed over. A plan that lies there
    twice, as ``.docx`` and as the ``.json`` that was made of it, is two files.

    Args:
        folder: the folder.

    Raises:
        SourceError: there is no such folder.

    >>> "ke-hoach-song-hau-2026.txt" in {path.name for path in find_plan_files("examples")}
    True
    """
    root = Path(folder)
    if not root.is_dir():
        raise SourceError("source.missing", path=str(root))
    for top, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(top, name)
            suffix = path.suffix.lower()
            if (
                not name.startswith((".", "~$"))
                and suffix in _SUFFIXES
                and (suffix != ".json" or may_be_saved_plan(path))
            ):
                yield path


def _read(path: Path, province: str | ProvinceFormat | None) -> PlanRow:
    """Read one file; every error of it becomes a row."""
    try:
        return PlanRow(path, read_plan(path, province))
    except ChitieuError as error:
        return PlanRow(path, error=_portable(error))
    except Exception as error:  # noqa: BLE001  (one file must not stop a thousand others)
        return PlanRow(path, error=SourceError("source.crash", path=str(path), reason=_reason(error)))


def _portable(error: ChitieuError) -> ChitieuError:
    """Return an error without what may hold a document: its causes and its traceback."""
    error.__traceback__ = error.__cause__ = error.__context__ = None
    return error


def _reason(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:_LONGEST_REASON]


def read_plans(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    province: str | ProvinceFormat | None = None,
    workers: int = 1,
    client: Client | None = None,
    progress: bool | Progress = False,
) -> Iterator[PlanRow]:
    """Read many plans, one row for each file, in the order of the files.

    Args:
        paths: a folder, with all below it; or files, which may come from a generator.
        province: slug of the format of all of them, or the format; None finds each one's own.
        workers: processes that read side by side on this machine.
        client: a client of a Dask cluster, which then reads; the files must be where its workers see them.
        progress: True shows a bar on the terminal (extra ``cli``); a function is told how many are done.

    Returns:
        An iterator of one `PlanRow` for each file. A file that is no plan, is damaged, or ends its process gives a row with the error.

    Raises:
        ValueError: there are fewer than one worker, or workers and a client.
        SourceError: the folder is missing.
        MissingExtraError: a bar was asked for and rich is not installed.

    >>> import chitieu as ct
    >>> numbers = {row.path.name: row.plan.number for row in ct.read_plans("examples") if row.plan}
    >>> numbers["ke-hoach-song-hau-2026.txt"]
    '58/KH-UBND'
    """
    if workers < 1:
        message = f"there must be one worker or more, not {workers}"
        raise ValueError(message)
    if client is not None and workers != 1:
        message = "give workers or a client: a cluster has workers of its own"
        raise ValueError(message)
    files, total = _files(paths)
    send = partial(_read_parcel, province=province)
    if client is not None:
        rows = _on_cluster(files, send, client)
    elif workers > 1:
        rows = _side_by_side(files, send, workers)
    else:
        rows = map(partial(_read, province=province), files)
    return _watched(rows, total, _bar(total) if progress is True else nullcontext(progress or None))


def _files(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> tuple[Iterator[Path], int | None]:
    """Return the files and, where that costs no look at each, how many there are."""
    if isinstance(paths, (str, os.PathLike)):
        try:
            found = [Path(paths)] if Path(paths).is_file() else list(find_plan_files(paths))
        except OSError as error:  # a folder that may not be looked into
            raise SourceError("source.unreadable", path=str(paths), reason=error.strerror or str(error)) from error
        return iter(found), len(found)
    total = len(paths) if isinstance(paths, Sized) else None
    return map(Path, paths), total


def _watched(
    rows: Iterator[PlanRow], total: int | None, telling: AbstractContextManager[Progress | None]
) -> Iterator[PlanRow]:
    with telling as tell:
        for done, row in enumerate(rows, 1):
            if tell:
                tell(done, total)
            yield row


def _bar(total: int | None) -> AbstractContextManager[Progress]:
    with needs("cli", "rich", "progress=True"):
        from chitieu.progress_bar import progress_bar  # noqa: PLC0415  (few ask for it)
    return progress_bar(total)


# --- from process to process ------------------------------------------------------------------------------


@frozen
class _Parcel:
    """A row as another process sends it.

    To pickle the thousand small objects of a plan and to make them anew takes a sixth of the time of reading it, most of it
    in the one process that all others wait for. Where there is msgspec, the plan goes as its JSON instead, which
    leaves nothing out but the text, and costs a third of that.

    Attributes:
        row: the row; without its plan where that goes as JSON.
        json: the plan; None where it stands in the row.
        text: the text it was read from.
    """

    row: PlanRow
    json: str | None = None
    text: str = ""


def _read_parcel(path: Path, province: str | ProvinceFormat | None) -> _Parcel:
    return _pack(_read(path, province))


def _pack(row: PlanRow) -> _Parcel:
    short = fast_json(SCHEMA)
    if row.plan is None or short is None or (json := short.write(row.plan)) is None:
        return _Parcel(row)
    return _Parcel(evolve(row, plan=None), json, row.plan.text)


def _unpack(parcel: _Parcel) -> PlanRow:
    if parcel.json is None:
        return parcel.row
    short = fast_json(SCHEMA)
    plan = short.read(parcel.json) if short else None
    return evolve(parcel.row, plan=evolve(plan or from_json(parcel.json), text=parcel.text))


# --- processes of this machine --------------------------------------------------------------------------


@frozen(eq=False)
class _Job:
    """A file on its way through the pool."""

    path: Path
    result: Future[_Parcel]


def _side_by_side(files: Iterator[Path], send: Callable[[Path], _Parcel], workers: int) -> Iterator[PlanRow]:
    """Read in processes, a few files ahead, and hand the rows out in order.

    When a process dies, the pool dies with it; it is opened anew, and what was in hand is read again.
    """
    pool = ProcessPoolExecutor(workers)
    waiting: deque[_Job] = deque()
    try:
        while True:
            while len(waiting) < workers * _AHEAD and (path := next(files, None)) is not None:
                waiting.append(_Job(path, _submit(pool, send, path)))
            if not waiting:
                return
            job = waiting.popleft()
            try:
                row = _unpack(job.result.result())
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                row = _alone(job.path, send)
                pool = ProcessPoolExecutor(workers)
                waiting = deque(
                    one if _came_through(one.result) else _Job(one.path, _submit(pool, send, one.path))
                    for one in waiting
                )
            yield row
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, send: Callable[[Path], _Parcel], path: Path) -> Future[_Parcel]:
    """Hand a file to the pool; a pool that broke just now says so when the row is asked for."""
    try:
        return pool.submit(send, path)
    except BrokenProcessPool as error:
        failed: Future[_Parcel] = Future()
        failed.set_exception(error)
        return failed


def _came_through(result: Future[_Parcel]) -> bool:
    return result.done() and not result.cancelled() and result.exception() is None


def _alone(path: Path, send: Callable[[Path], _Parcel]) -> PlanRow:
    """Read a file in a process of its own: it may be the one that killed the others."""
    for _ in range(_TRIES - 1):
        with ProcessPoolExecutor(1) as pool:
            try:
                return _unpack(pool.submit(send, path).result())
            except BrokenProcessPool:
                continue
    return PlanRow(path, error=SourceError("source.killed", path=str(path), tries=_TRIES))


# --- a cluster ------------------------------------------------------------------------------------------------


def _on_cluster(files: Iterator[Path], send: Callable[[Path], _Parcel], client: Any) -> Iterator[PlanRow]:
    """Read on a Dask cluster, a few files ahead of each worker; Dask gives the work of a lost worker to another."""
    waiting: deque[tuple[Path, Any]] = deque()
    while True:
        ahead = max(1, sum(client.nthreads().values())) * _AHEAD
        while len(waiting) < ahead and (path := next(files, None)) is not None:
            waiting.append((path, client.submit(send, path, pure=False, retries=_TRIES)))
        if not waiting:
            return
        path, result = waiting.popleft()
        try:
            row = _unpack(result.result())
        except Exception as error:  # noqa: BLE001  (KilledWorker and whatever else a cluster may say of one file)
            row = PlanRow(path, error=SourceError("source.crash", path=str(path), reason=_reason(error)))
        yield row
