"""How large one named work is, told in two places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.repeats.named_works import other_sizes
from chitieu.checking.texts.pieces import Piece
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG HẬU

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026

I. NHIỆM VỤ
1. Sở Xây dựng
- {}
2. Sở Tài chính
- {}
"""


def said(first, second):
    plan = ct.parse_plan(HEAD.format(first, second))
    return [finding.about for finding in ct.check(plan) if finding.code == "duplicate-target"]


@pytest.mark.parametrize(
    ("first", "second", "right", "wrong"),
    [
        ("Khởi công Bệnh viện Sản Nhi Sông Hậu (250 giường).", "Bàn giao Bệnh viện Sản Nhi Sông Hậu quy mô {} giường.", "250", "350"),
        ("Thi công cầu Vàm Xáng dài 1,4 km.", "Giải phóng mặt bằng cầu Vàm Xáng (dài {} km).", "1,4", "1,9"),
        ("Dự án đường tỉnh 925B (tổng mức đầu tư 860 tỷ đồng).", "Khởi công Dự án đường tỉnh 925B, tổng mức đầu tư {} tỷ đồng.", "860", "680"),
        ("Thành lập khu công nghiệp Thạnh Lợi diện tích 210 ha.", "Triển khai khu công nghiệp Thạnh Lợi (quy mô {} ha).", "210", "120"),
        ("Hoàn thành Nhà máy nước Vị Tân, công suất 20.000 m3/ngày đêm.", "Vận hành Nhà máy nước Vị Tân có công suất {} m3/ngày đêm.", "20.000", "25.000"),
        ("Đưa tuyến đường Võ Nguyên Giáp (chiều dài 6 km, tổng mức đầu tư 400 tỷ đồng) vào khai thác.",
         "Thi công tuyến đường Võ Nguyên Giáp (chiều dài 6 km, tổng mức đầu tư {} tỷ đồng).", "400", "440"),
    ],
)  # fmt: skip
def test_one_work_has_one_size(first, second, right, wrong):
    assert said(first, second.format(right)) == []
    (about,) = said(first, second.format(wrong))
    assert about in first
    assert said(second.format(wrong), first) == [about]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Khởi công Bệnh viện Sản Nhi Sông Hậu (250 giường).", "Mở rộng Bệnh viện Sản Nhi Sông Hậu (350 giường)."),
        ("Thi công đường tỉnh 925B giai đoạn 1 dài 12 km.", "Chuẩn bị đầu tư đường tỉnh 925B dài 31 km."),
        ("Giải phóng mặt bằng khu công nghiệp Thạnh Lợi (50 ha).", "Thành lập khu công nghiệp Thạnh Lợi (210 ha)."),
        ("Thi công cầu Vàm Xáng dài 420 m.", "Thi công cầu Vàm Xáng rộng 9 m."),
        ("Thi công cầu Vàm Xáng dài 1,4 km.", "Thi công đường vào cầu Vàm Xáng dài 0,6 km."),
        ("Bố trí vốn cho đường tỉnh 925B (60 tỷ đồng).", "Thi công đường tỉnh 925B (tổng mức đầu tư 860 tỷ đồng)."),
        ("Thi công cầu Vàm Xáng dài 1,4 km.", "Thi công cầu Vàm Xáng dài 1.380 m."),
        ("Xây dựng nhà văn hóa ấp (120 chỗ).", "Xây dựng nhà văn hóa ấp (200 chỗ)."),
        ("Đến năm 2030, Bệnh viện Sản Nhi Sông Hậu quy mô 500 giường.", "Bàn giao Bệnh viện Sản Nhi Sông Hậu quy mô 350 giường."),
    ],
)  # fmt: skip
def test_parts_other_works_and_other_measures_are_left_alone(first, second):
    assert said(first, second) == said(second, first) == []


@given(st.integers(100, 900), st.integers(100, 900))
def test_a_size_is_found_where_it_differs(one, other):
    """Law: two sizes of one work give a finding exactly where they differ."""
    told = [f"Bàn giao Bệnh viện Sản Nhi Sông Hậu quy mô {beds} giường." for beds in (one, other)]
    assert bool(said(*told)) == (one != other)


@given(st.text(max_size=200))
def test_any_text_is_looked_through(text):
    """Law: whatever a task says, the check ends."""
    plan = ct.parse_plan(HEAD.format("Thi công cầu Vàm Xáng dài 1,4 km.", text))
    assert isinstance(ct.check(plan, rules=["duplicate-target"]), tuple)


