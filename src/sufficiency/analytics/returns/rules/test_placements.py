def test_378(check):
    check(
        "378",
        episodes="""
        CHILD | PLACE | LS | finding
        A     | P1    | C2 |
        B     | P1    | V2 | yes
        C     | U1    | V2 |
    """,
    )


def test_526(check):
    check(
        "526",
        episodes="""
        CHILD | PLACE | PLACE_PROVIDER | finding
        A     | U1    | PR1            |
        B     | U1    |                | yes
        C     | T4    |                |
        D     | Z12   |                |
        E     |       |                | yes
    """,
    )


def test_526_before_2025_26_knows_one_other_placement(check):
    check(
        "526",
        year=2025,
        episodes="""
        CHILD | PLACE | PLACE_PROVIDER | finding
        A     | Z1    |                |
        B     | Z12   |                | yes
    """,
    )


def test_550(check):
    check(
        "550",
        episodes="""
        CHILD | PLACE | PLACE_PROVIDER | finding
        A     | P1    | PR0            |
        B     | U1    | PR0            | yes
        C     |       | PR0            | yes
    """,
    )


def test_178(check):
    check(
        "178",
        episodes="""
        CHILD | PLACE | PLACE_PROVIDER | finding
        A     | U1    | PR1            |
        B     | U1    | PR6            | yes
        C     | T3    | PR1            | yes
        D     | Z11   | PR1            | yes
        E     | T4    | PR1            |
        F     | T3    |                |
        G     |       | PR1            |
    """,
    )


def test_213(check):
    check(
        "213",
        episodes="""
        CHILD | PLACE | PLACE_PROVIDER | finding
        A     | T4    |                |
        B     | T4    | PR1            | yes
        C     | Z14   | PR9            | yes
        D     | U1    | PR1            |
    """,
    )


def test_217(check):
    check(
        "217",
        episodes="""
        CHILD | PLACE | DECOM      | RNE | finding
        A     | A3    | 01/05/2026 | U   |
        B     | A5    | 01/05/2026 | P   | yes
        C     | A5    | 01/04/2015 |     | yes
        D     | A5    | 31/03/2015 | P   |
        E     | A4    | 01/05/2026 | P   |
    """,
    )


def test_222(check):
    check(
        "222",
        episodes="""
        CHILD | PLACE | URN      | finding
        A     | K2    | SC123456 |
        B     | P1    | SC123456 | yes
        C     | Z11   | SC123456 | yes
        D     | P1    | xxxxxxx  |
        E     | P1    |          |
    """,
    )


def test_233(check):
    check(
        "233",
        episodes="""
        CHILD | DEC        | REASON_PLACE_CHANGE | finding
        A     | 01/05/2026 | CARPL               |
        B     |            | CARPL               | yes
        C     | unknown    | CARPL               |
        D     |            |                     |
    """,
    )


def test_392d(check):
    check(
        "392d",
        episodes="""
        CHILD | PLACE | HOME_POST | PL_POST | finding
        A     | U1    | AB1 2CD   | AB1 2CE |
        B     | U1    | AB1 2CD   | AB1 2CD | yes
        C     | U1    | AB1 2CD   | AB12CD  |
        D     | P1    | AB1 2CD   | AB1 2CD |
        E     |       | AB1 2CD   | AB1 2CD | yes
        F     | U1    |           |         |
    """,
    )


def test_516(check):
    check(
        "516",
        episodes="""
        CHILD | PLACE | REC | finding
        A     | U1    | E45 |
        B     | K2    | E46 | yes
        C     |       | E45 | yes
        D     | K2    | E47 |
    """,
    )


def test_527(check):
    check(
        "527",
        episodes="""
        CHILD | PLACE | PLACE_PROVIDER | finding
        A     | P1    | PR0            |
        B     | P1    | PR1            | yes
        C     | R5    | PR1            | yes
        D     | R1    | PR1            |
    """,
    )


def test_528(check):
    check(
        "528",
        episodes="""
        CHILD | PLACE | PLACE_PROVIDER | finding
        A     | R2    | PR3            |
        B     | R2    | PR2            | yes
        C     | U1    | PR2            |
    """,
    )


def test_529(check):
    check(
        "529",
        episodes="""
        CHILD | PLACE | PLACE_PROVIDER | finding
        A     | R2    | PR3            |
        B     | U4    | PR3            | yes
        C     | A3    | PR3            | yes
        D     | K2    | PR3            | yes
        E     | K3    | PR3            |
    """,
    )


def test_530(check):
    check(
        "530",
        episodes="""
        CHILD | PLACE | PLACE_PROVIDER | finding
        A     | P1    | PR0            |
        B     | P1    | PR4            | yes
        C     | K2    | PR4            |
    """,
    )


def test_531(check):
    check(
        "531",
        episodes="""
        CHILD | PLACE | PLACE_PROVIDER | finding
        A     | P1    | PR0            |
        B     | P1    | PR5            | yes
        C     | K2    | PR5            |
    """,
    )
