"""Reading other strategies, and refusing faulty ones with the place."""

import pytest

from sufficiency.analytics.money.claims import Method
from sufficiency.analytics.money.savings import reconcile
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.strategy.cells import StrategyError
from sufficiency.analytics.strategy.plan import Principle
from sufficiency.analytics.strategy.reading import read_strategy
from sufficiency.analytics.strategy.remarks.catalogue import remarks
from sufficiency.analytics.strategy.wordings import differs_materially

PLAN = """
meta: {title: Homes near by, authority: Northshire, period: {from: 2026, to: 2028, years: ["2026/27", "2027/28"]}}
objectives:
  - {n: 1, title: Fewer children in care}
  - {n: 2, title: More carers of our own}
savings_targets:
  placements: {"2026/27": 500000, "2027/28": "£400,000"}
context:
  unit_costs_per_week:
    - {kind: agency_fostering, weekly_price: 1000}
    - {kind: in-house fostering, weekly_price: 500}
placement_mix_change:
  years: ["2026/27", "2027/28"]
  rows:
    ifa: {values: [-16, -16]}
    in_house_fostering: {values: [10, 8]}
action_plan:
  - id: A1
    objective: 1
    workstream: Edge of care team
    directorates: [Children, Public health]
    actions: [{text: Recruit, lead: Head of early help, due: 31/03/2026}]
    savings_pool: [A1, A2]
    unit: children
    savings:
      "2026/27": {amount: 240000, count: 6}
      "2027/28": {amount: 192000, count: 8, start: 01/10/2027, unit_value: 48000}
  - id: A2
    objective: 1
    workstream: Family group conferences
    directorates: [Children]
    actions: [{text: Train, lead: FGC manager, due: 2027/28}]
    savings: in pool of A1
  - id: B1
    objective: 2
    workstream: Carers
    directorates: [Children]
    actions: [{text: Campaign, lead: Fostering manager, due: 31/03/2026}]
    basis: own foster carers instead of IFA
    unit: carers
    savings: {"2026/27": {amount: 260000, count: 10}, "2027/28": {amount: 208000, count: 8}}
"""


@pytest.fixture
def reads(tmp_path):
    def read(text: str):
        path = tmp_path / "plan.yaml"
        path.write_text(text, encoding="utf-8")
        return read_strategy(path)

    return read


def test_a_sound_plan_raises_nothing(reads):
    strategy = reads(PLAN)
    found = reconcile(strategy.savings)
    assert [year.variance for year in found.years] == [0, 0]
    assert found.total.priced_mix == (32 * 1000 - 18 * 500) * 52
    assert found.warnings == ()
    assert remarks(strategy) == ()


def test_claims_carry_method_kinds_and_phasing(reads):
    pool, later, foster, _ = reads(PLAN).savings.claims
    assert (pool.workstreams, pool.method, pool.count) == (("A1", "A2"), Method.AVOIDED, 6)
    assert later.starts_on.isoformat() == "2027-10-01"
    assert (foster.method, foster.instead_of, foster.used) == (
        Method.REPLACED, Kind.AGENCY_FOSTERING, Kind.IN_HOUSE_FOSTERING,
    )  # fmt: skip


def test_a_stated_method_goes_before_the_words(reads):
    text = PLAN.replace("    unit: carers\n", "    unit: carers\n    method: net\n    instead_of: secure\n")
    foster = reads(text).savings.claims[2]
    assert (foster.method, foster.instead_of, foster.used) == (
        Method.NET,
        Kind.SECURE,
        Kind.IN_HOUSE_FOSTERING,
    )


