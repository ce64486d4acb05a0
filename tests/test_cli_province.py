"""``chitieu province``: list, show, check, schema and new."""

import json
import os
import re
import subprocess
import sys
import tomllib
from functools import partial

import jsonschema
import pytest
from distributions import describe, install_toml, toml

import chitieu as ct
from chitieu.cli.scaffold import write_plugin
from chitieu.cli.toml_text import toml_lines
from chitieu.provinces.json_schema import format_json_schema, shipped_schema
from chitieu.provinces.loading import settings_of
from chitieu.testing.conformance.samples import find_samples

EXAMPLE = "examples/chitieu-lang-son"
OWN = [slug for slug in ct.available_provinces() if ct.provinces.province_home(slug) == "chitieu"]


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch, request):
    monkeypatch.chdir(request.config.rootpath)
    monkeypatch.setattr(ct.provinces.registry, "_warned", set())
    # The laws of the kit have tests of their own; here a few examples of each do.
    monkeypatch.setattr(ct.testing, "check_format", partial(ct.testing.check_format, max_examples=2))


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


# --- list ---------------------------------------------------------------------------------------------------


def test_the_list_names_every_format(call):
    status, out, err = call("province", "list")
    assert (status, err) == (0, "")
    assert set(OWN) <= set(out.split())
    assert "until" in out


def test_the_list_in_vietnamese(call):
    assert "đến" in call("province", "list", "--lang", "vi")[1]


def test_the_list_as_json(call):
    status, out, _ = call("province", "list", "--json")
    found = {item["slug"]: item for item in json.loads(out)}
    assert status == 0
    assert found["ben-tre"] == {
        "slug": "ben-tre", "name": "Bến Tre", "areas": ["83-legacy"], "valid_from": None, "valid_to": "2025-06-30",
        "home": "chitieu", "error": None,
    }  # fmt: skip


def test_the_list_names_plugins_and_what_is_wrong_with_them(call, site):
    install_toml(site, "on", version="2.1")
    install_toml(site, "chua-on", toml("chua-on", more="[numbers]\npad_counts = 1\n"))
    install_toml(site, "trung", name="goi-trung-a")
    install_toml(site, "trung", name="goi-trung-b")
    install_toml(site, "ben-tre")
    status, out, err = call("province", "list", "--json")
    found = {(item["slug"], item["home"]): item for item in json.loads(out)}
    assert status == 0
    assert found["on", "goi-on 2.1"]["error"] is None
    assert "'numbers.pad_counts' is 1" in found["chua-on", "goi-chua-on 1.0"]["error"]
    assert "goi-trung-a 1.0" in found["trung", "goi-trung-a 1.0 and goi-trung-b 1.0"]["error"]
    assert "passed over" in found["ben-tre", "goi-ben-tre 1.0"]["error"]
    assert found["ben-tre", "chitieu"]["error"] is None
    (warning,) = err.splitlines()
    assert warning.startswith("chitieu: goi-ben-tre 1.0 (goi_ben_tre:f.toml) offers 'ben-tre'")
    assert "✗" in call("province", "list")[1]


# --- show ---------------------------------------------------------------------------------------------------


def test_show_prints_settings_in_force(call):
    status, out, err = call("province", "show", "ben-tre")
    assert (status, err) == (0, "")
    assert re.search(r"numbers\.pad_counts +true", out)
    assert '"chỉ tiêu"' in out


def test_show_says_where_a_setting_comes_from(call):
    out = call("province", "show", "ben-tre", "--origin")[1]
    assert re.search(r"numbers\.pad_counts +true +ben-tre +false", out)
    assert re.search(r"numbers\.minus +\"-\" +standard", out)


def test_show_of_a_path_and_of_a_folder_is_the_same(call):
    file = f"{EXAMPLE}/src/chitieu_lang_son/lang_son.toml"
    by_file, by_folder = (call("province", "show", path, "--origin", "--json") for path in (file, EXAMPLE))
    assert by_file == by_folder
    found = {item["key"]: item for item in json.loads(by_file[1])}
    assert found["numbers.pad_counts"] == {
        "key": "numbers.pad_counts", "value": True, "format": "lang-son", "overrides": False,
    }  # fmt: skip


def test_show_as_json_holds_every_setting(call):
    shown = json.loads(call("province", "show", "ben-tre", "--json")[1])
    assert set(shown) == set(format_json_schema()["properties"])
    assert shown["valid_to"] == "2025-06-30"


