def test_168(check):
    check(
        "168",
        header="""
        CHILD | UPN           | finding
        A     | A123456789012 |
        B     | A12345678901B |
        C     | UN2           |
        D     |               |
        E     | I123456789012 | yes
        F     | A12345678901  | yes
        G     | UN9           | yes
    """,
    )


def test_208(check):
    check(
        "208",
        header="""
        CHILD | UPN           | finding
        A     | A123456789012 |
        B     | B123456789012 | yes
        C     |               | yes
        D     | A123456789012 |
        E     | UN5           |
        F     | UN3           | yes
        G     | UN1           | yes
        H     | UN2           |
        I     |               |
        J     | A123456789012 |
    """,
        header_last="""
        CHILD | UPN
        A     | a123456789012
        B     | A123456789012
        C     | A123456789012
        D     | UN4
        E     | UN1
        F     | UN2
        G     |
        H     |
        I     |
    """,
    )


def test_209(check):
    check(
        "209",
        header="""
        CHILD | DOB        | UPN | finding
        A     | 31/08/2021 | UN1 | yes
        B     | 01/09/2021 | UN1 |
        C     | 31/08/2021 | UN2 |
        D     |            | UN1 |
    """,
    )


def test_210(check):
    check(
        "210",
        header="""
        CHILD | UPN | finding
        A     | UN4 |
        B     | UN4 | yes
        C     | UN5 |
    """,
        episodes="""
        CHILD | DECOM      | finding
        A     | 24/03/2027 |
        B     | 23/03/2027 | yes
        B     | 24/03/2027 |
        C     | 23/03/2027 |
    """,
    )


def test_442(check):
    check(
        "442",
        header="""
        CHILD | UPN | finding
        A     | UN1 |
        B     |     | yes
        C     |     |
        D     |     |
    """,
        episodes="""
        CHILD | LS
        A     | C2
        B     | C2
        C     | V3
    """,
    )


def test_444(check):
    check(
        "444",
        header="""
        CHILD | UPN           | finding
        A     | A123456789012 | yes
        B     | A123456789012 | yes
        C     | B123456789012 |
        D     | UN1           |
        E     | UN1           |
        F     |               |
        G     |               |
    """,
    )
