"""Which times of a sentence are those of an amount, and which are those of other things in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.named_amounts.own_time import (
    is_of_all_year,
    own_clause,
    without_base,
    without_own_year,
    without_rounds,
)
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText

YEAR = 2026
TEXTS = st.text(alphabet="aăđ ,;:.-/0123456789năm tháng quý vụ để", max_size=60)


def amount(text):
    source = SourceText(text)
    return source, scan_targets(source)[0][-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xây dựng kịch bản từng quý, phấn đấu GRDP cả năm tăng 9%", True),
        ("Quý I tăng tốc, bảo đảm thu ngân sách năm 2026 đạt 9.000 tỷ đồng", True),
        ("Đến tháng 12/2026 có 72% số trường đạt chuẩn", True),
        ("Quý I có 120 doanh nghiệp mới, gồm 30% của cả năm", True),
        ("Trong quý I năm 2026 thu 2.000 tỷ đồng", False),
        ("Thu ngân sách so với năm 2026 đạt 9.000 tỷ đồng", False),
        ("Giai đoạn 2026-2030 trồng 900 ha", False),
        ("Phấn đấu thu 9.000 tỷ đồng", False),
    ],
)
def test_the_nearest_time_is_the_own_one(text, expected):
    source, hit = amount(text)
    assert is_of_all_year(source, hit, YEAR) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tổ chức 4 đợt cao điểm, kéo", "tổ chức  cao điểm, kéo"),
        ("báo cáo theo tháng để thu", "báo cáo  để thu"),
        ("mỗi quý, thu", "mỗi quý, thu"),
        ("quý i thu", "quý i thu"),
        ("tập huấn, mỗi đợt có", "tập huấn, mỗi đợt có"),
    ],
)
def test_rounds_of_other_clauses_tell_no_time(words, expected):
    assert without_rounds(words) == expected


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kim ngạch tăng 9% so với năm 2025.", "."),
        ("Kim ngạch tăng 9% so với cùng kỳ năm trước.", "."),
        ("Kim ngạch tăng 9% so với năm 2020.", " so với năm 2020."),
        ("Kim ngạch đạt 9% so với năm 2025.", " so với năm 2025."),
    ],
)
def test_only_a_change_is_measured_from_the_year_before(text, left):
    source, hit = amount(text)
    assert without_base(source.lower[hit.end :], hit, YEAR) == left


@given(TEXTS)
def test_words_only_go(words):
    """What is taken out of words leaves words of them in their order; the last clause stays as it is."""
    for less in (without_own_year(words, YEAR), without_rounds(words)):
        rest = iter(words)
        assert all(char in rest for char in less)
    assert without_rounds(words).endswith(own_clause(words))
    assert words.endswith(own_clause(words))
