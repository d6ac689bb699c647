"""Every example in a docstring gives what it says."""

import doctest
import importlib
import inspect
import pkgutil

import pytest

import tipdata

MODULES = [
    module.name
    for module in pkgutil.walk_packages(tipdata.__path__, "tipdata.")
    if not module.name.endswith("__main__")
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_are_true(name):
    module = importlib.import_module(name)
    failed, _ = doctest.testmod(module, optionflags=doctest.FAIL_FAST, raise_on_error=False)
    assert failed == 0


@pytest.mark.parametrize("name", [n for n in tipdata.__all__ if n != "__version__"])
def test_every_public_name_is_explained_and_every_function_has_an_example(name):
    value = getattr(tipdata, name)
    assert inspect.getdoc(value)
    assert "Example:" in value.__doc__ or not inspect.isfunction(value)
