"""References to documents."""

from datetime import date

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.testing import strategies as cst

FAMILY = ct.ReferenceFamily


def numbers(text):
    return [reference.number for reference in builders.found(ct.find_references, text)]


@pytest.mark.parametrize(
    ("text", "number", "kind", "family"),
    [
        ("31/2022/NQ-HĐND", "31/2022/NQ-HĐND", "Nghị quyết", FAMILY.NORMATIVE),
        ("370/KH-UBND", "370/KH-UBND", "Kế hoạch", FAMILY.ADMINISTRATIVE),
        ("09-NQ/TU", "09-NQ/TU", "Nghị quyết", FAMILY.PARTY),
        ("1900/CL-BTL", "1900/CL-BTL", None, FAMILY.MILITARY),
        ("230/BYT-BM-TE", "230/BYT-BM-TE", "Công văn", FAMILY.DISPATCH),
        ("Luật số 43/2022/QH15", "43/2022/QH15", "Luật", FAMILY.NORMATIVE),
        ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP", "Nghị quyết", FAMILY.NORMATIVE),
        ("08-CTR/TU", "08-CTr/TU", "Chương trình", FAMILY.PARTY),
        ("23a/TB-UBND", "23a/TB-UBND", "Thông báo", FAMILY.ADMINISTRATIVE),
        ("1961/QĐUBND", "1961/QĐ-UBND", "Quyết định", FAMILY.ADMINISTRATIVE),
        ("46/BC- HĐND", "46/BC-HĐND", "Báo cáo", FAMILY.ADMINISTRATIVE),
        ("12 – NQ/TU", "12-NQ/TU", "Nghị quyết", FAMILY.PARTY),
        ("120\n/2020/NĐ-CP", "120/2020/NĐ-CP", "Nghị định", FAMILY.NORMATIVE),
    ],
)
def test_families(text, number, kind, family):
    reference = ct.parse_reference(text)
    assert (reference.number, reference.family) == (number, family)
    if kind:
        assert reference.kind == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị quyết số 18, 19-NQ/TW", ["18-NQ/TW", "19-NQ/TW"]),
        ("Nghị định số 107, 108 và 120/2020/NĐ-CP", ["107/2020/NĐ-CP", "108/2020/NĐ-CP", "120/2020/NĐ-CP"]),
        ("QĐ số 1656 và 1662/QĐ-UBND", ["1656/QĐ-UBND", "1662/QĐ-UBND"]),
        ("Nghị quyết số 18 ngày 25-10-2017", ["18"]),
        ("thu 31/12 tỷ, xếp 12/34, ngày 01/02/2026", []),
        ("tỷ lệ 5/10 xã, QL6, 1/500", []),
        ("", []),
    ],
)
def test_lists_and_what_is_no_reference(text, expected):
    assert numbers(text) == expected


def test_particulars():
    reference = ct.parse_reference(
        "Nghị quyết số 31/2022/NQ-HĐND ngày 08 tháng 12 năm 2022 của HĐND tỉnh về nhiệm vụ năm 2023"
    )
    assert (reference.kind, reference.date, reference.issuer) == ("Nghị quyết", date(2022, 12, 8), "HĐND tỉnh")
    assert reference.identity == ("31/2022/NQ-HĐND", date(2022, 12, 8), "HĐND tỉnh")
    assert str(reference) == "Nghị quyết số 31/2022/NQ-HĐND"


def test_a_comma_before_the_date_is_party_style():
    assert ct.parse_reference("Kết luận số 21-KL/TW, ngày 25/10/2021").date == date(2021, 10, 25)


def test_the_same_number_of_two_years_is_two_documents():
    first, second = builders.found(
        ct.find_references, "Nghị quyết số 01/NQ-CP ngày 08/01/2022 và Nghị quyết số 01/NQ-CP ngày 06/01/2023"
    )
    assert first.number == second.number
    assert first.identity != second.identity


def test_an_impossible_date_is_left_out():
    assert ct.parse_reference("Quyết định số 5/QĐ-UBND ngày 31/02/2023").date is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "reference.none"), ("số 5", "reference.none"), ("1/QĐ-UBND, 2/QĐ-UBND", "reference.several")],
)
def test_refuses(text, code):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_reference(text)
    assert info.value.code == code


def test_the_place_is_not_compared():
    assert ct.parse_reference("1/QĐ-UBND") == ct.parse_reference("   1/QĐ-UBND")


@given(
    st.integers(1, 9999),
    st.sampled_from(["NQ-HĐND", "QĐ-UBND", "NĐ-CP", "TT-BTC"]),
    st.integers(1990, 2030),
    cst.dates(),
)
def test_a_written_reference_is_read(number, symbol, year, issued):
    """Law: number, date and issuer of a citation come back as they were written."""
    text = f"theo Văn bản số {number}/{year}/{symbol} {ct.format_date(issued)} của Chính phủ;"
    (reference,) = builders.found(ct.find_references, text)
    assert reference.identity == (f"{number}/{year}/{symbol}", issued, "Chính phủ")


@given(st.integers(1, 999), st.sampled_from(["/KH-UBND", "/2026/NQ-HĐND", "-NQ/TU", "/QĐ-TTg", "/SYT-NVY"]))
def test_a_number_reads_as_itself(number, symbol):
    """Law: a document number written the official way is its own uniform writing."""
    assert ct.parse_reference(f"{number:02}{symbol}").number == f"{number:02}{symbol}"


def test_the_issuer_behind_a_list_is_that_of_every_member():
    found = ct.find_references("Nghị quyết số 57-NQ/TW, 59-NQ/TW và 68-NQ/TW của Bộ Chính trị; Nghị quyết số 9/NQ-CP")
    assert [mention.value.issuer for mention in found] == ["Bộ Chính trị"] * 3 + [None]


def test_a_document_behind_and_is_not_the_issuer():
    (first,) = builders.found(ct.find_references, "Nghị quyết số 01-NQ/TU của Tỉnh ủy và Đề án Chuyển đổi số")
    (second,) = builders.found(ct.find_references, "Thông báo số 3/TB-VP của Văn phòng Đoàn ĐBQH và HĐND tỉnh")
    assert (first.issuer, second.issuer) == ("Tỉnh ủy", "Văn phòng Đoàn ĐBQH và HĐND tỉnh")
