"""Units that are slips because the numbers agree without them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def slips(text):
    return [str(one.fields["value"]) for one in ct.check(ct.Plan(text=text), rules=["unit-fits"])]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Thu hút 90 triệu đồng vốn mới, gồm dự án dệt 60 triệu USD và dự án giày 30 triệu USD.", ["90 triệu đồng"]),
        ("Nâng cấp 90 km, gồm 60 km qua xã A và 30 tấn qua xã B.", ["30 tấn"]),
        ("Giảm 420 người, từ 960 hộ xuống 540 hộ.", ["giảm 420 người"]),
        ("Tỷ suất nhập cư 4,2% (năm 2025 là 4,6‰).", ["4,2%"]),
        ("Vốn mới 250 triệu USD (năm 2025: 230 triệu đồng).", ["250 triệu USD"]),
        ("Số hộ giảm từ 960 hộ xuống còn 540 hộ, giảm 420 người.", ["giảm 420 người"]),
    ],
)
def test_a_slip_is_found(text, odd):
    assert slips(text) == odd


@pytest.mark.parametrize(
    "text",
    [
        "Vốn mới 1,2 tỷ đồng (năm 2025: 950 triệu đồng); rừng 12,5 nghìn ha (năm 2025: 12.100 ha).",
        "Thu nhập bình quân 84 triệu đồng/người/năm (năm 2025: 76 triệu đồng/người).",
        "Thành lập 90 mô hình, gồm 60 hộ và 30 hộ.", "Trồng 90 ha, gồm 60 ha keo và 30 cây dừa.", "Giảm 420 hộ nghèo, từ 960 hộ xuống 540 hộ.",
        "Giảm 20 lao động, từ 120 người xuống 100 người.", "Giảm 7 người, từ 12 hộ xuống 5 hộ.", "Cử 90 người, gồm 60 bác sĩ và 30 điều dưỡng.",
    ],
)  # fmt: skip
def test_nouns_of_one_thing_are_no_slip(text):
    assert slips(text) == []


@given(st.integers(5, 5000), st.integers(5, 5000))
def test_numbers_that_do_not_add_up_say_nothing(one, other):
    """The law: where the numbers do not agree, another unit is no slip."""
    assert (
        slips(f"Thu hút {one + other + 1} triệu đồng, gồm dự án A {one} triệu USD và dự án B {other} triệu USD.") == []
    )


IN_A_YEAR = {"ngày": 365, "tháng": 12, "quý": 4, "năm": 1}


@given(st.integers(20, 900), st.sampled_from(sorted(IN_A_YEAR)), st.sampled_from(sorted(IN_A_YEAR)))
def test_law_the_amount_of_a_year_tells_the_time_of_the_other(each, meant, written):
    """What is so many times as much in a year is for the time there are so many of in a year."""
    found = slips(f"Thu gom {each} tấn/{written}, tương đương {each * IN_A_YEAR[meant]} tấn/năm.")
    assert bool(found) == (meant != written)


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Lương thợ dệt 96 triệu đồng/người/tháng (8 triệu đồng/người/tháng).", ["96 triệu đồng/người/tháng"]),
        ("Lương thợ dệt 96 triệu đồng/người/năm (8 triệu đồng/người/tháng).", []),
        ("Nhà máy ép 40 tấn/tháng, cả năm 14.600 tấn.", ["40 tấn/tháng"]),
        ("Nhà máy ép 40 tấn/ngày, cả năm 14.600 tấn.", []),
        ("Nhà máy ép 40 tấn/tháng, trong đó 14.600 tấn vụ chính.", []),
    ],
)
def test_one_amount_for_two_times(text, odd):
    assert slips(text) == odd
