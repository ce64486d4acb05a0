"""Four news items, value by value: they are no plans, but they speak of plans.

They stand beside the repository and are not part of it; what is right for each was written down by hand.
"""

from datetime import date
from decimal import Decimal

import pytest

import chitieu as ct

QUANTITIES = {
    "000": ["3 trụ cột", "100 %", "10,05 bác sĩ/vạn dân", "32,1 giường bệnh/vạn dân", "95 %", "1 tuổi"],
    # the portal's clock ("60 giây") is a duration like any other; its counters, menus and ratings are nothing
    "002": ["4 loại hình", "3 thành viên", "60 giây"],
    "003": ["50 năm", "100 năm"],
    "004": [
        *("3 vấn đề", "10 ngày", "20 ngày", "35 hạng", "100 %", "163 hộ"),
        *("36 hộ nghèo", "22 hộ nghèo", "15 hộ nghèo", "4 hộ nghèo", "3 hộ nghèo", "3 hộ nghèo"),
        *("301 m2/hộ", "543 m2/khẩu", "0,81 ha/hộ", "4283 hầm biogas", "996 lao động", "1587 công trình"),
        *("81 công trình", "100 %", "99 %", "100 %", "8 đề án"),
    ],
}

NO_TARGETS = {
    "000": {"3 trụ cột", "1 tuổi"},
    "002": {"4 loại hình"},
    "003": {"50 năm", "100 năm"},
    "004": {"3 vấn đề", "10 ngày", "20 ngày"},
}
"""Quantities that are no targets: parts of a text, ages, spans of time. Every other one is, and exact …"""

BOUNDS = {("000", "95 %"): ct.Bound.AT_LEAST, ("004", "35 hạng"): ct.Bound.AT_MOST}
"""… but for these."""

REFERENCES = {
    "000": [
        ("01-NQ/TU", "Nghị quyết", None, "Tỉnh ủy"),
        ("29-NQ/TW", "Nghị quyết", None, None),
        ("78/NQ-CP", "Nghị quyết", date(2022, 6, 18), None),
        ("13-NQ/TW", "Nghị quyết", date(2022, 4, 2), "Bộ Chính trị"),
    ],
    "002": [],
    "003": [
        ("21-KL/TW", "Kết luận", date(2021, 10, 25), "Ban Chấp hành Trung ương"),
        ("01-KL/TW", "Kết luận", date(2021, 5, 18), "Bộ Chính trị"),
        ("05-CT/TW", "Chỉ thị", None, None),
        ("35-NQ/TW", "Nghị quyết", None, "Bộ Chính trị"),
        ("02-NQ/TU", "Nghị quyết", date(2021, 10, 4), "Tỉnh ủy Quảng Trị"),
        ("02-NQ/TU", "Nghị quyết", None, "Tỉnh ủy"),
    ],
    "004": [
        ("19-CT/TW", "Chỉ thị", date(2022, 11, 18), "Ban Bí thư"),
        ("19-CT/TW", "Chỉ thị", date(2022, 11, 18), "Ban Bí thư"),
        ("07/2021/NQ-HĐND", "Nghị quyết", date(2021, 12, 15), "HĐND tỉnh Tuyên Quang"),
    ],
}

DATES = {
    "000": [date(2023, 1, 27), date(2022, 6, 18), date(2022, 4, 2)],
    "002": [date(2022, 2, 23)],
    "003": [date(2023, 9, 22), date(2021, 10, 25), date(2021, 5, 18), date(2021, 10, 4)],
    "004": [date(2022, 11, 18), date(2022, 11, 18), date(2021, 12, 15)],
}

BRIEF = "Ban Tuyên giáo Tỉnh ủy"
STANDING = "Ban Thường vụ Tỉnh ủy"
MEDIA = "Đài Phát thanh - Truyền hình và Báo Bình Phước"
CULTURE = "Sở Văn hóa, Thể thao và Du lịch"
INFORMATION = "Sở Thông tin và Truyền thông"
SCHOOLS = "Sở Giáo dục và Đào tạo"
SCIENCE = "Sở Khoa học và Công nghệ"
LABOUR = "Sở Lao động, Thương binh và Xã hội"

