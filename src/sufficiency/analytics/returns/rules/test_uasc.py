def test_104(check):
    check(
        "104",
        uasc="""
        CHILD | DUC        | finding
        A     | 01/04/2026 |
        B     | 31/03/2026 | yes
        C     | 31/06/2026 | yes
        D     |            |
    """,
    )


def test_105_of_xml_asks_for_zero_or_one(check):
    check(
        "105",
        header="""
        CHILD | UASC | finding
        A     | 1    |
        B     | 0    |
        C     | 7    | yes
        D     |      | yes
    """,
    )


def test_105_does_not_apply_to_csv(rule_outcome):
    outcome = rule_outcome("105", header="CHILD\nA")
    assert outcome.outcome == "not_applicable"
    assert outcome.reason == "Only XML carries the flag; CSV files tell it by the UASC table."


def test_303_of_xml(check):
    check(
        "303",
        header="""
        CHILD | UASC | finding
        A     | 1    |
        B     | 0    | yes
        C     | 0    |
        D     |      | yes
    """,
        uasc="""
        CHILD | DUC        | finding
        A     | 01/06/2026 |
        B     | 01/06/2026 | yes
        C     |            |
        D     | SOON       | yes
        E     | 01/06/2026 |
    """,
    )


def test_303_of_csv_takes_the_uasc_table_for_the_flag(check):
    check(
        "303",
        header="""
        CHILD | finding
        A     |
    """,
        uasc="""
        CHILD | DUC        | finding
        A     | 01/06/2026 |
    """,
    )


def test_304(check):
    check(
        "304",
        uasc="""
        CHILD | DOB        | DUC        | finding
        A     | 01/06/2008 | 01/06/2026 |
        B     | 01/06/2008 | 02/06/2026 | yes
        C     |            | 02/06/2026 |
    """,
    )


def test_231(check):
    check(
        "231",
        header="""
        CHILD | DOB        | finding
        A     | 31/03/2016 |
        B     | 01/04/2016 | yes
        C     | 01/04/2016 |
    """,
        uasc="""
        CHILD
        A
        B
    """,
    )


def test_205a_of_xml(check):
    check(
        "205A",
        header="""
        CHILD | UASC | finding
        A     | 1    |
        B     | 0    | yes
        C     | 0    |
        D     | 0    | yes
        E     | 0    |
    """,
        uasc="""
        CHILD | DUC        | finding
        A     | 01/06/2026 |
        B     | 01/06/2026 | yes
        C     |            |
        D     |            | yes
        E     | 01/06/2026 |
    """,
        header_last="""
        CHILD | UASC
        A     | 1
        B     | 1
        C     | 1
        D     | 1
        E     | 0
    """,
        uasc_last="""
        CHILD | DUC
        A     | 01/06/2025
        B     | 01/06/2025
        C     | 01/04/2025
        D     | 31/03/2025
        E     | 01/06/2025
    """,
    )


def test_205b(check):
    check(
        "205B",
        header="""
        CHILD | finding
        A     |
        B     | yes
        C     | yes
        D     |
        E     | yes
    """,
        uasc="""
        CHILD | DUC        | finding
        A     | 01/06/2026 |
        B     | 01/06/2026 | yes
        C     |            | yes
        D     | 01/06/2028 |
        E     | 02/06/2028 | yes
        F     | 02/06/2028 |
    """,
        header_last="""
        CHILD
        A
        B
        C
        D
        E
    """,
        uasc_last="""
        CHILD | DOB        | DUC
        A     | 01/06/2010 | 01/06/2028
        B     | 01/06/2010 | 31/05/2028
        C     | 01/06/2010 | 01/06/2028
        D     | 01/06/2010 | 01/06/2028
        E     | 01/06/2010 | 01/06/2028
    """,
    )


def test_205b_without_header_tables_flags_rows_that_hold_something(check):
    check(
        "205B",
        uasc="""
        CHILD | DOB        | DUC        | finding
        A     | 01/06/2010 | 01/06/2026 | yes
        B     | 01/06/2010 |            |
    """,
        uasc_last="""
        CHILD | SEX | DUC
        A     | M   |
        B     | M   |
    """,
    )


def test_205c(check):
    check(
        "205C",
        header="""
        CHILD | UASC | finding
        A     | 1    |
        B     | 0    | yes
        C     | 0    |
        D     | 0    | yes
        E     | 0    |
    """,
        uasc="""
        CHILD | DUC        | finding
        A     | 01/06/2026 |
        B     | 01/06/2026 | yes
        C     | 01/06/2026 |
        D     |            | yes
        E     |            |
        F     | 01/06/2026 | yes
    """,
        header_last="""
        CHILD | UASC
        B     | 0
        C     | 1
        D     | 0
        E     | 0
    """,
        uasc_last="""
        CHILD | DUC
        C     | 01/06/2025
        D     | 01/06/2025
        E     |
    """,
    )


def test_205d(check):
    check(
        "205D",
        header="""
        CHILD | finding
        A     |
        B     | yes
        C     |
        D     |
    """,
        uasc="""
        CHILD
        A
        B
        C
    """,
        header_last="""
        CHILD
        A
        B
        D
    """,
        uasc_last="""
        CHILD
        A
    """,
    )


def test_205B_of_a_number_that_many_children_share_stays_small(check):  # noqa: N802
    many = 60
    check(
        "205B",
        uasc="CHILD | DOB | DUC | finding\n" + "X | 01/06/2012 | 02/06/2026 | yes\n" * many,
        uasc_last="CHILD | DOB | DUC\n" + "X | 01/06/2012 |\n" * many,
        header="CHILD | finding\n" + "X | yes\n" * many,
        header_last="CHILD\n" + "X\n" * many,
    )
