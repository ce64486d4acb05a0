"""Issuers beside the bodies of numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

import chitieu as ct
from chitieu.checking.names import citations
from chitieu.checking.names.issuers import is_of_other_body

RIGHT = {
    "Nghị định số {}/2025/NĐ-CP": "Chính phủ",
    "Nghị quyết số {}/NQ-CP": "Chính phủ",
    "Quyết định số {}/QĐ-TTg": "Thủ tướng Chính phủ",
    "Nghị quyết số {}/2025/QH15": "Quốc hội",
    "Nghị quyết số {}-NQ/TW": "Bộ Chính trị",
    "Nghị quyết số {}-NQ/TU": "Tỉnh ủy",
    "Nghị quyết số {}/NQ-HĐND": "Hội đồng nhân dân tỉnh",
    "Quyết định số {}/QĐ-UBND": "Ủy ban nhân dân tỉnh",
    "Thông tư số {}/2025/TT-BTC": "Bộ Tài chính",
}


@given(st.integers(1, 999), st.sampled_from(sorted(RIGHT)), st.sampled_from(sorted(set(RIGHT.values()))))
def test_law_a_number_tells_its_issuer(number, form, issuer):
    """The issuer is another exactly where it is not that of the form."""
    reference = ct.parse_reference(f"{form.format(number)} ngày 12/6/2025 của {issuer}")
    assert is_of_other_body(reference) == (issuer != RIGHT[form])


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 12/QĐ-UBND ngày 05/01/2026 của Chủ tịch UBND tỉnh",
        "Kết luận số 210-KL/TW ngày 12/11/2025 của Ban Chấp hành Trung ương",
        "Nghị quyết số 15-NQ/TU ngày 05/12/2025 của Ban Chấp hành Đảng bộ tỉnh",
        "Thông tư số 01/2026/TT-BNV ngày 02/01/2026 của Bộ trưởng Bộ Nội vụ",
        "Nghị quyết số 111/2025/UBTVQH15 ngày 12/6/2025 của Ủy ban Thường vụ Quốc hội",
        "Công văn số 120/CV-BTC của Chính phủ",
        "Nghị quyết số 15/NQ-HĐND ngày 05/12/2025 về ngân sách",
    ],
)
def test_issuers_that_go_with_the_number(text):
    assert not is_of_other_body(ct.parse_reference(text))


def test_the_rule_quotes_both():
    subject = plan(bases="Căn cứ Nghị định số 45/2025/NĐ-CP ngày 28/02/2025 của Quốc hội;")
    (finding,) = found(subject, citations.reference_malformed)
    assert "của Quốc hội" in finding.message


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Căn cứ Luật Quy hoạch ngày 10 tháng 12 năm 2027;", 1),
        ("Căn cứ Luật Quy hoạch ngày 10 tháng 12 năm 2025;", 0),
        ("Căn cứ Luật Quy hoạch có hiệu lực từ ngày 01/7/2026;", 0),
    ],
)
def test_grounds_without_a_number_are_older_than_the_plan(text, number):
    assert len(found(plan(bases=text), citations.reference_future)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Căn cứ Luật Đường bộ ngày 27/6/2023, số hiệu 35/2024/QH15;", 1),
        ("Căn cứ Luật Đường bộ ngày 27/6/2024 (số 35/2024/QH15);", 0),
        ("Căn cứ Nghị quyết số 12/2023/NQ-HĐND ngày 27/6/2023, số 35/2024/NQ-HĐND;", 0),
    ],
)
def test_days_before_a_number(text, number):
    assert len(found(plan(bases=text), citations.reference_year)) == number


@pytest.mark.parametrize(("issuer", "other"), [("Bộ Tài chính", False), ("Bộ Nội vụ", True), ("Chính phủ", True)])
def test_letters_name_their_body_first(issuer, other):
    assert is_of_other_body(ct.parse_reference(f"Công văn số 1204/BTC-NSNN ngày 12/6/2025 của {issuer}")) == other
