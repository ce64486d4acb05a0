"""What the rules find of the faults planted in the documents of this folder, what they miss, and what they say that is false.

python tests/documents/score.py [NAME ...] [--write]

`--write` sets down what is missed and false in known.json, and all that is said in findings.json.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import chitieu as ct

__all__ = ["FOLDER", "faults_of", "findings_of", "names", "said_in", "tell", "text_of"]

FOLDER = Path(__file__).resolve().parent
_KNOWN, _SAID = FOLDER / "known.json", FOLDER / "findings.json"


def names() -> list[str]:
    """Return the names of all documents."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def faults_of(name: str) -> list[dict[str, Any]]:
    """Return the faults that can be planted in a document; none for one that is only right."""
    path = FOLDER / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def text_of(name: str, faults: list[dict[str, Any]]) -> str:
    """Return a document with faults planted."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    for fault in faults:
        lines[fault["line"] - 1] = fault["becomes"]
    return "\n".join(lines)


def findings_of(name: str, *, faulty: bool) -> list[ct.Finding]:
    """Return what is found in a document, right or with all its faults."""
    return list(ct.check(ct.parse_plan(text_of(name, faults_of(name) if faulty else []))))


def said_in(findings: Sequence[ct.Finding]) -> list[str]:
    """Return all that findings say: notes too, each with where it stands."""
    return [str(finding).partition("\n")[0] for finding in findings]


def tell(faults: Sequence[Mapping[str, Any]], findings: Sequence[ct.Finding]) -> tuple[list[int], list[list[Any]]]:
    """Return the lines of the faults that no finding tells, and line and code of the findings that tell none.

    Notes are no findings here: they say what was seen, not that it is wrong.
    """
    findings = [finding for finding in findings if finding.severity is not ct.Severity.NOTE]
    seen = {finding.line for finding in findings}
    told = {line for fault in faults for line in fault["told"]}
    missed = [fault["line"] for fault in faults if seen.isdisjoint(fault["told"])]
    return sorted(missed), sorted([one.line, one.code] for one in findings if one.line not in told)


def main(arguments: list[str]) -> None:
    """Print the score of some documents, or of all."""
    known: dict[str, dict[str, Any]] = {"missed": {}, "false": {}}
    said: dict[str, dict[str, list[str]]] = {}
    planted = found = wrong = 0
    for name in [one for one in arguments if not one.startswith("-")] or names():
        faults = faults_of(name)
        right, faulty = (findings_of(name, faulty=faulty) for faulty in (False, True))
        missed, more = tell(faults, faulty)
        false = tell([], right)[1] + more
        said[name] = {"right": said_in(right), "faulty": said_in(faulty)}
        planted, found, wrong = planted + len(faults), found + len(faults) - len(missed), wrong + len(false)
        print(f"{name}: {len(faults) - len(missed)}/{len(faults)}, false {len(false)}")
        for fault in faults:
            if fault["line"] in missed:
                print(f"  missed {fault['line']}: {fault['becomes'][:100]} ({fault['why'][:100]})")
        print(*(f"  false {line}: {code}\n" for line, code in false), sep="", end="")
        if missed:
            known["missed"][name] = missed
        if false:
            known["false"][name] = sorted({tuple(one) for one in false})
    print(f"found {found} of {planted}, false {wrong}")
    if "--write" in arguments:
        _KNOWN.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
        _SAID.write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
