"""Status as users ask for it: days in any form, bad input, explanations, summaries."""

from datetime import UTC, date, datetime, timedelta

import pytest

import tipdata
from for_each import for_each
from tipdata import ChoiceError, DateError, NotFoundError, Origin, PartialDate, State


@pytest.mark.parametrize(
    "on",
    [
        date(2018, 6, 14),
        datetime(2018, 6, 14, 23, 59, tzinfo=UTC),
        "2018-06-14",
        "2018-06-14T08:30:00",
        "14 Jun 2018",
        PartialDate(2018, 6, 14),
    ],
)
def test_a_day_in_any_form_is_the_same_day(on):
    found = tipdata.status("DNK", "P29", on=on)
    assert found.on == PartialDate(2018, 6, 14)
    assert found.state is State.IN_FORCE


def test_no_day_means_the_closing_date():
    assert tipdata.status("DK", "P029").on == PartialDate(2018, 3, 31)


def test_a_period_is_the_union_over_its_days():
    # In force on 14 June 2018; by a denunciation in April 2018 or before, until the next day.
    known = {State.RATIFIED, State.IN_FORCE}
    assert tipdata.status("DK", "P029", on="2018", basis="register").possible == known
    assert tipdata.status("DK", "P029", on="2018").possible == {*known, State.NO_LONGER_BOUND}
    assert tipdata.status("DK", "P029", on="2018-07", basis="register").state is State.IN_FORCE
    assert tipdata.status("DK", "P029", on=PartialDate(2017)).possible == {
        State.NOT_RATIFIED,
        State.RATIFIED,
    }


@for_each("cell", lambda: tipdata.chart().cells)
def test_nobody_has_ratified_before_the_adoption(cell):
    day = cell.instrument.adopted.earliest.replace(year=cell.instrument.adopted.year - 1)
    for basis in ("printed", "register"):
        found = tipdata.status(cell.country, cell.instrument, on=day, basis=basis)
        assert found.state is State.NOT_RATIFIED
        assert f"adopted only on {cell.instrument.adopted}" in found.explanation


@for_each("cell", lambda: tipdata.chart().cells.where(printed="—"))
def test_a_dash_opens_after_the_closing_date(cell):
    def at(on):
        return tipdata.status(cell.country, cell.instrument, on=on).possible

    # All dashes are in the columns of ILO instruments: twelve months.
    assert at("2018-03-31") == {State.NOT_RATIFIED}
    assert at("2018-04-01") == {State.NOT_RATIFIED, State.RATIFIED}
    assert at("2019-03-31") == {State.NOT_RATIFIED, State.RATIFIED}
    assert at("2019-04-01") == {State.NOT_RATIFIED, State.RATIFIED, State.IN_FORCE}


# A notice has effect after twelve months. The UN's protocols take it at any time; the ILO's
# instruments in a year that begins ten years after they first came into force (C029, and P029
# with it: on 1 May 1932) and every five or ten years later. The chart denies effects up to
# 31 March 2018.
DENOUNCED_FROM = {
    **dict.fromkeys(("PALERMO", "CRC-OP-SC", "CRC-OP-AC"), date(2018, 4, 1)),
    **dict.fromkeys(("C029", "P029"), date(2018, 5, 1)),  # noticed from 1 May 2017 on
    "C105": date(2020, 1, 17),  # 17 January 1959 and sixty years
    "C182": date(2021, 11, 19),  # 19 November 2000 and twenty years
    "C189": date(2024, 9, 5),  # 5 September 2013 and ten years
}


@for_each("found", tipdata.ratifications)
def test_a_printed_year_stays_until_a_denunciation_can_have_had_effect(found):
    pair = found.country, found.instrument
    bound = tipdata.bounds(*pair).entry_into_force.latest
    # Nobody is no longer bound before having been bound.
    first = max(DENOUNCED_FROM[found.instrument.id], bound + timedelta(1))
    assert tipdata.is_party(*pair, on=first - timedelta(1)) is True
    for day in (first, date(2050, 1, 1)):
        later = tipdata.status(*pair, on=day)
        assert later.possible == {State.IN_FORCE, State.NO_LONGER_BOUND}


def test_how_many_printed_cells_are_certain_as_time_goes_by():
    def certain(day):
        cells = tipdata.chart().cells
        return sum(tipdata.status(c.country, c.instrument, on=day).certain for c in cells)

    # Of the 48 cells of the UN's protocols all are open from 1 April 2018 on, and so are the 19
    # dashes. By 2022 four remain: what is printed for C189.
    days = ("2018-03-31", "2018-04-01", "2018-06-15", "2022-01-01")
    assert [certain(day) for day in days] == [128, 61, 40, 4]


