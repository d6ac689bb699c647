"""Pictures of the data, drawn by Altair: `from tipdata import charts`."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from tipdata.charts.bound import bound_over_time
from tipdata.charts.files import save
from tipdata.charts.matrix import matrix
from tipdata.charts.peacekeeping import peacekeeping_figures
from tipdata.charts.ratifying import ratifications_per_year
from tipdata.charts.timeline import timeline

__all__ = [
    "PLOTS",
    "bound_over_time",
    "matrix",
    "peacekeeping_figures",
    "ratifications_per_year",
    "save",
    "timeline",
]

PLOTS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "matrix": matrix,
        "timeline": timeline,
        "ratifications_per_year": ratifications_per_year,
        "bound_over_time": bound_over_time,
        "peacekeeping_figures": peacekeeping_figures,
    }
)
"""The pictures by their names, in the order of the documentation."""
