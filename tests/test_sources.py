"""Files of text, what is told of a file before it is read, and what is refused with its reason."""

import io
import pathlib

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.sources import limits, read_document
from chitieu.sources.plain import decode

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=builders.clean_texts().map(lambda words: f"Kế hoạch năm 2026: {words}"))
def test_decode_undoes_encode(encoding, text):
    """Law: Vietnamese text comes back from every encoding that is read."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_plan_is_read_from_every_encoding(tmp_path, encoding, example_text, example_plan):
    path = tmp_path / "plan.txt"
    path.write_bytes(example_text.encode(encoding))
    assert ct.read_plan(path) == example_plan
    assert ct.read_plan(str(path)).spans == example_plan.spans


VIETNAMESE = "Kế hoạch phát triển kinh tế - xã hội năm 2026\n"
BAD = {
    "empty": (b"", "source.empty"),
    "blank": (b" \n\t\r\n", "source.empty"),
    "only a mark": (b"\xef\xbb\xbf", "source.empty"),
    "only a wide mark": (b"\xff\xfe", "source.empty"),
    "binary": (bytes(range(256)), "source.binary"),
    "pdf": (b"%PDF-1.7\n\x00\x01\x02 stream", "source.corrupt"),
    "zip": (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00", "source.corrupt"),
    "controls": (b"\x01\x02 abc" * 20, "source.binary"),
    "cp1258": (VIETNAMESE.encode("cp1258", "ignore"), "source.encoding"),
    "latin-1": ("Đại hội đã café".encode("latin-1", "ignore"), "source.encoding"),
    "cut utf-8": (VIETNAMESE.encode()[:2] + b"\xe1", "source.encoding"),
    "odd utf-16": (b"\xff\xfe" + "Kế hoạch".encode("utf-16-le") + b"\x41", "source.encoding"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_bytes_say_what_is_wrong(name, tmp_path):
    data, code = BAD[name]
    path = tmp_path / "plan.txt"
    path.write_bytes(data)
    with pytest.raises(ct.SourceError) as info:
        ct.read_plan(path)
    assert info.value.code == code
    assert str(info.value).startswith(str(path))
    assert "\n" not in str(info.value)


def test_a_wrong_encoding_names_byte_and_line():
    with pytest.raises(ct.SourceError) as info:
        decode("Dòng một\n".encode() + "hai café".encode("latin-1"), "x.txt")
    assert (info.value.line, info.value.byte, info.value.path) == (2, "0xe9", "x.txt")


def test_some_stray_control_characters_are_noise():
    assert decode(b"a" * 500 + b"\x0c\x01") == "a" * 500 + "\x0c\x01"


def test_a_missing_file(tmp_path):
    with pytest.raises(ct.SourceError) as info:
        read_document(tmp_path / "none.txt")
    assert info.value.code == "source.missing"


def test_a_directory(tmp_path):
    with pytest.raises(ct.SourceError) as info:
        read_document(tmp_path)
    assert info.value.code == "source.unreadable"


@pytest.mark.parametrize(
    ("suffix", "code"),
    [
        (".pdf", "source.not_that_kind"),
        (".docx", "source.not_that_kind"),
        (".XLSX", "source.not_that_kind"),
        (".json", "source.json"),
        (".csv", "source.kind"),
    ],
)
def test_other_kinds_are_named(tmp_path, suffix, code):
    path = tmp_path / f"plan{suffix}"
    path.write_text("Kế hoạch", encoding="utf-8")
    with pytest.raises(ct.SourceError) as info:
        read_document(path)
    assert (info.value.code, info.value.suffix) == (code, suffix.lower())
    assert str(info.value).startswith(str(path))


@pytest.mark.parametrize("suffix", ["", ".txt", ".TXT", ".md"])
def test_text_is_read_under_these_names(tmp_path, suffix):
    path = tmp_path / f"plan{suffix}"
    path.write_text("Kế hoạch", encoding="utf-8")
    assert read_document(path).text == "Kế hoạch"


def test_a_name_no_file_can_have():
    with pytest.raises(ct.SourceError):
        read_document("a\x00b.txt")


def test_a_file_over_the_limit_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MAX_BYTES", 10)
    path = tmp_path / "plan.txt"
    path.write_text("Kế hoạch năm 2026", encoding="utf-8")
    with pytest.raises(ct.SourceError) as info:
        read_document(path)
    assert (info.value.code, info.value.limit) == ("source.large", 10)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_a_source_error(data):
    """Law: decoding returns text or raises SourceError, whatever the bytes."""
    try:
        assert decode(data).strip()
    except ct.SourceError as error:
        assert error.message("vi")  # noqa: PT017  (either outcome is allowed)


@given(builders.mixed_texts().filter(lambda text: len(text.strip()) > 10))
def test_plan_words_survive_utf8(text):
    """Law: what plans are written in comes back from UTF-8."""
    assert decode(text.encode()) == text


def test_a_document_comes_from_a_path_bytes_or_a_file_object(example_path, example_plan):
    data = example_path.read_bytes()
    with example_path.open("rb") as file, example_path.open(encoding="utf-8") as text:
        given = [example_path, str(example_path), data, bytearray(data), memoryview(data), io.BytesIO(data), file, text]
        read = [read_document(source) for source in given]
    assert {document.text for document in read} == {data.decode()}
    assert read[0].path == str(example_path)
    assert read[2].path == "<bytes>"
    assert read_document(read[0]) is read[0]
    assert ct.read_plan(read[0]) == ct.read_plan(io.BytesIO(data)) == example_plan


@pytest.mark.parametrize("source", [None, 5, ["a.txt"], io.BytesIO])
def test_what_is_no_source_is_said_so(source):
    with pytest.raises(ct.SourceError) as info:
        read_document(source)
    assert info.value.code == "source.type"


def test_a_large_stream_is_not_read_to_its_end(monkeypatch):
    monkeypatch.setattr(limits, "MAX_BYTES", 10)

    class Endless(io.RawIOBase):
        taken = 0

        def read(self, size=-1):
            assert size > 0
            Endless.taken += size
            return b"a" * size

    for source in (Endless(), b"a" * 11):
        with pytest.raises(ct.SourceError) as info:
            read_document(source)
        assert info.value.code == "source.large"
    assert Endless.taken == 11


def test_a_closed_file_is_said_so(example_path):
    with example_path.open("rb") as file:
        pass
    with pytest.raises(ct.SourceError) as info:
        read_document(file)
    assert (info.value.code, info.value.path) == ("source.unreadable", str(example_path))


OLD_KINDS = {
    ".doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
    ".xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"),
    ".ppt": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "PowerPoint Document".encode("utf-16-le"),
    ".rtf": b"{\\rtf1\\ansi Ke hoach}",
}


@pytest.mark.parametrize("kind", OLD_KINDS)
@pytest.mark.parametrize("suffix", [".doc", ".docx", ".txt"])
def test_kinds_that_are_not_read_are_named_with_what_to_do(tmp_path, kind, suffix):
    """The content says what a file is, whatever its name."""
    path = tmp_path / f"plan{suffix}"
    path.write_bytes(OLD_KINDS[kind])
    with pytest.raises(ct.SourceError) as info:
        read_document(path)
    assert (info.value.code, info.value.kind) == ("source.old_kind", kind)
    assert "save it as .xlsx" in str(info.value) if kind == ".xls" else "save it as .docx" in str(info.value)


@pytest.mark.parametrize("kind", ["txt", "docx", "html", "pdf", "xlsx"])
def test_the_content_goes_before_the_name(tmp_path, kind, files):
    path = tmp_path / "plan.doc"
    path.write_bytes(files[kind])
    assert read_document(path).format == kind


@pytest.mark.parametrize(
    ("kind", "package", "extra"),
    [("docx", "lxml", "docx"), ("html", "lxml", "html"), ("pdf", "pypdfium2", "pdf"), ("xlsx", "openpyxl", "xlsx")],
)
def test_a_missing_package_is_named_with_its_install_command(monkeypatch, files, kind, package, extra):
    monkeypatch.setitem(__import__("sys").modules, package, None)
    with pytest.raises(ct.MissingExtraError) as info:
        read_document(files[kind])
    assert f'pip install "chitieu[{extra}]"' in str(info.value)
    assert info.value.package == package


def test_lines_of_text_are_places(example_path, example_text):
    document = read_document(pathlib.Path(example_path))
    at = example_text.index("KẾ HOẠCH")
    assert document.place(at) == ct.Place("line", line=example_text.count("\n", 0, at) + 1)
    assert document.place(len(example_text)).line
    with pytest.raises(IndexError):
        document.place(len(example_text) + 1)
    assert [place.line for place in document.places_of(ct.Span(0, 30))] == [1, 2]


def test_places_are_said_in_two_languages():
    place = ct.Place("cell", page=3, sheet="Biểu 1", table=2, row=5, column=1)
    assert place.describe("vi") == "trang 3, trang tính 'Biểu 1', bảng 2, hàng 5, cột 1"
    assert str(place) == "page 3, sheet 'Biểu 1', table 2, row 5, column 1"
