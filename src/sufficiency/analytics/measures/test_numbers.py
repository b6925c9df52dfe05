"""Examples of the measures in numbers.py."""

from returns_in_text import history_of
from sufficiency.analytics.measures.scorecard import scorecard

AROUND_31_MARCH = """
    CHILD | DECOM      | DEC        | REC | LS | PLACE
    IN    | 01/05/2023 |            |     | C2 | U6
    LAST  | 31/03/2024 |            |     | V2 | U6
    LEFT  | 01/05/2023 | 31/03/2024 | E4A | C2 | U6
    BREAK | 01/05/2023 |            |     | V3 | U6
    TWICE | 01/05/2023 | 01/06/2023 | E4A | C2 | U6
    TWICE | 01/07/2023 |            |     | C2 | K2
"""


def test_cla_number(check):
    check("cla_number", episodes=AROUND_31_MARCH, counted="IN LAST TWICE", left_out="LEFT BREAK")


def test_cla_number_counts_a_child_with_two_open_episodes_once_where_it_went_last():
    episodes = """
        CHILD | DECOM      | RNE | PLACE | PLACE_PROVIDER
        A     | 01/05/2023 | S   | U6    | PR1
        A     | 01/06/2023 | P   | K2    | PR4
    """
    result = scorecard(history_of(episodes=episodes))[0]
    assert {part.value: part.numerator for part in result.by if part.numerator} == {"external_residential": 1}
    assert result.value == 1


def test_cla_number_puts_a_child_on_a_temporary_stay_where_it_lives_otherwise():
    episodes = """
        CHILD | DECOM      | DEC        | REC | RNE | PLACE | PLACE_PROVIDER
        A     | 01/05/2023 | 20/03/2024 | X1  | S   | K2    | PR1
        A     | 20/03/2024 |            |     | P   | T1    |
    """
    result = scorecard(history_of(episodes=episodes))[0]
    assert {part.value: part.numerator for part in result.by if part.numerator} == {"in_house_residential": 1}


def test_cla_rate(check):
    check(
        "cla_rate",
        episodes=AROUND_31_MARCH,
        child_population=1000,
        counted="IN LAST TWICE",
        left_out="LEFT BREAK",
    )


STARTS = """
    CHILD | DECOM      | RNE | LS | DEC        | REC
    FIRST | 01/04/2023 | S   | C2 |            |
    LAST  | 31/03/2024 | S   | C2 |            |
    EARLY | 31/03/2023 | S   | C2 |            |
    MOVED | 01/05/2023 | P   | C2 |            |
    BREAK | 01/05/2023 | S   | V4 |            |
    TWICE | 01/05/2023 | S   | C2 | 01/06/2023 | E4A
    TWICE | 01/07/2023 | S   | C2 |            |
"""


def test_starts_year(check):
    check("starts_year", episodes=STARTS, counted="FIRST LAST TWICE", left_out="EARLY MOVED BREAK")


def test_starts_month(check):
    check(
        "starts_month",
        episodes=STARTS,
        each={"FIRST": 1, "LAST": 1, "TWICE": 2},
        left_out="EARLY MOVED BREAK",
    )


def test_starts_rate(check):
    check(
        "starts_rate",
        episodes=STARTS,
        child_population=1000,
        counted="FIRST LAST TWICE",
        left_out="EARLY MOVED BREAK",
    )


CEASES = """
    CHILD  | DECOM      | RNE | LS | DEC        | REC
    FIRST  | 01/05/2020 | S   | C2 | 01/04/2023 | E4A
    LAST   | 01/05/2020 | S   | C2 | 31/03/2024 | E3
    STAYS  | 01/05/2020 | S   | C2 | 01/06/2023 | X1
    STAYS  | 01/06/2023 | L   | C2 |            |
    BREAK  | 01/05/2023 | S   | V3 | 03/05/2023 | E8
    TWICE  | 01/05/2023 | S   | C2 | 01/06/2023 | E4A
    TWICE  | 01/07/2023 | S   | C2 | 01/09/2023 | E45
"""


def test_ceases_year(check):
    check("ceases_year", episodes=CEASES, counted="FIRST LAST TWICE", left_out="STAYS BREAK")


def test_ceases_month(check):
    check("ceases_month", episodes=CEASES, each={"FIRST": 1, "LAST": 1, "TWICE": 2}, left_out="STAYS BREAK")


def test_ceases_rate(check):
    check(
        "ceases_rate",
        episodes=CEASES,
        child_population=1000,
        counted="FIRST LAST TWICE",
        left_out="STAYS BREAK",
    )


def test_net_change(check):
    check("net_change", episodes=CEASES, each={"FIRST": -1, "LAST": -1, "TWICE": 0}, left_out="STAYS BREAK")


UASC = """
    CHILD   | DUC
    STILL   |
    LATER   | 01/04/2024
    STOPPED | 31/03/2024
"""
UASC_EPISODES = """
    CHILD   | DECOM
    STILL   | 01/05/2023
    LATER   | 01/05/2023
    STOPPED | 01/05/2023
    OTHER   | 01/05/2023
"""


def test_uasc_number(check):
    check(
        "uasc_number",
        episodes=UASC_EPISODES,
        uasc=UASC,
        counted="STILL LATER",
        not_counted="STOPPED OTHER",
    )


def test_uasc_share(check):
    check(
        "uasc_share",
        episodes=UASC_EPISODES,
        uasc=UASC,
        header="""
            CHILD | DOB
            LATER | 31/03/2006
        """,
        child_population=100_000,
        counted="STILL",
        not_counted="LATER STOPPED OTHER",
    )
