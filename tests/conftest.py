"""Settings and fixtures of the whole suite."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

# Helper modules (builders, scoring) are imported by name; pytest's importlib mode leaves the path alone.
sys.path.insert(0, str(Path(__file__).parent))

_SLOW_MACHINE = [HealthCheck.too_slow, HealthCheck.filter_too_much]
settings.register_profile(
    "default", max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=_SLOW_MACHINE
)
settings.register_profile("long", max_examples=2000, deadline=None, suppress_health_check=_SLOW_MACHINE)
settings.register_profile(  # ten thousand examples of every law: hours, for the night
    "night", max_examples=10_000, deadline=None, suppress_health_check=_SLOW_MACHINE
)
settings.register_profile(  # a mutant needs a failure, not the smallest one
    "mutation", parent=settings.get_profile("default"), phases=(Phase.explicit, Phase.generate)
)
settings.load_profile(os.environ.get("CHITIEU_TEST_PROFILE", "default"))

ROOT = Path(__file__).parents[1]

# Files that take long though they hold few tests, the longest first: begun last, they would leave one process
# working while the others have nothing more to do.
_LONG = ("test_page_browser.py", "test_tutorial_province.py", "test_writing_html.py", "test_read_plans.py")


def pytest_configure():
    # Tests start some eighty processes; what they compile is kept, or each would compile the library anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Begin with the long files; the others stay in their order."""
    places = {name: at for at, name in enumerate(_LONG)}
    items.sort(key=lambda item: places.get(item.path.name, len(_LONG)))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of seeds and scoring data beside the repository; skip where it is not."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder ../shared")
    return folder


@pytest.fixture(scope="session")
def example_path() -> Path:
    return ROOT / "examples" / "ke-hoach-song-hau-2026.txt"


@pytest.fixture(scope="session")
def example_text(example_path):
    return example_path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def example_plan(example_text):
    from chitieu import parse_plan  # noqa: PLC0415  (coverage starts before the library is loaded)

    return parse_plan(example_text)


@pytest.fixture
def call(monkeypatch, capsys):
    """Run the command in this process; give status, output and errors."""
    from chitieu import cli  # noqa: PLC0415  (coverage starts before the library is loaded)

    def invoke(*args):
        monkeypatch.setattr(sys, "argv", ["chitieu", *map(str, args)])
        with pytest.raises(SystemExit) as info:
            cli.main()
        out, err = capsys.readouterr()
        return info.value.code or 0, out, err

    return invoke


@pytest.fixture(scope="session")
def files(example_text):
    """Give the example plan in every kind of file, and a table as a spreadsheet."""
    from pdf_files import pdf_plan  # noqa: PLC0415
    from source_files import docx_plan, html_plan, split, xlsx_table  # noqa: PLC0415

    parts = split(example_text)
    return {
        "txt": example_text.encode(),
        "docx": docx_plan(parts),
        "html": html_plan(parts),
        "pdf": pdf_plan(parts),
        "xlsx": xlsx_table([["STT", "Chỉ tiêu", "ĐVT", "KH 2026"], ["1", "GRDP", "%", "9,5"]]),
    }
