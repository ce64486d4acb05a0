"""Amounts of a kind of what another amount of their sentence is of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def over(text):
    return [str(one.fields["part"]) for one in ct.check(ct.Plan(text=text), rules=["part-over-whole"])]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Đón 3,2 triệu lượt khách, khách lưu trú 4,1 triệu lượt.", ["4,1 triệu lượt"]),
        ("Đón 3,2 triệu lượt khách (tăng 8%), khách quốc tế 4,1 triệu lượt.", ["4,1 triệu lượt"]),
        ("Dư nợ 61.200 triệu đồng; nợ xấu 850 tỷ đồng.", ["850 tỷ đồng"]),
        ("Hồ tiêu 8.400 ha (cho thu hoạch 9.200 ha).", ["9.200 ha"]),
        ("Sản lượng lương thực 210.000 tấn, lúa 240.000 tấn.", ["240.000 tấn"]),
        ("Thịt hơi các loại 62.000 tấn, thịt lợn 71.000 tấn.", ["71.000 tấn"]),
        ("Thu ngân sách nhà nước 9.000 tỷ đồng, thu nội địa 9.400 tỷ đồng.", ["9.400 tỷ đồng"]),
        ("Chi ngân sách địa phương 15.000 tỷ đồng, chi thường xuyên 16.200 tỷ đồng.", ["16.200 tỷ đồng"]),
        ("Kim ngạch xuất nhập khẩu 2,1 tỷ USD; xuất khẩu 2,4 tỷ USD.", ["2,4 tỷ USD"]),
        ("Diện tích rừng hiện có 310.000 ha, rừng tự nhiên 340.000 ha.", ["340.000 ha"]),
        ("Dân số trung bình 1.200.000 người, dân số thành thị 1.300.000 người.", ["1.300.000 người"]),
        ("Có 61/88 xã đạt chuẩn nông thôn mới, 71 xã nâng cao.", ["71 xã"]),
        # what is taken off makes it less, whatever it is
        ("Thu nội địa 7.400 tỷ đồng, thu nội địa trừ tiền sử dụng đất 8.100 tỷ đồng.", ["8.100 tỷ đồng"]),
        ("Thu phí 740 triệu đồng; thu phí không kể phí cảng 810 triệu đồng.", ["810 triệu đồng"]),
        ("Thu nội địa 7.400 tỷ đồng; trong đó thu nội địa chưa kể tiền đất, xổ số 8.100 tỷ đồng.", ["8.100 tỷ đồng"]),
    ],
)
def test_a_kind_is_no_more_than_all(text, told):
    assert over(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Đón 4,1 triệu lượt khách, khách lưu trú 3,2 triệu lượt.",
        "Khách quốc tế 1,2 triệu lượt, khách nội địa 3,2 triệu lượt.",  # beside each other
        "Đón 3,2 triệu lượt khách. Khách lưu trú cả năm 4,1 triệu lượt.",
        "Tháng 6 đón 0,3 triệu lượt khách, khách quốc tế lũy kế 0,9 triệu lượt.",
        "Năm 2025 dư nợ 61 tỷ đồng, nợ xấu 85 tỷ đồng.",  # of another year
        "Trồng mới 120 ha hồ tiêu (cho thu hoạch 900 ha).",
        "Hồ tiêu 8.400 ha, cà phê cho thu hoạch 9.200 ha.",  # another crop
        "Công nhận 5 xã đạt chuẩn nông thôn mới, 8 xã nâng cao.",  # those of one year
        "Thu nội địa 7.400 tỷ đồng; thu xuất khẩu trừ hoàn thuế 8.100 tỷ đồng.",
        "Đón ít nhất 3,2 triệu lượt khách, khách lưu trú từ 3,2 triệu lượt.",
        "Dư nợ 61.200 tỷ đồng, tăng nợ xấu 850 triệu đồng.",
    ],
)
def test_others_are_left_alone(text):
    assert over(text) == []


@given(st.integers(2, 99), st.integers(2, 99), st.sampled_from([",", ";"]))
def test_law_a_kind_is_told_only_where_it_is_more(whole, part, sign):
    """More tonnes of pork than of all meat are found, as many or fewer are not."""
    told = over(f"Thịt hơi {whole}.000 tấn{sign} thịt lợn {part}.000 tấn.")
    assert bool(told) is (part > whole)
