"""Measures that the register of homes gives to the scorecard: no return holds what they need."""

from collections.abc import Sequence

from django.utils import timezone

from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.web.access.models import Authority
from sufficiency.web.commissioning.analytics import occupancy


def from_the_register(authority: Authority, years: Sequence[CollectionYear]) -> list[MeasureResult]:
    """Occupancy of our own homes and our own carers' places, for years in which the register had any."""
    return occupancy.measured(authority, years, timezone.localdate())


SOURCES = [from_the_register]
