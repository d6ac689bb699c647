"""Pictures as files."""

import json
import os
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from tipdata.errors import ChoiceError
from tipdata.extras import need
from tipdata.whole_files import write_file

SCALE = 2  # pixels of a PNG for each pixel of the picture
PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body {{ margin: 0; background: {paper}; }}</style>
<script>{library}</script>
</head>
<body>
<div id="picture"></div>
<script>
vegaEmbed("#picture", {spec}, {{ mode: "vega-lite", renderer: "svg", actions: false }});
</script>
</body>
</html>
"""


def save(chart: Any, path: str | os.PathLike[str]) -> None:
    """Write a picture, or any chart of Altair, to a file: SVG, PNG or HTML, by its suffix.

    No network is needed, neither here nor to open the file: the HTML page holds the
    JavaScript that it runs. A file that is there is replaced; where writing fails, it
    stays as it was.

    Raises:
        ChoiceError: If there is no such format; the message lists those that there are.
        MissingExtraError: If Altair or vl-convert is not installed.
        OSError: If the file can't be written.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> from tipdata import charts
        >>> charts.save(charts.matrix(), "matrix.pdf")
        Traceback (most recent call last):
            ...
        tipdata.errors.ChoiceError: the name of the file must end with '.svg', '.png' or \
'.html', not '.pdf'
    """
    alt, vlc = need("altair", "charts"), need("vl_convert", "charts")
    if not isinstance(chart, alt.TopLevelMixin):
        raise TypeError(f"chart must be a chart of Altair, not {type(chart).__name__}")
    target = Path(path)
    write = WRITERS.get(target.suffix.lower())
    if write is None:
        *others, last = map(repr, WRITERS)
        raise ChoiceError(
            f"the name of the file must end with {', '.join(others)} or {last},"
            f" not {target.suffix!r}"
        )
    # The language as Altair writes it: "6.1" of "v6.1.0".
    version = alt.SCHEMA_VERSION.removeprefix("v").rpartition(".")[0]
    write_file(target, write(vlc, chart.to_dict(), version))


def _svg(vlc: Any, spec: dict[str, Any], version: str) -> bytes:
    # With no base URL allowed nothing is fetched, whatever data a chart asks for.
    drawn: str = vlc.vegalite_to_svg(spec, version, allowed_base_urls=[])
    description = escape(spec.get("description", ""))  # which Vega leaves out
    head = f'<svg role="graphics-document" aria-label="{description}"'
    return f"{head}{drawn.removeprefix('<svg')}\n".encode()


def _png(vlc: Any, spec: dict[str, Any], version: str) -> bytes:
    image: bytes = vlc.vegalite_to_png(spec, version, scale=SCALE, allowed_base_urls=[])
    return image


def _html(vlc: Any, spec: dict[str, Any], version: str) -> bytes:
    library = vlc.javascript_bundle(vl_version=version)
    title = spec.get("title", "")
    page = PAGE.format(
        title=escape(str(title.get("text", "") if isinstance(title, dict) else title)),
        paper=escape(spec.get("background", "white")),
        library=library,
        # A script ends at the first "</script", even within a text.
        spec=json.dumps(spec, ensure_ascii=False).replace("</", "<\\/"),
    )
    return page.encode()


WRITERS: dict[str, Callable[[Any, dict[str, Any], str], bytes]] = {
    ".svg": _svg,
    ".png": _png,
    ".html": _html,
}
