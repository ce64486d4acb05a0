"""Quantities in words: number and unit as they are said."""

from decimal import Decimal

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.numbers.spelled import parse_spelled_number
from chitieu.numbers.spelling import Spelling, SpellingError
from chitieu.quantities.words import spell_quantity
from chitieu.testing import strategies as cst
from chitieu.units.table import table


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("9,3%", "chín phẩy ba phần trăm"),
        ("2,5%/năm", "hai phẩy năm phần trăm trên năm"),
        ("12‰", "mười hai phần nghìn"),
        ("0,5 điểm phần trăm", "không phẩy năm điểm phần trăm"),
        ("28.000 tỷ đồng", "Hai mươi tám nghìn tỷ đồng"),
        ("28,4 nghìn tỷ đồng", "Hai mươi tám phẩy bốn nghìn tỷ đồng"),
        ("1.700 triệu USD", "Một nghìn bảy trăm triệu đô la Mỹ"),
        ("64,50 triệu đồng/người/năm", "Sáu mươi tư phẩy năm mươi triệu đồng trên người trên năm"),
        ("32,1 giường bệnh/vạn dân", "ba mươi hai phẩy một giường bệnh trên một vạn dân"),
        ("44 ca/100.000 trẻ đẻ sống", "bốn mươi tư ca trên một trăm nghìn trẻ đẻ sống"),
        ("95 thuê bao/100 dân", "chín mươi lăm thuê bao trên một trăm dân"),
        ("900 ha", "chín trăm héc-ta"),
        ("5 m2/hộ", "năm mét vuông trên hộ"),
        ("61,5 tạ/ha", "sáu mươi mốt phẩy năm tạ trên héc-ta"),
        ("1,2 triệu m3", "một phẩy hai triệu mét khối"),
        ("120 MW", "một trăm hai mươi mê-ga-oát"),
        ("4 g/l", "bốn gam trên lít"),
        ("07 xã", "bảy xã"),
        ("145 xã, phường, thị trấn", "một trăm bốn mươi lăm xã, phường, thị trấn"),
        ("320 sản phẩm OCOP", "ba trăm hai mươi sản phẩm OCOP"),
        ("5 năm", "năm năm"),
    ],
)  # fmt: skip
def test_says(text, words):
    assert spell_quantity(ct.parse_quantity(text)) == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (ct.Quantity(Decimal("0.742")), "không phẩy bảy bốn hai"),
        (ct.Quantity(5, "/100.000 dân"), "năm trên một trăm nghìn dân"),
        (ct.Quantity(1, "hạng"), "hạng nhất"),
        (ct.Quantity(12, "hạng"), "hạng mười hai"),
        (ct.Quantity(3, "bậc"), "ba bậc"),
        (ct.Quantity(-5, "tỷ đồng"), "Âm năm tỷ đồng"),
    ],
)  # fmt: skip
def test_says_what_stands_without_a_noun_or_before_it(quantity, words):
    assert spell_quantity(quantity) == words


def test_dialect_and_spelling_reach_the_unit():
    quantity = ct.Quantity(24, "nghìn tỷ đồng")
    assert spell_quantity(quantity, "south") == "Hai mươi bốn ngàn tỷ đồng"
    assert spell_quantity(quantity, spelling=Spelling(billion="tỉ")) == "Hai mươi tư nghìn tỉ đồng"
    assert spell_quantity(ct.Quantity(24, "‰"), "south") == "hai mươi bốn phần ngàn"
    assert spell_quantity(ct.Quantity(1, "ca/100.000 dân"), "south") == "một ca trên một trăm ngàn dân"


def test_capital_letters_are_a_choice():
    assert spell_quantity(ct.Quantity(5, "%"), capital=True) == "Năm phần trăm"
    assert spell_quantity(ct.Quantity(5, "đồng"), capital=False) == "năm đồng"


def test_whole_sums_end_in_even():
    assert spell_quantity(ct.Quantity(Decimal("1.5"), "triệu đồng"), even=True) == "Một phẩy năm triệu đồng chẵn"
    assert spell_quantity(ct.Quantity(Decimal("1500.00"), "đồng"), even=True) == "Một nghìn năm trăm đồng chẵn"


@pytest.mark.parametrize(("value", "label"), [(5, "%"), (5, "triệu đồng/người"), (Decimal("0.5"), "đồng"), (5, "xã")])
def test_nothing_else_ends_in_even(value, label):
    with pytest.raises(ct.UnitError, match="chẵn") as info:
        spell_quantity(ct.Quantity(value, label), even=True)
    assert info.value.code == "spelling.even"


def test_the_number_has_the_limits_of_spell_number():
    with pytest.raises(SpellingError):
        spell_quantity(ct.Quantity(10**25, "đồng"))
    with pytest.raises(SpellingError):
        spell_quantity(ct.Quantity(1, "đồng"), "centre", spelling=Spelling())


@given(builders.quantities(), st.sampled_from(["north", "south"]))
def test_the_words_begin_with_the_number(quantity, dialect):
    """Law: without its unit, a quantity in words reads back as its number."""
    words = spell_quantity(quantity, dialect, capital=False)
    unit = spell_quantity(ct.Quantity(1, quantity.unit), dialect, capital=False).removeprefix("một")
    assert words.endswith(unit)
    assert str(parse_spelled_number(words.removesuffix(unit))) == str(quantity.value)


@given(cst.units())
def test_any_unit_is_said_on_one_line(unit):
    """Law: no slash, no digit but in names, no double space is left in what is said."""
    words = spell_quantity(ct.Quantity(1, unit))
    assert "/" not in words
    assert "  " not in words
    assert words == words.strip()


def test_every_symbol_has_a_spoken_form():
    kinds = {ct.UnitKind.MONEY, ct.UnitKind.RATIO, ct.UnitKind.POINTS, ct.UnitKind.MEASURE}
    labels = {atom.label for atom in table().atoms.values() if atom.kind in kinds}
    said = {label: spell_quantity(ct.Quantity(1, label), capital=False) for label in labels}
    written = {label for label, words in said.items() if not all(c.isalpha() or c in " -" for c in words)}
    assert written == set()
    assert {label for label, words in said.items() if any(w.isupper() and len(w) > 1 for w in words.split())} == set()
