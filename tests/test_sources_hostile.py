"""Damaged and hostile files: a clear error or a right result, in bounded time and memory."""

import io
import os
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_files import PdfWriter, encrypted
from source_files import WORD, docx_body, docx_table, packed, xlsx_table

import chitieu as ct
from chitieu.sources import limits, read_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(data, code):
    with pytest.raises(ct.SourceError) as info:
        read_document(data)
    assert info.value.code == code, str(info.value)
    assert info.value.message("vi").startswith("<bytes>: ")
    return info.value


def replaced(data, name, change):
    """Change one part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = {part: package.read(part) for part in package.namelist()}
    files[name] = change(files[name])
    return packed(files)


# --- protected and damaged -----------------------------------------------------------------------------------


def test_files_with_a_password():
    refused(OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"), "source.encrypted")
    refused(encrypted(), "source.encrypted")
    marked = bytearray(docx_body("<w:p/>"))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        marked[marked.index(signature) + at] |= 1
    refused(bytes(marked), "source.encrypted")


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
def test_truncated_files(files, kind, share):
    data = files[kind]
    try:
        document = read_document(data[: int(len(data) * share)])
    except ct.SourceError as error:
        assert error.code in ("source.corrupt", "source.scan")  # noqa: PT017
    else:
        assert kind == "pdf"  # what is left of its pages can be read
        assert document.text


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_damaged_bytes_are_found(files, kind):
    """Every byte of a package is under a checksum."""
    data = bytearray(files[kind])
    for at in range(60, len(data) - 100, len(data) // 15):
        broken = data.copy()
        broken[at] ^= 0xFF
        try:
            read_document(bytes(broken))
        except ct.SourceError as error:
            assert error.message("en")  # noqa: PT017


def test_parts_that_are_no_xml_or_missing():
    refused(packed({"word/document.xml": "không phải XML", "_rels/.rels": "<a/>"}), "source.corrupt")
    refused(packed({"word/document.xml": "<a><b></a>", "_rels/.rels": "<a/>"}), "source.corrupt")
    refused(packed({"word/styles.xml": "<a/>"}), "source.corrupt")
    refused(packed({"xl/workbook.xml": "<a/>"}), "source.corrupt")
    refused(packed({"a.txt": "Kế hoạch"}), "source.archive")
    assert refused(packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "source.old_kind").kind == ".odt"
    assert (
        refused(packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "source.old_kind").save_as
        == ".xlsx"
    )
    refused(docx_body("<w:p/>"), "source.empty")
    refused(xlsx_table([["", ""]]), "source.empty")
    refused(b"<html><body><script>x</script></body></html>", "source.empty")


def test_a_part_in_an_encoding_that_hides_its_text():
    data = docx_body("<w:p/>")
    hidden = replaced(data, "word/document.xml", lambda _: b'<?xml version="1.0" encoding="utf-7"?><a/>')
    refused(hidden, "source.corrupt")


# --- entities and links --------------------------------------------------------------------------------------

LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY c SYSTEM "file:///etc/passwd">]>'
BODY = f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>'


@pytest.mark.parametrize("prologue", [LAUGHS, OUTSIDE, '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused_before_parsing(prologue, encoding):
    written = f'<?xml version="1.0" encoding="{encoding}"?>{prologue}{BODY}'.encode(encoding)
    error = refused(replaced(docx_body(""), "word/document.xml", lambda _: written), "source.doctype")
    assert error.part == "word/document.xml"
    sheet = xlsx_table([["a", "b", "c"]])
    refused(replaced(sheet, "xl/workbook.xml", lambda xml: prologue.encode() + xml), "source.doctype")


def test_links_to_outside_are_never_followed(monkeypatch):
    def forbidden(*_args, **_kwargs):
        pytest.fail("the network was asked for")

    monkeypatch.setattr("socket.socket.connect", forbidden)
    monkeypatch.setattr("socket.getaddrinfo", forbidden)
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'TargetMode="External" Target="http://127.0.0.1:9/styles.xml" Type="http://x/styles"/></Relationships>'
    )
    data = replaced(
        docx_body("<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>"),
        "word/_rels/document.xml.rels",
        lambda _: relation.encode(),
    )
    assert read_document(data).text == "Kế hoạch"
    page = (
        '<html><base href="http://127.0.0.1:9/"><link rel=stylesheet href=a.css><img src=b.png><iframe src=c></iframe>'
    )
    assert read_document(f"{page}<p>Kế hoạch".encode()).text == "Kế hoạch"


def test_macros_are_passed_over_and_noted(files):
    for kind, folder in (("docx", "word"), ("xlsx", "xl")):
        data = files[kind]
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        kinds = parts["[Content_Types].xml"].replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        )
        made = packed({**parts, "[Content_Types].xml": kinds, f"{folder}/vbaProject.bin": b"Sub AutoOpen()"})
        document = read_document(made)
        assert document.text == read_document(data).text
        assert [note.code for note in document.notes] == ["source.note.macros"]


# --- too much ------------------------------------------------------------------------------------------------


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    started = time.process_time()
    space = b" " * (1024 * 1024)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        for _ in range(120):
            part.write(space)
    assert refused(buffer.getvalue(), "source.unpacked").limit == limits.MAX_UNPACKED
    small = packed({"word/document.xml": space * 30})
    assert refused(small, "source.ratio").found > limits.MAX_RATIO
    many = packed({f"word/{number}.xml": b"" for number in range(limits.MAX_PARTS + 1)})
    refused(many, "source.parts")
    assert time.process_time() - started < 60  # a guard against hanging, no measure of speed


def test_a_package_that_lies_about_its_size():
    data = bytearray(docx_body(f"<w:p><w:r><w:t>{'chữ ' * 500}</w:t></w:r></w:p>"))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        position = data.index(signature)
        while position >= 0:
            data[position + at : position + at + 4] = (100).to_bytes(4, "little")
            position = data.find(signature, position + 4)
    refused(bytes(data), "source.corrupt")


def test_merged_cells_that_cover_too_much():
    wide = "".join(f"<tr>{'<td colspan=1000 rowspan=1000>x</td>' * 3}</tr>" for _ in range(300))
    refused(f"<html><table>{wide}</table>".encode(), "source.cells")
    sheet = xlsx_table([["a", "b", "c"], ["d", "e", "f"]])
    merged = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    document = read_document(
        replaced(sheet, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</worksheet>", merged))
    )
    assert "| a |" in document.text


def test_a_sheet_that_says_it_is_huge():
    sheet = xlsx_table([["a", "b", "c"], ["d", "e", "f"]])

    def change(xml):
        return xml.replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')

    assert read_document(replaced(sheet, "xl/worksheets/sheet1.xml", change)).text.count("\n") == 1


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "b", "ul><li"])
def test_tags_nested_without_end(tag):
    refused(f"<html>{f'<{tag}>' * 100_000}sâu".encode(), "source.nested")


def test_a_word_file_nested_without_end():
    deep = docx_body("<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60)
    refused(deep, "source.corrupt")
    runs = "<w:ins>" * 200 + "<w:r><w:t>sâu</w:t></w:r>" + "</w:ins>" * 200
    assert read_document(docx_body(f"<w:p>{runs}</w:p>")).text == "sâu"
    refused(docx_body(f"<w:p>{'<w:ins>' * 5000}{'</w:ins>' * 5000}</w:p>"), "source.corrupt")


def test_too_many_pages(monkeypatch):
    monkeypatch.setattr("chitieu.sources.pdf.MAX_PAGES", 2)
    made = PdfWriter()
    for _ in range(3):
        made.page()
        made.text(72, 100, "chữ")
    assert refused(made.save(), "source.pages").found == 3


# --- large, and right ----------------------------------------------------------------------------------------

WORK = ["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm"]
COUNT = 10_000 if os.environ.get("CHITIEU_TEST_PROFILE", "default") in {"long", "night"} else 1_000


@pytest.fixture(scope="module")
def rows():
    return [WORK] + [
        [str(n), f"Nhiệm vụ {n}", "Sở Y tế", "Sở Tài chính", "Quý II/2026", "Báo cáo"] for n in range(1, COUNT)
    ]


def word(rows):
    cells = ("".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in row) for row in rows)
    return docx_body(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>")


def page(rows):
    lines = "".join(f"<tr>{''.join(f'<td>{text}' for text in row)}" for row in rows)
    return f"<html><p>Biểu<table>{lines}</table>".encode()


def printed(rows):
    made = PdfWriter()
    for at in range(0, len(rows), 47):
        made.page()
        made.table(40, 40, [30, 130, 90, 90, 80, 80], rows[at : at + 47])
    return made.save()


@pytest.mark.parametrize("write", [word, page, xlsx_table, printed], ids=["docx", "html", "xlsx", "pdf"])
def test_thousands_of_rows(write, rows):
    started = time.process_time()
    document = read_document(write(rows))
    assert [len(table.rows) for table in document.tables] == [COUNT]
    last = document.tables[0].rows[-1]
    assert [span.of(document.text) for span in last] == rows[-1]
    assert document.place(last[1]).row == COUNT
    assert time.process_time() - started < 120  # seconds in truth; a guard against work that grows with the square


# --- laws ----------------------------------------------------------------------------------------------------

MAGIC = [b"", b"PK\x03\x04", b"PK\x05\x06", OLE, b"%PDF-1.4\n", b"{\\rtf", b"<html>", b"\xff\xfe", b"<?xml ?><html>"]


@pytest.mark.parametrize("suffix", ["", ".txt", ".docx", ".html", ".pdf", ".xlsx", ".doc", ".zip"])
@given(magic=st.sampled_from(MAGIC), data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(suffix, magic, data):
    """Law: whatever the bytes and the name, a document or a SourceError."""
    source = io.BytesIO(magic + data)
    source.name = f"plan{suffix}"
    try:
        assert read_document(source).text.strip()
    except ct.SourceError as error:
        assert error.message("vi").startswith(f"plan{suffix}: ")  # noqa: PT017


@given(st.data())
def test_broken_tags_are_read_or_refused(data):
    """Law: tags in any order make a document or a SourceError."""
    tags = [
        "<table>",
        "<tr>",
        "<td colspan=3>",
        "<td rowspan=0>",
        "</table>",
        "<ol start=x>",
        "<li value=9>",
        "</li>",
        "<p>",
        "a",
    ]
    page = "".join(data.draw(st.lists(st.sampled_from(tags), max_size=30)))
    try:
        document = read_document(f"<html>{page}".encode())
    except ct.SourceError as error:
        assert error.code == "source.empty"  # noqa: PT017
    else:
        assert all(len(row) == len(table.rows[0]) for table in document.tables for row in table.rows)


@given(
    st.lists(
        st.lists(
            st.tuples(st.text("ab", max_size=2), st.integers(0, 3), st.sampled_from(["", "restart", "continue"])),
            max_size=4,
        ),
        max_size=5,
    )
)
def test_ragged_word_tables_are_filled_up(rows):
    """Law: every row of a table has as many cells as the table has columns."""

    def cell(text, span, merge):
        grid = f'<w:gridSpan w:val="{span}"/>' if span else ""
        down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
        return f"<w:tc><w:tcPr>{grid}{down}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    body = "".join(f"<w:tr>{''.join(cell(*item) for item in row)}</w:tr>" for row in rows)
    document = read_document(docx_body(f"<w:p><w:r><w:t>đầu</w:t></w:r></w:p><w:tbl>{body}</w:tbl>"))
    assert all(len(row) == len(table.rows[0]) for table in document.tables for row in table.rows)


def test_a_table_of_another_program():
    """What python-docx writes is read as what hand-written XML is."""
    rows = [["STT", "Chỉ tiêu", "ĐVT"], ["1", "GRDP", "%"]]
    assert read_document(docx_table(rows)).text == read_document(word(rows)).text
