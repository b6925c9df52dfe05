"""Examples of the measures in stability.py."""

import pytest

from returns_in_text import history_of
from sufficiency.analytics.measures.scorecard import scorecard

THREE = """
    CHILD   | DECOM      | RNE | PLACE | DEC        | REC | REASON_PLACE_CHANGE
    THREE   | 01/05/2023 | S   | U6    | 01/06/2023 | X1  | CARPL
    THREE   | 01/06/2023 | P   | K2    | 01/07/2023 | X1  | CARPL
    THREE   | 01/07/2023 | P   | U6    |            |     |
    RETURN  | 01/05/2023 | S   | U6    | 01/06/2023 | E4A |
    RETURN  | 01/08/2023 | S   | U6    | 01/09/2023 | X1  | CARPL
    RETURN  | 01/09/2023 | P   | K2    |            |     |
    TWO     | 01/05/2023 | S   | U6    | 01/06/2023 | X1  | CARPL
    TWO     | 01/06/2023 | P   | K2    | 01/07/2023 | X1  |
    TWO     | 01/07/2023 | L   | K2    |            |     |
    HOLIDAY | 01/05/2023 | S   | U6    | 01/06/2023 | X1  |
    HOLIDAY | 01/06/2023 | P   | T2    | 10/06/2023 | X1  |
    HOLIDAY | 10/06/2023 | P   | U6    | 01/09/2023 | X1  | CARPL
    HOLIDAY | 01/09/2023 | P   | K2    |            |     |
    CARER   | 01/05/2023 | S   | U6    | 01/06/2023 | X1  | CARPL
    CARER   | 01/06/2023 | P   | U5    | 01/11/2023 | X1  |
    CARER   | 01/11/2023 | P   | A5    |            |     |
    HOUSE   | 01/05/2023 | S   | U6    | 01/06/2023 | X1  | CARPL
    HOUSE   | 01/06/2023 | P   | U6    | 01/11/2023 | X1  | PLACE
    HOUSE   | 01/11/2023 | P   | U6    |            |     |
    BEFORE  | 01/03/2023 | S   | U6    | 01/04/2023 | X1  | CARPL
    BEFORE  | 01/04/2023 | P   | U6    | 01/11/2023 | X1  | CARPL
    BEFORE  | 01/11/2023 | P   | U6    |            |     |
    DAY     | 01/05/2023 | S   | U6    | 01/06/2023 | X1  | CARPL
    DAY     | 01/06/2023 | P   | U6    | 01/06/2023 | X1  | CARPL
    DAY     | 02/06/2023 | P   | K2    |            |     |
    LEFT    | 01/05/2023 | S   | U6    | 01/06/2023 | X1  | CARPL
    LEFT    | 01/06/2023 | P   | K2    | 01/07/2023 | X1  | CARPL
    LEFT    | 01/07/2023 | P   | U6    | 01/10/2023 | E4A |
"""


def test_stability_3plus(check):
    check(
        "stability_3plus",
        episodes=THREE,
        counted="THREE RETURN",
        not_counted="TWO HOLIDAY CARER HOUSE BEFORE DAY",
        left_out="LEFT",
    )


def over_years(*rows: str) -> dict[str, str]:
    """The same episodes returned in each of three years, as far as they had begun and not ended before."""
    heading = "CHILD | DECOM | RNE | LS | PLACE | DEC | REC"
    return {
        "2021-22": "\n".join([heading, *(row for row in rows if begun(row, 2022))]),
        "2022-23": "\n".join([heading, *(row for row in rows if begun(row, 2023) and lasts(row, 2022))]),
        "2023-24": "\n".join([heading, *(row for row in rows if lasts(row, 2023))]),
    }


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]


def key(day: str) -> str:
    return "".join(reversed(day.split("/")))


def begun(row: str, ending: int) -> bool:
    return key(cells(row)[1]) <= f"{ending}0331"


def lasts(row: str, ending: int) -> bool:
    return not cells(row)[5] or key(cells(row)[5]) > f"{ending}0331"


LONG_HEADER = dict.fromkeys(
    ("2021-22", "2022-23", "2023-24"), """\n    CHILD   | DOB\n    SIXTEEN | 31/03/2008\n    """
)
LONG = over_years(
    "SETTLED | 30/09/2021 | S | C2 | U4 |            |    ",
    "SAME    | 01/06/2020 | S | V2 | U4 | 01/05/2022 | X1 ",
    "SAME    | 01/05/2022 | U | C2 | U1 |            |    ",
    "MOVED   | 01/06/2020 | S | C2 | U6 | 01/04/2022 | X1 ",
    "MOVED   | 01/04/2022 | P | C2 | U4 |            |    ",
    "JUST    | 01/06/2020 | S | C2 | U6 | 31/03/2022 | X1 ",
    "JUST    | 31/03/2022 | P | C2 | U4 |            |    ",
    "ADOPT   | 01/06/2020 | S | C2 | U6 | 01/02/2024 | X1 ",
    "ADOPT   | 01/02/2024 | P | E1 | A6 |            |    ",
    "LATE    | 01/10/2021 | S | C2 | U4 |            |    ",
    "SIXTEEN | 01/06/2020 | S | C2 | U4 |            |    ",
    "BROKEN  | 01/06/2020 | S | C2 | U4 | 01/06/2021 | E4A",
    "BROKEN  | 01/11/2021 | S | C2 | U4 |            |    ",
    "BREAKS  | 01/06/2020 | S | V3 | U4 | 01/07/2021 | X1 ",
    "BREAKS  | 01/07/2021 | L | V2 | U4 |            |    ",
)


