"""The tutorial "Your province in an afternoon", followed word by word in a folder of its own.

Files are written as it says, commands run in a shell as they stand, outputs compared. Only what needs the network
is left out: making the environment, installing and building. What an installer leaves behind is written by hand.
"""

import os
import re
import shlex
import stat
import subprocess
import sys
import tomllib
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker
from pathlib import Path

import pytest
from distributions import describe

import chitieu as ct
from chitieu.provinces.loading import settings_of

TUTORIAL = Path(__file__).parents[1] / "docs" / "tutorial" / "your-province.md"
BLOCK = re.compile(
    r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$|^<!-- mistyped in (?P<file>\S+): (?P<change>[^\n]*) -->$",
    re.MULTILINE | re.DOTALL,
)
SAVE = re.compile(r"[Ss]ave\s+this\s+as\s+`([^`]+)`")
PLUGIN = Path("my-province", "chitieu-ha-giang")
FORMAT = PLUGIN / "src" / "chitieu_ha_giang" / "ha_giang.toml"
LONGEST = 60
"""Lines of TOML a province may need."""


def blocks():
    """Yield the parts of the tutorial that do something, each with the text since the one before."""
    text, end = TUTORIAL.read_text(encoding="utf-8"), 0
    for match in BLOCK.finditer(text):
        yield match, text[end : match.start()]
        end = match.end()


class Walk:
    """The folder of one who follows the tutorial, and what the last command printed."""

    def __init__(self, folder):
        self.folder, self.site, self.here = folder, folder / "site", folder
        self.format = folder / FORMAT
        self.output, self.mistake = "", None
        (folder / "chitieu").mkdir()  # the copy of the repository, as far as a path to it goes
        self._shims(folder / "bin")

    def _shims(self, folder):
        """Make commands of this interpreter; those that need the network do nothing."""
        run = shlex.quote(sys.executable)
        command = shlex.quote("from chitieu.cli import main; main()")
        texts = {
            "chitieu": f'exec {run} -c {command} "$@"',
            "python": f'[ "$2" = build ] || exec {run} "$@"',
            "python3": "mkdir -p .venv/bin && : > .venv/bin/activate",
            "pip": ":",
        }
        folder.mkdir()
        for name, text in texts.items():
            file = folder / name
            file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
            file.chmod(file.stat().st_mode | stat.S_IXUSR)

    def do(self, match, before):
        """Do what one block says; return what was printed where the block is an output, else None."""
        kind, body = match["kind"], match["body"]
        saved = SAVE.search(before)
        if match["file"]:
            self.mistake = (match["file"], *match["change"].split(" / "))
        elif saved:
            (self.here / saved[1]).write_text(body, encoding="utf-8")
        elif kind == "sh":
            self.run_with_mistake(body) if self.mistake else self.run(body)
        elif kind == "text":
            return self.output
        elif kind == "toml" and "slug" not in body:
            self.add(body)
        return None

    def run(self, commands, *, fails=False):
        """Run commands in a shell, and stay where they lead."""
        if "pip install -e" in commands:
            self.install()
        script = f"set -e\n{commands}\npwd > {shlex.quote(str(self.folder / 'here'))}\n"
        done = subprocess.run(  # noqa: S603  (the commands of our own page)
            ["/bin/sh", "-c", script],
            cwd=self.here,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        self.output = f"{done.stdout}{done.stderr}".strip()
        assert bool(done.returncode) == fails, self.output
        if not fails:
            self.here = Path((self.folder / "here").read_text(encoding="utf-8").strip())

    def environment(self):
        plain = ("PYTHON", "CHITIEU", "COV_", "COLUMNS", "LC_", "LANG")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(plain)}
        found = (self.site, self.folder / PLUGIN / "src")
        return kept | {
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join(map(str, found)),
            "PYTHONUTF8": "1",
            "COLUMNS": "100",
        }

    def install(self):
        """Leave what an installer leaves behind."""
        project = tomllib.loads((self.folder / PLUGIN / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        describe(self.site, project["name"], project["version"], project["entry-points"]["chitieu.provinces"])

    def add(self, lines):
        """Write settings into their tables, as an author with an editor does."""
        written = self.format.read_text(encoding="utf-8")
        for block in re.split(r"\n(?=\[)", lines.strip()):
            title, _, rest = block.partition("\n")
            if not title.startswith("["):  # a setting outside tables takes the place of the one that is there
                written = re.sub(
                    rf"^{title.split()[0]} = .*$", lambda _, title=title: title, written, count=1, flags=re.MULTILINE
                )
            elif f"\n{title}\n" in written:
                written = written.replace(f"\n{title}\n", f"\n{title}\n{rest}\n", 1)
            else:
                written += f"\n{block}\n"
        self.format.write_text(written, encoding="utf-8")

    def run_with_mistake(self, commands):
        """Run commands with a mistake in a file, and take it back."""
        file, right, wrong = self.mistake
        place = next(self.folder.rglob(file))
        good = place.read_text(encoding="utf-8")
        assert good.count(right) == 1
        place.write_text(good.replace(right, wrong), encoding="utf-8")
        self.run(commands, fails="|" not in commands)  # a pipe ends as its last command does
        place.write_text(good, encoding="utf-8")
        self.mistake = None


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """Follow the tutorial once; give the folder at its end and every output with what was expected."""
    walk, outputs = Walk(tmp_path_factory.mktemp("walk")), []
    for match, before in blocks():
        got = walk.do(match, before)
        if got is not None:
            outputs.append((match["body"], got, before))
    return walk, outputs


def test_every_output_is_what_is_printed(walked):
    flags = ELLIPSIS | NORMALIZE_WHITESPACE
    wrong = [
        f"{before}\nexpected:\n{expected}\ngot:\n{got}"
        for expected, got, before in walked[1]
        if not OutputChecker().check_output(expected, f"{got}\n", flags)
    ]
    assert not wrong, "\n\n".join(wrong)


def test_the_tutorial_shows_many_outputs(walked):
    assert len(walked[1]) > 12


def test_the_format_shown_at_the_end_is_the_one_written(walked, tmp_path):
    whole = next(match["body"] for match, _ in blocks() if match["kind"] == "toml" and "slug" in match["body"])
    file = tmp_path / "whole.toml"
    file.write_text(whole, encoding="utf-8")
    shown, written = (settings_of(ct.load_format(path)) for path in (file, walked[0].format))
    assert shown == written
    assert len(whole.splitlines()) <= LONGEST


def test_the_format_reads_better_than_standard(walked):
    walk, _ = walked
    sample = walk.here / "tests" / "samples" / "ke-hoach.txt"
    better, plain = ct.read_plan(sample, ct.load_format(walk.format)), ct.read_plan(sample, "standard")
    assert (len(plain.indicators), len(better.indicators)) == (0, 5)
    assert all(task.lead for section in better.assignments for task in section.tasks)
