"""Packages that tipdata can do without, imported where they are used."""

from importlib import import_module
from typing import Any

from tipdata.errors import MissingExtraError


def need(module: str, extra: str) -> Any:
    """Import a module that an extra brings.

    Raises:
        MissingExtraError: If it is not installed; the message has the command for it.

    Example:
        >>> need("abacus", "beads")
        Traceback (most recent call last):
            ...
        tipdata.errors.MissingExtraError: abacus is not installed: pip install "tipdata[beads]"
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        if error.name not in (module, package):
            raise
        raise MissingExtraError(
            f'{package} is not installed: pip install "tipdata[{extra}]"', name=package
        ) from error
