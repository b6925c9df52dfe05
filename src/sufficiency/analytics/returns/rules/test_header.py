def test_101(check):
    check(
        "101",
        header="""
        CHILD | SEX | finding
        A     | F   |
        B     | 9   | yes
        C     |     | yes
    """,
    )


def test_101_before_2024_25_asks_for_numbers(check):
    check(
        "101",
        year=2024,
        header="""
        CHILD | SEX | finding
        A     | 1   |
        B     | F   | yes
    """,
    )


def test_102(check):
    check(
        "102",
        header="""
        CHILD | DOB        | finding
        A     | 01/02/2015 |
        B     |            | yes
        C     | 31/02/2015 | yes
        D     | 2015-02-01 | yes
    """,
    )


def test_103(check):
    check(
        "103",
        header="""
        CHILD | ETHNIC | finding
        A     | WBRI   |
        B     | WHITE  | yes
        C     |        | yes
    """,
    )


def test_301(check):
    check(
        "301",
        header="""
        CHILD | DOB        | finding
        A     | 31/03/2027 |
        B     | 01/04/2027 | yes
        C     |            |
    """,
    )


def test_232(check):
    check(
        "232",
        header="""
        CHILD | SEX | finding
        A     | F   |
        B     | U   | yes
        C     |     |
    """,
    )


def test_351(check):
    check(
        "351",
        header="""
        CHILD | DOB        | finding
        A     | 31/03/2001 | yes
        B     | 01/04/2001 |
        C     |            |
    """,
    )


def test_202(check):
    check(
        "202",
        header="""
        CHILD | SEX | finding
        A     | F   |
        B     | F   | yes
        C     |     | yes
        D     | M   |
    """,
        header_last="""
        CHILD | SEX
        A     | F
        B     | M
        C     | M
    """,
    )


def test_202_in_the_year_in_which_letters_replaced_numbers(check):
    check(
        "202",
        year=2025,
        header="""
        CHILD | SEX | finding
        A     | M   |
        B     | F   |
        C     | F   | yes
    """,
        header_last="""
        CHILD | SEX
        A     | 1
        B     | 2
        C     | 1
    """,
    )


def test_203(check):
    check(
        "203",
        header="""
        CHILD | DOB        | finding
        A     | 01/02/2015 |
        B     | 01/02/2015 | yes
        C     |            |
    """,
        header_last="""
        CHILD | DOB
        A     | 01/02/2015
        B     | 02/02/2015
        C     | 31/02/2015
    """,
    )


def test_204(check):
    check(
        "204",
        header="""
        CHILD | ETHNIC | finding
        A     | WBRI   |
        B     | AIND   | yes
    """,
        header_last="""
        CHILD | ETHNIC
        A     | wbri
        B     | WBRI
    """,
    )
