"""An edition whose chart is a single cell, perhaps with a register entry beside it."""

from attrs import evolve, frozen

import tipdata
from tipdata import Conventions, Edition, Records


@frozen
class OneChart:
    """The contents of an edition that has a chart and nothing else."""

    chart: Conventions
    register = Records(())

    @property
    def text(self):
        """No source."""
        return ""

    def section(self, name):
        """The chart, or organizations of which there are none."""
        if name == "organizations":
            return evolve(tipdata.edition().organizations, organizations=())
        return self.chart


def edition_of(cell, *entries):
    """Give an edition that holds just this cell, with some entries beside it."""
    chart = evolve(
        tipdata.edition().conventions,
        countries=(cell.country,),
        instruments=(cell.instrument,),
        cells=(cell,),
    )
    return Edition(1, OneChart(chart)).with_register(entries)


def asked(cell, on, entry=None, *, at="whole"):
    """Ask `status` of an edition that holds just this cell, and perhaps an entry."""
    return tipdata.status(
        cell.country,
        cell.instrument,
        on=on,
        at=at,
        basis="printed" if entry is None else "register",
        edition=edition_of(cell, *([] if entry is None else [entry])),
    )
