"""A saved page draws its picture in a browser, complains of nothing, and asks no other place."""

import json
import os
import shutil
import subprocess
from html.parser import HTMLParser

import altair
import pytest

from pictures import ASKED, drawn, marks, svg, texts
from tipdata import charts

BROWSER = shutil.which("chromium")
KINDS = {"rect mark", "bar", "point", "text mark"}
# Refuses every request of the page, and notes what it complains of.
WATCH = """<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="
default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'">
<script>
const heard = [];
function hear(words) {
  heard.push(String(words));
  document.documentElement.dataset.heard = JSON.stringify(heard);
}
for (const kind of ["warn", "error"]) console[kind] = (...words) => hear(words.join(" "));
addEventListener("error", event => hear(event.message));
addEventListener("unhandledrejection", event => hear(event.reason));
addEventListener("securitypolicyviolation", event => hear("asked for " + event.blockedURI));
</script>
"""

pytestmark = pytest.mark.full


class Drawn(HTMLParser):
    """What stands in a page after it has run."""

    def __init__(self, html):
        super().__init__()
        self.heard, self.label, self.marks, self.texts, self.inside = [], None, [], [], None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.heard += json.loads(found.get("data-heard", "[]"))
        if found.get("id") == "picture":
            self.label = found.get("aria-label")
        if found.get("aria-roledescription") in KINDS:
            self.marks.append(found["aria-label"])
        self.inside = tag

    def handle_data(self, data):
        if self.inside in ("text", "tspan"):
            self.texts.append(data)

    def handle_endtag(self, tag):
        self.inside = None


def opened(picture, folder):
    """Save a picture as a page, open that in a browser far from Greenwich, and look at it."""
    assert BROWSER, "chromium is not installed"
    file = folder / "picture.html"
    charts.save(picture, file)
    page = file.read_text(encoding="utf-8")
    assert page.count('<meta charset="utf-8">\n') == 1
    file.write_text(page.replace('<meta charset="utf-8">\n', WATCH), encoding="utf-8")
    flags = ["headless", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "dump-dom"]
    done = subprocess.run(
        [
            BROWSER,
            *(f"--{flag}" for flag in flags),
            f"--user-data-dir={folder / 'profile'}",
            "--virtual-time-budget=10000",
            file.as_uri(),
        ],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "TZ": "America/Los_Angeles"},
    )
    return Drawn(done.stdout)


@pytest.mark.parametrize("name", ASKED)
def test_a_page_draws_what_the_svg_shows(name, tmp_path):
    picture = drawn(name, theme="dark")
    page, root = opened(picture, tmp_path), svg(picture)
    assert page.heard == []
    assert page.label == picture.to_dict()["description"]
    assert page.texts == [line for line in texts(root) if line]
    wanted = [words for kind in KINDS for words, _ in marks(root, kind=kind)]
    assert sorted(page.marks) == sorted(wanted) != []


def test_what_a_page_asks_for_and_complains_of_is_noticed(tmp_path):
    far = altair.Chart("https://example.org/data.json").mark_point().encode(x="a:Q")
    page = opened(far, tmp_path)
    assert "asked for https://example.org/data.json" in page.heard
    assert len(page.heard) > 1
