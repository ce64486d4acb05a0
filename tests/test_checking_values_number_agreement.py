"""Amounts whose numbers come out of those beside them and whose units do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.numbers.decimals import format_number


def odd(text):
    return [str(one.fields["value"]) for one in ct.check(ct.Plan(text=text), rules=["unit-fits"])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bố trí 630 tỷ đồng cho y tế, bằng 3,5% tổng chi (18.000 ha).", ["18.000 ha"]),
        ("Bán lẻ 46.200 tỷ đồng, tăng 10% so với năm 2024 (42.000 ha).", ["42.000 ha"]),
        ("Giao vốn 4.310 tỷ đồng (cấp tỉnh 2.640 ha, cấp xã 1.670 tỷ đồng).", ["2.640 ha"]),
        ("Đã tuyển 1.317 giáo viên trên 1.540 chỉ tiêu, còn thiếu 223 tỷ đồng.", ["223 tỷ đồng"]),
        ("Vụ xuân 850 kg, năng suất 62 tạ/ha, sản lượng 5.270 tấn.", ["850 kg"]),
        ("Vụ xuân 850 ha, năng suất 62 tạ/ha, sản lượng 5.270 tỷ đồng.", ["5.270 tỷ đồng"]),
        ("Nuôi 74.600 tấn tôm, trong đó tôm sú 51.300 tấn, tôm thẻ 23.300 tỷ đồng.", ["23.300 tỷ đồng"]),
    ],
)
def test_the_odd_one_is_found(text, found):
    assert odd(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Vụ xuân 850 ha, năng suất 62 tạ/ha, sản lượng 5.270 tấn.", "Sản lượng 5.270 tấn, năng suất 62 tạ/ha, diện tích 850 ha.",
        "Dạy nghề 120 người, kinh phí 240 triệu đồng, đạt 50%.", "Trồng 100 ha ngô, 200 ha đậu, thu 300 tấn.",
        "Nâng cấp hẻm dài 6,4 km, vốn 18,6 tỷ đồng, trong đó ngân sách 12,2 tỷ đồng, dân góp 6,4 tỷ đồng.",
        "Đoàn đoạt 115 huy chương vàng, 122 bạc, 237 đồng.", "Mua 30 máy, 60 bộ bàn, chi 90 triệu đồng.",
        "Đóng điện 180 MW, nâng công suất từ 3.750 MW lên 3.930 MW; xuất khẩu điện 180 triệu USD.",
    ],
)  # fmt: skip
def test_numbers_that_agree_by_chance_say_nothing(text):
    assert odd(text) == []


@given(st.integers(1001, 99_999), st.integers(11, 899))
def test_law_a_growth_holds_in_one_unit_or_one_of_the_two_is_a_slip(earlier, thousandths):
    """What grows by so much is of what it grew from: the same sentence in one unit is right, in two it is not."""
    now, rate = round(earlier * (1 + thousandths / 1000)), f"{thousandths // 10},{thousandths % 10}"
    for unit in ("tỷ đồng", "ha"):
        text = f"Quy mô {format_number(now)} tỷ đồng, tăng {rate}% so với năm trước ({format_number(earlier)} {unit})."
        near = abs(now / earlier - 1 - thousandths / 1000) < 0.0004
        assert not odd(text) or unit == "ha"
        assert odd(text) or unit != "ha" or not near


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        # a share needs many digits, or words that say what it is of
        ("Góp 631 tấn, đạt 25% (2.524 {}).", "Góp 42 tấn, đạt 50% (84 {}).", "2.524 tỷ đồng"),
        ("Góp 42 tấn, bằng 50% tổng quỹ (84 {}).", "Góp 42 tấn, bằng 50% ở quỹ (84 {}).", "84 tỷ đồng"),
        # the sum is right to the last digit, a share to half of its own
        ("Góp 431 tấn (thôn Thượng 264 {}, thôn Hạ 167 tấn).", "Góp 431 tấn (thôn Thượng 264 {}, thôn Hạ 168 tấn).", "264 tỷ đồng"),
        ("Góp 640 tấn, bằng 25% tổng quỹ (2.524 {}).", "Góp 645 tấn, bằng 25% tổng quỹ (2.524 {}).", "2.524 tỷ đồng"),
        # growth and its opposite
        ("Góp 631 tấn, tăng 25% so với năm trước (505 {}).", "Góp 631 tấn, tăng 25% so với năm trước (842 {}).", "505 tỷ đồng"),
        ("Góp 631 tấn, giảm 20% so với năm trước (789 {}).", "Góp 631 tấn, giảm 20% so với năm trước (526 {}).", "789 tỷ đồng"),
        # digits that tell: noughts at the end and single digits do not
        ("Góp 431 tấn (thôn Thượng 264 {}, thôn Hạ 167 tấn).", "Góp 430 tấn (thôn Thượng 260 {}, thôn Hạ 170 tấn).", "264 tỷ đồng"),
        ("Góp 123 tấn (thôn Thượng 111 {}, thôn Hạ 12 tấn).", "Góp 123 tấn (thôn Thượng 114 {}, thôn Hạ 9 tấn).", "111 tỷ đồng"),
        ("Góp 43,0 tấn (thôn Thượng 26,0 {}, thôn Hạ 17,0 tấn).", "Góp 43 tấn (thôn Thượng 26 {}, thôn Hạ 17 tấn).", "26,0 tỷ đồng"),
        # eight parts are looked at
        ("Góp 108 tấn (11 {}, 12 tấn, 13 tấn, 14 tấn, 13 tấn, 15 tấn, 14 tấn, 16 tấn).", "Góp 125 tấn (11 {}, 12 tấn, 13 tấn, 14 tấn, 13 tấn, 15 tấn, 14 tấn, 16 tấn, 17 tấn).", "11 tỷ đồng"),
        # the whole behind its parts, and between two
        ("Thôn Thượng 264 {}, thôn Hạ 167 tấn, góp 431 tấn.", "Thôn Thượng 264 {}, thôn Hạ 176 tấn, góp 431 tấn.", "264 tỷ đồng"),
        ("Thôn Nam 35 tấn, thôn Thượng 264 {}, thôn Hạ 167 tấn, góp 431 tấn.", "Thôn Thượng 264 {}, thôn Hạ 167 tấn, thôn Nam 35 tấn, góp 431 tấn.", "264 tỷ đồng"),
        ("Thôn Thượng 264 tấn, góp 431 tấn, thôn Hạ 167 {}.", "Thôn Thượng 264 tấn, góp 431 tấn, thôn Hạ 176 {}.", "167 tỷ đồng"),
        # rates, small amounts and amounts for each beside parts are none
        ("Góp 431 tấn (thôn Thượng 264 {}, đạt 61,3%, thôn Hạ 167 tấn).", "Góp 431 tấn (thôn Thượng 264 {}, để lại 61 tấn, thôn Hạ 167 tấn).", "264 tỷ đồng"),
        ("Góp 431 tấn (thôn Thượng 264 {}, thừa 0,5 tấn, thôn Hạ 167 tấn).", "Góp 431 tấn (thôn Thượng 264 {}, thừa 5 tấn, thôn Hạ 167 tấn).", "264 tỷ đồng"),
        ("Góp 431 tấn (thôn Thượng 264 {}, khoán 2 tấn/xóm, thôn Hạ 167 tấn).", "Góp 431 tấn (thôn Thượng 264 {}, khoán 2 tấn, thôn Hạ 167 tấn).", "264 tỷ đồng"),
        ("Góp 431 tấn (thôn Thượng 264 {}, mỗi xóm 2 - 5 tấn, thôn Hạ 167 tấn).", "Góp 431 tấn (thôn Thượng 264 {}, mỗi xóm 2 tấn, thôn Hạ 167 tấn).", "264 tỷ đồng"),
        # two of the other unit, and two other units, are no slip of one
        ("Góp 49 tấn (11 tấn, 12 tấn, 13 {}, 13 tấn).", "Góp 49 tấn (11 tấn, 12 {}, 13 {}, 13 tấn).", "13 tỷ đồng"),
        ("Góp 431 tấn (thôn Thượng 264 {}, thôn Hạ 167 tấn).", "Góp 431 tấn (thôn Thượng 264 {}, thôn Hạ 167 ha).", "264 tỷ đồng"),
    ],
)  # fmt: skip
def test_how_near_numbers_must_agree(right, wrong, found):
    """The odd one is found where the numbers tell; not in one unit, and not in the nearest sentence that does not tell."""
    assert odd(right.format("tỷ đồng")) == [found]
    assert odd(right.format("tấn")) == []
    assert odd(wrong.replace("{}", "tỷ đồng")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # of two amounts the one is odd whose unit the sentence has less often, else the one behind
        ("Thu 20 tấn, 31 tấn, góp 631 tấn, bằng 25% tổng quỹ 2.524 tỷ đồng.", "2.524 tỷ đồng"),
        ("Thu 20 tỷ đồng, 31 tỷ đồng, góp 631 tấn, bằng 25% tổng quỹ 2.524 tỷ đồng.", "631 tấn"),
        ("Góp 631 tấn, bằng 25% tổng quỹ 2.524 tỷ đồng.", "2.524 tỷ đồng"),
        # among three and more the number of each unit counts, wherever in the sentence
        ("Góp 431 tấn, gồm 264 tỷ đồng, 167 tỷ đồng, giữ 20 tấn, bán 33 tấn, cho 12 tấn.", "431 tấn"),
        # a few amounts may stand between a percentage and what it is of
        ("Góp 631 tấn, 20 tấn, 25%, 31 tấn, 2.524 tỷ đồng.", "2.524 tỷ đồng"),
        ("Góp 631 tấn, 20 tấn, 25%, 31 tấn, 37 tấn, 2.524 tỷ đồng.", None),
        ("Góp 631 tấn, 20 tấn, 31 tấn, 25%, 2.524 tỷ đồng.", "2.524 tỷ đồng"),
        ("Góp 631 tấn, 20 tấn, 31 tấn, 37 tấn, 25%, 2.524 tỷ đồng.", None),
        # what is said to be parts need not have many digits
        ("Góp 60 tỷ đồng, gồm 40 triệu USD và 20 triệu USD.", "60 tỷ đồng"),
        ("Góp 6 tỷ đồng, gồm 4 triệu USD và 2 triệu USD.", None),
        ("Góp 60 tỷ đồng, so với 40 triệu USD và 20 triệu USD.", None),
        ("Góp 60 tỷ đồng, gồm 40 triệu USD; 20 triệu USD.", None),
        ("Góp 60 tỷ đồng, gồm 40 triệu USD và năm 2025 là 20 triệu USD.", None),
        ("Góp 60 tỷ đồng, gồm 40 triệu USD, tăng thêm 20 triệu USD.", None),
        ("Giảm 60 tỷ đồng, gồm 40 triệu USD và 20 triệu USD.", None),
        ("Trồng 60 ha, gồm 40 rừng keo và 20 rừng quế.", None),
        # no shares: from so much to so much, and of nothing
        ("Góp 631 tấn, bằng 20 - 25% tổng quỹ 2.524 tỷ đồng.", None),
        ("Góp 63 tấn, đạt 0% tổng quỹ (2.524 tỷ đồng).", None),
        ("Góp 631 tấn, tăng thêm 2.524 tỷ đồng, bằng 25%.", "tăng 2.524 tỷ đồng"),
        # another sentence, another cell, and far away
        ("Góp 431 tấn; thôn Thượng 264 tỷ đồng; thôn Hạ 167 tấn.", "264 tỷ đồng"),
        ("Góp 431 tấn. Thôn Thượng 264 tỷ đồng. Thôn Hạ 167 tấn.", None),
        ("Góp 431 tấn | thôn Thượng 264 tỷ đồng | thôn Hạ 167 tấn.", None),
        (f"Góp 431 tấn {'lúa nếp và lúa tẻ ' * 5}, thôn Thượng 264 tỷ đồng, thôn Hạ 167 tấn.", "264 tỷ đồng"),
        (f"Góp 431 tấn {'lúa nếp và lúa tẻ ' * 6}, thôn Thượng 264 tỷ đồng, thôn Hạ 167 tấn.", None),
        (f"{'Bán 7 tấn, ' * 57}góp 431 tấn, thôn Thượng 264 tỷ đồng, thôn Hạ 167 tấn.", "264 tỷ đồng"),
        (f"{'Bán 7 tấn, ' * 58}góp 431 tấn, thôn Thượng 264 tỷ đồng, thôn Hạ 167 tấn.", None),
        # a scale word alone may be money or not
        ("Góp 431 tấn (thôn Thượng 264 triệu, thôn Hạ 167 tấn).", None),
    ],
)  # fmt: skip
def test_which_one_is_odd(text, found):
    assert odd(text) == ([] if found is None else [found])


@pytest.mark.parametrize("size", ["52.700", "5.270", "52,7", "5,27"])
@pytest.mark.parametrize(("text", "unit"), [("Vụ đông 850 ha, năng suất 62 tạ/ha, sản lượng {} {}.", "tỷ đồng")])
def test_a_harvest_may_be_told_in_larger_units(text, unit, size):
    assert odd(text.format(size, unit)) == [f"{size} {unit}"]
    assert odd(text.format(size, "tấn")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vụ đông 850 ha, năng suất 62 tạ/ha, sản lượng 5.280 tỷ đồng.", "5.280 tỷ đồng"),
        ("Vụ đông 850 ha, năng suất 62 tạ/ha, sản lượng 5.281 tỷ đồng.", None),
        ("Vụ đông 850 ha, năng suất 62 tạ/ha, sản lượng 5.259 tỷ đồng.", None),
        ("Vụ đông 850 ha, năng suất 62 tạ/ha, sản lượng 527 tỷ đồng.", None),
        ("Vụ đông 850 xã, năng suất 6,2 tấn/ha, sản lượng 5.270 tấn.", "850 xã"),
        ("Vụ đông 850 kg, năng suất 62 tạ/ha, sản lượng 5.270 MW.", None),
        ("Vụ đông 850 ha, công 62 triệu đồng/ha, sản lượng 52.700 tấn.", None),
        ("Vụ đông 0 ha, năng suất 62 tạ/ha, sản lượng 5.270 con.", None),
        ("Vụ đông 850 ha, năng suất 62 tạ/ha, sản lượng 0 con.", None),
    ],
)
def test_a_yield_tells_what_it_is_of(text, found):
    assert odd(text) == ([] if found is None else [found])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Góp 431 tấn, gồm 264 tỷ đồng, 167 tỷ đồng.", "tỷ đồng"),
        ("Góp 431 tấn, gồm 264 tấn, 167 tỷ đồng.", "tấn"),
        ("Góp 631 tấn, bằng 25% tổng quỹ 2.524 tỷ đồng.", "tấn"),
        ("Tuyển 431 thợ, gồm 264 thợ rèn, 167 tấn.", "thợ"),
        ("Vụ đông 850 ha, năng suất 62 tạ/ha, sản lượng 52.700 tỷ đồng.", "tạ"),
        ("Vụ đông 850 kg, năng suất 62 tạ/ha, sản lượng 52.700 tạ.", "ha"),
    ],
)
def test_the_unit_meant_is_that_of_the_others(text, expected):
    (one,) = ct.check(ct.Plan(text=text), rules=["unit-fits"])
    assert one.fields["expected"] == expected
