"""Growths and rates as a text tells them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.identity.identity_arithmetic import between_result
from chitieu.checking.rates.told_rates import in_unit, is_known, is_new, is_percentage, told_claim
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges
from chitieu.targets.reader import parse_target, scan_targets
from chitieu.text import SourceText, Span
from chitieu.units import parse_unit

TEXT = "Kế hoạch trồng rừng: diện tích keo lai tăng 6,5% so với năm trước."


def read(text=TEXT, *, placed=True):
    source = SourceText(text)
    (hit,), _ = scan_targets(source)
    return Piece(source, placed=placed), hit


def test_a_percentage_out_of_a_whole_is_a_count():
    assert is_percentage(parse_target("6,5%"))
    assert not is_percentage(parse_target("12/30 xã"))


def test_a_claim_has_its_place_its_name_and_the_words_near_it():
    piece, hit = read()
    claim = told_claim(piece, "keo lai", hit)
    start = TEXT.index("6,5")
    assert (claim.name, claim.span, claim.piece) == ("keo lai", Span(start, start + 4), TEXT)
    assert told_claim(piece, "", hit).name == "tăng 6,5%"
    assert told_claim(*(read(placed=False)[0], "", hit)).span is None


@given(st.integers(0, 300), st.integers(0, 300))
def test_law_far_words_are_left_out(before, behind):
    """The words near an amount are some of those of the text, and the amount stands among them."""
    text = f"{'xã ' * before}diện tích keo lai tăng 6,5% {'xã ' * behind}"
    piece, hit = read(text)
    near = told_claim(piece, "", hit).piece
    assert near in " ".join(text.split())
    assert "keo lai tăng 6,5%" in near
    assert len(near) < 300


def test_what_was_looked_at_is_known_by_its_place():
    piece, hit = read()
    start = TEXT.index("6,5")
    for known, seen in ((Ranges.of([Span(start, start + 1)]), True), (Ranges.of([Span(0, start)]), False)):
        assert is_known(piece, hit, known) is seen
        claim = told_claim(piece, "", hit)
        assert is_new(between_result(None, claim, [claim]), known) is not seen
    unplaced, hit = read(placed=False)
    everywhere = Ranges.of([Span(0, len(TEXT))])
    assert not is_known(unplaced, hit, everywhere)
    claim = told_claim(unplaced, "", hit)
    assert is_new(between_result(None, claim, [claim]), everywhere)


@pytest.mark.parametrize("text", ["tăng 6%", "tăng từ 6% đến 7,5%"])
def test_a_rate_keeps_its_numbers_in_another_unit(text):
    piece, hit = read(f"Diện tích {text}.")
    told, yearly = (told_claim(piece, "", hit), parse_unit("%/năm"))
    target = in_unit(told, yearly).target
    assert target.quantity.unit == yearly
    assert target.quantity.value == hit.target.quantity.value
    assert (target.upper and (target.upper.value, target.upper.unit)) == (
        hit.target.upper and (hit.target.upper.value, yearly)
    )
