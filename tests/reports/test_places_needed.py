import pytest

from sufficiency.reports.places_needed import needed

YEARS = ("2027-28", "2028-29", "2029-30")


def need(kind, *by_year):
    """Places needed year by year: for a share of 0.05, and a tenth more for 0.01."""
    return [
        {"kind": kind, "year": year, "places": {"0.01": round(places * 1.1), "0.05": places}}
        for year, places in zip(YEARS, by_year, strict=True)
    ]


def stated(kind, *by_year):
    return [
        {"kind": kind, "year": year, "places": places} for year, places in zip(YEARS, by_year, strict=True)
    ]


def figures(capacity=()):
    rows = [*need("in_house_fostering", 280, 300, 320), *need("secure", 3, 3, 3), *need("adoption", 9, 9, 9)]
    now = {"in_house_fostering": 286, "secure": 2, "adoption": 8}
    series = [{"kind": kind, "date": "2027-03-31", "mean": float(mean)} for kind, mean in now.items()]
    told = {"places_needed": rows, "capacity": list(capacity)}
    return {"from": "2027-03-31", "series": series, "scenario": told}


def test_every_kind_has_its_children_now_and_the_places_of_every_year():
    found = needed(figures(), share="0.05").table
    assert found.caption == "Places needed so that no more than 5 in 100 of the weeks in a year go unmet"
    assert [column.heading for column in found.columns] == [
        "Kind of placement", "Children on 31 March 2027", *YEARS,
    ]  # fmt: skip
    assert found.rows[0] == ("In-house fostering", "286", "280", "300", "320")
    # Nobody keeps places for children placed for adoption.
    assert [row[0] for row in found.rows] == ["In-house fostering", "Secure children’s home"]


@pytest.mark.parametrize(
    ("asked", "given"), [("0.01", "0.01"), ("", "0.05"), ("0.77", "0.05"), ("x", "0.05")]
)
def test_a_share_that_was_not_worked_out_gives_the_usual_one(asked, given):
    found = needed(figures(), share=asked)
    assert found.share == given
    assert found.shares == (("0.01", "1 in 100"), ("0.05", "5 in 100"))
    assert found.table.rows[0][-1] == {"0.01": "352", "0.05": "320"}[given]


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (
            (290, 290, 290),
            "In-house fostering: 10 more than stated are needed in 2028-29, 30 more by 2029-30.",
        ),
        ((290, 300, 315), "In-house fostering: 5 more than stated are needed in 2029-30."),
        ((270, 290, 310), "In-house fostering: 10 more than stated are needed from 2027-28 on."),
        ((270, 300, 330), "In-house fostering: 10 more than stated are needed in 2027-28."),
        ((290, 300, 320), "In-house fostering: the places stated are enough in every year."),
        ((None, 290, 320), "In-house fostering: 10 more than stated are needed in 2028-29."),
    ],
)
def test_it_says_when_the_places_stated_no_longer_do_and_how_many_more_would(places, said):
    assert needed(figures(stated("in_house_fostering", *places)), share="0.05").gaps == (said,)


def test_kinds_without_stated_places_have_no_gap():
    assert needed(figures(stated("secure", None, None, None)), share="0.05").gaps == ()


def test_kinds_whose_counts_are_hidden_are_left_out_everywhere():
    given = figures(stated("secure", 1, 1, 1))
    found = needed(given, share="0.05", is_shown=lambda kind: kind != "secure")
    assert [row[0] for row in found.table.rows] == ["In-house fostering"]
    assert found.gaps == ()


def test_where_nobody_is_expected_there_is_an_empty_table():
    given = figures()
    given["scenario"]["places_needed"] = []
    assert needed(given, share="0.05").table.rows == ()
