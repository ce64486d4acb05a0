"""Tables of results: columns by their titles, cells of every kind, every bad cell with its address."""

import io
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.exchange.actuals_titles import meaning_of_title, period_in, status_in

YEAR = ct.Period(2026)


def workbook(*sheets, formats=None):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for at, rows in enumerate(sheets):
        page = book.create_sheet(f"Biểu {at + 1}")
        for row in rows:
            page.append(row)
        for address, code in (formats or {}).items():
            page[address].number_format = code
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def table(*rows, head="Chỉ tiêu;ĐVT;TH năm 2026", mark=";"):
    return "\n".join([head, *rows]).replace(";", mark).encode()


def shown(data, **options):
    return [str(item) for item in ct.read_actuals(data, **options).observations]


def codes(actuals):
    return [(problem.cell, problem.code) for problem in actuals.problems]


@pytest.mark.parametrize(
    ("title", "meaning"),
    [
        ("STT", "number"),
        ("Chỉ tiêu", "indicator"),
        ("CÁC CHỈ TIÊU CHỦ YẾU", "indicator"),
        ("ĐVT", "unit"),
        ("Đơn vị tính", "unit"),
        ("Đơn vị báo cáo", "agency"),
        ("KH năm 2026", "target"),
        ("Kế hoạch HĐND giao", "target"),
        ("TH năm 2025", "actual"),
        ("Ước TH 6 tháng 2026", "actual"),
        ("Ước thực hiện năm 2026", "actual"),
        ("Ước TH/KH (%)", "compare"),
        ("So sánh với cùng kỳ (%)", "compare"),
        ("Đánh giá", "rating"),
        ("Tự đánh giá", "rating"),
        ("Trạng thái", "status"),
        ("Kỳ báo cáo", "period"),
        ("Năm 2025", None),
        ("Ghi chú", "note"),
        ("Nguồn số liệu", "source"),
        ("Địa bàn", "area"),
        ("Thịt hơi", None),
        ("", None),
    ],
)
def test_titles(title, meaning):
    assert meaning_of_title(title) == meaning


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Ước TH 6 tháng 2026", "2026-H1"),
        ("TH năm 2025", "2025"),
        ("TH 2025", "2025"),
        ("quý III/2026", "2026-Q3"),
        ("2026-Q3", "2026-Q3"),
        ("2026-9M", "2026-9M"),
        ("2026-11M", "2026-11M"),
        ("Thực hiện 7 tháng năm 2026", "2026-7M"),
        ("2026-07", "2026-07"),
        ("giai đoạn 2021 - 2025", "2021/2025"),
        ("TH 2024, 2025", "None"),
        ("không rõ", "None"),
    ],
)
def test_periods_of_titles(text, period):
    assert str(period_in(text)) == period


def test_statuses_of_titles():
    said = [status_in(text) for text in ("Ước TH 2026", "Sơ bộ 2025", "Chính thức 2024", "TH 2025")]
    assert said == [
        ct.ObservationStatus.ESTIMATE,
        ct.ObservationStatus.PRELIMINARY,
        ct.ObservationStatus.OFFICIAL,
        None,
    ]


# --- CSV -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marks_and_encodings(mark, encoding):
    data = table("Tỷ lệ hộ nghèo;%;1,3", mark=mark).decode().encode(encoding)
    assert shown(data) == ["Tỷ lệ hộ nghèo 2026: 1,3% (ước)"]


def test_commas_with_quoted_figures():
    assert shown('Chỉ tiêu,ĐVT,TH năm 2026\nTỷ lệ hộ nghèo,%,"1,3"\n'.encode()) == ["Tỷ lệ hộ nghèo 2026: 1,3% (ước)"]


@pytest.mark.parametrize(
    ("unit", "cell", "result"),
    [
        ("%", "61 - 62", "61% - 62%"),
        ("%", "61-62%", "61% - 62%"),
        ("%", "7,5 đến 8", "7,5% - 8%"),
        ("%", "-3,61", "-3,61%"),
        ("tỷ đồng", "28.000", "28.000 tỷ đồng"),
        ("tỷ đồng", "28 nghìn tỷ đồng", "28 nghìn tỷ đồng"),
        ("triệu USD", "1,31 tỷ USD", "1,31 tỷ USD"),
        ("%", "Xuất siêu", "Xuất siêu"),
        ("", "24 hạng", "24 hạng"),
        ("", "1.250 triệu USD", "1.250 triệu USD"),
        ("MW", "khoảng 310", "310 MW"),
        ("%", "ước đạt 9,5", "9,5%"),
        ("%", "", "-"),
    ],
)
def test_cells(unit, cell, result):
    (item,) = ct.read_actuals(table(f"X;{unit};{cell};x", head="Chỉ tiêu;ĐVT;TH năm 2026;KH")).observations
    assert (item.shown or "-") == result


