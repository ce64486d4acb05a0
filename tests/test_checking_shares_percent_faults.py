"""Percentages that are not what stands beside them: each is told once."""

import pytest

import chitieu as ct


@pytest.mark.parametrize(
    "text",
    [
        "Có 90/120 xã (79%) đạt chuẩn.",
        "Toàn xã có 2.350 hộ. Năm 2026 còn 212 hộ nghèo, chiếm 9,9% tổng số 2.350 hộ.",
        "Còn 800 hộ nghèo trên tổng số 100.000 hộ, chiếm 0,88%.",
        "Có 30/50 trường đạt chuẩn mức độ 1 giai đoạn 2026 - 2030, bằng 66% số trường.",
    ],
)
def test_a_wrong_percentage_is_told_once(text):
    (finding,) = ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["fraction-percent"])
    assert finding.span is not None
    assert "%" in text[finding.span.start : finding.span.end]


@pytest.mark.parametrize(
    "text",
    [
        "Có 30/50 trường đạt chuẩn mức độ 1 giai đoạn 2026 - 2030, bằng 60% số trường.",
        "Có 30/50 trường đạt chuẩn vượt kế hoạch năm 2025, bằng 120% mức cần có.",
        "Có 30/50 trường đạt chuẩn năm 2026, bằng 120% năm 2025.",
    ],
)
def test_a_percentage_of_something_else_is_none_of_a_fraction(text):
    assert ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["fraction-percent"]) == ()
