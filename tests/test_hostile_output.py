"""Hostile text in every field and every writer: written so that others read it, or refused with an error that says so."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import warnings
from contextlib import suppress
from pathlib import Path

import attrs
import pytest
from hostile import HOSTILE, LONG, full_plan, planted, text_fields
from small_plans import plan as small_plan
from small_plans import text as small_text

import chitieu as ct

BASE = full_plan()
FIELDS = [one for one in text_fields() if one != (ct.Plan, "province")]
LONG_RUN = os.environ.get("CHITIEU_TEST_PROFILE", "default") in {"long", "night"}
USUAL = ("script", "attribute", "formula-full-width", "separator", "nul", "escape", "surrogate", "direction", "empty")
"""Those that the usual run tries; a long run tries all."""
TEXTS = {**HOSTILE, "long": LONG} if LONG_RUN else {name: HOSTILE[name] for name in USUAL}
NASTY = ("nul", "surrogate", "newline", "script", "cdata", "formula", "pipes", "marks", "empty", "direction")
NASTY = NASTY if LONG_RUN else NASTY[:3]
"""Those that each field gets alone, where writing takes long or a writer stops at the first field it cannot write."""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ud800-\udfff]")
RUNS = re.compile(r"[\s\u200b\ufeff']*[=+\-@＝＋－＠]")
NUMBER = re.compile(r"[-+]?[0-9][0-9.,]*%?")


def everywhere(text):
    """Return the plan with a text in every field."""
    return attrs.evolve(planted(BASE, text), province="standard")


def left_aside(folder):
    return [path.name for path in Path(folder).rglob("*") if path.name.startswith(".chitieu-")]


@pytest.fixture(params=TEXTS)
def text(request):
    return TEXTS[request.param]


def test_every_text_field_of_a_plan_is_filled():
    """A field that is added to a class of the plan must get its hostile text too."""
    unfilled = [name for owner, name in FIELDS if planted(BASE, "\N{SNOWMAN}", (owner, name)) is BASE]
    assert [field for field in unfilled if field != "spans"] == []
    seen = repr(attrs.asdict(everywhere("\N{SNOWMAN}")))
    assert "Sở" not in seen
    assert len(FIELDS) > 30


# --- documents --------------------------------------------------------------------------------------------------


def test_text_reads_back_or_is_refused(text, tmp_path):
    """Law: what is written as text holds no control character and reads back as the plan."""
    plan = small_plan()
    for number, only in enumerate(one for one in FIELDS if planted(plan, "\N{SNOWMAN}", one) != plan):
        file = tmp_path / f"{number}.txt"
        given = planted(plan, text, only)
        try:
            ct.write_plan(given, file, "standard")
        except ct.ChitieuError as error:
            assert error.message("vi")  # noqa: PT017  (either outcome is right)
            assert not file.exists()
        else:
            found = file.read_text(encoding="utf-8")
            assert not CONTROL.search(found)
            ct.parse_plan(found, "standard")
    assert not left_aside(tmp_path)


def markdown_tokens(text):
    markdown_it = pytest.importorskip("markdown_it")
    parser = markdown_it.MarkdownIt("commonmark").enable("table")
    for token in parser.parse(text):
        yield token
        yield from token.children or ()


def test_markdown_makes_no_tag_and_no_link(text, tmp_path):
    file = tmp_path / "plan.md"
    try:
        ct.write_plan(everywhere(text), file, "standard")
    except ct.ChitieuError:
        assert not file.exists()
        return
    found = file.read_text(encoding="utf-8")
    assert not CONTROL.search(found)
    kinds = {token.type for token in markdown_tokens(found)}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "fence", "code_block"}


@pytest.mark.parametrize("name", NASTY)
def test_word_files_are_whole_xml_or_refused(name, tmp_path):
    """Law: python-docx opens what was written, every part is XML, and the words stand in it as text."""
    docx = pytest.importorskip("docx")
    etree = pytest.importorskip("lxml.etree")
    import zipfile  # noqa: PLC0415

    text = HOSTILE[name]
    for number, only in enumerate([None, *FIELDS]):
        if only is not None and only[1] in {"key", "dimension", "matched", "indicator"}:
            continue  # not written into documents
        file = tmp_path / f"{number}.docx"
        plan = everywhere(text) if only is None else planted(BASE, text, only)
        try:
            ct.write_docx(plan, file, "standard", verify=False)
        except ct.ChitieuError:
            assert not file.exists()
            continue
        document = docx.Document(str(file))
        assert not any("pwned" in node.tag for node in document.element.iter() if isinstance(node.tag, str))
        with zipfile.ZipFile(file) as package:
            for part in package.namelist():
                if part.endswith((".xml", ".rels")):
                    etree.fromstring(package.read(part))
    assert not left_aside(tmp_path)


def tags(page):
    html = pytest.importorskip("lxml.html")
    parser = html.HTMLParser(huge_tree=True)
    return [node for node in html.document_fromstring(page, parser=parser).iter() if isinstance(node.tag, str)]


def page_of(text):
    from chitieu.writing.page import render_page  # noqa: PLC0415

    return render_page(everywhere(text))


def test_pages_have_the_tags_of_a_harmless_plan(text):
    """Law: no text adds a script, a handler, or a place to load from."""
    page = page_of(text)
    assert not CONTROL.search(page)
    found, harmless = tags(page), tags(page_of("Xã Sông Hậu"))
    assert sum(node.tag == "script" for node in found) == sum(node.tag == "script" for node in harmless)
    assert {node.tag for node in found} <= {node.tag for node in harmless} | {"path", "rect"}
    assert_nothing_runs(found)


def assert_nothing_runs(nodes):
    for node in nodes:
        assert not [key for key in node.attrib if key.lower().startswith("on") or key.lower() == "srcdoc"]
        assert not any(node.get(key, "#").startswith(("http", "//", "javascript")) for key in ("href", "src"))


def test_web_documents_hold_no_script_or_are_refused(text, tmp_path):
    plan = small_plan()
    for number, only in enumerate([one for one in FIELDS if planted(plan, "\N{SNOWMAN}", one) != plan]):
        file = tmp_path / f"{number}.html"
        try:
            ct.write_plan(planted(plan, text, only), file, "standard")
        except ct.ChitieuError:
            assert not file.exists()
            continue
        found = tags(file.read_text(encoding="utf-8"))
        assert not [node for node in found if node.tag in {"script", "img", "svg", "iframe"}]
        assert_nothing_runs(found)
    assert not left_aside(tmp_path)


def test_notebooks_get_no_tag(text):
    found = tags(f"<body>{everywhere(text)._repr_html_()}</body>")
    assert not {node.tag for node in found} & {"script", "img", "svg", "iframe", "style", "b"}


# --- data -------------------------------------------------------------------------------------------------------


def test_json_is_read_by_json(text, tmp_path):
    """Law: the json module reads what was written; where the plan can be one, it comes back equal."""
    ct.write_plan(everywhere(text), tmp_path / "plan.json")
    data = json.loads((tmp_path / "plan.json").read_bytes())
    assert data["schema"] == "chitieu/plan/1"
    fields = [one for one in FIELDS if one[0] is not ct.Unit]  # of a unit the label is kept, the rest is looked up
    for only in fields if len(text) < 1000 else fields[:3]:
        plan = planted(BASE, text, only)
        with suppress(ct.ChitieuError):  # a unit that says nothing, for one
            assert ct.from_json(ct.to_json(plan)) == plan


def test_tables_hold_text_that_parquet_keeps(text, tmp_path):
    pq = pytest.importorskip("pyarrow.parquet")
    for name, table in ct.tables(everywhere(text)).items():
        table.validate(full=True)
        pq.write_table(table, tmp_path / f"{name}.parquet")
        assert pq.read_table(tmp_path / f"{name}.parquet").equals(table)


@pytest.mark.parametrize("dialect", ["plain", "excel-vi"])
def test_csv_has_no_cell_that_runs(text, dialect, tmp_path):
    """Law: as many rows and columns as the tables have, whatever stands in them, and none begins like a formula."""
    tables = ct.tables(everywhere(text))
    limit = csv.field_size_limit(10**8)
    try:
        for path in ct.write_csv(tables, tmp_path, dialect=dialect):
            content = path.read_bytes().decode("utf-8-sig")
            rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=";" if dialect == "excel-vi" else ","))
            assert len(rows) == tables[path.stem].num_rows + 1
            assert {len(row) for row in rows} == {tables[path.stem].num_columns}
            for cell in (cell for row in rows for cell in row):
                assert cell.startswith("'") or NUMBER.fullmatch(cell) or not RUNS.match(cell)
    finally:
        csv.field_size_limit(limit)


def test_sdmx_is_read_by_parsers_of_xml_json_and_csv(text, tmp_path):
    etree = pytest.importorskip("lxml.etree")
    pytest.importorskip("pysdmx")
    huge = etree.XMLParser(huge_tree=True)
    limit = csv.field_size_limit(10**8)
    try:
        paths = ct.write_sdmx(ct.to_sdmx(everywhere(text)), tmp_path)
        for path in paths:
            content = path.read_bytes()
            if path.suffix == ".xml":
                etree.fromstring(content, huge)
            elif path.suffix == ".json":
                json.loads(content)
            else:
                rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
                assert len({len(row) for row in rows}) == 1
    finally:
        csv.field_size_limit(limit)


def test_iati_is_plain_json(text):
    data = ct.to_iati(everywhere(text))
    assert json.loads(json.dumps(data)) == data


# --- workbooks --------------------------------------------------------------------------------------------------


def formulas(book):
    return sorted(
        (sheet.title, cell.coordinate, str(cell.value))
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    )


def formulas_of_harmless(folder):
    import openpyxl  # noqa: PLC0415

    ct.write_report_template(everywhere("Xã"), None, ct.Period(2026), folder / "harmless.xlsx")
    return formulas(openpyxl.load_workbook(folder / "harmless.xlsx"))


def test_report_workbooks_have_the_formulas_of_a_harmless_plan(text, tmp_path):
    """Law: openpyxl opens the workbook, its formulas are ours, and it reads back as a report without results."""
    openpyxl = pytest.importorskip("openpyxl")
    plan = attrs.evolve(planted(BASE, text, spare=(ct.Unit,)), province="standard")  # a unit must say one to be read
    ct.write_report_template(everywhere(text), None, ct.Period(2026), tmp_path / "worst.xlsx")
    assert len(formulas(openpyxl.load_workbook(tmp_path / "worst.xlsx"))) <= len(formulas_of_harmless(tmp_path))
    ct.write_report_template(plan, None, ct.Period(2026), tmp_path / "hostile.xlsx")
    assert len(formulas(openpyxl.load_workbook(tmp_path / "hostile.xlsx"))) <= len(formulas_of_harmless(tmp_path))
    report = ct.read_report(tmp_path / "hostile.xlsx")
    assert report.observations == ()
    ct.write_merged(ct.merge_reports([report]), tmp_path / "merged.xlsx")
    assert formulas(openpyxl.load_workbook(tmp_path / "merged.xlsx")) == []


# --- the command ------------------------------------------------------------------------------------------------

PRINTED = ("script", "formula", "newline", "nul", "escape", "surrogate", "direction", "marks", "template", "markdown")


@pytest.fixture(params=PRINTED)
def hostile_file(request, tmp_path):
    """Give a plan with a hostile name of an indicator, in a file with a hostile name."""
    bad = HOSTILE[request.param].encode("utf-8", "ignore").decode().replace("\n", " ").replace("\r", " ")
    name = "".join(char for char in bad if char not in "/\x00")[:40]
    path = tmp_path / f"a\n\x1b[31m{name}.txt"
    lines = f"1. Tỷ lệ hộ nghèo {bad} còn 140%;\n2. {bad} đạt 5 xã;"
    path.write_text(
        small_text(lines=lines, work=f"1. Sở Tài chính\n- Sửa {bad} trước ngày 31/3/2026."), encoding="utf-8"
    )
    return path


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_findings_of_hostile_files_steer_no_terminal(call, hostile_file, form):
    status, out, err = call("check", hostile_file, "--format", form)
    assert status in (0, 1)
    assert not CONTROL.search(out + err)
    if form != "text":
        json.loads(out)


@pytest.mark.parametrize("command", [("read",), ("read", "--format", "json"), ("tasks",), ("tasks", "--format", "csv")])
def test_what_is_printed_of_hostile_files_steers_no_terminal(call, hostile_file, command):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _, out, err = call(*command, hostile_file)
    assert not CONTROL.search((out + err).replace("\r\n", "\n"))


def test_a_dataset_of_hostile_files_is_told_on_clean_lines(call, hostile_file, tmp_path):
    pytest.importorskip("pyarrow")
    (hostile_file.parent / "b\n\x1b[2J.txt").write_text("Không phải kế hoạch.", encoding="utf-8")
    status, out, err = call("corpus", hostile_file.parent, "-o", tmp_path / "ds")
    assert status in (0, 1)
    assert not CONTROL.search(out + err)
