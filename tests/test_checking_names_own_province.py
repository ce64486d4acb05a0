"""The province a plan is of, and organs of others it reports to."""

import pytest

import chitieu as ct

HEAD = """{issuer}
Số: 21/KH-UBND
{place}, ngày {day}

KẾ HOẠCH
Phát triển kinh tế - xã hội năm {year}

Căn cứ {basis};
I. CHỈ TIÊU
1. Tỷ lệ hộ nghèo còn 3%.
II. NHIỆM VỤ
1. Phòng Tài chính - Kế hoạch
- {task}
Nơi nhận:
- {to};
- Lưu: VT.
"""
DISTRICT = {
    "issuer": "ỦY BAN NHÂN DÂN\nHUYỆN TÂN HÒA", "place": "Tân Hòa", "day": "12 tháng 01 năm 2024", "year": 2024,
    "basis": "Quyết định số 318/QĐ-UBND ngày 11/12/2023 của UBND tỉnh Cao Bằng", "to": "Như trên",
}  # fmt: skip
PROVINCE = {**DISTRICT, "issuer": "ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG", "place": "Cao Bằng"}
COMMUNE = {
    **DISTRICT, "issuer": "ỦY BAN NHÂN DÂN\nXÃ TÂN HÒA", "day": "12 tháng 01 năm 2026", "year": 2026,
    "basis": "Quyết định số 318/QĐ-UBND ngày 11/12/2025 của UBND tỉnh Phú Thọ",
}  # fmt: skip


def codes(head, task="Rà soát hộ nghèo.", **fields):
    text = HEAD.format(**{**head, **fields, "task": task})
    found = ct.check(ct.parse_plan(text), rules=["agency-elsewhere", "area-not-existing"])
    return [one.code for one in found]


@pytest.mark.parametrize("head", [DISTRICT, PROVINCE])
@pytest.mark.parametrize(
    "task",
    [
        "Lập hồ sơ, giúp UBND huyện báo cáo UBND tỉnh Lạng Sơn, Sở Y tế trong quý II.",
        "Tổng hợp, báo cáo UBND tỉnh Lạng Sơn trước ngày 20/6.",
        "Trình HĐND tỉnh Lạng Sơn xem xét.",
        "Thực hiện theo chỉ đạo của UBND tỉnh Lạng Sơn.",
        "Tham mưu trình Ban Thường vụ Tỉnh ủy, UBND tỉnh Lạng Sơn.",
    ],
)
def test_reports_to_another_province(head, task):
    assert codes(head, task) == ["agency-elsewhere"]
    assert codes(head, task.replace("Lạng Sơn", "Cao Bằng")) == []


@pytest.mark.parametrize(
    "task",
    [
        "Phối hợp với UBND tỉnh Lạng Sơn quản lý vùng giáp ranh.",
        "Báo cáo Bộ Tài chính, trao đổi với UBND tỉnh Lạng Sơn.",
        "Báo cáo UBND tỉnh Cao Bằng, UBND tỉnh Lạng Sơn về tuyến đường nối hai tỉnh.",
        "Báo cáo UBND tỉnh theo quy định.",
        "Đề nghị UBND tỉnh Lạng Sơn phối hợp tuần tra.",
        "Học tập kinh nghiệm của tỉnh Lạng Sơn, báo cáo UBND huyện.",
        "Thực hiện quy chế phối hợp với Công an tỉnh Lạng Sơn.",
    ],
)
def test_work_with_another_province_is_let_be(task):
    assert codes(DISTRICT, task) == []
    assert codes(PROVINCE, task) == []


def test_who_gets_the_plan_as_a_report():
    assert codes(DISTRICT, to="UBND tỉnh Lạng Sơn (b/c)") == ["agency-elsewhere"]
    assert codes(DISTRICT, to="UBND tỉnh Cao Bằng (b/c)") == []
    assert codes(DISTRICT, to="UBND tỉnh Lạng Sơn (p/h)") == []


