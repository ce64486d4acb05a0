"""Running totals in tables with the steps between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.parts.step_columns import step_columns
from chitieu.checking.texts.pieces import Piece
from chitieu.text import SourceText


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


def read(text):
    """Return the name of what is wrong, what it says and what it should, and the cells that tell."""
    one = Piece(SourceText(text), placed=True)
    return [
        (found.name, str(found.stated), str(found.expected), [cell.text for cell in found.parts])
        for found in step_columns(one)
    ]


def down(*rows, head="Kỳ | Lũy kế (ha) | Trong kỳ (ha)"):
    return read("\n".join((head, *(f"{name} | {total} | {size}" for name, total, size in rows))))


QUARTERS = [("Quý I", 160, 160), ("Quý II", 360, 200), ("Quý III", 560, 200), ("Quý IV", 800, 240)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({1: (360, 230)}, [("Trong kỳ (ha)", "230", "200", ["160", "360"])]),
        ({0: (160, 150)}, [("Trong kỳ (ha)", "150", "160", ["160"])]),
        # two steps beside one running total: it is that
        ({1: (390, 200)}, [("Lũy kế (ha)", "390", "360", ["160", "200"])]),
        ({1: (360, 230), 2: (560, 180)}, [("Trong kỳ (ha)", "230", "200", ["160", "360"])]),
        # half of the steps may be wrong, not more
        ({0: (160, 140), 2: (560, 230)}, [("Trong kỳ (ha)", "140", "160", ["160"])]),
        ({0: (160, 140), 1: (360, 210), 2: (560, 230)}, []),
        # twice as much as its step, a running total counts on from what there was
        ({0: (160, 81)}, [("Trong kỳ (ha)", "81", "160", ["160"])]),
        ({0: (160, 80)}, []),
        ({0: (160, 319)}, [("Trong kỳ (ha)", "319", "160", ["160"])]),
        ({0: (160, 320)}, []),
        ({0: (160, 0)}, []),
        ({1: ("x", 200)}, []),
        ({1: (360, "")}, []),
    ],
)
def test_each_step_is_what_the_running_total_grows_by(changes, expected):
    rows = [(name, *changes.get(at, (total, size))) for at, (name, total, size) in enumerate(QUARTERS)]
    assert down(*rows) == expected


def test_three_steps_are_the_fewest():
    wrong = [("Trong kỳ (ha)", "230", "200", ["160", "360"])]
    assert down(QUARTERS[0], ("Quý II", 360, 230), QUARTERS[2]) == wrong
    assert down(QUARTERS[0], ("Quý II", 360, 230)) == []
    assert down(QUARTERS[0], ("Quý II", 390, 200), QUARTERS[2]) == []  # the total or two steps


@pytest.mark.parametrize(("size", "expected"), [("20,1", 0), ("20,2", 1), ("20", 0), ("20,15", 1)])
def test_numbers_with_a_comma_are_rounded_after_their_last_digit(size, expected):
    rows = [("Quý I", "16,0", "16,0"), ("Quý II", "36,0", size), ("Quý III", "56,0", "20,0")]
    assert len(down(*rows)) == expected


@pytest.mark.parametrize(
    ("head", "last", "found"),
    [
        ("Kỳ | Lũy kế (ha) | Trong kỳ (ha)", (), 1),
        ("Kỳ | Lũy kế (ha) | Tỷ lệ trong kỳ", (), 0),
        ("Kỳ | Lũy kế (ha) | Lũy kế trong kỳ (ha)", (), 0),
        # the row of all the time is no step
        ("Kỳ | Lũy kế (ha) | Trong kỳ (ha)", (("Cả năm", 800, 800),), 1),
        ("Kỳ | Lũy kế (ha) | Trong kỳ (ha)", (("Tổng cộng", "", 830),), 1),
        ("Kỳ | Lũy kế (ha) | Trong kỳ (ha)", (("Năm sau", "", 830),), 0),
    ],
)
def test_the_rows_and_columns_of_steps(head, last, found):
    rows = [QUARTERS[0], ("Quý II", 360, 230), *QUARTERS[2:], *last]
    assert len(down(*rows, head=head)) == found


def test_several_running_totals_are_none_of_a_step():
    head = "Kỳ | Lũy kế (ha) | Trong kỳ (ha) | Cộng dồn (tỷ đồng)"
    assert down(QUARTERS[0], ("Quý II", 360, 230), *QUARTERS[2:], head=head) == []
    rows = "\n".join(f"{name} | {total} | {size + 5 * (size == 240)} | 9" for name, total, size in QUARTERS)
    assert read(f"{head}\n{rows}") == []
    assert len(read(f"{head.replace('Cộng dồn', 'Số tiền')}\n{rows}")) == 1


def test_running_totals_and_steps_in_rows():
    """Along a row the steps may stand above or below, and a table may begin with them."""
    right = "Trồng lũy kế | 120 | 310 | 520 | 640"
    for rows in (
        (right, "Trồng trong quý | 120 | 160 | 210 | 120"),
        ("Trồng trong quý | 120 | 160 | 210 | 120", right),
    ):
        expected = [("Trồng trong quý", "160", "190", ["120", "310"])]
        assert read("\n".join(rows)) == read("\n".join(("Nội dung | I | II | III | IV", *rows))) == expected
    assert (
        read("Nội dung | I | II | III | IV\nTrồng lũy kế | 120 | 310 | 520 | 640\nTrồng trong quý | 120 | 160 | 210")
        == []
    )
