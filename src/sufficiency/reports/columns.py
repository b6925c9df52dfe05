"""How wide the columns of a table are to be, from what stands in them: Word and PDF alike."""

from sufficiency.reports.document import Grid

NARROW_LETTERS = 14  # a status, a year, a sum: such a column takes no more room than it needs
LETTERS_A_LINE = 92  # of the small print of tables, across A4
PADDING = 4  # what the edges of a cell and bold headings need beside its letters
MOST_LETTERS = (
    60  # beyond this a longer text gets more lines, not more width, or it would starve its neighbours
)


def narrow(grid: Grid) -> list[int]:
    """The columns with short texts only."""
    return [place for place, texts in enumerate(_columns(grid)) if max(map(len, texts)) <= NARROW_LETTERS]


def shares(grid: Grid) -> list[float]:
    """The share of the width (0 to 1) that each column gets."""
    columns = _columns(grid)
    slim = {place: (max(map(len, columns[place])) + PADDING) / LETTERS_A_LINE for place in narrow(grid)}
    wide = {place: _letters(texts) for place, texts in enumerate(columns) if place not in slim}
    # What the narrow ones leave is for the others; a table of narrow ones alone fills the line.
    left = max(1 - sum(slim.values()), 0.3) / sum(wide.values()) if wide else 0
    widths = [slim[place] if place in slim else wide[place] * left for place in range(len(columns))]
    return [one / sum(widths) for one in widths]


def _columns(grid: Grid) -> list[list[str]]:
    return [[str(name), *(str(row[place]) for row in grid.rows)] for place, name in enumerate(grid.columns)]


def _letters(texts: list[str]) -> float:
    # The longest word must fit on a line: none is ever broken.
    word = max(len(word) for text in texts for word in (text.split() or [""]))
    longest, usual = max(map(len, texts)), sum(map(len, texts)) / len(texts)
    return max(word + PADDING, min(max(usual, longest / 3), MOST_LETTERS))
