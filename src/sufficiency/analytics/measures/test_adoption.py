"""Examples of the measures in adoption.py."""

YEARS = ("2021-22", "2022-23", "2023-24")
EPISODES = """
    CHILD   | DECOM      | RNE | LS | PLACE | DEC        | REC
    WAITED  | 01/05/2021 | S   | C2 | U6    | 01/07/2021 | X1
    WAITED  | 01/07/2021 | L   | E1 | U6    | 09/08/2021 | X1
    WAITED  | 09/08/2021 | P   | E1 | A6    | 01/03/2024 | E12
    CARER   | 01/05/2021 | S   | E1 | U6    | 11/05/2021 | X1
    CARER   | 11/05/2021 | P   | E1 | U5    | 09/08/2022 | X1
    CARER   | 09/08/2022 | P   | E1 | A5    | 01/03/2024 | E12
    GOESON  | 01/05/2021 | S   | C2 | U6    | 11/05/2021 | X1
    GOESON  | 11/05/2021 | P   | C2 | U5    | 09/08/2021 | X1
    GOESON  | 09/08/2021 | U   | E1 | A5    | 01/03/2024 | E12
    ATONCE  | 01/05/2021 | S   | V2 | A4    | 01/03/2024 | E11
    WAITING | 01/05/2023 | S   | C2 | U6    |            |
    TOOLONG | 01/05/2021 | S   | C2 | U6    |            |
    STOPPED | 01/05/2023 | S   | C2 | U6    |            |
    FOSTER  | 01/05/2021 | S   | C2 | U6    | 01/03/2024 | E4A
"""


def lines_of(text: str, *, until: str, since: str) -> str:
    """The lines of a return: those that started by its last day and had not ended before its first."""
    heading, *lines = (line for line in text.strip().splitlines())
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    kept = [
        line if not row[5] or key(row[5]) <= until else open_at_the_end(row)
        for line, row in zip(lines, cells, strict=True)
        if key(row[1]) <= until and (not row[5] or key(row[5]) >= since)
    ]
    return "\n".join([heading, *kept])


def open_at_the_end(row: list[str]) -> str:
    return " | ".join([*row[:5], "", ""])


def key(day: str) -> str:
    return "".join(reversed(day.split("/")))


RETURNS = {year: lines_of(EPISODES, until=f"20{year[-2:]}0331", since=f"{year[:4]}0401") for year in YEARS}
AD1 = {
    "2021-22": "CHILD | DATE_MATCH",
    "2022-23": "CHILD | DATE_MATCH",
    "2023-24": """
        CHILD  | DATE_MATCH
        WAITED | 31/07/2021
        CARER  | 01/08/2022
        GOESON | 01/08/2021
        ATONCE | 01/04/2021
    """,
}
NEVER_PLACED = "WAITING TOOLONG STOPPED FOSTER"


def test_A1(check):  # noqa: N802 - the scorecard's own name
    check(
        "A1",
        episodes=RETURNS,
        each={"WAITED": 100, "CARER": 465, "GOESON": 100},
        left_out=f"ATONCE {NEVER_PLACED}",
    )


def test_A10(check):  # noqa: N802 - the scorecard's own name
    check(
        "A10",
        episodes=RETURNS,
        each={"WAITED": 100, "CARER": 10, "GOESON": 10, "ATONCE": 0},
        left_out=NEVER_PLACED,
    )


def test_A2(check):  # noqa: N802 - the scorecard's own name
    check(
        "A2",
        episodes=RETURNS,
        ad1=AD1,
        each={"WAITED": 30, "CARER": 457, "GOESON": 0},
        left_out=f"ATONCE {NEVER_PLACED}",
    )


def test_A3(check):  # noqa: N802 - the scorecard's own name
    check(
        "A3",
        episodes=RETURNS,
        placed_adoption={
            "2022-23": """
                CHILD   | DATE_PLACED | DATE_PLACED_CEASED
                TOOLONG | 01/05/2022  |
            """,
            "2023-24": """
                CHILD   | DATE_PLACED | DATE_PLACED_CEASED
                WAITING | 01/07/2023  |
                STOPPED | 01/07/2023  | 01/09/2023
            """,
        },
        counted="WAITED GOESON ATONCE WAITING",
        not_counted="CARER TOOLONG",
        left_out="STOPPED FOSTER",
    )
