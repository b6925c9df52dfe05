# A has been in care in the year; B left before it; C only had short breaks.
EPISODES = """
    CHILD | DECOM      | DEC        | LS
    A     | 01/02/2020 |            | C2
    B     | 01/02/2020 | 31/03/2026 | C2
    C     | 01/02/2020 |            | V3
"""


def test_165(check):
    check(
        "165",
        episodes=EPISODES,
        header="""
        CHILD | SEX | MOTHER | finding
        A     | F   | 0      |
        A     | F   |        | yes
        A     | F   | 2      | yes
        A     | M   | 0      | yes
        A     | M   |        |
        C     | F   | 2      |
        D     | F   | 2      |
    """,
        oc3="""
        CHILD | IN_TOUCH
        E     | YES
    """,
    )


def test_165_of_a_care_leaver(check):
    check(
        "165",
        episodes=EPISODES,
        header="""
        CHILD | SEX | MOTHER | finding
        B     | F   | 1      | yes
        B     | F   |        |
    """,
        oc3="""
        CHILD | IN_TOUCH | finding
        B     | YES      | yes
        B     |          |
    """,
    )


def test_165_before_2024_25_knows_sex_as_a_number(check):
    check(
        "165",
        year=2024,
        episodes="""
        CHILD | DECOM      | LS
        A     | 01/02/2020 | C2
    """,
        header="""
        CHILD | SEX | MOTHER | finding
        A     | 1   | 0      | yes
        A     | 2   | 0      |
        A     | 2   |        | yes
    """,
        oc3="""
        CHILD | IN_TOUCH
        E     | YES
    """,
    )


def test_171(check):
    check(
        "171",
        header="""
        CHILD | MC_DOB     | finding
        A     | 01/02/2026 |
        B     | 31/02/2026 | yes
        C     |            |
    """,
    )


def test_174(check):
    check(
        "174",
        header="""
        CHILD | SEX | MC_DOB     | finding
        A     | F   | 01/02/2026 |
        B     | M   | 01/02/2026 | yes
        C     | M   | SOON       | yes
        D     | M   |            |
    """,
    )


def test_207(check):
    check(
        "207",
        header="""
        CHILD | MOTHER | finding
        A     | 1      |
        B     | 0      | yes
        C     |        | yes
        D     | 0      |
        E     | 0      |
    """,
        header_last="""
        CHILD | MOTHER
        A     | 1
        B     | 1
        C     | 1
        D     | 0
        E     | 1
    """,
        episodes="""
        CHILD
        A
        B
        C
        D
    """,
    )


def test_393(check):
    check(
        "393",
        episodes=EPISODES,
        header="""
        CHILD | SEX | MOTHER | finding
        A     | F   |        | yes
        A     | F   | 0      |
        A     | M   |        |
        C     | F   |        |
    """,
    )


def test_611(check):
    check(
        "611",
        header="""
        CHILD | MOTHER | MC_DOB     | finding
        A     | 1      | 01/02/2026 |
        B     | 1      |            | yes
        C     | 0      |            |
    """,
    )


def test_612(check):
    check(
        "612",
        header="""
        CHILD | SEX | MOTHER | MC_DOB     | finding
        A     | F   | 1      | 01/02/2026 |
        B     | F   | 0      | 01/02/2026 | yes
        C     | F   |        | SOON       | yes
        D     | F   | 0      |            |
        E     | M   | 0      | 01/02/2026 |
    """,
    )


def test_620(check):
    check(
        "620",
        header="""
        CHILD | DOB        | MOTHER | finding
        A     | 01/04/2015 | 1      |
        B     | 02/04/2015 | 1      | yes
        C     | 02/04/2015 | 0      |
    """,
    )


def test_621(check):
    check(
        "621",
        header="""
        CHILD | DOB        | MC_DOB     | finding
        A     | 01/02/2010 | 01/02/2026 |
        B     | 01/02/2010 | 01/02/2010 | yes
        C     |            | 01/02/2026 | yes
        D     | 01/02/2010 | SOON       |
    """,
    )


def test_624(check):
    check(
        "624",
        header="""
        CHILD | MC_DOB     | finding
        A     | 01/02/2026 |
        B     | 02/02/2026 | yes
        C     |            | yes
        D     | 01/02/2026 |
    """,
        header_last="""
        CHILD | MC_DOB
        A     | 01/02/2026
        B     | 01/02/2026
        C     | 01/02/2026
        D     |
    """,
    )


def test_626(check):
    check(
        "626",
        header="""
        CHILD | MOTHER | MC_DOB     | finding
        A     | 1      | 01/04/2026 |
        B     | 1      | 31/03/2026 | yes
        C     | 1      | 31/03/2026 |
        D     | 0      | 31/03/2026 |
    """,
        header_last="""
        CHILD | MOTHER
        A     | 0
        B     | 0
        C     | 1
        D     | 0
    """,
    )


def test_628(check):
    check(
        "628",
        header="""
        CHILD | MOTHER | finding
        A     | 0      | yes
        B     |        |
        C     | 1      |
        D     | 1      |
    """,
        oc3="""
        CHILD | IN_TOUCH | ACCOM
        A     | YES      |
        B     | YES      |
        C     | YES      |
        D     |          |
    """,
        episodes="""
        CHILD
        C
    """,
    )
