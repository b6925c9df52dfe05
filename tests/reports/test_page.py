import pytest

from reports.sample import YEARS, children, contents, forecast
from sufficiency.reports.page import HIDDEN, INSIDE, MADE_UP, page


def small(**changes):
    """Contents without the many charts, so that what is looked at comes quickly."""
    return contents(**{"measures": (children(YEARS[-1], 1134),), "forecast": forecast(kinds=()), **changes})


def test_its_sections_are_in_the_order_people_ask():
    assert [section.title for section in page(small()).sections] == [
        "Where we are",
        "How we are doing",
        "What we expect",
        "What it is expected to cost",
        "How good the data is",
        "Definitions and sources",
        "How this report was made",
    ]


def test_what_was_not_computed_has_no_section():
    shown = page(small(forecast=None, check=None, notes=()))
    assert not {"outlook", "costs", "quality"} & {section.name for section in shown.sections}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, [MADE_UP, HIDDEN]),
        ({"made_up": False}, [HIDDEN]),
        ({"made_up": False, "show_all": True}, [INSIDE]),
        ({"show_all": True}, [INSIDE, MADE_UP]),
    ],
)
def test_strips_say_how_everything_under_them_is_to_be_read(changes, words):
    assert [strip.words for strip in page(small(**changes)).strips] == words


def test_the_lead_says_up_to_when():
    assert page(small()).lead.endswith("From the authority’s own returns to 31 March 2024.")
    assert page(small(measures=())).lead.endswith("From the authority’s own returns.")


def test_every_shown_measure_has_its_definition_once():
    shown = page(contents(forecast=None)).definitions
    labels = [row[0] for row in shown.rows]
    assert len(labels) == len(set(labels))
    assert (
        "Children in foster care",
        "%",
        "Higher is better",
        "DfE Local Authority Interactive Tool",
    ) in shown.rows


def test_it_says_what_it_was_made_from():
    facts = {fact.label: fact.words for fact in page(small()).facts}
    assert facts == {
        "Made on": "22 November 2026",
        "Made with": "Sufficiency 0.1.0",
        "Collection years read": "2016-17, 2017-18, 2018-19, 2019-20, 2020-21, 2021-22, 2022-23 and 2023-24",
        "Files read": "96",
        "Fingerprint of the files": "3f1c9a7be2d4",
        "Forecast from": "31 March 2024",
        "Simulated futures": "1,000",
        "Seed": "1",
    }
