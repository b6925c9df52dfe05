def test_142(check):
    check(
        "142",
        episodes="""
        CHILD | DECOM      | DEC        | REC | finding
        A     | 01/06/2026 |            |     |
        A     | 01/05/2026 | 01/06/2026 | X1  |
        B     | 01/05/2026 |            | X1  | yes
        B     | 01/06/2026 |            |     |
        C     | 01/05/2026 | 01/06/2026 |     | yes
        C     | 01/06/2026 |            |     |
    """,
    )


def test_142_takes_an_undated_episode_for_the_last(check):
    check(
        "142",
        episodes="""
        CHILD | DECOM      | DEC        | REC | finding
        A     | 01/05/2026 |            |     | yes
        A     |            |            |     |
        B     | 01/05/2026 |            |     |
        B     | 01/05/2026 |            |     | yes
    """,
    )


def test_357(check):
    check(
        "357",
        episodes="""
        CHILD | DECOM      | RNE | finding
        A     | 01/04/2026 | S   |
        A     | 01/06/2026 | P   |
        B     | 01/04/2026 | P   | yes
        C     | 31/03/2026 | P   |
    """,
    )


def test_431(check):
    check(
        "431",
        episodes="""
        CHILD | DECOM      | DEC        | RNE | finding
        A     | 01/05/2026 | 31/05/2026 | S   |
        A     | 01/06/2026 |            | S   |
        B     | 01/05/2026 | 01/06/2026 | S   |
        B     | 01/06/2026 |            | S   | yes
        C     | 01/05/2026 |            | S   |
        C     | 01/06/2026 |            | S   |
    """,
    )


def test_432(check):
    check(
        "432",
        episodes="""
        CHILD | DECOM      | RNE | REC | finding
        A     | 01/05/2026 | S   | E4A |
        A     | 01/06/2026 | S   |     |
        B     | 01/05/2026 | S   | E4A |
        B     | 01/06/2026 | P   |     | yes
        C     | 01/05/2026 | S   | X1  |
        C     | 01/06/2026 | P   |     |
    """,
    )


def test_433(check):
    check(
        "433",
        episodes="""
        CHILD | DECOM      | DEC        | RNE | finding
        A     | 01/05/2026 | 01/06/2026 | S   |
        A     | 01/06/2026 |            | P   |
        B     | 01/05/2026 | 31/05/2026 | S   |
        B     | 01/06/2026 |            | L   | yes
        C     | 01/05/2026 |            | S   |
        C     | 01/06/2026 |            | T   | yes
        D     | 01/05/2026 | 31/05/2026 | S   |
        D     | 01/06/2026 |            | S   |
        E     | 01/06/2026 |            | P   |
    """,
    )


def test_501(check):
    check(
        "501",
        episodes="""
        CHILD | DECOM      | DEC        | finding
        A     | 01/05/2026 | 01/06/2026 |
        A     | 01/06/2026 |            |
        B     | 01/05/2026 | 02/06/2026 |
        B     | 01/06/2026 |            | yes
    """,
    )


def test_504(check):
    check(
        "504",
        episodes="""
        CHILD | DECOM      | DEC        | REC | CIN | finding
        A     | 01/05/2026 | 01/06/2026 | X1  | N1  |
        A     | 01/06/2026 |            |     | N1  |
        B     | 01/05/2026 | 01/06/2026 | X1  | N1  |
        B     | 01/06/2026 |            |     | N2  | yes
        C     | 01/05/2026 | 01/06/2026 | E4A | N1  |
        C     | 01/06/2026 |            |     | N2  |
        D     | 01/05/2026 | 01/06/2026 | X1  |     |
        D     | 01/06/2026 |            |     |     | yes
    """,
    )


def test_225(check):
    check(
        "225",
        episodes="""
        CHILD | DECOM      | RNE | PLACE | REC | REASON_PLACE_CHANGE | finding
        A     | 01/05/2026 | S   | U1    | X1  | CARPL               |
        A     | 01/06/2026 | P   | U4    |     |                     |
        B     | 01/05/2026 | S   | U1    | X1  |                     | yes
        B     | 01/06/2026 | P   | U4    |     |                     |
        C     | 01/05/2026 | S   | U1    | X1  |                     |
        C     | 01/06/2026 | P   | T4    |     |                     |
        D     | 01/05/2026 | S   | U1    | X1  |                     |
        D     | 01/06/2026 | L   | U1    |     |                     |
    """,
    )


def test_388(check):
    check(
        "388",
        episodes="""
        CHILD | DECOM      | DEC        | REC | finding
        A     | 01/05/2026 | 01/06/2026 | X1  |
        A     | 01/06/2026 |            |     |
        B     | 01/05/2026 | 31/05/2026 | X1  | yes
        B     | 01/06/2026 |            |     |
        C     | 01/05/2026 | 01/06/2026 | E4A | yes
        C     | 01/06/2026 |            |     |
        D     | 01/05/2026 | 01/06/2026 | X1  | yes
        E     | 01/05/2026 | 01/06/2026 | E4A |
        F     | 01/05/2026 | unknown    | X1  |
        F     | 01/06/2026 |            | X1  |
    """,
    )


def test_388_puts_undated_episodes_first(check):
    check(
        "388",
        episodes="""
        CHILD | DECOM      | DEC        | REC | finding
        A     | 01/06/2026 |            |     |
        A     |            | 01/06/2026 | X1  |
        B     | 01/05/2026 | 01/06/2026 | X1  | yes
        B     |            |            |     |
    """,
    )


def test_437(check):
    check(
        "437",
        episodes="""
        CHILD | DECOM      | REC | finding
        A     | 01/05/2026 | X1  |
        A     | 01/06/2026 | E2  |
        B     | 01/05/2026 | E15 | yes
        B     |            |     |
        C     | 01/05/2026 | E4A |
        C     | 01/06/2026 |     |
        D     |            | E2  |
        D     |            | E2  |
    """,
    )
