from sufficiency.analytics.homes.occupancy import Occupancy
from sufficiency.analytics.measures.of_homes import COMPUTED, NO_PLACES, OwnHomes, results
from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.analytics.reference.years import CollectionYear

OWN = {
    "year": CollectionYear(2026),
    "homes": Occupancy(used=800, empty=150, stopped=50),
    "approved": 300,
    "filled": 250,
    "vacant": 20,
    "households_approved": 12,
    "households_left": 15,
}


def found(**changed):
    return {one.id: one for one in results(OwnHomes(**{**OWN, **changed}))}


def test_each_is_computed_by_its_own_declaration():
    assert list(found()) == [measure.id for measure in COMPUTED]
    for one in found().values():
        declared = MEASURES[one.id]
        assert (one.label, one.unit, one.better, one.source) == (
            declared.label, declared.unit, declared.better, declared.source,
        )  # fmt: skip
        assert one.period == "2025-26"


def test_the_figures_are_those_of_the_register():
    values = {name: (one.numerator, one.denominator, one.value) for name, one in found().items()}
    assert values == {
        "home_occupancy": (800, 1000, 80),
        "foster_capacity": (300, None, 300),
        "foster_filled": (250, 300, 83.3),
        "foster_vacant": (20, 300, 6.7),
        "foster_net": (-3, None, -3),
    }


def test_without_places_there_is_a_reason_and_no_figure():
    empty = found(homes=Occupancy(), approved=0, filled=0, vacant=0)
    reasons = {name: one.not_computed_because for name, one in empty.items()}
    assert reasons == {
        "home_occupancy": NO_PLACES,
        "foster_capacity": None,
        "foster_filled": NO_PLACES,
        "foster_vacant": NO_PLACES,
        "foster_net": None,
    }
