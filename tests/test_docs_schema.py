"""The reference of the format schema says every setting, in the words of the classes, and every example is right."""

import importlib.util
import re
from pathlib import Path

import pytest

import chitieu as ct
from chitieu.provinces.schema import ProvinceFormat

DOCS = Path(__file__).parents[1] / "docs"
HEAD = ('extends = "standard"', 'slug = "song-hau"', 'name = "Sông Hậu"')


def _generator():
    spec = importlib.util.spec_from_file_location("format_reference", DOCS / "_ext" / "format_reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATOR = _generator()
SETTINGS = list(GENERATOR.settings())
BODY = {setting.path: setting for setting in SETTINGS}


def name(setting):
    return ".".join(setting.path)


def is_table(setting):
    return setting.inner is not None or setting.is_mapping


@pytest.fixture(scope="module")
def page():
    return GENERATOR.reference()


def test_the_page_has_the_place_of_the_settings():
    text = (DOCS / "reference" / "province-format.md").read_text(encoding="utf-8")
    assert text.count(GENERATOR.PLACE) == 1


def test_the_walk_goes_through_the_file_as_the_json_schema_does():
    """Two walks over the same classes find the same keys."""

    def keys(schema, path=()):
        for key, inner in schema.get("properties", {}).items():
            yield (*path, key)
            inside = inner.get("items") or inner.get("additionalProperties") or inner
            under = (*path, key, "*") if isinstance(inner.get("additionalProperties"), dict) else (*path, key)
            yield from keys(inside, under) if isinstance(inside, dict) else ()

    assert [setting.path for setting in SETTINGS] == list(keys(ct.provinces.format_json_schema()))


@pytest.mark.parametrize("setting", SETTINGS, ids=name)
def test_every_setting_has_a_section_with_its_sentence(page, setting):
    anchor = f"({GENERATOR.label(setting.path)})=\n"
    assert page.count(anchor) == 1
    section = page.partition(anchor)[2].partition("\n(format-")[0]
    assert setting.says.endswith(".")
    assert setting.says in section


@pytest.mark.parametrize("setting", [s for s in SETTINGS if not is_table(s) or s.inner is None], ids=name)
def test_every_setting_has_an_example_that_the_schema_allows(page, tmp_path, setting):
    assert setting.example, f"{name(setting)} has no example"
    *tables, key = setting.path
    lines = {"slug": 'slug = "song-hau"', "name": 'name = "Sông Hậu"', "extends": 'extends = "standard"'}
    if setting.is_mapping:
        written = f"[{name(setting)}]\n{setting.example}"
    elif not tables:
        lines[key] = f"{key} = {setting.example}"
        written = ""
    elif tables[0] == "agencies":
        named = {"key": '"thu-nghiem"', "name": '"Trung tâm Thử nghiệm"'} | {key: setting.example}
        written = "[[agencies]]\n" + "\n".join(f"{one} = {value}" for one, value in named.items())
    elif tables[0] == "local_indicators":
        named = {"key": '"thu_nghiem"', "name": '"Số lượt thử nghiệm"'} | {key: setting.example}
        written = "[[local_indicators]]\n" + "\n".join(f"{one} = {value}" for one, value in named.items())
    else:
        path = ["vi-du" if part == "*" else part for part in tables]
        others = 'forms = ["Ví dụ 1:"]\n' if tables[0] == "levels" and key != "forms" else ""
        written = f"[{'.'.join(path)}]\n{others}{key} = {setting.example}"
        if key == "forms":  # its writings belong to a level of standard: take them without standard
            lines.pop("extends")
    file = tmp_path / "form.toml"
    file.write_text("\n".join([*lines.values(), written]), encoding="utf-8")
    assert isinstance(ct.load_format(file), ProvinceFormat)
    assert setting.example in page


def test_what_the_sentence_on_units_names_is_allowed(tmp_path):
    written = re.findall(r'"[^"]+" = "[^"]+"', BODY["units",].says)
    file = tmp_path / "form.toml"
    file.write_text("\n".join([*HEAD, "[units]", *written]), encoding="utf-8")
    assert len(ct.load_format(file).units) == len(written) > 1


def test_agencies_may_be_written_inline_before_the_first_table(tmp_path):
    assert "agencies = [{ … }]" in BODY["agencies",].says
    file = tmp_path / "form.toml"
    lines = [*HEAD, 'agencies = [{ key = "bql", name = "Ban Quản lý Thử nghiệm" }]', "[numbers]", "pad_counts = true"]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert [agency.key for agency in ct.load_format(file).agencies] == ["bql"]


def test_lists_that_are_one_choice_are_said_to_be():
    said = {name(s) for s in SETTINGS if s.is_list and "takes the place" in GENERATOR._extending(s)}
    assert said == {"header.order", "layout.levels"}
