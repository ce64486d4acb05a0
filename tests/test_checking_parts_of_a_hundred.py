"""What a hundred is divided into."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["parts-sum"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chấm theo thang điểm 100: hồ sơ 60 điểm; khảo sát 45 điểm.", ["parts-sum"]),
        ("Chấm theo thang 100 điểm, gồm: hồ sơ 60 điểm, khảo sát 45 điểm.", ["parts-sum"]),
        ("Bộ tiêu chí có tổng điểm là 1.000, gồm hạ tầng 600 điểm và nhân lực 300 điểm.", ["parts-sum"]),
        ("Cứ 100 đồng làm đường thì tỉnh hỗ trợ 60 đồng, xã đối ứng 30 đồng, dân góp 20 đồng.", ["parts-sum"]),
        ("Trong mỗi 100 đồng chi ra, đường xã 70 đồng, trường học 40 đồng.", ["parts-sum"]),
        # a rest, marks that are limits or were reached, far from a hundred, another sentence
        ("Chấm theo thang điểm 100: hồ sơ 60 điểm; khảo sát 25 điểm; còn lại là điểm thưởng.", []),
        ("Theo thang điểm 100, xếp loại tốt từ 90 điểm, khá từ 70 điểm.", []),
        ("Theo thang điểm 100, Sở Y tế đạt 88 điểm, Sở Nội vụ đạt 91 điểm.", []),
        ("Theo thang điểm 100: hồ sơ 20 điểm, khảo sát 15 điểm.", []),
        ("Theo thang điểm 100. Hồ sơ 60 điểm, khảo sát 45 điểm.", []),
        ("Cứ 100 hộ thì xã hỗ trợ 60 đồng, tỉnh 70 đồng.", []),
    ],
)
def test_a_hundred_is_what_it_is_divided_into(text, expected):
    assert codes(text) == expected


@given(st.integers(10, 90), st.integers(-5, 5))
def test_law_only_what_comes_to_a_hundred_is_silent(first, off):
    """Two parts are silent as a division of a hundred if and only if they come to it."""
    text = f"Chấm theo thang điểm 100: hồ sơ {first} điểm; khảo sát {100 - first + off} điểm."
    assert codes(text) == (["parts-sum"] if off else [])


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        # three tenths off, and no more
        ("Theo thang điểm 100: hồ sơ 40 điểm, khảo sát 30 điểm.", True),
        ("Theo thang điểm 100: hồ sơ 40 điểm, khảo sát 29 điểm.", False),
        ("Theo thang điểm 100: hồ sơ 90 điểm, khảo sát 40 điểm.", True),
        ("Theo thang điểm 100: hồ sơ 90 điểm, khảo sát 41 điểm.", False),
        ("Theo thang điểm 100: hồ sơ 90 điểm.", False),
        # amounts of one noun, that a sign divides, in one sentence
        ("Theo thang điểm 100: hồ sơ 60 điểm, khảo sát 45 điểm, 3 xã.", False),
        ("Theo thang điểm 100: hồ sơ 60 điểm, khảo sát tối đa 45 điểm.", False),
        ("Theo thang điểm 100: hồ sơ 60 điểm khảo sát 45 điểm.", False),
        ("Theo thang điểm 100: hồ sơ 60 điểm, khảo sát 45 điểm. Thưởng thêm 5 điểm.", True),
        ("Cứ 100 đồng thì tỉnh góp 60 đồng, xã 45 điểm.", False),
        ("Theo thang 100, hồ sơ 60 điểm, khảo sát 45 điểm.", False),
        ("Thu 7 tỷ đồng. Theo thang điểm 100: hồ sơ 60 điểm, khảo sát 45 điểm.", True),
    ],
)
def test_what_may_be_a_division(text, odd):
    assert bool(codes(text)) is odd
