"""Plans as flat tables: stable columns, nothing lost, and the same in pandas, polars, DuckDB and Parquet."""

import csv
import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import attrs
import builders
import duckdb
import openpyxl
import polars as pl
import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chitieu as ct
from chitieu.exchange.safe_cells import plain_text
from chitieu.exchange.table_columns import TABLES, arrow_schema
from chitieu.exchange.table_rows import base_text, fitting
from chitieu.testing import strategies as cst
from chitieu.testing.skeleton import skeleton_plan

ROOT = Path(__file__).parents[1]


def in_tables(plan):
    """Give what tables hold of a plan, by the documentation."""
    return attrs.evolve(
        plan,
        reporting=None,
        signatory=None,
        recipients=(),
        appendices=(),
        footnotes=(),
        spans={},
        cosignatories=(),
        text="",
    )


def whole_text(plan):
    return ct.to_json(plan).encode("utf-8", "surrogatepass")


@given(st.lists(builders.plans(), max_size=3))
def test_there_and_back(plans):
    """Law: what tables hold of plans comes back as it was, digits and spans included, but for lone surrogates."""
    known = [plan for plan in plans if "\\ud" not in ct.to_json(plan)]
    again = ct.plans_from_tables(ct.tables(known, findings=()))
    assert again == tuple(in_tables(plan) for plan in known)
    assert [whole_text(plan) for plan in again] == [whole_text(in_tables(plan)) for plan in known]


@given(st.lists(builders.plans(), max_size=2))
def test_any_plan_has_tables(plans):
    """Law: any plans give tables of the documented schemas, whatever their texts hold."""
    tables = ct.tables(plans, findings=())
    assert list(tables) == list(TABLES)
    for name, table in tables.items():
        assert table.schema.equals(arrow_schema(name), check_metadata=True)
        table.validate(full=True)
    assert tables["plans"].num_rows == len(plans)


def test_the_example_comes_back(example_plan):
    tables = ct.tables(example_plan)
    assert ct.plans_from_tables(tables) == (in_tables(example_plan),)
    assert tables["findings"].num_rows == len(ct.check(example_plan))
    assert tables["targets"].filter(pa.compute.is_valid(tables["targets"]["indicator"])).num_rows == len(
        list(example_plan.targets())
    )


@pytest.mark.parametrize("slug", ct.available_provinces())
def test_the_skeleton_of_every_format_comes_back(slug):
    form = ct.get_province(slug)
    plan = ct.parse_plan(skeleton_plan(form), form)
    (again,) = ct.plans_from_tables(ct.tables(plan, findings=()))
    assert whole_text(again) == whole_text(in_tables(plan))


def test_a_seed_comes_back(shared):
    (path,) = (shared / "seeds").glob("001_*.txt")
    plan = ct.read_plan(path)
    (again,) = ct.plans_from_tables(ct.tables(plan, findings=()))
    assert whole_text(again) == whole_text(in_tables(plan))


def test_no_plans_give_empty_tables():
    tables = ct.tables([])
    assert {name: table.schema for name, table in tables.items()} == {name: arrow_schema(name) for name in TABLES}
    assert not any(table.num_rows for table in tables.values())
    assert ct.plans_from_tables(tables) == ()


@pytest.mark.parametrize("given", ["examples", Path("examples"), ["a.txt"], [Path("a.txt")], None, 5])
def test_files_have_to_be_read_first(given, tmp_path):
    for take in (
        ct.tables,
        lambda plans: ct.write_csv(plans, tmp_path),
        lambda plans: ct.write_dataset(plans, tmp_path / "x"),
    ):
        with pytest.raises(ct.NumberTypeError, match="read_plans"):
            take(given)
    assert not list(tmp_path.iterdir())


def test_every_field_says_what_it_holds():
    for name in TABLES:
        for field in arrow_schema(name):
            assert {key for key, text in field.metadata.items() if text} == {b"en", b"vi"}


def test_the_page_lists_every_column():
    sys.path.insert(0, str(ROOT / "docs" / "_ext"))
    try:
        import table_reference  # noqa: PLC0415
    finally:
        sys.path.pop(0)
    page = (ROOT / "docs" / "reference" / "tables.md").read_text(encoding="utf-8")
    assert table_reference.PLACE in page
    written = table_reference.reference()
    for table in TABLES.values():
        assert f"## `{table.name}`" in written
        assert all(f"| `{column.name}` |" in written and column.en in written for column in table.columns)