@pytest.mark.parametrize("slug", OWN)
def test_show_as_toml_is_the_whole_format(call, slug, tmp_path):
    """Law: the file that is written, which builds on no other, is the same format."""
    file = tmp_path / "whole.toml"
    file.write_text(call("province", "show", slug, "--toml")[1], encoding="utf-8")
    whole, own = settings_of(ct.load_format(file)), settings_of(ct.get_province(slug))
    assert {**whole, "extends": None} == {**own, "extends": None}


@pytest.mark.parametrize(
    "args",
    [
        ["show", "atlantis"],
        ["show", "../atlantis"],
        ["show", "."],
        ["show", "tests"],
        ["show"],
        ["show", "ben-tre", "--toml", "--json"],
        ["check", "atlantis"],
        ["check", "ben-tre", "--samples", "no/such/folder"],
        ["new", "Lạng Sơn"],
        ["new", "ben-tre"],
        ["list", "--lang", "fr"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_calls_are_status_two(call, args):
    status, out, err = call("province", *args)
    assert (status, out) == (2, "")
    assert err
    assert "Traceback" not in err


@pytest.mark.parametrize("command", ["show", "check"])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_wrong_file_is_told_line_by_line(call, tmp_path, command, language):
    file = tmp_path / "x.toml"
    file.write_text(toml("x", more="[numbers]\npad_counts = 1\nseparater = '.'\n"), encoding="utf-8")
    status, out, err = call("province", command, file, "--lang", language)
    assert (status, out) == (1, "")
    first, second = err.splitlines()
    assert first.startswith(f"chitieu: {file}:6: 'numbers.pad_counts' ")
    assert second.startswith(f"chitieu: {file}:7: 'numbers.separater' ")


def test_a_file_of_another_ending_is_read_as_a_format(call, tmp_path):
    file = tmp_path / "format.txt"
    file.write_text("root:x:0:0", encoding="utf-8")
    status, _, err = call("province", "check", file)
    assert status == 1
    assert "the file is not TOML" in err


@pytest.mark.parametrize("name", ["none.toml", "tests", "x\n\x1b[31m.toml"])
def test_what_cannot_be_read_is_one_line(call, tmp_path, name):
    status, _, err = call("province", "show", tmp_path / name)
    assert status in (1, 2)
    assert err.count("\n") == 1
    assert "\x1b" not in err


def project(folder, entry):
    folder.mkdir(exist_ok=True)
    (folder / "pyproject.toml").write_text(
        f'[project]\nname = "x"\n[project.entry-points."chitieu.provinces"]\n{entry}\n', encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("", "no entry point in the group chitieu.provinces"),
        ('x = "goi:FORMAT"', "is code, not a TOML file"),
        ('x = "goi:x.toml"', "there is no such file"),
        ('x = "goi:x.toml"\ny = "goi:y.toml"', "offers several formats"),
        ("x = 3", "is code"),
    ],
)
def test_folders_that_are_no_plugin_of_one_file(call, tmp_path, entry, said):
    status, _, err = call("province", "show", project(tmp_path / "p", entry))
    assert status == 2
    assert said in err


def test_a_folder_without_src_is_found_too(call, tmp_path):
    folder = project(tmp_path / "p", 'x = "goi.trong:x.toml"')
    (folder / "goi" / "trong").mkdir(parents=True)
    (folder / "goi" / "trong" / "x.toml").write_text(toml("x"), encoding="utf-8")
    assert call("province", "show", folder)[0] == 0


def test_a_slug_wins_over_a_folder_of_its_name(call, tmp_path, monkeypatch):
    project(tmp_path / "ben-tre", 'x = "goi:x.toml"')
    monkeypatch.chdir(tmp_path)
    assert call("province", "show", "ben-tre")[0] == 0
    assert call("province", "show", "./ben-tre")[0] == 2


# --- check --------------------------------------------------------------------------------------------------


def test_the_example_is_right(call):
    status, out, err = call("province", "check", EXAMPLE)
    assert (status, err) == (0, "")
    assert out.rstrip().endswith("The format is right.")
    assert re.search(r"passed +samples-read", out)


def test_a_wrong_sample_fails(call, tmp_path):
    (tmp_path / "a.toml").write_text('[[lines]]\ntext = "Đạt 7%"\ntargets = ["8%"]\n', encoding="utf-8")
    status, out, _ = call("province", "check", EXAMPLE, "--samples", tmp_path, "--json")
    report = json.loads(out)
    assert (status, report["ok"], report["slug"]) == (1, False, "lang-son")
    (wrong,) = [result for result in report["results"] if result["outcome"] == "failed"]
    assert wrong["id"] == "samples-read"
    assert "8%" in wrong["mismatches"][0]["expected"]


def test_a_wrong_format_fails_in_vietnamese(call, tmp_path):
    file = tmp_path / "x.toml"
    file.write_text(toml("x", more='[sections]\ntasks = ["nhiệm vụ"]\nindicators = ["nhiệm vụ"]\n'), encoding="utf-8")
    status, out, _ = call("province", "check", file, "--lang", "vi")
    assert status == 1
    assert "Định dạng chưa đạt" in out


def test_without_hypothesis_it_says_what_to_install():
    code = "import sys; sys.modules['hypothesis'] = None; from chitieu.cli import main; main()"
    command = [sys.executable, "-c", code, "province", "check", "ben-tre"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")  # noqa: S603  (our own command)
    assert done.returncode == 1
    assert "chitieu[testing]" in done.stderr
    assert done.stderr.count("\n") == 1


# --- schema, terminals --------------------------------------------------------------------------------------


def test_the_schema_is_printed(call):
    assert call("province", "schema") == (0, shipped_schema(), "")


@pytest.mark.parametrize("args", [["--help"], ["list", "--help"], ["show", "--help"], ["new", "--help"]], ids=" ".join)
def test_helps(call, args):
    assert call("province", *args)[0] == 0


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("args", [["list"], ["show", "lao-cai"], ["show", "lao-cai", "--origin"]], ids=" ".join)
def test_no_line_is_wider_than_the_terminal_and_nothing_is_cut(call, monkeypatch, args, columns):
    import rich  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415

    monkeypatch.setattr(rich, "_console", Console(width=columns))
    out = call("province", *args)[1]
    assert max(map(len, out.splitlines())) <= columns
    assert "thua-thien-hue" in out or args[0] == "show"
    assert '"kế hoạch' in out or args[0] == "list"


@pytest.mark.parametrize("environment", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"TERM": "dumb"}], ids=str)
def test_piped_output_is_plain_utf8(environment):
    code = "from chitieu.cli import main; main()"
    command = [sys.executable, "-W", "error", "-c", code, "province", "list"]
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("COV_", "PYTHON", "LC_", "LANG"))}
    done = subprocess.run(command, capture_output=True, check=True, env=clean | environment)  # noqa: S603  (our own command)
    assert "Bến Tre" in done.stdout.decode("utf-8")
    assert b"\x1b" not in done.stdout