def sizes(*lines):
    """Return the sizes of works that are told otherwise before, each with what was told."""
    source = SourceText("\n".join(lines))
    found = other_sizes(((Piece(source, placed=True), tuple(scan_targets(source)[0])),))
    return [(str(one.hit.target), str(one.told.target)) for one in found]


BRIDGE = "Thi công cầu Vàm Xáng dài 1,4 km."


@pytest.mark.parametrize(
    "line",
    [
        "Khánh thành cầu Vàm Xáng, dài 1,9 km.",
        "Thi công, thông xe cầu Vàm Xáng có chiều dài 1,9 km.",
        "Cầu Vàm Xáng (1,9 km) đã xong.",
        "Cầu Vàm Xáng chiều dài toàn tuyến là 1,9 km.",
        "Thi công cầu Vàm Xáng\ndài 1,9 km.",
        # the second size of one work
        "Thi công cầu Vàm Xáng rộng 9 m, dài 1,9 km.",
        "Thi công cầu Vàm Xáng (rộng 9 m; dài 1,9 km).",
        "Thi công cầu Vàm Xáng rộng 9 m và dài 1,9 km.",
    ],
)
def test_ways_to_say_how_long_a_bridge_is(line):
    assert sizes(BRIDGE, line) == [("1,9 km", "1,4 km")]


@pytest.mark.parametrize(
    "line",
    [
        "Cầu Vàm Xáng 1,9 km.",  # no word and no bracket says that it is a size
        "Năm 2030, cầu Vàm Xáng dài 1,9 km.",
        "Cầu Vàm Xáng dài 1,45 km.",  # rounded
        "Cầu Vàm Xáng dài trên 1,9 km.",
        "Cầu Vàm Xáng dài thêm 1,9 km.",
        "Cầu Vàm Xáng dài 1,9 km/năm.",
        "Thi công cầu Vàm Xáng rộng 9 m, trong đó dài 1,9 km.",
        "Thi công cầu Vàm Xáng.\n- Dài 1,9 km.",
    ],
)
def test_lengths_that_are_not_that_of_the_bridge(line):
    assert sizes(BRIDGE, line) == []


@pytest.mark.parametrize(
    ("form", "one", "other", "found"),
    [
        ("Bệnh viện Sản Nhi ({}).", "250 giường bệnh", "350 giường bệnh", True),
        ("Trường Lê Lợi ({}).", "250 cây", "350 cây", False),
        ("Trường Lê Lợi quy mô {}.", "250 cây", "350 cây", True),
        ("Trường Lê Lợi quy mô {}.", "250 học sinh", "350 học sinh", False),  # who goes there changes
        ("Trường hợp Lê Lợi quy mô {}.", "250 cây", "350 cây", False),
        ("Nhà máy Lê Lợi công suất {}.", "250 tấn/ngày", "350 tấn/ngày", True),
        ("Nhà máy Lê Lợi công suất {}.", "250 tấn/năm", "350 tấn/năm", False),
        ("Khu Lê Lợi quy mô {}.", "50%", "60%", False),
        ("Khu Lê Lợi quy mô {}.", "50 ha", "60 ha", True),
        ("Mở rộng khu Lê Lợi quy mô {}.", "50 ha", "60 ha", True),
        ("Khu lâm sinh quy mô {}.", "50 ha", "60 ha", False),  # a kind, no name
        ("Khu lâm sinh 12 quy mô {}.", "50 ha", "60 ha", True),
    ],
)
def test_what_a_size_is(form, one, other, found):
    assert sizes(form.format(one), form.format(other)) == [(other, one)] * found


def test_ground_and_size_are_one_where_the_unit_tells_it():
    """Hectares are of ground whether the words say *diện tích*, *quy mô* or nothing; the first of two sizes is told once."""
    for form in ("Khu Lê Lợi quy mô {}.", "Khu Lê Lợi ({})."):
        assert sizes("Khu Lê Lợi diện tích 210 ha.", form.format("120 ha")) == [("120 ha", "210 ha")]
    forms = [f"Khu Lê Lợi quy mô {hectares} ha." for hectares in (50, 60, 60, 50)]
    assert sizes(*forms) == [("60 ha", "50 ha")]
