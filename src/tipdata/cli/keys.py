"""Keys as they are typed in a shell, where every word is a text."""

import re


def country_key(text: str) -> str | int:
    """Read a key of a country: three digits or fewer are a numeric code."""
    # People drop the zero of "076": the text "76" is no code, but the number 76 is Brazil's.
    return int(text) if re.fullmatch("[0-9]{1,3}", text) else text
