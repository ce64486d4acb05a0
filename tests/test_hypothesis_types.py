"""What Hypothesis knows of chitieu's types, through the entry point that every ``import hypothesis`` calls.

Each program runs in a process of its own: in this one Hypothesis has long been imported.
"""

import subprocess
import sys
import textwrap
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import _chitieu_hypothesis

SOURCE = Path(_chitieu_hypothesis.__file__).parent
TYPES = [
    "Agency", "Area", "Indicator", "NumberStyle", "Observation", "Period", "PlannedIndicator", "Quantity", "Reference", "Span", "Target", "Unit",
]  # fmt: skip


def run(program, *, broken=None):
    """Run a program with the entry point called behind ``import hypothesis``; return what it prints."""
    path = [str(broken)] if broken else []
    start = f"import sys; sys.path[:0] = {[*path, str(SOURCE)]!r}\nimport hypothesis, _chitieu_hypothesis\n"
    code = start + "_chitieu_hypothesis.register()\n" + textwrap.dedent(program)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603  (our own code)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.fixture(scope="module")
def made():
    """Make a value of each type, each in a fork of a process that has loaded nothing of chitieu; tell how it went."""
    program = f"""
        import os
        from hypothesis import Phase, find, settings, strategies as st
        from hypothesis.strategies._internal.types import _global_type_lookup
        quick = settings(max_examples=5, database=None, phases=[Phase.generate])
        for name in {TYPES!r}:
            if not (child := os.fork()):
                import chitieu
                kind = getattr(chitieu, name)
                value = find(st.from_type(kind), lambda value: True, settings=quick)
                print(name, type(value) is kind and kind in _global_type_lookup, flush=True)
                os._exit(0)
            assert os.waitpid(child, 0)[1] == 0, name
    """
    told = run(program)
    return dict(zip(told[::2], told[1::2], strict=True))


@pytest.mark.parametrize("name", TYPES)
def test_types_are_made_by_their_strategies(made, name):
    assert made[name] == "True"


def test_types_inside_other_types_are_made_too():
    program = """
        from attrs import frozen
        import chitieu as ct
        from hypothesis import given, settings, strategies as st
        @frozen
        class Row:
            value: ct.Quantity
            before: ct.Quantity | None
            periods: tuple[ct.Period, ...]
        @settings(max_examples=20, database=None)
        @given(...)
        def law(row: Row, unit: ct.Unit):
            assert row.value.value.is_finite() and unit.label
        law()
        print("made")
    """
    assert run(program) == ["made"]


def test_modules_that_are_loaded_already_are_registered():
    program = """
        import chitieu.quantities.quantity, _chitieu_hypothesis
        from hypothesis.strategies._internal.types import _global_type_lookup
        _global_type_lookup.pop(chitieu.quantities.quantity.Quantity)
        _chitieu_hypothesis.register()
        print(chitieu.quantities.quantity.Quantity in _global_type_lookup)
    """
    assert run(program) == ["True"]


def test_several_watches_do_not_wait_for_one_another():
    program = """
        sys.meta_path[:0] = [_chitieu_hypothesis._Watch() for _ in range(3)]
        import chitieu as ct
        from hypothesis import find, strategies as st
        print(find(st.from_type(ct.Span), lambda span: True).end)
    """
    assert run(program) == ["0"]


def test_nothing_of_chitieu_is_loaded():
    program = """
        print(*[name for name in sys.modules if name == "chitieu" or name.startswith("chitieu.")])
    """
    assert run(program) == []


def test_modules_keep_their_loaders_resources_and_sources():
    program = """
        import inspect
        from importlib import resources
        import chitieu.quantities.quantity
        print(resources.files("chitieu.units").joinpath("units.toml").is_file())
        print(type(chitieu.quantities.quantity.__loader__).__name__)
        print("class Quantity" in inspect.getsource(chitieu.quantities.quantity.Quantity))
    """
    assert run(program) == ["True", "SourceFileLoader", "True"]


@pytest.mark.parametrize("fault", ["raise RuntimeError", "import no_such_module", "def (", "raise SystemExit(3)"])
def test_a_broken_chitieu_does_not_break_hypothesis(tmp_path, fault):
    (tmp_path / "chitieu").mkdir()
    (tmp_path / "chitieu" / "__init__.py").write_text(fault, encoding="utf-8")
    program = """
        from hypothesis import find, strategies as st
        print(find(st.integers(), lambda number: number > 5))
        try:
            import chitieu.quantities.quantity
        except BaseException as error:
            print("refused", len(_chitieu_hypothesis.TYPES) > 5)
    """
    assert run(program, broken=tmp_path) == ["6", "refused", "True"]


def test_a_type_that_is_gone_does_not_stop_its_module(tmp_path):
    (tmp_path / "chitieu").mkdir()
    (tmp_path / "chitieu" / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "chitieu" / "text.py").write_text("class Other: pass", encoding="utf-8")
    assert run("import chitieu.text; print(chitieu.text.Other.__name__)", broken=tmp_path) == ["Other"]


def test_every_strategy_named_is_there():
    from chitieu.testing import strategies  # noqa: PLC0415  (the tests above are without it)

    named = {name for types in _chitieu_hypothesis.TYPES.values() for name in types.values()}
    assert named <= set(strategies.__all__)


def test_the_entry_point_is_installed():
    (found,) = entry_points(group="hypothesis", name="chitieu")
    assert found.value == "_chitieu_hypothesis:register"
    assert found.load() is _chitieu_hypothesis.register
