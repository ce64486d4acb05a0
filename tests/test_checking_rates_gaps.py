"""How far two groups are apart."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.rates.gaps import gaps
from chitieu.checking.texts.pieces import Piece
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText


def said(text):
    source = SourceText(text)
    passage = Piece(source, placed=True), tuple(scan_targets(source)[0])
    return [(str(one.expected.value), one.holds) for one in gaps(passage)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỷ lệ hộ có điện ở thành thị 98,0%; nông thôn thấp hơn 3,5 điểm phần trăm, đạt 94,5%.", [("94.5", True)]),
        ("Tỷ lệ hộ có điện ở thành thị 98,0%; nông thôn cao hơn 3,5 điểm phần trăm, đạt 94,5%.", [("101.5", False)]),
        ("Hộ nghèo: thành thị 0,5%, nông thôn 1,9%, cao hơn thành thị 1,2 điểm phần trăm.", [("1.4", False)]),
        ("Thu nhập vùng đồng bằng 8,0 triệu đồng/tháng, miền núi 7,1 triệu đồng/tháng; chênh lệch 0,9 triệu đồng.", [("0.9", True)]),
        ("Thu nhập thành thị 8,0 triệu đồng/tháng, nông thôn 7,1 triệu đồng/tháng; khoảng cách 1,9 triệu đồng.", [("0.9", False)]),
        # to a plan, another time or all of them; of groups that are none; in another sentence
        ("Hộ nghèo: thành thị 0,5%, nông thôn 1,9%, thấp hơn kế hoạch 0,2 điểm phần trăm.", []),
        ("Hộ nghèo: thành thị 0,5%, nông thôn 1,9%, thấp hơn 0,2 điểm phần trăm so với năm 2025.", []),
        ("Hộ nghèo: thành thị 0,5%, nông thôn 1,9%; khoảng cách thu hẹp 0,2 điểm phần trăm.", []),
        ("Tỷ lệ lúa 60%, tỷ lệ ngô 40%, thấp hơn 5 điểm phần trăm.", []),
        ("Hộ nghèo: thành thị 0,5%, nông thôn 1,9%. Chênh lệch 0,2 điểm phần trăm.", []),
    ],
)  # fmt: skip
def test_gaps(text, expected):
    assert said(text) == expected


@given(st.integers(100, 500), st.integers(1, 90), st.integers(1, 90))
def test_law_a_gap_is_what_two_rates_are_apart(level, apart, stated):
    """A gap that is stated holds if and only if it is that of the two, up to one unit of the last digit."""
    high, low, told = (f"{Decimal(one) / 10:.1f}".replace(".", ",") for one in (level + apart, level, stated))
    text = f"Tỷ lệ ở thành thị {high}%, ở nông thôn {low}%, khoảng cách {told} điểm phần trăm."
    assert said(text) == [(f"{Decimal(apart) / 10:.1f}", abs(apart - stated) <= 1)]
