"""Days that say which things are meant, and set no deadline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.days.conditions import tells_which

THINGS = ["giấy phép cấp", "hồ sơ nộp", "tàu cá đóng", "dữ liệu lập", "thẻ in"]
GOES_ON = [" tiếp tục có hiệu lực", " được số hóa", " thì giải quyết theo quy trình cũ", " vẫn sử dụng"]
WORK = ["cấp giấy phép", "số hóa hồ sơ", "kiểm định tàu cá", "hoàn thành rà soát", "trình đề án"]


def is_condition(text, day="15/03/2026"):
    at = text.index(day)
    return tells_which(text, at, at + len(day))


@given(st.sampled_from(THINGS), st.sampled_from(GOES_ON))
def test_law_things_of_before_a_day_have_something_to_come(things, rest):
    """A day behind which the sentence goes on with what becomes of the things sets no deadline."""
    assert is_condition(f"- {things} trước ngày 15/03/2026{rest}")


@given(st.sampled_from(WORK), st.sampled_from(["", ".", "; báo cáo ubnd tỉnh", " để tổng hợp", ", gửi sở y tế"]))
def test_law_work_that_ends_in_a_day_is_due_then(work, rest):
    """A day that ends its clause is a deadline."""
    assert not is_condition(f"- {work} trước ngày 15/03/2026{rest}")


@pytest.mark.parametrize(
    "text",
    [
        "thu hồi khoản nợ phát sinh trước ngày 15/03/2026",
        "đối với dự án phê duyệt trước ngày 15/03/2026, sở y tế rà soát",
        "rà soát các hộ được giao rừng trước ngày 15/03/2026, cấp giấy",
        "sở y tế rà soát danh sách do trạm y tế lập trước ngày 15/03/2026",
        "xử lý các đơn thư thụ lý trước ngày 15/03/2026, xong trong quý iv/2026",
        "sửa xong nhà trước ngày 15/03/2026, nay bàn giao",
    ],
)
def test_what_the_sentence_is_about_is_no_deadline(text):
    assert is_condition(text)


@pytest.mark.parametrize(
    "text",
    [
        "sở y tế chủ trì, hoàn thành trước ngày 15/03/2026, trạm y tế phối hợp",
        "các sở báo cáo trước ngày 15/03/2026 được ubnd tỉnh biểu dương",
        "đề án do sở y tế trình trước ngày 15/03/2026",
        "trước ngày 15/03/2026 phải hoàn thành rà soát",
        "các xã trước ngày 15/03/2026 phải hoàn thành rà soát",
    ],
)
def test_deadlines_are_left(text):
    assert not is_condition(text)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        # only the own clause of the own sentence counts
        ("hoàn thành đề án; họp dân; giấy phép cấp trước ngày 15/03/2026 tiếp tục có hiệu lực", True),
        ("hoàn thành đề án, họp dân, giấy phép cấp trước ngày 15/03/2026 tiếp tục có hiệu lực", True),
        ("rà soát các hộ được giao rừng; sửa đường; dựng cột mốc trước ngày 15/03/2026", False),
        ("đối với dự án phê duyệt trước ngày 15/03/2026", False),
        ("đối với dự án phê duyệt trước ngày 15/03/2026 thì sở y tế rà soát", True),
        ("dựng cột mốc trước ngày 15/03/2026, sở y tế rà soát", False),
        ("- trước ngày 15/03/2026 được nghỉ", False),
        ("nhà dựng trước ngày 15/03/2026, nay bàn giao", True),
        ("nhà dựng trước ngày 15/03/2026 nay bàn giao", True),
        ("nhà dựng xong trước ngày 15/03/2026, nay bàn giao", True),
        ("nhà dựng xong trước ngày 15/03/2026, này", False),
        ("rà soát số hộ phá rừng làm nương trước ngày 15/03/2026, xong trong quý iv/2026", True),
        ("rà soát rừng làm nương trước ngày 15/03/2026, xong trong quý iv/2026", False),
        ("rà soát số hộ phá rừng làm nương trước ngày 15/03/2026, cấp giấy", False),
    ],
)
def test_what_stands_around_a_day(text, condition):
    assert is_condition(text) is condition
