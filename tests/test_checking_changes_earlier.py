"""How a sentence brings in a value of an earlier time."""

from __future__ import annotations

import re

import pytest

from chitieu.checking.changes.earlier import WHEN, Way, earlier, year_of
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText


@pytest.mark.parametrize(
    ("text", "way", "year"),
    [
        ("còn 3% (năm 2025: 4%)", Way.BRACKET, 2025),
        ("còn 3% (ước thực hiện năm 2025 là 4%)", Way.BRACKET, 2025),
        ("còn 3% (TH 2025: 4%)", Way.BRACKET, 2025),
        ("còn 3% (31/12/2025: 4%)", Way.BRACKET, 2025),
        ("giảm 1% so với cuối năm 2025 (4%)", Way.VERSUS, 2025),
        ("giảm 1% so với cuối năm 2025 là 4%", Way.VERSUS, 2025),
        ("giảm 1% so năm 2025 (cuối năm 2025 là 4%)", Way.VERSUS, 2025),
        ("giảm 1% so với năm 2020 (năm 2025: 4%)", Way.BRACKET, 2025),
        ("giảm 1% so với cùng kỳ (năm 2025: 4%)", Way.VERSUS, 2025),
        ("giảm 1% so với năm trước (4%)", Way.VERSUS, None),
        ("giảm 1% so với cùng kỳ năm 2025 (4%)", Way.VERSUS, 2025),
        ("giảm 1% so với mức 4% của năm 2025", Way.VERSUS, 2025),
        ("còn 3% (4% năm 2025)", Way.VERSUS, 2025),
        ("bằng 75% năm 2025 (4 ha)", Way.VERSUS, 2025),
        ("gấp 2 lần năm 2025 (4 ha)", Way.VERSUS, 2025),
        ("còn 3% (giảm 1%, năm 2025: 4%)", Way.BRACKET, 2025),
        ("còn 3% (-1%; ước năm 2025: 4%)", Way.BRACKET, 2025),
        ("giảm 1% so với số giao năm 2025 (4%)", Way.VERSUS, 2025),
        ("giảm 1% so với năm học trước (4%)", Way.VERSUS, None),
        ("gấp đôi năm 2025 (4 ha)", Way.VERSUS, 2025),
        ("có 3 ha (giảm 1 ha so với 4 ha)", Way.VERSUS, None),
        ("có 3 ha, giảm 25,5% so với mức 4 ha.", Way.VERSUS, None),
    ],
)
def test_an_earlier_value(text, way, year):
    source = SourceText(text)
    assert earlier(source.lower, scan_targets(source)[0][-1]) == (way, year)


@pytest.mark.parametrize(
    "text",
    [
        "còn 4%",
        "giảm từ 4%",
        "năm 2025 là 4%",
        "giảm 1% so với năm 2025, đạt 4%",
        "giảm 1% so với năm 2025 đạt 4%",
        "giảm 1% so với dự toán (4%)",
        "so với mức 4% chung",
        "trong năm 2025 4%",
        "(kế hoạch: 4%)",
    ],
)
def test_another_value(text):
    source = SourceText(text)
    assert earlier(source.lower, scan_targets(source)[0][-1]) is None


@pytest.mark.parametrize(("words", "year"), [("cuối năm 2025", 2025), ("31/12/2024", 2024), ("năm trước", None)])
def test_the_year_of_some_words(words, year):
    match = re.fullmatch(WHEN, words)
    assert match is not None
    assert year_of(match) == year
