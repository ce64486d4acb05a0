"""The workbook an agency fills in: what stands in it, what is locked, what a spreadsheet program makes of it."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from office import converted
from openpyxl import load_workbook

import chitieu as ct
from chitieu.errors import MissingExtraError, UnknownAgencyError, WriteError
from chitieu.exchange.report_layout import FIRST_ROW, ID_ROW, META, TITLE_ROW, lines_of
from chitieu.exchange.report_rows import indicator_rows, task_rows

HOSTILE = '=HYPERLINK("http://evil")'


def written(plan, agency=None, period="quý I/2026"):
    out = io.BytesIO()
    ct.write_report_template(plan, agency, period, out)
    return load_workbook(out)


def column(sheet, key):
    return next(cell.column for cell in sheet[ID_ROW] if cell.value == key)


def cell(sheet, row_key, column_key):
    row = next(row for row in range(FIRST_ROW, sheet.max_row + 1) if sheet.cell(row, 1).value == row_key)
    return sheet.cell(row, column(sheet, column_key))


def named(plan, begin):
    """Return the first row whose indicator's name begins so."""
    return next(row for row in indicator_rows(plan) if row.indicator.name.startswith(begin))


@pytest.fixture(scope="module")
def book(example_plan):
    return written(example_plan)


def test_every_indicator_and_task_has_a_row(book, example_plan):
    sheet, tasks = book["Chỉ tiêu"], book["Nhiệm vụ"]
    items = sum(max(1, len(one.targets)) for item in example_plan.indicators for one in item.walk())
    assert sheet.max_row - TITLE_ROW == items == len(indicator_rows(example_plan))
    assert tasks.max_row - TITLE_ROW == len(example_plan.tasks())
    assert [one.value for one in sheet[TITLE_ROW][1:]] == [
        "STT", "Chỉ tiêu", "ĐVT", "Mức đặt ra", "KH năm 2026", "Ước TH quý I/2026", "So sánh TH với KH (%)", "Đánh giá",
        "Ghi chú",
    ]  # fmt: skip


def test_planned_figures_are_numbers_in_vietnamese_format(book, example_plan):
    sheet = book["Chỉ tiêu"]
    invest = named(example_plan, "Vốn đầu tư thực hiện")
    plan = cell(sheet, invest.key, "plan")
    assert (plan.value, plan.data_type, plan.number_format) == (31500, "n", "[$-42A]#,##0")
    beds = named(example_plan, "giường bệnh")
    assert cell(sheet, beds.key, "plan").number_format == "[$-42A]#,##0.0"
    assert cell(sheet, beds.key, "unit").value == "giường bệnh/vạn dân"


def test_only_what_is_filled_in_is_unlocked(book):
    for name, keys in (
        ("Chỉ tiêu", {"actual", "rating", "note"}),
        ("Nhiệm vụ", {"state", "finished", "product", "note"}),
    ):
        sheet = book[name]
        assert sheet.protection.sheet
        open_columns = {
            sheet.cell(ID_ROW, one.column).value
            for row in sheet.iter_rows(min_row=FIRST_ROW)
            for one in row
            if not one.protection.locked
        }
        assert open_columns == keys
    assert book[META].sheet_state == "veryHidden"
    assert book["Chỉ tiêu"].row_dimensions[ID_ROW].hidden
    assert book["Chỉ tiêu"].column_dimensions["A"].hidden


def test_an_amount_with_two_targets_is_asked_for_once(book, example_plan):
    rows = {row.key: row for row in indicator_rows(example_plan)}
    twice = [row for row in rows.values() if row.same_as]
    assert [(row.indicator.name, rows[row.same_as].indicator.name) for row in twice] == [
        ("chỉ tiêu địa phương phấn đấu", "chỉ tiêu Trung ương giao"),
        ("thu nội địa", "thu nội địa"),
        ("thu từ hoạt động xuất, nhập khẩu", "thu từ hoạt động xuất, nhập khẩu"),
    ]
    repeated = cell(book["Chỉ tiêu"], twice[0].key, "actual")
    assert repeated.data_type == "f"
    assert repeated.protection.locked


