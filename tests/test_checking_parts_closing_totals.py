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
