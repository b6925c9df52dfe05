"""Fit a history and see who is in care: where every replication begins."""

from collections.abc import Sequence
from datetime import date

from sufficiency.analytics.forecast.bands import ADULT_AT, Birthdays, birthday
from sufficiency.analytics.forecast.blocks import Opening, world
from sufficiency.analytics.forecast.errors import ForecastError
from sufficiency.analytics.forecast.exposure import Window
from sufficiency.analytics.forecast.flows import fit_flows
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.forecast.own_places import fit_pulls
from sufficiency.analytics.forecast.returning import pool
from sufficiency.analytics.forecast.spells import Spells, spells
from sufficiency.analytics.forecast.steering import Steering
from sufficiency.analytics.histories.history import History
from sufficiency.analytics.reference.years import CollectionYear


def opening_of(history: History, *, start: date, years: int) -> Opening:
    """Fit the history as known at the end of `start`, for forecasts of so many years.

    Raises ForecastError where nobody was in care by then.
    """
    known = spells(history, start=start)
    if not len(known):
        raise ForecastError(
            f"Nobody was in care up to {start:%d/%m/%Y}.",
            where="the history",
            what_next="Check that the episodes belong to these years, and the dates of birth.",
        )
    return opening_from(known, returned=history.years, start=start, years=years)


def opening_from(known: Spells, *, returned: Sequence[CollectionYear], start: date, years: int) -> Opening:
    """Fit the spells known at the end of `start` from the returns of these years."""
    months = Months.after(start, years=years)
    birthdays = Birthdays.around(known.day_zero, first_birth=int(known.born.min()), years_ahead=years)
    window = Window.of(returned, day_zero=known.day_zero)
    flows = fit_flows(known, window=window, birthdays=birthdays, ahead=months.years)
    pulls = fit_pulls(
        known, window=window, birthdays=birthdays, entry_mix=flows.entry_mix, move_mix=flows.move_mix
    )
    return Opening(
        world=world(months, birthdays),
        shares_of_year=months.shares_of_year,
        flows=flows,
        known=known,
        in_care=known.where(known.is_open),
        away=pool(known, grown_up=birthday(known.day_zero, known.born, ADULT_AT)),
        steering=Steering.nothing(len(months)),
        pulls=pulls,
    )
