import pytest


def test_502(check):
    check(
        "502",
        episodes="""
        CHILD | DECOM      | finding
        A     | 01/01/2026 |
        B     | 02/01/2026 | yes
        B     | 01/06/2026 |
        C     | 01/06/2026 |
        D     | 01/01/2026 |
    """,
        episodes_last="""
        CHILD | DECOM      | DEC
        A     | 01/01/2026 |
        B     | 01/01/2026 |
        C     | 01/01/2026 | 01/02/2026
    """,
    )


@pytest.mark.parametrize(
    ("code", "column", "was", "now"),
    [
        ("503A", "RNE", "S", "P"),
        ("503B", "LS", "C1", "C2"),
        ("503C", "CIN", "N1", "N2"),
        ("503D", "PLACE", "U1", "U4"),
        ("503E", "PLACE_PROVIDER", "PR1", "PR4"),
        ("503F", "URN", "SC000001", "SC000002"),
    ],
)
def test_503A_503B_503C_503D_503E_503F(check, code, column, was, now):  # noqa: N802
    check(
        code,
        episodes=f"""
        CHILD | DECOM      | {column} | finding
        A     | 01/01/2026 | {was}    |
        A     | 01/06/2026 | {now}    |
        B     | 01/01/2026 | {now}    | yes
        C     | 01/01/2026 | {now}    |
        D     | 01/01/2026 |          | yes
        E     | 01/01/2026 | {now}    | yes
        F     | 01/01/2026 |          |
    """,
        episodes_last=f"""
        CHILD | DECOM      | DEC        | {column}
        A     | 01/01/2026 |            | {was}
        B     | 01/01/2026 |            | {was}
        C     | 01/01/2026 | 01/02/2026 | {was}
        D     | 01/01/2026 |            | {was}
        E     | 01/01/2026 | unknown    | {was}
        F     | 01/01/2026 |            |
    """,
    )


def test_503D_lets_a_replaced_code_change(check):  # noqa: N802
    check(
        "503D",
        year=2026,
        episodes="""
        CHILD | DECOM      | PLACE | finding
        A     | 01/01/2025 | Z12   |
        B     | 01/01/2025 | U1    | yes
    """,
        episodes_last="""
        CHILD | DECOM      | PLACE
        A     | 01/01/2025 | Z1
        B     | 01/01/2025 | Z1
    """,
    )


def test_562(check):
    check(
        "562",
        episodes="""
        CHILD | DECOM      | finding
        A     | 01/01/2026 |
        B     | 02/01/2026 | yes
        C     | 01/04/2026 |
        D     | 01/01/2026 | yes
    """,
        episodes_last="""
        CHILD | DECOM
        A     | 01/01/2026
        A     | 01/12/2025
        B     | 01/01/2026
    """,
    )


def test_NoE(check):  # noqa: N802
    check(
        "NoE",
        episodes="""
        CHILD | DECOM      | finding
        A     | 01/01/2026 |
        B     | 01/01/2026 | yes
        B     | 01/06/2026 |
        C     | 01/04/2026 |
    """,
        episodes_last="""
        CHILD | DECOM
        A     |
    """,
    )
