"""The amounts of a text sentence by sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.sentences import amounts_of, clauses, paragraphs, sentences, words_before
from chitieu.numbers.numerals import scan_numerals
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText


def read(text):
    source = SourceText(text)
    passage = Piece(source, placed=True), tuple(scan_targets(source)[0])
    return passage[0], amounts_of(passage, scan_numerals(source)[0])


def written(row):
    return [f"{one.quantity}" for one in row]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 5 lớp, 150 em. Có 3 trạm, 6 bộ.", [["5 lớp", "150 em"], ["3 trạm", "6 bộ"]]),
        ("Mở 04 đợt, mỗi đợt 15 ngày, cộng 60 ngày.", [["4 đợt", "15 ngày", "60 ngày"]]),
        ("Mỗi trạm 02 bộ (tổng số 164 bộ).", [["2 bộ", "164 bộ"]]),
        ("Có 750 dược sĩ/2,5 triệu dân.", [["750 dược sĩ", "2,5 triệu dân"]]),
        ("- Có 5 lớp\n- Có 150 em", []),
        ("| 5 lớp | 150 em |", []),
    ],
)
def test_the_amounts_of_each_sentence(text, expected):
    assert [written(row) for row in sentences(*read(text))] == expected


def test_a_paragraph_goes_over_full_stops():
    assert [written(row) for row in paragraphs(*read("Có 5 lớp. Có 150 em.\nHọp 3 lần."))] == [["5 lớp", "150 em"]]


def test_a_clause_ends_at_a_semicolon():
    piece, amounts = read("Có 5 lớp, 150 em; 3 trạm, 6 bộ.")
    (row,) = sentences(piece, amounts)
    assert [written(clauses(piece, row, one)) for one in (row[0], row[3])] == [["5 lớp", "150 em"], ["3 trạm", "6 bộ"]]


def test_the_words_before_an_amount_begin_with_its_sentence():
    piece, amounts = read("Năm nay tốt hơn. Toàn tỉnh có 5 lớp với 150 em.")
    (row,) = sentences(piece, amounts)
    assert [words_before(piece, row, at).strip() for at in (0, 1)] == ["toàn tỉnh có", "với"]


@given(st.lists(st.integers(1, 500), min_size=2, max_size=12))
def test_law_no_amount_of_a_sentence_is_lost(sizes):
    """A list of counts is one sentence with all of them in order."""
    piece, amounts = read(f"Có {', '.join(f'{size} xã' for size in sizes)}.")
    assert [[one.quantity.value for one in row] for row in sentences(piece, amounts)] == [sizes]


LONG = "do các xã tự làm lấy cùng với dân, theo cách mỗi nhà một việc, làm xong đến đâu nghiệm thu đến đó, có giám sát của mặt trận và của các hội, không chờ đợi"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # endless lists are no sentences; of far amounts nothing is said together
        (f"Có {', '.join(f'{size} xã' for size in range(11, 35))}.", 1),
        (f"Có {', '.join(f'{size} xã' for size in range(11, 36))}.", 0),
        (f"Có 5 lớp {LONG[:150]} 150 em.", 1),
        (f"Có 5 lớp {LONG} {LONG[:40]} 150 em.", 0),
        (f"Có 5 lớp, 7 trạm {LONG} {LONG[:40]} 150 em, 9 xe.", 2),
        ("Có 5 lớp.", 0),
    ],
)
def test_how_many_amounts_and_how_far(text, rows):
    piece, amounts = read(text)
    assert len(list(sentences(piece, amounts))) == rows


def test_endless_lists_are_paragraphs():
    piece, amounts = read(f"Có {', '.join(f'{size} xã' for size in range(11, 24))}.")
    assert [len(row) for row in paragraphs(piece, amounts)] == [13]


def test_clauses_of_the_middle():
    piece, amounts = read("Có 5 lớp; 150 em, 3 trạm, 6 bộ; 9 xe.")
    (row,) = sentences(piece, amounts)
    middle = ["150 em", "3 trạm", "6 bộ"]
    assert [written(clauses(piece, row, one)) for one in row] == [["5 lớp"], middle, middle, middle, ["9 xe"]]


def test_what_is_read_of_an_amount():
    _, (days, people, share, ranged) = read("Mở 15 ngày, trên 40 người, 3/7 xã, tăng 5 - 8%.")
    assert (days.hit, days.bound.value, days.change.value, days.is_single) == (None, "exact", "level", True)
    assert (people.bound.value, str(share.total), share.is_single) == ("more_than", "7 xã", False)
    assert (str(ranged.upper), ranged.change.value, ranged.is_single) == ("8%", "increase", False)


def test_words_before_an_amount_are_the_near_ones():
    piece, amounts = read(f"{LONG} có 5 lớp")
    assert words_before(piece, amounts, 0) == f"{LONG} có "[-120:].lower()


def test_a_semicolon_in_a_bracket_parts_only_what_is_in_it():
    """The parts of an amount in a bracket stand apart from one another, and from nothing outside."""
    piece, amounts = read("Mở 5 lớp (3 lớp ngày; 2 lớp đêm; 1 xe), 150 em; 7 bộ.")
    (row,) = sentences(piece, amounts)
    outside = ["5 lớp", "3 lớp", "2 lớp", "1 xe", "150 em"]
    assert [written(clauses(piece, row, one)) for one in (row[0], row[4])] == [outside, outside]
    assert written(clauses(piece, row, row[2])) == ["2 lớp"]
