"""Files as text: encodings, and what is refused with its reason."""

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.reading import sources
from chitieu.reading.sources import decode, read_text

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
    "pdf": (b"%PDF-1.7\n\x00\x01\x02 stream", "source.binary"),
    "zip": (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00", "source.binary"),
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
        read_text(tmp_path / "none.txt")
    assert info.value.code == "source.missing"


def test_a_directory(tmp_path):
    with pytest.raises(ct.SourceError) as info:
        read_text(tmp_path)
    assert info.value.code == "source.unreadable"


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".PDF", ".json"])
def test_other_kinds_are_named(tmp_path, suffix):
    path = tmp_path / f"plan{suffix}"
    path.write_text("Kế hoạch", encoding="utf-8")
    with pytest.raises(ct.SourceError) as info:
        read_text(path)
    assert (info.value.code, info.value.suffix) == ("source.kind", suffix)


@pytest.mark.parametrize("suffix", ["", ".txt", ".TXT", ".md"])
def test_text_is_read_under_these_names(tmp_path, suffix):
    path = tmp_path / f"plan{suffix}"
    path.write_text("Kế hoạch", encoding="utf-8")
    assert read_text(path) == "Kế hoạch"


def test_a_name_no_file_can_have():
    with pytest.raises(ct.SourceError):
        read_text("a\x00b.txt")


def test_a_file_over_the_limit_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "MAX_BYTES", 10)
    path = tmp_path / "plan.txt"
    path.write_text("Kế hoạch năm 2026", encoding="utf-8")
    with pytest.raises(ct.SourceError) as info:
        read_text(path)
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
