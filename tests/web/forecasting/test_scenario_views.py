"""Scenarios on the site: listed, edited as sentences, played out, compared, taken away as files."""

import json

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.people import AuthorityFactory
from factories.runs import RunFactory
from factories.scenarios import ScenarioFactory
from sufficiency.analytics.forecast.levers.registry import levers
from sufficiency.web.audit.models import Event
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.forecasting import comparison_views
from sufficiency.web.forecasting.models import Scenario
from sufficiency.web.runs.models import Run, RunKind
from web.counting import queries_for

ADDRESS = "/forecasts/scenarios/"
GIVEN = {"years": "1", "replications": "100", "seed": "7", "prices": "england_2024_25"}


def text(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


@pytest.fixture
def scenario(authority):
    return ScenarioFactory(authority=authority, name="Closer to home")


@pytest.fixture
def played(council, scenario, signed_in, worked_out_once):
    """A comparison of the scenario, made by an analyst."""
    answer = signed_in("analyst").post(f"{ADDRESS}{scenario.pk}/play-out/", GIVEN)
    assert answer.status_code == 302, answer.content.decode()
    return Run.objects.get(kind=RunKind.SCENARIO)


# --- The list and a new one -------------------------------------------------------------------------------------


def test_an_empty_list_says_what_to_do(signed_in):
    assert "Begin one" in text(signed_in("analyst").get(ADDRESS))
    assert "can begin one" in text(signed_in("councillor").get(ADDRESS))


def test_scenarios_are_listed_and_anothers_are_not(scenario, signed_in):
    theirs = ScenarioFactory(authority=AuthorityFactory(), name="Theirs")
    browser = signed_in("commissioner")
    page = text(browser.get(ADDRESS))
    assert "1 scenario kept" in page
    assert scenario.name in page
    assert "Theirs" not in page
    for address in (
        f"{ADDRESS}{theirs.pk}/",
        f"{ADDRESS}{theirs.pk}/download/",
        f"{ADDRESS}{theirs.pk}/levers/1/",
    ):
        assert browser.get(address).status_code == 404


@pytest.mark.usefixtures("scenario")
def test_lists_ask_the_database_as_often_however_many_there_are(authority, signed_in):
    browser = signed_in("analyst")
    before = queries_for(browser, ADDRESS)
    ScenarioFactory.create_batch(4, authority=authority)
    assert queries_for(browser, ADDRESS) == before


def test_a_scenario_begins_from_nothing_from_a_countys_plan_or_from_a_file(authority, signed_in):
    browser = signed_in("analyst")
    browser.post(f"{ADDRESS}new/", {"name": "Mine", "begin_with": ""})
    browser.post(f"{ADDRESS}new/", {"name": "", "begin_with": "county_strategy"})
    file = SimpleUploadedFile("plan.yaml", b"name: Ours\nlevers: [{lever: price, amount: 5}]")
    browser.post(f"{ADDRESS}new/", {"name": "", "begin_with": "", "file": file})
    counts = {one.name: len(one.levers) for one in Scenario.objects.of(authority)}
    assert counts == {"Mine": 0, "A county’s placement strategy (2011–2015)": 16, "Ours": 1}
    assert Event.objects.filter(verb=Verb.SCENARIO_SAVED).count() == 3


def test_a_name_that_is_taken_gets_a_number(scenario, authority, signed_in):
    signed_in("analyst").post(f"{ADDRESS}new/", {"name": scenario.name, "begin_with": ""})
    assert Scenario.objects.of(authority).filter(name="Closer to home (2)").exists()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"name": ""}, "Give the scenario a name."),
        ({"file": b"levers: [{lever: pric, amount: 5}]"}, "Did you mean price?"),
    ],
)
def test_what_cannot_begin_is_told(given, told, authority, signed_in):
    file = {"file": SimpleUploadedFile("plan.yaml", given.pop("file"))} if "file" in given else {}
    assert told in text(signed_in("analyst").post(f"{ADDRESS}new/", {"begin_with": "", **given, **file}), 422)


