"""Entries of the packaged register, changed, and a question with one beside the chart."""

from attrs import evolve

import tipdata
from tipdata import ActionKind, TreatyAction


def entry_of(country, instrument):
    """Give the packaged entry."""
    return tipdata.register().where(country=country, instrument=instrument).one()


def asked(entry, on, *, edition=None):
    """Ask for the status with just this entry beside the chart."""
    edition = (edition or tipdata.edition()).with_register([entry])
    return tipdata.status(
        entry.country, entry.instrument, on=on, basis="register", edition=edition
    )


def jamaica(**act):
    """Give Jamaica's entry on C029, likely a continuity, with more said of its consent."""
    entry = entry_of("Jamaica", "C029")
    return evolve(entry, actions=(evolve(entry.actions[0], **act),))


def withdrawn(notice, effect=None):
    """Give Brazil's entry on C105, in force from 18 Jun 1966, with a denunciation."""
    entry = entry_of("Brazil", "C105")
    end = TreatyAction(ActionKind.DENUNCIATION, notice, effect=effect)
    return evolve(entry, actions=(*entry.actions, end))
