"""Nouns that count the same things, and words of parts that overlap."""

import pytest

from chitieu.checking.named_amounts.nouns import (
    counts_alike,
    is_cut_across,
    is_narrower,
    is_shorter,
    names_itself,
    same_noun,
)
from chitieu.units import parse_unit


@pytest.mark.parametrize(
    ("whole", "part", "expected"),
    [
        ("xã", "xã", True),
        ("xã", "xã nông thôn mới", True),
        ("nghìn hộ", "hộ", True),
        ("triệu lượt khách", "nghìn lượt", True),
        ("lao động", "người", True),
        ("học sinh", "lao động", True),
        ("xã", "hộ", False),
        ("người", "hộ", False),
        ("hộ", "người", False),
        # who is in a body is no such body
        ("tổ", "tổ viên", False),
        ("đội", "đội trưởng", False),
        ("tổ", "tổ bảo vệ", True),
        ("người", "người cao tuổi", True),
        # bodies of any kind, and single ones
        ("đơn vị", "sở", True),
        ("cơ quan, đơn vị", "xã, phường", True),
        ("đơn vị", "hộ", False),
        ("hộ", "sở", False),
    ],
)
def test_nouns_of_the_same_things(whole, part, expected):
    assert same_noun(whole, part) == expected


@pytest.mark.parametrize(
    ("words", "others", "expected"),
    [
        ("nữ", "nữ, kỹ sư", True),
        ("Phụ nữ", "phụ nữ, kỹ sư", True),
        ("nữ", "nam, nữ", False),
        ("nữ", "NAM, nữ", False),
        ("phụ nữ", "nam giới, phụ nữ", False),
        ("nữ là đảng viên", "nam, nữ là đảng viên", True),
        ("đảng viên", "nam, đảng viên", True),
        ("đường nữa", "", False),
        ("kỹ sư", "nữ", False),
    ],
)
def test_parts_cut_another_way(words, others, expected):
    assert is_cut_across(words, others) == expected


def test_names_of_some_of_those_of_a_whole():
    assert is_narrower("Lao động có Bằng cấp")
    assert not is_narrower("lao động nữ")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("tỷ đồng", "triệu đồng", True),
        ("lượt khách", "lượt", True),
        ("nghìn lượt khách", "nghìn lượt", True),
        ("nghìn lượt khách", "lượt", False),
        ("xã", "đơn vị", True),
        ("xã", "hộ", False),
        ("bác sĩ/vạn dân", "bác sĩ", False),
        ("ha", "tấn", False),
        ("ngày", "ngày làm việc", True),
        ("ngày", "giờ", True),
        ("hộ", "tấn", False),
    ],
)
def test_units_of_one_thing(one, other, alike):
    assert counts_alike(parse_unit(one), parse_unit(other)) is alike
    assert counts_alike(parse_unit(other), parse_unit(one)) is alike


@pytest.mark.parametrize(
    ("size", "unit", "shorter"),
    [
        ("hộ", "hộ", False),
        ("hộ nghèo", "hộ", True),
        ("hộ", "hộ nghèo", True),
        ("tấn/ngày", "tấn", False),
        ("tấn", "tạ", False),
    ],
)
def test_a_unit_in_more_words(size, unit, shorter):
    assert is_shorter(size, unit) is shorter


@pytest.mark.parametrize(
    ("name", "first", "own"),
    [
        ("; tổng sản lượng cá", "diện tích", True),
        ("sản lượng cá", "sản lượng tôm", False),
        ("cá và sản lượng", "diện tích", False),
    ],
)
def test_a_name_that_says_what_is_measured(name, first, own):
    assert names_itself(name, first) is own
