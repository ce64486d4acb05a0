"""The parts of a plan, wherever their headings stand."""

import pytest

import chitieu as ct

HEAD = """ỦY BAN NHÂN DÂN TỈNH SÔNG HẬU
Số: 12/KH-UBND
Sông Hậu, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Phát triển năm 2026
"""


def names(text):
    return [item.name for item in ct.parse_plan(HEAD + text).indicators]


def tasks(text):
    plan = ct.parse_plan(HEAD + text)
    return [(section.heading, len(section.tasks)) for section in plan.assignments]


@pytest.mark.parametrize(
    "text",
    [
        "Điều 1. Thông qua kế hoạch như sau:\nI. MỤC TIÊU TỔNG QUÁT\nỔn định.\nII. CHỈ TIÊU CHỦ YẾU\n1. GRDP tăng 8%.\n2. Thu ngân sách đạt 500 tỷ đồng.\nIII. NHIỆM VỤ\n1. Sở Y tế\n- Mua 5 máy.",
        "Phần thứ nhất\nTÌNH HÌNH THỰC HIỆN CHỈ TIÊU NĂM 2025\n1. GRDP tăng 7%.\nPhần thứ hai\nKẾ HOẠCH NĂM 2026\nI. Chỉ tiêu\n1. GRDP tăng 8%.\n2. Thu ngân sách đạt 500 tỷ đồng.",
        "A. KẾT QUẢ THỰC HIỆN\n1. GRDP tăng 7%.\nB. MỤC TIÊU\n1. GRDP tăng 8%.\n2. Thu ngân sách đạt 500 tỷ đồng.",
        "I. MỤC TIÊU, CHỈ TIÊU\n1. Mục tiêu chung\n- Ổn định.\n2. Chỉ tiêu cụ thể\n- GRDP tăng 8%.\n- Thu ngân sách đạt 500 tỷ đồng.",
        "I. CHỈ TIÊU CHỦ YẾU\n1. Chỉ tiêu kinh tế\n- GRDP tăng 8%.\n2. Về ngân sách\n- Thu ngân sách đạt 500 tỷ đồng.",
        "I. CHỈ TIÊU\n1 chỉ tiêu kinh tế gồm:\n- GRDP tăng 8%.\n1 chỉ tiêu ngân sách gồm:\n- Thu ngân sách đạt 500 tỷ đồng.",
        "I- CÁC CHỈ TIÊU\n* Về kinh tế:\n(1) GRDP tăng 8%.\n* Về ngân sách:\n(2) Thu ngân sách đạt 500 tỷ đồng.",
    ],
)
def test_indicators_are_found_at_any_depth(text):
    assert names(text) == ["GRDP", "Thu ngân sách"]


@pytest.mark.parametrize(
    "title", ["KỊCH BẢN TĂNG TRƯỞNG", "Kịch bản phát triển năm 2026", "CÁC CÂN ĐỐI LỚN", "Định hướng năm 2026"]
)
def test_a_list_of_targets_is_one_of_indicators_under_any_title(title):
    lines = ["GRDP tăng 8%.", "Thu ngân sách đạt 500 tỷ đồng.", "Xuất khẩu đạt 1 tỷ USD.", "Sản lượng lúa đạt 300 tấn."]
    text = f"I. {title}\n" + "\n".join(f"{at}. {line}" for at, line in enumerate(lines, start=1))
    tail = "\nII. GIẢI PHÁP\n1. Sở Y tế\n- Mua 5 máy.\n- Sửa 3 trạm."
    assert names(text + tail) == ["GRDP", "Thu ngân sách", "Xuất khẩu", "Sản lượng lúa"]
    assert tasks(text + tail) == [("Sở Y tế", 2)]


def test_a_scenario_beside_a_list_of_indicators_is_none():
    text = "I. CHỈ TIÊU\n1. GRDP tăng 8%.\nII. KỊCH BẢN TĂNG TRƯỞNG\n1. Quý I tăng 7%.\n2. Quý II tăng 8%."
    assert names(text) == ["GRDP"]


def test_results_of_the_year_before_are_no_targets():
    assert (
        names("I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2025\n1. GRDP tăng 7%.\nII. NHIỆM VỤ\n1. Sở Y tế\n- Mua máy.")
        == []
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I. CHỈ TIÊU\n1. GRDP tăng 8%.\nII. NHIỆM VỤ, GIẢI PHÁP\n1. Kinh tế\n- Trồng rừng.\n- Mở đường.",
            [("Kinh tế", 2)],
        ),
        (
            "I. MỤC TIÊU VÀ NHIỆM VỤ\n1. Mục tiêu\n- GRDP tăng 8%.\n2. Nhiệm vụ\na) Trồng rừng.\nb) Mở đường.",
            [("Nhiệm vụ", 2)],
        ),
        ("I. PHÂN CÔNG\nSở Y tế: mua máy.\nSở Tài chính: bố trí vốn.", [("Sở Y tế", 1), ("Sở Tài chính", 1)]),
    ],
)
def test_work_is_found(text, expected):
    assert tasks(text) == expected