@pytest.mark.parametrize("on", ["", "tomorrow", "2018-02-30", "2018-06-14T25:00"])
def test_an_unreadable_day_is_an_error(on):
    with pytest.raises(DateError):
        tipdata.status("DK", "P029", on=on)


@pytest.mark.parametrize("on", [2018, 2018.0, True, b"2018", ("2018",)])
def test_a_day_of_a_wrong_type_names_the_argument(on):
    with pytest.raises(TypeError, match=r"^on must be date or str or PartialDate, not "):
        tipdata.status("DK", "P029", on=on)
    with pytest.raises(TypeError, match=r"^during must be"):
        tipdata.entries_into_force(on)


@pytest.mark.parametrize("basis", ["print", "", None, 1, ["printed"]])
def test_an_unknown_basis_lists_the_choices(basis):
    for ask in (tipdata.status, tipdata.is_party, tipdata.bounds):
        with pytest.raises(ChoiceError, match="must be 'printed' or 'register'"):
            ask("DK", "P029", basis=basis)
    with pytest.raises(ChoiceError):
        tipdata.protocol_status("P029", basis=basis)


def test_a_country_outside_the_chart_is_unknown_and_not_unbound():
    with pytest.raises(NotFoundError, match=r"lists only the 16 countries.*complete list"):
        tipdata.status("France", "P029")
    with pytest.raises(NotFoundError):
        tipdata.country_status("France")
    with pytest.raises(NotFoundError, match="'P029'"):
        tipdata.protocol_status("P030")


def test_a_party_is_one_for_which_it_is_in_force():
    assert tipdata.is_party("Poland", "P029") is True
    assert tipdata.is_party("Denmark", "P029") is False
    assert tipdata.is_party("Brazil", "P029") is False
    assert tipdata.is_party("Brazil", "C182", on="2001-06-30") is None
    # Not in force for it, whether or not it has consented yet.
    assert tipdata.is_party("Brazil", "C182", on="2000-06-30") is False


def test_protocol_and_country_status_are_status_for_each():
    for basis in ("printed", "register"):
        for instrument in tipdata.instruments():
            found = tipdata.protocol_status(instrument, on="2010", basis=basis)
            assert list(found) == [
                tipdata.status(country, instrument, on="2010", basis=basis)
                for country in tipdata.countries()
            ]
        for country in tipdata.countries():
            found = tipdata.country_status(country, on="2010", basis=basis)
            assert list(found) == [
                tipdata.status(country, instrument, on="2010", basis=basis)
                for instrument in tipdata.instruments()
            ]


def test_bounds_say_where_they_come_from():
    year = tipdata.bounds("Brazil", "C182")
    assert (str(year.consent), year.consent.origin) == ("2000-01-01/2000-12-31", Origin.PRINTED)
    assert (
        str(year.entry_into_force),
        year.entry_into_force.origin,
        year.entry_into_force.rule,
    ) == (
        "2001-01-01/2001-12-31",
        Origin.DERIVED,
        "art. 10(3)",
    )
    printed = tipdata.bounds("Denmark", "P029")
    assert (str(printed.consent), printed.consent.rule) == ("2017-06-14", "art. 8(2)")
    assert (str(printed.entry_into_force), printed.entry_into_force.origin) == (
        "2018-06-14",
        Origin.PRINTED,
    )
    dash = tipdata.bounds("Denmark", "C189")
    assert (str(dash.consent), dash.never) == ("2018-04-01/..", True)
    read = tipdata.bounds("Brazil", "C182", basis="register")
    assert (str(read.consent), read.consent.origin) == ("2000-02-02", Origin.REGISTER)
    assert (str(read.entry_into_force), read.entry_into_force.origin) == (
        "2001-02-02",
        Origin.REGISTER,
    )
    # Open to notices after the as-of day in the year from 19 November 2030 on.
    assert str(read.denunciation_effect) == "2031-11-19/.."
    assert read.denunciation_effect.rule == "art. 11"


