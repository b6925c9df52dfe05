def test_166(check):
    check(
        "166",
        reviews="""
        CHILD | REVIEW     | finding
        A     | 01/06/2026 |
        B     |            | yes
        C     | 31/06/2026 | yes
    """,
    )


def test_167(check):
    check(
        "167",
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE | finding
        A     | 01/06/2026 | PN1         |
        B     | 01/06/2026 |             | yes
        C     | 01/06/2026 | PN8         | yes
        D     |            | PN1         | yes
        E     |            |             |
        F     | 31/06/2026 | PN1         |
    """,
    )


def test_440(check):
    check(
        "440",
        reviews="""
        CHILD | DOB        | REVIEW     | REVIEW_CODE | finding
        A     | 01/06/2022 | 01/06/2026 | PN0         |
        B     | 01/06/2022 | 02/06/2026 | PN0         | yes
        C     | 01/06/2022 | 02/06/2026 | PN1         |
        D     |            | 02/06/2026 | PN0         |
    """,
    )


def test_441(check):
    check(
        "441",
        reviews="""
        CHILD | DOB        | REVIEW     | REVIEW_CODE | finding
        A     | 01/06/2022 | 01/06/2026 | PN1         |
        B     | 02/06/2022 | 01/06/2026 | PN7         | yes
        C     | 02/06/2022 | 01/06/2026 | PN0         |
        D     | 02/06/2022 | 01/06/2026 | PN9         |
    """,
    )


def test_399(check):
    check(
        "399",
        episodes="""
        CHILD | LS | finding
        A     | V3 | yes
        A     | V4 | yes
        B     | V3 | yes
        C     | V3 |
        D     | V3 |
        D     | C2 |
        E     | V3 | yes
    """,
        header="""
        CHILD | MOTHER | finding
        A     |        | yes
        B     | 0      | yes
        C     |        |
        D     | 0      |
    """,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE | finding
        A     | 01/06/2026 |             | yes
        D     | 01/06/2026 | PN1         |
        E     |            | PN1         | yes
    """,
    )
