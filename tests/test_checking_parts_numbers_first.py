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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two parts an eighth off, three of them half
        ("Sửa 16 trạm (10 ven biển, 8 miền núi).", ["18 trạm"]),
        ("Sửa 16 trạm (10 ven biển, 9 miền núi).", []),
        ("Sửa 80 trạm (50 ven biển, 40 miền núi).", ["90 trạm"]),
        ("Sửa 80 trạm (50 ven biển, 41 miền núi).", []),
        ("Chi 5 tỷ đồng sửa 16 trạm (10 ven biển, 8 miền núi).", ["18 trạm"]),
        ("Lập 14 tổ (38 nữ, 9 khách). Sửa 16 trạm (10 ven biển, 8 miền núi).", ["18 trạm"]),
        ("Sửa 62 trạm (20 ven biển, 31 miền núi, 42 đồng bằng).", ["93 trạm"]),
        ("Sửa 62 trạm (20 ven biển, 31 miền núi, 43 đồng bằng).", []),
        # but for one digit ahead of the last
        ("Sửa 50 trạm (12 ven biển, 8 miền núi).", ["20 trạm"]),
        ("Sửa 50 trạm (12 ven biển, 9 miền núi).", []),
        ("Sửa 30 trạm (12 ven biển, 9 miền núi).", []),
        # one part of a sort is more than the whole by half of it
        ("Có 16 trường (5 công lập, 24 ngoài công lập).", ["29 trường"]),
        ("Có 16 trường (5 công lập, 25 ngoài công lập).", []),
        ("Có 16 trường (17 công lập, 18 ngoài công lập).", []),
        ("Có 16 trường (5 vùng cao, 17 ven biển).", []),
        ("Có 16 trường (5 công lập, 16 ngoài công lập).", []),
        # one alone, another size, a bracket left open, a unit of their own
        ("Sửa 31 trạm (30 ven biển).", []),
        ("Cấp 31 nghìn thẻ (8 ven biển, 12 miền núi, 10 đồng bằng).", []),
        ("Sửa 31 trạm (8 ven biển, 12 miền núi, 10 đồng bằng; còn lại sau).", []),
        ("Sửa 31 trạm (8 ven biển, 12 miền núi, 10 đồng bằng.", []),
        ("Sửa 31 trạm, gồm 8 ven biển, 12 miền núi + 10 đồng bằng.", ["30 trạm"]),
        ("Sửa 31 trạm, gồm 8 ven biển, 12 miền núi và một số đồng bằng.", []),
        ("Sửa 31 trạm (8 trạm ven biển, 12 miền núi, 10 đồng bằng).", ["30 trạm"]),
        ("Sửa 31 trạm (8 xe ven biển, 12 miền núi, 10 đồng bằng).", []),
        ("Tăng 31 trạm (8 ven biển, 12 miền núi, 10 đồng bằng).", []),
    ],
)
def test_how_near_numbers_with_a_word_come(text, expected):
    """Numbers with a few words each are parts where they come near, the nearer the fewer they are."""
    assert found(text) == expected


@given(st.lists(st.integers(10, 60), min_size=3, max_size=5), st.sampled_from([0, 3]))
def test_law_they_come_to_the_whole(numbers, slip):
    """Numbers with a word each, in a bracket, make up the number ahead of it; three more are found."""
    words = ["ven biển", "miền núi", "đồng bằng", "hải đảo", "trung du"]
    items = ", ".join(f"{number} {word}" for number, word in zip(numbers, words, strict=False))
    assert bool(found(f"Sửa {sum(numbers) + slip} trạm ({items}).")) == bool(slip)


def test_a_part_that_is_more_than_its_whole_is_told():
    assert found("Có 16 trường mầm non (05 công lập, 17 ngoài công lập), 08 trường tiểu học.") == ["22 trường"]
