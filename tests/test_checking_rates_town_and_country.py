"""Rates of town, of country and of both together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def said(*lines):
    """Return the equation and the verdict of the rates of town and country that are found together."""
    items = tuple(item for line in lines for item in ct.parse_indicators(f"1) {line};"))
    found = ct.run_checks(ct.Plan(indicators=items, period=ct.Period(2026)), rules=[]).identities
    return [(one.equation, one.holds) for one in found if one.kind.value == "between"]


TOWN, COUNTRY, BOTH = (f"Tỷ lệ thu gom rác {where}" for where in ("khu vực đô thị", "ở nông thôn", "toàn tỉnh"))


def test_so_much_a_day_is_no_rate():
    """Town and country have their parts of what is used in a day: they add up to it, and it lies above both."""
    text = "Công suất cấp nước 486.000 m3/ngày đêm (đô thị: 214.000 m3/ngày đêm; nông thôn: 272.000 m3/ngày đêm)."
    assert ct.check(ct.Plan(indicators=ct.parse_indicators(text))) == ()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([f"{TOWN} 97%", f"{COUNTRY} 82%", f"{BOTH} 90%"], [("82 ≤ 90 ≤ 97", True)]),
        ([f"{COUNTRY} 82%", f"{BOTH} 98%", f"{TOWN} 97%"], [("82 ≤ 98 ≤ 97", False)]),
        ([f"{TOWN} 97%", f"{COUNTRY} 82%", "Tỷ lệ thu gom rác 80%"], [("82 ≤ 80 ≤ 97", False)]),
        ([f"{TOWN} 97%", f"{COUNTRY} 82%", "Tỉ lệ thu gom rác của tỉnh 80%"], [("82 ≤ 80 ≤ 97", False)]),
        # means for each are rates too, in more words or fewer
        (["Thu nhập bình quân đầu người 5,2 triệu đồng/người/tháng; trong đó: thành thị 5.100 nghìn đồng/người/tháng, nông thôn 3.800 nghìn đồng/người/tháng"], [("3.800 ≤ 5,2 ≤ 5.100", False)]),
        (["Thu nhập bình quân đầu người 58 triệu đồng/năm (thành thị 70 triệu đồng, nông thôn 50 triệu đồng)"], [("50 ≤ 58 ≤ 70", True)]),
        (["Thu nhập bình quân đầu người 48 triệu đồng/năm (thành thị 70 triệu đồng, nông thôn 50 triệu đồng)"], [("50 ≤ 48 ≤ 70", False)]),
        (["Tuổi thọ trung bình 74,1 tuổi (thành thị 75,8 tuổi, nông thôn 74,9 tuổi)"], [("74,9 ≤ 74,1 ≤ 75,8", False)]),
        # one of the three is missing, or there twice, or of something else
        ([f"{TOWN} 97%", f"{COUNTRY} 82%"], []),
        ([f"{TOWN} 97%", f"{BOTH} 98%"], []),
        ([f"{TOWN} 97%", f"{COUNTRY} 82%", f"{BOTH} 98%", f"{BOTH} 90%"], []),
        ([f"{TOWN} 97%", f"{COUNTRY} 82%", "Tỷ lệ thu gom nước thải toàn tỉnh 98%"], []),
        # changes, amounts and other years are no rates of the year
        ([f"{TOWN} 97%", f"{COUNTRY} 82%", f"{BOTH} tăng 98%"], []),
        ([f"{TOWN} 97%", f"{COUNTRY} 82%", f"{BOTH} 98 tấn"], []),
        ([f"{TOWN} 97%", f"{COUNTRY} 82%", f"{BOTH} đến năm 2030 đạt 98%"], []),
        # the words are not always those of a place
        (["Tỷ lệ đô thị hóa 30%", "Tỷ lệ ở nông thôn mới 20%", "Tỷ lệ 90%"], []),
        # two words at least say of what it is
        (["Nước sạch đô thị 97%", "Nước sạch nông thôn 82%", "Nước sạch toàn tỉnh 98%"], [("82 ≤ 98 ≤ 97", False)]),
        (["Điện đô thị 97%", "Điện nông thôn 82%", "Điện toàn tỉnh 98%"], []),
        # a part needs to say no more than the first words of what is measured
        (["Hộ gia đình có cầu rửa 88% của 90.000 hộ; trong đó hộ ở phường 95%, hộ ở xã 91%"], [("91 ≤ 88 ≤ 95", False)]),
        (["Hộ gia đình có cầu rửa 93% của 90.000 hộ; trong đó hộ ở phường 95%, hộ ở xã 91%"], [("91 ≤ 93 ≤ 95", True)]),
        (["Tỷ lệ trường học có cầu rửa 88%; trong đó trường thuộc phường 95%, trường thuộc xã 91%"], [("91 ≤ 88 ≤ 95", False)]),
        (["Tỷ lệ trường học có cầu rửa 88%; trạm ở phường 95%, trạm ở xã 91%"], []),
        # one line says all three, and those of others are not mixed with it
        ([f"{TOWN} 97%, khu vực nông thôn 82%, chung toàn tỉnh 98%"], [("82 ≤ 98 ≤ 97", False)]),
        (
            [f"{TOWN} 97%, khu vực nông thôn 82%, chung toàn tỉnh 90%", f"{BOTH} 91%"],
            [("82 ≤ 90 ≤ 97", True)],
        ),
        (
            ["Tỷ lệ cấp nước 50%", "Tỷ lệ cấp nước đô thị 60%", "Tỷ lệ cấp nước nông thôn 40%", f"{TOWN} 97%", f"{COUNTRY} 82%", f"{BOTH} 98%"],
            [("40 ≤ 50 ≤ 60", True), ("82 ≤ 98 ≤ 97", False)],
        ),
    ],
)  # fmt: skip
def test_the_rate_of_both_lies_between_those_of_town_and_country(lines, expected):
    assert said(*lines) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # towns are wards since 2025, the country communes
        ("Tỷ lệ trường có sân chơi 70%, trong đó khu vực phường 62%, khu vực xã 65%", [False]),
        ("Tỷ lệ trường có sân chơi 63%; trong đó: các phường 62%; các xã 65%", [True]),
        ("Tỷ lệ trường có sân chơi 70% (phường 62%, xã 65%)", [False]),
        ("Tỷ lệ trường có sân chơi khối phường 62%, khối xã 65%, chung toàn tỉnh 70%", [False]),
        ("Tỷ lệ trường có sân chơi 70%; trong đó tại các phường đạt 62%; tại các xã đạt 65%", [False]),
        ("Tỷ lệ xã, phường có sân chơi 70%", []),
        # other divisions of all there is; the rarer groups of one may be among the parts
        ("Tỷ lệ hộ có nước sạch 97%, trong đó vùng đồng bằng 95%, vùng miền núi 82%", [False]),
        ("Tỷ lệ hộ có nước sạch 97%, trong đó vùng đồng bằng 95%, vùng miền núi 82%, đô thị 100%", [True]),
        ("Tỷ lệ hộ có nước sạch 97%, trong đó vùng đồng bằng 95%, ven biển 82%", []),
        ("Tuổi thọ trung bình 74,5 tuổi (nam 72,1 tuổi, nữ 77,2 tuổi)", [True]),
        ("Tuổi thọ trung bình 78,5 tuổi (nam 72,1 tuổi, nữ 77,2 tuổi)", [False]),
        ("Tỷ lệ trường có sân chơi 70%, trong đó công lập 61%, ngoài công lập 30%", [False]),
        # shares of the whole, or of one hundred
        ("Tỷ lệ lao động có việc làm 75%, trong đó nam 40%, nữ 35%", []),
        ("Tỷ lệ hộ nghèo 5%, trong đó khu vực phường 20%, khu vực xã 80%", []),
    ],
)  # fmt: skip
def test_other_divisions(line, expected):
    assert [holds for _, holds in said(line)] == expected


@given(*[st.integers(1, 99)] * 3)
def test_the_verdict_is_that_of_the_numbers(wards, communes, both):
    """A rate of all is right exactly if it lies between those of wards and of communes; shares are left alone."""
    found = [holds for _, holds in said(f"Tỷ lệ trường có sân chơi {both}%, trong đó phường {wards}%, xã {communes}%")]
    inside = min(wards, communes) <= both <= max(wards, communes)
    if wards + communes not in (both, 100) or inside:
        assert found == [inside]
