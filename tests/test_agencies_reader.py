"""Agencies in text."""

import builders
import pytest

import chitieu as ct
from chitieu.agencies.reader import heading_agencies, read_agencies
from chitieu.agencies.records import agency_records
from chitieu.text import SourceText


def names(text):
    return [agency.name for agency in builders.found(ct.find_agencies, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giao Sở Y tế chủ trì, phối hợp với UBND các huyện, thành phố", ["Sở Y tế", "UBND các huyện, thành phố"]),
        ("Sở Giáo dục\nvà Đào tạo; Công an tỉnh", ["Sở Giáo dục và Đào tạo", "Công an tỉnh"]),
        ("Các sở, ban, ngành tỉnh và UBND cấp xã", ["Các sở, ban, ngành tỉnh", "UBND cấp xã"]),
        ("các đơn vị liên quan", ["các đơn vị liên quan"]),
        ("Công ty Điện lực Sông Hậu khảo sát", ["Công ty Điện lực Sông Hậu"]),
        ("Báo cáo kết quả, Ban hành kế hoạch, Hội nghị cán bộ", []),
        ("", []),
    ],
)
def test_finds(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Sở Lao động - Thương binh và Xã hội",
        "Sở Lao động, Thương binh và Xã hội",
        "Sở Lao động – Thương binh và Xã hội",
        "Sở LĐ-TB&XH",
        "Sở LĐTBXH",
    ],
)
def test_writings_of_one_agency_share_a_key(name):
    keys = {agency.key for agency in builders.found(ct.find_agencies, f"{name};")}
    assert keys == {agency.key for agency in builders.found(ct.find_agencies, "Sở Lao động - Thương binh và Xã hội")}
    assert None not in keys


@pytest.mark.parametrize("record", agency_records(), ids=lambda record: record.key)
def test_every_record_is_found_by_a_writing(record):
    """A record nobody can reach would be dead data."""
    keys = {
        agency.key
        for writing in (record.name.partition(" (")[0], *record.aliases)
        for agency in builders.found(ct.find_agencies, f"- {writing[0].upper()}{writing[1:]}.")
    }
    assert keys


def test_keys_are_unique_and_successors_exist():
    keys = [record.key for record in agency_records()]
    assert len(set(keys)) == len(keys)
    assert {record.successor for record in agency_records() if record.successor} <= set(keys)


def test_groups_say_so():
    (group,) = builders.found(ct.find_agencies, "UBND các xã, phường")
    assert (group.group, group.key, str(group)) == (True, None, "UBND các xã, phường")


def test_a_list_is_read_to_its_end():
    text = "Sở Tài chính, Sở Y tế và UBND các xã, phường triển khai"
    agencies, end = read_agencies(text, 0, len(text))
    assert [agency.name for agency, _, _ in agencies] == ["Sở Tài chính", "Sở Y tế", "UBND các xã, phường"]
    assert text[end:] == " triển khai"


def test_a_heading_keeps_place_names_and_drops_verbs():
    text = "Ngân hàng Nhà nước Chi nhánh Bến Tre chỉ đạo các ngân hàng"
    (agency,) = heading_agencies(SourceText(text), 0, len(text))
    assert agency.name == "Ngân hàng Nhà nước Chi nhánh Bến Tre"
    assert agency.span.of(text) == agency.name


