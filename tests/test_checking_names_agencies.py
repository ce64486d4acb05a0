"""Rules about names that have their days.

Covers `names.acting_agencies` and `names.named_agencies` too.
"""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from small_plans import codes, found, only, plan

import chitieu as ct
from chitieu.checking.names import agencies

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
    """Provinces acted some days apart: old names and new ones are right in the weeks around 1 March 2025, not together."""
    for work in (OLD, "1. Sở Nông nghiệp và Môi trường\n- Trồng rừng."):
        assert not found(evolve(plan(work=work), issued=day), agencies.agency_not_existing)


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


# --- the days around a change ---------------------------------------------------------------------------------


def said(work, issued):
    """Return about what, and who instead, the rules on names speak in a plan of a day."""
    subject = evolve(plan(work=work), issued=issued)
    return [(one.about, one.fields["instead"]) for one in found(subject, "agency-not-existing", "area-not-existing")]


FARMING = "Sở Nông nghiệp và Môi trường"
BEFORE_FARMING = (
    "Sở Nông nghiệp và Phát triển nông thôn, Sở Tài nguyên và Môi trường, Sở Lao động - Thương binh và Xã hội"
)
PARTY = "Ban Tuyên giáo và Dân vận Tỉnh ủy"


@pytest.mark.parametrize(
    ("name", "issued", "instead"),
    [
        # ended on 28 February 2025, with a month of grace
        ("Sở Kế hoạch và Đầu tư", date(2025, 3, 31), None),
        ("Sở Kế hoạch và Đầu tư", date(2025, 4, 1), "Sở Tài chính"),
        ("Ban Dân tộc", date(2025, 4, 1), "Sở Dân tộc và Tôn giáo"),
        # begun on 1 March 2025, with as much
        (FARMING, date(2025, 1, 29), None),
        (FARMING, date(2025, 1, 28), BEFORE_FARMING),
        (PARTY, date(2025, 1, 29), None),
        (PARTY, date(2025, 1, 28), "Ban Tuyên giáo Tỉnh ủy, Ban Dân vận Tỉnh ủy"),
        # names that were in use before the body of today was there
        ("Thi hành án dân sự tỉnh", date(2023, 1, 19), None),
        ("Chi cục Thuế khu vực", date(2023, 1, 19), None),
        # both for some months only
        ("Chi cục Thuế khu vực", date(2025, 7, 31), None),
        ("Chi cục Thuế khu vực", date(2025, 8, 1), "Thuế tỉnh, thành phố"),
        # nobody did the work under one name
        ("Thuế tỉnh", date(2025, 1, 28), "-"),
    ],
)
def test_agencies_around_their_first_and_last_day(name, issued, instead):
    expected = [] if instead is None else [(name, instead)]
    assert said(f"1. {name}\n- Kiểm tra các chợ.", issued) == expected


def test_a_name_that_was_in_use_before_is_reported_as_a_heading_only():
    early = date(2025, 1, 28)
    assert said("1. Sở Y tế\n- Phối hợp với Thuế tỉnh đối chiếu số thu.", early) == []
    assert said("1. Sở Y tế\n- Phối hợp với Sở Nông nghiệp và Môi trường kiểm tra.", early) == [
        (FARMING, BEFORE_FARMING)
    ]


@pytest.mark.parametrize(
    ("name", "issued", "expected"),
    [
        ("UBND tỉnh Kiên Giang", date(2025, 7, 31), []),
        ("UBND tỉnh Kiên Giang", date(2025, 8, 1), [("Tỉnh Kiên Giang", "Tỉnh An Giang")]),
        ("Sở Y tế tỉnh Kiên Giang", date(2025, 8, 1), [("Tỉnh Kiên Giang", "Tỉnh An Giang")]),
        # what it became is that of the day
        ("UBND tỉnh Bình Phước", date(2026, 1, 16), [("Tỉnh Bình Phước", "Tỉnh Đồng Nai")]),
        ("UBND tỉnh Bình Phước", date(2026, 6, 30), [("Tỉnh Bình Phước", "Thành phố Đồng Nai")]),
        ("UBND tỉnh Đồng Nai", date(2026, 6, 30), []),
        # before 2025 a city of Huế was one of a province
        ("UBND thành phố Huế", date(2023, 1, 19), []),
    ],
)
def test_offices_of_provinces_that_were_merged(name, issued, expected):
    assert said(f"1. {name}\n- Kiểm tra các chợ.", issued) == expected


