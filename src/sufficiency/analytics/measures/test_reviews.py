"""Examples of the measures in reviews.py."""

import pytest

# 20 working days from Monday 8 January 2024 end on Monday 5 February; from 29 February on 28 March, and from
# 1 March, with Good Friday and Easter Monday between, on 2 April.
REVIEWED = {
    "FIRST    | 08/01/2024": "05/02/2024",
    "FIRSTBAD | 08/01/2024": "06/02/2024",
    "SECOND   | 08/05/2023": "01/06/2023 01/09/2023 01/03/2024",
    "SECONDBAD| 08/05/2023": "01/06/2023 02/09/2023 02/03/2024",
    "LATERBAD | 08/05/2023": "01/06/2023 01/09/2023 02/03/2024",
    "LEAPDAY  | 08/05/2023": "31/05/2023 31/08/2023 29/02/2024",
    "LONG     | 08/05/2020": "01/12/2022 01/06/2023 01/12/2023",
    "LONGBAD  | 08/05/2020": "01/12/2022 02/06/2023 01/12/2023",
    "OVERDUE  | 08/05/2020": "30/09/2023",
    "WAITED   | 08/05/2020": "01/03/2023 01/09/2023 28/02/2024",
    "EARLIER  | 08/05/2020": "01/08/2022 01/05/2023 01/11/2023",
    "NEVER    | 08/05/2020": "",
    "SHORT    | 01/03/2024": "",
    "DUE      | 29/02/2024": "",
}


def given() -> dict[str, dict[str, str]]:
    """The returns of both years: each child's episode, and each review in the return of its year."""
    episodes: dict[str, list[str]] = {"2022-23": [], "2023-24": []}
    reviews: dict[str, list[str]] = {"2022-23": [], "2023-24": []}
    for child, held in REVIEWED.items():
        for year in ["2022-23", "2023-24"] if "2020" in child else ["2023-24"]:
            episodes[year].append(child)
        for day in held.split():
            year = "2022-23" if key(day) <= "20230331" else "2023-24"
            reviews[year].append(f"{child.split('|')[0]} | {day}")
    return {
        "episodes": {year: "\n".join(["CHILD | DECOM", *rows]) for year, rows in episodes.items()},
        "reviews": {year: "\n".join(["CHILD | REVIEW", *rows]) for year, rows in reviews.items()},
    }


def key(day: str) -> str:
    return "".join(reversed(day.split("/")))


def test_reviews_timely(check):
    check(
        "reviews_timely",
        **given(),
        counted="FIRST SECOND LEAPDAY LONG WAITED EARLIER",
        not_counted="FIRSTBAD SECONDBAD LATERBAD LONGBAD OVERDUE NEVER DUE",
        left_out="SHORT",
    )


def test_reviews_timely_needs_the_reviews_of_the_year_before(check):
    with pytest.raises(AssertionError, match="Needs the Reviews table of 2022-23"):
        check(
            "reviews_timely",
            episodes="CHILD | DECOM\nA | 01/05/2023",
            reviews="CHILD | REVIEW\nA | 01/06/2023",
            counted="A",
            left_out="B",
        )


def test_participation(check):
    check(
        "participation",
        header="""
            CHILD | DOB
            FOUR  | 01/06/2019
            THREE | 02/06/2019
        """,
        episodes="""
            CHILD  | DECOM      | LS
            SPOKE  | 01/05/2022 | C2
            SENT   | 01/05/2022 | C2
            SILENT | 01/05/2022 | C2
            ABSENT | 01/05/2022 | C2
            FOUR   | 01/05/2022 | C2
            THREE  | 01/05/2022 | C2
            YOUNG  | 01/05/2022 | C2
            BEFORE | 01/05/2022 | C2
            BREAK  | 01/05/2022 | V3
        """,
        reviews="""
            CHILD  | REVIEW     | REVIEW_CODE | DOB
            SPOKE  | 01/06/2023 | PN1         | 01/06/2012
            SENT   | 01/06/2023 | PN6         | 01/06/2012
            SILENT | 01/06/2023 | PN4         | 01/06/2012
            ABSENT | 01/06/2023 | PN7         | 01/06/2012
            FOUR   | 01/06/2023 | PN2         | 01/06/2019
            THREE  | 01/06/2023 | PN2         | 02/06/2019
            YOUNG  | 01/06/2023 | PN0         | 01/06/2012
            BEFORE | 01/03/2023 | PN1         | 01/06/2012
            BREAK  | 01/06/2023 | PN1         | 01/06/2012
        """,
        counted="SPOKE SENT FOUR",
        not_counted="SILENT ABSENT",
        left_out="THREE YOUNG BEFORE BREAK",
    )
