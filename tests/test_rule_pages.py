"""Every rule has its page, its line in the index, and a Vietnamese sentence that names the same values."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from chitieu.checking import available_rules
from chitieu.checking.runner import _FAILED

FOLDER = Path(__file__).parents[1] / "docs" / "reference" / "rules"
RULES = {rule.code: rule for rule in (*available_rules(), _FAILED) if rule.package == "chitieu"}
PARTS = ["What it demands", "Why", "How sure it is", "An example that fires", "What it leaves alone", "To silence it"]


def names(sentence):
    """Return the fields a sentence names."""
    return {name.partition(".")[0] for _, name, _, _ in Formatter().parse(sentence) if name}


def test_each_rule_has_one_page_and_each_page_a_rule():
    assert {page.stem for page in FOLDER.glob("*.md")} == {*RULES, "index"}


@pytest.mark.parametrize("code", RULES)
def test_a_page_agrees_with_its_rule(code):
    rule, page = RULES[code], (FOLDER / f"{code}.md").read_text(encoding="utf-8")
    head = f"# {code}\n\n**{rule.title}** · {rule.severity.value} · *{rule.title_in('vi')}*\n"
    assert page.startswith(head)
    assert re.findall("^## (.*)$", page, re.MULTILINE) == PARTS
    assert f"{rule.severity.value} [{code}]" in page
    assert f'ct.Silence("{code}", ' in page


@pytest.mark.parametrize("code", RULES)
def test_the_index_lists_it(code):
    index = (FOLDER / "index.md").read_text(encoding="utf-8")
    assert f"| [{code}]({code}.md) | {RULES[code].severity.value} | {RULES[code].title} |\n" in index
    assert f"\n{code}\n" in index


@pytest.mark.parametrize("code", RULES)
def test_the_vietnamese_sentence_names_the_same_values(code):
    rule = RULES[code]
    vietnamese = rule._said(rule.message, 1, "vi")
    assert vietnamese != rule.message
    assert rule.title_in("vi") != rule.title
    assert names(vietnamese) == names(rule.message)
