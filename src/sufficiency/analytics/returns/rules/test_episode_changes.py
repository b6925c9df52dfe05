def test_434(check):
    check(
        "434",
        episodes="""
        CHILD | DECOM      | RNE | LS | PLACE | PL_POST | URN | PLACE_PROVIDER | finding
        A     | 01/05/2026 | S   | C1 | U1    | AB1 2CD |     | PR1            |
        A     | 01/06/2026 | L   | C2 | U1    | AB1 2CD |     | PR1            |
        B     | 01/05/2026 | S   | C1 | U1    | AB1 2CD |     | PR1            |
        B     | 01/06/2026 | L   | C1 | U1    | AB1 2CD |     | PR1            | yes
        C     | 01/05/2026 | S   | C1 | U1    | AB1 2CD |     | PR1            |
        C     | 01/06/2026 | L   | C2 | U1    | AB1 2CD | X   | PR1            | yes
        D     | 01/05/2026 | S   |    | U1    |         |     | PR1            |
        D     | 01/06/2026 | L   |    | U1    |         |     | PR1            |
        E     | 01/06/2026 | L   | C2 | U1    |         |     | PR1            |
    """,
    )


def test_435(check):
    check(
        "435",
        episodes="""
        CHILD | DECOM      | RNE | LS | PLACE | PL_POST | URN | PLACE_PROVIDER | finding
        A     | 01/05/2026 | S   | C1 | U1    | AB1 2CD | X   | PR1            |
        A     | 01/06/2026 | P   | C1 | U4    | AB1 2CD | X   | PR1            |
        B     | 01/05/2026 | S   | C1 | U1    | AB1 2CD | X   | PR1            |
        B     | 01/06/2026 | P   | C1 | U1    | AB1 2CD | X   | PR1            | yes
        C     | 01/05/2026 | S   | C1 | U1    | AB1 2CD |     | PR1            |
        C     | 01/06/2026 | T   | C1 | U1    | AB1 2CD |     | PR1            |
        D     | 01/05/2026 | S   | C1 | U1    | AB1 2CD | X   | PR1            |
        D     | 01/06/2026 | T   | C2 | U4    | AB1 2CD | X   | PR1            | yes
        E     | 01/05/2026 | S   |    | U1    | AB1 2CD | X   | PR1            |
        E     | 01/06/2026 | P   |    | U4    | AB1 2CD | X   | PR1            | yes
        F     | 01/06/2026 | P   | C1 | U4    | AB1 2CD | X   | PR1            |
    """,
    )


def test_436(check):
    check(
        "436",
        episodes="""
        CHILD | DECOM      | RNE | LS | PLACE | PL_POST | URN | PLACE_PROVIDER | finding
        A     | 01/05/2026 | S   | C1 | U1    | AB1 2CD |     | PR1            |
        A     | 01/06/2026 | B   | C2 | U4    | AB1 2CD |     | PR1            |
        B     | 01/05/2026 | S   | C1 | U1    | AB1 2CD |     | PR1            |
        B     | 01/06/2026 | B   | C1 | U4    | AB1 2CD |     | PR1            | yes
        C     | 01/05/2026 | S   | C1 | U1    | AB1 2CD |     | PR1            |
        C     | 01/06/2026 | U   | C2 | U1    | AB1 2CD |     | PR1            | yes
        D     | 01/05/2026 | S   |    | U1    | AB1 2CD |     | PR1            |
        D     | 01/06/2026 | U   |    | U4    | AB1 2CD |     | PR1            | yes
        E     | 01/06/2026 | B   | C1 | U4    | AB1 2CD |     | PR1            |
    """,
    )