@pytest.mark.parametrize(
    ("basis", "unit", "method"),
    [
        ("15% off 6 placements through block booking", "placements", Method.CHEAPER),
        ("reduction in the weekly fee", "placements", Method.CHEAPER),
        ("10% fewer children come in", "children", Method.AVOIDED),
        ("6 placements not used minus operating costs", "placements", Method.NET),
        ("carers of our own less running costs", "foster placements", Method.NET),
        ("a home of four beds", "placements", Method.NOT_BOUGHT),
    ],
)
def test_the_words_of_a_basis_say_how_a_saving_comes_about(reads, basis, unit, method):
    text = PLAN.replace("own foster carers instead of IFA", f'"{basis}"').replace(
        "unit: carers", f"unit: {unit}"
    )
    assert reads(text).savings.claims[2].method is method


UNDATED = PLAN.replace(
    "    unit: carers\n", "    unit: carers\n    undated_savings: [{amount: 9000, count: 1}]\n"
)


def test_an_undated_saving_is_counted_only_where_it_closes_one_year(reads):
    lost = reads(UNDATED).savings.claims[-1]
    assert (lost.year, lost.year_is_printed) == (None, False)
    closing = UNDATED.replace('"2026/27": 500000', '"2026/27": 509000')
    assert reads(closing).savings.claims[-1].year.ending == 2027
    two = closing.replace("£400,000", "409000")
    assert reads(two).savings.claims[-1].year is None
    said = UNDATED.replace("count: 1}", 'count: 1, inferred_year: "2027/28"}')
    assert reads(said).savings.claims[-1].year.ending == 2028


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("due: 31/03/2026}]\n    savings_pool", "due: soon}]\n    savings_pool", "A1, actions, action 1, due", "“soon”"),
        ("lead: Head of early help, ", "", "workstream A1, actions, action 1, lead", "lead is missing"),
        ("due: 2027/28}", "due: }", "A2, actions, action 1, due", "A due date is missing"),
        ("[{text: Train, lead: FGC manager, due: 2027/28}]", "[]", "workstream A2", "has no action"),
        ("id: A2", "id: A1", "workstream A1", "two workstreams A1"),
        ("objective: 2", "objective: 7", "workstream B1", "no objective 7"),
        ("objective: 2", "objective: two", "B1, objective", "“two” is not a number"),
        ("objective: 2", "objective: 2.5", "B1, objective", "not a whole number"),
        ("amount: 260000", "amount: lots", "B1, savings, 2026/27, amount", "“lots” is not a number"),
        ("amount: 260000", "amount: -260000", "B1, savings, 2026/27, amount", "below nought"),
        ("amount: 260000", "amount: [1]", "B1, savings, 2026/27, amount", "a text is expected"),
        ('savings: {"2026/27": {amount: 260000', 'savings: {"2030/31": {amount: 260000', "B1, savings, 2030/31", "no year"),
        ('savings: {"2026/27": {amount: 260000', 'savings: {"26/27": {amount: 260000', "B1, savings, 26/27", "financial"),
        ("[A1, A2]", "[A1, A9]", "A1, savings_pool", "no workstream A9"),
        ("[A1, A2]", "[A1]", "A2, savings", "which does not name A2"),
        ("in pool of A1", "about two million", "A2, savings", "cannot be read as savings"),
        ("unit: carers", "unit: carers\n    method: magic", "B1, method", "“magic” is no method"),
        ("unit: carers", "unit: carers\n    used: hotel", "B1, used", "“hotel” is no kind"),
        ("values: [-16, -16]", "values: [-16]", "rows, ifa", "1 values for 2 years"),
        ("weekly_price: 1000", "note: dear", "unit_costs_per_week, entry 1", "no weekly price"),
        ("workstream: Carers", "workstream: ", "B1, workstream", "title is missing"),
        ("    basis: own", "    id: B2\n    basis: own", "line 39", "“id” stands here twice"),
        ("action_plan:", "plan:", "plan.yaml", "no action_plan"),
        ("objectives:\n", "objectives: none\nx:\n", "objectives", "is no list"),
        ("meta: {", "meta: none\nx: {", "meta", "stands where entries are expected"),
        ("meta: {", "meta: [{", "line", ""),
    ],
)  # fmt: skip
def test_a_faulty_plan_is_refused_with_its_place(reads, old, new, where, what):
    assert old in PLAN
    with pytest.raises(StrategyError) as refused:
        reads(PLAN.replace(old, new, 1))
    assert where in refused.value.where
    assert what in refused.value.what
    assert refused.value.what_next