# --- Editing ----------------------------------------------------------------------------------------------------


def test_a_scenario_reads_as_sentences(scenario, signed_in):
    page = text(signed_in("councillor").get(f"{ADDRESS}{scenario.pk}/"))
    assert "30% more children come into care, from the start of year 1." in page
    assert "A week in agency fostering costs 5% less, from the start of year 2." in page
    assert "Add a lever" not in page
    assert "Play it out" not in page
    assert "Add a lever" in text(signed_in("finance_officer").get(f"{ADDRESS}{scenario.pk}/"))


@pytest.mark.parametrize("name", sorted(levers()))
def test_every_lever_has_a_form_whose_usual_values_are_accepted(name, scenario, signed_in):
    browser, address = signed_in("analyst"), f"{ADDRESS}{scenario.pk}/levers/add/{name}/"
    form = browser.get(address).context["form"]
    given = {
        name: value for name in form.fields if (value := form.get_initial_for_field(form.fields[name], name))
    }
    assert browser.post(address, given).status_code == 302
    scenario.refresh_from_db()
    assert scenario.levers[-1]["lever"] == name
    assert abs(scenario.levers[-1]["amount"]) == abs(levers()[name].usual_amount)
    assert (scenario.levers[-1]["amount"] < 0) == (levers()[name].usual_amount < 0)


def test_a_lever_is_changed_in_its_place_and_removed(scenario, signed_in):
    browser, address = signed_in("analyst"), f"{ADDRESS}{scenario.pk}/levers/"
    page = text(browser.get(f"{address}1/"))
    assert 'value="30' in page
    given = {"amount": "12.5", "direction": "fewer", "from": "April 2027", "over_months": "6"}
    given |= {"ages": ["10-15"], "uasc": "no"}
    assert browser.post(f"{address}1/", given).status_code == 302
    scenario.refresh_from_db()
    assert scenario.levers[0] == {
        "lever": "entrants", "amount": -12.5, "from": "April 2027", "over_months": 6, "ages": ["10-15"], "uasc": "no",
    }  # fmt: skip
    assert 'value="12.5"' in text(browser.get(f"{address}1/"))
    assert browser.post(f"{address}2/remove/").status_code == 302
    scenario.refresh_from_db()
    assert len(scenario.levers) == 1
    assert browser.get(f"{address}2/").status_code == browser.post(f"{address}2/remove/").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"amount": "many"}, "Amount: Enter a number."),
        ({"amount": "400"}, "Amount: "),
        ({"from": "soon"}, "From: “soon” is not a date."),
        (
            {"from": "April 2028", "until": "April 2027"},
            "Until: It ends with April 2027, before it begins with April 2028.",
        ),
        ({"ages": []}, "This field is required."),
    ],
)
def test_a_mistake_in_a_lever_is_told_beside_the_sentence(wrong, told, scenario, signed_in):
    given = {"amount": "10", "direction": "more", "from": "year 1", "ages": ["10-15"], **wrong}
    page = text(signed_in("analyst").post(f"{ADDRESS}{scenario.pk}/levers/1/", given), 422)
    assert told in page


def test_no_lever_that_does_not_exist_can_be_added(scenario, signed_in):
    assert signed_in("analyst").get(f"{ADDRESS}{scenario.pk}/levers/add/magic/").status_code == 404


def test_places_and_money_are_stated_and_shown(scenario, signed_in):
    browser, address = signed_in("commissioner"), f"{ADDRESS}{scenario.pk}/"
    places = {
        "in_house_fostering_now": "1,410",
        "in_house_fostering_then_1": "1440",
        "in_house_fostering_when_1": "April 2030",
    }
    assert browser.post(f"{address}places/", places).status_code == 302
    assert (
        browser.post(f"{address}money/", {"investment_1": "6,115,000", "target_2": "2000000"}).status_code
        == 302
    )
    page = text(browser.get(address))
    assert "1,410" in page
    assert "April 2030" in page
    assert "£6,115,000" in page
    assert 'value="1440"' in text(browser.get(f"{address}places/"))
    assert "6115000" in text(browser.get(f"{address}money/"))
    wrong = text(browser.post(f"{address}places/", {"secure_now": "2", "secure_then_1": "3"}), 422)
    assert "Give both the places and the day" in wrong
    assert "not a date" in text(
        browser.post(f"{address}places/", {"secure_now": "2", "secure_then_1": "3", "secure_when_1": "soon"}),
        422,
    )


