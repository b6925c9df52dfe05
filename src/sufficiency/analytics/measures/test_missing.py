"""Examples of the measures in missing.py."""

EPISODES = """
    CHILD   | DECOM      | LS | DEC        | REC
    ONCE    | 01/05/2022 | C2 |            |
    TWICE   | 01/05/2022 | C2 | 01/12/2023 | E4A
    THRICE  | 01/05/2022 | C2 |            |
    AWAY    | 01/05/2022 | C2 |            |
    OVER    | 01/05/2022 | C2 |            |
    BEFORE  | 01/05/2022 | C2 |            |
    NEVER   | 01/05/2022 | C2 |            |
    BREAK   | 01/05/2022 | V3 |            |
"""
MISSING = """
    CHILD   | MISSING | MIS_START  | MIS_END
    ONCE    | M       | 01/06/2023 | 02/06/2023
    TWICE   | M       | 01/06/2023 | 01/06/2023
    TWICE   | M       | 01/06/2023 | 02/06/2023
    THRICE  | M       | 01/06/2023 | 02/06/2023
    THRICE  | M       | 01/07/2023 | 02/07/2023
    THRICE  | M       | 01/08/2023 | 02/08/2023
    THRICE  | A       | 01/09/2023 | 02/09/2023
    AWAY    | A       | 01/06/2023 | 02/06/2023
    OVER    | M       | 25/03/2023 | 01/04/2023
    BEFORE  | M       | 25/03/2023 | 31/03/2023
    BREAK   | M       | 01/06/2023 | 02/06/2023
"""
GIVEN = {"episodes": EPISODES, "missing": MISSING}


def test_missing_children(check):
    check(
        "missing_children",
        **GIVEN,
        counted="ONCE TWICE THRICE OVER",
        not_counted="AWAY BEFORE NEVER",
        left_out="BREAK",
    )


def test_away_children(check):
    check(
        "away_children",
        **GIVEN,
        counted="THRICE AWAY",
        not_counted="ONCE TWICE OVER BEFORE NEVER",
        left_out="BREAK",
    )


def test_missing_incidents(check):
    check(
        "missing_incidents",
        **GIVEN,
        each={"ONCE": 1, "TWICE": 2, "THRICE": 4, "AWAY": 1, "OVER": 1},
        left_out="BEFORE NEVER BREAK",
    )


def test_missing_repeat(check):
    check(
        "missing_repeat",
        **GIVEN,
        counted="TWICE THRICE",
        not_counted="ONCE OVER",
        left_out="AWAY BEFORE NEVER BREAK",
    )
