"""Packages of extras: what is missing is named with what brings it."""

import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import chitieu as ct
from chitieu.extras import needs

EXTRAS = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "optional-dependencies"
]


@pytest.mark.parametrize(
    ("raised", "package"),
    [
        (ImportError("libxml2.so: cannot open"), "lxml"),
        (ModuleNotFoundError("No module named 'docx'", name="docx"), "python-docx"),
        (ModuleNotFoundError("No module named 'a.b'", name="a.b"), "a"),
    ],
)
def test_the_package_that_failed_is_named(raised, package):
    with pytest.raises(ct.MissingExtraError) as info, needs("docx", "lxml", ".docx"):
        raise raised
    assert (info.value.package, info.value.extra, info.value.feature) == (package, "docx", ".docx")
    assert info.value.__cause__ is raised
    assert 'pip install "chitieu[docx]"' in info.value.message("vi")


def test_other_errors_pass():
    with pytest.raises(ZeroDivisionError), needs("docx", "lxml", ".docx"):
        raise ZeroDivisionError


LOADERS = {
    ("xlsx", "openpyxl"): lambda: import_module("chitieu.sources.workbooks").openpyxl(),
    ("arrow", "pyarrow"): lambda: import_module("chitieu.exchange.table_columns").pyarrow(),
    ("sdmx", "pysdmx"): lambda: ct.to_sdmx([]),
    ("pdf", "pypdfium2"): lambda: ct.read_document(b"%PDF-1.7 x"),
    ("html", "lxml"): lambda: ct.read_document(b"<html><p>x"),
}


@pytest.mark.parametrize(("extra", "package"), LOADERS)
def test_every_extra_that_is_named_exists_and_brings_the_package(monkeypatch, extra, package):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ct.MissingExtraError) as info:
        LOADERS[extra, package]()
    assert (info.value.extra, info.value.package) == (extra, package)
    assert any(line.startswith(package) for line in EXTRAS[extra])
