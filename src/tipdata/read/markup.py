"""Markup: the value of a text is without it, its span with it."""

import re
from html import unescape

from tipdata.models.record import Link, Paragraph, Span
from tipdata.read.scanner import Piece

HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
# The characters of RFC 3986, and letters of any script.
PATH = r"(?::\d+)?(?:[/?#][\w.~:/?#\[\]@!$&'()*+,;=%-]*)?"
ADDRESS = rf"https?://{HOST}{PATH}|mailto:[\w.+-]+@{HOST}"
OPENING = rf'<a href="({ADDRESS})">'
ANCHOR = rf"{OPENING}([^<>\n]+)</a>"
AUTOLINK = rf"<({ADDRESS})>"
# The report prints some addresses without a scheme, and without a link: "www.unodc.org".
BARE = rf"www\.{HOST}/?"
ESCAPE = r"\\[\\`*_$#]"


def plain(text: str) -> str:
    """Strip a text of its markup: autolinks, emphasis, escapes, HTML entities."""
    text = re.sub(AUTOLINK, r"\1", text)
    text = re.sub(r"(?<!\\)\*([^*]+)\*", r"\1", text)
    # Entities last: a character that is written as one is no markup.
    return unescape(re.sub(ESCAPE, lambda escape: escape[0][1], text))


def paragraph(piece: Piece) -> Paragraph:
    """Read a paragraph of Markdown, with the addresses in it."""
    links = tuple(
        link(Piece(match.group(), Span(*(piece.span.start + offset for offset in match.span()))))
        for match in re.finditer(AUTOLINK, piece.text)
    )
    return Paragraph(plain(piece.text), links, spans=(piece.span,))


def link(
    address: Piece,
    *,
    label: str | None = None,
    remark: str | None = None,
    span: Span | None = None,
) -> Link:
    """Read an address: an HTML anchor, an autolink, or a bare address.

    Its place is `span` where more than the address belongs to it, as a label does.
    """
    if match := re.fullmatch(ANCHOR, address.text):
        url, text = unescape(match[1]), unescape(match[2])
    elif match := re.fullmatch(AUTOLINK, address.text):
        url = text = match[1]
    else:
        url, text = f"http://{address.text}", address.text
    return Link(url, text, label, remark, spans=(span or address.span,))
