"""Units: the table, the reader, the model."""

from fractions import Fraction

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.testing import strategies as cst
from chitieu.units import NO_UNIT
from chitieu.units.table import count_atom, table

KIND = ct.UnitKind
LABELS = sorted({atom.label for atom in table().atoms.values()})


@pytest.mark.parametrize("label", LABELS)
def test_every_label_of_the_table_reads_as_itself(label):
    assert ct.parse_unit(label).label == label


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("tỉ đồng", "tỷ đồng"), ("ngàn tấn", "nghìn tấn"), ("tr.đ/người", "triệu đồng/người"), ("tr. lượt khách", "triệu lượt khách"),
        ("ngh.tấn", "nghìn tấn"), ("ng. người", "nghìn người"), ("đ%", "điểm phần trăm"), ("TRIỆU ĐỒNG", "triệu đồng"),
        ("giường/01 vạn dân", "giường bệnh/vạn dân"), ("bác sỹ/10.000 dân", "bác sĩ/vạn dân"), ("bác sĩ/10000 dân", "bác sĩ/vạn dân"),
        ("m²/hộ", "m2/hộ"), ("%0", "‰"), ("điểm %", "điểm phần trăm"), ("đô la Mỹ", "USD"), ("triệu VNĐ", "triệu đồng"), ("%/năm", "%/năm"),
        ("nghìn tỷ đồng", "nghìn tỷ đồng"), ("nghìn tỷ", "nghìn tỷ đồng"), ("triệu đồng/người/năm", "triệu đồng/người/năm"), ("hầm biogas", "hầm biogas"),
    ],
)  # fmt: skip
def test_writings_become_uniform(written, label):
    assert ct.parse_unit(written).label == label


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("%", KIND.RATIO), ("điểm phần trăm", KIND.POINTS), ("điểm", KIND.SCORE), ("hạng", KIND.RANK), ("ha", KIND.MEASURE), ("ngày", KIND.TIME),
        ("tuổi", KIND.AGE), ("xã", KIND.COUNT), ("tỷ đồng", KIND.MONEY), ("lần", KIND.RATIO), ("chậu mai vàng", KIND.COUNT),
    ],
)  # fmt: skip
def test_kinds(label, kind):
    assert ct.parse_unit(label.replace("chậu mai vàng", "chậu mai")).kind is kind


@pytest.mark.parametrize(
    ("label", "factor"),
    [
        ("tỷ đồng", Fraction(10**9)), ("nghìn tỷ đồng", Fraction(10**12)), ("triệu đồng/người", Fraction(10**6)), ("bác sĩ/vạn dân", Fraction(1, 10**4)),
        ("trẻ/1.000 dân", Fraction(1, 1000)), ("xã", Fraction(1)),
    ],
)  # fmt: skip
def test_sizes_are_exact(label, factor):
    assert ct.parse_unit(label).factor == factor


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "unit.none"), ("  ", "unit.none"), ("123", "unit.none"), ("% abc", "unit.extra"), ("ha; km", "unit.extra")],
)
def test_refuses(text, code):
    with pytest.raises(ct.ParseError) as info:
        ct.parse_unit(text)
    assert info.value.code == code


def test_percent_is_not_percentage_points():
    assert ct.parse_unit("%") != ct.parse_unit("điểm phần trăm")
    assert not ct.parse_unit("%").same_dimension(ct.parse_unit("điểm phần trăm"))


def test_equal_units_hash_alike():
    assert len({ct.parse_unit("triệu đồng"), ct.parse_unit("tr.đ"), ct.parse_unit("triệu VNĐ")}) == 1


def test_a_unit_is_no_text():
    assert ct.parse_unit("%") != "%"


@given(st.sampled_from(builders.LABELS))
def test_a_label_reads_as_its_unit(label):
    """Law: the label of a unit names that unit."""
    unit = ct.parse_unit(label)
    assert ct.parse_unit(unit.label) == unit
    assert str(unit) == unit.label


@given(cst.unit_labels())
def test_labels_of_the_strategy_are_units(label):
    """Law: every label the strategy makes is a unit, and reading twice changes nothing."""
    once = ct.parse_unit(label)
    assert ct.parse_unit(once.label).label == once.label


@given(st.sampled_from(["", "nghìn ", "triệu ", "tỷ "]), st.sampled_from(["đồng", "USD", "tấn", "lượt khách"]))
def test_scales_multiply(scale, noun):
    """Law: a scale word multiplies the size and leaves the dimension."""
    unit, plain = ct.parse_unit(scale + noun), ct.parse_unit(noun)
    assert unit.same_dimension(plain)
    assert unit.factor == plain.factor * unit.scale


def test_no_unit_has_an_empty_label():
    assert (NO_UNIT.label, NO_UNIT.kind) == ("", KIND.NONE)


def test_the_table_cannot_be_changed():
    with pytest.raises(TypeError):
        table().atoms["mới"] = count_atom("mới")  # type: ignore[index]


def test_a_counted_noun_has_one_atom():
    assert count_atom("chuồng") is count_atom("chuồng")


def test_atoms_of_one_dimension_agree():
    """A dimension has one kind; the base unit of each measured dimension has a size above nothing."""
    kinds: dict[str, set[object]] = {}
    for atom in table().atoms.values():
        kinds.setdefault(atom.dimension, set()).add(atom.kind)
        assert atom.factor > 0
    assert {dimension: found for dimension, found in kinds.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("%/năm", "%", True),
        ("tỷ đồng/năm", "tỷ đồng", True),
        ("triệu đồng/người/tháng", "triệu đồng/người", True),
        ("%", "%", False),
        ("%/năm", "%/tháng", False),
        ("tỷ đồng/năm", "%", False),
        ("tấn/ngày", "ha", False),
    ],
)
def test_a_unit_may_be_another_in_a_year(one, other, expected):
    left, right = ct.parse_unit(one), ct.parse_unit(other)
    assert left.same_but_time(right) == right.same_but_time(left) == expected


@pytest.mark.parametrize("noun", ["cụm đèn", "lồng bè", "mô hình"])
def test_any_noun_may_stand_behind_a_stroke(noun):
    assert ct.find_quantities(f"Chi 5 triệu đồng/{noun}.")[0].value.unit.label == f"triệu đồng/{noun}"
