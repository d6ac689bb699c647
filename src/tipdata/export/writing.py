"""Writing an export: the whole of it, or nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from os import PathLike, fspath
from os.path import lexists
from pathlib import Path
from types import MappingProxyType

from attrs import frozen

from tipdata.errors import ChoiceError, ExportError, TipdataError, check_type
from tipdata.export.csvw import csvw
from tipdata.export.data_package import data_package, data_package_parquet
from tipdata.export.files import File
from tipdata.export.json_files import json_files
from tipdata.export.skos import skos
from tipdata.export.sqlite import sqlite
from tipdata.load.edition import Edition
from tipdata.queries.lookup import edition_or_default
from tipdata.whole_files import write_files


@frozen
class Format:
    """A format: what it is, and the function that makes its files."""

    description: str
    files: Callable[..., Iterator[File]]


# In the order in which they are listed: first what most programs read.
_FORMATS = {
    "data-package": Format("Data Package v2: datapackage.json and CSV", data_package),
    "data-package-parquet": Format(
        "Data Package v2: datapackage.json and Parquet", data_package_parquet
    ),
    "csvw": Format("CSV on the Web: csv-metadata.json and CSV", csvw),
    "json": Format("JSON of every record, with its JSON Schema (2020-12)", json_files),
    "skos": Format("the glossary as SKOS, in Turtle", skos),
    "sqlite": Format("an SQLite database: typed and keyed tables, and views", sqlite),
}
FORMATS: Mapping[str, str] = MappingProxyType(
    {name: format.description for name, format in _FORMATS.items()}
)


def export(
    format: str,  # noqa: A002 - what it is called everywhere
    directory: str | PathLike[str],
    *,
    force: bool = False,
    edition: Edition | None = None,
    progress: Callable[[str], object] | None = None,
) -> tuple[Path, ...]:
    """Write an edition to a directory, in one of the `FORMATS`.

    The files are first made, then written beside their place, and at last put there: an
    export that fails leaves everything as it was. They are the same, byte for byte, in every
    run.

    Args:
        format: A name among `FORMATS`.
        directory: Where to write; it and its parents are made if they are missing.
        force: Write to a directory that is not empty too: files of the same names are
            replaced, others stay.
        edition: The edition to export; by default that of 2018.
        progress: Called with the path of each file, relative to the directory, as it is
            made.

    Returns:
        The paths of the files.

    Raises:
        ChoiceError: If there is no such format.
        ExportError: If the directory is not empty, or can't be written.
        MissingExtraError: If the format needs a package that is not installed.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> from tipdata import export
        >>> with TemporaryDirectory() as folder:
        ...     [path.name for path in export.export("skos", Path(folder, "glossary"))]
        ['glossary.ttl']
    """
    check_type("format", format, str)
    check_type("directory", directory, str, PathLike)
    check_type("force", force, bool)
    if progress is not None and not callable(progress):
        raise TypeError(f"progress must be a function, not {type(progress).__name__}")
    if format not in _FORMATS:
        raise ChoiceError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    if not fspath(directory):
        raise ExportError("the directory has no name")
    target = Path(directory)
    files = _FORMATS[format].files(edition=edition_or_default(edition))
    try:
        _check(target, force)
        contents = dict(_reported(files, progress or (lambda path: None)))
        _check(target, force)  # that took a while, in which another may have written there
        _check_names(target, contents)
        write_files(target, contents)
    except TipdataError:
        raise
    except OSError as error:
        raise ExportError(f"can't write to {target}: {error.strerror or error}") from error
    return tuple(target / name for name in contents)


def _check(target: Path, force: bool) -> None:
    """Raise the error of a directory that can't be made, or that is not to be written to."""
    # A link that leads nowhere exists not, and is in the way all the same.
    nearest = next((path for path in (target, *target.parents) if lexists(path)), None)
    if nearest and not nearest.is_dir():
        raise ExportError(f"{nearest} is no directory")
    if target.exists() and any(target.iterdir()) and not force:
        raise ExportError(f"the directory {target} is not empty; use force to replace its files")


def _check_names(target: Path, names: Iterable[str]) -> None:
    """Raise the error of a file that would take the place of a directory."""
    for name in names:
        if (target / name).is_dir():
            raise ExportError(f"{target / name} is a directory, and not replaced by a file")


def _reported(files: Iterable[File], progress: Callable[[str], object]) -> Iterator[File]:
    """Yield files one by one, and call `progress` with the path of each."""
    for name, content in files:
        progress(name)
        yield name, content
