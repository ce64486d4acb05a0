"""Parts of a count that have no noun of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def found(text):
    return [str(one.fields["expected"]) for one in ct.check(ct.Plan(text=text), rules=["parts-sum"])]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("mầm non 400, tiểu học 450, THCS 300.", ["1.150 giáo viên"]),
        ("mầm non 400, tiểu học 450, THCS 350.", []),
        ("mầm non 400; tiểu học, THCS 450; THPT 300.", ["1.150 giáo viên"]),
        ("mầm non 400 và tiểu học 750.", ["1.150 giáo viên"]),
        ("mầm non 400, tiểu học 450 giáo viên, THCS 300 giáo viên biên chế.", ["1.150 giáo viên"]),
        ("mầm non (400), tiểu học 450, THCS 300.", []),
        ("dạy nghề dưới 3 tháng 400, tiểu học 450, THCS 300.", ["1.150 giáo viên"]),
        # a clause of its own closes the list
        ("mầm non 400, tiểu học 750, tăng 5 so với năm trước.", ["1.150 giáo viên"]),
        ("mầm non 400, tiểu học 750; giải quyết 960.", ["1.150 giáo viên"]),
        ("mầm non 400, tiểu học 750, riêng xã đảo 60.", ["1.150 giáo viên"]),
        ("mầm non 400, tiểu học 300, THCS 450, riêng xã đảo 60.", ["1.150 giáo viên"]),
        ("mầm non 400, giải quyết 450, THCS 300.", ["1.150 giáo viên"]),
        # one alone, a list that goes on in other words, a unit of its own
        ("mầm non 400.", []),
        ("mầm non 400, tiểu học 450, THCS 300 và hơn thế.", []),
        ("mầm non 400, tiểu học 450 lớp, THCS 300.", []),
        ("mầm non 400, tiểu học 450 nghìn, THCS 300.", []),
        # years, times and places with a number
        ("tuyển 2025, tuyển 2026.", []),
        ("tuyển 2.025, tuyển 2.026.", ["4.051 giáo viên"]),
        ("tuyển 2125, tuyển 2126.", ["4.251 giáo viên"]),
        ("năm 400, tiểu học 450, THCS 300.", []),
        ("mầm non 400, tiểu học 450, thêm từ tháng 300.", []),
    ],
)
def test_numbers_of_a_count(behind, expected):
    """Numbers with a name each are parts of the count ahead of them, in its unit."""
    assert found(f"Có 1.200 giáo viên, gồm {behind}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of money and measures they come as near as a quarter
        ("Chi 1.000 tỷ đồng, gồm: học 400; y tế 300; dự phòng 50.", ["750 tỷ đồng"]),
        ("Chi 1.000 tỷ đồng, gồm: học 400; y tế 300; dự phòng 49.", []),
        ("Chi 1.000 tỷ đồng, gồm: học 400; y tế 300; dự phòng 550.", ["1.250 tỷ đồng"]),
        ("Chi 1.000 tỷ đồng, gồm: học 400; y tế 300; dự phòng 551.", []),
        ("Chi 1.000 tỷ đồng, gồm: học 400; y tế 300 tỷ; dự phòng 250 tỷ đồng.", ["950 tỷ đồng"]),
        ("Chi 1.000 tỷ đồng, gồm: học 400; y tế 300 triệu; dự phòng 250 triệu đồng.", []),
    ],
)
def test_numbers_of_money(text, expected):
    """Numbers without a unit are money where they come near it: others may be names."""
    assert found(text) == expected


@given(st.lists(st.integers(10, 1800), min_size=2, max_size=15), st.sampled_from([0, 3]))
def test_law_they_come_to_the_count(numbers, slip):
    """However long the list is, numbers that come to the count are silent, and three fewer are found."""
    items = ", ".join(f"nhóm {chr(ord('a') + at)} {number}" for at, number in enumerate(numbers))
    assert bool(found(f"Có {ct.format_number(sum(numbers) + slip)} giáo viên, gồm {items}.")) == bool(slip)