SUMMARY = "sections: {1: {actions: [{id: S1, text: Do it, workstream: A1}, {id: S2, text: More, workstream: null}]}}\n"


def test_summary_actions_are_traced(reads):
    strategy = reads(PLAN + SUMMARY)
    assert [action.id for action in strategy.untraced] == ["S2"]
    with pytest.raises(StrategyError, match="no workstream Z1"):
        reads(PLAN + SUMMARY.replace("workstream: A1", "workstream: Z1"))
    with pytest.raises(StrategyError, match="two summary actions S1"):
        reads(PLAN + SUMMARY.replace("id: S2", "id: S1"))


COMMITTED = """
sections:
  1:
    areas: [Family help]
    unit_model: {modelled_on: elsewhere, min_years_to_implement: 4}
    deadline: {by: second review, body_text: be settled, summary_text: have a plan to be settled}
  2:
    actions: [{id: S1, text: Recruit carers for at least 20 placements, workstream: B1}]
    capacity_target: {at_least: 20, unit: placements, years: 2}
"""


def test_commitments_are_read_with_what_the_summary_makes_of_them(reads):
    deadline, target = reads(PLAN + COMMITTED).commitments
    assert (deadline.objective, deadline.name, deadline.by) == (1, "deadline", "second review")
    assert (deadline.wording, deadline.summary) == ("be settled", "have a plan to be settled")
    assert (target.at_least, target.unit, target.years) == (20, "placements", 2)
    assert (target.wording, target.summary) == ("", "Recruit carers for at least 20 placements")
    codes = {remark.code for remark in remarks(reads(PLAN + COMMITTED))}
    assert codes == {"planned_or_reached", "two_units"}
    with pytest.raises(StrategyError, match="capacity_target, at_least: “some” is not a number"):
        reads(PLAN + COMMITTED.replace("at_least: 20", "at_least: some"))


def test_years_that_a_chapter_says_something_takes_belong_to_the_work_of_that_name(reads):
    named = (PLAN + COMMITTED).replace(
        "workstream: Edge of care team", "workstream: Social work (Unit Model)"
    )
    assert reads(named).workstream("A1").at_least_years == 4
    stated = named.replace("    objective: 1\n", "    objective: 1\n    at_least_years: 1\n", 1)
    assert reads(stated).workstream("A1").at_least_years == 1, "what is said of the work itself goes first"
    assert reads(PLAN + COMMITTED).workstream("A1").at_least_years is None


def test_an_objective_without_work_and_a_workstream_without_directorate_are_remarked(reads):
    text = PLAN.replace("objective: 2", "objective: 1").replace(
        "    directorates: [Children, Public health]\n", ""
    )
    said = {remark.where: remark.message for remark in remarks(reads(text))}
    assert said["Objective 2"] == "No workstream works towards it."
    assert said["A1"] == "No contributing directorate is named."


def test_what_is_no_file_or_too_large_is_refused(tmp_path, reads):
    with pytest.raises(StrategyError, match="No such file"):
        read_strategy(tmp_path / "none.yaml")
    with pytest.raises(StrategyError, match="too large"):
        reads("#" * 2_000_001)
    with pytest.raises(StrategyError, match="no action_plan"):
        reads("just words")


def test_wordings_that_mean_the_same_are_not_flagged():
    def differ(wording, variant):
        return differs_materially(Principle(number=1, wording=wording, variant=variant))

    assert not differ("Children live near their school.", "")
    assert not differ("Children live near their school.", "Children should live near their schools.")
    assert not differ("Homes are near. Every child has a say in where to live.", "… Every child has a say …")
    assert differ("Homes are near, unless a panel agrees to another.", "Homes are near.")
