"""Rules on a plan against the year before.

Covers `rounding` too.
"""

from datetime import date

import pytest
from small_plans import found

import chitieu as ct

YEAR, BEFORE = ct.Period(2026), ct.Period(2025)


def plan_of(*lines, **fields):
    items = tuple(item for line in lines for item in ct.parse_indicators(f"1) {line};"))
    return ct.Plan(**{"indicators": items, "period": YEAR, **fields})


def observed(key, value):
    return ct.Observation(key, BEFORE, ct.parse_quantity(value))


def said(rule, subject, *others, **given):
    """Return what a rule speaks of."""
    return [one.about for one in ct.check(subject, *others, rules=[rule], **given)]


# --- last year's plan ---------------------------------------------------------------------------------------------

NOW = "Kim ngạch xuất khẩu đạt 1.700 triệu USD"


@pytest.mark.parametrize(
    ("lines", "fields", "expected"),
    [
        (["Kim ngạch xuất khẩu đạt 16 triệu USD"], {}, 1),
        (["Kim ngạch xuất khẩu đạt 16 triệu USD"], {"period": ct.Period(2024)}, 0),
        (["Kim ngạch xuất khẩu đạt 16 triệu USD"], {"period": YEAR}, 0),
        (["Kim ngạch xuất khẩu tăng 16 triệu USD"], {}, 0),
        (["Kim ngạch xuất khẩu đến năm 2030 đạt 16 triệu USD"], {}, 0),
        (["Kim ngạch nhập khẩu đạt 16 triệu USD"], {}, 0),
        (["Kim ngạch xuất khẩu đạt 16 triệu USD", "Kim ngạch xuất khẩu 16,0 triệu USD"], {}, 1),
        # which of two is meant is not known
        (["Kim ngạch xuất khẩu đạt 16 triệu USD", "Kim ngạch xuất khẩu đạt 17 triệu USD"], {}, 0),
    ],
)
def test_the_plan_of_the_year_before_says_what_was_meant(lines, fields, expected):
    before = plan_of(*lines, **{"period": BEFORE, **fields})
    assert len(said("magnitude", plan_of(NOW), before)) == expected


def test_what_was_observed_counts_before_what_was_planned():
    before = plan_of("Kim ngạch xuất khẩu đạt 16 triệu USD", period=BEFORE)
    assert not said("magnitude", plan_of(NOW), before, observations=[observed("export", "1.600 triệu USD")])
    assert said("magnitude", plan_of(NOW), before, observations=[observed("import", "1.600 triệu USD")])


def test_a_plan_of_several_years_is_compared_with_no_year():
    several = plan_of(NOW, period=ct.Period(2026, last_year=2030, kind=ct.PeriodKind.RANGE))
    assert not said("magnitude", several, observations=[observed("export", "16 triệu USD")])
    rows = "| Chỉ tiêu | Thực hiện năm 2025 | Kế hoạch năm 2026 |\n| Nuôi ong | 10 | 300 |"
    assert said("magnitude", ct.Plan(text=rows, period=YEAR)) == ["Nuôi ong"]
    assert not said("magnitude", ct.Plan(text=rows, period=several.period))
    assert not said("magnitude", ct.Plan(text=rows, issued=date(2026, 1, 16)))


