"""The chart of conventions as a whole."""

from attrs import frozen

from tipdata.dates import PartialDate
from tipdata.load.edition import Edition
from tipdata.models.beside import is_contested
from tipdata.models.conventions import Cell, Conventions, Country, Instrument, Ratification
from tipdata.models.record import Link, Paragraph, Span
from tipdata.queries.lookup import edition_or_default, find_country, find_instrument
from tipdata.tables.records import Records


def chart(*, edition: Edition | None = None) -> "Chart":
    """Return the chart of conventions.

    Raises:
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> import tipdata
        >>> len(tipdata.chart().cells)
        128
    """
    return Chart(edition_or_default(edition))


@frozen(repr=False)
class Chart:
    """The chart of conventions: countries down, instruments across.

    `chart[country, instrument]` is the ratification that the cell prints, or None where
    it prints a dash. In a notebook the chart shows as a matrix.

    Example:
        >>> import tipdata
        >>> chart = tipdata.chart()
        >>> chart["DK", "P029"].entry_into_force
        PartialDate(2018, 6, 14)
        >>> chart["DK", "C189"] is None
        True
        >>> str(chart.closing_date)
        '2018-03-31'
    """

    edition: Edition

    @property
    def cells(self) -> Records[Cell]:
        """All cells, row by row, dashes too."""
        return Records(self._section.cells, Cell)

    @property
    def countries(self) -> Records[Country]:
        """The rows."""
        return Records(self._section.countries, Country)

    @property
    def instruments(self) -> Records[Instrument]:
        """The columns."""
        return Records(self._section.instruments, Instrument)

    @property
    def legend(self) -> Paragraph:
        """The paragraph above the chart."""
        return self._section.legend

    @property
    def window(self) -> tuple[PartialDate, PartialDate]:
        """The first and the last month of the window.

        Each row is of a country that the legend says ratified, acceded to or accepted an
        instrument in it. Not every one did: see `errata`.
        """
        return self._section.opens, self._section.closes

    @property
    def closing_date(self) -> PartialDate:
        """The last day of the window: what the chart says, it says up to here."""
        return PartialDate.of(self._section.closes.latest)

    @property
    def complete_list(self) -> Link:
        """The address at which the list of all countries was."""
        return self._section.legend.links[0]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The range of the source that holds the chart and its legend."""
        return self._section.spans

    def cell(self, country: str | int | Country, instrument: str | Instrument) -> Cell:
        """Return the cell of a country and an instrument, dash or not.

        Raises:
            NotFoundError: If the chart has no such row or column.
            TypeError: If an argument is of a wrong type.

        Example:
            >>> import tipdata
            >>> cell = tipdata.chart().cell("Denmark", "C189")
            >>> cell.printed, tipdata.source(cell).line
            ('—', 10)
        """
        # The cells stand row by row, and the reader saw to it that no row lacks one.
        row = self._section.countries.index(find_country(country, self.edition))
        column = self._section.instruments.index(find_instrument(instrument, self.edition))
        return self._section.cells[row * len(self._section.instruments) + column]

    def __getitem__(
        self, key: tuple[str | int | Country, str | Instrument]
    ) -> Ratification | None:
        if not isinstance(key, tuple) or len(key) != 2:
            raise TypeError('a chart takes a country and an instrument: chart["DK", "P029"]')
        return self.cell(*key).ratification

    @property
    def _section(self) -> Conventions:
        return self.edition.conventions

    def __repr__(self) -> str:
        from tipdata.tables.matrix import as_text

        return as_text(self._section, self.contested)

    def _repr_html_(self) -> str:
        from tipdata.tables.matrix import as_html

        return as_html(self._section, self.contested)

    @property
    def contested(self) -> Records[Cell]:
        """The cells that other evidence contradicts; they carry a sign."""
        entries = {(e.country.name, e.instrument.id): e for e in self.edition.register}
        return Records(
            (
                cell
                for cell in self.cells
                if is_contested(cell, entries.get((cell.country.name, cell.instrument.id)))
            ),
            Cell,
        )
