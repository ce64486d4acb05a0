"""Units an application adds, in a scope of its own."""

import asyncio
import pickle
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.testing import strategies as cst
from chitieu.text import SourceText
from chitieu.units import read_unit
from chitieu.units.table import using, with_writings


def test_a_registered_unit_has_a_size():
    with ct.register_unit("giạ", size=(20, "kg")) as unit:
        assert (unit.label, unit.kind, unit.factor) == ("giạ", ct.UnitKind.MEASURE, 20)
        assert ct.parse_quantity("50 giạ").to("tấn") == ct.Quantity(1, "tấn")
        assert ct.parse_quantity("1 tấn") == ct.Quantity(50, "giạ")


def test_it_composes_like_any_other():
    with ct.register_unit("giạ", size=(Decimal("20.5"), "kg")):
        assert ct.parse_quantity("2 nghìn giạ/ha").to("tấn/ha") == ct.Quantity(41, "tấn/ha")
        assert str(ct.Quantity(5000, "giạ").rescale()) == "5 nghìn giạ"
        assert [str(m.value) for m in ct.find_targets("năng suất đạt ít nhất 350 giạ/ha")] == ["từ 350 giạ/ha trở lên"]
        assert ct.Quantity.from_pint(ct.parse_quantity("41 giạ").to_pint(), "kg") == ct.Quantity(Decimal("840.5"), "kg")


def test_without_a_size_it_is_a_counted_thing():
    with ct.register_unit("mô hình sinh kế bền vững", written=["MHSKBV"]) as unit:
        assert unit.kind is ct.UnitKind.COUNT
        assert ct.parse_unit("mhskbv") == unit
        assert ct.parse_quantity("5 MHSKBV").unit.label == "mô hình sinh kế bền vững"


def test_outside_its_scope_nothing_changes():
    with ct.register_unit("giạ", size=(20, "kg")):
        inside = ct.parse_quantity("50 giạ")
    outside = ct.parse_quantity("50 giạ")
    assert outside.unit.kind is ct.UnitKind.COUNT
    assert inside != outside
    assert inside.to("kg") == ct.Quantity(1000, "kg")
    assert pickle.loads(pickle.dumps(inside)) == inside  # noqa: S301  (our own bytes)


def test_an_exception_ends_the_scope():
    with pytest.raises(ZeroDivisionError), ct.register_unit("giạ", size=(20, "kg")):
        _ = 1 / 0
    assert ct.parse_unit("giạ").kind is ct.UnitKind.COUNT


def test_scopes_nest():
    with ct.register_unit("giạ", size=(20, "kg")):
        with ct.register_unit("phuy", size=(2, "giạ")):
            assert ct.Quantity(1, "phuy") == ct.Quantity(40, "kg")
        assert ct.parse_unit("phuy").kind is ct.UnitKind.COUNT
        assert ct.parse_unit("giạ").factor == 20


def test_one_stack_registers_for_a_whole_program():
    with ExitStack() as stack:
        for label, size in (("giạ", 20), ("bao xi", 50)):
            stack.enter_context(ct.register_unit(label, size=(size, "kg")))
        assert ct.Quantity(5, "giạ") == ct.Quantity(2, "bao xi")


def test_other_threads_see_nothing():
    with ct.register_unit("giạ", size=(20, "kg")), ThreadPoolExecutor(4) as pool:
        kinds = set(pool.map(lambda _: ct.parse_quantity("5 giạ").unit.kind, range(16)))
        assert kinds == {ct.UnitKind.COUNT}
        assert ct.parse_quantity("5 giạ").unit.kind is ct.UnitKind.MEASURE


def test_threads_may_register_each_its_own():
    def weigh(size):
        with ct.register_unit("giạ", size=(size, "kg")):
            return ct.parse_quantity("1 giạ").to("kg").value

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(weigh, range(1, 33))) == list(range(1, 33))


def test_tasks_register_each_its_own():
    async def weigh(size):
        with ct.register_unit("giạ", size=(size, "kg")):
            await asyncio.sleep(0)
            return ct.parse_quantity("1 giạ").to("kg").value

    async def main():
        return await asyncio.gather(*map(weigh, range(1, 9)))

    assert asyncio.run(main()) == list(range(1, 9))


@given(cst.numbers(places=2, digits=5), st.sampled_from(["kg", "tấn", "tạ"]), cst.numbers())
def test_a_registered_unit_is_its_size(size, base, value):
    """Law: an amount in a registered unit is that many times its size, and converts there and back."""
    size += 1
    with ct.register_unit("giạ", size=(size, base)):
        quantity = ct.Quantity(value, "giạ")
        assert quantity.amount == Fraction(value) * ct.Quantity(size, base).amount
        assert quantity.to(base).to("giạ") == quantity
        assert ct.parse_quantity(str(quantity)) == quantity


@pytest.mark.parametrize("label", ["đồng", "%", "kg", "Tạ", "ta\u0323", "hạng", "người", "HTX", "xã"])
def test_a_writing_of_the_table_is_taken(label):
    with pytest.raises(ct.UnitError) as info, ct.register_unit(label, size=(20, "tấn")):
        pass
    assert info.value.code == "unit.taken"


