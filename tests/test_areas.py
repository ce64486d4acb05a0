"""Provinces as dated records."""

from datetime import date

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.areas import name_key

LAST_OLD, FIRST_NEW = date(2025, 6, 30), date(2025, 7, 1)


def test_the_map_changed_in_one_night():
    assert (len(ct.areas_on(LAST_OLD)), len(ct.areas_on(FIRST_NEW))) == (63, 34)


@pytest.mark.parametrize("day", [date(2015, 1, 1), LAST_OLD, FIRST_NEW, date(2026, 12, 31)])
def test_codes_and_names_are_unique_on_a_day(day):
    areas = ct.areas_on(day)
    assert len({area.code for area in areas}) == len({area.name for area in areas}) == len(areas)
    assert [area.code for area in areas] == sorted(area.code for area in areas)


@pytest.mark.parametrize("name", ["Bến Tre", "TỈNH BẾN TRE", "tỉnh Bến Tre", "bến\u00a0tre", builders.nfd("Bến Tre")])
def test_writings_of_one_name(name):
    assert ct.find_area(name).code == "83"


@pytest.mark.parametrize(
    ("one", "other"), [("TP.HCM", "Thành phố Hồ Chí Minh"), ("Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu")]
)
def test_aliases(one, other):
    assert ct.find_area(one, LAST_OLD) == ct.find_area(other, LAST_OLD)
    assert ct.find_area(one, LAST_OLD) is not None


def test_a_name_is_not_an_identity():
    """Tuyên Quang before and after the merger are two units."""
    before, after = ct.find_area("Tuyên Quang", LAST_OLD), ct.find_area("Tuyên Quang", FIRST_NEW)
    assert before
    assert after
    assert before.id != after.id


def test_ben_tre_ended_inside_vinh_long():
    assert ct.find_area("Bến Tre", FIRST_NEW) is None
    area = ct.find_area("Bến Tre", LAST_OLD)
    assert (area.valid_to, str(area)) == (LAST_OLD, "Tỉnh Bến Tre")
    assert "Vĩnh Long" in area.successor


@given(st.dates(date(2010, 1, 1), date(2035, 1, 1)))
def test_what_exists_is_found_by_its_name(day):
    """Law: every unit of a day is found by its own name on that day."""
    for area in ct.areas_on(day):
        assert area.exists_on(day)
        assert ct.find_area(area.name, day) == area
        assert ct.find_area(area.short_name, day) == area


@pytest.mark.parametrize("name", ["", "Sông Hậu", "   ", "tỉnh"])
def test_unknown_names_are_none(name):
    assert ct.find_area(name) is None


@given(builders.any_texts())
def test_the_key_of_a_name_is_its_own_key(name):
    """Law: making the key of a key changes nothing once the kind of unit is gone."""
    key = name_key(f"x {name}")
    assert name_key(key) == key