def test_articles_give_work():
    plan = ct.parse_plan(
        HEAD
        + "Điều 1. Giao chỉ tiêu năm 2026.\nĐiều 2. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính báo cáo trước ngày 15/12/2026.\n"
        "Điều 3. Quyết định này có hiệu lực từ ngày ký."
    )
    (section,) = plan.implementation
    (task,) = section.tasks
    assert ([a.name for a in task.lead], [a.name for a in task.cooperating]) == (["Sở Y tế"], ["Sở Tài chính"])
    assert str(task.due) == "2026-12-15"


def test_what_closes_the_text_is_no_task():
    plan = ct.parse_plan(
        HEAD
        + "I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế theo dõi kế hoạch.\nTrên đây là Kế hoạch năm 2026, yêu cầu các đơn vị thực hiện./."
    )
    assert [len(section.tasks) for section in plan.implementation] == [1]


def test_one_item_with_its_agency_does_not_hide_the_others():
    text = (
        "II. NHIỆM VỤ\n1. Chính quyền số\n1.1. Hạ tầng\na) Mở mạng.\n- Chủ trì: Sở Y tế.\n- Thời gian: Quý II.\nb) Nâng cấp kho.\n"
        "1.2. Nền tảng\na) Lập kho dữ liệu.\nb) Giao Sở Tư pháp chủ trì lập sổ.\n2. Kinh tế số\n- Sở Tài chính bố trí vốn."
    )
    plan = ct.parse_plan(HEAD + text)
    assert [(section.number, section.heading, len(section.tasks)) for section in plan.assignments] == [
        ("1.1", "Hạ tầng", 2), ("1.2", "Nền tảng", 2), ("2", "Kinh tế số", 1),
    ]  # fmt: skip
    first = plan.assignments[0].tasks[0]
    assert ([agency.name for agency in first.lead], str(first.due)) == (["Sở Y tế"], "2026-Q2")


def test_items_that_begin_with_their_number_are_items():
    text = "I. CHỈ TIÊU\n1. GRDP tăng 8%.\n2. 19/20 xã đạt chuẩn.\n3. 100% trạm y tế có bác sĩ."
    found = [(item.number, str(item.targets[0])) for item in ct.parse_plan(HEAD + text).indicators]
    assert found == [("1", "tăng 8%"), ("2", "19/20 xã"), ("3", "100%")]


def test_lines_may_be_numbered_in_words():
    text = (
        "I. CHỈ TIÊU\nChỉ tiêu 1: GRDP tăng 8%.\nChỉ tiêu số 2. Thu ngân sách đạt 500 tỷ đồng.\nChỉ tiêu giao đạt 95%."
    )
    found = [(item.number, item.name) for item in ct.parse_plan(HEAD + text).indicators]
    assert found[:2] == [("1", "GRDP"), ("2", "Thu ngân sách")]
    assert found[2][0] is None


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("THỰC HIỆN NHIỆM VỤ NĂM 2025", False),
        ("Chỉ tiêu giai đoạn 2021 - 2025:", False),
        ("NHIỆM VỤ NĂM 2026", True),
        ("NHIỆM VỤ", True),
    ],
)
def test_a_heading_of_an_earlier_year_tells_of_results(title, read):
    text = f"I. {title}\n1. Sở Y tế\n- Mua 5 máy.\nII. CHỈ TIÊU NĂM 2026\n1. GRDP tăng 8%."
    assert tasks(text) == [("Sở Y tế", 1)] * read
    assert names(text) == ["GRDP"]


def test_letters_inside_numerals_hold_indicators():
    text = "I. KẾT QUẢ\nỔn định.\nII. CHỈ TIÊU\nA. Về kinh tế\n1. GRDP tăng 8%.\nB. Về ngân sách\n2. Thu ngân sách đạt 500 tỷ đồng.\nIII. NHIỆM VỤ\n1. Sở Y tế\n- Mua 5 máy."
    assert (names(text), tasks(text)) == (["GRDP", "Thu ngân sách"], [("Sở Y tế", 1)])


def test_an_item_of_work_with_a_line_below_it_is_no_heading():
    work = "Công an tỉnh giữ vững an ninh, trật tự trên địa bàn toàn tỉnh trong năm 2026; hoàn thành 100% chỉ tiêu tuyển quân được giao."
    text = f"I. NHIỆM VỤ, GIẢI PHÁP\n1. Sở Y tế mua 5 máy.\n2. Sở Xây dựng sửa 3 cầu.\n3. {work}\n(Danh mục tại Phụ lục kèm theo)"
    assert [heading.split()[0] for heading, _ in tasks(text)] == ["Sở", "Sở", "Công"]
