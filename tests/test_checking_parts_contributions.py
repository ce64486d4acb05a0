"""What sectors bring to a growth, in points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

SECTORS = ("nông, lâm nghiệp và thủy sản", "công nghiệp - xây dựng", "dịch vụ", "thuế sản phẩm trừ trợ cấp sản phẩm")


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)))]


def told(growth, parts):
    brings = ", ".join(f"{name} đóng góp {points} điểm phần trăm" for name, points in zip(SECTORS, parts, strict=False))
    return f"Kinh tế tăng {growth} so với năm trước, trong đó {brings}."


BESIDE = (
    "GRDP tăng 9%: nông nghiệp tăng 4%, đóng góp 1,0 điểm phần trăm; công nghiệp tăng 12%, đóng góp 4,0 điểm phần trăm; "
    "dịch vụ tăng 8%, đóng góp {} điểm phần trăm; thuế sản phẩm tăng 5%, đóng góp 0,5 điểm phần trăm."
)
"""The growth of each sector beside what it brings."""


@given(st.lists(st.integers(1, 400), min_size=4, max_size=4), st.integers(20, 300))
def test_contributions_add_up_to_the_growth(points, off):
    """Law: contributions that add up to the growth are silent, and those that do not by more than rounding are not."""
    parts = [ct.format_number(ct.parse_number(f"{one // 100},{one % 100:02}")) for one in points]
    right, wrong = sum(points), sum(points) + off
    assert codes(told(f"{right // 100},{right % 100:02}%", parts)) == []
    assert codes(told(f"{wrong // 100},{wrong % 100:02}%", parts)) == ["parts-sum"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # at least so much is shared out as just that
        (told("9,0% trở lên", ("1,0", "4,0", "3,5", "0,5")), []),
        (told("8,0% trở lên", ("1,0", "4,0", "3,5", "0,5")), ["parts-sum"]),
        # without the taxes they may be less, not more
        (told("9,0%", ("1,0", "4,0", "3,5")), []),
        (told("8,0%", ("1,0", "4,0", "3,5")), ["parts-exceed"]),
        # some sectors alone tell nothing
        (told("9,0%", ("1,0", "4,0")), []),
        (BESIDE.format("3,5"), []),
        (BESIDE.format("4,5"), ["parts-sum"]),
    ],
)
def test_contributions(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(("points", "expected"), [("3,2", []), ("3,6", ["parts-sum"])])
def test_what_is_brought_is_told_once_for_all(points, expected):
    text = (
        "Trong 7,4 điểm phần trăm tăng chung, nông nghiệp góp 0,9 điểm, công nghiệp 2,8 điểm, "
        f"dịch vụ {points} điểm, thuế sản phẩm 0,5 điểm."
    )
    assert [code for code in codes(text) if code == "parts-sum"] == expected
