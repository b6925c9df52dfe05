def test_214(check):
    check(
        "214",
        episodes="""
        CHILD | LS | PL_POST | URN      | finding
        A     | V3 |         |          |
        B     | V3 | AB1 2CD |          | yes
        C     | V4 |         | SC123456 | yes
        D     | V2 | AB1 2CD | SC123456 |
    """,
    )


def test_398(check):
    check(
        "398",
        episodes="""
        CHILD | LS | HOME_POST | PL_POST | finding
        A     | V4 |           |         |
        B     | V3 | AB1 2CD   |         | yes
        C     | V4 |           | AB1 2CD | yes
        D     | V2 | AB1 2CD   | AB1 2CD |
    """,
    )


def test_366(check):
    check(
        "366",
        episodes="""
        CHILD | LS | RNE | finding
        A     | V3 | S   |
        B     | V3 | P   | yes
        C     | V3 |     | yes
        D     | V4 | P   |
    """,
    )


def test_382(check):
    check(
        "382",
        episodes="""
        CHILD | LS | PLACE | finding
        A     | V3 | U3    |
        B     | V3 | T0    | yes
        C     | V4 | T4    | yes
        D     | V2 | T4    |
    """,
    )


def test_384(check):
    check(
        "384",
        episodes="""
        CHILD | LS | PLACE | finding
        A     | V3 | U3    |
        B     | V3 | U1    | yes
        C     | V4 | U4    | yes
        D     | V2 | U4    |
    """,
    )


def test_365(check):
    check(
        "365",
        episodes="""
        CHILD | LS | DECOM      | DEC        | finding
        A     | V3 | 01/05/2026 | 18/05/2026 |
        B     | V3 | 01/05/2026 | 19/05/2026 | yes
        C     | V3 | 13/03/2027 |            | yes
        D     | V3 | 14/03/2027 |            |
        E     | V3 | 01/05/2026 | unknown    |
        F     | V4 | 01/05/2026 | 19/05/2026 |
        G     | V3 |            | 19/05/2026 |
    """,
    )


def test_367_counts_the_days_within_the_year(check):
    check(
        "367",
        episodes="""
        CHILD | LS | DECOM      | DEC        | finding
        A     | V3 | 01/03/2026 | 15/06/2026 |
        B     | V3 | 01/03/2026 | 16/06/2026 | yes
        C     | V3 | 01/05/2026 | 31/05/2026 | yes
        C     | V3 | 01/06/2026 | 30/06/2026 | yes
        C     | V3 | 14/03/2027 |            | yes
        C     | V3 | 01/07/2026 | 01/07/2026 |
        C     | V3 | 01/08/2026 | 31/11/2026 |
        D     | V3 | 15/01/2027 | 01/06/2027 |
        E     | V4 | 01/05/2026 | 01/12/2026 |
        F     | V3 |            | 01/12/2026 |
    """,
    )


def test_426(check):
    check(
        "426",
        episodes="""
        CHILD | LS | finding
        A     | V3 |
        A     | V3 |
        B     | V3 | yes
        B     | V4 | yes
        B     | V2 |
        C     | V4 |
    """,
    )
