"""Examples of the measures in regulation.py."""

HEADER = """
    CHILD     | DOB
    FLAT      | 01/06/2007
    SIXTEEN   | 31/03/2008
    FOSTERED  | 01/06/2006
    FIFTEEN   | 01/04/2008
    TURNED    | 01/06/2007
"""
EPISODES = """
    CHILD     | DECOM      | PLACE | DEC        | REC
    FLAT      | 01/07/2023 | H5    |            |
    SIXTEEN   | 31/03/2024 | P2    |            |
    FOSTERED  | 01/05/2022 | U6    |            |
    FIFTEEN   | 01/05/2022 | H5    |            |
    TURNED    | 01/05/2022 | H5    | 01/07/2023 | E4A
"""


def test_supported_16_17(check):
    check(
        "supported_16_17",
        header=HEADER,
        episodes=EPISODES,
        counted="FLAT SIXTEEN",
        not_counted="FOSTERED",
        left_out="FIFTEEN TURNED",
    )


def test_under16_supported(check):
    check(
        "under16_supported",
        header=HEADER,
        episodes=EPISODES,
        counted="FIFTEEN TURNED",
        not_counted="FLAT SIXTEEN",
        left_out="FOSTERED",
    )


def test_under12_residential(check):
    check(
        "under12_residential",
        header="""
            CHILD  | DOB
            ELEVEN | 01/04/2012
            TWELVE | 31/03/2012
        """,
        episodes="""
            CHILD    | DECOM      | PLACE
            ELEVEN   | 01/05/2022 | K2
            TWELVE   | 01/05/2022 | K2
            CENTRE   | 01/05/2022 | R3
            FOSTERED | 01/05/2022 | U6
        """,
        counted="ELEVEN",
        not_counted="CENTRE FOSTERED",
        left_out="TWELVE",
    )


def test_dolo(check):
    check(
        "dolo",
        year="2026-27",
        episodes={
            "2026-27": """
                CHILD  | DECOM      | PLACE
                OPEN   | 01/05/2026 | K2
                LATER  | 01/05/2026 | K2
                ENDED  | 01/05/2026 | K2
                NONE   | 01/05/2026 | K2
            """
        },
        dolo={
            "2026-27": """
                CHILD  | DOLO_START | DOLO_END
                OPEN   | 01/06/2026 |
                LATER  | 01/06/2026 | 01/04/2027
                ENDED  | 01/06/2026 | 31/03/2027
            """
        },
        counted="OPEN LATER",
        not_counted="ENDED NONE",
    )