@pytest.mark.parametrize(
    ("province", "other", "issued", "expected"),
    [
        # the province that came of another knows from its first day on, the rest have a month
        ("AN GIANG", "Kiên Giang", date(2025, 7, 1), ["Tỉnh Kiên Giang"]),
        ("AN GIANG", "Kiên Giang", date(2025, 6, 30), []),
        ("CÀ MAU", "Kiên Giang", date(2025, 7, 1), []),
        # a name that is answered to is not the name
        ("CÀ MAU", "Thừa Thiên Huế", date(2026, 1, 16), ["Tỉnh Thừa Thiên Huế"]),
        ("CÀ MAU", "Thừa Thiên Huế", date(2024, 12, 31), []),
        ("AN GIANG", "An Giang", date(2025, 7, 1), []),
    ],
)
def test_when_a_merged_province_is_known_to_be_gone(province, other, issued, expected):
    work = f"1. Sở Y tế\n- Trình UBND tỉnh {other} xem xét phương án."
    subject = evolve(plan(province=province, place=province.title(), work=work), issued=issued)
    assert [finding.about for finding in found(subject, agencies.area_not_existing)] == expected


def test_each_merged_province_is_reported_once_and_none_hides_another():
    names = [
        "UBND tỉnh Đồng Tháp",
        "Công an tỉnh Cà Mau",
        "UBND tỉnh Kiên Giang",
        "Sở Y tế tỉnh Kiên Giang",
        "UBND tỉnh Bến Tre",
    ]
    work = "\n".join(f"{at}. {name}\n- Kiểm tra các chợ." for at, name in enumerate(names, 1))
    assert [about for about, _ in said(work, date(2026, 1, 16))] == ["Tỉnh Kiên Giang", "Tỉnh Bến Tre"]


@pytest.mark.parametrize(
    ("issuer", "place", "issued", "about"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH BẾN TRE", "Bến Tre", date(2025, 6, 30), None),
        ("ỦY BAN NHÂN DÂN TỈNH BẾN TRE", "Bến Tre", date(2025, 7, 1), "Tỉnh Bến Tre"),
        ("ỦY BAN NHÂN DÂN TỈNH BẾN TRE", None, date(2025, 7, 1), "Tỉnh Bến Tre"),
        ("ỦY BAN NHÂN DÂN TỈNH", "Bến Tre", date(2025, 7, 1), "Tỉnh Bến Tre"),
        (None, "Bến Tre", date(2025, 7, 1), "Tỉnh Bến Tre"),
        ("ỦY BAN NHÂN DÂN PHƯỜNG BẾN TRE", "Bến Tre", date(2026, 1, 16), None),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ", "Huế", date(2023, 1, 19), None),
        ("ỦY BAN NHÂN DÂN TỈNH BẾN TRE", "Bến Tre", None, None),
        (None, None, date(2026, 1, 16), None),
    ],
)
def test_the_province_of_the_head(issuer, place, issued, about):
    subject = ct.Plan(issuer=issuer, place=place, issued=issued)
    findings = found(subject, agencies.area_not_existing)
    assert [one.about for one in findings] == ([] if about is None else [about])
    where = issuer if issuer and "BẾN TRE" in issuer else place
    assert all(one.quote.splitlines()[0] == where for one in findings)


@pytest.mark.parametrize(
    ("day", "instead"),
    [(date(2026, 4, 29), "Tỉnh Đồng Nai"), (date(2026, 4, 30), "Thành phố Đồng Nai")],
)
def test_what_a_province_became_is_that_of_the_day(day, instead):
    head = ct.Plan(issuer="ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC", issued=day)
    (finding,) = found(head, agencies.area_not_existing)
    assert finding.fields["instead"] == instead


def test_the_head_is_quoted_where_it_names_the_province():
    named, bare = (
        evolve(plan(province=province, place="Bến Tre"), issued=date(2026, 1, 16)) for province in ("BẾN TRE", "")
    )
    (finding,) = found(named, agencies.area_not_existing)
    assert finding.span == named.spans["issuer"]
    (finding,) = found(evolve(bare, issuer="ỦY BAN NHÂN DÂN TỈNH"), agencies.area_not_existing)
    assert finding.span == bare.spans["place"]