def test_what_stands_before_a_figure_is_kept_as_a_note():
    (item,) = ct.read_actuals(table("X;MW;khoảng 310")).observations
    assert item.note == "khoảng"


def test_every_column_is_used():
    head = "STT;Mã;Chỉ tiêu;ĐVT;KH;TH;Kỳ;Trạng thái;Đánh giá;Ghi chú;Nguồn;Cơ quan;Địa bàn"
    row = "1;poor;Tỷ lệ hộ nghèo;%;1,4;1,3;quý IV/2026;Sơ bộ;Vượt KH;còn rà soát;Báo cáo 12;Sở NN&MT;Cà Mau"
    actuals = ct.read_actuals(table(row, head=head))
    (item,) = actuals.observations
    assert not actuals.problems
    assert (item.indicator, str(item.period), item.status.value, item.official.value) == (
        "poor",
        "2026-Q4",
        "sơ bộ",
        "vượt",
    )
    assert (item.note, item.source, item.agency) == ("còn rà soát", "Báo cáo 12 (<bytes>: F2)", "Sở NN&MT")
    assert ct.areas.by_id()[item.area].short_name == "Cà Mau"


def test_a_column_for_each_period():
    head = "Chỉ tiêu;ĐVT;TH năm 2025;Ước TH 9 tháng 2026;Ước TH năm 2026;So sánh (%)"
    assert shown(table("Tỷ lệ hộ nghèo;%;2,1;;1,4;66", head=head)) == [
        "Tỷ lệ hộ nghèo 2025: 2,1% (ước)",
        "Tỷ lệ hộ nghèo 2026: 1,4% (ước)",
    ]


def test_a_head_of_two_rows_and_a_title_above():
    rows = ["BÁO CÁO KẾT QUẢ NĂM 2026;;;", "Chỉ tiêu;ĐVT;Thực hiện;", ";;Năm 2025;Năm 2026", "GRDP;%;8,9;9,7"]
    assert shown("\n".join(rows).encode()) == ["GRDP 2025: 8,9% (ước)", "GRDP 2026: 9,7% (ước)"]
    above = ["BÁO CÁO KẾT QUẢ QUÝ I/2026;;", "Chỉ tiêu;ĐVT;TH", "GRDP;%;9,7"]
    assert shown("\n".join(above).encode()) == ["GRDP 2026-Q1: 9,7% (ước)"]


def test_the_period_given_stands_where_the_table_says_none():
    data = table("GRDP;%;9,7", head="Chỉ tiêu;ĐVT;TH")
    assert shown(data, period=YEAR) == ["GRDP 2026: 9,7% (ước)"]
    actuals = ct.read_actuals(data)
    assert (actuals.observations, codes(actuals)) == ((), [("C2", "actuals.period")])


def test_headings_are_no_results_and_units_may_stand_in_the_name():
    rows = ("I. KINH TẾ;;", "Thu nhập bình quân (triệu đồng/người);;83", ";;", "Tỷ lệ hộ nghèo;%;")
    assert shown(table(*rows)) == [
        "Thu nhập bình quân (triệu đồng/người) 2026: 83 triệu đồng/người (ước)",
        "Tỷ lệ hộ nghèo 2026: - (ước)",
    ]


