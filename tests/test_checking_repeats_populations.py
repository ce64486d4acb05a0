"""Tests of `chitieu.checking.repeats.populations`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

MEAN = "1. Dân số trung bình {} nghìn người."
END = "Thu nhập 70 triệu đồng/người (dân số cuối năm dự kiến {} nghìn người)."
BEDS = "31 giường bệnh/vạn dân, tức 2.790 giường trên {} nghìn dân."


def number(*lines):
    text = "\n".join(f"{at}. {line.removeprefix('1. ')}" for at, line in enumerate(lines, 1))
    return len(found(plan(lines=text), "duplicate-target"))


@given(st.integers(800, 990), st.integers(0, 20))
def test_the_middle_of_a_year_and_its_end_are_near_each_other(people, more):
    """Law: the two may differ by a little; what is told of one time is one number."""
    assert number(MEAN.format(people), END.format(people + more)) == 0
    assert number(END.format(people), END.format(people + more)) == bool(more)
    assert number(MEAN.format(people), MEAN.format(people + more)) == bool(more)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((MEAN.format(900), END.format(960)), 1),
        ((MEAN.format(970), END.format("1.000")), 0),
        ((MEAN.format(970), END.format("1.001")), 1),
        ((MEAN.format(900), END.format(908), BEDS.format(900)), 0),
        ((MEAN.format(900), END.format(908), BEDS.format(908)), 0),
        ((MEAN.format(900), END.format(908), BEDS.format(904)), 1),
        ((MEAN.format(900), BEDS.format(908)), 0),
        ((MEAN.format(900), BEDS.format(980)), 1),
        (("Quy mô dân số đến 31/12/2026 là 908 nghìn người.", "Dân số bình quân 900 nghìn người."), 0),
        (("Quy mô dân số 908 nghìn người.", "Dân số bình quân 900 nghìn người."), 1),
        # no other indicator has a middle of the year
        (("Thu nội địa 908 tỷ đồng.", "Thu nội địa cuối năm 909 tỷ đồng."), 1),
    ],
)
def test_people_counted_at_two_times(lines, expected):
    assert number(*lines) == expected
