import pytest

HEADER = """
    CHILD | SEX | DOB
    A     | F   | 01/02/2015
    B     | F   | 01/02/2015
    C     |     |
"""
LISTED = """
    CHILD | finding
    A     |
    D     | yes
          | yes
"""
BORN = """
    CHILD | DOB        | finding
    A     | 01/02/2015 |
    B     | 02/02/2015 | yes
    B     | 31/02/2015 |
    B     |            |
    C     | 02/02/2015 |
    D     | 02/02/2015 |
"""
TWICE = """
    CHILD | finding
    A     | yes
    B     |
    A     | yes
          |
          |
"""


@pytest.mark.parametrize(
    ("code", "table"),
    [
        ("INT01", "ad1"),
        ("INT02", "placed_adoption"),
        ("INT03", "episodes"),
        ("INT04", "missing"),
        ("INT05", "oc2"),
        ("INT06", "oc3"),
        ("INT07", "prev_perm"),
        ("INT08", "reviews"),
        ("INT09", "uasc"),
    ],
)
def test_every_child_is_listed(check, code, table):
    check(code, header=HEADER, **{table: LISTED})


@pytest.mark.parametrize(
    ("code", "table"),
    [
        ("INT11", "ad1"),
        ("INT12", "placed_adoption"),
        ("INT13", "missing"),
        ("INT14", "oc2"),
        ("INT15", "oc3"),
        ("INT16", "prev_perm"),
        ("INT17", "reviews"),
        ("INT18", "uasc"),
    ],
)
def test_every_table_knows_the_same_date_of_birth(check, code, table):
    check(code, header=HEADER, **{table: BORN})


def test_int21(check):
    check(
        "INT21",
        header=HEADER,
        uasc="""
        CHILD | SEX | finding
        A     | F   |
        B     | M   | yes
        B     |     |
        C     | M   |
        D     | M   |
    """,
    )


@pytest.mark.parametrize(
    ("code", "table"),
    [
        ("INT31", "ad1"),
        ("INT32", "header"),
        ("INT33", "oc2"),
        ("INT34", "oc3"),
        ("INT35", "prev_perm"),
        ("INT36", "uasc"),
    ],
)
def test_no_child_stands_in_a_table_twice_that_has_a_row_for_each(check, code, table):
    check(code, **{table: TWICE})


def test_epi(check):
    check(
        "EPI",
        header="""
        CHILD | finding
        A     |
        B     |
        C     | yes
    """,
        episodes="""
        CHILD
        A
    """,
        oc3="""
        CHILD
        B
    """,
    )


def test_1012(check):
    rows = """
        CHILD | finding
        A     |
        B     | yes
    """
    tables = ("placed_adoption", "missing", "reviews", "ad1", "prev_perm", "oc2")
    check("1012", episodes="CHILD\nA", **dict.fromkeys(tables, rows))


def test_1012_does_with_the_tables_there_are(check):
    check(
        "1012",
        episodes="CHILD\nA",
        reviews="""
        CHILD | finding
        A     |
        B     | yes
    """,
    )


def test_1012_of_episodes_alone(check):
    check("1012", episodes="CHILD\nA")
