"""The provinces a plan works with."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, only, plan

import chitieu as ct
from chitieu.checking.names import agencies
from chitieu.checking.names.partners import partners
from chitieu.checking.subject import Subject


def of_task(text):
    """Return the provinces a task is said to be done with, as written."""
    subject = plan(work=f"1. Sở Xây dựng\n- {text}")
    named = list(partners(Subject(subject)))
    assert [one.span.of(subject.text).replace("\n", " ") for one in named] == [one.written for one in named]
    return [one.written for one in named]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Phối hợp với tỉnh Quảng Bình thống nhất điểm đấu nối.", ["tỉnh Quảng Bình"]),
        ("Phối hợp với\ntỉnh Quảng\nBình rà soát.", ["tỉnh Quảng Bình"]),
        ("Cùng các tỉnh Bình Dương, Đồng Nai rà soát.", ["Bình Dương", "Đồng Nai"]),
        ("Chủ trì, phối hợp với Thành phố Hồ Chí Minh, tỉnh A và tỉnh Bình Dương.", ["Thành phố Hồ Chí Minh"]),
        ("Phối hợp với Thành phố Hồ Chí Minh, tỉnh Bình Dương và tỉnh Đồng Tháp.", ["Thành phố Hồ Chí Minh", "tỉnh Bình Dương", "tỉnh Đồng Tháp"]),
        ("Hợp tác du lịch với các tỉnh, thành phố Bình Thuận và Lâm Đồng.", ["Bình Thuận", "Lâm Đồng"]),
        ("Phối hợp với các tỉnh lân cận (Bình Phước, Tây Ninh) kiểm tra.", ["Bình Phước", "Tây Ninh"]),
        ("Phối hợp với các tỉnh: Thái Bình, Nam Định.", ["Thái Bình", "Nam Định"]),
        ("Ký kết thỏa thuận hợp tác với tỉnh Bà Rịa - Vũng Tàu.", ["tỉnh Bà Rịa - Vũng Tàu"]),
        ("Phối hợp chặt chẽ với chính quyền tỉnh Hà Giang tuần tra.", ["tỉnh Hà Giang"]),
        ("Phối hợp với các ngành chức năng của tỉnh Hà Giang tuần tra.", ["tỉnh Hà Giang"]),
        ("Phối hợp với Bộ Xây dựng, tỉnh Hòa Bình lập hồ sơ.", ["tỉnh Hòa Bình"]),
        ("Đề nghị tỉnh Bạc Liêu cho ý kiến; làm việc với tỉnh Kon Tum.", ["tỉnh Bạc Liêu", "tỉnh Kon Tum"]),
        ("Làm việc với UBND tỉnh Thái Bình và UBND tỉnh Ninh Bình.", ["tỉnh Thái Bình", "tỉnh Ninh Bình"]),
        ("Tổ chức giao lưu giữa các trường của Sông Hậu với tỉnh Bắc Giang, tỉnh Cao Bằng.", ["tỉnh Bắc Giang", "tỉnh Cao Bằng"]),
        ("Kết nối du lịch với các tỉnh Quảng Nam, Quảng Ngãi.", ["Quảng Nam", "Quảng Ngãi"]),
        ("Phối hợp với Sở Xây dựng tỉnh Hà Nam bàn giao.", ["tỉnh Hà Nam"]),
        ("Ký thỏa thuận hợp tác năm 2026 với các tỉnh Cao Bằng, Bắc Kạn.", ["Cao Bằng", "Bắc Kạn"]),
        ("Chuẩn bị hội đàm giữa UBND tỉnh Hà Giang với Chính quyền châu Văn Sơn.", ["tỉnh Hà Giang"]),
        # whose organs get or decide something
        ("Hoàn thiện đề án, trình UBND tỉnh Kiên Giang xem xét.", ["tỉnh Kiên Giang"]),
        ("Tham mưu HĐND tỉnh Kiên Giang ban hành nghị quyết trước ngày 30/9/2026.", ["tỉnh Kiên Giang"]),
        ("Xin ý kiến Ban Thường vụ Tỉnh ủy Hà Giang trước khi ký.", ["Tỉnh ủy Hà Giang"]),
        ("Hoàn chỉnh hồ sơ để Chủ tịch UBND tỉnh Hà Giang quyết định.", ["tỉnh Hà Giang"]),
        ("Trình kỳ họp HĐND tỉnh Hà Giang thông qua.", ["tỉnh Hà Giang"]),
        ("Làm theo chỉ đạo của Tỉnh ủy Hà Giang.", ["Tỉnh ủy Hà Giang"]),
        ("Trình HĐND, UBND tỉnh Hà Giang bố trí vốn.", ["tỉnh Hà Giang"]),
        # names that say themselves that they are old ones
        ("Phối hợp với tỉnh Quảng Bình (cũ) rà soát.", []),
        ("Phối hợp với tỉnh Hà Nam (nay thuộc tỉnh Ninh Bình) và tỉnh Hải Dương trước đây.", []),
        ("Phối hợp với tỉnh Nam Định trước khi sắp xếp, tỉnh Ninh Bình.", []),
        # names of agreements, works and places; the past
        ("Đề án đã được trình UBND tỉnh Hà Giang phê duyệt.", []),
        ("Trình bãi bỏ nghị quyết do HĐND tỉnh Hà Giang ban hành trước sắp xếp.", []),
        ("Làm theo chỉ đạo của UBND tỉnh Hà Giang tại Công văn số 15/UBND-KT.", []),
        ("Trình phương án dùng trụ sở UBND tỉnh Hà Giang.", []),
        ("Gia hạn Tờ trình UBND tỉnh Hà Giang.", []),
        ("Thực hiện Quy chế phối hợp với tỉnh Bình Dương.", []),
        ("Triển khai Chương trình hợp tác với tỉnh Bình Dương.", []),
        ("Đã phối hợp với tỉnh Bình Dương mở tuyến.", []),
        ("Mở rộng tuyến đường đoạn qua địa bàn tỉnh Bình Dương.", []),
        ("Phối hợp với chủ đầu tư dự án, đoạn qua tỉnh Quảng Bình.", []),
        ("Phối hợp với Công ty Sông Lam, xã Bình Dương, tỉnh Quảng Ngãi.", []),
        ("Sửa tuyến đường ven biển kết nối với tỉnh Bình Thuận.", []),
        ("Cắm mốc ranh giới giữa xã An Bình và tỉnh Bình Phước.", []),
        ("Phối hợp với các tỉnh Đông Nam Bộ; cùng các tỉnh bạn kiểm tra.", []),
        ("Phối hợp với thành phố Cao Bằng, thành phố Hải Dương.", []),  # towns of a province
        ("Phối hợp với các địa phương: Bắc Giang, An Bình.", []),  # wards may have the names of provinces
        ("Phối hợp với", []),
    ],
)  # fmt: skip
def test_provinces_that_take_part(text, named):
    assert of_task(text) == named


@pytest.mark.parametrize(("length", "named"), [(76, []), (77, ["tỉnh Bình Dương"])])
def test_words_that_make_a_cue_a_name_stand_near(length, named):
    assert of_task(f"Đã {'x' * length} phối hợp với tỉnh Bình Dương.") == named


def test_a_long_list_is_read_up_to_its_twelfth():
    kinds = ["Thái Bình", "Nam Định", "Hà Nam", "Bắc Giang"]
    assert of_task(f"Phối hợp với các tỉnh {', '.join(kinds * 4)}.") == (kinds * 4)[:12]


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("Sở Tài chính, tỉnh Bình Dương", ["tỉnh Bình Dương"]),
        ("Các tỉnh Bến Tre, Trà Vinh", ["Bến Tre", "Trà Vinh"]),
        ("UBND tỉnh Kiên Giang; UBND các xã", ["tỉnh Kiên Giang"]),
        ("Sở Tài chính; UBND các xã", []),
    ],
)
def test_cells_that_name_who_takes_part(cell, named):
    table = f"| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn |\n|---|---|---|---|---|\n| 1 | Nối tuyến đường tỉnh Cà Mau | Sở Xây dựng | {cell} | Quý II/2026 |"
    subject = plan(reports=f"1. Các sở thực hiện.\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n{table}")
    assert [one.written for one in partners(Subject(subject))] == named


PLACES = [one.short_name for one in ct.areas.on(date(2025, 1, 15))]


@given(
    st.lists(st.sampled_from(PLACES), min_size=1, max_size=6, unique=True), st.dates(date(2025, 8, 1), date(2026, 4, 1))
)
def test_law_exactly_the_provinces_that_are_gone_are_reported(names, day):
    """Each province of a list is reported exactly if none of its name is there on the day."""
    listed = ", ".join(names[:-1]) + (" và " if names[1:] else "") + names[-1]
    subject = evolve(plan(work=f"1. Sở Xây dựng\n- Phối hợp với các tỉnh {listed} kiểm tra."), issued=day)
    gone = [name for name in names if ct.areas.find(name, on=day) is None]
    about = [ct.areas.find(one.about).short_name for one in found(subject, agencies.area_not_existing)]
    assert about == gone


def test_one_province_is_one_finding_with_its_other_places():
    work = (
        "1. Sở Y tế\n- Phối hợp với UBND tỉnh Kiên Giang.\n- Phối hợp với tỉnh Kiên Giang.\n- Cùng tỉnh Kiên Giang họp."
    )
    subject = plan(work=work)
    finding = only(subject, agencies.area_not_existing)
    assert [span.of(subject.text) for span in finding.related] == ["tỉnh Kiên Giang"] * 2
    assert finding.fields["instead"] == "Tỉnh An Giang"


def test_a_plan_that_was_built():
    task = ct.Task("Phối hợp với tỉnh Quảng Bình rà soát")
    built = ct.Plan(issued=date(2026, 1, 16), assignments=(ct.Assignment("", tasks=(task,)),))
    (finding,) = found(built, agencies.area_not_existing)
    assert (finding.about, finding.span) == ("Tỉnh Quảng Bình", None)
    assert finding.quote.endswith("^" * len("tỉnh Quảng Bình"))


def test_in_a_text_that_is_no_plan_the_place_is_that_of_the_name():
    text = "Ngày 16/01/2026, đoàn công tác họp.\nTới đây ta phối hợp với tỉnh Quảng Bình rà soát."
    (one,) = partners(Subject(ct.Plan(text=text)))
    assert one.span.of(text) == one.written == "tỉnh Quảng Bình"


def test_who_takes_part_in_a_row_gets_no_report():
    table = "| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn |\n|---|---|---|---|---|\n| 1 | Nối tuyến đường | Sở Xây dựng | UBND tỉnh Đồng Nai | Quý II/2026 |"
    subject = plan(reports=f"1. Các sở thực hiện.\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n{table}")
    assert [(one.written, one.gets) for one in partners(Subject(subject))] == [("tỉnh Đồng Nai", False)]
