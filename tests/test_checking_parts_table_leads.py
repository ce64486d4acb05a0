"""Sentences that say what the table below them comes to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

ROWS = ("Tập huấn | 450", "Mua sắm | 600", "Kiểm tra | 200")


def faults(lead, *rows, head="Nội dung | Kinh phí (triệu đồng)"):
    table = "\n".join(f"| {row} |" for row in (head, *rows))
    found = ct.check(ct.Plan(text=f"I. KINH PHÍ\n{lead}\n{table}\n"), rules=["parts-sum"])
    return [(finding.about, str(finding.fields["expected"])) for finding in found]


@pytest.mark.parametrize(
    ("amount", "made"),
    [
        ("1.250 triệu đồng", None),
        ("1,25 tỷ đồng", None),
        ("1.520 triệu đồng", "1.250 triệu đồng"),
        ("1,35 tỷ đồng", "1,25 tỷ đồng"),
        ("khoảng 1.300 triệu đồng", None),
        ("9.000 triệu đồng", None),  # of something larger
        ("1.300 ha", None),
    ],
)
@pytest.mark.parametrize("total", [(), ("Cộng | 1.250",)])
def test_an_amount_ahead_of_a_table_is_what_it_comes_to(amount, made, total):
    found = faults(f"Kinh phí thực hiện là {amount}, chi tiết như sau:", *ROWS, *total)
    assert found == ([] if made is None else [("Kinh phí thực hiện", made)])


@pytest.mark.parametrize(
    "lead",
    [
        "Kinh phí thực hiện là 1.300 triệu đồng.",  # does not lead to the table
        "Kinh phí là 1.300 triệu đồng, trong đó cụ thể như sau:",
        "Kinh phí 1.300 triệu đồng, đối ứng 50 triệu đồng, cụ thể như sau:",
        "Có 4 nội dung, cụ thể như sau:",
    ],
)
def test_other_sentences_ahead_of_a_table(lead):
    assert faults(lead, *ROWS) == []


def test_columns_that_do_not_hold_the_amount():
    lead = "Kinh phí thực hiện là 1.300 triệu đồng, cụ thể như sau:"
    assert faults(lead, *ROWS, head="Nội dung | Số đợt") == []
    assert faults(lead, *ROWS, head="Nội dung | Diện tích (ha)") == []
    two = [f"{row} | 10" for row in ROWS]
    assert faults(lead, *two, head="Nội dung | Ngân sách (triệu đồng) | Khác (triệu đồng)") == []
    assert faults("Có 12 xã đăng ký, cụ thể như sau:", "An Bình | 6", "Tân Phú | 7", head="Cụm | Số hộ") == []
    assert faults("Có 12 xã đăng ký, cụ thể như sau:", "An Bình | 6", "Tân Phú | 7", head="Cụm | Số xã") != []


@given(st.lists(st.integers(1, 900), min_size=2, max_size=6))
def test_the_sum_of_the_rows_is_right(values):
    """Law: what the rows come to, said ahead of them, is never wrong."""
    rows = [f"Nội dung thứ {at} | {value}" for at, value in enumerate(values)]
    assert faults(f"Kinh phí là {sum(values)} triệu đồng, phân bổ như sau:", *rows) == []


@pytest.mark.parametrize(
    ("amount", "total", "found"),
    [
        # with a row for all the rows, or without: how far off the amount may be and still be meant
        ("1.666 triệu đồng", ("Cộng | 1.250",), 1),
        ("1.667 triệu đồng", ("Cộng | 1.250",), 0),
        ("1.428 triệu đồng", (), 1),
        ("1.429 triệu đồng", (), 0),
        ("1.000 triệu đồng", ("Cộng | 1.250",), 1),
        ("999 triệu đồng", ("Cộng | 1.250",), 0),
        # two digits that changed places
        ("2.150 triệu đồng", ("Cộng | 1.250",), 1),
        ("2.150 triệu đồng", (), 1),
        ("2.250 triệu đồng", (), 0),
        # rounded after its last digit
        ("1,3 tỷ đồng", (), 0),
        ("1,2 tỷ đồng", (), 0),
        ("1,4 tỷ đồng", (), 1),
        ("1,1 tỷ đồng", (), 0),
        # two rows for all, rows below others, a cell without a number
        ("1.300 triệu đồng", ("Cộng | 1.250", "Tổng số | 1.250"), 0),
        ("1.300 triệu đồng", ("Trong đó vốn xã | 50",), 0),
        ("1.200 triệu đồng", ("- Vốn xã | 0",), 0),
        ("1.300 triệu đồng", ("In ấn | chưa có",), 0),
        # for each of something, more than so much
        ("1.300 triệu đồng/xã", (), 0),
        ("trên 1.300 triệu đồng", (), 0),
    ],
)
def test_how_far_an_amount_may_be_from_its_table(amount, total, found):
    assert len(faults(f"Kinh phí thực hiện là {amount}, chi tiết như sau:", *ROWS, *total)) == found


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Nội dung | Kinh phí", 1),
        ("Nội dung | Số tiền", 1),
        ("Nội dung | Số người", 0),
        ("Nội dung | Tỷ lệ", 0),
        ("Nội dung | Ghi chú", 0),
        ("Đơn vị | Kinh phí", 0),  # each row in a unit of its own
        ("Nội dung | Kinh phí (tỷ đồng)", 0),
    ],
)
def test_the_column_that_may_hold_the_amount(head, found):
    assert len(faults("Kinh phí thực hiện là 1.300 triệu đồng, chi tiết như sau:", *ROWS, head=head)) == found


def test_a_column_holds_two_numbers_at_least():
    lead = "Kinh phí thực hiện là 1.300 triệu đồng, chi tiết như sau:"
    assert faults(lead, "Tập huấn | 1.250", "Mua sắm | ") == []
    assert len(faults(lead, "Tập huấn | 450", "Mua sắm | 800")) == 1
    assert len(faults(lead, *(f"{row} | x" for row in ROWS), head="Nội dung | Kinh phí | Nguồn")) == 1
    assert len(faults(lead, *ROWS, "Dòng dài | 9 | 9")) == 1  # a row that is none of the table's
    assert len(faults(f"Có 3 việc.\n{lead}", *ROWS)) == 1  # the line above the last says nothing of the table
