"""Draws the pictures of the documentation and the README: `python docs/pictures.py`."""

from pathlib import Path

from tipdata import charts

FOLDER = Path(__file__).parent / "_static"
ASKED = {
    "matrix": {},
    "timeline": {"country": "Denmark"},
    "ratifications_per_year": {},
    "bound_over_time": {"start": 1995, "end": 2020},
    "peacekeeping_figures": {},
}


def main(folder: Path = FOLDER) -> None:
    """Draw each picture for light and for dark."""
    for name, asked in ASKED.items():
        for theme in ("light", "dark"):
            charts.save(charts.PLOTS[name](**asked, theme=theme), folder / f"{name}-{theme}.svg")


if __name__ == "__main__":
    main()
