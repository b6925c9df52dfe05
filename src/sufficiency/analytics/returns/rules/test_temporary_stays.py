import pytest


def test_380(check):
    check(
        "380",
        episodes="""
        CHILD | PLACE | RNE | finding
        A     | T0    | P   |
        B     | T4    | B   |
        C     | T4    | S   | yes
        D     | T1    |     | yes
        E     | U1    | S   |
    """,
    )


def test_381(check):
    check(
        "381",
        episodes="""
        CHILD | PLACE | REC | finding
        A     | T0    | X1  |
        B     | T4    |     |
        C     | T4    | E4A | yes
        D     | U1    | E4A |
    """,
    )


@pytest.mark.parametrize(
    ("code", "place", "last", "day_after"),
    [
        ("375", "T1", "12/06/2026", "13/06/2026"),
        ("376", "T3", "22/05/2026", "23/05/2026"),
        ("379", "T4", "08/05/2026", "09/05/2026"),
    ],
)
def test_375_376_379(check, code, place, last, day_after):
    check(
        code,
        episodes=f"""
        CHILD | PLACE   | DECOM      | DEC         | finding
        A     | {place} | 01/05/2026 | {last}      |
        B     | {place} | 01/05/2026 | {day_after} | yes
        C     | {place} | 01/05/2026 |             |
        D     | T2      | 01/05/2026 | {day_after} |
        E     | {place} | 01/05/2026 | {day_after} |
        F     | {place} | 01/05/2026 | {day_after} |
    """,
        header="""
        CHILD | DOB
        A     | 01/05/2015
        B     | 01/05/2015
        C     | 01/05/2015
        D     | 01/05/2015
        E     | unknown
    """,
    )


def test_377(check):
    check(
        "377",
        episodes="""
        CHILD | PLACE | finding
        A     | T3    |
        A     | T3    |
        A     | T1    |
        B     | T3    | yes
        B     | T3    | yes
        B     | T3    | yes
        B     | U1    |
    """,
    )


def test_226(check):
    check(
        "226",
        episodes="""
        CHILD | DECOM      | PLACE | REASON_PLACE_CHANGE | finding
        A     | 01/05/2026 | U1    |                     |
        A     | 01/06/2026 | T1    |                     |
        B     | 01/05/2026 | U1    | CARPL               |
        B     | 01/06/2026 | T1    |                     | yes
        C     | 01/05/2026 | T1    | CARPL               | yes
        C     | 01/06/2026 | U1    |                     |
    """,
    )


def test_383(check):
    check(
        "383",
        episodes="""
        CHILD | DECOM      | PLACE | RNE | PL_POST | finding
        A     | 01/05/2026 | U1    | S   | AB1 2CD |
        A     | 01/06/2026 | T1    | P   |         |
        A     | 10/06/2026 | U1    | P   | AB1 2CD |
        B     | 01/05/2026 | U1    | S   | AB1 2CD |
        B     | 01/06/2026 | T1    | P   |         |
        B     | 10/06/2026 | U1    | P   | AB1 2CE | yes
        C     | 01/05/2026 | U1    | S   | AB1 2CD |
        C     | 01/06/2026 | T1    | P   |         |
        C     | 10/06/2026 | U1    | B   | AB1 2CD | yes
        D     | 01/05/2026 | U1    | S   |         |
        D     | 01/06/2026 | T1    | P   |         |
        D     | 10/06/2026 | U1    | P   |         | yes
        E     | 01/06/2026 | T1    | P   |         |
        E     | 10/06/2026 | U1    | P   | AB1 2CD |
        F     | 01/05/2026 | K2    | S   | AB1 2CD |
        F     | 01/06/2026 | T1    | P   |         |
        F     | 10/06/2026 | U1    | P   | AB1 2CD | yes
    """,
    )


@pytest.mark.parametrize(
    "written", ["2026-06-01", "01-06-26", "01.06.2026", "20260601", "06/01/2026", "6/30/26"]
)
def test_383_puts_starts_written_otherwise_in_their_place(check, written):
    # With the month first, 06/01/2026 is read as 6 January all the same: day first wherever that is possible.
    in_the_middle = written != "06/01/2026"
    check(
        "383",
        episodes=f"""
        CHILD | DECOM      | PLACE | RNE | PL_POST | finding
        A     | 01/05/2026 | U1    | S   | AB1 2CD |
        A     | 10/07/2026 | U1    | P   | AB1 2CE | {"yes" if in_the_middle else ""}
        A     | {written}  | T1    | P   |         |
    """,
    )
