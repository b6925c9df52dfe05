import pytest


def test_302(check):
    check(
        "302",
        episodes="""
        CHILD | DECOM      | finding
        A     | 01/05/2026 |
        B     | 30/04/2026 | yes
        B     | 01/04/2027 |
        C     | 30/04/2026 |
    """,
        header="""
        CHILD | DOB        | finding
        A     | 01/05/2026 |
        B     | 01/05/2026 | yes
        C     |            |
    """,
    )


def test_352(check):
    check(
        "352",
        episodes="""
        CHILD | DECOM      | RNE | finding
        A     | 30/04/2026 | S   |
        B     | 01/05/2026 | S   | yes
        C     | 01/05/2026 | P   |
    """,
        header="""
        CHILD | DOB
        A     | 01/05/2008
        B     | 01/05/2008
        C     | 01/05/2008
    """,
    )


def test_359(check):
    check(
        "359",
        episodes="""
        CHILD | DEC        | LS | PLACE | finding
        A     |            | C2 | U1    |
        B     |            | C2 | U1    | yes
        C     |            | V2 | K2    |
        D     | 01/05/2026 | C2 | U1    |
        E     | unknown    | C2 | U1    |
    """,
        header="""
        CHILD | DOB
        A     | 31/03/2009
        B     | 30/03/2009
        C     | 30/03/2009
        D     | 30/03/2009
        E     | 30/03/2009
    """,
    )


@pytest.mark.parametrize(
    ("code", "place", "birthday", "day_before"),
    [
        ("371", "K3", "01/05/2026", "30/04/2026"),
        ("372", "R5", "01/05/2020", "30/04/2020"),
        ("373", "S1", "01/05/2014", "30/04/2014"),
        ("374", "P3", "01/05/2024", "30/04/2024"),
    ],
)
def test_371_372_373_374(check, code, place, birthday, day_before):
    check(
        code,
        episodes=f"""
        CHILD | PLACE   | DECOM        | DEC        | finding
        A     | {place} | {birthday}   | 01/08/2026 |
        B     | {place} | {day_before} | 01/08/2026 | yes
        C     | {place} | {day_before} |            |
        D     | U1      | {day_before} | 01/08/2026 |
        E     | {place} | {day_before} | 01/08/2026 |
    """,
        header="""
        CHILD | DOB
        A     | 01/05/2010
        B     | 01/05/2010
        C     | 01/05/2010
        D     | 01/05/2010
        E     | unknown
    """,
    )


def test_386(check):
    check(
        "386",
        episodes="""
        CHILD | DEC        | REC | finding
        A     | 30/04/2026 | E11 |
        B     | 01/05/2026 | E12 | yes
        C     | 01/05/2026 | E4A |
    """,
        header="""
        CHILD | DOB
        A     | 01/05/2008
        B     | 01/05/2008
        C     | 01/05/2008
    """,
    )
