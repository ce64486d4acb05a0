"""Tables in text: which column means what, rows as indicators and tasks."""

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.reading.table_columns import find_tables
from chitieu.text import SourceText

HEAD = """ỦY BAN NHÂN DÂN TỈNH SÔNG HẬU
Số: 12/QĐ-UBND
Sông Hậu, ngày 05 tháng 3 năm 2026
QUYẾT ĐỊNH
Về việc giao chỉ tiêu kế hoạch năm 2026
"""
INDICATORS = """TT | Chỉ tiêu | ĐVT | TH năm 2025 | KH năm 2026 | Ghi chú
I | KINH TẾ | | | |
1 | Tốc độ tăng GRDP | % | 8,51 | 10,5 |
2 | Thu ngân sách trên địa bàn | Tỷ đồng | 1.850 | >2.000 |
 | Trong đó: thu nội địa | Tỷ đồng | 1.800 | 1.950 |
3 | Tỷ lệ hộ nghèo | % | 6,2 | ≤5,5 |
"""
WORK = """STT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm
I | Lĩnh vực kinh tế | | | |
1 | Lập kế hoạch xúc tiến đầu tư | Sở Tài chính | Sở Công Thương; Công ty Cấp nước Sông Hậu | Quý I/2026 | Kế hoạch
2 | Phát triển cây dừa | Sở NN&MT | nt | Tháng 6/2026 | Báo cáo
II | Lĩnh vực xã hội | | | |
3 | Giảm nghèo bền vững | Chủ trì: Sở Y tế. Phối hợp: UBND các xã, phường | | 31/12/2026 | nt
"""


def bordered(table):
    """Return the same table as Markdown writes it, with a border and a rule under the head."""
    lines = table.strip().split("\n")
    width = lines[0].count("|") + 1
    rule = "|" + "---|" * width
    return "\n".join([f"| {lines[0]} |", rule, *(f"| {line} |" for line in lines[1:])]) + "\n"


@pytest.mark.parametrize("form", [str, bordered])
def test_a_table_of_indicators(form):
    plan = ct.parse_plan(HEAD + form(INDICATORS))
    found = [(item.number, item.name, [str(target) for target in item.targets]) for item in plan.indicators]
    assert found == [
        ("1", "Tốc độ tăng GRDP", ["10,5%"]),
        ("2", "Thu ngân sách trên địa bàn", ["trên 2.000 tỷ đồng"]),
        ("3", "Tỷ lệ hộ nghèo", ["không quá 5,5%"]),
    ]
    (part,) = plan.indicators[1].parts
    assert (part.name, str(part.targets[0]), part.relation) == ("thu nội địa", "1.950 tỷ đồng", ct.Relation.PART)
    assert plan.indicators[2].indicator == "poor"


@pytest.mark.parametrize("form", [str, bordered])
def test_rows_of_a_table_that_numbers_none_stand_side_by_side(form):
    rows = "Chỉ tiêu | ĐVT | KH 2026\nThu từ đất | tỷ đồng | 150\nThu xổ số | tỷ đồng | 300"
    plan = ct.parse_plan(HEAD + form(rows))
    assert [(item.name, len(item.parts)) for item in plan.indicators] == [("Thu từ đất", 0), ("Thu xổ số", 0)]


@pytest.mark.parametrize("form", [str, bordered])
def test_a_table_of_work(form):
    plan = ct.parse_plan(HEAD + form(WORK))
    assert [(section.number, section.heading, len(section.tasks)) for section in plan.assignments] == [
        ("I", "Lĩnh vực kinh tế", 2),
        ("II", "Lĩnh vực xã hội", 1),
    ]
    first, second, third = (task for section in plan.assignments for task in section.tasks)
    assert [agency.name for agency in first.lead] == ["Sở Tài chính"]
    assert [agency.name for agency in first.cooperating] == ["Sở Công Thương", "Công ty Cấp nước Sông Hậu"]
    assert (str(first.due), first.product) == ("2026-Q1", "Kế hoạch")
    assert second.cooperating == first.cooperating
    assert [agency.name for agency in third.lead] == ["Sở Y tế"]
    assert (str(third.due), third.product) == ("2026-12-31", "Báo cáo")


def test_the_column_of_the_plans_own_year_counts():
    rows = "TT | Chỉ tiêu | ĐVT | GĐ 2026-2030 | Quý I/2026 | Mục tiêu 2027 | Mục tiêu 2026\n1 | Tốc độ tăng GRDP | % | >11 | 9,2 | 13 | >12"
    assert str(ct.parse_plan(HEAD + rows).indicators[0].targets[0]) == "trên 12%"


def test_results_without_a_target_are_no_indicators():
    rows = "TT | Chỉ tiêu | ĐVT | Thực hiện 2024 | Ước TH 2025\n1 | Tốc độ tăng GRDP | % | 8 | 9"
    assert ct.parse_plan(HEAD + rows).indicators == ()


