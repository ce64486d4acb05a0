"""What several years come to beside what that is for each of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text), rules=["per-head"])]


@pytest.mark.parametrize(
    "text",
    [
        "Trong 5 năm trồng mới 30.000 ha rừng, bình quân mỗi năm {} ha.",
        "Giai đoạn 2026 - 2030 trồng mới 30.000 ha rừng (bình quân mỗi năm trồng {} ha).",
        "Giai đoạn 2026 - 2030, đào tạo nghề cho 30.000 lao động, bình quân {} lao động/năm.",
        "Tổng vốn đầu tư toàn xã hội 5 năm 2026 - 2030 khoảng 30.000 tỷ đồng, bình quân {} tỷ đồng/năm.",
        "Kinh phí 30.000 triệu đồng trong 5 năm, mỗi năm {} triệu đồng.",
        "Mỗi năm cấp nước cho {} hộ ở nông thôn, trong 5 năm cấp nước cho 30.000 hộ.",
        "Từ năm 2026 đến năm 2030, phát 30.000 lượt tờ gấp, trung bình mỗi năm phát {} lượt.",
        "Trong 5 năm trồng 30.000 cây xanh, bình quân mỗi năm {} cây.",
        "Giai đoạn 2021 - 2045 trồng 150.000 ha rừng, bình quân mỗi năm {} ha.",
        "Mỗi năm xây dựng {} m đường ở xã, phấn đấu trong giai đoạn 2026 - 2030 xây dựng 30.000 m.",
        "Mỗi năm xây dựng {} m đường ở xã, từ năm 2026 đến năm 2030 xây dựng 30.000 m.",
        "Tổ chức 12 hội nghị. Giai đoạn 2026 - 2030 trồng 30.000 ha rừng, hằng năm {} ha.",
    ],
)
@pytest.mark.parametrize(("mean", "found"), [("6.000", []), ("7.000", ["per-head"]), ("5.000", ["per-head"])])
def test_the_mean_of_some_years_is_the_whole_over_their_number(text, mean, found):
    assert codes(text.format(mean)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Giai đoạn 2021 - 2025 trồng 25.000 ha rừng; giai đoạn 2026 - 2030 bình quân mỗi năm trồng 6.000 ha.",
        "Giai đoạn 2021 - 2025 trồng 25.000 ha rừng, giai đoạn 2026 - 2030 bình quân mỗi năm trồng 6.000 ha.",
        "Trong 5 năm trồng 25.000 ha rừng, trong đó rừng gỗ lớn 10.000 ha, bình quân mỗi năm 5.000 ha.",
        "Giai đoạn 2026 - 2030 trồng 25.000 ha rừng, riêng năm 2026 trồng 4.000 ha, bình quân mỗi năm 5.000 ha.",
        "Đến năm 2030 có 25.000 ha cây ăn quả, bình quân mỗi năm trồng mới 4.000 ha.",
        "Trong 5 năm hỗ trợ 1.200 hộ làm nhà, mỗi năm sửa chữa thêm 200 hộ.",
        "Mỗi năm hỗ trợ 200 hộ làm nhà, trong 5 năm vận động 1.200 hộ hiến đất.",
        "Năm học 2025 - 2026 có 12.000 học sinh, mỗi năm tuyển 5.000 học sinh.",
        "Trong 5 năm tạo 60.000 việc làm. Mỗi năm 15.000 việc làm mới là ở ngoài tỉnh.",
        "Trong 5 năm trồng 25.000 ha rừng | bình quân mỗi năm 6.000 ha.",
        "Trong 3 năm của giai đoạn 2026 - 2030 trồng 25.000 ha rừng, bình quân mỗi năm 6.000 ha.",
        "Giai đoạn 2026 - 2030 trồng 25.000 - 35.000 ha rừng, bình quân mỗi năm 6.500 ha.",
        "Năm 2025 trồng 4.000 ha rừng, trong 5 năm trồng 25.000 ha rừng.",
    ],
)
def test_amounts_of_other_years_of_parts_or_of_other_things_are_not_compared(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("mean", "found"),
    [
        ("ít nhất 80 tỷ đồng", []),
        ("ít nhất 120 tỷ đồng", ["per-head"]),
        ("không quá 120 tỷ đồng", []),
        ("không quá 80 tỷ đồng", ["per-head"]),
        ("khoảng 104 tỷ đồng", []),
        ("khoảng 110 tỷ đồng", ["per-head"]),
    ],
)
def test_a_bound_is_broken_on_its_own_side_only(mean, found):
    assert codes(f"Giai đoạn 2026 - 2030 bố trí 500 tỷ đồng, mỗi năm {mean}.") == found


@pytest.mark.parametrize(
    ("whole", "mean", "found"),
    [
        ("500 tỷ đồng", "104 tỷ đồng", ["per-head"]),
        ("khoảng 500 tỷ đồng", "khoảng 104 tỷ đồng", []),
        ("khoảng 500 tỷ đồng", "khoảng 110 tỷ đồng", ["per-head"]),
        ("12 triệu USD", "2 triệu USD", []),
        ("14 triệu USD", "2 triệu USD", ["per-head"]),
    ],
)
def test_what_is_rounded_or_about_so_much_may_be_that_much_off(whole, mean, found):
    assert codes(f"Trong 5 năm bố trí {whole}, bình quân mỗi năm {mean}.") == found


@given(whole=st.integers(1_000, 90_000), years=st.integers(2, 10))
def test_a_mean_rounded_to_ones_is_right(whole, years):
    """Law: what a whole makes for a year, rounded to ones, is never reported; a half more of it always is."""
    mean = round(whole / years)
    text = "Trong {} năm đào tạo {} lao động, bình quân mỗi năm {} lao động."
    written = [f"{one:,}".replace(",", ".") for one in (whole, mean, mean * 3 // 2)]
    assert codes(text.format(f"{years:02}", written[0], written[1])) == []
    assert codes(text.format(f"{years:02}", written[0], written[2])) == ["per-head"]


def test_what_is_left_alone_does_not_hide_what_stands_behind_it():
    wrong = "Trong 5 năm trồng 30.000 ha rừng, bình quân mỗi năm 7.000 ha."
    for ahead in (
        "Cấp 300 giấy chứng nhận cho 200 hộ.",
        "Có 300 ha rừng, trong đó riêng năm 2025 trồng 200 ha.",
        "Trong 3 năm trồng 600 ha rừng, bình quân mỗi năm 200 ha.",
    ):
        assert codes(f"{ahead} {wrong}") == ["per-head"]


def test_what_its_unit_makes_an_amount_of_each_year_is_no_whole():
    assert codes("Mỗi năm trồng 30.000 ha rừng, trong 5 năm trồng 7.000 ha/năm.") == []
    assert codes("Mỗi năm trồng 7.000 ha rừng, trong 5 năm trồng 30.000 ha.") == ["per-head"]


@pytest.mark.parametrize(
    "term",
    ["Nhiệm kỳ 2020 - 2025", "Nhiệm kỳ 2021 - 2026,", "Nhiệm kỳ qua", "Trong nhiệm kỳ", "Khóa X, nhiệm kỳ 2021 - 2026"],
)
def test_a_term_is_of_five_years(term):
    """It begins and ends amid a year: six years are named, five are meant."""
    text = f"{term} kết nạp 900 đảng viên, bình quân mỗi năm {{}} đảng viên."
    found = [[one.code for one in ct.check(ct.Plan(text=text.format(mean)), rules=["per-head"])] for mean in (180, 150)]
    assert found == [[], ["per-head"]]


@pytest.mark.parametrize("term", ["Nửa nhiệm kỳ qua", "Nhiệm kỳ trước", "Giữa nhiệm kỳ"])
def test_part_of_a_term_is_of_no_known_years(term):
    text = f"{term} kết nạp 900 đảng viên, bình quân mỗi năm 360 đảng viên."
    assert ct.check(ct.Plan(text=text), rules=["per-head"]) == ()
