"""Formats of provinces, and finding the province of a text."""

from datetime import date

import builders
import pytest
from hypothesis import given

import chitieu as ct
from chitieu.provinces.schema import build_format, load_data, merge

HEADER = "ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE\n|\nBến Tre, ngày 19 tháng 01 năm 2023\n"


@pytest.mark.parametrize("slug", ct.available_provinces())
def test_every_format_builds(slug):
    form = ct.get_province(slug)
    assert form.slug == slug
    assert form.sections.indicators
    assert form.header.kinds
    assert form.words.task_verbs


def test_a_format_extends_another():
    own, base = ct.get_province("ben-tre"), ct.get_province("standard")
    assert set(base.sections.indicators) <= set(own.sections.indicators)
    assert own.area == "83-legacy"
    assert base.area is None


def test_detection_ranks_with_reasons():
    (first, *_) = ct.detect_province(HEADER)
    assert (str(first), first.area.code) == ("ben-tre", "83")
    assert any(reason.startswith("issuer") for reason in first.reasons)
    assert any(reason.startswith("place") for reason in first.reasons)


def test_a_province_that_no_longer_exists_is_no_candidate():
    later = HEADER.replace("2023", "2026")
    assert all(found.slug != "ben-tre" for found in ct.detect_province(later))
    assert all(found.slug != "ben-tre" for found in ct.detect_province(HEADER, on=date(2026, 1, 1)))


def test_a_province_without_a_format_is_standard():
    (first, *_) = ct.detect_province("ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\nCà Mau, ngày 19 tháng 01 năm 2023")
    assert (first.slug, first.area.short_name) == ("standard", "Cà Mau")


@pytest.mark.parametrize("text", ["", "Không có tên nào", "tỉnh Sông Hậu"])
def test_no_province(text):
    assert ct.detect_province(text) == ()


@given(builders.any_texts())
def test_scores_fall(text):
    """Law: candidates come by falling score, each area once."""
    ranked = ct.detect_province(text)
    assert [found.score for found in ranked] == sorted((found.score for found in ranked), reverse=True)
    assert len({found.area.id for found in ranked}) == len(ranked)


def test_merging_adds_lists_and_overrides_values():
    assert merge({"a": 1, "t": {"l": ["x"], "k": 1}}, {"a": 2, "t": {"l": ["y", "x"]}}) == {
        "a": 2,
        "t": {"l": ["y", "x"], "k": 1},
    }


@pytest.mark.parametrize(
    "data",
    [{}, {"slug": "a"}, {"slug": "a", "name": "A", "nonsense": 1}, {"slug": "a", "name": "A", "words": {"x": []}}],
)
def test_bad_data_is_named(data):
    with pytest.raises(ct.ChitieuError) as info:
        build_format(data, "a.toml")
    assert info.value.code == "province.data"
    assert str(info.value).startswith("a.toml: ")


def test_bad_toml_is_named():
    with pytest.raises(ct.ChitieuError, match=r"a\.toml"):
        load_data("x = [", "a.toml")


def test_words_that_are_missing_match_nothing():
    form = build_format({"slug": "a", "name": "A"}, "a.toml")
    assert form.sections.opens_indicators.search("bất cứ chữ nào") is None
    assert not form.words.says_assigned.search("trung ương giao")
