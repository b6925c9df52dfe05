def test_115(check):
    check(
        "115",
        placed_adoption="""
        CHILD | DATE_PLACED | finding
        A     | 01/05/2026  |
        B     |             |
        C     | 30/02/2026  | yes
    """,
    )


def test_116(check):
    check(
        "116",
        placed_adoption="""
        CHILD | DATE_PLACED_CEASED | finding
        A     | 01/05/2026         |
        B     |                    |
        C     | May 2026           | yes
    """,
    )


def test_119(check):
    check(
        "119",
        placed_adoption="""
        CHILD | DATE_PLACED_CEASED | REASON_PLACED_CEASED | finding
        A     | 01/05/2026         | RD1                  |
        B     |                    |                      |
        C     | 01/05/2026         |                      | yes
        D     |                    | RD1                  | yes
        E     | May 2026           | RD1                  |
    """,
    )


def test_120(check):
    check(
        "120",
        placed_adoption="""
        CHILD | REASON_PLACED_CEASED | finding
        A     | RD4                  |
        B     |                      |
        C     | RD5                  | yes
    """,
    )


def test_522(check):
    check(
        "522",
        placed_adoption="""
        CHILD | DATE_PLACED | DATE_PLACED_CEASED | finding
        A     | 01/05/2026  | 01/05/2026         |
        B     | 01/05/2026  | 30/04/2026         | yes
        C     |             | 30/04/2026         |
    """,
    )


def test_563(check):
    check(
        "563",
        placed_adoption="""
        CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED | finding
        A     | 01/05/2026  | 01/06/2026         | RD1                  |
        B     |             | 01/06/2026         | RD1                  | yes
        C     | unknown     | 01/06/2026         | RD1                  |
        D     |             | 01/06/2026         |                      |
    """,
    )


def test_559(check):
    check(
        "559",
        placed_adoption="""
        CHILD | DATE_PLACED | finding
        A     | 31/03/2026  |
        B     | 31/03/2026  | yes
        C     | 31/03/2026  | yes
        D     | 01/04/2026  |
        E     | 31/03/2026  | yes
    """,
        placed_adoption_last="""
        CHILD | DATE_PLACED
        A     | 01/01/2026
        B     |
        C     | 2026-03-31
    """,
    )


def test_560(check):
    check(
        "560",
        placed_adoption="""
        CHILD | DATE_PLACED | finding
        A     | 01/01/2026  |
        B     | 02/01/2026  | yes
        C     |             | yes
        D     | 02/01/2026  |
        E     | 02/01/2026  |
    """,
        placed_adoption_last="""
        CHILD | DATE_PLACED | DATE_PLACED_CEASED
        A     | 01/01/2026  |
        B     | 01/01/2026  |
        C     | 01/01/2026  |
        D     | 01/01/2026  | 01/02/2026
        E     |             |
    """,
    )


def test_561(check):
    check(
        "561",
        placed_adoption="""
        CHILD | DATE_PLACED | finding
        A     | 01/01/2026  | yes
        B     | 01/01/2026  | yes
        C     | 01/01/2026  |
        D     | 01/02/2026  |
        E     |             |
    """,
        placed_adoption_last="""
        CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
        A     | 01/01/2026  | 01/03/2026         |
        B     | 01/01/2026  |                    | RD1
        C     | 01/01/2026  |                    |
        D     | 01/01/2026  | 01/03/2026         | RD1
        E     |             | 01/03/2026         | RD1
    """,
    )


def test_583_keeps_the_latest_decision_by_its_date(check):
    check(
        "583",
        placed_adoption="""
        CHILD | DATE_PLACED | DATE_PLACED_CEASED | finding
        A     | 31/01/2025  |                    | yes
        A     | 05/03/2026  |                    |
        B     | 31/01/2025  | 01/06/2025         |
        B     | 05/03/2026  |                    |
        C     | 31/01/2025  |                    |
        D     | 31/01/2025  |                    |
        D     |             |                    | yes
    """,
    )


def test_583_keeps_the_first_of_equals(check):
    check(
        "583",
        placed_adoption="""
        CHILD | DATE_PLACED | DATE_PLACED_CEASED | finding
        A     | 31/01/2025  |                    |
        A     | 31/01/2025  |                    | yes
        B     |             |                    |
        B     |             |                    | yes
    """,
    )


def test_584_compares_days(check):
    check(
        "584",
        placed_adoption="""
        CHILD | DATE_PLACED | finding
        A     | 05/03/2026  |
        B     | 31/01/2025  | yes
        C     | 30/01/2025  | yes
        D     |             | yes
        E     | 30/01/2025  |
        F     | 30/01/2025  |
    """,
        placed_adoption_last="""
        CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
        A     | 31/01/2025  | 01/06/2025         | RD1
        B     | 31/01/2025  | 01/06/2025         |
        C     | 31/01/2025  |                    | RD1
        D     | 31/01/2025  | 01/06/2025         | RD1
        E     | 31/01/2025  |                    |
        F     |             | 01/06/2025         | RD1
    """,
    )


def test_184(check):
    check(
        "184",
        placed_adoption="""
        CHILD | DOB        | DATE_PLACED | finding
        A     | 01/02/2024 | 01/02/2024  |
        B     | 01/02/2024 | 31/01/2024  | yes
        C     | SOON       | 31/01/2024  | yes
        D     | 01/02/2024 |             |
    """,
    )


def test_579(check):
    check(
        "579",
        placed_adoption="""
        CHILD | DATE_PLACED | DATE_PLACED_CEASED | finding
        A     | 02/06/2026  |                    |
        A     | 01/02/2026  | 02/06/2026         |
        B     | 01/02/2026  |                    |
        B     | 01/06/2026  |                    | yes
        C     | 01/02/2026  | 02/06/2026         |
        C     | 01/06/2026  |                    | yes
        D     | 01/02/2026  | 02/06/2026         |
        D     |             |                    |
    """,
    )
