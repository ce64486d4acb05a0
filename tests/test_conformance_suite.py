"""`ProvinceConformance`: what pytest sees of the kit."""

import subprocess
import sys
from typing import ClassVar

import pytest
from broken_formats import BROKEN, STANDARD

import chitieu as ct
from chitieu.testing import ProvinceConformance
from chitieu.testing.conformance.registry import all_checks


class TestStandard(ProvinceConformance):
    """The class as authors write it, run by this suite like any other."""

    format = "standard"
    max_examples = 3


def suite(given, expected=None):
    class Made(ProvinceConformance):
        format = given
        expected_failures: ClassVar = expected or {}
        max_examples = 5

    return Made()


def test_every_check_is_a_test():
    (mark,) = ProvinceConformance.test_check.pytestmark
    assert mark.args == ("check_id", tuple(all_checks()))


def test_a_failure_is_the_text_of_the_report():
    with pytest.raises(pytest.fail.Exception, match=r"FAILED levels-plain .*\n  province      Chuẩn chung"):
        suite(BROKEN["levels-plain"]["bare number"]).test_check("levels-plain")


def test_what_is_not_declared_is_skipped_with_the_reason():
    with pytest.raises(pytest.skip.Exception, match="agencies is not declared"):
        suite(STANDARD).test_check("agencies-found")


def test_what_needs_a_failed_check_is_skipped():
    with pytest.raises(pytest.skip.Exception, match="not run levels-distinct: needs levels-recognised"):
        suite(BROKEN["levels-recognised"]["taken"]).test_check("levels-distinct")


def test_an_expected_failure_is_reported_as_such():
    with pytest.raises(pytest.xfail.Exception, match="numbers without marks"):
        suite(BROKEN["levels-plain"]["bare number"], {"levels-plain": "numbers without marks"}).test_check(
            "levels-plain"
        )


def test_a_stale_expected_failure_fails():
    with pytest.raises(pytest.fail.Exception, match="STALE levels-plain"):
        suite(STANDARD, {"levels-plain": "was so"}).test_check("levels-plain")


def test_an_unknown_id_is_an_error_where_the_class_is_written():
    with pytest.raises(ct.testing.UnknownCheckError, match="no-such"):
        suite(STANDARD, {"no-such": "x"})


def test_a_format_that_does_not_load_is_said_once():
    missing = suite("atlantis")
    with pytest.raises(ct.UnknownProvinceError):
        missing.test_format_loads()
    with pytest.raises(pytest.skip.Exception, match="see test_format_loads"):
        missing.test_check("levels-plain")


def test_the_checks_of_a_class_share_a_runner():
    one = suite(STANDARD)
    assert one.runner() is type(one)().runner()
    assert suite(STANDARD).runner() is not one.runner()


def test_three_lines_are_a_test_module(tmp_path):
    module = tmp_path / "test_ben_tre.py"
    lines = (
        "from chitieu.testing import ProvinceConformance",
        "class TestBenTre(ProvinceConformance):",
        "    format, max_examples, expected_failures = 'ben-tre', 3, {'levels-plain': 'was so'}",
    )
    module.write_text("\n".join(lines), encoding="utf-8")
    call = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", "/dev/null", "--no-cov", str(module)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, cwd=tmp_path)  # noqa: S603  (our own code)
    assert "STALE levels-plain (since 1.0)" in done.stdout
    assert "1 failed" in done.stdout


@pytest.mark.parametrize("name", ["hypothesis", "pytest"])
def test_without_the_extra_the_error_says_what_to_install(name):
    asked = "check_format('standard')" if name == "hypothesis" else "ProvinceConformance"
    code = (
        f"import sys; sys.modules[{name!r}] = None\n"
        "import chitieu as ct, chitieu.testing\n"
        f"try: ct.testing.{asked}\n"
        "except ct.MissingExtraError as error: print(error.package, 'chitieu[testing]' in str(error))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  (our own code)
    assert done.stdout.split() == [name, "True"]


def test_importing_the_package_loads_neither():
    code = "import sys, chitieu.testing; print({'hypothesis', 'pytest'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  (our own code)
    assert done.stdout.strip() == "set()"


def test_the_names_of_the_package():
    assert set(dir(ct.testing)) == set(ct.testing.__all__)
    assert all(getattr(ct.testing, name) is not None for name in ct.testing.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = ct.testing.nonsense
