"""The JSON Schema: the shipped file is the generated one, and it allows what the library reads."""

import json
import subprocess
import sys
import tomllib
from datetime import date

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.provinces.json_schema import SCHEMA_FILE, format_json_schema, shipped_schema
from chitieu.provinces.registry import FOLDER

SCHEMA = format_json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def plain(value):
    """Make JSON of TOML: its days are texts there."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def test_the_shipped_file_is_the_generated_one():
    """If this fails: python -m chitieu.provinces.json_schema > src/chitieu/provinces/province-format-1.schema.json."""
    assert json.loads(shipped_schema()) == SCHEMA


def test_the_module_prints_it_and_nothing_else():
    command = [sys.executable, "-W", "error", "-X", "utf8", "-m", "chitieu.provinces.json_schema"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")  # noqa: S603  (our own module)
    assert done.stdout == shipped_schema()
    assert done.stderr == ""


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA_FILE.endswith(".schema.json")


@pytest.mark.parametrize("file", [file.name for file in FOLDER.iterdir()])
def test_the_formats_of_the_library_keep_it(file):
    data = plain(tomllib.loads((FOLDER / file).read_text(encoding="utf-8")))
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


WRONG = [
    {"numbers": {"pad_counts": 1}},
    {"numbers": {"separator": ","}},
    {"numbers": {"pad": True}},
    {"colour": 1},
    {"sections": {"tasks": "a"}},
    {"sections": {"tasks": [""]}},
    {"levels": {"a": {"form": ["-"]}}},
    {"agencies": {"key": "a"}},
    {"valid_to": "tomorrow"},
    {"reporting": {"day": "15"}},
]


@pytest.mark.parametrize("data", WRONG, ids=str)
def test_what_the_library_refuses_it_refuses(data, tmp_path):
    whole = {"slug": "x", "name": "X", **data}
    assert not VALIDATOR.is_valid(whole)
    file = tmp_path / "x.toml"
    lines = [
        f"{key} = {json.dumps(value) if not isinstance(value, dict) else inline(value)}" for key, value in whole.items()
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ct.ProvinceFormatError):
        ct.load_format(file)


def inline(table):
    values = (
        f"{key} = {inline(value) if isinstance(value, dict) else json.dumps(value)}" for key, value in table.items()
    )
    return "{ " + ", ".join(values) + " }"


def objects(schema):
    yield schema
    for inner in schema.get("properties", {}).values():
        yield from objects(inner)


def test_every_setting_is_described():
    for schema in objects(SCHEMA):
        for name, inner in schema.get("properties", {}).items():
            assert inner["description"], name


@given(st.sampled_from([*SCHEMA["properties"]]), st.integers() | st.booleans() | st.lists(st.integers(), min_size=1))
def test_no_setting_takes_any_kind_of_value(name, value):
    assert not VALIDATOR.is_valid({"slug": "x", "name": "X", name: value})
