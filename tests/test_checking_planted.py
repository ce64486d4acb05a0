"""Invented plans of many kinds: silent as they are, and with faults planted each fault is found and nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import chitieu as ct

FOLDER = Path(__file__).parent / "data" / "faulty-plans"
PLANS = tomllib.loads((FOLDER / "faults.toml").read_text(encoding="utf-8"))["plan"]
FALSE_ALARMS = 1
"""So many findings beside the faults a plan may have."""


def read(text, folder):
    file = folder / "plan.txt"
    file.write_text(text, encoding="utf-8")
    return ct.read_plan(file)


def beside(record, folder):
    if "beside" not in record:
        return ()
    return (read((FOLDER / record["beside"]).read_text(encoding="utf-8"), folder),)


def lines(text, start, end):
    """Return the numbers of the lines of a range."""
    return range(text.count("\n", 0, start), text.count("\n", 0, end) + 1)


def about(finding, text):
    """Return the lines a finding speaks of."""
    spans = [span for span in (finding.span, *finding.related) if span is not None]
    return {line for span in spans for line in lines(text, span.start, span.end)}


@pytest.mark.parametrize("record", PLANS, ids=lambda record: record["file"])
def test_a_good_plan_is_silent(record, tmp_path):
    plan = read((FOLDER / record["file"]).read_text(encoding="utf-8"), tmp_path)
    assert not [str(finding) for finding in ct.check(plan, *beside(record, tmp_path))]


@pytest.mark.parametrize("record", PLANS, ids=lambda record: record["file"])
def test_every_planted_fault_is_found(record, tmp_path):
    text = (FOLDER / record["file"]).read_text(encoding="utf-8")
    for fault in record["fault"]:
        assert text.count(fault["has"]) == 1
        text = text.replace(fault["has"], fault["gets"])
    plan = read(text, tmp_path)
    findings = ct.check(plan, *beside(record, tmp_path))
    used = set()
    for fault in record["fault"]:
        at = plan.text.index(fault["gets"])
        wanted = set(lines(plan.text, at, at + len(fault["gets"])))
        here = {finding for finding in findings if wanted & about(finding, plan.text)}
        assert any(finding.code in fault["rules"] for finding in here), fault
        used |= here
    assert len(set(findings) - used) <= FALSE_ALARMS
