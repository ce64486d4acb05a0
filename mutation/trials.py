"""Try mutants: each in a process of its own, with the tests that run its line and stop at the first that fails.

A child is forked from a process in which the libraries are loaded and chitieu is not. It imports chitieu with the
mutant in place of the module and runs pytest. So nothing is written to disk, and no trial sees another.
"""

from __future__ import annotations

import ast
import importlib.util
import inspect
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Generator, Iterable
from enum import Enum
from functools import cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from resource import RLIMIT_AS, setrlimit
from types import CodeType
from typing import Any

import pytest
from attrs import frozen
from coverage import CoverageData
from mutants import Mutant

_COMPILED = tempfile.TemporaryDirectory(prefix="chitieu-mutation-")
sys.pycache_prefix, sys.dont_write_bytecode = _COMPILED.name, False  # compiled once for all trials, and beside nothing
__all__ = [
    "OPTIONS",
    "Coverage",
    "Verdict",
    "become_child",
    "forked",
    "measure",
    "patience",
    "try_mutant",
    "verdict_of",
]

_ROOT = Path(__file__).parents[1]
OPTIONS = (
    *("-o", "addopts=", "--import-mode=importlib", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # Hypothesis is loaded before pytest can rewrite it
)
_OWN_FAULT = 99
"""Status of a child that failed outside the tests, which pytest keeps in."""
_MEMORY = 4 * 2**30
"""A mutant that counts without end must not fill the machine."""
_PATIENCE = 5.0
"""Seconds a mutant may take over three times what the tests take without it."""


class Verdict(Enum):
    """What became of a mutant."""

    KILLED = "killed"
    TIMEOUT = "timeout"
    SURVIVED = "survived"
    UNCOVERED = "uncovered"
    """No test runs the line."""

    @property
    def noticed(self) -> bool:
        """Whether the tests noticed it."""
        return self in (Verdict.KILLED, Verdict.TIMEOUT)


@frozen
class Coverage:
    """Which tests run a line, and how long each takes.

    Attributes:
        lines: file → line → ids of tests; those of lines that run on import are under the empty id.
        seconds: test → seconds.
    """

    lines: dict[str, dict[int, list[str]]]
    seconds: dict[str, float]

    def tests(self, path: Path, line: int) -> list[str]:
        """Return the ids of the tests that may notice a fault in a line, the quickest first.

        A fault in one line of a statement may be noticed by a test that runs another of its lines: with `or` for
        `and` it is the first that counts. And a module may be loaded inside a test, while what it makes then is
        looked at by others: a line that runs on import has the tests of the whole module.
        """
        lines = self.lines.get(str(path), {})
        found = [name for near in _statement(path, line) for name in lines.get(near, [])]
        if found and line in _run_on_import(path):
            found = [name for names in lines.values() for name in names]
        names = self.seconds if "" in found else {name.rpartition("|")[0] for name in found}  # "id|run"
        return sorted((name for name in names if name in self.seconds), key=self.seconds.__getitem__)


@cache
def _headers(path: Path) -> dict[int, range]:
    """Return for each line of a module the lines of its statement; of one with a body those before the body."""
    found: dict[int, range] = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):  # outer statements come before inner ones
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            end = body[0].lineno - 1 if body else node.end_lineno or node.lineno
            lines = range(node.lineno, max(end, node.lineno) + 1)
            found.update(dict.fromkeys(lines, lines))
    return found


def _statement(path: Path, line: int) -> range:
    return _headers(path).get(line, range(line, line + 1))


@cache
def _run_on_import(path: Path) -> frozenset[int]:
    """Return the lines of a module that run when it is loaded: all but those inside functions."""
    codes, lines = [compile(path.read_text(encoding="utf-8"), str(path), "exec", dont_inherit=True)], set[int]()
    for code in codes:
        lines.update(line for _, _, line in code.co_lines() if line)
        inner = (one for one in code.co_consts if isinstance(one, CodeType))
        codes.extend(one for one in inner if not one.co_flags & inspect.CO_OPTIMIZED)
    return frozenset(lines)


