"""The names of the package, and what importing it costs."""

import importlib
import inspect
import subprocess
import sys

import pytest

import chitieu as ct

HEAVY = {"pint", "babel", "hypothesis", "attr", "attrs", "cattrs", "click", "rich", "tomllib"}


def run(code):
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)  # noqa: S603  (our own code)
    assert not done.returncode, done.stderr
    return done.stdout.strip()


SUBMODULES = {"agencies", "areas", "indicators", "provinces", "testing", "units"}


def test_dir_is_all_with_the_submodules_and_the_version():
    assert set(dir(ct)) == {*ct.__all__, *SUBMODULES, "__version__"}
    assert len(set(ct.__all__)) == len(ct.__all__)


@pytest.mark.parametrize("name", ct.__all__)
def test_every_public_name_is_there_and_documented(name):
    value = getattr(ct, name)
    assert inspect.getdoc(value)
    assert not inspect.ismodule(value), f"chitieu.{name} is hidden by the module of that name"


@pytest.mark.parametrize("name", ct.__all__)
def test_every_public_name_can_be_imported_first(name):
    module = importlib.import_module(getattr(ct, name).__module__)
    assert name in module.__all__


def test_no_public_name_is_hidden_by_a_module():
    """Loading every module must not put one in place of the function or class of its name."""
    code = (
        "import importlib, inspect, pkgutil, chitieu as ct\n"
        "for module in pkgutil.walk_packages(ct.__path__, 'chitieu.'): importlib.import_module(module.name)\n"
        "print(*[name for name in ct.__all__ if inspect.ismodule(getattr(ct, name))])"
    )
    assert run(code) == ""


def test_importing_loads_nothing_heavy():
    loaded = run("import sys; import chitieu; print(*{name.partition('.')[0] for name in sys.modules})").split()
    assert not HEAVY & set(loaded)
    assert run("import sys, chitieu; print(*[name for name in sys.modules if name.startswith('chitieu.')])") == ""


@pytest.mark.parametrize("name", sorted(SUBMODULES))
def test_a_submodule_is_there_without_an_import_of_its_own(name):
    assert run(f"import chitieu as ct; print(ct.{name}.__name__, ct.{name} is ct.{name})") == f"chitieu.{name} True"


def test_reading_loads_neither_pint_nor_babel():
    code = "import sys, chitieu as ct; ct.parse_target('tăng 5%'); ct.find_references('1/QĐ-UBND'); print(*sys.modules)"
    assert not {"pint", "babel", "hypothesis", "click", "rich"} & set(run(code).split())


def test_unknown_names_are_attribute_errors():
    with pytest.raises(AttributeError, match="nonsense"):
        _ = ct.nonsense


def test_the_error_knows_what_python_suggests_from():
    with pytest.raises(AttributeError) as info:
        _ = ct.read_plna
    assert (info.value.name, info.value.obj) == ("read_plna", ct)


def test_the_package_is_typed():
    assert importlib.resources.files("chitieu").joinpath("py.typed").is_file()


def test_values_cannot_be_changed():
    for value, name in ((ct.Plan(), "number"), (ct.Span(0, 1), "start"), (ct.Quantity(1, "%"), "value")):
        with pytest.raises(AttributeError):
            setattr(value, name, None)