# --- a level and the change to it -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "after"),
    [
        # rates change in points
        ("Tỷ lệ hộ nghèo giảm 0,6%, còn 1,4% (năm 2025: 1,8%).", "1,2%"),
        ("Tỷ lệ hộ nghèo tăng 0,6%, lên 1,4% (năm 2025: 1,8%).", "2,4%"),
        ("Tỷ lệ hộ nghèo giảm 0,6 điểm phần trăm, còn 1,4% (năm 2025: 1,8%).", "1,2%"),
        # within half a digit of each of the three
        ("Tỷ lệ hộ nghèo giảm 1,0%, còn 3,4% (năm 2025: 5%).", None),
        ("Tỷ lệ hộ nghèo giảm 1,0%, còn 3,3% (năm 2025: 5%).", "4,0%"),
        ("Tỷ lệ hộ nghèo giảm 1,0%, còn 4,6% (năm 2025: 5%).", None),
        ("Tỷ lệ hộ nghèo giảm 1,0%, còn 4,7% (năm 2025: 5%).", "4,0%"),
        # amounts by a part of them
        ("Doanh thu tăng 90%, đạt 1.900 tỷ đồng (năm 2025: 1.000 tỷ đồng).", None),
        ("Doanh thu tăng 90%, đạt 1.950 tỷ đồng (năm 2025: 1.000 tỷ đồng).", "1.900 tỷ đồng"),
        ("Doanh thu giảm 20%, còn 820 tỷ đồng (năm 2025: 1.000 tỷ đồng).", "800 tỷ đồng"),
        (
            "Doanh thu giảm 20%, còn 806 tỷ đồng (năm 2025: 1.000 tỷ đồng).",
            None,
        ),  # half a percent of 1.000, and half a tỷ twice
        ("Doanh thu giảm 20%, còn 807 tỷ đồng (năm 2025: 1.000 tỷ đồng).", "800 tỷ đồng"),
        # or by an amount
        ("Số hộ nghèo giảm 25 hộ, còn 121 hộ (năm 2025: 137 hộ).", "112 hộ"),
        ("Đàn lợn tăng 25 con, đạt 150 con (năm 2025: 100 con).", "125 con"),
        # a change between two amounts is named by its nearer end
        ("Tỷ lệ hộ nghèo giảm 0,8 - 1%, còn 1,5% (năm 2025: 1,8%).", "1,0%"),
        ("Tỷ lệ hộ nghèo giảm 0,2 - 0,4%, còn 0,5% - 0,6% (năm 2025: 1,8%).", "1,6%"),
        ("Tỷ lệ hộ nghèo giảm 0,2 - 0,4%, còn 1,2% - 1,4% (năm 2025: 1,8%).", None),
        ("Tỷ lệ hộ nghèo giảm 0,2 - 0,4%, còn 1,6% - 1,7% (năm 2025: 1,8%).", None),
        # what cannot be worked out
        ("Tỷ suất sinh giảm 1%, còn 13‰ (năm 2025: 12‰).", None),
        ("Đàn lợn tăng 25 hộ, đạt 150 con (năm 2025: 100 con).", None),
        ("Kim ngạch nhập khẩu đạt 300 triệu USD (năm 2026: 10 triệu USD).", None),
    ],
)
def test_what_last_years_value_becomes(text, after):
    findings = found(ct.Plan(text=text, period=YEAR), "level-change")
    assert [str(one.fields["after"]) for one in findings] == ([] if after is None else [after])


CUT = "Giảm tỷ lệ hộ nghèo 1%"


@pytest.mark.parametrize(
    ("lines", "observations", "expected"),
    [
        (["Tỷ lệ hộ nghèo còn 2,5%", "Tỷ lệ giảm hộ nghèo 1%"], [observed("poor", "3,5%")], []),
        (["Tỷ lệ hộ nghèo còn 2,5%", "Tỷ lệ giảm hộ nghèo 1%"], [observed("poor", "4,5%")], ["Tỷ lệ hộ nghèo"]),
        (["Tỷ lệ hộ nghèo còn 2,5%", "Tỷ lệ giảm hộ nghèo 1%", "Tỷ lệ giảm hộ nghèo 2%"], [observed("poor", "9%")], []),
        # the cut of the poor is none of other rates
        (["Tỷ lệ che phủ rừng đạt 45%", "Tỷ lệ giảm hộ nghèo 1%"], [observed("forest", "40%")], []),
        (["Tỷ lệ lao động qua đào tạo đạt 45%", "Tỷ lệ giảm hộ nghèo 1%"], [observed("trained", "40%")], []),
        # what is passed over hides nothing behind it
        (
            ["Tỷ lệ che phủ rừng đạt 45%", "Kim ngạch xuất khẩu tăng 5%, đạt 45 tỷ đồng", "Tỷ lệ hộ nghèo còn 2,5% (giảm 1%/năm)"],
            [observed("export", "40 triệu USD"), observed("poor", "4,5%")],
            ["Tỷ lệ hộ nghèo"],
        ),
    ],
)  # fmt: skip
def test_the_change_beside_a_level(lines, observations, expected):
    assert said("level-change", plan_of(*lines), observations=observations) == expected


