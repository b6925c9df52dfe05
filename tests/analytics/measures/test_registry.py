"""Every declared measure is whole, has its examples beside it, and none has been lost or invented."""

import ast
import inspect
from pathlib import Path

import pytest

from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.dimensions import DIMENSIONS
from sufficiency.analytics.measures.registry import MEASURES, THEMES
from sufficiency.analytics.reference.units import Unit

IDS = Path(__file__).with_name("measure_ids.txt").read_text(encoding="utf-8").split()


def test_the_measures_are_those_of_the_list():
    assert set(MEASURES) == set(IDS)
    assert len(IDS) == len(set(IDS)) == 95


def test_no_two_declarations_share_an_id():
    declared = [one for theme in THEMES for one in vars(theme).values() if isinstance(one, Measure)]
    assert len(declared) == len(MEASURES)


@pytest.mark.parametrize("measure_id", MEASURES)
def test_a_measure_says_what_it_is(measure_id):
    measure = MEASURES[measure_id]
    assert isinstance(measure.unit, Unit)
    assert isinstance(measure.better, Better)
    assert isinstance(measure.period, Period)
    assert isinstance(measure.certainty, Certainty)
    assert measure.label == measure.label.strip()
    assert measure.label
    assert len(measure.source) > 10
    assert not measure.label.endswith(".")
    assert not measure.note or measure.note.endswith(".")


@pytest.mark.parametrize("measure_id", MEASURES)
def test_a_measure_is_computed_or_says_what_it_needs(measure_id):
    measure = MEASURES[measure_id]
    assert (measure.population is None) == (measure.figure is None)
    assert measure.population or measure.needs


@pytest.mark.parametrize("measure_id", MEASURES)
def test_a_measure_is_divided_by_known_dimensions(measure_id):
    assert {*MEASURES[measure_id].by, *MEASURES[measure_id].split} <= set(DIMENSIONS)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.__name__.rpartition(".")[2])
def test_each_computed_measure_has_an_example_beside_its_declaration(theme):
    declared = [m.id for m in vars(theme).values() if isinstance(m, Measure) and m.population]
    examples = Path(inspect.getfile(theme)).with_name(f"test_{theme.__name__.rpartition('.')[2]}.py")
    written = examples.read_text(encoding="utf-8") if declared else ""
    assert [f"test_{one}" for one in declared if f"test_{one}" not in functions_of(written)] == []
    # The example itself demands a child that counts and one that does not (`check` in conftest.py).
    assert [one for one in declared if f'"{one}"' not in written] == []


def functions_of(text: str) -> set[str]:
    return {node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}


def test_only_these_measures_cannot_come_from_a_return():
    elsewhere = """
        net_gain permanence_second_review iha_timely rha_timely return_interview unregistered pathway_plan
        pep_current absence persistent_absence exclusion attainment school_moves
        home_occupancy foster_capacity foster_filled foster_vacant foster_net
        weekly_cost_placement unit_cost_fostering unit_cost_residential unit_cost_cla unit_cost_adoption
        complaints_stage1 complaints_stage2 complaints_stage3
    """
    assert {measure.id for measure in MEASURES.values() if not measure.population} == set(elsewhere.split())
