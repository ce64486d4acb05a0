"""Parts of a number that are named instead of counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.parts.named_ones import named_beside, named_ones


def codes(text):
    return [finding.code for finding in ct.check(ct.Plan(text=text, period=ct.Period(2026)), rules=["parts-sum"])]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("gồm 5 xã và đặc khu Cù Lao", 1),
        ("gồm 5 xã, đặc khu Cù Lao và thị trấn Bến Mới", 2),
        ("gồm đặc khu Cù Lao, 5 xã", 1),
        ("gồm: 2 xã; 5 xã; thị xã Đông Hồ", 1),
        ("gồm 5 xã; thị xã Đông Hồ", 0),
        ("gồm 5 xã và các đặc khu Cù Lao, Hòn Đá", 2),
        ("gồm 5 xã và hai đặc khu Cù Lao", 2),
        ("(5 sở, 2 xã và Ban Quản lý khu kinh tế)", 1),
        ("gồm 5 sở và Văn phòng Ủy ban nhân dân tỉnh", 1),
        ("gồm 5 xã và một đặc khu Cù Lao", 1),
        ("gồm 5 xã và ba đặc khu Cù Lao", 3),
        ("gồm 5 xã và bốn đặc khu Cù Lao", 4),
        ("gồm 5 xã và năm đặc khu Cù Lao", 5),
        ("gồm 5 xã và các đặc khu Cù Lao, Hòn Đá, bến tàu, Hòn Mây", 2),
        ("gồm 5 xã và hai đặc khu Cù Lao, Hòn Đá", 2),
        ("gồm 5 xã và đặc khu Cù Lao, Hòn Đá", 1),
        ("gồm 5 xã (kể cả đặc khu Cù Lao)", 0),
        (f"gồm 5 xã {'ở nơi xa xôi ' * 30}và đặc khu Cù Lao", 1),
        # a number of its own, no name, another statement
        ("gồm 5 xã và 01 đặc khu", 0),
        ("gồm 5 xã và 02 đặc khu Cù Lao, Hòn Đá", 0),
        ("gồm 5 xã và phường trung tâm", 0),
        ("gồm 5 xã, phường Bến Mới là trung tâm", 0),
        ("gồm 5 xã, Sở Nội vụ chủ trì", 0),
        ("gồm 5 xã. Đặc khu Cù Lao", 0),
    ],
)
def test_how_many_are_named(text, count):
    assert named_ones(text, 0, text.index("5 ") + 4) == count


def test_a_line_without_the_texts_of_its_parts_names_none():
    assert named_beside("Có 6 xã", ["không có"]) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toàn tỉnh có 48 xã, phường, đặc khu (12 phường, 35 xã và đặc khu Cù Lao).", []),
        ("Toàn tỉnh có 49 xã, phường, đặc khu (12 phường, 35 xã và đặc khu Cù Lao).", ["parts-sum"]),
        ("Toàn tỉnh có 48 đơn vị hành chính cấp xã, gồm 12 phường, 35 xã và đặc khu Cù Lao.", []),
        ("Toàn tỉnh có 48 đơn vị hành chính cấp xã, gồm 12 phường; 35 xã; đặc khu Cù Lao.", []),
        ("Toàn tỉnh có 50 đơn vị hành chính cấp xã, gồm 12 phường, 35 xã và đặc khu Cù Lao.", ["parts-sum"]),
        ("Toàn tỉnh có 48 đơn vị hành chính cấp xã, gồm 12 phường, 35 xã và 01 đặc khu.", []),
        ("Toàn tỉnh có 47 đơn vị hành chính cấp xã, gồm 12 phường, 35 xã, phường Bến Mới.", []),
    ],
)
def test_sums_count_what_is_named(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(("total", "expected"), [(21, []), (22, ["parts-sum"])])
def test_indicator_lines_count_what_is_named(total, expected):
    line = f"1) Sắp xếp còn {total} đơn vị hành chính cấp huyện, gồm thành phố Cù Lao, 3 thị xã và 17 huyện;"
    found = ct.check(ct.Plan(indicators=ct.parse_indicators(line)), rules=["parts-sum"])
    assert [finding.code for finding in found] == expected


@given(st.integers(1, 60), st.integers(1, 60), st.integers(1, 4))
def test_each_name_is_one(wards, communes, names):
    """A whole of all that is counted and named holds."""
    named = "".join(f", đặc khu Hòn {name}" for name in ["Một", "Hai", "Ba", "Bốn"][:names])
    assert codes(f"Có {wards + communes + names} xã, phường, đặc khu (gồm {wards} phường, {communes} xã{named}).") == []
