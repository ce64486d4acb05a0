"""What comes back of a report workbook: values, states, and every bad cell with its address."""

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

import chitieu as ct
from chitieu.errors import SourceError
from chitieu.exchange.report_cells import CellError, Found, read_day, read_figure
from chitieu.exchange.report_layout import FIRST_ROW, ID_ROW, META
from chitieu.units import NO_UNIT, parse_unit

TODAY = date(2026, 4, 1)
LINES = """1) Tỷ lệ sổ sai lệch không quá 2,5%;
2) Kinh phí dịch vụ đạt 5.400 tỷ đồng;
3) Có 51/58 xã, phường đạt chuẩn sổ;
4) Nếp sống văn minh đô thị chuyển biến rõ nét."""
AGENCY = ct.Agency("Sở Y tế", "syt")
PLAN = ct.Plan(
    number="12/KH-UBND",
    issuer="ỦY BAN NHÂN DÂN TỈNH SÔNG HẬU",
    issued=date(2026, 1, 16),
    period=ct.Period(2026),
    indicators=ct.parse_indicators(LINES),
    assignments=(ct.Assignment("Sở Y tế", "1", (AGENCY,), (ct.Task("Lập sổ"), ct.Task("Khám bệnh"))),),
)


def template(plan=PLAN, agency="Sở Y tế"):
    out = io.BytesIO()
    ct.write_report_template(plan, agency, "quý I/2026", out)
    return out.getvalue()


BLANK = template()


def filled(indicators=(), tasks=(), change=None):
    """Fill in cells given as (row, column, value), rows from 0; `change` may do more to the workbook."""
    book = load_workbook(io.BytesIO(BLANK))
    for name, cells in (("Chỉ tiêu", indicators), ("Nhiệm vụ", tasks)):
        for row, key, value in cells:
            at = next(cell.column for cell in book[name][ID_ROW] if cell.value == key)
            cell = book[name].cell(FIRST_ROW + row, at)
            cell.value = value
            if isinstance(value, str) and not value.startswith("="):
                cell.data_type = "s"
    if change:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(*args, **kwargs):
    return ct.read_report(filled(*args, **kwargs), on=TODAY)


def problems(*args, **kwargs):
    return [(one.place, one.code) for one in read(*args, **kwargs).problems]


def test_an_empty_workbook_says_whose_it_is_and_what_is_blank():
    report = ct.read_report(BLANK)
    assert (report.agency, report.period) == ("Sở Y tế", ct.Period(2026, ct.PeriodKind.QUARTER, 1))
    assert (report.plan.number, report.plan.issued) == ("12/KH-UBND", date(2026, 1, 16))
    assert (report.observations, report.task_reports, report.problems) == ((), (), ())
    assert report.blank == tuple(item.name for item in PLAN.indicators)


# --- the round trip ------------------------------------------------------------------------------------------

# three decimal places as text ("1,700") are refused: they look like English thousands
NUMBERS = st.decimals(-(10**9), 10**9, places=2, allow_nan=False).map(lambda value: Decimal(f"{value:f}"))
LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Cs", "Zl", "Zp"])
TEXTS = st.text(LETTERS, max_size=20).map(str.strip).filter(lambda text: not text.startswith(("=", "#")))
RATINGS = st.none() | st.sampled_from(ct.Rating)
STATES = st.none() | st.sampled_from(ct.TaskState)
DAYS = st.none() | st.dates(date(2026, 1, 16), TODAY)


