"""Whole documents with planted faults (tests/documents): each is told where it stands, and nothing else is."""

from __future__ import annotations

import json

import pytest
from documents.score import FOLDER, faults_of, names, tell

KNOWN = json.loads((FOLDER / "known.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [name for name in names() if faults_of(name)])
def test_every_planted_fault_is_told(name):
    """All faults of a document, planted together, are told but for those that are known to be missed; nothing else is told."""
    missed, false = tell(name, faults_of(name))
    assert missed == KNOWN["missed"].get(name, [])
    assert [one for one in false if one not in KNOWN["false"].get(name, [])] == []


@pytest.mark.parametrize("name", names())
def test_a_right_document_has_no_finding(name):
    """A right document is silent but for the findings that are known to be false."""
    _, false = tell(name, [])
    assert [one for one in false if one not in KNOWN["false"].get(name, [])] == []


def test_what_is_known_is_of_documents():
    assert {*KNOWN["missed"], *KNOWN["false"]} <= set(names())
