def test_158(check):
    check(
        "158",
        oc2="""
        CHILD | INTERVENTION_RECEIVED | INTERVENTION_OFFERED | finding
        A     | 1                     |                      |
        B     | 1                     | 0                    | yes
        C     | 0                     | 1                    |
    """,
    )


def test_159(check):
    check(
        "159",
        oc2="""
        CHILD | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED | finding
        A     | 1                | 0                     | 1                    |
        B     | 1                | 0                     |                      | yes
        C     | 0                | 0                     |                      |
    """,
    )


def test_180(check):
    check(
        "180",
        oc2="""
        CHILD | SDQ_SCORE | finding
        A     | 0         |
        B     | 40        |
        C     | 12.0      |
        D     |           |
        E     | 41        | yes
        F     | 7.5       | yes
        G     | -1        | yes
        H     | LOW       | yes
    """,
    )


def test_181(check):
    check(
        "181",
        oc2="""
        CHILD | CONVICTED | TEETH_CHECK | INTERVENTION_OFFERED | finding
        A     | 0         | 1           |                      |
        B     | 2         | 1           |                      | yes
        C     | 0         | 1           | Y                    | yes
    """,
    )


def test_182(check):
    check(
        "182",
        oc2="""
        CHILD | CONVICTED | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE | finding
        A     | 0         | 1             | 1           | 1                 | 0                |
        B     | 0         | 1             |             | 1                 | 0                | yes
        C     |           | 1             |             | 1                 | 0                |
    """,
    )


def test_188(check):
    check(
        "188",
        oc2="""
        CHILD | DOB        | SDQ_SCORE | SDQ_REASON | finding
        A     | 01/04/2023 |           | SDQ1       | yes
        B     | 01/04/2023 | 9         |            | yes
        C     | 31/03/2023 | 9         |            |
        D     | 01/04/2023 |           |            |
        E     |            | 9         |            |
    """,
    )


def test_189(check):
    check(
        "189",
        oc2="""
        CHILD | DOB        | SDQ_SCORE | SDQ_REASON | finding
        A     | 31/03/2009 | 9         |            | yes
        B     | 01/04/2009 | 9         |            |
        C     | 31/03/2009 |           |            |
    """,
    )


def test_192(check):
    check(
        "192",
        oc2="""
        CHILD | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | finding
        A     | 1                | 0                     |
        B     | 1                |                       | yes
        C     | 0                |                       |
    """,
    )


def test_193(check):
    check(
        "193",
        oc2="""
        CHILD | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED | finding
        A     | 1                | 0                     | 1                    |
        B     | 0                | 0                     |                      | yes
        C     |                  |                       | 1                    | yes
        D     | 0                |                       |                      |
    """,
    )


def test_196(check):
    check(
        "196",
        oc2="""
        CHILD | SDQ_REASON | finding
        A     | SDQ5       |
        B     | SDQ6       | yes
        C     |            |
    """,
    )


def test_197a(check):
    check(
        "197a",
        oc2="""
        CHILD | SDQ_SCORE | SDQ_REASON | finding
        A     | 9         |            |
        B     | 9         | SDQ2       | yes
        C     |           | SDQ2       |
    """,
    )


def test_542(check):
    check(
        "542",
        oc2="""
        CHILD | DOB        | CONVICTED | finding
        A     | 31/03/2017 | 0         |
        B     | 01/04/2017 | 0         | yes
        C     | 01/04/2017 |           |
    """,
    )


def test_544(check):
    check(
        "544",
        oc2="""
        CHILD | CONVICTED | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE | finding
        A     | 1         | 1             | 1           | 1                 | 0                |
        B     | 1         | 1             | 1           |                   | 0                | yes
        C     | 0         | 1             | 1           |                   | 0                |
    """,
    )


def test_547(check):
    check(
        "547",
        oc2="""
        CHILD | HEALTH_CHECK | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE | finding
        A     | 1            | 1             | 1           | 1                 | 0                |
        B     | 1            | 1             | 1           | 1                 |                  | yes
        C     | 0            | 1             | 1           | 1                 |                  |
    """,
    )
