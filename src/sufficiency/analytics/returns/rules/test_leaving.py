def test_387(check):
    check(
        "387",
        episodes="""
        CHILD | DEC        | REC | finding
        A     | 01/05/2026 | E5  |
        B     | 30/04/2026 | E6  | yes
        C     | 01/05/2026 | E5  | yes
        D     | 01/05/2026 | E5  | yes
        E     |            | E5  |
        F     | 01/05/2020 | E4A |
    """,
        header="""
        CHILD | DOB
        A     | 01/05/2012
        B     | 01/05/2012
        C     | unknown
        E     | 01/05/2020
        F     | 01/05/2012
    """,
    )


def test_389(check):
    check(
        "389",
        episodes="""
        CHILD | DEC        | REC | finding
        A     | 01/05/2026 | E7  |
        B     | 30/04/2026 | E7  | yes
        C     |            | E7  | yes
        D     | 01/05/2026 | E7  | yes
        E     | 30/04/2026 | E5  |
    """,
        header="""
        CHILD | DOB
        A     | 01/05/2010
        B     | 01/05/2010
        C     | 01/05/2000
        E     | 01/05/2010
    """,
    )


def test_407(check):
    check(
        "407",
        episodes="""
        CHILD | DEC        | REC | finding
        A     | 01/05/2026 | E45 |
        B     | 02/05/2026 | E48 | yes
        C     | 02/05/2026 | E41 |
        D     | 02/05/2026 | E45 |
    """,
        header="""
        CHILD | DOB        | finding
        A     | 01/05/2008 |
        B     | 01/05/2008 | yes
        C     | 01/05/2008 |
        D     |            |
    """,
    )


def test_460(check):
    check(
        "460",
        episodes="""
        CHILD | DEC        | REC | finding
        A     | 01/05/2026 | E17 |
        B     | 30/04/2026 | E17 | yes
        C     | 30/04/2026 | E5  |
        D     | 28/02/2026 | E17 |
    """,
        header="""
        CHILD | DOB
        A     | 01/05/2008
        B     | 01/05/2008
        C     | 01/05/2008
        D     | 29/02/2008
    """,
    )


def test_607(check):
    check(
        "607",
        episodes="""
        CHILD | DEC        | REC | LS | finding
        A     | 01/05/2026 | E5  | C2 |
        B     | 01/05/2026 | E5  |    | yes
        C     | 01/05/2026 | E5  | V3 |
        D     | 01/05/2026 | X1  | C2 |
        E     | 31/03/2026 | E5  | C2 |
        F     | 01/05/2026 | E5  | C2 |
    """,
        header="""
        CHILD | SEX | MOTHER | finding
        A     | F   | 0      |
        B     | F   |        | yes
        C     | F   |        |
        D     | F   |        |
        E     | F   |        |
        F     | M   |        |
    """,
    )


def test_607_before_2024_25_knows_girls_by_a_number(check):
    check(
        "607",
        year=2024,
        episodes="""
        CHILD | DEC        | REC | LS | finding
        A     | 01/05/2023 | E5  | C2 | yes
        B     | 01/05/2023 | E5  | C2 |
    """,
        header="""
        CHILD | SEX | MOTHER | finding
        A     | 2   |        | yes
        B     | 1   |        |
    """,
    )


def test_625(check):
    check(
        "625",
        episodes="""
        CHILD | DEC        | finding
        A     | 01/05/2026 |
        B     | 01/04/2026 |
        B     | 01/05/2026 | yes
        C     | 01/05/2027 | yes
        D     |            |
    """,
        header="""
        CHILD | MC_DOB     | finding
        A     | 01/05/2026 |
        B     | 02/05/2026 | yes
        C     | 01/04/2027 | yes
        D     | 01/04/2027 |
    """,
    )
