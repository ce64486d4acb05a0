"""Which amounts of a text are of one time: 111 is told for both, 222 is a part of it."""

import re

import pytest

from chitieu.checking.shares.same_times import SameTimes
from chitieu.checking.texts.pieces import Piece
from chitieu.text import SourceText


def places(text):
    return [(text.index(digits), text.index(digits) + 3) for digits in ("111", "222")]


def times(text, year=2026):
    return SameTimes.of(Piece(SourceText(text), placed=True), year)


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Có 111 xã, trong đó 222 xã đạt.", True),
        # what one line says of other years, the other half of it must say too
        ("Năm 2024 có 111 xã, 222 xã đạt.", True),
        ("Năm 2024 có 111 xã; năm 2023 có 222 xã.", False),
        ("Năm 2024 có 111 xã; năm 2026 có 222 xã.", True),
        ("Năm 2024 có 111 xã; có 222 xã.", True),
        # lines are of the plan's year where they name none; of results, of the one before
        ("- Năm 2026 có 111 xã.\n- Có 222 xã.", True),
        ("- Năm 2025 có 111 xã.\n- Có 222 xã.", False),
        ("- Năm 2025 có 111 xã.\n- Năm 2025 có 222 xã.", True),
        ("- Có 111 xã.\n- Năm 2025 có 222 xã.", False),
        ("I. KẾT QUẢ NĂM 2025\n- Có 111 xã.\n- Năm 2025 có 222 xã.", True),
        ("I. KẾT QUẢ NĂM 2025\n- Có 111 xã.\n- Năm 2026 có 222 xã.", False),
        # the year of another clause is none of it, nor one that a day has
        ("- Có 111 xã. Năm 2025 dừng.\n- Có 222 xã.", True),
        ("- Từ năm 2025; có 111 xã.\n- Có 222 xã.", True),
        ("- Đến ngày 31/12/2025 có 111 xã.\n- Có 222 xã.", True),
        # parts and chapters of the text
        ("I. KẾT QUẢ NĂM 2025\n- Có 111 xã.\nII. MỤC TIÊU NĂM 2026\n- Có 222 xã.", False),
        ("I. KẾT QUẢ NĂM 2025\n- Có 111 xã.\nII. KẾT QUẢ THU NĂM 2025\n- Có 222 xã.", False),
        ("I. MỤC TIÊU\n- Có 111 xã.\nII. NHIỆM VỤ\n- Có 222 xã.", True),
    ],
)
def test_what_is_of_one_time(text, together):
    assert times(text).go_together(*places(text)) is together


def test_without_a_year_of_the_plan_named_years_must_be_the_same():
    for text, together in (("- Năm 2026 có 111 xã.\n- Có 222 xã.", False), ("- Có 111 xã.\n- Có 222 xã.", True)):
        assert times(text, None).go_together(*places(text)) is together


@pytest.mark.parametrize(
    ("head", "whole", "part", "year", "at_hand"),
    [
        ("I. TÌNH HÌNH CHUNG", "Có 111 người.", "Có 222 hộ.", 2026, True),
        ("I. TÌNH HÌNH CHUNG", "Có 111 người.", "Có 222 hộ.", None, False),
        ("I. CĂN CỨ", "Có 111 người.", "Có 222 hộ.", 2026, False),
        # of the plan's year or the one before, whether named or the year of a day
        ("I. TÌNH HÌNH CHUNG NĂM 2025", "Có 111 người.", "Có 222 hộ.", 2026, True),
        ("I. TÌNH HÌNH CHUNG NĂM 2024", "Có 111 người.", "Có 222 hộ.", 2026, False),
        ("I. TÌNH HÌNH CHUNG", "Đến ngày 01/04/2026 có 111 người.", "Có 222 hộ.", 2026, True),
        ("I. TÌNH HÌNH CHUNG", "Đến ngày 31/12/2024 có 111 người.", "Có 222 hộ.", 2026, False),
        ("I. TÌNH HÌNH CHUNG", "Năm 2027 có 111 người.", "Có 222 hộ.", 2026, False),
        # the other is of the plan
        ("I. TÌNH HÌNH CHUNG", "Có 111 người.", "Năm 2026 có 222 hộ.", 2026, True),
        ("I. TÌNH HÌNH CHUNG", "Có 111 người.", "Năm 2025 có 222 hộ.", 2026, False),
        ("I. TÌNH HÌNH CHUNG", "Có 111 người.", "III. KẾT QUẢ NĂM 2025\nCó 222 hộ.", 2026, False),
        ("I. TÌNH HÌNH CHUNG", "Có 111 người.", "III. DỰ BÁO NĂM 2030\nCó 222 hộ.", 2026, False),
    ],
)
def test_what_is_at_hand(head, whole, part, year, at_hand):
    """An amount of a chapter on how things are may be told for one of the plan."""
    text = f"{head}\n{whole}\nII. MỤC TIÊU\n{part}"
    assert times(text, year).is_at_hand(re.compile("tình hình"), *places(text)) is at_hand
