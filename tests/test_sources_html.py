"""Web pages: the document is found on them and read as a browser shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source_files import html_table

import chitieu as ct
from chitieu.sources import read_document


def read(html, encoding="utf-8"):
    return read_document(f"<html><body>{html}</body></html>".encode(encoding))


def test_paragraphs_spaces_and_breaks():
    text = read(
        "<p>Kế\n  hoạch&nbsp;<b>năm</b>&#32;<i>2026</i><p>m<sup>2</sup> &lt; 5<br>dòng<br/>hai<div>ba</div>bốn"
    ).text
    assert text.split("\n") == ["Kế hoạch\xa0năm 2026", "m2 < 5", "dòng", "hai", "ba", "bốn"]


def test_lists_show_their_marks():
    text = read(
        '<ol><li>một<li value="4">bốn<ul><li>gạch</ul></ol><ol type="a" start="2"><li>bê</ol><ol type=I><li>la mã</ol>'
        '<ol reversed><li>x<li>y</ol><ul style="list-style-type: none"><li>không dấu</ul><ol><li>1. đã gõ</ol>'
    ).text
    assert text.split("\n") == [
        "1. một", "4. bốn", "- gạch", "b. bê", "I. la mã", "2. x", "1. y", "không dấu", "1. đã gõ",
    ]  # fmt: skip


def test_tables_with_spans_captions_and_parts():
    document = read(
        "<p>trước</p><table><caption>Biểu 1</caption><thead><tr><th rowspan=2>TT<th rowspan=2>Việc<th colspan=2>Cơ quan"
        "<tr><th>Chủ trì<th>Phối hợp</thead><tbody><tr><td>1<td>A<td rowspan=2><p>Sở Y tế</p><td>Sở B<br>Sở C<tr><td>2<td>D"
        "<td hidden>x<td>E</table>"
    )
    assert document.text.startswith("trước\nBiểu 1\n| TT |")
    assert document.tables[0].cells(document.text) == [
        ["TT", "Việc", "Chủ trì Cơ quan", "Phối hợp Cơ quan"],
        ["1", "A", "Sở Y tế", "Sở B; Sở C"],
        ["2", "D", "Sở Y tế", "E"],
    ]


def test_tables_that_only_lay_out_a_page_are_text():
    document = read("<table><tr><td>menu<td><p>đoạn một<p>đoạn hai<table><tr><td>a<td>b<tr><td>c<td>d</table></table>")
    assert document.text == "menu\nđoạn một\nđoạn hai\n| a | b |\n| c | d |"
    assert document.place(document.text.index("| c")) == ct.Place("cell", table=2, row=2, column=1)


def test_a_line_drawn_across_the_page_ends_what_stands_before_it():
    assert read(
        "<hr><h1>KẾ HOẠCH<br>Năm 2026</h1><hr>Kế hoạch gồm<table><tr><td>a<hr>b<td>c<tr><td>d<td>e</table>"
    ).text == ("KẾ HOẠCH\nNăm 2026\n-------\nKế hoạch gồm\n| a b | c |\n| d | e |")


def test_the_header_of_a_document_is_not_all_of_it():
    page = read("<main><header><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<p>Số: 1/KH-UBND</header><p>1. Việc</main>")
    assert page.text.endswith("Số: 1/KH-UBND\n1. Việc")


def test_marks_of_notes_get_brackets():
    assert read(
        '<p>thấp<sup><a href="#_ftn1">1</a></sup> và <a href="#_ftn2"><sup>[2]</sup></a> CO<sub>2</sub>'
    ).text == ("thấp[1] và [2] CO2")


def test_what_is_not_shown_is_not_read():
    html = (
        '<script>x</script><style>y</style><p style="display:none">z</p><p hidden>t</p><!-- ghi chú --><p>đây</p>'
        '<div role="navigation"><p>điều hướng</p></div><svg><text>hình</text></svg>'
    )
    assert read(html).text == "đây"


DOCUMENT = "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>KẾ HOẠCH</p><p>1. Việc</p><p>Nơi nhận:</p><p>- A;</p>"


def test_the_document_is_found_and_its_appendix_kept():
    text = read(
        f"<div><p>Tin mới: bão số 3</p><div><div>{DOCUMENT}</div><div><p>PHỤ LỤC I</p><p>biểu</p></div></div>"
        "<p>Ý kiến bạn đọc</p></div>"
    ).text
    assert text.split("\n")[0].startswith("CỘNG HÒA")
    assert text.endswith("PHỤ LỤC I\nbiểu")


def test_a_page_that_is_all_document_is_kept_whole():
    assert read("<p>CHỈ TIÊU</p><p>1. GRDP tăng 9%</p>").text == "CHỈ TIÊU\n1. GRDP tăng 9%"
    assert read("<article><p>một hai ba</p></article><p>x</p>").text == "một hai ba"


def test_links_of_law_inside_a_sentence_stay():
    html = f"<div>{DOCUMENT.replace('Việc', 'Theo <a href=/l>Nghị quyết số 1/NQ-CP</a>; <a href=/m>Luật A</a>')}</div>"
    assert "1. Theo Nghị quyết số 1/NQ-CP; Luật A" in read(html).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_pages(encoding):
    document = read("<p>Kế hoạch phát triển</p>", encoding)
    assert document.text == "Kế hoạch phát triển"


def test_a_declared_encoding_counts_where_the_bytes_are_no_unicode():
    page = b'<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>caf\xe9 &#7879;</p>'
    assert read_document(page).text == "café ệ"
    with pytest.raises(ct.SourceError) as info:
        read_document(page.replace(b"windows-1252", b"no-such-one"))
    assert info.value.code == "source.encoding"


def test_old_fonts_are_converted():
    document = read(
        '<p><font face=".VnTime">Uû ban nh©n d©n</font> tỉnh <span style="font-family: VNI-Times">tænh</span></p>'
    )
    assert document.text == "Uỷ ban nhân dân tỉnh tỉnh"
    whole = read("<p>Uû ban nh©n d©n tØnh giao Së Tµi chÝnh chñ tr×, phèi hîp víi c¸c së, ngµnh thùc hiÖn kÕ ho¹ch</p>")
    assert whole.text.startswith("Uỷ ban nhân dân tỉnh giao Sở Tài chính chủ trì")
    assert [note.fields["encoding"] for note in whole.notes] == ["TCVN3"]


@given(
    st.integers(2, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.text("aăđ 5%,|-;<&\"'", max_size=9), min_size=width, max_size=width), min_size=2, max_size=4
        )
    )
)
def test_a_table_reads_back_cell_for_cell(rows):
    wide = [[*row, "cuối"] for row in rows]
    document = read_document(html_table(wide))
    said = [[" ".join(text.split()).replace("|", "¦") for text in row] for row in wide]
    assert document.tables[0].cells(document.text) == said
