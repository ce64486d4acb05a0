"""A folder of plans as a Parquet dataset: one file for each flat table, written some plans at a time.

The dataset appears whole or not at all: it is written into a folder beside and renamed.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeVar

from attrs import define, field, frozen

from chitieu.corpus import PlanRow
from chitieu.errors import WriteError
from chitieu.exchange.arrow import PlanSource
from chitieu.exchange.table_columns import TABLES, arrow_schema, pyarrow
from chitieu.plan import Plan
from chitieu.tabular import Plans, listed, tables

__all__ = ["DatasetSummary", "write_dataset"]

T = TypeVar("T")

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
        return f"{self.folder}: plans {self.plans}, files with errors {len(self.errors)}"


def write_dataset(
    rows: Plans, folder: str | os.PathLike[str], *, batch: int = _BATCH, overwrite: bool = False
) -> DatasetSummary:
    """Write what became of many files as a Parquet dataset: ``folder/indicators.parquet`` and so on.

    The tables are those of `chitieu.tables`; a file that could not be read is a row of the table ``plans`` with its
    error. Until the last row is written nothing stands at the folder's name.

    Args:
        rows: the rows of `read_plans`, or plans.
        folder: the folder to make.
        batch: plans whose rows are written at a time, as one row group of each table.
        overwrite: whether a dataset that is there already is replaced. A folder that holds anything else never is.

    Raises:
        WriteError: the folder is there already, or cannot be written.
        NumberTypeError: the name of a file or folder was given for the rows: read them first.
        MissingExtraError: pyarrow is not installed (extra ``arrow``).

    >>> import tempfile
    >>> import chitieu as ct
    >>> with tempfile.TemporaryDirectory() as place:
    ...     summary = ct.write_dataset(ct.read_plans("examples"), f"{place}/plans")
    ...     sorted(path.name for path in summary.folder.iterdir())[:3]
    ['assignments.parquet', 'findings.parquet', 'indicators.parquet']
    """
    writer: Callable[[Path, Any], Any] = pyarrow(".parquet").ParquetWriter
    target = Path(folder)
    with _new_folder(target, overwrite=overwrite) as aside, ExitStack() as stack:
        files = {name: stack.enter_context(writer(aside / f"{name}.parquet", arrow_schema(name))) for name in TABLES}
        written = _Written(files)
        for group in _groups(listed(rows), batch):
            written.add(group)
    return DatasetSummary(target, written.seen - len(written.errors), tuple(written.errors), written.counts)


@define
class _Written:
    """What has been written so far.

    Attributes:
        files: the writer of each table; `counts`: how many rows it has got.
        seen: how many plans and files with errors there were; `errors`: the latter.
    """

    files: Mapping[str, Any]
    counts: dict[str, int] = field(factory=lambda: dict.fromkeys(TABLES, 0))
    seen: int = 0
    errors: list[PlanRow] = field(factory=list)

    def add(self, group: Iterable[Plan | PlanSource]) -> None:
        """Write a group of plans as one row group of each table."""
        parts: dict[str, list[Any]] = {name: [] for name in self.files}
        for some in _batches(group, _AT_ONCE):
            self.errors += [row for row in some if isinstance(row, PlanRow) and row.plan is None]
            for name, table in tables(some, first=self.seen).items():
                parts[name].append(table)
                self.counts[name] += table.num_rows
            self.seen += len(some)
        for name, tables_of_name in parts.items():
            self.files[name].write_table(pyarrow().concat_tables(tables_of_name))


def _batches(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(rows)
    while some := list(islice(left, max(1, size))):
        yield some


def _groups(rows: Iterable[T], size: int) -> Iterator[Iterator[T]]:
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
        _take_place(aside, target)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        if isinstance(error, WriteError):
            raise
        reason = error.strerror or str(error)
        raise WriteError("write.failed", path=str(target), reason=reason) from error
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise


def _take_place(aside: Path, target: Path) -> None:
    """Give a folder the name of another, which goes; if that fails, the other has its name again."""
    if not os.path.lexists(target):
        aside.rename(target)
        return
    old = target.with_name(f".chitieu-{secrets.token_hex(8)}.old")
    target.rename(old)
    try:
        aside.rename(target)
    except BaseException:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)  # the new one stands
