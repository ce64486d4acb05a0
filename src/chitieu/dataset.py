"""A folder of plans as a Parquet dataset: one file for each flat table, written some plans at a time.

The dataset appears whole or not at all: it is written into a folder beside and renamed.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any

from attrs import frozen

from chitieu.corpus import PlanRow
from chitieu.errors import MissingExtraError, WriteError
from chitieu.exchange.table_columns import TABLES, arrow_schema, pyarrow
from chitieu.tabular import tables

__all__ = ["DatasetSummary", "write_dataset"]

_BATCH = 100
"""Plans in a row group: large enough for Parquet, small enough that memory stays flat."""
_AT_ONCE = 10
"""Plans in hand until they are rows of tables, which take far less room."""


@frozen
class DatasetSummary:
    """What was written.

    Attributes:
        folder: the dataset.
        plans: how many plans are in it; `errors`: the files that could not be read, as rows with the error.
        rows: how many rows each table has.
    """

    folder: Path
    plans: int
    errors: tuple[PlanRow, ...]
    rows: dict[str, int]

    def __str__(self) -> str:
        return f"{self.folder}: {self.plans} plans, {len(self.errors)} files with errors"


def write_dataset(
    rows: Iterable[PlanRow], folder: str | os.PathLike[str], *, batch: int = _BATCH, overwrite: bool = False
) -> DatasetSummary:
    """Write what became of many files as a Parquet dataset: ``folder/indicators.parquet`` and so on.

    The tables are those of `chitieu.tables`; a file that could not be read is a row of the table ``plans`` with its
    error. Until the last row is written nothing stands at the folder's name.

    Args:
        rows: the rows of `read_plans`.
        folder: the folder to make.
        batch: plans whose rows are written at a time, as one row group of each table.
        overwrite: whether a dataset that is there already is replaced. A folder that holds anything else never is.

    Raises:
        WriteError: the folder is there already, or cannot be written.
        MissingExtraError: pyarrow is not installed (extra ``arrow``).

    >>> import tempfile
    >>> import chitieu as ct
    >>> with tempfile.TemporaryDirectory() as place:
    ...     summary = ct.write_dataset(ct.read_plans("examples"), f"{place}/plans")
    ...     sorted(path.name for path in summary.folder.iterdir())[:3]
    ['assignments.parquet', 'findings.parquet', 'indicators.parquet']
    """
    writer = _parquet()
    target = Path(folder)
    with _new_folder(target, overwrite=overwrite) as aside:
        errors, done, counts = [], 0, dict.fromkeys(TABLES, 0)
        with ExitStack() as stack:
            files = {
                name: stack.enter_context(writer(aside / f"{name}.parquet", arrow_schema(name))) for name in TABLES
            }
            for group in _groups(rows, batch):
                parts: dict[str, list[Any]] = {name: [] for name in TABLES}
                for some in _batches(group, _AT_ONCE):
                    errors += [row for row in some if row.plan is None]
                    for name, table in tables(some, first=done).items():
                        parts[name].append(table)
                        counts[name] += table.num_rows
                    done += len(some)
                for name, some_tables in parts.items():
                    files[name].write_table(pyarrow().concat_tables(some_tables))
    return DatasetSummary(target, done - len(errors), tuple(errors), counts)


def _parquet() -> Callable[[Path, Any], Any]:
    pyarrow()
    try:
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("extra.missing", feature="write_dataset", package="pyarrow", extra="arrow") from error
    writer: Callable[[Path, Any], Any] = parquet.ParquetWriter
    return writer


def _batches(rows: Iterable[PlanRow], size: int) -> Iterator[list[PlanRow]]:
    left = iter(rows)
    while some := list(islice(left, max(1, size))):
        yield some


def _groups(rows: Iterable[PlanRow], size: int) -> Iterator[Iterator[PlanRow]]:
    """Divide rows without holding them; each group must be used up before the next."""
    left = iter(rows)
    for first in left:
        yield chain([first], islice(left, max(1, size) - 1))


def _only_tables(folder: Path) -> None:
    """Refuse to replace a folder that holds something else than a dataset."""
    foreign = sorted(path.name for path in folder.iterdir() if path.name not in {f"{name}.parquet" for name in TABLES})
    if foreign:
        raise WriteError("write.foreign", path=str(folder), found=foreign[0])


@contextmanager
def _new_folder(target: Path, *, overwrite: bool) -> Iterator[Path]:
    """Give a folder beside the target, which takes its name when the block is done, and goes when it fails."""
    if os.path.lexists(target) and not (overwrite and target.is_dir()):  # a folder that is closed has nothing to show
        raise WriteError("write.exists", path=str(target))
    aside = target.with_name(f".chitieu-{secrets.token_hex(8)}.part")
    try:
        if target.exists():
            _only_tables(target)
        aside.mkdir()
        yield aside
        old = target.with_name(f".chitieu-{secrets.token_hex(8)}.old") if os.path.lexists(target) else None
        if old:
            target.rename(old)
        aside.rename(target)
        if old:
            shutil.rmtree(old)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        if isinstance(error, WriteError):
            raise
        reason = error.strerror or str(error)
        raise WriteError("write.failed", path=str(target), reason=reason) from error
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
