"""The figures of the peacekeeping organizations, side by side."""

from textwrap import fill
from typing import TYPE_CHECKING, Any

from tipdata.charts.themes import Style, Theme, finished, style_of
from tipdata.charts.words import panel_heads, source_lines
from tipdata.extras import Deferred, need
from tipdata.load.edition import Edition
from tipdata.models.peacekeeping import PeacekeepingProfile
from tipdata.models.record import Answer
from tipdata.queries.lookup import edition_or_default
from tipdata.queries.sections import peacekeeping

if TYPE_CHECKING:
    import altair
else:
    altair = Deferred("altair", "charts")

# In pixels, but for NAMES, the letters in a line of a name, and FIGURES, of each organization.
WIDTH, ROW, SPACE, NAMES, LINE, FIGURES = 190, 58, 66, 26, 14, 3


def peacekeeping_figures(
    *, theme: Theme = "light", edition: Edition | None = None
) -> "altair.FacetChart":
    """Draw personnel, missions and allegations of each organization, each to its own scale.

    Where the report gives no number there is no bar, and the cell's own words stand there:
    "none reported" is no counted zero.

    Args:
        theme: `"light"` or `"dark"`.
        edition: The edition to draw; by default that of 2018.

    Raises:
        ChoiceError: If there is no such theme.
        MissingExtraError: If Altair is not installed.
        TypeError: If an argument is of a wrong type.

    Example:
        >>> from tipdata import charts
        >>> charts.peacekeeping_figures().title["text"]
        'Peacekeepers, missions and allegations'
    """
    alt, style, edition = need("altair", "charts"), style_of(theme), edition_or_default(edition)
    profiles = peacekeeping(edition=edition)
    rows = [row for profile in profiles for row in _rows(profile)]
    remarks = [
        f"{profile.abbreviation}: “{profile.allegations.remark}”"
        for profile in profiles
        if profile.allegations.remark
    ]
    heads = panel_heads(style, [*remarks, *source_lines(edition)])
    figures = [row["figure"] for row in rows[:FIGURES]]
    names = [row["organization"] for row in rows[::FIGURES]]
    picture: altair.FacetChart = (
        alt.layer(*_layers(alt, style, names))
        .properties(width=WIDTH, height=ROW * len(profiles))
        .facet(
            column=alt.Column("figure:N", sort=figures, header=heads),
            data=alt.InlineData(rows),
            bounds="flush",
            spacing=SPACE,
        )
        # Ninety thousand persons beside three missions: on one scale the missions would vanish.
        .resolve_scale(x="independent")
    )
    return finished(
        picture,
        style,
        "Peacekeepers, missions and allegations",
        [
            edition.peacekeeping.title.capitalize(),
            f"As the report prints them for {len(profiles)} organizations."
            " Each column has a scale of its own.",
        ],
        f"{'; '.join(row['said'] for row in rows)}.",
    )


def _rows(profile: PeacekeepingProfile) -> list[dict[str, Any]]:
    """Return the three figures; one that isn't given has no number, and the cell's own words."""
    reported = profile.allegations
    figures = (
        ("Personnel (persons)", profile.personnel, Answer.GIVEN),
        ("Missions (number)", profile.missions, Answer.GIVEN),
        (f"Allegations in {reported.year} (number)", reported.allegations, reported.answer),
    )
    return [
        {
            "said": f"{profile.abbreviation}, {figure}: {_label(number, answer)}",
            "organization": fill(f"{profile.organization} ({profile.abbreviation})", NAMES),
            "abbreviation": profile.abbreviation,
            "figure": figure,
            "number": number,
            "answer": answer.value,
            "label": _label(number, answer),
        }
        for figure, number, answer in figures
    ]


def _label(number: int | None, answer: Answer) -> str:
    if number is not None:
        return f"{number:,}"
    return "no number given" if answer is Answer.GIVEN else answer.value


def _layers(alt: Any, style: Style, names: list[str]) -> tuple[Any, ...]:
    """Draw the bars, their numbers, and the words where there is no number."""
    base = alt.Chart().encode(
        y=alt.Y("organization:N", sort=names, title=None).axis(
            domain=False,
            ticks=False,
            # Vega breaks no line by itself, and draws a list of texts as lines.
            labelExpr="split(datum.label, '\\n')",
            labelLimit=0,
            labelLineHeight=LINE,
            labelPadding=8,
            # Vega sets the first of several lines in the middle.
            labelOffset={
                "condition": [
                    {
                        "test": f"length(split(datum.value, '\\n')) == {lines}",
                        "value": -LINE * (lines - 1) / 2,
                    }
                    for lines in sorted({name.count("\n") + 1 for name in names})
                ],
                "value": 0,
            },
        ),
        description="said:N",
        tooltip="said:N",
    )
    length = alt.X("number:Q", title=None).scale(zero=True, nice=False).axis(None)
    counted, uncounted = "isValid(datum.number)", "!isValid(datum.number)"
    bars = base.transform_filter(counted).mark_bar(height=22, color=style.accent).encode(x=length)
    numbers = (
        base.transform_filter(counted)
        .mark_text(aria=False, align="left", dx=6, color=style.ink, fontWeight="bold")
        .encode(x=length, text="label:N")
    )
    words = (
        base.transform_filter(uncounted)
        .mark_text(align="left", dx=6, color=style.soft, fontStyle="italic")
        .encode(x=alt.value(0), text="label:N")
    )
    zero = base.mark_rule(aria=False, color=style.soft).encode(
        x=alt.value(0), y=alt.value(0), y2=alt.value("height")
    )
    return zero, bars, numbers, words
