"""Tables of work with its first and last days."""

import pytest
from small_plans import plan

from chitieu.checking.days.day_columns import backward_rows
from chitieu.checking.subject import Subject


def rows(*lines):
    """Return what the cells of a table say that end before they begin."""
    subject = Subject(plan(reports="1. Các sở thực hiện.\n\n" + "\n".join(lines)))
    return [(first, last) for piece in subject.pieces for _, _, first, last in backward_rows(piece)]


@pytest.mark.parametrize(
    ("begin", "end", "found"),
    [
        ("01/4/2026", "30/9/2026", []),
        ("01/4/2026", "30/3/2026", [("01/4/2026", "30/3/2026")]),
        ("tháng 4/2026", "tháng 4/2026", []),
        ("Quý III/2026", "Quý II/2026", [("Quý III/2026", "Quý II/2026")]),
        ("Quý III", "tháng 5", [("Quý III", "tháng 5")]),
        ("01/4/2026", "30/3", []),
        ("Sau khi có vốn", "30/3/2026", []),
    ],
)
@pytest.mark.parametrize(
    "titles", [("Bắt đầu", "Kết thúc"), ("Khởi công", "Hoàn thành (dự kiến)"), ("Ngày chốt số liệu", "Hạn gửi")]
)
def test_rows(begin, end, found, titles):
    assert (
        rows(f"| TT | Việc | {titles[0]} | {titles[1]} |", "|---|---|---|---|", f"| 1 | Sửa kè | {begin} | {end} |")
        == found
    )


def test_tables_without_both_columns_are_left_alone():
    assert not rows("| Việc | Bắt đầu | Số hộ |", "| Sửa kè | 01/4/2026 | 30/3/2026 |")


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("| Kết thúc | Bắt đầu |", "| 30/3/2026 | 01/4/2026 |"),  # the end first: what it means is not sure
        ("| Bắt đầu | Bắt đầu | Kết thúc |", "| 01/4/2026 | 01/5/2026 | 30/3/2026 |"),
        ("| Việc | Kết thúc |", "| 01/4/2026 | 30/3/2026 |"),
        ("| Bắt đầu | Việc |", "| 01/4/2026 | 30/3/2026 |"),
        ("| Bắt đầu | Kết thúc | Hoàn thành |", "| 01/4/2026 | 30/3/2026 | 30/6/2026 |"),
        ("| Bắt đầu | Việc | Kết thúc |", "| 01/4/2026 | Sửa kè |"),
        ("| Bắt đầu | Kết thúc |", "| 01/4/2026 | 30/3/2026 nếu đủ vốn |"),
        ("| Bắt đầu | Kết thúc |", "| 01/4/2025 | 30/3/2026 |"),
    ],
)
def test_heads_and_rows_that_say_nothing(head, row):
    assert not rows(head, row)


def test_each_row_below_a_head_is_looked_at():
    found = rows(
        "| Bắt đầu | Kết thúc |", "| khi có vốn | 30/3/2026 |", "| 01/4/2026 | 30/3/2026 |", "| 02/4/2026 | 30/3/2026 |"
    )
    assert found == [("01/4/2026", "30/3/2026"), ("02/4/2026", "30/3/2026")]
