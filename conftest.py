"""Sybil runs the ``>>>`` examples of the documentation (README files and docs/) as tests."""

from __future__ import annotations

import os
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path
from typing import Any

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

_ROOT = Path(__file__).parent

collect_ignore = ["docs/_build"]  # a built copy of the documentation is no second source of tests


def _enter_root(namespace: dict[str, Any]) -> None:
    """Run examples from the root of the repository, where their paths start."""
    namespace["_previous_directory"] = Path.cwd()
    os.chdir(_ROOT)


def _leave_root(namespace: dict[str, Any]) -> None:
    os.chdir(namespace["_previous_directory"])


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE), SkipParser()],
    patterns=[
        "README.md",
        "README.vi.md",
        "docs/*.md",
        "docs/*/*.md",
        "docs/*/*/*.md",
    ],  # pathlib matches "**" as one level
    excludes=["docs/tutorial/your-province.md"],  # followed as a whole by tests/test_tutorial_province.py
    setup=_enter_root,
    teardown=_leave_root,
).pytest()
