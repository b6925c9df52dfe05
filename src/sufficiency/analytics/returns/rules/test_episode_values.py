import pytest


@pytest.mark.parametrize(("code", "column"), [("141", "DECOM"), ("147", "DEC")])
def test_141_147(check, code, column):
    check(
        code,
        episodes=f"""
        CHILD | {column}   | finding
        A     | 01/05/2026 |
        B     | 1/5/2026   |
        C     |            |
        D     | 31/04/2026 | yes
        E     | 2026-05-01 | yes
    """,
    )


@pytest.mark.parametrize(
    ("code", "column", "known", "unknown"),
    [
        ("143", "RNE", "S", "X"),
        ("144", "LS", "C2", "C3"),
        ("145", "CIN", "N8", "N9"),
        ("146", "PLACE", "Z11", "Z1"),
        ("149", "REC", "E4A", "E1"),
        ("1009", "REASON_PLACE_CHANGE", "CARPL", "MOVED"),
    ],
)
def test_143_144_145_146_149_1009(check, code, column, known, unknown):
    check(
        code,
        episodes=f"""
        CHILD | {column}  | finding
        A     | {known}   |
        B     |           |
        C     | {unknown} | yes
    """,
    )


def test_146_goes_by_the_codes_of_the_year(check):
    check(
        "146",
        year=2025,
        episodes="""
        CHILD | PLACE | finding
        A     | Z1    |
        B     | Z11   | yes
    """,
    )


def test_148(check):
    check(
        "148",
        episodes="""
        CHILD | DEC        | REC | finding
        A     | 01/05/2026 | X1  |
        B     |            |     |
        C     | 01/05/2026 |     | yes
        D     |            | X1  | yes
        E     | unknown    | X1  |
    """,
    )


def test_353(check):
    check(
        "353",
        episodes="""
        CHILD | DECOM      | finding
        A     | 14/10/1991 |
        B     | 13/10/1991 | yes
        C     |            |
    """,
    )


@pytest.mark.parametrize(("code", "column"), [("354", "DECOM"), ("385", "DEC")])
def test_354_385(check, code, column):
    check(
        code,
        episodes=f"""
        CHILD | {column}   | finding
        A     | 31/03/2027 |
        B     | 01/04/2027 | yes
        C     |            |
    """,
    )


def test_355(check):
    check(
        "355",
        episodes="""
        CHILD | DECOM      | DEC        | finding
        A     | 01/05/2026 | 02/05/2026 |
        B     | 01/05/2026 | 01/05/2026 | yes
        C     |            |            | yes
        D     | 01/05/2026 |            |
    """,
    )


def test_356(check):
    check(
        "356",
        episodes="""
        CHILD | DECOM      | DEC        | finding
        A     | 01/05/2026 | 01/05/2026 |
        B     | 02/05/2026 | 01/05/2026 | yes
        C     | 02/05/2026 |            |
    """,
    )
