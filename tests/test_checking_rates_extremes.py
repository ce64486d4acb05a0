"""The highest, the lowest and the mean of a group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.rates.extremes import means_of_extremes
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText


def said(text):
    source = SourceText(text)
    passage = Piece(source, placed=True), tuple(scan_targets(source)[0])
    return [(one.name, one.equation, one.holds) for one in means_of_extremes(passage, Ranges.of([]))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỷ lệ đúng hạn bình quân toàn tỉnh đạt 45%; nơi cao nhất đạt 98%, nơi thấp nhất đạt 52%.", [("52 ≤ 45 ≤ 98", False)]),
        ("Năng suất ngô cao nhất 6,1 tấn/ha, thấp nhất 4,2 tấn/ha, trung bình 5,0 tấn/ha.", [("4,2 ≤ 5,0 ≤ 6,1", True)]),
        ("Nhóm tăng cao nhất là y tế (6%), nhóm tăng thấp nhất là giao thông (1%); chỉ số chung của các nhóm tăng 9%.", []),
        ("Chỉ số của nhóm tăng cao nhất là y tế (6%), nhóm tăng thấp nhất là giao thông (1%); chỉ số chung tăng 9%.", [("1 ≤ 9 ≤ 6", False)]),
        # a total, another thing, the country, bounds, falls, one of the three alone
        ("Mưa lớn nhất 90 mm, thấp nhất 20 mm; tổng chung 800 mm.", []),
        ("Lương cao nhất 30 triệu đồng, thấp nhất 5 triệu đồng, thưởng bình quân 3 triệu đồng.", []),
        ("Tỷ lệ hộ nghèo cao nhất 5%, thấp nhất 1%; bình quân cả nước 7%.", []),
        ("Phấn đấu ít nhất 90% hộ, cao nhất 98% hộ, bình quân 80% hộ.", []),
        ("Nhóm giảm mạnh nhất 3%, nhóm giảm chậm nhất 1%, bình quân giảm 2%.", []),
        ("Xã cao nhất 98%, xã thấp nhất 52%. Bình quân 45%.", []),
        ("Xã cao nhất 98%, xã thấp nhất 52%, ba xã khác 60%.", []),
        ("Xã cao nhất 98%, xã thấp nhất 520 hộ, bình quân 45%.", []),
    ],
)  # fmt: skip
def test_means_of_extremes(text, expected):
    assert [(equation, holds) for _, equation, holds in said(text)] == expected


@given(st.permutations([("cao nhất", 90), ("thấp nhất", 50)]), st.integers(30, 110), st.booleans())
def test_any_order_is_read(ends, mean, first):
    """The mean holds exactly if it lies between the two, wherever it stands."""
    (one, two), middle = [f"xã {words} {value}%" for words, value in ends], f"bình quân các xã {mean}%"
    listed = [middle, one, two] if first else [one, two, middle]
    ((_, _, holds),) = said(f"Tỷ lệ đúng hạn: {', '.join(listed)}.")
    assert holds is (50 <= mean <= 90)
