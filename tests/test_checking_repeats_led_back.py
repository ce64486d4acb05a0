"""Words by which an amount is one that was told before."""

import pytest

from chitieu.checking.repeats.led_back import Back, leads_back
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Trong 340 tàu có 40 tàu vỏ thép", Back.AGAIN),
        ("cũng 340 tàu này ra khơi", Back.AGAIN),
        ("đã gồm 340 tàu nói trên", Back.AGAIN),
        ("sửa 340 phòng học nêu tại Điều 4", Back.AGAIN),
        ("(tổng chi 340 tỷ đồng, tức là nhiều)", Back.AGAIN),
        ("cao hơn so với 340 tàu của năm 2025", Back.BASE),
        ("Đóng mới 340 tàu câu", Back.NOT),
        ("từ 340 tàu trở lên", Back.NOT),
    ],
)
def test_what_was_told_before(text, back):
    source = SourceText(text)
    assert leads_back(source.lower, scan_targets(source)[0][0]) is back
