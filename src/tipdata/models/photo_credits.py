"""The photo credits."""

from typing import ClassVar

from attrs import frozen

from tipdata.models.record import Record, Section


@frozen
class PageRange:
    """The pages that a photograph stands on.

    Attributes:
        first: The number of the first page.
        last: The number of the last page; the same for a single page.
        roman: Whether the pages are numbered in Roman numerals: page v is not page 5.
    """

    first: int
    last: int
    roman: bool

    def __contains__(self, page: int) -> bool:
        return self.first <= page <= self.last


@frozen
class PhotoCredit(Record):
    """A credit.

    Attributes:
        page_label: The label of the page or pages, such as `"v"`, `"16-17"` or
            `"Inside Front Cover"`.
        pages: The pages as numbers; None for a cover or the table of contents.
        position: Where on the page, such as `"Top"`; None where it isn't said.
        photographer: The photographer; None where the credit names none.
        agency: The agency or organization; None where the credit names none.
        year: The year at the start of the credit, or None.
        credit: The credit as printed.
    """

    page_label: str
    pages: PageRange | None
    position: str | None
    photographer: str | None
    agency: str | None
    year: int | None
    credit: str

    def __str__(self) -> str:
        return self.credit


@frozen
class PhotoCredits(Section):
    """The photo credits.

    Attributes:
        credits: Each of them.
    """

    name: ClassVar[str] = "photo_credits"

    credits: tuple[PhotoCredit, ...]