class _Clock:
    """A pytest plugin that says how long each test keeps the processor."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        start = time.process_time()
        result = yield
        self.seconds[item.nodeid] = time.process_time() - start
        return result


class _Chosen:
    """A pytest plugin that runs some tests only, in their order."""

    def __init__(self, names: Iterable[str]) -> None:
        self.rank = {name: at for at, name in enumerate(names)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self.rank), key=lambda item: self.rank[item.nodeid])


class _Loader(SourceFileLoader):
    """Loads a module from the text of a mutant."""

    def __init__(self, mutant: Mutant) -> None:
        super().__init__(mutant.place.module, str(mutant.place.path))
        self.text = mutant.source

    def get_code(self, fullname: str) -> CodeType:
        del fullname
        return compile(self.text, self.path, "exec", dont_inherit=True)


class _Finder(MetaPathFinder):
    """Finds the mutant where the module is asked for."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        del path, target
        place = self.mutant.place
        if fullname != place.module:
            return None
        folders = [str(place.path.parent)] if place.path.name == "__init__.py" else None
        return importlib.util.spec_from_file_location(
            fullname, place.path, loader=_Loader(self.mutant), submodule_search_locations=folders
        )


def forked(work: Callable[[], int], seconds: float, output: str = os.devnull) -> int:
    """Do work in a child that writes to a file; return its status, below zero for the signal that ended it.

    The seconds are those of the processor, so that a busy machine makes no mutant look endless.
    """
    child = os.fork()
    if not child:
        become_child(work, seconds, output)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def become_child(work: Callable[[], int], seconds: float, output: str) -> None:
    """Do work in this process, which was forked for it, and end with its status."""
    quiet = os.open(output, os.O_RDWR | os.O_CREAT)
    for stream in range(3):
        os.dup2(quiet, stream)
    setrlimit(RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.setitimer(signal.ITIMER_PROF, seconds)  # what it sends ends a process that does not expect it
    status = _OWN_FAULT
    try:
        status = work()
    except BaseException:  # noqa: BLE001  (the child ends here, whatever it is)
        traceback.print_exc()
    sys.stdout.flush()
    os._exit(status)


def measure(tests: tuple[str, ...], folders: Iterable[Path]) -> Coverage:
    """Run the tests without a mutant; return which lines each runs of the modules in some folders.

    Raises:
        SystemExit: they fail as it is.
    """
    with tempfile.TemporaryDirectory() as folder:
        data, times, output = (Path(folder, name) for name in ("coverage", "seconds", "output"))

        def work() -> int:
            os.environ["COVERAGE_FILE"] = str(data)
            clock = _Clock()
            coverage = (*(f"--cov={folder}" for folder in folders), "--cov-context=test", "--cov-report=")
            status = pytest.main([*OPTIONS, *coverage, *tests], plugins=[clock])
            times.write_text("\n".join(f"{taken} {name}" for name, taken in clock.seconds.items()), encoding="utf-8")
            return int(status)

        if forked(work, 3600, str(output)) != 0:
            raise SystemExit("the tests fail without a mutant\n" + output.read_text(encoding="utf-8"))
        found = CoverageData(str(data))
        found.read()
        lines = {name: found.contexts_by_lineno(name) for name in found.measured_files()}
        pairs = (line.split(" ", 1) for line in times.read_text(encoding="utf-8").split("\n"))
        return Coverage(lines, {name: float(taken) for taken, name in pairs})


def try_mutant(mutant: Mutant, coverage: Coverage) -> Verdict:
    """Run the tests of a mutant's line on it."""
    names = coverage.tests(mutant.place.path, mutant.place.line)
    if not names:
        return Verdict.UNCOVERED
    files = sorted({str(_ROOT / name.partition("::")[0]) for name in names})

    def work() -> int:
        sys.meta_path.insert(0, _Finder(mutant))
        return int(pytest.main([*OPTIONS, *files], plugins=[_Chosen(names)]))

    return verdict_of(forked(work, patience(coverage, names)))


def patience(coverage: Coverage, names: Iterable[str]) -> float:
    """Return how many seconds of the processor tests may take on a mutant."""
    return _PATIENCE + 3 * sum(coverage.seconds[name] for name in names)


def verdict_of(status: int) -> Verdict:
    """Return what the status of a child says of its mutant."""
    if status == _OWN_FAULT:
        message = "a trial failed outside its tests"
        raise SystemExit(message)
    if status == -signal.SIGPROF:
        return Verdict.TIMEOUT
    return Verdict.SURVIVED if status == 0 else Verdict.KILLED
