"""Pictures as files: SVG, PNG and HTML, whole or not at all; those of the documentation."""

import json
import os
import re
import runpy
import struct
import sys
from pathlib import Path

import altair
import pytest

from pictures import ASKED, drawn, texts
from pictures import svg as root_of
from tipdata import ChoiceError, MissingExtraError, charts

ROOT = Path(__file__).parent.parent
STATIC = ROOT / "docs" / "_static"
NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ASKED)
def test_a_png_is_an_image_twice_as_wide_as_the_svg(name, theme, tmp_path):
    picture, file = drawn(name, theme=theme), tmp_path / "picture.PNG"
    charts.save(picture, file)
    content = file.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    root = root_of(picture)
    assert (width, height) == (2 * int(root.get("width")), 2 * int(root.get("height")))


@pytest.mark.parametrize("name", ASKED)
def test_a_page_holds_all_that_it_needs(name, tmp_path):
    picture, file = drawn(name, theme="dark"), tmp_path / "picture.html"
    charts.save(picture, str(file))
    page = file.read_text(encoding="utf-8")
    head, library, embedding = re.split(r"<script>", page)
    assert f"<title>{picture.title['text']}</title>" in head
    assert "background: #14181d" in head
    assert library.count("</script>") == embedding.count("</script>") == 1
    assert "window.vegaEmbed=" in library
    spec = re.search(r'^vegaEmbed\("#picture", (.+), \{ mode: ', embedding, re.M)[1]
    assert json.loads(spec) == picture.to_dict()
    for outside in ("<link", "<script src", "@import", "cdn.", "import("):
        assert outside not in page


@pytest.mark.parametrize("suffix", ["svg", "png", "html"])
def test_a_file_is_the_same_each_time(suffix, tmp_path):
    files = [tmp_path / f"{name}.{suffix}" for name in ("one", "two")]
    for file in files:
        charts.save(charts.timeline("Fiji"), file)
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.pdf", ".pdf"), ("a", ""), ("svg", ""), ("a.svg.gz", ".gz")]
)
def test_an_unknown_suffix_is_an_error_that_lists_those_there_are(name, suffix, tmp_path):
    with pytest.raises(ChoiceError) as caught:
        charts.save(charts.matrix(), tmp_path / name)
    assert str(caught.value) == (
        "the name of the file must end with '.svg', '.png' or '.html', not " + repr(suffix)
    )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("chart", [None, "matrix", charts.matrix])
def test_what_is_saved_is_a_chart(chart, tmp_path):
    with pytest.raises(TypeError, match=r"^chart must be a chart of Altair, not \w+$"):
        charts.save(chart, tmp_path / "a.svg")


def test_any_chart_of_altair_can_be_saved(tmp_path):
    plain = altair.Chart(altair.InlineData([{"a": "</script>"}])).mark_text().encode(text="a:N")
    for chart, title in ((plain, ""), (plain.properties(title="1 < 2"), "1 &lt; 2")):
        charts.save(chart, tmp_path / "a.html")
        page = (tmp_path / "a.html").read_text(encoding="utf-8")
        assert f"<title>{title}</title>" in page
        assert page.count("</script>") == 2
        charts.save(chart, tmp_path / "a.svg")
    assert 'aria-label=""' in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_a_file_that_can_not_be_written_is_left_as_it_was(tmp_path, monkeypatch):
    picture, file = charts.peacekeeping_figures(), tmp_path / "a.svg"
    file.write_text("before")

    def fail(self, target):
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match=r"the disk is full: '.+a\.svg'$"):
        charts.save(picture, file)
    assert [each.name for each in tmp_path.iterdir()] == ["a.svg"]
    assert file.read_text() == "before"


def test_an_error_names_the_file_that_was_asked_for(tmp_path):
    (tmp_path / "file").write_text("")
    (tmp_path / "folder.svg").mkdir()
    for name, kind in (
        ("no/a.svg", FileNotFoundError),
        ("file/a.svg", NotADirectoryError),
        ("folder.svg", OSError),
    ):
        with pytest.raises(kind) as caught:
            charts.save(charts.peacekeeping_figures(), tmp_path / name)
        assert caught.value.filename == str(tmp_path / name)
        assert caught.value.filename2 is None
    assert sorted(os.listdir(tmp_path)) == ["file", "folder.svg"]


def test_a_name_may_be_as_long_as_the_file_system_takes(tmp_path):
    name = "x" * 251 + ".svg"
    charts.save(charts.peacekeeping_figures(), tmp_path / name)
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize("module", ["altair", "vl_convert"])
def test_without_its_packages_nothing_is_saved(module, monkeypatch, tmp_path):
    picture = charts.matrix()
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError) as caught:
        charts.save(picture, tmp_path / "a.svg")
    assert str(caught.value) == (
        f'{module} is not installed: pip install "tipdata[charts]",'
        ' or in a clone pip install -e ".[charts]"'
    )
    assert not list(tmp_path.iterdir())


def test_a_picture_can_be_replaced(tmp_path):
    file = tmp_path / "a.svg"
    for theme, paper in (("light", "#ffffff"), ("dark", "#14181d")):
        charts.save(charts.matrix(theme=theme), file)
        assert paper in file.read_text(encoding="utf-8")
    assert os.listdir(tmp_path) == ["a.svg"]


PICTURES = runpy.run_path(str(ROOT / "docs" / "pictures.py"))


def test_the_pictures_of_the_documentation_are_what_the_functions_draw(tmp_path):
    """Alike in every word and mark, and in place to half a pixel: renderers round."""
    PICTURES["main"](tmp_path)
    now = {file.name: file for file in tmp_path.iterdir()}
    assert set(now) == {file.name for file in STATIC.glob("*.svg")}
    for name, file in now.items():
        fresh, kept = (NUMBER.split(each.read_text("utf-8")) for each in (file, STATIC / name))
        assert fresh[::2] == kept[::2], name
        for one, other in zip(fresh[1::2], kept[1::2], strict=True):
            assert abs(float(one) - float(other)) <= 0.5, name


def test_every_picture_of_the_documentation_has_words_for_those_who_do_not_see_it():
    page = (ROOT / "docs" / "charts.md").read_text(encoding="utf-8")
    found = re.findall(r"^```\{image\} _static/(\w+)-(\w+)\.svg\n:alt: (.+)\n:class: (.+)$",
                       page, re.M)  # fmt: skip
    assert [(name, theme) for name, theme, *_ in found] == [
        (name, theme) for name in PICTURES["ASKED"] for theme in ("light", "dark")
    ]
    assert {(theme, place) for _, theme, _, place in found} == {
        ("light", "only-light"),
        ("dark", "only-dark"),
    }
    assert list(PICTURES["ASKED"]) == list(charts.PLOTS)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r'(?:srcset|src)="(.+?)"', readme)
    assert len(shown) == 4
    assert all((ROOT / file).is_file() for file in shown)
    assert len(re.findall(r'<img src=".+?" alt=".{40,}">', readme)) == 2


def test_the_pictures_of_the_documentation_name_the_day():
    assert "State of play on 31 March 2018. Basis: the chart as printed." in texts(
        root_of(charts.matrix(**PICTURES["ASKED"]["matrix"]))
    )
