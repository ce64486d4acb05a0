"""People of town and country, men and women, against all there are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(*lines):
    text = "\n".join(f"- {line}." for line in lines)
    return [finding.code for finding in ct.check(ct.Plan(indicators=ct.parse_indicators(text)))]


ALL = "Dân số trung bình 1.000 nghìn người"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Dân số thành thị 400 nghìn người, dân số nông thôn 600 nghìn người"], []),
        (["Dân số thành thị 400 nghìn người, dân số nông thôn 500 nghìn người"], ["identity"]),
        (["Dân số khu vực thành thị 400 nghìn người, khu vực nông thôn 700 nghìn người"], ["identity"]),
        (["Dân số đô thị 400.000 người", "Dân số nông thôn 500.000 người"], ["identity"]),
        (["Dân số nam 480 nghìn người, dân số nữ 560 nghìn người"], ["identity"]),
        (["Tỷ lệ đô thị hóa 40%; dân số thành thị 400 nghìn người"], []),
        (["Tỷ lệ đô thị hóa 45%; dân số thành thị 400 nghìn người"], ["per-head"]),
        (["Tỷ lệ đô thị hóa 45%", "Dân số thành thị 400 nghìn người"], []),
        (["Dân số thành thị khoảng 410 nghìn người, dân số nông thôn khoảng 600 nghìn người"], []),
        (["Dân số thành thị được cấp nước 300 nghìn người, dân số nông thôn được cấp nước 400 nghìn người"], []),
        (["Lao động thành thị 200 nghìn người, lao động nông thôn 300 nghìn người"], []),
        (["Tuyển 200 người, gồm nam 120 người, nữ 80 người"], []),
        (
            [
                "Dân số thành thị 400 nghìn người",
                "Dân số thành thị 450 nghìn người",
                "Dân số nông thôn 500 nghìn người",
            ],
            ["duplicate-target"],
        ),
    ],
)
def test_groups_make_up_all_people(lines, found):
    assert codes(ALL, *lines) == found


@given(st.integers(100, 900), st.integers(100, 900))
def test_law_the_sum_itself_is_silent(town, country):
    """Town and country make up all people, in whatever order the lines stand."""
    lines = [
        f"Dân số {town + country} nghìn người",
        f"Dân số thành thị {town} nghìn người, dân số nông thôn {country} nghìn người",
    ]
    assert codes(*lines) == codes(*reversed(lines)) == []
