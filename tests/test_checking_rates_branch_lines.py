"""Growth of a whole on one line, that of its branches on the next."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from small_plans import found, plan

from chitieu.checking.rates.growth import growth_between

BRANCHES = "2. {} theo {}: trồng trọt tăng {}%; chăn nuôi tăng {}%; lâm nghiệp tăng {}%."


@pytest.mark.parametrize("heading", ["Mức tăng", "Tốc độ tăng", "Tăng trưởng", "Tốc độ tăng trưởng"])
@pytest.mark.parametrize("parts", ["lĩnh vực", "ngành", "tiểu ngành"])
@given(st.integers(1, 99), st.lists(st.integers(1, 99), min_size=3, max_size=3))
def test_law_a_whole_grows_between_its_branches(heading, parts, whole, branches):
    """The growth of all is told exactly if it is below the least or above the most of the branches on the next line."""
    told = [f"{one / 10:.1f}".replace(".", ",") for one in branches]
    first = f"1. Giá trị sản xuất toàn ngành tăng {whole / 10:.1f}%".replace(".", ",").replace("1, ", "1. ")
    lines = f"{first};\n{BRANCHES.format(heading, parts, *told)}"
    beyond = max(min(branches) - whole, whole - max(branches))
    assume(beyond != 1)  # a tenth may be of rounding
    outside = beyond > 0
    assert bool(found(plan(lines=lines), growth_between)) is outside


@pytest.mark.parametrize(
    "first",
    [
        "1. Giá trị sản xuất toàn ngành (giá hiện hành) tăng 9,9%;",
        "1. Giá trị sản xuất bình quân một lao động tăng 9,9%;",
        "1. Đàn bò tăng 9,9%;",
        "1. Giá trị sản xuất toàn ngành 12.500 tỷ đồng, bằng 99% kế hoạch;",
        "1. Doanh thu tăng 9,9%, chi tăng 4,5%;",
    ],
)
def test_other_wholes_are_left_alone(first):
    lines = f"{first}\n{BRANCHES.format('Mức tăng', 'lĩnh vực', '3,0', '4,0', '5,0')}"
    assert not found(plan(lines=lines), growth_between)


def test_a_whole_that_is_looked_at_already_is_told_once():
    lines = (
        "1. GRDP tăng 9,9%;\n2. Tốc độ tăng theo khu vực: khu vực I tăng 3%; khu vực II tăng 6%; khu vực III tăng 7%."
    )
    assert len(found(plan(lines=lines), growth_between)) == 1