# --- names the plan itself calls old ones ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "task",
    [
        "Sở Giao thông vận tải (nay là Sở Xây dựng) quyết toán dự án.",
        "Sở Giao thông vận tải cũ quyết toán dự án.",
        "Nguyên Sở Giao thông vận tải bàn giao hồ sơ.",
        "Gửi hồ sơ cho Sở Xây dựng (trước đây là Sở Giao thông vận tải) trước kỳ họp.",
        "Nhận bàn giao từ tiền thân là Sở Giao thông vận tải.",
    ],
)
def test_old_names_that_are_called_so(task):
    old = ct.find_agencies("Sở Giao thông vận tải")[0].value
    built = ct.Assignment("Sở Xây dựng", tasks=(ct.Task(task, cooperating=(old,)),))
    assert not found(ct.Plan(issued=date(2026, 1, 16), assignments=(built,)), agencies.agency_not_existing)
    read = plan(work=f"1. Sở Xây dựng\n- {task}")
    assert not found(read, agencies.agency_not_existing)
    plain = ct.Assignment("Sở Xây dựng", tasks=(ct.Task(f"Cùng {old.name} làm.", cooperating=(old,)),))
    assert found(ct.Plan(issued=date(2026, 1, 16), assignments=(plain,)), agencies.agency_not_existing)


# --- where a name stands ------------------------------------------------------------------------------------------


def test_an_agency_without_a_place_of_its_own_is_pointed_at_with_its_task_or_section():
    text = "Sở Kế hoạch và Đầu tư\nBan Dân tộc lập danh mục\nBáo cáo Sở Thông tin và Truyền thông"
    at = [ct.Span(0, 21), ct.Span(22, 46), ct.Span(47, 84)]
    planning, ethnic, press = (
        ct.Agency(name) for name in ("Sở Kế hoạch và Đầu tư", "Ban Dân tộc", "Sở Thông tin và Truyền thông")
    )
    task = ct.Task("Ban Dân tộc lập danh mục", span=at[1], lead=(ethnic,))
    section = ct.Assignment("Sở Kế hoạch và Đầu tư", span=at[0], agencies=(planning,), tasks=(task,))
    schedule = ct.ReportingSchedule(text="Báo cáo Sở Thông tin và Truyền thông", span=at[2], recipients=(press,))
    subject = ct.Plan(text=text, issued=date(2026, 1, 16), assignments=(section,), reporting=schedule)
    spans = {one.about: one.span for one in found(subject, agencies.agency_not_existing)}
    assert spans == {"Sở Kế hoạch và Đầu tư": at[0], "Ban Dân tộc": at[1], "Sở Thông tin và Truyền thông": at[2]}


def test_two_names_at_one_place_are_one_place():
    planning = ct.Agency("Sở Kế hoạch và Đầu tư")
    text = "Gửi Sở Kế hoạch và Đầu tư danh mục"
    task = ct.Task(text, span=ct.Span(0, len(text)), assigner=planning)
    subject = ct.Plan(text=text, issued=date(2026, 1, 16), assignments=(ct.Assignment("", tasks=(task,)),))
    (finding,) = found(subject, agencies.agency_not_existing)
    assert finding.related == ()


