"""Word files: what people see is what is read."""

import io
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from source_files import WORD, docx_body, docx_table, packed, saved

import chitieu as ct
from chitieu.sources import read_document
from chitieu.sources.numbering import write_count


def p(text, properties="", run=""):
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def listed(text, level=0, number=1):
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def numbering(levels, extra="", nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{how}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (how, text, start, more) in enumerate(levels)
    )
    return (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>{extra}{nums}'
        "</w:numbering>"
    )


def read(body, **parts):
    return read_document(docx_body(body, **parts))


LEVELS = [
    ("upperRoman", "%1.", 1, ""),
    ("decimal", "%2.", 1, ""),
    ("decimal", "%2.%3.", 1, ""),
    ("lowerLetter", "%4)", 1, ""),
]


def test_numbers_are_counted_as_word_shows_them():
    body = "".join(
        listed(text, level)
        for text, level in [("A", 0), ("B", 1), ("C", 2), ("D", 2), ("E", 3), ("F", 1), ("G", 2), ("H", 0), ("I", 1)]
    )
    assert read(body, numbering=numbering(LEVELS)).text.split("\n") == [
        "I. A", "1. B", "1.1. C", "1.2. D", "a) E", "2. F", "2.1. G", "II. H", "1. I",
    ]  # fmt: skip


def test_a_list_starts_where_it_says_and_another_list_goes_on():
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
        "</w:lvlOverride></w:num>"
    )
    body = listed("a", 0, 1) + listed("b", 0, 2) + listed("c", 0, 3) + listed("d", 0, 3)
    text = read(body, numbering=numbering([("decimal", "%1)", 3, "")], nums=nums)).text
    assert text.split("\n") == ["3) a", "4) b", "7) c", "8) d"]


def test_legal_numbers_restarts_and_bullets():
    levels = [("upperRoman", "Phần %1", 1, ""), ("decimal", "%1.%2", 1, "<w:isLgl/>"), ("bullet", "\uf0b7", 1, "")]
    body = listed("A", 0) + listed("B", 1) + listed("C", 2) + listed("D", 1)
    assert read(body, numbering=numbering(levels)).text.split("\n") == ["Phần I A", "1.1 B", "• C", "1.2 D"]
    kept = [("decimal", "%1.", 1, ""), ("decimal", "%2)", 1, '<w:lvlRestart w:val="0"/>')]
    body = listed("A", 0) + listed("B", 1) + listed("C", 0) + listed("D", 1)
    assert read(body, numbering=numbering(kept)).text.split("\n") == ["1. A", "1) B", "2. C", "2) D"]


