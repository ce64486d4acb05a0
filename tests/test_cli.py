"""The command: what it prints, where, and its exit status."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

import chitieu as ct
from chitieu import cli

MAIN = [sys.executable, "-W", "error", "-c", "from chitieu.cli import main; main()"]


def run(*args, **environment):
    """Run the command in a process of its own, its output piped."""
    plain = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("COV_", "PYTHON", "COLUMNS", "LC_", "LANG"))
    }
    return subprocess.run([*MAIN, *map(str, args)], capture_output=True, env=plain | environment, check=False)  # noqa: S603  (our own command)


def test_shows_a_plan(call, example_path):
    status, out, err = call("read", example_path)
    assert (status, err) == (0, "")
    for shown in (
        "58/KH-UBND",
        "Sông Hậu, 16/01/2026",
        "Sở Tài chính",
        "Nguyễn Văn A",
        "18 indicators, 39 targets, 13 sections, 34 tasks",
    ):
        assert shown in out


def test_speaks_vietnamese(call, example_path):
    status, out, _ = call("read", "--lang", "vi", example_path)
    assert status == 0
    assert "Phân công nhiệm vụ" in out
    assert "18 chỉ tiêu" in out


def test_json_is_the_plan(call, example_path, example_plan):
    status, out, _ = call("read", "--json", example_path)
    assert status == 0
    assert ct.from_json(out) == example_plan


def test_one_section(call, example_path):
    status, out, _ = call("read", "--agency", "6", example_path)
    assert status == 0
    assert "Sở Y tế" in out
    assert "Sở Tài chính" not in out


def test_one_section_as_json(call, example_path):
    status, out, _ = call("read", "--json", "--agency", "6", example_path)
    assert status == 0
    assert [section["number"] for section in json.loads(out)["plan"]["assignments"]] == ["6"]


def test_the_commands_work_under_click(example_path):
    result = CliRunner().invoke(cli._build(), ["read", "--json", str(example_path)])
    assert result.exit_code == 0
    assert json.loads(result.output)["plan"]["number"] == "58/KH-UBND"


@pytest.mark.parametrize("args", [["--help"], ["read", "--help"], ["--version"]])
def test_helps(call, args):
    status, out, _ = call(*args)
    assert status == 0
    assert "chitieu" in out.lower() or "FILE" in out


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize(
    ("content", "status"),
    [(b"", 1), (b"\x00\x01\x02\x03", 1), ("café".encode("latin-1"), 1), ("Hôm nay trời đẹp.".encode(), 1)],
)
def test_bad_files_are_one_sentence_and_status_one(call, tmp_path, content, status, language):
    path = tmp_path / "plan.txt"
    path.write_bytes(content)
    got, out, err = call("read", "--lang", language, path)
    assert (got, out) == (status, "")
    first, *excerpt = err.splitlines()
    assert first.startswith(f"chitieu: {path}")
    assert err.count(str(path)) == 1
    assert len(excerpt) in (0, 2)  # a wrong byte in a text is shown with a caret


def test_a_missing_file_is_status_one(call, tmp_path):
    status, _, err = call("read", tmp_path / "none.txt")
    assert status == 1
    assert err.count("\n") == 1


@pytest.mark.parametrize("args", [["--agency", "99"], ["--province", "atlantis"], ["--lang", "fr"], ["--nonsense"]])
def test_wrong_calls_are_status_two(call, example_path, args):
    status, out, err = call("read", *args, example_path)
    assert (status, out) == (2, "")
    assert err


def test_a_directory_is_a_wrong_call(call, tmp_path):
    assert call("read", tmp_path)[0] == 2


def test_a_wrong_section_names_those_there_are(call, example_path):
    assert "1, 2, 3" in call("read", "--agency", "99", example_path)[2]


LOCALES = [
    {},
    {"LC_ALL": "C"},
    {"PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"NO_COLOR": "1"},
    {"TERM": "dumb"},
]


@pytest.mark.parametrize("environment", LOCALES, ids=str)
def test_piped_output_is_plain_utf8_in_every_locale(example_path, environment):
    done = run("read", example_path, **environment)
    assert (done.returncode, done.stderr) == (0, b"")
    out = done.stdout.decode("utf-8")
    assert "Sở Tài chính" in out
    assert "\x1b" not in out
    assert "Traceback" not in out


@pytest.mark.parametrize("columns", ["20", "40", "80", "200"])
def test_no_line_is_wider_than_the_terminal(example_path, columns):
    done = run("read", example_path, COLUMNS=columns)
    assert done.returncode == 0
    widest = max(map(len, done.stdout.decode().splitlines()))
    assert widest <= max(int(columns), 40)


@pytest.mark.parametrize("columns", ["40", "80"])
def test_a_narrow_terminal_cuts_no_value(example_path, columns):
    """A number that is cut is a wrong number."""
    out = run("read", example_path, COLUMNS=columns).stdout.decode()
    for value in ("31.500", "24.000", "7,5 - 8", "51/58", "28,6"):
        assert value in out


def test_a_narrow_terminal_says_bounds_as_plans_do(example_path):
    out = run("read", "--lang", "vi", example_path, COLUMNS="60").stdout.decode()
    assert "→ từ 1.250 triệu USD trở lên" in out
    assert "→ tăng từ 9,5% trở lên" in out
    assert "…" not in out.partition("Phân công")[0]


def test_an_error_in_an_ascii_locale(tmp_path):
    done = run("read", "--lang", "vi", tmp_path / "không có.txt", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert done.stderr.decode("utf-8").count("\n") == 1


def test_control_characters_do_not_reach_the_terminal(call, tmp_path, example_text):
    path = tmp_path / "plan.txt"
    path.write_text(example_text.replace("Sở Tài chính", "Sở Tài chính \x1b[31m"), encoding="utf-8")
    status, out, _ = call("read", path)
    assert status == 0
    assert "\x1b[31m" not in out


def test_markup_in_a_plan_is_text(call, tmp_path, example_text):
    path = tmp_path / "plan.txt"
    path.write_text(example_text.replace("Đón trên 2,6", "Đón [red]đỏ[/red] [/] trên 2,6"), encoding="utf-8")
    assert call("read", path)[0] == 0


def test_a_closed_pipe_is_no_error(example_path):
    command = f"{sys.executable} -c 'from chitieu.cli import main; main()' read --json {example_path} | head -c 20 >/dev/null; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["/bin/bash", "-c", command], capture_output=True, check=False)  # noqa: S603  (our own command)
    assert b"Traceback" not in done.stderr


def test_without_the_extra_it_says_what_to_install():
    code = "import sys; sys.modules['rich'] = None; from chitieu.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603  (our own code)
    assert done.returncode == 1
    assert "chitieu[cli]" in done.stderr
    assert "Traceback" not in done.stderr
