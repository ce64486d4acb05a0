"""Growth of the times of one year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.rates.times_of_year import growth_within_year, months_of
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Target

QUARTERS = ("quý i", "quý ii", "quý iii", "quý iv")


def verdicts(**growths):
    """Return the names of the times whose growth cannot be."""
    claims = {
        months_of(name.replace("_", " ")): Claim(name, None, Target(Quantity(Decimal(str(value)), "%")))
        for name, value in growths.items()
    }
    return [one.whole.name for one in growth_within_year(claims) if not one.holds]


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("quý iii/2026", range(7, 10)),
        ("6 tháng đầu năm", range(1, 7)),
        ("06 tháng", range(1, 7)),
        ("9 tháng đầu năm", range(1, 10)),
        ("6 tháng cuối năm", range(7, 13)),
        ("cả năm", range(1, 13)),
        ("3 tháng cuối năm", ()),
        ("quý i và quý ii", ()),
        ("năm 2026", ()),
    ],
)
def test_the_months_that_words_name(words, months):
    assert sorted(months_of(words) or ()) == list(months)


def test_every_longer_time_lies_between_those_in_it():
    assert verdicts(quý_i="8", quý_ii="9", **{"6_tháng": "8.6"}) == []
    assert verdicts(quý_i="8", quý_ii="9", **{"6_tháng": "9.6"}) == ["6_tháng"]
    assert verdicts(quý_iii="8", **{"6_tháng": "9", "9_tháng": "7"}) == ["9_tháng"]
    assert verdicts(quý_iii="8", **{"6_tháng": "9", "cả_năm": "7"}) == []  # the fourth quarter is not told
    assert verdicts(quý_i="10", quý_ii="12", **{"6_tháng": "22"}) == []  # amounts


@given(st.lists(st.tuples(st.integers(20, 200), st.integers(1, 50)), min_size=4, max_size=4))
def test_means_of_the_quarters_always_hold(quarters):
    """Law: whatever the weights, the growth of each longer time as the mean of its quarters is found right."""

    def mean(first, last):
        weights = sum(weight for _, weight in quarters[first:last])
        return round(Decimal(sum(growth * weight for growth, weight in quarters[first:last])) / weights / 10, 2)

    growths = {name.replace(" ", "_"): Decimal(one) / 10 for name, (one, _) in zip(QUARTERS, quarters, strict=True)}
    assert verdicts(**growths, **{"6_tháng": mean(0, 2), "9_tháng": mean(0, 3), "cả_năm": mean(0, 4)}) == []
