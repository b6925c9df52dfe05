import pytest

# A is looked after all year; B came in the year, C left in it, D has short breaks, E ended before it.
EPISODES = """
    CHILD | DECOM      | RNE | LS | DEC        | REC
    A     | 01/04/2026 | S   | C2 | 01/06/2026 | X1
    A     | 01/06/2026 | P   | C2 |            |
    B     | 02/04/2026 | S   | C2 |            |
    C     | 01/02/2020 | S   | C2 | 30/03/2027 |
    D     | 01/02/2020 | S   | V4 |            |
    E     | 01/02/2020 | S   | C2 | 31/03/2026 | E8
"""


@pytest.mark.parametrize(
    ("start", "end", "reason", "all_year"),
    [
        ("01/04/2026", "", "", True),
        ("02/04/2026", "", "", False),
        ("01/02/2020", "31/03/2027", "E8", True),
        ("01/02/2020", "30/03/2027", "X1", True),
        ("01/02/2020", "30/03/2027", "E8", False),
        ("01/02/2020", "01/04/2026", "E8", False),
        ("01/02/2020", "31/02/2027", "E8", True),
        ("01/04/2027", "", "", False),
        ("", "", "", False),
    ],
)
def test_twelve_months_in_care_are_the_whole_year(check, start, end, reason, all_year):
    check(
        "185",
        episodes=f"""
        CHILD | DECOM   | RNE | LS | DEC   | REC
        A     | {start} | S   | C2 | {end} | {reason}
    """,
        oc2=f"""
        CHILD | SDQ_SCORE | finding
        A     | 9         | {"" if all_year else "yes"}
    """,
    )


def test_157(check):
    check(
        "157",
        episodes="""
        CHILD | DECOM      | RNE | LS
        A     | 01/02/2020 | S   | C2
        B     | 01/02/2020 | S   | C2
        C     | 01/02/2020 | S   | C2
        D     | 01/02/2020 | S   | C2
        E     | 01/02/2020 | S   | C2
        F     | 01/05/2026 | S   | C2
    """,
        oc2="""
        CHILD | DOB        | SDQ_SCORE | SDQ_REASON | finding
        A     | 01/04/2022 |           | SDQ1       | yes
        B     | 02/04/2022 |           | SDQ1       |
        C     | 31/03/2011 |           | SDQ1       | yes
        D     | 30/03/2011 |           | SDQ1       |
        E     | 01/04/2015 |           | SDQ2       |
        F     | 01/04/2015 |           | SDQ1       |
    """,
    )


def test_185(check):
    check(
        "185",
        episodes=EPISODES,
        oc2="""
        CHILD | SDQ_SCORE | finding
        A     | 9         |
        B     | 9         | yes
        C     |           |
        D     | 9         | yes
        E     | 9         | yes
        F     | 9         | yes
    """,
    )


def test_186(check):
    check(
        "186",
        episodes="""
        CHILD | DECOM      | RNE | LS
        A     | 01/02/2020 | S   | C2
        B     | 01/02/2020 | S   | C2
        C     | 01/02/2020 | S   | C2
        D     | 01/02/2020 | S   | C2
        E     | 01/02/2020 | S   | C2
        F     | 01/05/2026 | S   | C2
    """,
        oc2="""
        CHILD | DOB        | SDQ_SCORE | SDQ_REASON | finding
        A     | 01/04/2022 |           |            | yes
        B     | 02/04/2022 |           |            |
        C     | 01/04/2010 |           |            | yes
        D     | 31/03/2010 |           |            |
        E     | 01/04/2015 | 9         |            |
        F     | 01/04/2015 |           |            |
    """,
    )


def test_190(check):
    check(
        "190",
        episodes=EPISODES,
        oc2="""
        CHILD | CONVICTED | TEETH_CHECK | SDQ_SCORE | finding
        A     | 0         | 1           |           |
        B     |           | 1           |           | yes
        C     |           |             | 9         |
    """,
    )


def test_191(check):
    check(
        "191",
        episodes="""
        CHILD | DECOM      | RNE | LS | DEC        | REC | finding
        A     | 01/02/2020 | S   | C2 |            |     |
        B     | 01/02/2020 | S   | C2 |            |     |
        C     | 01/06/2026 | P   | C2 |            |     |
        C     | 01/02/2020 | S   | C2 | 01/06/2026 | X1  | yes
        D     | 01/05/2026 | S   | C2 |            |     |
    """,
        oc2="""
        CHILD | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE | finding
        A     | 1             | 1           | 1                 | 0                |
        B     | 1             | 1           | 1                 |                  | yes
        D     |               |             |                   |                  |
    """,
    )


def test_197b(check):
    check(
        "197B",
        episodes="""
        CHILD | DECOM      | RNE | LS
        A     | 01/02/2024 | S   | C2
        B     | 01/02/2024 | S   | C2
        C     | 01/02/2024 | S   | C2
        D     | 01/02/2024 | S   | C2
        E     | 01/02/2024 | S   | C2
    """,
        oc2="""
        CHILD | DOB        | SDQ_SCORE | SDQ_REASON | finding
        A     | 01/04/2022 |           |            | yes
        B     | 31/03/2010 |           |            | yes
        C     | 31/03/2022 |           |            |
        D     | 01/04/2010 |           |            |
        E     | 01/04/2022 |           | SDQ1       |
    """,
    )


def test_198(check):
    check(
        "198",
        episodes=EPISODES,
        oc2="""
        CHILD | SDQ_REASON | finding
        A     | SDQ2       |
        B     | SDQ2       | yes
        C     |            |
    """,
    )


def test_543(check):
    check(
        "543",
        episodes="""
        CHILD | DECOM      | RNE | LS
        A     | 01/02/2024 | S   | C2
        B     | 01/02/2024 | S   | C2
        C     | 01/02/2024 | S   | C2
        D     | 01/05/2026 | S   | C2
    """,
        oc2="""
        CHILD | DOB        | CONVICTED | finding
        A     | 30/03/2017 |           | yes
        B     | 31/03/2017 |           |
        C     | 30/03/2017 | 0         |
        D     | 30/03/2017 |           |
    """,
    )


def test_545(check):
    check(
        "545",
        episodes="""
        CHILD | DECOM      | RNE | LS
        A     | 01/02/2024 | S   | C2
        B     | 01/02/2024 | S   | C2
        C     | 01/02/2024 | S   | C2
        D     | 01/05/2026 | S   | C2
    """,
        oc2="""
        CHILD | DOB        | HEALTH_CHECK | finding
        A     | 01/04/2022 |              | yes
        B     | 31/03/2022 |              |
        C     | 01/04/2022 | 1            |
        D     | 01/04/2022 |              |
    """,
    )


def test_546(check):
    check(
        "546",
        episodes="""
        CHILD | DECOM      | RNE | LS
        A     | 01/02/2024 | S   | C2
        B     | 01/02/2024 | S   | C2
        C     | 01/02/2024 | S   | C2
        D     | 01/05/2026 | S   | C2
    """,
        oc2="""
        CHILD | DOB        | HEALTH_CHECK | finding
        A     | 31/03/2022 | 1            | yes
        B     | 01/04/2022 | 1            |
        C     | 31/03/2022 |              |
        D     | 31/03/2022 | 1            |
    """,
    )
