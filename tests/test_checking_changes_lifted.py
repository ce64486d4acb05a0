"""What is new and what that brings all there are to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.numbers.decimals import format_number


def found(text):
    return [str(one.fields["after"]) for one in ct.check(ct.Plan(text=text), rules=["level-change"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thành lập 03 khu du lịch, nâng số khu lên 29 (hiện có 21).", ["24 khu du lịch"]),
        ("Mở mới 5 tuyến xe buýt, đưa số tuyến lên 38 tuyến (năm 2025: 31 tuyến).", ["36 tuyến"]),
        ("Công nhận 18 di tích (7 quốc gia, 11 cấp tỉnh), đưa tổng số từ 412 lên 440 di tích.", ["430 di tích"]),
        ("Cho thuê thêm 75 ha đất, nâng diện tích đã lấp đầy từ 820 ha lên 905 ha.", ["895 ha"]),
        ("Xóa 150 lò gạch thủ công, giảm số lò gạch thủ công từ 610 xuống còn 470 lò.", ["460 lò gạch"]),
        # firms also close: no more can come than are founded
        ("Thành lập 200 doanh nghiệp, nâng tổng số từ 3.100 lên 3.500 doanh nghiệp.", ["3.300 doanh nghiệp"]),
    ],
)
def test_steps_that_are_not_what_was_added(text, expected):
    got = found(text)
    assert len(got) == 1
    assert got[0].split()[0] == expected[0].split()[0]


@pytest.mark.parametrize(
    "text",
    [
        "Thành lập 03 khu du lịch, nâng số khu lên 24 (hiện có 21).",
        "Thành lập 200 doanh nghiệp, nâng tổng số từ 3.100 lên 3.250 doanh nghiệp.",
        "Kết nạp 700 đoàn viên, nâng số chi đoàn từ 60 lên 66.",  # something else
        "Trồng 300 ha rừng, nâng diện tích rừng có chứng chỉ từ 800 ha lên 1.500 ha.",
        "Trồng 300 ha chè, nâng diện tích chè từ 5.000 ha lên 5.200 ha.",  # some is cleared
        "Xây 12 trạm y tế, nâng tỷ lệ trạm đạt chuẩn từ 80% lên 86%.",
        "Thêm ít nhất 12 trạm, nâng số trạm từ 80 lên 95.",
        "Công nhận 4 làng nghề, nâng thu nhập của làng nghề từ 60 lên 75 triệu đồng.",
    ],
)
def test_other_steps_are_left_alone(text):
    assert found(text) == []


@given(st.integers(2, 90), st.integers(100, 5_000), st.sampled_from([0, 5]))
def test_law_what_lasts_grows_by_what_is_new(new, before, slip):
    """All there are then are those there were and the new ones; five more are found."""
    after = format_number(before + new + slip)
    text = f"Mở mới {new} tuyến đường, đưa số tuyến đường từ {format_number(before)} lên {after} tuyến."
    assert bool(found(text)) == bool(slip)


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        # what there is then has another unit, none, or a limit
        ("Thành lập 03 khu du lịch, nâng số khu lên 29 khu trở lên (hiện có 21).", False),
        ("Trồng thêm 20 ha mía, nâng diện tích mía lên 150 (hiện có 100).", False),
        ("Xây 3 trạm bơm, nâng số trạm bơm lên 9 trạm bơm (hiện có 5).", True),
        ("Xây 3 trạm bơm, nâng số trạm bơm lên 9 km (hiện có 5).", False),
        ("Xây 3 trạm bơm, nâng số trạm bơm lên 9 (hiện có 5 trạm bơm).", True),
        ("Xây 3 trạm bơm, nâng số trạm bơm lên 8 (hiện có 5 trạm bơm).", False),
        # the other way than what is done
        ("Xóa 4 lò vôi, nâng số lò vôi lên 60 (hiện có 54).", False),
        ("Xây 4 lò vôi, giảm số lò vôi xuống 60 (hiện có 54).", False),
        # those who come and go by themselves
        ("Kết nạp 40 đoàn viên, nâng tổng số đoàn viên lên 500 (hiện có 470).", False),
        ("Kết nạp 40 đoàn viên, nâng tổng số đoàn viên lên 520 (hiện có 470).", True),
        ("Đóng cửa 40 cơ sở xay xát, giảm số cơ sở xay xát từ 100 xuống 70 cơ sở xay xát.", False),
        ("Đóng cửa 40 cơ sở xay xát, giảm số cơ sở xay xát từ 100 xuống 50 cơ sở xay xát.", True),
        ("Trồng 300 ha rừng, nâng diện tích rừng từ 800 ha lên 1.500 ha.", True),
    ],
)
def test_what_is_brought_to_what(text, odd):
    assert bool(found(text)) is odd


@pytest.mark.parametrize(("total", "odd"), [("122,3", True), ("122,5", False), ("122,7", False), ("122,9", True)])
def test_what_is_measured_is_rounded(total, odd):
    assert bool(found(f"Làm 1,2 km đê bao, nâng chiều dài đê bao từ 121,4 km lên {total} km.")) is odd


@pytest.mark.parametrize(
    "before",
    [
        "Mở mới 5 tuyến xe buýt, đưa số tuyến lên 36 tuyến (năm 2025: 31 tuyến)",
        "Mở mới 5 tuyến xe buýt, giảm số bến xuống 36 bến",
        "Mở mới 5 tuyến xe buýt",
        "Có 9 đò ngang",
        "Chi 40%",
    ],
)
def test_what_is_right_or_no_step_hides_none_behind_it(before):
    assert len(found(f"{before}; thành lập 03 khu du lịch, nâng số khu lên 29 (hiện có 21).")) == 1
