"""What a plan says of itself beside its head."""

import pytest
from small_plans import GOOD, codes, found, only, plan, text

import chitieu as ct
from chitieu.checking.names import agencies, citations

OWN = ("58/KH-UBND", "16/01/2026", "UBND tỉnh Sông Hậu")
"""The number, the day and the issuer of `small_plans`."""


def attached(number, day, issuer):
    appendix = f"PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số {number} ngày {day} của {issuer})"
    return plan(reports=f"{GOOD['reports']}\n{appendix}")


def test_an_appendix_that_says_what_the_head_says():
    assert codes(attached(*OWN)) == []
    assert codes(attached(*OWN[:2], "UBND tỉnh")) == []


@pytest.mark.parametrize(("at", "other"), [(0, "85/KH-UBND"), (1, "16/01/2025"), (2, "UBND xã An Bình")])
def test_law_one_particular_that_is_another_is_reported(at, other):
    """Where two of number, day and issuer are those of the head, the third is too."""
    finding = only(attached(*OWN[:at], other, *OWN[at + 1 :]), citations.reference_disagrees)
    assert f"{finding.fields['dated']:%d/%m/%Y}" == other
    assert other in finding.message_vi


def test_a_document_with_another_number_and_another_day_is_another_one():
    assert codes(attached("85/KH-UBND", "03/02/2025", "UBND tỉnh")) == []


@pytest.mark.parametrize(
    ("cited", "reported"),
    [
        ("Kế hoạch số 58/KH-UBND ngày 12/01/2026 của UBND tỉnh", ["58/KH-UBND"]),
        ("Kế hoạch số 58/KH-UBND ngày 16/01/2026 của UBND tỉnh", []),
        ("Kế hoạch số 85/KH-UBND ngày 12/01/2026 của UBND tỉnh", []),
        ("Kế hoạch số 12/KH-UBND ngày 12/01/2026 của UBND tỉnh", []),
        # numbers begin anew with each year, and there are many committees
        ("Kế hoạch số 58/KH-UBND ngày 12/01/2025 của UBND tỉnh", []),
        ("Kế hoạch số 58/KH-UBND ngày 12/01/2026 của UBND xã An Bình", []),
        ("Kế hoạch số 58/KH-UBND ngày 12/01/2026", []),
    ],
)
def test_its_own_number_is_of_no_other_day_of_the_year(cited, reported):
    checked = plan(bases=f"{GOOD['bases']}\nTiếp tục thực hiện {cited};")
    assert [one.about for one in found(checked, citations.reference_disagrees)] == reported


@pytest.mark.parametrize(
    ("said", "reported"),
    [
        ("Ủy ban nhân dân (UBND) tỉnh ban hành Kế hoạch với các nội dung như sau:", []),
        ("UBND xã An Bình ban hành Kế hoạch với các nội dung như sau:", ["58/KH-UBND"]),
    ],
)
def test_who_the_preamble_says_issues_the_plan(said, reported):
    checked = plan(bases=f"{GOOD['bases']}\n{said}")
    assert [one.about for one in found(checked, citations.reference_disagrees)] == reported


def test_an_issuer_that_is_no_longer_there():
    checked = plan(bases=f"{GOOD['bases']}\nSở Giao thông vận tải xây dựng Kế hoạch năm 2026 như sau:")
    assert [one.about for one in found(checked, agencies.agency_not_existing)] == ["Sở Giao thông vận tải"]


@pytest.mark.parametrize("missing", ["Số: 58/KH-UBND\n", ", ngày 16 tháng 01 năm 2026"])
def test_without_a_number_or_a_day_of_its_own_nothing_is_compared(missing):
    said = "UBND xã An Bình ban hành Kế hoạch số 58/KH-UBND ngày 12/01/2026 của UBND tỉnh với các nội dung như sau:"
    written = text(bases=f"{GOOD['bases']}\n{said}")
    assert missing in written
    assert found(ct.parse_plan(written.replace(missing, "")), citations.reference_disagrees) == ()


def test_an_appendix_of_a_document_of_another_kind_says_nothing_of_the_plan():
    appendix = attached("58/BC-UBND", "16/01/2026", "UBND tỉnh Sông Hậu")
    assert found(appendix, citations.reference_disagrees) == ()