def test_agencies_that_nobody_knows_are_left_alone():
    for agency in (ct.Agency("Sở Mây", key="no-such-key"), ct.Agency("Hội Mây"), ct.Agency("Các sở", group="so")):
        section = ct.Assignment(agency.name, agencies=(agency,))
        for province in ("ben-tre", "no-such-province"):
            subject = ct.Plan(issued=date(2026, 1, 16), province=province, assignments=(section,))
            assert not found(subject, agencies.agency_not_existing)
    old = ct.Assignment("", agencies=(ct.Agency("Sở Giao thông vận tải"), ct.Agency("Ban Dân tộc", key="bdt")))
    subject = ct.Plan(issued=date(2026, 1, 16), province="no-such-province", assignments=(old,))
    abouts = {one.about for one in found(subject, agencies.agency_not_existing)}
    assert abouts == {"Sở Giao thông vận tải", "Ban Dân tộc"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Thị ủy An Bình", 1), ("Huyện ủy An Bình", 1), ("Công an huyện An Bình", 1), ("Phòng Tài chính - Kế hoạch huyện", 1),
        ("Công an xã An Bình", 0), ("UBND huyện cũ", 0), ("Đảng ủy phường An Bình", 0),
    ],
)  # fmt: skip
def test_bodies_of_districts_by_any_name(name, expected):
    work = f"1. Sở Y tế\n- Bàn giao hồ sơ; {name} phối hợp rà soát."
    assert len(found(plan(work=work), agencies.agency_not_existing)) == expected


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ("1. Sở Y tế tỉnh Cao Bằng\n- Kiểm tra các chợ.", ["agency-elsewhere"]),
        ("1. Sở Y tế\n- Sở Công Thương Điện Biên chủ trì rà soát.", ["agency-elsewhere"]),
        ("1. Sở Y tế\n- Khởi công trạm y tế; Sở Y tế tỉnh Cao Bằng chủ trì rà soát.", ["agency-elsewhere"]),
        ("1. Bảo hiểm xã hội tỉnh Cao Bằng\n- Giao chỉ tiêu cho các xã.", ["agency-elsewhere"]),
        ("1. Sở Y tế\n- Khám bệnh; Bảo hiểm xã hội tỉnh Cao Bằng giao chỉ tiêu.", ["agency-elsewhere"]),
        ("1. Thống kê tỉnh Cao Bằng\n- Giao chỉ tiêu cho các xã.", ["agency-elsewhere"]),
        ("1. Bảo hiểm xã hội Việt Nam\n- Giao chỉ tiêu cho các xã.", []),
        ("1. Sở Y tế\n- Phối hợp với Sở Y tế tỉnh Cao Bằng kiểm tra.", []),
        ("1. Sở Y tế tỉnh Lạng Sơn\n- Kiểm tra các chợ.", []),
        ("1. Sở Y tế\n- Sở Y tế tỉnh Cao Bằng thống nhất chốt kiểm dịch giáp ranh hai tỉnh.", []),
        ("1. UBND xã Cao Bằng\n- Kiểm tra các chợ.", []),
        ("1. Sở Y tế\n- Sở Y tế Kon Tum kiểm tra.", ["area-not-existing"]),
        ("1. Công an tỉnh Bắc Giang\n- Kiểm tra các chợ.", ["area-not-existing"]),
    ],
)
def test_offices_of_other_provinces(work, expected):
    assert codes(plan(province="LẠNG SƠN", place="Lạng Sơn", work=work)) == expected


def test_the_office_is_said_with_its_province():
    subject = plan(
        province="LẠNG SƠN", place="Lạng Sơn", work="1. Sở Y tế\n- Sở Công Thương Điện Biên chủ trì rà soát."
    )
    finding = only(subject, agencies.agency_elsewhere)
    assert (finding.about, finding.fields["area"], finding.fields["own"]) == (
        "Sở Công Thương tỉnh Điện Biên", "Tỉnh Điện Biên", "Tỉnh Lạng Sơn",
    )  # fmt: skip


def test_offices_are_not_looked_at_where_the_own_province_is_not_known():
    assert codes(plan(work="1. Sở Y tế tỉnh Cao Bằng\n- Kiểm tra các chợ.")) == []


def test_a_department_of_a_city_is_no_district():
    subject = ct.Plan(issuer="ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ SỞ DU LỊCH", place="Huế", issued=date(2026, 1, 19))
    assert codes(subject) == []


@pytest.mark.parametrize(
    ("name", "expected"), [("Sở Y tế", []), ("Sở Thông tin và Truyền thông", ["agency-not-existing"])]
)
def test_who_follows_an_indicator_must_be_there(name, expected):
    table = f"| STT | Chỉ tiêu | ĐVT | Kế hoạch 2026 | Cơ quan theo dõi |\n|---|---|---|---|---|\n| 1 | Tỷ lệ che phủ rừng | % | 45 | {name} |"
    assert codes(plan(lines=table)) == expected


def test_other_places_may_stand_before_the_first():
    planning = ct.Agency("Sở Kế hoạch và Đầu tư")
    section = ct.Assignment("", agencies=(planning,), span=ct.Span(30, 51))
    subject = ct.Plan(issuer="SỞ KẾ HOẠCH VÀ ĐẦU TƯ", text="x" * 60, issued=date(2026, 1, 16), assignments=(section,))
    (finding,) = found(evolve(subject, spans={"issuer": ct.Span(0, 21)}), agencies.agency_not_existing)
    assert (finding.span, finding.related) == (ct.Span(30, 51), (ct.Span(0, 21),))


