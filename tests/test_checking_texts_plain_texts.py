"""Texts that are no plans: news, interviews."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.texts.plain_texts import plan_of_text

NEWS = """Sông Hậu: {headline}

{line}

* Giám đốc {office} Nguyễn Văn A: {said}
"""


def news(
    said="Năm nay, ngành giữ vững kết quả.", headline="việc của năm 2026", line="14/01/2026 - 07:30", office="Sở Y tế"
):
    """Write a news item; parts not given are good."""
    return NEWS.format(headline=headline, line=line, office=office, said=said)


def codes(text):
    return [(finding.code, finding.about) for finding in ct.check(text)]


LINES = [
    "{:%d/%m/%Y}",
    "{:%d/%m/%Y} - 07:30",
    "{:%d-%m-%Y} 7:30",
    "{:%d/%m/%Y}, 07:30 (GMT+7)",
    "Thứ Tư, {:%d/%m/%Y} 07h30",
    "Thứ 4 - {:%d/%m/%Y} 20:22",
    "Ngày đăng: {:%d/%m/%Y}",
    "07:30, ngày {:%d/%m/%Y}",
    "Cập nhật lúc {:%d/%m/%Y}",
]


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_law_a_line_with_nothing_but_a_day_is_the_day_of_the_text(day):
    """Whatever the day and the way it is written, with the hour or without."""
    for line in LINES[:-1]:
        assert plan_of_text(news(line=line.format(day))).issued == day, line


@pytest.mark.parametrize(
    "line",
    [
        "Chiều ngày {:%d/%m/%Y}, tỉnh họp.",
        "(SH) - Sáng {:%d-%m-%Y}, Ban tổ chức họp.",
        "Ngày {:%d tháng %m năm %Y}, tại xã An Bình",
    ],
)
def test_the_day_the_first_sentence_opens_with(line):
    assert plan_of_text(news(line=line.format(date(2026, 1, 14)))).issued == date(2026, 1, 14)


def test_a_day_its_month_does_not_have_is_the_last_of_the_month():
    assert plan_of_text(news(line="31/02/2026 - 07:30")).issued == date(2026, 2, 28)


@pytest.mark.parametrize(
    "line", ["31/13/2026", "Tỉnh họp chiều 14/01/2026.", "Sáng 14/01, tỉnh họp.", "14/01", "Số 14/01/2026/QĐ-UBND", ""]
)
def test_lines_that_are_no_day(line):
    assert plan_of_text(news(line=line)).issued is None


@pytest.mark.parametrize(
    ("headline", "year"),
    [
        ("việc của năm 2026", 2026),
        ("mục tiêu năm 2027", 2027),
        ("nhìn lại năm 2025", None),  # over on the day of the text
        ("từ năm 2026 đến năm 2027", None),
        ("giai đoạn 2026 - 2030", None),
        ("việc lớn", None),
    ],
)
def test_the_year_a_headline_names(headline, year):
    period = plan_of_text(news(headline=headline)).period
    assert period == (None if year is None else ct.Period(year))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ngành phối hợp với các tỉnh Bình Dương, Đồng Nai rà soát.", [("area-not-existing", "Tỉnh Bình Dương")]),
        ("Sở sẽ trình UBND tỉnh Hà Giang đề án.", [("area-not-existing", "Tỉnh Hà Giang")]),
        ("Kim ngạch xuất khẩu cả năm đạt 1.700, tăng nhanh.", [("unit-missing", "Kim ngạch xuất khẩu cả năm")]),
        ("Kim ngạch xuất khẩu cả năm đạt 1.700\ntriệu USD.", []),
        ("16. Tỷ suất tử vong trẻ em dưới 5 tuổi: 18,5%.", [("unit-fits", "Tỷ suất tử vong trẻ em dưới 5 tuổi")]),
        ("Phấn đấu năm 2026 đạt 12,5 bác sĩ/vạn dân.\n\n9. Số bác sĩ/vạn dân: 11 bác sĩ.", [("duplicate-target", "bác sĩ/vạn dân")]),
        ("Phấn đấu năm 2026 đạt 12,5 bác sĩ/vạn dân.\n\n9. Số bác sĩ/vạn dân: 12,5 bác sĩ.", []),
        # what is over, what other years had
        ("Năm 2024, ngành phối hợp với tỉnh Bình Dương rà soát.", []),
        ("Sở đã phối hợp với tỉnh Bình Dương; trước đây, cùng tỉnh Hà Giang rà soát.", []),
        ("Năm 2025, toàn tỉnh đạt 11 bác sĩ/vạn dân.\n\n9. Số bác sĩ/vạn dân: 12,5 bác sĩ.", []),
        ("Chỉ tiêu\n\nĐơn vị tính: tỷ đồng\n\nThu ngân sách nhà nước: 5.400.", []),
    ],
)  # fmt: skip
def test_what_a_text_is_checked_for(said, expected):
    assert codes(news(said)) == expected


def test_who_speaks_is_there_on_the_day_of_the_text():
    gone = [("agency-not-existing", "Sở Kế hoạch và Đầu tư")]
    assert codes(news(office="Sở Kế hoạch và Đầu tư")) == gone
    assert codes(news(office="Sở Kế hoạch và Đầu tư", line="27/01/2023 - 18:18", headline="việc lớn")) == []
    assert codes(news(office="Sở Kế hoạch và Đầu tư", line="")) == []


def test_the_text_of_a_plan_is_checked_as_a_text_too(example_text):
    assert codes(example_text) == []
