"""Rules about names that have their days."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from small_plans import codes, found, only, plan

import chitieu as ct
from chitieu.checking import agencies

OLD = "1. Sở Kế hoạch và Đầu tư\n- Tham mưu UBND tỉnh điều hành.\n- Chủ trì, phối hợp với Sở Y tế rà soát."


def test_a_department_that_has_ended_names_its_successor():
    finding = only(plan(work=OLD), agencies.agency_not_existing)
    assert (finding.about, finding.fields["instead"]) == ("Sở Kế hoạch và Đầu tư", "Sở Tài chính")
    assert finding.quote.endswith("^" * len("Sở Kế hoạch và Đầu tư"))


def test_who_is_told_to_do_something_must_be_there():
    work = "1. Sở Y tế\n- Tham mưu UBND tỉnh chỉ đạo Sở Tài chính, Sở Thông tin và Truyền thông rà soát."
    assert only(plan(work=work), agencies.agency_not_existing).about == "Sở Thông tin và Truyền thông"


def test_one_agency_is_one_finding_with_its_other_places():
    work = f"{OLD}\n2. Sở Y tế\n- Phối hợp với Sở Kế hoạch và Đầu tư lập danh mục."
    (finding,) = found(plan(work=work), agencies.agency_not_existing)
    assert len(finding.related) == 1


def test_a_department_that_is_not_there_yet():
    work = "1. Sở Nông nghiệp và Môi trường\n- Trồng rừng."
    early = plan(issued="19 tháng 01 năm 2023", title="Kế hoạch năm 2023", bases="", work=work)
    assert (
        only(early, agencies.agency_not_existing).fields["instead"].startswith("Sở Nông nghiệp và Phát triển nông thôn")
    )


@pytest.mark.parametrize(
    "name",
    [
        "UBND các huyện, thành phố", "UBND cấp huyện", "UBND huyện Châu Thành", "Phòng Giáo dục và Đào tạo huyện",
        "Phòng Tài chính - Kế hoạch huyện",
    ],
)  # fmt: skip
def test_the_district_level_has_ended(name):
    finding = only(plan(work=f"1. {name}\n- Kiểm tra các chợ."), agencies.agency_not_existing)
    assert finding.fields["instead"] == "Ủy ban nhân dân xã, phường, đặc khu"


@pytest.mark.parametrize(
    "work",
    [
        "1. UBND các xã, phường\n- Kiểm tra các chợ.",
        "1. UBND xã\n- Kiểm tra các chợ.",
        "1. Sở Tài chính\n- Phối hợp với Cục Thuế, Kho bạc Nhà nước đối chiếu số thu.",
        "1. Ban Dân tộc HĐND tỉnh\n- Giám sát việc thực hiện.",
        "1. Sở Tài chính\n- Phối hợp với Sở Giao thông vận tải (nay là Sở Xây dựng) quyết toán dự án.",
        "1. Các sở, ban, ngành tỉnh\n- Thực hiện kế hoạch.",
        "1. Công ty Điện lực\n- Sửa lưới điện tại các huyện cũ.",
        "1. Đoàn thanh tra liên ngành\n- Kiểm tra các quận.",
    ],
)
def test_names_that_are_right_or_not_sure(work):
    assert codes(plan(work=work)) == []


@given(st.dates(date(2025, 2, 1), date(2025, 3, 31)))
def test_law_around_the_reform_nothing_is_reported(day):
    """Provinces acted some days apart: old and new names are both right in the weeks around 1 March 2025."""
    both = plan(work=f"{OLD}\n2. Sở Nông nghiệp và Môi trường\n- Trồng rừng.")
    assert not found(evolve(both, issued=day), agencies.agency_not_existing)


@given(st.dates(date(2010, 1, 1), date(2040, 1, 1)))
def test_law_what_the_directory_has_that_day_is_never_reported(day):
    """Plans that name the departments of their own day are silent."""
    there = [record.name for record in ct.agencies.on(day) if record.category == "sở" and record.everywhere]
    sections = tuple(ct.Assignment(name, agencies=(ct.find_agencies(name)[0].value,)) for name in there)
    assert not found(ct.Plan(issued=day, assignments=sections), agencies.agency_not_existing)


def test_the_day_asked_for_counts():
    old = plan(issued="19 tháng 01 năm 2023", title="Kế hoạch năm 2023", bases="", work=OLD)
    assert codes(old) == []
    assert len(found(old, agencies.agency_not_existing, on=date(2026, 1, 1))) == 1
    assert not found(ct.Plan(), agencies.agency_not_existing, agencies.area_not_existing)


def test_recipients_and_reports_count_too():
    reports = "1. Hằng quý, các sở, ngành báo cáo kết quả gửi Sở Kế hoạch và Đầu tư trước ngày 15 tháng cuối quý."
    assert only(plan(reports=reports), agencies.agency_not_existing).line == 18
    listed = plan(reports="1. Các sở thực hiện.\n\nNơi nhận:\n- Sở Giao thông vận tải;\n- Lưu: VT.")
    assert only(listed, agencies.agency_not_existing).about == "Sở Giao thông vận tải"


@pytest.mark.parametrize(
    "parts",
    [
        {"work": "1. Sở Y tế\n- Lập danh sách gửi Sở Kế hoạch và Đầu tư."},
        {"bases": "Theo đề nghị của Giám đốc Sở Kế hoạch và Đầu tư tại Tờ trình số 12/TTr-SKHĐT ngày 05/01/2026;"},
    ],
)
def test_who_gets_work_done_and_who_proposed_the_plan(parts):
    assert only(plan(**parts), agencies.agency_not_existing).about == "Sở Kế hoạch và Đầu tư"


def test_a_province_that_was_merged():
    finding = only(plan(province="BẾN TRE", place="Bến Tre"), agencies.area_not_existing)
    assert finding.message == "'Tỉnh Bến Tre' does not exist on 2026-01-16; it is now Tỉnh Vĩnh Long"
    assert finding.line == 1


@pytest.mark.parametrize(
    ("province", "place"),
    [("VĨNH LONG", "Bến Tre"), ("SÔNG HẬU", "Bến Tre"), ("TUYÊN QUANG", "Tuyên Quang"), ("", "Tam Kỳ")],
)
def test_a_place_of_an_office_is_no_province(province, place):
    assert codes(plan(province=province, place=place)) == []


def test_the_issuer_itself_may_have_ended():
    gone = ct.Plan(issuer="SỞ KẾ HOẠCH VÀ ĐẦU TƯ", issued=date(2026, 1, 16))
    assert only(gone, agencies.agency_not_existing).fields["instead"] == "Sở Tài chính"
