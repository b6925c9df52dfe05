"""Figures in words: thousands separated, ranges low to high with the middle, dates in full."""

from datetime import date

MINUS = "−"
MILLION = 1_000_000
THOUSAND = 1_000


def number(value: float, *, places: int = 0) -> str:
    """1234 as "1,234", with a true minus sign."""
    text = f"{abs(value):,.{places}f}"
    return f"{MINUS}{text}" if value < 0 and text.strip("0.,") else text


def percentage(value: float) -> str:
    """A percentage to one decimal place, as "12.3%"."""
    return f"{number(value, places=1)}%"


def money(pounds: float) -> str:
    """Pounds as people say them: "£740", "£82,000", "£71.4m"."""
    sign, size = (MINUS if pounds < 0 else ""), abs(pounds)
    if size >= MILLION:
        return f"{sign}£{size / MILLION:,.1f}m"
    return f"{sign}£{number(round(size, -3) if size >= 10 * THOUSAND else size)}"


def span(low: str, high: str) -> str:
    """Two figures as a range; one figure where both read the same."""
    return low if low == high else f"{low}–{high}"


def day(when: date) -> str:
    """A date in full, as "31 March 2024"."""
    return f"{when.day} {when:%B %Y}"


def as_date(given: str | date) -> date:
    """A date as it stands in JSON ("2024-03-31") or already one."""
    return given if isinstance(given, date) else date.fromisoformat(given)


def plural(count: float, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 row", "1,200 rows"."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def change(amount: float, *, places: int = 0) -> str:
    """A change in words: "60 more", "3 fewer", "no change"."""
    size = number(abs(amount), places=places)
    if not size.strip("0."):
        return "no change"
    return f"{size} more" if amount > 0 else f"{size} fewer"


def compared(amount: float, *, places: int = 0) -> str:
    """A difference, up to what it is compared with: "60 more than", "as many as"."""
    words = change(amount, places=places)
    return "as many as" if words == "no change" else f"{words} than"


def sentence_list(items: list[str]) -> str:
    """Items in a sentence: "a", "a and b", "a, b and c"."""
    *first, last = items
    return f"{', '.join(first)} and {last}" if first else last
