"""What the amounts beside a number tell of the unit it lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import plan

from chitieu.checking.subject import Subject
from chitieu.checking.values.bare_amounts import bare_amounts


def bare(line):
    subject = Subject(plan(lines=line))
    ((passage, (_, numerals)),) = zip(subject.passages, subject.numerals, strict=True)
    return [(one.name, one.number, one.unit) for one in bare_amounts(passage, numerals)]


@given(st.integers(1000, 90_000), st.sampled_from(["ha", "tấn", "tỷ đồng", "MW"]))
def test_law_an_amount_has_the_unit_of_its_earlier_value(value, unit):
    """Without a unit it is reported, with one it is not."""
    now, before = (f"{number:,}".replace(",", ".") for number in (value, value + 900))
    line = "- Quy mô ngành in vải đạt {}, giảm 5% so với năm 2025 ({} {})."
    assert bare(line.format(now, before, unit)) == [("Quy mô ngành in vải", now, unit)]
    assert bare(line.format(f"{now} {unit}", before, unit)) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("- Quy mô vùng quế: 12.450 (năm 2025: 12.310 ha).", [("Quy mô vùng quế", "12.450", "ha")]),
        ("- Quy mô vùng quế: 12.450 (năm 2025: 12.310).", []),
        (
            "- Doanh thu ngành công nghệ số đạt 3.100, tăng 5% so với năm 2025 (2.950 tỷ đồng).",
            [("Doanh thu ngành công nghệ số", "3.100", "tỷ đồng")],
        ),
        ("- Quy mô vùng quế: 12.450 (năm 2025: 31 ha).", []),
        ("- Hệ số sử dụng đất đạt 2,35 (năm 2025: 2,3 tấn).", []),
        ("- Số hộ tham gia đạt 1.250 (năm 2025: 1.100 hộ).", []),
    ],
)
def test_bare_amounts(line, found):
    assert bare(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("- Tỷ lệ hộ mắc mạng cáp đạt 91%, hộ mắc mạng riêng đạt 64.", [("hộ mắc mạng riêng", "64", "%")]),
        ("- Tỷ lệ hộ mắc mạng cáp đạt 91%, hộ mắc mạng 5G đạt 64.", [("hộ mắc mạng 5G", "64", "%")]),
        ("- Tỷ lệ hộ mắc mạng cáp đạt 91%, hộ mắc mạng riêng đạt 64%.", []),
        ("- Tỷ lệ hộ mắc mạng cáp đạt 91%, hộ mắc mạng riêng đạt 64 hộ.", []),
        ("- Tỷ lệ hộ mắc mạng cáp đạt 91%, chỉ số hộ hài lòng đạt 64.", []),
        ("- Tỷ lệ hộ mắc mạng cáp đạt 91%, thêm 64 trạm phát.", []),
    ],
)
def test_shares_beside_shares(line, found):
    assert bare(line) == found
