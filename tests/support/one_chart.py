"""An edition whose chart is a single cell, perhaps with a register entry beside it."""

from unittest import mock

from attrs import evolve, frozen

import tipdata
from tipdata import Conventions, Edition


@frozen
class OneChart:
    """The contents of an edition that has a chart and nothing else."""

    chart: Conventions

    @property
    def text(self):
        """No source."""
        return ""

    def section(self, name):
        """The chart."""
        return self.chart


def asked(cell, on, entry=None):
    """Ask `status` of an edition that holds just this cell, and perhaps an entry."""
    chart = evolve(
        tipdata.edition().conventions,
        countries=(cell.country,),
        instruments=(cell.instrument,),
        cells=(cell,),
    )
    entries = () if entry is None else (entry,)
    with mock.patch("tipdata.state.evidence.register_entries", return_value=entries):
        return tipdata.status(
            cell.country,
            cell.instrument,
            on=on,
            basis="printed" if entry is None else "register",
            edition=Edition(1, OneChart(chart)),
        )
