"""A change told twice, as a ratio and as a gap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def told(text):
    return [str(one.fields["expected"]) for one in ct.check(ct.Plan(text=text), rules=["fraction-percent"])]


@pytest.mark.parametrize(
    ("text", "right", "wrong", "expected"),
    [
        ("Giá trị chăn nuôi bằng 96,5% năm 2025 (giảm {}%).", "3,5", "5,3", "3,5%"),
        ("Lượng khách bằng 108% so với cùng kỳ năm 2025, tăng {}%.", "8", "18", "8%"),
        ("Thu ngân sách đạt 105% dự toán (vượt {}%).", "5", "8", "5%"),
        ("Giải ngân đạt 92% kế hoạch vốn năm 2025, hụt {}%.", "8", "5", "8%"),
    ],
)
def test_a_ratio_and_its_gap(text, right, wrong, expected):
    assert told(text.format(right)) == []
    assert told(text.format(wrong)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Thu ngân sách đạt 105% dự toán, tăng 8%.",
        "Thu ngân sách đạt 105% dự toán, vượt 8% so với cùng kỳ.",
        "Thu ngân sách đạt 105% dự toán (tăng 8% so với cùng kỳ).",
        "Lượng khách bằng 108% so với năm 2025, tăng khoảng 9%.",
        "Lượng khách bằng 108% so với năm 2025, vượt 5% kế hoạch.",
    ],
)
def test_other_gaps_are_left_alone(text):
    assert told(text) == []


@given(st.integers(101, 199))
def test_what_agrees_is_silent(ratio):
    """Law: a ratio and its distance from one hundred agree."""
    assert told(f"Lượng khách bằng {ratio}% năm trước (tăng {ratio - 100}%).") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # the last digit of each
        ("Lượng khách bằng 108% năm 2025, tăng 9%.", 0),
        ("Lượng khách bằng 108% năm 2025, tăng 10%.", 1),
        ("Lượng khách bằng 108,0% năm 2025, tăng 9%.", 0),
        ("Lượng khách bằng 108,0% năm 2025, tăng 8,1%.", 0),
        ("Lượng khách bằng 108,0% năm 2025, tăng 8,2%.", 1),
        # the other way, other units, other amounts
        ("Lượng khách bằng 92% năm 2025, tăng 8%.", 1),
        ("Lượng khách bằng 92‰ năm 2025, tăng 8%.", 0),
        ("Lượng khách tăng 108% năm 2025, tăng 9,5%.", 0),
        ("Lượng khách bằng khoảng 108% năm 2025, tăng 12%.", 0),
        ("Lượng khách bằng 108% năm 2025, 12%.", 0),
        ("Có 108% năm 2025, tăng 12%.", 0),
        # what says nothing hides nothing behind it
        ("Bằng 108% năm 2025, tăng 8%; đạt 105% dự toán (vượt 9%).", 1),
        ("Bằng 108 tấn năm 2025, tăng 8%; thu phí đạt 105% dự toán (vượt 9%).", 1),
    ],
)
def test_how_exactly_both_are_told(text, number):
    assert len(told(text)) == number
