"""Running totals in tables with the steps between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def found(text):
    return [str(one.fields["expected"]) for one in ct.check(ct.Plan(text=text), rules=["parts-sum"])]


DOWN = (
    "Thời điểm | Tỷ lệ lũy kế (%) | Số tiền lũy kế (tỷ đồng) | Riêng trong kỳ (tỷ đồng)\n"
    "Hết quý I | 20 | 160 | 160\nHết quý II | 45 | 360 | 200\nHết quý III | 70 | 560 | 200\nHết năm | 100 | 800 | 240\n"
)
ALONG = "Nội dung | Quý I | Quý II | Quý III | Quý IV\nTrồng lũy kế | 120 | 310 | 520 | 640\nTrồng trong quý | 120 | 190 | 210 | 120\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DOWN.replace("360 | 200", "360 | 230"), ["200"]),
        (DOWN.replace("800 | 240", "800 | 340"), ["240"]),
        (ALONG.replace("120 | 190", "120 | 160"), ["190"]),
    ],
)
def test_a_step_that_is_none(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        DOWN,
        ALONG,
        # steps of something else: hardly any of them is what the total grows by
        DOWN.replace("160 | 160", "160 | 90").replace("360 | 200", "360 | 75").replace("560 | 200", "560 | 80"),
        "Thời điểm | Lũy kế (%) | Trong kỳ (%)\nQuý I | 20 | 20\nQuý II | 45 | 30\nQuý III | 70 | 25\n",
    ],
)
def test_steps_that_are_right_or_of_something_else(text):
    assert found(text) == []


@given(st.lists(st.integers(10, 90), min_size=4, max_size=6), st.integers(0, 3), st.sampled_from([0, 5]))
def test_law_a_step_is_what_the_total_grows_by(steps, at, slip):
    """Each step is the difference of two running totals; one that is five more is found."""
    totals = [sum(steps[: end + 1]) for end in range(len(steps))]
    said = [size + slip * (place == at) for place, size in enumerate(steps)]
    rows = "".join(
        f"Đợt {one} | {total} | {size}\n" for one, (total, size) in enumerate(zip(totals, said, strict=True), 1)
    )
    assert bool(found(f"Đợt | Lũy kế (ha) | Trong đợt (ha)\n{rows}")) == bool(slip)


@pytest.mark.parametrize(
    ("running", "told"),
    [
        ("852 | 1.012 | 1.202 | 1.362", []),
        ("852 | 1.012 | 1.220 | 1.362", ["1.202"]),
        ("110 | 270 | 460 | 620", []),
        ("120 | 270 | 460 | 620", ["110"]),
    ],
)
def test_a_running_total_may_count_on_from_what_there_was(running, told):
    table = f"Nội dung | Quý I | Quý II | Quý III | Quý IV\nTrạm mới trong quý | 110 | 160 | 190 | 160\nLũy kế cuối quý | {running}\n"
    assert found(table) == told


@pytest.mark.parametrize(
    ("steps", "running", "told"),
    [
        ("60 | 80 | 90 | 70 | 300", "60 | 140 | 230 | 300 | 300", []),
        ("60 | 80 | 90 | 70 | 300", "860 | 940 | 1.030 | 1.100 | 1.100", []),
        ("60 | 80 | 90 | 70 | 300", "60 | 140 | 250 | 300 | 300", ["230"]),
        ("60 | 80 | 90 | 70 | 300", "860 | 940 | 1.010 | 1.100 | 1.100", ["1.030"]),
    ],
)
def test_a_column_of_the_whole_year_is_no_step(steps, running, told):
    table = (
        f"Nội dung | Quý I | Quý II | Quý III | Quý IV | Cả năm\nTrồng trong quý | {steps}\nTrồng lũy kế | {running}\n"
    )
    assert found(table) == told


@pytest.mark.parametrize(("third", "told"), [("5.460", []), ("5.640", ["5.460"])])
def test_the_numbers_of_rows_are_no_steps(third, told):
    table = (
        "TT | Nội dung | ĐVT | Quý I | Quý II | Quý III | Quý IV\n1 | Cấp mới trong quý | giấy | 110 | 160 | 190 | 160\n"
        f"2 | Lũy kế toàn tỉnh | giấy | 5.110 | 5.270 | {third} | 5.620\n"
    )
    assert found(table) == told