@pytest.mark.parametrize("label", ["vạn", "triệu", "trđ", "đ"])
def test_scale_words_abbreviations_and_symbols_are_taken(label):
    with pytest.raises(ct.UnitError) as info, ct.register_unit(label, size=(20, "kg")):
        pass
    assert info.value.code == "unit.taken"


def test_another_writing_may_be_taken_too():
    with pytest.raises(ct.UnitError) as info, ct.register_unit("giạ", size=(20, "kg"), written=["gia", "tạ"]):
        pass
    assert (info.value.found, info.value.label) == ("tạ", "tạ")


def test_a_unit_registered_already_is_taken():
    with (
        ct.register_unit("giạ", size=(20, "kg")),
        pytest.raises(ct.UnitError),
        ct.register_unit("giạ", size=(18, "kg")),
    ):
        pass


@pytest.mark.parametrize("label", ["", " ", " giạ ", "5", "thùng 20", "/ha", "\u200b"])
def test_what_cannot_be_read_cannot_be_registered(label):
    with pytest.raises(ct.ChitieuError), ct.register_unit(label, size=(20, "kg")) as unit:
        assert unit.label == label
    assert ct.parse_unit("giạ").kind is ct.UnitKind.COUNT


@pytest.mark.parametrize("size", [0, -20])
def test_a_size_is_above_nothing(size):
    with pytest.raises(ct.ChitieuError), ct.register_unit("giạ", size=(size, "kg")):
        pass


@pytest.mark.parametrize("size", [20.5, True, "20", Decimal("NaN")])
def test_a_size_is_exact(size):
    with pytest.raises(ct.NumberTypeError), ct.register_unit("giạ", size=(size, "kg")):
        pass


# --- writings of known units, as provinces add them ----------------------------------------------------


@pytest.mark.parametrize(
    ("writings", "text", "label", "rest"),
    [
        ({"giường kế hoạch": "giường bệnh"}, "5 giường kế hoạch", "giường bệnh", ""),
        ({"Giường Kế Hoạch": "giường bệnh"}, "5 giường kế hoạch/vạn dân", "giường bệnh/vạn dân", ""),
        ({"trdong": "triệu đồng"}, "5 trdong/người", "triệu đồng/người", ""),
        ({"nty": "nghìn tỷ đồng"}, "5 nty", "nghìn tỷ đồng", ""),
        ({"giường thực kê tại chỗ": "giường bệnh"}, "5 giường thực kê tại chỗ", "giường bệnh", ""),
        ({"g.bệnh": "giường bệnh"}, "5 g.bệnh", "giường bệnh", ""),
        ({"giường bệnh": "giường bệnh"}, "5 giường bệnh", "giường bệnh", ""),
    ],
)
def test_more_writings_of_known_units(writings, text, label, rest):
    with using(with_writings(writings)):
        source = SourceText(text)
        match = read_unit(source.flat, source.lower, 1)
        assert (match.unit.label, source.flat[match.end :], match.known) == (label, rest, True)


@pytest.mark.parametrize(
    ("writings", "code"),
    [
        ({"gb": "không có đơn vị này"}, "unit.meaning"),
        ({"gb": "giường bệnh/vạn dân"}, "unit.meaning"),
        ({"gb": "giường đồng"}, "unit.meaning"),
        ({"gb": "triệu không có"}, "unit.meaning"),
        ({"xã": "phường"}, "unit.taken"),
        ({"triệu": "đồng"}, "unit.taken"),
        ({"tấn": "triệu đồng"}, "unit.taken"),
        ({"triệu bạc": "triệu đồng"}, "unit.writing_of_noun"),
        ({"triệu vnđ": "triệu đồng"}, "unit.writing_known"),
        ({"triệu xã": "triệu đồng"}, "unit.writing"),
        ({"ba hai": "triệu đồng"}, "unit.writing"),
        ({"tỷ bạc": "triệu đồng"}, "unit.writing"),
        ({"triệu tỷ": "triệu đồng"}, "unit.writing"),
    ],
)
def test_writings_that_cannot_be(writings, code):
    with pytest.raises(ct.UnitError) as info:
        with_writings(writings)
    assert info.value.code == code


def test_ratios_have_no_dimension_in_pint_and_other_things_have():
    assert ct.Quantity(1, "%").to_pint().dimensionless
    for label in ("ha", "tỷ đồng", "xã", "điểm phần trăm", "kWh"):
        assert not ct.Quantity(1, label).to_pint().dimensionless


@pytest.mark.parametrize("writing", ["ha", "xã", "tỷ"])
def test_what_means_another_unit_is_taken_whatever_the_label(writing):
    with pytest.raises(ct.UnitError) as info, ct.register_unit("nhà văn hóa thôn", written=[writing]):
        pass
    assert info.value.code in {"unit.taken", "unit.label"}
    with pytest.raises(ct.UnitError), ct.register_unit("a b", written=[writing]):
        pass


def test_a_counted_thing_counts_one():
    with ct.register_unit("vườn ươm") as unit:
        assert (unit.factor, unit.scale, unit.kind) == (1, 1, ct.UnitKind.COUNT)
        assert ct.parse_unit("nghìn vườn ươm").factor == 1000
