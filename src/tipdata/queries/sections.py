"""The sections that need no question: each is returned as it is."""

from tipdata.errors import check_type
from tipdata.load.edition import Edition
from tipdata.models.closing_note import ClosingNote
from tipdata.models.notes import Note
from tipdata.models.peacekeeping import PeacekeepingProfile
from tipdata.models.photo_credits import PhotoCredit
from tipdata.models.staff import StaffMember
from tipdata.names import fold
from tipdata.queries.lookup import edition_or_default
from tipdata.tables.records import Records


def peacekeeping(*, edition: Edition | None = None) -> Records[PeacekeepingProfile]:
    """Return the profiles of the peacekeeping organizations, in the order of the columns.

    Raises:
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> import tipdata
        >>> {profile.abbreviation: profile.personnel for profile in tipdata.peacekeeping()}
        {'UN': 92682, 'OSCE': 3088, 'NATO': 24242}
    """
    return Records(edition_or_default(edition).peacekeeping.profiles, PeacekeepingProfile)


def notes(*, edition: Edition | None = None) -> Records[Note]:
    """Return the notes.

    Raises:
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> import tipdata
        >>> tipdata.notes().one().date
        PartialDate(2017, 12, 31)
    """
    return Records(edition_or_default(edition).notes.notes, Note)


def photo_credits(
    *, page: int | str | None = None, edition: Edition | None = None
) -> Records[PhotoCredit]:
    """Return the photo credits.

    Args:
        page: Only those of this page: an `int` is an Arabic page number and finds ranges
            that hold it; a `str` is a label, such as "v" or "Inside Front Cover".
        edition: By default that of 2018.

    Raises:
        TypeError: If an argument is of a wrong type.

    Example:
        >>> import tipdata
        >>> tipdata.photo_credits(page=16).one().photographer
        'Jodi Cobb'
        >>> tipdata.photo_credits(page="v").one().photographer
        'Karen Kasmauski'
    """
    credits = Records(edition_or_default(edition).photo_credits.credits, PhotoCredit)
    if page is None:
        return credits
    check_type("page", page, int, str)
    if isinstance(page, int):
        return credits.where(
            lambda credit: (
                credit.pages is not None and not credit.pages.roman and page in credit.pages
            )
        )
    label = fold(page).removeprefix("page ")
    return credits.where(lambda credit: fold(credit.page_label) == label)


def closing_note(*, edition: Edition | None = None) -> ClosingNote:
    """Return the closing note.

    Raises:
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> import tipdata
        >>> len(tipdata.closing_note().paragraphs)
        5
    """
    return edition_or_default(edition).closing_note


def staff(*, edition: Edition | None = None) -> Records[StaffMember]:
    """Return the staff, in reading order: down each column, then across.

    Raises:
        TypeError: If `edition` is no `Edition`.

    Example:
        >>> import tipdata
        >>> [member.name for member in tipdata.staff()][:2]
        ['Karen Vierling Allen', 'Julia F. Anderson']
    """
    return Records(edition_or_default(edition).staff.members, StaffMember)
