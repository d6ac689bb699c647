"""Every example in a docstring gives what it says."""

import doctest
import importlib
import inspect
import pkgutil

import pytest

import tipdata
from for_each import for_each

MODULES = [
    module.name
    for module in pkgutil.walk_packages(tipdata.__path__, "tipdata.")
    if not module.name.endswith("__main__") and ".hook-" not in module.name
]


@for_each("name", MODULES)
def test_the_examples_of_a_module_are_true(name):
    module = importlib.import_module(name)
    failed, _ = doctest.testmod(module, optionflags=doctest.FAIL_FAST, raise_on_error=False)
    assert failed == 0


@for_each("name", [n for n in tipdata.__all__ if n != "__version__"])
def test_every_public_name_is_explained_and_every_function_has_an_example(name):
    value = getattr(tipdata, name)
    assert inspect.getdoc(value)
    assert "Example:" in value.__doc__ or not inspect.isfunction(value)


QUERIES = [
    name
    for name in tipdata.__all__
    if getattr(getattr(tipdata, name), "__module__", "").startswith("tipdata.queries.")
    and inspect.isfunction(getattr(tipdata, name))
]


@for_each("name", QUERIES)
def test_a_query_says_that_it_minds_the_types_of_its_arguments(name):
    query = getattr(tipdata, name)
    raised = inspect.getdoc(query).partition("\nRaises:\n")[2].partition("\n\n")[0]
    assert "    TypeError: If " in raised
    arguments = inspect.signature(query).parameters.values()
    required = {p.name: "x" for p in arguments if p.default is inspect.Parameter.empty}
    with pytest.raises(TypeError):
        query(**required, edition=2018)