# --- of quite another size ---------------------------------------------------------------------------------------------


def test_values_that_cannot_be_compared_hide_nothing_behind_them():
    lines = [
        "Tỷ lệ hộ nghèo giảm 30%", "Kim ngạch nhập khẩu đạt 0 triệu USD", "Tỷ lệ che phủ rừng đạt 45%",
        "GRDP bình quân đầu người đạt 60 triệu đồng", NOW,
    ]  # fmt: skip
    observations = [
        observed("poor", "1%"), observed("import", "5 triệu USD"), observed("grdp_pc", "2.400 USD"), observed("export", "16 triệu USD"),
    ]  # fmt: skip
    assert said("magnitude", plan_of(*lines), observations=observations) == ["Kim ngạch xuất khẩu"]


def test_a_change_in_the_name_of_a_row_leads_from_last_years_cell():
    head = "| Chỉ tiêu | Đơn vị | Ước thực hiện 2025 | Kế hoạch 2026 |\n|---|---|---|---|\n"
    row = "| Tỷ lệ mây mù ({} giảm 1,2 điểm phần trăm) | % | 6,8 | {} |"

    def found(told, now):
        plan = ct.Plan(text=head + row.format(told, now), period=ct.Period(2026))
        return [finding.code for finding in ct.check(plan, rules=["level-change"])]

    assert found("năm 2026", "5,6") == []
    assert found("năm 2026", "5,9") == ["level-change"]
    assert found("năm 2024", "5,9") == []


@pytest.mark.parametrize("more", ["thêm 5,60 tỷ USD", "tương ứng thêm 5,60 tỷ USD", "tức là thêm khoảng 5,60 tỷ USD"])
def test_what_a_growth_comes_to_is_no_level(more):
    text = "KẾ HOẠCH\nPhát triển kinh tế năm 2026\nI. KẾT QUẢ NĂM 2025\nNăm 2025, kim ngạch xuất khẩu đạt 38,9 tỷ USD.\nII. CHỈ TIÊU NĂM 2026\n1. Kim ngạch xuất khẩu đạt {} tỷ USD, tăng 14,4% ({}).\n"
    assert not ct.check(ct.parse_plan(text.format("44,5", more)), rules=["level-change"])
    assert ct.check(ct.parse_plan(text.format("46,5", more)), rules=["level-change"])


@pytest.mark.parametrize(
    ("now", "before", "times"),
    [
        # thirty times as much, or a thirtieth
        ("300", "10", "30"),
        ("299", "10", None),
        ("10", "300", "1/30"),
        ("10", "299", None),
        ("0", "10", None),
        ("10", "0", None),
        # ten times what is done anew each year
        ("900", "100", "9"),
        ("899", "100", None),
        ("1.150", "100", "12"),
        ("1.151", "100", None),
        ("100", "900", "1/9"),
    ],
)
def test_how_many_times_is_too_many(now, before, times):
    subject = plan_of(f"Kim ngạch xuất khẩu đạt {now} triệu USD")
    findings = ct.check(subject, rules=["magnitude"], observations=[observed("export", f"{before} triệu USD")])
    assert [one.fields["times"] for one in findings] == ([] if times is None else [times])


def test_only_the_year_before_counts():
    for year, expected in ((2024, []), (2025, ["Kim ngạch xuất khẩu"])):
        seen = ct.Observation("export", ct.Period(year), ct.parse_quantity("10 triệu USD"))
        assert said("magnitude", plan_of(NOW), observations=[seen]) == expected


ROW = "| Chỉ tiêu | Đơn vị | Ước thực hiện 2025 | Kế hoạch 2026 |\n|---|---|---|---|\n| {} | {} | {} | {} |"


