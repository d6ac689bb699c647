"""Packages that are not needed until something asks for them."""

from importlib import import_module
from typing import Any

from tipdata.errors import MissingExtraError


def need(module: str, extra: str) -> Any:
    """Import a module of an extra.

    Raises:
        MissingExtraError: If it isn't installed; the message says how to install it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            f'this needs {module}: pip install "tipdata[{extra}]"', name=module
        ) from error
