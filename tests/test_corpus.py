"""How well lines of plans of many provinces are read; the rules of matching are in `scoring`."""

from pathlib import Path

import pytest
import scoring

DATA = Path(__file__).parent / "data"
LEAST = 0.97


@pytest.mark.parametrize("name", ["lines", "lines_more"])
def test_targets_of_own_lines(name):
    score = scoring.score_targets(DATA / f"{name}.jsonl")
    assert score.f1 >= LEAST, score.wrong


@pytest.mark.parametrize("name", ["references", "references_more"])
def test_references_of_own_lines(name):
    score = scoring.score_references(DATA / f"{name}.jsonl")
    assert score.f1 >= LEAST, score.wrong


def test_targets_of_shared_lines(shared):
    score = scoring.score_targets(shared / "corpus" / "lines.jsonl")
    assert score.f1 >= LEAST, score.wrong


def test_references_of_shared_lines(shared):
    score = scoring.score_references(shared / "corpus" / "refs.jsonl")
    assert score.f1 >= LEAST, score.wrong


def test_the_score_sees_what_is_wrong(tmp_path):
    """A scorer that cannot fail proves nothing: a missed value, a wrong bound and a spurious one all count."""
    lines = tmp_path / "lines.jsonl"
    lines.write_text(
        '{"id": "1", "text": "đạt 5%", "expect": [{"value": "6", "unit": "%", "bound": "exact"}]}\n'
        '{"id": "2", "text": "trên 5%", "expect": [{"value": "5", "unit": "%", "bound": "exact"}]}\n'
        '{"id": "3", "text": "trên 5%", "expect": [{"value": "5", "unit": "%", "bound": "more_than"}]}\n',
        encoding="utf-8",
    )
    score = scoring.score_targets(lines)
    assert (score.wanted, score.read, score.right, len(score.wrong)) == (3, 3, 1, 3)
