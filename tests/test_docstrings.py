"""Every example in a docstring is true."""

import doctest
import importlib
import pkgutil

import pytest

import chitieu

MODULES = ["chitieu", *sorted(module.name for module in pkgutil.walk_packages(chitieu.__path__, "chitieu."))]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    module = importlib.import_module(name)
    flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    assert doctest.testmod(module, optionflags=flags).failed == 0
    assert module.__doc__