def test_a_heading_of_parts_is_not_asked_for(book, example_plan):
    heading = next(row for row in indicator_rows(example_plan) if not row.asked)
    assert heading.indicator.parts
    assert cell(book["Chỉ tiêu"], heading.key, "actual").protection.locked


def test_choices_and_days_are_checked_by_the_program(book):
    kinds = {
        name: sorted(check.type for check in book[name].data_validations.dataValidation)
        for name in ("Chỉ tiêu", "Nhiệm vụ")
    }
    assert kinds == {"Chỉ tiêu": ["list"], "Nhiệm vụ": ["date", "list"]}
    listed = [one.value for one in book["_danhsach"]["B"]]
    assert listed == [state.value for state in ct.TaskState]


def test_an_agency_gets_its_own_tasks_and_no_other_owners_indicators(example_plan):
    sheets = written(example_plan, "Sở Y tế")
    assert {one.value for one in sheets["Nhiệm vụ"]["D"][TITLE_ROW:]} == {"Sở Y tế"}
    assert [row.entry.side for row in task_rows(example_plan, "Thuế tỉnh")] == ["cooperating", "lead", "lead"]
    everything, own = indicator_rows(example_plan), indicator_rows(example_plan, "Sở Y tế")
    assert set(own) < set(everything)
    assert all(row in indicator_rows(example_plan, agency="Thống kê tỉnh") for row in everything[:1])


def test_an_agency_may_be_given_as_a_value(example_plan):
    agency = example_plan.agencies()[0]
    assert task_rows(example_plan, agency) == task_rows(example_plan, agency.name)
    record = ct.agencies.find("Sở Y tế")
    assert [row.key for row in task_rows(example_plan, record)] == [
        row.key for row in task_rows(example_plan, "Sở Y tế")
    ]
    assert indicator_rows(example_plan, record) == indicator_rows(example_plan, "Sở Y tế")


def test_an_unknown_agency_is_refused(example_plan):
    with pytest.raises(UnknownAgencyError, match="no work"):
        written(example_plan, "Sở Không Có")
    assert written(example_plan, "Sở Ngoại vụ")["Nhiệm vụ"].max_row == TITLE_ROW  # known, without work


def test_hostile_texts_stay_texts():
    items = ct.parse_indicators("1) Tỷ lệ hộ nghèo còn không quá 2,5%;")
    from attrs import evolve  # noqa: PLC0415

    evil = evolve(items[0], name=HOSTILE)
    task = ct.Task(f"@SUM(A1)\x00 {'dài ' * 9000}")
    plan = ct.Plan(number="=1+1", title="+x", indicators=(evil,), assignments=(ct.Assignment("-", tasks=(task,)),))
    book = written(plan)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for one in row:
                # the formulas are ours: a comparison with the plan
                assert one.data_type != "f" or str(one.value).startswith("=IF(AND(ISNUMBER(")
    name = cell(book["Chỉ tiêu"], "c1", "name")
    assert (name.value, name.quotePrefix, name.font.bold) == (HOSTILE, True, True)
    assert cell(book["Nhiệm vụ"], "n1", "task").value.endswith("[…]")


def test_a_plan_without_anything_gives_an_empty_workbook():
    book = written(ct.Plan())
    assert [book[name].max_row for name in ("Chỉ tiêu", "Nhiệm vụ")] == [TITLE_ROW, TITLE_ROW]


def test_files_are_written_whole(example_plan, tmp_path):
    path = tmp_path / "bieu.xlsx"
    ct.write_report_template(example_plan, None, ct.Period(2026), path)
    assert load_workbook(path)["Chỉ tiêu"]["B3"].value == "Kỳ báo cáo: năm 2026. Cơ quan báo cáo: tất cả các cơ quan."
    with pytest.raises(WriteError):
        ct.write_report_template(example_plan, None, "năm 2026", tmp_path / "no" / "bieu.xlsx")
    assert [one.name for one in tmp_path.iterdir()] == ["bieu.xlsx"]


