"""The catalogue of indicators."""

from datetime import date
from decimal import Decimal

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.indicators.records import KINDS, Catalogue
from chitieu.units import UnitKind

RECORDS = ct.available_indicators()
BY_KEY = {record.key: record for record in RECORDS}


def test_keys_are_unique():
    assert len(BY_KEY) == len(RECORDS) > 200


def test_names_are_unique():
    """Two records that share a name could not be told apart."""
    names = [name.lower() for record in RECORDS for name in (record.name, *record.aliases)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.key)
def test_records_are_sound(record):
    assert ct.get_indicator(record.key) is record
    assert record.direction in {"higher", "lower", "target_band", "context"}
    assert record.kind in KINDS
    assert all(text.strip() == text != "" for text in (record.key, record.name, record.group, *record.aliases))
    assert record.unit == (record.units[0] if record.units else "")
    for link in (record.part_of, record.growth_of):
        assert link is None or link in BY_KEY
    if record.kind == "share":
        assert record.units[0] == "%"
        assert record.maximum == Decimal(100)
        assert record.minimum == (None if record.key == "share_tax" else 0)
    if record.direction == "target_band" and record.band:
        low, high = record.band
        assert record.minimum is None or record.minimum <= low <= high


@pytest.mark.parametrize("record", [r for r in RECORDS if r.key not in ("srb", "mmr")], ids=lambda record: record.key)
def test_units_are_units(record):
    """Law: every unit of a record is one that texts are read with."""
    for label in record.units:
        assert ct.parse_unit(label).kind is not UnitKind.NONE


def test_what_was_wrong_is_mended():
    assert BY_KEY["life"].kind == "average"
    assert BY_KEY["pci"].units == ("điểm", "hạng")
    assert BY_KEY["srb"].band == (Decimal(103), Decimal(107))
    assert BY_KEY["tfr"].band == (Decimal("2.0"), Decimal("2.2"))
    assert BY_KEY["disburse"].maximum is None
    assert BY_KEY["papi"].maximum == 80


def test_codes_have_a_system_and_days():
    code = BY_KEY["urban"].codes[0]
    assert (code.code, code.system, code.status) == ("T0117", "QĐ 05/2023/QĐ-TTg", "inferred")
    assert not code.covers(date(2023, 4, 14))
    assert code.covers(date(2023, 4, 15))
    assert BY_KEY["urban"].code == "T0117"
    assert [code.code for code in BY_KEY["pop"].codes if code.covers(date(2025, 12, 31))] == ["T0102", "H01"]
    assert [code.code for code in BY_KEY["pop"].codes if code.covers(date(2026, 1, 1))] == ["T0102"]
    assert BY_KEY["poor"].code is None
    assert {code.status for record in RECORDS for code in record.codes} == {"verified", "inferred", "group"}


def test_available_on_a_day():
    day, after = date(2025, 6, 30), date(2025, 7, 1)
    ended = {r.key for r in ct.available_indicators(on=day)} - {r.key for r in ct.available_indicators(on=after)}
    assert ended == {"ntm_district", "efile_district"}


def test_an_english_name_is_a_key_too():
    assert ct.get_indicator("poverty_rate") is ct.get_indicator("poor")


@pytest.mark.parametrize(
    ("asked", "near"), [("por", "poor"), ("poverty_rat", "poverty_rate"), ("%%", "available_indicators")]
)
def test_who_asks_for_no_key_is_told_what_is_near(asked, near):
    with pytest.raises(ct.UnknownIndicatorError, match=near) as info:
        ct.get_indicator(asked)
    assert isinstance(info.value, KeyError)
    assert near in info.value.message("vi")


def test_an_unknown_key_is_a_key_error():
    with pytest.raises(KeyError):
        ct.get_indicator("nonsense")


# --- breaks ---


def test_poverty_standards_break_the_series():
    assert [item.after for item in ct.breaks_between("poor", ct.Period(2009), ct.Period(2030))] == [
        "chuẩn nghèo 2011-2015",
        "chuẩn nghèo 2016-2020",
        "chuẩn nghèo 2021-2026",
        "chuẩn nghèo 2027-2030",
    ]
    assert ct.breaks_between("poor", ct.Period(2022), date(2026, 12, 31)) == ()


def test_communes_of_2025():
    (item,) = ct.breaks_between(ct.get_indicator("ntm"), ct.Period(2024), ct.Period(2025))
    assert (item.on, item.key) == (date(2025, 7, 1), "commune-level")


def test_a_merged_province_brings_its_own_break():
    merged = ct.SeriesBreak(date(2025, 7, 1), "area")
    assert ct.breaks_between("export", ct.Period(2024), ct.Period(2026)) == ()
    assert ct.breaks_between("export", ct.Period(2024), ct.Period(2026), also=[merged]) == (merged,)


