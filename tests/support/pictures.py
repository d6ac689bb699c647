"""What a picture shows, read from its specification and from its SVG."""

from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from tipdata import charts

# Arguments for every picture.
ASKED = {
    "matrix": {"on": "2018-06-01"},
    "timeline": {"country": "Denmark"},
    "ratifications_per_year": {},
    "bound_over_time": {"start": 1995, "end": 2020},
    "peacekeeping_figures": {},
}
ON_A_BASIS = ["matrix", "timeline", "bound_over_time"]
SVG = "{http://www.w3.org/2000/svg}"


def drawn(name, **others):
    return charts.PLOTS[name](**{**ASKED[name], **others})


def rows(picture):
    """Give the data of a picture, without the line that names their source."""
    datasets = picture.to_dict()["datasets"].values()
    (found,) = [data for data in datasets if "source" not in data[0]]
    return found


def encodings(picture, channel):
    """Give what each layer of a picture encodes in a channel."""
    found, waiting = [], [picture.to_dict()]
    while waiting:
        part = waiting.pop(0)
        waiting += [*part.get("layer", ()), *([part["spec"]] if "spec" in part else ())]
        if channel in part.get("encoding", {}):
            found.append(part["encoding"][channel])
    return found


def svg(picture):
    """Give the root of a picture's SVG."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "picture.svg")
        charts.save(picture, file)
        return ElementTree.fromstring(file.read_text(encoding="utf-8"))


def texts(root):
    """Give the lines of text of an SVG."""
    return [
        "".join(line.itertext())
        for text in root.iter(f"{SVG}text")
        for line in (text.findall(f"{SVG}tspan") or [text])
    ]


def marks(root, *, kind):
    """Give the marks of a kind, such as "rect mark": for each its words and attributes."""
    found = [each for each in root.iter() if each.get("aria-roledescription") == kind]
    return [(each.get("aria-label"), each.attrib) for each in found]
