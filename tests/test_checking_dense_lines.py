"""Lines that are dense with figures (dense_lines.toml): right ones are silent, and each slip in one is told."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import chitieu as ct

_PLAN = """ỦY BAN NHÂN DÂN
TỈNH LÂM ĐỒNG
Số: 15/KH-UBND
Lâm Đồng, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

I. CÁC CHỈ TIÊU CHỦ YẾU
{}
"""
_LINES = tomllib.loads(Path(__file__).with_name("dense_lines.toml").read_text(encoding="utf-8"))["line"]
_RIGHT = [one["right"] for one in _LINES]
_SLIPS = [(one["right"], *slip) for one in _LINES for slip in one.get("slips", ())]


def said(*lines):
    findings = ct.check(ct.parse_plan(_PLAN.format("\n".join(lines))))
    told = (str(finding).splitlines()[0] for finding in findings if finding.severity is not ct.Severity.NOTE)
    return [line.partition("[")[2].replace("]", ":", 1) for line in told]


@pytest.mark.parametrize("right", _RIGHT)
def test_a_right_line_is_silent(right):
    assert said(right) == []


@pytest.mark.parametrize(("right", "was", "becomes", "told"), _SLIPS)
def test_a_slip_is_told(right, was, becomes, told):
    assert right.count(was) == 1
    assert said(right.replace(was, becomes)) == told


@pytest.mark.parametrize("at", range(0, len(_RIGHT) - 1, 2))
def test_law_lines_that_follow_each_other_are_silent(at):
    """Two right lines are so behind one another too, as items and as the sentences of one."""
    first, second = _RIGHT[at : at + 2]
    assert said(first, second) == []
    assert said(f"{first} {second.removeprefix('- ')}") == []


@pytest.mark.parametrize(("right", "was", "becomes", "told"), _SLIPS[::3])
def test_law_what_stands_ahead_hides_no_slip(right, was, becomes, told):
    """A slip is told as well behind another line with figures of its own."""
    ahead = "- Xã A Lưới 5 có 1.240 hộ, trong đó 96 hộ nghèo (7,7%); trồng mới 35 ha quế, tăng 4% so với năm 2025."
    codes = {one.partition(":")[0] for one in said(ahead, right.replace(was, becomes))}
    assert codes >= {one.partition(":")[0] for one in told}
