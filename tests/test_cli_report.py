"""``chitieu report``: a web page on the command line."""

from __future__ import annotations

from datetime import date

import pytest

import chitieu as ct

pytest.importorskip("jinja2")
RESULTS = """Chỉ tiêu;ĐVT;Ước TH 9 tháng năm 2026
Tổng sản phẩm trên địa bàn (GRDP);%;9,8
Tỷ lệ hộ nghèo theo chuẩn đa chiều;%;1.3
"""


@pytest.fixture
def actuals(tmp_path):
    path = tmp_path / "results.csv"
    path.write_text(RESULTS, encoding="utf-8")
    return path


def test_a_plan_alone(call, example_path, tmp_path):
    target = tmp_path / "report.html"
    assert call("report", example_path, "-o", target) == (0, "", "")
    page = target.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert '<html lang="en">' in page
    assert 'id="findings"' in page
    assert 'id="chart"' not in page


def test_with_results(call, example_path, actuals, tmp_path):
    target = tmp_path / "report.html"
    status, out, err = call("report", example_path, actuals, "-o", target, "--lang", "vi", "--on", "30/9/2026")
    assert (status, out) == (0, "")
    assert err.startswith("chitieu: results.csv: C3: ")  # 1.3 is no Vietnamese figure: told, and the page is made
    page = target.read_text(encoding="utf-8")
    assert "9,8%" in page
    assert "Tính đến 30/09/2026" in page


def test_to_standard_output_without_findings(call, example_path):
    status, out, err = call("report", example_path, "--no-check", "-o", "-")
    assert (status, err) == (0, "")
    assert out.rstrip().endswith("</html>")
    assert 'id="findings"' not in out


@pytest.mark.parametrize("wrong", ["nowhere.txt", "results.csv"])
def test_files_that_cannot_be_read(call, example_path, tmp_path, wrong):
    target = tmp_path / "report.html"
    files = (tmp_path / wrong,) if wrong.endswith("txt") else (example_path, tmp_path / wrong)
    status, _, err = call("report", *files, "-o", target)
    assert (status, err.count("\n")) == (1, 1)
    assert not target.exists()


def test_a_page_that_cannot_be_written_leaves_nothing(call, example_path, tmp_path):
    status, _, err = call("report", example_path, "-o", tmp_path / "no" / "report.html")
    assert (status, err.count("\n")) == (1, 1)
    assert list(tmp_path.iterdir()) == []


def test_the_output_must_be_named(call, example_path):
    assert call("report", example_path)[0] == 2


def test_states_of_tasks_from_a_report_workbook(call, example_path, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    filled, target = tmp_path / "so-y-te.xlsx", tmp_path / "report.html"
    ct.write_report_template(ct.read_plan(example_path), "Sở Y tế", "quý II/2026", filled)
    book = openpyxl.load_workbook(filled)
    book["Nhiệm vụ"]["G7"], book["Nhiệm vụ"]["H7"] = "Đã xong", date(2026, 6, 2)
    book.save(filled)
    asked = ("report", example_path, filled, "-o", target, "--lang", "vi", "--on")
    assert call(*asked, "30/6/2026") == (0, "", "")
    page = target.read_text(encoding="utf-8")
    assert "34 nhiệm vụ được giao: 1 đã hoàn thành" in page
    assert "xong ngày 02/06/2026" in page
    status, _, err = call(*asked, "1/6/2026")  # not done yet on that day: told, and counted as open
    assert (status, err.count("\n")) == (0, 1)
    assert "34 nhiệm vụ được giao: 1 đã hoàn thành" in target.read_text(encoding="utf-8")  # done, no day


def test_states_of_tasks_from_a_table(call, example_path, tmp_path):
    table, target = tmp_path / "viec.csv", tmp_path / "report.html"
    task = next(task.text for _, task in ct.read_plan(example_path).work())
    table.write_text(f'Nhiệm vụ;Tình trạng\n"{task}";Đang thực hiện\n', encoding="utf-8")
    assert call("report", example_path, table, "-o", target, "--lang", "vi", "--on", "31/5/2026") == (0, "", "")
    page = target.read_text(encoding="utf-8")
    assert "báo cáo ghi: đang thực hiện" in page
    assert 'id="chart"' not in page
