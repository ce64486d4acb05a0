"""Values that stand out of a series of years."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.changes.outliers import outliers
from chitieu.checking.texts.pieces import Piece
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText

HEAD = "Chỉ tiêu | TH 2025 | 2026 | 2027 | KH 2028\n"


def told(text):
    source = SourceText(text)
    return [
        (name, str(one.value), str(other.value))
        for name, one, other in outliers((Piece(source, placed=True), tuple(scan_targets(source)[0])))
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Số gà đẻ | 150 | 1450 | 160 | 165", ["1450"]),
        ("Số gà đẻ | 1500 | 145 | 160 | 165", ["1500"]),
        ("Số gà đẻ | 150 | 145 | 160 | 16500", ["16500"]),
        ("Tỷ lệ sâu răng (%) | 12,5 | 12 | 115 | 11", ["115"]),
        ("Tỷ lệ sâu răng | 12,5% | 12% | 1,15% | 11%", ["1.15"]),
        ("Số gà đẻ | 150 | 1600 | 1450 | 160", []),  # two that differ
        ("Số gà đẻ | 150 | 450 | 160 | 165", []),  # three times as many
        ("Số gà đẻ | 150 | 145 | 400 | 1600", []),  # it grows
        ("Số gà đẻ | 150 | 145 | 150 | 1050", []),
        ("Số gà đẻ | 150 | 145 | 1050 | 150", ["1050"]),
        ("Kinh phí mua gà | 150 | 1450 | 160 | 165", []),
        ("Số ao | 1 | 10 | 1 | 1", []),  # a few more
        ("Số ao | 0 | 15 | 0 | 0", []),
        ("Tỷ lệ sâu răng (%) | 12,5 | 0 | 11,5 | 11", []),
        ("Số dự án chăn nuôi | 15 | 150 | 16 | 14", []),  # what comes in leaps
        ("Số gà đẻ | 150 | 1450 | - | -", []),  # two years only
    ],
)
def test_rows_of_years(row, expected):
    """One value ten, a hundred or a thousand times all the others is told; what grows, leaps or is a few things is not."""
    assert [one for _, one, _ in told(HEAD + row)] == expected


def test_years_below_one_another_and_in_sentences():
    """The years may be rows, or follow one another in a sentence."""
    rows = "Năm | Số ong | Mật\n2025 | 300 | 20\n2026 | 310 | 21\n2027 | 3.200 | 22\n2028 | 330 | 23"
    assert told(rows) == [("Số ong", "3200", "310")]
    said = "Đàn ong năm 2026 đạt 300 tổ, năm 2027 đạt 31 tổ, năm 2028 đạt 320 tổ."
    assert told(said) == [("Đàn ong", "31", "300")]
    assert told("Đàn ong năm 2026 đạt 300 tổ, năm 2027 tăng 31 tổ, năm 2028 đạt 320 tổ, năm 2029 đạt 330 tổ.") == []
    assert told("Đàn ong năm 2026 đạt 300 tổ, năm 2027 đạt 31 ha, năm 2028 đạt 320 tổ.") == []


@given(st.lists(st.integers(260, 310), min_size=3, max_size=6), st.data(), st.sampled_from((10, 100, 1000)))
def test_law_a_nought_too_many_is_told(values, data, times):
    """Of values that stay near one another none is told; one of them with noughts added is."""
    years = range(2025, 2025 + len(values))
    at = data.draw(st.integers(0, len(values) - 1))
    head = " | ".join(["Chỉ tiêu", *map(str, years)])

    def table(numbers):
        return f"{head}\n" + " | ".join(["Số ao", *map(str, numbers)])

    wrong = [value * times if one == at else value for one, value in enumerate(values)]
    assert told(table(values)) == []
    assert [Decimal(one) for _, one, _ in told(table(wrong))] == [wrong[at]]