@pytest.mark.parametrize(
    ("beside", "day", "gone"),
    [
        ("Sở Nông nghiệp và Môi trường", date(2025, 3, 10), ["Sở Kế hoạch và Đầu tư"]),
        ("Sở Nông nghiệp và Môi trường", date(2025, 3, 1), ["Sở Kế hoạch và Đầu tư"]),  # its first day
        ("Sở Nông nghiệp và Môi trường", date(2025, 2, 20), []),
        ("Sở Y tế", date(2025, 3, 10), []),
        ("Chi cục Thuế khu vực", date(2025, 3, 10), []),
    ],
)
def test_a_new_department_ends_the_days_of_grace(beside, day, gone):
    """A plan that knows a department begun by the reform is of a province that has acted."""
    work = f"Sở Kế hoạch và Đầu tư chủ trì, phối hợp với {beside} rà soát quy hoạch."
    assert [about for about, _ in said(work, day)] == gone


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("5) Có 12 thị trấn đạt chuẩn đô thị văn minh.", "thị trấn"),
        ("5) Riêng ở thành phố Mỹ Tho, tỷ lệ nước thải được xử lý đạt 35%.", "thành phố Mỹ Tho"),
        ("5) Làm 3 cầu tại huyện Sông Đông.", "huyện Sông Đông"),
    ],
)
def test_districts_of_indicator_lines(line, about):
    item = ct.PlannedIndicator("Việc", text=line)
    built = ct.Plan(issued=date(2026, 1, 12), indicators=(item,))
    assert only(built, agencies.agency_not_existing).about == about


@pytest.mark.parametrize(
    ("work", "about"),
    [
        ("Phối hợp Tòa án nhân dân huyện hòa giải.", "Tòa án nhân dân huyện"),
        ("Công an thành phố Mỹ Tho tuần tra.", "Công an thành phố Mỹ Tho"),
        ("Mở tuyến xe đến thành phố Sa Đéc.", "thành phố Sa Đéc"),
        ("Ký kết với thành phố Tây Ninh.", "thành phố Tây Ninh"),
    ],
)
def test_cities_and_courts_of_the_level_that_ended(work, about):
    assert only(plan(work=f"1. Sở Tư pháp\n- {work}"), agencies.agency_not_existing).about == about


@pytest.mark.parametrize(
    "work",
    [
        "Tham gia hội chợ tại thành phố Huế, thành phố Cần Thơ, thành phố Quảng Châu (Trung Quốc).",
        "Chuyển hồ sơ của thành phố Mỹ Tho (cũ).",
        "Trình UBND thành phố Kế hoạch chuyển đổi số.",
        "Rà soát 12 huyện (cũ), tất toán vốn của 13 huyện nghèo.",
        "Phối hợp Tòa án nhân dân khu vực hòa giải.",
    ],
)
def test_cities_that_are_there(work):
    assert codes(plan(work=f"1. Sở Tư pháp\n- {work}")) == []


def test_a_plan_is_issued_at_no_other_province():
    built = ct.Plan(issuer="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", place="Cao Bằng", issued=date(2026, 1, 12))
    finding = only(built, agencies.agency_elsewhere)
    assert (finding.about, finding.fields["own"]) == ("Cao Bằng", "Tỉnh Lạng Sơn")
    assert not found(evolve(built, place="Lạng Sơn"), agencies.agency_elsewhere)
    assert not found(evolve(built, place="Kỳ Lừa"), agencies.agency_elsewhere)


def test_a_plan_ends_acts_of_its_own_province():
    head = {"issuer": "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", "place": "Đồng Tháp", "issued": date(2026, 1, 12)}

    def ending(of):
        task = ct.Task(f"Bãi bỏ Quyết định số 12/2023/QĐ-UBND của UBND tỉnh {of} về giá đất.")
        return ct.Plan(**head, assignments=(ct.Assignment("Sở Tư pháp", tasks=(task,)),))

    assert only(ending("Long An"), agencies.agency_elsewhere).fields["area"] == "Tỉnh Tây Ninh"
    for own in ("Đồng Tháp", "Tiền Giang"):
        assert not found(ending(own), agencies.agency_elsewhere)


@pytest.mark.parametrize(
    ("name", "issued", "reported"),
    [
        ("Phòng Nông nghiệp và Môi trường", "16 tháng 01 năm 2024", True),
        ("Phòng Nông nghiệp và Môi trường", "16 tháng 4 năm 2025", False),
        ("Phòng Tài nguyên và Môi trường", "16 tháng 01 năm 2024", False),
        ("Phòng Tài nguyên và Môi trường", "16 tháng 01 năm 2026", True),
        ("Phòng Giáo dục và Đào tạo", "16 tháng 01 năm 2026", True),
        ("Phòng Tài chính - Kế hoạch", "16 tháng 01 năm 2026", False),
    ],
)
def test_divisions_of_districts_have_their_days(name, issued, reported):
    checked = plan(
        work=f"1. Sở Tài chính\n- Phối hợp với {name} sửa cầu.", issued=issued, reports="1. Các bên thực hiện."
    )
    assert [one.about for one in found(checked, agencies.agency_not_existing)] == [name] * reported
