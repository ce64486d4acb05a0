"""Quantities as numbers one computes with and as values other libraries hold."""

import copy
import json
import operator
import pickle
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import builders
import pydantic
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.testing import strategies as cst
from chitieu.units.registry import registry
from chitieu.units.table import table

Quantity = ct.Quantity
MONEY = cst.quantities(unit="tỷ đồng", signed=True)
SMALL_MONEY = cst.quantities(unit="triệu đồng", signed=True)
ATOMS = sorted({atom.label for atom in table().atoms.values()})
UNITS = {label: ct.parse_unit(label) for label in ATOMS}
PAIRS = [
    (one, other)
    for one, other in permutations(ATOMS, 2)
    if UNITS[one].same_dimension(UNITS[other]) and UNITS[one] != UNITS[other]
]


def q(text):
    return ct.parse_quantity(text)


class Row(pydantic.BaseModel):
    name: str
    value: Quantity
    before: Quantity | None = None


# --- arithmetic ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("computed", "written"),
    [
        (q("5.258 tỷ đồng") + q("130 tỷ đồng"), "5.388 tỷ đồng"),
        (q("1,5 nghìn tỷ đồng") + q("500 tỷ đồng"), "2,0 nghìn tỷ đồng"),
        (q("500 tỷ đồng") + q("1,5 nghìn tỷ đồng"), "2.000,0 tỷ đồng"),
        (q("1,50%") - q("0,5%"), "1,00%"),
        (q("1 km") - q("850 m"), "0,15 km"),
        (q("12 xã") * 3, "36 xã"),
        (Decimal("0.5") * q("12 xã"), "6 xã"),
        (q("12 xã") / 8, "1,5 xã"),
        (-q("12 xã"), "-12 xã"),
        (abs(-q("12,0 xã")), "12,0 xã"),
        (sum([q("1%"), q("2,5%"), q("5‰")]), "4,0%"),
    ],
)
def test_sums(computed, written):
    assert str(computed) == written


@given(MONEY, SMALL_MONEY, MONEY)
def test_addition_is_that_of_amounts(one, two, three):
    """Law: sums are exact, in any order, and the left unit stays."""
    assert (one + two).amount == one.amount + two.amount
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert (one + two).unit.label == "tỷ đồng"


@given(MONEY, SMALL_MONEY)
def test_subtraction_undoes_addition(one, two):
    """Law: what is added and taken away leaves the amount as it was."""
    assert (one + two) - two == one
    assert one - one == one * 0
    assert not one - one
    assert operator.neg(-one) == one
    assert abs(one) == abs(-one)


@given(st.integers(1, 10**60), st.integers(1, 10**60))
def test_long_sums_lose_no_digit(one, two):
    """Law: sums are exact beyond the precision of Decimal's context."""
    assert (Quantity(one, "đồng") + Quantity(two, "đồng")).value == one + two
    assert (Quantity(one, "đồng") - Quantity(two, "đồng")).value == one - two
    assert (-Quantity(one, "đồng")).value == Decimal(f"-{one}")


@given(MONEY, st.integers(-(10**9), 10**9), cst.numbers(signed=True))
def test_multiplication_is_exact(quantity, whole, decimal):
    """Law: a multiple has the multiplied amount, from either side."""
    assert (quantity * whole).amount == quantity.amount * whole
    assert quantity * decimal == decimal * quantity
    assert (quantity * decimal).amount == quantity.amount * Fraction(decimal)


@given(MONEY, st.sampled_from([1, 2, 4, 5, 8, 10, 125, 1024, Decimal("0.25")]))
def test_division_with_an_end_is_exact(quantity, by):
    """Law: where the quotient has finitely many digits, none is lost."""
    assert (quantity / by) * by == quantity


@given(MONEY, SMALL_MONEY.filter(bool))
def test_a_ratio_is_a_fraction(one, other):
    """Law: a quantity divided by another is the exact ratio of the amounts."""
    ratio = one / other
    assert isinstance(ratio, Fraction)
    assert ratio * other.amount == one.amount


def test_numbers_too_long_for_str_are_computed_with():
    long = Quantity(10**5000, "xã")
    assert (long + long).value == 2 * 10**5000
    assert (long * 10**5000).amount == 10**10000
    assert long / long == 1


@pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.truediv, operator.lt, operator.ge])
@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("5%", "5 điểm phần trăm", "unit.different"),
        ("5 đồng", "5 USD", "rate.missing"),
        ("5 xã", "5 hộ", "unit.different"),
        ("5 xã", "5%", "unit.different"),
        ("5 ha", "5 km", "unit.different"),
        ("5 đồng/người", "5 đồng", "unit.different"),
    ],
)
def test_different_things_do_not_mix(operation, one, other, code):
    with pytest.raises(ct.UnitError) as info:
        operation(q(one), q(other))
    assert info.value.code == code
    assert q(one).unit.label in str(info.value)
    assert q(other).unit.label in str(info.value)


@pytest.mark.parametrize("by", [0, Decimal("0.00"), Quantity(0, "xã")])
def test_nothing_divides(by):
    with pytest.raises(ct.UnitError) as info:
        _ = q("5 xã") / by
    assert info.value.code == "arithmetic.zero"


@pytest.mark.parametrize(
    "compute",
    [
        lambda x: x + 1,
        lambda x: 1 + x,
        lambda x: x - 1,
        lambda x: x * 1.5,
        lambda x: x * x,
        lambda x: 1 / x,
        lambda x: x / 1.5,
        lambda x: x * True,
        lambda x: x * Decimal("NaN"),
        lambda x: x / Decimal("Infinity"),
    ],
)
def test_numbers_that_are_no_amounts_do_not_mix(compute):
    with pytest.raises(TypeError):
        compute(q("5 xã"))


# --- scales --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rescaled", "compact"),
    [
        ("28.000 tỷ đồng", "28 nghìn tỷ đồng", "28 nghìn tỷ đồng"),
        ("1.700 triệu USD", "1,7 tỷ USD", "1,7 tỷ USD"),
        ("0,005 tỷ đồng", "5 triệu đồng", "5 triệu đồng"),
        ("1.437.950 người", "1,43795 triệu người", "1,4 triệu người"),
        ("9,37%", "9,37%", "9,4%"),
        ("12.500 điểm", "12.500 điểm", "12.500 điểm"),
        ("0 đồng", "0 đồng", "0 đồng"),
        ("999 xã", "999 xã", "999 xã"),
        ("53.900.000 đồng/người", "53,9 triệu đồng/người", "53,9 triệu đồng/người"),
    ],
)
def test_the_scale_that_reads_best(text, rescaled, compact):
    assert str(q(text).rescale()) == rescaled
    assert ct.format_compact(q(text)) == compact


@given(cst.quantities(signed=True))
def test_rescaling_keeps_the_amount(quantity):
    """Law: rescaling changes the writing, never the amount, and once is enough."""
    best = quantity.rescale()
    assert best == quantity
    assert str(best.rescale()) == str(best)


@given(
    cst.numbers(signed=True, digits=20), st.sampled_from(["đồng", "triệu USD", "nghìn tấn", "người", "tỷ đồng/người"])
)
def test_a_rescaled_number_is_short(value, unit):
    """Law: from one unit to a thousand million million of them, one to three digits stand before the comma."""
    quantity = Quantity(value, unit)
    base = abs(quantity.to(unit.rpartition("nghìn ")[2].rpartition("triệu ")[2].rpartition("tỷ ")[2]).value)
    if 1 <= base < 10**18:
        assert 1 <= abs(quantity.rescale().value) < 1000


@given(cst.quantities(signed=True), st.integers(0, 4))
def test_a_compact_form_is_near(quantity, places):
    """Law: the compact form is off by at most half a unit of its last place and has no idle zeros."""
    text = ct.format_compact(quantity, places=places)
    back = ct.parse_quantity(text)
    number = text.removesuffix(back.unit.label).strip(" \u00a0")
    half = Fraction(1, 2 * 10**places) * quantity.rescale().unit.factor
    assert abs(back.amount - quantity.amount) <= half
    assert not ("," in number and number.endswith("0"))
    assert len(number.partition(",")[2]) <= places


def test_a_compact_form_stays_short_after_rounding():
    assert ct.format_compact(q("999.960.000 đồng")) == "1 tỷ đồng"
    assert ct.format_compact(q("-999.960 USD")) == "-1 triệu USD"


def test_a_compact_nothing_has_no_sign():
    assert ct.format_compact(Quantity(Decimal("-0.04"), "%")) == "0%"


def test_a_compact_form_takes_a_style():
    style = ct.NumberStyle(minus="âm", unit_space="\u00a0")
    assert ct.format_compact(-q("1.437.950 người"), places=2, style=style) == "âm 1,44\u00a0triệu người"


# --- conversion ----------------------------------------------------------------------------------


def ends(one, other):
    """Whether a number of one unit has finitely many digits in the other."""
    rest = (ct.parse_unit(one).factor / ct.parse_unit(other).factor).denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


