"""The views of the SQLite database: the common questions to the chart."""

from tipdata.models.state import State

# `on` is a word of SQL, and so stands in quotation marks.
VIEWS = (
    """\
CREATE VIEW ratifications_by_year AS -- How many acts of a year, by instrument.
SELECT CAST(substr(date, 1, 4) AS INTEGER) AS year, instrument, count(*) AS ratifications
FROM ratifications
GROUP BY year, instrument
ORDER BY year, instrument""",
    """\
CREATE VIEW status_by_basis AS -- The state of play at the closing date, basis by basis.
SELECT printed.country, printed.instrument, printed."on",
  printed.state AS printed, register.state AS register
FROM status AS printed
JOIN status AS register USING (country, instrument)
WHERE printed.basis = 'printed' AND register.basis = 'register'
ORDER BY printed.country, printed.instrument""",
    f"""\
CREATE VIEW not_ratified AS -- Who has not ratified, or possibly has not, at the closing date.
SELECT instrument, country, "on", basis, certain
FROM status
WHERE EXISTS (
  SELECT 1 FROM json_each(possible) WHERE json_each.value = '{State.NOT_RATIFIED.value}'
)
ORDER BY instrument, country, basis""",
    """\
CREATE VIEW disagreements AS -- Where the register says otherwise than the chart.
SELECT register.country, register.instrument, chart.printed, register.consent AS register_consent,
  register.consent_form, register.grade, register.sources
FROM register
JOIN chart USING (country, instrument)
WHERE register.finding = 'disagrees'
ORDER BY register.country, register.instrument""",
)
