"""Work given to agencies: who leads, who helps, until when."""

import pytest
from builders import plan_text

import chitieu as ct


def task(sentence, heading="Sở Tài chính"):
    plan = ct.parse_plan(
        plan_text(f"II. NHIỆM VỤ\n1. {heading}\n- {sentence}\n- Việc khác của sở.\n2. Sở Y tế\n- Việc của ngành.")
    )
    return plan.assignments[0].tasks[0]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Giải ngân xong trước ngày 30 tháng 6 năm 2026.", "2026-06-30"),
        ("Hoàn thành chậm nhất ngày 15/12/2026.", "2026-12-15"),
        ("Trình đề án trong quý II/2026.", "2026-Q2"),
        ("Trình đề án trong tháng 02/2026.", "2026-02"),
        ("Hoàn thành trong năm 2026.", "2026"),
        ("Tiếp tục kế hoạch năm 2025 đã giao.", "None"),
        ("Thực hiện Quyết định ngày 15/12/2025.", "None"),
        ("Xong trước ngày 31/02/2026.", "None"),
    ],
)
def test_due(sentence, due):
    assert str(task(sentence).due) == due


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Chủ trì, phối hợp với Sở Y tế rà soát.", ct.Role.LEAD),
        ("Phối hợp với Sở Y tế rà soát.", ct.Role.COOPERATE),
        ("Tham mưu UBND tỉnh ban hành quy định.", ct.Role.ADVISE),
        ("Theo dõi, đôn đốc.", ct.Role.MONITOR),
        ("Thẩm định hồ sơ.", ct.Role.APPRAISE),
        ("Tổng hợp số liệu.", ct.Role.CONSOLIDATE),
        ("Mở rộng nguồn thu.", ct.Role.CARRY_OUT),
    ],
)
def test_roles(sentence, role):
    assert task(sentence).role is role


@pytest.mark.parametrize(
    ("sentence", "lead", "cooperating"),
    [
        ("Mở rộng nguồn thu.", ["Sở Tài chính"], []),
        (
            "Chủ trì, phối hợp với Thuế tỉnh và UBND các xã, phường rà soát.",
            ["Sở Tài chính"],
            ["Thuế tỉnh", "UBND các xã, phường"],
        ),
        ("Phối hợp Công an tỉnh làm sạch dữ liệu.", ["Sở Tài chính"], ["Công an tỉnh"]),
        ("Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ rà soát.", ["Sở Y tế"], ["Sở Nội vụ"]),
        ("Giao Sở Y tế, Sở Nội vụ rà soát.", ["Sở Y tế", "Sở Nội vụ"], []),
        ("Sở Y tế chủ trì rà soát.", ["Sở Y tế"], []),
        ("Rà soát. Yêu cầu Sở Y tế báo cáo.", ["Sở Y tế"], []),
    ],
)
def test_who(sentence, lead, cooperating):
    read = task(sentence)
    assert [str(agency) for agency in read.lead] == lead
    assert [str(agency) for agency in read.cooperating] == cooperating


def test_product_targets_and_references():
    read = task("Giải ngân 95% vốn theo Quyết định số 5/QĐ-UBND. Sản phẩm: Báo cáo của sở; thu 3 tỷ đồng.")
    assert read.product == "Báo cáo của sở"
    assert [str(target) for target in read.targets] == ["95%", "3 tỷ đồng"]
    assert [reference.number for reference in read.references] == ["5/QĐ-UBND"]


def sections(text):
    plan = ct.parse_plan(plan_text(text))
    return [
        (section.heading, [str(a) for a in section.agencies], [t.text for t in section.tasks])
        for section in plan.assignments
    ]


def test_heading_and_task_in_one_sentence():
    text = "II. NHIỆM VỤ\n1. Sở Tài chính chủ trì, phối hợp với Thuế tỉnh rà soát các nguồn thu trên địa bàn.\n2. Sở Y tế\n- Việc của ngành."
    assert sections(text)[0] == (
        "Sở Tài chính",
        ["Sở Tài chính"],
        ["Sở Tài chính chủ trì, phối hợp với Thuế tỉnh rà soát các nguồn thu trên địa bàn."],
    )


def test_a_short_sentence_is_a_task_too():
    """However short, what an agency is to do is a task and no heading."""
    plan = ct.parse_plan(
        plan_text("II. NHIỆM VỤ\n1. Sở Y tế\n- Việc.\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính theo dõi chung.")
    )
    (section,) = plan.implementation
    assert [t.text for t in section.tasks] == ["Sở Tài chính theo dõi chung."]


def test_a_paragraph_under_a_heading_is_its_task():
    assert sections("II. NHIỆM VỤ\n1. Thống kê tỉnh\nCông bố số liệu từng quý đúng lịch.\n2. Sở Y tế\n- Việc.") == [
        ("Thống kê tỉnh", ["Thống kê tỉnh"], ["Công bố số liệu từng quý đúng lịch."]),
        ("Sở Y tế", ["Sở Y tế"], ["Việc."]),
    ]


def test_a_colon_divides_heading_and_task():
    assert sections("II. NHIỆM VỤ\n1. Sở Tài chính: Rà soát nguồn thu.\n2. Sở Y tế: Mua thuốc.") == [
        ("Sở Tài chính", ["Sở Tài chính"], ["Rà soát nguồn thu."]),
        ("Sở Y tế", ["Sở Y tế"], ["Mua thuốc."]),
    ]


def test_agency_sections_are_found_below_fields_of_work():
    text = "II. NHIỆM VỤ\n1. Lĩnh vực kinh tế\na) Sở Tài chính\n- Việc một.\nb) Sở Xây dựng\n- Việc hai."
    assert [agencies for _, agencies, _ in sections(text)] == [["Sở Tài chính"], ["Sở Xây dựng"]]
