"""Whole documents with planted faults (tests/documents): each is told where it stands, and nothing else is."""

from __future__ import annotations

import json

import pytest
from documents.score import FOLDER, faults_of, findings_of, names, said_in, tell

KNOWN = json.loads((FOLDER / "known.json").read_text(encoding="utf-8"))
SAID = json.loads((FOLDER / "findings.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [name for name in names() if faults_of(name)])
def test_every_planted_fault_is_told(name):
    """All faults of a document, planted together, are told but for those that are known to be missed; nothing else is told.

    All that is said has its place, its code and its numbers as they are written down. A change of these is no fault by itself:
    `python tests/documents/score.py --write` writes them anew, and the difference shows what rules now say of whole documents.
    """
    findings = findings_of(name, faulty=True)
    missed, false = tell(faults_of(name), findings)
    assert missed == KNOWN["missed"].get(name, [])
    assert [one for one in false if one not in KNOWN["false"].get(name, [])] == []
    assert said_in(findings) == SAID[name]["faulty"]


@pytest.mark.parametrize("name", names())
def test_a_right_document_has_no_finding(name):
    """A right document is silent but for the findings that are known to be false, and for the notes written down."""
    findings = findings_of(name, faulty=False)
    _, false = tell([], findings)
    assert [one for one in false if one not in KNOWN["false"].get(name, [])] == []
    assert said_in(findings) == SAID[name]["right"]


def test_what_is_known_is_of_documents():
    assert {*KNOWN["missed"], *KNOWN["false"]} <= set(SAID) == set(names())
