"""Whether a name means an indicator of the catalogue for certain."""

import pytest

from chitieu.checking.named_amounts.certainty import certain_key
from chitieu.targets.target import Change
from chitieu.units import parse_unit


@pytest.mark.parametrize(
    ("name", "unit", "change", "key"),
    [
        ("Tỷ lệ che phủ rừng", None, None, "forest"),
        ("Tỉ lệ rừng che phủ năm 2026", None, None, "forest"),
        # decided by the target
        ("GRDP", "%", Change.INCREASE, "grdp_growth"),
        ("Hộ nghèo", "hộ", None, "poor_households"),
        # without accents, with words that may make it another one, of another unit
        ("Ty le che phu rung", None, None, None),
        ("Tỷ lệ che phủ rừng tại 3 xã bãi ngang", None, None, None),
        ("Tỷ lệ che phủ rừng", "ha", None, None),
        ("Số tổ ong", None, None, None),
        # who pays, and what comes in
        ("Ngân sách tỉnh", "tỷ đồng", None, None),
        ("từ nguồn ngân sách nhà nước", "tỷ đồng", None, None),
        ("Thu ngân sách tỉnh", "tỷ đồng", None, "bud_rev"),
    ],
)
def test_what_is_certain(name, unit, change, key):
    assert certain_key(name, unit=parse_unit(unit) if unit else None, change=change) == key
