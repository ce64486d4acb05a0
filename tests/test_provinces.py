"""Formats of provinces, and finding the province of a text."""

from datetime import date

import builders
import pytest
from hypothesis import given

import chitieu as ct

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
    assert own.areas == ("83-legacy",)
    assert base.areas == ()


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
    (first, *_) = ct.detect_province("ỦY BAN NHÂN DÂN\nTỈNH KIÊN GIANG\nKiên Giang, ngày 19 tháng 01 năm 2023")
    assert (first.slug, first.area.short_name) == ("standard", "Kiên Giang")


@pytest.mark.parametrize("text", ["", "Không có tên nào", "tỉnh Sông Hậu"])
def test_no_province(text):
    assert ct.detect_province(text) == ()


@given(builders.any_texts())
def test_scores_fall(text):
    """Law: candidates come by falling score, each area once."""
    ranked = ct.detect_province(text)
    assert [found.score for found in ranked] == sorted((found.score for found in ranked), reverse=True)
    assert len({found.area.id for found in ranked}) == len(ranked)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cà Mau: Bước tiến mới\n\n27/01/2023 - 18:18\n\nTin của Báo Cà Mau", ["Cà Mau"]),
        ("tỉnh Cà Mau và tỉnh Cà Mau; Kiên Giang", ["Cà Mau", "Kiên Giang"]),
        ("học tập phong cách Hồ Chí Minh", []),
        ("bờ Thái Bình Dương", []),
        ("Cà Mau, ngày 19 tháng 01 năm 2023\nthị trường Hà Nội", ["Cà Mau"]),
    ],
)
def test_a_text_without_a_header_names_its_province(text, names):
    assert [found.area.short_name for found in ct.detect_province(text)] == names


def test_the_date_of_a_news_item_counts():
    text = "Bến Tre: tin\n\n27/01/{} - 18:18\n"
    assert [str(found) for found in ct.detect_province(text.format(2023))] == ["ben-tre"]
    assert ct.detect_province(text.format(2026)) == ()


def test_the_issuer_is_seen_across_a_line_break():
    text = "ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE\nSố: 15/TB-UBND\nBến Tre, ngày 05 tháng 3 năm 2024\n"
    (found, *_) = ct.detect_province(text)
    assert (found.score, found.reasons) == (15, ("issuer: TỈNH BẾN TRE", "place: Bến Tre, ngày"))
