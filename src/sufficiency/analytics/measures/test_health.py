"""Examples of the measures in health.py."""

HEADER = """
    CHILD | DOB
    BABY  | 01/04/2021
    FOUR  | 01/04/2019
    FIVE  | 01/06/2018
    TEN   | 31/03/2014
    TEEN  | 01/06/2009
    OLD   | 01/06/2006
    NEW   | 01/06/2009
    GONE  | 01/06/2009
"""
EPISODES = """
    CHILD | DECOM      | DEC        | REC
    BABY  | 01/04/2023 |            |
    FOUR  | 01/05/2022 |            |
    FIVE  | 01/05/2022 |            |
    TEN   | 01/05/2022 |            |
    TEEN  | 01/05/2022 |            |
    OLD   | 01/05/2022 |            |
    NEW   | 02/04/2023 |            |
    GONE  | 01/05/2022 | 31/03/2024 | E4A
"""
OC2 = """
    CHILD | HEALTH_ASSESSMENT | TEETH_CHECK | IMMUNISATIONS | HEALTH_CHECK | SDQ_SCORE | CONVICTED | SUBSTANCE_MISUSE
    BABY  | 1                 | 0           | 1             | 1            |           |           | 0
    FOUR  | 1                 | 1           | 1             | 0            | 9         |           | 0
    FIVE  | 0                 | 1           | 0             |              | 14        |           | 0
    TEN   | 1                 | 1           | 1             |              | 20        | 0         | 0
    TEEN  | 1                 | 0           | 0             |              | none      | 1         | 1
    OLD   |                   | 0           | 1             |              | 30        | 0         | 0
    NEW   | 1                 | 1           | 1             |              | 30        | 1         | 1
    GONE  | 1                 | 1           | 1             |              | 30        | 1         | 1
"""
GIVEN = {"header": HEADER, "episodes": EPISODES, "oc2": OC2}
LEFT_OUT = "NEW GONE"


def test_health_assessment(check):
    check(
        "health_assessment", **GIVEN, counted="BABY FOUR TEN TEEN", not_counted="FIVE OLD", left_out=LEFT_OUT
    )


def test_health_assessment_takes_the_first_of_two_rows(check):
    check(
        "health_assessment",
        episodes="CHILD | DECOM\nTWO | 01/05/2022\nONE | 01/05/2022",
        oc2="CHILD | HEALTH_ASSESSMENT\nTWO | 1\nTWO | 0\nONE | 0",
        counted="TWO",
        not_counted="ONE",
    )


def test_dental(check):
    check("dental", **GIVEN, counted="FOUR FIVE TEN", not_counted="BABY TEEN OLD", left_out=LEFT_OUT)


def test_immunisation(check):
    check("immunisation", **GIVEN, counted="BABY FOUR TEN OLD", not_counted="FIVE TEEN", left_out=LEFT_OUT)


def test_development(check):
    check(
        "development", **GIVEN, counted="BABY", not_counted="FOUR", left_out=f"FIVE TEN TEEN OLD {LEFT_OUT}"
    )


def test_sdq_submitted(check):
    check(
        "sdq_submitted", **GIVEN, counted="FOUR FIVE TEN", not_counted="TEEN", left_out=f"BABY OLD {LEFT_OUT}"
    )


def test_sdq_mean(check):
    check("sdq_mean", **GIVEN, each={"FIVE": 14, "TEN": 20}, left_out=f"BABY FOUR TEEN OLD {LEFT_OUT}")


def test_convicted(check):
    check("convicted", **GIVEN, counted="TEEN", not_counted="TEN OLD", left_out=f"BABY FOUR FIVE {LEFT_OUT}")


def test_substance(check):
    check("substance", **GIVEN, counted="TEEN", not_counted="BABY FOUR FIVE TEN OLD", left_out=LEFT_OUT)