def target(value, unit="%"):
    return ct.Plan(indicators=(ct.PlannedIndicator("a", targets=(ct.Target(ct.Quantity(Decimal(value), unit)),)),))


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("53.90", "53.900000000"),
        ("0.123456789", "0.123456789"),
        ("0.1234567891", None),
        ("0.1234567890", "0.123456789"),
        ("9" * 29, "9" * 29),
        ("9" * 30, None),
        ("1E+40", None),
        ("-1.5", "-1.5"),
        ("0E-30", "0"),
        ("0E+100", "0"),
        ("1E-2000000", None),
        ("1" + "0" * 5000 + "E-5000", "1"),
    ],
)
def test_a_number_fits_or_is_kept_as_text(value, number):
    (row,) = ct.tables(target(value), findings=())["targets"].to_pylist()
    assert row["value"] == (None if number is None else Decimal(number))
    assert row["value_text"] == str(Decimal(value))


@given(cst.numbers(places=12, digits=34, signed=True))
def test_a_number_column_never_rounds(value):
    """Law: what fits a number column is the number itself."""
    fits = fitting(value)
    assert fits is None or fits == value


@given(builders.quantities())
def test_the_amount_in_the_base_unit_is_exact(quantity):
    """Law: the text of the base amount is the amount, and so is the number where there is one."""
    number, text = base_text(quantity)
    assert Fraction(text) == quantity.amount
    assert number is None or number == quantity.amount


def test_an_amount_without_end_is_a_fraction():
    third = ct.Quantity(2, ct.Unit("phần ba", ct.UnitKind.COUNT, "count:phần ba", Fraction(1, 3)))
    assert base_text(third) == (None, "2/3")


def test_an_enormous_number_takes_no_time():
    (row,) = ct.tables(target("1E+900000"), findings=())["targets"].to_pylist()
    assert (row["base_value"], row["base_text"], row["value_text"]) == (None, None, "1E+900000")


def test_files_that_cannot_be_read_are_rows(tmp_path, example_path):
    shutil.copy(example_path, tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("Tin vắn: trời nắng.", encoding="utf-8")
    plans = ct.tables(ct.read_plans(tmp_path))["plans"].to_pylist()
    assert [(row["plan"], row["plan_number"], bool(row["error"])) for row in plans] == [
        (0, "58/KH-UBND", False),
        (1, None, True),
    ]
    assert len(ct.plans_from_tables(ct.tables(ct.read_plans(tmp_path), findings=()))) == 1


def test_findings_that_are_given_go_to_their_plan():
    finding = ct.Finding("a-rule", ct.Severity.NOTE, "Look.", "Xem.", plan="2/KH-UBND", span=ct.Span(1, 2))
    rows = ct.tables([ct.Plan(number="1/KH-UBND"), ct.Plan(number="2/KH-UBND")], findings=[finding])[
        "findings"
    ].to_pylist()
    assert [(row["plan"], row["code"], row["severity"], row["message_vi"], row["start"]) for row in rows] == [
        (1, "a-rule", "note", "Xem.", 1)
    ]


def test_the_area_is_the_one_of_that_day():
    plan = ct.Plan(place="Bến Tre", issued=date(2024, 5, 1))
    assert ct.tables(plan, findings=())["plans"]["area"].to_pylist() == ["83-legacy"] == [plan.area.id]


# --- other libraries ----------------------------------------------------------------------------------------


def test_pandas(tmp_path, example_path):
    """The three lines of the README."""
    shutil.copy(example_path, tmp_path)
    frame = ct.tables(ct.read_plans(tmp_path))["indicators"].to_pandas()
    assert list(frame.columns) == list(TABLES["indicators"].names)
    assert frame["name"][0] == "Tổng sản phẩm trên địa bàn (GRDP)"


def test_polars(example_plan):
    frame = pl.from_arrow(ct.tables(example_plan, findings=())["targets"])
    assert frame["value"].dtype == pl.Decimal(38, 9)
    assert frame.filter(pl.col("unit") == "triệu USD")["value"].to_list()[0] == Decimal(1250)


def test_duckdb_and_parquet(tmp_path, example_plan):
    tables = ct.tables(example_plan)
    for name, table in tables.items():
        pa.parquet.write_table(table, tmp_path / f"{name}.parquet")
    again = {name: pa.parquet.read_table(tmp_path / f"{name}.parquet") for name in tables}
    assert ct.plans_from_tables(again) == ct.plans_from_tables(tables)
    assert again["targets"].schema.field("unit").metadata == arrow_schema("targets").field("unit").metadata
    with duckdb.connect() as connection:
        found = connection.execute(
            f"select count(*), sum(base_value) from '{tmp_path}/targets.parquet' where dimension = 'VND'"  # noqa: S608
        ).fetchone()
    own = [t.quantity.amount for _, t in example_plan.targets() if t.quantity.unit.dimension == "VND"]
    tasks = (task for part in (*example_plan.assignments, *example_plan.implementation) for task in part.tasks)
    own += [t.quantity.amount for task in tasks for t in task.targets if t.quantity.unit.dimension == "VND"]
    assert found == (len(own), Decimal(int(sum(own))))


# --- what is broken -----------------------------------------------------------------------------------------


def replaced(tables, name, column, value):
    table = tables[name]
    at = table.column_names.index(column)
    field = table.schema.field(at)
    return {**tables, name: table.set_column(at, field, pa.array([value] * table.num_rows, field.type))}


def test_broken_tables_are_refused_with_their_place(example_plan):
    tables = ct.tables(example_plan, findings=())
    broken = [
        ({name: table for name, table in tables.items() if name != "tasks"}, "tasks"),
        ({**tables, "targets": tables["targets"].drop_columns(["unit"])}, "targets"),
        (replaced(tables, "targets", "bound", "maybe"), "targets[0]"),
        (replaced(tables, "targets", "value_text", "x"), "targets[0]"),
        (replaced(tables, "targets", "value_text", None), "targets[0]"),
        (replaced(tables, "indicators", "parent", 99), "indicators[41]"),
        (replaced(tables, "plans", "period", "2026-Q9"), "plans[0]"),
    ]
    for given_tables, place in broken:
        with pytest.raises(ct.DocumentError) as info:
            ct.plans_from_tables(given_tables)
        assert info.value.path == place


def test_without_pyarrow_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ct.MissingExtraError, match=r"chitieu\[arrow\]"):
        ct.tables(ct.Plan())