@settings(max_examples=20, phases=[Phase.generate])  # a workbook an example: shrinking would take minutes
@given(st.data())
def test_what_is_filled_in_is_read(data):
    """Law: figures as numbers or as Vietnamese text, ratings, notes, states and days come back as they were filled in."""
    value, rating, note = data.draw(NUMBERS), data.draw(RATINGS), data.draw(TEXTS)
    as_text = data.draw(st.booleans())
    low, high = sorted(data.draw(st.tuples(*[st.decimals(0, 10**6, places=1)] * 2)))
    cells = [(0, "actual", ct.format_number(value) if as_text else value), (0, "rating", rating and rating.value)]
    cells += [(0, "note", note), (1, "actual", f"{ct.format_number(low)} - {ct.format_number(high)}")]
    state, day = data.draw(STATES), data.draw(DAYS)
    tasks = [(0, "state", state and state.value), (0, "finished", day), (1, "product", note), (1, "note", "x")]
    report = read(cells, tasks)
    assert {problem.code for problem in report.problems} <= {"report.far"}  # a warning: the figure is there
    first, second = report.observations
    assert (first.value, first.official, first.note) == (ct.Quantity(value, "%"), rating, note)
    assert (second.value, second.upper) == (ct.Quantity(low, "tỷ đồng"), ct.Quantity(high, "tỷ đồng"))
    assert first.agency == "Sở Y tế"
    assert first.period == report.period
    done = [(one.state, one.done_on) for one in report.task_reports if one.task == "Lập sổ"]
    assert done == ([(state, day)] if state or day else [])
    assert (report.tasks[-1].product, report.tasks[-1].report.note) == (note, "x")


@pytest.mark.parametrize(
    ("value", "read_as"),
    [
        (0.1 + 0.2, "0,3%"), (3, "3%"), ("2,45", "2,45%"), ("2,45%", "2,45%"), (" 1.250,5 ", "1.250,5%"),
        ("âm 3", "-3%"), ("-3,61", "-3,61%"), ("xấp xỉ kế hoạch", "xấp xỉ kế hoạch"), ("61 - 62", "61% - 62%"),
        ("từ 61 đến 62%", "61% - 62%"), ("−1,5", "-1,5%"), (1e-7, "0,0000001%"), ("khoảng 5", "5%"), ("'2,45", "2,45%"),
    ],
)  # fmt: skip
def test_figures_in_many_writings(value, read_as):
    assert read([(0, "actual", value)]).observations[0].shown == read_as


@pytest.mark.parametrize(
    ("value", "shown", "note"),
    [
        ("ước đạt 2,4%", "2,4%", "ước đạt"), ("2,4 (tạm tính)", "2,4%", "tạm tính"), ("Chưa có số liệu", "", "Chưa có số liệu"),
        ("…", "", "…"),
    ],
)  # fmt: skip
def test_words_around_a_figure_become_its_note(value, shown, note):
    report = read([(0, "actual", value), (0, "note", "đã rà soát")])
    (found,) = report.observations
    assert (found.shown, found.note) == (shown, f"{note}; đã rà soát")
    assert report.problems == ()
    assert len(report.blank) == (3 if shown else 4)


def test_a_figure_far_from_its_target_is_told_and_kept():
    """A spreadsheet takes a typed 5.200 for 5,2 in some languages: three digits are lost without a word."""
    for value, told in ((5.2, 1), (5_200_000, 1), (5200, 0), (400, 0), (0, 0)):
        report = read([(1, "actual", value)])
        assert [problem.code for problem in report.problems] == ["report.far"] * told
        assert report.observations[0].value == ct.Quantity(Decimal(str(value)), "tỷ đồng")


def test_a_growth_may_say_that_it_grows(example_plan):
    out = io.BytesIO()
    ct.write_report_template(example_plan, None, "năm 2026", out)
    book = load_workbook(out)
    book["Chỉ tiêu"][f"G{FIRST_ROW}"], book["Chỉ tiêu"][f"G{FIRST_ROW + 7}"] = "Tăng 9,72%", "Tăng 28%"
    book.save(out)
    report = ct.read_report(out.getvalue())
    assert [one.shown for one in report.observations] == ["9,72%"]
    assert [problem.cell for problem in report.problems] == [f"G{FIRST_ROW + 7}"]  # of a level, that is another thing


def test_a_part_of_a_whole_and_a_line_of_words():
    report = read(
        [(2, "actual", "53/58 xã, phường"), (3, "actual", "Còn 3 ấp chưa đạt"), (1, "actual", "5,5 nghìn tỷ đồng")]
    )
    assert [one.shown for one in report.observations] == ["5,5 nghìn tỷ đồng", "53 xã, phường", "Còn 3 ấp chưa đạt"]
    assert report.problems == ()


