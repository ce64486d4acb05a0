"""Series: breaks are marked and never looked across silently; cumulative flows come apart and add up."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.monitoring.area_breaks import area_breaks, continued_areas

OLD, NEW = "86-legacy", "86-2025"


def poor(values, **fields):
    return [ct.Observation("poor", ct.Period(year), ct.parse_quantity(v), **fields) for year, v in values.items()]


def spent(values, key="bud_rev"):
    return [ct.Observation(key, ct.parse_period(p), ct.Quantity(v, "tỷ đồng")) for p, v in values.items()]


CUMULATIVE = ("quý I/2026", "6 tháng đầu năm 2026", "9 tháng năm 2026", "năm 2026")


def test_a_poverty_standard_breaks_the_series():
    series = ct.series_of(poor({2020: "2,4%", 2021: "4,6%", 2022: "3,9%"}), "poor")
    assert [item.on for item in series.breaks] == [date(2021, 1, 1)]
    with pytest.raises(ct.SeriesError) as info:
        series.change(ct.Period(2021))
    assert info.value.breaks == series.breaks
    assert "2021-01-01" in info.value.message("vi")
    marked = series.change(ct.Period(2021), across_breaks=True)
    assert (str(marked.value), marked.comparable) == ("2,2 điểm phần trăm", False)
    assert str(series.change(ct.Period(2022)).value) == "-0,7 điểm phần trăm"
    assert [change.value is None for change in series.changes()] == [True, False]
    assert "2021-01-01" in str(series.changes()[0])


def test_a_merged_province_breaks_the_series():
    items = [*poor({2023: "3%", 2024: "2,6%"}, area=OLD), *poor({2025: "2,9%", 2026: "2,4%"}, area=NEW)]
    series = ct.series_of([*items, *poor({2024: "9%"}, area="83-legacy"), *poor({2024: "4%"})], "poor", NEW)
    assert len(series.points) == 4
    assert [item.key for item in series.breaks] == ["area-merged"]
    assert "Bến Tre" in series.breaks[0].reason_vi
    with pytest.raises(ct.SeriesError):
        series.change(ct.Period(2025))
    assert str(series.change(ct.Period(2026)).value) == "-0,5 điểm phần trăm"
    assert len(ct.series_of(items, "poor", OLD).points) == 2


def test_a_change_of_status_alone_is_no_break():
    assert area_breaks("22-2026") == area_breaks(None) == area_breaks("nowhere") == ()
    assert continued_areas(NEW) == {OLD}


def test_growth_of_a_flow_and_what_has_none():
    series = ct.series_of(spent({"năm 2025": 8000, "năm 2026": 8600}), "bud_rev")
    assert str(series.growth(ct.Period(2026)).value) == "7,50%"
    assert str(series.change(ct.Period(2026)).value) == "600 tỷ đồng"
    with pytest.raises(ct.SeriesError) as info:
        ct.series_of(poor({2022: "3%", 2023: "2%"}), "poor").growth(ct.Period(2023))
    assert info.value.code == "series.rate"
    with pytest.raises(KeyError, match=r"the series of 'bud_rev' has no value for 20(29|30)"):
        series.growth(ct.Period(2030))


def test_points_that_are_no_single_figure_are_not_compared():
    items = [
        *poor({2022: "3%"}),
        ct.Observation("poor", ct.Period(2023), words="chưa có số liệu"),
        ct.Observation("poor", ct.Period(2024), ct.parse_quantity("2%"), ct.parse_quantity("3%")),
    ]
    series = ct.series_of(items, "poor")
    for year in (2023, 2024):
        with pytest.raises(ct.SeriesError) as info:
            series.change(ct.Period(year))
        assert info.value.code == "series.figure"
    assert all(change.value is None for change in series.changes())


def test_the_surest_figure_is_the_point_and_figures_that_differ_are_none():
    sure = ct.Observation("poor", ct.Period(2022), ct.parse_quantity("3,1%"), status=ct.ObservationStatus.OFFICIAL)
    series = ct.series_of([*poor({2022: "3%"}), sure, *poor({2023: "2%"}), *poor({2023: "2,5%"})], "Tỷ lệ hộ nghèo")
    assert series.points == (sure,)
    assert series.indicator == "poor"
    assert sorted(reason.code for _, reason in series.left) == ["observation.conflict"] * 2 + ["observation.revised"]
    with pytest.raises(ct.UnitError):
        ct.series_of([*poor({2022: "3%"}), *poor({2023: "2 xã"})], "poor")


def test_a_link_is_made_only_by_who_knows_both_values():
    series = ct.series_of(poor({2019: "3%", 2020: "2,4%", 2021: "4,6%"}), "poor")
    linked = series.link(series.breaks[0], ct.parse_quantity("2,4%"), ct.parse_quantity("5,4%"))
    assert str(linked[ct.Period(2020)].value) == "5,4%"
    assert "x 2.25 (2021-01-01)" in linked[ct.Period(2020)].note
    assert linked.breaks == ()
    assert str(linked.change(ct.Period(2021)).value) == "-0,8 điểm phần trăm"
    assert linked[ct.Period(2021)] == series[ct.Period(2021)]
    with pytest.raises(ct.SeriesError):
        linked.link(series.breaks[0], ct.parse_quantity("1%"), ct.parse_quantity("2%"))
    with pytest.raises(ct.SeriesError):
        series.link(series.breaks[0], ct.parse_quantity("0%"), ct.parse_quantity("2%"))


def test_an_empty_series():
    series = ct.series_of([], "poor")
    assert (series.points, series.breaks, series.changes()) == ((), (), ())


# --- cumulative flows ----------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 10_000), min_size=4, max_size=4), st.sets(st.sampled_from(range(4)), min_size=1))
def test_single_quarters_add_up_to_the_year(quarters, kept):
    """The pieces of a year add up to its last cumulative figure, whichever are reported."""
    sums = [sum(quarters[: at + 1]) for at in range(4)]
    items = spent({CUMULATIVE[at]: sums[at] for at in kept})
    series = ct.series_of(items, "bud_rev")
    if ({0, 3} <= kept and not {1, 2} & kept) or ({0, 2} <= kept and 1 not in kept):
        with pytest.raises(ct.SeriesError) as info:
            series.separated()
        assert info.value.code == "series.gap"
        return
    pieces = series.separated().points
    assert sum((point.value for point in pieces), start=ct.Quantity(0, "tỷ đồng")) == ct.Quantity(
        sums[max(kept)], "tỷ đồng"
    )
    assert len(pieces) == len(kept)


def test_single_quarters_are_those_of_the_year():
    series = ct.series_of(spent(dict(zip(CUMULATIVE, (300, 800, 1300, 2000), strict=True))), "bud_rev").separated()
    assert [(str(point.period), str(point.value)) for point in series.points] == [
        ("2026-Q1", "300 tỷ đồng"),
        ("2026-Q2", "500 tỷ đồng"),
        ("2026-Q3", "500 tỷ đồng"),
        ("2026-Q4", "700 tỷ đồng"),
    ]


@given(st.lists(st.integers(0, 10_000), min_size=12, max_size=12), st.sets(st.integers(1, 12), min_size=1))
def test_cumulative_months_come_apart_where_a_period_lies_between(months, kept):
    """The pieces of cumulative months add up to the last; months between two that are no period are refused."""
    ends = sorted(kept if 2 in kept else kept - {1} or {2})
    points = [
        ct.Observation("bud_rev", ct.Period.of_months(2026, 1, end), ct.Quantity(sum(months[:end]), "tỷ đồng"))
        for end in ends
    ]
    series = ct.series_of(points, "bud_rev")
    try:
        expected = [ct.Period.of_months(2026, first + 1, last) for first, last in pairwise([0, *ends])]
    except ct.PeriodError:
        with pytest.raises(ct.SeriesError) as info:
            series.separated()
        assert info.value.code == "series.gap"
        return
    pieces = series.separated().points
    assert [piece.period for piece in pieces] == expected
    assert [piece.value for piece in pieces] == [
        ct.Quantity(sum(months[first:last]), "tỷ đồng") for first, last in pairwise([0, *ends])
    ]


@pytest.mark.parametrize("key", ["poor", "pci", "pop", "một chỉ tiêu lạ"])
def test_stocks_shares_and_scores_do_not_come_apart(key):
    with pytest.raises(ct.SeriesError) as info:
        ct.series_of(spent({"quý I/2026": 1, "năm 2026": 2}, key), key).separated()
    assert info.value.code == "series.kind"