def test_where_children_go_when_a_kind_is_full_is_changed_and_set_back(scenario, signed_in):
    browser, address = signed_in("commissioner"), f"{ADDRESS}{scenario.pk}/"
    browser.post(f"{address}places/", {"in_house_fostering_now": "410"})
    assert (
        browser.post(f"{address}overflow/", {"in_house_fostering_1": "kinship_fostering"}).status_code == 302
    )
    assert "Go back to the usual order" in text(browser.get(f"{address}overflow/"))
    scenario.refresh_from_db()
    assert scenario.content["overflow"]["in_house_fostering"] == ["kinship_fostering"]
    assert "overflow:" in text(browser.get(f"{address}download/"))
    assert browser.post(f"{address}overflow/", {"usual": "1"}).status_code == 302
    scenario.refresh_from_db()
    assert "overflow" not in scenario.content
    assert "Go back" not in text(browser.get(f"{address}overflow/"))
    assert signed_in("councillor").get(f"{address}overflow/").status_code == 404


def test_a_scenario_is_renamed_unless_the_name_is_taken(scenario, authority, signed_in):
    other = ScenarioFactory(authority=authority, name="Other")
    browser, address = signed_in("analyst"), f"{ADDRESS}{scenario.pk}/name/"
    assert "Another scenario has this name." in text(browser.post(address, {"name": other.name}), 422)
    assert browser.post(address, {"name": "New", "about": "What it is"}).status_code == 302
    scenario.refresh_from_db()
    assert (scenario.name, scenario.content["name"], scenario.content["about"]) == (
        "New",
        "New",
        "What it is",
    )


def test_a_scenario_is_removed_after_asking_and_its_comparisons_stay(played, scenario, signed_in):
    browser = signed_in("analyst")
    assert "Comparisons that were made from it stay" in text(browser.get(f"{ADDRESS}{scenario.pk}/remove/"))
    assert browser.post(f"{ADDRESS}{scenario.pk}/remove/").status_code == 302
    assert not Scenario.objects.exists()
    assert browser.get(f"/forecasts/comparisons/{played.pk}/").status_code == 200


def test_a_scenario_is_a_file_that_begins_another(scenario, signed_in):
    browser = signed_in("analyst")
    file = text(browser.get(f"{ADDRESS}{scenario.pk}/download/"))
    assert "# 30% more children come into care" in file
    assert yaml.safe_load(file)["levers"][0]["amount"] == 30
    browser.post(f"{ADDRESS}new/", {"file": SimpleUploadedFile("again.yaml", file.encode())})
    assert Scenario.objects.get(name="Closer to home (2)").content["levers"][1]["kinds"] == [
        "agency_fostering"
    ]


# --- Playing out ------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_comparison_is_kept_with_what_it_was_made_from(played, scenario):
    assert played.title == "Closer to home"
    assert played.assumptions["stated"] == scenario.content
    assert played.assumptions["says"].startswith("If it works: ")
    assert Event.objects.filter(verb=Verb.RUN_KEPT, subject=str(played.pk)).exists()


