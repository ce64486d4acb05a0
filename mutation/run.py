"""Say how many small faults the tests of numbers, units, quantities, targets and rules notice.

    python mutation/run.py                              all mutants: an hour or two, for the night
    python mutation/run.py --sample 300 --seed 1        300 of them, evenly over the groups
    python mutation/run.py --only targets --survivors   one group, and every fault it misses
    python mutation/run.py --results build/mutation.jsonl   go on where a run was stopped; try the missed ones again

The score is the share of mutants that some test notices, without those listed as equivalent in `equivalent.toml`.
The exit status is 1 where a group is under `--least`. See docs/explanation/how-it-is-tested.md.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TypeAlias

_ROOT = Path(__file__).parents[1]
os.environ["CHITIEU_TEST_PROFILE"] = "mutation"  # before the settings of the suite are read
os.chdir(_ROOT)
sys.path.insert(0, str(_ROOT / "src"))  # the files that are mutated, not an installed copy

import attrs  # noqa: E402, F401  (loaded here once, not in every child)
import cattrs  # noqa: E402, F401
import hypothesis  # noqa: E402, F401
import pint  # noqa: E402, F401
import pydantic  # noqa: E402, F401
from attrs import define, field  # noqa: E402
from mutants import Mutant, Place, mutant, places  # noqa: E402
from swapping import try_quickly  # noqa: E402
from trials import Verdict, measure, try_mutant  # noqa: E402

_HERE = Path(__file__).parent
_SOURCE = _ROOT / "src" / "chitieu"
Equivalents: TypeAlias = set[tuple[str, str, str]]


@define
class Group:
    """A subject: its modules, its tests, and what was found out."""

    name: str
    places: list[Place]
    tests: tuple[str, ...]
    verdicts: Counter[Verdict] = field(factory=Counter)
    equivalent: int = 0
    missed: list[Mutant] = field(factory=list)
    unmatched: Equivalents = field(factory=set)

    @property
    def score(self) -> float:
        """The share of mutants noticed; of none it is 1."""
        tried = self.verdicts.total()
        return sum(count for verdict, count in self.verdicts.items() if verdict.noticed) / tried if tried else 1.0


def _groups(only: list[str]) -> list[Group]:
    table = tomllib.loads((_HERE / "modules.toml").read_text(encoding="utf-8"))
    return [_group(name, **files) for name, files in table.items() if not only or name in only]


def _group(name: str, modules: list[str], tests: list[str]) -> Group:
    paths = _files(_SOURCE, modules)
    found = [place for path in paths for place in places(_dotted(path), path)]
    files = map(str, _files(_ROOT / "tests", tests))
    examples = [f"{_ROOT}/tests/test_docstrings.py::test_examples[{_dotted(path)}]" for path in paths]
    return Group(name, found, (*files, *examples))


def _files(folder: Path, patterns: list[str]) -> list[Path]:
    """Return the files of some patterns, each of which must fit one at least."""
    found = {pattern: sorted(folder.glob(pattern)) for pattern in patterns}
    for pattern, files in found.items():
        if not files:
            message = f"modules.toml names {pattern}, which no file of {folder} fits"
            raise SystemExit(message)
    return list(dict.fromkeys(file for files in found.values() for file in files))


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(_SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")


def _sampled(groups: list[Group], count: int, seed: int) -> None:
    """Keep as many places as asked for, the same share of every group; the same seed keeps the same."""
    chance = random.Random(seed)  # noqa: S311  (a sample, no secret)
    total = sum(len(group.places) for group in groups)
    for group in groups:
        share = min(len(group.places), -(-count * len(group.places) // total))
        group.places = chance.sample(group.places, share)


def _equivalents() -> Equivalents:
    """Return the mutants listed as equivalent, and say which of their lines stand nowhere any more."""
    table = tomllib.loads((_HERE / "equivalent.toml").read_text(encoding="utf-8"))
    for record in table["mutant"]:
        path = _SOURCE.parent.joinpath(*record["module"].split(".")).with_suffix(".py")
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        if record["was"] not in map(str.strip, lines):
            print(f"equivalent.toml: {record['module']} has no line\n    {record['was']}")
    return {(record["module"], record["was"], record["becomes"]) for record in table["mutant"]}


class Results:
    """Verdicts of this run and of earlier ones, a line each in a file; those that were missed are asked for again."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        lines = path.read_text(encoding="utf-8").splitlines() if path and path.exists() else []
        found = {tuple(key): Verdict(verdict) for *key, verdict in map(json.loads, lines)}
        self.noticed = {key: verdict for key, verdict in found.items() if verdict.noticed}

    def known(self, made: Mutant) -> Verdict | None:
        """Return the verdict of an earlier run, if the mutant was noticed in it."""
        return self.noticed.get(_key(made))

    def keep(self, made: Mutant, verdict: Verdict) -> None:
        """Write a verdict down."""
        if self.path is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps([*_key(made), verdict.value], ensure_ascii=False) + "\n")


