def test_408(check):
    check(
        "408",
        episodes="""
        CHILD | PLACE | LS | finding
        A     | A5    | E1 |
        B     | A6    | C2 | yes
        C     | A5    |    | yes
        D     | A3    | C2 |
    """,
    )


def test_446(check):
    check(
        "446",
        episodes="""
        CHILD | DECOM      | LS | finding
        A     | 01/12/2005 | E1 |
        B     | 30/11/2005 | E1 | yes
        C     | 30/11/2005 | C2 |
        D     |            | E1 |
    """,
    )


def test_358_flags_the_birthday_itself(check):
    check(
        "358",
        episodes="""
        CHILD | DECOM      | LS | finding
        A     | 02/05/2026 | J1 |
        B     | 01/05/2026 | J3 | yes
        C     | 01/05/2026 | C2 |
    """,
        header="""
        CHILD | DOB        | finding
        A     | 01/05/2016 |
        B     | 01/05/2016 | yes
        C     | 01/05/2016 |
    """,
    )


def test_361(check):
    check(
        "361",
        episodes="""
        CHILD | DECOM      | DEC        | LS | finding
        A     | 01/05/2026 | 04/05/2026 | L1 |
        B     | 01/05/2026 | 05/05/2026 | L1 | yes
        C     | 28/03/2027 |            | L1 |
        D     | 27/03/2027 | unknown    | L1 | yes
        E     | 01/05/2026 | 05/05/2026 | L2 |
    """,
    )


def test_361_joins_episodes_that_follow_at_once(check):
    check(
        "361",
        episodes="""
        CHILD | DECOM      | DEC        | LS | finding
        A     | 03/05/2026 | 05/05/2026 | L1 | yes
        A     | 01/05/2026 | 03/05/2026 | L1 | yes
        B     | 01/05/2026 | 03/05/2026 | L1 |
        B     | 04/05/2026 | 06/05/2026 | L1 |
    """,
    )


def test_361_joins_across_an_episode_of_another_status(check):
    check(
        "361",
        episodes="""
        CHILD | DECOM      | DEC        | LS | finding
        A     | 01/05/2026 | 03/05/2026 | L1 | yes
        A     | 03/05/2026 | 04/05/2026 | C1 |
        A     | 04/05/2026 | 06/05/2026 | L1 | yes
        B     | 01/05/2026 | 03/05/2026 | L1 |
        B     | 05/05/2026 | 06/05/2026 | C1 |
        B     | 06/05/2026 | 07/05/2026 | L1 |
    """,
    )


def test_362(check):
    check(
        "362",
        episodes="""
        CHILD | DECOM      | DEC        | LS | finding
        A     | 01/05/2026 | 22/05/2026 | L2 |
        B     | 01/05/2026 | 23/05/2026 | L2 | yes
        C     | 01/05/2026 | 23/05/2026 | L1 |
    """,
    )


def test_363_adds_up_a_spell_down_the_file(check):
    check(
        "363",
        episodes="""
        CHILD | DECOM      | DEC        | LS | finding
        A     | 01/05/2026 | 08/05/2026 | L3 |
        B     | 01/05/2026 | 05/05/2026 | L3 | yes
        B     | 05/05/2026 | 09/05/2026 | L3 | yes
        C     | 01/05/2026 | 05/05/2026 | L3 |
        C     | 06/05/2026 | 10/05/2026 | L3 |
        D     | 23/03/2027 |            | L3 | yes
        E     | 01/05/2026 | unknown    | L3 |
        E     | 01/06/2026 | 08/06/2026 | L3 |
        F     |            | 08/06/2026 | L3 |
    """,
    )


def test_363_begins_anew_with_another_child(check):
    check(
        "363",
        episodes="""
        CHILD | DECOM      | DEC        | LS | finding
        A     | 01/05/2026 | 05/05/2026 | L3 |
        B     | 01/05/2026 | 05/05/2026 | L3 |
        A     | 05/05/2026 | 09/05/2026 | L3 |
    """,
    )


def test_364(check):
    check(
        "364",
        episodes="""
        CHILD | DECOM      | DEC        | LS | finding
        A     | 01/05/2026 | 22/05/2026 | J2 |
        B     | 01/05/2026 | 23/05/2026 | J2 | yes
        C     | 01/05/2026 | 23/05/2026 | J1 |
    """,
    )
