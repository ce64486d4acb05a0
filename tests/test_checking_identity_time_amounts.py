"""What amounts of a longer and of a shorter time have in common."""

from __future__ import annotations

import pytest

import chitieu as ct
from chitieu.checking.identity.time_amounts import PARTED, is_one_thing, is_plain
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText
from chitieu.units import parse_unit


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("lao động", "lao động/năm", True),
        ("tấn", "tấn/năm", True),
        ("nghìn tấn", "tấn/tháng", True),
        ("triệu cây xanh", "triệu cây", True),
        ("tỷ đồng", "tỷ đồng/năm", True),
        ("tấn", "ha", False),
        ("lao động", "doanh nghiệp/năm", False),
        ("tỷ đồng", "triệu USD", False),
    ],
)
def test_units_of_one_thing_may_name_their_time(left, right, alike):
    """Law: it does not matter which of the two is named first."""
    units = parse_unit(left), parse_unit(right)
    assert is_one_thing(*units) is is_one_thing(*reversed(units)) is alike


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("đạt 500 tỷ đồng", True),
        ("trồng ít nhất 200 ha", True),
        ("trồng 200 - 300 ha", False),
        ("tăng 500 tỷ đồng", False),
        ("đạt 12,5%", False),
        ("0 ha", False),
    ],
)
def test_only_one_level_of_what_is_counted_or_measured_is_plain(text, plain):
    (hit,) = scan_targets(SourceText(text))[0]
    assert is_plain(hit) is plain


@pytest.mark.parametrize("between", ["; ", ". ", " | ", "\n- ", "\n\n"])
def test_what_is_not_told_in_one_breath_is_not_compared(between):
    text = f"Trong 5 năm trồng 25.000 ha rừng{between}Bình quân mỗi năm 6.000 ha."
    assert PARTED.search(between)
    assert not ct.check(ct.Plan(text=text), rules=["per-head"])


def test_what_is_far_from_the_mean_is_taken_for_another_amount():
    text = "Trong 5 năm trồng 25.000 ha rừng, mỗi năm {} ha."
    assert [len(ct.check(ct.Plan(text=text.format(mean)), rules=["per-head"])) for mean in ("9.900", "10.100")] == [
        1,
        0,
    ]
