"""Makes the packaged data files of an edition from its source text."""

import json
from pathlib import Path

from tipdata.load.convert import unstructure
from tipdata.models.edition import Edition
from tipdata.read.edition import read_edition


def compile_edition(edition: Edition) -> dict[str, str]:
    """Give the text of each data file of an edition, by the file's name."""
    files = {}
    for section in edition.sections:
        file = {
            "edition": edition.year,
            "section": section.name,
            "source_sha256": edition.sha256,
            "content": unstructure(section),
        }
        text = json.dumps(file, ensure_ascii=False, indent=2, sort_keys=True)
        files[f"{section.name}.json"] = text + "\n"
    return files


def write(folder: Path) -> list[str]:
    """Write the data files beside the source in a folder; name those that changed."""
    changed = differing(folder)
    files = compile_edition(read_edition(folder / "source.md"))
    for name in changed:
        (folder / name).write_bytes(files[name].encode())
    return changed


def differing(folder: Path) -> list[str]:
    """Name the data files in a folder that are not what the compiler makes of its source."""
    files = compile_edition(read_edition(folder / "source.md"))
    return [
        name
        for name, text in files.items()
        if not (folder / name).is_file() or (folder / name).read_bytes() != text.encode()
    ]
