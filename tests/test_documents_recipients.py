"""The parties of lines of recipients."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.documents.recipients import PartyKind, read_parties


def names(line):
    return [str(party) for party in read_parties(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("TT TU, TT HĐND tỉnh", ["Thường trực Tỉnh ủy", "Thường trực HĐND tỉnh"]),
        ("TT. Tỉnh ủy (b/c)", ["Thường trực Tỉnh ủy (để báo cáo)"]),
        ("CT, các PCT UBND tỉnh", ["Chủ tịch UBND tỉnh", "các Phó Chủ tịch UBND tỉnh"]),
        ("Chủ tịch và các PCT UBND tỉnh", ["Chủ tịch UBND tỉnh", "các Phó Chủ tịch UBND tỉnh"]),
        ("Chánh, các Phó CVP UBND tỉnh", ["Chánh Văn phòng UBND tỉnh", "các Phó Chánh Văn phòng UBND tỉnh"]),
        ("CVP, các PCVP UBND tỉnh", ["Chánh Văn phòng UBND tỉnh", "các Phó Chánh Văn phòng UBND tỉnh"]),
        ("Các Bộ: KH&ĐT, TC", ["Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"]),
        ("Các Sở: Tài chính, Nội vụ", ["Sở Tài chính", "Sở Nội vụ"]),
        ("LĐVP, các phòng: TH, KT", ["Lãnh đạo Văn phòng", "Phòng Tổng hợp", "Phòng Kinh tế"]),
        ("MTTQ và các đoàn thể tỉnh", ["Mặt trận Tổ quốc", "các đoàn thể tỉnh"]),
        ("Sở Kế hoạch và Đầu tư, Sở Y tế", ["Sở Kế hoạch và Đầu tư", "Sở Y tế"]),
        ("VP Đoàn ĐBQH và HĐND tỉnh", ["Văn phòng Đoàn ĐBQH và HĐND tỉnh"]),
        ("Phòng Văn hóa và Thông tin huyện", ["Phòng Văn hóa và Thông tin huyện"]),
        ("Cục Kiểm tra văn bản (Bộ Tư pháp)", ["Cục Kiểm tra văn bản (Bộ Tư pháp)"]),
        ("Văn phòng Chính phủ để b/c", ["Văn phòng Chính phủ (để báo cáo)"]),
        ("Thủ tướng Chính phủ (để báo cáo)", ["Thủ tướng Chính phủ (để báo cáo)"]),
        ("Như Điều 3 (để thi hành)", ["Như Điều 3 (để thi hành)"]),
        ("CT, PCT UBND tỉnh; Lưu: VT", ["Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh", "Văn thư"]),
        ("", []),
    ],
)
def test_shorthand_is_written_out(line, expected):
    assert names(line) == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Các sở, ban, ngành tỉnh", PartyKind.GROUP),
        ("UBND các huyện, thành phố", PartyKind.GROUP),
        ("Các phòng, ban VP UBND tỉnh", PartyKind.GROUP),
        ("Các cơ quan Trung ương đóng trên địa bàn", PartyKind.GROUP),
        ("Văn phòng Chính phủ", PartyKind.AGENCY),
        ("Thủ tướng Chính phủ", PartyKind.OFFICE),
        ("Như trên", PartyKind.ABOVE),
        ("Lưu: VT", PartyKind.ARCHIVE),
    ],
)
def test_kinds(line, kind):
    (party,) = read_parties(line)
    assert party.kind is kind


def test_agencies_are_those_of_the_directory():
    assert [party.agency.key for party in read_parties("Sở Tài chính; VP Tỉnh ủy")] == ["stc", "vptu"]
    (party,) = read_parties("UBND các xã, phường")
    assert party.agency.group


def test_what_is_kept():
    assert [(party.name, party.text) for party in read_parties("Lưu: VT, LNK.")] == [("Văn thư", "VT"), ("LNK", "LNK")]


_PARTS = [
    "TT TU",
    "CT",
    "các PCT UBND tỉnh",
    "Sở Y tế",
    "UBND các xã, phường",
    "Báo Sông Hậu",
    "Đài PTTH tỉnh",
    "MTTQ",
    "CPVP",
]


@given(st.lists(st.sampled_from(_PARTS), min_size=1, max_size=5), st.sampled_from([", ", "; ", " và "]))
def test_nothing_is_dropped(parts, joint):
    """Law: every word of a line is in the text of one of its parties."""
    line = joint.join(parts)
    kept = " ".join(party.text for party in read_parties(line))
    assert {word for word in re.findall(r"\w+", line) if word != "và"} <= set(re.findall(r"\w+", kept))


@given(st.text(max_size=60))
def test_any_line_is_read(line):
    """Law: no text is refused."""
    assert all(party.name for party in read_parties(line))
