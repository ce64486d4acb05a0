"""Numbers with their words in brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.values.number_words import numbers_in_words
from chitieu.text import SourceText


def disagree(text):
    return [one for one in numbers_in_words(SourceText(text)) if one.figures != one.words]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Thưởng 3.500.000 đồng (ba triệu sáu trăm nghìn đồng).", 1),
        ("Thưởng 3.500.000 đồng (bằng chữ: Ba triệu, năm trăm nghìn đồng chẵn).", 0),
        ("Cử 12 người (mười ba người).", 1),
        ("Cử 12 người (mười hai người).", 0),
        ("Công nhận 07 (tám) xã.", 1),
        ("Công nhận 3 (ba xã) trong năm.", 0),
        ("Công nhận mười hai (13) xã.", 1),
        ("Công nhận mười hai (12) xã, năm (26) và thứ hai (12) tháng.", 0),
    ],
)
def test_words_are_read_with_their_unit(text, faults):
    assert len(disagree(text)) == faults


@given(st.integers(1, 10**9))
def test_a_number_agrees_with_its_own_words(number):
    """The law: what `spell_number` makes of a number says that number."""
    assert not disagree(f"Hỗ trợ {ct.format_number(number)} đồng ({ct.spell_number(number)} đồng).")