def test_spans_quote_the_row():
    text = HEAD + INDICATORS
    item = ct.parse_plan(text).indicators[0]
    assert item.span.of(text) == "1 | Tốc độ tăng GRDP | % | 8,51 | 10,5 |"
    assert item.targets[0].span.of(text) == "10,5"


def test_a_header_in_two_columns_is_no_table():
    assert find_tables(SourceText("TỈNH A | CỘNG HÒA |\nSỞ B | Độc lập |"), ct.get_province("standard")) == []


def test_a_form_with_its_own_titles(tmp_path):
    path = tmp_path / "song-hau.toml"
    path.write_text(
        'slug = "song-hau"\nname = "Sông Hậu"\nextends = "standard"\n'
        '[tables]\nindicator = ["tên mục phấn đấu"]\ntarget = ["con số giao"]\nsame = ["giống dòng trên"]\n',
        encoding="utf-8",
    )
    text = f"{HEAD}TT | Tên mục phấn đấu | ĐVT | Con số giao\n1 | Thu ngân sách | tỷ đồng | 250\n"
    assert ct.parse_plan(text, "standard").indicators == ()
    assert str(ct.parse_plan(text, ct.load_format(path)).indicators[0].targets[0]) == "250 tỷ đồng"


@given(st.lists(st.lists(builders.any_texts(), min_size=1, max_size=6), max_size=6))
def test_ragged_rows_raise_nothing(rows):
    """Law: whatever stands in the cells, rows of any length are read or left out, and spans lie in the text."""
    body = "\n".join(" | ".join(cell.replace("\n", " ") for cell in row) for row in rows)
    text = HEAD + WORK + body + "\n" + INDICATORS + body
    plan = ct.parse_plan(text)
    for item in plan.indicators:
        assert 0 <= item.span.start <= item.span.end <= len(text)


def test_a_row_broken_over_lines_is_one_row():
    rows = "TT | Chỉ tiêu | ĐVT | KH năm 2026\n1 | Diện tích nuôi tôm\nnước lợ | ha | 4.200\n2 | Sản lượng | tấn | 38.000\n3 | Hụt\nĐoạn văn sau bảng.\n"
    plan = ct.parse_plan(HEAD + rows)
    found = [(item.number, item.name, str(item.targets[0])) for item in plan.indicators]
    assert found == [("1", "Diện tích nuôi tôm nước lợ", "4.200 ha"), ("2", "Sản lượng", "38.000 tấn")]


@pytest.mark.parametrize(
    ("cell", "target"),
    [
        ("tối thiểu 80", "từ 80% trở lên"), ("không quá 80", "không quá 80%"), ("đạt 80", "80%"), ("tăng 5", "tăng 5%"), ("từ 80 đến 85", "80% - 85%"),
        ("80 trở lên", "từ 80% trở lên"), (">80", "trên 80%"), ("khoảng 80", "khoảng 80%"),
    ],
)  # fmt: skip
def test_words_in_a_cell_bound_its_number(cell, target):
    rows = f"TT | Chỉ tiêu | ĐVT | KH năm 2026\n1 | Tỷ lệ A | % | {cell}\n"
    assert [str(t) for t in ct.parse_plan(HEAD + rows).indicators[0].targets] == [target]


def test_nothing_is_read_across_two_rows():
    rows = "TT | Chỉ tiêu | ĐVT | KH năm 2026\n1 | Tỷ lệ A | % | 90\nII | Xã hội | |\n2 | Tỷ lệ B | % | 70\n"
    found = [[str(t) for t in item.targets] for item in ct.parse_plan(HEAD + rows).indicators]
    assert found == [["90%"], ["70%"]]


BUDGET = """STT | Nội dung | Đơn vị | Dự toán 2025 | Dự toán 2026
1 | Tổng thu ngân sách | Tỷ đồng | 582 | 650
1.1 | Thu nội địa | Tỷ đồng | 491 | 554
1.2 | Thu từ hoạt động xuất nhập khẩu | Tỷ đồng | 91 | 96
2 | Tỷ suất chết trẻ em dưới 1 tuổi | ‰ | 11,0 | 10,8
"""


@pytest.mark.parametrize("table", [BUDGET, bordered(BUDGET)])
def test_a_budget_is_a_table_of_indicators(table):
    found = ct.parse_plan(HEAD + table).indicators
    assert [(item.number, str(item.targets[0])) for item in found] == [("1", "650 tỷ đồng"), ("2", "10,8‰")]
    assert [(part.number, str(part.targets[0])) for part in found[0].parts] == [
        ("1.1", "554 tỷ đồng"),
        ("1.2", "96 tỷ đồng"),
    ]


