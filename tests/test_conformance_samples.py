"""Samples: only what is stated is compared, and what cannot be compared is refused."""

import json

import pytest
from broken_formats import BEN_TRE, STANDARD

import chitieu as ct
from chitieu.testing import Outcome, SampleError, skeleton_plan
from chitieu.testing.conformance.runner import Runner, subject_of
from chitieu.testing.conformance.samples import find_samples, plan_values

GOOD = """
province = "ben-tre"
number = "12/KH-UBND"
issued = 2025-03-05
period = 2025
indicator_count = 5
assignment_count = 3
signatory = "Nguyễn Văn A"
bases = []
[[indicators]]
number = "4"
name = "Tỷ lệ hộ nghèo"
key = "poor"
targets = ["không quá 2,5%"]
[[indicators]]
name = "Giá trị sản xuất công nghiệp"
key = "industry_output"
[[assignments]]
agencies = ["Sở Tài chính"]
[[assignments]]
heading = "Sở Nội vụ"
task_count = 1
[[assignments.tasks]]
text = "Chủ trì, phối hợp với Sở Tư pháp"
lead = ["Sở Nội vụ"]
due = ""
[[lines]]
text = "tốp 35 tỉnh, trước ngày 30/6/2024"
targets = ["tốp 35"]
dates = [2024-06-30]
[[lines]]
text = "2) Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ"
level = "paren 2"
agency_keys = ["syt", "snv"]
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "mau.txt").write_text(skeleton_plan(BEN_TRE), encoding="utf-8")
    (tmp_path / "mau.toml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def state(folder, text):
    (folder / "mau.toml").write_text(text, encoding="utf-8")
    return Runner(subject_of(BEN_TRE, folder), {})


def test_what_is_read_as_stated_passes(folder):
    runner = Runner(subject_of("ben-tre", folder), {})
    result = runner.result("samples-read")
    assert result.outcome is Outcome.PASSED, result.mismatches
    assert runner.tested().samples == str(folder)


def test_json_states_as_toml_does(folder):
    (folder / "mau.toml").unlink()
    stated = {"number": "12/KH-UBND", "issued": "2025-03-05", "indicators": [{"number": 4, "key": "poor"}]}
    (folder / "mau.json").write_text(json.dumps(stated), encoding="utf-8")
    assert Runner(subject_of(BEN_TRE, folder), {}).result("samples-read").outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("stated", "expected", "got"),
    [
        ('number = "13/KH-UBND"', "number = 13/KH-UBND", "number = 12/KH-UBND"),
        ("issued = 2025-03-06", "issued = 2025-03-06", "issued = 2025-03-05"),
        ('title = ""', "title = nothing", "title = Phát triển kinh tế - xã hội năm 2025"),
        ('province = "standard"', "province = standard", "province = ben-tre"),
        (
            '[[indicators]]\nnumber = "4"\ntargets = ["2,5%"]\nkey = "near_poor"',
            "indicators[number 4].targets = 2,5%\nindicators[number 4].key = near_poor",
            "indicators[number 4].targets = không quá 2,5%\nindicators[number 4].key = poor",
        ),
        ('[[indicators]]\nnumber = "9"', "indicators[number 9] = is there", "indicators[number 9] = is not; by number there are: 1; 2; 3; 4; 5"),
        (
            '[[assignments]]\nheading = "Sở Nội vu"',
            "assignments[heading Sở Nội vu] = is there",
            "assignments[heading Sở Nội vu] = is not; by heading there are: Sở Nội vụ; Sở Tài chính; Sở Công Thương",
        ),
        ("[reporting]\nday = 15", "reporting.day = 15", "reporting.day = nothing"),
        ('[[assignments]]\nagencies = ["Sở Y tế"]', "assignments[0].agencies = Sở Y tế", "assignments[0].agencies = Sở Tài chính"),
    ],
)  # fmt: skip
def test_what_is_read_otherwise_is_shown_side_by_side(folder, stated, expected, got):
    result = state(folder, stated).result("samples-read")
    (mismatch,) = result.mismatches
    assert (mismatch.input, mismatch.expected, mismatch.got) == ("mau.txt", expected, got)


def test_names_of_other_records_are_listed_by_what_was_looked_for(folder):
    mismatch = state(folder, '[[indicators]]\nname = "Tỷ lệ hộ nghèo giảm"').result("samples-read").mismatches[0]
    assert "is not; by name there are: Tỷ lệ hộ nghèo; " in mismatch.got
    none = '[[indicators]]\nkey = "x"\n' * 6
    assert "indicators[5] = is not; no other is left" in state(folder, none).result("samples-read").mismatches[0].got


def test_of_many_and_of_nameless_records_the_nearest_or_their_number_is_told():
    from chitieu.testing.conformance.samples import _others  # noqa: PLC0415  (white box)

    many = [{"text": f"Việc {number}", "name": ""} for number in range(12)]
    assert _others(many, "text", {"text": "Việc 11"}).startswith("by text there are: Việc 11; Việc 1; ")
    assert _others(many, "text", {"text": "Việc 11"}).endswith("; and 4 more")
    assert _others(many, "name", {"name": "Việc"}) == "12 without name"


def test_a_line_read_otherwise_is_shown_with_its_text(tmp_path):
    (tmp_path / "dong.toml").write_text('[[lines]]\ntext = "tốp 35 tỉnh"\ntargets = ["tốp 5"]\n', encoding="utf-8")
    (mismatch,) = Runner(subject_of(STANDARD, tmp_path), {}).result("samples-read").mismatches
    assert (mismatch.input, mismatch.got) == ("dong: tốp 35 tỉnh", "targets = tốp 35")


def test_a_text_that_is_no_plan_is_a_mismatch_and_hides_no_other(folder):
    (folder / "a.txt").write_text("Hôm nay trời đẹp.", encoding="utf-8")
    (folder / "a.toml").write_text('number = "1/KH"', encoding="utf-8")
    result = state(folder, 'number = "2/KH"').result("samples-read")
    assert [mismatch.input for mismatch in result.mismatches] == ["a", "mau.txt"]
    assert result.mismatches[0].got.startswith("NotAPlanError")


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"a.txt": "x"}, "it needs one of a.toml and a.json"),
        ({"a.txt": "x", "a.toml": 'number = "1"', "a.json": "{}"}, "and has 2"),
        ({"a.toml": 'number = "1"'}, "there is no a.txt"),
        ({"a.txt": "x", "a.toml": "numbr = 1"}, "no value is called 'numbr'; there are: province, number"),
        ({"a.txt": "x", "a.toml": "[[indicators]]\nnme = 1"}, "no value is called 'indicators.nme'"),
        ({"a.txt": "x", "a.toml": "indicators = [1]"}, "indicators must hold tables"),
        ({"a.toml": '[[lines]]\ntargets = ["1%"]'}, "has no `text`"),
        ({"a.txt": "x", "a.toml": ""}, "it states nothing"),
        ({"a.txt": "x", "a.toml": "number = "}, "a.toml"),
        ({"a.txt": "x", "a.json": "[]"}, "it states nothing"),
        ({"a.txt": "x", "a.json": "{"}, "a.json"),
    ],
)
def test_what_cannot_be_compared_is_refused(tmp_path, files, reason):
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(SampleError) as error:
        find_samples(tmp_path)
    assert reason in str(error.value)
    runner = Runner(subject_of(STANDARD, tmp_path), {})
    assert runner.result("samples-usable").outcome is Outcome.FAILED
    assert runner.result("samples-read").outcome is Outcome.NOT_RUN


def test_an_empty_or_missing_folder_is_said(tmp_path):
    assert Runner(subject_of(STANDARD, tmp_path), {}).result("samples-usable").outcome is Outcome.FAILED
    missing = Runner(subject_of(STANDARD, tmp_path / "no"), {}).result("samples-usable")
    assert "there is no such folder" in missing.mismatches[0].got


def test_every_stated_key_is_a_value_of_plans(example_plan):
    """Law: plans have a value for every key that may be stated."""
    from chitieu.testing.conformance.samples import _KEYS, _PARTS, _TASK  # noqa: PLC0415  (white box)

    values = plan_values(example_plan)
    assert set(_KEYS) - {"lines"} == set(values)
    assert set(_PARTS) | {"parts"} == set(values["indicators"][0])
    assert set(_TASK) == set(values["assignments"][0]["tasks"][0])
    assert values["province"] == "standard" == ct.parse_plan(skeleton_plan(STANDARD)).province
