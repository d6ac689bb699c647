"""When two texts name the same thing."""

from unicodedata import category, normalize


def fold(text: str) -> str:
    """Reduce a text to what tells names apart: not case, accents, or space around words.

    Example:
        >>> fold("  Côte  d'Ivoire ")
        "cote d'ivoire"
    """
    if not text.isascii():
        text = "".join(c for c in normalize("NFKD", text) if category(c) != "Mn")
    return " ".join(text.casefold().split())
