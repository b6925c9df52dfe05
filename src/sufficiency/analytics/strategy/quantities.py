"""Numbers in a sentence, in figures or in words: “fifty-five placements over four years” has 55 and 4."""

import re
from typing import Final

_ONES: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# “One” is left out: it is a pronoun more often than a number.
_IN_WORDS: Final = {
    **{word: number for number, word in enumerate(_ONES, start=1) if number > 1},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    **{
        f"{ten}-{one}": 10 * t + o
        for t, ten in enumerate(_TENS, start=2)
        for o, one in enumerate(_ONES[:9], start=1)
    },
}
_NUMBER: Final = re.compile(
    r"(?<![\w.,/])\d{1,3}(?:,\d{3})+(?![\w/])|(?<![\w.,/])\d+(?![\w/]|[.,]\d)|[a-z]+(?:-[a-z]+)*"
)


def numbers_in(text: str) -> frozenset[int]:
    """The whole numbers up to 99 in words, and of any size in figures; years with a stroke are none."""
    found = (_number(part) for part in _NUMBER.findall(text.lower()))
    return frozenset(number for number in found if number is not None)


def _number(part: str) -> int | None:
    return int(part.replace(",", "")) if part[0].isdigit() else _IN_WORDS.get(part)