@given(st.sampled_from([pair for pair in PAIRS if ends(*pair)]), cst.numbers(signed=True))
def test_there_and_back_is_exact(pair, value):
    """Law: where a decimal can hold the result, a number is itself again after another unit."""
    one, other = pair
    assert Quantity(value, one).to(other).amount == Quantity(value, one).amount
    assert Quantity(value, one).to(other).to(one) == Quantity(value, one)


@given(st.sampled_from(PAIRS), cst.numbers(signed=True))
def test_there_and_back_is_exact_without_end_too(pair, value):
    """Law: nothing is lost there and back where no decimal can hold the value between (hours in days), nor compared."""
    one, other = pair
    quantity = Quantity(value, one)
    there = quantity.to(other)
    assert there == quantity
    assert there.to(one).value == quantity.value
    assert abs(Fraction(there.value) * there.unit.factor - quantity.amount) * 10**25 <= abs(quantity.amount)


@pytest.mark.parametrize(("one", "other"), [("m2", "sào"), ("tháng", "năm"), ("triệu đồng/năm", "triệu đồng/tháng")])
def test_sums_without_a_finite_decimal_are_exact(one, other):
    third = Quantity(1, one) / 3
    assert Quantity(0, other) + Quantity(1, one) == Quantity(1, one)
    assert third + third + third == third * 3 == Quantity(1, one)
    assert str(third + third + third) == str(Quantity(1, one))
    assert abs(-third) == abs(third) == third
    assert pickle.loads(pickle.dumps(third)) == third  # noqa: S301  (our own bytes)


@given(cst.quantities(signed=True))
@example(Quantity(1, "triệu đồng/năm"))
@example(Quantity(Decimal("1234567890" * 4), "kg"))
def test_pint_there_and_back_is_exact(quantity):
    """Law: a quantity given to pint and taken back is the same, to one part in 10^25 (no decimal holds a year)."""
    back = Quantity.from_pint(quantity.to_pint(), quantity.unit)
    assert abs(back.amount - quantity.amount) * 10**25 <= abs(quantity.amount)


def test_what_pint_computed_comes_back():
    area, rice = q("24.000 ha").to_pint(), q("150.000 tấn").to_pint()
    assert Quantity.from_pint(rice / area, "tạ/ha") == q("62,5 tạ/ha")
    assert Quantity.from_pint(rice * 2, "nghìn tấn") == q("300 nghìn tấn")


@pytest.mark.parametrize(
    ("quantity", "unit", "code"),
    [
        (Quantity(5, "ha"), "tấn", "unit.different"),
        (Quantity(5, "%"), "điểm phần trăm", "unit.different"),
        (Quantity(5, "ha"), "hạng", "unit.no_pint"),
    ],
)
def test_from_pint_checks_dimensions(quantity, unit, code):
    with pytest.raises(ct.UnitError) as info:
        Quantity.from_pint(quantity.to_pint(), unit)
    assert info.value.code == code


def test_another_registry_is_refused():
    foreign = type(registry())(None, non_int_type=Decimal, cache_folder=None)
    foreign.define("tonne = [mass]")
    with pytest.raises(ct.ChitieuError):
        Quantity.from_pint(foreign.Quantity(Decimal(5), "tonne"), "tấn")


@pytest.mark.parametrize("value", [5, Decimal(5), "5 tấn", None])
def test_only_a_pint_quantity_comes_from_pint(value):
    with pytest.raises((ct.ChitieuError, TypeError)):
        Quantity.from_pint(value, "tấn")


# --- good citizens -------------------------------------------------------------------------------


@given(cst.quantities(signed=True))
def test_a_repr_can_be_pasted_back(quantity):
    """Law: the repr, evaluated with Decimal and Quantity, is the quantity with its digits."""
    again = eval(repr(quantity), {"Decimal": Decimal, "Quantity": Quantity})  # noqa: S307  (our own text)
    assert again == quantity
    assert str(again) == str(quantity)


@pytest.mark.parametrize("label", ["", "hạng", "bậc", "tuổi", "năm", "ngày"])
def test_a_repr_of_the_rarer_kinds(label):
    quantity = Quantity(Decimal("5.0"), label)
    assert repr(eval(repr(quantity), {"Decimal": Decimal, "Quantity": Quantity})) == repr(quantity)  # noqa: S307


@given(cst.quantities(signed=True))
def test_copies_are_equal(quantity):
    """Law: copy, deepcopy and pickle keep amount, digits, unit and hash."""
    for again in (copy.copy(quantity), copy.deepcopy(quantity), pickle.loads(pickle.dumps(quantity))):  # noqa: S301
        assert again == quantity
        assert hash(again) == hash(quantity)
        assert str(again) == str(quantity)
        assert again.unit.scale == quantity.unit.scale


