"""The map of modules in the design page is true, and each of them has its tests."""

import re
from importlib import resources
from pathlib import Path

import pytest

DESIGN = Path(__file__).parents[1] / "docs" / "design.md"


def _mapped() -> list[tuple[str, str]]:
    """Folder and module, row by row; modules of `checking` itself have no folder."""
    section = DESIGN.read_text(encoding="utf-8").partition("## The modules of checks")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")][1:]
    return [
        (folder.strip("`") if "`" in folder else "", name)
        for folder, _, names in rows
        for name in re.findall(r"`(\w+)`", names)
    ]


@pytest.mark.skipif(not DESIGN.exists(), reason="the pages are not beside the tests")
def test_every_module_of_checks_stands_in_the_map_once():
    found = []
    with resources.as_file(resources.files("chitieu.checking")) as root:
        for file in root.rglob("*.py"):
            if file.stem != "__init__":
                folder = file.parent.relative_to(root).as_posix()
                found.append(("" if folder == "." else folder, file.stem))
    assert sorted(_mapped()) == sorted(found)


def test_every_module_of_checks_has_tests_of_its_name_or_in_those_that_name_it():
    """The tests of `checking.a.b` are `test_checking_a_b`; where they are in another file, its first words say so."""
    files = {file.stem: file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_checking*.py")}
    opened = " ".join(text.split('"""')[1] for text in files.values())
    for folder, name in _mapped():
        dotted = f"{folder}.{name}" if folder else name
        assert f"test_checking_{dotted.replace('.', '_')}" in files or f"`{dotted}`" in opened, dotted
