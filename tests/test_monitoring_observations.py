"""Observations: what they hold, and what they refuse."""

import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.monitoring.observation_choice import choose, in_order
from chitieu.testing import strategies as values

YEAR = ct.Period(2026)


def q(text):
    return ct.parse_quantity(text)


def test_a_figure_a_range_words_or_nothing():
    assert ct.Observation("poor", YEAR, q("1,3%")).shown == "1,3%"
    assert ct.Observation("poor", YEAR, q("61%"), q("62%")).shown == "61% - 62%"
    assert ct.Observation("x", YEAR, words="Xuất siêu").shown == "Xuất siêu"
    nothing = ct.Observation("poor", YEAR)
    assert not nothing.reported
    assert str(nothing) == "poor 2026: - (ước)"


@pytest.mark.parametrize(
    ("given_fields", "code"),
    [
        ({"value": q("1%"), "words": "xuất siêu"}, "observation.words"),
        ({"words": "  "}, "observation.words"),
        ({"upper": q("1%")}, "observation.range"),
        ({"value": q("2%"), "upper": q("1%")}, "observation.range"),
        ({"indicator": " "}, "observation.indicator"),
    ],
)
def test_what_cannot_be_is_refused(given_fields, code):
    with pytest.raises(ct.ObservationError) as info:
        ct.Observation(**{"indicator": "poor", "period": YEAR, **given_fields})
    assert info.value.code == code
    assert info.value.message("vi") != info.value.message("en")


@pytest.mark.parametrize(
    "given_fields",
    [
        {"value": 1.3},
        {"value": float("nan")},
        {"value": Decimal("1.3")},
        {"value": "1,3%"},
        {"upper": 2},
        {"period": 2026},
        {"status": "ước"},
        {"official": "đạt"},
        {"words": 3},
        {"area": 86},
        {"indicator": None},
        {"note": None},
    ],
)
def test_other_types_are_refused_with_our_error(given_fields):
    with pytest.raises(ct.NumberTypeError) as info:
        ct.Observation(**{"indicator": "poor", "period": YEAR, **given_fields})
    assert info.value.field in given_fields


def test_nan_never_gets_in():
    for value in (Decimal("NaN"), Decimal("Infinity"), float("nan")):
        with pytest.raises(ct.NumberTypeError):
            ct.Quantity(value, "%")


def test_the_ends_of_a_range_measure_the_same():
    with pytest.raises(ct.UnitError):
        ct.Observation("poor", YEAR, q("1%"), q("2 xã"))


def test_observations_pickle_and_compare_by_amount():
    left = ct.Observation("bud_rev", YEAR, q("8,92 nghìn tỷ đồng"))
    assert pickle.loads(pickle.dumps(left)) == left  # noqa: S301  (our own bytes)
    assert left == ct.Observation("bud_rev", YEAR, q("8.920 tỷ đồng"))


def test_statuses_are_in_order_and_ratings_know_what_is_reached():
    ranks = [status.rank for status in ct.ObservationStatus]
    assert ranks == sorted(ranks) == [0, 1, 2]
    assert [rating for rating in ct.Rating if rating.reached] == [ct.Rating.EXCEEDED, ct.Rating.MET]


def observations():
    amount = values.quantities(unit="%")
    return st.builds(
        lambda value, status, agency: ct.Observation("poor", YEAR, value, status=status, agency=agency),
        amount,
        st.sampled_from(ct.ObservationStatus),
        st.sampled_from([None, "Sở Y tế", "Sở Nội vụ"]),
    )


@given(st.lists(observations(), max_size=6), st.randoms(use_true_random=False))
def test_the_order_given_does_not_matter(items, random):
    """in_order(shuffled(xs)) == in_order(xs), and so what counts is the same."""
    shuffled = [*items]
    random.shuffle(shuffled)
    assert in_order(items) == in_order(shuffled)
    assert choose(in_order(items))[0] == choose(in_order(shuffled))[0]


@given(st.lists(observations(), min_size=1, max_size=6))
def test_of_several_one_counts_or_they_differ(items):
    """Either one of the surest is chosen and every other has a reason, or equals differ and all have one."""
    chosen, reasons = choose(items)
    best = max(item.status.rank for item in items)
    if chosen is None:
        assert len({item.value for item in items if item.status.rank == best}) > 1
        assert len(reasons) == len(items)
    else:
        assert chosen.status.rank == best
        assert len(reasons) == len(items) - 1
