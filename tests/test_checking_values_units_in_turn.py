"""Amounts told in one turn are of one thing: from one to the other, some of so many, quarter by quarter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def odd(text):
    return [str(one.fields["value"]) for one in ct.check(ct.Plan(text=text), rules=["unit-fits"])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mở rộng vùng quế từ 2.100 ha lên 2.460 kg.", ["2.460 kg"]),
        ("Hộ nghèo giảm từ 3.110 hộ (8,1%) xuống còn 2.750 tỷ đồng.", ["2.750 tỷ đồng"]),
        ("Xã còn 140 hộ nghèo trên tổng số 5.600 tỷ đồng.", ["5.600 tỷ đồng"]),
        ("Thu theo quý: quý I 310 tỷ đồng, quý II 420 ha, quý III 380 tỷ đồng.", ["420 ha"]),
        ("Lúa ba vụ: vụ xuân 310 ha, vụ hè 420 ha, vụ đông 90 kg.", ["90 kg"]),
    ],
)
def test_the_odd_one_is_found(text, found):
    assert odd(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Mở rộng từ 12 mô hình lên 450 ha.", "Giao 12 dự án với tổng số 30 tỷ đồng.", "Quý I khởi công 3 cầu, quý II trồng 40 ha, quý III giải ngân 90 tỷ đồng.",
        "Sản lượng từ 310 tấn lên 420 tấn, diện tích từ 90 ha lên 120 ha.", "Vụ xuân 310 ha, sản lượng 1.900 tấn, vụ hè 420 ha.",
    ],
)  # fmt: skip
def test_things_told_side_by_side_are_left_alone(text):
    assert odd(text) == []


@given(st.lists(st.integers(20, 900), min_size=4, max_size=4), st.integers(0, 3))
def test_law_of_four_quarters_the_one_in_another_unit_is_found_wherever_it_stands(amounts, at):
    """Whichever quarter is in another unit is the one that is told."""
    units = ["ha" if one == at else "tỷ đồng" for one in range(4)]
    quarters = ", ".join(
        f"quý {name} {amount} {unit}"
        for name, amount, unit in zip(("I", "II", "III", "IV"), amounts, units, strict=True)
    )
    assert odd(f"Kịch bản thu cả năm ({quarters}).") == [f"{amounts[at]} ha"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # numbers of one change are no more than three times each other
        ("Mở rộng vùng quế từ 2.100 ha lên 6.300 kg.", "6.300 kg"),
        ("Mở rộng vùng quế từ 2.100 ha lên 6.301 kg.", None),
        ("Mở rộng vùng quế từ 6.300 ha xuống 2.100 kg.", "2.100 kg"),
        ("Mở rộng vùng quế từ 6.301 ha xuống 2.100 kg.", None),
        ("Mở rộng vùng quế lúc đầu 2.100 ha lên 2.460 kg.", None),
        ("Mở rộng vùng quế từ 2.100 ha; lên 2.460 kg.", None),
        # two amounts may stand in a bracket between
        ("Mở rộng vùng quế từ 2.100 ha (đồi 1.900 ha, bãi 200 ha) lên 2.460 kg.", "2.460 kg"),
        ("Mở rộng vùng quế từ 2.100 ha (đồi 1.800 ha, bãi 200 ha, vườn 100 ha) lên 2.460 kg.", None),
        # the unit is right that the sentence has more often, else the first
        ("Còn 140 hộ trên tổng số 5.600 tỷ đồng, cấp 20 tỷ đồng.", "140 hộ"),
        ("Mở rộng vùng quế từ 2.100 ha xuống 1.460 kg, giữ 20 ha.", "1.460 kg"),
        # some are no more than all
        ("Còn 140 hộ trên tổng số 140 tỷ đồng.", "140 tỷ đồng"),
        ("Còn 140 hộ trên tổng số 139 tỷ đồng.", None),
        ("Còn 140 hộ, chiếm 2,5% trong tổng số 5.600 tỷ đồng.", "5.600 tỷ đồng"),
        # three of one sort of time in a row, one of them odd
        ("Quý I thu 310 tỷ đồng, quý II thu 420 ha.", None),
        ("Quý I thu 310 tỷ đồng, quý II thu 420 ha, quý III thu 500 tỷ đồng.", "420 ha"),
        ("Quý I thu 310 tỷ đồng, quý II thu 420 ha, quý III thu 500 tấn.", None),
        ("Quý I thu 310 tỷ đồng, quý II thu 420 ha, vụ đông thu 500 tỷ đồng.", None),
        ("Quý I thu 310 tỷ đồng, quý II thu 420 ha, quý III thu 500 tỷ đồng, vụ đông thu 20 kg.", "420 ha"),
        ("Quý I thu 310 tỷ đồng, quý II thu 420 ha, quý III thu 50%, quý IV thu 500 tỷ đồng.", None),
        ("Quý I thu 310 tỷ đồng, quý II thu 420 ha, trồng 90 cây, quý III thu 500 tỷ đồng.", None),
        ("Quý I 310 tỷ đồng, quý II 420 ha, quý III 500 tỷ đồng, quý IV 600 ha.", None),
    ],
)  # fmt: skip
def test_which_are_told_in_one_turn(text, found):
    assert odd(text) == ([] if found is None else [found])
