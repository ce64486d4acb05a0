"""Tests of `chitieu.checking.changes.moves`."""

from __future__ import annotations

import pytest

from chitieu.checking.changes.moves import compared, flow, is_closed, told_change, without_flows
from chitieu.targets.reader import scan_targets
from chitieu.targets.target import Change
from chitieu.text import SourceText


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


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("thêm 1,5 điểm phần trăm", "tăng 1,5 điểm phần trăm"),
        ("bổ sung 200 giường bệnh", "tăng 200 giường bệnh"),
        ("mở rộng thêm 300 ha", "tăng 300 ha"),
        ("xóa 5 thôn", "giảm 5 thôn"),
        ("xóa thêm 5 thôn", "giảm 5 thôn"),
        ("bớt được 5 thôn", "giảm 5 thôn"),
        ("bổ sung 300 tỷ đồng", "None"),
        ("thành lập mới 40 hợp tác xã", "None"),
        ("bổ sung khoảng 200 giường bệnh", "None"),
        ("bổ sung 200 - 300 giường bệnh", "None"),
    ],
)
def test_a_verb_that_adds_or_takes_off(text, change):
    source = SourceText(f"Phấn đấu {text} trong năm")
    (hit,) = scan_targets(source)[0]
    found = told_change(source.lower, hit)
    assert change in (str(found), str(hit.target) if hit.target.change.value != "level" else "")


def told(text):
    source = SourceText(text)
    return str(told_change(source.lower, scan_targets(source)[0][-1]))


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("đạt 560 tỷ đồng (+12,0%)", "None"),  # that is read as "tăng 12,0%"
        ("đạt 560 tỷ đồng (-12,0%)", "giảm 12,0%"),
        ("đạt 560 tỷ đồng ( – 12,0%)", "giảm 12,0%"),
        ("đạt 560 tỷ đồng, + 12,0%", "tăng 12,0%"),
        ("4,8% (năm 2025: 6,3%; -1,5 điểm %)", "giảm 1,5 điểm phần trăm"),
        ("có 40 xã (+3 xã)", "tăng 3 xã"),
        ("xuống 4,8% năm 2026 (-1,5 điểm %)", "giảm 1,5 điểm phần trăm"),
        ("tăng 5% (năm 2025: -0,95%)", "None"),
        ("so với năm 2025 (-0,95%)", "None"),
        ("đạt -0,95%", "None"),
        ("(12,0%)", "None"),
        ("(giảm -12,0%)", "None"),
    ],
)
def test_a_sign(text, change):
    assert told(text) == change


@pytest.mark.parametrize("words", ["dập tắt ", "tháo dỡ ", "gỡ bỏ ", "thanh lý ", "di dời ", "khắc phục ", "xoá "])
def test_more_words_of_going(words):
    assert flow(f"đầu năm còn 30 lò; {words}", " lò; cuối năm còn ") is Change.DECREASE


def test_where_others_come_too_what_went_is_no_change():
    """*Xóa 31 bản và có phát sinh mới*: nobody knows how many came."""
    ways = []
    for rest in ("; cuối năm còn ít", " và có phát sinh mới; cuối năm còn ít"):
        source = SourceText(f"trong năm xóa 31 bản{rest}")
        (hit,) = scan_targets(source)[0]
        told = told_change(source.lower, hit)
        ways.append(told.change if told is not None else None)
    assert ways == [Change.DECREASE, None]
