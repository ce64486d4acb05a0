"""The parts of a line as the divisions they make."""

from itertools import chain
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.parts.divisions import come_to, divisions


def claim(amount, text=None, ahead=""):
    indicator = None if text is None else SimpleNamespace(text=text)
    return SimpleNamespace(target=ct.parse_target(f"{amount} ha"), indicator=indicator, ahead=ahead)


def sizes(found):
    return [[int(one.target.quantity.value) for one in division] for division in found]


def of_rows(whole, *rows):
    return sizes(
        divisions(
            claim(whole), [claim(number, f"| {at} | {name} | {number} |") for at, (name, number) in enumerate(rows)]
        )
    )


def of_prose(whole, *numbers):
    return sizes(divisions(claim(whole), [claim(number, f"loại {number} ha") for number in numbers]))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((("đất cát", 620), ("đất đỏ", 380), ("dốc", 540), ("bằng", 400)), [[620, 380], [540, 400]]),
        ((("đất cát", 620), ("đất đỏ", 381), ("dốc", 540), ("bằng", 400)), [[620, 381], [540, 400]]),
        ((("đất cát", 620), ("đất đỏ", 385), ("dốc", 540), ("bằng", 400)), [[620, 385, 540, 400]]),
        # words begin another division of a whole that has several rows
        ((("đất cát", 620), ("đất đỏ", 390), ("Trong đó: dốc", 540), ("bằng", 400)), [[620, 390], [540, 400]]),
        ((("đất cát", 620), ("Trong đó: dốc", 540), ("bằng", 400)), [[620, 540, 400]]),
        ((("Trong đó: đất cát", 620), ("đất đỏ", 390), ("bằng", 400)), [[620, 390, 400]]),
        ((("đất cát", 620), ("đất đỏ", 390), ("dốc | trong đó", 540), ("bằng", 400)), [[620, 390, 540, 400]]),
        # one part alone is no division
        ((("đất cát", 1000), ("đất đỏ", 390)), [[1000, 390]]),
        # rows that come to the one ahead of them are its own
        ((("đất cát", 625), ("cồn", 225), ("bãi", 400), ("đất đỏ", 370)), [[625, 370]]),
        ((("đất đỏ", 370), ("đất cát", 621), ("cồn", 221), ("bãi", 400)), [[370, 621]]),
        ((("đất cát", 621), ("bãi", 621), ("đất đỏ", 370)), [[621, 621, 370]]),
        ((("đất cát", 621), ("cồn", 222), ("bãi", 400), ("đất đỏ", 370)), [[621, 222, 400, 370]]),
        # few digits come out by chance
        ((("đất cát", 62), ("cồn", 22), ("bãi", 40), ("đất đỏ", 37)), [[62, 22, 40, 37]]),
        ((("đất cát", 620), ("cồn", 221), ("bãi", 399), ("đất đỏ", 370)), [[620, 221, 399, 370]]),
    ],
)
def test_divisions_of_rows(rows, expected):
    """Rows that come to the whole are one division of it, and those behind them another."""
    assert of_rows(1000, *rows) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((600, 400, 700, 300), [[600, 400], [700, 300]]),
        ((600, 400, 450, 300), [[600, 400], [450, 300]]),
        ((600, 400, 449, 300), [[600, 400, 449, 300]]),
        ((600, 400, 950, 300), [[600, 400], [950, 300]]),
        ((600, 400, 951, 300), [[600, 400, 951, 300]]),
        ((600, 300, 100, 550, 450), [[600, 300, 100], [550, 450]]),
        ((600, 300, 700, 300), [[600, 300, 700, 300]]),
        ((600, 400, 1000), [[600, 400, 1000]]),
        ((1000, 600, 400), [[1000, 600, 400]]),
    ],
)
def test_divisions_of_prose(numbers, expected):
    """In prose several amounts are another division where they come near the whole once more."""
    assert of_prose(1000, *numbers) == expected


@pytest.mark.parametrize(
    ("ahead", "kept"),
    [("; lưu trú chiếm 45%, tức ", [600, 400]), ("; lưu trú 45% (tương đương khoảng ", [600, 400, 450]), ("; lưu trú 45%, bằng khoảng ", [600, 400]), ("; lưu trú ", [600, 400, 450])],
)  # fmt: skip
def test_what_a_share_comes_to_is_no_part(ahead, kept):
    """Behind all the parts, an amount that only says what a share is stands for itself."""
    parts = [claim(600), claim(400), claim(450, ahead=ahead)]
    assert sizes(divisions(claim(1000), parts)) == [kept]
    assert sizes(divisions(claim(1001), [claim(600), claim(300), parts[-1]])) == [[600, 300, 450]]


def test_lines_that_are_no_rows_are_prose():
    """Words divide rows alone, and an amount without a line of its own is none."""
    parts = [claim(620, "| 1 | đất cát |"), claim(390), claim(540, "| Trong đó: dốc |"), claim(400, "| bằng |")]
    assert sizes(divisions(claim(1000), parts)) == [[620, 390, 540, 400]]
    assert divisions(claim(1000), []) == []


@pytest.mark.parametrize(("count", "divided"), [(60, 2), (61, 1)])
def test_a_long_list_is_one_division(count, divided):
    rows = [("đất cát", 600), ("đất đỏ", 400), *(("thửa", 12),) * (count - 2)]
    assert len(of_rows(1000, *rows)) == divided


@given(st.lists(st.integers(101, 999), min_size=2, max_size=6), st.lists(st.integers(101, 999), max_size=4))
def test_law_no_amount_of_prose_is_lost(first, others):
    """However amounts are divided, they are all there in their order, and the first of two divisions comes to the whole."""
    found = of_prose(sum(first), *first, *others)
    assert list(chain.from_iterable(found)) == [*first, *others]
    assert len(found) == 1 or come_to(claim(sum(first)), list(map(claim, found[0])))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [((600, 400), True), ((600, 401), True), ((600, 402), False), ((600, 398), False), ((1000,), False)],
)
def test_several_parts_come_to_a_whole_but_for_rounding(parts, expected):
    assert come_to(claim(1000), [claim(part) for part in parts]) is expected
