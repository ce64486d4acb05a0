"""What installed plugins cost, as ratios of fresh interpreter runs with and without them.

Makes distributions by hand in a temporary folder, puts it on the path and runs each program in turns, so that a
slow moment of the computer falls on all of them alike; what is compared is processor time, which other work disturbs
least. Nothing here asserts a time; run it and read the ratios:

    python benchmarks/plugins.py [PLUGINS [ROUNDS]]
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

IMPORT = "import chitieu"
BUILT_IN = "import chitieu as ct; ct.get_province('ben-tre')"
PLUGIN = "import chitieu as ct; ct.get_province('tinh-0')"
READING = "import chitieu as ct; ct.read_plan('examples/ke-hoach-song-hau-2026.txt')"
ROOT = Path(__file__).resolve().parent.parent


def make_plugin(folder: Path, slug: str) -> None:
    """Write what an installer leaves behind for a plugin of one TOML file."""
    package = f"chitieu_{slug.replace('-', '_')}"
    (folder / package).mkdir()
    (folder / package / "__init__.py").touch()
    text = f'api = "1.0"\nextends = "standard"\nslug = "{slug}"\nname = "Tỉnh {slug}"\n[numbers]\npad_counts = true\n'
    (folder / package / "format.toml").write_text(text, encoding="utf-8")
    info = folder / f"{package}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[chitieu.provinces]\n{slug} = {package}:format.toml\n", encoding="utf-8")


def make_plugins(folder: Path, count: int) -> Path:
    """Write some plugins into a folder of their own."""
    folder.mkdir()
    for at in range(count):
        make_plugin(folder, f"tinh-{at}")
    return folder


def run(program: str, folder: Path) -> float:
    """Return the processor time of a fresh interpreter that runs a program with a folder on its path."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    begin = children()
    subprocess.run([sys.executable, "-c", program], check=True, env=environment, cwd=ROOT)  # noqa: S603  (our own code)
    return children() - begin


def children() -> float:
    """Return the processor time of all processes started so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(program: str, few: Path, many: Path, rounds: int) -> tuple[float, float]:
    """Return the best time with few plugins, and the middle of the ratios of runs side by side."""
    pairs = [(run(program, few), run(program, many)) for _ in range(rounds)]
    return min(first for first, _ in pairs), median(second / first for first, second in pairs)


def main(count: int = 200, rounds: int = 15) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        none, one = make_plugins(folder / "none", 0), make_plugins(folder / "one", 1)
        many = make_plugins(folder / "many", count)
        for title, program, few in (
            ("import chitieu", IMPORT, none),
            ("get_province, built in", BUILT_IN, none),
            ("get_province, of a plugin", PLUGIN, one),
            ("read_plan, province found in the header", READING, none),
        ):
            best, ratio = compare(program, few, many, rounds)
            print(
                f"{title}: with {count} plugins {ratio:.2f} x as long as with {1 if few == one else 0} ({best * 1000:.0f} ms)"
            )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
