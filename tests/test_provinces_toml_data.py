"""TOML from anywhere: what is no file of ours is refused at once, whatever its size and shape."""

import tomllib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.provinces import toml_data
from chitieu.provinces.toml_data import MAX_DEPTH, MAX_DOTS, TomlError, read_toml


@given(st.dictionaries(st.from_regex("[a-z]{1,8}", fullmatch=True), st.integers(0, 10**6), max_size=5))
def test_data_comes_back(data):
    """Law: what tomllib reads of an ordinary file is what is returned."""
    text = "".join(f"{key} = {value}\n" for key, value in data.items())
    assert read_toml(text, 10_000) == tomllib.loads(text) == data


def test_numbers_are_made_as_asked_for():
    assert read_toml("a = 0.10", 100, Decimal) == {"a": Decimal("0.10")}


@pytest.mark.parametrize(
    ("text", "line", "allowed"),
    [
        ("a = 1" + " " * 1000, None, "size"),
        ("b = 1\na" + ".a" * (MAX_DOTS + 1) + " = 1", 2, "depth"),
        ("a = " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), None, "depth"),
        ("a = " + "[" * 400 + "]" * 400, None, "depth"),
        ("giường y = 1", 1, "toml_key"),
        ("a = 1\nb =", 2, "toml"),
        ("a = " + "9" * 800, None, None),
    ],
)
def test_what_is_refused_has_its_reason_and_line(text, line, allowed):
    if allowed is None:
        assert read_toml(text, 1000)["a"]
        return
    with pytest.raises(TomlError) as info:
        read_toml(text, 1000 if allowed != "depth" else 10_000)
    assert (info.value.problem.line, info.value.problem.allowed) == (line, allowed)
    assert info.value.problem.message("vi")


@pytest.mark.parametrize("text", ["a" + ".a" * 40_000 + " = 1", "a = 1" + " " * 300_000])
def test_what_tomllib_takes_minutes_for_does_not_reach_it(monkeypatch, text):
    def stop(*_args, **_kwargs):
        pytest.fail("it was parsed")

    monkeypatch.setattr(toml_data.tomllib, "loads", stop)
    with pytest.raises(ct.ScoringRuleError):
        ct.parse_scoring_rule(text)
