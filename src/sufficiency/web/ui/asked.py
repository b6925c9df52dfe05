"""What an address or a hidden field asks for, read without trusting it."""

from typing import Final

_MOST_DIGITS: Final = 9  # so that any database holds it; nothing here is numbered higher


def number_in(text: str) -> int | None:
    """The whole number that a page of ours wrote; None for anything else, such as letters, ² or thirty digits."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None
