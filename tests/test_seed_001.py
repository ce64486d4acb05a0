"""A whole real plan, point by point; it stands beside the repository and is not part of it."""

import json
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

import chitieu as ct


@pytest.fixture(scope="module")
def truth(shared):
    return json.loads((shared / "corpus" / "seed-001.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def text(shared):
    (path,) = (shared / "seeds").glob("001_*.txt")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def plan(text):
    return ct.parse_plan(text)


def key(target):
    upper = str(target.upper.value.normalize()) if target.upper else None
    return target.quantity.value, target.quantity.unit.label, target.bound.value, target.change.value, upper


def expected_key(row):
    return Decimal(row["value"]), row["unit"], row["bound"], row["change"], row.get("upper")


def test_header(plan, truth):
    header = truth["header"]
    assert (plan.number, plan.place, plan.issuer) == (header["number"], header["place"], header["issuer"])
    assert plan.issued == date.fromisoformat(header["date"])
    assert plan.period.year == header["year"]


def test_province(plan, text):
    assert plan.province == "ben-tre"
    assert ct.detect_province(text)[0].slug == "ben-tre"


@pytest.mark.parametrize("at", range(21))
def test_indicator(plan, truth, at):
    item, expected = plan.indicators[at], truth["indicators"][at]
    read = [(part, target) for part in item.walk() for target in part.targets]
    assert item.number == str(expected["no"])
    assert [key(target) for _, target in read] == [expected_key(row) for row in expected["targets"]]
    for (part, _), row in zip(read, expected["targets"], strict=True):
        if row.get("name"):
            assert row["name"].lower() in part.name.lower()


def test_there_are_49_targets(plan, truth):
    assert len(plan.indicators) == len(truth["indicators"])
    assert sum(1 for _ in plan.targets()) == sum(len(row["targets"]) for row in truth["indicators"]) == 49


@pytest.mark.parametrize("at", range(26))
def test_section(plan, truth, at):
    section, expected = plan.assignments[at], truth["agencies"][at]
    assert section.number == str(expected["no"])
    assert expected["name"] in section.heading or expected["name"] == " và ".join(map(str, section.agencies))
    assert len(section.tasks) == expected["tasks"]
    assert all(task.lead for task in section.tasks)


def test_section_targets(plan, truth):
    """Every value is read in its section; a counted noun may carry more words than the truth has."""
    for row in truth["section_targets"]:
        value, unit, *rest = expected_key(row)
        read = [key(target) for task in plan.assignments[row["agency"] - 1].tasks for target in task.targets]
        assert any(got[0] == value and f"{got[1]} ".startswith(f"{unit} ") and list(got[2:]) == rest for got in read), (
            row
        )


def test_references(plan, text, truth):
    found = {mention.value.number for mention in ct.find_references(text)}
    assert set(truth["references"]) <= found
    assert {reference.number for reference in plan.references()} <= found
    assert [reference.number for reference in plan.bases] == ["01/NQ-CP", "09-NQ/TU", "31/2022/NQ-HĐND"]


def test_reporting(plan, truth):
    assert [often.value for often in plan.reporting.frequencies] == truth["header"]["reports"]
    assert plan.reporting.day == 15
    assert [day.month for day in plan.reporting.deadlines(2023)] == [3, 6, 9, 12]


def test_closing(plan, truth):
    header = truth["header"]
    assert plan.signatory.name == header["signer"]
    assert len(plan.recipients) == header["recipients"]
    assert [appendix.label for appendix in plan.appendices] == header["appendices"]
    assert not any(appendix.present for appendix in plan.appendices)
    assert [(note.mark, note.text) for note in plan.footnotes] == [("1", None), ("2", None), ("3", None), ("4", None)]


def test_budget_targets_say_who_set_them(plan):
    kinds = [part.kind for part in plan.indicators[5].walk() if part.kind is not ct.TargetKind.PLANNED]
    assert kinds == [ct.TargetKind.ASSIGNED, ct.TargetKind.STRIVING]


def test_spans_slice_back_to_what_they_claim(plan, text):
    def words(span):
        return " ".join(span.of(text).split())

    assert words(plan.spans["number"]) == plan.number
    assert words(plan.spans["place"]) == plan.place
    assert words(plan.spans["issuer"]) == plan.issuer
    assert ct.parse_date(words(plan.spans["issued"])) == plan.issued
    for item in plan.indicators:
        assert words(item.span) == item.text
    for _, target in plan.targets():
        assert ct.format_number(target.quantity.value) in words(target.span).replace(" 0", " ")
    for section in plan.assignments:
        assert [words(task.span) for task in section.tasks] == [task.text for task in section.tasks]
        assert [words(agency.span) for agency in section.agencies] == [agency.name for agency in section.agencies]
    for recipient in plan.recipients:
        assert words(recipient.span).rstrip(" ;.") == recipient.text
    for note in plan.footnotes:
        assert words(note.span) == f"[{note.mark}]"


def test_sections_stand_in_order_and_apart(plan):
    spans = [section.span for section in plan.assignments]
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_it_survives_json(plan):
    assert ct.from_json(ct.to_json(plan)) == plan


def test_a_news_item_is_no_plan(shared):
    (path,) = (shared / "seeds").glob("000_*.txt")
    with pytest.raises(ct.NotAPlanError):
        ct.read_plan(path)
