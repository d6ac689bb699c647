"""PyInstaller's hook: what no import statement of tipdata names, and a frozen program needs."""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules, copy_metadata

datas = [*collect_data_files("tipdata"), *copy_metadata("tipdata")]
# The face imports its rooms by name, when they are first used.
hiddenimports = collect_submodules("tipdata", filter=lambda name: "_pyinstaller" not in name)
