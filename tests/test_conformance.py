"""The conformance kit: good formats pass, every check catches a broken one, every broken one is caught."""

from pathlib import Path

import pytest
from attrs import evolve
from broken_formats import BEN_TRE, BROKEN, STANDARD, DeafToBullets, Quadratic, levels, made_of, words

import chitieu as ct
from chitieu.levels import Level
from chitieu.provinces.vocabulary import Bounds
from chitieu.testing import Outcome, Report, check_format
from chitieu.testing.conformance import text
from chitieu.testing.conformance.capabilities import declares, meaning
from chitieu.testing.conformance.registry import all_checks, check
from chitieu.testing.conformance.report import failure_text
from chitieu.testing.conformance.runner import Runner, subject_of

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs" / "reference" / "conformance"
CASES = [(check_id, name) for check_id, forms in BROKEN.items() for name in forms]
FOLDERS = {"samples-usable", "samples-read"}
"""Checks of a folder beside the format; tests/test_conformance_samples.py breaks it."""
BY_HAND = {"text-mentions", "dates-round-trip"}
"""Checks of what no data and no step of a format can break while the schema holds; broken below."""

KINDS_OF_LABELS = ("lead_labels", "cooperating_labels", "due_labels", "product_labels")


def run(form, check_id, expected=None, max_examples=20):
    return Runner(subject_of(form, max_examples=max_examples), expected or {}).result(check_id)


@pytest.fixture(scope="module")
def standard():
    """Run checks of the standard form, each once for all tests."""
    return Runner(subject_of(STANDARD, max_examples=10), {})


@pytest.fixture(scope="module")
def report():
    """Report on a form with one fault and one stale expectation."""
    form, expected = levels(bare=Level(("1",))), {"metadata-source": "was so"}
    return check_format(form, expected_failures=expected, max_examples=3)


# --- broken formats -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("check_id", "name"), [case for case in CASES if case[0] not in BY_HAND])
def test_every_broken_format_is_caught(check_id, name, monkeypatch):
    monkeypatch.setattr(text, "process_time", lambda: Quadratic.clock)
    result = run(BROKEN[check_id][name], check_id)
    assert result.outcome is Outcome.FAILED, str(result)
    assert result.mismatches[0].input
    assert result.mismatches[0].expected != result.mismatches[0].got


def test_every_check_catches_a_broken_format():
    assert set(BROKEN) | FOLDERS | BY_HAND == set(all_checks())


def test_a_broken_style_of_dates_is_caught():
    (form,) = BROKEN["dates-round-trip"].values()
    mismatch = next(all_checks()["dates-round-trip"].run(subject_of(form)))
    assert "ValueError" in mismatch.got


def test_wrong_places_of_mentions_are_caught(monkeypatch):
    monkeypatch.setattr(text, "_FINDERS", (lambda _: (ct.Mention(1, ct.Span(0, 1), "xx"),),))
    assert run(STANDARD, "text-mentions").outcome is Outcome.FAILED


@pytest.mark.parametrize("check_id", list(all_checks()))
def test_unbroken_formats_pass(check_id, standard):
    result = standard.result(check_id)
    assert result.outcome in (Outcome.PASSED, Outcome.SKIPPED), result.mismatches


@pytest.mark.parametrize("slug", [slug for slug in ct.available_provinces() if slug != STANDARD.slug])
def test_every_built_in_format_passes(slug):
    report = check_format(slug, max_examples=5)  # what is made by chance is tried on the standard form
    assert report.ok, str(report)


# --- how checks are run ---------------------------------------------------------------------------------------


def test_what_is_not_declared_is_skipped_and_said():
    result = run(STANDARD, "agencies-found")
    assert result.outcome is Outcome.SKIPPED
    assert result.reason == "agencies is not declared (Agencies that only this province has)"


def test_capabilities_follow_from_the_data():
    assert not declares(STANDARD, "words.bounds")
    assert declares(words(bounds=Bounds(about=("cỡ",))), "words.bounds")
    assert all(meaning(need) for found in all_checks().values() for need in found.needs)


def test_what_needs_a_failed_check_is_not_run():
    result = run(BROKEN["metadata-schema"]["slug"], "text-nfd")
    assert (result.outcome, result.reason) == (Outcome.NOT_RUN, "needs sections-layout")