def test_toml_of_odd_values_reads_back():
    data = {"a b": 'x"\\\ty', "đ": {"": [True, 3], "c": {"d": "\uf0b7"}}, "t": [{"x": "1"}, {"y": {"z": 2}}]}
    assert tomllib.loads("\n".join(toml_lines(data))) == data


# --- new ----------------------------------------------------------------------------------------------------


def test_a_new_plugin_has_all_it_needs(call, tmp_path):
    status, out, err = call("province", "new", "cao-bang", "--into", tmp_path)
    folder = tmp_path / "chitieu-cao-bang"
    assert (status, err) == (0, "")
    assert str(folder) in out
    files = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    assert files == {
        ".gitignore", "README.md", "pyproject.toml", "province-format-1.schema.json",
        "src/chitieu_cao_bang/__init__.py", "src/chitieu_cao_bang/cao_bang.toml",
        "tests/test_cao_bang.py", "tests/samples/ke-hoach-mau.txt", "tests/samples/ke-hoach-mau.toml",
    }  # fmt: skip
    text = (folder / "src/chitieu_cao_bang/cao_bang.toml").read_text(encoding="utf-8")
    assert text.startswith("#:schema ../../province-format-1.schema.json\n")
    assert (folder / "province-format-1.schema.json").read_text(encoding="utf-8") == shipped_schema()
    assert "Cao Bằng" in text
    assert not any("$" in file.read_text(encoding="utf-8") for file in folder.rglob("*.toml"))


