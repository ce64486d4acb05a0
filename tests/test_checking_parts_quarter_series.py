"""Amounts of the four quarters in a row against that of the year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.numbers.decimals import format_number


def found(text):
    return [str(one.fields["expected"]) for one in ct.check(ct.Plan(text=text), rules=["parts-sum"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tạo việc làm cho 6.000 người. Tiến độ từng quý: 1.350 - 1.650 - 1.600 - 1.400 người.", []),
        ("Tạo việc làm cho 6.000 người. Tiến độ từng quý: 1.350 - 1.650 - 1.600 - 1.900 người.", ["6.500 người"]),
        ("Thu 800 tỷ đồng, chia theo quý 150; 200; 210; 250 tỷ đồng.", ["810 tỷ đồng"]),
        # running totals, shares, more than four, and what is far off
        ("Thu 800 tỷ đồng, lũy kế theo quý lũy kế 150; 400; 600; 800 tỷ đồng.", []),
        ("Thu 100 tỷ đồng, tiến độ theo quý 20 - 25 - 25 - 35%.", []),
        ("Thu 800 tỷ đồng, theo quý 150 - 200 - 210 - 250 - 90.", []),
        ("Thu 800 tỷ đồng; số vụ cháy các quý 15 - 20 - 21 - 25.", []),
    ],
)
def test_quarters_in_a_row(text, expected):
    assert found(text) == expected


@given(st.lists(st.integers(100, 900), min_size=4, max_size=4), st.sampled_from([0, 7]))
def test_law_the_quarters_make_up_the_year(quarters, slip):
    """Four quarters told in a row are the amount of the year ahead of them; seven more are found."""
    row = " - ".join(format_number(quarter) for quarter in quarters)
    assert bool(found(f"Trồng {format_number(sum(quarters) + slip)} ha, theo từng quý: {row} ha.")) == bool(slip)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a quarter of the amount off, and no more
        ("Thu 800 tỷ đồng, theo quý 150 - 150 - 150 - 150 tỷ đồng.", ["600 tỷ đồng"]),
        ("Thu 800 tỷ đồng, theo quý 150 - 150 - 150 - 149 tỷ đồng.", []),
        ("Thu 800 tỷ đồng, theo quý 250 - 250 - 250 - 250 tỷ đồng.", ["1.000 tỷ đồng"]),
        ("Thu 800 tỷ đồng, theo quý 250 - 250 - 250 - 251 tỷ đồng.", []),
        # the amount right ahead of them
        ("Thu 900 tỷ đồng. Chi 800 tỷ đồng, theo quý 150 - 200 - 210 - 250 tỷ đồng.", ["810 tỷ đồng"]),
        ("Chi 800 tỷ đồng cho giảm nghèo trên 90% số xã, theo quý 150 - 200 - 210 - 250 tỷ đồng.", []),
        ("Theo quý 150 - 200 - 210 - 250 tỷ đồng.", []),
        ("Theo quý 150 - 200 - 210 - 250; cả năm 800 tỷ đồng.", []),
        (f"Thu 800 tỷ đồng; {'việc thu được giao cho các xã ' * 7}theo quý 150 - 200 - 210 - 250 tỷ đồng.", []),
    ],
)
def test_the_amount_that_quarters_in_a_row_are_of(text, expected):
    assert found(text) == expected
