"""The version of tipdata, as the package's metadata have it."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("tipdata")
except PackageNotFoundError:
    # A bare copy of the code, or a program frozen without metadata. A version in the code
    # would be a second one, and tell nothing of which copy this is.
    __version__ = "version unknown"
