"""The short way between plans and JSON does what the long one does, and leaves to it what it must not decide."""

import builtins
import json
from unittest.mock import patch

import builders
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.exchange import json as long_way
from chitieu.exchange.fast_json import fast_json

FAST = fast_json(long_way.SCHEMA)


def without_msgspec():
    return patch.object(long_way, "fast_json", lambda _schema: None)


@given(builders.plans())
def test_both_ways_write_the_same(plan):
    """Law: the text of a plan does not depend on the way it is written."""
    with without_msgspec():
        text = ct.to_json(plan)
    assert ct.to_json(plan) == text


@given(builders.plans())
def test_both_ways_read_the_same(plan):
    """Law: the plan that is read does not depend on the way it is read, spans and digits included."""
    text = ct.to_json(plan)
    with without_msgspec():
        expected = ct.from_json(text)
    again = ct.from_json(text)
    assert again == expected
    assert ct.to_json(again) == ct.to_json(expected) == text


def test_the_short_way_is_taken(example_plan):
    """Else nothing here would be tested."""
    text = FAST.write(example_plan)
    assert text == ct.to_json(example_plan)
    assert FAST.read(text) == example_plan


ODD = st.sampled_from(
    [None, 0, -1, 2, 1.0, 3.5, True, "", "x", "5", " 5 ", "1_0", "NaN", "2026", "2026-01-01", "20260101", "2026-W01-1", "2026-13", "poor", "at_least",
     "between", "lead", [], [1, 2], [2.0, 3.0], [1, True], [1], [1, 2, 3], ["a"], {}, {"value": "5", "unit": "%"}, {"unit": "%", "value": "5"},
     {"value": 5, "unit": "%"}, {"value": "5"}, {"a": 1}, 2**70, "\ud800"]
)  # fmt: skip


def places(value, path=()):
    """Give every place in a document."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, (*path, key))


def changed(document, path, how, odd):
    document = json.loads(json.dumps(document))
    if not path:
        return odd
    at = document
    for key in path[:-1]:
        at = at[key]
    if how == "replace":
        at[path[-1]] = odd
    elif how == "drop":
        del at[path[-1]]
    elif isinstance(at, dict):
        at["more"] = odd
    else:
        at.append(odd)
    return document


@given(builders.plans(), st.data())
def test_both_ways_refuse_the_same(plan, data):
    """Law: a document changed anywhere is read to the same plan or refused with the same words."""
    document = json.loads(ct.to_json(plan))
    path = data.draw(st.sampled_from(list(places(document))))
    how = data.draw(st.sampled_from(["replace", "drop", "add"]))
    text = json.dumps(changed(document, path, how, data.draw(ODD)))

    def outcome():
        try:
            return ct.to_json(ct.from_json(text))
        except ct.DocumentError as error:
            return str(error)

    with without_msgspec():
        expected = outcome()
    assert outcome() == expected


@pytest.mark.parametrize("extra", ["", " ", "\n", "x", "\ufeff"])
def test_what_stands_around_a_document(extra):
    text = ct.to_json(ct.Plan(number="1/KH-UBND"))
    for whole in (extra + text, text + extra):
        with without_msgspec():
            try:
                expected = ct.from_json(whole)
            except ct.DocumentError as error:
                expected = str(error)
        try:
            found = ct.from_json(whole)
        except ct.DocumentError as error:
            found = str(error)
        assert found == expected


def test_units_of_an_application_are_known_inside_their_block_only():
    """The same label is another unit inside `register_unit`; nothing read before or after is mixed up with it."""
    text = ct.to_json(ct.Plan(indicators=(ct.PlannedIndicator("x", targets=(ct.Target(ct.Quantity(5, "giạ")),)),)))

    def factor():
        return ct.from_json(text).indicators[0].targets[0].quantity.unit.factor

    before = factor()
    with ct.register_unit("giạ", size=(20, "kg")):
        inside = factor()
    assert (before, factor()) == (1, 1)
    assert inside != before


def test_a_program_without_msgspec_reads_and_writes(monkeypatch, example_plan):
    """It makes it faster, not possible: other Pythons than CPython have none."""
    real = builtins.__import__

    def blocked(name, *args, **kwargs):
        if name.partition(".")[0] == "msgspec":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    fast_json.cache_clear()
    monkeypatch.setattr(builtins, "__import__", blocked)
    try:
        assert fast_json(long_way.SCHEMA) is None
        assert ct.from_json(ct.to_json(example_plan)) == example_plan
    finally:
        fast_json.cache_clear()
