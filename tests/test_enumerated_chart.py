"""The status of every cell of the chart, on either basis, held against all its scenarios."""

from datetime import date, timedelta

import brute_force
import tipdata
from for_each import for_each
from tipdata import PartialDate, State

CLOSING = date(2018, 3, 31)
# From before the first treaty to after the year in which C189 is open to denunciation again.
FIRST, HORIZON = date(1929, 1, 1), date(2036, 12, 31)


def periods_about(day):
    """Give a day, its neighbours, and the months and years that have any of them."""
    near = [day + timedelta(days) for days in (-1, 0, 1)]
    return {
        *map(PartialDate.of, near),
        *(PartialDate(each.year, each.month) for each in near),
        *(PartialDate(each.year) for each in near),
    }


def pairs():
    """Give every cell on either basis."""
    chart = tipdata.edition().conventions
    return [(cell, basis) for cell in chart.cells for basis in ("printed", "register")]


@for_each("cell, basis", pairs, sample=40)
def test_the_status_of_a_cell_is_what_enumeration_gives(cell, basis):
    entry = None
    if basis == "register":
        entry = tipdata.register().where(country=cell.country.name, instrument=cell.instrument.id)
        entry = entry.one()
    answers = brute_force.Answers(cell, entry, closing=CLOSING, first=FIRST, horizon=HORIZON)
    days = {FIRST + timedelta(1), CLOSING, HORIZON - timedelta(400), *answers.turns()}
    asked = set().union(*map(periods_about, days))
    for on in asked:
        if on.latest > HORIZON:
            continue
        limits = {"whole": (on.earliest, on.latest)}
        limits |= {"start": (on.earliest,) * 2, "end": (on.latest,) * 2}
        for at, (first, last) in limits.items():
            found = tipdata.status(cell.country, cell.instrument, on=on, at=at, basis=basis)
            expected = answers.possible(first, last)
            assert found.possible == expected, (on, at)
            assert found.state is (next(iter(expected)) if len(expected) == 1 else State.UNCERTAIN)
            assert found.changes is answers.changes(first, last), (on, at)
