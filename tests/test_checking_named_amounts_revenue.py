"""Amounts of money that are those of all revenue, though their words only say that it is brought in."""

from __future__ import annotations

import pytest

from chitieu.checking.named_amounts.revenue import is_revenue


@pytest.mark.parametrize(
    "words",
    [
        "Khai thác nguồn thu, bảo đảm thu trên địa bàn",
        "Tổ chức thu đạt và vượt dự toán",
        "Chống thất thu, hoàn thành dự toán",
        "Cục Thuế, Cục Hải quan chống thất thu, phấn đấu thu đạt",
        "Rà soát các khoản thu để hoàn thành",
    ],
)
def test_what_only_leads_to_revenue_means_all_of_it(words):
    """Who is to collect is known, and so is what."""
    assert is_revenue(words)


@pytest.mark.parametrize(
    "words",
    [
        "Đấu giá đất, khai thác nguồn thu, phấn đấu thu đạt",
        "Chi cục Hải quan chống thất thu, phấn đấu thu đạt",
        "Chống thất thu, phấn đấu tăng thu thêm",
        "Mở hai lớp học, phấn đấu thu đạt",
        "Đôn đốc 90 tỷ đồng nợ đọng thuế, phấn đấu thu đạt",
    ],
)
def test_one_kind_of_revenue_or_none_at_all_is_left_alone(words):
    """Where the sentence speaks of land, customs or a debt, or of no revenue, the amount is of that."""
    assert not is_revenue(words)
