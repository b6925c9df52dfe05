def test_117(check):
    check(
        "117",
        episodes="""
        CHILD | DECOM      | DEC        | REC | finding
        A     | 01/05/2026 | 01/08/2026 | E4A |
        B     | 01/05/2026 | 01/08/2026 | E4A | yes
        C     | 01/05/2026 |            |     | yes
        D     | 01/05/2026 | 01/06/2026 | E4A |
        D     | 01/07/2026 | 01/08/2026 | X1  |
        E     |            | 01/08/2026 | E4A |
    """,
        placed_adoption="""
        CHILD | DATE_PLACED | DATE_PLACED_CEASED | finding
        A     | 01/06/2026  | 01/08/2026         |
        B     | 01/06/2026  | 02/08/2026         | yes
        C     | 01/04/2027  |                    | yes
        D     | 01/06/2026  |                    |
        E     | 01/04/2028  |                    |
    """,
    )


def test_118(check):
    check(
        "118",
        episodes="""
        CHILD | DECOM      | LS | finding
        A     | 01/05/2026 | C2 |
        B     | 01/05/2026 | C2 | yes
        C     | 01/05/2025 | C2 | yes
        D     | 01/05/2025 | V3 |
        D     | 01/05/2026 |    | yes
    """,
        placed_adoption="""
        CHILD | DATE_PLACED_CEASED | finding
        A     | 01/05/2026         |
        B     | 30/04/2026         | yes
        C     | 31/03/2026         | yes
        D     | 30/04/2026         | yes
    """,
    )


def test_551(check):
    check(
        "551",
        episodes="""
        CHILD | PLACE | finding
        A     | A3    |
        B     | A4    | yes
        C     | A5    | yes
        D     | U1    |
        E     | A6    |
        F     | A6    | yes
    """,
        placed_adoption="""
        CHILD | DATE_PLACED
        A     | 01/05/2026
        C     |
        E     | unknown
        F     | 01/05/2026
        F     |
    """,
    )


def test_552_compares_the_first_placement_with_the_latest_decision(check):
    check(
        "552",
        episodes="""
        CHILD | DECOM      | PLACE | finding
        A     | 01/05/2026 | A5    |
        B     | 01/05/2026 | A5    | yes
        B     | 01/07/2026 | A5    |
        C     | 01/05/2026 | U5    |
    """,
        placed_adoption="""
        CHILD | DATE_PLACED | finding
        A     | 01/05/2026  |
        B     | 01/01/2026  |
        B     | 02/05/2026  | yes
        C     | 02/05/2026  |
    """,
    )


def test_553_flags_the_episode_or_the_decision(check):
    check(
        "553",
        episodes="""
        CHILD | DECOM      | DEC        | LS | finding
        A     | 01/05/2026 |            | E1 |
        B     | 01/05/2026 |            | E1 | yes
        C     | 01/05/2026 |            | E1 |
        D     | 01/05/2026 | 01/06/2026 | E1 |
        E     | 01/05/2026 |            | C2 |
    """,
        placed_adoption="""
        CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED | finding
        A     | 01/05/2026  |                    |                      |
        C     | 01/05/2026  |                    | RD1                  | yes
        D     | 01/05/2026  | 01/06/2026         | RD1                  |
    """,
    )


def test_554(check):
    check(
        "554",
        episodes="""
        CHILD | DECOM      | LS | finding
        A     | 01/05/2026 | E1 |
        B     | 01/05/2026 | E1 | yes
        B     | 01/06/2026 | E1 |
        C     | 01/05/2026 | C2 |
    """,
        placed_adoption="""
        CHILD | DATE_PLACED | finding
        A     | 01/05/2026  |
        B     | 02/05/2026  | yes
        C     | 02/05/2026  |
    """,
    )


def test_557(check):
    check(
        "557",
        episodes="""
        CHILD | PLACE | LS | REC | finding
        A     | A5    | E1 | E4A |
        B     | A5    | C2 | E4A | yes
        C     | U1    | E1 | E4A | yes
        D     | A5    | E1 | E12 |
        E     | A5    | E1 | X1  |
        F     | A5    | E1 |     |
    """,
        placed_adoption="""
        CHILD | DATE_PLACED_CEASED | REASON_PLACED_CEASED | finding
        A     | 01/05/2026         | RD1                  |
        B     | 01/05/2026         |                      | yes
        D     |                    |                      |
    """,
    )


def test_558_needs_two_reversed_decisions(check):
    check(
        "558",
        episodes="""
        CHILD | REC | finding
        A     | E11 |
        B     | E11 | yes
        C     | E11 |
        D     | X1  |
    """,
        placed_adoption="""
        CHILD | DATE_PLACED_CEASED
        A     | 01/05/2026
        B     | 01/05/2026
        B     | 01/06/2026
        C     | 01/05/2026
        C     |
        D     | 01/05/2026
        D     | 01/06/2026
    """,
    )


def test_1003_compares_with_the_first_start(check):
    check(
        "1003",
        episodes="""
        CHILD | DECOM      | RNE | finding
        A     | 01/05/2026 | S   |
        A     | 01/09/2026 | S   |
        B     | 01/05/2026 | S   | yes
        C     | 01/05/2026 | P   |
    """,
        placed_adoption="""
        CHILD | DATE_PLACED | finding
        A     | 01/06/2026  |
        B     | 30/04/2026  | yes
        C     | 30/04/2026  |
    """,
    )
