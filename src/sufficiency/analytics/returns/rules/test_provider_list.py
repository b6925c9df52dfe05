import polars as pl
import pytest

PROVIDERS = pl.DataFrame(
    {
        "urn": ["1234567", "SC000002", "SC000003", "SC000004", "SC000004"],
        "provider_type": [None] * 5,
        "authority": [None] * 5,
        "place_codes": ["K2", "U1,U2, U3", None, "K2", "K2,R3"],
        "provider_codes": ["PR1", "PR1,PR4", None, "PR4", "PR4"],
        "closed_on": [None, None, "2026-09-01", None, None],
        "postcode": ["N 1", "E1", None, "N1", "N1"],
    },
    schema_overrides={"provider_type": pl.String, "authority": pl.String},
).with_columns(pl.col("closed_on").str.to_date())


@pytest.fixture
def check_listed(check, places):
    """The check fixture with made-up providers and places."""

    def checked(code, episodes):
        check(code, references={**places, "providers": PROVIDERS}, episodes=episodes)

    return checked


def test_1008(check_listed):
    check_listed(
        "1008",
        """
        CHILD | URN      | finding
        A     | 1234567  |
        B     | sc000002 |
        C     | SC999999 | yes
        D     | 01234567 | yes
        E     | XXXXXXX  |
        F     |          |
    """,
    )


def test_219(check_listed):
    check_listed(
        "219",
        """
        CHILD | URN      | PLACE | finding
        A     | 1234567  | K2    |
        B     | 1234567  | K1    | yes
        C     | SC000002 | U3    |
        D     | SC000002 |       | yes
        E     | SC999999 | K2    | yes
        F     | SC000003 | K2    | yes
        G     | XXXXXXX  | K2    |
    """,
    )


def test_219_asks_every_row_of_a_number_listed_twice(check_listed):
    check_listed(
        "219",
        """
        CHILD | URN      | PLACE | finding
        A     | SC000004 | K2    |
        B     | SC000004 | R3    | yes
    """,
    )


def test_224(check_listed):
    check_listed(
        "224",
        """
        CHILD | URN      | PLACE_PROVIDER | finding
        A     | SC000002 | PR4            |
        B     | SC000002 | PR5            | yes
        C     | SC000002 |                | yes
        D     | SC999999 | PR1            | yes
        E     | XXXXXXX  | PR1            |
    """,
    )


def test_221(check_listed):
    check_listed(
        "221",
        """
        CHILD | URN      | LS | PLACE | PL_POST | finding
        A     | 1234567  | C2 | K2    | n1      |
        B     | 1234567  | C2 | K2    | E1      | yes
        C     | 1234567  | V3 | K2    | E1      |
        D     | 1234567  | C2 | U1    | E1      |
        E     | 1234567  | C2 | K2    |         |
        F     | SC999999 | C2 | S1    | E1      | yes
        G     | SC000003 |    | R3    | E1      | yes
    """,
    )


def test_227(check_listed):
    check_listed(
        "227",
        """
        CHILD | URN      | DECOM      | finding
        A     | SC000003 | 31/08/2026 |
        B     | SC000003 | 01/09/2026 | yes
        C     | SC000002 | 01/09/2026 |
        D     | SC000003 |            |
    """,
    )


def test_228(check_listed):
    check_listed(
        "228",
        """
        CHILD | URN      | DEC        | finding
        A     | SC000003 | 01/09/2026 |
        B     | SC000003 | 02/09/2026 | yes
        C     | SC000003 |            | yes
        D     | SC000003 | unknown    | yes
        E     | SC000002 |            |
    """,
    )


def test_229(check_listed):
    check_listed(
        "229",
        """
        CHILD | URN      | PLACE_PROVIDER | finding
        A     | 1234567  | PR1            |
        B     | 1234567  | PR2            | yes
        C     | SC000002 | PR1            | yes
        D     | SC000002 | PR2            |
        E     | SC999999 | PR1            | yes
        F     | SC999999 | PR2            |
        G     | SC000003 | PR1            | yes
        H     | SC000002 | PR4            |
    """,
    )