# --- CSV ----------------------------------------------------------------------------------------------------


def rows_of(path, delimiter):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


@pytest.mark.parametrize(("dialect", "delimiter", "number"), [("plain", ",", "9.5"), ("excel-vi", ";", "9,5")])
def test_csv(tmp_path, example_plan, dialect, delimiter, number):
    paths = ct.write_csv(example_plan, tmp_path / "new" / "folder", dialect=dialect)
    assert [path.name for path in paths] == [f"{name}.csv" for name in TABLES]
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in paths)
    tables = ct.tables(example_plan)
    for path in paths:
        assert len(rows_of(path, delimiter)) == tables[path.stem].num_rows
    first = rows_of(tmp_path / "new" / "folder" / "targets.csv", delimiter)[0]
    assert (first["value"], first["value_text"], plain_text(first["unit"]), first["plan_issued"]) == (
        number, number, "%", "2026-01-16",
    )  # fmt: skip


@settings(max_examples=20)
@given(builders.plans())
def test_csv_keeps_every_text_and_runs_none(tmp_path_factory, plan):
    """Law: every text of a table is in the file, and no cell begins as a formula does."""
    folder = tmp_path_factory.mktemp("csv")
    tables = ct.tables(plan, findings=())
    ct.write_csv(tables, folder)
    for name, table in tables.items():
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        texts = [column.name for column in TABLES[name].columns if column.type == "text"]
        for row, expected in zip(rows, table.to_pylist(), strict=True):
            for column in texts:
                assert plain_text(row[column]) == (expected[column] or "")
                assert not row[column].startswith(("=", "@", "\t", "\r"))


def test_a_strange_dialect_and_a_file_in_the_way(tmp_path):
    with pytest.raises(ValueError, match="excel-vi"):
        ct.write_csv(ct.Plan(), tmp_path, dialect="tabs")
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(ct.WriteError):
        ct.write_csv(ct.Plan(), tmp_path / "taken")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_opens_the_csv(tmp_path):
    """Numbers are numbers, accents are accents, and what looks like a formula is text."""
    item = ct.PlannedIndicator("=1+1", targets=(ct.Target(ct.Quantity(Decimal("12.5"), "tỷ đồng")),))
    ct.write_csv(ct.tables(ct.Plan(indicators=(item,)), findings=()), tmp_path, dialect="excel-vi")
    filters = "CSV:59,34,76,1,,1066,false,true"  # semicolon, quotes, UTF-8, from line 1, Vietnamese, numbers told apart
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        f"--infilter={filters}",
    ]
    subprocess.run(  # noqa: S603
        [*command, "--convert-to", "xlsx", "--outdir", str(tmp_path), str(tmp_path / "targets.csv")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    book = openpyxl.load_workbook(tmp_path / "targets.xlsx")
    head, row = book.active.iter_rows(values_only=True)
    found = dict(zip(head, row, strict=True))
    assert (found["value"], found["unit"], plain_text(found["name"])) == (12.5, "tỷ đồng", "=1+1")
    book.close()