def test_the_column_of_the_year_may_be_called_as_the_names_are():
    table = "| STT | Nội dung chỉ tiêu | Đơn vị tính | Chỉ tiêu 2026 |\n|---|---|---|---|\n| 1 | Thu ngân sách | Tỷ đồng | 1.250 |\n"
    (item,) = ct.parse_plan(HEAD + table).indicators
    assert (item.name, str(item.targets[0])) == ("Thu ngân sách", "1.250 tỷ đồng")


@pytest.mark.parametrize("due", ["Hạn", "Hạn (ngày)", "Xong trước", "Mốc thời gian", "Thời điểm hoàn thành"])
@pytest.mark.parametrize("lead", ["Chủ trì", "Đơn vị phụ trách", "Cơ quan, đơn vị chủ trì", "Đầu mối"])
def test_columns_of_work_have_many_titles(lead, due):
    plan = ct.parse_plan(f"{HEAD}TT | Công việc | {lead} | {due}\n1 | Mở kho | Sở Nội vụ | 20/6/2026\n")
    ((task,),) = [section.tasks for section in plan.assignments]
    assert (task.text, task.lead[0].name, str(task.due)) == ("Mở kho", "Sở Nội vụ", "2026-06-20")


def test_a_column_of_limits_is_none_of_days():
    plan = ct.parse_plan(f"{HEAD}TT | Công việc | Hạn mức | Chủ trì\n1 | Cho vay | 20 | Sở Nội vụ\n")
    assert [task.due for section in plan.assignments for task in section.tasks] == [None]


def test_work_may_be_named_by_any_title_beside_who_and_when():
    table = "STT | Tên lớp | Số lượng | Đơn vị chủ trì | Thời gian\n1 | Văn thư, lưu trữ | 150 | Sở Nội vụ | Tháng 10/2026\n"
    ((task,),) = [section.tasks for section in ct.parse_plan(HEAD + table).assignments]
    assert (task.text, task.lead[0].name, str(task.due)) == ("Văn thư, lưu trữ", "Sở Nội vụ", "2026-10")


def test_a_row_with_a_unit_and_an_empty_target_is_kept():
    """A heading has no unit; what has one is an indicator whose target is still to be written."""
    head = "STT | Chỉ tiêu | Đơn vị | Kế hoạch 2026\n"
    rows = "I | Kinh tế | |\n1 | Thu ngân sách | tỷ đồng |\n1.1 | Thu nội địa | tỷ đồng | 250\n"
    (budget,) = ct.parse_plan(f"{HEAD}{head}{rows}", "standard").indicators
    assert (budget.name, budget.indicator, budget.targets) == ("Thu ngân sách", "bud_rev", ())
    assert [str(part.targets[0]) for part in budget.parts] == ["250 tỷ đồng"]


MANY = """UBND TỈNH SÔNG HẬU
Số: 18/KH-UBND                    Sông Hậu, ngày 16 tháng 01 năm 2026

KẾ HOẠCH
Phát triển kinh tế - xã hội 5 năm 2026 - 2030

I. CÁC CHỈ TIÊU CHỦ YẾU
TT | Chỉ tiêu | ĐVT | Ước TH 2025 | 2026 | 2027 | 2030 | {}
1 | Thu ngân sách | tỷ đồng | 100 | 110 | 120 | 150 | 650
2 | Tỷ lệ lao động qua đào tạo | % | 60 | 61 | 62 | 65 |
"""


@pytest.mark.parametrize("title", ["Cộng", "Tổng 5 năm", "Giai đoạn 2026 - 2030", "Cộng hoặc bình quân 5 năm"])
def test_a_plan_of_several_years_has_their_sum_else_the_last_year(title):
    indicators = ct.parse_plan(MANY.format(title)).indicators
    assert [str(item.targets[0]) for item in indicators] == ["650 tỷ đồng", "65%"]


@pytest.mark.parametrize("title", ["Giai đoạn 2021 - 2025", "Ghi chú"])
def test_a_sum_of_other_years_is_none(title):
    indicators = ct.parse_plan(MANY.format(title)).indicators
    assert [str(item.targets[0]) for item in indicators] == ["150 tỷ đồng", "65%"]


def test_a_number_without_a_unit_is_kept():
    text = f"{HEAD}STT | Chỉ tiêu | Đơn vị | Kế hoạch 2026\n1 | Thu ngân sách | | 1.750\n2 | Nuôi ong | T.tổ | 12\n"
    plan = ct.parse_plan(text, "standard")
    assert [str(item.targets[0]) for item in plan.indicators] == ["1.750", "12"]
    assert [finding.code for finding in ct.check(plan)] == ["unit-missing"]


