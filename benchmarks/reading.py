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

import chitieu as ct

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT.parent / "shared" / "seeds" / "001_393fa8954b947a4a.txt"
EXAMPLE = ROOT / "examples" / "ke-hoach-song-hau-2026.txt"


def best(work: Callable[[], object], rounds: int) -> float:
    """Return the shortest time of some rounds: the one least disturbed."""
    times: list[float] = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> None:
    """Measure and print."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else (SEED if SEED.exists() else EXAMPLE)
    text = path.read_text(encoding="utf-8")
    digits = re.compile(r"\d[\d.,]*")
    ct.read_plan(path)  # tables are loaded once per process
    floor = best(lambda: list(digits.finditer(text)), 30)
    once = best(lambda: ct.read_plan(path), 20)
    twice = best(lambda: ct.parse_plan(text + "\n" + text), 10)
    alone = best(lambda: ct.parse_plan(text), 10)
    print(f"text: {len(text)} characters")
    print(f"read_plan: {once / floor:.1f} x re.finditer over the same text")
    print(f"find_targets: {best(lambda: ct.find_targets(text), 10) / floor:.1f} x the same")
    print(f"find_references: {best(lambda: ct.find_references(text), 10) / floor:.1f} x the same")
    print(f"twice the text: {twice / alone:.2f} x the time")


if __name__ == "__main__":
    main()
