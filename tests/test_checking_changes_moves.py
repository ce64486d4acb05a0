"""Tests of `chitieu.checking.changes.moves`."""

from __future__ import annotations

import pytest

from chitieu.checking.changes.moves import compared, flow, is_closed, without_flows
from chitieu.targets.target import Change


@pytest.mark.parametrize(
    ("ahead", "behind", "expected"),
    [
        ("; cấp mới ", " dự án; ", Change.INCREASE),
        ("; ", " hộ thoát nghèo, ", Change.DECREASE),
        ("; thu hồi ", " và cấp mới ", None),
        ("; cuối năm (không phát sinh mới) còn ", "", None),
        (", thu hồi; còn ", "", None),
    ],
)
def test_verbs_of_the_own_clause_tell_the_way(ahead, behind, expected):
    assert flow(ahead, behind) is expected


def test_more_and_less():
    assert compared("đạt 5, cao hơn năm 2025 ") is Change.INCREASE
    assert compared("đạt 5, ít hơn ") is Change.DECREASE
    assert compared("đạt hơn ") is None


def test_an_account_is_closed_by_both_ways_or_by_saying_so():
    assert is_closed([Change.INCREASE, Change.DECREASE], "")
    assert is_closed([Change.INCREASE], "không có dự án bị thu hồi")
    assert not is_closed([Change.INCREASE, Change.INCREASE], "")
    assert "thu hồi" not in without_flows("thu hồi 4 dự án")
