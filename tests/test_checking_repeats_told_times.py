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
        # the year nearest to it: behind it in its clause, in its own clause, in its bracket, ahead
        ("năm 2024 đóng ", " của năm 2025", {"2025"}),
        ("đóng ", ", năm 2025", {"2026"}),
        ("năm 2024, nhờ vốn vay năm 2025 đóng ", "", {"2025"}),
        ("năm 2024, đóng ", "", {"2024"}),
        ("đóng 90 tàu (tàu câu năm 2024, ", "", {"2024"}),
        ("tàu câu năm 2025 (tàu câu có ", "", {"2025"}),
        ("đóng 5 tàu (năm 2025) và mua ", "", {"2026"}),
        # what it is compared with has a year of its own
        ("so với năm 2024 đóng ", "", {"2026"}),
        ("tăng (so với năm 2024 đóng ", "", {"2024"}),
        ("so với ", " của năm 2024", {"2024"}),
        ("so với số ", ".", {"2025"}),
        ("so với ", ", đóng tàu", {"2025"}),
        # the end of a year is the year, and so are twelve months of it; the year before may be told without its number
        ("hết năm 2025 có ", "", {"2025"}),
        ("tháng 12/2025 có ", "", {"2025"}),
        ("12 tháng có ", "", {"2026"}),
        ("11 tháng có ", "", {"2026", "11 tháng"}),
        ("tàu cá năm trước có ", "", {"2025"}),
        ("đóng ", " của năm ngoái", {"2025"}),
        # what each has on the average is none of the clause behind
        ("bình quân mỗi xã đóng ", "", {"2026", "bình quân", "mỗi"}),
        ("bình quân mỗi xã, đóng ", "", {"2026"}),
        ("quý i, đóng ", "", {"2026", "quý i"}),
        # of a year to come, a plan says nothing new
        ("kế hoạch năm 2026 ", "", {"2026"}),
    ],
)
def test_words_tell_the_time(clause, behind, words):
    assert YEARS.of_text(clause, behind, FIRST + 1) == words


def test_what_names_no_year_is_of_its_part_of_the_plan():
    assert YEARS.of_text("đóng ", "", TEXT.index("được")) == {"2025"}
    assert YEARS.of_text("từ năm 2023 đến năm 2025 đóng ", "", FIRST + 1) is None
    assert YEARS.of_text("so với ", " tàu", FIRST + 1) is None  # of the year before, or of a plan
    assert YEARS.of_text("so với ", ".", FIRST - 1) is None
    assert YEARS.of_cell("tàu cá kế hoạch năm 2025", "", FIRST + 1) == {"2025", PLANNED}
    assert YEARS.of_cell("tàu cá", "bảng 1. tàu cá năm 2025", FIRST + 1) == {"2025"}
    assert YEARS.of_cell("tàu cá", "bảng 1. tàu cá quý i năm 2025", FIRST + 1) == {"2025", "quý i"}
    assert YEARS.of_cell("tàu cá năm 2026", "bảng 1. tàu cá quý i năm 2025", FIRST + 1) == {"2026"}
    assert YEARS.of_cell("tàu cá quý ii", "bảng 1. tàu cá quý i", FIRST + 1) == {"2026", "quý ii"}
    assert YEARS.of_cell("tàu cá năm 2024, năm 2025", "", FIRST + 1) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("I. KẾT QUẢ\nNĂM 2025\n{}", "2025"),
        ("I. KẾT QUẢ\nNăm 2025 được mùa.\n{}", None),
        ("I. KẾT QUẢ NĂM 2025\nMở đầu\nII. NHIỆM VỤ\n{}", "2025"),
        ("I. KẾT QUẢ NĂM 2025\nMở đầu\nII. MỤC TIÊU NĂM 2026\n{}", "2026"),
        ("I. TỪ NĂM 2025 ĐẾN NĂM 2026\n{}", None),
        ("I. KẾT QUẢ NĂM 2023\n{}", None),
        ("I. Năm 2025 đóng nhiều tàu cá.\n{}", None),
        ("I. KẾT QUẢ NĂM 2025" + " CỦA TỈNH" * 20 + "\n{}", None),
    ],
)
def test_a_heading_tells_the_year_of_what_stands_below(text, year):
    """The nearest heading that names the year of the plan, or the one before, alone; a sentence is no heading."""
    ahead, _, rest = text.partition("{}")
    text = f"{ahead}đóng tàu{rest}\nV. CHỈ TIÊU\n- Tàu cá\n"
    years = Years.of(Piece(SourceText(text), placed=True), 2026, text.index("- Tàu"))
    assert years.at(text.index("đóng tàu")) == year


def test_below_the_first_line_all_is_of_the_plan_but_parts_for_other_years():
    text = f"{TEXT}III. KẾ HOẠCH NĂM 2027\nsau này\n"
    years = Years.of(Piece(SourceText(text), placed=True), 2026, FIRST)
    assert [years.at(at) for at in (FIRST, text.index("sau này"))] == ["2026", None]


def test_what_names_no_year_is_of_none_where_a_plan_is_for_several():
    piece = Piece(SourceText("I. MỤC TIÊU\n- Tàu cá 300 chiếc."), placed=True)
    years = Years.of(piece, 2030, 0, several=True)
    assert years.of_text("tàu cá ", " chiếc.", 15) is None
    assert years.of_text("tàu cá năm 2028 ", " chiếc.", 15) == {"2028"}
