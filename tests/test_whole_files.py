"""Every writer of files when the disk is full, the folder is closed, or somebody presses Ctrl-C: whole or not at all."""

from __future__ import annotations

import json
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
SERVER = """
import ctypes, json, os, pathlib, resource, shutil, signal, struct, sys, tempfile, traceback
import chitieu as ct
from chitieu import cli
example, answers = sys.argv[1], os.fdopen(os.dup(1), "w")
os.dup2(2, 1)  # what is printed is no answer
plan = ct.read_plan(example)

def merged(target):
    ct.write_merged(ct.merge_reports([ct.read_report(report)]), target)

def command(*args):
    sys.argv = ["chitieu", *args]
    try:
        cli.main()
    except SystemExit as end:
        if end.code:
            raise ct.WriteError("write.failed", path=args[-1], reason="the command said so") from end

WRITERS = {name: eval("lambda target: " + code) for name, code in {writers}.items()}

def do(name, what, target):
    exec(what, globals() | {"write": WRITERS[name], "target": target})

def forked(name, what, target):
    # Every case has a process of its own, which has loaded everything before.
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        signal.alarm(120)  # a case that hangs ends like one that is killed
        os.dup2(tell, 1), os.dup2(tell, 2)
        sys.stdout = sys.stderr = open(1, "w", encoding="utf-8", closefd=False)
        try:
            do(name, what, target)
        except BaseException:
            traceback.print_exc()
            status = 1
        else:
            status = 0
        sys.stdout.flush()
        os._exit(status)
    os.close(tell)
    with os.fdopen(told, errors="replace") as said:
        text = said.read()
    return text, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

with tempfile.TemporaryDirectory() as own:
    os.chmod(own, 0o755)
    folder, report = own + "/plans", own + "/report.xlsx"
    os.mkdir(folder)
    shutil.copy(example, folder)
    ct.write_report_template(plan, None, ct.Period(2026), report)
    for name, write in WRITERS.items():
        os.mkdir(own + "/first-" + name)
        write(own + "/first-" + name + "/" + name)
    for line in sys.stdin:
        print(json.dumps(forked(**json.loads(line))), file=answers, flush=True)
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
# Root without its capabilities is bound by the modes of files, and can still read its own (the libraries are there).
assert ctypes.CDLL(None).capset(struct.pack("=Ii", 0x20080522, 0), bytes(24)) == 0
try:
    write(target)
except ct.ChitieuError as error:
    print("refused", error.code)
"""
INTERRUPTED = """
fsync = os.fsync
def stop(*args, **kwargs):
    os.kill(os.getpid(), signal.{signal})
    return fsync(*args, **kwargs)
os.fsync = stop
try:
    write(target)
except (KeyboardInterrupt, ct.WriteError):
    print("interrupted")
"""


@pytest.fixture(scope="module")
def run(example_path, tmp_path_factory):
    """Give a function that writes one thing in a process of its own; return what it printed, and how it ended."""
    for package in ("click", "docx", "jinja2", "openpyxl", "pyarrow", "pysdmx"):
        pytest.importorskip(package)
    code = textwrap.dedent(SERVER).replace("{writers}", repr(WRITERS))
    errors = tmp_path_factory.mktemp("server") / "errors.txt"
    with errors.open("w") as complaints:
        server = subprocess.Popen(  # noqa: S603  (our own code)
            [sys.executable, "-W", "error", "-c", code, str(example_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            encoding="utf-8",
            cwd=Path(__file__).parents[1],
        )
    asked, answered = server.stdin, server.stdout
    assert asked
    assert answered

    def ask(name, what, target):
        asked.write(json.dumps({"name": name, "what": textwrap.dedent(what), "target": str(target)}) + "\n")
        asked.flush()
        answer = answered.readline()
        assert answer, errors.read_text()
        said, status = json.loads(answer)
        assert status <= 0, said
        return said, status

    yield ask
    asked.close()
    assert server.wait(60) == 0, errors.read_text()
    answered.close()


def contents(path):
    """Return all files below a path with what is in them."""
    return {str(file.relative_to(path)): file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()}


@pytest.fixture(params=WRITERS)
def name(request):
    return request.param


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def test_a_full_disk_leaves_no_half_file(run, name, place):
    """Law: a write that fails leaves the folder as it was, and says that there was no room."""
    said, _ = run(name, FULL, place / name)
    assert said.splitlines()[-1].startswith("refused write."), said
    assert not contents(place) or name in {"csv", "sdmx"}
    assert all(len(data) <= 200 for data in contents(place).values())  # whole files that were small enough
    assert not [file for file in contents(place) if ".chitieu-" in file]


def test_an_old_file_outlives_a_full_disk(run, place):
    target = place / "plan.docx"
    target.write_bytes(b"old")
    run("plan.docx", FULL, target)
    assert contents(place) == {"plan.docx": b"old"}


def test_a_closed_folder_is_an_error_that_says_so(run, name, place):
    place.chmod(0o555)
    try:
        said, _ = run(name, CLOSED, place / name)
    finally:
        place.chmod(0o755)
    assert said.splitlines()[-1].startswith("refused write."), said
    assert not contents(place)


@pytest.mark.parametrize("writer", [one for one in WRITERS if one not in {"dataset", "corpus"}])
def test_ctrl_c_leaves_nothing_behind(run, writer, place):
    """Law: interrupted just before its name is given, a file is as if it had never been begun."""
    said, _ = run(writer, INTERRUPTED.replace("{signal}", "SIGINT"), place / writer)
    assert "interrupted" in said
    assert not contents(place), said


@pytest.mark.parametrize("writer", [one for one in WRITERS if "." in one])
def test_a_killed_run_leaves_no_half_file_under_the_name(run, writer, place):
    """What a killed process leaves aside bears a name of its own; the old file stands."""
    (place / writer).write_bytes(b"old")
    _, status = run(writer, INTERRUPTED.replace("{signal}", "SIGKILL"), place / writer)
    assert status < 0
    assert (place / writer).read_bytes() == b"old"
    assert all(file == writer or file.startswith(".chitieu-") for file in contents(place))


@pytest.mark.parametrize("writer", [one for one in WRITERS if "." in one])
def test_an_old_file_outlives_ctrl_c(run, writer, place):
    """Law: interrupted while it is written, the file that was there stands, and nothing stands beside it."""
    (place / writer).write_bytes(b"old")
    run(writer, INTERRUPTED.replace("{signal}", "SIGINT"), place / writer)
    assert contents(place) == {writer: b"old"}


def test_ctrl_c_in_the_middle_of_a_dataset_leaves_nothing(place, example_path):
    pytest.importorskip("pyarrow")

    def rows():
        yield from ct.read_plans([example_path])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ct.write_dataset(rows(), place / "ds", batch=1)
    assert not list(place.iterdir())