def test_grounds_of_the_old_province_are_those_of_the_new():
    task = "Tổng hợp, báo cáo UBND tỉnh Phú Thọ."
    old = "Quyết định số 15/QĐ-UBND ngày 11/5/2025 của UBND tỉnh {}"
    assert codes(COMMUNE, task) == []
    assert codes(COMMUNE, task, basis=old.format("Hòa Bình")) == []
    assert codes(COMMUNE, task, basis=old.format("Cao Bằng")) == ["agency-elsewhere"]
    assert codes(COMMUNE, "Báo cáo UBND tỉnh Hòa Bình.") == ["area-not-existing"]


def test_a_plan_whose_province_is_not_known_is_let_be():
    task = "Tổng hợp, báo cáo UBND tỉnh Lạng Sơn."
    assert codes(DISTRICT, task, basis="Nghị quyết số 41/NQ-HĐND ngày 20/12/2023 của HĐND huyện") == []
    both = (
        "Quyết định số 15/QĐ-UBND ngày 11/5/2023 của UBND tỉnh Cao Bằng, Quyết định số 16/QĐ-UBND của UBND tỉnh Lào Cai"
    )
    assert codes(DISTRICT, task, basis=both) == []
    named = "ỦY BAN NHÂN DÂN\nHUYỆN TÂN HÒA, TỈNH LÀO CAI"
    assert codes(DISTRICT, task, basis=both, issuer=named) == ["agency-elsewhere"] * 2  # the ground too


@pytest.mark.parametrize("kind", ["Nghị quyết số 15/NQ-HĐND", "Quyết định số 15/QĐ-UBND"])
@pytest.mark.parametrize("where", ["Lạng Sơn", "Cao Bằng"])
def test_law_a_plan_rests_on_acts_of_its_own_province(kind, where):
    """An act of an organ is a ground exactly for the plans of its province."""
    basis = f"{kind} ngày 11/12/2023 của {'HĐND' if 'NQ' in kind else 'UBND'} tỉnh {where} về kế hoạch năm 2024"
    assert codes(PROVINCE, basis=basis) == ([] if where == "Cao Bằng" else ["agency-elsewhere"])


def test_agreements_with_another_province_are_grounds():
    assert codes(PROVINCE, basis="Kế hoạch số 15/KH-UBND ngày 11/12/2023 của UBND tỉnh Lạng Sơn về hợp tác") == []


@pytest.mark.parametrize(
    ("task", "number"),
    [
        ("Đề nghị Bảo hiểm xã hội tỉnh Lạng Sơn rà soát đối tượng tham gia.", 1),
        ("Đề nghị Ngân hàng Chính sách xã hội chi nhánh tỉnh Lạng Sơn ưu tiên vốn vay.", 1),
        ("Đề nghị Bảo hiểm xã hội tỉnh Cao Bằng rà soát đối tượng tham gia.", 0),
        ("Đề nghị Bảo hiểm xã hội tỉnh Lạng Sơn phối hợp chuyển hồ sơ.", 0),
        ("Đề nghị Bảo hiểm xã hội tỉnh rà soát, báo cáo kết quả.", 0),
    ],
)
def test_branches_are_asked_by_their_own_province(task, number):
    assert codes(PROVINCE, task) == ["agency-elsewhere"] * number


def test_the_head_of_a_province_that_is_gone_is_that_of_what_became_of_it():
    head = {**COMMUNE, "issuer": "ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE", "place": "Bến Tre", "to": "Lưu: VT"}
    head["basis"] = "Luật Đầu tư công"
    reported = [codes(head, f"Tổng hợp, báo cáo UBND tỉnh {name}.") for name in ("Lạng Sơn", "Vĩnh Long")]
    assert ["agency-elsewhere" in one for one in reported] == [True, False]


def test_the_branch_asked_is_where_the_finding_points():
    text = HEAD.format(**PROVINCE, task="Đề nghị Ngân hàng Chính sách xã hội tỉnh Lạng Sơn bố trí vốn.")
    (finding,) = ct.check(ct.parse_plan(text), rules=["agency-elsewhere"])
    assert finding.span.of(text).endswith("tỉnh Lạng Sơn")
