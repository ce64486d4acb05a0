"""Tests of `chitieu.checking.named_amounts.poverty`."""

from __future__ import annotations

import pytest
from small_plans import found, plan

import chitieu as ct
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.named_amounts.poverty import is_of_all_the_poor, tells_nearly_poor


def claim(name, piece="", key="poor"):
    return Claim(name, key, ct.parse_target("9,8%"), piece=piece or f"{name} 9,8%")


@pytest.mark.parametrize(
    ("one", "nearly_told", "of_all"),
    [
        (claim("Tỷ lệ hộ nghèo"), True, False),
        (claim("Tỷ lệ hộ nghèo đa chiều"), True, False),
        (claim("Tỷ lệ nghèo đa chiều"), True, True),
        (claim("Tỷ lệ nghèo đa chiều"), False, False),
        (claim("Tỷ lệ nghèo chung"), True, True),
        (claim("Tổng tỷ lệ nghèo đa chiều"), False, True),
        (claim("Tỷ lệ nghèo đa chiều", "Cộng cả hai, tỷ lệ nghèo đa chiều 9,8%"), False, True),
        (claim("Tỷ lệ nghèo đa chiều", "Cộng thêm việc; tỷ lệ nghèo đa chiều 9,8%"), False, False),
        (claim("Tỷ lệ nghèo đa chiều", key="near_poor"), True, False),
    ],
)
def test_rates_of_the_poor_alone_and_of_all(one, nearly_told, of_all):
    assert is_of_all_the_poor(one, nearly_told=nearly_told) is of_all


def test_what_tells_that_a_plan_has_two_rates():
    assert tells_nearly_poor([claim("Tỷ lệ hộ cận nghèo", key="near_poor")])
    assert not tells_nearly_poor([claim("Tỷ lệ hộ nghèo"), claim("Tỷ lệ nghèo đa chiều")])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("1. Tỷ lệ nghèo đa chiều còn 9,8%.\n2. Tỷ lệ hộ nghèo còn 3,1%, tỷ lệ hộ cận nghèo còn 6,7%.", 0),
        ("1. Tỷ lệ nghèo đa chiều còn 9,8%.\n2. Tỷ lệ hộ nghèo còn 3,1%.", 1),
        ("1. Tỷ lệ nghèo đa chiều còn 9,8%; tỷ lệ hộ nghèo còn 3,1%.", 0),
        ("1. Tỷ lệ hộ nghèo đa chiều còn 3,3%.\n2. Tỷ lệ hộ nghèo còn 3,1%, tỷ lệ hộ cận nghèo còn 6,7%.", 1),
        ("1. Tỷ lệ hộ nghèo còn 3,1%.\n2. Sửa nhà cho 260 hộ, bằng 35% số hộ nghèo.", 0),
    ],
)
def test_two_rates_of_the_poor_in_a_plan(lines, expected):
    assert len(found(plan(lines=lines), "duplicate-target")) == expected