def test_stability_2yr(check):
    check(
        "stability_2yr",
        episodes=LONG,
        header=LONG_HEADER,
        counted="SETTLED SAME JUST ADOPT",
        not_counted="MOVED",
        left_out="LATE SIXTEEN BROKEN BREAKS",
    )


def test_stability_2yr_left_in_former_short_breaks_until_2020(check):
    first = "CHILD | DECOM | LS | DEC | REC\nBREAKS | 01/06/2016 | V3 | 01/07/2017 | X1\nBREAKS | 01/07/2017 | V2 | |"
    later = "CHILD | DECOM | LS\nBREAKS | 01/07/2017 | V2\nMOVED | 01/09/2017 | V2"
    last = later.replace("MOVED | 01/09/2017", "MOVED | 01/11/2019")
    check(
        "stability_2yr",
        year="2019-20",
        episodes={"2017-18": first, "2018-19": later, "2019-20": last},
        counted="BREAKS",
        left_out="MOVED",
    )


def test_stability_2yr_3plus(check):
    check(
        "stability_2yr_3plus",
        episodes=over_years(
            "THREE | 01/06/2021 | S | C2 | U6 | 01/05/2022 | X1 ",
            "THREE | 01/05/2022 | P | C2 | K2 | 01/05/2023 | X1 ",
            "THREE | 01/05/2023 | P | C2 | U4 |            |    ",
            "TWO   | 01/06/2021 | S | C2 | U6 | 01/04/2022 | X1 ",
            "TWO   | 01/04/2022 | P | C2 | K2 | 01/05/2023 | X1 ",
            "TWO   | 01/05/2023 | P | C2 | U4 |            |    ",
            "LATE  | 01/04/2022 | S | C2 | U6 | 01/05/2022 | X1 ",
            "LATE  | 01/05/2022 | P | C2 | K2 | 01/05/2023 | X1 ",
            "LATE  | 01/05/2023 | P | C2 | U4 |            |    ",
        ),
        counted="THREE",
        not_counted="TWO",
        left_out="LATE",
    )


def test_placement_duration(check):
    check(
        "placement_duration",
        episodes="""
            CHILD | DECOM      | RNE | PLACE | DEC        | REC | LS
            WEEK  | 01/05/2023 | S   | U6    | 08/05/2023 | E4A | C2
            JOINT | 01/05/2023 | S   | U6    | 11/05/2023 | X1  | V2
            JOINT | 11/05/2023 | L   | U6    | 31/05/2023 | E4A | C2
            OPEN  | 01/05/2023 | S   | U6    |            |     | C2
        """,
        each={"WEEK": 7, "JOINT": 30},
        left_out="OPEN",
    )


REASONS = """
    CHILD    | DECOM      | RNE | PLACE | DEC        | REC | REASON_PLACE_CHANGE
    PLANNED  | 01/05/2023 | S   | U6    | 01/06/2023 | X1  | CARPL
    PLANNED  | 01/06/2023 | P   | K2    |            |     |
    BROKE    | 01/05/2023 | S   | U6    | 01/06/2023 | X1  | CREQB
    BROKE    | 01/06/2023 | P   | K2    |            |     |
    STANDARD | 01/05/2023 | S   | U6    | 01/06/2023 | X1  | STAND
    STANDARD | 01/06/2023 | P   | K2    |            |     |
    STATUS   | 01/05/2023 | S   | U6    | 01/06/2023 | X1  | PLACE
    STATUS   | 01/06/2023 | T   | U6    |            |     |
    NONE     | 01/05/2023 | S   | U6    |            |     |
"""


def test_unplanned_endings(check):
    check(
        "unplanned_endings",
        episodes=REASONS,
        counted="BROKE STANDARD",
        not_counted="PLANNED",
        left_out="STATUS NONE",
    )


def test_breakdown_rate(check):
    check("breakdown_rate", episodes=REASONS, counted="BROKE", not_counted="PLANNED STANDARD STATUS NONE")


def test_breakdown_rate_is_set_against_the_days_of_the_year():
    episodes = """
        CHILD | DECOM      | RNE | PLACE | DEC        | REC | REASON_PLACE_CHANGE
        A     | 01/01/2023 | S   | U6    | 11/04/2023 | X1  | CHILD
        A     | 11/04/2023 | P   | U6    |            |     |
    """
    found = {r.id: r for r in scorecard(history_of(episodes=episodes))}["breakdown_rate"]
    assert (found.numerator, found.denominator) == (1, 366)
    assert found.value == pytest.approx(2.73)


def test_sw_instability(check):
    check(
        "sw_instability",
        episodes="""
            CHILD | DECOM
            THREE | 01/05/2022
            SAME  | 01/05/2022
            PAST  | 01/05/2022
            NONE  | 01/05/2022
        """,
        sw_episodes="""
            CHILD | SW_ID | SW_DECOM   | SW_DEC
            THREE | SW1   | 01/05/2022 | 01/05/2023
            THREE | SW2   | 01/05/2023 | 01/06/2023
            THREE | SW3   | 01/06/2023 |
            SAME  | SW1   | 01/05/2022 | 01/05/2023
            SAME  | SW2   | 01/05/2023 | 01/06/2023
            SAME  | SW1   | 01/06/2023 |
            PAST  | SW1   | 01/05/2022 | 01/04/2023
            PAST  | SW2   | 01/04/2023 | 01/06/2023
            PAST  | SW3   | 01/06/2023 |
        """,
        counted="THREE",
        not_counted="SAME PAST NONE",
    )
