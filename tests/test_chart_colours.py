"""Colours can be read on their paper, and told apart by eyes that lack a colour."""

import re
from itertools import combinations

import pytest

from pictures import ASKED, drawn, svg
from tipdata import State
from tipdata.charts.themes import STYLES

TEXT, GRAPHICS = 4.5, 3.0  # WCAG 2.2, success criteria 1.4.3 and 1.4.11
APART = 15  # in CIE Lab; two is about what an eye can just see

# Machado, Oliveira and Fernandes (2009), severity 1, in linear light.
EYES = {
    "trichromat": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanope": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranope": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanope": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def linear(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour):
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def blended(colour, paper, opacity):
    pairs = [
        (int(colour[place : place + 2], 16), int(paper[place : place + 2], 16))
        for place in (1, 3, 5)
    ]
    mixed = (round(opacity * one + (1 - opacity) * other) for one, other in pairs)
    return "#" + "".join(f"{part:02x}" for part in mixed)


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def lab(colour, eye):
    """Give CIE Lab (D65) of a colour as an eye sees it."""
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    seen = [min(1, max(0, part)) for part in times(EYES[eye], linear(colour))]
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (
            part / white
            for part, white in zip(times(to_xyz, seen), (0.9505, 1, 1.089), strict=True)
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one, other, eye):
    pairs = zip(lab(one, eye), lab(other, eye), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def test_the_measures_are_right():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert distance("#000000", "#ffffff", "trichromat") == pytest.approx(100, abs=0.1)
    assert blended("#000000", "#ffffff", 0.5) == "#808080"


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_words_and_marks_can_be_read(style):
    for ink in (style.ink, style.soft):
        assert contrast(ink, style.paper) >= TEXT
    for fill, ink in style.states.values():
        assert contrast(ink, fill) >= TEXT
    for colour in (style.accent, style.second):
        assert contrast(colour, style.paper) >= GRAPHICS
    for colour in style.series:
        assert max(contrast(colour, style.paper), contrast(style.edge, style.paper)) >= GRAPHICS


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_colours_can_be_told_apart(style, eye):
    fills = [fill for fill, _ in style.states.values()]
    for together in (fills, style.series, (style.accent, style.second, style.ink)):
        for one, other in combinations(together, 2):
            assert distance(one, other, eye) >= APART, (one, other)
    band = blended(style.accent, style.paper, 0.35)
    assert distance(style.accent, band, eye) >= APART
    assert distance(style.paper, band, eye) >= APART


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_in_grey_what_is_in_force_is_told_from_what_is_not(style):
    fills = {state: fill for state, (fill, _) in style.states.items()}
    bound = fills[State.IN_FORCE]
    for state in (State.RATIFIED, State.UNCERTAIN):
        assert contrast(bound, fills[state]) >= 1.9
    assert contrast(bound, fills[State.NOT_RATIFIED]) >= 2.4


@pytest.mark.parametrize("theme", STYLES)
@pytest.mark.parametrize("name", ASKED)
def test_a_picture_has_no_colours_but_those_of_its_theme(name, theme):
    style = STYLES[theme]
    known = {style.paper, style.ink, style.soft, style.grid, style.edge, style.accent}
    known |= {style.second, *style.series, *(c for pair in style.states.values() for c in pair)}
    known |= {"none", "transparent"}
    used = set()
    for part in svg(drawn(name, theme=theme)).iter():
        used |= {part.get(key) for key in ("fill", "stroke")} - {None}
    assert {colour for colour in used if not re.fullmatch(r"rgba?\(.+\)", colour)} <= known
