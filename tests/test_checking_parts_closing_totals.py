"""Totals behind what they are of."""

import pytest

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Còn 1.200 hộ nghèo, 1.500 hộ cận nghèo; tổng số 2.800 hộ.", ["parts-sum"]),
        ("Còn 1.200 hộ nghèo, 1.500 hộ cận nghèo; tổng số 2.700 hộ.", []),
        ("Vốn tỉnh 320 tỷ đồng, vốn xã 210 tỷ đồng, cộng 550 tỷ đồng.", ["parts-sum"]),
        ("Thu xếp 320 tỷ đồng vốn vay và 210 tỷ đồng đối ứng, bảo đảm đủ tổng mức đầu tư 630 tỷ đồng.", ["parts-sum"]),
        (
            "Khách quốc tế 0,5 triệu lượt, khách nội địa 9 triệu lượt, đưa tổng lượng khách lên 10 triệu lượt.",
            ["parts-sum"],
        ),
        ("Khách quốc tế 0,5 triệu lượt, khách nội địa 9 triệu lượt, đưa tổng lượng khách lên 9,5 triệu lượt.", []),
        # only the last of those ahead
        ("Có 900 hộ làm nghề, 1.200 hộ nghèo, 1.500 hộ cận nghèo; tổng số hộ nghèo, cận nghèo 2.700 hộ.", []),
        # totals of more than that, or of something else
        ("Trồng 10 ha cam, 20 ha quýt, nâng tổng diện tích lên 5.000 ha.", []),
        ("Cấp 120 giấy phép, thu hồi 15 giấy phép, nâng tổng số còn hiệu lực lên 140 giấy phép.", []),
        ("Thu nội địa 500 tỷ đồng, thu xuất nhập khẩu 20 tỷ đồng; tổng chi 540 tỷ đồng.", []),
        ("Xuất khẩu 6,1 tỷ USD, nhập khẩu 2,2 tỷ USD, tổng vốn FDI 8,5 tỷ USD.", []),
    ],
)
def test_totals_behind_their_parts(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a quarter more or less is no such total, where it adds to one there was a sixth or so
        ("Trồng 400 ha cam, 350 ha quýt, tổng cộng 1.000 ha.", ["parts-sum"]),
        ("Trồng 400 ha cam, 349 ha quýt, tổng cộng 1.000 ha.", []),
        ("Trồng 650 ha cam, 600 ha quýt, tổng cộng 1.000 ha.", ["parts-sum"]),
        ("Trồng 650 ha cam, 601 ha quýt, tổng cộng 1.000 ha.", []),
        ("Trồng 500 ha cam, 350 ha quýt, nâng tổng diện tích lên 1.000 ha.", ["parts-sum"]),
        ("Trồng 500 ha cam, 349 ha quýt, nâng tổng diện tích lên 1.000 ha.", []),
        # one alone, or one as large as the total, is not divided
        ("Trồng 90 ha cam, tổng cộng 100 ha.", []),
        ("Trồng 100 ha cam, 20 ha quýt, tổng cộng 100 ha.", []),
        ("Trồng 99 ha cam, 20 ha quýt, tổng cộng 100 ha.", ["parts-sum"]),
        # the words of a total alone do not join it to what stands ahead
        ("Trồng 50 ha cam, 40 ha quýt của tổng số 100 ha.", []),
        ("Trồng 50 ha cam, 40 ha quýt. Tổng số 100 ha.", []),
        ("Trồng 50 ha cam, 40 ha quýt; tổng số 100 ha hiện có.", []),
        ("Trồng 50 ha cam, 40 ha quýt; tổng số 100 ha cây ăn quả.", ["parts-sum"]),
        ("Trồng 50 ha cam, 40 ha quýt; tổng số tăng 100 ha.", []),
        ("Trồng 50 ha cam, 40 ha quýt; tổng số đạt 100%.", []),
        # what stands ahead in another sentence, in another line, of another sort, or is no part
        ("Có 60 ha bưởi. Trồng 50 ha cam, 30 ha quýt; tổng số 100 ha.", ["parts-sum"]),
        ("- Có 60 ha bưởi\n- Trồng 50 ha cam, 30 ha quýt; tổng số 100 ha.", ["parts-sum"]),
        ("Có 60 ha bưởi, 12 hộ trồng 50 ha cam, 30 ha quýt; tổng số 100 ha.", ["parts-sum"]),
        ("Có 60 ha bưởi thuộc vườn cũ 50 ha cam, 30 ha quýt; tổng số 100 ha.", ["parts-sum"]),
        ("Trồng 50 ha cam, riêng xã Tân Mỹ 40 ha; tổng số 100 ha.", []),
        ("Riêng cam trồng 50 ha, quýt 40 ha; tổng số 100 ha.", []),
        ("Cam trồng 50 ha, quýt 40 ha; tổng số 100 ha.", ["parts-sum"]),
        ("Trồng 30 ha mít, 31 ha cam, 32 ha quýt; tổng số 100 ha.", ["parts-sum"]),
        ("Trồng 20 ha mít, 20 ha xoài, 50 ha cam, 30 ha quýt; tổng số 100 ha.", []),
    ],
)
def test_how_far_a_total_may_be(text, expected):
    """A total that closes a sentence is that of the amounts of its sort ahead of it, where they come near it."""
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Khách đoàn 50 nghìn lượt, khách lẻ 40 nghìn lượt, tổng khách 100 nghìn lượt.", ["parts-sum"]),
        (
            "Khách đoàn 50 nghìn lượt, khách lẻ 40 nghìn lượt, tổng lượng khách 100 nghìn lượt.",
            ["parts-sum"],
        ),
        ("Khách đoàn 50 nghìn lượt, khách lẻ 40 nghìn lượt, tổng lượng vé 100 nghìn lượt.", []),
        ("Khách đoàn 50 nghìn lượt, khách lẻ 40 nghìn lượt, tổng lượng vé khách 100 nghìn lượt.", []),
        ("Khách đoàn 50 nghìn lượt, khách lẻ 40 nghìn lượt, tổng vé khách 100 nghìn lượt.", []),
        ("Vay 365 tỷ đồng, góp 189 tỷ đồng, tổng chi 545 tỷ đồng.", ["parts-sum"]),
        ("Vay 365 tỷ đồng, góp 189 tỷ đồng, tổng chi 546 tỷ đồng.", []),
        ("Vay 365 tỷ đồng, góp 189 tỷ đồng, tổng kinh phí 546 tỷ đồng.", ["parts-sum"]),
        ("Vay 365 tỷ đồng, góp 189 tỷ đồng, tổng hợp 546 tỷ đồng.", []),
    ],
)
def test_what_a_total_is_of(text, expected):
    """A total is of what the words about the parts name; of another thing only a slip of the pen joins them."""
    assert codes(text) == expected
