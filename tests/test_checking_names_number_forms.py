"""Forms of document numbers that no register gives."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chitieu.checking.names.number_forms import is_malformed, malformed_numbers
from chitieu.documents.naming import document_words

WORDS = document_words()
NUMBERS = st.integers(1, 9999)
YEARS = st.integers(2005, 2030)
KINDS = st.sampled_from(sorted(WORDS.kinds))
BODIES = st.sampled_from(sorted(WORDS.cased[body] for body in WORDS.state))
COMMON = st.sampled_from(["NQ", "QĐ", "KH", "CT", "TB", "BC", "TTr"])
COMMON_BODIES = st.sampled_from(["UBND", "HĐND", "TTg"])


def wrong(text):
    """Return what is none in a text on one line."""
    return [text[start:end] for start, end in malformed_numbers(text, text)]


def gives(kind, body):
    """Whether a body issues documents of a kind, as far as numbers are held to it."""
    if kind == "NĐ":
        return body == "CP"
    return (kind, body) not in {
        ("QĐ", "CP"), ("CT", "CP"), ("TT", "CP"), ("TT", "TTg"), ("TT", "UBND"), ("TT", "HĐND"), ("NQ", "TTg"), ("NQ", "UBND"),
    }  # fmt: skip


@given(st.integers(1, 999), st.integers(2010, 2026), st.sampled_from(["TTg", "UBND", "HĐND", "BTC"]))
def test_law_decrees_are_of_the_government(number, year, body):
    """No other body gives a decree, whatever its number."""
    assert wrong(f"theo {number}/{year}/NĐ-{body} về đất đai") == [f"{number}/{year}/NĐ-{body}"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Nghị định số 61/2024/QĐ-TTg về đất đai", ["Nghị định số 61/2024/QĐ-TTg"]),
        ("Quyết định 61/NQ-HĐND về đất đai", ["Quyết định 61/NQ-HĐND"]),
        ("Nghị quyết số 15-CT/TU về công tác cán bộ", ["Nghị quyết số 15-CT/TU"]),
        ("Quyết định ban hành Quy chế số 61/QĐ-UBND", []),
        ("Quyết định số 61/QĐ-UBND, Chỉ thị số 05/CT-UBND", []),
        ("Thông tư số 15/2024/TT-TTCP", []),
        ("Luật Cư trú số 61/2024/HQ15, Luật Đê điều số 61/2024/QH15, Nghị quyết số 61/2024/UBTVQH15", ["61/2024/HQ15"]),
        ("Quyết định số 15-QĐ/TU", []),
    ],
)
def test_kind_before_a_number_is_that_of_its_symbol(text, written):
    assert wrong(text) == written


@given(NUMBERS, st.none() | YEARS, KINDS, BODIES)
def test_law_numbers_by_the_decree_are_never_reported(number, year, kind, body):
    """Number, year where there is one, kind and body, joined as the decree says."""
    assume(gives(kind, body))
    written = f"{number:02}{f'/{year}' if year else ''}/{kind}-{body}"
    assert not is_malformed(written)
    assert wrong(f"Văn bản số {written} của Chính phủ") == []


@given(NUMBERS, st.sampled_from(sorted(WORDS.party)), st.sampled_from(sorted(WORDS.party_bodies)))
def test_law_numbers_of_the_party_are_never_reported(number, kind, body):
    """Number, hyphen, kind, stroke, body."""
    written = f"{number:02}-{kind}/{body}"
    assert wrong(f"Văn bản số {written} của Tỉnh ủy") == []


@given(NUMBERS, st.none() | YEARS, COMMON, COMMON_BODIES, st.data())
def test_law_a_number_that_loses_or_doubles_a_mark_is_reported(number, year, kind, body, data):
    """Each stroke and the hyphen count, but for a year that runs into its number."""
    written = f"{number}{f'/{year}' if year else ''}/{kind}-{body}"
    marks = [at for at, char in enumerate(written) if char in "/-"][1 if year else 0 :]
    at = data.draw(st.sampled_from(marks))
    assert is_malformed(written[:at] + written[at + 1 :])
    assert is_malformed(written[:at] + written[at] + written[at:])


def test_the_body_stands_behind_the_kind():
    """``1234/UBND-KT`` is the number of a letter: the body with the room that wrote it."""
    assert wrong("Quyết định số 2408/TTg-QĐ; Nghị quyết 12/CP-NQ; 370/UBND-QĐ") == [
        "2408/TTg-QĐ",
        "12/CP-NQ",
        "370/UBND-QĐ",
    ]
    assert wrong("Công văn số 1234/UBND-KT, 45/TTg-KTTH, 12/UBND-NC") == []


def test_numbers_come_in_the_order_of_the_text():
    assert wrong("370/KH UBND, 69/NQHĐND, 12/KH UBND") == ["370/KH UBND", "69/NQHĐND", "12/KH UBND"]
    assert wrong("31/NQ-HĐND") == wrong("") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kế hoạch số 45-KH/UBND ngày 12/3/2020", ["45-KH/UBND"]),
        ("Kế hoạch số 45-KH/UBND ngày 12/3/2019", []),
        ("Kế hoạch số 45-KH/UBND", []),
        ("Nghị định số 120/NĐ-CP ngày 12 tháng 3 năm 2013", ["120/NĐ-CP"]),
        ("Nghị định số 120/NĐ-CP ngày 12 tháng 3 năm 2009", []),
    ],
)
def test_short_forms_are_wrong_where_a_document_of_late_is_cited_in_full(text, expected):
    assert wrong(text) == expected


def test_a_party_number_in_the_form_of_the_state():
    """Wrong where it is cited in full since 2020; before, and in passing, it was written so."""
    assert wrong("Nghị quyết số 80/NQ-TW ngày 07 tháng 01 năm 2026 của Bộ Chính trị") == ["80/NQ-TW"]
    assert wrong("Nghị quyết số 18/NQ-TW ngày 25/10/2017; Nghị quyết số 18/NQ-TW") == []
