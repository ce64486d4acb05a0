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
        ("so với mức 340 tàu", Back.BASE),
        ("trong tổng số 340 tàu", Back.AGAIN),
        ("340 tàu và các tàu này", Back.NOT),
        ("340 tàu, nêu trên đây là", Back.NOT),
        # *này* of a time is none of the amount
        ("340 tàu này tháng 5", Back.NOT),
        # so many words may stand between: of one that is compared, and of what is counted
        ("so với mức kết quả con số 340 tàu", Back.BASE),
        ("so với " + "mức kết quả " * 4 + "340 tàu", Back.NOT),
        ("340 tàu câu vỏ thép xa bờ này", Back.AGAIN),
        ("340 tàu câu vỏ thép xa bờ của tỉnh ta này", Back.NOT),
    ],
)
def test_what_was_told_before(text, back):
    source = SourceText(text)
    assert leads_back(source.lower, scan_targets(source)[0][0]) is back
