def test_131(check):
    check(
        "131",
        oc3="""
        CHILD | IN_TOUCH | finding
        A     | YES      |
        B     | MAYBE    | yes
        C     |          | yes
    """,
    )


def test_132(check):
    check(
        "132",
        oc3="""
        CHILD | ACTIV | finding
        A     | F1    |
        B     | 0     |
        C     | F3    | yes
        D     |       | yes
    """,
    )


def test_133(check):
    check(
        "133",
        oc3="""
        CHILD | ACCOM | finding
        A     | B1    |
        B     | 0     |
        C     | T     | yes
        D     |       | yes
    """,
    )


def test_134(check):
    check(
        "134",
        oc3="""
        CHILD | IN_TOUCH | ACCOM
        A     | YES      |
        B     |          |
        C     |          | B1
    """,
        ad1="""
        CHILD | DATE_INT   | NB_ADOPTR | finding
        A     | 01/06/2026 |           | yes
        A     |            |           |
        B     | 01/06/2026 | 2         |
        C     |            | 2         | yes
        D     |            | 2         |
    """,
    )


def test_153(check):
    check(
        "153",
        oc3="""
        CHILD | IN_TOUCH | ACTIV | ACCOM | finding
        A     | YES      | F1    | B1    |
        B     | YES      | F1    |       | yes
        C     |          |       | B1    | yes
        D     |          |       |       |
    """,
    )


def test_187(check):
    check(
        "187",
        episodes="""
        CHILD | DECOM      | RNE | LS
        A     | 01/02/2020 | S   | C2
        B     | 01/05/2026 | S   | C2
    """,
        ad1="""
        CHILD | DATE_INT   | finding
        A     | 01/06/2026 | yes
        A     |            |
        B     | 01/06/2026 |
    """,
        oc3="""
        CHILD | ACTIV | finding
        A     | 0     | yes
        A     |       |
        B     | 0     |
    """,
    )


def test_215(check):
    check(
        "215",
        oc3="""
        CHILD | ACTIV | finding
        A     | 0     | yes
        B     |       |
        C     | 0     |
        D     | 0     |
    """,
        oc2="""
        CHILD | TEETH_CHECK | SDQ_SCORE | finding
        A     | 1           |           | yes
        B     | 1           |           |
        C     |             | 9         |
    """,
    )


def test_344(check):
    check(
        "344",
        oc3="""
        CHILD | IN_TOUCH | ACTIV | ACCOM | finding
        A     | DIED     | 0     | 0     |
        B     | RHOM     | F1    | 0     | yes
        C     | DIED     | 0     |       | yes
        D     | YES      | F1    | B1    |
    """,
    )


def test_345(check):
    check(
        "345",
        oc3="""
        CHILD | IN_TOUCH | ACTIV | ACCOM | finding
        A     | YES      | F1    | B1    |
        B     | YES      | 0     | B1    | yes
        C     | YES      | F1    | 0     | yes
        D     | YES      |       |       |
        E     | NO       | 0     | 0     |
    """,
    )


def test_347(check):
    check(
        "347",
        oc3="""
        CHILD | DOB        | ACCOM | finding
        A     | 01/04/2008 | T     | yes
        B     | 31/03/2008 | T     |
        C     | 01/04/2010 | T1    |
        D     |            | T     |
    """,
    )


def test_348(check):
    check(
        "348",
        oc3="""
        CHILD | IN_TOUCH | finding
        A     | DIED     |
        B     | YES      | yes
        C     |          | yes
        D     | YES      |
    """,
        oc3_last="""
        CHILD | IN_TOUCH
        A     | DIED
        B     | DIED
        C     | DIED
        D     | NO
    """,
    )


def test_391(check):
    check(
        "391",
        oc3="""
        CHILD | DOB        | ACCOM | finding
        A     | 31/03/2010 | B1    |
        B     | 01/04/2010 | B1    | yes
        C     | 01/04/2010 |       |
    """,
    )


def test_3001(check):
    check(
        "3001",
        header="""
        CHILD | DOB
        A     | 01/04/2009
        B     | 31/03/2010
        C     | 31/03/2009
        D     | 01/04/2009
    """,
        oc3="""
        CHILD | DOB        | ACCOM | finding
        A     |            | Z1    | yes
        B     |            | Z2    | yes
        C     | 01/04/2009 | Z1    |
        D     |            | B1    |
    """,
    )