def test_a_heading_without_an_agency_has_none():
    text = "Về phát triển kinh tế"
    assert heading_agencies(SourceText(text), 0, len(text)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* Giám đốc Sở Y tế Lê Hoa: Năm nay", [("Sở Y tế", "syt")]),
        ("Phó Chủ tịch UBND tỉnh Trần Văn Hoa chủ trì", [("UBND tỉnh", "ubnd")]),
        ("Chánh Văn phòng UBND tỉnh", [("Văn phòng UBND tỉnh", "vpubnd")]),
        ("Phó Trưởng ban Tuyên giáo Tỉnh ủy nhấn mạnh", [("ban Tuyên giáo Tỉnh ủy", "btgtu")]),
        ("Chủ tịch nước bạn thăm; Đại tướng Đoàn Hoa", []),
        ("Ngành Thuế và ngành Y tế rà soát", [("Ngành Thuế", None), ("ngành Y tế", None)]),
        ("ý kiến của Bộ Thông tin và Truyền thông", [("Bộ Thông tin và Truyền thông", None)]),
        ("ngành Du lịch xanh, ngành y tế, Bộ Tiêu chí", [("ngành Du lịch", None)]),
        ("Sở Tài chính thành lập đoàn; HĐND thành phố họp", [("Sở Tài chính", "stc"), ("HĐND thành phố", "hdnd")]),
        ("Nghị quyết số 07/2026/NQ-HĐND; Kế hoạch 3/KH-UBND", []),
        ("Thống kê truy cập; Thống kê số liệu", []),
        ("Thuế tỉnh; Thống kê tỉnh", [("Thuế tỉnh", "thue_tinh"), ("Thống kê tỉnh", "tk_tinh")]),
        ("Trường cao đẳng Sông Hậu tuyển sinh", [("Trường cao đẳng Sông Hậu", "truongcd")]),
        ("Đài Phát thanh - Truyền hình tỉnh và Báo Sông Hậu", [("Đài Phát thanh - Truyền hình tỉnh", "dpth"), ("Báo Sông Hậu", None)]),
        ("Đài Phát thanh - Truyền hình và Báo Sông Hậu", [("Đài Phát thanh - Truyền hình và Báo Sông Hậu", None)]),
        ("Báo và Phát thanh, Truyền hình Sông Hậu", [("Báo và Phát thanh, Truyền hình Sông Hậu", None)]),
    ],
)  # fmt: skip
def test_names_in_the_news(text, expected):
    assert [(agency.name, agency.key) for agency in builders.found(ct.find_agencies, text)] == expected


@pytest.mark.parametrize("text", ["các ngành, địa phương", "Các ngành, huyện, thành phố", "Mỗi sở, ngành"])
def test_groups_of_branches(text):
    (group,) = builders.found(ct.find_agencies, f"{text} tập trung")
    assert (group.name, group.group) == (text, True)


def test_a_title_is_no_part_of_an_agency():
    text = "Giám đốc Sở Y tế, Chủ tịch UBND các xã triển khai"
    agencies, _ = read_agencies(text, 0, len(text))
    assert [agency.name for agency, _, _ in agencies] == ["Sở Y tế", "UBND các xã"]
    text = "Giám đốc Sở Y tế, Chủ tịch UBND các xã"
    found = heading_agencies(SourceText(text), 0, len(text))
    assert [(agency.name, agency.span.of(text)) for agency in found] == [("Sở Y tế",) * 2, ("UBND các xã",) * 2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công an xã, Ban Chỉ huy Quân sự xã", [("Công an xã", None), ("Ban Chỉ huy Quân sự xã", None)]),
        ("Phòng Kinh tế xã chủ trì", [("Phòng Kinh tế xã", "pkt_xa")]),
        ("Trạm Y tế phường", [("Trạm Y tế phường", None)]),
        (
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã",
            [("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã", "vp_xa")],
        ),
        ("Trung tâm Phục vụ hành chính công xã", [("Trung tâm Phục vụ hành chính công xã", "ttpvhcc_xa")]),
        ("Sở Y tế xã hội hóa dịch vụ", [("Sở Y tế", "syt")]),
        ("Công an xã An Bình", [("Công an", "cat")]),
    ],
)
def test_offices_of_a_commune(text, expected):
    """An office of a commune is not the province's, though its name begins as that one's does."""
    assert [(agency.name, agency.key) for agency in builders.found(ct.find_agencies, text)] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trình UBND thành phố Kế hoạch chuyển đổi số", "UBND thành phố"),
        ("Trình UBND xã Đề án thu gom rác", "UBND xã"),
        ("Trình HĐND phường Nghị quyết về phí", "HĐND phường"),
        ("Trình UBND xã Kế Sách phê duyệt", "UBND xã Kế Sách"),
        ("Trình UBND phường Đề Thám phê duyệt", "UBND phường Đề Thám"),
    ],
)
def test_a_document_behind_a_committee_is_no_place(text, name):
    (mention,) = ct.find_agencies(text)
    assert mention.text == name
