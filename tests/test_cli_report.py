"""``chitieu report``: a web page on the command line."""

from __future__ import annotations

import pytest

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
