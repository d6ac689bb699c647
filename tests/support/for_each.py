"""One test for all items of a run: it goes on after one that fails, and names each that does."""

import inspect
from collections.abc import Mapping
from functools import wraps

import pytest

from sampling import some


def for_each(names, items, *, sample=None):
    """Run a test for each of some items, which are found when it runs.

    Args:
        names: The name of the test's argument that is the item, or the names of several that
            it is taken apart into: "record" or "record, text".
        items: The items, or a function that gives them; of a mapping its keys name the values.
        sample: How many items are enough where the run is not the full set; None: all.
    """
    names = [name.strip() for name in names.split(",")]

    def decorate(test):
        @wraps(test)
        def run(**fixtures):
            chosen = _named(items() if callable(items) else items)
            chosen = chosen if sample is None else some(chosen, sample)
            assert chosen, "there is no item"
            failed, failures = [], []
            for label, item in chosen:
                values = [item] if len(names) == 1 else item
                try:
                    test(**fixtures, **dict(zip(names, values, strict=True)))
                except (Exception, pytest.fail.Exception) as failure:
                    failure.add_note(f"It failed with: {label}")
                    failed.append(label)
                    failures.append(failure)
            if failures:  # of a large group only some are shown, but all are named
                raise BaseExceptionGroup(f"with {', '.join(failed)}", failures)

        signature = inspect.signature(test)
        fixtures = [each for name, each in signature.parameters.items() if name not in names]
        run.__signature__ = signature.replace(parameters=fixtures)
        return run

    return decorate


def _named(items):
    """Give each item with what it is called."""
    if isinstance(items, Mapping):
        return [(str(key), item) for key, item in items.items()]
    return [(f"{item!s:.80}", item) for item in items]
