"""How large one named work is, told in two places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG HẬU

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

I. NHIỆM VỤ
1. Sở Xây dựng
- {}
2. Sở Tài chính
- {}
"""


def said(first, second):
    plan = ct.parse_plan(HEAD.format(first, second))
    return [finding.about for finding in ct.check(plan) if finding.code == "duplicate-target"]


@pytest.mark.parametrize(
    ("first", "second", "right", "wrong"),
    [
        ("Khởi công Bệnh viện Sản Nhi Sông Hậu (250 giường).", "Bàn giao Bệnh viện Sản Nhi Sông Hậu quy mô {} giường.", "250", "350"),
        ("Thi công cầu Vàm Xáng dài 1,4 km.", "Giải phóng mặt bằng cầu Vàm Xáng (dài {} km).", "1,4", "1,9"),
        ("Dự án đường tỉnh 925B (tổng mức đầu tư 860 tỷ đồng).", "Khởi công Dự án đường tỉnh 925B, tổng mức đầu tư {} tỷ đồng.", "860", "680"),
        ("Thành lập khu công nghiệp Thạnh Lợi diện tích 210 ha.", "Triển khai khu công nghiệp Thạnh Lợi (quy mô {} ha).", "210", "120"),
        ("Hoàn thành Nhà máy nước Vị Tân, công suất 20.000 m3/ngày đêm.", "Vận hành Nhà máy nước Vị Tân có công suất {} m3/ngày đêm.", "20.000", "25.000"),
        ("Đưa tuyến đường Võ Nguyên Giáp (chiều dài 6 km, tổng mức đầu tư 400 tỷ đồng) vào khai thác.",
         "Thi công tuyến đường Võ Nguyên Giáp (chiều dài 6 km, tổng mức đầu tư {} tỷ đồng).", "400", "440"),
    ],
)  # fmt: skip
def test_one_work_has_one_size(first, second, right, wrong):
    assert said(first, second.format(right)) == []
    (about,) = said(first, second.format(wrong))
    assert about in first
    assert said(second.format(wrong), first) == [about]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Khởi công Bệnh viện Sản Nhi Sông Hậu (250 giường).", "Mở rộng Bệnh viện Sản Nhi Sông Hậu (350 giường)."),
        ("Thi công đường tỉnh 925B giai đoạn 1 dài 12 km.", "Chuẩn bị đầu tư đường tỉnh 925B dài 31 km."),
        ("Giải phóng mặt bằng khu công nghiệp Thạnh Lợi (50 ha).", "Thành lập khu công nghiệp Thạnh Lợi (210 ha)."),
        ("Thi công cầu Vàm Xáng dài 420 m.", "Thi công cầu Vàm Xáng rộng 9 m."),
        ("Thi công cầu Vàm Xáng dài 1,4 km.", "Thi công đường vào cầu Vàm Xáng dài 0,6 km."),
        ("Bố trí vốn cho đường tỉnh 925B (60 tỷ đồng).", "Thi công đường tỉnh 925B (tổng mức đầu tư 860 tỷ đồng)."),
        ("Thi công cầu Vàm Xáng dài 1,4 km.", "Thi công cầu Vàm Xáng dài 1.380 m."),
        ("Xây dựng nhà văn hóa ấp (120 chỗ).", "Xây dựng nhà văn hóa ấp (200 chỗ)."),
        ("Đến năm 2030, Bệnh viện Sản Nhi Sông Hậu quy mô 500 giường.", "Bàn giao Bệnh viện Sản Nhi Sông Hậu quy mô 350 giường."),
    ],
)  # fmt: skip
def test_parts_other_works_and_other_measures_are_left_alone(first, second):
    assert said(first, second) == said(second, first) == []


@given(st.integers(100, 900), st.integers(100, 900))
def test_a_size_is_found_where_it_differs(one, other):
    """Law: two sizes of one work give a finding exactly where they differ."""
    told = [f"Bàn giao Bệnh viện Sản Nhi Sông Hậu quy mô {beds} giường." for beds in (one, other)]
    assert bool(said(*told)) == (one != other)


@given(st.text(max_size=200))
def test_any_text_is_looked_through(text):
    """Law: whatever a task says, the check ends."""
    plan = ct.parse_plan(HEAD.format("Thi công cầu Vàm Xáng dài 1,4 km.", text))
    assert isinstance(ct.check(plan, rules=["duplicate-target"]), tuple)
