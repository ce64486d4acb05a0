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
