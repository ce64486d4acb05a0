"""``chitieu check``: findings as text, JSON and SARIF, and the exit status."""

import json
import sys
from pathlib import Path

import pytest
from small_plans import text
from test_cli import run

import chitieu as ct
from chitieu.cli import check_output, sarif

FAULTY = {
    "lines": "1. Tỷ lệ hộ nghèo còn 101%;\n2. Năng suất lao động tăng 12.5%;",
    "work": "1. Sở Kế hoạch và Đầu tư\n- Trình đề án trước ngày 31/12/2025.\n2. Sở Y tế\n- Phối hợp với Sở Kế hoạch và Đầu tư họp giao ban.",
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {"driver": {"required": ["name"]}},
                    },
                    "language": {"pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "invocations": {"items": {"required": ["executionSuccessful"]}},
                    "artifacts": {"type": "array"},
                    "results": {
                        "items": {
                            "required": ["message"],
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": -1},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"required": ["text"]},
                                "locations": {"items": {"$ref": "#/definitions/location"}},
                                "relatedLocations": {"items": {"$ref": "#/definitions/location"}},
                                "suppressions": {"items": {"required": ["kind"]}},
                            },
                        }
                    },
                },
            },
        },
    },
    "definitions": {
        "location": {
            "properties": {
                "id": {"type": "integer", "minimum": 0},
                "physicalLocation": {
                    "required": ["artifactLocation"],
                    "properties": {
                        "region": {
                            "patternProperties": {
                                "Line$|Column$": {"type": "integer", "minimum": 1},
                            }
                        }
                    },
                },
            }
        }
    },
}
"""The part of the SARIF 2.1.0 schema that the logs use."""


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "tốt.txt"
    path.write_text(text(), encoding="utf-8")
    return path


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "bad plan.txt"
    path.write_text(text(**FAULTY), encoding="utf-8")
    return path


def test_a_good_plan_is_silent(call, good):
    assert call("check", good) == (0, "1 file: nothing found\n", "")


def test_text_is_like_that_of_a_compiler(call, bad):
    status, out, err = call("check", bad)
    assert (status, err) == (1, "")
    assert f"{bad}:10:19: error [value-bounds] 'Tỷ lệ hộ nghèo' lies between 0% and 100%; '101%' is outside\n" in out
    assert "    1. Tỷ lệ hộ nghèo còn 101%;\n                      ^^^^^^^^\n" in out
    assert out.endswith("1 file: 3 errors, 1 warning\n")
    assert "\x1b" not in out


def test_vietnamese(call, bad):
    _, out, _ = call("check", bad, "--lang", "vi")
    assert f"{bad}:14:3: lỗi [due-before-issue] thời hạn 31/12/2025 sớm hơn ngày ban hành kế hoạch (16/01/2026)" in out
    assert out.endswith("1 tệp: 3 lỗi, 1 cảnh báo\n")


def test_warnings_alone_are_graver_when_strict(call, bad):
    only = ("check", bad, "--rule", "number-*")
    assert [call(*only)[0], call(*only, "--strict")[0]] == [0, 1]


def test_rules_are_chosen_and_left_out(call, bad):
    chosen = ("check", bad, "--rule", "value-bounds", "--rule", "number-*")
    assert call(*chosen)[1].endswith("1 file: 1 error, 1 warning\n")
    assert call(*chosen, "--skip", "value-*")[1].endswith("1 file: 1 warning\n")
    assert call("check", bad, "--skip", "*")[:2] == (0, "1 file: nothing found\n")


@pytest.mark.parametrize("wrong", [("--rule", "no-such"), ("--skip", "no-such-*"), ("--format", "xml"), ()])
def test_calls_that_cannot_be_meant(call, bad, wrong):
    status, out, err = call("check", *((bad, *wrong) if wrong else ()))
    assert (status, out) == (2, "")
    assert err


def test_one_bad_file_does_not_stop_the_others(call, bad, good, tmp_path):
    status, out, err = call("check", tmp_path / "none.txt", good, bad)
    assert status == 1
    assert "none.txt" in err
    assert out.endswith("3 files: 3 errors, 1 warning, 1 not read\n")
    assert call("check", tmp_path / "none.txt", good)[0] == 1