def test_a_table_of_years_gone_by_holds_no_targets():
    rows = "1 | Tỷ lệ hộ nghèo | % | 3,02 | 2,10 | 2,01\n2 | Thu ngân sách | tỷ đồng | 20 | 19 | 21\n"
    old = f"{HEAD}TT | Chỉ tiêu | ĐVT | TH 2024 | Kế hoạch 2025 | TH 2025\n{rows}"
    assert ct.parse_plan(old, "standard").indicators == ()
    now = f"{HEAD}TT | Chỉ tiêu | ĐVT | TH 2024 | TH 2025 | Kế hoạch 2026\n{rows}"
    assert [str(item.targets[0]) for item in ct.parse_plan(now, "standard").indicators] == ["2,01%", "21 tỷ đồng"]


@pytest.mark.parametrize("title", ["Dự toán năm 2026 (tỷ đồng)", "Kế hoạch 2026, tỷ đồng", "Kế hoạch (ĐVT: tỷ đồng)"])
def test_the_title_of_a_column_gives_the_unit_of_its_numbers(title):
    (item,) = ct.parse_indicators(f"| TT | Chỉ tiêu | {title} |\n| 1 | Thu nội địa | 1.250 |\n")
    assert str(item.targets[0]) == "1.250 tỷ đồng"
    (item,) = ct.parse_indicators("| TT | Chỉ tiêu | Kế hoạch 2026 (ước) |\n| 1 | Thu nội địa | 1.250 |\n")
    assert str(item.targets[0]) == "1.250"


@pytest.mark.parametrize("line", ["Đơn vị tính: tỷ đồng", "(ĐVT: Tỷ đồng)", "Đơn vị: tỷ đồng."])
@pytest.mark.parametrize("columns", ["Dự toán 2026", "Ước 2025 | Dự toán 2026"])
def test_a_unit_may_stand_over_the_table(line, columns):
    cells = " | ".join(["12.500"] * (columns.count("|") + 1))
    text = f"{HEAD}{line}\n\nSTT | Chỉ tiêu | {columns}\n1 | Thu ngân sách | {cells}\n2 | Thu nội địa | {cells}\n"
    assert {str(item.targets[0]) for item in ct.parse_plan(text, "standard").indicators} == {"12.500 tỷ đồng"}


@pytest.mark.parametrize("cell", ["số con/phụ nữ", "Số lượng con/phụ nữ", "con/phụ nữ"])
def test_a_unit_may_say_that_it_counts(cell):
    text = f"{HEAD}STT | Chỉ tiêu | Đơn vị | Kế hoạch 2026\n1 | Tổng tỷ suất sinh | {cell} | 1,75\n"
    (item,) = ct.parse_plan(text, "standard").indicators
    assert str(item.targets[0]) == "1,75 con/phụ nữ"


@pytest.mark.parametrize("title", ["(tỷ đồng)", "(ĐVT: tỷ đồng)", "(tính bằng tỷ đồng):", "(đơn vị tỷ đồng)."])
def test_the_heading_over_a_table_may_end_in_its_unit(title):
    text = f"{HEAD}2. Thu, chi ngân sách {title}\n\nSTT | Chỉ tiêu | Dự toán 2026\n1 | Thu ngân sách | 12.500\n"
    assert {str(item.targets[0]) for item in ct.parse_plan(text, "standard").indicators} == {"12.500 tỷ đồng"}


@pytest.mark.parametrize("title", ["(theo dự toán)", "(năm 2026)", "(tỷ đồng) theo nguồn", "(phụ lục 2)"])
def test_other_brackets_over_a_table_are_no_unit(title):
    text = f"{HEAD}2. Thu, chi ngân sách {title}\n\nSTT | Chỉ tiêu | Dự toán 2026\n1 | Thu ngân sách | 12.500\n"
    assert {str(item.targets[0]) for item in ct.parse_plan(text, "standard").indicators} == {"12.500"}


@pytest.mark.parametrize("title", ["Cộng 2026", "Tổng cộng năm 2026", "Toàn tỉnh 2026", "Chung, 2026"])
def test_the_column_of_all_counts_before_those_of_its_parts(title):
    rows = f"Chỉ tiêu | ĐVT | Miền núi 2026 | Ven biển 2026 | {title}\nThu phí | tỷ đồng | 15 | 25 | 40\n"
    (item,) = ct.parse_plan(HEAD + rows).indicators
    assert [str(target) for target in item.targets] == ["40 tỷ đồng"]


def test_the_first_column_of_a_year_counts_where_none_is_of_all():
    rows = "Chỉ tiêu | ĐVT | Dự toán 2026 | Phấn đấu 2026\nThu phí | tỷ đồng | 15 | 25\n"
    (item,) = ct.parse_plan(HEAD + rows).indicators
    assert [str(target) for target in item.targets] == ["15 tỷ đồng"]
