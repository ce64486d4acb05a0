"""The time an amount is of, in a form in which two places compare."""

import pytest

from chitieu.checking.repeats.told_times import PLANNED, Years
from chitieu.checking.texts.pieces import Piece
from chitieu.text import SourceText

TEXT = "I. KẾT QUẢ NĂM 2025\nđược mùa\nII. CHỈ TIÊU NĂM 2026\n- Tàu cá\n"
FIRST = TEXT.index("- Tàu")
YEARS = Years.of(Piece(SourceText(TEXT), placed=True), 2026, FIRST)


@pytest.mark.parametrize(
    ("clause", "behind", "words"),
    [
        ("đóng ", "", {"2026"}),
        ("năm 2025 đóng ", "", {"2025"}),
        ("đến ngày 31/12/2025 có ", "", {"2025"}),
        ("tăng so với ", " của năm 2025", {"2025"}),
        ("tăng so với mức ", ");", {"2025"}),
        ("đóng 90 tàu (năm 2025: ", "", {"2025"}),
        ("kế hoạch năm 2025 ", "", {"2025", PLANNED}),
        ("quý ii đóng ", "", {"2026", "quý ii"}),
        ("năm học 2026 - 2027 có ", "", {"2026", "2026-2027", "năm học"}),
        ("giá so sánh 2010 đạt ", "", {"2026"}),
    ],
)
def test_words_tell_the_time(clause, behind, words):
    assert YEARS.of_text(clause, behind, FIRST + 1) == words


def test_what_names_no_year_is_of_its_part_of_the_plan():
    assert YEARS.of_text("đóng ", "", TEXT.index("được")) == {"2025"}
    assert YEARS.of_text("từ năm 2023 đến năm 2025 đóng ", "", FIRST + 1) is None
    assert YEARS.of_cell("tàu cá kế hoạch năm 2025", "", FIRST + 1) == {"2025", PLANNED}
    assert YEARS.of_cell("tàu cá", "bảng 1. tàu cá năm 2025", FIRST + 1) == {"2025"}