@given(st.sampled_from(RECORDS), st.lists(st.dates(date(2005, 1, 1), date(2035, 1, 1)), min_size=3, max_size=3))
def test_breaks_add_up(record, days):
    """Law: the breaks between two days are those up to a day between and those from it, in either order."""
    first, middle, last = sorted(days)
    whole = ct.breaks_between(record, first, last)
    assert whole == ct.breaks_between(record, last, first)
    assert whole == ct.breaks_between(record, first, middle) + ct.breaks_between(record, middle, last)


# --- search ---


def test_search():
    assert ct.search_indicators("T0501")[0].key == "grdp"
    assert {"hi", "si", "ui"} <= {record.key for record in ct.search_indicators("bao hiem")}
    assert "hi" in {record.key for record in ct.search_indicators("BHYT")}
    assert ct.search_indicators("ntm_district", on=date(2026, 1, 1)) == ()
    assert ct.search_indicators("") == ct.search_indicators("không có chỉ tiêu nào như vậy") == ()


@given(st.sampled_from(RECORDS))
def test_a_record_is_found_by_its_name(record):
    """Law: who searches for the name of a record finds it among the first that have no other words."""
    assert record in ct.search_indicators(record.name)


@given(builders.any_texts())
def test_any_text_may_be_searched(text):
    """Law: a search gives records and raises nothing."""
    assert set(ct.search_indicators(text)) <= set(RECORDS)


# --- own records ---

OWN = ct.Indicator("coconut", "Diện tích dừa hữu cơ", units=("ha",), direction="higher", kind="stock", minimum=0)


def test_own_records_live_in_a_scope():
    with ct.register_indicator(OWN) as known:
        assert ct.resolve_indicator("Diện tích dừa hữu cơ (ha)") == "coconut"
        assert ct.get_indicator("coconut") is OWN
        assert len(ct.available_indicators()) == len(RECORDS) + 1
        assert isinstance(known, Catalogue)
        item = ct.parse_indicators("1) Diện tích dừa hữu cơ từ 8.000 ha trở lên;")[0]
        assert item.indicator == "coconut"
    assert ct.resolve_indicator("Diện tích dừa hữu cơ (ha)") is None
    with pytest.raises(KeyError):
        ct.get_indicator("coconut")


def test_scopes_nest():
    other = ct.Indicator("honey", "Sản lượng mật ong")
    with ct.register_indicator(OWN), ct.register_indicator(other):
        assert ct.get_indicator("coconut") is OWN
        assert ct.get_indicator("honey") is other


def test_a_province_in_use_keeps_what_a_program_registered():
    form = ct.get_province("standard")
    with ct.register_indicator(OWN), ct.indicators.using(ct.indicators.with_aliases({"water": ["Hộ dùng nước máy"]})):
        assert ct.parse_indicators("1) Diện tích dừa hữu cơ 8.000 ha;", form)[0].indicator == "coconut"
        assert ct.resolve_indicator("Hộ dùng nước máy") == "water"


def test_the_same_names_are_indexed_once():
    aliases = {"water": ["Hộ dùng nước máy"]}
    assert ct.indicators.with_aliases(aliases) is ct.indicators.with_aliases(aliases)


def test_a_key_is_given_once():
    with pytest.raises(ct.IndicatorError, match="poor") as error, ct.register_indicator(ct.Indicator("poor", "Nghèo")):
        pass
    assert error.value.code == "indicator.taken"
    assert "poor" in error.value.message("vi")


def test_aliases_in_a_scope_win():
    with ct.indicators.using(ct.indicators.with_aliases({"water": ["Tỷ lệ hộ nghèo"]})):
        assert ct.resolve_indicator("Tỷ lệ hộ nghèo") == "water"
    assert ct.resolve_indicator("Tỷ lệ hộ nghèo") == "poor"
    with pytest.raises(KeyError):
        ct.indicators.with_aliases({"nonsense": ["x"]})


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"key": " "}, "indicator.empty"),
        ({"name": ""}, "indicator.empty"),
        ({"direction": "up"}, "indicator.option"),
        ({"kind": "thing"}, "indicator.option"),
        ({"minimum": 5, "maximum": 4}, "indicator.bounds"),
        ({"band": (3, 2)}, "indicator.bounds"),
        ({"minimum": "chín"}, "indicator.number"),
        ({"band": (1, 2, 3)}, "indicator.band"),
        ({"band": ()}, "indicator.band"),
        ({"units": "ha"}, "indicator.texts"),
        ({"aliases": "Tên khác"}, "indicator.texts"),
    ],
)
def test_what_a_record_cannot_be(fields, code):
    with pytest.raises(ct.IndicatorError) as error:
        ct.Indicator(**{"key": "a", "name": "b", **fields})
    assert error.value.code == code
    assert error.value.message("en") != error.value.message("vi")


def test_bounds_are_exact():
    assert ct.Indicator("a", "b", minimum="0.1", maximum=7).minimum == Decimal("0.1")
    with pytest.raises(ct.NumberTypeError):
        ct.Indicator("a", "b", minimum=0.1)
