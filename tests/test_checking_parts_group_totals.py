"""Totals of groups in a table, and of all groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def found(text):
    return [str(one.fields["expected"]) for one in ct.check(ct.Plan(text=text), rules=["parts-sum"])]


HEAD = "Bảng 1. Kinh phí (tỷ đồng)\nTT | Nội dung | Tổng | Tỉnh | Xã\n"
TABLE = (
    "1 | Kè sông | 18 | 11 | 7\n2 | Hồ chứa | 24 | 15 | 9\n | Cộng thủy lợi | 42 | 26 | 16\n"
    "3 | Chợ đầu mối | 13 | 8 | 5\n4 | Kho lạnh | 22 | 12 | 10\n | Cộng thương mại | 35 | 20 | 15\n | Tổng cộng | 77 | 46 | 31\n"
)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("thủy lợi | 42", "thủy lợi | 47", ["42"]),
        ("thương mại | 35 | 20", "thương mại | 35 | 23", ["20"]),
        ("Tổng cộng | 77 | 46 | 31", "Tổng cộng | 77 | 46 | 36", ["31"]),
    ],
)
def test_a_total_that_its_group_does_not_come_to(right, wrong, expected):
    assert found(HEAD + TABLE.replace(right, wrong)) == expected


@pytest.mark.parametrize(
    "table",
    [
        TABLE,
        # a group of one, rates, rows below others
        "1 | Kè sông | 18 | 11 | 7\n | Cộng thủy lợi | 18 | 11 | 7\n2 | Chợ | 13 | 8 | 5\n | Tổng cộng | 40 | 24 | 16\n",
        "1 | Kè sông | 18 | 11 | 7\n | - Trong đó: xây | 5 | 3 | 2\n2 | Hồ chứa | 24 | 15 | 9\n | Cộng thủy lợi | 42 | 26 | 16\n | Tổng cộng | 42 | 26 | 16\n",
    ],
)
def test_totals_that_are_right_or_of_something_else(table):
    assert found(HEAD + table) == []


@given(st.lists(st.integers(10, 90), min_size=4, max_size=4), st.sampled_from([0, 4]))
def test_law_a_group_comes_to_its_total(numbers, slip):
    """Each group makes up its own total and these that of the table; one total that is four more is found."""
    first, second, third, fourth = numbers
    rows = [
        f"1 | Kè | {first} | {first + 1}",
        f"2 | Hồ | {second} | {second + 1}",
        f" | Cộng thủy lợi | {first + second + slip} | {first + second + 2}",
        f"3 | Chợ | {third} | {third + 1}",
        f"4 | Kho | {fourth} | {fourth + 1}",
        f" | Cộng thương mại | {third + fourth} | {third + fourth + 2}",
        f" | Tổng cộng | {sum(numbers)} | {sum(numbers) + 4}",
    ]
    table = "TT | Nội dung | Năm nay | Năm sau\n" + "\n".join(rows)
    assert bool(found(table)) == bool(slip)
