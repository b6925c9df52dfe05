import pytest


def test_SW01aSTG1(check):  # noqa: N802
    check(
        "SW01aSTG1",
        sw_episodes="""
        CHILD | SW_ID  | SW_DECOM   | finding
        A     | SW1234 | 01/05/2022 |
        B     |        | 31/03/2023 | yes
        C     |        | 01/04/2023 |
        D     | SW1234 |            | yes
        E     | SW1234 | unknown    | yes
    """,
    )


def test_SW01bSTG1(check):  # noqa: N802
    check(
        "SW01bSTG1",
        sw_episodes="""
        CHILD | SW_ID  | SW_DECOM   | SW_REASON | finding
        A     | SW1234 | 01/05/2026 | MANAGE    |
        B     |        | 01/04/2023 | MANAGE    | yes
        C     | SW1234 | 01/04/2023 |           | yes
        D     |        | 31/03/2023 |           |
        E     | SW1234 |            | MANAGE    | yes
    """,
    )


def test_SW02STG1(check):  # noqa: N802
    check(
        "SW02STG1",
        sw_episodes="""
        CHILD | SW_ID  | finding
        A     | sw1234 |
        B     | XX1234 |
        C     | 1SW234 | yes
        D     | S      | yes
        E     |        | yes
    """,
    )


@pytest.mark.parametrize(("code", "column"), [("SW04STG1", "SW_DECOM"), ("SW05STG1", "SW_DEC")])
def test_SW04STG1_SW05STG1(check, code, column):  # noqa: N802
    check(
        code,
        sw_episodes=f"""
        CHILD | {column}   | finding
        A     | 01/05/2026 |
        B     |            |
        C     | zz/05/2026 |
        D     | zz/zz/zzzz |
        E     | 01/05/zzzz |
        F     | 31/04/2026 | yes
        G     | 01/05/zz   | yes
        H     | May 2026   | yes
    """,
    )


def test_SW06STG2(check):  # noqa: N802
    check(
        "SW06STG2",
        sw_episodes="""
        CHILD | SW_DECOM   | finding
        A     | 31/03/2027 |
        B     | 01/04/2027 | yes
        C     |            |
    """,
    )


def test_SW07STG2(check):  # noqa: N802
    check(
        "SW07STG2",
        sw_episodes="""
        CHILD | SW_DEC     | finding
        A     | 01/04/2025 |
        B     | 31/03/2025 | yes
        C     | 31/03/2027 |
        D     | 01/04/2027 | yes
        E     | unknown    |
    """,
    )


def test_SW08STG2(check):  # noqa: N802
    check(
        "SW08STG2",
        sw_episodes="""
        CHILD | SW_DECOM   | SW_DEC     | finding
        A     | 01/06/2026 |            |
        A     | 01/05/2026 | 01/06/2026 |
        B     | 01/05/2026 |            | yes
        B     | 01/06/2026 |            |
        C     | 01/05/2026 | unknown    | yes
        C     |            |            |
        D     | 01/05/2026 |            |
        D     | 01/05/2026 |            | yes
    """,
    )


def test_SW09STG2(check):  # noqa: N802
    check(
        "SW09STG2",
        sw_episodes="""
        CHILD | SW_DECOM   | SW_DEC     | finding
        A     | 01/05/2026 | 02/05/2026 |
        B     | 01/05/2026 | 01/05/2026 | yes
        C     |            |            |
        D     | unknown    | unknown    | yes
    """,
    )


def test_SW10STG2(check):  # noqa: N802
    check(
        "SW10STG2",
        sw_episodes="""
        CHILD | SW_DECOM   | SW_DEC     | SW_REASON | finding
        A     | 01/05/2026 | 08/06/2026 | FCONTA    |
        A     | 01/06/2026 | 01/07/2026 | MANAGE    |
        A     | 08/07/2026 |            | MANAGE    |
        B     | 01/05/2026 | 01/06/2026 | FCONTA    |
        B     | 09/06/2026 |            |           | yes
        C     | 01/05/2026 | 09/06/2026 | FCONTA    |
        C     | 01/06/2026 |            | MANAGE    | yes
        D     | 01/05/2026 |            | FCONTA    |
        D     | 01/06/2026 |            | MANAGE    | yes
        E     | 01/05/2026 | 01/06/2026 | FCONTA    |
        E     | 01/09/2026 |            | FCONTA    |
        F     | 01/05/2026 | 01/06/2026 | FCONTA    |
        F     |            |            | MANAGE    | yes
    """,
    )


