import polars as pl
import pytest

from sufficiency.analytics.returns.checking import Outcome


@pytest.mark.parametrize("code", ["169", "179"])
def test_169_179(check_places, code):
    check_places(
        code,
        episodes="""
        CHILD | LS | PL_POST | finding
        A     | C2 | n 1     |
        B     | C2 |         | yes
        C     | C2 | QQ1     | yes
        D     | V3 |         |
        E     |    |         | yes
    """,
    )


def test_164(check_places):
    check_places(
        "164",
        episodes="""
        CHILD | HOME_POST | PL_POST | finding
        A     | H1        | F3      | yes
        B     | H1        | F1      |
        C     | H1        | F3      |
        D     |           | F3      |
    """,
        header="CHILD\nA\nC",
        uasc="CHILD\nC",
    )


def test_392a(check_places):
    check_places(
        "392a",
        episodes="""
        CHILD | LS | HOME_POST | PL_POST | finding
        A     | C2 | H1        | N1      |
        B     | C2 |           | N1      | yes
        C     | C2 | H1        | QQ1     | yes
        D     | C2 |           | N1      |
        E     | V3 |           |         |
        F     | C2 |           | N1      |
        G     | C2 |           | N1      | yes
    """,
        header="CHILD\nA\nB\nC\nD\nE",
        uasc="CHILD\nD\nG",
        header_last="CHILD\nF",
        uasc_last="CHILD\nF",
    )


@pytest.mark.parametrize("code", ["164", "392a", "406"])
def test_164_392a_406_cannot_run_without_a_uasc_table(rule_outcome, places, code):
    outcome = rule_outcome(code, references=places, episodes="CHILD | PL_POST\nA | N1")
    assert outcome.outcome is Outcome.COULD_NOT_RUN
    assert "UASC" in outcome.reason


def test_392b(check):
    check(
        "392b",
        episodes="""
        CHILD | LS | HOME_POST | PL_POST | finding
        A     | C2 | H1        | N1      |
        B     | C2 |           | N1      | yes
        C     | C2 | H1        |         | yes
        D     | C2 |           | N1      |
        E     | V4 |           |         |
    """,
        header="CHILD\nA\nB\nC\nD\nE",
        uasc="CHILD\nD",
    )


def test_392b_takes_nobody_for_unaccompanied_without_a_uasc_table(check):
    check("392b", episodes="CHILD | HOME_POST | PL_POST | finding\nA | | N1 | yes")


def test_392c(check_places):
    check_places(
        "392c",
        episodes="""
        CHILD | HOME_POST | PL_POST | finding
        A     | h 1       | N1      |
        B     | QQ1       | N1      | yes
        C     | H1        | QQ1     | yes
        D     |           |         |
    """,
    )


def test_406(check_places):
    check_places(
        "406",
        episodes="""
        CHILD | HOME_POST | PL_POST | finding
        A     | H1        | N1      | yes
        B     |           | N1      |
        C     | H1        | N1      |
        D     | H1        | N1      | yes
        E     | H1        | N1      |
    """,
        header="CHILD\nA\nB\nC",
        uasc="CHILD\nA\nB\nE",
        header_last="CHILD\nD",
        uasc_last="CHILD\nD",
    )


def test_406_takes_uasc_rows_for_header_rows_where_that_table_is_missing(check_places):
    check_places(
        "406",
        episodes="""
        CHILD | HOME_POST | PL_POST | finding
        A     | H1        | N1      | yes
        B     | H1        | N1      |
    """,
        uasc="""
        CHILD | DUC
        A     | 01/05/2027
        B     |
    """,
    )


def test_411_is_met_by_every_placement(check_places):
    # Both sides come from one postcode, so no row can fail.
    check_places("411", episodes="CHILD | PL_POST\nA | N1\nB | E1\nC | S1\nD | QQ1")


def test_420(check_places):
    check_places(
        "420",
        episodes="""
        CHILD | LS | PL_POST | finding
        A     | V3 |         |
        B     | V3 | N1      | yes
        C     | V4 | QQ1     |
        D     | C2 | N1      |
    """,
    )


def test_454(check_places):
    check_places(
        "454",
        episodes="""
        CHILD | HOME_POST | PL_POST | finding
        A     | H1        | F2      |
        B     | H1        | F1      | yes
        C     |           | F1      |
    """,
    )


def test_218(check_places):
    check_places(
        "218",
        episodes="""
        CHILD | URN      | PLACE | DEC        | PL_POST | finding
        A     | SC000001 | K2    |            | N1      |
        B     |          | K2    |            | N1      | yes
        C     |          | K2    | 01/04/2026 | E1      | yes
        D     |          | K2    | 31/03/2026 | N1      |
        E     |          | K2    |            | S1      |
        F     |          | P1    |            | N1      |
        G     |          |       |            |         | yes
        H     |          | K2    | unknown    | N1      |
        I     |          | K2    |            | F1      |
        J     |          | K2    |            | F3      |
    """,
    )


def test_1015(check_places):
    check_places(
        "1015",
        episodes="""
        CHILD | PLACE_PROVIDER | PLACE | LS | PL_POST | finding
        A     | PR1            | K2    | C2 | N1      |
        B     | PR1            | K2    | C2 | E1      | yes
        C     | PR1            | K2    | C2 |         | yes
        D     | PR1            | U4    | C2 | E1      |
        E     | PR1            | K2    | V3 | E1      |
        F     | PR4            | K2    | C2 | E1      |
        G     | PR1            |       | C2 | E1      |
        H     | PR1            | K2    |    | E1      |
    """,
    )


def test_1015_knows_an_authority_by_its_newer_code(check, places):
    recoded = places["postcodes"].with_columns(pl.lit("E08000038").alias("authority"))
    check(
        "1015",
        references={"postcodes": recoded, "authority": "E08000016"},
        episodes="CHILD | PLACE_PROVIDER | PLACE | LS | PL_POST\nA | PR1 | K2 | C2 | N1",
    )
