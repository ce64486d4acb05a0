"""How many households and people there are, as running text says it."""

from __future__ import annotations

import pytest

from chitieu.checking.named_amounts.stated_totals import total_households, total_people
from chitieu.checking.texts.pieces import Piece
from chitieu.targets.reader import scan_targets
from chitieu.targets.target import Bound
from chitieu.text import SourceText


def passages(*texts):
    found = []
    for text in texts:
        source = SourceText(text)
        found.append((Piece(source, placed=True), tuple(scan_targets(source)[0])))
    return found


def stated(total):
    """Return what is stated and of what year; None where nothing is."""
    return None if total is None else (str(total.hit.target.quantity), total.year)


@pytest.mark.parametrize(
    ("text", "households", "people"),
    [
        ("Toàn xã có 2.500 hộ.", ("2.500 hộ", None), None),
        ("Năm 2026 toàn xã có 2.500 hộ.", ("2.500 hộ", 2026), None),
        ("Toàn xã có khoảng 2.500 hộ.", ("2.500 hộ", None), None),
        ("Toàn xã có 2.500 hộ dân với 9.000 nhân khẩu.", ("2.500 hộ dân", None), ("9.000 nhân khẩu", None)),
        ("Tổng số hộ: 2.500 hộ.", ("2.500 hộ", None), None),
        ("Dân số toàn tỉnh 1,2 triệu người.", None, ("1,2 triệu người", None)),
        ("Quy mô để tính: dân số 9.000 người.", None, ("9.000 người", None)),
        # no word says that the persons are all there are
        ("Toàn xã có 9.000 người.", None, None),
        ("Quản lý 9.000 người toàn xã.", None, None),
        # a limit, a range, a change
        ("Toàn xã có trên 2.500 hộ.", None, None),
        ("Toàn xã có 2.500 - 2.600 hộ.", None, None),
        ("Toàn xã tăng 2.500 hộ.", None, None),
        # some of them, and parts behind all of them
        ("Toàn xã có 2.500 hộ nghèo.", None, None),
        ("Toàn xã có 2.500 hộ được vay.", None, None),
        ("Toàn xã có 2.500 hộ, trong đó 90 hộ nghèo.", ("2.500 hộ", None), None),
        ("Thôn Đông của xã có 2.500 hộ toàn xã.", None, None),
        # one number told twice is one; of two the one whose year is told counts
        ("Toàn xã có 9.000 khẩu. Dân số 9.000 người.", None, ("9.000 khẩu", None)),
        ("Toàn xã có 9.000 khẩu. Dân số 9.100 người.", None, None),
        ("Năm 2025 toàn xã có 2.400 hộ; năm 2026 toàn xã có 2.500 hộ; toàn xã có 2.700 hộ.", ("2.500 hộ", 2026), None),
        ("| Toàn xã có 2.500 hộ |", None, None),
        # a place with a name is the whole where the text is about it
        ("Xã Bình An có 2.500 hộ.", None, None),
        ("XÃ BÌNH AN\nXã Bình An có 2.500 hộ.", ("2.500 hộ", None), None),
        # results are of no year but that of their heading
        ("I. KẾT QUẢ\nToàn xã có 2.500 hộ.", None, None),
        ("I. KẾT QUẢ\nNăm 2026 toàn xã có 2.500 hộ.", ("2.500 hộ", 2026), None),
    ],
)
def test_how_many_there_are(text, households, people):
    assert stated(total_households(passages(text), 2026)) == households
    assert stated(total_people(passages(text), 2026)) == people


def test_several_texts_are_one_plan_and_a_plan_of_no_year_has_none():
    assert stated(total_households(passages("Mở đầu.", "Toàn xã có 2.500 hộ."), 2026)) == ("2.500 hộ", None)
    assert total_households(passages("Toàn xã có 2.500 hộ."), None) is None


def test_a_population_of_no_year_is_about_so_much():
    dated, undated = (total_people(passages(f"{year}dân số toàn xã 9.000 người."), 2026) for year in ("Năm 2026 ", ""))
    assert (dated.dated, dated.claim.name, dated.claim.target.bound) == (True, "dân số năm 2026", Bound.EXACT)
    assert (undated.dated, undated.claim.name, undated.claim.target.bound) == (False, "dân số", Bound.ABOUT)
    assert dated.claim.key == undated.claim.key == "pop"
    assert dated.claim.span is not None


def test_only_a_named_year_counts_where_the_plan_is_for_several():
    texts = passages("Toàn xã có 2.500 hộ, dân số toàn xã 9.000 người.", "Năm 2030 toàn xã có 2.600 hộ.")
    assert stated(total_households(texts, 2030, named=True)) == ("2.600 hộ", 2030)
    assert total_people(texts, 2030, named=True) is None
