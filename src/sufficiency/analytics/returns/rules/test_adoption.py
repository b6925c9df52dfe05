def test_199_counts_the_adoption_itself_as_the_end(check):
    check(
        "199",
        episodes="""
        CHILD | DECOM      | REC | finding
        A     | 01/05/2026 | X1  |
        A     | 01/06/2026 | E12 |
        A     | 01/09/2026 |     | yes
        B     | 01/06/2026 | E11 |
        B     | 01/07/2026 | E11 | yes
        C     | 01/06/2026 | E4A |
        C     | 01/07/2026 |     |
        D     | 01/06/2026 | E11 |
        D     |            |     |
    """,
    )


def test_199_looks_back_into_last_year(check):
    check(
        "199",
        episodes="""
        CHILD | DECOM      | REC | finding
        A     | 01/05/2026 |     | yes
        B     | 01/01/2026 |     | yes
        C     | 01/05/2025 |     |
    """,
        episodes_last="""
        CHILD | DECOM      | REC
        A     | 01/02/2026 | E11
        B     | 01/01/2026 | E12
        C     | 01/06/2025 | E11
    """,
    )


def test_331(check):
    check(
        "331",
        ad1="""
        CHILD | DATE_MATCH | finding
        A     | 01/05/2026 |
        B     | 02/05/2026 | yes
        C     | 02/05/2026 |
        D     | soon       |
    """,
        episodes="""
        CHILD | DECOM      | REC | finding
        A     | 01/05/2026 | E11 |
        B     | 01/05/2026 | E12 | yes
        C     | 01/05/2026 | X1  |
        D     | 01/05/2026 | E11 |
    """,
    )


def test_334_compares_with_the_latest_start(check):
    check(
        "334",
        ad1="""
        CHILD | DATE_INT   | finding
        A     | 01/05/2026 |
        B     | 30/04/2026 | yes
    """,
        episodes="""
        CHILD | DECOM      | RNE | finding
        A     | 01/05/2026 | S   |
        A     | 01/07/2026 | P   |
        B     | 01/05/2025 | S   |
        B     | 01/05/2026 | S   | yes
    """,
    )


def test_335(check):
    check(
        "335",
        episodes="""
        CHILD | PLACE | REC | finding
        A     | A5    | E11 |
        B     | A5    | E11 | yes
        C     | A6    | E12 | yes
        D     | A6    | X1  |
    """,
        ad1="""
        CHILD | FOSTER_CARE | finding
        A     | 1           |
        B     | 0           | yes
        C     | 1           | yes
        D     | 1           |
    """,
    )


def test_336(check):
    check(
        "336",
        episodes="""
        CHILD | DECOM      | PLACE | finding
        A     | 01/05/2026 | U1    |
        A     | 01/07/2026 | A3    |
        B     | 01/05/2026 | K2    |
        B     | 01/07/2026 | A4    | yes
        C     | 01/05/2026 | A4    |
        D     | 01/05/2026 |       |
        D     | 01/07/2026 | A3    | yes
        E     | 01/05/2026 | K2    |
        E     |            | A3    | yes
    """,
    )


def test_390(check):
    check(
        "390",
        episodes="""
        CHILD | PLACE | REC | finding
        A     | A5    | E11 |
        B     | U1    | E11 | yes
        C     |       | E12 | yes
        D     | U1    | E4A |
    """,
    )


def test_521(check):
    check(
        "521",
        episodes="""
        CHILD | PLACE | DECOM      | finding
        A     | A5    | 01/05/2026 |
        B     | A5    | 01/05/2026 | yes
        C     | U5    | 01/05/2026 |
    """,
        ad1="""
        CHILD | DATE_INT   | finding
        A     | 01/05/2026 |
        B     | 02/05/2026 | yes
        C     | 02/05/2026 |
    """,
    )


def test_523(check):
    check(
        "523",
        placed_adoption="""
        CHILD | DATE_PLACED | finding
        A     | 01/05/2026  |
        B     | 01/05/2026  | yes
        B     | 02/05/2026  |
        C     |             |
    """,
        ad1="""
        CHILD | DATE_INT   | finding
        A     | 1/5/2026   |
        B     | 02/05/2026 | yes
        C     | 02/05/2026 |
    """,
    )


def test_525(check):
    check(
        "525",
        placed_adoption="""
        CHILD | DATE_PLACED_CEASED | finding
        A     |                    |
        B     | 01/05/2026         | yes
        C     | 01/05/2026         |
        D     | in May             | yes
    """,
        ad1="""
        CHILD | DATE_INT   | NB_ADOPTR | finding
        A     | 01/05/2026 | 2         |
        B     | 02/05/2026 |           | yes
        C     |            |           |
        D     |            | 2         | yes
    """,
    )


def test_582(check):
    check(
        "582",
        episodes="""
        CHILD | DEC        | REC | finding
        A     | 02/05/2026 | E11 |
        B     | 01/05/2026 | E11 | yes
        C     | 01/05/2026 | X1  |
        D     |            | E11 |
    """,
        ad1="""
        CHILD | DATE_MATCH
        A     | 01/05/2026
        B     | 01/05/2026
        C     | 01/05/2026
        D     |
    """,
    )


def test_601(check):
    check(
        "601",
        episodes="""
        CHILD | DEC        | REC | finding
        A     | 01/05/2026 | E11 |
        B     | 01/05/2026 | E11 | yes
        C     | 31/03/2026 | E11 |
        D     | 01/05/2026 | E11 |
        E     | 01/05/2026 | E4A |
    """,
        ad1="""
        CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR | finding
        A     | 01/01/2026 | 01/02/2026 | 0           | 1         | F1         | L0        |
        B     | 01/01/2026 | 01/02/2026 | 0           | 1         | F1         |           | yes
        C     | 01/01/2026 |            | 0           | 1         | F1         | L0        |
        E     | 01/01/2026 |            | 0           | 1         | F1         | L0        |
    """,
    )


def test_602(check):
    check(
        "602",
        ad1="""
        CHILD | DATE_INT   | SEX_ADOPTR | finding
        A     | 01/01/2026 |            |
        B     | 01/01/2026 |            | yes
        C     |            | F1         | yes
        D     |            |            |
    """,
        episodes="""
        CHILD | DEC        | REC
        A     | 31/03/2027 | E12
        B     | 31/03/2026 | E12
    """,
    )
