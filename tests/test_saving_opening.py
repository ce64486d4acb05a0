"""Plans from files of every kind: what was written as JSON comes back as it is, whatever the file is called."""

import io
import json
import shutil
from pathlib import Path

import builders
import pytest
from hypothesis import given

import chitieu as ct
from chitieu.saving.files import plan_suffixes
from chitieu.sources.opening import document_of


@given(builders.plans())
def test_what_to_json_writes_is_read(plan):
    """Law: read_plan(to_json(plan)) == plan, with spans and digits."""
    again = ct.read_plan(ct.to_json(plan).encode())
    assert again == plan
    assert ct.to_json(again) == ct.to_json(plan)


@pytest.mark.parametrize("suffix", [one for one in plan_suffixes() if one != ".md"])
def test_what_write_plan_writes_is_read(example_plan, tmp_path, suffix):
    path = tmp_path / f"ke-hoach{suffix}"
    ct.write_plan(example_plan, path)
    assert ct.read_plan(path) == example_plan
    assert path in ct.find_plan_files(tmp_path)
    assert [row.plan for row in ct.read_plans(tmp_path)] == [example_plan]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("indent", [None, 2])
def test_json_as_programs_and_editors_store_it(example_plan, tmp_path, encoding, indent):
    path = tmp_path / "ke-hoach.json"
    path.write_text("\n" + ct.to_json(example_plan, indent=indent), encoding=encoding)
    assert ct.read_plan(path) == example_plan


def test_json_is_told_by_its_schema_where_the_name_says_nothing(example_plan, tmp_path):
    text = ct.to_json(example_plan)
    backwards = json.dumps(dict(reversed(json.loads(text).items())), ensure_ascii=False)
    assert ct.read_plan(io.BytesIO(backwards.encode())) == example_plan
    (tmp_path / "download").write_text(text, encoding="utf-8")
    assert ct.read_plan(tmp_path / "download") == example_plan


def test_a_plan_from_json_keeps_its_province(example_text):
    plan = ct.parse_plan(example_text, "ben-tre")
    assert ct.read_plan(ct.to_json(plan).encode(), "ca-mau").province == "ben-tre"


def test_a_document_that_speaks_of_json_is_a_document(example_text):
    text = f"{example_text}\n{{ chitieu/plan/1 }}\n"
    assert ct.read_plan(text.encode()) == ct.parse_plan(text)


def test_a_document_already_read_may_be_given(example_path, example_plan):
    assert ct.read_plan(document_of(example_path.read_bytes(), "x.txt")) == example_plan


WRONG = {
    "{": "document.json",
    "Kế hoạch": "document.json",
    "{}": "document.other",
    '{"type": "FeatureCollection"}': "document.other",
    '{"schema": "chitieu/plan/9", "plan": {}}': "document.version",
    '{"schema": "chitieu/plan/1", "plan": {"number": 5}}': "document.schema",
}


@pytest.mark.parametrize("text", WRONG)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_json_that_is_no_plan_is_refused_with_file_and_place(tmp_path, text, language):
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ct.DocumentError) as info:
        ct.read_plan(path)
    assert info.value.code == WRONG[text]
    assert info.value.path.startswith("$")
    assert info.value.message(language).startswith(f"{path}: ")


@pytest.mark.parametrize(("data", "code"), [(b"", "source.empty"), (b"\x00\x01\x02", "source.binary")])
def test_json_that_is_no_text_is_refused(tmp_path, data, code):
    path = tmp_path / "a.json"
    path.write_bytes(data)
    with pytest.raises(ct.SourceError) as info:
        ct.read_plan(path)
    assert (info.value.code, info.value.path) == (code, str(path))


def test_of_the_json_in_a_folder_plans_are_read(example_path, example_plan, tmp_path):
    """By the name of their schema, which stands at one end; what is damaged behind it is a row with its error."""
    shutil.copy(example_path, tmp_path / "a.txt")
    text = ct.to_json(example_plan)
    turned = json.dumps(dict(reversed(json.loads(text).items())), ensure_ascii=False, indent=1)
    (tmp_path / "b.json").write_text(turned, encoding="utf-16")
    (tmp_path / "c.json").write_text(text[:-5], encoding="utf-8")
    (tmp_path / "d.json").write_text(text.replace("plan/1", "plan/9"), encoding="utf-8")
    (tmp_path / "package.json").write_text("{}", encoding="utf-8")
    (tmp_path / "empty.json").write_text("", encoding="utf-8")
    (tmp_path / "schema.json").write_text(json.dumps(ct.plan_schema(), indent=2), encoding="utf-8")
    rows = {row.path.name: row for row in ct.read_plans(tmp_path, workers=2)}
    assert list(rows) == ["a.txt", "b.json", "c.json", "d.json"]
    assert rows["a.txt"].plan == rows["b.json"].plan == example_plan
    assert [rows[name].error.code for name in ("c.json", "d.json")] == ["document.json", "document.version"]
    assert rows["c.json"].error.message("vi").startswith(str(tmp_path / "c.json"))
    assert [row.error.code for row in ct.read_plans([tmp_path / "package.json"])] == ["document.other"]


def test_json_that_may_not_be_opened_is_no_less_a_file(tmp_path, monkeypatch):
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")

    def closed(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    assert [path.name for path in ct.find_plan_files(tmp_path)] == ["a.json"]


@pytest.mark.parametrize("command", ["read", "check", "tasks"])
def test_commands_take_a_plan_from_json(call, example_plan, tmp_path, command):
    path = tmp_path / "ke-hoach.json"
    ct.write_plan(example_plan, path)
    status, out, err = call(command, path)
    assert status == 0
    assert out
    assert ("without the text" in err) == (command == "check")
    path.write_text("{}", encoding="utf-8")
    status, _, err = call(command, path, "--lang", "vi")
    assert status == 1
    assert err.count(str(path)) == 1


@pytest.mark.parametrize(
    "command", [("read",), ("tasks",), ("check",), ("report", "-o", "{}/out.html"), ("progress", "{}/results.csv")]
)
def test_every_command_takes_a_format_by_its_file(call, example_path, tmp_path, command):
    """And a plan from JSON that was read with a format nobody has here."""
    form = tmp_path / "song-hau.toml"
    form.write_text('extends = "standard"\nslug = "song-hau"\nname = "Sông Hậu"\n', encoding="utf-8")
    (tmp_path / "results.csv").write_text("Chỉ tiêu;ĐVT;TH năm 2026\nTỷ lệ hộ nghèo;%;1,3\n", encoding="utf-8")
    name, *rest = (word.format(tmp_path) for word in command)
    plan = ct.read_plan(example_path, ct.load_format(form))
    ct.write_plan(plan, tmp_path / "plan.json", "standard")
    for file, *options in ((example_path, "--province", form), (tmp_path / "plan.json",)):
        status, _, err = call(name, file, *rest, *options)
        assert (status, err) == (0, "") or (name == "check" and "without the text" in err)


def test_a_folder_is_read_with_a_format_from_its_file(call, example_path, tmp_path):
    form = tmp_path / "song-hau.toml"
    form.write_text('extends = "standard"\nslug = "song-hau"\nname = "Sông Hậu"\n', encoding="utf-8")
    shutil.copy(example_path, tmp_path / "a.txt")
    status, _, err = call("corpus", tmp_path, "-o", tmp_path / "tables", "--province", form, "--workers", "2")
    assert (status, err) == (0, "")
    assert [row.plan.province for row in ct.read_plans([tmp_path / "a.txt"], province=ct.load_format(form))] == [
        "song-hau"
    ]
