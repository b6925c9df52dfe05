def test_1000(check):
    check(
        "1000",
        episodes="""
        CHILD | REC
        A     | E2
        B     | E7
    """,
        episodes_last="""
        CHILD | REC
        C     | E2
    """,
        oc3="""
        CHILD | finding
        A     | yes
        B     |
        C     | yes
    """,
    )


def test_1000_without_last_year(check):
    check(
        "1000",
        episodes="""
        CHILD | REC
        A     | E2
        B     | E7
    """,
        oc3="""
        CHILD | finding
        A     | yes
        B     |
    """,
    )


def test_1001(check):
    check(
        "1001",
        header="""
        CHILD | DOB
        A     | 01/06/2008
        B     | 01/06/2008
        C     | 01/06/2008
        D     | 01/06/2008
        E     | 01/06/2008
        F     | 31/03/2007
        G     | 01/06/2008
    """,
        episodes="""
        CHILD | DECOM      | DEC        | LS | REC
        A     | 01/03/2024 | 02/06/2024 | C2 | E8
        B     | 01/03/2024 | 02/06/2024 | C2 | E12
        C     | 01/03/2024 | 01/06/2024 | C2 | E8
        D     | 01/03/2024 | 01/06/2025 | V3 | E8
        F     | 01/03/2024 | 02/03/2024 | C2 | E8
    """,
        episodes_last="""
        CHILD | DECOM      | DEC        | LS | REC
        A     | 01/03/2024 |            | C2 |
        E     | 01/06/2010 | 01/06/2011 | C2 | X1
        E     | 02/01/2027 |            | C2 |
    """,
        oc3="""
        CHILD | finding
        A     |
        B     | yes
        C     | yes
        D     | yes
        E     | yes
        F     |
        G     |
        H     |
    """,
    )


def test_1001_counts_an_open_episode_until_the_end_of_the_year(check):
    check(
        "1001",
        header="""
        CHILD | DOB
        A     | 01/06/2009
        B     | 01/06/2009
    """,
        episodes="""
        CHILD | DECOM      | DEC        | LS
        A     | 30/12/2026 |            | C2
        B     | 31/12/2026 |            | C2
    """,
        episodes_last="""
        CHILD | DECOM
        Z     | 01/01/2020
    """,
        oc3="""
        CHILD | finding
        A     |
        B     | yes
    """,
    )


def test_1002(check):
    check(
        "1002",
        episodes="""
        CHILD
        A
    """,
        episodes_last="""
        CHILD
        B
    """,
        oc3="""
        CHILD | finding
        A     |
        B     |
        C     | yes
    """,
    )


def test_1007(check):
    check(
        "1007",
        episodes="""
        CHILD | DECOM      | DEC
        A     | 01/06/2026 | 02/06/2026
        B     | 01/04/2026 | 01/06/2026
        C     | 01/04/2026 | 02/06/2026
        D     | 01/04/2026 |
        E     | 01/02/2027 | 01/03/2027
        F     | 01/04/2026 | 02/06/2026
        G     | 01/04/2026 | 02/06/2026
    """,
        oc3="""
        CHILD | DOB        | IN_TOUCH | finding
        A     | 01/06/2009 | YES      | yes
        B     | 01/06/2009 | YES      |
        C     | 01/06/2008 | YES      | yes
        D     | 01/06/2008 | YES      |
        E     | 29/02/2008 | YES      |
        F     | 01/06/2009 |          |
        G     | 01/06/2007 | YES      |
    """,
    )


def test_1007_takes_28_february_for_a_birthday_of_29_february(check):
    check(
        "1007",
        episodes="""
        CHILD | DECOM      | DEC
        A     | 01/04/2025 | 28/02/2026
        B     | 01/04/2025 | 01/03/2026
    """,
        year=2026,
        oc3="""
        CHILD | DOB        | IN_TOUCH | finding
        A     | 29/02/2008 | YES      |
        B     | 29/02/2008 | YES      | yes
    """,
    )


def test_1010(check):
    check(
        "1010",
        episodes="""
        CHILD
        D
    """,
        episodes_last="""
        CHILD | DECOM      | DEC
        A     | 01/02/2026 |
        A     | 01/01/2026 | 01/02/2026
        B     | 01/02/2026 |
        B     | 01/02/2026 | 01/03/2026
        C     | 01/02/2026 | 01/03/2026
        C     | 01/02/2026 |
        D     | 01/02/2026 |
        E     | 01/02/2026 | SOON
        F     |            |
    """,
        oc3="""
        CHILD | finding
        A     | yes
        B     |
        C     | yes
        D     |
        E     |
        F     |
    """,
    )


def test_1011(check):
    check(
        "1011",
        episodes="""
        CHILD | DECOM      | REC
        A     | 01/06/2026 | E3
        A     | 01/05/2026 | X1
        B     | 01/06/2026 | E4A
        B     | 01/05/2026 | E3
        C     | 01/06/2026 | E3
        C     | 01/06/2026 | E4A
        D     | 01/06/2026 | E3
    """,
        oc3="""
        CHILD | IN_TOUCH | finding
        A     | YES      | yes
        B     | YES      |
        C     | YES      | yes
        D     |          |
    """,
    )


def test_1014(check):
    check(
        "1014",
        episodes="""
        CHILD | DECOM      | DEC
        A     | 01/02/2025 | 31/03/2026
        B     | 01/02/2025 | 01/04/2026
        C     | 01/02/2025 | SOON
        D     | 01/02/2025 | 31/03/2026
        E     | 01/04/2027 |
    """,
        uasc="""
        CHILD | finding
        A     | yes
        A     | yes
        B     |
        C     |
        D     |
        E     | yes
        F     |
    """,
        oc3="""
        CHILD | IN_TOUCH | finding
        A     | YES      | yes
        B     | YES      |
        C     | YES      |
        D     |          |
        E     | YES      | yes
        F     | YES      |
    """,
    )


def test_1016(check):
    check(
        "1016",
        episodes="""
        CHILD | DEC
        A     | 01/06/2026
        B     | 31/05/2026
        C     | 01/06/2026
        D     | 31/05/2026
        E     |
        F     | 01/06/2026
        G     | 01/06/2026
    """,
        oc3="""
        CHILD | DOB        | IN_TOUCH | finding
        A     | 01/06/2009 | YES      | yes
        B     | 01/06/2009 | YES      |
        C     | 01/06/2008 | YES      | yes
        D     | 01/06/2008 | YES      |
        E     | 01/06/2008 | YES      |
        F     | 01/06/2008 |          |
        G     | 01/06/2007 | YES      |
    """,
    )
