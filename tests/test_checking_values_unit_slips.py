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


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        # a change is no small number, told exactly, and what lies between the two others
        ("Giảm 10 người, từ 40 hộ xuống 30 hộ.", "Giảm 9 người, từ 39 hộ xuống 30 hộ."),
        ("Tăng 420 người, từ 540 hộ lên 960 hộ.", "Tăng khoảng 420 người, từ 540 hộ lên 960 hộ."),
        ("Giảm 420 người, từ trên 960 hộ xuống 540 hộ.", "Giảm trên 420 người, từ 960 hộ xuống 540 hộ."),
        ("Giảm 420 người, từ 960 hộ xuống 540 hộ.", "Giảm 420 người, từ 960 hộ xuống 541 hộ."),
        ("Giảm 420 người, từ 960 hộ xuống 540 hộ.", "Giảm 420 người, từ 960 hộ xuống 539 hộ."),
        # in one statement, ahead of the two or behind them
        ("Giảm 420 người, từ 960 hộ xuống 540 hộ.", "Giảm 420 người; từ 960 hộ xuống 540 hộ."),
        ("Giảm 420 người, từ 960 hộ xuống 540 hộ.", "Giảm 420 người. Từ 960 hộ xuống 540 hộ."),
        ("Từ 960 hộ xuống còn 540 hộ, giảm 420 người.", "Từ 960 hộ xuống còn 540 hộ; giảm 420 người."),
        ("Có 9 xã, từ 960 hộ xuống còn 540 hộ, giảm 420 người.", "Từ 960 hộ xuống còn 540 hộ, 7 tổ giảm 420 người."),
        (f"Giảm 420 người {'ở bản xa, ' * 11}từ 960 hộ xuống 540 hộ.", f"Giảm 420 người {'ở bản xa, ' * 13}từ 960 hộ xuống 540 hộ."),
        (f"Từ 960 hộ xuống 540 hộ {'ở bản xa, ' * 11}giảm 420 người.", f"Từ 960 hộ xuống 540 hộ {'ở bản xa, ' * 13}giảm 420 người."),
        # the two are of one thing, and words lead from the one to the other
        ("Giảm 420 người, từ 960 hộ xuống 540 hộ.", "Giảm 420 người, từ 960 hộ xuống 540 xã."),
        ("Giảm 420 người, từ 960 hộ xuống 540 hộ.", "Giảm 420 người, từ 960 hộ, rồi 540 hộ."),
        ("Giảm 420 ha, từ 960 km xuống 540 km.", "Giảm 420 tấn, từ 960 tạ xuống 540 tạ."),
        # a time: what is made in a year to one part in a hundred
        ("Lò nung 40 tấn/tháng, cả năm 14.745 tấn.", "Lò nung 40 tấn/tháng, cả năm 14.747 tấn."),
        ("Lò nung 40 tấn/tháng, cả năm 14.455 tấn.", "Lò nung 40 tấn/tháng, cả năm 14.453 tấn."),
        ("Lò nung 40 tấn/tháng (280 tấn/tuần).", "Lò nung 40 tấn/ngày (280 tấn/tuần)."),
        ("Lò nung 40 tấn/tháng (14.600 tấn/năm).", "Lò nung 40 tấn/tháng, tức 14.600 tấn."),
        ("Lò nung trên 40 tấn/tháng, cả năm 14.600 tấn.", "Lò nung 30 - 40 tấn/tháng, cả năm 14.600 tấn."),
        ("Lò nung 40 tấn/tháng, cả năm 14.600 tấn.", "Lò nung tăng 40 tấn/tháng, cả năm 14.600 tấn."),
        ("Lò nung 40 tấn/tháng, cả năm 14.600 tấn.", "Lò nung 40 tấn/mẻ, cả năm 14.600 tấn."),
        ("Lò nung 40 tấn/tháng, cả năm 14.600 tấn.", "Lò nung 40 tấn/tháng, cả năm 14.600 tạ."),
        ("Lò nung 1 tấn/tháng, cả năm 365 tấn.", "Lò nung 0,9 tấn/tháng, cả năm 328,5 tấn."),
    ],
)  # fmt: skip
def test_where_numbers_tell_of_a_slip(right, wrong):
    """One amount of the sentence is a slip; the nearest sentence tells of none."""
    assert len(slips(right)) == 1
    assert slips(wrong) == []


@pytest.mark.parametrize(
    ("now", "earlier", "expected"),
    [
        # nearer than twice as numbers, farther as amounts, or not of one thing
        ("4,2%", "8,3‰", "‰"),
        ("4,2%", "8,4‰", None),
        ("4,2%", "4,6%", None),
        ("4,2%", "42‰", None),
        ("42 tỷ đồng", "46 triệu đồng", "triệu đồng"),
        ("1,2 tỷ đồng", "950 triệu đồng", None),
        ("4,2 tấn", "4,6 tạ", "tạ"),
        ("42 tấn", "83 ha", "ha"),
        ("42 tấn", "84 ha", None),
        ("83 tấn", "42 ha", "ha"),
        ("84 tấn", "42 ha", None),
        # of things counted, other kinds and amounts for each nothing is known
        ("42 xe", "46 thuyền", None),
        ("42 tấn", "46 tỷ đồng", None),
        ("42 triệu đồng/ha", "46 triệu đồng", None),
        ("42/50 tấn", "46 ha", None),
        ("42 tấn", "46/50 ha", None),
        ("0 tấn", "46 ha", None),
        ("42 tấn", "0 ha", None),
    ],
)
def test_an_earlier_value_is_near(now, earlier, expected):
    text = f"Chợ phiên bán {now} (năm 2025 là {earlier})."
    findings = ct.check(ct.Plan(text=text), rules=["unit-fits"])
    assert [one.fields["expected"] for one in findings] == ([] if expected is None else [expected])
    assert slips(text.replace("(năm 2025 là", "(kho giữ")) == []
    assert slips(text.replace("Chợ phiên bán", "Chợ phiên tăng")) == []


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ("350.400", "tấn/giờ"), ("14.600", "tấn/ngày"), ("2.080", "tấn/tuần"), ("480", None), ("160", "tấn/quý"), ("17", None),
    ],
)  # fmt: skip
def test_which_time_is_meant(year, expected):
    findings = ct.check(ct.Plan(text=f"Lò nung 40 tấn/tháng, cả năm {year} tấn."), rules=["unit-fits"])
    assert [one.fields["expected"] for one in findings] == ([] if expected is None else [expected])
