"""The words around a document number."""

from datetime import date

import builders
import pytest
from hypothesis import given

from chitieu.documents.naming import document_words, issuer_before, kind_before, particulars
from chitieu.text import SourceText


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("Căn cứ Nghị quyết số ", "Nghị quyết"), ("theo quyết định số ", "Quyết định"), ("NGHỊ ĐỊNH SỐ ", "Nghị định"), ("Kế hoạch ", "Kế hoạch"),
        ("Nghị quyết của Hội đồng nhân dân tỉnh: số ", "Nghị quyết"), ("hộ nghèo ", None), ("", None), ("Quyết định; nhà số ", None),
    ],
)  # fmt: skip
def test_the_kind_before_a_number(before, kind):
    assert kind_before(before + "31/2022/NQ-HĐND", len(before)) == kind


def test_an_issuer_between_kind_and_number():
    text = "Nghị quyết của HĐND tỉnh: số 340/NQ-HĐND"
    assert issuer_before(text, text.index("340")) == "HĐND tỉnh"
    assert issuer_before("Nghị quyết của HĐND tỉnh số 340", 28) is None
    assert issuer_before("Nghị quyết số 340", 14) is None


@pytest.mark.parametrize(
    ("after", "when", "issuer"),
    [
        (" ngày 16 tháng 01 năm 2026 của UBND tỉnh về việc", date(2026, 1, 16), "UBND tỉnh"),
        (" của Thủ tướng Chính phủ ngày 16/01/2026", date(2026, 1, 16), "Thủ tướng Chính phủ"),
        (", ngày 16/01/2026;", date(2026, 1, 16), None),
        (" của Hội đồng nhân dân (HĐND) tỉnh về việc", None, "Hội đồng nhân dân tỉnh"),
        (" và các văn bản", None, None),
        ("", None, None),
    ],
)
def test_date_and_issuer_in_either_order(after, when, issuer):
    text = "31/NQ-HĐND" + after
    assert particulars(text, 10)[:2] == (when, issuer)


def test_the_place_behind_is_where_reading_goes_on():
    text = "31/NQ-HĐND ngày 16/01/2026 của UBND tỉnh, và"
    assert text[: particulars(text, 10)[2]] == "31/NQ-HĐND ngày 16/01/2026 của UBND tỉnh"
    assert particulars("31/NQ-HĐND và", 10)[2] == 10


def test_the_table_is_read_once_and_folds_case():
    words = document_words()
    assert words is document_words()
    assert words.kinds["NQ"] == "Nghị quyết"
    assert all(name == name.lower() for name in words.names)
    assert all(symbol == symbol.upper() for symbol in words.state | words.party_bodies | words.military)


@given(builders.mixed_texts())
def test_particulars_stay_in_the_text(text):
    """Law: at every place the offset after lies between it and the end, and an issuer stands in the text."""
    flat = SourceText(text).flat
    for pos in range(0, len(flat) + 1, 7):
        _, issuer, end = particulars(flat, pos)
        assert pos <= end <= len(flat)
        assert issuer is None or issuer.split()[0] in flat[pos:end]
        kind = kind_before(flat, pos)
        assert kind is None or kind in {*document_words().names.values(), *document_words().short.values()}
