"""What is new is among all there are in the end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(text, rules=["level-change"])]


@given(st.integers(1, 400), st.integers(1, 400))
def test_law_no_more_is_added_than_there_is(added, total):
    text = f"Công nhận thêm {added} trường đạt chuẩn, nâng tổng số lên {total} trường."
    assert bool(codes(text)) is (added > total)


@pytest.mark.parametrize(
    "text",
    [
        "Thêm 76 sản phẩm OCOP, lũy kế 47 sản phẩm.",
        "Thành lập mới 300 hợp tác xã, đưa tổng số hợp tác xã lên 120 hợp tác xã.",
        "Có thêm 40 xã đạt chuẩn nông thôn mới, lũy kế có 38/60 xã (63,3%).",
    ],
)
def test_ways_of_saying_so(text):
    assert codes(text) == ["level-change"]


@pytest.mark.parametrize(
    "text",
    [
        "Thêm 14 xã đạt chuẩn nông thôn mới, nâng tổng số xã nâng cao lên 12 xã.",
        "Thêm 60 sản phẩm OCOP, nâng tổng số sản phẩm 5 sao lên 12 sản phẩm.",
        "Bổ sung 500 chỗ đỗ, nâng tổng số bến xe lên 12 bến.",
        "Kết nạp 900 đoàn viên, nâng tổng số chi đoàn lên 45 chi đoàn.",
    ],
)
def test_a_total_of_something_else_is_left_alone(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Công nhận thêm 30 trường đạt chuẩn, nâng tổng số trường mầm non lên 12 trường.", 0),  # of some
        ("Công nhận thêm 14 xã nâng cao, nâng tổng số xã nâng cao lên 12 xã.", 1),
        ("Công nhận thêm 30 trường đạt chuẩn, lũy kế trường đạt chuẩn có 12 trường.", 1),
        ("Công nhận thêm 30 trường đạt chuẩn, lũy kế bếp ăn đạt chuẩn có 12 trường.", 0),
        ("Rà soát 30 trường đạt chuẩn, nâng tổng số lên 12 trường.", 0),
        ("Công nhận thêm dưới 30 trường đạt chuẩn, nâng tổng số lên 12 trường.", 0),
        ("Công nhận thêm 30 trường đạt chuẩn, nâng tổng số lên dưới 12 trường.", 0),
        ("Công nhận thêm 30 km đường đạt chuẩn, nâng tổng số lên 12 km.", 0),
        # what says nothing hides nothing behind it
        ("Rà soát 30 trường, 12 bếp; công nhận thêm 40 trường, lũy kế 15 trường.", 1),
        ("Công nhận thêm 40 trường, rà soát 12 trường; công nhận thêm 40 trường, lũy kế 15 trường.", 1),
        ("Có 40 trường và 12 trường; công nhận thêm 40 trường, lũy kế 15 trường.", 1),
        ("Công nhận thêm 40 trường trong 12 trường; công nhận thêm 40 trường, lũy kế 15 trường.", 1),
    ],
)
def test_what_is_new_and_all_there_are(text, number):
    assert len(codes(text)) == number


def test_there_was_nothing_at_least():
    (finding,) = ct.check("Thêm 76 lớp học nghề, lũy kế 47 lớp học.", rules=["level-change"])
    assert [str(finding.fields[name]) for name in ("before", "after")] == ["0 lớp học", "76 lớp học"]