def _key(made: Mutant) -> tuple[str, str, int, str, str]:
    return made.place.module, made.place.operator, made.place.occurrence, made.was, made.becomes


def _try(group: Group, results: Results, known: Equivalents) -> None:
    modules = {place.module for place in group.places}
    group.unmatched = {record for record in known if record[0] in modules}
    asked: list[Mutant] = []
    for made in filter(None, map(mutant, group.places)):
        record = (made.place.module, made.was, made.becomes)
        if record in known:
            group.equivalent += 1
            group.unmatched.discard(record)
        elif (verdict := results.known(made)) is not None:
            group.verdicts[verdict] += 1
        else:
            asked.append(made)
    if not asked:
        return
    coverage = measure(group.tests, {made.place.path.parent for made in asked})
    for made, quick in try_quickly(group.tests, asked, coverage):
        verdict = quick or try_mutant(made, coverage)
        results.keep(made, verdict)
        group.verdicts[verdict] += 1
        if not verdict.noticed:
            group.missed.append(made)


def _row(*cells: object) -> str:
    name, *numbers = map(str, cells)
    return f"{name:<16}" + "".join(f"{number:>11}" for number in numbers)


def main() -> int:
    """Try the mutants and print the score."""
    parser = argparse.ArgumentParser(description="Mutation score of the values and rules.")
    parser.add_argument("--only", action="append", default=[], metavar="GROUP", help="a group of modules.toml")
    parser.add_argument("--sample", type=int, metavar="N", help="try N mutants only")
    parser.add_argument("--seed", type=int, default=1, help="which N (default 1)")
    parser.add_argument(
        "--least", type=float, default=85, metavar="PERCENT", help="least score of a group (default 85)"
    )
    parser.add_argument("--survivors", action="store_true", help="print every mutant that is not noticed")
    parser.add_argument("--results", type=Path, metavar="FILE", help="keep verdicts here, and begin with those in it")
    asked = parser.parse_args()
    groups, known, results = _groups(asked.only), _equivalents(), Results(asked.results)
    if asked.sample is not None:
        _sampled(groups, asked.sample, asked.seed)
    print(_row("group", "mutants", "killed", "timeout", "survived", "uncovered", "equivalent", "score"))
    for group in groups:
        if not group.places:
            continue
        _try(group, results, known)
        counts = [group.verdicts[verdict] for verdict in Verdict]
        print(_row(group.name, group.verdicts.total(), *counts, group.equivalent, f"{group.score:.1%}"))
        if asked.survivors:
            print("\n".join(f"  {made}" for made in group.missed))
        if asked.sample is None:
            print(
                "\n".join(
                    f"  no mutant of {module} makes\n    - {was}\n    + {now}" for module, was, now in group.unmatched
                )
            )
        sys.stdout.flush()
    return int(any(100 * group.score < asked.least for group in groups))


if __name__ == "__main__":
    sys.exit(main())
