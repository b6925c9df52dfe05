"""Filters for figures, dates and times, in every template."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone

from sufficiency.reports import wording as figures
from sufficiency.web.ui import wording

register = template.Library()


@register.filter
def number(value: float | None, places: int = 0) -> str:
    """1234 as "1,234"; nothing for nothing."""
    return "" if value is None else figures.number(value, places=places)


@register.filter
def percentage(value: float | None) -> str:
    """12.34 as "12.3%"."""
    return "" if value is None else figures.percentage(value)


@register.filter
def pounds(value: Decimal | float | None) -> str:
    """Money to the pound."""
    return "" if value is None else wording.pounds(value)


@register.filter
def pounds_and_pence(value: Decimal | float | None) -> str:
    """Money to the penny."""
    return "" if value is None else wording.pounds_and_pence(value)


@register.filter
def counted(value: float, noun: str) -> str:
    """A count with its noun: {{ 3|counted:"event" }}; the plural after a comma where it is irregular."""
    one, _, many = noun.partition(",")
    return figures.plural(value, one, many or None)


@register.filter
def lower_first(text: str) -> str:
    """A sentence as it goes on after other words; names and months in it keep their capitals."""
    return text[:1].lower() + text[1:]


@register.filter
def day(value: date | None) -> str:
    """A day in full."""
    return wording.full_day(value) if value else ""


@register.filter
def day_and_when(value: date | None) -> str:
    """A day with its weekday and how near it is."""
    return wording.day_and_when(value, today=timezone.localdate()) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """A day and time."""
    return wording.moment(value) if value else ""


@register.filter
def lately(value: datetime | None) -> str:
    """When something happened, as short as it can be told."""
    return wording.lately(value, now=timezone.localtime()) if value else ""


@register.filter
def clock(value: datetime | None) -> str:
    """A time of day."""
    return wording.clock(value) if value else ""


@register.filter
def time_left(value: datetime | None) -> str:
    """How long there is until a time."""
    return wording.time_left(value, now=timezone.now()) if value else ""


@register.simple_tag
def most_likely(low: float, high: float, middle: float, places: int = 0) -> str:
    """A range with its middle."""
    return wording.most_likely(low, high, middle, places=places)


@register.filter
def shown(value: Any) -> Any:
    """A table cell's value in words: numbers with thousands, days and times in full."""
    if isinstance(value, bool) or value is None:
        return {True: "Yes", False: "No", None: ""}[value]
    if isinstance(value, int):
        return figures.number(value)
    if isinstance(value, datetime):
        return wording.moment(value)
    return wording.full_day(value) if isinstance(value, date) else value
