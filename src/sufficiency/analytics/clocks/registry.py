"""Every clock by its id. Declaring one in a theme's module is all it takes."""

from collections.abc import Mapping
from datetime import date

from sufficiency.analytics.clocks import homes
from sufficiency.analytics.clocks.declaring import Clock

THEMES = (homes,)

DECLARED: tuple[Clock, ...] = tuple(
    declared for theme in THEMES for declared in vars(theme).values() if isinstance(declared, Clock)
)
# Of those declared under one id the latest, which is the one in force today.
CLOCKS: Mapping[str, Clock] = {clock.id: clock for clock in sorted(DECLARED, key=lambda one: one.from_day)}


def clock_on(name: str, day: date) -> Clock | None:
    """The clock of an id as it is in force on a day; None where there was none then."""
    return next((clock for clock in DECLARED if clock.id == name and clock.holds_on(day)), None)