@pytest.mark.slow
def test_a_comparison_says_what_changes_and_why(played, signed_in):
    page = text(signed_in("analyst").get(f"/forecasts/comparisons/{played.pk}/"))
    wanted = [
        "Doing nothing, we expect",
        "Why the cost differs",
        "Volume",
        "Cost of placements month by month",
    ]
    wanted += [
        "no more than 5 in 100",
        played.assumptions["says"],
        "30% more children come into care",
        "The scenario as it is now",
    ]
    assert [words for words in wanted if words not in page] == []
    chosen = text(signed_in("analyst").get(f"/forecasts/comparisons/{played.pk}/?unmet=0.1"))
    assert '<option value="0.1" selected>' in chosen
    assert "no more than 10 in 100 of the weeks in a year go unmet" in chosen
    listed = text(signed_in("analyst").get(ADDRESS))
    assert f"/forecasts/comparisons/{played.pk}/" in listed


def test_a_plan_that_cannot_happen_is_not_among_what_is_folded_away():
    plan, late, data = (
        {"message": "m", "where": where, "count": 1} for where in ("the scenario", "Mine", "the forecast")
    )
    run = Run(figures={"notes": [data, plan, late], "scenario": {"name": "Mine"}})
    assert comparison_views._on_the_scenario(run) == [plan, late]


@pytest.mark.slow
def test_a_comparison_goes_out_as_files_without_small_numbers(played, signed_in):
    address = f"/forecasts/comparisons/{played.pk}/download/"
    whole = json.loads(text(signed_in("analyst").get(f"{address}json/")))
    hidden = json.loads(text(signed_in("councillor").get(f"{address}json/")))
    assert {row["kind"] for row in hidden["scenario"]["mix_table"]} < {
        row["kind"] for row in whole["scenario"]["mix_table"]
    }
    starts = {row["date"] for row in hidden["scenario"]["baseline"]["series"]}
    assert "2024-03-31" not in starts
    assert "small_numbers" in hidden
    assert signed_in("councillor").get(f"{address}xlsx/").status_code == 200
    assert "difference" not in text(signed_in("analyst").get(f"{address}csv/"))[:5]
    assert signed_in("analyst").get(f"{address}pdf/").status_code == 404
    assert Event.objects.filter(verb=Verb.FORECAST_EXPORTED).count() == 4


@pytest.mark.usefixtures("council")
def test_a_scenario_that_cannot_be_played_out_says_which_lever(scenario, signed_in):
    scenario.content["levers"][1]["from"] = "2020-04-01"
    scenario.save()
    page = text(signed_in("analyst").post(f"{ADDRESS}{scenario.pk}/play-out/", GIVEN), 422)
    assert "lever 2 of “Closer to home” (prices of some kinds): It acts from 01/04/2020" in page
    assert not Run.objects.filter(kind=RunKind.SCENARIO).exists()


def test_without_returns_nothing_is_played_out(scenario, signed_in):
    page = text(signed_in("analyst").post(f"{ADDRESS}{scenario.pk}/play-out/", GIVEN), 422)
    assert "Error" in page


def test_anothers_comparison_is_not_found(authority, signed_in):
    theirs = RunFactory(authority=AuthorityFactory(), kind=RunKind.SCENARIO, title="Theirs")
    assert signed_in("analyst").get(f"/forecasts/comparisons/{theirs.pk}/").status_code == 404


# --- What it rests on -------------------------------------------------------------------------------------------


def test_what_a_forecast_rests_on_is_said_before_there_is_one(signed_in):
    page = text(signed_in("councillor").get("/forecasts/assumptions/"))
    wanted = [
        "No forecast was run here yet",
        "Nobody stays after 18",
        "For every 100 children in care",
        "10.5",
    ]
    assert [words for words in [*wanted, "1.5%", "straight line"] if words not in page] == []
    assert "It was not tried on our own past yet." in page
    assert all(lever.label in page for lever in levers().values())


@pytest.mark.slow
def test_what_the_newest_forecast_rests_on_is_shown(forecast, drawn_before, signed_in):
    page = text(signed_in("analyst").get("/forecasts/assumptions/"))
    assert "the returns of 2022-23 to 2023-24" in page
    assert page.count("Counted in our returns") == page.count("Expected (8 in 10 within)") == 2
    assert "England 2024-25, with assumed prices by kind" in page
