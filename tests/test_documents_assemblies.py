"""Terms of the National Assembly in the numbers of its documents."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.documents.assemblies import is_of_other_term

DAYS = st.dates(date(2003, 1, 1), date(2030, 12, 31))
BODIES = st.sampled_from(["QH{}", "UBTVQH{}"])


@given(st.integers(1, 250), DAYS, BODIES)
def test_law_every_day_has_one_term_or_two_neighbours(number, day, body):
    """Any day has a term; where it has two, they follow each other."""
    fit = [
        term
        for term in range(10, 20)
        if not is_of_other_term(ct.Reference(f"{number}/{day.year}/{body.format(term)}", date=day))
    ]
    assert fit
    assert fit == list(range(fit[0], fit[0] + len(fit)))
    assert len(fit) <= 2


@given(st.integers(1, 250), DAYS, BODIES, st.integers(10, 19))
def test_law_what_its_day_allows_its_year_allows(number, day, body, term):
    """A number whose year is looked at alone is never judged harder than with its day."""
    written = f"{number}/{day.year}/{body.format(term)}"
    if not is_of_other_term(ct.Reference(written, date=day)):
        assert not is_of_other_term(ct.Reference(written))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Nghị quyết số 83/2025/QH14 ngày 16 tháng 6 năm 2025", True),
        ("Nghị quyết số 205/NQ-UBTVQH14 ngày 9/6/2025", True),
        ("Luật Đầu tư công số 39/2019/QH15", True),
        ("Nghị quyết số 30/2025/QH51", True),
        ("Luật số 43/2019/QH14 ngày 14/6/2019", False),
        ("Nghị quyết số 205/NQ-UBTVQH15 ngày 9/6/2025", False),
        # between the election and the first session
        ("Nghị quyết số 1211/2016/UBTVQH13 ngày 25/5/2016", False),
        ("Nghị quyết số 30/2026/QH16 ngày 24/4/2026", False),
        ("Nghị quyết số 30/2026/QH15 ngày 24/8/2026", True),
        # a term that is still to come
        ("Luật số 99/2032/QH17", False),
        ("Luật số 99/2030/QH17", True),
        # neither day nor year, too early, of others; a year that is not the day's is another mistake
        ("Luật số 64/QH15", False),
        ("Luật số 12/1990/QH8", False),
        ("Nghị định số 64/2025/NĐ-CP ngày 5/3/2025", False),
        ("Luật số 80/2025/QH15 ngày 24/6/2019", False),
    ],
)
def test_the_term_and_the_day(text, wrong):
    assert is_of_other_term(ct.parse_reference(text)) is wrong
