"""The published JSON Schema of a plan says what from_json takes."""

import json
from contextlib import suppress

import builders
import jsonschema
import pytest
from hypothesis import given

import chitieu as ct
from chitieu.exchange.plan_schema import plan_schema, shipped_plan_schema
from chitieu.testing.skeleton import skeleton_plan

VALIDATOR = jsonschema.Draft202012Validator(plan_schema())


def wrong(document):
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(document)]


def test_the_shipped_file_is_what_the_classes_give():
    """Written anew with `python -m chitieu.exchange.plan_schema`."""
    assert json.loads(shipped_plan_schema()) == plan_schema()
    jsonschema.Draft202012Validator.check_schema(plan_schema())


def test_every_key_is_described():
    described = {
        (name, key)
        for name, definition in plan_schema()["$defs"].items()
        for key, value in definition.get("properties", {}).items()
        if value.get("description") or "$ref" in value
    }
    keys = {(n, key) for n, definition in plan_schema()["$defs"].items() for key in definition.get("properties", {})}
    assert described == keys


@given(builders.plans())
def test_what_is_written_fits(plan):
    """Law: the JSON of any plan fits the schema."""
    assert not wrong(json.loads(ct.to_json(plan)))


def test_the_example_fits(example_plan):
    assert not wrong(json.loads(ct.to_json(example_plan)))


@pytest.mark.parametrize("slug", ct.available_provinces())
def test_the_skeleton_of_every_format_fits(slug):
    form = ct.get_province(slug)
    assert not wrong(json.loads(ct.to_json(ct.parse_plan(skeleton_plan(form), form))))


def test_the_seeds_fit(shared):
    fitting = 0
    for path in sorted((shared / "seeds").glob("*.txt")):
        with suppress(ct.NotAPlanError):
            assert not wrong(json.loads(ct.to_json(ct.read_plan(path))))
            fitting += 1
    assert fitting


TARGET = {"quantity": {"value": "5", "unit": "%"}}
BROKEN = [
    {"number": 5},
    {"nonsense": 1},
    {"issued": "12/01/2026"},
    {"period": "2026-Q5"},
    {"period": "term:2026"},
    {"indicators": {}},
    {"indicators": [{}]},
    {"indicators": [{"name": "a", "more": 1}]},
    {"indicators": [{"name": "a", "span": [3]}]},
    {"indicators": [{"name": "a", "span": [-1, 3]}]},
    {"indicators": [{"name": "a", "targets": [{"quantity": {"value": 5, "unit": "%"}}]}]},
    {"indicators": [{"name": "a", "targets": [{"quantity": {"value": "NaN", "unit": "%"}}]}]},
    {"indicators": [{"name": "a", "targets": [{"quantity": {"value": "5"}}]}]},
    {"indicators": [{"name": "a", "targets": [TARGET | {"bound": "maybe"}]}]},
    {"indicators": [{"name": "a", "targets": [TARGET | {"bound": "between"}]}]},
    {"indicators": [{"name": "a", "targets": [TARGET | {"upper": TARGET["quantity"]}]}]},
    {"indicators": [{"name": "a", "match": {"key": "poor", "confidence": 0.9, "reason": "exact"}}]},
    {"assignments": [{"heading": "a", "tasks": [{"text": "b", "due": "soon"}]}]},
    {"assignments": [{"heading": "a", "tasks": [{"text": "b", "role": "lead"}]}]},
    {"reporting": {"day": True}},
    {"reporting": {"before": "yes"}},
    {"spans": {"title": "1-2"}},
    {"text": "left out"},
]


@pytest.mark.parametrize("plan", BROKEN, ids=str)
def test_what_is_broken_is_refused_by_both(plan):
    document = {"schema": "chitieu/plan/1", "plan": plan}
    assert wrong(document)
    with pytest.raises(ct.DocumentError):
        ct.from_json(json.dumps(document))


@pytest.mark.parametrize(
    "document",
    [[], {}, {"plan": {}}, {"schema": "chitieu/plan/2", "plan": {}}, {"schema": "chitieu/plan/1", "plan": {}, "a": 1}],
)
def test_what_is_no_document_is_refused_by_both(document):
    assert wrong(document)
    with pytest.raises(ct.DocumentError):
        ct.from_json(json.dumps(document))


def test_what_may_be_left_out_may():
    assert not wrong({"schema": "chitieu/plan/1", "plan": {}})
    assert not wrong(
        {
            "schema": "chitieu/plan/1",
            "plan": {"assignments": [{"heading": "a", "tasks": [{"text": "b", "due": "hằng quý"}]}]},
        }
    )
