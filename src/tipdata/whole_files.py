"""Files that are written whole or not at all."""

import os
import shutil
from collections.abc import Mapping
from errno import EACCES
from pathlib import Path
from tempfile import TemporaryDirectory

# Whoever finds a folder that a crash left behind sees whose it is.
PREFIX = ".tipdata-"


def write_or_return(text: str, path: str | os.PathLike[str] | None) -> str | None:
    """Return a text, or write it to a file: in UTF-8, its line ends as they are."""
    if path is None:
        return text
    write_file(path, text.encode())
    return None


def write_file(path: str | os.PathLike[str], content: bytes) -> None:
    """Write a file, in the place of one that stands there; if that fails, the old one stays.

    A link is followed; a device or a pipe is written to.

    Raises:
        OSError: If it can't be written; the error names the path.
    """
    target = Path(path)
    try:
        if _is_written_to(target):
            target.write_bytes(content)
        else:
            _replace_file(Path(os.path.realpath(target)), content)
    except OSError as error:
        # It may name the temporary file, which is gone.
        raise OSError(error.errno, error.strerror or str(error), str(target)) from error


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files to a folder: all of them, or none.

    The folder and its parents are made if they are missing; files of the same names are
    replaced, others stay.

    Raises:
        OSError: If one of them can't be written.
    """
    target = folder.resolve()
    base = next(parent for parent in (target, *target.parents) if parent.is_dir())
    # On the same file system, where moving a file is one step.
    with TemporaryDirectory(dir=base, prefix=PREFIX) as temporary:
        new = Path(temporary, "new", *target.relative_to(base).parts)
        new.mkdir(parents=True)  # unlike the temporary folder, one that others may read
        for name, content in files.items():
            (new / name).write_bytes(content)
        if target == base:
            _replace_files(new, target, tuple(files), Path(temporary, "old"))
        else:
            first = target.relative_to(base).parts[0]  # with it come all that are missing
            Path(temporary, "new", first).rename(base / first)


def _is_written_to(target: Path) -> bool:
    """Tell whether a path is one to write to: a device, or a folder, which then refuses."""
    # `/dev/stdout` may lead to a file, which the shell goes on writing to.
    return target.exists() and (
        not target.is_file() or Path(os.path.abspath(target)).is_relative_to("/dev")
    )


def _replace_file(target: Path, content: bytes) -> None:
    is_old = target.exists()
    # To move a file over another, the system asks only whether the folder may be written.
    if is_old and not os.access(target, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES), str(target))
    with TemporaryDirectory(dir=target.parent, prefix=PREFIX) as temporary:
        new = Path(temporary, "new")  # a short name: that of the target may be at the limit
        new.write_bytes(content)
        if is_old:
            shutil.copymode(target, new)
        new.replace(target)


def _replace_files(new: Path, target: Path, names: tuple[str, ...], old: Path) -> None:
    """Put files in the place of others; if one can't be, put back those that were there."""
    old.mkdir()
    for name in names:
        if os.path.lexists(target / name):
            shutil.copy2(target / name, old, follow_symlinks=False)
    try:
        for name in names:
            (new / name).replace(target / name)
    except BaseException:
        for name in (name for name in names if not os.path.lexists(new / name)):
            if os.path.lexists(old / name):
                (old / name).replace(target / name)
            else:
                (target / name).unlink()
        raise
