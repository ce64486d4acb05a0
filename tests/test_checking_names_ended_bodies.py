"""Bodies that ended."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

from chitieu.checking.names import agencies
from chitieu.checking.names.ended_bodies import ended_body

ENDED = [
    "Bộ Kế hoạch và Đầu tư",
    "Bộ LĐTBXH",
    "Bộ Giao thông vận tải",
    "Thanh tra Sở Y tế",
    "Tổng cục Thuế",
    "Sở Thủy sản",
]


@given(
    st.sampled_from(ENDED), st.dates(date(2005, 1, 1), date(2030, 1, 1)), st.dates(date(2005, 1, 1), date(2030, 1, 1))
)
def test_law_what_ended_stays_ended(name, one, other):
    """A body that had ended on a day has ended on every later one."""
    earlier, later = sorted((one, other))
    assert ended_body(name, earlier) is None or ended_body(name, later) is not None


@pytest.mark.parametrize(
    "name", ["Bộ Tài chính", "Bộ Xây dựng", "Bộ Y tế", "Thanh tra tỉnh", "Sở Công Thương", "Cục Thuế"]
)
def test_bodies_that_are_there(name):
    assert ended_body(name, date(2026, 1, 16)) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kiến nghị Bộ Kế hoạch và Đầu tư bố trí vốn.", ["Bộ Kế hoạch và Đầu tư"]),
        ("Xin ý kiến Bộ Giao thông vận tải về hướng tuyến.", ["Bộ Giao thông vận tải"]),
        ("Lấy mẫu tại 20 điểm, do Sở Tài nguyên và Môi trường thực hiện.", ["Sở Tài nguyên và Môi trường"]),
        ("Trong quý II, Sở Giao thông vận tải trình phương án.", ["Sở Giao thông vận tải"]),
        ("Thu nợ đọng: Chi cục Thuế khu vực XVIII lập danh sách.", ["Chi cục Thuế khu vực"]),
        ("Kiểm tra 20 cơ sở, do Thanh tra Sở Y tế tiến hành.", ["Thanh tra Sở Y tế"]),
        ("Làm 3 cầu ở huyện Sông Đông và xã Sông Tây.", ["huyện Sông Đông"]),
        ("Cấp 300 giấy (Sở Tài nguyên và Môi trường chủ trì).", ["Sở Tài nguyên và Môi trường"]),
        # what is over, what was changed, names that stay
        ("Rà soát 12 quy trình do Sở Giao thông vận tải ban hành năm 2024.", []),
        ("Hợp nhất 02 cơ quan: Sở Tài chính và Sở Kế hoạch và Đầu tư.", []),
        ("Sở Nông nghiệp và Môi trường (Sở Tài nguyên và Môi trường) cấp 300 giấy.", []),
        ("Thực hiện Thông tư số 05/2023/TT-BKHĐT của Bộ Kế hoạch và Đầu tư.", []),
        ("Theo danh mục Sở Kế hoạch và Đầu tư công bố năm 2024, các xã rà soát.", []),
        ("Hoàn thành dự án kè tại huyện Sông Đông.", []),
        ("Làm 3 cầu ở huyện Sông Đông (cũ).", []),
        ("Kiểm tra 20 cơ sở (Thanh tra, Sở Y tế).", []),
    ],
)
def test_agencies_of_a_task(text, names):
    subject = plan(work=f"1. Các sở\n- {text}")
    assert [finding.about for finding in found(subject, agencies.agency_not_existing)] == names
