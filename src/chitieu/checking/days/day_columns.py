"""Tables with a column for the day work begins and one for the day it ends, or for the days report data and reports are due."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.checking.days.day_ranges import End, read_end
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell, cells_of_rows

__all__ = ["backward_rows"]

_BEGIN = re.compile(
    r"(?:(?:ngày|thời gian|thời điểm|tháng|mốc)\s)?(?:bắt đầu|khởi công|khởi động|triển khai từ|từ ngày|từ|mở thầu|nhận hồ sơ|(?:chốt|khóa)(?: sổ)?(?: số liệu)?)"
    r"(?:\s(?:thực hiện|triển khai|thi công|dự kiến|ngày))?"
)
_FINISH = re.compile(
    r"(?:(?:ngày|thời gian|thời điểm|thời hạn|tháng|mốc|hạn)\s)?(?:kết thúc|hoàn thành|xong|bàn giao|khánh thành|nghiệm thu|đến ngày|đến|hạn cuối|đóng thầu"
    r"|(?:hạn\s)?(?:gửi|nộp)(?: báo cáo)?)(?:\s(?:thực hiện|thi công|dự kiến|ngày))?"
)
_NOTE = re.compile(r"\s*\([^)]*\)")


def backward_rows(piece: Piece) -> Iterator[tuple[int, int, str, str]]:
    """Yield the cells with the day by which something ends that lies before the day it begins.

    Args:
        piece: a text with its tables.

    Yields:
        The range of the cell, the day of the begin and that of the end as written.
    """
    columns: tuple[int, int] | None = None
    for cells in cells_of_rows(piece):
        head = _columns(cells)
        if head is not None:
            columns = head
        elif columns is not None and max(columns) < len(cells):
            begin, end = (cells[column] for column in columns)
            first, last = _whole(begin), _whole(end)
            if first is not None and last is not None and _is_before(last, first):
                yield end.start, end.end, begin.text, end.text


def _columns(cells: Sequence[Cell]) -> tuple[int, int] | None:
    """Return the columns of begin and end of a head that has one of each, the begin first."""
    titles = [" ".join(_NOTE.sub("", cell.text).lower().split()) for cell in cells]
    begins, ends = (
        [at for at, title in enumerate(titles) if pattern.fullmatch(title)] for pattern in (_BEGIN, _FINISH)
    )
    if len(begins) != 1 or len(ends) != 1 or begins > ends:
        return None
    return begins[0], ends[0]


def _whole(cell: Cell) -> End | None:
    """Return the day, month or quarter a cell holds and nothing else."""
    lower = cell.text.lower()
    end = read_end(lower, 0)
    return end if end is not None and end.stop == len(lower) else None


def _is_before(last: End, first: End) -> bool:
    """Whether an end is before a begin; years are given for both or for none."""
    if (last.year is None) != (first.year is None):
        return False
    return (last.year or 0, last.last) < (first.year or 0, first.first)
