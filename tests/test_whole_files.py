"""Every writer of files when the disk is full, the folder is closed, or somebody presses Ctrl-C: whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import chitieu as ct

if sys.platform != "linux":
    pytest.skip("needs limits and signals of POSIX", allow_module_level=True)

WRITERS = {
    "plan.txt": "ct.write_plan(plan, target)",
    "plan.md": "ct.write_plan(plan, target)",
    "plan.json": "ct.write_plan(plan, target)",
    "plan.docx": "ct.write_plan(plan, target)",
    "plan.html": "ct.write_plan(plan, target)",
    "report.xlsx": "ct.write_report_template(plan, None, ct.Period(2026), target)",
    "merged.xlsx": "merged(target)",
    "csv": "ct.write_csv(plan, target)",
    "sdmx": "ct.write_sdmx(ct.to_sdmx(plan), target)",
    "dataset": "ct.write_dataset(ct.read_plans([example]), target, overwrite=True)",
    "page.html": "command('report', example, '-o', target)",
    "corpus": "command('corpus', folder, '-o', target, '--overwrite')",
    "tasks.csv": "command('tasks', example, '-o', target)",
    "tasks.xlsx": "command('tasks', example, '-o', target)",
}
"""Name of what is written → how."""
LONG_RUN = os.environ.get("CHITIEU_TEST_PROFILE", "default") in {"long", "night"}
TRIED = tuple(WRITERS) if LONG_RUN else ("plan.txt", "plan.docx", "report.xlsx", "csv", "dataset", "tasks.xlsx")
"""A run of its own for each takes seconds: the usual run tries one writer of each kind, a long run all."""
HEAD = """
import contextlib, os, pathlib, resource, shutil, signal, sys, tempfile
import chitieu as ct
from chitieu import cli
example, target = sys.argv[1], sys.argv[2]
plan = ct.read_plan(example)
folder = os.path.dirname(target) + "-plans"

def merged(target):
    if target.endswith("merged.xlsx") and not os.path.exists(folder + "-report.xlsx"):
        ct.write_report_template(plan, None, ct.Period(2026), folder + "-report.xlsx")
    ct.write_merged(ct.merge_reports([ct.read_report(folder + "-report.xlsx")]), target)

def command(*args):
    sys.argv = ["chitieu", *args]
    try:
        cli.main()
    except SystemExit as end:
        if end.code:
            raise ct.WriteError("write.failed", path=target, reason="the command said so") from end

def write(target):
    {write}

os.makedirs(folder, exist_ok=True)
shutil.copy(example, folder)
with tempfile.TemporaryDirectory() as place:
    write(place + "/" + os.path.basename(target))  # everything is loaded
"""
FULL = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200, resource.RLIM_INFINITY))
try:
    write(target)
except ct.ChitieuError as error:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print("refused", error.code)
"""
CLOSED = """
if os.getuid() == 0:
    os.setgid(65534), os.setuid(65534)
try:
    write(target)
except ct.ChitieuError as error:
    print("refused", error.code)
"""
INTERRUPTED = """
number = os.fsync, os.mkdir
def stop(*args, **kwargs):
    os.kill(os.getpid(), signal.{signal})
    return number[0](*args, **kwargs)
os.fsync = stop
try:
    write(target)
except (KeyboardInterrupt, ct.WriteError):
    print("interrupted")
"""


def run(name, what, target, example):
    code = HEAD.replace("{write}", WRITERS[name]) + what
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-W", "error", "-c", textwrap.dedent(code), str(example), str(target)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[1],
    )
    assert done.returncode <= 0, done.stderr
    return done


def contents(path):
    """Return all files below a path with what is in them."""
    return {str(file.relative_to(path)): file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()}


@pytest.fixture(params=TRIED)
def name(request):
    return request.param


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def test_a_full_disk_leaves_no_half_file(name, place, example_path):
    """Law: a write that fails leaves the folder as it was, and says that there was no room."""
    done = run(name, FULL, place / name, example_path)
    assert done.stdout.splitlines()[-1].startswith("refused write."), done.stderr
    assert not contents(place) or name in {"csv", "sdmx"}
    assert all(len(data) <= 200 for data in contents(place).values())  # whole files that were small enough
    assert not [file for file in contents(place) if ".chitieu-" in file]


def test_an_old_file_outlives_a_full_disk(place, example_path):
    target = place / "plan.docx"
    target.write_bytes(b"old")
    run("plan.docx", FULL, target, example_path)
    assert contents(place) == {"plan.docx": b"old"}


@pytest.mark.parametrize(
    "writer", ["plan.txt", "plan.docx", "report.xlsx", "csv", "dataset", "corpus", "tasks.csv", "page.html"]
)
def test_a_closed_folder_is_an_error_that_says_so(writer, place, example_path):
    place.chmod(0o555)
    try:
        done = run(writer, CLOSED, place / writer, example_path)
    finally:
        place.chmod(0o755)
    assert done.stdout.splitlines()[-1].startswith("refused write."), done.stderr
    assert not contents(place)


@pytest.mark.parametrize("writer", [one for one in TRIED if one not in {"dataset", "corpus"}])
def test_ctrl_c_leaves_nothing_behind(writer, place, example_path):
    """Law: interrupted just before its name is given, a file is as if it had never been begun."""
    done = run(writer, INTERRUPTED.replace("{signal}", "SIGINT"), place / writer, example_path)
    assert not [file for file in contents(place) if ".chitieu-" in file], done.stdout
    assert not contents(place)


@pytest.mark.parametrize("writer", ["plan.json", "plan.docx", "report.xlsx", "tasks.csv"])
def test_a_killed_run_leaves_no_half_file_under_the_name(writer, place, example_path):
    """What a killed process leaves aside bears a name of its own; the old file stands."""
    (place / writer).write_bytes(b"old")
    done = run(writer, INTERRUPTED.replace("{signal}", "SIGKILL"), place / writer, example_path)
    assert done.returncode < 0
    assert (place / writer).read_bytes() == b"old"
    assert all(file == writer or file.startswith(".chitieu-") for file in contents(place))


def test_ctrl_c_in_the_middle_of_a_dataset_leaves_nothing(place, example_path):
    pytest.importorskip("pyarrow")

    def rows():
        yield from ct.read_plans([example_path])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ct.write_dataset(rows(), place / "ds", batch=1)
    assert not list(place.iterdir())