AGENCIES = {
    "000": [
        *("các sở, ngành tỉnh", "các sở, ngành tỉnh", "một số sở, ngành tỉnh", "Bệnh viện Nguyễn Đình Chiểu"),
        *(
            INFORMATION,
            "Tỉnh ủy",
            CULTURE,
            "Ban Thường vụ Đảng ủy sở",
            SCHOOLS,
            "Tỉnh ủy",
            "ngành GD&ĐT",
            "ngành GD&ĐT",
        ),
        *("Bộ Chính trị", "Sở Y tế", "Tỉnh ủy", "Báo Đồng Khởi"),
    ],
    "002": [
        *(STANDING, "UBND tỉnh", MEDIA, SCIENCE, "Ban Dân tộc tỉnh"),
        *(MEDIA, SCIENCE, "Ban Dân tộc", "Sở Y tế", INFORMATION, SCHOOLS, "Trường cao đẳng Bình Phước"),
        *("Sở Lao động - Thương binh và Xã hội", CULTURE, STANDING, "UBND tỉnh", MEDIA),
        *(
            CULTURE,
            INFORMATION,
            "Ban Dân tộc tỉnh",
            "UBND tỉnh",
            "Sở Giáo dục và Đào tạo tỉnh",
            "UBND tỉnh",
            "UBND tỉnh",
        ),
        *(STANDING, "UBND tỉnh", STANDING, "UBND tỉnh", "Đài PT-TH&BBP"),
    ],
    "003": [
        *(BRIEF, "Sở Tài nguyên và Môi trường", BRIEF, "Ban Chấp hành Trung ương", "Bộ Chính trị", "Bộ Chính trị"),
        *("các sở, ngành", "Tỉnh ủy", "Tỉnh ủy", SCHOOLS, "Sở Y tế", SCIENCE, CULTURE, "Sở Tài nguyên - Môi trường"),
        *(LABOUR, "các sở, ngành", "Hội Y tế thôn, bản", BRIEF, "Tỉnh ủy", "ban Tuyên giáo Tỉnh ủy", BRIEF),
        *("Tỉnh ủy", STANDING, BRIEF),
    ],
    "004": [
        *("UBND tỉnh", "UBND tỉnh", "các ngành, các địa phương", "Ban Bí thư", "UBND tỉnh", "các ngành, địa phương"),
        *("Ngành Thuế", "các ngành, huyện, thành phố", "Các ngành, huyện, thành phố", "Ban Bí thư"),
        *("Trung tâm giám sát, điều hành đô thị thông minh", "Sở Tài chính", "UBND tỉnh", "các ngành, địa phương"),
        *("UBND tỉnh", INFORMATION, "Bộ Thông tin và Truyền thông", "Mỗi sở, ngành", "UBND tỉnh", "UBND tỉnh", LABOUR),
        *("UBND tỉnh", "UBND tỉnh", "UBND tỉnh", "UBND tỉnh", "các ngành, địa phương"),
        *("Ban Di dân tái định cư thủy điện Tuyên Quang", "UBND tỉnh", "HĐND tỉnh", "HĐND tỉnh"),
        *("Hạt Quản lý giao thông huyện Lâm Bình", "Ban Quản lý các khu công nghiệp tỉnh"),
    ],
}

KEYS = {
    "000": {"stttt", "tinhuy", "svhttdl", "sgddt", "syt"},
    "002": {"ubnd", "skhcn", "bdt", "syt", "stttt", "sgddt", "sldtbxh", "svhttdl"},
    "003": {"btgtu", "stnmt", "tinhuy", "sgddt", "syt", "skhcn", "svhttdl", "sldtbxh"},
    "004": {"ubnd", "stc", "stttt", "sldtbxh", "hdnd", "bqlkcn"},
}
"""The agencies every province has; those of one province may have a key or none."""

