"""Many plans: how time and memory of `read_plans` and `write_dataset` grow, and what a second process brings.

Each measurement runs in a process of its own over a folder of copies of the example plan, each with a number of its own.

    python benchmarks/many_plans.py [PLANS]

Prints ratios. Ends with status 1 if 1,000 plans (or PLANS) take more than 1.3 times the memory of 10, or twice the plans
more than 2.6 times the time. What two workers bring depends on what else the machine does; it is printed with the load
and not judged.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import chitieu as ct

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "ke-hoach-song-hau-2026.txt"
MOST_MEMORY = 1.3
MOST_TIME = 2.6
FEW = 10


def fill(folder: Path, count: int) -> None:
    """Write plans into a folder."""
    text = EXAMPLE.read_text(encoding="utf-8")
    folder.mkdir()
    for number in range(count):
        plan = text.replace("58/KH-UBND", f"{number + 1}/KH-UBND")
        (folder / f"{number:06}.txt").write_text(plan, encoding="utf-8")


def run(folder: Path, workers: int, *, dataset: bool) -> dict[str, float]:
    """Read a folder in a new process; return seconds, seconds of processor time, and the most memory of it in MB."""
    asked = json.dumps({"folder": str(folder), "workers": workers, "dataset": dataset})
    done = subprocess.run([sys.executable, __file__, "--measure", asked], check=True, capture_output=True, text=True)  # noqa: S603
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure(folder: str, workers: int, *, dataset: bool) -> None:
    """Read a folder, and print what it took."""
    ct.read_plan(EXAMPLE)  # tables are loaded once per process
    begin, before = time.perf_counter(), time.process_time()
    rows = ct.read_plans(folder, workers=workers)
    if dataset:
        with tempfile.TemporaryDirectory() as place:
            ct.write_dataset(rows, Path(place) / "plans")
    else:
        for row in rows:
            if not row.ok:
                sys.exit(f"{row.path}: {row.error}")
    seconds = time.perf_counter() - begin
    for child in multiprocessing.active_children():  # only those that have ended are counted
        child.join()
    own, workers_ = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    work = own.ru_utime + own.ru_stime + workers_.ru_utime + workers_.ru_stime - before
    print(json.dumps({"seconds": seconds, "work": work, "memory": own.ru_maxrss / 1024}))


def main() -> int:
    """Measure, print, and compare with the limits."""
    if sys.argv[1:2] == ["--measure"]:
        measure(**json.loads(sys.argv[2]))
        return 0
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as place:
        for name, size in (("few", FEW), ("half", count // 2), ("all", count)):
            fill(Path(place, name), size)
        failed = [_compare(Path(place), count, dataset=dataset) for dataset in (False, True)]
        _workers(Path(place, "all"), count)
    return int(any(failed))


def _compare(place: Path, count: int, *, dataset: bool) -> bool:
    few, half, full = (run(place / name, 1, dataset=dataset) for name in ("few", "half", "all"))
    memory, times = full["memory"] / few["memory"], full["work"] / half["work"]
    what = "read_plans and write_dataset" if dataset else "read_plans"
    print(f"{what}, {count} plans: {full['work'] / count * 1000:.1f} ms of processor time a plan")
    print(f"  time: {times:.2f} x that of {count // 2} plans (at most {MOST_TIME})")
    print(f"  memory: {memory:.2f} x that of {FEW} plans (at most {MOST_MEMORY}), {full['memory']:.0f} MB")
    return memory > MOST_MEMORY or times > MOST_TIME


def _workers(folder: Path, count: int) -> None:
    one, two = run(folder, 1, dataset=False), run(folder, 2, dataset=False)
    load = f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors" if hasattr(os, "getloadavg") else ""
    print(f"two workers, {count} plans: {one['seconds'] / two['seconds']:.2f} x the speed of one ({load})")
    print(
        f"  processor time: {two['work'] / one['work']:.2f} x, so at most {2 * one['work'] / two['work']:.2f} x the speed"
    )


if __name__ == "__main__":
    sys.exit(main())