# A consent before an instrument's own entry into force.
@pytest.mark.parametrize(
    ("country", "instrument", "in_force"),
    [
        ("Namibia", "PALERMO", "2003-12-25"),  # 2002
        ("Iceland", "CRC-OP-SC", "2002-01-18"),  # 2001
        ("Iceland", "CRC-OP-AC", "2002-02-12"),  # 2001
        ("Spain", "CRC-OP-AC", "2002-02-12/2003-01-31"),  # 2002
        ("Poland", "PALERMO", "2003-12-25/2004-01-30"),  # 2003: the 30th day after deposit
        ("Sweden", "C029", "1932-05-01/1932-12-31"),  # 1931
        ("Denmark", "C105", "1959-01-17/1959-12-31"),  # 1958
    ],
)
def test_no_instrument_binds_before_its_own_entry_into_force(country, instrument, in_force):
    assert str(tipdata.bounds(country, instrument).entry_into_force) == in_force


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (
            {"country": "Fiji", "instrument": "OPSC", "basis": "register"},
            "Fiji had not ratified CRC-OP-SC on 2018-03-31: the chart prints the year 2005, but"
            " a register copy, as of 2022-05-05, gives signature on 2005-09-16"
            " and no consent before ratification on 2021-03-09; the print is contested.",
        ),
        (
            {"country": "Brazil", "instrument": "P029"},
            "Brazil had not ratified P029 on 2018-03-31: the chart prints a dash,"
            " and that denies any ratification before 2018-04-01.",
        ),
        (
            {"country": "Brazil", "instrument": "P029", "on": "2020"},
            "The status of P029 for Brazil in 2020 is uncertain"
            " (not ratified, ratified, in force or no longer bound): the chart prints a dash,"
            " and nothing denies a ratification from"
            " 2018-04-01 on, and entry into force not before 2019-04-01 is derived by"
            " art. 8(2), and nothing excludes a denunciation by art. 9 in effect from"
            " 2019-04-02 on.",
        ),
        (
            {"country": "Japan", "instrument": "PALERMO", "basis": "register", "on": "2017-09"},
            "PALERMO was in force for Japan in 2017-09: the chart prints the year 2017, and a"
            " register copy, as of 2022-11-04, gives acceptance on 2017-07-11 (entry into"
            " force on 2017-08-10 by another source).",
        ),
        (
            {"country": "Denmark", "instrument": "C189", "basis": "register"},
            "Denmark had not ratified C189 on 2018-03-31: the chart prints a dash, and a"
            " copy of an official publication, as of 2020-10-05, gives no consent, and that"
            " denies any ratification before 2020-10-06.",
        ),
        (
            {"country": "Poland", "instrument": "C182", "basis": "register", "on": "2025"},
            "C182 is in force for Poland in 2025: the chart prints the year 2002, and a"
            " register copy, as of 2023-05-11, gives ratification on 2002-08-09 (entry into"
            " force on 2003-08-09 by another source).",
        ),
        (
            {"country": "Poland", "instrument": "C182", "basis": "register", "on": "2031"},
            "The status of C182 for Poland in 2031 is uncertain"
            " (in force or no longer bound): the chart prints the year 2002,"
            " and a register copy, as of 2023-05-11, gives"
            " ratification on 2002-08-09 (entry into force on 2003-08-09 by another source), and"
            " nothing excludes a denunciation by art. 11 in effect from 2031-11-19 on.",
        ),
        (
            {"country": "Poland", "instrument": "P029", "on": "2018-03"},
            "The status of P029 for Poland in 2018-03 changes (ratified or in force): the chart"
            " prints the year 2017 and entry into force on 2018-03-10, and consent on 2017-03-10"
            " is derived from that by art. 8(2).",
        ),
        (
            {"country": "Denmark", "instrument": "P029", "on": "2018-04-01"},
            "Denmark has ratified P029 but is not bound by it on 2018-04-01: the chart prints"
            " the year 2017 and entry into force on 2018-06-14, and consent on 2017-06-14"
            " is derived from that by art. 8(2).",
        ),
    ],
)
def test_a_status_explains_itself_in_one_sentence(question, sentence):
    found = tipdata.status(**question)
    assert found.explanation == sentence
    assert str(found) == sentence


def test_counts_at_the_end_of_each_year_equal_a_count_of_statuses():
    for basis in ("printed", "register"):
        counts = tipdata.status_counts(start=1955, end=2024, basis=basis)
        assert len(counts) == 8 * 70
        for count in counts:
            answers = [
                tipdata.is_party(country, count.instrument, on=count.on, basis=basis)
                for country in tipdata.countries()
            ]
            assert (count.on.month, count.on.day) == (12, 31)
            assert count.certain == answers.count(True)
            assert count.possible == answers.count(True) + answers.count(None)
            assert count.countries == 16


def test_counts_need_whole_years():
    with pytest.raises(TypeError, match=r"^start must be int"):
        tipdata.status_counts(start="2001", end=2003)
    with pytest.raises(TypeError, match=r"^end must be int"):
        tipdata.status_counts(start=2001, end=None)
    with pytest.raises(DateError):
        tipdata.status_counts(start=0, end=1)
    assert len(tipdata.status_counts(start=2003, end=2001)) == 0


