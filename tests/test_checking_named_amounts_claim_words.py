"""What the words around an amount say of it."""

import pytest

import chitieu as ct
from chitieu.checking.named_amounts.claim_words import words_about, years_of
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.subject import Subject


def claims(line):
    return Subject(ct.Plan(indicators=ct.parse_indicators(f"1) {line};"), period=ct.Period(2026))).lines


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dân số năm 2030 đạt 1.500.000 người", {"2030"}),
        ("Dân số đạt 1.500.000 người", set()),
        ("Đến năm 2030, dân số đạt 1.500.000 người", set()),  # the comma ends the clause; the line is asked beside it
        ("Vốn giai đoạn 2026 - 2030 đạt 900 tỷ đồng", {"many"}),
        ("Thu ngân sách 5 năm đạt 900 tỷ đồng", {"many"}),
        ("Thu ngân sách quý I đạt 900 tỷ đồng", {"many"}),
    ],
)
def test_the_years_an_amount_is_of(line, expected):
    assert years_of(claims(line)[0]) == expected


def test_the_words_about_an_amount_end_with_its_clause():
    assert words_about(claims("GRDP đạt 900 tỷ đồng (giá so sánh 2010), tăng 9%")[0]) == "grdp  (giá so sánh 2010)"


PEOPLE = ct.Target(ct.Quantity(500, "người"))


@pytest.mark.parametrize(("length", "years"), [(54, {"2030"}), (55, set())])
def test_a_year_stands_near_its_amount(length, years):
    assert years_of(Claim("Dân số", None, PEOPLE, piece=f"Năm 2030 {'x' * length} 500 người")) == years


def test_what_stands_behind_is_near():
    claim = Claim("Dân số", None, PEOPLE, piece=f"Dân số 500 người {'x' * 80}")
    assert words_about(claim) == f"dân số  {'x' * 59}"


def test_an_amount_that_its_line_does_not_write_has_its_name_alone():
    claim = Claim("Dân số năm 2030", None, PEOPLE, piece="Dân số 600 người năm 2026")
    assert (words_about(claim), years_of(claim)) == ("dân số năm 2030 ", {"2030"})
