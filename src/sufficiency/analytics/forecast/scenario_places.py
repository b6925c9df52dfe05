"""Reading the places of a scenario and where children go when a kind is full; each mistake told."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sufficiency.analytics.forecast import scenario_cells as cells
from sufficiency.analytics.forecast.levers.stated import When
from sufficiency.analytics.forecast.scenario import PlacesStated
from sufficiency.analytics.forecast.scenario_cells import Cell, refuse_unknown
from sufficiency.analytics.forecast.scenario_errors import ScenarioError
from sufficiency.analytics.reference.kinds import Kind

_MOST_PLACES: Final = 100_000  # more than England has children in care


def places_stated(entries: Sequence[Any], where: str) -> tuple[PlacesStated, ...]:
    """So many places of a kind from a day on, entry by entry. Raises ScenarioError."""
    found: list[PlacesStated] = []
    for place, told in enumerate(entries, 1):
        one = _stated(told, f"{where}, places {place}")
        # Which of two would hold, nobody could tell.
        if any((one.kind, one.starts) == (other.kind, other.starts) for other in found):
            raise ScenarioError(
                f"{one.kind.label} has another number of places from the same day.",
                where=f"{where}, places {place}",
                what_next="Leave one of them out, or give it another “from”.",
            )
        found.append(one)
    return tuple(found)


def _stated(told: Any, where: str) -> PlacesStated:
    if not isinstance(told, Mapping) or not {"kind", "places"} <= set(told):
        raise ScenarioError(
            "It does not say how many of which kind.", where=where, what_next="Add “kind:” and “places:”."
        )
    refuse_unknown(told, ("kind", "places", "from"), where)
    found = cells.kinds(Cell(told["kind"], f"{where}, kind"))
    if len(found) != 1:
        raise ScenarioError(
            "It names several kinds.", where=f"{where}, kind", what_next="Give each kind its own entry."
        )
    starts = cells.when(Cell(told["from"], f"{where}, from")) if told.get("from") else When()
    places = cells.whole(Cell(told["places"], f"{where}, places"), most=_MOST_PLACES)
    return PlacesStated(found[0], places, starts)


def overflow_stated(told: Any, where: str) -> dict[Kind, tuple[Kind, ...]]:
    """The order of kinds in which children go elsewhere, for each kind that is full. Raises ScenarioError.

    A word for several kinds, such as `fostering`, gives each of them the order, itself left out.
    """
    if not isinstance(told, Mapping):
        raise ScenarioError(
            "It is no list of kinds.",
            where=where,
            what_next="Write “in_house_fostering: [agency_fostering]”.",
        )
    found: dict[Kind, tuple[Kind, ...]] = {}
    for word, listed in told.items():
        here = f"{where}, {word}"
        for full in cells.kinds(Cell(word, where)):
            found[full] = _order(full, listed if isinstance(listed, list) else [listed], here)
    return found


def _order(full: Kind, words: list[Any], where: str) -> tuple[Kind, ...]:
    order: list[Kind] = []
    for word in words:
        named = cells.kinds(Cell(word, where))
        # Within a word for several kinds a repetition is no mistake: “agency_fostering, then fostering”.
        if len(named) == 1 and named[0] in (full, *order):
            raise _unfit(named[0], full, where)
        order += [kind for kind in named if kind not in (full, *order)]
    return tuple(order)


def _unfit(kind: Kind, full: Kind, where: str) -> ScenarioError:
    if kind is full:
        what = f"{kind.label} is full and cannot take the children for whom it has no room."
        return ScenarioError(what, where=where, what_next="Leave it out of its own order.")
    what = f"{kind.label} is there twice."
    return ScenarioError(what, where=where, what_next="Name each kind once, in its place.")