def test_parts_are_named_with_the_line_above():
    rows = ("1. GRDP;%;9,7", "- Dịch vụ;%;10,3", "2. Cơ cấu GRDP;;", "Trong đó: - Dịch vụ;%;39", "-;%;1")
    assert [item.indicator for item in ct.read_actuals(table(*rows)).observations] == [
        "1. GRDP", "1. GRDP: Dịch vụ", "2. Cơ cấu GRDP: Dịch vụ", "-",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "head", "problem"),
    [
        ("X;%;1.9", None, ("C2", "report.number")),
        ("X;%;12 xã", None, ("C2", "report.unit")),
        ("X;%;62 - 61", None, ("C2", "report.range")),
        ("X;%;#DIV/0!", None, ("C2", "report.error_value")),
        ("X;%;9,3,1", None, ("C2", "report.number")),
        (";%;9,3", None, ("C2", "actuals.name")),
        ("X;%;9,3;hôm qua", "Chỉ tiêu;ĐVT;TH;Kỳ", ("D2", "actuals.period_cell")),
        ("X;%;9,3;chắc chắn", "Chỉ tiêu;ĐVT;TH;Trạng thái", ("D2", "actuals.status")),
        ("X;%;9,3;tạm được", "Chỉ tiêu;ĐVT;TH;Đánh giá", ("D2", "actuals.rating")),
        ("X;%;9,3;Sao Hỏa", "Chỉ tiêu;ĐVT;TH;Địa bàn", ("D2", "actuals.area")),
    ],
)
def test_a_bad_cell_is_told_with_its_address_and_stops_nothing(row, head, problem):
    data = table(row, "Y;%;9,3", head=head or "Chỉ tiêu;ĐVT;TH năm 2026")
    actuals = ct.read_actuals(data, period=YEAR)
    assert codes(actuals) == [problem]
    assert "Y 2026: 9,3% (ước)" in [str(item) for item in actuals.observations]
    for language in ("en", "vi"):
        assert problem[0] in actuals.problems[0].message(language)


@pytest.mark.parametrize("data", [b"abc", "Chỉ tiêu;ĐVT\nX;%".encode(), "TH năm 2026;KH\n1;2".encode()])
def test_a_file_without_results_is_refused(data):
    with pytest.raises(ct.ReportError) as info:
        ct.read_actuals(data)
    assert info.value.code == "actuals.no_table"


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"PK\x03\x04rubbish", b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_a_broken_file_is_a_source_error(data):
    with pytest.raises(ct.SourceError):
        ct.read_actuals(data)


@given(st.binary(max_size=200))
def test_no_bytes_crash_it(data):
    """Anything is read or refused with an error of ours."""
    with suppress(ct.ChitieuError):
        ct.read_actuals(data, period=YEAR)


CELL = st.text(st.characters(blacklist_characters=';\r\n"', blacklist_categories=["Cs", "Cc"]), max_size=12)


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=5))
def test_no_cell_crashes_it_and_none_is_lost(rows):
    """Every result is an observation, or one of the problems quotes it."""
    data = table(*(";".join(row) for row in rows))
    try:
        actuals = ct.read_actuals(data)
    except ct.SourceError:
        return
    told = {item.source.rpartition(" ")[2] for item in actuals.observations} | {
        problem.cell for problem in actuals.problems
    }
    told |= {f"C{cell[1:]}" for cell in told}  # a bad unit or name stands for its row
    for number, (_, _, cell) in enumerate(rows, 2):
        if cell.strip():
            assert f"C{number}" in told


# --- spreadsheets --------------------------------------------------------------------------------------------


def test_numbers_of_spreadsheets_are_exact():
    rows = [["Chỉ tiêu", "ĐVT", "TH năm 2026"], ["A", "%", 9.3], ["B", "tỷ đồng", 28000], ["C", "%", 0.1 + 0.2]]
    actuals = ct.read_actuals(workbook(rows))
    assert [item.value.value for item in actuals.observations] == [Decimal("9.3"), Decimal(28000), Decimal("0.3")]
    assert actuals.observations[0].source.endswith("Biểu 1!C2")


def test_a_cell_shown_as_per_cent_holds_a_hundredth():
    rows = [["Chỉ tiêu", "ĐVT", "TH năm 2026"], ["A", "%", 0.093]]
    (item,) = ct.read_actuals(workbook(rows, formats={"C2": "0.0%"})).observations
    assert str(item.value) == "9,3%"


def test_days_switches_formulas_and_hidden_sheets():
    head = ["Chỉ tiêu", "ĐVT", "TH năm 2026"]
    rows = [head, ["A", "%", date(2026, 3, 9)], ["B", "%", True], ["C", "%", "=1+1"], ["D", "%", 1]]
    actuals = ct.read_actuals(workbook(rows, [head, ["E", "%", 2]]))
    assert codes(actuals) == [("C2", "report.kind"), ("C3", "report.kind"), ("C4", "report.formula")]
    assert [item.indicator for item in actuals.observations] == ["D", "E"]