def test_SW10STG2_orders_equal_starts_by_their_ends(check):  # noqa: N802
    check(
        "SW10STG2",
        sw_episodes="""
        CHILD | SW_DECOM   | SW_DEC     | SW_REASON | finding
        A     | 01/05/2026 | 01/06/2026 | MANAGE    |
        A     | 01/05/2026 | 02/05/2026 | MANAGE    |
    """,
    )


def test_SW11bSTG2(check):  # noqa: N802
    check(
        "SW11bSTG2",
        sw_episodes="""
        CHILD | SW_DECOM   | SW_DEC     | finding
        A     | 01/05/2026 | 26/03/2027 | yes
        B     | 01/05/2026 | 25/03/2027 |
        C     | 01/05/2026 | 01/06/2026 |
        C     | 01/06/2026 | 31/03/2027 | yes
        D     | 01/05/2026 | 31/03/2027 |
        D     |            |            | yes
        E     | 01/05/2026 | 31/03/2027 |
        E     | 01/06/2026 | 01/07/2026 |
        F     |            | 31/03/2027 | yes
    """,
    )


def test_SW11bSTG2_takes_equal_starts_from_the_last_in_file(check):  # noqa: N802
    check(
        "SW11bSTG2",
        sw_episodes="""
        CHILD | SW_DECOM   | SW_DEC     | finding
        A     | 01/05/2026 | 31/03/2027 | yes
        A     | 01/05/2026 | 31/03/2027 |
    """,
    )


def test_SW12STG2_asks_for_a_worker_when_care_starts_or_ends(check):  # noqa: N802
    check(
        "SW12STG2",
        episodes="""
        CHILD | DECOM      | DEC        | LS | RNE | REC | finding
        A     | 01/05/2026 |            | C2 | S   |     |
        B     | 01/05/2026 |            | C2 | S   |     | yes
        C     | 01/05/2026 | 01/06/2026 | C2 | P   | E4A | yes
        D     | 01/05/2026 |            | C2 | P   |     |
        E     | 01/05/2026 |            | V3 | S   |     |
        F     | 01/05/2024 | 31/03/2025 | C2 | S   | E4A |
        G     | 01/05/2024 | 01/04/2025 | C2 | S   | E4A | yes
        H     | 01/05/2026 | unknown    | C2 | S   | X1  |
    """,
        sw_episodes="""
        CHILD | SW_DECOM   | SW_DEC
        A     | 01/06/2026 |
        C     | 02/06/2026 |
        C     | 01/01/2026 | 30/04/2026
        H     | 01/01/2026 | 01/05/2026
    """,
    )


def test_SW13STG1(check):  # noqa: N802
    check(
        "SW13STG1",
        sw_episodes="""
        CHILD | SW_DECOM   | SW_REASON | finding
        A     | 01/05/2026 | MANAGE    |
        B     | 01/05/2026 | BECAUSE   | yes
        C     | 01/04/2023 |           | yes
        D     | 31/03/2023 |           |
        E     |            |           |
        F     | 31/03/2023 | BECAUSE   | yes
        G     | 2023.04.01 |           | yes
    """,
    )


@pytest.mark.parametrize(
    ("written", "since_2023"),
    [
        ("2023-04-01", "yes"),
        ("2023-31-03", ""),
        ("01-04-23", "yes"),
        ("01/04/69", ""),
        ("20230401", "yes"),
        ("20233104", ""),
        ("03.31.2023", ""),
        ("30/02/2024", ""),
        ("1/4", ""),
    ],
)
def test_SW13STG1_reads_days_written_in_any_usual_way(check, written, since_2023):  # noqa: N802
    check(
        "SW13STG1",
        sw_episodes=f"""
        CHILD | SW_DECOM   | SW_REASON | finding
        A     | {written}  |           | {since_2023}
        B     | 01/05/2026 | MANAGE    |
        C     | 01/05/2026 | MANAGE    |
    """,
    )


def test_SW17STG2(check):  # noqa: N802
    check(
        "SW17STG2",
        sw_episodes="""
        CHILD | SW_DECOM   | SW_DEC     | finding
        A     | 01/06/2026 |            |
        A     | 01/05/2026 | 01/06/2026 |
        B     | 01/06/2026 | unknown    | yes
        B     | 01/05/2026 | 01/06/2026 |
        C     |            | 01/06/2026 | yes
        C     |            | 01/07/2026 |
        D     | 01-07-2026 | 01/08/2026 | yes
        D     | 01/06/2026 | 01/07/2026 |
        E     | 01/05/2026 |            |
        E     | 01/05/2026 | 01/06/2026 |
    """,
    )
