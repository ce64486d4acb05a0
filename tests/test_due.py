"""Deadlines of tasks, in running text and in cells."""

import builders
import pytest
from hypothesis import given

import chitieu as ct
from chitieu.reading.due import DueReader

READER = DueReader(ct.get_province("standard").assigning, 2026)


def in_text(text):
    due = READER.in_text(text.lower(), 0, len(text))
    return due and str(due)


def in_cell(text):
    due = READER.in_cell(text.lower(), 0, len(text))
    return due and str(due)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Báo cáo trước ngày 15/12/2022", "2022-12-15"),
        ("Báo cáo trước 15/12/2022", "2022-12-15"),
        ("Xong trước 30/6", "2026-06-30"),
        ("Rà soát, xong trước 01/12.", "2026-12-01"),
        ("Hoàn thành trong tháng 01/2023", "2023-01"),
        ("Hoàn thành trong quý II/2022", "2022-Q2"),
        ("Hoàn thành trong quý III", "2026-Q3"),
        ("Mở 5 lớp trong năm 2023", "2023"),
        ("Hoàn thành trong 9 tháng đầu năm 2026", "2026-9M"),
        ("Hoàn thành trong 8 tháng đầu năm 2026", "2026-8M"),
        ("Hoàn thành trong mười một tháng năm 2026", "2026-11M"),
        ("Hoàn thành trong 18 tháng năm 2026", None),
        ("Thời gian hoàn thành: Quý IV", "2026-Q4"),
        ("Xây cầu. Thời gian: từ quý I đến quý III/2026; sản phẩm: cầu", "2026-Q3"),
        ("Thời hạn: thường xuyên", "thường xuyên"),
        ("Báo cáo định kỳ hằng quý", "hằng quý"),
        ("Tổng hợp, báo cáo UBND tỉnh hằng tháng", "hằng tháng"),
        ("Gửi số liệu trước ngày 25 hàng tháng", "hằng tháng"),
        ("Chi trả trợ cấp hằng tháng cho đối tượng", None),
        ("Mở 3 phiên chợ mỗi tháng", None),
        ("Kết quả năm 2022 tốt hơn", None),
        ("Tỷ lệ 1/2 đạt trước thời hạn", None),
    ],
)
def test_in_text(text, expected):
    assert in_text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31/12/2026", "2026-12-31"), ("Quý I/2026", "2026-Q1"), ("Quý II", "2026-Q2"), ("Tháng 6", "2026-06"), ("Tháng 6/2025", "2025-06"),
        ("Trước ngày 30 tháng 9 năm 2026", "2026-09-30"), ("6 tháng đầu năm", "2026-H1"), ("Trong năm", "2026"), ("Năm 2026", "2026"),
        ("Hàng tháng", "hằng tháng"), ("Hằng quý", "hằng quý"), ("Thường xuyên", "thường xuyên"), ("Tháng 3 - tháng 5/2026", "2026-05"), ("", None), ("-", None),
    ],
)  # fmt: skip
def test_in_a_cell(text, expected):
    assert in_cell(text) == expected


def test_without_the_year_of_the_plan_nothing_is_guessed():
    assert DueReader(READER.words).in_cell("quý ii", 0, 6) is None


@pytest.mark.parametrize("often", ct.Recurrence)
def test_json_keeps_how_often(often):
    plan = ct.Plan(assignments=(ct.Assignment("A", tasks=(ct.Task("a", due=often),)),))
    assert ct.from_json(ct.to_json(plan)) == plan


@given(builders.any_texts())
def test_any_text_is_read_without_error(text):
    """Law: no text raises, and a deadline is one of the three kinds."""
    for read in (READER.in_text, READER.in_cell):
        due = read(text.lower(), 0, len(text.lower()))
        assert due is None or isinstance(due, ct.Period | ct.Recurrence) or due.year