def test_a_new_plugin_passes_at_once(call, tmp_path):
    """Its own tests, with what an installer leaves behind made by hand; `.ci/run` installs one and runs them all."""
    call("province", "new", "da-nang", "--into", tmp_path)
    folder = tmp_path / "chitieu-da-nang"
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    describe(tmp_path / "site", project["name"], project["version"], project["entry-points"]["chitieu.provinces"])
    path = os.pathsep.join(map(str, (tmp_path / "site", folder / "src")))
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "COV_"))}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "loads or metadata or samples"]
    done = subprocess.run(  # noqa: S603  (our own command)
        command, cwd=folder, capture_output=True, text=True, check=False, env=clean | {"PYTHONPATH": path}
    )
    assert done.returncode == 0, done.stdout
    assert re.search(r"^\d passed", done.stdout, re.MULTILINE)


SLUGS = sorted({area.slug for area in ct.areas.by_id().values()} - set(ct.available_provinces()))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_province_can_have_one(slug, tmp_path):
    """Law: for every province of the catalogue the format loads, names its records, and reads its sample."""
    written = write_plugin(slug, None, tmp_path)
    form = ct.load_format(written.format_file)
    assert form.areas == tuple(area.id for area in written.areas) != ()
    (sample,) = find_samples(written.folder / "tests" / "samples")
    with ct.provinces.using(form):
        assert list(sample.differences(form)) == []


def test_nothing_is_overwritten(call, tmp_path):
    assert call("province", "new", "cao-bang", "--into", tmp_path)[0] == 0
    mark = tmp_path / "chitieu-cao-bang" / "README.md"
    mark.write_text("mine", encoding="utf-8")
    status, _, err = call("province", "new", "cao-bang", "--into", tmp_path)
    assert status == 2
    assert "nothing was written" in err
    assert mark.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_written_is_one_line(call, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    status, _, err = call("province", "new", "cao-bang", "--into", tmp_path / "file" / "deeper")
    assert status == 2
    assert err.count("\n") == 1


@pytest.mark.parametrize("slug", ["", "A", "lang_son", "-lang", "lang-", "lang--son", "lạng-sơn", "../x", "1a", "a b"])
def test_a_slug_is_checked(call, tmp_path, slug):
    status, _, err = call("province", "new", "--into", tmp_path, "--", slug)
    assert status == 2
    assert "cannot be a slug" in err
    assert list(tmp_path.iterdir()) == []


def test_a_province_the_catalogue_does_not_know_is_allowed_with_a_note(call, tmp_path):
    status, out, _ = call("province", "new", "song-hau", "--name", 'Sông "Hậu"\n\\', "--into", tmp_path)
    assert status == 0
    assert "note: the catalogue knows no province" in out
    folder = tmp_path / "chitieu-song-hau"
    form = ct.load_format(folder / "src/chitieu_song_hau/song_hau.toml")
    assert (form.name, form.areas) == ("Sông Hậu", ())
    assert call("province", "check", folder)[0] == 0


def test_every_example_in_a_new_file_is_a_good_setting(tmp_path):
    """Law: a line whose # is taken away keeps the schema."""
    text = write_plugin("cao-bang", None, tmp_path).format_file.read_text(encoding="utf-8")
    validator = jsonschema.Draft202012Validator(format_json_schema())
    table, seen = "", 0
    for line in text.splitlines():
        if line.startswith(("[", "# [[")):
            table = line.removeprefix("# ")
        match = re.match(r'# ("?[\w ]+"? = .*)', line)
        if match:
            data = tomllib.loads(f'slug = "x"\nname = "X"\n{table}\n{match[1]}\n')
            dates = json.loads(json.dumps(data, default=str))
            assert [error.message for error in validator.iter_errors(dates)] == [], line
            seen += 1
    assert seen > 70


# --- the example --------------------------------------------------------------------------------------------


def test_the_example_needs_no_python_and_few_lines(request):
    """If the copy is old: cp src/chitieu/provinces/province-format-1.schema.json examples/chitieu-lang-son/."""
    folder = request.config.rootpath / EXAMPLE
    text = (folder / "src/chitieu_lang_son/lang_son.toml").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 60
    assert "INVENTED" in text
    assert (folder / "province-format-1.schema.json").read_text(encoding="utf-8") == shipped_schema()


def test_the_example_reads_its_plan_better_than_standard(request):
    folder = request.config.rootpath / EXAMPLE
    form = ct.load_format(folder / "src/chitieu_lang_son/lang_son.toml")
    plan, plain = (ct.read_plan(folder / "tests/samples/ke-hoach-2026.txt", which) for which in (form, "standard"))
    assert (len(plain.indicators), len(plan.indicators)) == (0, 5)
    assert all(task.lead for section in plan.assignments for task in section.tasks)
