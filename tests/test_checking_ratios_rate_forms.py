"""What is said for each of something."""

from __future__ import annotations

import pytest

from chitieu.checking.ratios.rate_forms import bare_noun, is_people, rate_of
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.sentences import amounts_of, sentences
from chitieu.numbers.numerals import scan_numerals
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText
from chitieu.units import parse_unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rộng 20 km², mật độ 600 người/km².", ["600 người/km2"]),
        ("Có 60 trạm, mỗi trạm được cấp 03 bộ.", ["3 bộ"]),
        ("Có 60 ha, bình quân một ha cho 6 tấn.", ["6 tấn"]),
        ("Có 750 dược sĩ, mỗi vạn dân có 3 dược sĩ.", ["3 dược sĩ"]),
        ("Cứ 1.000 dân có 12 doanh nghiệp.", ["12 doanh nghiệp"]),
        ("Mỗi năm 200 căn, 5 năm 1.000 căn.", []),
        ("Mỗi xã có ít nhất 02 tổ, toàn tỉnh 90 xã.", []),
        ("Thu gom 900 tấn/ngày, tăng 5%.", []),
    ],
)
def test_rates_by_unit_and_in_words(text, expected):
    source = SourceText(text)
    piece = Piece(source, placed=True)
    (row,) = sentences(piece, amounts_of((piece, tuple(scan_targets(source)[0])), scan_numerals(source)[0]))
    found = [rate_of(piece, row, at) for at in range(len(row))]
    assert [str(rate.amount.quantity) for rate in found if rate is not None] == expected


def test_nouns_of_units():
    assert [bare_noun(parse_unit(unit)) for unit in ("nghìn ha", "triệu người", "hộ")] == ["ha", "người", "hộ"]
    assert [is_people(parse_unit(unit)) for unit in ("nghìn người", "dân", "xã")] == [True, True, False]
