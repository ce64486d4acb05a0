"""Tables from what there is at first to what there is in the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def found(text):
    return [str(one.fields["expected"]) for one in ct.check(ct.Plan(text=text), rules=["parts-sum"])]


DEBT = "Chỉ tiêu | 2025 | 2026\nDư nợ đầu năm | 900 | 980\nVay trong năm | 240 | 310\nTrả nợ gốc | 160 | 190\nDư nợ cuối năm | 980 | 1.100\n"
FILES = "TT | Nội dung | Số đơn\n1 | Tồn đầu kỳ | 42\n2 | Tiếp nhận | 610\n3 | Giải quyết | 598\n4 | Tồn cuối kỳ | 54\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DEBT.replace("980 | 1.100", "980 | 1.130"), ["1.100"]),
        (DEBT.replace("160 | 190", "130 | 190"), ["1.010"]),
        (FILES.replace("kỳ | 54", "kỳ | 57"), ["54"]),
    ],
)
def test_an_end_that_nothing_leads_to(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        DEBT,
        FILES,
        DEBT.replace("Trả nợ gốc", "Hạn mức dư nợ").replace("980 | 1.100", "980 | 1.300"),  # what that is no word tells
        FILES.replace("3 | Giải quyết | 598\n", "").replace("54", "70"),  # only what came
        "Chỉ tiêu | 2026\nDân số đầu năm | 900\nTỷ lệ tăng | 2\nDân số cuối năm | 918\n",
    ],
)
def test_ends_that_are_right_or_not_known(text):
    assert found(text) == []


@given(st.integers(500, 900), st.integers(10, 300), st.integers(10, 300), st.sampled_from([0, 6]))
def test_law_what_comes_and_goes_leads_to_the_end(first, comes, goes, slip):
    """The end is the beginning with what came, without what went; six more is found."""
    rows = (
        f"Dư nợ đầu kỳ | {first}\nVay mới | {comes}\nTrả nợ | {goes}\nDư nợ cuối kỳ | {first + comes - goes + slip}\n"
    )
    assert bool(found(f"Chỉ tiêu | Tỷ đồng\n{rows}")) == bool(slip)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # what is told of some of them is no move of its own
        (("Dư nợ đầu năm | 900", "Vay mới | 240", "- Vay ngân hàng | 90", "Trả nợ | 160", "Dư nợ cuối năm | 985"), ["980"]),
        (("Dư nợ đầu năm | 900", "Vay mới | 240", "Trong đó vay ngân hàng | 90", "Trả nợ | 160", "Dư nợ cuối năm | 980"), []),
        # both must be told, what came and what went
        (("Dư nợ đầu năm | 900", "Vay mới | 240", "Dư nợ cuối năm | 1.180"), []),
        (("Dư nợ đầu năm | 900", "Trả nợ | 160", "Dư nợ cuối năm | 780"), []),
        (("Dư nợ đầu năm | 900", "Vay mới | 240", "Trả nợ | 160"), []),
        # words that tell no way, and rates
        (("Dư nợ đầu năm | 900", "Vay mới | 240", "Hạn mức | 50", "Trả nợ | 160", "Dư nợ cuối năm | 990"), []),
        (("Dư nợ đầu năm | 900", "Vay mới | 240", "Tỷ lệ trả nợ | 16", "Trả nợ | 160", "Dư nợ cuối năm | 990"), []),
        (("Tỷ lệ dư nợ đầu năm | 900", "Vay mới | 240", "Trả nợ | 160", "Dư nợ cuối năm | 990"), []),
        # half of the end off, and no more
        (("Dư nợ đầu năm | 900", "Vay mới | 240", "Trả nợ | 190", "Dư nợ cuối năm | 1.900"), ["950"]),
        (("Dư nợ đầu năm | 900", "Vay mới | 240", "Trả nợ | 192", "Dư nợ cuối năm | 1.900"), []),
        (("Dư nợ đầu năm | 900", "Vay mới | 240", "Trả nợ | 140", "Dư nợ cuối năm | 2.001"), []),
        (("Dư nợ đầu năm | 900", "Vay mới | 740", "Trả nợ | 140", "Dư nợ cuối năm | 1.000"), ["1.500"]),
        # numbers with a comma are rounded
        (("Dư nợ đầu năm | 90,0", "Vay mới | 24,0", "Trả nợ | 16,0", "Dư nợ cuối năm | 98,2"), []),
        (("Dư nợ đầu năm | 90,0", "Vay mới | 24,0", "Trả nợ | 16,0", "Dư nợ cuối năm | 98,3"), ["98,0"]),
        (("Dư nợ đầu năm | 90", "Vay mới | 24", "Trả nợ | 16", "Dư nợ cuối năm | 99"), ["98"]),
        # an empty cell is nought, but for that of the beginning and of the end
        (("Dư nợ đầu năm | 900", "Vay mới | -", "Trả nợ | 160", "Dư nợ cuối năm | 750"), ["740"]),
        (("Dư nợ đầu năm | -", "Vay mới | 900", "Trả nợ | 160", "Dư nợ cuối năm | 750"), []),
        (("Dư nợ đầu năm | 900", "Vay mới | 40", "Trả nợ | 160", "Dư nợ cuối năm | -"), []),
        (("Dư nợ đầu năm | 900", "Vay mới | x", "Trả nợ | 160", "Dư nợ cuối năm | 750"), []),
        (("Dư nợ đầu năm | 900", "Vay mới | 40", "Trả nợ | 160 | 2", "Dư nợ cuối năm | 790"), []),
        # the number of a row is not its name
        (("1. | Dư nợ đầu năm | 900", "2. | Vay mới | 40", "a) | Vay ngân hàng | 30", "3. | Trả nợ | 160", "4. | Dư nợ cuối năm | 790"), ["780"]),
        (("Nợ tại 31/12/2025 | 900", "Vay mới | 240", "Trả nợ | 160", "Dư nợ cuối năm | 985"), ["980"]),
    ],
)  # fmt: skip
def test_what_leads_from_the_beginning_to_the_end(rows, expected):
    assert found("\n".join(f"| {row} |" for row in ("Chỉ tiêu | Tỷ đồng", *rows))) == expected
