def test_700(check):
    check(
        "700",
        dolo="""
        CHILD | DOLO_START | finding
        A     | 01/06/2026 |
        B     |            | yes
        C     | 31/06/2026 | yes
    """,
    )


def test_701(check):
    check(
        "701",
        dolo="""
        CHILD | DOLO_END   | finding
        A     | 01/06/2026 |
        B     |            |
        C     | 31/06/2026 | yes
    """,
    )


def test_702(check):
    check(
        "702",
        dolo="""
        CHILD | DOLO_START | DOLO_END   | finding
        A     | 01/06/2026 | 02/06/2026 |
        B     | 01/06/2026 | 01/06/2026 | yes
        C     | 01/06/2026 |            |
    """,
    )


def test_703(check):
    check(
        "703",
        dolo="""
        CHILD | DOLO_START | finding
        A     | 31/03/2027 |
        B     | 01/04/2027 | yes
        C     |            |
    """,
    )


def test_704(check):
    check(
        "704",
        dolo="""
        CHILD | DOLO_END   | finding
        A     | 01/04/2026 |
        B     | 31/03/2026 | yes
        C     | 01/04/2027 | yes
        D     |            |
    """,
    )


def test_708(check):
    check(
        "708",
        dolo="""
        CHILD | DOB        | DOLO_START | finding
        A     | 01/06/2012 | 02/06/2012 |
        B     | 01/06/2012 | 01/06/2012 | yes
        C     |            | 01/06/2012 |
    """,
    )


def test_705(check):
    check(
        "705",
        dolo="""
        CHILD | DOLO_START | DOLO_END   | finding
        A     | 01/06/2026 | 05/06/2026 |
        A     | 05/06/2026 |            |
        B     | 01/06/2026 | 05/06/2026 |
        B     | 04/06/2026 | 06/06/2026 | yes
        C     | 04/06/2026 | 06/06/2026 | yes
        C     | 01/06/2026 |            |
    """,
    )


def test_706(check):
    check(
        "706",
        header="""
        CHILD | finding
        A     |
        B     | yes
        C     | yes
        D     |
    """,
        dolo="""
        CHILD | DOLO_START | finding
        A     | 01/02/2026 |
        B     | 02/02/2026 | yes
    """,
        dolo_last="""
        CHILD | DOLO_START | DOLO_END
        A     | 01/02/2026 |
        B     | 01/02/2026 |
        C     | 01/02/2026 |
        D     | 01/02/2026 | 01/03/2026
        E     | 01/02/2026 |
    """,
    )


def test_707(check):
    check(
        "707",
        episodes="""
        CHILD | DECOM      | DEC
        A     | 01/04/2026 | 01/06/2026
        B     | 01/07/2026 |
    """,
        dolo="""
        CHILD | DOLO_START | DOLO_END   | finding
        A     | 20/04/2026 | 01/06/2026 |
        A     | 20/04/2026 | 02/06/2026 | yes
        A     | 20/04/2026 |            | yes
        B     | 01/07/2026 |            |
        C     | 01/07/2026 |            |
    """,
    )


def test_709(check):
    check(
        "709",
        episodes="""
        CHILD | DECOM      | DEC        | PLACE | finding
        A     | 01/04/2026 |            | K2    |
        B     | 01/04/2026 | 01/06/2026 | U4    | yes
        B     | 01/06/2026 | 01/08/2026 | K2    |
        C     | 01/04/2026 |            | U4    | yes
        D     | 01/04/2026 | 31/05/2026 | U4    |
    """,
        dolo="""
        CHILD | DOLO_START | DOLO_END   | finding
        A     | 01/06/2026 | 01/07/2026 |
        B     | 01/06/2026 | 01/07/2026 | yes
        C     | 01/06/2026 | 01/07/2026 | yes
        C     | 01/06/2026 |            |
        D     | 01/06/2026 | 01/07/2026 |
    """,
    )


def test_710(check):
    check(
        "710",
        episodes="""
        CHILD | DECOM      | DEC        | PLACE | finding
        A     | 01/04/2026 |            | U4    |
        B     | 01/04/2026 | 01/06/2026 | K3    | yes
        B     | 02/07/2026 |            | K1    |
    """,
        dolo="""
        CHILD | DOLO_START | DOLO_END   | finding
        A     | 01/06/2026 | 01/07/2026 |
        B     | 01/06/2026 | 01/07/2026 | yes
    """,
    )


def test_234(check):
    check(
        "234",
        header="""
        CHILD | DOB        | finding
        A     | 01/06/2016 |
        B     | 02/06/2016 | yes
        C     | 02/06/2016 |
        D     | 2016-06-02 | yes
    """,
        episodes="""
        CHILD | DECOM      | REASON_PLACE_CHANGE | finding
        A     | 01/06/2026 | CUSTOD              |
        B     | 01/06/2026 | CUSTOD              | yes
        C     | 01/06/2026 | OTHER               |
        D     | 01/06/26   | CUSTOD              | yes
    """,
    )