def test_a_cell_shown_as_per_cent_holds_a_hundredth():
    def as_percent(book):
        cell = book["Chỉ tiêu"][f"G{FIRST_ROW}"]
        cell.value, cell.number_format = 0.0245, "0.00%"

    assert read(change=as_percent).observations[0].value == ct.Quantity(Decimal("2.45"), "%")


def test_one_row_with_a_rating_alone_says_so():
    report = read([(0, "rating", "chưa đánh giá")])
    assert (report.observations[0].value, report.observations[0].official) == (None, ct.Rating.PENDING)
    assert len(report.blank) == 4


# --- bad cells -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("8.5", "number"), ("1,250.5", "number"), ("1,700", "number"),  ("-", "mark"), ("x", "mark"), ("≥ 5", "number"), ("5 ha", "unit"),
        ("62 - 61", "range"), (True, "kind"), (date(2026, 3, 1), "kind"), ("#DIV/0!", "error_value"),
        ("#N/A", "error_value"), ("=1/0", "formula"), ("1" * 500, "number"), ("2,5 điểm phần trăm", "unit"),
    ],
)  # fmt: skip
def test_every_bad_figure_is_told_with_its_address(value, code):
    report = read([(0, "actual", value), (1, "actual", 5000)])
    (problem,) = report.problems
    assert (problem.place, problem.code) == (f"Chỉ tiêu!G{FIRST_ROW}", f"report.{code}")
    assert problem.place in problem.message("en")
    assert problem.place in problem.message("vi")
    assert "{" not in problem.message("vi") + str(problem)
    assert problem.found
    assert [str(one.value) for one in report.observations] == ["5.000 tỷ đồng"]
    assert PLAN.indicators[0].name not in report.blank


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("state", "tốt", "choice"), ("state", 5, "choice"), ("finished", "mai", "day"), ("finished", 46000.5, "day"),
        ("finished", "31/02/2026", "day"), ("finished", date(2062, 3, 1), "future"), ("finished", "2/4/2026", "future"),
        ("finished", date(2016, 3, 1), "early"), ("note", "#REF!", "error_value"), ("product", "=A1", "formula"),
    ],
)  # fmt: skip
def test_every_bad_state_and_day_is_told(key, value, code):
    letters = {"state": "G", "finished": "H", "product": "I", "note": "J"}

    def put(book):
        cell = book["Nhiệm vụ"][f"{letters[key]}{FIRST_ROW}"]
        cell.value = value
        cell.number_format = "General" if isinstance(value, float) else cell.number_format

    assert problems(change=put) == [(f"Nhiệm vụ!{letters[key]}{FIRST_ROW}", f"report.{code}")]


def test_states_in_other_words_are_understood():
    report = read(tasks=[(0, "state", "TRỄ HẠN"), (1, "finished", datetime(2026, 3, 1, 8, 30))])  # noqa: DTZ001
    assert [(one.state, one.done_on) for one in report.task_reports] == [
        (ct.TaskState.OPEN_OVERDUE, None),
        (None, date(2026, 3, 1)),
    ]


def test_all_bad_cells_are_collected():
    report = read(
        [(0, "actual", "8.5"), (0, "rating", "tốt"), (1, "actual", "x 1"), (2, "actual", "53/59")],
        [(0, "state", "?"), (1, "finished", "?")],
    )
    assert [one.place for one in report.problems] == [
        "Chỉ tiêu!I7", "Chỉ tiêu!G7", "Chỉ tiêu!G8", "Chỉ tiêu!G9", "Nhiệm vụ!G7", "Nhiệm vụ!H8",
    ]  # fmt: skip


@given(st.text(max_size=30) | st.floats() | st.booleans() | st.integers() | st.none())
def test_no_cell_breaks_the_reader(value):
    """Law: whatever stands in a cell is read or refused with a reason, and never anything else."""
    for unit in (NO_UNIT, parse_unit("%"), parse_unit("hạng")):
        with suppress(CellError):
            figure = read_figure(Found(value), unit, "58")
            assert (figure.value is None) == (figure.words is not None)
    with suppress(CellError):
        assert isinstance(read_day(Found(value), TODAY), date)


# --- changed workbooks ---------------------------------------------------------------------------------------