PROVINCES = {
    "000": ("83", "Bến Tre"),
    "002": ("70", "Bình Phước"),
    "003": ("45", "Quảng Trị"),
    "004": ("08", "Tuyên Quang"),
}


@pytest.fixture(scope="module", params=sorted(PROVINCES))
def seed(request, shared):
    """Give the number of a seed and its text."""
    (path,) = (shared / "seeds").glob(f"{request.param}_*.txt")
    return request.param, path.read_text(encoding="utf-8")


def written(quantity):
    """Write a quantity without grouping: what the tables above hold."""
    return f"{quantity.value:f}".replace(".", ",") + f" {quantity.unit.label}"


def test_quantities(seed):
    number, text = seed
    assert [written(mention.value) for mention in ct.find_quantities(text)] == QUANTITIES[number]


def test_targets(seed):
    number, text = seed
    found = [mention.value for mention in ct.find_targets(text)]
    expected = [quantity for quantity in QUANTITIES[number] if quantity not in NO_TARGETS[number]]
    assert [written(target.quantity) for target in found] == expected
    for target in found:
        assert target.bound is BOUNDS.get((number, written(target.quantity)), ct.Bound.EXACT)
        assert (target.change, target.upper, target.total) == (ct.Change.LEVEL, None, None)


def test_references(seed):
    number, text = seed
    found = [mention.value for mention in ct.find_references(text)]
    assert [(r.number, r.kind, r.date, r.issuer) for r in found] == REFERENCES[number]


def test_dates(seed):
    number, text = seed
    assert [mention.value for mention in ct.find_dates(text)] == DATES[number]


def test_agencies(seed):
    number, text = seed
    found = [mention.value for mention in ct.find_agencies(text)]
    assert [agency.name for agency in found] == AGENCIES[number]
    assert {agency.key for agency in found} >= KEYS[number]
    assert all(agency.key is None for agency in found if agency.group)


def test_province(seed):
    number, text = seed
    (first, *others) = ct.detect_province(text)
    assert (first.area.code, first.area.short_name) == PROVINCES[number]
    assert all(other.score < first.score for other in others)


def test_the_province_must_exist_when_the_text_was_written(seed):
    """All four went into other units, or became one with others, on 01/7/2025."""
    number, text = seed
    code, name = PROVINCES[number]
    (first, *_) = ct.detect_province(text)
    assert not first.area.exists_on(date(2025, 7, 1))
    later = [found.area for found in ct.detect_province(text, on=date(2026, 1, 1))]
    assert first.area not in later
    assert [area.short_name for area in later] == ([name] if number in {"003", "004"} else [])
    assert code == first.area.code


def test_what_is_found_stands_there(seed):
    _, text = seed
    for find in (ct.find_quantities, ct.find_targets, ct.find_references, ct.find_agencies):
        for mention in find(text):
            assert mention.span.of(text) == mention.text


def test_the_format_of_ben_tre_is_found_without_a_header(shared):
    (path,) = (shared / "seeds").glob("000_*.txt")
    assert ct.detect_province(path.read_text(encoding="utf-8"))[0].slug == "ben-tre"


def test_values_that_a_reader_would_look_for(shared):
    """The smallest sample, as one would ask for it: a place among provinces, land for each household."""
    (path,) = (shared / "seeds").glob("004_*.txt")
    targets = {str(mention.value) for mention in ct.find_targets(path.read_text(encoding="utf-8"))}
    assert {"tốp 35", "301 m2/hộ", "0,81 ha/hộ", "4.283 hầm biogas", "996 lao động"} <= targets
    (land,) = (t for t in targets if t.startswith("0,81"))
    assert ct.parse_target(land).quantity.value == Decimal("0.81")
