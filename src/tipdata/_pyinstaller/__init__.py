"""What PyInstaller asks of a package: where its hooks are (entry point `pyinstaller40`)."""

from pathlib import Path


def hook_dirs() -> list[str]:
    """Return the folder of the hooks: this one."""
    return [str(Path(__file__).parent)]