def test_a_failure_is_said_once():
    """Law: one fault of the schema fails one check; nothing that needs it is run."""
    report = check_format(BROKEN["metadata-schema"]["slug"], max_examples=5)
    assert [result.id for result in report.failures] == ["metadata-schema"]
    assert {result.outcome for result in report.results[1:]} == {Outcome.NOT_RUN, Outcome.SKIPPED}


def test_an_error_of_a_step_is_said_once():
    """Law: a step that breaks at a line fails the one check of lines; nothing that reads lines is run."""
    report = check_format(BROKEN["levels-lines"]["breaks"], max_examples=3)
    (failed,) = report.failures
    assert failed.id == "levels-lines"
    (mismatch,) = failed.mismatches
    assert (mismatch.input, mismatch.expected) == ("999.", "a marker, or nothing")
    assert mismatch.got.startswith("KeyError: '999.'")
    assert report["text-errors"].reason == "needs levels-lines"


@pytest.mark.parametrize(
    ("form", "line", "expected", "got"),
    [
        (BROKEN["levels-recognised"]["taken"], "i) Tên đề mục", "a bullet of level item", "9 of level letter"),
        (BROKEN["levels-recognised"]["deaf"], "Điều 1. Tên đề mục", "1 of level article", "no marker"),
        (made_of(DeafToBullets), "- Tên đề mục", "a bullet of level dash", "no marker"),
    ],
)
def test_a_marker_that_is_not_recognised_is_said_with_its_level(form, line, expected, got):
    mismatch = run(form, "levels-recognised").mismatches[0]
    assert (mismatch.input, mismatch.expected, mismatch.got) == (line, expected, got)


def test_labels_are_written_with_one_colon():
    labels = {name: (f"{getattr(STANDARD.assigning, name)[0]} :",) for name in KINDS_OF_LABELS}
    form = evolve(STANDARD, assigning=evolve(STANDARD.assigning, **labels))
    for name in KINDS_OF_LABELS:
        result = run(form, f"assigning-{name.replace('_', '-')}")
        assert result.outcome is Outcome.PASSED, result.mismatches


def test_an_expected_failure_is_no_failure_and_stops_what_needs_it():
    form = BROKEN["levels-recognised"]["taken"]
    runner = Runner(subject_of(form), {"levels-recognised": "a letter"})
    failed, behind = runner.result("levels-recognised"), runner.result("levels-distinct")
    assert Report(runner.tested(), (failed, behind)).ok
    assert (failed.outcome, failed.reason) == (Outcome.EXPECTED, "a letter")
    assert behind.outcome is Outcome.NOT_RUN


def test_a_stale_expected_failure_fails(report):
    stale, failed = report.failures
    assert not report.ok
    assert (failed.id, failed.outcome) == ("levels-plain", Outcome.FAILED)
    assert (stale.id, stale.outcome) == ("metadata-source", Outcome.STALE)
    assert stale.reason == "expected to fail (was so), but it passes; take it off the list"


def test_an_expected_failure_of_what_is_not_declared_is_stale():
    result = run(STANDARD, "agencies-found", {"agencies-found": "later"})
    assert result.outcome is Outcome.STALE
    assert "it is skipped: agencies is not declared" in result.reason


def test_an_unknown_id_is_an_error_that_names_the_likeliest():
    with pytest.raises(ct.testing.UnknownCheckError, match="did you mean 'levels-distinct'"):
        check_format(STANDARD, expected_failures={"levels-distnct": "x"})
    with pytest.raises(ct.testing.UnknownCheckError, match="there are: metadata-schema"):
        check_format(STANDARD, expected_failures={"zzz": "x"})


def test_an_expected_failure_needs_a_reason():
    with pytest.raises(ValueError, match="'levels-plain' has no reason"):
        check_format(STANDARD, expected_failures={"levels-plain": " "})


def test_a_later_check_does_not_hold_an_earlier_format(monkeypatch):
    found = all_checks()["levels-plain"]
    later = {**all_checks(), "levels-plain": evolve(found, since="1.4")}
    monkeypatch.setattr("chitieu.testing.conformance.runner.all_checks", lambda: later)
    result = run(levels(bare=Level(("1",))), "levels-plain")
    assert (result.outcome, result.reason) == (Outcome.SKIPPED, "since 1.4, the format is written for 1.0")