def test_rows_are_told_by_key_and_columns_by_theirs():
    """Rows sorted, columns moved, titles and sheets renamed: the same report comes out."""

    def shuffle(book):
        sheet = book["Chỉ tiêu"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW)]
        for at, row in enumerate(reversed(rows), FIRST_ROW):
            for column, value in enumerate(row, 1):
                sheet.cell(at, column).value = value
        sheet["C6"].value, sheet.title = "Tên gọi khác", "Bảng 1"
        book["Nhiệm vụ"].insert_cols(3)

    cells = [(0, "actual", 2.4), (1, "actual", 5400)]
    tasks = [(1, "state", "đã hoàn thành")]
    plain, moved = read(cells, tasks), read(cells, tasks, change=shuffle)
    assert [value.observation.shown for value in moved.values] == [value.observation.shown for value in plain.values]
    assert [one.report.state for one in moved.tasks] == [one.report.state for one in plain.tasks]
    assert moved.problems == ()


def change_cell(address, value, sheet="Chỉ tiêu"):
    def change(book):
        book[sheet][address].value = value

    return change


@pytest.mark.parametrize("address", ["C7", "D7", "E7", "F7"])
def test_changed_locked_cells_are_told(address):
    assert problems(change=change_cell(address, 9)) == [(f"Chỉ tiêu!{address}", "report.changed")]


def test_a_changed_task_is_told():
    assert problems(change=change_cell("C7", "Khác", "Nhiệm vụ")) == [("Nhiệm vụ!C7", "report.changed")]


def test_deleted_added_and_repeated_rows_are_told():
    assert problems(change=lambda book: book["Chỉ tiêu"].delete_rows(8)) == [("Chỉ tiêu", "report.row_missing")]

    def add(book):
        book["Chỉ tiêu"]["C15"].value, book["Chỉ tiêu"]["G15"].value = "Chỉ tiêu mới", 5

    report = read(change=add)
    assert [(one.place, one.code, one.found) for one in report.problems] == [
        ("Chỉ tiêu!A15", "report.row_added", "Chỉ tiêu mới | 5")
    ]

    def repeat(book):
        for column in range(1, 8):
            book["Chỉ tiêu"].cell(15, column).value = book["Chỉ tiêu"].cell(7, column).value
        book["Chỉ tiêu"]["G15"].value = 9

    report = read([(0, "actual", 8)], change=repeat)
    assert [one.code for one in report.problems] == ["report.row_twice"]
    assert report.observations[0].shown == "8%"


def test_missing_columns_and_sheets_are_told():
    assert problems(change=lambda book: book["Chỉ tiêu"].delete_cols(9)) == [("Chỉ tiêu", "report.column")]
    assert [code for _, code in problems(change=lambda book: book.remove(book["Nhiệm vụ"]))] == ["report.sheet"]


def test_a_changed_hidden_sheet_is_told():
    def change(book):
        meta = book[META]
        row = next(row for row in meta.iter_rows() if row[0].value == "agency")
        row[1].value = "Sở Tài chính"

    assert [code for _, code in problems(change=change)] == ["report.meta"]


@pytest.mark.parametrize(("mark", "column", "value"), [("period", 2, "hôm qua"), ("row", 5, "///")])
def test_a_damaged_hidden_sheet_is_an_error_of_ours(mark, column, value):
    def change(book):
        for row in book[META].iter_rows():
            if row[0].value == mark:
                book[META].cell(row[0].row, column).value = value

    with pytest.raises(ct.ReportError, match="damaged"):
        read([(0, "actual", 1)], change=change)


def test_hostile_names_come_back_as_they_are():
    from attrs import evolve  # noqa: PLC0415

    for name in ("=1+1", "-x", " hai  khoảng trắng", "<w:p>&amp;", "a\nb\tc", "\u202eabc", "_x0041_", "'=1"):
        plan = evolve(PLAN, indicators=(evolve(PLAN.indicators[0], name=name, indicator=None),))
        book = load_workbook(io.BytesIO(template(plan, None)))
        book["Chỉ tiêu"][f"G{FIRST_ROW}"].value = 2
        out = io.BytesIO()
        book.save(out)
        report = ct.read_report(out.getvalue())
        assert report.problems == (), name
        assert report.observations[0].indicator == name


