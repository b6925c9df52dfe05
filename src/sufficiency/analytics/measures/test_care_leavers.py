"""Examples of the measures in care_leavers.py."""

EPISODES = """
    CHILD | DECOM
    OTHER | 01/05/2023
"""
OC3 = """
    CHILD  | DOB        | IN_TOUCH | ACTIV | ACCOM
    SEVEN  | 01/06/2006 | YES      | F2    | D1
    EIGHT  | 01/04/2005 | NO       | G5    | U2
    EIGHTB | 31/03/2006 | YES      | 0     | X2
    NINE   | 01/06/2004 | YES      | F1    | Z1
    TWENTY | 01/06/2003 | REFU     | 0     | 0
    ABROAD | 01/06/2003 | YES      | P5    | G1
    TWONE  | 01/06/2002 | YES      | G4    | U1
    TWTWO  | 01/06/2001 | YES      | F1    | U1
    DIED   | 01/06/2003 | DIED     | 0     | 0
    HOME   | 01/06/2006 | RHOM     | 0     | 0
"""
GIVEN = {"episodes": EPISODES, "oc3": OC3}
YOUNG = "SEVEN EIGHT EIGHTB"
OLD = "NINE TWENTY ABROAD TWONE"
NEITHER = "TWTWO DIED HOME OTHER"


def test_cl_in_touch_17_18(check):
    check(
        "cl_in_touch_17_18", **GIVEN, counted="SEVEN EIGHTB", not_counted="EIGHT", left_out=f"{OLD} {NEITHER}"
    )


def test_cl_in_touch_19_21(check):
    check(
        "cl_in_touch_19_21",
        **GIVEN,
        counted="NINE ABROAD TWONE",
        not_counted="TWENTY",
        left_out=f"{YOUNG} {NEITHER}",
    )


def test_cl_accom_17_18(check):
    check("cl_accom_17_18", **GIVEN, counted="SEVEN", not_counted="EIGHT EIGHTB", left_out=f"{OLD} {NEITHER}")


def test_cl_accom_19_21(check):
    check(
        "cl_accom_19_21",
        **GIVEN,
        counted="NINE TWONE",
        not_counted="TWENTY",
        left_out=f"ABROAD {YOUNG} {NEITHER}",
    )


def test_cl_eet_17_18(check):
    check("cl_eet_17_18", **GIVEN, counted="SEVEN", not_counted="EIGHT EIGHTB", left_out=f"{OLD} {NEITHER}")


def test_cl_eet_19_21(check):
    check(
        "cl_eet_19_21",
        **GIVEN,
        counted="NINE ABROAD",
        not_counted="TWENTY TWONE",
        left_out=f"{YOUNG} {NEITHER}",
    )


def test_cl_staying_put(check):
    header = """
        CHILD  | DOB
        NINE   | 01/06/2004
        EVE    | 01/06/2004
        TWENTY | 01/06/2003
        EARLY  | 01/06/2004
        FLAT   | 01/06/2004
    """
    check(
        "cl_staying_put",
        header={"2021-22": header, "2022-23": header, "2023-24": header},
        episodes={
            "2021-22": """
                CHILD  | DECOM      | PLACE | DEC        | REC
                TWENTY | 01/05/2018 | U4    | 01/06/2021 | E17
            """,
            "2022-23": """
                CHILD  | DECOM      | PLACE | DEC        | REC
                NINE   | 01/05/2018 | U4    | 01/06/2022 | E17
                EVE    | 01/05/2018 | U1    | 31/05/2022 | E17
                EARLY  | 01/05/2018 | U4    | 20/05/2022 | E4A
                FLAT   | 01/05/2018 | H5    | 01/06/2022 | E5
            """,
            "2023-24": "CHILD | DECOM\nOTHER | 01/05/2023",
        },
        oc3="""
            CHILD  | DOB        | IN_TOUCH | ACTIV | ACCOM
            NINE   | 01/06/2004 | YES      | F1    | Z1
            EVE    | 01/06/2004 | YES      | F1    | Z1
            TWENTY | 01/06/2003 | YES      | F1    | U1
            EARLY  | 01/06/2004 | YES      | F1    | Z1
            FLAT   | 01/06/2004 | YES      | F1    | Z1
        """,
        counted="NINE EVE",
        not_counted="TWENTY",
        left_out="EARLY FLAT OTHER",
    )
