"""Changes told by their sign alone."""

import pytest

from chitieu.checking.changes.signs import signed_change
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText


def told(text):
    source = SourceText(text)
    return str(signed_change(source.lower, scan_targets(source)[0][-1]))


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("đạt 560 tỷ đồng (+12,0%)", "tăng 12,0%"),
        ("đạt 560 tỷ đồng (-12,0%)", "giảm 12,0%"),
        ("đạt 560 tỷ đồng ( – 12,0%)", "giảm 12,0%"),
        ("đạt 560 tỷ đồng, +12,0%", "tăng 12,0%"),
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