def test_a_style_gives_its_paragraphs_a_list():
    styles = (
        f'<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Base"/><w:pPr>'
        '<w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    body = (
        p("A", '<w:pStyle w:val="Base"/>')
        + p("B", '<w:pStyle w:val="Own"/>')
        + p("C", '<w:pStyle w:val="Own"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    text = read(body, numbering=numbering(LEVELS), styles=styles).text
    assert text.split("\n") == ["I. A", "1. B", "C"]


@given(st.integers(1, 4999))
def test_roman_counts_are_read_back(number):
    values = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
    digits = [values[letter] for letter in write_count(number, "lowerRoman")]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    assert sum(-digit if digit < after else digit for digit, after in pairs) == number


def test_letters_go_on_after_z():
    assert [write_count(n, "upperLetter") for n in (1, 4, 5, 26, 27, 53)] == ["A", "D", "E", "Z", "AA", "AAA"]


def test_tracked_changes_are_read_as_if_accepted():
    body = (
        '<w:p><w:r><w:t xml:space="preserve">GRDP tăng </w:t></w:r><w:del><w:r><w:delText>8%</w:delText></w:r></w:del>'
        "<w:ins><w:r><w:t>9%</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>một </w:t></w:r></w:p><w:p><w:r><w:t>câu</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>bỏ</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert read(body).text == "GRDP tăng 9%\nmột câu"


def test_breaks_fields_boxes_and_hidden_text():
    body = (
        "<w:p><w:r><w:t>một</w:t><w:tab/><w:t>hai</w:t><w:br/><w:t>ba</w:t><w:noBreakHyphen/><w:t>bốn</w:t></w:r></w:p>"
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r>'
        '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>kết quả</w:t></w:r></w:p>'
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>"
        '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:p>'
        "<w:p><w:r><w:t>thân</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent></w:pict>"
        "</w:r></w:p><w:sdt><w:sdtContent><w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>khối</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert read(body).text.split("\n") == ["một\thai", "ba-bốn", "kết quả", "liên kết•", "thân", "hộp", "KHỐI"]


def test_notes_stand_at_the_end_under_their_marks():
    notes = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Nguồn: Sở Y tế</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    body = '<w:p><w:r><w:t>thấp</w:t><w:footnoteReference w:id="2"/><w:t> đạt 5%</w:t></w:r></w:p>'
    document = read(body, footnotes=notes)
    assert document.text == "thấp[1] đạt 5%\n[1] Nguồn: Sở Y tế"
    assert document.place(len(document.text) - 1) == ct.Place("note", note="1")


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc>"


def table(*rows):
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_merged_cells():
    """A cell merged downwards stands in every row, one merged sideways in the first column; a head becomes one row."""
    restart, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        cell(p("STT"), restart) + cell(p("Nội dung"), restart) + cell(p("Cơ quan"), '<w:gridSpan w:val="2"/>'),
        cell("<w:p/>", on) + cell("<w:p/>", on) + cell(p("Chủ trì")) + cell(p("Phối hợp")),
        cell(p("I")) + cell(p("KINH TẾ"), '<w:gridSpan w:val="3"/>'),
        cell(p("1")) + cell(p("Việc A")) + cell(p("Sở Y tế"), restart) + cell(p("Sở B") + p("Sở C")),
        cell(p("2")) + cell(p("Việc B") + p("và tiếp")) + cell("<w:p/>", on) + cell(p("a | b")),
    )
    document = read(body)
    assert document.tables[0].cells(document.text) == [
        ["STT", "Nội dung", "Chủ trì Cơ quan", "Phối hợp Cơ quan"],
        ["I", "KINH TẾ", "", ""],
        ["1", "Việc A", "Sở Y tế", "Sở B; Sở C"],
        ["2", "Việc B và tiếp", "Sở Y tế", "a ¦ b"],
    ]
    assert document.cell(1, 4, 3) == "Sở Y tế"
    assert document.place(document.text.rindex("Sở Y tế")) == ct.Place("cell", table=1, row=4, column=3)
    with pytest.raises(LookupError):
        document.cell(2, 1, 1)
    with pytest.raises(LookupError):
        document.cell(1, 40, 1)


def test_ragged_and_nested_tables():
    inner = table(cell(p("x")) + cell(p("y")))
    body = table(cell(p("1")) + cell(p("a")) + cell(p("b")), cell(p("2")), cell(p("3")) + cell(inner + p("z")))
    document = read(body)
    assert document.tables[0].cells(document.text) == [["1", "a", "b"], ["2", "", ""], ["3", "x y z", ""]]


@given(
    st.integers(2, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.text("aăđ 5%,|-;", max_size=9), min_size=width, max_size=width), min_size=2, max_size=4
        )
    )
)
def test_a_table_reads_back_cell_for_cell(rows):
    """Law: what a table says comes back, spaces aside and with a pipe as a broken bar."""
    wide = [[*row, "cuối"] for row in rows]
    document = read_document(docx_table(wide))
    said = [[" ".join(text.split()).replace("|", "¦") for text in row] for row in wide]
    assert document.tables[0].cells(document.text) == said


def test_old_fonts_are_converted_run_by_run():
    old = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    capitals = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
    vni = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'
    body = (
        p("Uû ban nh©n d©n", run=old)
        + p("kÕ ho¹ch", run=capitals)
        + p("Uûy ban nhaân daân", run=vni)
        + p("đã là Unicode", run=old)
        + f"<w:p><w:r><w:rPr>{old}</w:rPr><w:t>th</w:t><w:softHyphen/><w:t>êng trùc</w:t></w:r></w:p>"
    )
    document = read(body)
    assert document.text.split("\n") == [
        "Uỷ ban nhân dân", "KẾ HOẠCH", "Ủy ban nhân dân", "đã là Unicode", "thường trực",
    ]  # fmt: skip
    assert [note.fields["encoding"] for note in document.notes] == ["TCVN3", "VNI"]


def test_headers_and_footers_of_pages_are_left_out():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    document.sections[0].footer.paragraphs[0].text = "Chân trang"
    document.add_paragraph("Thân văn bản")
    assert read_document(saved(document)).text == "Thân văn bản"


def test_a_broken_relation_does_no_harm(files):
    """Word writes relations to parts that are not there; python-docx gives up on such files."""
    broken = b'<Relationship Id="rX" Type="http://x/relationships/image" Target="NULL"/></Relationships>'
    with zipfile.ZipFile(io.BytesIO(files["docx"])) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "word/_rels/document.xml.rels"
    data = packed({**parts, name: parts[name].replace(b"</Relationships>", broken)})
    with pytest.raises(KeyError):
        docx.Document(io.BytesIO(data))
    assert read_document(io.BytesIO(data)).text == read_document(files["docx"]).text


def test_unicode_text_whose_style_still_names_an_old_font():
    """Letters that both have ("có", "là") would be taken for others: the whole text decides."""
    styles = (
        f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr>'
        "</w:rPrDefault></w:docDefaults></w:styles>"
    )
    document = read(p("có là và Kế hoạch phát triển") + p("tỉnh có xã"), styles=styles)
    assert (document.text, document.notes) == ("có là và Kế hoạch phát triển\ntỉnh có xã", ())
    old = read(p("Uû ban nh©n d©n tØnh"), styles=styles)
    assert old.text == "Uỷ ban nhân dân tỉnh"


def test_a_drawn_line_is_one_and_repeated_paragraphs_are_passed_over():
    body = p("KẾ HOẠCH") + p("", '<w:pBdr><w:top w:val="single"/></w:pBdr>') + p("Một")
    body += p("Hai", '<w:pStyle w:val="ChitieuRepeats"/>') + p("Ba")
    source = read(body)
    assert source.text.split("\n") == ["KẾ HOẠCH", "-------", "Một", "Ba"]
    assert [note.code for note in source.notes] == ["source.note.repeats"]
