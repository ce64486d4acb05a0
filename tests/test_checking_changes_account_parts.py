"""Which amounts of a statement are changes of its level: tests of `chitieu.checking.changes.account_parts`."""

from __future__ import annotations

import pytest

import chitieu as ct


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["level-change"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số chợ năm 2024 là 20 chợ, năm 2025 là 24 chợ, tăng 4 chợ (thêm 4 chợ).", []),
        ("Số chợ năm 2024 là 20 chợ; năm 2025 là 24 chợ; tăng 6 chợ, giảm 2 chợ.", ["level-change"]),
        ("Số chợ năm 2024 là 20 chợ, thêm 6 chợ, giảm 2 chợ, năm 2025 là 24 chợ.", []),
    ],
)
def test_changes_are_added_up_between_the_two_levels_only(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(("change", "expected"), [(4, []), (9, ["level-change"])])
def test_a_change_against_the_whole_country_hides_none_behind_it(change, expected):
    text = "Số chợ cả nước năm 2024 là 20 chợ, năm 2025 là 24 chợ, tăng 1 chợ so với cả nước, tăng {} chợ."
    assert codes(text.format(change)) == expected


@pytest.mark.parametrize(("change", "expected"), [(60, []), (90, ["level-change"])])
def test_growth_at_other_prices_hides_no_amount_behind_it(change, expected):
    head = "Giá trị sản xuất giá hiện hành và giá so sánh"
    text = f"{head} năm 2024 là 500 tỷ đồng, năm 2025 đạt 560 tỷ đồng, tăng 5%, tăng {change} tỷ đồng."
    assert codes(text) == expected


def test_an_amount_that_more_is_said_to_be_than_last_year_is_no_start():
    assert codes("Thu nhập đạt từ 66 triệu đồng, tăng 10% (6 triệu đồng) so với năm 2025 là 60 triệu đồng.") == []
