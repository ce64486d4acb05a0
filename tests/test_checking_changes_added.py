"""Amounts that come to a number, told by another verb than *tăng*."""

import pytest

from chitieu.checking.changes.added import added
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText


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
def test_a_verb(text, change):
    source = SourceText(f"Phấn đấu {text} trong năm")
    (hit,) = scan_targets(source)[0]
    found = added(source.lower, hit)
    assert change in (str(found), str(hit.target) if hit.target.change.value != "level" else "")
