"""Every measure by its id, in the order in which they are listed everywhere."""

from collections.abc import Mapping

from sufficiency.analytics.measures import (
    adoption,
    capacity,
    care_leavers,
    complaints,
    cost,
    education,
    health,
    leaving,
    location,
    missing,
    mix,
    numbers,
    regulation,
    reviews,
    stability,
)
from sufficiency.analytics.measures.declaring import Measure

THEMES = (
    numbers,
    mix,
    location,
    stability,
    reviews,
    health,
    missing,
    regulation,
    leaving,
    adoption,
    care_leavers,
    education,
    capacity,
    cost,
    complaints,
)

# Declaring a measure in a theme's module is all it takes: there is no second list to forget it in.
MEASURES: Mapping[str, Measure] = {
    declared.id: declared
    for theme in THEMES
    for declared in vars(theme).values()
    if isinstance(declared, Measure)
}
