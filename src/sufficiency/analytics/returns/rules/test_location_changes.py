LAST_YEAR = """
    CHILD | DECOM      | DEC        | RNE | HOME_POST | PL_POST
    A     | 01/01/2026 |            | S   | H1        | N1
    B     | 01/01/2026 |            | S   | H1        | N1
    C     | 01/01/2026 |            | S   | H1        | N1
    D     | 01/01/2026 | 01/03/2026 | S   | H1        | N1
    E     | 01/01/2026 | unknown    | S   | H1        | N1
    F     | 01/01/2026 |            | S   | H1        |
    G     | 01/01/2026 |            |     | H1        | N1
    H     | 01/01/2026 |            | S   | H1        | N2
    I     | 01/01/2026 |            | S   |           |
"""


def test_452(check_places):
    check_places(
        "452",
        episodes="""
        CHILD | DECOM      | RNE | PL_POST | finding
        A     | 01/01/2026 | S   | N2      |
        B     | 01/01/2026 | S   | E1      | yes
        C     | 01/01/2026 | P   | E1      |
        D     | 01/01/2026 | S   | E1      |
        E     | 01/01/2026 | S   | E1      |
        F     | 01/01/2026 | S   | N1      | yes
        G     | 01/01/2026 |     | E1      |
        H     | 01/01/2026 | S   |         | yes
        I     | 01/01/2026 | S   | QQ1     |
    """,
        episodes_last=LAST_YEAR,
    )


def test_453(check_places):
    check_places(
        "453",
        episodes="""
        CHILD | DECOM      | RNE | HOME_POST | PL_POST | finding
        A     | 01/01/2026 | S   | H1        | N1      |
        B     | 01/01/2026 | S   | H1        | N3      | yes
        C     | 01/01/2026 | P   | H1        | N3      |
        D     | 01/01/2026 | S   | H1        | N3      |
        E     | 01/01/2026 | S   | H1        | N3      | yes
        F     | 01/01/2026 | S   | H1        | N1      | yes
        G     | 01/01/2026 |     | H1        | N3      |
        H     | 01/01/2026 | S   | H1        | N3      |
        I     | 01/01/2026 | S   |           | N3      |
    """,
        episodes_last=LAST_YEAR,
    )


def test_503G(check_places):  # noqa: N802
    check_places(
        "503G",
        episodes="""
        CHILD | DECOM      | RNE | HOME_POST | PL_POST | finding
        A     | 01/01/2026 | S   | H1        | N1      |
        B     | 01/01/2026 | S   | H1        | N3      | yes
        C     | 01/01/2026 | P   | H1        | N3      | yes
        D     | 01/01/2026 | S   | H1        | N3      |
        E     | 01/01/2026 | S   | H1        | N3      | yes
        F     | 01/01/2026 | S   | H1        | N1      | yes
        G     | 01/01/2026 |     | H1        |         |
        H     | 01/01/2026 | S   | H1        | N3      |
    """,
        episodes_last=LAST_YEAR,
    )


def test_503H(check_places):  # noqa: N802
    check_places(
        "503H",
        episodes="""
        CHILD | DECOM      | PL_POST | finding
        A     | 01/01/2026 | N2      |
        B     | 01/01/2026 | E1      | yes
        D     | 01/01/2026 | E1      |
        E     | 01/01/2026 | E1      | yes
        F     | 01/01/2026 | N1      | yes
        I     | 01/01/2026 |         |
    """,
        episodes_last=LAST_YEAR,
    )


def test_503J(check_places):  # noqa: N802
    check_places(
        "503J",
        episodes="""
        CHILD | DECOM      | PL_POST | finding
        A     | 01/01/2026 | N2      |
        B     | 01/01/2026 | S1      | yes
        D     | 01/01/2026 | E1      |
        E     | 01/01/2026 | E1      | yes
        F     | 01/01/2026 | N1      | yes
        I     | 01/01/2026 |         |
    """,
        episodes_last=LAST_YEAR,
    )