def test_without_openpyxl_the_error_says_what_to_install(example_plan, monkeypatch):
    import sys  # noqa: PLC0415

    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match="xlsx"):
        ct.write_report_template(example_plan, None, "năm 2026", io.BytesIO())


def test_rows_are_as_high_as_their_text():
    assert lines_of("một hai", 20) == 1
    assert lines_of("chữ " * 30, 40) == 3
    assert lines_of("a\nb", 40) == 2


def test_a_spreadsheet_program_computes_and_shows_vietnamese_digits(example_plan, tmp_path):
    path = tmp_path / "bieu.xlsx"
    book = written(example_plan)
    sheet = book["Chỉ tiêu"]
    given = {"Vốn đầu tư thực hiện": 30240, "Năng suất": 9, "thu nội địa": 8140, "Tỷ lệ hộ nghèo": Decimal("1.35")}
    rows = {begin: named(example_plan, begin) for begin in given}
    for begin, value in given.items():
        cell(sheet, rows[begin].key, "actual").value = value
    book.save(path)
    shown = converted(path, "csv:Text - txt - csv (StarCalc):59,34,76", tmp_path)
    # a text file does not show that whole figures lose their ",0": that is a format by condition
    table = {row[0]: row for row in csv.reader(shown.read_text(encoding="utf-8").splitlines(), delimiter=";")}
    assert table[rows["Vốn đầu tư thực hiện"].key][5:8] == ["31.500", "30.240,0", "96,0"]
    assert table[rows["Năng suất"].key][5:8] == ["7,5", "9,0", "112,5"]  # of a range the nearer end: 9 / 8
    assert table[rows["Tỷ lệ hộ nghèo"].key][5:7] == ["1,4", "1,35"]
    again = next(row for row in indicator_rows(example_plan) if row.same_as == rows["thu nội địa"].key)
    assert table[again.key][6:8] == ["8.140,0", "94,8"]
    pages = converted(path, "pdf", tmp_path)
    assert pages.read_bytes().startswith(b"%PDF")


def test_what_a_program_saved_again_reads_the_same(example_plan, tmp_path):
    path = tmp_path / "bieu.xlsx"
    book = written(example_plan, "Sở Y tế")
    sheet, tasks = book["Chỉ tiêu"], book["Nhiệm vụ"]
    key = sheet.cell(FIRST_ROW + 2, 1).value
    cell(sheet, key, "actual").value = 7250.5
    cell(tasks, "n16", "finished").value = date(2026, 3, 1)
    book.save(path)
    again = tmp_path / "again"
    again.mkdir()
    saved = converted(path, "xlsx", again)
    first, second = (ct.read_report(one, on=date(2026, 4, 1)) for one in (path, saved))
    assert [value.observation for value in second.values] == [value.observation for value in first.values]
    assert (second.tasks, second.problems, second.plan) == (first.tasks, (), first.plan)


def test_what_was_planned_reported_as_reached_is_rated_without_doubt(example_plan):
    """The whole cycle: a workbook filled in with the planned figures gives progress a result for every target."""
    book = written(example_plan, period="năm 2026")
    sheet = book["Chỉ tiêu"]
    for row in indicator_rows(example_plan):
        if row.target and not row.same_as:
            cell(sheet, row.key, "actual").value = cell(sheet, row.key, "plan").value
    out = io.BytesIO()
    book.save(out)
    report = ct.read_report(out.getvalue())
    found = ct.progress(example_plan, report.observations)
    assert (report.problems, found.doubts) == ((), ())
    assert all(row.observation is not None for row in found.rows)
    reached = [row for row in found.rows if row.observation.value == row.target.quantity]
    assert len(reached) >= len(found.rows) - 3  # the three that the province strives for beyond what it was given
    assert {row.rating for row in reached if row.target.bound is ct.Bound.EXACT} == {ct.Rating.MET}
