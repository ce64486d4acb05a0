"""Try mutants without loading anything again: the code of one function is swapped in a forked copy of a pytest session.

That takes a tenth of the time of `trials.try_mutant`. It works for faults inside functions; for those in what runs on
import (constants, defaults, decorators, bodies of classes) the verdict is left to the other way.
"""

from __future__ import annotations

import functools
import gc
import inspect
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from types import CodeType, FunctionType

import pytest
from attrs import define, field
from mutants import Mutant
from trials import OPTIONS, Coverage, Verdict, become_child, forked, patience, verdict_of

__all__ = ["try_quickly"]

_NOTHING_SWAPPED = 77
_A_DAY = 24 * 3600.0


def try_quickly(
    tests: Sequence[str], mutants: Sequence[Mutant], coverage: Coverage
) -> Iterator[tuple[Mutant, Verdict | None]]:
    """Yield the verdict on each mutant; None for those that must be imported to be seen."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        loop = _Loop(mutants, coverage, write)
        become_child(lambda: int(pytest.main([*OPTIONS, *tests], plugins=[loop])), _A_DAY, os.devnull)
    os.close(write)
    done = 0
    with os.fdopen(read, encoding="utf-8") as lines:
        for line in lines:
            at, _, verdict = line.strip().partition(" ")
            yield mutants[int(at)], Verdict(verdict) if verdict else None
            done += 1
    os.waitpid(child, 0)
    if done < len(mutants):
        message = "the tests fail in a fork of their session without a mutant, or the session itself does"
        raise SystemExit(message)


class _Failure:
    """A pytest plugin that remembers whether something failed."""

    seen = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seen = self.seen or report.failed


@define(eq=False)
class _Loop:
    """A pytest plugin that runs the tests once for each mutant, in a fork of the session."""

    mutants: Sequence[Mutant]
    coverage: Coverage
    output: int
    items: dict[str, pytest.Item] = field(factory=dict)
    failure: _Failure = field(factory=_Failure)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = {item.nodeid: item for item in session.items}
        session.config.pluginmanager.register(self.failure)
        if forked(lambda: self.outcome(list(self.items)), _A_DAY):
            return True  # without a mutant they fail in a fork: verdicts would say nothing
        for at, made in enumerate(self.mutants):
            verdict = self.verdict(made)
            os.write(self.output, f"{at} {verdict.value if verdict else ''}\n".encode())
        return True

    def verdict(self, made: Mutant) -> Verdict | None:
        names = [name for name in self.coverage.tests(made.place.path, made.place.line) if name in self.items]
        changed = _changed(made)
        if not names or not changed:
            return None
        status = forked(lambda: self.run(made, changed, names), patience(self.coverage, names))
        return None if status == _NOTHING_SWAPPED else verdict_of(status)

    def run(self, made: Mutant, changed: list[tuple[CodeType, CodeType]], names: list[str]) -> int:
        if not _swap(str(made.place.path), changed):
            return _NOTHING_SWAPPED
        _forget(made.place.module)
        return self.outcome(names)

    def outcome(self, names: Sequence[str]) -> int:
        """Run tests until one fails; return 1 if one did."""
        for name in names:
            item = self.items[name]
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            if self.failure.seen:
                return 1
        return 0


def _changed(made: Mutant) -> list[tuple[CodeType, CodeType]]:
    """Return the functions that differ, before and after; none if more than functions does."""
    path = str(made.place.path)
    before = compile(made.place.path.read_text(encoding="utf-8"), path, "exec", dont_inherit=True)
    found: list[tuple[CodeType, CodeType]] = []
    return found if _compare(before, compile(made.source, path, "exec", dont_inherit=True), found) else []


def _compare(before: CodeType, after: CodeType, found: list[tuple[CodeType, CodeType]]) -> bool:
    """Collect the functions that differ inside a module or class; say whether nothing else does."""
    if (before.co_code, before.co_names) != (after.co_code, after.co_names):
        return False
    for one, other in zip_longest(before.co_consts, after.co_consts):
        if not (isinstance(one, CodeType) and isinstance(other, CodeType)):
            if one != other or type(one) is not type(other):
                return False
        elif one.co_flags & inspect.CO_OPTIMIZED:
            if one != other:
                found.append((one, other))
        elif not _compare(one, other, found):
            return False
    return True


def _swap(path: str, changed: list[tuple[CodeType, CodeType]]) -> int:
    """Give living functions of a file their new code; return how many."""
    count = 0
    for function in gc.get_objects():
        if isinstance(function, FunctionType) and function.__code__.co_filename == path:
            for before, after in changed:
                if function.__code__ == before:
                    try:
                        function.__code__ = after
                    except ValueError:  # it closes over other names now
                        return 0
                    count += 1
                    break
    return count


def _forget(module: str) -> None:
    """Empty the caches of a module: what is in them was made by the right code."""
    for value in vars(sys.modules[module]).values():
        if isinstance(value, functools._lru_cache_wrapper):  # noqa: SLF001  (it has no public name)
            value.cache_clear()