@given(MONEY, SMALL_MONEY, MONEY)
def test_order_is_total_within_a_dimension(one, two, three):
    """Law: of two amounts exactly one relation holds, and sorting agrees with amounts."""
    assert [one < two, one == two, one > two].count(True) == 1
    amounts = [one, two, three]
    assert [x.amount for x in sorted(amounts)] == sorted(x.amount for x in amounts)
    assert max(amounts).amount == max(x.amount for x in amounts)


def test_equal_amounts_are_one_key():
    assert len({q("28 nghìn tỷ đồng"), q("28.000 tỷ đồng"), q("28.000,0 tỷ đồng"), q("28%")}) == 2


def test_a_quantity_cannot_be_changed():
    quantity = q("5 xã")
    for name in ("value", "unit", "amount"):
        with pytest.raises(AttributeError):
            setattr(quantity, name, None)


@pytest.mark.parametrize(
    ("spec", "text"),
    [
        ("", "1.234,50 xã"),
        (",", "1.234,50 xã"),
        (".0f", "1.235 xã"),
        (".1f", "1.234,5 xã"),
        (".3", "1.234,500 xã"),
        ("u", "1.234,50"),
        (".1fu", "1.234,5"),
    ],
)
def test_format_specs(spec, text):
    assert format(Quantity(Decimal("1234.50"), "xã"), spec) == text


@pytest.mark.parametrize("spec", ["f", "10.2f", ".123f", "d", "%", ">12", "uu", ".f", "٣"])
def test_a_format_spec_of_something_else_is_refused(spec):
    with pytest.raises(ct.ParseError) as info:
        format(Quantity(1, "xã"), spec)
    assert info.value.code == "format.spec"


@given(cst.quantities(signed=True), st.integers(0, 9))
def test_a_format_spec_is_format_quantity(quantity, places):
    """Law: a spec writes what `format_quantity` and `format_number` write."""
    assert f"{quantity:.{places}f}" == ct.format_quantity(quantity, places=places)
    assert f"{quantity:.{places}fu}" == ct.format_number(quantity.value, places=places)


def test_html_is_escaped():
    unit = ct.Unit("<b>&\"xã'", ct.UnitKind.COUNT, "count:x")
    html = Quantity(1700, unit)._repr_html_()
    assert "1.700" in html
    assert "<b>" not in html
    assert "&lt;b&gt;&amp;" in html
    assert q("9,3%")._repr_html_() == "<span>9,3%</span>"


def test_only_nothing_is_false():
    assert not Quantity(Decimal("0.00"), "%")
    assert Quantity(Decimal("-0.01"), "%")


# --- pydantic ------------------------------------------------------------------------------------


def test_a_model_takes_texts_and_quantities():
    assert Row(name="thu", value="28.000 tỷ đồng") == Row(name="thu", value=Quantity(28000, "tỷ đồng"))


@given(cst.quantities(signed=True))
def test_a_model_goes_to_json_and_back(quantity):
    """Law: a model with a quantity is the same after its JSON, where quantities are texts as plans write them."""
    row = Row(name="thu", value=quantity)
    document = row.model_dump_json()
    assert json.loads(document)["value"] == str(quantity)
    assert Row.model_validate_json(document) == row
    assert Row.model_validate(row.model_dump()) == row


@pytest.mark.parametrize("label", ["", "hạng", "tuổi", "năm"])
def test_a_model_of_the_rarer_kinds(label):
    row = Row(name="HDI", value=Quantity(Decimal("0.75"), label))
    assert Row.model_validate_json(row.model_dump_json()) == row


@pytest.mark.parametrize("value", ["khá nhiều", "5% và 6%", "", 5, 5.5, None, ["5%"]])
def test_a_model_refuses_what_is_no_quantity(value):
    with pytest.raises(pydantic.ValidationError):
        Row(name="thu", value=value)


def test_a_schema_says_text():
    assert Row.model_json_schema()["properties"]["value"]["type"] == "string"


# --- columns -------------------------------------------------------------------------------------


def test_a_column_gives_numbers_and_units():
    column = ct.parse_quantities(["9,3%", "28.000 tỷ đồng", "", "0%", "hết"])
    assert column.values == [Decimal("9.3"), Decimal(28000), None, Decimal(0), None]
    assert column.units == ["%", "tỷ đồng", None, "%", None]
    assert list(column.errors) == [2, 4]
    assert {error.code for error in column.errors.values()} == {"quantity.none"}


