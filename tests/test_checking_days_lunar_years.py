"""Names of lunar years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.days.lunar_years import lunar_year, wrong_lunar_years

FORMS = ["tết {} năm {}", "tết nguyên đán {} {}", "xuân {} - {}", "năm {1} ({0})", "tết nguyên đán {1} - {0}"]


@given(st.integers(1900, 2009), st.integers(0, 90), st.sampled_from(FORMS))
def test_law_the_names_go_round_in_sixty_years(year, gap, form):
    """A name is that of its year and of each sixty years away, of no other."""
    assert bool(list(wrong_lunar_years(form.format(lunar_year(year), year + gap)))) == (gap % 60 != 0)


@pytest.mark.parametrize(
    ("year", "name"), [(1968, "mậu thân"), (2000, "canh thìn"), (2023, "quý mão"), (2026, "bính ngọ")]
)
def test_years_that_are_known(year, name):
    assert lunar_year(year) == name


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("tết giáp mão 2026", 1),  # a stem and a branch that never meet
        ("xuân ất tị 2025, tết quí mẹo 2023", 0),
        ("đón tết bính ngọ trong tháng 02/2026", 0),
        ("cuối năm ất tỵ, đầu năm 2026", 0),
    ],
)
def test_names_beside_years(text, number):
    assert len(list(wrong_lunar_years(text))) == number
