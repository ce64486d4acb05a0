"""A plan beside its results: matching, choosing, what is left over, and the counts."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

import chitieu as ct

YEAR = ct.Period(2026)
STATUS = ct.ObservationStatus
PLAN = ct.Plan(
    period=YEAR,
    indicators=ct.parse_indicators(
        "1) Tỷ lệ hộ nghèo giảm còn 1,4%;\n"
        "2) Thu ngân sách nhà nước trên địa bàn: chỉ tiêu Trung ương giao 8.460 tỷ đồng; chỉ tiêu địa phương phấn đấu "
        "8.920 tỷ đồng;\n"
        "3) Kim ngạch xuất khẩu hàng hóa đạt 1.250 triệu USD (trở lên); kim ngạch nhập khẩu hàng hóa không quá 480 triệu "
        "USD;\n"
        "4) Nếp sống văn minh đô thị chuyển biến rõ nét;"
    ),
)


def seen(name, value=None, period=YEAR, **fields):
    return ct.Observation(name, period, ct.parse_quantity(value) if value else None, **fields)


def only(found, name):
    (row,) = found.of(name)
    return row


def codes(found):
    return sorted(doubt.reason.code for doubt in found.doubts)


def test_every_target_has_a_row_in_the_order_of_the_plan():
    found = ct.progress(PLAN, [])
    assert [row.target for row in found.rows] == [target for _, target in PLAN.targets()]
    assert {row.rating for row in found.rows} == {ct.Rating.PENDING}
    assert [line.name for line in found.unmeasured] == ["Nếp sống văn minh đô thị chuyển biến rõ nét"]
    assert found.summary.sentence("vi") == "0/4 chỉ tiêu đạt và vượt, 4 chỉ tiêu chưa đánh giá"


@pytest.mark.parametrize(
    "name",
    ["poor", "Tỷ lệ hộ nghèo", "TỶ LỆ HỘ NGHÈO", "- Tỷ lệ hộ nghèo:", "Tỷ lệ hộ nghèo đa chiều", "Tỉ lệ hộ nghèo"],
)
def test_names_and_keys_match(name):
    row = only(ct.progress(PLAN, [seen(name, "1,3%")]), "poor")
    assert row.rating is ct.Rating.EXCEEDED


def test_assigned_and_striving_targets_are_both_rated():
    result = seen("Thu ngân sách nhà nước trên địa bàn", "8.690 tỷ đồng", official=ct.Rating.EXCEEDED)
    found = ct.progress(PLAN, [result])
    rated = {row.kind.value: row.rating.value for row in found.rows if row.observation == result}
    assert rated == {"assigned": "vượt", "striving": "không đạt"}
    assert found.summary.disagreements == 0
    assert found.summary.striving[ct.Rating.MISSED] == 1
    assert found.summary.sentence() == "1/4 targets met or exceeded, 3 not rated"


def test_the_surest_figure_counts_and_the_others_are_told():
    items = [seen("poor", f"1,{status.rank}%", status=status) for status in STATUS]
    found = ct.progress(PLAN, items)
    assert only(found, "poor").observation.status is STATUS.OFFICIAL
    assert codes(found) == ["observation.revised"] * 2


def test_figures_that_differ_are_not_chosen_from():
    found = ct.progress(PLAN, [seen("poor", "1,3%", agency="Sở A"), seen("poor", "1,5%", agency="Sở B")])
    row = only(found, "poor")
    assert (row.rating, row.reason.code) == (ct.Rating.PENDING, "observation.conflict")
    assert codes(found) == ["observation.conflict"] * 2
    assert "1,3% (Sở A)" in row.reason.message("vi")


def test_the_same_twice_is_one():
    items = [
        seen("poor", "1,3%", source="a"),
        seen("Tỷ lệ hộ nghèo", "1,3%", source="b"),
        seen("poor", "1,3%", source="a"),
    ]
    found = ct.progress(PLAN, items)
    assert only(found, "poor").rating is ct.Rating.EXCEEDED
    assert codes(found) == ["observation.duplicate"] * 2


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (seen("Số hầm biogas", "12 hầm"), "observation.unmatched"),
        (seen("poor", "12 xã"), "rating.refused"),
        (seen("poor", "1,3%", ct.Period(2027)), "observation.future"),
        (seen("poor", "1,3%", status=STATUS.OFFICIAL), "observation.early"),
        (seen("poor", "1,3%", ct.Period(2023)), "observation.period"),
        (seen("poor", "1,3%", ct.parse_period("quý II/2026")), "observation.period"),
    ],
)
def test_what_is_not_compared_is_a_doubt_with_a_reason(item, code):
    found = ct.progress(PLAN, [item], on=date(2026, 11, 30))
    (doubt,) = found.doubts
    assert doubt.observation == item
    assert doubt.reason.code == code
    assert doubt.reason.message("vi") != doubt.reason.message("en")
    assert only(found, "poor").rating is ct.Rating.PENDING


@pytest.mark.parametrize("given", ["results.xlsx", 5, [None], ct.Actuals(observations=())])
def test_only_observations_are_compared(given):
    with pytest.raises(ct.NumberTypeError) as info:
        ct.progress(PLAN, given)
    assert info.value.code == "observations.given"


def test_an_observation_that_says_nothing_does_not_stand_for_one_that_does():
    empty, full = ct.Observation("poor", YEAR), seen("poor", "1,3%")
    found = ct.progress(PLAN, [empty, full])
    assert only(found, "poor").observation == full
    assert [(doubt.observation, doubt.reason.code) for doubt in found.doubts] == [(empty, "rating.none")]


def test_without_a_day_no_date_is_doubted():
    assert not ct.progress(PLAN, [seen("poor", "1,3%", status=STATUS.OFFICIAL)]).doubts


def test_another_unit_is_converted():
    row = only(ct.progress(PLAN, [seen("Kim ngạch xuất khẩu hàng hóa", "1,31 tỷ USD")]), "export")
    assert (row.rating.value, str(row.verdict.gap)) == ("vượt", "60 triệu USD")


def test_a_plan_of_another_area_is_told_apart():
    plan = evolve(PLAN, place="Vĩnh Long", issued=date(2026, 1, 15))
    here, there = ct.areas.find("Vĩnh Long", on=date(2026, 1, 1)), ct.areas.find("Cà Mau", on=date(2026, 1, 1))
    found = ct.progress(plan, [seen("poor", "1,3%", area=here.id), seen("poor", "9%", area=there.id)])
    assert only(found, "poor").rating is ct.Rating.EXCEEDED
    assert codes(found) == ["observation.area"]


def test_a_name_that_fits_two_lines_of_one_kind_is_not_guessed():
    lines = "1) Tỷ lệ hộ nghèo khu vực A còn 2%;\n2) Tỷ lệ hộ nghèo khu vực B còn 3%;"
    items = tuple(evolve(item, indicator="poor") for item in ct.parse_indicators(lines))
    found = ct.progress(ct.Plan(period=YEAR, indicators=items), [seen("poor", "1%")])
    assert codes(found) == ["observation.ambiguous"]


def test_parts_of_two_lines_may_have_one_name():
    lines = (
        "1) Tổng sản phẩm trên địa bàn (GRDP) tăng 9,5%; trong đó, dịch vụ tăng 10,4%;\n"
        "2) Cơ cấu GRDP theo giá hiện hành: dịch vụ chiếm 39%; thuế sản phẩm chiếm 5%;"
    )
    plan = ct.Plan(period=YEAR, indicators=ct.parse_indicators(lines))
    growth, share = found = [row for row in ct.progress(plan, []).rows if row.indicator.name == "dịch vụ"]
    names = [f"{row.above.name}: Dịch vụ" for row in found]
    rows = ct.progress(plan, [seen(names[0], "10,4%"), seen(names[1], "39%")]).rows
    rated = {row.above.name: row.observation.shown for row in rows if row.indicator.name == "dịch vụ"}
    assert rated == {growth.above.name: "10,4%", share.above.name: "39%"}
    assert codes(ct.progress(plan, [seen("Dịch vụ", "10,4%"), seen("Dịch vụ", "39%")])) == ["observation.conflict"] * 2


# --- periods -------------------------------------------------------------------------------------------------


def test_a_part_of_the_year_is_rated_only_where_the_rest_cannot_matter():
    nine = ct.parse_period("9 tháng năm 2026")
    found = ct.progress(PLAN, [seen("export", "900 triệu USD", nine), seen("import", "500 triệu USD", nine)])
    export, bought = only(found, "export"), only(found, "import")
    assert (export.rating, export.verdict.so_far) == (ct.Rating.PENDING, ct.Rating.MISSED)
    assert export.reason.code == "rating.running"
    assert f"{float(export.completion):.2f} {float(export.pace):.3f}" == "0.72 0.963"
    assert (bought.rating, bought.verdict.so_far) == (ct.Rating.MISSED, None)
    early = only(ct.progress(PLAN, [seen("export", "1.300 triệu USD", nine)]), "export")
    assert (early.rating, early.verdict.so_far) == (ct.Rating.EXCEEDED, None)
    kept = only(ct.progress(PLAN, [seen("import", "200 triệu USD", nine)]), "import")
    assert (kept.rating, kept.verdict.so_far) == (ct.Rating.PENDING, ct.Rating.MET)


def test_the_longest_part_counts_and_the_whole_before_it():
    parts = [
        seen("export", f"{n} triệu USD", ct.parse_period(p)) for n, p in ((300, "quý I/2026"), (600, "6 tháng 2026"))
    ]
    assert only(ct.progress(PLAN, parts), "export").observation == parts[1]
    whole = seen("export", "1.250 triệu USD")
    assert only(ct.progress(PLAN, [*parts, whole]), "export").observation == whole


def test_a_share_is_paced_by_nothing_and_its_last_quarter_is_the_year():
    last = seen("poor", "1,4%", ct.parse_period("quý IV/2026"))
    row = only(ct.progress(PLAN, [last]), "poor")
    assert (row.rating.value, row.pace) == ("đạt", None)


def test_a_forecast_of_the_year_has_no_pace_before_its_end():
    item = seen("export", "1.250 triệu USD")
    assert only(ct.progress(PLAN, [item], on=date(2026, 6, 30)), "export").pace is None
    assert only(ct.progress(PLAN, [item], on=date(2026, 12, 31)), "export").pace == 1


def test_the_year_before_is_the_baseline_unless_the_series_breaks():
    plan = ct.Plan(period=YEAR, indicators=ct.parse_indicators("1) Thu ngân sách nhà nước trên địa bàn tăng 5%;"))
    items = [seen("bud_rev", "8.000 tỷ đồng", ct.Period(2025)), seen("bud_rev", "8.600 tỷ đồng")]
    plan = evolve(plan, indicators=tuple(evolve(item, indicator="bud_rev") for item in plan.indicators))
    (row,) = ct.progress(plan, items).rows
    assert (str(row.verdict.compared), row.rating.value, row.baseline) == ("7,5%", "vượt", items[0])
    poor = evolve(PLAN, period=ct.Period(2027))
    found = ct.progress(poor, [seen("poor", "1,6%", YEAR), seen("poor", "1,3%", ct.Period(2027))])
    assert only(found, "poor").baseline is None
    assert codes(found) == ["observation.break"]
    assert "chuẩn nghèo" in found.doubts[0].reason.message("vi")


def test_figures_of_the_year_before_that_nothing_needs_are_kept():
    before = seen("export", words="chưa có số liệu", period=ct.Period(2025))
    found = ct.progress(PLAN, [before, seen("export", "1.250 triệu USD")])
    assert (found.earlier, found.doubts) == ((before,), ())


def test_a_plan_of_several_years_takes_its_last():
    plan = evolve(PLAN, period=ct.parse_period("giai đoạn 2026 - 2030"))
    row = only(
        ct.progress(plan, [seen("poor", "1,2%", ct.Period(2030)), seen("poor", "1,3%", ct.Period(2028))]), "poor"
    )
    assert (row.rating.value, str(row.observation.value)) == ("vượt", "1,2%")


def test_a_plan_without_a_period_compares_nothing_and_loses_nothing():
    found = ct.progress(evolve(PLAN, period=None), [seen("poor", "1,3%")])
    assert {row.rating for row in found.rows} == {ct.Rating.PENDING}
    assert codes(found) == ["progress.no_period"]


def test_growth_and_level_of_one_indicator_may_both_be_reported():
    plan = ct.Plan(period=YEAR, indicators=ct.parse_indicators("1) Tổng sản phẩm trên địa bàn (GRDP) tăng 9,5%;"))
    name = plan.indicators[0].name
    found = ct.progress(plan, [seen(name, "9,7%"), seen(name, "80.000 tỷ đồng")])
    assert found.rows[0].rating is ct.Rating.EXCEEDED
    assert len(found.doubts) == 1


# --- laws ----------------------------------------------------------------------------------------------------

ITEMS = st.builds(
    seen,
    st.sampled_from(["poor", "Tỷ lệ hộ nghèo", "export", "Thu ngân sách nhà nước trên địa bàn", "Số hầm biogas"]),
    st.sampled_from(["1,3%", "1,5%", "8.500 tỷ đồng", "1,3 tỷ USD", "12 xã", None]),
    st.sampled_from([YEAR, ct.Period(2025), ct.Period(2027), *map(ct.parse_period, ("quý I/2026", "quý II/2026"))]),
    status=st.sampled_from(STATUS),
    agency=st.sampled_from([None, "Sở A", "Sở B"]),
)


@given(st.lists(ITEMS, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_observations_does_not_matter(items, random):
    """progress(plan, shuffled(xs)) == progress(plan, xs)."""
    shuffled = [*items]
    random.shuffle(shuffled)
    assert ct.progress(PLAN, items) == ct.progress(PLAN, shuffled)


@given(st.lists(ITEMS, max_size=8))
@example(
    [seen("export", "8.500 tỷ đồng"), seen("export", "8.500 tỷ đồng", ct.Period(2025))]
)  # refused, with a baseline
def test_nothing_is_lost(items):
    """Every observation is in a row, is a baseline, is a doubt, or is of the year before."""
    found = ct.progress(PLAN, items, on=date(2026, 11, 30))
    rows = {item for row in found.rows for item in (row.observation, row.baseline)}
    assert set(items) == (rows | {doubt.observation for doubt in found.doubts} | set(found.earlier)) - {None}
    summary = found.summary
    assert summary.total + sum(summary.striving.values()) == len(found.rows)


def test_the_example(example_plan):
    actuals = ct.read_actuals("examples/ket-qua-song-hau-2026.csv", period=example_plan.period)
    found = ct.progress(example_plan, actuals.observations)
    assert not actuals.problems
    assert not found.doubts
    assert found.summary.sentence("vi") == "23/36 chỉ tiêu đạt và vượt, 7 chỉ tiêu chưa đánh giá"
    assert found.summary.disagreements == 2
    assert str(found) == found.summary.sentence()


def test_a_level_is_not_compared_with_the_change_beside_it():
    plan = ct.Plan(period=ct.Period(2026), indicators=ct.parse_indicators("1) Tỷ lệ hộ nghèo còn 1,3% (giảm 0,5%);"))
    level = ct.Observation("poor", ct.Period(2026), ct.parse_quantity("1,2%"))
    first, second = ct.progress(plan, [level]).rows
    assert (first.rating, second.rating) == (ct.Rating.EXCEEDED, ct.Rating.PENDING)
    before = ct.Observation("poor", ct.Period(2025), ct.parse_quantity("1,8%"))
    assert [row.rating for row in ct.progress(plan, [level, before]).rows] == [ct.Rating.EXCEEDED, ct.Rating.EXCEEDED]


def test_a_rate_said_without_its_base_is_still_that_rate():
    plan = ct.Plan(
        period=ct.Period(2026), indicators=ct.parse_indicators("1) Số bác sĩ/vạn dân đạt 11,5 bác sĩ/vạn dân;")
    )

    def rated(value):
        (row,) = ct.progress(plan, [ct.Observation("doctors", ct.Period(2026), ct.parse_quantity(value))]).rows
        return row.rating

    assert rated("11,6 bác sĩ") is ct.Rating.EXCEEDED
    assert rated("3.200 bác sĩ") is ct.Rating.PENDING


# --- levels, sizes and years ---------------------------------------------------------------------------------


def rows(line, *items, period="2026"):
    plan = ct.Plan(
        period=ct.parse_period(f"năm {period}" if period == "2026" else period), indicators=ct.parse_indicators(line)
    )
    return ct.progress(plan, items).rows


def test_a_target_by_the_year_is_compared_with_what_a_year_brought():
    """A fall of 0,1 point is no 15% a year: percent a year are those of twelve months."""
    line = "1) Tỷ lệ hộ nghèo giảm 1%/năm;"
    (row,) = rows(line, seen("poor", "2,4%"), seen("poor", "2,5%", ct.Period(2025)))
    assert (row.rating, str(row.verdict.compared), str(row.completion)) == (ct.Rating.MISSED, "0,1%/năm", "1/10")
    for size in ("1,2%", "1,2 điểm phần trăm", "1,2%/năm"):
        (row,) = rows(line, seen("poor_cut", size))
        assert (row.rating, str(row.verdict.gap)) == (ct.Rating.EXCEEDED, "0,2%/năm")
    (row,) = rows("1) Tốc độ tăng trưởng GRDP 9%/năm;", seen("grdp_growth", "9,2%"))
    assert row.rating is ct.Rating.EXCEEDED


def test_a_change_by_the_year_over_several_years_is_their_mean():
    last, first = seen("forest", "47,5%", ct.Period(2030)), seen("forest", "45,5%", ct.Period(2026))
    (row,) = rows("1) Tỷ lệ che phủ rừng tăng 1%/năm;", last, first, period="giai đoạn 2027 - 2030")
    assert (row.rating, str(row.verdict.compared)) == (ct.Rating.MISSED, "0,5%/năm")
    sizes = seen("poor_cut", "4,4%", ct.parse_period("giai đoạn 2027 - 2030"))
    (row,) = rows("1) Tỷ lệ hộ nghèo giảm 1%/năm;", sizes, period="giai đoạn 2027 - 2030")
    assert (row.rating, row.reason.code) == (ct.Rating.PENDING, "rating.refused")  # all four years, or the mean of them


@pytest.mark.parametrize(
    ("line", "name", "now", "before", "compared"),
    [
        ("Tỷ lệ hộ nghèo giảm 1%", "Tỷ lệ hộ nghèo", "3,4%", "3,5%", "0,1%"),
        ("Số hộ nghèo giảm 1.000 hộ", "Số hộ nghèo", "5.000 hộ", "6.200 hộ", "1.200 hộ"),
        ("Số hộ nghèo giảm 1.000 hộ/năm", "Số hộ nghèo", "5.000 hộ", "6.200 hộ", "1.200 hộ/năm"),
        ("Hoàn thành nhà ở xã hội tăng 50 căn nhà", "Hoàn thành nhà ở xã hội", "620 căn", "560 căn", "60 căn nhà"),
        ("GRDP tăng 9%", "GRDP", "9,2%", "8,7%", "9,2%"),
        ("Mức giảm tỷ lệ hộ nghèo giảm 1%", "Mức giảm tỷ lệ hộ nghèo", "1,2%", "1,3%", "1,2%"),
    ],
)
def test_levels_and_sizes_of_one_unit_are_told_by_their_name(line, name, now, before, compared):
    (row,) = rows(f"1) {line};", seen(name, now), seen(name, before, ct.Period(2025)))
    assert str(row.verdict.compared) == compared


def test_a_level_that_cannot_be_measured_from_the_year_before_is_no_size():
    """The series of the poverty rate breaks in 2027, and 1,5% is no fall by 1,5 points."""
    plan = ct.Plan(period=ct.Period(2027), indicators=ct.parse_indicators("1) Tỷ lệ hộ nghèo giảm 1%;"))
    items = [seen("poor", "1,5%", ct.Period(2027)), seen("poor", "1,9%", YEAR)]
    (row,) = ct.progress(plan, items).rows
    assert (row.rating, row.reason.code) == (ct.Rating.PENDING, "progress.level")


def test_a_change_beside_a_level_has_a_name_of_its_own():
    first, second = rows("1) Tỷ lệ hộ nghèo còn 2,5% (giảm 1%/năm);", seen("poor", "2,4%"), seen("poor_cut", "1,1%"))
    assert (first.observation.shown, second.observation.shown) == ("2,4%", "1,1%")
    assert [first.rating, second.rating] == [ct.Rating.EXCEEDED] * 2


def test_none_of_something_is_no_floor():
    """Nobody aims at 0 accidents from below: three of them miss the target, whatever is assumed of other names."""
    for count, rating in {"0 vụ": ct.Rating.MET, "3 vụ": ct.Rating.MISSED}.items():
        (row,) = rows("1) Số vụ tai nạn lao động 0 vụ;", seen("Số vụ tai nạn lao động", count))
        assert (row.rating, row.verdict.assumed) == (rating, False)


def test_a_ratio_with_a_base_of_its_own_is_rated():
    (row,) = rows("1) Tỷ số giới tính khi sinh 109 bé trai/100 bé gái;", seen("srb", "108 bé trai/100 bé gái"))
    assert row.rating is ct.Rating.EXCEEDED


def test_the_year_itself_goes_before_its_last_month():
    items = [seen("forest", "45,2%", ct.parse_period("tháng 12/2026")), seen("forest", "44,2%")]
    (row,) = rows("1) Tỷ lệ che phủ rừng 45%;", *items)
    assert row.observation == items[1]


def test_parts_that_a_longer_one_holds_are_no_doubts():
    parts = [seen("export", "1 triệu USD", ct.parse_period(p)) for p in ("quý I/2026", "6 tháng 2026", "9 tháng 2026")]
    found = ct.progress(PLAN, parts)
    assert only(found, "export").observation == parts[2]
    assert (set(found.earlier), found.doubts) == (set(parts[:2]), ())


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.lists(st.integers(1, 9), max_size=4))
def test_lines_of_one_name_are_rated_each_by_its_own_target(targets, figures):
    """Law: a line among others of its name has the row it would have alone."""
    lines = tuple(
        ct.PlannedIndicator("Xã đạt chuẩn", targets=(ct.Target(ct.Quantity(amount, "xã")),)) for amount in targets
    )
    told = [
        ct.Observation("Xã đạt chuẩn", YEAR, ct.Quantity(at, "xã"), source=str(no)) for no, at in enumerate(figures)
    ]
    together = ct.progress(ct.Plan(period=YEAR, indicators=lines), told)
    for line, row in zip(lines, together.rows, strict=True):
        (alone,) = ct.progress(ct.Plan(period=YEAR, indicators=(line,)), told).rows
        assert (row.rating, row.observation, row.completion) == (alone.rating, alone.observation, alone.completion)
    assert {doubt.observation for doubt in together.doubts} <= set(told)
