"""The map of modules in the design page is true."""

import re
from importlib import resources
from pathlib import Path

import pytest

DESIGN = Path(__file__).parents[1] / "docs" / "design.md"


@pytest.mark.skipif(not DESIGN.exists(), reason="the pages are not beside the tests")
def test_every_module_of_checks_stands_in_the_map_once():
    section = DESIGN.read_text(encoding="utf-8").partition("## The modules of checks")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ") and "`" in line][1:]
    named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    files = resources.files("chitieu.checking").iterdir()
    modules = {one.name.removesuffix(".py") for one in files if one.name.endswith(".py")} - {"__init__"}
    assert sorted(named) == sorted(modules)
