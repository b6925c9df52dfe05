"""Dates, times and figures as people say them. Pure: the day and the time are given."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from sufficiency.reports.wording import MINUS, number, plural, span

MINUTES_IN_HOUR, HOURS_IN_DAY = 60, 24
NEAR_HOURS = 48  # up to here time left is told in hours


def full_day(when: date) -> str:
    """A day in full: "24 November 2026"."""
    return f"{when.day} {when:%B %Y}"


def day_and_when(when: date, *, today: date) -> str:
    """A day with its weekday, and how near it is: "Tuesday 24 November, tomorrow"; the year where it is another."""
    words = f"{when:%A} {when.day} {when:%B}" + ("" if when.year == today.year else f" {when.year}")
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((when - today).days)
    return f"{words}, {near}" if near else words


def clock(when: datetime) -> str:
    """A time of day: "9am", "4:05pm", "midday", "midnight"; by the clock on the wall."""
    local = timezone.localtime(when) if timezone.is_aware(when) else when
    if local.minute == 0 and local.hour in (0, 12):
        return "midday" if local.hour else "midnight"
    minutes = f":{local:%M}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def moment(when: datetime) -> str:
    """A day and time: "24 November 2026 at 4:05pm"."""
    local = timezone.localtime(when) if timezone.is_aware(when) else when
    return f"{full_day(local.date())} at {clock(local)}"


def brief_moment(when: datetime) -> str:
    """A day and time for a narrow column: "24 Nov 2026, 4:05pm"."""
    local = timezone.localtime(when) if timezone.is_aware(when) else when
    return f"{local.day} {local:%b %Y}, {clock(local)}"


def lately(when: datetime, *, now: datetime) -> str:
    """When something happened, as short as it can be told: "Today, 4:05pm", "Yesterday, 9am", "20 Nov 2026, 9am"."""
    local = timezone.localtime(when) if timezone.is_aware(when) else when
    near = {0: "Today", 1: "Yesterday"}.get((now.date() - local.date()).days)
    return f"{near}, {clock(local)}" if near else brief_moment(local)


def time_left(due: datetime, *, now: datetime) -> str:
    """How long there is: "in 5 hours", "in 3 days", "now", "2 hours overdue"."""
    left = due - now
    words = _length(abs(left))
    if not words:
        return "now"
    return f"in {words}" if left > timedelta(0) else f"{words} overdue"


def _length(time: timedelta) -> str:
    minutes = int(time.total_seconds() // MINUTES_IN_HOUR)
    hours = minutes // MINUTES_IN_HOUR
    # “In 47 hours” is nearer to people than “in 1 day”.
    if hours >= NEAR_HOURS:
        return plural(hours // HOURS_IN_DAY, "day")
    if hours:
        return plural(hours, "hour")
    return plural(minutes, "minute") if minutes else ""


def pounds(amount: Decimal | float) -> str:
    """Money to the pound, for views: "£1,235"."""
    return _money(amount, places=0)


def pounds_and_pence(amount: Decimal | float) -> str:
    """Money to the penny, for ledgers: "£1,234.50"."""
    return _money(amount, places=2)


def most_likely(low: float, high: float, middle: float, *, places: int = 0) -> str:
    """A range with its middle: "1,180–1,310, most likely 1,240"."""
    low_text, high_text, middle_text = (number(value, places=places) for value in (low, high, middle))
    if low_text == high_text:
        return middle_text
    return f"{span(low_text, high_text)}, most likely {middle_text}"


def _money(amount: Decimal | float, *, places: int) -> str:
    # Decimal keeps pennies that a float would lose; halves go up, as on an invoice.
    exact = Decimal(str(amount)).quantize(Decimal(1).scaleb(-places), rounding="ROUND_HALF_UP")
    return f"{MINUS if exact < 0 else ''}£{abs(exact):,}"
