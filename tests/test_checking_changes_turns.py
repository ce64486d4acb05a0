"""From one value to another, where words say which way it goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def worse(text):
    return [str(one.fields["value"]) for one in ct.check(ct.Plan(text=text), rules=["direction"])]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rút ngắn thời gian xử lý từ 12 ngày xuống còn 16 ngày làm việc.", ["4 ngày làm việc"]),
        ("Đưa độ che phủ rừng từ 41% lên 38%.", ["3%"]),
        ("Mở rộng diện tích mía từ 9.000 ha năm 2025 lên 8.000 ha năm 2026.", ["1.000 ha"]),
        ("Nâng chỉ số PCI từ hạng 10 lên hạng 14.", ["4 hạng"]),
        ("Giảm tỷ lệ hộ cận nghèo từ 1,5% lên 1,9%.", ["0,4%"]),
        ("Phấn đấu số vụ cháy, số người chết đều tăng 6%.", ["tăng 6%"]),
        ("Tăng từ 15 lên 12 xã đạt chuẩn.", ["3 xã"]),
    ],
)
def test_a_turn_the_wrong_way_is_found(text, value):
    assert worse(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "Rút ngắn từ 16 ngày xuống 12 ngày làm việc; từ 2 giờ xuống còn 30 phút.", "Nâng chỉ số PCI từ hạng 14 lên hạng 10.", "Thợ từ bậc 3/7 lên bậc 4/7.",
        "Phấn đấu tỷ lệ điều tra, khám phá tội phạm tăng 6%.", "Nâng cao chất lượng giải quyết hồ sơ từ 15 ngày xuống 10 ngày.", "Tăng từ 12 lên 15 xã.",
        "Phấn đấu thu nhập của hộ nghèo tăng 10%.", "Tăng trưởng giảm từ 8% xuống 6%.", "Phấn đấu số vụ cháy không tăng quá 2%.",
    ],
)  # fmt: skip
def test_the_right_way_is_left_alone(text):
    assert worse(text) == []


@given(st.integers(1, 999), st.integers(1, 999))
def test_up_is_more_and_down_is_less(old, new):
    """The law: *lên* is wrong where the second is less, *xuống* where it is more."""
    assert bool(worse(f"Đưa số xã đạt chuẩn từ {old} xã lên {new} xã.")) is (new < old)
    assert bool(worse(f"Đưa số xã khó khăn từ {old} xã xuống còn {new} xã.")) is (new > old)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Đưa số bến từ 16 bến lên 12 bến.", 1),
        ("Đưa số bến từ 16 - 18 bến lên 12 bến.", 0),
        ("Đưa số bến từ 16 bến lên 12 - 13 bến.", 0),
        ("Đưa số bến từ 16 bến lên 12 phà.", 0),
        ("Đưa số bến từ 16/20 bến lên 12 bến.", 0),
        ("Đưa số bến từ 16 bến lên 16 bến.", 0),
        ("Đưa số dân từ 16 lên 12 nghìn người.", 0),  # thousands of both, for all we know
        ("Đưa số dân từ 16 đến 12 người.", 0),
        # the verb goes the other way
        ("Nâng tỷ lệ bến sạch từ 60% xuống 55%.", 1),
        ("Hạ tỷ lệ bến bẩn từ 60% xuống 55%.", 0),
        ("Giảm tỷ lệ bến bẩn từ 60% lên 65%.", 1),
        ("Giảm chợ tạm, nâng tỷ lệ bến sạch từ 60% lên 65%.", 0),
        ("Giảm bến tạm nâng tỷ lệ bến sạch từ 60% lên 65%.", 0),
        ("Giảm nghèo, đưa tỷ lệ bến sạch từ 60% lên 65%.", 0),
        # aims alone are to be better
        ("Phấn đấu số vụ cháy tăng không quá 6%.", 0),
        ("Phấn đấu số vụ cháy giảm 6%.", 0),
        ("Phấn đấu hỗ trợ người bị tai nạn lao động tăng 6%.", 0),
        ("Phấn đấu số vụ cháy được làm rõ tăng 6%.", 0),
        ("Số vụ cháy tăng 6%.", 0),
    ],
)
def test_which_way_it_goes(text, number):
    assert len(worse(text)) == number


def test_the_place_is_that_of_both_values():
    text = "Năm nay nâng tỷ lệ bến sạch từ 60% xuống 55%; hạ tỷ lệ bến bẩn từ 5% lên 7% vào cuối năm."
    found = ct.check(ct.Plan(text=text), rules=["direction"])
    assert [one.span.of(text) for one in found] == ["từ 60% xuống 55%", "từ 5% lên 7%"]
