def test_1004(check):
    check(
        "1004",
        missing="""
        CHILD | MIS_START  | finding
        A     | 01/06/2026 |
        B     |            | yes
        C     | 31/06/2026 | yes
    """,
    )


def test_1005(check):
    check(
        "1005",
        missing="""
        CHILD | MIS_END    | finding
        A     | 01/06/2026 |
        B     |            |
        C     | 31/06/2026 | yes
    """,
    )


def test_1006(check):
    check(
        "1006",
        missing="""
        CHILD | MISSING | finding
        A     | M       |
        B     | A       |
        C     |         |
        D     | X       | yes
    """,
    )


def test_564(check):
    check(
        "564",
        missing="""
        CHILD | MISSING | MIS_START  | finding
        A     | M       | 01/06/2026 |
        B     | M       |            | yes
        C     | A       | 31/06/2026 |
        D     | X       |            |
    """,
    )


def test_565(check):
    check(
        "565",
        missing="""
        CHILD | MISSING | MIS_START  | finding
        A     | M       | 01/06/2026 |
        B     |         | 01/06/2026 | yes
        C     |         | SOON       | yes
        D     |         |            |
    """,
    )


def test_566(check):
    check(
        "566",
        missing="""
        CHILD | MISSING | MIS_END    | finding
        A     | M       | 01/06/2026 |
        B     |         | 01/06/2026 | yes
        C     |         |            |
    """,
    )


def test_567(check):
    check(
        "567",
        missing="""
        CHILD | MIS_START  | MIS_END    | finding
        A     | 01/06/2026 | 01/06/2026 |
        B     | 02/06/2026 | 01/06/2026 | yes
        C     | 02/06/2026 |            |
    """,
    )


def test_570(check):
    check(
        "570",
        missing="""
        CHILD | MIS_START  | finding
        A     | 31/03/2027 |
        B     | 01/04/2027 | yes
        C     |            |
    """,
    )


def test_571(check):
    check(
        "571",
        missing="""
        CHILD | MIS_END    | finding
        A     | 01/04/2026 |
        B     | 31/03/2027 |
        C     | 31/03/2026 | yes
        D     | 01/04/2027 | yes
        E     |            |
        F     | 31/06/2026 |
    """,
    )


def test_586(check):
    check(
        "586",
        missing="""
        CHILD | DOB        | MIS_START  | finding
        A     | 01/06/2012 | 02/06/2012 |
        B     | 01/06/2012 | 01/06/2012 | yes
        C     |            | 01/06/2012 |
    """,
    )


def test_574(check):
    check(
        "574",
        missing="""
        CHILD | MIS_START  | MIS_END    | finding
        A     | 05/06/2026 | 06/06/2026 |
        A     | 01/06/2026 | 05/06/2026 |
        B     | 01/06/2026 | 05/06/2026 |
        B     | 04/06/2026 | 06/06/2026 | yes
        C     | 01/06/2026 |            |
        C     | 04/06/2026 | 06/06/2026 | yes
        D     | 04/06/2026 | 05/06/2026 |
        D     |            |            |
    """,
    )


def test_575(check):
    check(
        "575",
        episodes="""
        CHILD | DECOM      | DEC
        A     | 01/04/2026 | 01/06/2026
        A     | 01/06/2026 |
        B     | 01/04/2026 | 01/06/2026
        C     | 01/04/2026 | 01/06/2026
    """,
        missing="""
        CHILD | MIS_START  | MIS_END    | finding
        A     | 01/06/2026 |            | yes
        A     | 02/06/2026 |            |
        B     | 01/04/2026 |            | yes
        B     | 01/05/2026 | 31/06/2026 |
        C     | 02/06/2026 |            |
    """,
    )


def test_576(check):
    check(
        "576",
        missing="""
        CHILD | MIS_START  | finding
        A     | 05/06/2026 |
        A     | 20/03/2026 |
        B     | 21/03/2026 | yes
        C     |            | yes
        D     | 05/06/2026 |
        E     | 05/06/2026 |
    """,
        missing_last="""
        CHILD | MIS_START  | MIS_END
        A     | 20/03/2026 |
        B     | 20/03/2026 |
        C     | 20/03/2026 |
        D     | 20/03/2026 | 21/03/2026
        E     |            |
    """,
    )


# A was in care twice; B still is; C has no episode with a real start.
IN_CARE = """
    CHILD | DECOM      | DEC
    A     | 01/04/2026 | 01/05/2026
    A     | 01/05/2026 | 01/06/2026
    A     | 01/08/2026 | 01/09/2026
    B     | 01/07/2026 |
    C     |            | 01/09/2026
"""


def test_577(check):
    check(
        "577",
        episodes=IN_CARE,
        missing="""
        CHILD | MIS_START  | MIS_END    | finding
        A     | 20/04/2026 | 01/06/2026 |
        A     | 20/05/2026 | 02/06/2026 | yes
        A     | 20/05/2026 |            | yes
        A     |            | 02/06/2026 |
        B     | 01/07/2026 |            |
        B     | 30/06/2026 |            | yes
        B     | 01/05/2026 | 01/07/2026 |
        C     | 01/05/2026 | 01/10/2026 |
    """,
    )


def test_578(check):
    check(
        "578",
        episodes=IN_CARE,
        missing="""
        CHILD | MIS_START  | finding
        A     | 01/06/2026 |
        A     | 02/06/2026 | yes
        A     | 01/08/2026 |
        A     |            |
        B     | 30/06/2026 | yes
        B     | 01/01/2027 |
        C     | 01/05/2026 |
    """,
    )


def test_580(check):
    check(
        "580",
        episodes="""
        CHILD | DEC        | REC | finding
        A     | 01/06/2026 | E8  |
        B     | 01/06/2026 | E7  | yes
        C     | 01/06/2026 |     | yes
        D     | 02/06/2026 | E7  |
    """,
        missing="""
        CHILD | DOB        | MIS_END
        A     | 01/06/2008 | 01/06/2026
        B     | 01/06/2008 | 01/06/2026
        C     | 01/06/2008 | 01/06/2026
        D     | 01/06/2008 | 01/06/2026
    """,
    )


def test_581(check):
    check(
        "581",
        episodes=IN_CARE,
        missing="""
        CHILD | MIS_START  | finding
        A     | 01/06/2026 |
        A     | 02/06/2026 | yes
        A     |            | yes
        B     | 30/06/2026 | yes
        B     | 01/01/2027 |
        D     | 01/01/2027 |
    """,
    )