def test_many_mismatches_are_counted_and_the_first_few_kept():
    many = run(BROKEN["levels-recognised"]["deaf"], "levels-recognised")
    assert (len(many.mismatches), many.more > 0) == (5, True)
    assert "… and" in failure_text(many, Runner(subject_of(STANDARD), {}).tested())


def test_a_check_that_raises_is_a_mismatch(monkeypatch):
    def breaks(_subject):
        raise RuntimeError
        yield

    broken = {**all_checks(), "levels-plain": evolve(all_checks()["levels-plain"], run=breaks)}
    monkeypatch.setattr("chitieu.testing.conformance.runner.all_checks", lambda: broken)
    result = run(STANDARD, "levels-plain")
    assert result.outcome is Outcome.FAILED
    assert result.mismatches[0].got.startswith("RuntimeError:  (")


def test_a_check_is_registered_once():
    with pytest.raises(ValueError, match="two checks 'levels-plain'"):
        check("levels-plain", group="levels")(iter)


def test_a_check_comes_behind_those_it_needs():
    """Law: the order of the report is an order in which the checks can be run."""
    order = list(all_checks())
    for at, found in enumerate(all_checks().values()):
        assert set(found.after) <= set(order[:at])


def test_the_same_report_can_be_had_again():
    form = BROKEN["numbers-round-trip"]["no decimals"]
    assert run(form, "numbers-round-trip").mismatches == run(form, "numbers-round-trip").mismatches


# --- what is tested, and how it is said -----------------------------------------------------------------------


def test_a_format_may_be_given_as_slug_file_or_value(tmp_path):
    file = tmp_path / "la.toml"
    file.write_text('slug = "la"\nname = "Lạ"\nextends = "standard"\nsource = "x"\n', encoding="utf-8")
    for given in ("ben-tre", BEN_TRE, str(file), file):
        assert Runner(subject_of(given), {}).result("metadata-schema").outcome is Outcome.PASSED
    assert subject_of(file).home == str(file)
    assert subject_of("ben-tre").home == subject_of(BEN_TRE).home == f"chitieu {ct.__version__}"
    assert subject_of(evolve(BEN_TRE, slug="la")).home == "not registered"


def test_a_format_that_is_not_there_is_said():
    with pytest.raises(ct.UnknownProvinceError):
        check_format("atlantis")
    with pytest.raises(ct.ProvinceFormatError):
        check_format("nowhere.toml")


def test_a_report_says_what_was_tested_and_what_came_out(report):
    lines = str(report).splitlines()
    assert lines[1:3] == ["  province      Chuẩn chung (standard)", "  distribution  not registered"]
    assert any(line.startswith("  undeclared    ") and "agencies" in line for line in lines)
    assert "  passed           levels-recognised" in lines
    assert any("1 failed" in line and "passed" in line for line in lines)


def test_a_failure_says_all_that_is_needed():
    runner = Runner(subject_of(levels(bare=Level(("1",)))), {})
    said = failure_text(runner.result("levels-plain"), runner.tested()).splitlines()
    assert said[:3] == [
        "FAILED levels-plain (since 1.0): Plain sentences open nothing.",
        "  province      Chuẩn chung (standard)",
        "  distribution  not registered",
    ]
    assert said[3:6] == [
        "  input         1.500 tỷ đồng vốn đầu tư công được giải ngân.",
        "  expected      no level",
        "  got           level bare",
    ]
    assert said[-1] == "  page          reference/conformance/levels-plain.html"


# --- pages ----------------------------------------------------------------------------------------------------


def test_every_check_has_a_page_and_every_page_a_check():
    assert {page.stem for page in PAGES.glob("*.md")} == {*all_checks(), "index"}


@pytest.mark.parametrize("check_id", list(all_checks()))
def test_a_page_says_what_the_check_says(check_id):
    found, page = all_checks()[check_id], (PAGES / f"{check_id}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {check_id}\n\n{found.says}\n")
    assert "## What is checked\n" in page
    assert "## If it fails\n" in page
    for need in found.needs:
        assert f"`{need}`" in page
    for earlier in found.after:
        assert f"[{earlier}]({earlier}.md)" in page
    assert f"since {found.since}" in page


def test_the_index_lists_the_pages_in_the_order_of_the_kit():
    index = (PAGES / "index.md").read_text(encoding="utf-8")
    assert [line for line in index.splitlines() if line in all_checks()] == list(all_checks())
