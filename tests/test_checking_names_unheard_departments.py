"""Departments that no province has or had."""

import pytest

import chitieu as ct
from chitieu.checking.names.unheard_departments import is_unheard_department


@pytest.mark.parametrize(
    ("name", "unheard"),
    [
        ("Sở Kinh tế", True),
        ("Sở Chuyển đổi số", True),
        ("Sở Nôi vụ", True),
        # of today, of long ago, of one city, cut short
        ("Sở Nội vụ", False),
        ("Sở Thủy sản", False),
        ("Sở Quy hoạch - Kiến trúc", False),
        ("Sở Văn hóa", False),
        ("Sở Y Tế", False),
        # abbreviations, no department, another body
        ("Sở KTS", False),
        ("Sở K&T", False),
        ("Sở chủ quản", False),
        ("Sở Chỉ huy diễn tập", False),
        ("Phòng Kinh tế", False),
        ("Sở", False),
    ],
)
def test_departments(name, unheard):
    assert is_unheard_department(name) == unheard


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("Sở Kinh tế", "-"),
        ("Sở Khoa học, Công nghệ và Môi trường", "Sở Khoa học và Công nghệ, Sở Nông nghiệp và Môi trường"),
        ("Ban Tổ chức chính quyền", "Sở Nội vụ"),
    ],
)
def test_a_plan_gives_them_no_work(name, instead):
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 21/KH-UBND\nLào Cai, ngày 06 tháng 4 năm 2026\nKẾ HOẠCH\nTrồng sâm năm 2026\n"
        f"I. NHIỆM VỤ\n1. {name}\n- Hướng dẫn các hộ làm giàn che.\n2. Sở Y tế\n- Kiểm nghiệm sâm giống.\n"
    )
    told = [one for one in ct.check(ct.parse_plan(text)) if one.code == "agency-not-existing"]
    assert [(one.fields["about"], one.fields["instead"]) for one in told] == [(name, instead)]
