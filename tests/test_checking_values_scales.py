"""Scores, ranks and times beyond the last there is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

ISSUED = date(2026, 1, 8)


def beyond(text, issued=ISSUED):
    return [str(one.fields["high"]) for one in ct.check(ct.Plan(text=text, issued=issued), rules=["value-bounds"])]


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("Điểm hài lòng 185/100 điểm.", ["100 điểm"]),
        ("Chấm theo thang điểm 100; đạt từ 120 điểm trở lên là tốt.", ["100 điểm"]),
        ("Đưa chỉ số PCI năm 2026 lên hạng 52 cả nước.", ["34 hạng"]),
        ("Chỉ số PAPI xếp thứ 40/34 tỉnh, thành phố.", ["34 hạng"]),
        ("Đưa chỉ số chuyển đổi số vào tốp 48 tỉnh, thành phố.", ["34 hạng"]),
        ("Chỉ số PCI năm 2024 xếp hạng 66 cả nước.", ["63 hạng"]),
        ("Chỉ số cải cách hành chính đứng thứ 52 trên 63 tỉnh, thành phố cũ.", []),
        ("Chỉ số cải cách hành chính đứng thứ 52 trên 63 tỉnh (số liệu công bố cho năm 2024).", []),
        ("Tiền công bình quân 9,5 tỷ đồng/người/tháng.", ["1 tỷ đồng/người/tháng"]),
        ("Tiền công bình quân 9,5 đồng/người/tháng.", ["1 tỷ đồng/người/tháng"]),
        (
            "Tiền công 9,5 triệu đồng/người/tháng, phụ cấp 300.000 đồng/người/tháng, cả năm 130 triệu đồng/người/năm.",
            [],
        ),
        ("Phấn đấu đạt 32 giường bệnh/người.", ["200 giường bệnh/vạn dân"]),
        ("Phấn đấu đạt 12 bác sĩ/1.000 dân.", ["60 bác sĩ/vạn dân"]),
        ("Trực 30/24 giờ, 7/7 ngày.", ["24"]),
        ("Làm việc 8 ngày/tuần.", ["7"]),
        ("Chỉ số PAR INDEX đạt 103 điểm.", ["100 điểm"]),
        ("Thu nhập bình quân đầu người đạt 62 tỷ đồng/năm.", ["100.000 nghìn đồng/người/tháng"]),
    ],
)
def test_what_is_beyond_is_found(text, high):
    assert beyond(text) == high


@pytest.mark.parametrize(
    "text",
    [
        "Điểm hài lòng 85/100 điểm.", "Chấm theo thang điểm 100, cộng tối đa 120 điểm thưởng.", "Năm 2024 chỉ số PCI xếp hạng 52 cả nước.",
        "Trực 24/24 giờ, 7/7 ngày, 24/7 ngày; làm việc 8 giờ/ngày, 5 ngày/tuần.", "Chỉ số PAPI xếp thứ 40/63 tỉnh, thành phố.",
        "Trường đại học xếp hạng 52 cả nước.", "Thu nhập bình quân đầu người đạt 62 triệu đồng/năm.", "Chỉ số DTI đạt 720 điểm.",
    ],
)  # fmt: skip
def test_what_is_within_is_left_alone(text):
    assert beyond(text) == []


def test_there_were_more_provinces_before():
    assert beyond("Đưa chỉ số PCI lên hạng 52 cả nước.", date(2025, 3, 1)) == []


@given(st.integers(1, 100), st.integers(1, 100))
def test_a_score_is_no_more_than_all_points(score, total):
    """The law: a score over its total is found if and only if it is more."""
    assert bool(beyond(f"Điểm hài lòng {score}/{total} điểm.")) is (score > total)


@pytest.mark.parametrize(
    ("text", "least", "high"),
    [
        ("Điểm hài lòng {}/100 điểm.", 101, "100 điểm"),
        ("Chấm theo thang điểm 100; đạt từ {} điểm trở lên là tốt.", 101, "100 điểm"),
        ("Chấm theo thang điểm 100; đạt 90 - {} điểm.", 101, "100 điểm"),
        ("Chấm theo thang điểm 10, sau đổi thành thang điểm 100; đạt {} điểm.", 101, "100 điểm"),
        ("Tổng điểm tối đa là 100; đội múa rối nước đạt được {} điểm.", 101, "100 điểm"),
        ("Chỉ số PAPI xếp thứ {}/34 tỉnh, thành phố.", 35, "34 hạng"),
        ("Chỉ số PCI xếp hạng {} cả nước.", 35, "34 hạng"),
        ("Chỉ số PCI xếp từ hạng 20 đến hạng {} cả nước.", 35, "34 hạng"),
        ("Chỉ số PCI năm 2026 xếp hạng {} cả nước.", 35, "34 hạng"),
        ("Chỉ số PCI các năm 2024, 2026 xếp hạng {} cả nước.", 64, "63 hạng"),
        ("Năm 2024 nhiều mưa. Chỉ số PCI xếp hạng {} cả nước.", 35, "34 hạng"),
        ("Chỉ số PCI xếp hạng {} cả nước (công bố năm 2024).", 64, "63 hạng"),
        ("Chỉ số PCI xếp hạng {} cả nước. Chỉ số PAPI khá (công bố năm 2024).", 35, "34 hạng"),
        ("Chỉ số PCI xếp hạng {} trên 63 tỉnh, thành phố cũ.", 64, "63 hạng"),
        ("Chỉ số PCI năm 2006 xếp hạng {} cả nước.", 65, "64 hạng"),
        ("Chỉ số PCI năm 2002 xếp hạng {} cả nước.", 65, "64 hạng"),
        ("Chỉ số của xã tốt; tỉnh xếp hạng {} cả nước.", 35, "34 hạng"),
        ("Phu hồ được trả {} triệu đồng/người/tháng.", 1001, "1 tỷ đồng/người/tháng"),
        ("Có {} giường bệnh/vạn dân.", 201, "200 giường bệnh/vạn dân"),
        ("Có {} bác sĩ/vạn dân.", 61, "60 bác sĩ/vạn dân"),
        ("Trực cầu phao {}/24 giờ.", 25, "24"),
        ("Bến đò mở {}/7 ngày.", 8, "7"),
        ("Bến đò mở {}/12 tháng.", 13, "12"),
        ("Lò gạch đốt {} giờ/ngày.", 25, "24"),
        ("Lò gạch đốt {} giờ mỗi tuần.", 169, "168"),
        ("Lò gạch đốt {} ngày một tuần.", 8, "7"),
        ("Lò gạch đốt {} ngày trong một tháng.", 32, "31"),
        ("Lò gạch đốt {} tháng/năm.", 13, "12"),
        ("Lò gạch đốt {} ngày/năm.", 367, "366"),
    ],
)
def test_the_last_there_is(text, least, high):
    """The first number beyond the end of its scale is found, the end itself is not."""
    assert beyond(text.format(least)) == [high]
    assert beyond(text.format(least - 1)) == []


@pytest.mark.parametrize(
    "text",
    [
        # points that are put on, changes, and scales of one step
        "Chấm theo thang điểm 100; tăng 120 điểm so với lần trước.",
        "Chấm theo thang điểm 1; đội chèo đạt 5 điểm.",
        f"Chấm theo thang điểm 100; {'các đội thi hát ru và thi nấu cơm, ' * 9} đội chèo đạt 150 điểm.",
        # ranks of other things, in other places, and steps
        "Lúa nếp đạt hạng 52 cả nước.",
        "Chỉ số PCI xếp hạng 52 khu vực.",
        "Chỉ số PCI tăng 52 bậc cả nước.",
        "Chỉ số của xã tốt, tỉnh xếp hạng 52 cả nước.",
        # for each of what is no people
        "Máy gặt thu về 1,5 tỷ đồng/máy/tháng.",
        "Có 61 dược sĩ/người; có 61 bác sĩ/trạm.",
        # two times that do not go together
        "Lò gạch đốt 25/24 ngày; 40 giờ/tháng.",
    ],
)
def test_what_has_no_such_end(text):
    assert beyond(text) == []


def test_the_least_anyone_is_paid():
    assert beyond("Người gác cầu được 1.000 đồng/người/tháng.") == ["1 tỷ đồng/người/tháng"]
    assert beyond("Người gác cầu được 1.001 đồng/người/tháng.") == []


@pytest.mark.parametrize(
    ("issued", "provinces"),
    [
        (None, 64),
        (date(2026, 1, 8), 34),
        (date(2025, 7, 1), 34),
        (date(2025, 6, 30), 63),
        (date(2008, 8, 1), 63),
        (date(2008, 7, 31), 64),
        (date(2004, 1, 1), 64),
        (date(2003, 12, 31), 64),
    ],
)
def test_how_many_provinces_there_were_on_a_day(issued, provinces):
    text = "Chỉ số PCI xếp hạng {} cả nước."
    assert beyond(text.format(provinces), issued) == []
    assert beyond(text.format(provinces + 1), issued) == [f"{provinces} hạng"]
