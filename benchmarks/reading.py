r"""Speed of reading, as multiples of a floor measured in the same run.

The floor is one pass of ``re.finditer(r"\d[\d.,]*")`` over the same text.
Nothing here asserts a time; run it and read the ratios:

    python benchmarks/reading.py [PLAN]
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import chitieu as ct

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT.parent / "shared" / "seeds" / "001_393fa8954b947a4a.txt"
EXAMPLE = ROOT / "examples" / "ke-hoach-song-hau-2026.txt"


def spent(work: Callable[[], object], times: int = 1) -> float:
    """Return the processor time of one call."""
    begin = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - begin) / times


def ratio(work: Callable[[], object], floor: Callable[[], object], rounds: int, floors: int = 1) -> float:
    """Return how many times as long work takes as the floor: the middle of rounds that measure both side by side.

    Machines change their speed from second to second; what is measured side by side changes alike.
    """
    return median(spent(work) / spent(floor, floors) for _ in range(rounds))


def main() -> None:
    """Measure and print."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else (SEED if SEED.exists() else EXAMPLE)
    text = path.read_text(encoding="utf-8")
    digits = re.compile(r"\d[\d.,]*")

    def floor() -> object:
        return list(digits.finditer(text))

    ct.read_plan(path)  # tables are loaded once per process
    print(f"text: {len(text)} characters")
    print(f"read_plan: {ratio(lambda: ct.read_plan(path), floor, 25, 20):.1f} x re.finditer over the same text")
    print(f"find_targets: {ratio(lambda: ct.find_targets(text), floor, 25, 20):.1f} x the same")
    print(f"find_references: {ratio(lambda: ct.find_references(text), floor, 25, 20):.1f} x the same")
    twice = ratio(lambda: ct.parse_plan(text + "\n" + text), lambda: ct.parse_plan(text), 15)
    print(f"twice the text: {twice:.2f} x the time")


if __name__ == "__main__":
    main()
