"""Parts whose number stands first, without a noun of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def found(text):
    return [str(one.fields["expected"]) for one in ct.check(ct.Plan(text=text), rules=["parts-sum"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 26 nhiệm vụ kịp và vượt (17 vượt, 8 kịp).", ["25 nhiệm vụ"]),
        ("Sửa 31 trạm (8 ven biển, 12 miền núi, 10 đồng bằng, 4 hải đảo).", ["34 trạm"]),
        ("B. Danh mục (32 nhiệm vụ, gồm 14 về thể chế, 11 về hạ tầng, 6 về nhân lực)", ["31 nhiệm vụ"]),
        ("Toàn tỉnh có 50 hợp tác xã: 28 nông nghiệp, 13 vận tải và 11 thương mại.", ["52 hợp tác xã"]),
        ("Nâng cấp 64 chợ (9 ven đô, 12 nông thôn, 13 miền núi).", ["34 chợ"]),
        ("Có 1.250 cơ sở, gồm 400 chế biến; 520 dệt may; 320 cơ khí.", ["1.240 cơ sở"]),
    ],
)
def test_parts_that_do_not_come_to_their_whole(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Có 26 nhiệm vụ kịp và vượt (17 vượt, 9 kịp).",
        "Mở 14 lớp (420 học viên, 28 giảng viên).",  # other things
        "Có 14 dự án (12 hoàn thành, 6 đúng hạn).",  # some of those
        "Có 60 cán bộ (38 nữ, 30 đảng viên).",  # counted twice
        "Lập 14 tổ (42 người giữ, 9 khách quen).",  # far more: other things
        "Dựng 20 lò đốt (12 cửa nạp, 24 ống khói).",  # each has several
        "Lắp 40 camera (25 màn hình, 44 cột).",
        "Có 60 xã (4 đạt nâng cao, 2 kiểu mẫu).",  # a few of them
        "Xây 12 cầu (3 dầm, 5 tạm).",
        "Có 14 tuyến (25 km đường nhựa, 18 km đường đất).",
        "Có 30 vụ (12 tăng so với năm trước, 5 giảm).",
    ],
)
def test_other_numbers_in_brackets_are_left_alone(text):
    assert found(text) == []


@given(st.lists(st.integers(10, 60), min_size=3, max_size=5), st.sampled_from([0, 3]))
def test_law_they_come_to_the_whole(numbers, slip):
    """Numbers with a word each, in a bracket, make up the number ahead of it; three more are found."""
    words = ["ven biển", "miền núi", "đồng bằng", "hải đảo", "trung du"]
    items = ", ".join(f"{number} {word}" for number, word in zip(numbers, words, strict=False))
    assert bool(found(f"Sửa {sum(numbers) + slip} trạm ({items}).")) == bool(slip)


def test_a_part_that_is_more_than_its_whole_is_told():
    assert found("Có 16 trường mầm non (05 công lập, 17 ngoài công lập), 08 trường tiểu học.") == ["22 trường"]
