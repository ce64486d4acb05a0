"""Plans as short texts, and what one rule says of them."""

import chitieu as ct
from chitieu.checking import run_checks

HEAD = """ỦY BAN NHÂN DÂN
TỈNH {province}
-------
Số: 58/KH-UBND
{place}, ngày {issued}
KẾ HOẠCH
{title}
{bases}
I. CHỈ TIÊU CHỦ YẾU
{lines}
II. NHIỆM VỤ
{work}
III. TỔ CHỨC THỰC HIỆN
{reports}
"""
GOOD = {
    "province": "SÔNG HẬU",
    "place": "Sông Hậu",
    "issued": "16 tháng 01 năm 2026",
    "title": "Phát triển kinh tế - xã hội năm 2026",
    "bases": "Căn cứ Nghị quyết số 41/2025/NQ-HĐND ngày 11 tháng 12 năm 2025 của HĐND tỉnh;",
    "lines": "1. Tỷ lệ hộ nghèo còn 1,4%;\n2. Kim ngạch xuất khẩu đạt 1.250 triệu USD;",
    "work": "1. Sở Tài chính\n- Trình UBND tỉnh đề án trước ngày 31/3/2026.\n2. UBND các xã, phường\n- Sửa cầu trong quý III.",
    "reports": "1. Hằng quý, 6 tháng, các sở, ngành báo cáo kết quả gửi Sở Tài chính trước ngày 15 tháng cuối quý.",
}


def text(**parts):
    """Write a plan; parts not given are good."""
    return HEAD.format(**{**GOOD, **parts})


def plan(**parts):
    """Read a plan; parts not given are good."""
    return ct.parse_plan(text(**parts))


def found(subject, *rules, **options):
    """Return the findings of some rules."""
    return run_checks(subject, rules=rules, **options).findings


def codes(subject, *others):
    """Return the codes of all that is found."""
    return [finding.code for finding in run_checks(subject, *others).findings]


def only(subject, rule):
    """Return the one finding of a rule; the plan has no other fault."""
    (finding,) = run_checks(subject).findings
    assert finding.code == rule.code
    assert run_checks(subject, rules=[rule]).findings == (finding,)
    assert finding.severity is rule.severity
    return finding


def worked_out(*lines):
    """Return kind, equation, what was expected and the verdict of all that is worked out from indicator lines."""
    items = tuple(item for line in lines for item in ct.parse_indicators(f"1) {line};"))
    found = ct.run_checks(ct.Plan(indicators=items, period=ct.Period(2026)), rules=[]).identities
    return [f"{one.kind.value} {one.equation}: {one.expected}{'' if one.holds else ', wrong'}" for one in found]