@pytest.mark.parametrize("basis", ["printed", "register"])
@pytest.mark.parametrize("during", ["2001", "2018", "2018-06", "2018-06-14", "2019-04-01"])
def test_what_entered_into_force_is_what_was_not_before_and_is_after(during, basis):
    period = PartialDate.parse(during)
    found = {(e.country, e.instrument): e for e in tipdata.entries_into_force(during, basis=basis)}
    for cell in tipdata.chart().cells:
        pair = cell.country, cell.instrument
        bounds = tipdata.bounds(*pair, basis=basis)
        end = bounds.entry_into_force.latest or date.max
        inside = bounds.entry_into_force.earliest <= period.latest and period.earliest <= end
        assert (pair in found) is inside
        if inside:
            before = tipdata.is_party(*pair, on=period.earliest.replace(year=1900), basis=basis)
            after = tipdata.status(*pair, on=period.latest, basis=basis).possible
            whole = period.earliest <= bounds.entry_into_force.earliest and end <= period.latest
            assert found[pair].certain is whole
            was_bound = State.IN_FORCE in after and after <= {
                State.IN_FORCE,
                State.NO_LONGER_BOUND,
            }
            assert not found[pair].certain or (before is False and was_bound)


def test_every_list_of_statuses_says_which_are_contested():
    printed, register = ({"basis": basis} for basis in ("printed", "register"))
    (fiji,) = tipdata.not_ratified("OPSC", **register)
    assert fiji.contested
    for options in (printed, register):
        for instrument in ("OPSC", "OPAC"):
            found = tipdata.protocol_status(instrument, **options).where(contested=True)
            assert [str(status.country) for status in found] == ["Fiji"]
        found = tipdata.country_status("Fiji", **options).where(contested=True)
        assert [str(status.instrument) for status in found] == ["CRC-OP-SC", "CRC-OP-AC"]
        (erratum,) = found[0].errata
        assert erratum.kind is tipdata.ErratumKind.CONTRADICTED


def test_who_has_not_ratified():
    def names(statuses):
        return [str(status.country) for status in statuses]

    assert names(tipdata.not_ratified("C105")) == ["Japan"]
    assert names(tipdata.not_ratified("OPSC")) == []
    assert names(tipdata.not_ratified("OPSC", basis="register")) == ["Fiji"]
    in_2017 = tipdata.not_ratified("PALERMO", on="2017")
    assert names(in_2017) == ["Fiji", "Japan"]
    assert {status.state for status in in_2017} == {State.UNCERTAIN}


@pytest.mark.parametrize(
    "text",
    [
        "2018-06-13/14",
        "2018-06-13/2018",
        "2018-06-13/2020",
        "2018-06-13?12",
        "2018-06-14-15",
        "2018-06-14012",
        "2018-06-14X1530",
        "2018-06-14T25:00",
        "2018-0614",
        "2018-W24",
        "2018-W24-4",
    ],
)
def test_a_text_that_is_more_than_a_day_is_not_cut_to_one(text):
    with pytest.raises(DateError, match="can't read the date"):
        tipdata.status("Denmark", "P029", on=text)


def test_no_consent_leads_to_an_entry_into_force_before_the_adoption():
    with pytest.raises(DateError, match="P029 was adopted only on 2014-06-11: none on 2014-06-10"):
        tipdata.entry_into_force(date(2014, 6, 10), tipdata.instrument("P029"))
    first = tipdata.entry_into_force(date(2014, 6, 11), tipdata.instrument("P029"))
    assert first == date(2016, 11, 9)


def test_bounds_allow_the_date_of_a_time_and_nothing_that_is_no_day():
    bounds = tipdata.bounds("Denmark", "P029").entry_into_force
    assert bounds.allows(datetime(2018, 6, 14, 23, tzinfo=UTC))
    assert not bounds.allows(date(2018, 6, 15))
    with pytest.raises(TypeError, match="day must be date, not str"):
        bounds.allows("2018-06-14")


@pytest.mark.parametrize("week", ["2018-W13", "2018W13", "2018-w13", "2018-W13-6"])
def test_a_week_is_not_taken_for_its_monday(week):
    with pytest.raises(DateError, match="can't read the date"):
        tipdata.status("Denmark", "P029", on=week)


def test_a_time_does_not_hinder_reading_a_day():
    for text in ("2018-06-14T23:59:59", "2018-06-14 00:00", "20180614"):
        assert tipdata.status("Denmark", "P029", on=text).on == tipdata.PartialDate(2018, 6, 14)


def test_a_datetime_is_taken_alike_by_all_instruments():
    for instrument in (tipdata.instrument("P029"), tipdata.instrument("OPSC")):
        found = tipdata.entry_into_force(datetime(2017, 6, 14), instrument)
        assert found == tipdata.entry_into_force(date(2017, 6, 14), instrument)


def test_an_unknown_basis_is_an_error_even_when_there_is_nothing_to_count():
    with pytest.raises(ChoiceError):
        tipdata.status_counts(start=2003, end=2001, basis="nonsense")
