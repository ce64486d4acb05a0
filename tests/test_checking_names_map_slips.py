"""What a text says of the map of provinces."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

from chitieu import areas
from chitieu.checking.names import agencies
from chitieu.checking.names.map_slips import map_slips
from chitieu.text import SourceText

DAY = date(2026, 1, 12)


def slips(text, day=DAY):
    """Return what is not so, with what is."""
    source = SourceText(text)
    return [(source.clean(one.start, one.end), one.instead) for one in map_slips(source, day)]


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.data())
def test_law_the_names_of_a_day_are_right_on_it(day, data):
    """Every province by its own name, and their number, are let be."""
    area = data.draw(st.sampled_from(areas.on(day)))
    name = f"{area.name[:1].lower()}{area.name[1:]}"
    assert slips(f"Làm việc với {name}; xếp thứ 5/{len(areas.on(day))} tỉnh, thành phố.", day) == []


@given(st.data())
def test_law_provinces_went_together_with_those_of_one_successor(data):
    """Two provinces merged into one are let be; of two that went apart the second is reported."""
    gone = [area for area in areas.on(date(2025, 6, 30)) if area.successor and area.kind == "tỉnh"]
    one, other = data.draw(st.lists(st.sampled_from(gone), min_size=2, max_size=2, unique_by=lambda area: area.id))
    text = f"Năm đầu sau khi hợp nhất tỉnh {one.short_name} và tỉnh {other.short_name}."
    apart = [] if one.successor == other.successor else [(f"tỉnh {other.short_name}", other.successor.name)]
    assert slips(text) == apart


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ký kết với thành phố Đồng Nai.", ["thành phố Đồng Nai"]),
        ("Làm việc với tỉnh Cần Thơ và tỉnh Đà Nẵng.", ["tỉnh Cần Thơ", "tỉnh Đà Nẵng"]),
        ("Phấn đấu đứng trong 20/63 tỉnh, thành phố.", ["63 tỉnh"]),
        ("Sắp xếp toàn bộ diện tích, dân số của tỉnh Long An, tỉnh Tiền Giang.", ["tỉnh Tiền Giang"]),
        # right, told of the past, or of what is to come
        ("Ký kết với tỉnh Đồng Nai, thành phố Huế.", []),
        ("Đề án xây dựng tỉnh trở thành thành phố Đồng Nai trực thuộc Trung ương.", []),
        ("Năm 2024 xếp thứ 12/63 tỉnh, thành phố.", []),
        ("Tuyến liên tỉnh Hà Nội - Hải Phòng.", []),
        ("Chuyển hồ sơ của thành phố Vĩnh Long (cũ).", []),
        ("Học tập tỉnh Thừa Thiên Huế từ năm 2023.", []),
    ],
)
def test_what_is_said_of_the_map(text, written):
    assert [said for said, _ in slips(text)] == written


@given(st.data())
def test_law_a_province_is_now_what_became_of_it(data):
    """What a province is said to be now is reported exactly if it became another."""
    gone = [area for area in areas.on(date(2025, 6, 30)) if areas.find(area.short_name, on=DAY) is None]
    area, said = data.draw(st.sampled_from(gone)), data.draw(st.sampled_from(areas.on(DAY)))
    name = f"{said.name[:1].lower()}{said.name[1:]}"
    found = [instead for _, instead in slips(f"Tuyến nối với {area.short_name} (nay thuộc {name}).")]
    assert found == ([] if area.successor == said else [area.successor.name])


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Tỉnh Bến Tre (cũ), hiện thuộc tỉnh Cà Mau, trồng dừa.", ["Tỉnh Vĩnh Long"]),
        ("Tỉnh Bến Tre đã sáp nhập vào tỉnh Cà Mau.", ["Tỉnh Vĩnh Long"]),
        ("Tỉnh Bến Tre đã sáp nhập vào tỉnh Vĩnh Long.", []),
        ("Tỉnh Bến Tre đã sáp nhập vào Cà Mau.", ["Tỉnh Vĩnh Long"]),
        ("Hợp nhất từ 3 tỉnh Bến Tre, Trà Vinh và Bạc Liêu.", ["Tỉnh Cà Mau"]),
        ("Hợp nhất từ 3 tỉnh Bến Tre, Trà Vinh và Vĩnh Long.", []),
    ],
)
def test_who_went_where(text, instead):
    assert [now for _, now in slips(text)] == instead


@pytest.mark.parametrize(
    "text",
    [
        "Tuyến nối với huyện Vĩnh Long (nay thuộc tỉnh Cà Mau).",
        "Các tỉnh Long An, Bến Tre (nay thuộc tỉnh Tây Ninh và tỉnh Vĩnh Long).",
        "Tỉnh Tây Ninh (nay là tỉnh Tây Ninh mới).",
        "Thành phố Bến Tre (nay là phường An Hội).",
    ],
)
def test_what_is_now_somewhere_else(text):
    assert slips(text) == []


@pytest.mark.parametrize(
    ("parts", "reported"),
    [
        ({"work": "1. Sở Nội vụ\n- Đứng trong 20/63 tỉnh, thành phố."}, ["63 tỉnh"]),
        ({"bases": "A. KẾT QUẢ\nTỉnh xếp thứ 12/63 tỉnh, thành phố."}, []),
        ({"bases": "A. KẾT QUẢ\nTỉnh làm việc với thành phố Đồng Nai."}, ["thành phố Đồng Nai"]),
    ],
)
def test_law_what_was_reached_may_be_told_by_the_number_of_then(parts, reported):
    """The number of provinces counts in what is to come, the kind of one wherever it stands."""
    subject = plan(**parts)
    named = [one.span.of(subject.text) for one in found(subject, agencies.area_not_existing)]
    assert named == reported
