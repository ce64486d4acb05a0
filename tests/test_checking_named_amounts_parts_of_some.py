"""Tests of `chitieu.checking.named_amounts.parts_of_some`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

POOR = "1. Số hộ nghèo còn 730 hộ; số hộ cận nghèo còn 1.100 hộ.\n2. {}"
_WHOLES = (
    "Cho vay {} hộ làm nấm",
    "Lập 12 tổ nuôi ong với {} hộ",
    "Cấp {} bể nước",
    "Dạy nghề đan lát tại 9 lớp với {} người học, bình quân 20 người/lớp",
)
_JOINTS = (", trong đó có", "; trong đó", " (gồm", ", bao gồm")


@given(st.sampled_from(_WHOLES), st.sampled_from(_JOINTS), st.integers(300, 900), st.integers(10, 200))
def test_those_something_is_done_for_are_not_all_there_are(whole, joint, size, poor):
    """Law: whatever is done for some, how many of them are poor is no other number of the poor."""
    end = ")" if "(" in joint else ""
    line = f"{whole.format(size)}{joint} {poor} hộ nghèo, {poor + 7} hộ cận nghèo{end}."
    assert not found(plan(lines=POOR.format(line)), "duplicate-target")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (POOR.format("Toàn tỉnh có 41.000 hộ, trong đó có 750 hộ nghèo."), 1),
        (POOR.format("Tổng số hộ dân cư trên địa bàn 41.000 hộ, gồm 750 hộ nghèo, 1.100 hộ cận nghèo."), 1),
        (POOR.format("Dân số 160.000 người, với 41.000 hộ, trong đó có 750 hộ nghèo."), 1),
        (POOR.format("Cho vay 640 hộ làm nấm; số hộ nghèo còn 750 hộ."), 1),
        (POOR.format("Cho vay 640 hộ làm nấm:\n- 90 hộ nghèo;\n- 70 hộ cận nghèo."), 0),
        (POOR.format("Người Dao có 2.100 hộ, trong đó có 260 hộ nghèo."), 0),
        ("1. Tạo việc làm cho 9.000 lao động.\n2. Cho vay tạo việc làm 120 tỷ đồng cho 2.400 lao động.", 0),
        ("1. Dân số trung bình 900.000 người.\n2. Lập hồ sơ sức khỏe cho 80% dân số, tức 720.000 người.", 0),
        ("1. Dân số trung bình 900.000 người.\n2. Thu nhập 70 triệu đồng/người (dân số 720.000 người).", 1),
        ("1. Tạo việc làm cho 9.000 lao động.\n2. Giải quyết việc làm cho 2.400 lao động.", 1),
        ("1. Trồng mới 900 ha rừng tập trung.\n2. Dự án chắn sóng thực hiện 80 ha, trong đó trồng mới 60 ha rừng tập trung.", 0),
        ("1. Trồng mới 900 ha rừng tập trung.\n2. Lâm nghiệp: trồng mới 990 ha rừng tập trung.", 1),
        ("1. Sản lượng thủy sản 9.000 tấn.\n2. Sản lượng nông sản 80.000 tấn, trong đó sản lượng thủy sản 9.900 tấn.", 1),
        ("1. Thu nội địa 900 tỷ đồng.\n2. Huy động 1.500 tỷ đồng, gồm thu nội địa 990 tỷ đồng.", 1),
    ],
)  # fmt: skip
def test_parts_of_some_and_parts_of_all(lines, expected):
    assert len(found(plan(lines=lines), "duplicate-target")) == expected
