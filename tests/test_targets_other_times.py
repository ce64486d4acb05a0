"""Tests of `chitieu.targets.other_times`."""

from __future__ import annotations

import pytest

import chitieu as ct


def read(text):
    return [str(mention.value) for mention in ct.find_targets(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Số bác sĩ/vạn dân: 11,5 (năm 2025: 10,5; tăng 1,0).",
            ["11,5 bác sĩ/vạn dân", "10,5 bác sĩ/vạn dân", "tăng 1,0 bác sĩ/vạn dân"],
        ),
        ("Thu 1.890 tỷ đồng, đạt 105% dự toán (1.800).", ["1.890 tỷ đồng", "105%", "1.800 tỷ đồng"]),
        ("Thu 1.890 tỷ đồng, đạt 105% dự toán (7,5).", ["1.890 tỷ đồng", "105%"]),
        ("Thu 1.890 tỷ đồng (1.800).", ["1.890 tỷ đồng"]),
    ],
)
def test_a_bracket_of_another_time_has_the_unit_before_it(text, expected):
    assert read(text) == expected
