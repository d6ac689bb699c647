"""The errors that tipdata raises. Each is also the built-in error that fits."""


class TipdataError(Exception):
    """The parent of every error that tipdata raises of its own.

    A wrong *type* of argument is a plain `TypeError` that names the argument.
    """


# A `LookupError` and no `KeyError`: that shows the repr of its message, with quotes around it.
class NotFoundError(TipdataError, LookupError):
    """A key names no record; the message lists what comes close to it.

    Example:
        >>> import tipdata
        >>> tipdata.expand("GRETTA")
        Traceback (most recent call last):
            ...
        tipdata.errors.NotFoundError: no term 'GRETTA' in the glossary; close to it: 'GRETA'
    """


class NotOneError(TipdataError, LookupError):
    """`Records.one` met none or several records where exactly one was asked for."""


class DateError(TipdataError, ValueError):
    """A date that can't be read, or that no calendar has."""


class ChoiceError(TipdataError, ValueError):
    """An argument is none of the choices that there are; the message lists them."""


class ReadError(TipdataError, ValueError):
    """A source text that is not laid out as the compiler expects.

    The message says where, what was expected there, and what stands there.
    """


class DataError(TipdataError, ValueError):
    """A packaged file that is not what the compiler wrote.

    The message carries the path to the bad value, such as `$.content.cells[3].printed`.
    """


class ExportError(TipdataError, OSError):
    """An export that can't be written.

    The directory is not empty or can't be written to, or the format can't hold the edition:
    two of its rows have the same key, say.
    """


class MissingExtraError(TipdataError, ImportError):
    """A package that an extra of tipdata brings is not installed.

    The message has the commands that install it. It is an `ImportError` too, with the
    package's name as `name`.
    """


def check_type(name: str, value: object, *types: type) -> None:
    """Raise the `TypeError` that names an argument of a wrong type; a bool is no int."""
    # To Python `True` is the number 1; as a year, a page or a code it is a slip.
    if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
        wanted = " or ".join(cls.__name__ for cls in types)
        raise TypeError(f"{name} must be {wanted}, not {type(value).__name__}")
