"""Tables from what there is at first to what there is in the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def found(text):
    return [str(one.fields["expected"]) for one in ct.check(ct.Plan(text=text), rules=["parts-sum"])]


DEBT = "Chỉ tiêu | 2025 | 2026\nDư nợ đầu năm | 900 | 980\nVay trong năm | 240 | 310\nTrả nợ gốc | 160 | 190\nDư nợ cuối năm | 980 | 1.100\n"
FILES = "TT | Nội dung | Số đơn\n1 | Tồn đầu kỳ | 42\n2 | Tiếp nhận | 610\n3 | Giải quyết | 598\n4 | Tồn cuối kỳ | 54\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DEBT.replace("980 | 1.100", "980 | 1.130"), ["1.100"]),
        (DEBT.replace("160 | 190", "130 | 190"), ["1.010"]),
        (FILES.replace("kỳ | 54", "kỳ | 57"), ["54"]),
    ],
)
def test_an_end_that_nothing_leads_to(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        DEBT,
        FILES,
        DEBT.replace("Trả nợ gốc", "Hạn mức dư nợ").replace("980 | 1.100", "980 | 1.300"),  # what that is no word tells
        FILES.replace("3 | Giải quyết | 598\n", "").replace("54", "70"),  # only what came
        "Chỉ tiêu | 2026\nDân số đầu năm | 900\nTỷ lệ tăng | 2\nDân số cuối năm | 918\n",
    ],
)
def test_ends_that_are_right_or_not_known(text):
    assert found(text) == []


@given(st.integers(500, 900), st.integers(10, 300), st.integers(10, 300), st.sampled_from([0, 6]))
def test_law_what_comes_and_goes_leads_to_the_end(first, comes, goes, slip):
    """The end is the beginning with what came, without what went; six more is found."""
    rows = (
        f"Dư nợ đầu kỳ | {first}\nVay mới | {comes}\nTrả nợ | {goes}\nDư nợ cuối kỳ | {first + comes - goes + slip}\n"
    )
    assert bool(found(f"Chỉ tiêu | Tỷ đồng\n{rows}")) == bool(slip)
