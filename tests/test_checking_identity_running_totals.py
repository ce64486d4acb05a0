"""What is reached by the times of a year, however the least of it is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

import chitieu as ct
from chitieu.checking.rates.growth import growth_between


@pytest.mark.parametrize("sign", ["", "≥ ", "trên ", "ít nhất ", "đạt "])
@given(st.lists(st.integers(11, 94), min_size=3, max_size=3, unique=True))
def test_law_what_is_reached_never_falls(sign, reached):
    """A row of running totals is told exactly if one of them is less than the one before."""
    days = ("31/3/2026", "30/6/2026", "30/9/2026")
    row = "; ".join(f"đến {day} {sign}{value}%" for day, value in zip(days, reached, strict=True))
    lines = f"1. Mốc giải ngân lũy kế so với kế hoạch vốn: {row}; đến 31/12/2026 {sign}95%."
    assert bool(found(plan(lines=lines), growth_between)) is (reached != sorted(reached))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("đến hết quý I đạt 20%, hết quý II đạt 50%, hết quý III đạt 40%, cả năm đạt 95%", ["40%", "50%", "95%"]),
        ("đến hết quý I đạt 20%, hết quý II đạt 60%, hết quý III đạt 50%", ["60%", "20%", "50%"]),
        ("đến hết quý I đạt 60%, hết quý II đạt 45%, hết quý III đạt 70%", ["45%", "60%", "70%"]),
        ("đến hết quý I đạt 60%, hết quý II đạt 45%, hết quý III đạt 50%", ["45%", "60%"]),
        ("đến hết quý I đạt 20%, hết quý II đạt 90%, hết quý III đạt 70%, cả năm 80%", ["70%", "90%"]),
        ("đến hết quý I đạt 20%, hết quý II đạt 10%, hết quý III đạt 5%", ["10%", "20%"]),
        ("đến hết quý I đạt 20% (30 tỷ đồng), hết quý II đạt 10% (15 tỷ đồng)", ["10%", "20%"]),
        ("đến 3 tháng đạt 20%, đến 6 tháng đạt 10%", ["10%", "20%"]),
        ("đến 31/3 đạt 20%, đến 30/6 đạt 10%", ["10%", "20%"]),
        ("đến hết quý I đạt 60%, quý II đạt 30%, quý III đạt 20%", ["30%", "60%"]),  # shares would come to a hundred
        ("đến hết quý I đạt 50%, quý II đạt 30%, quý III đạt 20%", []),
        ("quý I đạt 60%, quý II đạt 50%, quý III đạt 10%", []),
        ("đến hết quý I đạt 20%, hết quý II đạt 20%", []),
        ("đến hết quý I đạt 20%. Đến hết quý II đạt 10%", []),
        ("đến hết quý I đạt 20%, 30 tỷ đồng, hết quý II đạt 10%", []),
        ("đến hết quý II đạt 20%, đến hết quý I đạt 10%, đến hết quý III đạt 5%", []),
        ("đến hết quý I đạt 20%, hết quý III đạt 50%, hết quý II đạt 45%", []),
        ("đến hết quý I tăng 20%, hết quý II đạt 10%", []),
        ("đến hết quý I đạt 20 - 25%, hết quý II đạt 10%", []),
        ("đến hết quý I đạt 20%, các dự án mới hết quý II đạt 10%", []),
    ],
)
def test_which_of_a_row_breaks_its_rise(text, told):
    """The first that falls, or what stands before the last where that alone is too high."""
    text = f"Giải ngân {text}."
    found = ct.check(ct.Plan(text=text), rules=["growth-between"])
    assert [text[one.start : one.end] for finding in found for one in (finding.span, *finding.related)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Thu lũy kế quý I 75 tỷ đồng; 6 tháng 144 tỷ đồng; 9 tháng 129 tỷ đồng; cả năm 268 tỷ đồng.", ["129 tỷ đồng", "144 tỷ đồng", "268 tỷ đồng"]),
        ("Thu lũy kế quý I 75 tỷ đồng; 6 tháng 144 tỷ đồng; 9 tháng 159 tỷ đồng; cả năm 268 tỷ đồng.", []),
        ("Thu lũy kế (tỷ đồng):\n- Hết quý I: 1.075, bằng 28% dự toán;\n- Hết 6 tháng: 1.060, bằng 54% dự toán;\n- Cả năm: 2.268.", ["1.060", "1.075", "2.268"]),
        ("Trồng rừng lũy kế:\n1. Hết quý I: 75 ha;\n2. Hết quý II: 60 ha;\n3. Cả năm: 268 ha.", ["60 ha", "75 ha", "268 ha"]),
        ("Trồng rừng:\n- Hết quý I: 75 ha;\n- Hết quý II: 60 ha;\n- Cả năm: 268 ha.", []),
        # of one time each, another unit, what falls, another list
        ("Thu quý I 75 tỷ đồng; quý II 60 tỷ đồng; cả năm 268 tỷ đồng.", []),
        ("Giải ngân quý I 75 tỷ đồng; quý II 60 tỷ đồng; quý III 90 tỷ đồng.", []),
        ("Giải ngân đến hết quý I 75 tỷ đồng; hết quý II 60%; hết quý III 50%.", []),
        ("Nợ lũy kế hết quý I 75 tỷ đồng; hết quý II 60 tỷ đồng; hết quý III 50 tỷ đồng.", []),
        ("Thu lũy kế:\n- Hết quý I: 75 tỷ đồng;\n- Chi hết quý II: 60 tỷ đồng;\n- Vay hết quý III: 50 tỷ đồng.", []),
    ],
)  # fmt: skip
def test_amounts_that_run_on(text, told):
    """Amounts run on where the words say so; those of one time each may be less."""
    found = ct.check(ct.Plan(text=text), rules=["growth-between"])
    assert [text[one.start : one.end] for finding in found for one in (finding.span, *finding.related)] == told
