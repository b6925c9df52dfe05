"""Examples of the measures in location.py."""

from returns_in_text import history_of, places
from sufficiency.analytics.measures.scorecard import scorecard

OURS, THEIRS, WALES = "E10000003", "E06000031", "W06000001"
POSTCODES = places(
    CB11AA=(0, 0, OURS),
    CB21AA=(19.9, 0, OURS),
    PE11AA=(20.0, 0, THEIRS),
    PE21AA=(12, 16.2, THEIRS),
    CB99AA=(0, 21, OURS),
    CF11AA=(200, 0, WALES),
)
EPISODES = """
    CHILD   | DECOM      | PLACE | HOME_POST | PL_POST
    NEAR    | 01/05/2023 | U6    | CB1 1AA   | CB2 1AA
    EDGE    | 01/05/2023 | U6    | CB1 1AA   | pe11aa
    OVER    | 01/05/2023 | K2    | CB1 1AA   | PE2 1AA
    INSIDE  | 01/05/2023 | K2    | CB1 1AA   | CB9 9AA
    WALES   | 01/05/2023 | H5    | CB1 1AA   | CF1 1AA
    NOHOME  | 01/05/2023 | H5    |           | PE1 1AA
    NOWHERE | 01/05/2023 | Z1    | CB1 1AA   | ZZ1 1ZZ
"""
GIVEN = {"episodes": EPISODES, "postcodes": POSTCODES, "authority": OURS}


def test_over_20_miles(check):
    check("over_20_miles", **GIVEN, counted="OVER INSIDE WALES", not_counted="NEAR EDGE NOHOME NOWHERE")


def test_over_20_outside(check):
    check("over_20_outside", **GIVEN, counted="OVER WALES", not_counted="NEAR EDGE INSIDE NOHOME NOWHERE")


def test_outside_la(check):
    check(
        "outside_la", **GIVEN, counted="EDGE OVER WALES NOHOME", not_counted="NEAR INSIDE", left_out="NOWHERE"
    )


def test_outside_la_is_divided_by_setting():
    (result,) = [
        r
        for r in scorecard(history_of(episodes=EPISODES), postcodes=POSTCODES, authority=OURS)
        if r.id == "outside_la"
    ]
    assert [(part.value, part.numerator, part.denominator) for part in result.by] == [
        ("foster", 1, 2),
        ("residential", 1, 2),
        ("supported", 2, 2),
        ("other", 0, 0),
    ]


def test_outside_la_foster(check):
    check(
        "outside_la_foster",
        **GIVEN,
        counted="EDGE",
        not_counted="NEAR",
        left_out="OVER INSIDE WALES NOHOME NOWHERE",
    )


def test_outside_la_residential(check):
    check(
        "outside_la_residential",
        **GIVEN,
        counted="OVER",
        not_counted="INSIDE",
        left_out="NEAR EDGE WALES NOHOME NOWHERE",
    )


def because(measure_id, **given):
    found = {r.id: r for r in scorecard(history_of(episodes=EPISODES), **given)}
    return found[measure_id].not_computed_because


def test_without_postcodes_or_authority_the_measures_say_what_is_missing():
    assert because("over_20_miles") == "Needs a list of postcodes with their places."
    assert because("outside_la", postcodes=POSTCODES).startswith("Needs the authority’s code")
    assert because("over_20_miles", postcodes=POSTCODES) is None


def test_where_no_postcode_is_real_there_is_no_figure_rather_than_none_outside():
    elsewhere = places(AB11AA=(0, 0, OURS))
    assert (
        because("outside_la", postcodes=elsewhere, authority=OURS)
        == "No placement postcode of 2023-24 could be found in the list of postcodes."
    )
    assert (
        because("over_20_miles", postcodes=elsewhere)
        == "No child of 2023-24 has a home and a placement postcode that could be found."
    )