def test_a_text_that_is_no_plan_is_checked_for_its_amounts(call, tmp_path):
    news = tmp_path / "news.txt"
    news.write_text("Năm nay xuất khẩu tăng 12.5% so với năm trước.", encoding="utf-8")
    status, out, err = call("check", news)
    assert (status, "number-english" in out) == (0, True)
    assert "checked as a text" in err


def test_against_another_plan(call, good, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(text(lines="1. Tỷ lệ hộ nghèo còn 1,9%;"), encoding="utf-8")
    status, out, _ = call("check", good, "--against", other)
    assert (status, "plans-disagree" in out, "1,9%" in out) == (0, True, True)
    assert call("check", good, "--against", tmp_path / "none.txt")[0] == 1


def test_silences_need_reasons_and_are_counted(call, bad, tmp_path):
    known = tmp_path / "known.toml"
    known.write_text(
        '[[silence]]\ncode = "value-bounds"\nabout = "Tỷ lệ hộ nghèo"\nreason = "corrected on paper"\n'
        '[[silence]]\ncode = "digits-*"\nreason = "none there"\n',
        encoding="utf-8",
    )
    status, out, err = call("check", bad, "--silences", known, "-v")
    assert (status, out.endswith("1 file: 2 errors, 1 warning, 1 silenced\n")) == (1, True)
    assert "silenced [value-bounds]" in out
    assert "(corrected on paper)" in out
    assert "'digits-*' for '*' silenced nothing" in err


@pytest.mark.parametrize(
    "content",
    [
        "[[silence]]\ncode = 'x'",
        "[[silence]]\ncode = 'x'\nreason = ' '",
        "[[silence]]\ncode = 'x'\nreason = 'y'\nwho = 'z'",
        "[silence]\ncode = 'x'",
        "silences = 3",
        "[[silence]",
        "silence = [3]",
    ],
)
def test_files_of_silences_that_are_none(call, good, tmp_path, content):
    known = tmp_path / "known.toml"
    known.write_text(content, encoding="utf-8")
    status, out, err = call("check", good, "--silences", known)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert str(known) in err


def test_verbose_shows_the_sums_that_hold(call, example_path):
    status, out, _ = call("check", example_path, "-v")
    assert status == 0
    assert "holds: Cơ cấu GRDP theo giá hiện hành: 27,4 + 28,1 + 39,3 + 5,2 = 100\n" in out


def test_json_is_the_same_in_both_languages(call, bad, tmp_path):
    status, out, _ = call("check", bad, tmp_path / "none.txt", "--format", "json")
    assert (status, call("check", bad, tmp_path / "none.txt", "--format", "json", "--lang", "vi")[1]) == (1, out)
    data = json.loads(out)
    assert data["schema"] == check_output.SCHEMA
    assert data["summary"] == {"files": 2, "errors": 3, "warnings": 1, "notes": 0, "silenced": 0, "unread": 1}
    first, missing = data["files"]
    assert (first["kind"], first["plan"], missing["kind"]) == ("plan", "58/KH-UBND", None)
    assert missing["error"]["code"] == "source.missing"
    found = {one["code"]: one for one in first["findings"]}
    late = found["due-before-issue"]
    assert late["fields"]["deadline"] == "2025-12-31"
    assert bad.read_text(encoding="utf-8")[late["start"] : late["end"]] == "Trình đề án trước ngày 31/12/2025."
    assert len(found["agency-not-existing"]["related"]) == 1
    assert late["message_vi"].startswith("thời hạn")


def test_sarif_is_of_the_standard(call, bad, good, tmp_path):
    jsonschema = pytest.importorskip("jsonschema")
    known = tmp_path / "known.toml"
    known.write_text('[[silence]]\ncode = "value-bounds"\nreason = "known"\n', encoding="utf-8")
    status, out, _ = call("check", bad, good, tmp_path / "none.txt", "--format", "sarif", "--silences", known)
    log = json.loads(out)
    jsonschema.validate(log, SARIF)
    (run_,) = log["runs"]
    rules = run_["tool"]["driver"]["rules"]
    assert status == 1
    assert [one["level"] for one in run_["results"]] == ["error", "error", "warning", "error"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run_["results"])
    silenced = run_["results"][-1]
    assert silenced["suppressions"] == [{"kind": "external", "justification": "known"}]
    place = silenced["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("bad%20plan.txt")
    assert place["region"]["startLine"] == 10
    assert place["region"]["snippet"]["text"] == "còn 101%"
    assert run_["invocations"][0]["executionSuccessful"] is False
    assert {tuple(one["properties"]["titles"]) for one in rules} == {("en", "vi")}
    assert all(Path(one["help"]["markdown"].partition("(")[2].rstrip(")")).suffix == ".md" for one in rules)


def test_columns_of_sarif_are_code_points(call, tmp_path):
    path = tmp_path / "x.txt"
    path.write_text(text(lines="1. Tỷ lệ hộ nghèo (𝒜) còn 101%;"), encoding="utf-8")
    _, out, _ = call("check", path, "--format", "sarif", "--rule", "value-bounds")
    (run_,) = json.loads(out)["runs"]
    region = run_["results"][0]["locations"][0]["physicalLocation"]["region"]
    line = path.read_text(encoding="utf-8").splitlines()[region["startLine"] - 1]
    assert run_["columnKind"] == "unicodeCodePoints"
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


def test_files_that_are_no_text_have_places_in_words(call, tmp_path):
    pytest.importorskip("lxml")
    page = tmp_path / "plan.html"
    lines = "".join(f"<p>{line}</p>" for line in text(**FAULTY).splitlines())
    page.write_text(f"<html><body>{lines}</body></html>", encoding="utf-8")
    _, out, _ = call("check", page, "--rule", "value-bounds", "--lang", "vi")
    assert out.startswith(f"{page}: đoạn 10: lỗi [value-bounds]")
    _, out, _ = call("check", page, "--rule", "value-bounds", "--format", "sarif")
    (location,) = json.loads(out)["runs"][0]["results"][0]["locations"]
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "paragraph 10"
    assert json.loads(call("check", page, "--format", "json")[1])["files"][0]["findings"][0]["line"] is None


def test_narrow_terminals_cut_the_quote_around_the_caret(call, bad, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    long = "2. Sở Y tế\n- Kiểm tra, rà soát, thống kê, đánh giá các trạm y tế, phòng khám, nhà thuốc từ ngày 31 tháng 6 năm 2026."
    bad.write_text(text(work=long), encoding="utf-8")
    _, out, _ = call("check", bad)
    quote, caret = out.splitlines()[1:3]
    assert max(len(quote), len(caret)) <= 40
    assert quote[caret.index("^") : len(caret)] == "ngày 31 tháng 6 năm 2026"


def test_colours_only_in_a_terminal(bad):
    done = run("check", bad)
    assert (done.returncode, b"\x1b" in done.stdout) == (1, False)


def test_in_a_terminal_sentences_break_at_words(call, bad, monkeypatch):
    monkeypatch.chdir(bad.parent)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    _, out, _ = call("check", bad.name)
    assert max(map(len, out.splitlines())) <= 40
    assert "  100%; '101%' is outside\n" in out


def test_lists_the_rules(call):
    status, out, _ = call("check", "--list", "--lang", "vi")
    assert (status, len(out.splitlines())) == (0, len(ct.available_rules()))
    assert "shares-sum" in out


def test_reads_standard_input(call, bad, monkeypatch):
    class Stdin:
        buffer = bad.open("rb")

    with Stdin.buffer:
        monkeypatch.setattr(sys, "stdin", Stdin)
        status, out, _ = call("check", "-")
    assert (status, out.startswith("<stdin>:10:19: error")) == (1, True)
    assert sarif._uri("<stdin>") == "stdin"


def test_fields_as_json():
    from datetime import date  # noqa: PLC0415
    from decimal import Decimal  # noqa: PLC0415

    values = (None, True, 3, "x", date(2026, 1, 2), Decimal("1E+3"), ct.Quantity(2, "%"))
    assert [check_output.plain(value) for value in values] == [None, True, 3, "x", "2026-01-02", "1000", "2%"]
