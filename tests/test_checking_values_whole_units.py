"""Parts that have their unit from their whole, or are in percent of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

import chitieu as ct
from chitieu.checking.subject import Subject
from chitieu.checking.values.missing_units import unit_missing
from chitieu.checking.values.units import unit_fits
from chitieu.checking.values.whole_units import parts_in_percent, told_by_wholes
from chitieu.numbers.numerals import scan_numerals
from chitieu.text import SourceText


def told(text):
    source = SourceText(text)
    numerals, _ = scan_numerals(source)
    starts = told_by_wholes(source.lower, numerals)
    return [source.flat[one.start : one.digits_end] for one in numerals if one.start in starts]


@pytest.mark.parametrize(
    "text",
    [
        "Điện sản xuất 9,5 tỷ kWh: điện gió 4,5; điện mặt trời 3,5; điện sinh khối 1,5 tỷ kWh; riêng gió 47%.",
        "Chi 95.500 triệu đồng, chia ra: giáo dục 60.500; y tế 35.000; xong.",
        "Chi 95.500 triệu đồng (giáo dục 60.500 và y tế 35.000).",
        "Vận chuyển 48 triệu tấn hàng hóa (đường bộ 35,5; đường thủy 12,5).",
        "Tạo việc làm trong tỉnh 9.550 lượt người, gồm:\n- Vay vốn ưu đãi: 6.050;\n- Doanh nghiệp tuyển: 3.500.",
        "Kinh phí: 955 tỷ đồng.\nTrong đó:\n- Chi thường xuyên: 605,5;\n- Chi đầu tư: 349,5.",
        "Huy động 9.550 tỷ đồng, gồm:\na) Ngân sách: 6.050\nb) Doanh nghiệp: 3.500\nII. NHIỆM VỤ",
        "Tổng vốn 955 tỷ đồng, cụ thể: ngân sách 605,5 (63,4%); vốn vay 349,5 (36,6%).",
    ],
)
def test_parts_that_all_go_without(text):
    assert len(told(text)) >= 2
    assert found(plan(lines=f"1. {text}"), unit_missing) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Vốn 955 tỷ đồng, trong đó: vốn tỉnh 605.",
        "Vốn 955 tỷ đồng, gồm: vốn tỉnh 605 tỷ đồng, vốn xã 300,5, vốn khác 49,5 tỷ đồng.",
        "Vốn 955 tỷ đồng, gồm: vốn tỉnh 905, vốn xã 300.",
        "Vốn 955 tỷ đồng. Sản lượng 605,5; giá trị 349,5.",
        "Xuất khẩu 955 triệu USD (năm 2025: 905; năm 2024: 50).",
        "Vốn 955 tỷ đồng, gồm: vốn tỉnh tăng 605, vốn xã giảm 300.",
        "Tổng vốn 955 tỷ đồng, chi 605; thu 300.",
    ],
)
def test_numbers_that_are_no_parts_or_lost_their_unit(text):
    assert told(text) == []


@given(st.lists(st.integers(100, 1800), min_size=2, max_size=6))
def test_law_parts_up_to_the_whole_are_told_by_it(parts):
    """Parts that come to no more than the whole are told; those that come to more are not."""
    listed = "; ".join(
        f"vùng {name} {part}"
        for name, part in zip(["cao", "thấp", "giữa", "ngoài", "trong", "xa"], parts, strict=False)
    )
    assert len(told(f"Vốn {sum(parts)} tỷ đồng, gồm: {listed}.")) == len(parts)
    assert told(f"Vốn {sum(parts) - 1} tỷ đồng, gồm: {listed}.") == []


PERCENTS = [
    "Tổng nhu cầu 955 tỷ đồng, trong đó chi thường xuyên 63,5%, chi đầu tư phát triển 36,5%.",
    "Tổng nhu cầu 955 tỷ đồng (vốn đầu tư công 63,5%; vốn FDI 36,5%).",
    "Huy động 955 tỷ đồng: chi thường xuyên 63,5%; vốn FDI 36,5%.",
    "Nhu cầu là 955 tỷ đồng. Trong đó: chi đầu tư phát triển 63,5%; chi thường xuyên 36,5%.",
    "Nhu cầu 955 tỷ đồng gồm:\n+ Chi thường xuyên 63,5%;\n+ Chi đầu tư phát triển 36,5%.",
    "Gieo trồng 9.550 ha, trong đó diện tích lúa 63,5%, diện tích ngô 36,5%.",
]


@pytest.mark.parametrize("text", PERCENTS)
def test_parts_of_an_amount_in_percent(text):
    body = f"KẾ HOẠCH\nPhát triển kinh tế năm 2026\nI. CHỈ TIÊU\n1. Tỷ lệ hộ nghèo còn 1%.\nKINH PHÍ\n{text}\n"
    assert found(ct.Plan(text=body), unit_fits) == ()
    assert found(plan(work=f"1. Sở Tài chính\n- {text}"), unit_fits) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what they come to stands farther ahead, or has no unit itself
        (
            "Chi 95.500 triệu đồng, đạt 104% kế hoạch (91.800), hơn năm trước 2.000. Trong đó: giáo dục 60.500; y tế 35.000.",
            ["60.500", "35.000"],
        ),
        ("Được giao 5.250, gồm công chức 1.250 (giảm 12) và viên chức 4.000 (giảm 70).", ["1.250", "4.000"]),
        # they come to nothing that is told, or too far ahead
        ("Được giao 5.250, gồm công chức 1.260 (giảm 12) và viên chức 4.000 (giảm 70).", []),
        (f"Được giao 5.250{', đúng quy định' * 18}, gồm công chức 1.250 và viên chức 4.000.", []),
        # one has a unit, or is the only one
        ("Được giao 5.250, gồm công chức 1.250 người và viên chức 4.000.", []),
        ("Được giao 5.250, trong đó công chức 5.250.", []),
    ],
)
def test_parts_that_come_to_a_number_told_ahead(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        ("955 tỷ đồng", "xã 605, bản 350", ["605", "350"]),
        ("955 ha", "xã 605, bản 350", ["605", "350"]),
        ("955%", "xã 605, bản 350", []),
        ("955/1.000 tỷ đồng", "xã 605, bản 350", []),
        # they end where they come to the whole
        ("955 tỷ đồng", "xã 605, bản 350, thôn 12", ["605", "350"]),
        ("955 tỷ đồng", "xã 605, bản 349, xóm 12", []),
        # two at least are without a unit, and the last has that of all
        ("955 tỷ đồng", "xã 605, bản 300 tỷ đồng", []),
        ("955 tỷ đồng", "xã 605, bản 200, thôn 150 tỷ đồng", ["605", "200"]),
        ("955 tỷ đồng", "xã 605, bản 200, thôn 150 triệu đồng", ["605", "200"]),
        ("955 tỷ đồng", "xã 605, bản 200, thôn 150 ha", []),
        # each has a name, and is one amount above nothing
        ("955 tỷ đồng", "xã 605, 350", []),
        ("955 tỷ đồng", "xã 605, bản 0, thôn 350", []),
        ("955 tỷ đồng", "xã 605, bản 25/350", []),
        ("955 tỷ đồng", "xã 605, năm 350", []),
        ("955 tỷ đồng", "xã 605, bản tăng 350", []),
        # shares in brackets and numbers of documents stand aside, other shares do not
        ("955 tỷ đồng", "xã 605 (63,4%), bản 350", ["605", "350"]),
        ("955 tỷ đồng", "xã 605, phần 63,4%, bản 350", []),
        ("955 tỷ đồng", "xã 605 theo Nghị quyết số 12/2025/NQ-HĐND, bản 350", ["605", "350"]),
        # in one sentence, list or cell, and not far
        ("955 tỷ đồng", "xã 605.\n- Bản 350", ["605", "350"]),
        ("955 tỷ đồng", "xã 605. Bản 350", []),
        ("955 tỷ đồng", "xã 605 | bản 350", []),
        ("955 tỷ đồng", f"xã 605, {'bản xa xôi ' * 17}xóm 350", ["605", "350"]),
        ("955 tỷ đồng", f"xã 605, {'bản xa xôi ' * 18}xóm 350", []),
    ],
)
def test_which_numbers_are_parts(whole, parts, expected):
    assert told(f"Vốn {whole}, gồm: {parts}.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vốn 955 tỷ đồng, trong đó chi 63%, thu 37%.", ["63%", "37%"]),
        ("Vốn 955 tỷ đồng, trong đó chi 63%, thu 100%.", ["63%", "100%"]),
        ("Vốn 955 tỷ đồng, trong đó chi 63%, thu 101%, nợ 12%.", ["63%"]),
        ("Vốn 955 tỷ đồng, trong đó chi 63% (600 tỷ đồng), thu 37%.", ["63%", "37%"]),
        ("Vốn 955 tỷ đồng, trong đó chi 63%, có 600 tỷ đồng, thu 37%.", ["63%"]),
        ("Vốn 955 tỷ đồng, trong đó chi 63%, tăng 5%, thu 37%.", ["63%"]),
        ("Vốn 955 tỷ đồng, trong đó chi 63%. Thu 37%.", ["63%"]),
        ("Vốn 955 tỷ đồng, trong đó chi 63‰, thu 37%.", []),
        ("Vốn 955 tỷ đồng, trong đó chi tăng 63%.", []),
        ("Vốn tăng 955 tỷ đồng, trong đó chi 63%, thu 37%.", []),
        ("Vốn 955/1.000 tỷ đồng, trong đó chi 63%, thu 37%.", []),
        ("Bài đạt 955 điểm, trong đó viết 63%, vẽ 37%.", []),
        ("Vốn 955 tỷ đồng, chi 63%, thu 37%.", []),
    ],
)
def test_which_percentages_are_parts(text, expected):
    (passage,) = Subject.of(text, (), (), None).passages
    assert [str(hit.target.quantity) for hit in parts_in_percent(passage)] == expected