def test_the_head_of_a_column_gives_the_unit():
    column = ct.parse_quantities(["9,3", " 1.700 ", "0", "5 xã", "-3,61", "8.5"], unit="%")
    assert column.values == [Decimal("9.3"), Decimal(1700), Decimal(0), Decimal(5), Decimal("-3.61"), None]
    assert column.units == ["%", "%", "%", "xã", "%", None]
    assert column.quantities[0] == ct.parse_quantities(["9,3"], unit=ct.parse_unit("%")).quantities[0]


@given(st.lists(st.one_of(cst.quantities().map(str), builders.any_texts()), max_size=8), st.sampled_from([None, "%"]))
def test_a_column_keeps_its_rows(cells, unit):
    """Law: one entry a cell, in order; a cell has a quantity or an error, and an error of ours."""
    column = ct.parse_quantities(iter(cells), unit)
    assert len(column.quantities) == len(column.values) == len(column.units) == len(cells)
    assert [row for row, quantity in enumerate(column.quantities) if quantity is None] == list(column.errors)
    assert all(isinstance(error, ct.ChitieuError) for error in column.errors.values())
    assert [value is None for value in column.values] == [quantity is None for quantity in column.quantities]


@given(st.lists(cst.quantities(), max_size=8))
def test_a_column_that_was_written_is_read_back(quantities):
    """Law: a column of written quantities is read whole."""
    assert ct.parse_quantities(map(str, quantities)).quantities == tuple(quantities)


@pytest.mark.parametrize("cell", ["٣", "１２", "1e3", "NaN", "²"])
def test_odd_digits_in_a_column_are_errors(cell):
    column = ct.parse_quantities([cell], unit="%")
    assert column.values == [None]
    assert list(column.errors) == [0]


@pytest.mark.parametrize("unit", [None, "%"])
def test_empty_cells_of_a_data_frame_are_errors_not_exceptions(unit):
    """None and nan is what a data frame gives for an empty cell."""
    column = ct.parse_quantities(["9,3%", None, float("nan")], unit)
    assert column.values == [Decimal("9.3"), None, None]
    assert list(column.errors) == [1, 2]


# --- bad input -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["NaN %", "1e3 xã", "１２ xã", "٣%", "\u202e5%", "\u200f5 xã", "5", "%", "5 \ud800", "\x005", "5 " + "đ" * 10_000, "5 " + "xã " * 5_000,
     "5 xã" + "/xã" * 5_000, "9,9" * 10**5 + "%", "9" * 10**6, " " * 10_000],
)  # fmt: skip
def test_bad_quantities_are_refused_with_a_caret(text):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_quantity(text)
    message = str(info.value)
    assert "^" in message
    assert len(message) < 1000


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "đồng" * 2_500, "xã/" * 3_000, "nghìn " * 2_000, "xã " * 3_000, "%" * 10_000]
)
def test_units_of_ten_thousand_characters_are_refused(text):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_unit(text)
    assert len(str(info.value)) < 1000


def test_a_thousand_digits_are_a_quantity():
    text = "9" * 1000
    assert ct.format_number(ct.parse_quantity(f"{text} xã").value, grouping=False) == text


@pytest.mark.parametrize("value", [5, 5.0, None, b"5%"])
def test_only_text_is_parsed(value):
    with pytest.raises(ct.ChitieuError):
        ct.parse_quantity(value)


def test_a_scale_word_that_makes_another_word_is_no_scale():
    """'Tỷ suất' is a rate: two billion portions stay in millions."""
    assert str(ct.parse_quantity("2.000.000.000 suất").rescale()) == "2.000 triệu suất"


def test_the_lenient_reading_says_what_it_did():
    mention = ct.read_quantity("8.5%")
    assert (str(mention.value), mention.notes) == ("8,5%", ("decimal point read as a decimal comma",))
    assert ct.read_quantity("8,5%").notes == ()


@pytest.mark.parametrize("text", ["8.5%", "1,234.5 USD"])
def test_english_writing_is_refused_with_its_readings(text):
    for read in (ct.parse_quantity, ct.parse_target):
        with pytest.raises(ct.AmbiguousNumberError) as info:
            read(text)
        assert "^" in str(info.value)


def test_the_strict_reading_refuses_what_only_looks_english():
    assert ct.parse_quantity("3,200 USD").value == Decimal("3.200")
    with pytest.raises(ct.AmbiguousNumberError):
        ct.parse_quantity("3,200 USD", strict=True)
    assert ct.parse_quantity("3.200 USD", strict=True) == ct.parse_quantity("3.200 USD")