# --- files that are none -------------------------------------------------------------------------------------


def test_other_files_are_refused_with_their_name(tmp_path):
    path = tmp_path / "khac.xlsx"
    book = load_workbook(io.BytesIO(BLANK))
    book.remove(book[META])
    book.save(path)
    with pytest.raises(ct.ReportError, match=r"khac\.xlsx.*hidden sheet"):
        ct.read_report(path)
    with pytest.raises(SourceError):
        ct.read_report(tmp_path / "none.xlsx")
    with pytest.raises(SourceError):
        ct.read_report(b"no workbook")
    with pytest.raises(SourceError):
        ct.read_report(BLANK[: len(BLANK) // 2])


def test_another_version_is_refused():
    def change(book):
        book[META]["B1"].value = "chitieu/report/2"

    with pytest.raises(ct.ReportError, match="chitieu/report/2"):
        read(change=change)


def test_a_document_type_inside_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BLANK)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                data = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + data.partition(b"?>")[2]
            new.writestr(name, data)
    with pytest.raises(SourceError) as info:
        ct.read_report(out.getvalue())
    assert info.value.code == "source.doctype"


def test_damaged_cells_are_one_error():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(filled([(0, "actual", 8)]))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<v>8</v>", b"<v>NaN</v>"))
    with pytest.raises(SourceError, match="NaN"):
        ct.read_report(out.getvalue())


def test_an_open_document_is_refused_with_what_to_do():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(SourceError) as caught:
        ct.read_report(out.getvalue())
    assert (caught.value.code, caught.value.fields["kind"]) == ("source.old_kind", ".ods")


def bare(change, plan=None):
    """Fill in a workbook and take its keys away as people do."""
    book = load_workbook(io.BytesIO(template(plan) if plan else template()))
    sheet = book["Chỉ tiêu"]
    sheet[f"G{FIRST_ROW}"], book["Nhiệm vụ"][f"G{FIRST_ROW}"] = "2,5", "Đã hoàn thành"
    change(book)
    out = io.BytesIO()
    book.save(out)
    return ct.read_report(out.getvalue())


@pytest.mark.parametrize("sheet", ["Chỉ tiêu", "Nhiệm vụ"])
@pytest.mark.parametrize("loss", [lambda sheet: sheet.delete_rows(ID_ROW), lambda sheet: sheet.delete_cols(1)])
def test_sheets_without_their_hidden_keys_are_read_by_titles_and_words(sheet, loss):
    def change(book):
        loss(book[sheet])
        book[sheet].title = "Biểu 2"

    whole, lost = bare(lambda _book: None), bare(change)
    assert [(one.key, one.observation.value) for one in lost.values] == [
        (one.key, one.observation.value) for one in whole.values
    ]
    assert [(one.key, one.report.state) for one in lost.tasks] == [(one.key, one.report.state) for one in whole.tasks]
    assert [(problem.code, problem.place) for problem in lost.problems] == [("report.bare", "Biểu 2")]


def test_rows_that_say_the_same_are_not_guessed():
    """A row without a key that could be two rows is told with what it says."""
    target = (ct.Target(ct.Quantity(5, "xã")),)
    lines = tuple(ct.PlannedIndicator("Xã đạt chuẩn", str(at), targets=target) for at in (1, 2))
    lines += (ct.PlannedIndicator("Số cầu", "3", targets=(ct.Target(ct.Quantity(3, "cầu")),)),)
    out = io.BytesIO()
    ct.write_report_template(ct.Plan(indicators=lines), None, "quý I/2026", out)
    book = load_workbook(out)
    sheet = book["Chỉ tiêu"]
    for row in range(FIRST_ROW, FIRST_ROW + 3):
        sheet[f"I{row}"] = "đạt"
    sheet.delete_cols(1)
    book.save(out)
    report = ct.read_report(out.getvalue())
    assert [(value.name, value.observation.official) for value in report.values] == [("Số cầu", ct.Rating.MET)]
    told = [problem.code for problem in report.problems]
    assert told.count("report.row_added") == 2
    assert set(told) == {"report.bare", "report.row_added", "report.row_missing"}