def test_the_example_as_a_spreadsheet_gives_the_same(example_plan):
    """CSV and .xlsx of one table, figures as numbers where they are plain, give the same observations."""
    path = "examples/ket-qua-song-hau-2026.csv"
    from_csv = ct.read_actuals(path, period=example_plan.period)
    lines = [line.split(";") for line in Path(path).read_text(encoding="utf-8").splitlines()]

    def typed(cell):
        try:
            return float(ct.parse_number(cell))
        except ct.ChitieuError:
            return cell or None

    from_xlsx = ct.read_actuals(
        workbook([[typed(cell) for cell in line] for line in lines]), period=example_plan.period
    )
    assert not from_xlsx.problems
    strip = [
        [(item.indicator, item.period, item.value, item.upper, item.words, item.official) for item in one.observations]
        for one in (from_csv, from_xlsx)
    ]
    assert strip[0] == strip[1]


def test_a_workbook_made_for_the_plan_is_read_as_the_report_it_is(example_plan):
    openpyxl = pytest.importorskip("openpyxl")
    file, filled = io.BytesIO(), io.BytesIO()
    ct.write_report_template(example_plan, None, "quý I/2026", file)
    book = openpyxl.load_workbook(file)
    book["Chỉ tiêu"]["G7"] = 9.75
    book.save(filled)
    assert [str(item.period) for item in ct.read_actuals(filled.getvalue()).observations] == ["2026-Q1"]


# --- tasks ---------------------------------------------------------------------------------------------------

TASKS = "Nhiệm vụ;Cơ quan;Tình trạng;Ngày hoàn thành;Ghi chú;Nguồn\n"


def test_states_of_tasks_stand_in_a_table_of_their_own():
    rows = "Sửa cầu;Sở Xây dựng;Xong;2/3/2026;nghiệm thu;BC số 5\nXây kè;;đang làm;;;\nMở bến;;;;;\n"
    actuals = ct.read_actuals((TASKS + rows).encode(), on=date(2026, 3, 31))
    assert (actuals.observations, actuals.problems) == ((), ())
    assert actuals.task_reports == (
        ct.TaskReport("Sửa cầu", ct.TaskState.DONE, date(2026, 3, 2), "nghiệm thu", "Sở Xây dựng", "BC số 5 (<bytes>: C2)"),
        ct.TaskReport("Xây kè", ct.TaskState.IN_PROGRESS, source="<bytes>: C3"),
    )  # fmt: skip


def test_bad_cells_of_tasks_are_told():
    rows = "Sửa cầu;;tốt;1/4/2026;;\n;;xong;;;\nXây kè;;;hôm qua;còn vướng;\n"
    actuals = ct.read_actuals((TASKS + rows).encode(), on=date(2026, 3, 31))
    assert codes(actuals) == [
        ("C2", "report.choice"), ("D2", "report.future"), ("C3", "actuals.task"), ("D4", "report.day"),
    ]  # fmt: skip
    assert [(report.task, report.note) for report in actuals.task_reports] == [("Xây kè", "còn vướng")]


def test_results_and_tasks_stand_on_sheets_of_one_workbook():
    results = [["Chỉ tiêu", "ĐVT", "TH năm 2026"], ["Tỷ lệ hộ nghèo", "%", 1.3]]
    tasks = [["DANH MỤC VIỆC"], ["TT", "Nội dung nhiệm vụ", "Kết quả thực hiện"], [1, "Sửa cầu", "Hoàn thành"]]
    actuals = ct.read_actuals(workbook(results, tasks))
    assert [str(item) for item in actuals.observations] == ["Tỷ lệ hộ nghèo 2026: 1,3% (ước)"]
    assert actuals.task_reports == (ct.TaskReport("Sửa cầu", ct.TaskState.DONE, source="<bytes>: Biểu 2!C3"),)


def test_a_merged_workbook_is_read_back(example_plan):
    openpyxl = pytest.importorskip("openpyxl")
    files = []
    for agency, figure, state in (("Sở Y tế", 33, "Đã hoàn thành"), ("Công an tỉnh", 34, "Đang thực hiện")):
        out = io.BytesIO()
        ct.write_report_template(example_plan, agency, "quý I/2026", out)
        book = openpyxl.load_workbook(out)
        book["Chỉ tiêu"]["G7"], book["Nhiệm vụ"]["G7"] = figure, state
        book.save(out)
        files.append(out.getvalue())
    merged, out = ct.merge_reports(files, example_plan), io.BytesIO()
    ct.write_merged(merged, out)
    actuals = ct.read_actuals(out.getvalue())
    assert actuals.problems == ()
    assert [(item.value, item.period, item.agency) for item in actuals.observations] == [
        (item.value, item.period, item.agency) for item in merged.observations
    ]
    assert [(one.task, one.state, one.agency) for one in actuals.task_reports] == [
        (one.task, one.state, one.agency) for one in merged.task_reports
    ]
