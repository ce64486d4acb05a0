"""Tables whose rows have lost their lines: each cell on lines of its own, or tabs between the cells."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.loose_rows import joined_rows, tabs_as_pipes
from chitieu.text import SourceText

WORDS = [
    "Diện tích lúa",
    "Số xã đạt chuẩn",
    "Tỷ lệ hộ nghèo",
    "Khách du lịch",
    "Trình đề án về cấp nước sạch nông thôn",
    "Cơ sở y tế",
]
OTHERS = [
    "%",
    "ha",
    "tỷ đồng",
    "9,5",
    "1.250",
    "12",
    "0,35",
    "-",
    "Sở Y tế",
    "Quý II",
    "30/6/2026",
    "Trước ngày 15 tháng 10",
]
TITLES = ["Chỉ tiêu", "Đơn vị", "Ước năm 2025", "Kế hoạch năm 2026", "So sánh (%)", "Cơ quan chủ trì", "Thời hạn"]


def stream(rows, width=40):
    """Write cells one below the other, as pages copied as text have them: the lines of a cell, then a pipe."""
    return "\n".join("\n".join([*(textwrap.wrap(cell, width) or [""]), "|"]) for row in rows for cell in row)


def cells(text):
    return [[cell.strip() for cell in line.split("|")[:-1]] for line in text.split("\n") if line.count("|") > 1]


@st.composite
def tables(draw):
    """Rows with their numbers, as wide as their head; some name parts of the row before and have no number."""
    width = draw(st.integers(3, len(TITLES) + 1))
    head = [draw(st.sampled_from(["TT", "STT", "Số TT"])), *TITLES[: width - 1]]
    count = draw(st.integers(2, 8))
    parts = draw(st.sets(st.integers(1, count - 1)))
    rows, number = [head], 0
    for at in range(count):
        number += at not in parts
        first = "" if at in parts else str(number)
        name = draw(st.sampled_from(WORDS))
        filled = draw(st.lists(st.sampled_from([*OTHERS, ""]), min_size=width - 2, max_size=width - 2))
        rows.append([first, f"- {name}" if at in parts else name, *filled])
    return rows


@given(tables(), st.integers(12, 60), st.sampled_from(["", "Danh mục kèm theo\n", "KẾ HOẠCH\nBiểu số 01. Chỉ tiêu\n"]))
def test_law_cells_below_one_another_become_the_rows_they_were(rows, width, before):
    """A table taken apart into cells, however these are broken, is put together again; no offset moves."""
    text = f"{before}{stream(rows, width)}\nNơi nhận: các sở."
    joined = joined_rows(text)
    assert cells(joined) == rows
    assert len(joined) == len(text)
    assert joined.replace("\n", " ") == text.replace("\n", " ")
    assert joined.endswith("\nNơi nhận: các sở.")


@given(tables())
def test_law_rows_on_lines_of_their_own_are_left_alone(rows):
    """What stands in rows already is not touched, with a border or without."""
    for text in ("\n".join(" | ".join(row) for row in rows), "\n".join(f"| {' | '.join(row)} |" for row in rows)):
        assert joined_rows(text) == text


@given(tables())
def test_law_tabs_between_cells_are_pipes(rows):
    """A table copied out of a word processor has as many cells as before, the empty ones too."""
    text = "\n".join("\t".join(row) for row in rows)
    assert [line.split("|") for line in tabs_as_pipes(text).split("\n")] == rows


@given(st.text("|\n\t 1aTTI.Đ%", max_size=300))
def test_law_nothing_is_lost(text):
    """Whatever stands there, only line breaks become spaces, and tabs pipes."""
    joined = joined_rows(tabs_as_pipes(text))
    assert len(joined) == len(text)
    assert all(new == old or (old, new) in (("\n", " "), ("\t", "|")) for old, new in zip(text, joined, strict=True))


def test_headings_over_some_columns_or_all_of_them():
    rows = [
        ["TT", "Chỉ tiêu", "Đơn vị", "2026"],
        ["I", "KINH TẾ"],
        ["1", "Số hợp tác xã", "HTX", "12"],
        ["II. XÃ HỘI"],
        ["2", "Số hộ nghèo", "hộ", "80"],
    ]
    assert cells(joined_rows(stream(rows))) == [row for row in rows if len(row) > 1]
    assert "II. XÃ HỘI |" in joined_rows(stream(rows)).split("\n")


def test_a_row_of_totals_without_number_above_the_first_one():
    rows = [
        ["STT", "Nội dung chi", "Dự toán"],
        ["", "Tổng chi", "90"],
        ["1", "Chi đầu tư", "60"],
        ["2", "Chi khác", "30"],
    ]
    assert cells(joined_rows(stream(rows))) == rows


def test_columns_with_numbers_of_their_own():
    rows = [
        ["TT", "Chỉ tiêu", "Ước 2025", "KH 2026"],
        ["A", "B", "1", "2"],
        ["1", "Số trường", "41", "43"],
        ["2", "Số lớp", "380", "385"],
    ]
    assert cells(joined_rows(stream(rows))) == rows


def test_a_table_without_numbers():
    rows = [
        ["Chỉ tiêu", "Năm 2025", "Năm 2026"],
        ["Lúa", "41,5", "42"],
        ["Ngô", "12", "12,5"],
        ["Rau các loại", "8", "9"],
    ]
    assert cells(joined_rows(f"Biểu 1\n{stream(rows)}")) == rows


def test_two_tables_and_text_between_them():
    rows = [["TT", "Chỉ tiêu", "Kế hoạch"], ["1", "Số hộ", "5"], ["2", "Số xã", "7"]]
    between = "\n".join(f"Đoạn {at} nói về việc khác." for at in range(40))
    joined = joined_rows(f"{stream(rows)}\n{between}\n{stream(rows)}")
    assert cells(joined) == [*rows, *rows]
    assert between in joined


@pytest.mark.parametrize(
    "text",
    [
        "ỦY BAN NHÂN DÂN\nTỈNH SÔNG HẬU\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\nSố:\n12/KH-UBND\n|\nSông Hậu, ngày 3 tháng 01 năm 2026\n|\nKẾ HOẠCH\n|\n|",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n|\nCHỦ TỊCH\n|" * 4,
    ],
)
def test_pipes_that_divide_no_table(text):
    assert joined_rows(text) == text


def test_a_plan_reads_alike_with_its_cells_apart():
    head = "ỦY BAN NHÂN DÂN\nTỈNH SÔNG HẬU\nSố: 12/KH-UBND\nSông Hậu, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2026\nII. CÁC CHỈ TIÊU\n"
    rows = [
        ["TT", "Chỉ tiêu", "Đơn vị", "Ước 2025", "KH 2026"],
        ["1", "Tỷ lệ hộ nghèo", "%", "2,1", "1,6"],
        ["2", "Giải quyết việc làm", "người", "20.500", "21.000"],
    ]
    plan = ct.parse_plan(head + stream(rows))
    assert plan.indicators == ct.parse_plan(head + "\n".join(" | ".join(row) for row in rows)).indicators
    assert [(item.indicator, str(item.targets[0])) for item in plan.indicators] == [
        ("poor", "1,6%"),
        ("jobs", "21.000 người"),
    ]


def test_offsets_still_point_into_the_original():
    text = stream([["TT", "Chỉ tiêu", "Số"], ["1", "Số hộ nghèo", "950 hộ"], ["2", "Số xã", "12 xã"]])
    source = SourceText(text)
    at = source.text.index("950 hộ")
    assert source.span(at, at + 6).of(text) == "950 hộ"
