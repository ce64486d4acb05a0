"""Growth of a year or a period beside that of its quarters or years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.rates.growth_of_times import growth_of_times
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText, Span


def said(text):
    source = SourceText(text)
    passage = Piece(source, placed=True), tuple(scan_targets(source)[0])
    return [(one.equation, one.holds) for one in growth_of_times(passage, Ranges.of([]))]


QUARTERS = "quý I tăng 5%, quý II tăng 6%, quý III tăng 8%, quý IV tăng 7%"
YEARS = "năm 2021 tăng 2%; năm 2022 tăng 8%; năm 2023 tăng 6%"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"GRDP năm 2026 tăng 9%: {QUARTERS}.", [("5 ≤ 9 ≤ 8", False)]),
        (f"GRDP năm 2026 tăng 7% ({QUARTERS}).", [("5 ≤ 7 ≤ 8", True)]),
        (f"GRDP năm 2026 tăng 9%. Trong đó {QUARTERS}.", [("5 ≤ 9 ≤ 8", False)]),
        (f"GRDP {QUARTERS}; cả năm tăng 9%.", [("5 ≤ 9 ≤ 8", False)]),
        ("GRDP 6 tháng đầu năm tăng 5%, 6 tháng cuối năm tăng 6%, cả năm tăng 4%.", [("5 ≤ 4 ≤ 6", False)]),
        (f"Kinh tế giai đoạn 2021 - 2023 tăng bình quân 9%/năm ({YEARS}).", [("2 ≤ 9 ≤ 8", False)]),
        (f"Tốc độ tăng trưởng bình quân giai đoạn 2021 - 2023 đạt 5,3%: {YEARS}.", [("2 ≤ 5,3 ≤ 8", True)]),
        # times of different length
        ("GRDP quý I tăng 5%, quý II tăng 6%, quý III tăng 8%; 9 tháng tăng 9%.", [("5 ≤ 9 ≤ 8", False)]),
        ("GRDP 6 tháng đầu năm tăng 7%, trong đó quý I tăng 5%, quý II tăng 6%.", [("5 ≤ 7 ≤ 6", False)]),
        ("GRDP quý I tăng 5%, quý II tăng 6%, 6 tháng tăng 5,6%.", [("5 ≤ 5,6 ≤ 6", True)]),
        ("GRDP quý I tăng 5%, quý II tăng 6%, thu ngân sách 6 tháng tăng 9%.", []),
        # the word for growth ahead of the list
        ("Kịch bản so với cùng kỳ: quý I 5%, quý II 6%, quý III 8%; lũy kế 9 tháng 9%.", [("5 ≤ 9 ≤ 8", False)]),
        ("Tăng trưởng theo quý: quý I 5%, quý II 6%; cộng dồn 6 tháng 5,6%.", [("5 ≤ 5,6 ≤ 6", True)]),
        ("Giải ngân so với kế hoạch: quý I 20%, quý II 30%; lũy kế 6 tháng 50%.", []),
        # growth of all the years together, of other years, of some of them
        (f"Kinh tế giai đoạn 2021 - 2023 tăng 17% ({YEARS}).", []),
        (f"Kinh tế giai đoạn 2021 - 2025 tăng bình quân 9%/năm ({YEARS}).", []),
        (f"GRDP năm 2026 tăng 9% (năm 2025: {QUARTERS}).", []),
        ("GRDP quý II tăng 6%, quý III tăng 8%; 9 tháng tăng 9%.", []),
        # halves in any order, and twice one of them
        ("GRDP năm 2026 tăng 7%: 6 tháng cuối năm tăng 6%, 6 tháng đầu năm tăng 5%.", [("5 ≤ 7 ≤ 6", False)]),
        ("GRDP năm 2026 tăng 7%: 6 tháng đầu năm tăng 6%, 6 tháng đầu năm tăng 5%.", []),
        ("GRDP năm 2026 tăng 7%: 6 tháng đầu năm tăng 6%, quý III tăng 5%.", []),
        # two years in a clause, two quarters in one, a year told twice, years and quarters
        ("Kinh tế giai đoạn 2021 - 2023 tăng bình quân 9%/năm (năm 2021 tăng 2%; năm 2022 và 2023 tăng 8%).", []),
        (
            "Kinh tế giai đoạn 2021 - 2022 tăng bình quân 9%/năm (năm 2021 tăng 2%; năm 2022 tăng 8%).",
            [("2 ≤ 9 ≤ 8", False)],
        ),
        ("Kinh tế giai đoạn 2021 - 2022 tăng bình quân 9%/năm (năm 2021 tăng 2%; năm 2021 tăng 8%).", []),
        ("GRDP năm 2026 tăng 9%: quý I tăng 5%, quý II và quý III tăng 6%, quý IV tăng 7%.", []),
        ("GRDP năm 2026 tăng 9%: quý 1 tăng 5%, quý 2 tăng 6%, quý 3 tăng 8%, quý 4 tăng 7%.", [("5 ≤ 9 ≤ 8", False)]),
        # the whole behind its times; an amount between, and the end of a sentence
        ("GRDP quý I tăng 5%, quý II tăng 6%, quý III tăng 8%, quý IV đạt 7 tỷ đồng; cả năm tăng 9%.", []),
        (f"GRDP {QUARTERS}. Cả năm tăng 9%.", []),
        (f"GRDP {QUARTERS}; so với dự toán cả năm tăng 9%.", []),
        # which of them fall has to be said
        (
            "GRDP cả năm giảm 9%: quý I giảm 5%, quý II giảm 6%, quý III giảm 8%, quý IV giảm 7%.",
            [("8 ≤ 9 ≤ 5", False)],
        ),
        (
            "GRDP cả năm tăng 9%: quý I giảm 1%, quý II tăng 6%, quý III tăng 8%, quý IV tăng 7%.",
            [("1 ≤ 9 ≤ 8", False)],
        ),
        # a growth of some years may be a range
        (
            "Kinh tế giai đoạn 2021 - 2022 tăng bình quân 9 - 9,5%/năm (năm 2021 tăng 2 - 3%; năm 2022 tăng 7 - 8%).",
            [("2 ≤ 9 ≤ 7", False)],
        ),
        # a sentence that begins with its quarter grows by itself, whatever is told before it
        ("Chi bằng 80% dự toán. Quý I tăng 5%, quý II tăng 6%; 6 tháng tăng 9%.", [("5 ≤ 9 ≤ 6", False)]),
        ("Vốn tăng; tỷ lệ lấp đầy theo quý: quý I 5%, quý II 6%; 6 tháng 9%.", []),
        ("Vốn lấp đầy; tăng trưởng theo quý: quý I 5%, quý II 6%; 6 tháng 9%.", [("5 ≤ 9 ≤ 6", False)]),
        # two lists, one behind the other; one thing told of one time twice
        (
            "GRDP quý I tăng 5%, quý II tăng 6%, 6 tháng tăng 9%. Vốn quý I tăng 2%, quý II tăng 3%, 6 tháng tăng 4%.",
            [("5 ≤ 9 ≤ 6", False), ("2 ≤ 4 ≤ 3", False)],
        ),
        ("GRDP quý I tăng 5%, quý II tăng 6%, quý II tăng 7%, 6 tháng tăng 9%.", []),
        # years ahead of their mean
        (f"Kinh tế {YEARS}; bình quân 2021 - 2023 tăng 9%.", [("2 ≤ 9 ≤ 8", False)]),
        (f"Kinh tế {YEARS}; bình quân 2021 - 2024 tăng 9%.", []),
        # what follows is looked at, too
        (f"Thu tăng 3% so với dự toán. Vốn tăng 4%. GRDP năm 2026 tăng 9%: {QUARTERS}.", [("5 ≤ 9 ≤ 8", False)]),
        # something else, and against what was planned
        (f"GRDP {QUARTERS}; thu ngân sách cả năm tăng 15%.", []),
        (f"Thu tăng 9% so với dự toán: {QUARTERS}.", []),
        (f"GRDP giảm 9%: {QUARTERS.replace('tăng ', '')}.", []),
    ],
)
def test_growth_of_times(text, expected):
    assert said(text) == expected


def test_a_whole_that_was_looked_at_already_is_left_alone():
    text = f"GRDP năm 2026 tăng 9%: {QUARTERS}."
    source = SourceText(text)
    hits = tuple(scan_targets(source)[0])
    known = Ranges.of([Span(text.index("9%"), text.index("9%") + 1)])
    assert not list(growth_of_times((Piece(source, placed=True), hits), known))
    assert len(list(growth_of_times((Piece(source, placed=False), hits), known))) == 1


@given(st.lists(st.integers(10, 150), min_size=4, max_size=4), st.integers(10, 200))
def test_the_verdict_is_that_of_the_numbers(parts, whole):
    """A year's growth inside those of its quarters holds; more than a tenth outside, it does not."""
    names = ("quý I", "quý II", "quý III", "quý IV")
    listed = ", ".join(f"{name} tăng {one // 10},{one % 10}%" for name, one in zip(names, parts, strict=True))
    ((_, holds),) = said(f"GRDP cả năm tăng {whole // 10},{whole % 10}%: {listed}.")
    assert holds or not min(parts) <= whole <= max(parts)
    assert not holds or min(parts) - 1 <= whole <= max(parts) + 1
