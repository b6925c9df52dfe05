"""How wide the columns of a table are to be, from what stands in them: Word and PDF alike."""

from sufficiency.reports.document import Grid

NARROW_LETTERS = 14  # a status, a year, a sum: such a column takes no more room than it needs
MOST_LETTERS = 60  # beyond this a longer text gets more lines, not more width, or it would starve its neighbours


def narrow(grid: Grid) -> list[int]:
    """The columns with short texts only."""
    return [place for place, texts in enumerate(_columns(grid)) if max(map(len, texts)) <= NARROW_LETTERS]


def shares(grid: Grid) -> list[float]:
    """The share of the width (0 to 1) that each column gets."""
    letters = [_letters(texts) for texts in _columns(grid)]
    return [one / sum(letters) for one in letters]


def _columns(grid: Grid) -> list[list[str]]:
    return [[str(name), *(str(row[place]) for row in grid.rows)] for place, name in enumerate(grid.columns)]


def _letters(texts: list[str]) -> float:
    longest = max(map(len, texts))
    # The longest word must fit on a line: none is ever broken.
    word = max(len(word) for text in texts for word in (text.split() or [""]))
    if longest <= NARROW_LETTERS:
        return longest + 2
    usual = sum(map(len, texts)) / len(texts)
    return max(word + 2, min(max(usual, longest / 3), MOST_LETTERS))
