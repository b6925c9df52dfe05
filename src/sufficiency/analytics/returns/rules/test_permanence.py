import pytest


def test_631(check):
    check(
        "631",
        prev_perm="""
        CHILD | PREV_PERM | finding
        A     | P1        |
        B     | Z1        |
        C     |           |
        D     | P5        | yes
    """,
    )


def test_633(check):
    check(
        "633",
        prev_perm="""
        CHILD | LA_PERM | finding
        A     | 330     |
        B     | 999     |
        C     | WAL     |
        D     |         |
        E     | ENG     | yes
        F     | 33      | yes
        G     | 838     |
    """,
    )


def test_635(check):
    check(
        "635",
        prev_perm="""
        CHILD | PREV_PERM | LA_PERM | DATE_PERM  | finding
        A     | P1        | 330     | 01/05/2020 |
        B     |           | 330     |            | yes
        C     |           |         | zz/zz/2020 | yes
        D     |           |         |            |
        E     | Z1        | 330     |            |
    """,
    )


def test_630(check):
    check(
        "630",
        episodes="""
        CHILD | RNE | DECOM      | finding
        A     | S   | 01/05/2026 |
        B     | S   | 01/05/2026 | yes
        C     | S   | 01/05/2026 | yes
        D     | S   | 01/05/2026 | yes
        E     | S   | 31/03/2026 |
        F     | P   | 01/05/2026 |
        G     | S   | 01/04/2026 |
    """,
        prev_perm="""
        CHILD | PREV_PERM | LA_PERM | DATE_PERM
        A     | Z1        |         |
        C     | P1        | 330     |
        D     |           | 330     | 01/05/2020
        G     | P1        | 330     | zz/zz/2020
    """,
    )


def test_632(check):
    check(
        "632",
        episodes="""
        CHILD | DECOM      | finding
        A     | 01/05/2026 |
        B     | 01/05/2026 | yes
        C     | 01/05/2026 | yes
        D     | 01/05/2026 |
        A     | 01/06/2026 |
    """,
        prev_perm="""
        CHILD | DATE_PERM  | finding
        A     | 30/04/2026 |
        B     | 01/05/2026 | yes
        C     | spring     | yes
        D     |            |
    """,
    )


@pytest.mark.parametrize(
    ("written", "day", "day_after"),
    [
        ("zz/04/2026", "30/04/2026", "01/05/2026"),
        ("zz/02/2024", "29/02/2024", "01/03/2024"),
        ("zz/zz/2025", "31/12/2025", "01/01/2026"),
        ("01/zz/2025", "31/12/2025", "01/01/2026"),
        ("15/zz/2025", "14/01/2026", "15/01/2026"),
        ("05/05/zzzz", "05/05/2000", "06/05/2000"),
        ("29/02/zzzz", "29/02/2000", "01/03/2000"),
        ("zz/zz/zzzz", "31/12/2000", "01/01/2001"),
    ],
)
def test_632_takes_unknown_parts_as_late_as_may_be(check, written, day, day_after):
    check(
        "632",
        episodes=f"""
        CHILD | DECOM       | finding
        A     | {day}       | yes
        B     | {day_after} |
    """,
        prev_perm=f"""
        CHILD | DATE_PERM | finding
        A     | {written} | yes
        B     | {written} |
    """,
    )


@pytest.mark.parametrize(
    "written", ["zz/13/2020", "32/zz/2020", "30/02/2020", "zz/zz/zz", "zz/2020", "00/zz/2020"]
)
def test_632_cannot_read_impossible_or_missing_parts(check, written):
    check(
        "632",
        episodes="CHILD | DECOM | finding\n A | 01/05/2026 | yes",
        prev_perm=f"CHILD | DATE_PERM | finding\n A | {written} | yes",
    )


def test_634(check):
    check(
        "634",
        episodes="""
        CHILD | DECOM      | finding
        A     | 01/05/2025 | yes
        A     | 31/03/2026 | yes
        B     | 01/05/2025 |
        B     | 01/04/2026 |
        C     | 31/03/2026 |
        D     |            |
        A     |            | yes
    """,
        prev_perm="""
        CHILD | PREV_PERM | DATE_PERM | finding
        A     | Z1        |           | yes
        B     | Z1        |           |
        C     |           |           |
        D     | Z1        |           |
        A     |           | unknown   | yes
    """,
    )
