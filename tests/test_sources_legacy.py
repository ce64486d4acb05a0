"""Vietnamese of before Unicode: tables, fonts, recognition."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.sources import read_document
from chitieu.sources.legacy import _tables, convert, font_encoding, recognise

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"]
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + ["đ"]


def tcvn3(text):
    """Write text as in TCVN3: a capital with a tone is the capital and the small letter."""
    back = {letter: chr(code) for code, letter in _tables().tcvn3.items()}
    written = []
    for char in text:
        small, base = char.lower(), unicodedata.normalize("NFD", char)
        if char != small and char not in back and small in back:
            bare = unicodedata.normalize("NFC", "".join(c for c in base if c not in TONES or not c))
            written.append(back.get(bare, bare) + back[small])
        else:
            written.append(back.get(char, char))
    return "".join(written)


def vni(text):
    back = {letter: written for written, letter in reversed(_tables().vni.items())}
    return "".join(back.get(char, char) for char in text)


@pytest.mark.parametrize("letter", [*LETTERS, *map(str.upper, LETTERS)])
@pytest.mark.parametrize("write", [tcvn3, vni])
def test_every_letter_comes_back(write, letter):
    """Law: converting undoes writing, for each of the 134 letters."""
    assert convert(write(letter), "TCVN3" if write is tcvn3 else "VNI") == letter


@pytest.mark.parametrize("write", [tcvn3, vni])
def test_the_example_comes_back_from_old_bytes(write, example_text, example_plan, tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes(write(example_text).encode("cp1252"))
    document = read_document(path)
    assert document.text == example_text
    assert document.encoding == ("TCVN3" if write is tcvn3 else "VNI")
    assert [note.fields["encoding"] for note in document.notes] == [document.encoding]
    assert ct.read_plan(path) == example_plan


def test_the_example_comes_back_from_the_page_of_windows(example_text):
    marks = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    apart = "".join(
        unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", char) if c not in marks))
        + "".join(c for c in unicodedata.normalize("NFD", char) if c in marks)
        for char in example_text
    )
    document = read_document(apart.encode("cp1258"))
    assert (document.text, document.encoding) == (example_text, "windows-1258")


def test_old_text_that_was_saved_as_unicode(example_text):
    document = read_document(tcvn3(example_text).encode())
    assert document.text == example_text
    assert "TCVN3" in document.notes[0].message("vi")


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch phát triển kinh tế - xã hội năm 2026 của Ủy ban nhân dân tỉnh",
        "KE HOACH PHAT TRIEN",
        "Le café est déjà fermé, où êtes-vous allés pendant l'été à Genève, naïve élève?",
        "là có và đã",
        "",
    ],
)
def test_other_text_is_let_alone(text):
    assert recognise(text) is None


@given(st.text(max_size=200))
def test_recognising_and_converting_never_fail(text):
    assert recognise(text) in (None, "TCVN3", "VNI")
    assert isinstance(convert(text, "TCVN3") + convert(text, "VNI"), str)


def test_fonts_tell_their_encoding():
    names = {".VnTime": "TCVN3", ".VnArialH": "TCVN3", "VNI-Times": "VNI", "Vni Times": "VNI", "UVnTime": None}
    assert {name: font_encoding((name,))[0] for name in names} == names
    assert font_encoding(("Arial", ".VnArialH")) == ("TCVN3", True)


def test_few_words_are_no_evidence_and_the_error_names_what_was_tried():
    with pytest.raises(ct.SourceError) as info:
        read_document("Uû ban nh©n".encode("latin-1"))
    assert info.value.code == "source.encoding"
    assert "TCVN3" in str(info.value)
