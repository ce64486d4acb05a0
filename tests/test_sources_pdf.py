"""PDF files: lines in order, columns and tables told apart."""

import pytest
from pdf_files import PdfWriter

import chitieu as ct
from chitieu.sources import read_document


def writer():
    made = PdfWriter()
    made.page()
    return made


def lines(made, *texts, x=72.0, y=100.0, step=18.0):
    for at, text in enumerate(texts):
        made.text(x, y + step * at, text)


def test_lines_are_read_from_the_top_whatever_their_order_in_the_file():
    made = writer()
    made.text(72, 200, "dòng hai")
    made.text(72, 180, "dòng một có")
    made.text(150, 180, "đuôi")
    document = read_document(made.save())
    assert document.text == "dòng một có đuôi\ndòng hai"
    assert document.place(document.text.index("hai")) == ct.Place("line", page=1, line=2)


def test_page_numbers_and_running_heads_are_left_out():
    made = PdfWriter()
    for number in range(1, 5):
        made.page()
        made.text(290, 30, str(number))
        made.text(72, 50, f"Kế hoạch năm 2026 - trang {number} của 4")
        lines(made, "1. GRDP tăng 9%;" if number == 1 else f"câu của trang {number}")
        made.text(290, 820, f"Trang {number}/4")
    text = read_document(made.save()).text
    assert text.split("\n") == ["1. GRDP tăng 9%;", "câu của trang 2", "câu của trang 3", "câu của trang 4"]


def test_a_number_of_a_document_broken_at_its_hyphen_is_whole_again():
    made = writer()
    lines(made, "theo Nghị quyết số 12-", "NQ/TU ngày 5 và kinh tế -", "xã hội")
    assert read_document(made.save()).text == "theo Nghị quyết số\n12-NQ/TU ngày 5 và kinh tế -\nxã hội"


def test_two_columns_of_a_signature_go_on_over_the_page():
    made = writer()
    lines(made, "Nơi nhận:", "- Văn phòng Chính phủ;", "- Báo và Phát thanh", y=740)
    lines(made, "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A", x=340, y=740)
    made.page()
    lines(made, "Sông Hậu;", "- Lưu: VT.")
    text = read_document(made.save()).text
    assert text.split("\n") == [
        "Nơi nhận:", "- Văn phòng Chính phủ;", "- Báo và Phát thanh Sông Hậu;", "- Lưu: VT.", "|",
        "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A", "|",
    ]  # fmt: skip


def test_a_numbered_list_with_wide_gaps_is_no_pair_of_columns():
    made = writer()
    for at in range(5):
        made.text(72, 100 + 18 * at, f"{at + 1}.")
        made.text(110, 100 + 18 * at, "Sở Y tế lập kế hoạch")
    assert read_document(made.save()).text.split("\n")[1] == "2. Sở Y tế lập kế hoạch"


ROWS = [["STT", "Chỉ tiêu", "ĐVT"], ["1", "GRDP", "%"], ["2", "Thu ngân sách", "tỷ đồng"]]


def test_ruled_tables_are_tables_and_go_on_over_pages():
    made = writer()
    made.text(72, 90, "Biểu 1")
    made.table(72, 700, [40, 200, 100], ROWS)
    made.page()
    bottom = made.table(72, 60, [40, 200, 100], [ROWS[0], ["3", "Dân số", "người"]])
    made.text(72, bottom + 30, "hết biểu")
    document = read_document(made.save())
    assert document.tables[0].cells(document.text) == [*ROWS, ["3", "Dân số", "người"]]
    assert document.text.startswith("Biểu 1\n| STT |")
    assert document.text.endswith("hết biểu")
    assert document.place(document.text.index("Dân số")) == ct.Place("cell", page=2, table=1, row=4, column=2)


def test_cells_without_a_line_between_them_are_merged():
    made = writer()
    for y in (100, 116, 132):
        made.line(72, y, 372, y)
    made.line(72, 100, 72, 132)
    made.line(372, 100, 372, 132)
    made.line(172, 116, 172, 132)  # the first row is one cell
    made.text(76, 112, "Tiêu đề chung")
    made.text(76, 128, "a")
    made.text(176, 128, "b")
    document = read_document(made.save())
    assert document.tables[0].cells(document.text) == [["Tiêu đề chung", ""], ["a", "b"]]


def test_lines_of_a_cell_are_joined():
    made = writer()
    for y in (100, 150, 170):
        made.line(72, y, 372, y)
    for x in (72, 222, 372):
        made.line(x, 100, x, 170)
    lines(made, "Sở Nông nghiệp và", "Môi trường", x=76, y=114, step=16)
    lines(made, "Sở Y tế", "Sở Nội vụ", x=226, y=114, step=16)
    lines(made, "a", x=76, y=164)
    document = read_document(made.save())
    assert document.tables[0].cells(document.text)[0] == ["Sở Nông nghiệp và Môi trường", "Sở Y tế Sở Nội vụ"]


def test_notes_at_the_foot_of_a_page():
    made = writer()
    made.text(72, 100, "phát thải thấp")
    made.text(156, 96, "1", 7)
    made.text(162, 100, "đạt 24.000 m")
    made.text(234, 96, "2", 7)
    lines(made, *["một dòng của thân văn bản"] * 5, y=118)
    made.line(72, 745, 200, 745)
    made.text(72, 756, "1", 5)
    made.text(78, 760, "Đề án một triệu héc-ta", 9)
    made.page()
    lines(made, "trang sau")
    document = read_document(made.save())
    assert document.text.split("\n")[0] == "phát thải thấp[1] đạt 24.000 m2"
    assert document.text.endswith("trang sau\n[1] Đề án một triệu héc-ta")


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_turned_pages_are_read_as_they_are_shown(turned):
    made = writer()
    made.rotate = turned
    lines(made, "một", "hai", "ba", y=60)
    made.table(72, 300, [40, 200, 100], ROWS)
    document = read_document(made.save())
    assert document.text.startswith("một\nhai\nba\n")
    assert document.tables[0].cells(document.text) == ROWS


def test_a_scan_says_so_and_scanned_pages_are_noted():
    made = writer()
    with pytest.raises(ct.SourceError) as info:
        read_document(made.save())
    assert (info.value.code, info.value.pages) == ("source.scan", 1)
    made.page()
    lines(made, "có chữ")
    assert [str(note) for note in read_document(made.save()).notes] == ["no text on these pages, which may be scans: 1"]


def test_text_in_an_old_font_is_converted():
    made = writer()
    lines(made, "Uû ban nh©n d©n tØnh giao Së Tµi chÝnh chñ tr×,", "phèi hîp víi c¸c së, ngµnh thùc hiÖn kÕ ho¹ch")
    document = read_document(made.save())
    assert document.text.startswith("Uỷ ban nhân dân tỉnh giao Sở Tài chính chủ trì")
