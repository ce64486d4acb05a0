"""``chitieu tasks``: work lists as tables and files."""

import csv
import io
import json
import sys
from datetime import date, datetime

import pytest

import chitieu as ct
from chitieu import cli
from chitieu.cli import sheets

HEAVY_TEXT = "=HYPERLINK(1)"


@pytest.fixture
def call(monkeypatch, capsysbinary):
    """Run the command in this process; give status, output as bytes and errors as text."""

    def invoke(*args):
        monkeypatch.setattr(sys, "argv", ["chitieu", "tasks", *map(str, args)])
        with pytest.raises(SystemExit) as info:
            cli.main()
        out, err = capsysbinary.readouterr()
        return info.value.code or 0, out, err.decode()

    return invoke


def rows(out):
    return list(csv.DictReader(io.StringIO(out.decode("utf-8-sig"))))


def test_a_table_of_one_agency(call, example_path):
    status, out, err = call(example_path, "--agency", "Giám đốc Sở Y tế")
    text = out.decode()
    assert (status, err) == (0, "")
    assert "Giám đốc Sở Y tế: 3 tasks" in text
    assert "Lập sổ sức khỏe điện tử" in text
    assert "Sở Tài chính" not in text


def test_all_work_in_vietnamese(call, example_path):
    status, out, _ = call(example_path, "--lang", "vi")
    assert status == 0
    assert "Tất cả cơ quan: 34 nhiệm vụ" in out.decode()


def test_narrow_terminals_have_one_column(call, example_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    import rich  # noqa: PLC0415

    monkeypatch.setattr(rich, "_console", None)
    status, out, _ = call(example_path, "--agency", "Sở Y tế", "--lang", "vi")
    assert status == 0
    assert max(map(len, out.decode().splitlines())) <= 50
    assert "Vai trò: chủ trì" in out.decode()


@pytest.mark.parametrize("day", ["1/3/2026", "01/03/2026", "2026-03-01"])
def test_due_before(call, example_path, day):
    status, out, _ = call(example_path, "--due-before", day, "--format", "csv")
    assert status == 0
    assert [row["Last day"] for row in rows(out)] == ["28/02/2026"] * 3


@pytest.mark.parametrize(("role", "count"), [("lead", 3), ("cooperating", 1), ("chủ trì", 3), ("thực hiện", 2)])
def test_by_role(call, example_path, role, count):
    status, out, _ = call(example_path, "--agency", "Sở Xây dựng", "--role", role, "--format", "json")
    assert (status, len(json.loads(out))) == (0, count)


def test_json_is_for_programs(call, example_path):
    status, out, _ = call(example_path, "--agency", "Sở Xây dựng", "--lang", "vi", "--format", "json")
    entries = json.loads(out)
    assert status == 0
    assert (entries[0]["due"], entries[0]["last_day"]) == ("2026-Q2", "2026-06-30")
    assert entries[2]["cooperating"][0] == "Sở Nông nghiệp và Môi trường"


def test_groups_and_owners(call, example_path):
    _, alone, _ = call(example_path, "--agency", "UBND phường", "--groups", "--format", "csv", "--on", "22/11/2026")
    assert {row["Owner then"] for row in rows(alone)} >= {"UBND các xã, phường"}


def test_csv_for_excel(call, example_path, tmp_path):
    target = tmp_path / "work.csv"
    status, out, _ = call(example_path, "-o", target, "--bom")
    assert (status, out) == (0, b"")
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert len(rows(content)) == 34
    assert not call(example_path, "--format", "csv")[1].startswith(b"\xef\xbb\xbf")


def test_a_spreadsheet(call, example_path, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    target = tmp_path / "work.xlsx"
    assert call(example_path, "--due-before", "1/3/2026", "-o", target)[0] == 0
    page = openpyxl.load_workbook(target).active
    title, first = list(page.iter_rows(values_only=True))[:2]
    assert first[title.index("Last day")] == datetime(2026, 2, 28)  # noqa: DTZ001  (a day in a cell)
    assert page.freeze_panes == "A2"


def test_a_plan_that_gives_no_work_says_to_whom_it_does(call, example_path):
    status, _, err = call(example_path, "--agency", "Sở Hàng không")
    assert (status, err.count("\n")) == (1, 1)
    assert "Sở Y tế" in err


def test_an_agency_that_has_ended_names_its_successor(call, example_path):
    status, _, err = call(example_path, "--agency", "Sở KH&ĐT", "--on", "22/11/2026")
    assert status == 1
    assert "Sở Tài chính" in err


def test_no_work_of_that_kind_is_an_empty_list(call, example_path):
    status, out, _ = call(example_path, "--agency", "Sở Y tế", "--role", "thẩm định", "--format", "json")
    assert (status, json.loads(out)) == (0, [])


@pytest.mark.parametrize(
    "options", [("--on", "31/02/2026"), ("-o", "work.odt"), ("-o", "x.csv", "--format", "table"), ("--role", "boss")]
)
def test_calls_that_cannot_be_meant(call, example_path, options):
    assert call(example_path, *options)[0] == 2


def test_a_place_that_cannot_be_written(call, example_path, tmp_path):
    status, _, err = call(example_path, "-o", tmp_path / "none" / "work.csv")
    assert status == 1
    assert "work.csv" in err


def test_a_spreadsheet_is_not_for_a_terminal(call, example_path, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert call(example_path, "--format", "xlsx")[0] == 2


def test_without_openpyxl_the_error_says_what_to_install(call, example_path, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    status, _, err = call(example_path, "-o", tmp_path / "work.xlsx")
    assert status == 1
    assert "chitieu[xlsx]" in err


SHEET = (
    {"a": "A", "b": "B", "c": "C"},
    [{"a": HEAVY_TEXT, "b": date(2026, 12, 31), "c": ("x\n y", "z")}, {"a": " @x\x07", "b": None, "c": ()}],
)


def test_csv_runs_nothing():
    assert rows(sheets.as_csv(SHEET)) == [
        {"A": "'=HYPERLINK(1)", "B": "31/12/2026", "C": "x y; z"},
        {"A": "'@x\N{REPLACEMENT CHARACTER}", "B": "", "C": ""},
    ]


def test_spreadsheets_run_nothing():
    openpyxl = pytest.importorskip("openpyxl")
    page = openpyxl.load_workbook(io.BytesIO(sheets.as_xlsx(SHEET))).active
    assert (page["A2"].data_type, page["A2"].value) == ("s", HEAVY_TEXT)
    assert page["B2"].value == datetime(2026, 12, 31)  # noqa: DTZ001  (a day in a cell)
    assert page["B2"].number_format == "dd/mm/yyyy"


def test_json_keeps_what_was_said():
    assert json.loads(sheets.as_json(SHEET))[0] == {"a": HEAVY_TEXT, "b": "2026-12-31", "c": ["x\n y", "z"]}


def test_every_role_can_be_asked_for():
    """The list stands in the command so that it starts fast; it must follow the roles there are."""
    from chitieu.cli.tasks import _ROLES  # noqa: PLC0415

    assert set(_ROLES) == {"lead", "cooperating", *(role.value for role in ct.Role)}
