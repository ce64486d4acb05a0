"""Tests of `chitieu.checking.named_amounts.counted_bases`."""

from __future__ import annotations

import pytest
from small_plans import found, plan

from chitieu.checking.named_amounts.counted_bases import is_counted


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("số hộ nghèo", True),
        ("Tổng số hộ cận nghèo", True),
        ("hộ nghèo", False),
        ("số hộ có bể chứa nước", False),
        ("dân số", False),
        ("sổ sách", False),
        ("", False),
    ],
)
def test_what_a_percentage_may_be_a_share_of(words, counted):
    assert is_counted(words) is counted


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ("Sửa nhà cho 260 hộ, bằng 35% số hộ nghèo.", 0),
        ("Có 35% số hộ nghèo được vay vốn.", 0),
        ("Phấn đấu tỷ lệ hộ nghèo còn 3,5%.", 1),
    ],
)
def test_a_share_of_the_poor_is_no_rate_of_them(work, expected):
    checked = plan(lines="1. Tỷ lệ hộ nghèo còn 3,1%.", work=f"1. Sở Xây dựng\n- {work}")
    assert len(found(checked, "duplicate-target")) == expected
