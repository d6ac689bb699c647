"""Packages that tipdata can do without, imported where they are used."""

from importlib import import_module
from typing import Any

from tipdata.errors import MissingExtraError


def need(module: str, extra: str) -> Any:
    """Import a module that an extra brings.

    Raises:
        MissingExtraError: If it is not installed; the message has the commands for it.

    Example:
        >>> need("abacus", "beads")
        Traceback (most recent call last):
            ...
        tipdata.errors.MissingExtraError: abacus is not installed: \
pip install "tipdata[beads]", or in a clone pip install -e ".[beads]"
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        # What is missing may be a package that the extra's own package needs: a broken
        # installation, which the extra would not mend.
        if error.name not in (module, package):
            raise
        # In a clone `-e` keeps an editable installation what it is.
        raise MissingExtraError(
            f'{package} is not installed: pip install "tipdata[{extra}]",'
            f' or in a clone pip install -e ".[{extra}]"',
            name=package,
        ) from error


class Deferred:
    """A module that is imported when a name in it is first used.

    It stands for the module in annotations: for one that an extra brings, or for one of
    tipdata's own that most programs never load. `typing.get_type_hints` evaluates annotations
    among the names of their own module, where an import under `TYPE_CHECKING` leaves none.

    Example:
        >>> Deferred("fractions").Fraction
        <class 'fractions.Fraction'>
    """

    def __init__(self, module: str, extra: str = "") -> None:
        """Keep the name of the module, and import nothing."""
        self._module = module
        self._extra = extra

    def __getattr__(self, name: str) -> Any:
        """Import the module, and return what it calls so."""
        # Whoever looks through the names of a module asks each of them for `__wrapped__`.
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(need(self._module, self._extra), name)
