"""The catalogue of indicators."""

import builders
import pytest
from hypothesis import given

import chitieu as ct


def test_keys_are_unique():
    keys = [record.key for record in ct.available_indicators()]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("record", ct.available_indicators(), ids=lambda record: record.key)
def test_records_are_sound(record):
    assert ct.get_indicator(record.key) is record
    assert record.direction in {"higher", "lower", "target_band", "context"}
    assert record.name.strip() == record.name != ""


@pytest.mark.parametrize(
    "record", [r for r in ct.available_indicators() if len(r.name.split()) > 2], ids=lambda record: record.key
)
def test_a_record_resolves_by_its_own_name(record):
    resolved = ct.resolve_indicator(record.name)
    assert resolved is not None
    assert resolved == record.key or ct.get_indicator(resolved).name != record.name


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Tỷ lệ hộ nghèo", "poor"), ("TỶ LỆ HỘ NGHÈO", "poor"), ("Tỉ lệ hộ nghèo", "poor"), ("Tỷ lệ hộ nghèo (chuẩn đa chiều)", "poor"),
        ("Tỷ lệ đô thị hoá", "urban"), ("Tỷ lệ\u00a0đô thị hóa", "urban"),
        ("Số hầm biogas", None), ("", None), ("GRDP", None),
        ("Các ngành, các cấp tập trung thực hiện nhiều biện pháp để kéo giảm Tỷ lệ hộ nghèo ở vùng sâu, vùng xa", None),
    ],
)  # fmt: skip
def test_resolves(name, key):
    assert ct.resolve_indicator(name) == key


def test_an_unknown_key_is_a_key_error():
    with pytest.raises(KeyError):
        ct.get_indicator("nonsense")


@given(builders.any_texts())
def test_a_resolved_key_exists(name):
    """Law: whatever resolves, resolves to a record of the catalogue."""
    key = ct.resolve_indicator(name)
    assert key is None or ct.get_indicator(key).key == key


def test_a_name_of_brackets_comes_back():
    """20,000 open brackets are a name like any other, read in one pass."""
    assert ct.resolve_indicator("(" * 20_000) is None
