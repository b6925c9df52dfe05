"""Examples of the measures in leaving.py."""

LEFT = """
    CHILD    | DECOM      | DEC        | REC
    ADOPTED  | 01/05/2022 | 01/06/2023 | E11
    CONSENT  | 01/05/2022 | 01/06/2023 | E12
    GUARDIAN | 01/05/2022 | 01/06/2023 | E45
    ARRANGED | 01/05/2022 | 01/06/2023 | E41
    HOME     | 01/05/2022 | 01/06/2023 | E4A
    SUDDENLY | 01/05/2022 | 01/06/2023 | E4B
    STAYS    | 01/05/2022 |            |
"""
ALL = ("ADOPTED", "CONSENT", "GUARDIAN", "ARRANGED", "HOME", "SUDDENLY")


def checked_reason(check, measure_id, *counted):
    rest = " ".join(child for child in ALL if child not in counted)
    check(measure_id, episodes=LEFT, counted=" ".join(counted), not_counted=rest, left_out="STAYS")


def test_adopted_pct(check):
    checked_reason(check, "adopted_pct", "ADOPTED", "CONSENT")


def test_sgo_pct(check):
    checked_reason(check, "sgo_pct", "GUARDIAN")


def test_cao_pct(check):
    checked_reason(check, "cao_pct", "ARRANGED")


def test_reunified(check):
    checked_reason(check, "reunified", "HOME", "SUDDENLY")


def test_reentry(check):
    check(
        "reentry",
        episodes={
            "2022-23": """
                CHILD   | DECOM      | DEC        | REC
                BACK    | 01/05/2020 | 01/06/2022 | E4A
                LATE    | 01/05/2020 | 01/06/2022 | E4A
                GONE    | 01/05/2020 | 01/06/2022 | E45
                ADOPTED | 01/05/2020 | 01/06/2022 | E12
                LAST    | 01/05/2020 | 31/03/2023 | E4B
            """,
            "2023-24": """
                CHILD   | DECOM      | DEC        | REC
                BACK    | 01/06/2023 |            |
                LATE    | 02/06/2023 |            |
                ADOPTED | 01/05/2023 |            |
                LAST    | 31/03/2024 |            |
                NEW     | 01/05/2023 | 01/06/2023 | E4A
            """,
        },
        counted="BACK LAST",
        not_counted="LATE GONE",
        left_out="ADOPTED NEW",
    )


def test_previous_permanence(check):
    check(
        "previous_permanence",
        episodes="""
            CHILD    | DECOM
            ADOPTED  | 01/05/2023
            GUARDIAN | 01/05/2023
            NONE     | 01/05/2023
            UNKNOWN  | 01/05/2023
            ABSENT   | 01/05/2023
            EARLIER  | 01/05/2022
        """,
        prev_perm="""
            CHILD    | PREV_PERM
            ADOPTED  | P1
            GUARDIAN | P2
            NONE     | Z1
            UNKNOWN  | P4
            EARLIER  | P1
        """,
        counted="ADOPTED GUARDIAN",
        not_counted="NONE",
        left_out="UNKNOWN ABSENT EARLIER",
    )


def test_duration_care(check):
    check(
        "duration_care",
        episodes={
            "2022-23": """
                CHILD | DECOM      | RNE | LS
                LONG  | 01/03/2023 | S   | V2
                BREAK | 01/03/2023 | S   | V3
            """,
            "2023-24": """
                CHILD | DECOM      | RNE | LS | DEC        | REC
                LONG  | 01/03/2023 | S   | V2 | 01/05/2023 | X1
                LONG  | 01/05/2023 | L   | C2 |            |
                NEW   | 30/03/2024 | S   | C2 |            |
                BREAK | 01/03/2023 | S   | V3 |            |
                LEFT  | 01/05/2023 | S   | C2 | 01/06/2023 | E4A
            """,
        },
        each={"LONG": 396, "NEW": 1},
        left_out="BREAK LEFT",
    )
