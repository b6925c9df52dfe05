def test_112(check):
    check(
        "112",
        ad1="""
        CHILD | DATE_INT   | finding
        A     | 01/05/2026 |
        B     |            |
        C     | 31/02/2026 | yes
        D     | last May   | yes
    """,
    )


def test_113(check):
    check(
        "113",
        ad1="""
        CHILD | DATE_MATCH | finding
        A     | 01/05/2026 |
        B     | 2026-05-01 | yes
        C     | 3/5/2026   |
    """,
    )


def test_114(check):
    check(
        "114",
        ad1="""
        CHILD | FOSTER_CARE | finding
        A     | 0           |
        B     |             |
        C     | 2           | yes
    """,
    )


def test_175(check):
    check(
        "175",
        ad1="""
        CHILD | NB_ADOPTR | finding
        A     | 2         |
        B     |           |
        C     | 0         | yes
    """,
    )


def test_176(check):
    check(
        "176",
        ad1="""
        CHILD | SEX_ADOPTR | finding
        A     | mf         |
        B     |            |
        C     | M2         | yes
    """,
    )


def test_177(check):
    check(
        "177",
        ad1="""
        CHILD | LS_ADOPTR | finding
        A     | L12       |
        B     |           |
        C     | L1        | yes
    """,
    )


def test_151(check):
    check(
        "151",
        ad1="""
        CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR | finding
        A     | 01/05/2026 | 01/06/2026 | 0           | 1         | F1         | L0        |
        B     |            |            |             |           |            |           |
        C     | 01/05/2026 |            | 0           | 1         | F1         | L0        | yes
        D     | unknown    |            |             |           |            |           | yes
        E     | unknown    | 01/06/2026 | 0           | 1         | F1         | L0        |
    """,
    )


def test_333(check):
    check(
        "333",
        ad1="""
        CHILD | DATE_INT   | DATE_MATCH | finding
        A     | 01/05/2026 | 01/05/2026 |
        B     | 02/05/2026 | 01/05/2026 | yes
        C     |            | 01/05/2026 | yes
        D     | unknown    | 01/05/2026 | yes
        E     | 01/05/2026 | unknown    |
    """,
    )


def test_511(check):
    check(
        "511",
        ad1="""
        CHILD | NB_ADOPTR | SEX_ADOPTR | finding
        A     | 2         | MM         |
        B     | 1         | M1         |
        C     | 2         | M1         | yes
        D     | 2         |            |
    """,
    )


def test_514(check):
    check(
        "514",
        ad1="""
        CHILD | LS_ADOPTR | SEX_ADOPTR | finding
        A     | L0        | F1         |
        B     | L0        | FF         | yes
        C     | L0        |            | yes
        D     |           | FF         |
    """,
    )


def test_517(check):
    check(
        "517",
        ad1="""
        CHILD | LS_ADOPTR | SEX_ADOPTR | finding
        A     | L3        | MF         |
        B     | L3        | FF         | yes
        C     | L3        |            | yes
    """,
    )


def test_518(check):
    check(
        "518",
        ad1="""
        CHILD | LS_ADOPTR | SEX_ADOPTR | finding
        A     | L4        | MM         |
        B     | L4        | FF         |
        C     | L4        | MF         | yes
    """,
    )


def test_519(check):
    check(
        "519",
        ad1="""
        CHILD | LS_ADOPTR | SEX_ADOPTR | finding
        A     | L2        | MF         |
        B     | L2        | F1         | yes
    """,
    )


def test_520(check):
    check(
        "520",
        ad1="""
        CHILD | LS_ADOPTR | SEX_ADOPTR | finding
        A     | L11       | MF         |
        B     | L11       | MM         | yes
    """,
    )


def test_524(check):
    check(
        "524",
        ad1="""
        CHILD | LS_ADOPTR | SEX_ADOPTR | finding
        A     | L12       | FF         |
        B     | L12       | MF         | yes
        C     | L12       |            | yes
    """,
    )