@pytest.mark.parametrize(
    ("cells", "number"),
    [
        (("Tỷ lệ mây mù (năm 2026 tăng 12 điểm phần trăm)", "%", "40", "52"), 0),
        (("Tỷ lệ mây mù (năm 2026 tăng 12 điểm phần trăm)", "%", "40", "62"), 1),
        (("Tỷ lệ mây mù (năm 2026 tăng 12 điểm phần trăm so với năm 2025)", "%", "40", "62"), 1),
        (("Tỷ lệ mây mù (năm 2026 tăng 12 điểm phần trăm so với kế hoạch)", "%", "40", "62"), 0),
        (("Tỷ lệ mây mù (năm 2027 tăng 12 điểm phần trăm)", "%", "40", "62"), 0),
        (("Tỷ lệ mây mù (năm 2020 có 12%)", "%", "40", "62"), 0),
        (("Tỷ lệ mây mù (ruộng năm 2020, tăng 12 điểm phần trăm)", "%", "40", "62"), 1),
        (("Sản lượng muối (ruộng; tăng 20%)", "tấn", "40", "48"), 0),
        (("Sản lượng muối (ruộng; tăng 20%)", "tấn", "40", "58"), 1),
    ],
)
def test_changes_in_the_names_of_rows(cells, number):
    text = ROW.format(*cells)
    assert len(found(ct.Plan(text=text, period=YEAR), "level-change")) == number
    assert not found(ct.Plan(text=text, issued=date(2026, 1, 16)), "level-change")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Tỷ lệ hộ nghèo còn 2,5%, giảm 1% so với kế hoạch", 0),
        ("Tỷ lệ hộ nghèo còn 2,5%, giảm 1%", 1),
        ("Tỷ lệ hộ nghèo còn khoảng 3,4%, giảm 1%", 0),
        ("Tỷ lệ hộ nghèo còn dưới 4%, giảm 1%", 0),
    ],
)
def test_a_change_of_the_line_leads_from_what_was_observed(line, number):
    assert len(said("level-change", plan_of(line), observations=[observed("poor", "4,5%")])) == number


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ("Ước thực hiện 2025 | Kế hoạch 2026", ["Đay"]),
        ("Thực hiện 2024 | Thực hiện 2025", ["Đay"]),  # the year before has its own
        ("Thực hiện 2023 | Thực hiện 2024", []),
    ],
)
def test_two_years_of_a_table_are_compared_by_its_own_column(titles, expected):
    head = f"| Chỉ tiêu | {titles} | Tốc độ tăng (%) |\n|---|---|---|---|"
    rows = ["Lúa | 400 | 420 | 5,0", "Ngô | 200 | 214 | 7,0", "Sắn | 800 | 824 | 3,0", "Đay | 500 | 530 | 9,0"]
    text = "\n".join((head, *(f"| {row} |" for row in rows)))
    findings = found(ct.Plan(text=text, period=YEAR), "level-change")
    assert [(one.about, one.span.of(text)) for one in findings] == [(name, "530") for name in expected]


@pytest.mark.parametrize(
    ("name", "now", "times"),
    [
        ("Kim ngạch xuất khẩu", "1.600", ["10"]),
        ("Kim ngạch xuất khẩu", "1.300", []),
        ("Nuôi ong lấy mật", "1.600", []),  # what it measures is not known, so it may leap
        ("Nuôi ong lấy mật", "4.800", ["30"]),
    ],
)
def test_what_is_known_does_not_leap_tenfold_in_a_table(name, now, times):
    text = ROW.format(name, "triệu USD", "160", now)
    assert [one.fields["times"] for one in found(ct.Plan(text=text, period=YEAR), "magnitude")] == times


def test_a_part_of_so_many_is_of_no_other_size():
    """And hides nothing behind it."""
    text = "Có 90/100 xã sạch (năm 2025: 3 xã). Trồng 900 ha (năm 2025: 9 ha)."
    assert [one.about for one in found(ct.Plan(text=text, period=YEAR), "magnitude")] == ["Trồng"]


def test_the_cell_that_compares_two_years_wrongly_is_told_beside_the_values():
    text = (
        "Chỉ tiêu | ĐVT | TH 2025 | KH 2026 | Tăng, giảm (%)\nSố chợ | chợ | 20 | 24 | 30\nSố bến | bến | 40 | 44 | 10"
    )
    (finding,) = ct.check(ct.Plan(text=text, period=YEAR), rules=["level-change"])
    assert [one.of(text) for one in finding.related] == ["30"]
