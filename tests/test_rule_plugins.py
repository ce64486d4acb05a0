"""Rules that an installed distribution offers: a wheel is built, installed by pip, and found."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile

import pytest
from distributions import python

CODE = """
import chitieu as ct

@ct.rule("{code}", title="A plan names a place", message="the plan of {{about}} names no place", severity=ct.Severity.NOTE)
def place_given(subject):
    if not subject.plan.place:
        yield ct.RuleFault(subject.plan.number or "-")
"""
CATALOGUE = """msgid ""
msgstr ""
"Language: vi\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "the plan of {about} names no place"
msgstr "kế hoạch {about} không ghi địa danh"
"""
ASK = """
import json, chitieu as ct
found = ct.check(ct.Plan(number="9/KH-UBND"))
print(json.dumps([[one.code, one.severity.value, one.message, one.message_vi] for one in found]))
"""


def wheel(folder, package, code="place-given", entry="rules"):
    """Build a wheel with one rule and its Vietnamese sentence."""
    info = f"{package}-1.0.dist-info"
    files = {
        f"{package}/__init__.py": "",
        f"{package}/rules.py": CODE.format(code=code),
        f"{package}/locale/vi/LC_MESSAGES/{package}.po": CATALOGUE,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": f"[chitieu.rules]\nsong-hau = {package}.{entry}\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{name},,\n" for name in (*files, f"{info}/RECORD"))
    path = folder / f"{package}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def installed(folder, *wheels):
    """Install wheels with pip into a folder of their own."""
    target = folder / "site"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", str(target)]
    options = ["--no-warn-script-location", "--disable-pip-version-check", "--root-user-action=ignore"]
    subprocess.run([*command, *options, *map(str, wheels)], check=True, capture_output=True)  # noqa: S603  (our own wheels)
    return target


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheels")
    return installed(folder, wheel(folder, "quy_tac_song_hau"))


def test_an_installed_rule_is_run_with_its_own_catalogue(site):
    expected = ["place-given", "note", "the plan of 9/KH-UBND names no place", "kế hoạch 9/KH-UBND không ghi địa danh"]
    assert json.loads(python(ASK, site)) == [expected]


def test_distributions_can_be_left_out(site):
    assert json.loads(python(ASK, site, CHITIEU_NO_PLUGINS="1")) == []


def test_the_command_lists_it(site):
    code = "import sys; sys.argv = ['chitieu', 'check', '--list']; from chitieu.cli import main; main()"
    assert "place-given" in python(code, site)


def test_two_rules_of_one_code_are_an_error_that_names_it(tmp_path):
    site = installed(tmp_path, wheel(tmp_path, "goi_a", code="shares-sum"))
    said = python(
        "import chitieu as ct\ntry:\n ct.check(ct.Plan())\nexcept ct.RuleError as error:\n print(error.code, error)",
        site,
    )
    assert said.startswith("rule.twice")
    assert "shares-sum" in said


@pytest.mark.parametrize(("entry", "code"), [("nothing", "rule.import"), ("__init__", "rule.")])
def test_what_is_no_rule_is_an_error_that_names_the_distribution(tmp_path, entry, code):
    site = installed(tmp_path, wheel(tmp_path, "goi_b", entry=entry))
    said = python(
        "import chitieu as ct\ntry:\n ct.check(ct.Plan())\nexcept ct.RuleError as error:\n print(error.code, error)",
        site,
    )
    assert said.startswith(code)
    assert "goi_b" in said


def test_a_rule_of_a_script_needs_no_catalogue():
    """Interactive sessions and scripts are in no package: the sentence stays as it was written."""
    script = CODE.format(code="place-given") + ASK.replace('UBND"))', 'UBND"), rules=[place_given])')
    (found,) = json.loads(python(script))
    assert found == ["place-given", "note", *["the plan of 9/KH-UBND names no place"] * 2]
