"""The same amount told twice, once miswritten: of one thing and one time, whatever the catalogue knows of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG HẬU

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

I. KẾT QUẢ NĂM 2025
- {}

II. CÁC CHỈ TIÊU NĂM 2026
- {}
"""
TABLE = """Tỷ lệ che phủ rừng 42,5%.
Bảng 1. Giống cây lâm nghiệp năm 2026
TT | Loại cây | Năm 2025 (cây) | Năm 2026 (cây)
1 | Keo lai | 51.240 | {}
2 | Bạch đàn | 12.110 | 13.900"""


def said(result, line):
    plan = ct.parse_plan(HEAD.format(result, line))
    return [finding.message for finding in ct.check(plan) if finding.code == "duplicate-target"]


@pytest.mark.parametrize(
    ("line", "right", "wrong"),
    [
        ("Đóng mới 1.240 tàu câu. Trong {} tàu có 40 tàu vỏ thép.", "1.240", "1.340"),
        ("Mở 1.350 lớp xóa mù chữ; {} lớp nói trên đều ở bản.", "1.350", "1.530"),
        ("Cấp 21.630 thẻ bạn đọc; cũng {} thẻ này mượn được sách ở thư viện xã.", "21.630", "26.130"),
        ("Gieo cấy vụ xuân 18.240 ha.\n- Vụ xuân gieo cấy {} ha, xong trong tháng 02.", "18.240", "18.420"),
        (
            "Trang bị thêm 45 giường hồi sức cấp cứu trẻ em.\n- Trang bị thêm {} giường hồi sức cấp cứu trẻ em để chống quá tải.",
            "45",
            "54",
        ),
        ("Thư viện số có 36.450 bản sách nói.\n- Phấn đấu thư viện số có {} bản sách nói.", "36.450", "36.950"),
    ],
)
def test_what_is_told_again_is_told_one_way(line, right, wrong):
    assert said("Năm qua được mùa.", line.format(right)) == []
    assert len(said("Năm qua được mùa.", line.format(wrong))) == 1


@pytest.mark.parametrize(
    ("result", "line"),
    [
        (
            "Tỷ lệ người lái đò có phao cứu sinh đạt {}%.",
            "Tỷ lệ người lái đò có phao cứu sinh 85%, tăng so với 71,4% của năm 2025.",
        ),
        (
            "Tỷ lệ người lái đò có phao cứu sinh (đạt {}%) còn thấp.",
            "Tỷ lệ người lái đò có phao cứu sinh 85%, cao so với mức 71,4% năm 2025.",
        ),
    ],
)
def test_a_base_is_what_the_results_tell(result, line):
    assert said(result.format("71,4"), line) == []
    assert len(said(result.format("74,4"), line)) == 1


def test_a_cell_is_what_a_line_tells():
    line = "Số cây giống keo lai năm 2026 là 61.530 cây.\n- " + TABLE
    assert said("Năm qua được mùa.", line.format("61.530")) == []
    assert len(said("Năm qua được mùa.", line.format("61.830"))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Gieo cấy vụ xuân 18.240 ha.\n- Gieo cấy vụ mùa 18.420 ha.",  # another season
        "Đóng mới 1.240 tàu câu. Trong 1.240 tàu có 1.140 tàu vỏ gỗ.",  # a part
        "Nuôi 45.620 lồng cá tầm quý I.\n- Nuôi 45.820 lồng cá tầm quý II.",  # another time
        "Nuôi 45.620 lồng cá tầm ở hồ Thác Mơ.\n- Nuôi 45.820 lồng cá tầm ở hồ Núi Cốc.",  # another place
        "Nuôi 45.620 lồng cá tầm.\n- Nuôi 45.820 lồng cá lăng.",  # another thing
        "Nuôi 45.620 lồng cá tầm, năm 2025 có 45.120 lồng cá tầm.",  # the year before
        "Nuôi 45.620 lồng cá tầm.\n- Thêm 45.820 con cá tầm giống.",  # another unit
        "Tỷ lệ hộ có bếp sạch từ 91,5% lên 95,5%.",  # from and to
        "Ngân sách tỉnh cho đo đạc 45,62 tỷ đồng.\n- Ngân sách tỉnh cho tuần tra 45,82 tỷ đồng.",  # another purpose
        "Nuôi 45.620 lồng cá tầm.\n- Nuôi 97.310 lồng cá tầm.\n- Sở Y tế làm tốt.",  # not alike: may be another thing
    ],
)
def test_what_is_of_another_thing_or_time_may_differ(line):
    assert [one for one in said("Năm qua được mùa.", line) if "45.8" in one or "18.4" in one or "1.1" in one] == []


@given(st.integers(10_000, 99_999), st.integers(0, 4), st.integers(1, 9))
def test_one_digit_is_enough(number, place, more):
    digits = list(str(number))
    digits[place] = str((int(digits[place]) + more) % 10)
    other = int("".join(digits))
    line = "Thư viện số có {} bản sách nói.\n- Trong {} bản sách nói này có sách cho trẻ em."
    written = [f"{one:,}".replace(",", ".") for one in (number, other)]
    assert said("Năm qua được mùa.", line.format(written[0], written[0])) == []
    if len(str(other)) == len(digits):
        assert len(said("Năm qua được mùa.", line.format(*written))) <= 1
