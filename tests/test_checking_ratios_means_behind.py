"""Means behind their total, of heads counted in another sentence. Covers `ratios.people_told` too."""

from __future__ import annotations

import pytest

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text), rules=["per-head"])]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Phục vụ 2 triệu lượt khách. Doanh thu 3.000 tỷ đồng, bình quân {} triệu đồng/lượt khách.", "1,5", "1,8"),
        ("1. Tổng chi 900 tỷ đồng; bình quân {} triệu đồng/người.\n2. Dân số 300.000 người.", "3,0", "3,9"),
        (
            "1. Dân số trung bình 500 nghìn người.\n2. Sản lượng ngũ cốc 200 nghìn tấn; bình quân {} kg/người.",
            "400",
            "470",
        ),
        (
            "1. Dân số 300.000 người.\n2. Tổng chi 900 tỷ đồng (chưa gồm trả nợ), bình quân {} triệu đồng/người dân.",
            "3,0",
            "4,0",
        ),
        ("Toàn tỉnh có 400 hợp tác xã. Doanh thu 800 tỷ đồng, bình quân {} tỷ đồng/hợp tác xã.", "2,0", "2,4"),
    ],
)
def test_a_mean_of_heads_elsewhere(text, right, wrong):
    assert codes(text.format(right)) == []
    assert codes(text.format(wrong)) == ["per-head"]


@pytest.mark.parametrize(
    "text",
    [
        "1. Hỗ trợ 12 tỷ đồng, bình quân 30 triệu đồng/người.\n2. Dân số 300.000 người.",
        "1. Tổng chi 900 tỷ đồng, chi y tế 300 tỷ đồng; bình quân 2 triệu đồng/người.\n2. Dân số 300.000 người.",
        "Phục vụ 2 triệu lượt khách. Riêng doanh thu phòng 3.000 tỷ đồng, bình quân 2 triệu đồng/lượt khách.",
        "1. Thu 900 tỷ đồng, bình quân 75 tỷ đồng/tháng.\n2. Dân số 300.000 người.",
        "I. KẾT QUẢ NĂM 2025\n1. Dân số 300.000 người.\nII. MỤC TIÊU\n1. Tổng chi 900 tỷ đồng, bình quân 2 triệu đồng/người.",
        "1. Tổng chi 900 tỷ đồng, bình quân 3,9 triệu đồng/người.\n2. Dân số nông thôn 230.000 người.",
    ],
)
def test_heads_that_are_not_meant(text):
    assert codes(text) == []
