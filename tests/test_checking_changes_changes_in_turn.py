"""Several levels in a row with their changes in turn behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def told(text):
    findings = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["level-change"])
    return [finding.message.partition(" is to be ")[2].partition(" by a change")[0] for finding in findings]


ROW = "Xảy ra 90 vụ, làm chết 45 người, bị thương 60 người"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ROW}; so với cùng kỳ giảm 10 vụ (10%), giảm 5 người chết (10%), tăng 10 người bị thương (20%).", []),
        (f"{ROW}; so với cùng kỳ giảm 10 vụ (20%), giảm 5 người chết (10%), tăng 10 người bị thương (20%).", ["90 vụ"]),
        (f"{ROW}; so với cùng kỳ giảm 10 vụ (10%), giảm 5 người chết (20%), tăng 10 người bị thương (20%).", ["45 người"]),
        (f"{ROW}; so với cùng kỳ giảm 10 vụ (10%), giảm 5 người chết (10%), tăng 10 người bị thương (10%).", ["60 người"]),
        (f"{ROW}, giảm 10 vụ, tương ứng 10%, giảm 5 người chết, tương ứng 20% so với cùng kỳ.", []),  # two changes, three levels
        # the percentage ahead of its number
        (f"{ROW}; so với cùng kỳ giảm 10% số vụ (10 vụ), giảm 10% số người chết (5 người), tăng 30% số người bị thương (10 người).", ["60 người"]),
        # what there was before, in the same order
        (f"{ROW} (cùng kỳ 100 vụ, 50 người chết, 50 người bị thương), giảm 10 vụ, giảm 5 người, tăng 10 người.", []),
        (f"{ROW} (cùng kỳ 100 vụ, 50 người chết, 50 người bị thương), giảm 10 vụ, giảm 15 người, tăng 10 người.", ["45 người"]),
        # of what is worth and what is counted
        ("Cấp phép 30 dự án với vốn 900 tỷ đồng; so với cùng kỳ tăng 5 dự án (20%) và tăng 100 tỷ đồng (12,5%).", []),
        ("Cấp phép 30 dự án với vốn 900 tỷ đồng; so với cùng kỳ tăng 5 dự án (20%) và tăng 100 tỷ đồng (22,5%).", ["900 tỷ đồng"]),
        # other orders, other times, one change alone, another sentence
        ("Làm chết 45 người, xảy ra 90 vụ; so với cùng kỳ giảm 10 vụ (20%), giảm 5 người (20%).", []),
        ("Xảy ra 90 vụ, chết 45 người; giảm 10 vụ (20%), giảm 5 người (20%) so với kế hoạch.", []),
        ("Xảy ra 90 vụ, chết 45 người. Trong đó so với cùng kỳ giảm 10 vụ (20%), giảm 5 người (20%).", []),
        ("Xử lý 300 vụ, xảy ra 90 vụ, chết 45 người; so với cùng kỳ giảm 10 vụ (20%), giảm 5 người (20%).", []),
        ("Xảy ra 90 vụ, chết trên 45 người; so với cùng kỳ giảm 10 vụ (20%), giảm 5 người (20%).", []),
    ],
)  # fmt: skip
def test_each_change_is_that_of_its_level(text, expected):
    assert told(text) == expected


@given(
    before=st.lists(st.integers(200, 900), min_size=2, max_size=2),
    fallen=st.lists(st.integers(1, 9), min_size=2, max_size=2),
    wrong=st.integers(0, 2),
)
def test_law_a_percentage_is_that_of_its_own_number(before, fallen, wrong):
    """The right percentages are silent; one that is five points off is told of its level, and of no other."""
    hundreds = [number * 100 for number in before]
    gone = [number * percent for number, percent in zip(before, fallen, strict=True)]
    levels = [all_ - less for all_, less in zip(hundreds, gone, strict=True)]
    said = [percent + (5 if at + 1 == wrong else 0) for at, percent in enumerate(fallen)]
    dotted = [f"{number:,}".replace(",", ".") for number in (*levels, *gone)]
    text = (
        f"Quản lý {dotted[0]} hộ với {dotted[1]} người; so với cùng kỳ giảm {dotted[2]} hộ ({said[0]}%), "
        f"giảm {dotted[3]} người ({said[1]}%)."
    )
    assert told(text) == ([f"{dotted[wrong - 1]} {'hộ' if wrong == 1 else 'người'}"] if wrong else [])
