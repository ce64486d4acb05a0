"""Provinces that a plan names as they are today."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

from chitieu import areas
from chitieu.checking.names import agencies

GONE = [area for area in areas.by_id().values() if area.successor_id and area.kind == "tỉnh"]
GONE = [
    area
    for area in GONE
    if areas.find(area.short_name)
    and not any(one.short_name == area.short_name and one is not area for one in areas.by_id().values())
]


def named(subject):
    """Return the provinces that are reported."""
    return [finding.about for finding in found(subject, agencies.area_not_existing)]


@given(st.sampled_from(GONE))
def test_law_a_province_that_is_gone_is_reported_unless_its_name_is_said_to_be_old(area):
    """Wherever a task names it."""
    for text, expected in (
        (f"Mở đường nối với {area.name.lower()[:4]} {area.short_name}.", [area.name]),
        (f"Mở đường nối với tỉnh {area.short_name} (cũ).", []),
    ):
        assert named(plan(work=f"1. Sở Xây dựng\n- {text}")) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sửa đoạn giáp ranh giữa tỉnh Thái Bình và tỉnh Ninh Bình.", ["Tỉnh Thái Bình"]),
        ("Thông báo bằng văn bản cho UBND tỉnh Vĩnh Long, UBND tỉnh Kiên Giang.", ["Tỉnh Kiên Giang"]),
        ("Mời 40 doanh nghiệp của Hải Dương và Hải Phòng.", ["Tỉnh Hải Dương"]),
        ("Học tập tại thành phố Cần Thơ, Bạc Liêu và Cà Mau.", ["Tỉnh Bạc Liêu"]),
        ("Từ bến Sông Đông (tên cũ) mở tuyến đến tỉnh Hậu Giang.", ["Tỉnh Hậu Giang"]),
        ("Mua giống tôm từ Ninh Thuận, Bình Thuận.", []),
        ("Thực hiện Quy hoạch tỉnh Kiên Giang thời kỳ 2021 - 2030.", []),
        ("Chuyển hồ sơ dự án do tỉnh Bình Dương lập năm 2024.", []),
        ("Mở 3 đợt tại Chợ Mới, Tân Châu và Long Xuyên.", []),
    ],
)
def test_provinces_of_a_task(text, names):
    assert named(plan(work=f"1. Sở Xây dựng\n- {text}")) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trong quý IV/2025 mở 5 đợt ở các tỉnh Đắk Lắk, Ninh Thuận.", ["Tỉnh Ninh Thuận"]),
        ("Trong quý I/2025 mở 5 đợt ở các tỉnh Đắk Lắk, Ninh Thuận.", []),
        ("Từ tháng 7/2025 đến nay, hồ sơ của tỉnh Ninh Thuận (cũ) đã chuyển xong.", []),
        ("| Tỉnh, thành phố | Số đoàn năm 2026 |\n|---|---|\n| Cần Thơ | 4 |\n| Hậu Giang | 2 |", ["Tỉnh Hậu Giang"]),
        ("| Tỉnh, thành phố | Số đoàn năm 2024 |\n|---|---|\n| Cần Thơ | 4 |\n| Hậu Giang | 2 |", []),
    ],
)
def test_provinces_beside_tasks(text, names):
    assert named(plan(bases=f"A. KẾT QUẢ\n{text}\n")) == names


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Đoàn của tỉnh sẽ thăm mô hình ở tỉnh Bến Tre trước ngày 20/5/2026.", 1),
        ("Đoàn của tỉnh đã thăm mô hình ở tỉnh Bến Tre ngày 20/5/2025.", 0),
        ("Tròn một năm hợp nhất với tỉnh Bến Tre vào ngày 01/7/2026.", 0),
    ],
)
def test_sentences_about_days_to_come(line, number):
    results = f"Căn cứ Nghị quyết số 41/2025/NQ-HĐND ngày 11 tháng 12 năm 2025 của HĐND tỉnh;\n{line}"
    assert len(named(plan(bases=results))) == number


@pytest.mark.parametrize("when", ["trước ngày 30/4", "trước quý III", "trước hạn"])
def test_a_deadline_makes_no_name_old(when):
    assert named(plan(work=f"1. Sở Xây dựng\n- Mở đường nối với tỉnh Bến Tre {when}.")) == ["Tỉnh Bến Tre"]


@pytest.mark.parametrize(
    "parts",
    [
        {"work": "1. Sở Xây dựng\n- Mở đường nối với {}."},
        {"bases": "A. KẾT QUẢ\nTrong quý IV/2025 mở 5 đợt ở {}."},
    ],
)
@pytest.mark.parametrize(
    ("own", "names"), [("Vĩnh Long", []), ("Cà Mau", ["Tỉnh Bến Tre"]), ("Tây Ninh", ["Tỉnh Bến Tre"])]
)
def test_law_what_a_province_was_made_of_is_named_in_it_still(parts, own, names):
    """Everywhere else a province that is gone is reported."""
    written = {part: words.format("tỉnh Bến Tre") for part, words in parts.items()}
    assert named(plan(province=own.upper(), place=own, **written)) == names


def test_rows_of_indicators_hide_no_task():
    table = "| TT | Chỉ tiêu | Đơn vị | Kế hoạch 2026 |\n|---|---|---|---|\n| 1 | Tỷ lệ hộ nghèo | % | 1,4 |"
    subject = plan(lines=table, work="1. Sở Xây dựng\n- Mở đường nối với tỉnh Bến Tre.")
    assert named(subject) == ["Tỉnh Bến Tre"]


@pytest.mark.parametrize(("number", "names"), [(11, ["Tỉnh Bến Tre"]), (12, [])])
def test_a_list_of_bare_names_is_read_up_to_its_twelfth(number, names):
    listed = ", ".join(["Cà Mau", "Cần Thơ"] * 6)
    ahead = ", ".join(listed.split(", ")[:number])
    assert named(plan(work=f"1. Sở Xây dựng\n- Học tập tại {ahead}, Bến Tre.")) == names
