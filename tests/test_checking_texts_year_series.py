"""Series over years in tables and sentences."""

import pytest

from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.year_series import series_of_years
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText


def series(text):
    source = SourceText(text)
    found = series_of_years((Piece(source, placed=True), tuple(scan_targets(source)[0])))
    return [
        (name, [(one.year, str(one.value), source.text[one.start : one.end]) for one in values])
        for name, values in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "TT | Chỉ tiêu | ƯTH 2025 | Kế hoạch năm 2026 | 2027 (dự kiến)\n1 | Số bè cá | 15 | 16,5 | 17%",
            [("Số bè cá", [2025, 2026, 2027])],
        ),
        ("Chỉ tiêu | 2025 | 2026 | 2027\nSố bè | 1 | - | 3\nSố ao | 4 | 5 | 6", [("Số ao", [2025, 2026, 2027])]),
        (
            "Năm | Bè | Ao\n2025 | 1 | 7\n2026 | 2 | 8\nNăm 2027 | 3 | 9",
            [("Bè", [2025, 2026, 2027]), ("Ao", [2025, 2026, 2027])],
        ),
        ("Số bè năm 2025 là 4, năm 2026 là 5, năm 2027 là 6 và năm 2028 là 7.", []),
        (
            "Nuôi 4 bè: năm 2025 đạt 40 tấn, năm 2026 đạt 50 tấn; đến năm 2027 đạt 60 tấn.",
            [("Nuôi 4 bè", [2025, 2026, 2027])],
        ),
        # two years, years that go back, columns that compare, tables with a line between them
        ("Chỉ tiêu | 2026 | 2027\nSố bè | 1 | 3", []),
        ("Chỉ tiêu | 2027 | 2026 | 2025\nSố bè | 1 | 2 | 3", []),
        ("Chỉ tiêu | 2025 | 2026 | So với 2025\nSố bè | 1 | 2 | 3", []),
        ("Chỉ tiêu | 2025 | 2026 | 2027\nGhi chú\nSố bè | 1 | 2 | 3", []),
        ("Cá năm 2027 đạt 40 tấn, năm 2026 đạt 50 tấn, năm 2025 đạt 60 tấn.", []),
    ],
)
def test_series_of_years(text, expected):
    assert [(name, [year for year, _, _ in values]) for name, values in series(text)] == expected


def test_values_stand_where_they_say():
    ((_, values),) = series("Chỉ tiêu | 2025 | 2026 | 2027\nSố bè | 1.500 | 16,50 | 17 %")
    assert values == [(2025, "1500", "1.500"), (2026, "16.50", "16,50"), (2027, "17", "17 %")]
